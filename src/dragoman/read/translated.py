"""Was this article translated, and from which language? A graded judgement with the words that show it, else silence.

What counts, by language in `[translated]` of the language files: a line that says so; names of media rendered word for
word; turns of phrase and shapes that one language leaves in another; capitals and spellings of another language; and
what machines leave behind whatever the language: sentences that go on in lower case, articles with a stray capital.
One sign alone never suffices, unless the article says so itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from dragoman.languages import Language, alternatives, known, language
from dragoman.read.credited import credit, lower
from dragoman.records import Article, Translation

__all__ = ["translation"]

#: Points a sign is worth, and how many signs of its kind count. Whole numbers set by hand; LIKELY is the lowest that
#: accused none of a thousand native articles in English, German, Spanish, French, Russian and Japanese.
WORTH = {"media": (3, 2), "phrases": (2, 3), "shapes": (2, 3), "weak": (1, 3), "capitals": (2, 1), "spellings": (2, 1)}
GENERAL = 2  # points of what machines leave behind in any language
LIKELY, CERTAIN = 4, 10
WHY = {
    "media": "a medium's name rendered word for word",
    "phrases": "a turn of phrase of another language",
    "weak": "rare in this language, common in another",
    "shapes": "wording or marks in the manner of another language",
    "capitals": "capitals as another language sets them",
    "spellings": "a name as another language spells it",
    "lower": "sentences go on in lower case",
    "stray": "stray capitals within sentences",
}
LITERAL = ("media", "phrases", "weak")
LOWER_START = re.compile(r"\. [a-zß-ÿа-яё]{2}")  # "he said. he noted"
STRAY = r"(?:{}) ?[a-zà-ÿ]{{3}}"  # "a dit que Le nouveau"


class Sign(NamedTuple):
    """One thing seen in the clean text that speaks for a translation from `origin` ("" when it tells no language)."""

    origin: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class _Origin:
    """What one language leaves behind in another."""

    code: str
    literals: tuple[tuple[str, str], ...]  # (kind, words); all but names of media in lower case
    shapes: tuple[re.Pattern[str], ...]
    capitals: re.Pattern[str] | None


@dataclass(frozen=True)
class _Signs:
    """What to look for in one language, compiled once."""

    origins: tuple[_Origin, ...]
    spellings: tuple[tuple[str, str], ...]  # (language that spells so, word)
    stray: re.Pattern[str] | None
    cues: tuple[str, ...]


def translation(article: Article) -> Translation | None:
    """The judgement on one article; None where nothing shows a translation, or too little."""
    speech = language(article.language)
    signs = speech.once(_signs)
    if not signs.cues:
        return None
    value = article.text.value
    low = lower(value)
    told = credit(article, speech) if any(cue in low for cue in signs.cues) else None
    return told or _judged(article, list(_seen(value, low, signs)))


def _signs(speech: Language) -> _Signs:
    section = speech.section("translated")
    rows = ((code, found) for code, found in section.items() if isinstance(found, dict) and code != "names")
    starts = speech.words("translated", "starts")
    return _Signs(
        origins=tuple(_origin(code, found) for code, found in rows),
        spellings=tuple(
            (code, word)
            for code in known()
            if code != speech.code
            for word in language(code).words("translated", "spellings")
        ),
        stray=re.compile(STRAY.format(alternatives(starts))) if starts else None,
        cues=(*speech.words("translated", "declares"), *speech.words("translated", "machine")),
    )


def _origin(code: str, rows: dict[str, list[str]]) -> _Origin:
    capitals = rows.get("capitals")
    return _Origin(
        code=code,
        literals=tuple((kind, words) for kind in LITERAL for words in rows.get(kind, ())),
        shapes=tuple(re.compile(one) for one in rows.get("shapes", ())),
        capitals=re.compile(rf"(?:{alternatives(capitals)})\b") if capitals else None,
    )


# -- what was seen ---------------------------------------------------------------------------------


def _seen(value: str, low: str, signs: _Signs) -> Iterator[Sign]:
    for origin in signs.origins:
        for kind, words in origin.literals:
            at = _find(value if kind == "media" else low, words)
            if at >= 0:
                yield Sign(origin.code, kind, at, at + len(words))
        for shape in origin.shapes:
            if found := shape.search(value):
                yield Sign(origin.code, "shapes", found.start(), found.end())
        if origin.capitals:
            yield from _often(_within(value, origin.capitals), origin.code, "capitals", 2)
    for code, word in signs.spellings:
        at = _find(value, word)
        if at >= 0:
            yield Sign(code, "spellings", at, at + len(word))
    yield from _often(_after_word(value), "", "lower", 3)
    if signs.stray:
        yield from _often(_within(value, signs.stray), "", "stray", 2)


def _find(value: str, words: str) -> int:
    """Where the words stand at the start of a word, -1 when nowhere."""
    at = value.find(words)
    while at > 0 and value[at - 1].isalnum() and words[0].isalnum():
        at = value.find(words, at + 1)
    return at


def _within(value: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Hits that stand after a small letter or a comma, and so within a sentence."""
    for hit in pattern.finditer(value):
        before = value[max(hit.start() - 2, 0) : hit.start()]
        if len(before) == 2 and before[1] == " " and (before[0].islower() or before[0] == ","):
            yield hit.span()


def _after_word(value: str) -> Iterator[tuple[int, int]]:
    """Full stops before a small letter and after a word too long to be an abbreviation."""
    for hit in LOWER_START.finditer(value):
        before = value[max(hit.start() - 4, 0) : hit.start()]
        if len(before) == 4 and before.isalpha() and before.islower():
            yield _word(value, hit.start() - 1)[0], _word(value, hit.end() - 1)[1]


def _word(value: str, at: int) -> tuple[int, int]:
    """The whole word around a character."""
    start, end = at, at + 1
    while start > 0 and value[start - 1].isalnum():
        start -= 1
    while end < len(value) and value[end].isalnum():
        end += 1
    return start, end


def _often(hits: Iterable[tuple[int, int]], origin: str, kind: str, least: int) -> Iterator[Sign]:
    """A sign of which one could be a slip: at least so many, of which the first is shown."""
    first = list(islice(hits, least))
    if len(first) == least:
        yield Sign(origin, kind, *first[0])


# -- the judgement ---------------------------------------------------------------------------------


def _judged(article: Article, seen: Sequence[Sign]) -> Translation | None:
    general = [sign for sign in seen if not sign.origin]
    origins = {sign.origin for sign in seen if sign.origin}
    ranked = sorted(((_points(seen, code), code) for code in origins), reverse=True)
    if not ranked:
        return None
    points, code = ranked[0]
    total = points + GENERAL * len(general)
    own = [sign for sign in seen if sign.origin == code]
    if total < LIKELY or points < 2 or len(own) + len(general) < 2:
        return None
    shown = sorted([*own, *general], key=lambda sign: (-WORTH.get(sign.kind, (GENERAL, 1))[0], sign.start))
    tied = len(ranked) > 1 and ranked[1][0] == points
    return Translation(
        from_language="und" if tied else code,
        manner="machine" if general or any(sign.kind in ("media", "capitals") for sign in own) else "",
        grade="certain" if total >= CERTAIN else "likely",
        evidence=tuple((article.text.span(sign.start, sign.end), WHY[sign.kind]) for sign in shown),
    )


def _points(seen: Sequence[Sign], code: str) -> int:
    return sum(
        worth * min(most, sum(sign.origin == code and sign.kind == kind for sign in seen))
        for kind, (worth, most) in WORTH.items()
    )
