"""One act of one day that two articles tell of two different actors, or put at two different places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from dragoman.compare.across import known
from dragoman.compare.copies import TOKEN
from dragoman.compare.sentences import Sentence, sentences, stems, twins
from dragoman.compare.view import View, found, told
from dragoman.records import Event, Finding, Role
from dragoman.spans import Span

__all__ = ["rivals"]

#: Acts that only one does, and what they are done to: nobody else topples or buys the same, or wins there that day.
_ONE_DOES = {"topple": "recipient", "buy": "recipient", "win_election": "place"}
_ONE_PLACE = frozenset({"sign"})
_ACTORS = ("PER", "ORG")
#: Share of the shorter sentence's stems, and cosine, from which two reports may be of one act.
_ALIKE, _MEANT = 0.5, 0.6
_OPENING = 0.7  # share of its stems that each of two sentences has in common when only who opens them differs
_REST = 6  # words behind the name that must be the same, word for word but for their endings
_HEAD = 4  # words of a name with its title
_STEM = 5
_PARTICLE = 3  # letters of the small words inside a name


def rivals(view: View) -> Iterator[Finding]:
    """Two actors or two places of one act, each in the voice of an article that does not tell the other."""
    events: dict[str, list[Event]] = defaultdict(list)
    for reading in sorted(view.readings, key=lambda one: one.article.source):
        for event in reading.of(Event):
            day = event.when is not None and event.when.earliest == event.when.latest
            if day and event.standing == "happened" and not event.claimed_by:
                events[event.type].append(event)
    for kind, role in _ONE_DOES.items():
        yield from _pairs(events[kind], role, "actor", view)
    for kind in sorted(_ONE_PLACE):
        yield from _pairs(events[kind], "actor", "place", view)
    for own in sentences(view).values():
        for one, other in twins(own, _OPENING):
            yield from _openings(one, other, view)


def _pairs(events: Sequence[Event], same: str, apart: str, view: View) -> Iterator[Finding]:
    """Reports of one day that agree in one role and name somebody else in the other."""
    for one, other in combinations(events, 2):
        if one.source == other.source or one.when is None or other.when is None or not one.when.meets(other.when):
            continue
        if not _keys(one, same, view) & _keys(other, same, view) or not _likely(one, other, view):
            continue
        mine, theirs = _only(one, apart, view), _only(other, apart, view)
        if mine and theirs and _apart(one, mine, other, theirs, view):
            what = "who did it" if apart == "actor" else "the place"
            why = (
                f"{view.quoted(one.hull)} and {view.quoted(other.hull)} tell one act of {told(one.when)} and differ in "
                f"{what}: {mine.name} and {theirs.name}."
            )
            places = [role.at for role in (mine, theirs) if role.at]
            spans = (*places, one.hull, other.hull)
            yield found("contradiction", f"one act, two {apart}s", spans, why, severity="error")
            return


def _keys(event: Event, role: str, view: View) -> set[str]:
    """By what those in a role are known in every language; a place is a state, towns have many elections a day."""
    held = [view.who.entity(event.source, name) for name in event.names(role)]
    if role == "place" and not held:  # "won Argentina's run-off": the state that the sentence names
        article = view.article(event.source)
        held = sorted(view.who.state(one) for one in article.entities(article.sentence(event.hull)))
    return {known(one, view.language(event.source), view) for one in held if role != "place" or view.who.is_state(one)}


def _likely(one: Event, other: Event, view: View) -> bool:
    """True when the two sentences may well tell one thing: by their words, in two languages by their meaning."""
    mine, theirs = (view.article(event.source).sentence(event.hull) for event in (one, other))
    if view.language(one.source) != view.language(other.source):
        return view.meaning(mine, theirs) >= _MEANT
    words = stems(view.whole(mine)), stems(view.whole(theirs))
    return len(words[0] & words[1]) >= _ALIKE * max(1, min(map(len, words)))


def _only(event: Event, role: str, view: View) -> Role | None:
    """The only one in a role, of a kind that can be told from another."""
    held = [one for one in event.roles if one.role == role]
    kinds = _ACTORS if role == "actor" else ("GPE",)
    return held[0] if len(held) == 1 and view.who.kind(view.who.entity(event.source, held[0].name)) in kinds else None


def _apart(one: Event, mine: Role, other: Event, theirs: Role, view: View) -> bool:
    """True when the two are of one kind, not one, and neither sentence names both."""
    ids = [view.who.entity(event.source, role.name) for event, role in ((one, mine), (other, theirs))]
    if ids[0] == ids[1] or view.who.kind(ids[0]) != view.who.kind(ids[1]):
        return False
    if mine.role == "place" and view.who.country(ids[0]) == view.who.country(ids[1]):
        return False
    article = [view.article(event.source) for event in (one, other)]
    inside = [
        known_in.entities(known_in.sentence(event.hull)) for known_in, event in zip(article, (one, other), strict=True)
    ]
    return ids[1] not in inside[0] and ids[0] not in inside[1]


# -- who opens one and the same sentence -------------------------------------------------------------


def _openings(one: Sentence, other: Sentence, view: View) -> Iterator[Finding]:
    """ "Ostrava Bank bought the yard on 3 May" and "Berg Group bought the yard on 3 May"."""
    if one.voice or other.voice or one.open or other.open or one.negated != other.negated:
        return
    if not one.days or one.days != other.days or one.numbers != other.numbers:
        return
    mine, theirs = (_tokens(side.span, view) for side in (one, other))
    rest = 0
    while rest < min(len(mine), len(theirs)) and _like(mine[-rest - 1], theirs[-rest - 1]):
        rest += 1
    heads = mine[: len(mine) - rest], theirs[: len(theirs) - rest]
    named = [
        any(at.start < side.span.start + len(" ".join(head)) for _, at in side.names)
        for side, head in zip((one, other), heads, strict=True)
    ]
    if rest >= _REST and all(_name(head) for head in heads) and any(named) and not {*heads[0]} & {*heads[1]}:
        why = (
            f"“{' '.join(heads[0])}” and “{' '.join(heads[1])}” are told to have done the same: "
            f"{view.quoted(one.span)} and {view.quoted(other.span)} differ in nothing else."
        )
        yield found("contradiction", "one act, two names", (one.span, other.span), why, severity="error")


def _tokens(span: Span, view: View) -> list[str]:
    return TOKEN.findall(view.whole(span))


def _like(one: str, other: str) -> bool:
    """The same word but for its ending; of a number no ending."""
    if one[:1].isdigit() or other[:1].isdigit():
        return one == other
    return one.casefold()[:_STEM] == other.casefold()[:_STEM]


def _name(head: Sequence[str]) -> bool:
    """True for words that are a name: each has a capital, but for the small ones."""
    return 0 < len(head) <= _HEAD and all(word[:1].isupper() or len(word) <= _PARTICLE for word in head)
