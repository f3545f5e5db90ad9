"""The time a figure is for: since a date in its clause, or the date told nearest to it there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from dragoman.read.amounts import Amount
from dragoman.read.page import Page
from dragoman.read.tokens import Token
from dragoman.records import Time, When

__all__ = ["window"]

_CLAUSES = frozenset(
    {"$relative", "$clause", "$contrast", "$compared", "$that", "$pronoun"}
)  # words that open another clause
_RELATED = frozenset({"$relative", "$clause"})
_OPENS = 2  # tokens behind a comma in which a relative clause opens: , which; , in dem
_JOINED = frozenset({"~joined", "$joint", "$and"})
_APART = frozenset({"$sequel", "$set_apart"})  # before what dates something else: after the crash
_VERBS = frozenset({"~past", "$reached", "$changed", "$exceeds"})
_BESIDE = 120  # characters between a figure and the date that bounds it
_FEW = 3  # in a word: so many tell who or what is meant more often than how many there were on a day
_SINCE = 8  # tokens from "since" to its time, a short clause between them
_LEADS = 3  # tokens before a time that leads its sentence: On Monday 30 died, 20 were hurt
_PAIR = 6  # tokens from one of two joined times to the other: in August 2024 and in April 2025
_PHRASE = 10  # tokens from "after" to a figure in its phrase
_SHORT = 4  # letters of a preposition between "than" and its time
_MEASURE = 8  # tokens between "more" and "than"
_TOLD_OF_NOUN = frozenset({"acl", "acl:relcl", "relcl", "rc"})  # participles and clauses that hang on a noun
_START = attrgetter("start")


def window(page: Page, tokens: list[Token], amount: Amount, times: Sequence[tuple[int, int, Time]]) -> When | None:
    """The time the figure is for: since a date in its clause, else the date nearest to it there."""
    if _is_described(tokens, amount) or _is_stock(tokens, amount):
        return None
    low, high = page.sentence(amount.start)
    near = [
        (min(abs(amount.start - end), abs(start - amount.end)), bisect_left(tokens, start, key=_START), one)
        for start, end, one in times
        if low <= start < high
    ]
    near = [one for one in near if one[0] <= _BESIDE and not _is_name(page, tokens, amount, one[1], one[2])]
    dated = [(start, end) for start, end, _ in times if low <= start < high]
    near = [one for one in near if not _apart(page, tokens, amount, one[1], low, dated)]
    near = [one for one in near if not _is_of_thing(page, amount, tokens[one[1]].start)]
    near.sort(key=lambda item: (item[2].type == "TIME", *item[:2]))  # 6pm yesterday: the day is yesterday's
    for _, at, one in near:
        if _is_since(tokens, at):
            if _is_beyond(tokens, amount, at) or any(
                "$record" in token.values for token in tokens[max(at - 4, 0) : at]
            ):
                return None  # highest since 1997
            return _since(page, one, [other for _, place, other in near if place > at])
    for _, at, one in near:
        if one.when and (between := _between(tokens, at, one.when, near)):
            return between
    for _, at, one in near:
        if one.when and any("$until" in token.values for token in tokens[max(at - 1, 0) : at]):
            return replace(one.when, earliest=one.when.latest, precision="day", basis=f"up to then; {one.when.basis}")
        return None if _is_one_of_two(tokens, at, one, near) else one.when
    return None


def _is_one_of_two(tokens: list[Token], at: int, one: Time, near: Sequence[tuple[int, int, Time]]) -> bool:
    """True for the first or last of two times that share a figure: 420 euros, in August 2024 and in April 2025."""
    for _, place, other in near:
        low, high = min(at, place), max(at, place)
        joined = any(not _JOINED.isdisjoint(token.values) for token in tokens[low:high])
        if 0 < high - low <= _PAIR and joined and other.when and one.when:
            return other.when.precision == one.when.precision and other.when.value != one.when.value
    return False


def _is_described(tokens: list[Token], amount: Amount) -> bool:
    """True for two or three, in a word, of what no table counts: this pact between two old foes was signed in May."""
    first = tokens[amount.first]
    if amount.value is None or amount.value > _FEW or amount.upto is not None or first.low[:1].isdigit():
        return False
    inside = [token for token in tokens[amount.first : amount.first + _SINCE] if token.start < amount.end]
    return bool(amount.of) and not any("$counted" in token.values or "unit" in token.values for token in inside)


def _is_stock(tokens: list[Token], amount: Amount) -> bool:
    """True for what somebody has, of which a part is told: wants to close 80 of its 300 shops by June."""
    if amount.first < 2 or "$article" in tokens[amount.first - 1].values:
        return False
    return "$own" in tokens[amount.first - 1].values and "$of" in tokens[amount.first - 2].values


def _is_of_thing(page: Page, amount: Amount, start: int) -> bool:
    """True for the time of what became of a thing that a figure only measures: a bomb of 250 kilos found in May."""
    figure = page.token(amount.start) if page.doc is not None and amount.end < start else None
    last = page.token(start) if figure is not None else None
    if figure is None or last is None or last.i <= figure.i:
        return False
    owners = {one.i for one in figure.ancestors if one.idx < amount.start and one.pos_ in ("NOUN", "PROPN")}
    between = figure.doc[figure.i + 1 : last.i]
    if any(one.dep_ == "ROOT" for one in between):
        return False
    return any(one.dep_ in _TOLD_OF_NOUN and one.head.i in owners for one in between)


def _is_since(tokens: list[Token], at: int) -> bool:
    """True for a time behind "since", also with a verb between: since the strike began in December."""
    for place in range(at - 1, max(at - _SINCE, -1), -1):
        if tokens[place].low in ",.;\n" or tokens[place].kind == "number":
            return False
        if "~back" in tokens[place].values:
            return place >= at - 3 or any("~past" in token.values for token in tokens[place:at])
    return False


def _is_beyond(tokens: list[Token], amount: Amount, at: int) -> bool:
    """True when a comma parts a figure from a "since" behind it: a toll of 769, which has stood since May."""
    return at > amount.first and any(token.low == "," for token in tokens[amount.first + 1 : at])


def _since(page: Page, one: Time, later: Sequence[Time]) -> When | None:
    """From a time until the day it was told, else until publication; None without a day of publication."""
    published = page.article.published
    if not published or not one.when:
        return one.when if published else None
    until, why = max(published.latest, one.when.earliest), "publication"
    for other in later:
        if other.when and other.when.precision == "day" and one.when.latest < other.when.latest <= until:
            until, why = other.when.latest, "the day it was told"
    return replace(one.when, latest=until, precision="open", basis=f"since then until {why}; {one.when.basis}")


def _between(tokens: list[Token], at: int, first: When, near: Sequence[tuple[int, int, Time]]) -> When | None:
    """Between September 2017 and February 2018: from the first time to the second."""
    if not any("$between" in token.values for token in tokens[max(at - 1, 0) : at]):
        return None
    for _, place, other in near:
        linked = at < place <= at + 4 and any(
            "$and" in token.values or "$to" in token.values for token in tokens[at:place]
        )
        if linked and other.when and other.when.latest >= first.earliest:
            basis = f"from {first.value} to {other.when.value}"
            return replace(first, latest=other.when.latest, precision="range", basis=basis)
    return None


def _is_name(page: Page, tokens: list[Token], amount: Amount, at: int, one: Time) -> bool:
    """True for a time that only tells which thing is meant: Finance Bill 2024, the quake of May, from May on."""
    if not at:
        return False
    before = tokens[at - 1]
    as_of = "$likeness" in tokens[at - 2].values  # as of Saturday
    if "$starting" in before.values or ("$dated" in before.values and at > amount.first and not as_of):
        return True
    if _is_compared(tokens, at) or _is_modifier(page, tokens, at, one):
        return True
    bare = one.value.isdigit() and len(one.value) == 4 and before.kind == "word"
    if not bare or page.language.section("figures").get("capital_nouns"):
        return False
    return page.value[before.start].isupper() and not before.values and before.start > page.sentence(before.start)[0]


def _is_compared(tokens: list[Token], at: int) -> bool:
    """True for a time that a figure is compared with: more than in 2021, doppelt so viel wie 2021, más que en mayo."""
    place = at - 1
    if place and len(tokens[place].low) < _SHORT and "$likeness" not in tokens[place].values:
        place -= "$of" not in tokens[place].values  # as of Monday
    if tokens[place].values.get("$bounds") in ("more_than", "less_than"):
        return True
    if "$likeness" not in tokens[place].values:
        return False
    before = tokens[max(place - _MEASURE, 0) : place]
    return any("$than" in token.values or "$times" in token.values for token in before)


def _is_modifier(page: Page, tokens: list[Token], at: int, one: Time) -> bool:
    """True for a year that only says which of several things is meant: its 2021 score, the party's 2019 result."""
    if one.type != "DATE" or at + 1 >= len(tokens) or not at:
        return False
    if not one.value.isdigit():
        return _is_dated_noun(page, tokens, at)
    whose = {"$own", "$article"} & tokens[at - 1].values.keys() or tokens[at - 1].low == "s"
    return bool(whose) and page.doc is not None and _pos(page, tokens[at + 1]) in ("NOUN", "ADJ")


def _is_dated_noun(page: Page, tokens: list[Token], at: int) -> bool:
    """True for a day between an article and its noun: the March 28 quake killed 3,145."""
    at += "$article" in tokens[at].values  # the time may hold its article
    end = at
    while end < len(tokens) and (
        tokens[end].kind == "number" or {"mon", "weekday", "wday"} & tokens[end].values.keys()
    ):
        end += 1
    led = {"$own", "$article"} & tokens[at - 1].values.keys()
    return bool(led) and at < end < len(tokens) and page.doc is not None and _pos(page, tokens[end]) == "NOUN"


def _is_relative(tokens: Sequence[Token], at: int, figure: int, low: int) -> bool:
    """True for a time behind the verb of a relative clause that the main verb of the figure follows.

    Le bilan du séisme qui a frappé vendredi le pays est monté à 644 morts: Friday is the day of the quake.
    """
    verb = False
    for place in range(at - 1, -1, -1):
        token = tokens[place]
        if token.start < low or token.low in ",;:":
            return False
        if "$relative" in token.values or "$clause" in token.values:
            return verb and any(not _VERBS.isdisjoint(one.values) for one in tokens[at:figure])
        verb = verb or "~past" in token.values
    return False


def _pos(page: Page, token: Token) -> str:
    parsed = page.token(token.start) if page.doc is not None else None
    return parsed.pos_ if parsed is not None else ""


def _apart(
    page: Page,
    tokens: list[Token],
    amount: Amount,
    at: int,
    low: int,
    dated: Sequence[tuple[int, int]],
) -> bool:
    """True when a figure and a time stand in different clauses: what was said in May that they had, who leaves Monday.

    Between them stands a semicolon or a word that opens a clause, or the time ends a relative clause before.
    """
    end = bisect_left(tokens, amount.end, key=_START)
    first, last = (at, amount.first) if at < amount.first else (end, at)
    between = tokens[first:last]
    if any(token.low in ";:" or not _CLAUSES.isdisjoint(token.values) for token in between):
        return True
    beyond = len(between) > _LEADS or any("~past" in token.values for token in between)
    if at > amount.first and beyond and _is_set_apart(tokens, amount.first, low):
        return True
    if at > amount.first:
        return _is_anothers(between, dated) or _is_aside(tokens, amount.first, low, between)
    if _is_relative(tokens, at, amount.first, low):
        return True
    if all(token.low != "," for token in between):
        return False
    opens = bisect_left(tokens, low, key=_START)
    if at > opens + _LEADS and any(token.kind == "number" for token in between[2:]):
        return True  # the district told 1300 on Thursday, police speak of 170
    while at > 0 and tokens[at - 1].start >= low and tokens[at - 1].low != ",":
        at -= 1
    led = _RELATED & tokens[at].values.keys()
    return bool(led) or _is_participle(page, tokens[at]) or _is_participle(page, tokens[opens])


def _is_set_apart(tokens: list[Token], figure: int, low: int) -> bool:
    """True for a figure in the phrase that sets a time apart: after the crash with 16 dead, experts on Saturday …"""
    for place in range(figure - 1, max(figure - _PHRASE, 0), -1):
        token = tokens[place]
        if token.start < low or token.low in ",;:" or "~past" in token.values or token.kind == "number":
            return False
        if not _APART.isdisjoint(token.values):
            return place + 1 < figure
    return False


def _is_aside(tokens: list[Token], figure: int, low: int, between: Sequence[Token]) -> bool:
    """True for a figure in a relative clause before the time: the base, which cost 30 million, opens in May."""
    if all(token.low != "," for token in between):
        return False
    place = figure
    while place > 0 and tokens[place - 1].start >= low and tokens[place - 1].low != ",":
        place -= 1
    led = tokens[place : min(place + _OPENS, figure)] if place and tokens[place - 1].low == "," else []
    return any(not _RELATED.isdisjoint(token.values) for token in led)


def _is_anothers(between: Sequence[Token], dated: Sequence[tuple[int, int]]) -> bool:
    """True when a time behind a figure belongs to what stands between: 69 votes, after the vote of the house on May 2.

    "After" and "before" lead to another moment; behind a comma, the time is that of the figure next to it.
    """
    if any("$sequel" in token.values for token in between):
        return True
    commas = [place for place, token in enumerate(between) if token.low == ","]
    counts = [token for token in between[commas[0] :] if token.kind == "number"] if commas else []
    return any(not any(start <= token.start < end for start, end in dated) for token in counts)


def _is_participle(page: Page, opens: Token) -> bool:
    """True for what opens a clause without a subject: Signed in June, the treaty of two rivals …"""
    if page.doc is None:
        endings = tuple(page.language.section("dates").get("past_endings", ()))
        return bool(endings) and opens.low.endswith(endings) and opens.kind == "word"
    parsed = page.token(opens.start)
    return parsed is not None and parsed.pos_ == "VERB" and parsed.dep_ != "ROOT"
