"""Is this a document itself – a treaty's text, a law, a communiqué, a transcript – and not press about one?

Recognised by shape and by words of `[primary]` together, never by one of them alone: press quotes both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from dragoman.languages import Language, alternatives, language
from dragoman.read.credited import lower
from dragoman.records import Article

__all__ = ["primary"]

HEAD = 3  # lines in which a document says what it is
TOP = 8000  # characters in which a preamble must have come to "have agreed as follows"
ARTICLES = 3  # numbered articles that a treaty or law must have
TURNS = 5  # changes of speaker that a transcript must have
VOICE = 2  # times that a communiqué must speak for its parties outside quotation marks
SPEAKER = re.compile(
    r"(?m)^([^\W\d_a-zà-ÿа-яё][\w.'’-]*(?: [^\W\d_a-zà-ÿа-яё][\w.'’-]*){0,3})(?: ?\([^)\n]{1,60}\))?: "
)  # "Q: "
QUOTED = re.compile(r"[“«„\"][^”»“\"\n]*[”»“\"]")  # “we reaffirm our commitment”
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


class _Words(NamedTuple):
    """The words of one language, compiled once."""

    numbered: re.Pattern[str] | None
    agreed: tuple[str, ...]
    enacted: tuple[str, ...]
    titles: tuple[str, ...]
    transcripts: tuple[str, ...]


def primary(article: Article) -> str:
    """By what a primary document is recognised, in words; "" for press."""
    words = language(article.language).once(_words)
    value = article.text.value
    low = lower(value)
    return _treaty(value, low, words) or _transcript(value, low, words) or _communique(low, words)


def _words(speech: Language) -> _Words:
    heads = speech.words("primary", "numbered")
    return _Words(
        numbered=re.compile(rf"(?mi)^\W*(?:{alternatives(heads)})\.? ?(\d{{1,3}}|[IVXL]{{1,7}})\b") if heads else None,
        agreed=speech.words("primary", "agreed"),
        enacted=speech.words("primary", "enacted"),
        titles=speech.words("primary", "titles"),
        transcripts=speech.words("primary", "transcripts"),
    )


def _treaty(value: str, low: str, words: _Words) -> str:
    """Numbered articles in order, after a preamble that agrees or enacts."""
    formula = _first(low[:TOP], (*words.agreed, *words.enacted))
    if not formula or not words.numbered:
        return ""
    count = _in_order(value, words.numbered)
    return f"articles numbered 1 to {count} after “{formula}”" if count >= ARTICLES else ""


def _in_order(value: str, numbered: re.Pattern[str]) -> int:
    """How far the numbers of article heads run on from 1."""
    reached = 0
    for hit in numbered.finditer(value):
        if _number(hit[1]) == reached + 1:
            reached += 1
    return reached


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    values = [ROMAN[one] for one in text.upper()]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _transcript(value: str, low: str, words: _Words) -> str:
    """A first line that says so, and speakers named before colons who take turns, two of them more than once."""
    said = _first("\n".join(_head(low)), words.transcripts)
    if not said:
        return ""
    speakers = [hit[1] for hit in SPEAKER.finditer(value)]
    again = sum(count > 1 for count in Counter(speakers).values())
    turns = sum(one != after for one, after in pairwise(speakers))
    return f"“{said}”, and speakers who take turns" if turns >= TURNS and again > 1 else ""


def _communique(low: str, words: _Words) -> str:
    """A first line that is the name of such a document, over a text that itself agrees, reaffirms or decides."""
    named = next((title for line in _head(low) for title in words.titles if line.startswith(title)), "")
    if not named:
        return ""
    unquoted = QUOTED.sub(" ", low)  # press quotes the words of a communiqué
    voice = sum(unquoted.count(phrase) for phrase in words.agreed)
    return f"headed “{named.strip()}”, and speaks for its parties" if voice >= VOICE else ""


def _head(low: str) -> Iterator[str]:
    """The first lines that are not empty."""
    return islice((line.strip() for line in low.split("\n", 12) if line.strip()), HEAD)


def _first(low: str, phrases: tuple[str, ...]) -> str:
    """The first of these phrases that stands in the text."""
    return next((one for one in phrases if one in low), "")
