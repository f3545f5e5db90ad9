"""What is compared of a quotation: its sentences, folded words and numbers, the entities in it, its polarity."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.compare.folding import parts
from dragoman.languages import Language, alternatives, language
from dragoman.languages.world import gazetteer
from dragoman.records import Entity, Mention, Quote, Reading, Time, When, digest
from dragoman.spans import Span

__all__ = ["GROUP", "NUMBER", "SENTENCE", "WORD", "Piece", "folded", "grams", "negations", "pieces"]

WORD = re.compile(r"[^\W_]+")
NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")
GROUP = re.compile(r"(?<=\d)[.,\u00a0\u202f ](?=\d{3}(?!\d))")
SENTENCE = re.compile(r"(?<=[.!?…])[\"”»')\]]*\s+(?=[^\W\d_]|[“«\"„(])|\n+")
DAY = re.compile(r"\d{4}-\d\d-\d\d|XXXX-WXX-\d")
SURNAME = re.compile(r"[^\W\d_a-zà-ÿа-яё][^\W\d_]{3,}")  # "Erdogan meinte", where the article names him in no other way
NAME = "quotes:name"
SIZE = 4  # characters of a gram; 4-grams were level with sentence vectors on untuned quotations
SHORT = 12  # characters under which a sentence is glued to the one before it
MOSTLY = 0.7  # share of the words between marks that a name fills
AROUND = 90  # characters of the article's sentence on either side that help to read a short phrase


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence of a quotation (or the whole of a short one) with everything two of them are judged by."""

    quote: Quote
    at: Span
    language: str
    text: str
    around: str  # the phrase inside its sentence, for phrases too short to compare alone
    act: str  # equal for quotations one cue gives in one sentence
    speaker: str  # Entity.id, else the words; "" when the article names nobody
    whole: bool
    numbers: frozenset[str]
    entities: frozenset[str]
    negative: bool
    days: frozenset[str] = frozenset()  # days and weekdays named inside: 2024-06-19, XXXX-WXX-1
    named: bool = False  # the speaker is an entity with a name, not a description
    printed: When | None = None  # when it was said or, where nothing tells, when its article was published
    name: bool = False  # a title between marks that nobody says: the name of a treaty
    beside: frozenset[str] = frozenset()  # who says it together with the speaker
    of: frozenset[str] = frozenset()  # the entities in a description of the speaker: "an adviser to X"
    half: bool = False  # cut out of one sentence, since another article gives its halves apart
    written: bool = False  # in a column or letter of the speaker's own, not said aloud
    state: str = ""  # the country of a capital or state that is named as who speaks
    country: str = ""  # the country of a person who speaks, where it is known
    lead: str = ""  # the words of its sentence in front of a phrase between marks

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Place in a fixed order that no order of articles changes."""
        return self.at.source, self.at.start, self.at.end, self.quote.kind


def folded(text: str) -> str:
    """Case-folded words joined by single spaces."""
    return " ".join(WORD.findall(text.casefold()))


def grams(text: str) -> frozenset[str]:
    """The character 4-grams of folded text."""
    words = f" {folded(text)} "
    return frozenset(words[i : i + SIZE] for i in range(max(1, len(words) - SIZE + 1)))


def pieces(readings: Iterable[Reading], entities: Sequence[Entity]) -> list[Piece]:
    """The pieces of all quotations of all articles in a fixed order."""
    owner = {(one.source, one.refers_to): entity.id for entity in entities for one in entity.mentions}
    known = {one.id for one in entities if any(mention.form in ("name", "acronym") for mention in one.mentions)}
    surnames = _surnames(entities)
    found = [piece for reading in readings for piece in _of_article(reading, owner, known, surnames)]
    by_id = {one.id: one for one in entities}
    return sorted((_placed(piece, by_id.get(piece.speaker)) for piece in found), key=lambda piece: piece.order)


def _placed(piece: Piece, speaker: Entity | None) -> Piece:
    """The piece with the country of a state, capital or person that speaks."""
    if speaker is None or speaker.kind not in ("GPE", "PER"):
        return piece
    codes = Counter(one.country for one in speaker.mentions if one.country)
    code = speaker.country or min(codes, key=lambda one: (-codes[one], one), default="") or _of_office(speaker)
    return replace(piece, state=code) if speaker.kind == "GPE" else replace(piece, country=code)


def _of_office(person: Entity) -> str:
    """The country that the offices of a person name: "spokesman in Kyiv", "Kenyan foreign minister"; else ""."""
    for code, role in sorted({(code, one.role) for code, _ in person.names for one in person.mentions if one.role}):
        for word in WORD.findall(role):
            found = gazetteer(code).known(word) if word[0].isupper() else None
            if found is not None and found.country:
                return found.country
    return ""


def _surnames(entities: Sequence[Entity]) -> dict[str, str]:
    """{a surname as all scripts write it: the only person of the story who bears it}."""
    bearers: dict[str, set[str]] = {}
    for entity in entities:
        full = {one.refers_to for one in entity.mentions if one.kind == "PER" and " " in one.refers_to}
        for name in full:
            last = parts(name)[-1:]
            bearers.setdefault(last[0].text if last else "", set()).add(entity.id)
    return {name: next(iter(ids)) for name, ids in bearers.items() if name and len(ids) == 1}


def _of_article(
    reading: Reading, owner: dict[tuple[str, str], str], known: set[str], surnames: dict[str, str]
) -> Iterator[Piece]:
    text, value = reading.article.text, reading.article.text.value
    named = sorted(
        (mention.start, mention.end, owner.get((mention.source, mention.refers_to), mention.refers_to))
        for mention in reading.of(Mention)
    )
    starts = [one[0] for one in named]
    days = [(time.start, time.value) for time in reading.of(Time) if DAY.fullmatch(time.value)]
    denied = language(reading.article.language).once(negations)
    for quote in reading.of(Quote):
        if quote.by == NAME:  # a ship, a newspaper, a film: nobody says it
            continue
        speaker = _speaker(reading, quote, owner, surnames)
        beside = frozenset(owner.get((quote.source, name), folded(name)) for name in quote.co_speakers)
        of = frozenset() if speaker in known or quote.speaker_at is None else _within(quote.speaker_at, named, starts)
        act = digest(quote.source, quote.cue.start if quote.cue else quote.start, _sentence(reading, quote))
        for part, whole in _parts(reading, quote):
            place = text.find(part.start, part.end)
            if place is None:
                continue
            words = value[place[0] : place[1]]
            inside = _within(part, named, starts)
            yield Piece(
                quote,
                part,
                reading.article.language,
                words,
                _around(reading, quote, place) if quote.kind != "direct" else "",
                act,
                speaker,
                whole,
                frozenset(GROUP.sub("", one) for one in NUMBER.findall(words)),
                inside,
                denied.search(words) is not None,
                frozenset(value for at, value in days if part.start <= at < part.end),
                speaker in known,
                quote.when or reading.article.published,
                not speaker and quote.kind == "scare" and _is_named(part, named),
                beside,
                of,
                written=quote.medium.casefold() in language(reading.article.language).words("quotes", "authored"),
                lead=_lead(reading, quote, place),
            )


def _within(span: Span, named: Sequence[tuple[int, int, str]], starts: Sequence[int]) -> frozenset[str]:
    """The entities whose mentions begin in a span."""
    return frozenset(one[2] for one in named[bisect_right(starts, span.start - 1) : bisect_right(starts, span.end)])


def _is_named(part: Span, named: Sequence[tuple[int, int, str]]) -> bool:
    """True when a mention fills most of what stands between marks."""
    return any(MOSTLY * len(part) <= min(b, part.end) - max(a, part.start) for a, b, _ in named)


def negations(words: Language) -> re.Pattern[str]:
    """The language's words of denial: did not, ne … pas, nicht, no, не."""
    denials = alternatives(words.words("quotes", "negations"))
    return re.compile(rf"(?<!\w)(?:{denials})(?:(?<=')|(?!\w))", re.IGNORECASE)


def _sentence(reading: Reading, quote: Quote) -> int:
    place = reading.article.text.find(quote.start, quote.end)
    sentence = reading.article.sentence_at(place[0]) if place else None
    return sentence[0] if sentence else quote.start


def _speaker(reading: Reading, quote: Quote, owner: dict[tuple[str, str], str], surnames: dict[str, str]) -> str:
    """The entity that speaks, by name, by the mention where it is named, or by a surname that one alone has."""
    if quote.speaker is None:
        return ""
    found = owner.get((quote.source, quote.speaker))
    if found is None and quote.speaker_at is not None:
        spots = [one for one in reading.of(Mention) if quote.speaker_at.covers(one.hull) and one.form != "demonym"]
        best = max(spots, key=lambda one: (one.end - one.start, -one.start), default=None)
        titled = (
            best is not None and best.kind == "PER" and best.end == quote.speaker_at.end
        )  # "bank chairman Lena Holt", not "a spokesman for Lena Holt"
        titled = titled and not _parted(reading, quote.speaker_at.start, best)
        if best is not None and (titled or 2 * len(best.hull) > len(quote.speaker_at)):
            found = owner.get((quote.source, best.refers_to))
    if found is None and SURNAME.fullmatch(quote.speaker):
        found = next((surnames[one.text] for one in parts(quote.speaker) if one.text in surnames), None)
    return found or folded(quote.speaker)


def _parted(reading: Reading, start: int, name: Mention | None) -> bool:
    """True when a preposition stands between the first word of a description and the name at its end."""
    place = reading.article.text.find(start, name.start) if name is not None and start < name.start else None
    words = WORD.findall(reading.article.text.value[slice(*place)].casefold()) if place is not None else []
    return not language(reading.article.language).once(_prepositions).isdisjoint(words[1:])


def _prepositions(words: Language) -> frozenset[str]:
    return frozenset(words.words("quotes", "prepositions"))


def _parts(reading: Reading, quote: Quote) -> Iterator[tuple[Span, bool]]:
    """The sentences of a quotation as original spans; short ones stay with their neighbour."""
    text = reading.article.text
    cuts: list[tuple[int, int]] = []
    for span in quote.spans:
        place = text.find(span.start, span.end)
        if place is not None:
            cuts += _split(text.value, *place)
    if quote.kind == "indirect" or len(cuts) <= 1:
        yield quote.hull if len(quote.spans) > 1 else quote.spans[0], True
        return
    for a, b in cuts:
        yield text.span(a, b), False


def _split(value: str, a: int, b: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = a
    for one in SENTENCE.finditer(value, a, b):
        if one.start() - start >= SHORT and b - one.end() >= SHORT:
            found.append((start, one.start()))
            start = one.end()
    return [*found, (start, b)]


def _lead(reading: Reading, quote: Quote, place: tuple[int, int]) -> str:
    """The words of its sentence before a quotation that is no sentence itself: its subject."""
    sentence = reading.article.sentence_at(place[0])
    if quote.kind != "partial" or sentence is None or sentence[0] >= place[0]:
        return ""
    return " ".join(reading.article.text.value[sentence[0] : place[0]].split()).strip(" «“„\"'")


def _around(reading: Reading, quote: Quote, place: tuple[int, int]) -> str:
    """The sentence around a phrase, from its cue on."""
    sentence = reading.article.sentence_at(place[0]) or place
    low, high = max(sentence[0], place[0] - AROUND), min(max(sentence[1], place[1]), place[1] + AROUND)
    if quote.cue is not None:
        cue = reading.article.text.find(quote.cue.start, quote.cue.end)
        if cue is not None and cue[1] <= place[0]:
            low = max(low, cue[1])
        elif cue is not None and cue[0] >= place[1]:
            high = min(high, cue[0])
    return reading.article.text.value[low:high].strip()
