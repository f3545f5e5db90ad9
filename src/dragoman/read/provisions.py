"""What an agreement is said to oblige to: obligation phrases in sentences that speak of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from dragoman.languages import Language
from dragoman.read.namings import Naming
from dragoman.read.pactwords import vocabulary
from dragoman.read.scene import Scene
from dragoman.read.triggers import END, inner
from dragoman.records import Provision

__all__ = ["provisions"]

C = TypeVar("C")
_JOIN = 30  # characters between an obligation and its trigger: "aid … in the event of attack"


class _Words:
    def __init__(self, language: Language) -> None:
        words = vocabulary(language)
        self._any = _whichever(language, words.obligations)
        self.kinds = words.table("obligations")
        self.contingency, self.remark, self.provides = (
            words.made("contingency"),
            words.made("remark"),
            words.made("provides"),
        )

    def may_hold(self, low: str, a: int, b: int) -> bool:
        """False for a sentence, in small letters, in which no kind of obligation stands; most have none."""
        return self._any is None or self._any.search(low, a, b) is not None


def _whichever(language: Language, obligations: dict[str, str]) -> re.Pattern[str] | None:
    """All kinds in one pattern for a text in small letters, where `re` is four times as fast as in any case."""
    words = inner(language, "|".join(obligations.values()))
    if not words or "(?-" in words or re.search(r"\\[A-Z]", words):  # capitals that mean something
        return None
    return re.compile(rf"\b(?:{words.lower()}){END}")


def provisions(scene: Scene, clusters: Sequence[tuple[C, Sequence[Naming]]]) -> Iterator[tuple[C, Provision]]:
    """Obligations with the agreement they belong to; a phrase in a sentence that speaks of none is left alone."""
    words = scene.page.language.once(_Words)
    value = scene.page.value
    if not clusters:
        return
    low = value.lower()
    cheap = len(low) == len(value)  # İ becomes two letters
    for a, b in _sentences(scene):
        home = _about(scene, words, clusters, a, b)
        if home is None and scene.page.article.kind == "primary":
            home = clusters[0][0]  # every sentence of a treaty's own text is about it
        if home is None or (cheap and not words.may_hold(low, a, b)):
            continue
        taken: list[tuple[int, int]] = []
        for kind, cue in words.kinds.items():
            for found in cue.finditer(value, a, b):
                start, end = found.span()
                if any(start < y and x < end for x, y in taken) or (":" in kind and _is_in_name(clusters, start, end)):
                    continue
                taken.append((start, end))
                own = _is_in_name(clusters, start, end)  # what a name says is the article's, whoever speaks of it
                yield home, _provision(scene, words, kind, (start, end), (a, b), named=own)


def _is_in_name(clusters: Sequence[tuple[C, Sequence[Naming]]], start: int, end: int) -> bool:
    """True for a field that only names the agreement: "a free trade deal" obliges to nothing yet."""
    return any(one.start <= start and end <= one.end for _, names in clusters for one in names)


def _sentences(scene: Scene) -> Iterator[tuple[int, int]]:
    done = -1
    for start, end in scene.page.article.sentences or _lines(scene.page.value):
        if start >= done and not scene.aside(start):
            yield start, end
        done = end


def _lines(value: str) -> Iterator[tuple[int, int]]:
    for line in re.finditer(r"[^\n]+", value):
        yield line.span()


def _about(scene: Scene, words: _Words, clusters: Sequence[tuple[C, Sequence[Naming]]], a: int, b: int) -> C | None:
    """The agreement a sentence speaks of: named in it; else named before in the paragraph, with a verb of provision."""
    here = [(one.start, number) for number, (_, names) in enumerate(clusters) for one in names if a <= one.start < b]
    if here:
        return clusters[min(here, key=lambda one: one[1])[1]][0]
    said = words.provides is not None and words.provides.search(scene.page.value, a, b)
    remark = words.remark is not None and words.remark.search(scene.page.value, a, b)
    if not said and not remark:
        return None
    start, _ = scene.paragraph(a)
    floor = max(0, a - 600) if remark else start
    before = [
        (one.start, number) for number, (_, names) in enumerate(clusters) for one in names if floor <= one.start < a
    ]
    return clusters[max(before)[1]][0] if before else None


def _provision(
    scene: Scene, words: _Words, kind: str, place: tuple[int, int], limits: tuple[int, int], *, named: bool
) -> Provision:
    value = scene.page.value
    start, end = place
    trigger = ""
    if kind == "defence" and words.contingency:
        found = words.contingency.search(value, start, min(limits[1], end + _JOIN + 120))
        if found and found.start() - end <= _JOIN:
            trigger, end = " ".join(found[0].split()), max(end, found.end())
    remark = words.remark.search(value, max(limits[0], start - 60), start) if words.remark else None
    quote = scene.quote_at(start)
    return Provision(
        spans=(scene.page.span(remark.start() if remark else start, end),),
        by=f"obligation {kind}",
        obligation=kind,
        trigger=trigger,
        said_by=(quote.fact.speaker or "")
        if quote and not (named and quote.fact.kind == "indirect" and not trigger)
        else "",
        clause=remark is None,
    )
