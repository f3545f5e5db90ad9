"""Steps that a law orders: who signs "the law that ratifies the treaty" signs a law; the ratification is the state's.

The noun or verb inside such a phrase tells no step by itself: a law may be voted on, drafted or repealed.
"""

from __future__ import annotations

from dragoman.read.actdays import day_of
from dragoman.read.doers import acting, dateline_state
from dragoman.read.gathering import Cluster
from dragoman.read.pactwords import vocabulary
from dragoman.read.scene import Placed, Scene
from dragoman.records import Act, Event, When
from dragoman.spans import Span

__all__ = ["ORDERED", "is_of_law", "signed_law"]

BY_LAW = "by law"  # in `by` of a step that a signed law makes
_LEAD = 48  # characters before a step in which "the law on its" may stand
_FAR = 120  # characters between a law and the agreement it is about
_ALIKE = frozenset({"approved", "ratified", "denounced", "suspended", "withdrawn"})  # steps of one state
#: Event types that a law may order.
ORDERED = frozenset({"ratify", "denounce", "suspend", "withdraw", "terminate", "extend", "accede"})


def is_of_law(scene: Scene, start: int) -> bool:
    """True for a word that only says what a law is for: "ratification" of "the law on the ratification"."""
    lead = vocabulary(scene.page.language).made("law_lead")
    a = max(scene.sentence(start)[0], start - _LEAD)
    return lead is not None and any(one.end() == start for one in lead.finditer(scene.page.value, a, start))


def signed_law(scene: Scene, clusters: list[Cluster], event: Placed[Event]) -> tuple[Cluster, Act] | None:
    """The step that a signed or promulgated law makes, with its agreement; None where it orders none."""
    if event.fact.type != "promulgate":
        return None
    found = _ordered(scene, event)
    home = _home(scene, clusters, found[1]) if found else None
    if found is None or home is None:
        return None
    when, at = _day(scene, event)
    act = Act(
        spans=(scene.page.span(event.start, max(event.end, found[1])),),
        by=f"{event.fact.by}, {BY_LAW}",
        act=found[0],
        party=_state(scene, event, home),
        body="",
        when=when,
        when_at=at,
        standing=event.fact.standing,
        claimed_by=event.fact.claimed_by,
    )
    return home, act


def _state(scene: Scene, event: Placed[Event], home: Cluster) -> str:
    """Whose law it is: of who signs it, of the only state told to have taken such a step, of the dateline."""
    by = set(acting(scene, event, states=True))
    known = [act for act in home.acts if act.party and act.act in _ALIKE]
    beside = {act.party for act in known if _is_in_sentence(scene, act, event)}
    before = by or beside or {act.party for act in known} or set(acting(scene, event))
    return min(before) if len(before) == 1 else "" if before else headline_state(scene, home) or dateline_state(scene)


def _is_in_sentence(scene: Scene, act: Act, event: Placed[Event]) -> bool:
    """True for a step told in the same sentence: "the house approved it on 2 May, and the president signed the law"."""
    place = scene.page.article.text.find(act.hull.start, act.hull.end)
    return place is not None and scene.sentence(place[0])[0] == scene.sentence(event.start)[0]


def headline_state(scene: Scene, home: Cluster) -> str:
    """The state that opens the headline in which the agreement is named: "Россия ратифицировала конвенцию"."""
    for name in home.names:
        if scene.aside(name.start):
            a, _ = scene.sentence(name.start)
            first = next(iter(scene.mentions_in(a, name.start)), None)
            if first is not None and first.start == a and first.fact.kind == "GPE":
                return first.fact.refers_to or first.fact.name
    return ""


def _day(scene: Scene, event: Placed[Event]) -> tuple[When | None, Span | None]:
    """The day of the signature, or the only one of its sentence, whatever verb the parse gives it to."""
    when, at = day_of(scene, event)
    a, b = scene.sentence(event.start)
    times = [one for one in scene.times_in(a, b) if one.fact.type == "DATE"]
    if when is not None or len(times) != 1:
        return when, at
    return times[0].fact.when, scene.page.span(times[0].start, times[0].end)


def _ordered(scene: Scene, event: Placed[Event]) -> tuple[str, int] | None:
    """The step that the law of a sentence is about, and where its word ends."""
    a, b = scene.sentence(event.start)
    places: list[tuple[int, int, str]] = []
    for name, cue in vocabulary(scene.page.language).table("law_steps").items():
        places += [(abs(one.start() - event.start), one.end(), name) for one in cue.finditer(scene.page.value, a, b)]
    if not places:
        return None
    _, end, name = min(places)
    return name, end


def _home(scene: Scene, clusters: list[Cluster], at: int) -> Cluster | None:
    """The agreement named right behind the step, else the last one named before it in the paragraph."""
    names = [(one.start, number) for number, known in enumerate(clusters) for one in known.names if not known.year]
    behind = [one for one in names if 0 <= one[0] - at <= _FAR and one[0] < scene.sentence(at - 1)[1]]
    a, _ = scene.paragraph(at - 1)
    before = [one for one in names if a <= one[0] < at]
    chosen = min(behind) if behind else max(before, default=None)
    return clusters[chosen[1]] if chosen else None
