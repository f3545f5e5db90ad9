"""The steps of an agreement against each other: two dates for one, done and not done, planned and done, overtaken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise

from dragoman.compare.view import View, found, told
from dragoman.records import Act, Agreement, Finding, When

__all__ = ["steps"]

_TOLD = frozenset({"happened", "under way", "claimed"})
_PLANNED = frozenset({"planned", "possible", "conditional"})
_DENIED = frozenset({"denied", "cancelled"})
#: Steps that a party, or all together, take once in an agreement's life.
_ONCE = frozenset({"initialled", "signed", "ratified", "acceded", "deposited", "instruments_exchanged", "in_force"})
_EACH = frozenset({"ratified", "acceded", "deposited", "approved"})  # each party for itself
_NEAR = 45  # days: what lies further apart is another document or a stage of its own, not two dates for one step
_CLAUSE = 3  # words that tell a plan or an outcome: "the suspension" and "ratification" only name the step
_ALSO = 6  # further articles that tell a step as done and are shown beside its plan
_SLIP = 10  # days between two signatures of what is otherwise one agreement: another day of the same visit or summit
_WORDS = {"in_force": "entry into force", "instruments_exchanged": "exchange of instruments", "signed": "signature"}
_WORDS |= {"ratified": "ratification", "initialled": "initialling", "acceded": "accession", "deposited": "deposit"}
_WORDS |= {"denounced": "denunciation", "withdrawn": "withdrawal", "resumed": "resumption", "superseded": "replacement"}
_WORDS |= {"negotiated": "negotiation", "provisionally_applied": "provisional application"}
_WORDS |= {"approved": "approval", "extended": "extension", "terminated": "end", "suspended": "suspension"}


def steps(view: View) -> Iterator[Finding]:
    """What the articles tell of each step of each agreement, put side by side."""
    for deal in view.agreements:
        groups: dict[tuple[str, str], list[Act]] = defaultdict(list)
        for treaty in deal.treaties:
            for act in treaty.acts:
                party = view.country_or_self(act.source, act.party) if act.act in _EACH else ""
                groups[act.act, party].append(act)
        for (name, _), acts in sorted(groups.items()):
            acts.sort(key=lambda one: (one.source, one.start, one.end))
            yield from _two_dates(name, acts, deal, view)
            yield from _denied(name, acts, deal, view)
            yield from _planned(name, acts, deal, view)
    for one, other in combinations(view.agreements, 2):
        yield from _twins(one, other, view)


def _two_dates(name: str, acts: Sequence[Act], deal: Agreement, view: View) -> Iterator[Finding]:
    """One step with two dates that do not meet, both written, in one voice."""
    dated = [one for one in acts if one.standing in _TOLD and one.when and _firm(one, view)]
    if name not in _ONCE and not (name == "approved" and len({one.body.casefold() for one in dated}) == 1):
        return
    first: dict[str, Act] = {}
    for act in dated:
        assert act.when is not None
        first.setdefault(act.when.value, act)
    chosen = sorted(first.values(), key=_begins)
    for one, other in pairwise(chosen):
        assert one.when is not None and other.when is not None
        apart = (other.when.earliest - one.when.latest).days
        if one.when.meets(other.when) or apart > _NEAR:
            continue
        yield _dates(name, one, other, deal, view)


def _dates(name: str, one: Act, other: Act, deal: Agreement, view: View) -> Finding:
    assert one.when is not None and other.when is not None
    voices = {view.country_or_self(act.source, act.claimed_by) for act in (one, other)}
    kind = "contradiction" if one.source != other.source else "internal_inconsistency"
    if len(voices) > 1 and "" not in voices:
        kind = "differing_claims"
    days = (other.when.earliest - one.when.latest).days
    why = (
        f"{_step(name)} of {deal.name}: {told(one.when)} in {_cited(one, view)}, {told(other.when)} in "
        f"{_cited(other, view)}; {days} day{'s' if days > 1 else ''} apart, and a step is taken once."
    )
    return found(
        kind,
        "two dates for one step",
        (one.hull, other.hull),
        why,
        severity="note" if kind == "differing_claims" else "error",
        settles="the text of the agreement or its official publication",
    )


def _twins(one: Agreement, other: Agreement, view: View) -> Iterator[Finding]:
    """Two agreements that differ in nothing but a few days of signature are one that is told with two dates."""
    if one.instrument != other.instrument or len(one.parties) < 2 or set(one.parties) != set(other.parties):
        return
    mine, theirs = ({treaty.source for treaty in deal.treaties} for deal in (one, other))
    if mine & theirs or not _named_alike(one, other):
        return
    first, second = (
        [act for act in deal.acts if act.act == "signed" and act.standing in _TOLD and _firm(act, view)]
        for deal in (one, other)
    )
    if first and second and first[0].when and second[0].when:
        early, late = sorted((first[0], second[0]), key=_begins)
        assert early.when is not None and late.when is not None
        if 0 < (late.when.earliest - early.when.latest).days <= _SLIP:
            yield _dates("signed", early, late, one, view)


def _named_alike(one: Agreement, other: Agreement) -> bool:
    """True unless names of one language tell of other subjects: "water treaty" and "fish treaty"."""
    for code, name in one.names:
        for same, named in other.names:
            mine, theirs = (set(words.casefold().split()) for words in (name, named))
            if code == same and mine - theirs and theirs - mine:
                return False
    return True


def _begins(act: Act) -> tuple[date, str]:
    return (act.when.earliest if act.when else date.max), act.source


def _firm(act: Act, view: View) -> bool:
    """True when the day is written with its number, not counted back from a weekday."""
    when = act.when
    if when is None or when.earliest != when.latest or act.when_at is None:
        return False
    return any(one.isdigit() for one in view.words(act.when_at))


def _denied(name: str, acts: Sequence[Act], deal: Agreement, view: View) -> Iterator[Finding]:
    """Done in one article, not done in another that appeared no earlier than the step's day and tells it nowhere done.

    Who tells that a signing was halted in the morning and that it took place at noon denies nothing.
    """
    told_so = [one for one in acts if one.standing in ("happened", "claimed")]
    own = {one.source for one in acts if one.standing == "happened"}
    for no in (one for one in acts if one.standing in _DENIED and one.source not in own):
        for yes in told_so:
            if _of_others(no, yes, view) or yes.source == no.source or not _after(view.published(no.source), yes.when):
                continue
            if no.when and yes.when and not no.when.meets(yes.when):
                continue
            if name not in _ONCE and not (no.when and yes.when):
                continue
            mine, theirs = (view.country_or_self(one.source, one.claimed_by) for one in (no, yes))
            kind = "contradiction" if mine == theirs else "differing_claims"
            why = (
                f"{_step(name)} of {deal.name}: not done in {_cited(no, view)}, done in {_cited(yes, view)}"
                f"{f' on {told(yes.when)}' if yes.when else ''}; the denial is not older than the step."
            )
            yield found(
                kind,
                "done and not done",
                (no.hull, yes.hull),
                why,
                severity="error" if kind == "contradiction" else "note",
                settles="the text of the agreement, or a party's own word",
            )
            break


def _of_others(one: Act, other: Act, view: View) -> bool:
    """True for the steps of two parties: that one has not signed says nothing of another's signature."""
    if not one.party or not other.party:
        return False
    return view.country_or_self(one.source, one.party) != view.country_or_self(other.source, other.party)


def _planned(name: str, acts: Sequence[Act], deal: Agreement, view: View) -> Iterator[Finding]:
    """A plan and what became of it; a plan told after the step was done is stale."""
    acts = [one for one in acts if len(view.whole(one.hull).split()) >= _CLAUSE]
    done = next((one for one in acts if one.standing == "happened" and one.when), None)
    done = done or next((one for one in acts if one.standing == "claimed" and one.when), None)
    done = done or next((one for one in acts if one.standing == "happened"), None)
    if done is None:
        return
    plans: dict[str, Act] = {}
    for act in acts:
        if act.standing in _PLANNED and act.source != done.source:
            plans.setdefault(act.source, act)
    for act in plans.values():
        if act.standing == "planned" and _behind(act, done, view) and not _of_later(act, done):
            yield _stale(name, act, done, deal, view)
            return
    before = [act for act in plans.values() if not _behind(act, done, view)]
    waiting = next((one for one in acts if one.standing == "denied" and _ahead(one, done, view)), None)
    if before:
        yield _outcome(name, before, [done, *_also(done, acts)], deal, view)
    elif waiting is not None:
        yield _overtaken(name, waiting, done, deal, view)


def _ahead(no: Act, done: Act, view: View) -> bool:
    """True when the article that tells a step as not done appeared before the day on which it was done."""
    published = view.published(no.source)
    return bool(published and done.when and no.source != done.source and published.latest < done.when.earliest)


def _overtaken(name: str, no: Act, done: Act, deal: Agreement, view: View) -> Finding:
    """Still open on the day of one article, done by that of another: the later state holds."""
    why = (
        f"{_step(name)} of {deal.name}: not yet done in {_cited(no, view)}, published "
        f"{told(view.published(no.source))}; done in {_cited(done, view)}, {told(done.when)}."
    )
    return found("update", "done since", (no.hull, done.hull), why)


def _behind(plan: Act, done: Act, view: View) -> bool:
    """True when the article of a plan appeared after the day on which the step was done."""
    published = view.published(plan.source)
    return bool(published and done.when and published.earliest > done.when.latest)


def _of_later(plan: Act, done: Act) -> bool:
    """True for a plan of a day after the step was done: another step than that one, of another agreement perhaps."""
    return bool(plan.when and done.when and plan.when.latest > done.when.latest and not plan.when.meets(done.when))


def _also(done: Act, acts: Sequence[Act]) -> list[Act]:
    """The step as other articles tell it as done, a few of them."""
    first: dict[str, Act] = {}
    for act in acts:
        if act.standing == "happened" and act.source != done.source:
            first.setdefault(act.source, act)
    return list(first.values())[:_ALSO]


def _outcome(name: str, plans: Sequence[Act], told_so: Sequence[Act], deal: Agreement, view: View) -> Finding:
    done = told_so[0]
    several = f" (so in {len(plans)} articles)" if len(plans) > 1 else ""
    why = (
        f"{_step(name)} of {deal.name}: {plans[0].standing} in {_cited(plans[0], view)}{several}, done in "
        f"{_cited(done, view)}{f', {told(done.when)}' if done.when else ''}."
    )
    return found("plan_and_outcome", "plan and outcome", (one.hull for one in (*plans, *told_so)), why)


def _stale(name: str, act: Act, done: Act, deal: Agreement, view: View) -> Finding:
    why = (
        f"{_step(name)} of {deal.name}: still to come in {_cited(act, view)}, published "
        f"{told(view.published(act.source))}, but done on {told(done.when)} in {_cited(done, view)}."
    )
    return found("stale_background", "overtaken", (act.hull, done.hull), why)


def _after(published: When | None, when: When | None) -> bool:
    """True when an article appeared on the day of a step or later, as far as both are known."""
    return published is not None and (when is None or published.latest >= when.earliest)


def _cited(act: Act, view: View) -> str:
    who = f" ({view.who.name(view.claimant(act.source, act.claimed_by))})" if act.claimed_by else ""
    return f"{view.quoted(act.hull)}{who}"


def _step(name: str) -> str:
    words = _WORDS.get(name, name.replace("_", " "))
    return words[:1].upper() + words[1:]
