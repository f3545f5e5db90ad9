"""The rules of the numbers: what the product says of the marks of a report.

recall.<kind>     planted faults of the kind where a verdict that is a finding touches the marked words, or one of that
                  kind stands in the statement (of a wrong claimant the figure may be marked), whatever it is called
kind_right        of those, the share where a touching verdict has the gold's kind and one of its verdicts
false_alarms      sound statements with any finding in them, as a share of all sound statements
sound_seen        sound marks on which some verdict of the right kind says found or translated
corrupted.<kind>  corrupted quotations with a finding of kind quotation; corrupted.all over all of them
corrupted.named   of those found, the share with the verdict that the corruption deserves
"""

from __future__ import annotations

from atexit import register
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from dragoman.check import Verdict, check
from dragoman.read.sources import gather
from dragoman.records import Source
from dragoman.settings import Settings
from quality.sets.check.compose import EXAMPLES
from quality.sets.check.corrupt import Corrupted, Pool
from quality.sets.check.gold import KINDS, SOUND, Mark, Report
from quality.sets.lineage.stories import load
from quality.sets.marking import share

__all__ = ["Judged", "corrupted_numbers", "judge", "missed", "numbers_of", "texts_of"]


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A mark with the verdicts that touch it and those inside its statement."""

    report: Report
    mark: Mark
    touching: tuple[Verdict, ...]
    inside: tuple[Verdict, ...]

    @property
    def findings(self) -> list[Verdict]:
        """What is found wrong at the mark: touching it, or of its kind in its statement."""
        near = [one for one in self.inside if one in self.touching or one.kind == self.mark.kind]
        return [one for one in near if one.verdict not in SOUND]

    @property
    def named(self) -> bool:
        """True when one of the findings is of the gold's kind and verdict."""
        return any(one.kind == self.mark.kind and one.verdict in self.mark.verdicts for one in self.findings)


@cache
def kept() -> Path:
    """A folder for what is read in this run: most reports share their texts."""
    folder = Path(mkdtemp(prefix="dragoman-check-"))
    register(rmtree, folder, ignore_errors=True)
    return folder


@cache
def texts_of(story: str) -> tuple[tuple[str, Source], ...]:
    """(number, source) of the texts of a story."""
    if story.startswith("lineage/"):
        (one,) = (held for held in load() if held.name == story.removeprefix("lineage/"))
        return tuple(
            (
                text.id,
                Source(raw=text.words.encode(), name=f"{text.id}.txt", meta=(("date", text.date),) * bool(text.date)),
            )
            for text in one.texts
        )
    return tuple((one.name[:2], one) for one in gather([str(EXAMPLES / story)], settings=Settings()).sources)


def judge(report: Report, texts: Iterable[tuple[str, Source]] = ()) -> list[Judged]:
    """The product's verdicts on a report, by mark; against texts of a story of this set where none are given."""
    every = tuple(texts) or texts_of(report.story)
    used = [source for number, source in every if not report.texts or number in report.texts]
    given = Source(raw=report.text.encode(), name=f"{report.name}.md")
    return _judged(report, check(given, used, cache=kept()))


def _judged(report: Report, verdicts: Sequence[Verdict]) -> list[Judged]:
    made = []
    for mark in report.marks:
        first, last = mark.region
        touching = tuple(one for one in verdicts if one.start < mark.end and mark.start < one.end)
        inside = tuple(one for one in verdicts if one.start < last and first < one.end)
        made.append(Judged(report=report, mark=mark, touching=touching, inside=inside))
    return made


def numbers_of(judged: Iterable[Judged]) -> dict[str, float]:
    """Recall by kind, kind right, false alarms."""
    count: dict[str, Counter[str]] = defaultdict(Counter)
    for one in judged:
        for key in (one.mark.kind, "all", "cross" if one.report.cross else "same"):
            tally = count[key]
            if one.mark.sound:
                tally["sound"] += 1
                tally["alarms"] += any(found.verdict not in SOUND for found in one.inside)
                tally["seen"] += any(found.kind == one.mark.kind and found.verdict in SOUND for found in one.touching)
            else:
                tally["faults"] += 1
                tally["found"] += bool(one.findings)
                tally["named"] += one.named
    made = {}
    for key in (*KINDS, "all", "same", "cross"):
        tally = count[key]
        made[f"recall.{key}"] = share(tally["found"], tally["faults"])
        made[f"false_alarms.{key}"] = share(tally["alarms"], tally["sound"])
        made[f"kind_right.{key}"] = share(tally["named"], tally["found"])
        made[f"sound_seen.{key}"] = share(tally["seen"], tally["sound"])
    return made


def corrupted_numbers(made: Sequence[Corrupted], pools: Sequence[Pool]) -> tuple[dict[str, float], list[str]]:
    """Recall by kind of corruption, and the lines that were missed."""
    count: dict[str, Counter[str]] = defaultdict(Counter)
    missed = []
    for pool in pools:
        own = [one for one in made if one.pool == pool.name]
        for language in sorted({one.language for one in own}):
            some = [one for one in own if one.language == language]
            for one, verdicts in zip(some, _checked(some, pool), strict=True):
                found = [v for v in verdicts if v.kind == "quotation" and v.verdict not in SOUND]
                for key in (one.kind, "all"):
                    count[key]["all"] += 1
                    count[key]["found"] += bool(found)
                    count[key]["named"] += any(v.verdict in one.verdicts for v in found)
                if not found:
                    missed.append(f"{one.kind}: {one.speaker} | {one.words} -> {[v.verdict for v in verdicts]}")
    numbers = {f"corrupted.{key}": share(tally["found"], tally["all"]) for key, tally in count.items()}
    numbers["corrupted.named"] = share(count["all"]["named"], count["all"]["found"])
    numbers["corrupted.n"] = count["all"]["all"]
    return numbers, missed


def _checked(some: Sequence[Corrupted], pool: Pool) -> list[list[Verdict]]:
    """One report with all corruptions of a language, one a paragraph; the verdicts that touch each quotation."""
    text, places = "", []
    for number, one in enumerate(some):
        before, words, after = one.line(number)
        places.append((len(text) + len(before), len(text) + len(before) + len(words)))
        text += f"{before}{words}{after}\n\n"
    verdicts = check(Source(raw=text.encode(), name="corrupted.md"), pool.sources, cache=kept())
    return [[v for v in verdicts if v.start < b and a < v.end] for a, b in places]


def missed(one: Judged) -> str:
    """Why a mark is not as the gold has it, "" when it is."""
    text = one.report.text[slice(*one.mark.region)]
    wrong = [v for v in one.inside if v.verdict not in SOUND]
    said = "; ".join(f"{v.kind} {v.verdict} [{one.report.text[v.start : v.end][:40]}] {v.how}" for v in one.inside)
    if one.mark.sound and wrong:
        return f"ALARM {one.mark.kind:10} {one.report.name}: {text}\n      {said}"
    if not one.mark.sound and not one.findings:
        return f"MISS  {one.mark.kind:10} {one.report.name}: {text}\n      {said}"
    if not one.mark.sound and not one.named:
        return f"KIND  {one.mark.kind:10} {'/'.join(sorted(one.mark.verdicts))} {one.report.name}: {text}\n      {said}"
    return ""
