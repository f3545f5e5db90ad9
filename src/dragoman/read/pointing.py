"""Steps told by pointing at another: "Chad did so on Monday", "lo hizo ya", "followed suit", "tat dies".

The step is the last one told before, in the same paragraph; the party is the one that stands right beside the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.read.actdays import day_within
from dragoman.read.actmarks import NOT_YET
from dragoman.read.acts import ACTS
from dragoman.read.pactwords import vocabulary
from dragoman.read.pactyears import Cluster
from dragoman.read.presupposed import OF_ITS_NAME
from dragoman.read.ranked import is_ranked, who_became
from dragoman.read.rolewords import RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.read.standing import cues
from dragoman.records import Act, Event, Mention, When

__all__ = ["Told", "pointed"]

_SIDES = frozenset({"GPE", "ORG", "NORP"})
_STOP = re.compile(r"[;:()«»“”\n]|\.(?=\s|$)|,\s")
_FAR = 700  # characters from the step that is pointed at
_BESIDE = 36  # characters between a party and the words: "Chad, for its part, had already"
_POSTPONED = 24  # characters behind them in which a party may follow: "lo hizo también el Senado de Chad"
_INSERTED = 24  # characters behind a comma in which the day of such a step may stand
_MOST = 6  # parties of one row


@dataclass(frozen=True)
class Told:
    """A step that was told: where its word stands, of which agreement, and the acts it made."""

    at: int
    event: Placed[Event]
    home: Cluster
    acts: tuple[Act, ...]


def pointed(scene: Scene, told: Sequence[Told]) -> Iterator[tuple[Cluster, Act]]:
    """The steps that point at one told before, each with the agreement it is of."""
    words = vocabulary(scene.page.language)
    done, ahead = words.made("pointing"), words.made("pointing_ahead")
    if not told:
        return
    for cue, standing in ((done, ""), (ahead, "planned")):
        for one in cue.finditer(scene.page.value) if cue else ():
            if not scene.aside(one.start()):
                yield from _steps(scene, told, one, standing)


def _steps(scene: Scene, told: Sequence[Told], one: re.Match[str], standing: str) -> Iterator[tuple[Cluster, Act]]:
    start, end = _clause(scene, one)
    ranked = is_ranked(scene, one.start())
    chamber = vocabulary(scene.page.language).made("chamber")
    people = any(m.fact.form == "demonym" for m in scene.mentions_in(start, end))  # "the Costa Rican one did so"
    by_chamber = people or (chamber is not None and chamber.search(scene.page.value, start, end) is not None)
    first = _pointed_at(scene, told, one.start(), ahead=bool(standing), by_chamber=by_chamber)
    parties = _parties(scene, one, start, end) if first is not None and not ranked else []
    if ranked and first is not None and (became := who_became(scene, one.start())) is not None:
        parties, standing = [became], "happened"  # "Chad was the second to do so"
    votes = _chamber_behind(scene, one, end) if first is not None and not parties and not ranked else None
    if first is None or not (parties or votes):
        return
    base, found = first.acts[0], standing if ranked else _standing(scene, one, start, end, standing)
    inserted = scene.times_in(end, end + _INSERTED) if scene.page.value[end : end + 1] == "," else []
    end = inserted[0].end if inserted else end  # "Chad was the last, in March"
    when, at = day_within(scene, start, one.start(), end)
    if found in ("planned", "possible") and _is_over(scene, when):
        when, at = None, None
    if votes is not None and base.act == "approved" and base.party and found == "happened":
        span = scene.page.span(one.start(), votes.end())
        body = " ".join(votes[0].split())
        by = f"{base.by}, pointed at by {one[0].casefold()}"
        yield first.home, replace(base, spans=(span,), by=by, body=body, when=when, when_at=at, claimed_by="")
    for party in parties[:_MOST]:
        name = party.fact.refers_to or party.fact.name
        a, b = min(party.start, one.start()), max(party.end, one.end())
        yield (
            first.home,
            replace(
                base,
                spans=(*base.spans[:1], scene.page.span(a, b)),
                by=f"{base.by.removesuffix(f', {NOT_YET}')}, pointed at by {one[0].casefold()}",
                party=name,
                body="",
                when=when,
                when_at=at,
                standing=found,
                claimed_by=name if found == "claimed" else "",
            ),
        )


def _chamber_behind(scene: Scene, one: re.Match[str], end: int) -> re.Match[str] | None:
    """The other chamber that did so, right behind the words: "un día después de que lo hiciera | el Senado"."""
    words = vocabulary(scene.page.language)
    chamber = words.made("chamber")
    found = chamber.search(scene.page.value, one.end(), min(end, one.end() + _POSTPONED)) if chamber else None
    if found is None:
        return None
    lead = scene.page.value[one.end() : found.start()].strip()
    return found if not lead or bool(words.article and words.article.fullmatch(f"{lead} ")) else None


def _clause(scene: Scene, one: re.Match[str]) -> tuple[int, int]:
    """The part of the sentence that holds the words, up to its commas."""
    a, b = scene.sentence(one.start())
    before = [stop.end() for stop in _STOP.finditer(scene.page.value, a, one.start())]
    behind = _STOP.search(scene.page.value, one.end(), b)
    return (before[-1] if before else a), (behind.start() if behind else b)


def _pointed_at(scene: Scene, told: Sequence[Told], at: int, *, ahead: bool, by_chamber: bool) -> Told | None:
    """The last step told before, by a party or by all, in the same paragraph; a plan is no deed to point at."""
    floor = max(scene.paragraph(at)[0], at - _FAR)
    fitting = [one for one in told if floor <= one.at < at and one.acts and _may_be_pointed_at(one, ahead=ahead)]
    done = [one for one in fitting if one.event.fact.standing != "denied"]
    fitting = done if done or ahead else fitting  # nobody is to follow in what was not done
    fitting = fitting if by_chamber else [one for one in fitting if not one.acts[0].body] or fitting
    return max(fitting, key=lambda one: one.at, default=None)


def _may_be_pointed_at(one: Told, *, ahead: bool) -> bool:
    """True for what a party did, or, for those who plan the same, what a noun tells that a party plans."""
    by_name = any(OF_ITS_NAME in act.by for act in one.acts)
    noun = one.event.fact.by.startswith("trigger noun")
    planned = ahead and one.event.fact.standing == "planned" and any(act.party for act in one.acts)
    return ACTS[one.event.fact.type].each and not by_name and (not noun or planned)


def _parties(scene: Scene, one: re.Match[str], start: int, end: int) -> list[Placed[Mention]]:
    """Who did it: the row of names right before the words, else the name right behind them."""
    joined = scene.page.language.once(RoleWords).joined
    found: list[Placed[Mention]] = []
    at, floor = one.start(), scene.sentence(one.start())[0]
    for mention in reversed(scene.mentions_in(floor, one.start())):
        gap = scene.page.value[mention.end : at]
        if mention.fact.kind not in _SIDES:
            break
        if found and not joined.fullmatch(gap):
            break
        if not found and (mention.start < start or len(gap) > _BESIDE):
            break
        found.insert(0, mention)
        at = mention.start
    if found or ((before := scene.mentions_in(start, one.start())) and before[-1].fact.kind in _SIDES):
        return found
    behind = scene.mentions_in(one.end(), min(end, one.end() + _POSTPONED))
    return [behind[0]] if behind and behind[0].fact.kind in _SIDES else []


def _standing(scene: Scene, one: re.Match[str], start: int, end: int, told: str) -> str:
    words, lead = cues(scene.page.language), scene.page.value[start : one.end()]
    if words.has("negation", lead):
        return "denied"
    if words.has("conditional", lead) or words.has("condition", lead):
        return "conditional"
    if told and words.has("possible", lead):
        return "possible"  # "may do the same"
    if told or words.has("planned", lead):
        return told or "planned"
    if words.has("possible", lead):
        return "possible"
    return "claimed" if words.has("claimed", lead) else "happened"


def _is_over(scene: Scene, when: When | None) -> bool:
    published = scene.page.article.published
    return published is not None and when is not None and when.latest < published.earliest
