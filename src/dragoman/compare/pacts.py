"""Which accounts of agreements, over all articles, mean one and the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.compare.pactcopies import told_alike
from dragoman.compare.pactnames import ANY, DISTINCT, topics_of
from dragoman.compare.parties import Parties
from dragoman.records import Kin, Reading, Treaty, When

__all__ = ["REGIMES", "Pile", "gathered"]

REGIMES = frozenset({"sanctions", "monitoring", "resolution"})
_CALLED_SO = frozenset({"ceasefire", "contract"})  # kinds of which a text says "the deal" once the subject is clear
_AT_HOME = frozenset({"approved", "ratified"})
_SINGLE = frozenset({"declaration", "charter"})  # papers of which one story has one
_SOLEMN = frozenset({"treaty", "pact", "convention"})
_OWN_NAME = 2  # words of a name that may be anybody's: "the treaty", "the peace treaty" is three
_PLACE = re.compile(r"\s[a-zà-ÿ]{2,3}\s([A-ZÀ-Þ][a-zà-ÿ]{3,})$")  # "… of Lima": a short word and a name
_YEAR = 4  # characters: an agreement named by its year alone


@dataclass
class Pile:
    """The accounts that mean one agreement, while they are being gathered."""

    accounts: list[tuple[Reading, Treaty]] = field(default_factory=list)
    parties: set[str] = field(default_factory=set)
    acted: set[str] = field(default_factory=set)  # states that approved or ratified it
    signed: list[When] = field(default_factory=list)
    topics: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()  # the years of agreements it replaces
    year: str = ""
    regime: str = ""

    @property
    def kinds(self) -> set[str]:
        """The instruments that the accounts speak of."""
        return {one.instrument for _, one in self.accounts}

    def take(self, other: Pile) -> None:
        """Take over the accounts of another pile."""
        self.accounts += other.accounts
        self.parties |= other.parties
        self.acted |= other.acted
        self.signed += other.signed
        self.topics |= other.topics
        self.before |= other.before


def gathered(readings: Sequence[Reading], who: Parties, kin: Sequence[Kin] = ()) -> list[Pile]:
    """The accounts of all articles in piles, one an agreement; the same whatever the order of the readings.

    Articles of one origin share their papers; who could be one of two agreements is neither.
    """
    accounts = [(reading, treaty) for reading in readings for treaty in reading.of(Treaty)]
    accounts.sort(key=_place)
    alike = told_alike(readings, kin)
    piles: list[Pile] = []
    for reading, treaty in accounts:
        pile = _pile(reading, treaty, who)
        fitting = [one for one in piles if _is_copy(one, treaty, alike) and not _is_between_others(one, pile)]
        fitting = fitting or [one for one in piles if _same(one, pile, treaty)]
        if not fitting or _is_either(fitting, pile):
            piles.append(pile)
        else:
            max(fitting, key=lambda one: len(one.parties & pile.parties)).take(pile)
    return piles


def _place(account: tuple[Reading, Treaty]) -> tuple[bool, bool, int, str, int]:
    """First what an article is about, then what tells its sides, then what is named most."""
    reading, treaty = account
    return not treaty.main, len(treaty.parties) < len("AB"), -len(treaty.spans), reading.article.source, treaty.start


def _is_copy(pile: Pile, treaty: Treaty, alike: frozenset[frozenset[str]]) -> bool:
    return any(frozenset((one.id, treaty.id)) in alike for _, one in pile.accounts)


def _is_between_others(pile: Pile, other: Pile) -> bool:
    """True where each has a party that is foreign to the other, and they share one at most."""
    mine, theirs = pile.parties, other.parties
    return len(mine) > 1 and len(theirs) > 1 and len(mine & theirs) <= 1 and mine != theirs


def _is_of_a_third(pile: Pile, other: Pile) -> bool:
    """True where an account without sides tells of a state that approved it, and the pile's two sides are others."""
    return len(pile.parties) == len("AB") and bool(other.acted) and not (other.parties or other.acted & pile.parties)


def _is_either(fitting: Sequence[Pile], pile: Pile) -> bool:
    """True for "the memorandum with Chad" where Chad has one with Mali and another with Niger."""
    rivals = [one for one in fitting if len(one.parties & pile.parties) == len(pile.parties) == 1]
    return any(_is_between_others(one, other) for one in rivals for other in rivals if one is not other)


def _pile(reading: Reading, treaty: Treaty, who: Parties) -> Pile:
    return Pile(
        accounts=[(reading, treaty)],
        parties=_parties(treaty, reading, who),
        acted=_acted(treaty, reading, who),
        signed=_signed(treaty),
        topics=topics_of(reading, treaty),
        before=frozenset(name for name, _ in treaty.predecessors if len(name) == _YEAR and name.isdigit()),
        year=_year(treaty),
        regime=treaty.instrument if treaty.instrument in REGIMES else "",
    )


def _parties(treaty: Treaty, reading: Reading, who: Parties) -> set[str]:
    named = (*treaty.parties, *treaty.aimed)
    found = {who.side(who.entity(reading.article.source, name)) for name in named}
    return {one for one in found if who.kind(one) in ("GPE", "ORG", "NORP", "LOC", "MISC", "")}


def _acted(treaty: Treaty, reading: Reading, who: Parties) -> set[str]:
    """The states that took a step with it at home, whoever its sides are said to be."""
    found = {who.side(who.entity(reading.article.source, act.party)) for act in treaty.acts if act.act in _AT_HOME}
    return {one for one in found if who.kind(one) == "GPE"}


def _signed(treaty: Treaty) -> list[When]:
    return [
        act.when for act in treaty.acts if act.act == "signed" and act.when and act.standing in ("happened", "claimed")
    ]


def _year(treaty: Treaty) -> str:
    """The year that tells an earlier agreement apart, "" for an agreement with a name."""
    if treaty.main or not treaty.by.endswith("year"):
        return ""
    for name in treaty.names:
        digits = "".join(one for one in name if one.isdigit())
        if len(digits) == _YEAR:
            return digits
    return ""


# -- may two accounts mean one agreement -----------------------------------------------------------


def _same(pile: Pile, other: Pile, treaty: Treaty) -> bool:
    """True when an account may be one more of the pile's."""
    states, others = pile.parties, other.parties
    if pile.regime or other.regime:
        return pile.regime == other.regime and (not states or not others or bool(states & others))
    if _is_between_others(pile, other) or _is_of_a_third(pile, other) or _is_of_a_third(other, pile):
        return False
    if pile.year and other.year:  # the treaty of 2000 is not the declaration of 2000
        vague = treaty.instrument in ANY or pile.kinds <= ANY
        papers = {treaty.instrument, *pile.kinds} & DISTINCT - _CALLED_SO
        return pile.year == other.year and (vague or treaty.instrument in pile.kinds or not papers)
    if pile.year or other.year:
        return not pile.year and _is_of(pile, other)
    if not _kinds_agree(pile, other, treaty) or _replaces(pile, other) or _replaces(other, pile):
        return False
    if pile.signed and other.signed and not any(a.meets(b) for a in pile.signed for b in other.signed):
        return False
    if states and others and not states & others and not _has_its_mark(pile, other, treaty):
        return False
    if pile.topics and other.topics and not pile.topics & other.topics and len(states & others) < len("AB"):
        return False
    if treaty.main or (pile.signed and other.signed) or (states & others and _places(pile) & _places(other)):
        return True
    if not states & others:  # "the peace treaty", told beside a declaration that is the article's main one
        if others or treaty.instrument not in pile.kinds:
            return False
        solemn = treaty.instrument in _SOLEMN and not _is_dated(treaty)
        return treaty.instrument in _SINGLE or (solemn and bool(pile.topics & other.topics))
    return _shares_name(pile, treaty) or treaty.instrument in pile.kinds & DISTINCT


def _is_dated(treaty: Treaty) -> bool:
    """True where a day or month tells when it was made: that of another one, if the pile does not know it."""
    return any(act.when for act in treaty.acts if act.act in ("negotiated", "initialled", "signed"))


def _is_of(pile: Pile, other: Pile) -> bool:
    """True for an agreement named by the year in which the pile's was signed; not where that one replaces it."""
    if other.year in pile.before or not pile.parties & other.parties:
        return False
    return any(str(one.earliest.year) == other.year == str(one.latest.year) for one in pile.signed)


def _replaces(pile: Pile, other: Pile) -> bool:
    """True when one says that it replaces an agreement of the year in which the other was signed."""
    return any(str(one.earliest.year) in pile.before for one in other.signed)


def _kinds_agree(pile: Pile, other: Pile, treaty: Treaty) -> bool:
    """True unless one is a memorandum, a protocol, a declaration, and the other none."""
    kind, kinds = treaty.instrument, pile.kinds
    if kind in kinds or (kind not in DISTINCT and not kinds <= DISTINCT):
        return True
    if pile.topics & other.topics and not {kind, *kinds} & (DISTINCT - _CALLED_SO):
        return True  # "the wage deal", "the contract": a contract where the subject is the same
    if "memorandum" in {kind, *kinds} and {kind, *kinds} - {"memorandum"} <= ANY:  # signed by the same on the same day
        together = any(a.meets(b) for a in pile.signed for b in other.signed)
        return together and bool(pile.parties & other.parties or not pile.parties or not other.parties)
    loose = _CALLED_SO | ANY
    return "ceasefire" in {kind, *kinds} and {kind, *kinds} <= loose and bool(pile.parties & other.parties)


def _places(pile: Pile) -> set[str]:
    """The places that names of an agreement end in, in whatever language: "accord de Lima", "Abkommen von Lima"."""
    found = (_PLACE.search(name) for _, treaty in pile.accounts for name in treaty.names)
    own = {name for _, treaty in pile.accounts for name in treaty.parties}
    return {one[1] for one in found if one and one[1] not in own}


def _shares_name(pile: Pile, treaty: Treaty) -> bool:
    return bool(set(treaty.names) & {name for _, one in pile.accounts for name in one.names})


def _has_its_mark(pile: Pile, other: Pile, treaty: Treaty) -> bool:
    """True when a name of its own, the kind of paper or the day of signature joins accounts that share no party."""
    if pile.signed and other.signed:
        return True
    few = min(len(pile.parties), len(other.parties)) == 1
    if treaty.main and few and pile.topics & other.topics and not pile.kinds & DISTINCT:
        return True
    names = {name.casefold() for _, one in pile.accounts for name in one.names}
    if any(len(name.split()) > _OWN_NAME and name.casefold() in names for name in treaty.names):
        return True
    return treaty.main and treaty.instrument not in ANY and treaty.instrument in pile.kinds
