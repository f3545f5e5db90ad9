"""What somebody denies and somebody else says: side by side, whoever is right."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from dragoman.compare.across import MEANT, known
from dragoman.compare.sentences import stems
from dragoman.compare.surfaces import negations
from dragoman.compare.view import View, found
from dragoman.languages import language
from dragoman.records import Finding, Quote, When

__all__ = ["disclaimed"]

_SHARE = 0.75  # share of the shorter one's word stems that two sayings of one language have in common
_DAYS = 7  # days between the two articles: a later report may be of something later
_FEWEST = 5  # stems below which words in common tell little
_SHOWN = 3  # findings of one denial


def disclaimed(view: View) -> Iterator[Finding]:
    """One finding for each denial and whoever says what is denied."""
    quotes = [one for reading in view.readings for one in reading.of(Quote) if one.speaker and one.kind == "indirect"]
    quotes.sort(key=lambda one: (one.source, one.start, one.end))
    said = [one for one in quotes if one.manner in ("say", "claim", "report", "announce") and not _denies(one, view)]
    seen: dict[str, int] = {}
    done: set[tuple[str, str]] = set()
    for no, yes in product([one for one in quotes if _denial(one)], said):
        ends = view.claimant(no.source, no.speaker or ""), view.claimant(yes.source, yes.speaker or "")
        if ends[0] == ends[1] or ends in done or seen.get(ends[0], 0) >= _SHOWN or not _one_time(no, yes, view):
            continue
        if _names(no, view) & _names(yes, view) and _one_thing(no, yes, view):
            done.add(ends)
            seen[ends[0]] = seen.get(ends[0], 0) + 1
            first, second = (view.who.name(one) for one in ends)
            why = f"{first} denies {view.quoted(no.hull)}; {second} says {view.quoted(yes.hull)}."
            yield found("differing_claims", "said and denied", (no.hull, yes.hull), why)


def _denial(quote: Quote) -> bool:
    """True for a report of what somebody denies; whoever is "denied access" to a port denies nothing."""
    return quote.manner == "deny" and (quote.cue is None or not quote.hull.meets(quote.cue))


def _one_thing(one: Quote, other: Quote, view: View) -> bool:
    """True for nearly the same words, in two languages for nearly the same meaning."""
    if view.language(one.source) != view.language(other.source):
        return view.meaning(one.hull, other.hull) >= MEANT
    mine, theirs = stems(view.whole(one.hull)), stems(view.whole(other.hull))
    return len(mine & theirs) >= _SHARE * max(_FEWEST, min(len(mine), len(theirs)))


def _denies(quote: Quote, view: View) -> bool:
    """True for words that are a denial themselves."""
    return bool(language(view.language(quote.source)).once(negations).search(view.whole(quote.hull)))


def _names(quote: Quote, view: View) -> set[str]:
    code = view.language(quote.source)
    return {known(one, code, view) for one in view.article(quote.source).entities(quote.hull)}


def _one_time(one: Quote, other: Quote, view: View) -> bool:
    """True for articles of about one time, or where nothing tells theirs."""
    mine, theirs = view.published(one.source), view.published(other.source)
    return mine is None or theirs is None or _apart(mine, theirs) <= _DAYS


def _apart(one: When, other: When) -> int:
    return max((one.earliest - other.latest).days, (other.earliest - one.latest).days)
