"""Regimes of international bodies – sanctions, resolutions, monitoring mandates – and their ending."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.languages import Language
from dragoman.read.pactwords import vocabulary
from dragoman.read.scene import Scene
from dragoman.read.triggers import pattern
from dragoman.records import Treaty

__all__ = ["regimes"]

_REACH = 80  # characters behind a regime's noun in which its imposer and target may stand
_CUE = 48  # from a regime's noun to "against": "imposed last year on the XY"
_ENDING = 24  # characters before it in which a verb of ending may stand: "to end the monitoring of …"
_NUMBER = re.compile(r"\s(?:(?:No|no|n|nº|Nr|№)\.?\s?°?\s?)?\d{3,4}\b")  # "Security Council resolution 1701"
_STOP = re.compile(r"[;:!?()«»“”\"\n]|\.(?=\s|$)|,(?=\s)")


class _Words:
    def __init__(self, language: Language) -> None:
        table = dict(language.section("agreements").get("regimes", {}))
        made = {key: pattern(language, words) for key, words in table.items() if words}
        self.body, self.target, self.ending = made.pop("body", None), made.pop("target", None), made.pop("ending", None)
        self.kinds = made


@dataclass
class _Regime:
    kind: str
    places: list[tuple[int, int]] = field(default_factory=list)
    imposers: set[str] = field(default_factory=set)
    targets: list[str] = field(default_factory=list)
    aimed: set[str] = field(default_factory=set)  # the targets' countries, where a table knows them
    ended: bool = False


def regimes(scene: Scene) -> Iterator[Treaty]:
    """The regimes an article names, with imposer and target; without an international body they do not count."""
    words = scene.page.language.once(_Words)
    found: list[_Regime] = []
    for kind, cue in words.kinds.items():
        for one in cue.finditer(scene.page.value):
            _note(scene, words, found, kind, one)
    for regime in found:
        if regime.imposers and (regime.kind != "resolution" or _is_identified(scene, regime)):
            yield _fact(scene, regime)


def _is_identified(scene: Scene, regime: _Regime) -> bool:
    """True for a resolution with its number, its target or its end; "Security Council resolutions" are none of them."""
    numbered = any(scene.page.value[b - 1].isdigit() for _, b in regime.places)
    return numbered or bool(regime.targets) or regime.ended


def _note(scene: Scene, words: _Words, found: list[_Regime], kind: str, one: re.Match[str]) -> None:
    value = scene.page.value
    if any(a <= one.start() < b for regime in found for a, b in regime.places):
        return
    tail = _STOP.split(value[one.end() : one.end() + _REACH], maxsplit=1)[0]
    lead = value[max(0, one.start() - _REACH // 2) : one.start()]
    around = one[0] + tail if kind == "sanctions" else lead + one[0] + tail
    imposers = {" ".join(body[0].split()) for body in words.body.finditer(around)} if words.body else set()
    names, target, end = _target(scene, words, one, tail)
    home = next((r for r in found if r.kind == kind and (not target or not r.aimed or target & r.aimed)), None)
    if home is None:
        home = _Regime(kind)
        found.append(home)
    number = _NUMBER.match(value, one.end()) if kind == "resolution" else None
    home.places.append((one.start(), max(end, number.end() if number else end)))
    home.imposers |= imposers
    home.aimed |= target
    home.targets += [name for name in names if name not in home.targets]
    home.ended = home.ended or bool(words.ending and words.ending.search(lead[-_ENDING:]))


def _target(scene: Scene, words: _Words, one: re.Match[str], tail: str) -> tuple[list[str], set[str], int]:
    """Whom a regime is aimed at (names and countries), and where its phrase ends."""
    cue = words.target.search(one[0] + tail) if words.target else None
    if cue is None or one.start() + cue.start() - one.end() > _CUE:
        return [], set(), one.end()
    at = one.start() + cue.end()
    who = next((m for m in scene.mentions_in(at, one.end() + len(tail)) if m.fact.kind in ("GPE", "ORG", "NORP")), None)
    if who is None or not _leads_to(scene, at, who.start):
        return [], set(), one.end()
    name = who.fact.refers_to or who.fact.name
    return [name], {who.fact.country or name}, max(one.end(), who.end)


def _leads_to(scene: Scene, at: int, start: int) -> bool:
    """True where nothing but an article stands between "against" and a name: not "on how Chad enforces them"."""
    article, gap = vocabulary(scene.page.language).article, scene.page.value[at:start]
    return not gap.strip() or bool(article and (found := article.search(gap)) and not gap[: found.start()].strip())


def _longest(names: set[str]) -> tuple[str, ...]:
    """Who imposes a regime, without names that are part of a longer one: "UN" of "UN Security Council"."""
    return tuple(sorted(one for one in names if not any(one != other and one in other for other in names)))


def _fact(scene: Scene, regime: _Regime) -> Treaty:
    value = scene.page.value
    return Treaty(
        spans=tuple(scene.page.span(*place) for place in regime.places),
        by="regime",
        names=tuple(dict.fromkeys(" ".join(value[a:b].split()) for a, b in regime.places)),
        instrument=regime.kind,
        parties=_longest(regime.imposers),
        aimed=tuple(dict.fromkeys(regime.targets)),
        status="ended" if regime.ended else "",
    )
