"""How well a thing is attested: by how many origins, in how many wordings, or by a single article.

Saying and happening stay apart: many wordings of one statement prove that it was said, never that it is so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.compare.echoes import may_be_told, unread
from dragoman.compare.view import View, found
from dragoman.records import Event, Finding, Happening, Support, Utterance

__all__ = ["attested", "worded"]

#: What people say is attested by its wordings; what an agreement replaces is no event.
_SAID = frozenset({"statement", "announce", "deny", "promise", "demand", "replace", "accuse", "condemn", "threaten"})


def attested(view: View) -> Iterator[Finding]:
    """Dated events told as fact: corroborated by independent origins, in several articles, or in one."""
    if len(view.readings) < 2:
        return
    for happening in view.timeline:
        told = [one for one in happening.reports if one.told]
        if happening.type in _SAID or happening.when is None or not told or not happening.roles:
            continue
        alone = len({one.source for one in told}) == 1
        if not (alone and (any(may_be_told(one, view) for one in told) or _also_claimed(happening, told))):
            yield _event(happening, told, view)


def _also_claimed(happening: Happening, told: Sequence[Event]) -> bool:
    """True when another article gives it as somebody's claim, a plan or a denial: it is not silent."""
    return any(one.source != told[0].source for one in happening.reports)


def _event(happening: Happening, told: Sequence[Event], view: View) -> Finding:
    first: dict[str, Event] = {}
    for report in told:
        first.setdefault(report.source, report)
    behind = view.support(first)
    kind, why = _standing(behind, len(first))
    if kind == "single_source" and (codes := unread(told, view)):
        why += f"; acts are not read in {', '.join(codes)}, of which an article may tell it"
    what = happening.type.replace("_", " ")
    return found(
        kind,
        "origins",
        (one.spans[0] for one in first.values()),
        f"{what}: told as fact in {_count(len(first), 'article')}; {why}.",
        support=behind,
    )


def _standing(behind: Support, articles: int) -> tuple[str, str]:
    """(kind, the calculation in words)."""
    parts = [_count(behind.independent, "independent origin")] if behind.independent else []
    parts += [f"{behind.dependent} dependent on another"] if behind.dependent else []
    parts += [f"{_count(behind.undetermined, 'article')} whose origin cannot be told"] if behind.undetermined else []
    calculation = ", ".join(parts)
    if behind.independent > 1:
        return "corroborated", f"{calculation}: corroborated by {behind.independent} independent origins"
    if articles == 1:
        return "single_source", "no other article is seen to confirm or deny it"
    return "attested", f"{calculation}: repeated, not shown to be corroborated"


def worded(view: View) -> Iterator[Finding]:
    """Statements that several articles give: attested in n wordings, which proves that it was said."""
    for utterance in view.utterances:
        sources = {one.quote.source for one in utterance.wordings}
        if len(sources) > 1:
            yield _wordings(utterance, len(sources), view)


def _wordings(utterance: Utterance, articles: int, view: View) -> Finding:
    languages = len({one.language for one in utterance.wordings})
    wordings = len({view.words(one.part or one.quote.hull).casefold() for one in utterance.wordings})
    behind = view.support(one.quote.source for one in utterance.wordings)
    who = view.who.name(utterance.speaker) if utterance.speaker else "speaker not found"
    apart = behind.independent + behind.undetermined
    untold = "one origin" if apart == 1 else "origins not told apart"
    origins = _count(behind.independent, "independent origin") if behind.independent else untold
    why = (
        f"{who}: {_count(wordings, 'wording')} in {_count(articles, 'article')} and {_count(languages, 'language')}; "
        f"{origins}: this shows that it was said, not that it is so."
    )
    return found(
        "attested", "wordings", (one.part or one.quote.spans[0] for one in utterance.wordings), why, support=behind
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
