"""A line as the template shows it: its sentence, its state, what else speaks of its words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from markupsafe import Markup

from dragoman.records import Post, Story
from dragoman.report.labels import Labels
from dragoman.report.line import Evidence, Line
from dragoman.report.lines import lines_of
from dragoman.report.passages import Passages
from dragoman.report.reasons import reason
from dragoman.spans import Span

__all__ = ["Views"]

FIRST = 14  # articles named one by one in a sentence of the masthead
FEW = 3  # lines of a year that needs no heading of its own
#: Regions whose lines say which finding or decision speaks of their words.
_POINTED = frozenset({"agreement", "timeline", "quotes", "figures"})


class Views:
    """The lines of one story as markup."""

    def __init__(self, story: Story, labels: Labels) -> None:
        self.story, self.labels, self.say = story, labels, labels.say
        self.passages = Passages(story, labels)
        self.lines = lines_of(labels)
        self.by_label = {line.label: line for line in self.lines}

    def region(self, name: str) -> list[Line]:
        """The lines of a region."""
        return self._regions.get(name, [])

    @cached_property
    def _regions(self) -> dict[str, list[Line]]:
        groups: dict[str, list[Line]] = {}
        for line in self.lines:
            groups.setdefault(line.region, []).append(line)
        return groups

    # -- a line ------------------------------------------------------------------------------------

    def text(self, line: Line) -> Markup:
        """What a line says, its claimant in bold, the sources' words in their own voice."""
        voiced, claimant = self.passages.voiced, line.claimant
        places = line.evidence or (self.by_label[line.parent].evidence if line.parent else ())
        if not claimant or claimant not in line.text:
            return voiced(line.text, places)
        before, after = line.text.split(claimant, 1)
        return Markup(f"{voiced(before, places)}<b>{voiced(claimant, places)}</b>{voiced(after, places)}")

    def basis(self, line: Line) -> list[Markup]:
        """How the date of a line was reached."""
        return [self.reason(one, line.evidence) for one in line.basis]

    def reason(self, words: str, evidence: Iterable[Evidence] = ()) -> Markup:
        """A reason in the language of the page; marked as English where the catalogue lacks it."""
        told = reason(words, self.say)
        if told is not None:
            return self.passages.voiced(self.labels.renamed(told), evidence)
        voiced = self.passages.voiced(words, evidence)  # words in the page's language stand within English here
        return Markup("<span lang=en>{}</span>").format(
            Markup(str(voiced).replace("<q>", f"<q lang={self.say.language}>"))
        )

    def state(self, line: Line) -> str:
        """The state to show: told by two or more origins that are shown is corroborated."""
        return "corroborated" if line.label in self.corroborated else line.state

    @cached_property
    def corroborated(self) -> frozenset[str]:
        """Labels of events that two or more origins tell as fact."""
        several = [one for one in self.labels.timeline if one.support and one.support.independent > 1]
        names = [self.labels.happening[one.id] for one in several]
        return frozenset(name for name in names if self.by_label[name].state == "told")

    # -- what else speaks of a line's words ---------------------------------------------------------

    def see(self, line: Line) -> list[str]:
        """Labels of the findings that speak of the words of a line."""
        return self._pointed.get(line.label, [])

    @cached_property
    def posts(self) -> dict[str, tuple[Post, ...]]:
        """{source: the titles that its article gives}."""
        return {reading.article.source: reading.of(Post) for reading in self.story.readings}

    @cached_property
    def _pointed(self) -> dict[str, list[str]]:
        """{label of a line: findings that share words with it}."""
        places = sorted(
            (one.span.source, one.span.start, one.span.end, line.label)
            for line in self.lines
            if line.region in _POINTED and (line.parent or line.region != "agreement")
            for one in line.evidence
        )
        longest = max((end - start for _, start, end, _ in places), default=0)
        pointed: dict[str, list[str]] = {}
        for finding in self.region("wrong"):
            for one in finding.evidence:
                for name in _touching(one.span, places, longest):
                    if finding.label not in pointed.setdefault(name, []):
                        pointed[name].append(finding.label)
        return pointed

    # -- timeline ----------------------------------------------------------------------------------

    @cached_property
    def timeline(self) -> list[tuple[str, list[Line]]]:
        """(year or "Undated", its lines), in order."""
        groups: dict[str, list[Line]] = {}
        for happening in self.labels.timeline:
            line = self.by_label[self.labels.happening[happening.id]]
            day = happening.when.earliest if happening.when else happening.by
            groups.setdefault(str(day.year) if day else "", []).append(line)
        years = sorted(groups.items(), key=lambda item: (item[0] == "", item[0].zfill(4)))
        return [(year or self.say("happened.undated"), own) for year, own in _spells(years)]

    # -- small things --------------------------------------------------------------------------------

    def named(self, labels: Sequence[str]) -> str:
        """D0, D3 and 12 more; D0–D4 where no label between is missing."""
        rest = len(labels) - FIRST
        if len(labels) > 2 and labels == [f"{labels[0][0]}{int(labels[0][1:]) + step}" for step in range(len(labels))]:
            return f"{labels[0]}–{labels[-1]}"
        return ", ".join(labels[:FIRST]) + (self.say("masthead.more", n=rest) if rest > 0 else "")

    def articles(self, sources: Iterable[str]) -> list[str]:
        """Labels of sources, in order."""
        return sorted({self.labels.article[source] for source in sources}, key=lambda label: int(label[1:]))

    def somewhere(self, source: str, span: Span | None = None) -> tuple[Evidence, ...]:
        """A place of an article, for words of it that our prose repeats."""
        at = span or Span(source, 0, 1)
        return (Evidence(span=at, language=self.passages.article(source).language),)

    @cached_property
    def _unused(self) -> dict[str, list[Span]]:
        groups: dict[str, list[Span]] = {}
        for span in self.story.unused:
            groups.setdefault(span.source, []).append(span)
        return groups

    def unused(self, source: str) -> list[Span]:
        """Body sentences of an article that bear no fact."""
        return self._unused.get(source, [])


def _touching(span: Span, places: Sequence[tuple[str, int, int, str]], longest: int) -> Iterator[str]:
    """Labels of the lines with words that share characters with a span."""
    at = bisect_right(places, (span.source, span.start - longest, 0, ""))
    for source, start, end, name in places[at:]:
        if source != span.source or start >= span.end:
            break
        if end > span.start:
            yield name


def _spells(years: Iterable[tuple[str, list[Line]]]) -> Iterator[tuple[str, list[Line]]]:
    """Years of few lines taken together: 1950–2022, 2023, 2024."""
    waiting: list[tuple[str, list[Line]]] = []
    for year, own in years:
        if year and len(own) <= FEW:
            waiting.append((year, own))
            continue
        if waiting:
            yield _spell(waiting)
        waiting = []
        yield year, own
    if waiting:
        yield _spell(waiting)


def _spell(years: Sequence[tuple[str, list[Line]]]) -> tuple[str, list[Line]]:
    first, last = years[0][0], years[-1][0]
    return first if first == last else f"{first}–{last}", [line for _, own in years for line in own]
