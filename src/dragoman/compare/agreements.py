"""One agreement over all articles: its names, parties, life-cycle per party, provisions, predecessors and gaps.

The articles' own accounts are kept (`treaties`); an act told by several articles in their own voice is one act with
the best date any of them gives; acts that somebody only claims stay apart, each with its claimant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from dragoman.compare.lives import acts_of_life, gaps_in, is_part, status_of
from dragoman.compare.pactnames import ANY, name_shown, names_of_pact, titled
from dragoman.compare.pacts import Pile, gathered
from dragoman.compare.parties import Parties
from dragoman.compare.view import told
from dragoman.records import Act, Agreement, Entity, Event, Kin, Reading, Treaty, digest

__all__ = ["agreements"]

_STILL = "not yet"  # ends `by` of a step that is denied because it is still to come
STEPS = ("sign", "enter_into_force")  # events that are a step of the agreement whenever it is named beside them


def agreements(
    readings: Sequence[Reading], entities: Sequence[Entity], kin: Sequence[Kin] = ()
) -> tuple[Agreement, ...]:
    """Every agreement of the pile, the main one first; the same whatever the order of the readings."""
    who = Parties(entities)
    piles = gathered(readings, who, kin)
    piles = [pile for pile in piles if not _never_was(pile)]
    main = max((pile for pile in piles if not pile.regime and not pile.year), key=_weight, default=None)
    return tuple(
        _agreement(pile, who, main=pile is main)
        for pile in sorted(piles, key=lambda pile: (pile is not main, _rank(pile)))
    )


def _never_was(pile: Pile) -> bool:
    """True when all that is told is that somebody did not sign one: "did not sign a joint declaration"."""
    acts = [act for _, treaty in pile.accounts for act in treaty.acts]
    named = any(treaty.main or treaty.provisions or treaty.predecessors for _, treaty in pile.accounts)
    never = (act.standing in ("denied", "cancelled") and not act.by.endswith(_STILL) for act in acts)
    return bool(acts) and not named and all(never)


def _weight(pile: Pile) -> tuple[int, int, int]:
    mains = sum(treaty.main for _, treaty in pile.accounts)
    return mains, sum(len(treaty.spans) for _, treaty in pile.accounts), -_first(pile)


def _first(pile: Pile) -> int:
    return min(treaty.start for _, treaty in pile.accounts)


def _rank(pile: Pile) -> tuple[bool, str, int, str]:
    return bool(pile.regime), pile.year, -len(pile.accounts), digest(sorted(treaty.id for _, treaty in pile.accounts))


def _agreement(pile: Pile, who: Parties, *, main: bool) -> Agreement:
    accounts = sorted(pile.accounts, key=lambda one: (one[0].article.name, one[0].article.source, one[1].start))
    treaties = tuple(treaty for _, treaty in accounts)
    acts = tuple(acts_of_life(accounts, who))
    parties, aimed = _chosen(accounts, who), _aimed(accounts, who)
    accession = any(treaty.accession for treaty in treaties)
    among = _fullest([words for treaty in treaties for words in treaty.among])
    status = status_of(acts, accounts)
    names = names_of_pact(accounts)
    kinds = Counter(one.instrument for one in treaties)
    instrument = min(kinds, key=lambda kind: (kind in ANY, -kinds[kind], kind))  # a declaration is called a deal, too
    return Agreement(
        id=digest("agreement", sorted(treaty.id for treaty in treaties)),
        name=titled(
            name_shown(names, year=pile.year, instrument=instrument),
            names,
            instrument=instrument,
            parties=[] if accession or among else [who.name(party) for party in parties],
            day=_day(acts),
        ),
        names=names,
        instrument=instrument,
        parties=parties,
        treaties=treaties,
        acts=acts,
        provisions=tuple(part for treaty in treaties for part in treaty.provisions),
        predecessors=tuple(sorted({part for treaty in treaties for part in treaty.predecessors})),
        status="" if instrument == "sanctions" else status,  # who stops backing sanctions does not end them
        status_by_article=_by_article(accounts),
        gaps=tuple(gaps_in(acts, parties, status, instrument, who, _unplaced(accounts), told_on=_first_day(accounts)))
        if main
        else (),
        main=main,
        aimed=aimed,
        among=among,
        accession=accession,
    )


def _first_day(accounts: Sequence[tuple[Reading, Treaty]]) -> date | None:
    """The day of the first article that tells its own."""
    return min((one.article.published.earliest for one, _ in accounts if one.article.published), default=None)


def _fullest(counted: Sequence[str]) -> tuple[str, ...]:
    """Parties that are counted, each wording once: "30 NATO allies" says what "30 allies" says."""
    words = {one: frozenset(one.casefold().split()) for one in counted}
    return tuple(one for one, own in words.items() if not any(own < other for other in words.values()))


def _aimed(accounts: Sequence[tuple[Reading, Treaty]], who: Parties) -> tuple[str, ...]:
    """Those at whom a regime is aimed, in the order of the articles."""
    return tuple(
        dict.fromkeys(
            who.side(who.entity(one.article.source, name)) for one, treaty in accounts for name in treaty.aimed
        )
    )


def _unplaced(accounts: Sequence[tuple[Reading, Treaty]]) -> frozenset[str]:
    """Kinds of events that the agreement's articles tell as done and that are a step of no agreement: perhaps of it."""
    found: set[str] = set()
    for reading in {reading.article.source: reading for reading, _ in accounts}.values():
        steps = [act.hull for treaty in reading.of(Treaty) for act in treaty.acts]
        for event in reading.of(Event):
            if event.type in STEPS and event.told and not any(event.hull.meets(step) for step in steps):
                found.add(event.type)
    return frozenset(found)


def _day(acts: Sequence[Act]) -> str:
    """The day on which it was signed, else reached, as the articles tell in their own voice: "3 May 2024"."""
    for name in ("signed", "negotiated"):
        days = {act.when for act in acts if act.act == name and act.standing == "happened" and act.when}
        if len(days) == 1 and (day := days.pop()).earliest == day.latest:
            return told(day)
    return ""


def _chosen(accounts: Sequence[tuple[Reading, Treaty]], who: Parties) -> tuple[str, ...]:
    """The parties, most often named first; who is one in a single article only is left out where others are in more."""
    votes: Counter[str] = Counter()
    for reading, treaty in accounts:
        found = dict.fromkeys(who.side(who.entity(reading.article.source, name)) for name in treaty.parties)
        votes.update(one for one in found if who.kind(one) in ("GPE", "ORG", "LOC", "MISC"))
    ranked = sorted(votes, key=lambda one: (-votes[one], who.name(one), one))
    together = [{who.side(who.entity(r.article.source, name)) for name in treaty.parties} for r, treaty in accounts]
    ranked = [one for one in ranked if not any(_is_short_for(one, other, together, who) for other in ranked)]
    often = [one for one in ranked if votes[one] > 1]
    return tuple(often if len(often) > 1 else ranked)


def _is_short_for(one: str, other: str, together: Sequence[set[str]], who: Parties) -> bool:
    """True for "Macedonia" beside "North Macedonia", where no article has both as parties: the fuller name stays."""
    return is_part(who.name(one), who.name(other)) and not any({one, other} <= sides for sides in together)


def _by_article(accounts: Sequence[tuple[Reading, Treaty]]) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for reading, treaty in accounts:
        known = found.get(reading.article.source, "")
        if treaty.status and (not known or treaty.main):
            found[reading.article.source] = treaty.status
    return tuple(found.items())
