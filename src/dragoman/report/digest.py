"""The head of a story that no agreement leads: what most articles tell, the latest, the toll, the gravest conflict.

Each sentence is made of lines of the dossier and names them; nothing is said here that does not stand below.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from markupsafe import Markup, escape

from dragoman.records import Figure, Happening, When
from dragoman.report.counted import Counted
from dragoman.report.line import Line
from dragoman.report.views import Views
from dragoman.report.wrong import Wrong

__all__ = ["Digest"]

EVENTS = 2  # events told by most articles; a third sentence tells the latest
RIVALS = 3  # values of one toll
COUNTS = 3  # different values from which the highest of each article are told
TIMES = (
    20.0  # times the lowest of them that the highest may be: beyond, they are of two disasters, as in compare/tolls.py
)
BEFORE = timedelta(days=31)  # what lies further before the first article is its background
TOLLS = ("dead", "wounded", "missing")
TOLL_RULE = "toll"  # of the finding that shows how the dead of a disaster were counted from day to day
Sentence = tuple[Markup, list[str]]


class Digest:
    """Sentences on a story, out of its lines."""

    def __init__(self, views: Views, counted: Counted, wrong: Wrong) -> None:
        self.views, self.say, self.counted, self.wrong = views, views.say, counted, wrong

    def sentences(self) -> list[Sentence]:
        """What a reader wants to know first, each sentence with the lines it stands on."""
        return [*map(self._event, self._events()), *self._tolls(), *self._conflict()]

    # -- events ------------------------------------------------------------------------------------

    def _events(self) -> list[Happening]:
        """The events that most articles tell as fact, and the latest, in the order of the days."""
        from_day = self._first_day()
        told = [one for one in self.views.labels.timeline if self._counts(one, from_day, "told")]
        if len(told) < EVENTS:
            told = [one for one in self.views.labels.timeline if self._counts(one, from_day, "told", "said")]
        ranked = sorted(told, key=lambda one: (-len(_tellers(one)), not _acted(one)))  # of equal ones the earliest
        several = [one for one in ranked if len(_tellers(one)) > 1]
        chosen = several[:EVENTS] or ranked[:1]
        chosen += [one for one in told[-1:] if one not in chosen]
        return sorted(chosen, key=told.index)

    @property
    def most_told(self) -> int:
        """Articles that tell the event that most of them tell."""
        return max((len(_tellers(one)) for one in self._events()), default=0)

    def _counts(self, one: Happening, first: date | None, *states: str) -> bool:
        """True for an event on days that are known, told so, no background."""
        line = self._line(one)
        return bool(line.state in states and one.when and (first is None or one.when.latest >= first))

    def _first_day(self) -> date | None:
        days = [one.article.published.earliest for one in self.views.story.readings if one.article.published]
        return min(days) - BEFORE if days and min(days) > date.min + BEFORE else None

    def _line(self, one: Happening) -> Line:
        return self.views.by_label[self.views.labels.happening[one.id]]

    def _event(self, one: Happening) -> Sentence:
        line = self._line(one)
        words = Markup(str(self.views.text(line)).rstrip("."))
        return self._sentence("masthead.event", words, len(_tellers(one)) or len(_sayers(one)), when=line.when), [
            line.label
        ]

    # -- the toll ----------------------------------------------------------------------------------

    def _tolls(self) -> Iterator[Sentence]:
        """The dead, wounded and missing, each value that several articles give."""
        series = [row for row in self._series() if row]
        if series:
            yield self._grown(series)
        for unit in TOLLS[bool(series) :]:
            values: dict[float, dict[str, str]] = defaultdict(dict)  # {value: {article: line}}
            for line, figure in self.counted.all:
                if figure.unit == unit and figure.value is not None and figure.bound == "exactly":
                    values[figure.value].setdefault(figure.source, line.label)
            ranked = sorted(values.items(), key=lambda item: (-len(item[1]), item[0]))
            told = [list(by_article.values()) for _, by_article in ranked if len(by_article) > 1]
            if told:
                yield self._toll(told[:RIVALS])
            elif unit == TOLLS[0]:
                yield from self._highest(unit)

    def _highest(self, unit: str) -> Iterator[Sentence]:
        """The highest count of each article, in the order of their days, where all may be of one thing."""
        best: dict[str, tuple[Line, Figure]] = {}
        for line, figure in self.counted.all:
            if figure.unit == unit and figure.value and figure.standing == "counted" and figure.upto is None:
                held = best.get(figure.source)
                if held is None or (held[1].value or 0) < figure.value:
                    best[figure.source] = line, figure
        days = {one.article.source: one.article.published for one in self.views.story.readings}
        rows = sorted(best.values(), key=lambda row: _place(days[row[1].source], row[1].value or 0, row[0].label))
        values = [figure.value or 0 for _, figure in rows]
        if len(set(values)) >= COUNTS and max(values) <= TIMES * min(values):
            told = [self._at(line, figure) for line, figure in rows]
            yield self.say.html("masthead.highest", words=Markup(", ").join(told)), [line.label for line, _ in rows]

    def _series(self) -> Iterator[tuple[Line, Figure] | None]:
        """The counts of the dead that a finding sets in the order of the articles' days."""
        lines = [line for line in self.wrong.made if self.wrong.finding(line).rule == TOLL_RULE]
        for span in self.wrong.finding(lines[0]).spans if lines else ():
            yield next((row for row in self.counted.all if any(span == one.span for one in row[0].evidence)), None)

    def _grown(self, series: Sequence[tuple[Line, Figure]]) -> Sentence:
        told = [self._at(line, figure) for line, figure in series]
        return self.say.html("masthead.series", words=Markup(", ").join(told)), [line.label for line, _ in series]

    def _at(self, line: Line, figure: Figure) -> Markup:
        return self.say.html("masthead.series_at", words=self.counted.amount(line, figure), article=line.support)

    def _toll(self, rows: Sequence[Sequence[str]]) -> Sentence:
        figures = {line.label: (line, figure) for line, figure in self.counted.all}
        told = [self._sentence("masthead.toll", self.counted.amount(*figures[own[0]]), len(own)) for own in rows]
        return Markup("; ").join(told), [own[0] for own in rows]

    # -- the conflict ------------------------------------------------------------------------------

    def _conflict(self) -> Iterator[Sentence]:
        """The gravest finding that bears on the story."""
        for line in self.wrong.grave[:1]:
            if line.severity != "note":
                kind = self.wrong.kind(line)
                words = self.say.html("masthead.gravest", kind=f"{kind[:1].lower()}{kind[1:]}", where=line.support)
                yield Markup(f"<b>{words}</b>"), [line.label]

    def _sentence(self, key: str, words: Markup, count: int, **values: object) -> Markup:
        return self.say.html(key, words=words, articles=escape(self.say("masthead.by_articles", n=count)), **values)


def _place(published: When | None, value: float, label: str) -> tuple[date, float, str]:
    """Where a count stands among others: by the day of its article, undated articles last."""
    return published.earliest if published else date.max, value, label


def _acted(one: Happening) -> bool:
    """True where somebody acts: "Attack: Kenya" tells less than who resigned."""
    return any(role.role == "actor" for role in one.roles)


def _sayers(one: Happening) -> set[str]:
    """The articles that let somebody say it."""
    return {span.source for report in one.reports if report.claimed_by for span in report.spans}


def _tellers(one: Happening) -> set[str]:
    """The articles that tell an event as fact."""
    return {span.source for report in one.reports if report.told for span in report.spans}
