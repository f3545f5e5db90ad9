"""Agreements as one article has them: names that mean one thing, parties, acts, provisions, predecessors, status.

The names of an article are gathered in reading order; a name joins the last agreement it may mean (topic, years,
parties and date of signature allowing) and else opens a new one. Acts come from the events, provisions from sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.read.acts import ACTS, acts_of, is_brokering, signers
from dragoman.read.butnot import but_not
from dragoman.read.bylaw import ORDERED, is_of_law, signed_law
from dragoman.read.chambers import is_chamber, state_name
from dragoman.read.deeds import acted_on, acts_itself, is_in_name, is_noun_of_name, is_step_of
from dragoman.read.doers import acting
from dragoman.read.fitted import place_of, steps_of
from dragoman.read.gapped import gapped
from dragoman.read.gathering import Cluster, gathered
from dragoman.read.likewise import side_by_side, who_went_before
from dragoman.read.multilateral import among, is_accession
from dragoman.read.nosteps import (
    is_by_rule,
    is_of_leaving,
    is_of_nobody_else,
    is_what_was_refused,
    is_what_was_voted,
    was_to_end,
    without_echoes,
)
from dragoman.read.otherdeeds import is_of_other_talks
from dragoman.read.pactdeeds import with_deeds
from dragoman.read.pactwords import vocabulary
from dragoman.read.page import Page
from dragoman.read.pointing import Told, pointed
from dragoman.read.provisions import provisions
from dragoman.read.regimes import regimes
from dragoman.read.roster import is_no_side, joined, sides_told_before, together_with
from dragoman.read.scene import Placed, Scene, lay_out
from dragoman.read.succession import succeed
from dragoman.read.wishes import is_bare, is_wish
from dragoman.read.witnesses import is_witnessing
from dragoman.records import STATUS, Act, Event, Reading, Treaty

__all__ = ["agreements"]

#: What makes words that name a step tell none.
_SAY_NOTHING = (is_by_rule, is_what_was_refused, is_what_was_voted, is_of_nobody_else, was_to_end)
_SEVERAL = 3  # states that sign in one clause, beside others that sign alone or do not sign
_JOINING = frozenset({"signed", "ratified", "acceded"})  # steps by which a state becomes a side


def agreements(page: Page, reading: Reading) -> Iterator[Treaty]:
    """Every agreement the article names, the main one first."""
    scene = lay_out(page, reading)
    if not vocabulary(page.language).known:
        return
    clusters = gathered(scene)
    scene = with_deeds(scene, clusters)
    _act(scene, clusters)
    clusters = joined(scene, clusters)
    sides_told_before(scene, clusters)
    kept = [one for one in clusters if _is_agreement(one)]
    kept.sort(key=lambda one: (-_weight(one), one.names[0].start))
    main = kept[0] if kept and kept[0].year is None else None
    for cluster, provision in provisions(scene, [(one, one.names) for one in kept if one.year is None]):
        cluster.provisions.append(provision)
    for cluster in kept:
        yield _treaty(scene, cluster, main=cluster is main)
    yield from regimes(scene)


def _weight(cluster: Cluster) -> float:
    return 0 if cluster.year else len(cluster.names) + 0.5 * len(cluster.acts)


# -- is it one --------------------------------------------------------------------------------------


def _is_agreement(cluster: Cluster) -> bool:
    """Between named parties, or with a name or an act of its own; a lone "a deal" is not one."""
    return bool(cluster.year or cluster.acts or cluster.proper or len(cluster.parties) > 1 or len(cluster.names) > 2)


# -- what was done with it -------------------------------------------------------------------------


def _act(scene: Scene, clusters: list[Cluster]) -> None:
    told: list[Told] = []
    for event in scene.events:
        if (ordered := signed_law(scene, clusters, event)) is not None:
            ordered[0].acts.append(ordered[1])
        if event.fact.type not in ACTS or (event.fact.type in ORDERED and is_of_law(scene, place_of(scene, event))):
            continue
        if is_witnessing(scene, event) or is_bare(scene, event) or is_step_of(scene, event) or is_wish(scene, event):
            continue
        if event.fact.type in ("agree", "negotiate") and is_in_name(scene, clusters, event):
            continue
        if is_noun_of_name(scene, clusters, event) or is_of_leaving(scene, event):
            continue
        if event.fact.type == "negotiate" and is_of_other_talks(scene, clusters, event):
            continue
        if event.fact.type == "replace":
            succeed(scene, clusters, event)
            continue
        if _by_years(scene, clusters, event):
            continue
        home = acted_on(scene, clusters, event)
        if home is not None and _is_of_another_year(scene, home, event):
            continue
        if home is not None and not acts_itself(scene, home, event):
            within = [one for one in home.names if event.start <= one.start < event.end]
            made = steps_of(scene, home, event, [name for one in within for name in one.parties])
            made = [] if _is_told_again(scene, home, event, made) or _tells_nothing(scene, event, made) else made
            made = [act for act in made if not is_no_side(scene, home, act)]
            home.acts += [*who_went_before(scene, event, made), *made]
            home.acts += [*gapped(scene, event, made), *but_not(scene, event, made)]
            beside = side_by_side(scene, home, event, clusters)
            for other in beside:
                other.acts += made
            known = {one.fact.refers_to or one.fact.name for one in scene.mentions if one.fact.kind != "PER"}
            own = [act.party for act in home.acts if _makes_a_party(act) and act.party in known]
            adopted = _adopters(scene, event, made)
            named = [
                *own,
                *(signers(scene, event) if event.fact.standing != "denied" else ()),
                *(name for name in adopted if name in known),
                *(together_with(scene, event) if made and home.year is None else ()),
            ]
            for paper in (home, *beside):
                paper.parties += [name for name in dict.fromkeys(named) if name not in paper.parties]
            told.append(Told(place_of(scene, event), event, home, tuple(made)))
    for row in told:
        _split(scene, row)
    for cluster in clusters:
        cluster.acts = without_echoes(cluster.acts)
    for home, act in pointed(scene, told):
        again = any((one.act, one.party, one.when) == (act.act, act.party, act.when) for one in home.acts)
        home.acts += [] if again else [act]
        home.parties += [act.party] if act.party not in home.parties and _makes_a_party(act) else []


def _tells_nothing(scene: Scene, event: Placed[Event], made: list[Act]) -> bool:
    """True for words that name a step and tell none."""
    return any(test(scene, event, made) for test in _SAY_NOTHING)


def _split(scene: Scene, row: Told) -> None:
    """Several who signed together, where others signed alone or did not sign: each has signed for itself."""
    names = acting(scene, row.event, states=True)
    signed = [act for act in row.home.acts if act.act == "signed" and act.standing in ("happened", "denied")]
    together = [act for act in row.acts if act in signed and act.standing == "happened" and not act.party]
    if len(names) < _SEVERAL or len(together) != 1 or not any(act.party and act.party not in names for act in signed):
        return
    at = row.home.acts.index(together[0])
    row.home.acts[at : at + 1] = [replace(together[0], party=name) for name in names]


def _makes_a_party(act: Act) -> bool:
    """False for a vote at home, and for a state that has not signed or joined: it is told to be no side."""
    return act.act != "approved" and not (act.standing == "denied" and act.act in _JOINING)


def _is_told_again(scene: Scene, home: Cluster, event: Placed[Event], made: list[Act]) -> bool:
    """True for who voted how, right behind the vote: "The parliament ratified it. 77 deputies voted for"."""
    cue = vocabulary(scene.page.language).made("voters")
    if cue is None or event.fact.when is not None or len(made) != 1 or not home.acts:
        return False
    last = home.acts[-1]
    same = (
        (made[0].act, made[0].party, made[0].standing)
        == (last.act, last.party, last.standing)
        == ("approved", last.party, "happened")
    )
    place = scene.page.article.text.find(last.hull.start, last.hull.end)
    near = place is not None and place[0] >= scene.paragraph(event.start)[0]
    return same and near and last.when is not None and bool(cue.search(made[0].body)) and made[0].body != last.body


def _adopters(scene: Scene, event: Placed[Event], made: list[Act]) -> list[str]:
    """Who reached or adopted it, as far as they are states or bodies; those in the middle are no side."""
    alone = [act.act for act in made] == ["negotiated"]
    return acting(scene, event, states=True) if alone and not is_brokering(scene, event) else []


def _is_of_another_year(scene: Scene, home: Cluster, event: Placed[Event]) -> bool:
    """True for a signature of 2001 where the agreement is that of 2000."""
    when = event.fact.when
    if home.year is None or event.fact.type != "sign" or when is None:
        return False
    return not when.earliest.year <= int(scene.page.value[slice(*home.year)]) <= when.latest.year


def _by_years(scene: Scene, clusters: list[Cluster], event: Placed[Event]) -> bool:
    """ "The treaties signed in 1961 and 2000": each was signed in its own year. False when no such row is there."""
    row = [one for one in clusters if one.year and event.start <= one.year[0] and one.year[1] <= event.end]
    if event.fact.type != "sign" or len(row) < 2:
        return False
    for cluster in row:
        place = cluster.year or (event.start, event.end)
        time = next((one for one in scene.times if one.start <= place[0] < one.end), None)
        act = next(acts_of(scene, event))
        when = time.fact.when if time and time.fact.when and time.fact.when.precision == "year" else None
        span = scene.page.span(*place)
        cluster.acts.append(replace(act, spans=(span,), party="", when=when, when_at=span if when else None))
    return True


# -- the fact --------------------------------------------------------------------------------------


def _treaty(scene: Scene, cluster: Cluster, *, main: bool) -> Treaty:
    value, span = scene.page.value, scene.page.span
    names = [" ".join(value[one.start : one.end].split()) for one in cluster.names]
    spans = tuple(dict.fromkeys(span(one.start, one.end) for one in cluster.names))
    return Treaty(
        spans=spans,
        by="agreement named by its year" if cluster.year else "names of an agreement",
        names=tuple(dict.fromkeys(names)),
        instrument=cluster.kind,
        parties=_folded(scene, cluster.parties),
        among=among(scene, cluster),
        accession=is_accession(scene, cluster),
        acts=tuple(dict.fromkeys(cluster.acts)),
        provisions=tuple(dict.fromkeys(cluster.provisions)),
        predecessors=tuple(dict.fromkeys(cluster.predecessors)),
        status="signed" if cluster.year and not cluster.acts else _status(cluster.acts),
        main=main,
    )


def _folded(scene: Scene, names: list[str]) -> tuple[str, ...]:
    """Parties with a capital folded into its state, where the article names both."""
    codes = {
        one.fact.refers_to or one.fact.name: one.fact.country
        for one in scene.mentions
        if one.fact.kind in ("GPE", "NORP")
    }
    sides = [name for name in names if not is_chamber(scene, name)]  # a chamber votes, its state is the side
    return tuple(dict.fromkeys(state_name(scene, codes[name]) if codes.get(name) else name for name in sides))


def _status(acts: list[Act]) -> str:
    """The last stage that happened in this article's words; "expected" while nothing did."""
    order = list(dict.fromkeys(STATUS.values()))
    done = [STATUS[act.act] for act in acts if act.standing in ("happened", "under way", "claimed")]
    return max(done, key=order.index, default="expected" if acts else "")
