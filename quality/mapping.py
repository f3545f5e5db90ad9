"""Records → the items that scorers read. Every span is one of the decoded original; nothing is worked out anew here.

`Desk` holds one story with the ids its documents have outside. Each function below makes the items of one layer;
TREATY and STORY say which function serves which layer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import combinations
from typing import Any

from dragoman.compare.naming import heads
from dragoman.languages.world import gazetteer
from dragoman.read.agencies import AGENCY
from dragoman.read.page import Page
from dragoman.records import UNTYPED, Agreement, Event, Figure, Happening, Mention, Quote, Reading, Story, Time
from dragoman.report.chains import addressed
from dragoman.report.worth import is_line
from dragoman.spans import Span
from quality import plover
from quality.attributions import attributions

__all__ = ["STORY", "TREATY", "Desk"]

Item = dict[str, Any]
YEAR = re.compile(r"\b(1[6-9]|20)\d\d\b")
NUMBER = re.compile(r"[-+]?\d(?:[\d.,\u00a0\u202f ']*\d)?")  # 10.000  1,234.5  10 000
# the United States · del A380 · l'Aquila, just before a name
ARTICLE = re.compile(
    r"(?<!\w)((?:(?:the|el|la|los|las|del|al|le|les|du|il|lo|gli|i|de|het|een|der|die|das|den|dem|o|os|as)\s"
    r"|(?:l|dell|all)['’]))\Z",
    re.I,
)
#: Reasons of edits that mend or unwrap a text; every other deletion takes page furniture away.
MENDS = frozenset(
    {"apostrophe", "newline", "space", "invisible", "blank", "entity", "tag", "markup", "mojibake"}
    | {"glued-quote", "glued-words", "torn-word", "stray-letter", "script", "style", "comment", "head"}
)
#: Finding kinds in the scorers' words; a kind that is missing keeps its own name.
VERDICTS = {
    "corroborated": "corroboration", "plan_and_outcome": "plan_vs_outcome", "update": "temporal_update",
    "altered_quotation": "quotation_variant", "spliced_quotation": "quotation_variant",
    "stale_background": "temporal_update",
}  # fmt: skip
#: Verdicts on two figures in the scorers' words; what is unsure or a conflict is left to the findings.
MATCHED = {"same": "corroboration", "refining": "compatible", "compatible": "compatible", "updating": "temporal_update"}
#: Kinds that say how well something is attested; the sets of conflicts have no word for them.
ATTESTED = frozenset({"attested", "single_source", "missing"})
#: The rule that puts the wordings of one statement side by side; its kind says how well it is attested.
WORDED = "wordings"
#: Our acts that the treaty layer knows under another name; others keep theirs.
TREATY_TYPES = {
    "approve": "ratify", "exchange_instruments": "exchange_of_instruments", "test_weapon": "test", "call": "meet",
    "gift": "aid", "launch": "test", "abduct": "detain",
    "negotiate": "meet", "condemn": "statement", "demand": "statement", "promise": "statement", "deny": "statement",
    "threaten": "statement", "warn": "statement", "praise": "statement", "support": "statement",
}  # fmt: skip
NO_PART = ("place", "instrument", "about", "topic")
UNCERTAIN = ("denied", "cancelled", "possible", "conditional")


@dataclass(frozen=True)
class Desk:
    """A story, and the ids of its documents by source (the first one names it in relations)."""

    story: Story
    ids: dict[str, list[str]]

    @cached_property
    def languages(self) -> dict[str, str]:
        """{source: language of its article}."""
        return {reading.article.source: reading.article.language for reading in self.story.readings}

    def place(self, span: Span) -> Item:
        """{id, start, end} of a span."""
        return {"id": self.ids[span.source][0], "start": span.start, "end": span.end}

    def places(self, spans: Any) -> list[Item]:
        """Places of spans, each once, in reading order."""
        return [self.place(span) for span in sorted(set(spans))]

    def facts(self, kind: type[Any]) -> Iterator[Any]:
        """The facts of one kind over all articles."""
        for reading in self.story.readings:
            yield from reading.of(kind)

    def name(self, entity: str) -> str:
        """The name of an Entity.id; the words themselves when it is none."""
        found = next((one for one in self.story.entities if one.id == entity), None)
        return found.name if found else entity

    def cluster(self, source: str, refers_to: str) -> str:
        """The entity a name of an article belongs to; inside the article only, where nothing is unified."""
        entity = self.story.entity_of.get((source, refers_to))
        return entity.id if entity else f"{source[:12]}:{refers_to}"

    def meant(self, mention: Mention) -> str:
        """The government that a capital or palace stands for where it acts, else the entity; a ministry is itself."""
        code = self.languages[mention.source]
        thing = gazetteer(code).known(mention.refers_to)
        state = thing is not None and thing.key.startswith("state:")
        if mention.metonym_for and not state and not heads(mention.refers_to, code):
            return mention.metonym_for
        return self.cluster(mention.source, mention.refers_to)


def _bounds(span: Span | None) -> list[list[int]]:
    return [[span.start, span.end]] if span else []


# -- one article -------------------------------------------------------------------------------------


def quotes(desk: Desk) -> Iterator[Item]:
    """One item an attribution; `segments` where other words stand inside."""
    for quote in desk.facts(Quote):
        yield {
            **desk.place(quote.hull),
            "segments": [[span.start, span.end] for span in quote.spans],
            "kind": quote.kind,
            "speaker": quote.speaker,
            "cue": _bounds(quote.cue),
            "source": _bounds(quote.speaker_at),
            "date": quote.when.value if quote.when else None,
        }


def attributed(desk: Desk, *, nested: bool = False) -> Iterator[Item]:
    """One item for all that one cue hands over, with its marks and conjunction; apart where `nested`."""
    texts = {source.id: source.text for source in desk.story.sources}
    yield from attributions(desk.story.readings, texts, desk.place, nested=nested)


def quotes_apart(desk: Desk) -> Iterator[Item]:
    """One item a pair of marks, as the treaty layer counts them."""
    for item in quotes(desk):
        for start, end in item["segments"]:
            yield {**item, "start": start, "end": end, "segments": [[start, end]]}


def names(desk: Desk) -> Iterator[Item]:
    """Names and acronyms; demonyms, nominals and pronouns are no names."""
    for mention in desk.facts(Mention):
        if mention.form in ("name", "acronym") and mention.kind != "NORP":
            cluster = desk.cluster(mention.source, mention.refers_to)
            yield {**desk.place(mention.hull), "type": mention.kind, "cluster": cluster, "name": mention.refers_to}


def coreference(desk: Desk) -> Iterator[Item]:
    """Everything that refers to somebody, and the words that name an event.

    Some gold counts the article, the title and the whole noun phrase of a name to the mention, some does not: such
    names are given in each of these ways, since mentions that the gold does not mark are never counted against anybody.
    """
    mentions = [
        {**desk.place(one.hull), "kind": "entity", "type": one.kind, "cluster": desk.meant(one)}
        for one in desk.facts(Mention)
    ]
    texts = {desk.ids[source.id][0]: source.text for source in desk.story.sources}
    for item in mentions:
        article = ARTICLE.search(texts[item["id"]], max(item["start"] - 6, 0), item["start"])
        if article:
            yield {**item, "start": article.start(1)}
    yield from mentions
    for reading in desk.story.readings:
        yield from _phrases(desk, reading)
    happening = {report.id: one.id for one in _typed(desk) for report in one.reports}
    for event in (one for one in desk.facts(Event) if one.type != UNTYPED):
        place = desk.place(event.trigger or event.hull)
        yield {**place, "kind": "event", "type": event.type, "cluster": happening.get(event.id, event.id)}


def _phrases(desk: Desk, reading: Reading) -> Iterator[Item]:
    """The title with the name behind it, and the noun phrase that a name is the head of, where a parser tells it."""
    page = Page(reading.article)
    source = desk.story.sources_by_id[reading.article.source].text
    chunks = {chunk.root.i: chunk for chunk in page.doc.noun_chunks} if page.doc is not None else {}
    for one in reading.of(Mention):
        item = {"kind": "entity", "type": one.kind, "cluster": desk.meant(one)}
        lead = source[max(0, one.start - 80) : one.start].rstrip()
        if one.role and lead.endswith(one.role):
            start = one.start - (len(source[max(0, one.start - 80) : one.start]) - len(lead)) - len(one.role)
            for first in (start, *(found.start(1) for found in ARTICLE.finditer(source, max(start - 6, 0), start))):
                yield {**desk.place(Span(one.source, first, one.end)), **item}
        at = page.article.text.find(one.start, one.end)
        tokens = page.tokens(*at) if at is not None and page.doc is not None else None
        chunk = chunks.get(tokens.root.i) if tokens is not None else None
        if chunk is not None:
            yield {**desk.place(page.span(chunk.start_char, chunk.end_char)), **item}


def times(desk: Desk) -> Iterator[Item]:
    """Time expressions with their TIMEX value."""
    for time in desk.facts(Time):
        yield {**desk.place(time.hull), "value": time.value or None, "type": time.type}


def figures(desk: Desk) -> Iterator[Item]:
    """Numbers with what they count and who gives them."""
    for figure in desk.facts(Figure):
        yield {
            **desk.place(figure.hull),
            "value": figure.value,
            "upto": figure.upto,
            "unit": figure.unit or None,
            "claimed_by": figure.claimed_by or None,
            "type": "NUMBER",
        }


def numbers(desk: Desk) -> Iterator[Item]:
    """The number inside a figure: its digits where it has some, else all its words."""
    for figure in desk.facts(Figure):
        if figure.value is None or figure.upto is not None:
            continue
        words = desk.story.words(figure.hull)
        digits, percent = NUMBER.search(words), figure.unit in ("percent", "%")
        place = desk.place(figure.hull)
        if digits and not percent:
            place |= {"start": figure.start + digits.start(), "end": figure.start + digits.end()}
        value = f"{figure.value:.12g}"
        yield {**place, "value": f"{value}%" if percent else value, "type": "percentage" if percent else "number"}


UNIT_NAMES = {"USD": "Dollar", "EUR": "Euro", "GBP": "Pound", "JPY": "Japanese yen", "celsius": "C", "fahrenheit": "F"}


def units(desk: Desk) -> Iterator[Item]:
    """Quantities as "75000000 Dollar"."""
    for figure in desk.facts(Figure):
        if figure.value is not None and figure.unit and figure.upto is None:
            unit = UNIT_NAMES.get(figure.unit, figure.unit.replace("_", " ").capitalize())
            yield {**desk.place(figure.hull), "value": f"{figure.value:.12g} {unit}", "type": "dimension"}


def boilerplate(desk: Desk) -> Iterator[Item]:
    """Page furniture that cleaning took away; deletions in a row, or with only white space between, are one item."""
    for reading in desk.story.readings:
        text, run = desk.story.sources_by_id[reading.article.source].text, None
        for edit in reading.article.text.removed:
            if edit.start == edit.end or edit.why in MENDS:
                continue
            if run and not text[run[1] : edit.start].strip():
                run = (run[0], max(run[1], edit.end))
                continue
            if run:
                yield desk.place(Span(reading.article.source, *run))
            run = (edit.start, edit.end)
        if run:
            yield desk.place(Span(reading.article.source, *run))


def plover_events(desk: Desk) -> Iterator[Item]:
    """One typed event a document, in PLOVER's terms."""
    for reading in desk.story.readings:
        event = plover.coded(reading)
        if event:
            yield {"id": desk.ids[reading.article.source][0], **event}


def extraction(desk: Desk) -> Iterator[Item]:
    """Main text of a page, and the pieces it is made of, each in the words of the page."""
    body = ("paragraph", "list", "heading", "standfirst", "quote")
    for reading in desk.story.readings:
        article, source = reading.article, desk.story.sources_by_id[reading.article.source]
        blocks = [(one.start, one.end) for one in article.blocks if one.kind in body] or [(0, len(article.text.value))]
        blocks = [(a, b) for a, b in blocks if a < b]
        item: Item = {"id": desk.ids[article.source][0]}
        item["text"] = "\n".join(article.text.value[a:b] for a, b in blocks)
        if source.text == source.raw.decode("utf-8", "replace"):  # else our characters are not the scorer's
            spans = [span for a, b in blocks for span in article.text.spans(a, b)]
            item["pieces"] = [{"start": s.start, "end": s.end, "text": source.slice(s)} for s in spans]
        yield item


# -- many articles -----------------------------------------------------------------------------------


def _wordings(desk: Desk, *, indirect: bool) -> Iterator[list[Span]]:
    """Where each utterance is worded, the part that carries it in longer quotations."""
    for utterance in desk.story.utterances:
        chosen = [one for one in utterance.wordings if indirect or one.quote.kind != "indirect"]
        yield [one.part or one.quote.hull for one in chosen]


def alignment(desk: Desk) -> Iterator[Item]:
    """Pairs of quotations in different documents that give one utterance; reported speech is not paired."""
    for spans in _wordings(desk, indirect=False):
        for one, other in combinations(sorted(set(spans)), 2):
            if one.source != other.source:
                yield {"a": desk.place(one), "b": desk.place(other)}


def same_quote(desk: Desk) -> Iterator[Item]:
    """One item an utterance with more than one wording."""
    for spans in _wordings(desk, indirect=True):
        if len(set(spans)) > 1:
            yield {"spans": desk.places(spans)}


def _participants(event: Any, desk: Desk) -> list[str]:
    """Who takes part; of a visit also the place, which is the host."""
    left_out = NO_PART[1:] if event.type == "visit" else NO_PART
    return list(dict.fromkeys(desk.name(one.name) for one in event.roles if one.role not in left_out))


def _typed(desk: Desk) -> list[Happening]:
    """The events of a known kind; a sentence that is only kept in its own words is none of gold's."""
    return [one for one in desk.story.timeline if one.type != UNTYPED]


def lines(desk: Desk) -> Iterator[Item]:
    """The events that become lines of the page's timeline, in its order."""
    shown = {one.id for one in _typed(desk) if is_line(one, desk.story)}
    for one, item in zip(_typed(desk), events(desk), strict=True):
        if one.id in shown:
            yield item


def events(desk: Desk) -> Iterator[Item]:
    """Every event with all its reports as evidence: gold counts events, too, and each has evidence in many articles.

    An event without a day gets the first day that tells it as done, as gold does with its precision "before".
    """
    for one in _typed(desk):
        told = [name for report in one.reports for name in _participants(report, desk)]
        yield {
            "type": TREATY_TYPES.get(one.type, one.type),
            "participants": list(dict.fromkeys([*_participants(one, desk), *told])),
            "date": one.when.value if one.when else one.by.isoformat() if one.by else None,
            "standing": one.standing,
            "evidence": desk.places(span for report in one.reports for span in report.spans),
        }


def timeline(desk: Desk) -> Iterator[Item]:
    """Dated happenings in order; what was denied, cancelled or only possible is not in it."""
    for one in _typed(desk):
        if one.when and one.standing not in UNCERTAIN:
            spans = [span for report in one.reports for span in report.spans]
            docs = sorted({desk.ids[span.source][0] for span in spans})
            yield {"date": one.when.value, "type": one.type, "docs": docs, "evidence": desk.places(spans)}


def story_events(desk: Desk) -> Iterator[Item]:
    """Happenings with all their reports."""
    for one in _typed(desk):
        yield {
            "spans": desk.places(span for report in one.reports for span in report.spans),
            "type": one.type,
            "date": one.when.value if one.when else None,
            "participants": _participants(one, desk),
        }


def _day(agreement: Agreement, act: str, *, last: bool = False) -> str | None:
    """The date of an act that happened: the one most accounts give (the latest for `last`)."""
    values = [one.when.value for one in agreement.acts if one.act == act and one.when and one.standing == "happened"]
    if not values:
        return None
    return max(values) if last else max(sorted(set(values)), key=lambda value: (values.count(value), len(value)))


def _named_at(agreement: Agreement) -> list[Span]:
    return [span for treaty in agreement.treaties for span in treaty.spans]


def agreements(desk: Desk) -> Iterator[Item]:
    """Agreements with the slots of the treaty layer; the main one first."""
    order = {reading.article.source: number for number, reading in enumerate(desk.story.readings)}
    for one in sorted(desk.story.agreements, key=lambda agreement: not agreement.main):
        years = [YEAR.search(name) for name, _ in one.predecessors]
        provisions = [{"evidence": desk.places(part.spans), "obligation": part.obligation} for part in one.provisions]
        yield {
            "name": one.name,
            "evidence": desk.places([*_named_at(one), *(span for act in one.acts for span in act.spans)]),
            "parties": [desk.name(party) for party in one.parties],
            "signed": _day(one, "signed"),
            "in_force": _day(one, "in_force"),
            "ratified_upper": _day(one, "approved", last=True),
            "replaces_years": sorted({int(year[0]) for year in years if year}),
            "status_by_doc": {f"D{order[source]}": status for source, status in one.status_by_article},
            "provisions": provisions,
        }


def story_agreements(desk: Desk) -> Iterator[Item]:
    """Agreements as the places that name them, with the date of signature or the year in the name."""
    for one in desk.story.agreements:
        year = YEAR.search(one.name)
        spans = [*_named_at(one), *(span for act in one.acts for span in act.spans)]
        yield {"spans": desk.places(spans), "date": _day(one, "signed") or (year[0] if year else None)}


def conflicts(desk: Desk) -> Iterator[Item]:
    """Findings in the order of the page, and the figures judged to agree.

    What looks wrong comes first, then in which wordings a thing is attested; what is only attested is left out.
    """
    for finding in desk.story.findings:
        if finding.kind not in ATTESTED and finding.rule != WORDED:
            yield {"spans": desk.places(finding.spans), "verdict": VERDICTS.get(finding.kind, finding.kind)}
    for finding in desk.story.findings:
        if finding.rule == WORDED and _differs(desk, finding.spans):
            yield {"spans": desk.places(finding.spans), "verdict": "quotation_variant"}
    facts = {claim.id: claim.facts for claim in desk.story.claims}
    told = {frozenset(finding.claims) for finding in desk.story.findings}
    for match in desk.story.matches:
        if match.verdict in MATCHED and frozenset((match.left, match.right)) not in told:
            spans = [span for side in (match.left, match.right) for fact in facts[side] for span in fact.spans]
            yield {"spans": desk.places(spans), "verdict": MATCHED[match.verdict]}


def _differs(desk: Desk, spans: Sequence[Span]) -> bool:
    """True when one statement is given in more than one wording."""
    texts = {" ".join(desk.story.sources_by_id[span.source].slice(span).casefold().split()) for span in spans}
    return len(texts) > 1


def treaty_conflicts(desk: Desk) -> Iterator[Item]:
    """The same under the field name of the treaty layer."""
    for item in conflicts(desk):
        yield {"evidence": item["spans"], "verdict": item["verdict"]}


def lineage(desk: Desk) -> Iterator[Item]:
    """Agencies each article credits or names, and whether it reads as translated; one not said to be by a human counts.

    The gold lists sources of single statements and of pictures too, so agencies named anywhere in the original count.
    """
    for number, reading in enumerate(desk.story.readings):
        found = reading.article.translated
        yield {
            "doc": f"D{number}",
            "sources": list(
                dict.fromkeys((*reading.article.credits, *AGENCY.findall(_original(desk, reading)), *_told(reading)))
            ),
            "machine_translated": found is not None and found.manner != "human",
            "mt_from": found.from_language if found else None,
        }


def _told(reading: Reading) -> Iterator[str]:
    """The bodies to which somebody speaks in the article: papers and agencies, as a rule."""
    yield from (quote.addressee for quote in reading.of(Quote) if addressed(quote, reading))


def _original(desk: Desk, reading: Reading) -> str:
    return desk.story.sources_by_id[reading.article.source].text


def pairs(desk: Desk) -> list[Item]:
    """Pairs of articles with how they hang together; a near-duplicate has most of its words from the other."""
    order = {reading.article.source: f"D{number}" for number, reading in enumerate(desk.story.readings)}
    close = ("identical", "near-copy", "version", "excerpt")
    return [
        {
            "a": order[one.earlier],
            "b": order[one.later],
            "relation": one.relation.replace(" ", "_"),
            "near_duplicate": one.relation in close,
        }
        for one in desk.story.kin
    ]


def translations(desk: Desk) -> Iterator[Item]:
    """Which article is another's translation; the gold pairs have no direction."""
    for one in desk.story.kin:
        if one.relation == "translation":
            yield {"id": desk.ids[one.later][0], "of": desk.ids[one.earlier][0]}


Layer = Callable[[Desk], Iterator[Item]]

#: How sets of attributions count quotations.
ATTRIBUTED: dict[str, Layer] = {
    "attributions": attributed,
    "nested attributions": partial(attributed, nested=True),
}

TREATY: dict[str, Layer] = {
    "quotes": quotes_apart,
    "alignment": alignment,
    "entities": names,
    "times": times,
    "figures": figures,
    "boilerplate": boilerplate,
    "events": events,
    "lines": lines,
    "agreements": agreements,
    "conflicts": treaty_conflicts,
    "lineage": lineage,
    "timeline": timeline,
}
STORY: dict[str, Layer] = {
    "quotes": quotes,
    "times": times,
    "figures": figures,
    "numbers": numbers,
    "units": units,
    "boilerplate": boilerplate,
    "events": plover_events,
    "coreference": coreference,
    "extraction": extraction,
    "same_quote": same_quote,
    "story_events": story_events,
    "agreements": story_agreements,
    "conflicts": conflicts,
    "translations": translations,
}
