"""One agreement over all articles: its names, parties, life-cycle per party, provisions, predecessors and gaps.

The articles' own accounts are kept (`treaties`); an act told by several articles in their own voice is one act with
the best date any of them gives; acts that somebody only claims stay apart, each with its claimant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.compare.lives import acts_of_life, gaps_in, status_of
from dragoman.compare.pactnames import name_shown, names_of_pact
from dragoman.compare.parties import Parties
from dragoman.records import Agreement, Entity, Reading, Treaty, When, digest

__all__ = ["agreements"]

_REGIMES = frozenset({"sanctions", "monitoring", "resolution"})
#: Kinds that are not just another word for any agreement.
_DISTINCT = frozenset({"memorandum", "protocol", "convention", "declaration", "ceasefire", "contract", "charter"})
_ANY = frozenset({"deal", "agreement", "accord", "document"})  # kinds that any agreement may be called
_OWN_NAME = 2  # words of a name that may be anybody's: "the treaty", "the peace treaty" is three
_YEAR_SPAN = 4  # characters: an agreement named by its year alone


@dataclass
class _Pile:
    """The accounts that mean one agreement, while they are being gathered."""

    accounts: list[tuple[Reading, Treaty]] = field(default_factory=list)
    parties: set[str] = field(default_factory=set)
    signed: list[When] = field(default_factory=list)
    year: str = ""
    regime: str = ""


def agreements(readings: Sequence[Reading], entities: Sequence[Entity]) -> tuple[Agreement, ...]:
    """Every agreement of the pile, the main one first; the same whatever the order of the readings."""
    who = Parties(entities)
    piles = _gathered(readings, who)
    piles = [pile for pile in piles if not _never_was(pile)]
    main = max((pile for pile in piles if not pile.regime and not pile.year), key=_weight, default=None)
    return tuple(
        _agreement(pile, who, main=pile is main)
        for pile in sorted(piles, key=lambda pile: (pile is not main, _rank(pile)))
    )


def _gathered(readings: Sequence[Reading], who: Parties) -> list[_Pile]:
    accounts = [(reading, treaty) for reading in readings for treaty in reading.of(Treaty)]
    accounts.sort(key=lambda one: (not one[1].main, -len(one[1].spans), one[0].article.source, one[1].start))
    piles: list[_Pile] = []
    for reading, treaty in accounts:
        pile = _Pile(
            parties=_parties(treaty, reading, who),
            signed=_signed(treaty),
            year=_year(reading, treaty),
            regime=treaty.instrument if treaty.instrument in _REGIMES else "",
        )
        home = max(
            (one for one in piles if _same(one, pile, treaty)),
            key=lambda one: len(one.parties & pile.parties),
            default=None,
        )
        if home is None:
            home = pile
            piles.append(home)
        else:
            home.parties |= pile.parties
            home.signed += pile.signed
        home.accounts.append((reading, treaty))
    return piles


def _never_was(pile: _Pile) -> bool:
    """True when all that is told is that somebody did not sign one: "did not sign a joint declaration"."""
    acts = [act for _, treaty in pile.accounts for act in treaty.acts]
    named = any(treaty.main or treaty.provisions or treaty.predecessors for _, treaty in pile.accounts)
    return bool(acts) and not named and all(act.standing in ("denied", "cancelled") for act in acts)


def _parties(treaty: Treaty, reading: Reading, who: Parties) -> set[str]:
    found = {who.state(who.entity(reading.article.source, name)) for name in treaty.parties}
    return {one for one in found if who.kind(one) in ("GPE", "ORG", "NORP", "")}


def _signed(treaty: Treaty) -> list[When]:
    return [
        act.when for act in treaty.acts if act.act == "signed" and act.when and act.standing in ("happened", "claimed")
    ]


def _year(reading: Reading, treaty: Treaty) -> str:
    """The year that tells an earlier agreement apart, "" for an agreement with a name."""
    if treaty.main or not treaty.by.endswith("year"):
        return ""
    for name in treaty.names:
        digits = "".join(one for one in name if one.isdigit())
        if len(digits) == _YEAR_SPAN:
            return digits
    return ""


def _same(pile: _Pile, other: _Pile, treaty: Treaty) -> bool:
    """True when an account may be one more of the pile's."""
    if pile.regime != other.regime or pile.year != other.year:
        return False
    states, others = pile.parties, other.parties
    if pile.regime:
        return not states or not others or bool(states & others)
    if len(states) > 1 and len(others) > 1 and not states & others:
        return False
    if pile.year:
        return True
    kinds = {one.instrument for _, one in pile.accounts}
    if (treaty.instrument in _DISTINCT or kinds <= _DISTINCT) and treaty.instrument not in kinds:
        return False
    if pile.signed and other.signed and not any(a.meets(b) for a in pile.signed for b in other.signed):
        return False
    if states and others and not states & others and not _has_its_mark(pile, other, treaty):
        return False
    if not treaty.main and not (pile.signed and other.signed):
        return bool(set(treaty.names) & {name for _, one in pile.accounts for name in one.names}) and bool(
            states & others
        )
    return True


def _has_its_mark(pile: _Pile, other: _Pile, treaty: Treaty) -> bool:
    """True when a name of its own, the kind of paper or the day of signature joins accounts that share no party."""
    if pile.signed and other.signed:
        return True
    names = {name.casefold() for _, one in pile.accounts for name in one.names}
    if any(len(name.split()) > _OWN_NAME and name.casefold() in names for name in treaty.names):
        return True
    return (
        treaty.main
        and treaty.instrument not in _ANY
        and treaty.instrument in {one.instrument for _, one in pile.accounts}
    )


def _weight(pile: _Pile) -> tuple[int, int, int]:
    mains = sum(treaty.main for _, treaty in pile.accounts)
    return mains, sum(len(treaty.spans) for _, treaty in pile.accounts), -_first(pile)


def _first(pile: _Pile) -> int:
    return min(treaty.start for _, treaty in pile.accounts)


def _rank(pile: _Pile) -> tuple[bool, str, int, str]:
    return bool(pile.regime), pile.year, -len(pile.accounts), digest(sorted(treaty.id for _, treaty in pile.accounts))


def _agreement(pile: _Pile, who: Parties, *, main: bool) -> Agreement:
    accounts = sorted(pile.accounts, key=lambda one: (one[0].article.name, one[0].article.source, one[1].start))
    treaties = tuple(treaty for _, treaty in accounts)
    acts = tuple(acts_of_life(accounts, who))
    parties = _chosen(accounts, who)
    status = status_of(acts, accounts)
    names = names_of_pact(accounts)
    instrument = min(Counter(one.instrument for one in treaties).items(), key=lambda one: (-one[1], one[0]))[0]
    return Agreement(
        id=digest("agreement", sorted(treaty.id for treaty in treaties)),
        name=name_shown(names),
        names=names,
        instrument=instrument,
        parties=parties,
        treaties=treaties,
        acts=acts,
        provisions=tuple(part for treaty in treaties for part in treaty.provisions),
        predecessors=tuple(sorted({part for treaty in treaties for part in treaty.predecessors})),
        status="" if instrument == "sanctions" else status,  # who stops backing sanctions does not end them
        status_by_article=_by_article(accounts),
        gaps=tuple(gaps_in(acts, parties, status, instrument, who)) if main else (),
        main=main,
    )


def _chosen(accounts: Sequence[tuple[Reading, Treaty]], who: Parties) -> tuple[str, ...]:
    """The parties, most often named first; who is one in a single article only is left out where others are in more."""
    votes: Counter[str] = Counter()
    for reading, treaty in accounts:
        found = dict.fromkeys(who.state(who.entity(reading.article.source, name)) for name in treaty.parties)
        votes.update(one for one in found if who.kind(one) in ("GPE", "ORG"))
    ranked = sorted(votes, key=lambda one: (-votes[one], who.name(one), one))
    often = [one for one in ranked if votes[one] > 1]
    return tuple(often if len(often) > 1 else ranked)


def _by_article(accounts: Sequence[tuple[Reading, Treaty]]) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for reading, treaty in accounts:
        known = found.get(reading.article.source, "")
        if treaty.status and (not known or treaty.main):
            found[reading.article.source] = treaty.status
    return tuple(found.items())
