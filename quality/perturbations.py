"""Deterministic changes of a text, each with what the changed text now says.

Every generator finds its own targets with patterns over the original characters and with words from CLDR and
`perturbation.toml`; none of them looks at what Dragoman found. A change knows the old words, the new words, where they
stand, and what a truthful reader must say about that place afterwards.
"""

from __future__ import annotations

import random
import re
import tomllib
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale

from dragoman.records import Source

__all__ = ["KINDS", "MARKS", "Change", "Document", "by_gold", "same_name"]

WORDS = tomllib.loads(Path(__file__).with_name("perturbation.toml").read_text("utf-8"))
#: How often one target may be changed (each time into something else) when texts are few.
VARIANTS = 6
PARAGRAPH = re.compile(r"<p\b[^>]*>(.*?)</p>", re.S | re.I)  # <p class="x">Body text.</p>
SENTENCE_END = re.compile(r"[.!?…][”\"»“’)]*(?:\s|$)")
MARKED = re.compile(r'"([^"\n]+)"|“([^”"\n]+)”|«\s*([^»\n]+?)\s*»|„([^“”\n]+)[“”]')  # every pair, however short
NAME = re.compile(  # Kim Jong Un · Ursula von der Leyen · Юрий Ушаков
    r"(?<![\w'’-])(?=[^\W\d_a-zß-ÿа-я])[\w’'-]+(?: (?:de|van|von|von der|al|el))?"
    r" (?=[^\W\d_a-zß-ÿа-я])[\w’'-]+(?: (?=[^\W\d_a-zß-ÿа-я])[\w’'-]+)?"
)
# 7,000 · 10 000 · 4,8 · 9.5 · 120, with no letter or figure glued to it
NUMBER = re.compile(
    r"(?<![\w.,/:€$£-])(\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+|\d{1,4}(?:[.,]\d{1,2})?|\d{5,7})"
    r"(?![\w.,:/-]*\d)(?=[ \u00a0])"
)
DIALLED = re.compile(r"\d[ /]$")  # the second part of 0471 313800 is no count
# a number right behind a name inside a sentence is part of it: the S&P 500, Poor's 500, School 285, a Boeing 767
NAMED = re.compile(r"[\w,;)’'-] (?=[^\W\d_a-zß-ÿа-я])[\w&.’'-]+[ \u00a0]$")


@dataclass(frozen=True)
class Document:
    """A text that may be changed, with who speaks where it is known from gold."""

    id: str
    group: str
    source: Source
    language: str
    says: tuple[tuple[tuple[tuple[int, int], ...], tuple[int, int], str], ...] = ()  # quotation, source words, speaker
    gold: tuple[tuple[str, tuple[tuple[int, int], ...]], ...] = ()  # places that gold marks, by what is marked

    @property
    def text(self) -> str:
        """The decoded original."""
        return self.source.text

    def prose(self) -> list[tuple[int, int]]:
        """Lines (HTML: paragraphs) long enough to be sentences of the story and ended like one."""
        if self.source.kind == "html":
            parts = [m.span(1) for m in PARAGRAPH.finditer(self.text)]
        else:
            parts = [m.span() for m in re.finditer(r"[^\r\n]+", self.text)]
        return [(a, b) for a, b in parts if b - a >= 80 and SENTENCE_END.search(self.text[a:b] + " ")]

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches inside prose, free of markup."""
        for a, b in self.prose():
            for match in pattern.finditer(self.text, a, b):
                if not set("<>&") & set(match[0]):
                    yield match

    def sentence(self, position: int) -> tuple[int, int]:
        """The rough sentence around a place: between two full stops of its line."""
        a, b = next(((a, b) for a, b in self.prose() if a <= position < b), (0, len(self.text)))
        ends = [a, *(m.end() for m in SENTENCE_END.finditer(self.text, a, b)), b]
        index = bisect_right(ends, position)
        return ends[index - 1], ends[min(index, len(ends) - 1)]


@dataclass(frozen=True)
class Change:
    """One change: `edits` are (start, end, new words) in the original; `expect` is what the new text says."""

    kind: str
    document: str
    edits: tuple[tuple[int, int, str], ...]
    old: str
    new: str
    expect: dict[str, Any] = field(default_factory=dict, hash=False)

    def apply(self, text: str) -> str:
        """The changed text."""
        for start, end, new in sorted(self.edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def moved(self, start: int, end: int) -> tuple[int, int]:
        """Where a place of the original lies in the changed text; an edited place grows or shrinks with its words."""
        grown = [(a, b, len(new) - (b - a)) for a, b, new in self.edits]
        first = start + sum(by for _, b, by in grown if b <= start)
        return first, end + sum(by for a, _, by in grown if a < end)

    @property
    def place(self) -> tuple[int, int]:
        """The (first) changed words in the changed text."""
        start, _, new = min(self.edits)
        return start, start + len(new)


@cache
def words(language: str) -> dict[str, Any]:
    """Our words of a language, empty for others."""
    table: dict[str, Any] = WORDS.get(language, {})
    return table


def either(options: list[str] | tuple[str, ...]) -> str:
    """A pattern for any of the words, longest first."""
    return "|".join(re.escape(one) for one in sorted(set(options), key=lambda one: (-len(one), one))) or "(?!)"


def like(old: str, new: str) -> str:
    """`new` with the first letter as large as that of `old`."""
    return new[:1].upper() + new[1:] if old[:1].isupper() else new


def same_name(one: str, other: str) -> bool:
    """One name's words are all in the other's: "Putin" and "Vladimir Putin", never "Kim Jong Il" and "Kim Jong Un"."""
    a, b = (frozenset(re.findall(r"\w+", re.sub("['’]s\\b", "", name.casefold()))) - TITLES for name in (one, other))
    return bool(a and b) and (a <= b or b <= a)


TITLES = frozenset(["mr", "mrs", "ms", "m", "mme", "herr", "frau", "sr", "sra", "the", "le", "la", "der", "die"])


# -- the kinds -------------------------------------------------------------------------------------


@cache
def calendar(language: str) -> tuple[list[str], list[str]]:
    """(weekdays from Monday, months from January) as CLDR writes them within a date."""
    locale = Locale(language)
    days, months = locale.days["format"]["wide"], locale.months["format"]["wide"]
    return [days[i] for i in range(7)], [months[i] for i in range(1, 13)]


@cache
def written_dates(language: str) -> tuple[re.Pattern[str], ...]:
    """19 June (2024), 19 juin, 19. Juni, 19 de junio de 2024; in English also June 19(, 2024)."""
    flags = re.I if language in ("fr", "es", "ru") else 0
    month = rf"(?P<month>{either(calendar(language)[1])})"
    day, year = r"(?P<day>[12]?\d|3[01])", r"(?:,? (?:de )?(?P<year>(?:19|20)\d\d)\b)?"
    alone = r"(?! ?(?:and|or|to|et|ou|au|und|bis|y|a|al|и|[–-]) ?\d)"  # not 19 and 20
    before = r"(?<![\d–-])(?<!\d )(?<!\d\. )(?<!and )(?<!und )(?<! et )(?<! au )(?<! y )"
    first = rf"{before}{day}(?:er|\.|st|nd|rd|th)? (?:de |of )?{month}\b{year}"
    then = rf"\b{month} {day}(?:st|nd|rd|th)?\b(?![\d–-]){alone}{year}"
    return tuple(re.compile(one, flags) for one in ((first, then) if language == "en" else (first,)))


def weekdays(doc: Document) -> Iterator[Change]:
    """Another weekday. `date`: the written date beside it, where there is one."""
    days, months = calendar(doc.language)
    flags = 0 if doc.language in ("en", "de") else re.I
    dates = [m for pattern in written_dates(doc.language) for m in doc.find(pattern)]
    for match in doc.find(re.compile(rf"(?<![\w-])(?:{either(days)})(?![\w-])", flags)):
        old = [day.casefold() for day in days].index(match[0].casefold())
        near = next((d for d in dates if 0 <= d.start() - match.end() <= 3 or 0 <= match.start() - d.end() <= 3), None)
        beside = None
        if near:
            month = [m.casefold() for m in months].index(near["month"].casefold()) + 1
            beside = {"day": int(near["day"]), "month": month, "year": int(near["year"] or 0)}
        for new in shuffled(doc, match.start(), [i for i in range(7) if i != old]):
            name, expect = like(match[0], days[new]), {"weekday": new, "was": old, "beside": beside}
            yield Change("weekday", doc.id, ((*match.span(), name),), match[0], name, expect)


def dates(doc: Document) -> Iterator[Change]:
    """Another day or another month."""
    _, months = calendar(doc.language)
    for pattern in written_dates(doc.language):
        for match in doc.find(pattern):
            month = [m.casefold() for m in months].index(match["month"].casefold()) + 1
            day, year = int(match["day"]), int(match["year"] or 0)
            if not 1 <= day <= 31:
                continue
            for new in shuffled(doc, match.start(), [d for d in range(2, 29) if d != day])[: VARIANTS // 2]:
                edit, expect = (*match.span("day"), str(new)), dated(match, new, month, year, day, month)
                yield Change("date", doc.id, (edit,), match["day"], str(new), expect)
            others = [m for m in range(1, 13) if m != month and (day <= 28 or m not in (2, 4, 6, 9, 11))]
            for other in shuffled(doc, match.end(), others)[: VARIANTS // 2]:
                name = like(match["month"], months[other - 1])
                edit, expect = (*match.span("month"), name), dated(match, day, other, year, day, month)
                yield Change("date", doc.id, (edit,), match["month"], name, expect)


def dated(match: re.Match[str], day: int, month: int, year: int, was_day: int, was_month: int) -> dict[str, Any]:
    """What the changed date says, and what the old one said."""
    return {"day": day, "month": month, "year": year, "was": [was_day, was_month], "around": list(match.span())}


def figures(doc: Document) -> Iterator[Change]:
    """Another number with as many digits, written the same way."""
    scale = words(doc.language).get("scale", {})
    month = either(calendar(doc.language)[1])
    clock = r"(?:h|Uhr|am|pm|a\.m|p\.m|часов)\b"
    no_count = re.compile(rf"[ \u00a0](?:de )?(?:(?:{month})\b|(?:\w+ \d{{1,2}}(?:[.:]\d\d)? )?{clock})", re.I)
    counted = re.compile(r"[ \u00a0](?:de )?([^\W\d_]+)")
    of_month = re.compile(rf"(?:{month})(?:\s|&nbsp;)+$", re.I)
    for match in doc.find(NUMBER):
        old, value = match[1], numeric(match[1], doc.language)
        noun = counted.match(doc.text, match.end())
        if value is None or noun is None or no_count.match(doc.text, match.end()) or like_a_year(old):
            continue
        if (old.isdigit() and value < 10) or (noun[1][0].isupper() and doc.language != "de"):
            continue
        if doc.language != "de" and NAMED.search(doc.text, max(0, match.start() - 40), match.start()):
            continue
        if of_month.search(doc.text, max(0, match.start() - 20), match.start()) or DIALLED.search(
            doc.text, max(0, match.start() - 2), match.start()
        ):
            continue
        times = 1.0
        while noun and noun[1] in scale:  # 4 mil millones
            times, noun = times * scale[noun[1]], counted.match(doc.text, noun.end())
        rng = random.Random(f"{doc.id}:{match.start()}:{old}")
        for _ in range(VARIANTS):
            new = "".join(str(rng.randint(1, 9)) if one.isdigit() and one != "0" else one for one in old)
            if new != old and not like_a_year(new):
                there = {"value": numeric(new, doc.language) * times, "was": value * times}  # type: ignore[operator]
                yield Change("figure", doc.id, ((*match.span(1), new),), old, new, there)


def like_a_year(number: str) -> bool:
    """1961 or 2024."""
    return len(number) == 4 and number.isdigit() and number[:2] in ("18", "19", "20")


def numeric(number: str, language: str) -> float | None:
    """The value of a written number; None where the language leaves it open (1.500 in English copy)."""
    thousands, decimal = (",", ".") if language == "en" else (".", ",")
    plain = re.sub(r"[ \u00a0\u202f]", "", number)
    if re.search(rf"{re.escape(decimal)}\d{{3}}", plain):
        return None
    if re.search(rf"{re.escape(thousands)}\d{{3}}", plain):
        plain = plain.replace(thousands, "")
    return float(re.sub(r"[.,]", ".", plain))


def people(doc: Document) -> list[tuple[str, int, int]]:
    """Full names beside a saying verb, or of speakers by gold: (name, start, end) of each place."""
    verbs = either(words(doc.language).get("say", ()))
    found = [m for m in doc.find(NAME) if like_a_person(m[0], doc.language)]
    voices = {speaker for _, _, speaker in doc.says}
    beside = re.compile(rf"\b(?:{verbs})\b")
    return [
        (m[0], *m.span())
        for m in found
        if m[0] in voices or beside.search(doc.text[max(0, m.start() - 14) : m.end() + 30])
    ]


def like_a_person(name: str, language: str) -> bool:
    """Two or three capitalised words, none of them a place, a title, an article or an acronym."""
    places = {word for place in Locale(language).territories.values() for word in place.split()}
    tokens = set(name.split())
    others = places | set(words(language).get("not_a_name", ()))
    return bool(NAME.fullmatch(name)) and not tokens & others and not any(word.isupper() for word in tokens)


def speakers(doc: Document) -> Iterator[Change]:
    """The speaker's name replaced by that of somebody else in the article."""
    known = people(doc)
    names = sorted({name for name, _, _ in known})
    for quoted, (start, end), speaker in claims(doc, known):
        others = [name for name in names if not shares(name, speaker)]
        for new in shuffled(doc, start, others)[:2]:
            expect = {"quotes": [list(part) for part in quoted]}
            yield Change("speaker", doc.id, ((start, end, new),), speaker, new, expect)


def shares(one: str, other: str) -> bool:
    """Two names that have a word in common: a family, or one person."""
    return bool(set(one.casefold().split()) & set(other.casefold().split()))


def claims(
    doc: Document, known: list[tuple[str, int, int]]
) -> Iterator[tuple[tuple[tuple[int, int], ...], tuple[int, int], str]]:
    """(quotation, place of the speaker's full name, name): from gold where it says so, else by words that touch."""
    if doc.says:
        for quoted, (start, end), speaker in doc.says:
            at = doc.text.find(speaker, start, end)
            if at >= 0 and like_a_person(speaker, doc.language):
                yield quoted, (at, at + len(speaker)), speaker
        return
    verbs = either(words(doc.language).get("say", ()))
    for match in quotations(doc):
        begin, end = content(match)
        for name, a, b in known:
            gap = doc.text[match.end() : a] if a >= match.end() else doc.text[b : match.start()]
            if (0 <= a - match.end() <= 24 or 0 <= match.start() - b <= 24) and re.search(rf"\b(?:{verbs})\b", gap):
                yield ((begin, end),), (a, b), name


def quotations(doc: Document) -> list[re.Match[str]]:
    """Pairs of marks around at least four words, in paragraphs where straight marks come in pairs."""
    odd = [(a, b) for a, b in doc.prose() if doc.text[a:b].count('"') % 2]
    found = [m for m in doc.find(MARKED) if len(m[0].split()) >= 4]
    return [m for m in found if not any(a <= m.start() < b for a, b in odd)]


def content(match: re.Match[str]) -> tuple[int, int]:
    """The words between the marks."""
    return match.span(match.lastindex or 0)


def swaps(doc: Document) -> Iterator[Change]:
    """Two quotations of different sentences change places."""
    marked = quotations(doc)
    speaker = {part[0]: who for quoted, _, who in doc.says for part in quoted}
    pairs = []
    for index, one in enumerate(marked):
        for other in marked[index + 1 :]:
            a, b = content(one), content(other)
            here, there = speaker.get(a[0]), speaker.get(b[0])
            known = here and there and not same_name(here, there)
            if "\n" in doc.text[one.end() : other.start()] and (known or not doc.says):
                pairs.append((a, b, [here, there]))
    for a, b, who in shuffled(doc, 0, pairs):
        first, second = doc.text[slice(*a)], doc.text[slice(*b)]
        expect = {"places": [list(a), list(b)], "speakers": who}
        yield Change("quotes", doc.id, ((*a, second), (*b, first)), first, second, expect)


def splices(doc: Document) -> Iterator[Change]:
    """A quotation takes in another one of the article, one that stands in another paragraph with a third between."""
    marked = quotations(doc)
    pairs = [
        (content(one), content(other))
        for index, one in enumerate(marked)
        for other in marked[index + 2 :]
        if "\n" in doc.text[one.end() : other.start()]
    ]
    for a, b in shuffled(doc, 1, pairs):
        first, second = doc.text[slice(*a)].rstrip(" ,.!?;"), doc.text[slice(*b)].strip()
        joined = f"{first}, {second}"
        yield Change("splice", doc.id, ((*a, joined),), doc.text[slice(*a)], joined, {"place": list(a)})


def negations(doc: Document) -> Iterator[Change]:
    """An act denied, or a denied act asserted; not where it is a condition or a hope already."""
    table = words(doc.language)
    lists = {key: either(table.get(key, ())) for key in ("auxiliary", "participle", "base", "finite", "determiner")}
    condition = re.compile(rf"\b(?:{either(table.get('condition', ()))})\b", re.I)
    for pattern, make in NEGATORS.get(doc.language, ()):
        for match in doc.find(re.compile(pattern.format(**lists))):
            if condition.search(doc.text, doc.sentence(match.start())[0], match.start()):
                continue
            start, end, new = make(match)
            expect = {"denied": bool(NOT.search(new)), "verb": list(match.span("verb"))}
            yield Change("negation", doc.id, ((start, end, new),), doc.text[start:end], new, expect)


NOT = re.compile(r"\b(?:not|pas|nicht|no|не)\b")
BASE = dict(zip(WORDS["en"]["participle"], WORDS["en"]["base"], strict=True))
Negator = tuple[str, Callable[[re.Match[str]], tuple[int, int, str]]]


def _before(word: str) -> Callable[[re.Match[str]], tuple[int, int, str]]:
    return lambda m: (m.start(), m.start(), word)


def _without(m: re.Match[str]) -> tuple[int, int, str]:
    return (*m.span("no"), "")


def _ne_pas(m: re.Match[str]) -> tuple[int, int, str]:
    return (*m.span("aux"), ("n'" if m["aux"][0] in "aeéêo" else "ne ") + m["aux"] + " pas")


#: language → (pattern with the verb as a group, what becomes what); the first of each put a negation in.
NEGATORS: dict[str, tuple[Negator, ...]] = {
    "en": (
        (  # has signed → has not signed
            r"\b(?P<aux>{auxiliary}) (?:be |been )?(?P<verb>{participle}|(?:(?<=will )|(?<=would ))(?:{base}))\b",
            lambda m: (m.end("aux"), m.end("aux"), " not"),
        ),
        (  # Putin signed the treaty → Putin did not sign the treaty
            r"(?<=[A-Za-z] )(?<!has )(?<!had )(?<!was )(?<!not )(?<!be )(?P<verb>{participle})(?= (?:{determiner})\b)",
            lambda m: (*m.span(), "did not " + BASE[m[0]]),
        ),
        (r"\b(?:{auxiliary})(?P<no> not) (?:be |been )?(?P<verb>{participle}|{base})\b", _without),
    ),
    "fr": (
        (r"(?<![\w'’])(?P<aux>{auxiliary}) (?:été )?(?P<verb>{participle})\b", _ne_pas),
        (
            r"\b(?:n['’]|ne )(?P<aux>{auxiliary}) pas (?:été )?(?P<verb>{participle})\b",
            lambda m: (m.start(), m.end("aux") + 4, m["aux"]),
        ),
    ),
    "de": (
        (
            r"\b(?:{auxiliary})\b[^.,;:\n„“”»«\"]{{0,90}}(?<!nicht) (?P<verb>{participle})\b",
            lambda m: (m.start("verb"), m.start("verb"), "nicht "),
        ),
        (r"\b(?P<no>nicht )(?P<verb>{participle})\b", _without),
    ),
    "es": (
        (r"(?<!no )(?<!se )(?<!lo )(?<!la )\b(?P<verb>{finite})\b", _before("no ")),
        (r"(?<!no )(?<!se )\b(?:{auxiliary}) (?:sido )?(?P<verb>{participle})\b", _before("no ")),
        (r"\b(?P<no>no )(?P<verb>{finite})\b", _without),
    ),
    "ru": (
        (r"(?<!не )\b(?P<verb>{finite})\b", _before("не ")),
        (r"\b(?P<no>не )(?P<verb>{finite})\b", _without),
    ),
}


def parties(doc: Document) -> Iterator[Change]:
    """A country in a sentence about an act, replaced by another that takes the same article."""
    groups = words(doc.language).get("country", ())
    named = {name: code for code, name in Locale(doc.language).territories.items() if len(code) == 2 and code.isalpha()}
    present = [name for name in named if name in doc.text]
    pattern = re.compile(rf"(?<![\w-])(?P<article>la |le |La |Le )?(?P<name>{either(present)})(?![\w-])")
    verbs = [word for key in ("participle", "base", "finite") for word in words(doc.language).get(key, ())]
    act = re.compile(rf"\b(?:{either(verbs)})\b")
    for match in doc.find(pattern):
        if not doc.gold and not act.search(doc.text, *doc.sentence(match.start())):
            continue
        if not doc.gold and (named[match["name"]] == "UN" or _is_in_name(doc, match.end())):
            continue  # no country there: the United Nations, Singapore Airlines, the Panama Papers
        article = (match["article"] or "").lower()
        group = next((g for g in groups if (g[0].startswith(article) if article else " " not in g[0])), ())
        for new in shuffled(doc, match.start(), [g.removeprefix(article) for g in group])[:VARIANTS]:
            if new in doc.text:
                continue
            expect = {"country": named.get(new, ""), "was": named[match["name"]]}
            yield Change("party", doc.id, ((*match.span("name"), new),), match["name"], new, expect)


def _is_in_name(doc: Document, end: int) -> bool:
    """True where a capital right behind makes a country part of a longer name; German writes every noun so."""
    behind = doc.text[end : end + 2]
    return doc.language != "de" and behind[:1] == " " and behind[1:].isupper()


def shuffled(doc: Document, at: int, options: list[Any]) -> list[Any]:
    """The options in an order that depends on the place only."""
    return random.Random(f"{doc.id}:{at}").sample(options, len(options))


#: kind → the changes of that kind a document allows, in a fixed order.
KINDS: dict[str, Callable[[Document], Iterator[Change]]] = {
    "weekday": weekdays,
    "figure": figures,
    "speaker": speakers,
    "date": dates,
    "quotes": swaps,
    "splice": splices,
    "negation": negations,
    "party": parties,
}

#: kind → what gold marks at a place that such a change may change; of negation: put in, taken out.
MARKS = {"weekday": ("time",), "date": ("time",), "figure": ("figure",), "party": ("party",)}


def by_gold(doc: Document, kind: str) -> Iterator[Change]:
    """The changes of a kind at places that the gold of the document marks."""
    gold = dict(doc.gold)
    for change in KINDS[kind](doc):
        if kind == "negation":
            a, b = change.expect["verb"]
            marks = gold.get("asserted" if change.expect["denied"] else "denied", ())
            others = gold.get("denied" if change.expect["denied"] else "asserted", ())
            fits = within(marks, a, b) and not within(others, a, b)
        else:
            a, b = change.edits[0][:2]
            fits = any(within(gold.get(mark, ()), a, b) for mark in MARKS[kind])
        if fits:
            yield replace(change, expect=change.expect | {"gold": True, "sentence": list(doc.sentence(a))})


def within(places: tuple[tuple[int, int], ...], a: int, b: int) -> bool:
    """True for a place inside one of these."""
    return any(start <= a and b <= end for start, end in places)
