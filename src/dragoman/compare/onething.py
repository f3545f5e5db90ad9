"""Whether two figures count one thing: one event, one sentence, one meaning, or one thing that two claimants count."""

from __future__ import annotations

from dragoman.compare.across import MEANT, named
from dragoman.compare.amounts import Amount
from dragoman.compare.contested import things, two_claimants
from dragoman.compare.subsets import part_of_one
from dragoman.compare.view import View, told

__all__ = ["TWIN", "meant", "one_thing", "same_day", "score", "side_by_side", "toll", "twins"]

_ALIKE = 0.5  # share of the shorter sentence's word stems that two sentences about one thing have in common
TWIN = 0.75  # share of its word stems that each of two sentences has in common when they are the same sentence
_TOLLS = frozenset({"dead", "wounded"})
#: Words that count so much in every story that the same one says nothing: two persons, three days, four countries.
_COMMON = frozenset({"person", "country", "state", "child", "man", "woman", "victim", "part", "point", "name", "life"})
_ESTIMATED = 0.6  # share of the words of two claimants' sentences that estimate one thing: damage, cost, a crowd
_COUNTED, _POINTS = 3, 3.0  # days and points between two counts of one vote
_NEXT = 3  # characters between two neighbouring sentences
_ECHOED, _NAMES = 0.6, 2  # cosine and names in common of two sentences of two languages that give one measure
_ERA = 366  # days from what a dated figure counts to an article whose undated figures can no longer be of it


def one_thing(left: Amount, right: Amount, view: View) -> str:
    """Why two figures count one thing, "" when nothing shows that they do."""
    if part := part_of_one(left, right, view):
        return part
    if left.ordinals != right.ordinals and left.language == right.language:
        return ""  # the first quake and the second one
    if left.fates != right.fates or _narrowed(left, right) or _of_the_past(left, right) or _of_the_past(right, left):
        return ""
    if toll(left) and (left.places < right.places or right.places < left.places):
        return ""  # the dead of two countries, and those of one of them
    if held := _held(left, right, view):
        return held
    if _beside(left, right):
        return f"the same {things(left)}, given by one claimant beside the other"
    alike_in_meaning = left.language != right.language and same_day(left, right) and meant(left, right, view)
    if left.entities and right.entities and not left.entities & right.entities and not alike_in_meaning:
        return ""
    alike = left.language == right.language and score(left, right) >= _ALIKE and bool(left.entities & right.entities)
    if left.events & right.events:
        return "told of one event"
    if twins(left, right):
        return "the same sentence"
    if alike_in_meaning:
        return f"sentences of one meaning about {told(left.day)}"
    if two_claimants(left, right) and _counted_alike(left, right, view):
        return f"the same {things(left)}, counted by two"
    if left.measure or right.measure:
        return "the same number in sentences of one meaning" if _echoed(left, right, view) else ""
    if alike and left.described == right.described and (left.acts & right.acts or score(left, right) >= TWIN):
        return "sentences about the same things"
    shared = left.entities & right.entities
    if shared and (left.acts & right.acts or left.fates):
        return f"the same {things(left)}, of {view.who.name(min(shared, key=view.who.name))}"
    return ""


def _held(left: Amount, right: Amount, view: View) -> str:
    """One share of one holder in two reports of the same days: counts of one vote lie within a few points."""
    if not left.holder or left.holder != right.holder or left.source == right.source:
        return ""
    days = [one.published.earliest for one in (left, right) if one.published]
    near = len(days) == 2 and abs((days[0] - days[1]).days) <= _COUNTED
    close = abs((left.figure.value or 0.0) - (right.figure.value or 0.0)) <= _POINTS
    return f"the same share, of {view.who.name(left.holder)}" if near and close else ""


def same_day(left: Amount, right: Amount) -> bool:
    """True when both sentences name one and the same day."""
    return left.day is not None and left.day == right.day


def meant(left: Amount, right: Amount, view: View) -> bool:
    """True when two sentences of two languages share a name and mean nearly the same."""
    shared = named(left.entities, left.language, view).keys() & named(right.entities, right.language, view).keys()
    return bool(shared) and view.meaning(left.sentence, right.sentence) >= MEANT


def _echoed(left: Amount, right: Amount, view: View) -> bool:
    """True for one measure in two languages: "for the first time in 24 years", said of the same."""
    if left.language == right.language or (left.low, left.high) != (right.low, right.high):
        return False
    if left.when and right.when and not left.when.meets(right.when):
        return False
    shared = named(left.entities, left.language, view).keys() & named(right.entities, right.language, view).keys()
    return len(shared) >= _NAMES and view.meaning(left.sentence, right.sentence) >= _ECHOED


def _counted_alike(left: Amount, right: Amount, view: View) -> bool:
    """True when two claimants count one thing: in nearly the same words, or on one day at one place."""
    if left.language == right.language:
        mine, theirs = left.stems, right.stems
        if len(mine & theirs) >= _ESTIMATED * min(len(mine), len(theirs)) > 1:
            return True
    if left.measure or left.counted in _COMMON or left.described ^ right.described:
        return False
    voices = {left.claim.said_by, right.claim.said_by}
    places = left.places - voices, right.places - voices
    return same_day(left, right) and bool(places[0]) and places[0] == places[1]


def _beside(left: Amount, right: Amount) -> bool:
    """True for two claimants' counts of one thing in neighbouring sentences: "Seoul counts 7,000 crates." """
    apart = max(left.sentence.start, right.sentence.start) - min(left.sentence.end, right.sentence.end)
    plain = not left.measure and left.counted not in _COMMON and not left.described ^ right.described
    return left.source == right.source and apart <= _NEXT and plain and two_claimants(left, right)


def _of_the_past(one: Amount, other: Amount) -> bool:
    """True for a figure dated long before the other, or before the articles: an earlier disaster's toll."""
    if one.when is None:
        return False
    days = [other.when.earliest] if other.when else [day.earliest for day in (one.published, other.published) if day]
    return any((day - one.when.latest).days > _ERA for day in days)


def side_by_side(left: Amount, right: Amount) -> bool:
    """True for two numbers of one article that are two things, as all are that not two named claimants give."""
    if left.source != right.source:
        return False
    voices = {left.claim.said_by, right.claim.said_by}
    measured = left.measure and not left.events & right.events  # one ceasefire of 60 days or of 90
    return left.sentence == right.sentence or measured or "" in voices or len(voices) < 2


def _narrowed(left: Amount, right: Amount) -> bool:
    """True when the words tell other kinds of the thing: "special-forces soldiers" and "soldiers of the guard"."""
    return (
        left.language == right.language
        and bool(left.described - right.described)
        and bool(right.described - left.described)
    )


def toll(one: Amount) -> bool:
    """True for a count of dead or wounded, or of those of whom a fate is told."""
    return one.counted in _TOLLS or bool(one.fates)


def twins(left: Amount, right: Amount) -> bool:
    """True when two articles tell the number in the same sentence; one may say more, but not each something else.

    "Police counted 100,000" and "Organisers counted 250,000" differ in one word on either side: who counted.
    """
    if left.language != right.language or left.source == right.source:
        return False
    mine, theirs = left.stems, right.stems
    return (mine <= theirs or theirs <= mine) and len(mine & theirs) >= TWIN * max(len(mine), len(theirs))


def score(left: Amount, right: Amount) -> float:
    """Share of the word stems in common, of two languages the share of entities; a hint, never a judgement."""
    mine, theirs = (left.stems, right.stems) if left.language == right.language else (left.entities, right.entities)
    return round(len(mine & theirs) / max(1, min(len(mine), len(theirs))), 2)
