"""The life of an agreement over all articles: its steps with their parties and dates, its status, its gaps."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from dragoman.compare.parties import Parties
from dragoman.records import STATUS, Act, Reading, Treaty, When
from dragoman.spans import Span

__all__ = ["acts_of_life", "gaps_in", "is_part", "status_of"]

#: Status of an agreement in the order of its life.
ORDER = (
    *("expected", "negotiated", "initialled", "signed", "approved", "ratified"),
    *("provisionally_applied", "in_force"),
    *("extended", "suspended", "left_by_a_party", "ended"),
)
_ASSENT = frozenset({"approved", "ratified", "acceded"})
_TOLD = ("happened", "under way")
_UNSIGNED = frozenset({"", "expected", "negotiated", "initialled"})
_SOLEMN = frozenset({"treaty", "convention", "protocol"})  # kinds that are ratified, whoever made them
_YEAR = 365  # days
_BY_LAW = ", by law"  # how the rule of a step ends that a signed law makes
_CALLED_RATIFIED = ", called ratified"  # how the rule of a chamber's vote ends that its article calls a ratification
_UNRATIFIED = frozenset({"ceasefire", "memorandum", "declaration", "contract", "deal"})  # approval is not half of one


def acts_of_life(accounts: Sequence[tuple[Reading, Treaty]], who: Parties) -> Iterator[Act]:
    """Acts with their parties as entities: what articles tell as fact is brought together, claims stay as they are."""
    told: dict[tuple[str, str], list[Act]] = {}
    rest: list[Act] = []
    for _, treaty in accounts:
        for act in treaty.acts:
            named = who.entity(act.source, act.party) if act.party else ""
            party = who.state(named) if act.body else who.side(named)
            if act.by.endswith(_BY_LAW) and who.kind(party) == "PER":  # who signs the law; the step is the state's
                party = ""
            if not who.kind(party) and not act.body:  # words that name nobody known: the act stands, by nobody named
                party = ""
            one = replace(act, party=party)
            if act.standing in _TOLD:
                told.setdefault((act.act, party), []).append(one)
            else:
                rest.append(one)
    published = {reading.article.source: reading.article.published for reading, _ in accounts}
    merged = [one for acts in told.values() for one in _joined(acts, rest, published)]
    yield from sorted([*merged, *rest], key=_when_done)


def _joined(acts: list[Act], claims: Sequence[Act], published: Mapping[str, When | None]) -> Iterator[Act]:
    """Reports of one act: one a date; undated reports join the best-dated one, conflicting dates stay apart.

    What an article tells that appeared before the day was not done on that day.
    """
    dated = sorted((act for act in acts if act.when), key=lambda act: (_width(act.when), act.when_at or act.spans[0]))
    groups: list[list[Act]] = []
    for act in dated:
        home = next((group for group in groups if group[0].when and act.when and group[0].when.meets(act.when)), None)
        groups.append([act]) if home is None else home.append(act)
    undated = [act for act in acts if not act.when]
    if groups:
        largest = max(groups, key=lambda group: (len(group), -_width(group[0].when)))
        late = [act for act in undated if not _is_before(published.get(act.source), largest[0].when)]
        largest += [act for act in late if _may_be_of(act, largest)]
        undated = [act for act in undated if act not in largest]
        for group in groups:
            yield _merged(group, group[0])
    while undated:
        same = [act for act in undated if _may_be_of(act, undated[:1])]
        yield _merged(same, None if groups else _lender(same, claims, published))
        undated = [act for act in undated if act not in same]


def _may_be_of(act: Act, others: Sequence[Act]) -> bool:
    """True unless another chamber did it: what the upper house did without a date was not done with the lower one."""
    bodies = {one.body.casefold() for one in others if one.body}
    return not act.body or not bodies or act.body.casefold() in bodies


def _is_before(published: When | None, when: When | None) -> bool:
    """True for an article that appeared before a day."""
    return published is not None and when is not None and published.latest < when.earliest


def _lender(acts: Sequence[Act], claims: Sequence[Act], published: Mapping[str, When | None]) -> Act | None:
    """A claim of the same act with a date, when no article dates it in its own voice."""
    act = acts[0]
    found = [
        one
        for one in claims
        if one.act == act.act and one.standing == "claimed" and one.when and one.party in ("", act.party)
    ]
    found = [one for one in found if not any(_is_before(published.get(act.source), one.when) for act in acts)]
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
    order = list(STATUS).index(act.act) if act.act in STATUS else -1
    return (act.when.earliest if act.when else date.max), order, act.party, act.spans


def status_of(acts: Sequence[Act], accounts: Sequence[tuple[Reading, Treaty]]) -> str:
    """The furthest step; once in force, what the latest act made of it: extended, suspended, resumed, ended."""
    done = [act for act in acts if act.standing in (*_TOLD, "claimed") and act.act in STATUS]
    if not done:
        found = [treaty.status for _, treaty in accounts if treaty.status]
        return max(found, key=lambda one: ORDER.index(one) if one in ORDER else -1, default="")
    furthest = max((STATUS[act.act] for act in done), key=ORDER.index)
    if furthest == "approved" and _is_signed_last(done):
        return "signed"
    if ORDER.index(furthest) <= ORDER.index("in_force"):
        return furthest
    published = {reading.article.source: reading.article.published for reading, _ in accounts}

    def last(act: Act) -> tuple[date, int]:
        told = published.get(act.source)
        when = act.when.latest if act.when else told.latest if told else date.min
        return when, ORDER.index(STATUS[act.act])

    lived = [act for act in done if ORDER.index(STATUS[act.act]) >= ORDER.index("in_force")]
    return STATUS[max(lived, key=last).act]


def _is_signed_last(done: Sequence[Act]) -> bool:
    """True for a signature that follows the approval: a coalition or a wage deal is signed once its members agree."""
    days = {name: [act.when.latest for act in done if act.act == name and act.when] for name in ("signed", "approved")}
    return bool(days["signed"] and days["approved"]) and max(days["signed"]) > max(days["approved"])


def gaps_in(
    acts: Sequence[Act],
    parties: Sequence[str],
    status: str,
    instrument: str,
    who: Parties,
    unplaced: Collection[str] = (),
    *,
    told_on: date | None = None,
) -> Iterator[str]:
    """The steps that the model expects and of which this coverage says nothing, neither done nor not done, in words.

    `unplaced` are kinds of events told in the same articles that no agreement was given: no step of such a kind can
    be said to be missing. `told_on` is the day of the first article: what was in force a year before is no news, and
    that it was ratified goes without saying.

    Only what is agreed between states lets expect more than was told: a coalition or a wage deal is neither ratified
    nor in force one day, and a ceasefire need not be signed.
    """
    done: dict[tuple[str, str], Act] = {}
    for act in acts:  # of several votes, the one that is told as a ratification
        if act.standing in (*_TOLD, "claimed") and ((act.act, act.party) not in done or _is_called_ratified(act)):
            done[act.act, act.party] = act
    undone = {(act.act, act.party): act for act in acts if act.standing in ("denied", "cancelled")}  # told: not done
    names = {act for act, _ in done}
    told = [act for act in acts if act.act == "signed" and act.standing in (*_TOLD, "claimed")]
    states = [party for party in parties if who.kind(party) in ("GPE", "ORG")]
    public = any(who.kind(party) == "GPE" for party in states)
    between = len(states) > 1 and public
    named = instrument == "convention" or public  # "договор", "Vertrag": firms and authors sign them, too
    solemn_kind = instrument in _SOLEMN and named
    if told and not any(act.when for act in told):
        yield "date of signature: not in this coverage"
    unsigned = not told and "sign" not in unplaced and status not in _UNSIGNED
    if (between or solemn_kind) and instrument != "ceasefire" and unsigned:
        yield "signature: not in this coverage"
    solemn = {"ratified", "instruments_exchanged", "deposited"} | (set() if instrument in _UNRATIFIED else {"approved"})
    nobody = any(name == "ratified" and (not by or who.kind(by) == "PER") for name, by in done)  # "ratified by both"
    old = any(name == "in_force" and _is_old(act, told_on) for (name, _), act in done.items())
    if names & solemn and between and not nobody and not old:
        yield from dict.fromkeys(_unratified([one for one in parties if ("ratified", one) not in undone], done, who))
    ready = status in ("signed", "approved", "ratified", "provisionally_applied")
    ready = ready and "in_force" not in names and ("in_force", "") not in undone and "enter_into_force" not in unplaced
    if ready and (between or solemn_kind):
        yield "entry into force: not in this coverage"


def _unratified(parties: Sequence[str], done: dict[tuple[str, str], Act], who: Parties) -> Iterator[str]:
    """The parties of whom no ratification is told, and no papers where only a chamber is told to have ratified."""
    exchanged = any(act in ("instruments_exchanged", "in_force") for act, _ in done)
    for party in parties:
        if any(act in _ASSENT and is_part(who.name(party), who.name(by)) for act, by in done if by != party):
            continue
        if ("ratified", party) in done or ("acceded", party) in done:
            continue
        vote = done.get(("approved", party))
        name = who.name(party)
        if vote and vote.body and _is_called_ratified(vote):  # told as ratified: no more than the papers is missing
            if not exchanged and ("deposited", party) not in done:
                missing = f"exchange or deposit of instruments by {name}: not in this coverage"
                yield f"{missing} (told as ratified by “{vote.body}”)"
            continue
        only = f" (only the vote of “{vote.body}”)" if vote and vote.body else ""
        yield f"ratification by {name}: not in this coverage{only}"


def _is_old(act: Act, told_on: date | None) -> bool:
    return told_on is not None and act.when is not None and (told_on - act.when.latest).days > _YEAR


def _is_called_ratified(act: Act) -> bool:
    return act.by.endswith(_CALLED_RATIFIED)


def is_part(name: str, other: str) -> bool:
    """True for a name that another holds whole, "Korea" of "South Korea": perhaps the same, so nothing is missing."""
    mine, theirs = name.casefold().split(), other.casefold().split()
    return len(mine) < len(theirs) and set(mine) <= set(theirs)
