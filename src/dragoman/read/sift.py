"""Cheap work on every article: clean, language, blocks, sentences, date. No parser, no vectors of sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.languages import Language, language
from dragoman.models import identify
from dragoman.read.agencies import AGENCY, DESK, credited
from dragoman.read.blocks import blocks, byline_name, is_signed
from dragoman.read.broken import broken
from dragoman.read.clean import plain, tidy
from dragoman.read.credited import credit_in
from dragoman.read.metadata import About
from dragoman.read.notices import notices
from dragoman.read.pile import REPEATED, removals
from dragoman.read.sentences import sentences
from dragoman.read.sheet import SENTENCES
from dragoman.read.told import tell
from dragoman.records import Article, Block, Source
from dragoman.settings import Settings
from dragoman.spans import Span, Text

__all__ = ["sift"]

SAMPLE = 2000  # characters shown to the language model: beyond it the answer no longer changed on news pages
SURE = 0.30  # below, the model was as often wrong as right on fragments of headlines
CLEAR = 0.50  # below, what is no word of the language is taken out and the model asked again
SHOUTED = re.compile(r"(?m)^[^\W\d_a-zà-öø-ÿа-яё][^a-zà-öø-ÿа-яё\n]{3,40}?[-–—]+\s")  # OUAGADOUGOU - Le retrait
_OPENING = 600  # characters in which the date line stands
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d\d\b")  # June 6, 2024 · 06.06.24
_WORDS = re.compile(r"[^\W\d_]{3,}")
_DATE_WORDS = 2  # words of three letters on a date line: a place or weekday, and the month; a caption has more
CAPTION_REACH = 600  # characters before a photo credit in which its caption can stand
#: What cleaning did, in the words of a note. Damage only: removed furniture is listed with its reasons elsewhere.
DAMAGE = {
    "glued-quote": "quotation marks glued to a word",
    "glued-words": "sentences or words run together",
    "torn-word": "words torn apart",
    "mojibake": "characters garbled by a wrong code page",
    "entity": "character references left undecoded",
    "stray-letter": "stray letters",
}


@dataclass(frozen=True, kw_only=True)
class _Found:
    """What a page's tags told, for the article; plain text tells nothing."""

    text: Text
    kinds: tuple[tuple[int, int, str], ...] = ()  # what tags say of blocks, by original range
    about: About = field(default_factory=About)
    byline: str | None = None


def sift(source: Source, settings: Settings | None = None) -> Article:
    """One source made readable."""
    settings = settings or Settings()
    found = _from_html(source) if source.kind == "html" else _Found(text=Text.of(source.id, source.text))
    raw = plain(found.text)
    code = _language(source, found, raw.value)
    outlet = source.given("outlet") or found.about.outlet
    tagged = source.kind == "html"
    text = tidy(raw, code, outlet=outlet or "", tagged=tagged)
    speech = language(code)
    runs = blocks(text.value, speech, captions=_captions(source, text), kinds=_kinds(text, found))
    url = source.given("url") or found.about.url
    known = Article(source=source.id, name=source.name, text=text, language=code, outlet=outlet, url=url, blocks=runs)
    repeated = removals(known, settings)
    if repeated:
        text = tidy(text.edit(repeated), code, outlet=outlet or "", tagged=tagged)
        runs = blocks(text.value, speech, captions=_captions(source, text), kinds=_kinds(text, found))
    title = next((text.span(one.start, one.end) for one in runs if one.kind == "headline"), None)
    byline = _byline(found.byline, text.value, runs, speech)
    article = Article(
        source=source.id,
        name=source.name,
        text=text,
        language=code,
        title=title,
        outlet=outlet,
        url=url,
        byline=byline,
        credits=credited(_beginning(source, text), _ending(source, text), byline=byline or ""),
        blocks=runs,
        sentences=sentences(text.value, runs, speech),
        notes=(*_given_notes(source), *_damage(text)),
        kind="primary" if source.given("kind") == "primary" else "press",
        kind_why="marked so by the user" if source.given("kind") == "primary" else "",
        corrections=tuple(notices(text, runs, speech)),
        translated=credit_in(_signed_off(source, text), speech),
        damage=broken(text, runs, speech),
    )
    return tell(article, source, found.about)


def _from_html(source: Source) -> _Found:
    from dragoman.read.markup import read_markup

    page = read_markup(Text.of(source.id, source.text))
    return _Found(
        text=page.text,
        kinds=page.kinds,
        about=page.about,
        byline=page.byline,
    )


# -- language --------------------------------------------------------------------------------------


def _language(source: Source, found: _Found, value: str) -> str:
    given = source.given("language")
    if given:
        return given.split("-")[0].split("_")[0].lower()
    lines = [line for line in value.split("\n", 400) if len(line) > 60]
    sample = "\n".join(lines)[:SAMPLE] if lines else value[:SAMPLE]
    code, score = identify(sample)
    if score < CLEAR and SHOUTED.search(sample):  # a place in capitals weighs as much as a line of words
        code, score = max((code, score), identify(SHOUTED.sub("", sample)), key=lambda found: found[1])
    if score < SURE:
        return found.about.language or "und"
    return code


# -- parts -----------------------------------------------------------------------------------------


def _captions(source: Source, text: Text) -> tuple[int, ...]:
    """Clean positions of the last character before each photo credit that was taken away."""
    places = []
    gone = -9  # end of the last caption that cleaning took away: its credit stands alone
    for change in text.removed:
        if change.why == "repeated-caption":
            gone = change.end
        if change.why != "photo-credit" or change.start <= gone + 3:
            continue
        before = text.find(max(0, change.start - CAPTION_REACH), change.start)
        place = len(text.value[: before[1]].rstrip()) - 1 if before else -1
        if place < 0:
            continue
        own = text.span(place, place + 1).end
        if source.text[own : change.start].strip():
            continue
        line = text.value[text.value.rfind("\n", 0, place + 1) + 1 : place + 1]
        beside = "\n" not in source.text[own : change.start]  # the credit stood in the caption's own line
        if beside or not SENTENCES.search(line):
            places.append(place)
    return tuple(places)


def _kinds(text: Text, found: _Found) -> dict[int, str]:
    """The kinds that tags gave, by clean position; blocks whose words are gone drop out."""
    places = {}
    for start, end, kind in found.kinds:
        clean = text.find(start, end)
        if clean:
            places[clean[0]] = kind
    return places


def _byline(told: str | None, value: str, runs: tuple[Block, ...], speech: Language) -> str | None:
    if told:
        return byline_name(told, speech)
    for block in runs:
        line = value[block.start : block.end]
        if block.kind == "byline" or (block.kind == "dateline" and is_signed(line, speech)):
            return byline_name(line, speech)
    return None


def _beginning(source: Source, text: Text) -> str:
    """The first words, with the date lines that cleaning took away: they name the agency a text comes from.

    An agency alone is a picture's credit, unless it stands on a date line or right under one.
    """
    opened = []
    for one in text.removed:
        before = source.text[: one.start].rstrip("\n") if one.start < _OPENING else ""
        line = before[before.rfind("\n") + 1 :]
        words = source.text[one.start : one.end].strip()
        dated = _DATED.search(line) and len(_WORDS.findall(line)) <= _DATE_WORDS
        alone = dated and not _WORDS.search(AGENCY.sub("", words))  # "Photo: AFP" says itself what it is
        desk = one.why == "label" and DESK.match(words)  # Rédaction Afrique, avec Reuters
        if before and (one.why == "sign-off" or desk or (one.why == "photo-credit" and alone)):
            opened.append(words)
    return "\n".join([*opened, text.value[:1200]])


def _ending(source: Source, text: Text) -> str:
    """The last lines, with sign-offs and source tags that cleaning took away."""
    taken = [
        source.text[one.start : one.end] for one in text.removed if one.why in ("sign-off", "source-tag", REPEATED)
    ]
    return "\n".join([text.value[-600:], *taken[-4:]])


def _signed_off(source: Source, text: Text) -> Iterator[tuple[str, Span]]:
    for one in text.removed:
        if one.why == "sign-off":
            yield source.text[one.start : one.end], Span(source.id, one.start, one.end)


def _damage(text: Text) -> tuple[str, ...]:
    counts = Counter(change.why for change in text.changes)
    times = {why: f"{count} place{'s' * (count > 1)}" for why, count in counts.items()}
    return tuple(f"{what}: mended in {times[why]}" for why, what in DAMAGE.items() if why in times)


def _given_notes(source: Source) -> tuple[str, ...]:
    return tuple(value for key, value in source.meta if key == "note")
