"""Numbers without a noun: which of them count (votes, tolls, what a verb of counting says), which are labels."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.read.page import Page
from dragoman.read.tokens import Token

__all__ = [
    "is_counted",
    "is_label",
    "is_share",
    "joins",
    "parts_two",
    "tallied",
    "tallied_behind",
    "year_anywhere",
    "year_like",
]

_TALLY = 24  # tokens between "the toll" and its number, a relative clause or the dead of two towns between them
_MOVED = 5  # tokens from the verb that moves a toll to the number: rose on Thursday to
_OF = 4  # tokens from "number" to what it is the number of, an article and an adjective between them
_CUES = frozenset({"$tally", "$counting"})
_OPENS = frozenset({"$relative", "$clause"})
_ENDS = frozenset(".!?\n;")
_LARGEST_SHARE = 20  # "one in twenty" is a share; "one of 300" is a count
_ROUND = (3, 4, 5, 10)  # two in three, nine in ten
_HOURS = frozenset({"h", "u", "ч"})
#: Names of time zones behind a clock, the same in news of every language.
_ZONES = frozenset({"gmt", "utc", "cet", "cest", "bst", "est", "edt", "pst", "pdt"}) | frozenset(
    {"msk", "мск", "hkt", "jst", "kst", "eet", "eest", "mez", "mesz"}
)
_ABBREVIATED = 4  # letters of a label that stops with a full stop: no., art., Nr., п.


def year_like(token: Token) -> bool:
    """True for digits that may be a year."""
    text = str(token.values.get("text", ""))
    return text.isdigit() and len(text) == 4 and 1900 <= float(text) <= 2040


def year_anywhere(token: Token) -> bool:
    """True for digits that may be a year of ours or as Thailand counts them: 2568 is 2025."""
    text = str(token.values.get("text", ""))
    return year_like(token) or (text.isdigit() and len(text) == 4 and 2400 <= float(text) < 2600)


def is_counted(page: Page, tokens: Sequence[Token], at: int, stop: int) -> bool:
    """True for a number without a noun that a toll, a verb of counting or "of them" gives as an amount."""
    token, before = tokens[at], tokens[at - 1] if at else None
    if year_like(token) or float(token.values["num"]) % 1:
        return False
    closes = stop >= len(tokens) or tokens[stop].low in ",.;)\n"
    if before is not None and (before.kind == "number" or (before.low in (",", "(") and closes)):
        return at > 1 and before.low == "," and "$tally" in tokens[at - 2].values  # Kim, 45, said
    if stop < len(tokens) and ("$of" in tokens[stop].values and "$including" not in tokens[stop].values):
        return _is_moved(tokens, at, stop)
    if before is not None and "$including" in before.values:
        return True
    if stop < len(tokens) and "$according" in tokens[stop].values:
        return True
    if before is not None and before.kind == "word" and _is_model(page, before):
        return False
    after = tokens[stop] if stop < len(tokens) else None
    closed = after is None or after.low in ",.;:!?)»”\n"
    if before is not None and "$copula" in before.values and closed:
        return True
    if closed and at > 1 and "$pronoun" in tokens[at - 1].values and "$copula" in tokens[at - 2].values:
        return True  # am 3. November waren es 271
    return _has_cue(page, tokens, at)


def _is_moved(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """True for where a toll went, told before where it came from: the death toll was revised down to 43 from 45."""
    to = at > 0 and "$to" in tokens[at - 1].values and "$between" in tokens[stop].values
    counted = to and stop + 1 < len(tokens) and tokens[stop + 1].kind == "number"
    return counted and any("$tally" in token.values for token in tokens[max(at - _TALLY, 0) : at])


def _is_model(page: Page, before: Token) -> bool:
    """True behind a name inside a sentence: a Boeing 747."""
    if page.language.section("figures").get("capital_nouns") or before.values:
        return False
    return page.value[before.start].isupper() and before.start > page.sentence(before.start)[0]


def _has_cue(page: Page, tokens: Sequence[Token], at: int) -> bool:
    """True when the clause speaks of a toll or counts: before the number, in German and Russian also behind it."""
    for place in range(at - 1, max(at - _TALLY, 0) - 1, -1):
        if tokens[place].low in _ENDS:
            break
        if not _CUES.isdisjoint(tokens[place].values):
            return True
    if not page.language.section("figures").get("verb_last"):
        return False
    for token in tokens[at + 1 : at + 6]:
        if token.low in _ENDS or token.low == ",":
            return False
        if "$counting" in token.values:
            return True
    return False


def tallied(tokens: Sequence[Token], at: int) -> Token | None:
    """The noun a toll is of: the number of dead rose to 205, Zahl der Toten steigt auf 158, число погибших достигло 9.

    A comma or a clause of its own between the toll and the number leaves open whose number it is.
    """
    for place in range(at - 1, max(at - _TALLY, 0) - 1, -1):
        token = tokens[place]
        if token.low in _ENDS or token.low in ",(":
            return None
        if not _OPENS.isdisjoint(token.values) and not _is_past_clause(tokens, place, at):
            return None
        if "$tally" in token.values:
            beside = [*tokens[place + 1 : min(place + _OF, at)], *tokens[max(place - 1, 0) : place], token]
            return next((one for one in beside if "$counted" in one.values), None)
    return None


def _is_past_clause(tokens: Sequence[Token], opens: int, at: int) -> bool:
    """True when a relative clause has its own verb before the one that moves the toll: the quake that hit X rose to."""
    moved = next((n for n in range(at - 1, max(at - _MOVED, opens), -1) if "$changed" in tokens[n].values), 0)
    return any("~past" in token.values for token in tokens[opens + 1 : max(moved - 1, 0)])


def tallied_behind(tokens: Sequence[Token], stop: int) -> Token | None:
    """The noun of a toll behind its number: elevó a 205 el número de muertos, porte à 205 le nombre de morts."""
    if stop + 2 >= len(tokens) or "$tally" not in tokens[stop + 1].values:
        return None
    if {"$definite", "$article"}.isdisjoint(tokens[stop].values):
        return None
    beside = tokens[stop + 1 : stop + 1 + _OF]
    return next((one for one in beside if "$counted" in one.values), None)


# -- what is none ---------------------------------------------------------------------------------------


def joins(tokens: Sequence[Token], at: int) -> bool:
    """True when "to" or a dash joins a number with the next one: 20 to 30, between 20 and 30.

    From 64 to 70 is no interval behind a verb of change, nor is 17,000 or 1.3 million.
    """
    link, second = tokens[at + 1], tokens[at + 2] if at + 2 < len(tokens) else None
    if second is None or second.kind != "number" or "num" not in second.values:
        return False
    between = at > 0 and "$between" in tokens[at - 1].values
    if "$to" not in link.values:
        return between and parts_two(tokens[at - 1]) and "$and" in link.values
    if between and any("$changed" in token.values for token in tokens[max(at - 6, 0) : at - 1]):
        return False
    first = float(tokens[at].values["num"])
    return not (link.kind == "word" and "$either" in link.values and float(second.values["num"]) > 2 * first >= 20)


def parts_two(token: Token) -> bool:
    """True for "between", whose "and" makes one interval: entre 4 et 6 ans, but deux enfants de 4 et 6 ans."""
    return "$between" in token.values and "$of" not in token.values


def is_label(tokens: Sequence[Token], at: int, *, dated: bool = False) -> bool:
    """True for the number of something, not of things: Article 5, Resolution 2397, no. 1, 3-1, 555 12 34, a list.

    `dated`: the token before belongs to a date, so that digits behind it are no telephone number.
    """
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is not None and (_labels(before) or before.low in "/#№"):
        return True
    if before is not None and not dated and before.low.isdigit() and tokens[at].low[0].isdigit():
        return True
    if _is_graded(tokens, at) or _is_clock(tokens, at) or _is_whole(tokens, at) or _is_timed(tokens, at):
        return True
    if before is not None and before.low == ":" and before.end == tokens[at].start:
        return True
    if at > 1 and before is not None and "$label" in tokens[at - 2].values:
        if before.low == "." and len(tokens[at - 2].low) <= _ABBREVIATED:
            return True
        if before.kind == "word" and before.end - before.start <= 3 and before.low not in ("of", "die", "los", "las"):
            return "$counted" not in before.values and "num" not in before.values and not before.values  # flight KC 851
    if (before is None or before.low == "\n") and after is not None and after.low in ".)":
        return True
    scored = after is not None and after.low in "-–/:" and after.start == tokens[at].end
    if scored and after is not None and _is_number(tokens, at + 2):
        return not (at + 3 < len(tokens) and tokens[at + 3].kind == "word" and "$to" in after.values)
    second = before is not None and before.low in "-–" and before.end == tokens[at].start
    return second and at > 1 and _is_number(tokens, at - 2)


def _is_graded(tokens: Sequence[Token], at: int) -> bool:
    """True for a number word glued behind another word: a level-four alert."""
    if at < 2 or tokens[at - 1].low not in "-–‑" or tokens[at - 2].kind != "word":
        return False
    return tokens[at - 1].end == tokens[at].start and tokens[at - 2].end == tokens[at - 1].start


def _is_whole(tokens: Sequence[Token], at: int) -> bool:
    """True for a bare whole behind its counted part: 204 deputies of 300, 91 voix sur 93."""
    before = tokens[at - 1].values if at else {}
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if not {"$of", "$in_every"} & before.keys() or not (after is None or after.low in ",.;:)\n"):
        return False
    return at > 2 and tokens[at - 3].kind == "number" and "$counted" in tokens[at - 2].values


def _is_clock(tokens: Sequence[Token], at: int) -> bool:
    """True for digits before the sign of a year, month, day or hour: 4日, 11時, 35분, 10 日."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and "$dated_by" in after.values and after.start - tokens[at].end <= 1


def _is_timed(tokens: Sequence[Token], at: int) -> bool:
    """True for a time of day that no rule of the language reads: 14h22, 0030 GMT, 13.40 CET."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or after.low in _ZONES:
        return after is not None
    if at > 1 and tokens[at - 1].low in _HOURS and tokens[at - 1].end == tokens[at].start:
        return tokens[at - 2].kind == "number" and tokens[at - 2].end == tokens[at - 1].start
    behind = tokens[at + 2] if at + 2 < len(tokens) else None
    glued = after.low in _HOURS and after.start == tokens[at].end
    return glued and behind is not None and behind.kind == "number" and behind.start == after.end


def is_share(tokens: Sequence[Token], at: int) -> bool:
    """True for a part of so many: one in five trains, un sur cinq, nine in ten."""
    if at + 2 >= len(tokens) or "$in_every" not in tokens[at + 1].values or tokens[at + 2].kind != "number":
        return False
    part, whole = tokens[at].values.get("num"), tokens[at + 2].values.get("num")
    if part is None or whole is None or not part < whole <= _LARGEST_SHARE:
        return False
    return bool(part == 1 or whole in _ROUND)


def _labels(token: Token) -> bool:
    return "$label" in token.values


def _is_number(tokens: Sequence[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].kind == "number"
