"""Whether another article may tell what only one is seen to tell: then nothing says that it stands alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.compare.across import known
from dragoman.compare.view import View
from dragoman.languages import language
from dragoman.records import Event, When
from dragoman.spans import Span

__all__ = ["may_be_told", "unread"]

_MEANT = 0.55  # cosine from which a sentence of the same day or names may tell it; unrelated ones of one story reach .5
_MOST = 8  # sentences of other articles that are compared
_LARGE = 60  # articles from which nobody reads single events, and comparing them all would cost
_BESIDE = 3  # days between an event and an article of it in a language whose acts are not read


def may_be_told(report: Event, view: View) -> bool:
    """True when a sentence of another article names the same people or the same day, and means nearly the same."""
    if len(view.readings) > _LARGE:
        return False
    own = view.article(report.source).sentence(report.trigger or report.spans[0])
    return any(view.meaning(own, other) >= _MEANT for other in _near(report, own, view))


def _near(report: Event, own: Span, view: View) -> Iterator[Span]:
    """Sentences of other articles that share two names with it, or a name and the day."""
    mine = _known(own, view)
    left = _MOST
    for source, sentences in view.once("naming sentences", _naming) if mine else ():
        for span, names in sentences if source != report.source else ():
            shared = len(mine & names)
            if shared > 1 or (shared and _of_the_day(span, report.when, view)):
                yield span
                left -= 1
                if not left:
                    return


def _naming(view: View) -> list[tuple[str, list[tuple[Span, frozenset[str]]]]]:
    """The sentences of each article that name somebody, with whom; in a fixed order."""
    articles = [reading.article for reading in sorted(view.readings, key=lambda one: one.article.source)]
    rows = [(one.source, [one.text.span(a, b) for a, b in one.sentences]) for one in articles]
    return [(source, [(span, names) for span in spans if (names := _known(span, view))]) for source, spans in rows]


def _known(span: Span, view: View) -> frozenset[str]:
    """By what those named in a sentence are known in every language."""
    code = view.language(span.source)
    return frozenset(known(one, code, view) for one in view.article(span.source).entities(span))


def _of_the_day(span: Span, when: When | None, view: View) -> bool:
    return when is not None and any(one.when and one.when.meets(when) for one in view.article(span.source).times(span))


def unread(reports: Sequence[Event], view: View) -> list[str]:
    """The languages whose acts are not read, of other articles that appeared near the day of an event."""
    when, own = reports[0].when, {one.source for one in reports}
    others = [one.article for one in view.readings if one.article.source not in own]
    return sorted(
        {
            one.language
            for one in others
            if not language(one.language).section("events") and _beside(when, one.published)
        }
    )


def _beside(when: When | None, published: When | None) -> bool:
    """True for an article of about that day, or of no known one."""
    if when is None or published is None:
        return True
    return (when.earliest - published.latest).days <= _BESIDE >= (published.earliest - when.latest).days
