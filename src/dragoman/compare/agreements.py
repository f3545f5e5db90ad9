"""One agreement over all articles: its names, parties, life-cycle per party, provisions, predecessors and gaps.

The articles' own accounts are kept (`treaties`); an act told by several articles in their own voice is one act with
the best date any of them gives; acts that somebody only claims stay apart, each with its claimant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dragoman.compare.parties import Parties
from dragoman.languages import Language, language
from dragoman.records import Act, Agreement, Entity, Reading, Treaty, When, digest
from dragoman.spans import Span

__all__ = ["agreements"]

#: Status of an agreement in the order of its life; what an act that happened makes it.
_ORDER = ("expected", "signed", "approved", "ratified", "in_force", "extended", "suspended", "ended")
_STATUS = {
    "signed": "signed",
    "approved": "approved",
    "ratified": "ratified",
    "instruments_exchanged": "ratified",
    "deposited": "ratified",
    "acceded": "ratified",
    "provisionally_applied": "in_force",
    "in_force": "in_force",
    "resumed": "in_force",
    "extended": "extended",
    "suspended": "suspended",
    "denounced": "ended",
    "terminated": "ended",
    "superseded": "ended",
}
_TOLD = ("happened", "under way")
_SOLEMN = frozenset({"treaty", "pact", "convention", "protocol", "accord", "agreement"})  # kinds that are ratified
_REGIMES = frozenset({"sanctions", "monitoring", "resolution"})
#: Kinds that are not just another word for any agreement.
_DISTINCT = frozenset({"memorandum", "protocol", "convention", "declaration", "ceasefire", "contract", "charter"})
_UNRATIFIED = frozenset({"ceasefire", "memorandum", "declaration", "contract", "deal"})  # approval is not half of one
_ENDS = " «»“”„\"'"  # what may stand around a name and is no part of it
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


# -- which accounts mean one agreement -------------------------------------------------------------


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
    if not treaty.main and not (pile.signed and other.signed):
        return bool(set(treaty.names) & {name for _, one in pile.accounts for name in one.names}) and bool(
            states & others
        )
    return True


def _weight(pile: _Pile) -> tuple[int, int, int]:
    mains = sum(treaty.main for _, treaty in pile.accounts)
    return mains, sum(len(treaty.spans) for _, treaty in pile.accounts), -_first(pile)


def _first(pile: _Pile) -> int:
    return min(treaty.start for _, treaty in pile.accounts)


def _rank(pile: _Pile) -> tuple[bool, str, int, str]:
    return bool(pile.regime), pile.year, -len(pile.accounts), digest(sorted(treaty.id for _, treaty in pile.accounts))


# -- one agreement ---------------------------------------------------------------------------------


def _agreement(pile: _Pile, who: Parties, *, main: bool) -> Agreement:
    accounts = sorted(pile.accounts, key=lambda one: (one[0].article.name, one[0].article.source, one[1].start))
    treaties = tuple(treaty for _, treaty in accounts)
    acts = tuple(_acts(accounts, who))
    parties = _chosen(accounts, who)
    status = _status(acts, accounts)
    names = _names(accounts)
    instrument = min(Counter(one.instrument for one in treaties).items(), key=lambda one: (-one[1], one[0]))[0]
    return Agreement(
        id=digest("agreement", sorted(treaty.id for treaty in treaties)),
        name=_name(names, pile),
        names=names,
        instrument=instrument,
        parties=parties,
        treaties=treaties,
        acts=acts,
        provisions=tuple(part for treaty in treaties for part in treaty.provisions),
        predecessors=tuple(sorted({part for treaty in treaties for part in treaty.predecessors})),
        status="" if instrument == "sanctions" else status,  # who stops backing sanctions does not end them
        status_by_article=_by_article(accounts),
        gaps=tuple(_gaps(acts, parties, status, instrument, who)) if main else (),
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


def _names(accounts: Iterable[tuple[Reading, Treaty]]) -> tuple[tuple[str, str], ...]:
    votes = Counter((reading.article.language, name) for reading, treaty in accounts for name in treaty.names)
    return tuple(sorted(votes, key=lambda one: (-votes[one], one)))


def _name(names: Sequence[tuple[str, str]], pile: _Pile) -> str:
    """Its title where one is written as such, else the name used most that says what it is about; English first."""
    bare = {one: _bare(*one) for one in names}
    votes = Counter(name.casefold() for name, _ in bare.values())

    def rank(one: tuple[str, str]) -> tuple[bool, bool, bool, bool, int, bool, int]:
        name, indefinite = bare[one]
        words = len(name.split())
        titled = words > 2 and all(word[:1].isupper() for word in name.split() if len(word) > 3)
        return (
            titled,
            words > 1,
            not indefinite,
            votes[name.casefold()] > 1,
            min(words, 6),
            one[0] == "en",
            -names.index(one),
        )

    return bare[max(names, key=rank)][0]


def _articles(words: Language) -> re.Pattern[str]:
    """The articles that may begin a name: "the ", "un ", "l'"."""
    return re.compile(rf"(?:{words.section('events').get('articles', '(?!)')})(?:\s+|(?<='))", re.IGNORECASE)


def _bare(code: str, name: str) -> tuple[str, bool]:
    """A name without the article and marks at its ends; whether the article said "a", not "the"."""
    words = language(code)
    article = words.once(_articles).match(name.strip(_ENDS))
    if not article:
        return name.strip(_ENDS), False
    first = article[0].strip(_ENDS).casefold()
    return name.strip(_ENDS)[article.end() :].strip(_ENDS), first in words.words("agreements", "indefinite")


def _by_article(accounts: Sequence[tuple[Reading, Treaty]]) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for reading, treaty in accounts:
        known = found.get(reading.article.source, "")
        if treaty.status and (not known or treaty.main):
            found[reading.article.source] = treaty.status
    return tuple(found.items())


# -- its life --------------------------------------------------------------------------------------


def _acts(accounts: Sequence[tuple[Reading, Treaty]], who: Parties) -> Iterator[Act]:
    """Acts with their parties as entities: what articles tell as fact is brought together, claims stay as they are."""
    told: dict[tuple[str, str], list[Act]] = {}
    rest: list[Act] = []
    for _, treaty in accounts:
        for act in treaty.acts:
            party = who.state(who.entity(act.source, act.party)) if act.party else ""
            if not who.kind(party) and not act.body:  # words that name nobody known: the act stands, by nobody named
                party = ""
            one = replace(act, party=party)
            if act.standing in _TOLD:
                told.setdefault((act.act, party), []).append(one)
            else:
                rest.append(one)
    merged = [one for acts in told.values() for one in _joined(acts, rest)]
    yield from sorted([*merged, *rest], key=_when_done)


def _joined(acts: list[Act], claims: Sequence[Act]) -> Iterator[Act]:
    """Reports of one act: one a date; undated reports join the best-dated one, conflicting dates stay apart."""
    dated = sorted((act for act in acts if act.when), key=lambda act: (_width(act.when), act.when_at or act.spans[0]))
    groups: list[list[Act]] = []
    for act in dated:
        home = next((group for group in groups if group[0].when and act.when and group[0].when.meets(act.when)), None)
        groups.append([act]) if home is None else home.append(act)
    undated = [act for act in acts if not act.when]
    if not groups:
        lender = _lender(acts[0], claims)
        yield _merged(undated, lender)
        return
    largest = max(groups, key=lambda group: (len(group), -_width(group[0].when)))
    largest += undated
    for group in groups:
        yield _merged(group, group[0])


def _lender(act: Act, claims: Sequence[Act]) -> Act | None:
    """A claim of the same act with a date, when no article dates it in its own voice."""
    found = [
        one
        for one in claims
        if one.act == act.act and one.standing == "claimed" and one.when and one.party in ("", act.party)
    ]
    return min(found, key=lambda one: (_width(one.when), one.spans), default=None)


def _merged(acts: list[Act], dated: Act | None) -> Act:
    """One act with all its spans; the article's own voice goes before anybody's announcement."""
    lead = min(acts, key=lambda act: (bool(act.claimed_by), act.when is None, act.spans))
    spans: dict[Span, None] = dict.fromkeys(span for act in (lead, *acts) for span in act.spans)
    if dated is not None:
        spans |= dict.fromkeys(dated.spans)
    body = next((act.body for act in acts if act.body), "")
    when, at = (dated.when, dated.when_at) if dated else (None, None)
    return replace(lead, spans=tuple(spans), body=body, when=when, when_at=at)


def _width(when: When | None) -> int:
    return (when.latest - when.earliest).days if when else 1 << 20


def _when_done(act: Act) -> tuple[date, int, str, tuple[Span, ...]]:
    order = list(_STATUS).index(act.act) if act.act in _STATUS else -1
    return (act.when.earliest if act.when else date.max), order, act.party, act.spans


def _status(acts: Sequence[Act], accounts: Sequence[tuple[Reading, Treaty]]) -> str:
    """The furthest step; once in force, what the latest act made of it: extended, suspended, resumed, ended."""
    done = [act for act in acts if act.standing in (*_TOLD, "claimed") and act.act in _STATUS]
    if not done:
        found = [treaty.status for _, treaty in accounts if treaty.status]
        return max(found, key=lambda one: _ORDER.index(one) if one in _ORDER else -1, default="")
    furthest = max((_STATUS[act.act] for act in done), key=_ORDER.index)
    if _ORDER.index(furthest) <= _ORDER.index("in_force"):
        return furthest
    published = {reading.article.source: reading.article.published for reading, _ in accounts}

    def last(act: Act) -> tuple[date, int]:
        told = published.get(act.source)
        when = act.when.latest if act.when else told.latest if told else date.min
        return when, _ORDER.index(_STATUS[act.act])

    lived = [act for act in done if _ORDER.index(_STATUS[act.act]) >= _ORDER.index("in_force")]
    return _STATUS[max(lived, key=last).act]


def _gaps(acts: Sequence[Act], parties: Sequence[str], status: str, instrument: str, who: Parties) -> Iterator[str]:
    """The steps that the model expects and this coverage does not report, in words."""
    done = {(act.act, act.party): act for act in acts if act.standing in (*_TOLD, "claimed")}
    names = {act for act, _ in done}
    told = [act for act in acts if act.act == "signed" and act.standing in (*_TOLD, "claimed")]
    if status not in ("", "expected") and not any(act.when for act in told):
        yield "date of signature: not in this coverage" if "signed" in names else "signature: not in this coverage"
    solemn = {"ratified", "instruments_exchanged", "deposited"} | (set() if instrument in _UNRATIFIED else {"approved"})
    states = [party for party in parties if who.kind(party) in ("GPE", "ORG")]
    if names & solemn and len(states) > 1:
        for party in parties:
            if ("ratified", party) not in done and ("acceded", party) not in done:
                vote = done.get(("approved", party))
                only = f" (only the vote of “{vote.body}”)" if vote and vote.body else ""
                yield f"ratification by {who.name(party)}: not in this coverage{only}"
    between = len(states) > 1 or instrument in _SOLEMN
    if between and status in ("signed", "approved", "ratified") and not names & {"in_force", "provisionally_applied"}:
        yield "entry into force: not in this coverage"
