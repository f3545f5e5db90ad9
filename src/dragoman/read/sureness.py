"""How a figure stands: counted, estimated, feared, planned, demanded, denied, told at first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.languages import Language
from dragoman.read.amounts import Amount
from dragoman.read.fates import FATES
from dragoman.read.nouns import LENGTHS
from dragoman.read.page import Page
from dragoman.read.takenback import is_demanded, is_denied, is_first_told
from dragoman.read.tokens import Token
from dragoman.records import When

__all__ = ["is_framed", "standing"]

_STRETCHES = frozenset(LENGTHS.values())
_LONG = 9  # tokens of a stretch at most: nearly a quarter of a century
_FIRST = 7  # tokens from "first" to the stretch behind it: his first to the country in 24 years
_REACH = 10  # tokens before a quantity in which the verb that plans it stands; German puts half a clause between
_BEHIND, _FRAME = 4, 12  # tokens from a quantity to "expected", at the end of a German clause
_LEAD, _SHORT = 40, 12  # characters before a deadline that are looked at; of them between its words and the number
_WHOM = 4  # words between a verb of giving and the time that is given: "the ambassador of Chad"
_FAR = 40  # tokens of a clause before a deadline
_COUNTED_AGAIN = FATES | {"person", "victim", "child", "injured", "detained"}  # whom the next report counts anew
_TAKEN = FATES | {"victim", "life"}  # der Brand fordert 30 Menschenleben: nobody asks for these
_PERFECT = 20  # tokens in which a German clause ends


def standing(page: Page, tokens: list[Token], amount: Amount, at: When | None) -> str:
    """Denied by its sentence, feared or estimated by the words before it, planned by tense, else counted."""
    if is_denied(tokens, amount.first):
        return "denied"
    if amount.unit in _COUNTED_AGAIN and is_first_told(page, amount.start, amount.end):
        return "at first"
    published = page.article.published
    past = at is not None and published is not None and at.latest < published.earliest
    for place in range(amount.first - 1, max(amount.first - 9, -1), -1):
        values = tokens[place].values
        if tokens[place].low in ".;\n":
            break
        for name in ("feared", "estimated"):
            if "$" + name in values:
                return name
        if "$possible" in values and not _is_month(page, tokens[place]):
            return "estimated"  # the toll could top 300, le coût pourrait atteindre deux milliards
        if "$hearsay" in values:
            return "estimated" if _is_perfect(tokens, amount.first) else "planned"
    endings = tuple(page.language.section("figures").get("conditional_endings", ()))
    if endings and any(token.low.endswith(endings) for token in tokens[max(amount.first - 4, 0) : amount.first]):
        return "estimated"  # les caisses contiendraient 300 obus: French tells hearsay so
    end = amount.first
    while end + 1 < len(tokens) and tokens[end + 1].end <= amount.end:
        end += 1
    verb_last = bool(page.language.section("figures").get("verb_last"))
    money = page.language.section("figures").get("money", {}).values()
    measure = amount.unit in _STRETCHES or amount.unit in money
    if amount.unit not in _TAKEN | {"ordinal"} and is_demanded(
        tokens, amount.first, end, verb_last=verb_last, measure=measure
    ):
        return "demanded"
    if amount.unit in _STRETCHES and (
        _is_deadline(page, tokens, amount.first, end) or _is_granted(page, amount.start, amount.end)
    ):
        return "planned"
    compared = any("$compared" in token.values for token in tokens[max(amount.first - 2, 0) : amount.first])
    if amount.age or past or compared or _is_settled(tokens, amount, end):
        return "counted"
    if amount.unit in FATES:  # 220 würden noch vermisst: nobody plans the dead
        return "counted"
    if any(
        "$estimated" in token.values for token in _near(tokens[end + 1 : end + 1 + (_FRAME if verb_last else _BEHIND)])
    ):
        return "estimated"  # 40.000 Besucher werden erwartet
    return "planned" if _is_planned(tokens, amount.first, end, verb_last=verb_last) else "counted"


def _is_deadline(page: Page, tokens: list[Token], first: int, end: int) -> bool:
    """True for the time in which something is still to be done: must end within six weeks, binnen 60 Tagen zahlen."""
    phrases = tuple(f" {one} " for one in page.language.section("figures").get("deadlines", {}).get("within", ()))
    lead = f" {page.value[max(0, tokens[first].start - _LEAD) : tokens[first].start].lower()}"
    if not phrases or not any(phrase in lead[-len(phrase) - _SHORT :] for phrase in phrases):
        return False
    around = [*_near(reversed(tokens[max(first - _FAR, 0) : first])), *_near(tokens[end + 1 : end + 1 + _FRAME])]
    return any("~future" in token.values or "$obliged" in token.values for token in around)


def _is_granted(page: Page, start: int, end: int) -> bool:
    """True for the time that somebody is given to do something: was given 72 hours to leave."""
    given = page.language.once(_granted)
    if given is None:
        return False
    return given[0].search(page.value[max(0, start - _LEAD) : start]) is not None and (
        given[1].match(page.value, end) is not None
    )


def _granted(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """What stands before the time that is given, and behind it what is to be done."""
    words = language.section("figures").get("deadlines", {})
    if not words.get("granted"):
        return None
    given, held = words["granted"], words.get("held", "(?!)")
    whom = r"(?:[^\W\d][\w-]*['’\s]+)" + f"{{0,{_WHOM}}}"
    before = re.compile(rf"(?<!\w)(?:(?:{given})\s{whom}|(?:{held})\s)$", re.IGNORECASE)
    return before, re.compile(rf",?\s(?:{words['to_do']})(?!\w)", re.IGNORECASE)


def _is_planned(tokens: list[Token], first: int, end: int, *, verb_last: bool) -> bool:
    """True when the clause plans this very quantity: will hire 400 people, 400 people will be hired.

    What others will do with it is no plan of it: three tips that will help, 11 users will vote.
    """
    if any("~future" in token.values for token in _near(reversed(tokens[max(first - _REACH, 0) : first]))):
        return True
    behind = tokens[end + 1 : end + 3]
    opens = bool(behind) and "~future" in behind[0].values
    return opens and (verb_last or any("$fate_link" in token.values for token in behind))


def _near(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens of a row until its clause ends."""
    for token in tokens:
        if token.low in ",.;:!?\n()" or "$relative" in token.values or "$contrast" in token.values:
            return
        yield token


def _is_month(page: Page, token: Token) -> bool:
    """True for May and no verb: it has a capital."""
    return "mon" in token.values and page.value[token.start].isupper()


def _is_settled(tokens: list[Token], amount: Amount, end: int) -> bool:
    """True for what exists whatever comes: the party's 900 members; a stretch that lies behind: nine years after."""
    before = tokens[amount.first - 1] if amount.first else None
    if before is not None and ("$definite" in before.values or "$own" in before.values or before.low == "s"):
        return True
    if amount.unit not in _STRETCHES:
        return False
    behind = tokens[end + 1].values if end + 1 < len(tokens) else {}
    first = any("$record" in token.values for token in tokens[max(amount.first - _FIRST, 0) : amount.first])
    return "$of" in behind or first or is_framed(tokens, amount)  # four decades of war, first in nearly 60 years


def is_framed(tokens: list[Token], amount: Amount) -> bool:
    """True for a stretch by which an article places something in time: six weeks after the vote, deux ans plus tard."""
    if amount.unit not in _STRETCHES:
        return False
    behind = next((token for token in tokens[amount.first : amount.first + _LONG] if token.start >= amount.end), None)
    return behind is not None and ("$sequel" in behind.values or "$lapse" in behind.values)


def _is_perfect(tokens: list[Token], at: int) -> bool:
    """True when the clause ends in a perfect infinitive: soll 300 Menschen getötet haben."""
    for token in tokens[at : at + _PERFECT]:
        if token.low in ".;,\n":
            return False
        if "$perfect" in token.values:
            return True
    return False
