"""What a number counts: the noun phrase behind it, by the parse or the language's word order, and its unit."""

from __future__ import annotations

import re

from dragoman.read.page import Page
from dragoman.read.tokens import Token

__all__ = ["LENGTHS", "Noun", "counted_noun", "part_of", "past_of", "unit_of"]

LENGTHS = {"TS": "second", "TM": "minute", "TH": "hour", "D": "day", "NI": "night", "W": "week", "M": "month",
           "Q": "quarter", "Y": "year", "DE": "decade", "CE": "century"}  # fmt: skip
Noun = tuple[int, int, int]  # first, last and head token
_NOUNS, _BEFORE_NOUN = frozenset({"NOUN", "PROPN"}), frozenset({"ADJ", "NOUN", "PROPN", "VERB", "ADV", "PUNCT"})
_WIDEST = 5  # tokens of a counted noun phrase
_MEASURES = frozenset(
    {"kilometre", "metre", "mile", "tonne", "degree", "litre", "hectare", "acre"}
    | {"square kilometre", "square metre", "square mile", "square foot"}
)  # 1,340 km of border are kilometres
_OWN_CLAUSE = frozenset({"acl", "advcl", "prep", "pcomp"})
_PARTITIVE = frozenset({"$of", "$in_every"})
_ELSEWHERE = frozenset({"$between", "$meant"})  # from 300 men, for 300 men
_FEWEST = 3  # "one of two" points at those named
_OWNER = 4  # tokens of an owner and his mark
_APOSTROPHES = frozenset({"'", "’"})
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")  # Thai, Lao, Burmese, Khmer: no space parts words
_DETERMINERS = frozenset({"$definite", "$article"})


def past_of(tokens: list[Token], at: int) -> int:
    """The token behind "of" (de, d'), the same one when there is none."""
    if at < len(tokens) and "$of" in tokens[at].values:
        at += 1 + (at + 1 < len(tokens) and tokens[at + 1].low == "'")
    return at


def part_of(page: Page, tokens: list[Token], at: int) -> Noun | None:
    """The whole that a number is part of: 12 of its 300 ships, 15 de esas muertes, zwei der Beamten."""
    if whole := _counted_whole(page, tokens, at):
        return whole
    place = past_of(tokens, at)
    if place >= len(tokens) or (place == at and "$genitive" not in tokens[at].values):
        return None
    if place > at and (owned := _owned(tokens, place)):
        return counted_noun(page, tokens, owned)
    if place > at and "$of_the" in tokens[at].values and counted_noun(page, tokens, place):
        named = counted_noun(page, tokens, place)  # trois des blessés, трое из погибших: only what a table counts
        return named if named and "$counted" in tokens[named[2]].values else None
    if _DETERMINERS.isdisjoint(tokens[place].values) and "$own" not in tokens[place].values:
        return None
    away = "$between" in tokens[at].values  # from, de, von: where a thing comes from, too
    place += 1
    if place < len(tokens) and (tokens[place].kind == "number" or tokens[place].low == "#"):
        place += 1
    found = counted_noun(page, tokens, place)
    if found and away and page.value[tokens[found[2]].start].isupper() and "$counted" not in tokens[found[2]].values:
        return None if not page.language.section("figures").get("capital_nouns") else found  # two from the U.S.
    return found


def _counted_whole(page: Page, tokens: list[Token], at: int) -> Noun | None:
    """The noun of a larger number right behind "of": 392 von 395 Abgeordneten, 204 of 300 deputies."""
    if not 0 < at < len(tokens) - 2 or tokens[at + 1].kind != "number" or _PARTITIVE.isdisjoint(tokens[at].values):
        return None
    sure = "$in_every" in tokens[at].values or _ELSEWHERE.isdisjoint(tokens[at].values)
    part, whole = tokens[at - 1].values.get("num"), tokens[at + 1].values.get("num")
    if not sure or part is None or whole is None or not _FEWEST < part <= whole:
        return None
    noun = counted_noun(page, tokens, at + 2)
    return noun if noun and "$counted" in tokens[noun[2]].values else None


def _owned(tokens: list[Token], at: int) -> int:
    """One past the mark behind an owner that opens a phrase, else 0: 20 of Boeing's jets."""
    for place in range(at, min(at + _OWNER, len(tokens) - 1)):
        if tokens[place].low in _APOSTROPHES and tokens[place + 1].low == "s" and place > at:
            return place + 2
        if tokens[place].kind != "word" or "$stop" in tokens[place].values:
            return 0
    return 0


def counted_noun(page: Page, tokens: list[Token], at: int) -> Noun | None:
    """(first, last, head) token of the noun phrase at a token."""
    if at >= len(tokens) or tokens[at].kind != "word" or "$stop" in tokens[at].values or tokens[at].low == "\n":
        return None
    if {"weekday", "wday", "$including"} & tokens[at].values.keys():  # 227 samedi soir; 17 de ellos
        return None
    if "$fates" in tokens[at].values and "$counted" not in tokens[at].values:
        return None  # более 300 получили ранения
    if "$fate_link" in tokens[at].values and "$counted" not in tokens[at].values and page.doc is None:
        return None  # 30 ficaram feridas
    if _UNSPACED.match(tokens[at].low):
        return None
    if page.doc is not None:
        found = _parsed_noun(page, tokens, at)
        return found or ((at, at, at) if "$counted" in tokens[at].values else None)
    section = page.language.section("figures")
    if not section.get("words", {}).get("stop"):  # no words of the language tell a noun from a verb or particle
        return (at, at, at) if "$counted" in tokens[at].values or "unit" in tokens[at].values else None
    endings = tuple(section.get("adjective_endings", ()))
    for last in range(at, min(at + _WIDEST, len(tokens))):
        token = tokens[last]
        if token.kind != "word" or "$stop" in token.values:
            return None
        capital = page.value[token.start].isupper()
        known = "$counted" in token.values or "unit" in token.values
        if "$before_noun" in token.values and last + 1 < len(tokens) and counted_noun(page, tokens, last + 1):
            continue  # 12 nuevos | aviones
        if known or (capital if section.get("capital_nouns") else not (endings and token.low.endswith(endings))):
            last = _past_hyphens(tokens, last)
            plural = tuple(section.get("plural_endings", ()))
            if "~past" in token.values and not known and not (plural and token.low.endswith(plural)):
                return None  # рейс 851 вылетел, but 300 empleados
            return (at, last, last) if known or not plural or token.low.endswith(plural) else None
    return None


def _parsed_noun(page: Page, tokens: list[Token], at: int) -> Noun | None:
    """The run of adjectives and nouns from a token on, to its last noun (and the adjectives behind it)."""
    if tokens[at].values.get("$counted") in _MEASURES:
        return at, at, at
    opened = page.token(tokens[at].start)
    if opened is not None and opened.pos_ == "VERB" and opened.dep_ in _OWN_CLAUSE:  # 50 carrying fuel, three landing
        return None
    head = last = -1
    noun_first = page.language.section("figures").get("noun_first")
    parts = 0  # of words already begun: COVID-19, U.S.
    for place in range(at, len(tokens)):
        token = tokens[place]
        parsed = page.token(token.start)
        if place - parts >= at + _WIDEST:
            break
        if parsed is not None and parsed.idx < token.start and place > at:
            last, parts = place if last == place - 1 else last, parts + 1
            continue
        if parsed is None or "$stop" in token.values or (token.kind != "word" and token.low != "-"):
            break
        pos = parsed.pos_
        if pos in _NOUNS and (head < 0 or not noun_first):
            head = last = place
        elif pos == "ADJ" and head >= 0 and noun_first:
            last = place
        elif pos not in _BEFORE_NOUN or (head >= 0 and pos not in ("NOUN", "PROPN", "PUNCT")):
            break
    return (at, last, head) if head >= 0 else None


def _past_hyphens(tokens: list[Token], last: int) -> int:
    """The last part of what hyphens tie together: COVID-19-Fälle, Crew-Mitglieder."""
    while last + 2 < len(tokens) and tokens[last + 1].low in "-‑" and tokens[last + 1].start == tokens[last].end:
        if tokens[last + 2].start != tokens[last + 1].end or tokens[last + 2].kind not in ("word", "number"):
            break
        last += 2
    return last


def unit_of(page: Page, head: Token) -> str:
    """The counted thing in the singular, in English where the tables know it."""
    known = head.values.get("$counted") or (LENGTHS.get(str(head.values["unit"])) if "unit" in head.values else None)
    if known:
        return str(known)
    parsed = page.token(head.start) if page.doc is not None else None
    if parsed is not None and parsed.lemma_ and parsed.lemma_.isalpha():
        return str(parsed.lemma_.lower())
    return head.low
