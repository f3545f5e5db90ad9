"""What the template is given: lines as markup, regions as plain values. No HTML structure is decided here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup, escape

from dragoman.records import Agreement, Article, Entity, Figure, Quote, Reading, Story, Utterance, When, Wording
from dragoman.report.drawing import Amount, Point, amounts, axis
from dragoman.report.labels import Labels
from dragoman.report.lines import Evidence, Line, Stage, dated, figure_text, life_cycle, lines_of, provisions, steps
from dragoman.report.nature import nature
from dragoman.report.passages import Passages, language_name
from dragoman.report.wording import EVENTS, OWN_ACTS, topic
from dragoman.spans import Span

__all__ = ["Views"]

CONTEXTS = 3  # passages shown in context under one line; further ones are links to the reading view
HEAD = 90  # characters of an utterance's own words that head it
FEW = 3  # lines of a year that needs no heading of its own
FIRST = 14  # articles named one by one in a sentence of the masthead
#: Units that only measure: two such figures are comparable only when they count the same thing.
MEASURES = frozenset(
    [
        "second",
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "year",
        "decade",
        "century",
        "percent",
        "%",
        "kilometer",
        "kilometre",
        "meter",
        "metre",
        "mile",
        "dollar",
        "euro",
        "pound",
        "rouble",
        "ruble",
        "yuan",
        "won",
        "yen",
        "tonne",
        "ton",
        "kilogram",
        "ordinal",
        "time",
    ]
)
KINDS = {
    "direct": "quoted",
    "partial": "quoted in part",
    "scare": "a word in marks",
    "indirect": "reported, in the article's words",
}
NAMES = {"PER": "People", "GPE": "Places", "LOC": "Places", "FAC": "Places", "ORG": "Organisations"}


@dataclass(frozen=True)
class Cell:
    """One entry of a life-cycle cell."""

    state: str
    when: str
    claimant: Markup
    links: tuple[str, ...]
    note: str = ""


class Views:
    """The regions of one story."""

    def __init__(self, story: Story, labels: Labels) -> None:
        self.story, self.labels = story, labels
        self.passages = Passages(story, labels)
        self.lines = lines_of(labels)
        self.by_label = {line.label: line for line in self.lines}

    def region(self, name: str) -> list[Line]:
        """The lines of a region."""
        return [line for line in self.lines if line.region == name]

    # -- a line ------------------------------------------------------------------------------------

    def text(self, line: Line) -> Markup:
        """What a line says, its claimant in bold, the sources' words in their own voice."""
        voiced, claimant = self.passages.voiced, line.claimant
        if not claimant or claimant not in line.text:
            return voiced(line.text, line.evidence)
        before, after = line.text.split(claimant, 1)
        return Markup("{}<b>{}</b>{}").format(
            voiced(before, line.evidence), voiced(claimant, line.evidence), voiced(after, line.evidence)
        )

    def words(self, line: Line) -> Markup:
        """The exact words of the first place a line rests on, their context hidden until it is asked for."""
        return self.passages.opening(self._ranked(line)[0].span)

    def place(self, line: Line) -> Markup:
        """Where those words stand."""
        return self.passages.place(self._ranked(line)[0].span)

    def there(self, line: Line) -> str:
        """The anchor of those words in the reading view."""
        span = self._ranked(line)[0].span
        return f"{self.labels.article[span.source]}-{span.start}"

    def contexts(self, line: Line) -> list[Markup]:
        """The next places in context, one an article before a second of any."""
        return [self.passages.context(one.span) for one in self._ranked(line)[1:CONTEXTS]]

    def further(self, line: Line) -> list[Markup]:
        """The other places, as links."""
        return [self.passages.loc(one.span) for one in self._ranked(line)[CONTEXTS:]]

    def _ranked(self, line: Line) -> list[Evidence]:
        seen: Counter[str] = Counter()
        ranked: list[tuple[int, int, Evidence]] = []
        for number, one in enumerate(line.evidence):
            ranked.append((seen[one.span.source], number, one))
            seen[one.span.source] += 1
        return [one for _, _, one in sorted(ranked, key=lambda row: row[:2])]

    # -- agreements --------------------------------------------------------------------------------

    @cached_property
    def agreements(self) -> list[Agreement]:
        """Main agreements first."""
        return sorted(self.story.agreements, key=lambda deal: not deal.main)

    def parts(self, deal: Agreement, part: str) -> list[Line]:
        """The lines of one part of an agreement: act, provision, predecessor, gap."""
        label = self.labels.agreement[deal.id]
        return [line for line in self.lines if line.parent == label and line.part == part]

    @cached_property
    def topics(self) -> dict[str, str]:
        """{label of a provision: what it provides for}, the title of its line."""
        rows = ((deal, group) for deal in self.story.agreements for group in provisions(deal, self.labels))
        return {name: topic(group[0].obligation) for _, (name, group) in rows}

    def name(self, deal: Agreement) -> Markup:
        """An agreement's name in its own voice where an article writes it so."""
        line = self.by_label[self.labels.agreement[deal.id]]
        found = self.passages.find(deal.name, [one.span for one in line.evidence])
        return self.passages.q(found) if found else escape(deal.name)

    def other_names(self, deal: Agreement) -> list[Markup]:
        """The other names of an agreement, as articles write them."""
        spans = [span for treaty in deal.treaties for span in treaty.spans]
        names = {name.casefold(): name for _, name in reversed(deal.names) if name.casefold() != deal.name.casefold()}
        found = [self.passages.find(name, spans) for name in reversed(names.values())]
        return [self.passages.q(span) for span in found if span]

    @cached_property
    def nobody(self) -> set[str]:
        """Labels of acts that a party does for itself, where the article does not say which."""
        rows = (step for deal in self.story.agreements for step in steps(deal, self.labels))
        return {name for name, acts in rows if acts[0].act in OWN_ACTS and not (acts[0].party or acts[0].body)}

    def cycle(self, deal: Agreement) -> list[tuple[str, list[tuple[Stage, list[Cell]]]]]:
        """Rows of the life-cycle table: party, then each stage with its entries."""
        return [
            (row[0].party or "all parties", [(stage, self._cells(stage)) for stage in row])
            for row in life_cycle(deal, self.labels)
        ]

    def _cells(self, stage: Stage) -> list[Cell]:
        order = ("told", "said", "planned", "possible", "denied")
        done, hopes = any(line.state in ("told", "said") for line in stage.lines), ("planned", "possible")
        groups: dict[tuple[str, str, bool], list[Line]] = {}
        for line in stage.lines:
            who = "" if done and line.state in hopes else line.claimant
            groups.setdefault((line.state, who, line.label in self.nobody), []).append(line)
        cells = []
        for (state, claimant, nobody), own in sorted(groups.items(), key=lambda item: order.index(item[0][0])):
            if done and state in hopes:
                cells.append(Cell(state, "", Markup(""), tuple(line.label for line in own)))
                continue
            dates = {line.when for line in own if line.when != "undated"} or {"undated"}
            claimed = self.passages.voiced(claimant, own[0].evidence)
            for when in sorted(dates):
                links = tuple(line.label for line in own if line.when in (when, "undated"))
                note = "by whom is not told" if nobody else ""
                cells.append(Cell(state, when, claimed, links, note))
        return cells

    # -- timeline ----------------------------------------------------------------------------------

    @cached_property
    def timeline(self) -> list[tuple[str, list[Line]]]:
        """(year or "Undated", its lines), in order."""
        groups: dict[str, list[Line]] = {}
        for happening in self.labels.timeline:
            line = self.by_label[self.labels.happening[happening.id]]
            groups.setdefault(str(happening.when.earliest.year) if happening.when else "Undated", []).append(line)
        years = sorted(groups.items(), key=lambda item: (item[0] == "Undated", item[0].zfill(4)))
        return list(_spells(years))

    def axis(self) -> Markup:
        """The timeline drawn."""
        points = []
        for one in self.labels.timeline:
            if one.when and one.when.precision != "open":
                line = self.by_label[self.labels.happening[one.id]]
                word = EVENTS.get(one.type, ("", "", one.type.replace("_", " ")))[2]
                points.append(
                    Point(
                        label=line.label,
                        word=word,
                        title=f"{line.when}: {line.text}",
                        first=one.when.earliest,
                        last=one.when.latest,
                        state=line.state,
                    )
                )
        return axis(points)

    # -- who said what -----------------------------------------------------------------------------

    @cached_property
    def speakers(self) -> list[tuple[str, list[Utterance]]]:
        """Named speakers first, the one heard most often before the others; then descriptions; then nobody."""
        groups: dict[tuple[int, str], list[Utterance]] = {}
        for one in self.story.utterances:
            described = next((w.quote.speaker for w in one.wordings if w.quote.speaker), None)
            if one.speaker:
                key = (0, self.labels.called(one.speaker))
            else:
                key = (1, f"“{described}”") if described else (2, "Nobody named")
            groups.setdefault(key, []).append(one)
        ranked = sorted(groups.items(), key=lambda item: (item[0][0], -len(item[1]), item[0][1]))
        return [(name, sorted(own, key=lambda one: len(one.wordings) < 2)) for (_, name), own in ranked]

    def speaker(self, name: str, utterances: Sequence[Utterance]) -> Markup:
        """A speaker's heading; a description stands in the article's words."""
        line = self.by_label[self.labels.utterance[utterances[0].id]]
        return self.passages.voiced(name, line.evidence)

    def head(self, utterance: Utterance) -> Markup:
        """A few of an utterance's own words: of the shortest wording that is a whole phrase, English before others."""
        spans = [wording.part or wording.quote.spans[0] for wording in utterance.wordings]
        languages = [wording.language for wording in utterance.wordings]
        ranked = sorted(
            zip(spans, languages, strict=True), key=lambda one: (one[1] != "en", len(one[0]) < 20, len(one[0]))
        )
        span = ranked[0][0]
        if len(span) <= HEAD:
            return Markup("“{}”").format(self.passages.q(span))
        return Markup("“{} …”").format(self.passages.q(self.passages.start_of(span, HEAD)))

    def how(self, wording: Wording) -> str:
        """How an article gives a wording: in marks or not, with which verb, to whom, when."""
        quote = wording.quote
        to = quote.medium or quote.addressee
        to = f"to or through {self.labels.name(quote.source, to)}" if to else ""
        parts = (KINDS.get(quote.kind, quote.kind), quote.manner, to, dated(quote.when) if quote.when else "")
        return " · ".join(part for part in parts if part)

    def other_speaker(self, utterance: Utterance, wording: Wording) -> Markup:
        """Who this article names, where it is not whom the entry stands under."""
        name = self.labels.cited(wording.quote.source, wording.quote.speaker) if wording.quote.speaker else ""
        if utterance.speaker and name == self.labels.called(utterance.speaker):
            return Markup("")
        if not name:
            return Markup("nobody named here") if utterance.speaker else Markup("")
        line = self.by_label[self.labels.utterance[utterance.id]]
        return Markup("here: {}").format(self.passages.voiced(name, line.evidence))

    # -- figures -----------------------------------------------------------------------------------

    @cached_property
    def figures(self) -> list[tuple[Line, Figure]]:
        """Figures with their lines."""
        facts = [figure for reading in self.story.readings for figure in reading.of(Figure)]
        return list(zip(self.region("figures"), facts, strict=True))

    @cached_property
    def figure_groups(self) -> list[tuple[str, list[tuple[Line, Figure]]]]:
        """Figures by what they count; what is counted most often first, measures of time and the rest last."""
        groups: dict[str, list[tuple[Line, Figure]]] = {}
        for line, figure in self.figures:
            groups.setdefault(figure.unit or "no unit", []).append((line, figure))
        return sorted(
            groups.items(), key=lambda item: (item[0] in MEASURES, item[0] == "no unit", -len(item[1]), item[0])
        )

    def axes(self) -> list[tuple[str, Markup]]:
        """An axis for every thing that is counted with at least two values."""
        drawn = []
        for unit, own in self.figure_groups:
            counted = [(line, figure) for line, figure in own if figure.value is not None]
            if unit in MEASURES or unit == "no unit" or len({figure.value for _, figure in counted}) < 2:
                continue
            rows = [
                Amount(
                    label=line.label,
                    value=figure.value or 0,
                    bound=figure.bound,
                    title=f"{line.label} {figure_text(figure, self.labels)}, {line.support}",
                    state=line.state,
                )
                for line, figure in counted
            ]
            drawn.append((unit, amounts(unit, rows)))
        return drawn

    def amount(self, line: Line, figure: Figure) -> Markup:
        """Value and what it counts; words of the article in its own voice."""
        plain = replace(figure, claimed_by="")
        return self.passages.voiced(figure_text(plain, self.labels), line.evidence)

    # -- index -------------------------------------------------------------------------------------

    @cached_property
    def index(self) -> list[tuple[str, list[Entity]]]:
        """(People, Places, Organisations, Other; the entities in alphabetical order)."""
        groups: dict[str, list[Entity]] = {"People": [], "Places": [], "Organisations": [], "Other names": []}
        for entity in self.story.entities:
            groups[NAMES.get(entity.kind, "Other names")].append(entity)
        return [(title, sorted(own, key=lambda one: one.name.casefold())) for title, own in groups.items() if own]

    def forms(self, entity: Entity) -> list[tuple[Markup, int]]:
        """Each form in which articles write a name, as written, with how often."""
        counted: Counter[tuple[str, str]] = Counter()
        first: dict[tuple[str, str], Span] = {}
        for mention in entity.mentions:
            if mention.form in ("name", "acronym"):
                key = (self.passages.article(mention.source).language, mention.name)
                counted[key] += 1
                first.setdefault(key, mention.spans[0])
        rows = [(self.passages.q(first[key]), count) for key, count in counted.most_common(12)]
        alone = len(counted) == 1 and next(iter(counted))[1] == entity.name
        return [] if alone else rows

    def articles(self, sources: Iterable[str]) -> list[str]:
        """Labels of sources, in order."""
        return sorted({self.labels.article[source] for source in sources}, key=lambda label: int(label[1:]))

    # -- masthead ----------------------------------------------------------------------------------

    @cached_property
    def quotes(self) -> list[Quote]:
        """Every quotation."""
        return [quote for reading in self.story.readings for quote in reading.of(Quote)]

    @cached_property
    def languages(self) -> list[tuple[str, int]]:
        """(language, articles), most frequent first."""
        return Counter(language_name(reading.article.language) for reading in self.story.readings).most_common()

    def named(self, labels: Sequence[str]) -> str:
        """D0, D3 and 12 more."""
        rest = len(labels) - FIRST
        return ", ".join(labels[:FIRST]) + (f" and {rest} more" if rest > 0 else "")

    @cached_property
    def shared(self) -> int:
        """How many utterances stand in more than one wording."""
        return sum(len(one.wordings) > 1 for one in self.story.utterances)

    def inferred(self, article: Article) -> bool:
        """True when no date was found and a range was reasoned out."""
        when = article.published
        return when is not None and (article.published_span is None or when.basis.startswith("inferred"))

    @cached_property
    def dating(self) -> str:
        """How the articles are dated: by themselves, by inference, not at all."""
        articles = [reading.article for reading in self.story.readings]
        without = sum(article.published is None for article in articles)
        reasoned = sum(self.inferred(article) for article in articles)
        parts = [f"{reasoned} dated by inference"] if reasoned else []
        parts += [f"{without} undated"] if without else []
        return ", ".join(parts) or "all dated"

    def language(self, code: str) -> str:
        """English name of a language."""
        return language_name(code)

    def outlet(self, line: Line) -> str:
        """The outlet of the article a line rests on."""
        return self.passages.article(line.evidence[0].span.source).outlet or ""

    def nature(self, article: Article) -> list[Markup]:
        """What kind of text an article is, where that is not press in one language."""
        found = article.translated.evidence if article.translated else ()
        words = [Evidence(span=span, language=article.language) for span, _ in found]
        return [self.passages.voiced(line, words) for line in nature(article, self.labels)]

    def evidence(self, article: Article) -> tuple[Evidence, ...]:
        """The place that gives an article's date, for words of it that our prose repeats."""
        span = article.published_span or Span(article.source, 0, 1)
        return (Evidence(span=span, language=article.language),)

    @cached_property
    def _unused(self) -> dict[str, list[Span]]:
        groups: dict[str, list[Span]] = {}
        for span in self.story.unused:
            groups.setdefault(span.source, []).append(span)
        return groups

    def unused(self, reading: Reading) -> list[Span]:
        """Body sentences of an article that bear no fact."""
        return self._unused.get(reading.article.source, [])

    def published(self, when: When | None) -> str:
        """A publication date with how it was reached."""
        return f"{dated(when)} ({when.basis})" if when and when.basis else dated(when)


def _spells(years: Iterable[tuple[str, list[Line]]]) -> Iterator[tuple[str, list[Line]]]:
    """Years of few lines taken together: 1950–2022, 2023, 2024."""
    waiting: list[tuple[str, list[Line]]] = []
    for year, own in years:
        if year != "Undated" and len(own) <= FEW:
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
