"""Capitals, countries and palaces that act: "Moscow denies", "between Washington and Seoul"."""

from __future__ import annotations

import re
from itertools import pairwise

from dragoman.languages.world import fold
from dragoman.read.found import Found
from dragoman.read.lexicon import Lexicon
from dragoman.read.page import Page

__all__ = ["metonyms"]

_LETTERS = 3  # capitals of acronyms that are read as names of states: "USA"
_JOINT = 12  # characters that join two partners: " and the "
_PLAIN = re.compile(r"[\w ,'’-]+")
_WORD = re.compile(r"\w+")
_LAST = re.compile(r"(\w+) $")
_ENCLOSED = re.compile(
    r"(?:\(|(?<!\w)[^\W\d_a-zà-ÿа-яё]\w*,) ?$"
)  # "in Denver, Colorado", "(Moscow": not "he said, Moscow"


def metonyms(page: Page, lexicon: Lexicon, names: list[Found]) -> None:
    """Set `metonym_for` where a place does what only its government can do."""
    acting: set[int] = set()
    places = [name for name in names if name.thing is not None and name.thing.governs and name.form != "demonym"]
    for name in places:
        if _acts(page, lexicon, name) or (_is_seat(name) and not _is_where(page, lexicon, name)):
            acting.add(id(name))
    _spread(page, lexicon, places, acting)
    for name in places:
        if id(name) in acting and name.thing is not None:
            name.metonym_for = f"government of {name.thing.governs}"


def _is_seat(name: Found) -> bool:
    """True for a palace or ministry, which stands for its people unless it is told to be where something is."""
    return name.thing is not None and name.thing.key.startswith("body:")


def _is_where(page: Page, lexicon: Lexicon, name: Found) -> bool:
    """True behind a word for a place, an article between: "at the White House"."""
    pattern = lexicon.patterns.get("places")
    return pattern is not None and pattern.search(page.value[max(name.start - 30, 0) : name.start]) is not None


def _acts(page: Page, lexicon: Lexicon, name: Found) -> bool:
    """True by grammar (subject of a verb), else by the words before and after."""
    text, patterns = page.value, lexicon.patterns
    before, after = text[max(name.start - 30, 0) : name.start], text[name.end : name.end + 80]
    if "relations" in patterns and patterns["relations"].search(before):
        return True
    if _is_dateline(text, name) or ("lies" in patterns and patterns["lies"].match(after)):
        return False
    if _is_where(page, lexicon, name):
        return "said_there" in patterns and patterns["said_there"].match(after) is not None
    if "told_by" in patterns and patterns["told_by"].search(before):
        return True
    token = page.token(name.start) if page.doc is not None else None
    if token is not None and token.dep_ in ("agent", "obl:agent"):
        return True
    if token is not None and token.dep_ == "nsubj" and token.head.pos_ in ("VERB", "AUX"):
        return token.head.i > token.i
    told = "acts" in patterns and patterns["acts"].match(after) and not _ENCLOSED.search(before)
    return bool(told) and not _is_part(page, lexicon, name)


def _is_dateline(text: str, name: Found) -> bool:
    """True for a city in capitals that opens a paragraph: "HANOI, June 19 - …"."""
    written = text[name.start : name.end]
    return written.isupper() and len(written) > _LETTERS and not text[: name.start].rpartition("\n")[2].strip()


def _is_part(page: Page, lexicon: Lexicon, name: Found) -> bool:
    """True where the parse or the case shows that somebody of the place acts: "the leaders of Armenia signed"."""
    written = page.value[name.start : name.end]
    if lexicon.nominatives and name.listed and written.lower() != name.listed.lower():
        return True
    if page.doc is None:  # "las tropas de Kiev atacaron"
        word = _LAST.search(page.value[max(name.start - 12, 0) : name.start])
        return word is not None and fold(word[1]) in lexicon.links - lexicon.conjunctions
    token = page.token(name.end - 1)
    while token is not None and token.dep_ == "conj":
        token = token.head
    return token is not None and token.dep_ in ("pobj", "nmod", "poss")


def _spread(page: Page, lexicon: Lexicon, places: list[Found], acting: set[int]) -> None:
    """Partners joined to an acting place act too: "Washington and Seoul", "entre Moscou et Pyongyang"."""
    for first, second in pairwise(places):
        between = page.value[first.end : second.start]
        words = {fold(word) for word in _WORD.findall(between)}
        joined = words <= lexicon.conjunctions | lexicon.articles and len(between) < _JOINT
        either = id(first) in acting or id(second) in acting
        listed = (
            page.value[max(first.start - 1, 0) : first.start] == "("
            or not _PLAIN.fullmatch(between)
            or ("," in between and words)
        )
        one = "," in between and first.country == second.country  # "in Athens, Greece"
        if joined and either and not listed and not one:
            acting.update((id(first), id(second)))
