"""Two claimants in one passage who put one thing at two numbers: a crowd, a toll, a cost."""

from __future__ import annotations

import re

from dragoman.compare.amounts import Amount
from dragoman.compare.view import View
from dragoman.languages import Language, alternatives, language
from dragoman.languages.plurals import plural
from dragoman.spans import Span

__all__ = ["contested", "things", "two_claimants"]

_REACH = 200  # characters between the figures of two claimants that answer each other
_APART = 10.0  # times that one sum may be the other: the cost of a bridge is not that of its paint
_MONEY = frozenset({"dollar", "euro", "pound", "yen", "yuan", "rouble", "hryvnia", "won", "franc", "rupee", "lira"})
_SHOWN = 4  # letters by which a unit is only a word of its article
_PART = 12  # characters behind a number in which "of them" follows


def contested(one: Amount, other: Amount, view: View) -> str:
    """Why two numbers of one passage are two claimants' for one thing; "" where the passage does not show it."""
    if one.source != other.source or not two_claimants(one, other):
        return ""
    first, second = sorted((one, other), key=lambda each: each.figure.start)
    between = _between(first, second)
    if between is None or _is_part(first, second, view):
        return ""
    money = first.counted == second.counted and first.counted in _MONEY
    again = language(first.language).once(_sums)[1]
    if money and _near(first, second) and again and again.search(view.article(first.source).words(between)):
        return "one sum, which the second claimant puts at another amount"
    voices = {first.claim.said_by, second.claim.said_by}
    if any(view.who.kind(each) in ("GPE", "LOC") for each in view.article(first.source).entities(between) - voices):
        return ""  # 50,000 in Turkey, and 6,000 in Syria
    if _leaves_out(second, view) and first.figure.of == second.figure.of:
        return f"the same {things(first)}, for which the second claimant gives only the number"
    if money and _near(first, second) and _one_sum(first, between, view):
        return "one sum, put at two amounts in one passage"
    return ""


def two_claimants(left: Amount, right: Amount) -> bool:
    """True for the numbers of two, each of whom is named."""
    mine, theirs = left.claim.said_by, right.claim.said_by
    return bool(mine and theirs) and mine != theirs


def things(one: Amount) -> str:
    """What is counted, in the page's words where there is one name for it in all languages, else in the article's."""
    counted, words = one.counted, one.figure.of
    own = one.language != "en" and words and counted[:_SHOWN] == words.casefold().split()[-1][:_SHOWN]
    return f"“{words}”" if own else plural(counted)


def _leaves_out(one: Amount, view: View) -> bool:
    """True for a number whose noun stands with the number before: police counted 400 people, the union 900."""
    of = one.figure.of.casefold()
    return bool(of) and of not in view.article(one.source).words(one.figure.hull).casefold()


def _between(first: Amount, second: Amount) -> Span | None:
    """What stands between two figures of one passage; None where they are far apart or touch."""
    start, end = first.figure.hull.end, second.figure.start
    return Span(source=first.source, start=start, end=end) if 0 < end - start <= _REACH else None


def _is_part(first: Amount, second: Amount, view: View) -> bool:
    """True for a part of those before, or one voice under a longer name: 53 attacks, 14 of them."""
    mine, theirs = ({*each.figure.claimed_by.casefold().split()} for each in (first, second))
    if mine <= theirs or theirs <= mine:
        return True
    article = view.article(first.source)
    end = min(second.figure.hull.end + _PART, second.sentence.end)
    around = article.words(Span(source=first.source, start=first.figure.hull.end, end=end))
    return any(words in around.casefold() for words in _including(language(first.language)))


def _including(words: Language) -> tuple[str, ...]:
    """Words that open a part of those counted before: of them, davon, dont."""
    return tuple(words.section("figures").get("words", {}).get("including", ()))


def _near(first: Amount, second: Amount) -> bool:
    """True for two sums that may be of one thing."""
    low, high = sorted(each.figure.value or 0.0 for each in (first, second))
    return 0 < high <= _APART * low


def _one_sum(first: Amount, between: Span, view: View) -> bool:
    """True when both speak of a cost: before the first sum, and between the two."""
    sums = language(first.language).once(_sums)[0]
    if sums is None:
        return False
    article = view.article(first.source)
    ahead = Span(source=first.source, start=first.sentence.start, end=first.figure.hull.end)
    return bool(sums.search(article.words(ahead)) and sums.search(article.words(between)))


def _sums(words: Language) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """Patterns of the nouns for a cost, and of those that take up a sum told before."""
    lists = (words.words("findings", name) for name in ("sums", "sum_again"))
    found = [re.compile(rf"(?<!\w)(?:{alternatives(each)})", re.IGNORECASE) if each else None for each in lists]
    return found[0], found[1]
