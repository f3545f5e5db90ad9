"""python -m bench.run: seconds and memory by stage, beside the bare models on the same text.

The bare models are the shipped parsers on the same clean texts, article by article, and the sentence encoder on the
same strings in the same batches. Nothing can be faster than they are; what we take beyond them is our own work.
"""

from __future__ import annotations

import argparse
import cProfile
import io
import json
import pstats
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.clock import Laps, memory, yardstick
from dragoman import compare as room
from dragoman.models import encoder, identify, parser
from dragoman.read import EXTRACTORS, Page, dated, sift
from dragoman.read.sources import gather
from dragoman.records import Article, Reading, Source, Story
from dragoman.report import FORMATS, Labels, write
from dragoman.settings import Settings
from dragoman.verify import verify

__all__ = ["main"]

HERE = Path(__file__).parents[1]
_REAL = HERE.parent / "shared/coverage/treaty-2024"
COVERAGE = _REAL if _REAL.is_dir() else HERE / "examples/treaty-2024"
ARTICLE = 4_600  # characters of the article that the limit is set for
LIMIT_MS, LIMIT_MB = 60.0, 900.0
COMPARE = ("entities", "utterances", "kinship", "origins", "agreements", "timeline", "judge", "unused")


class Recorder:
    """The encoder, with the batches it was given kept and its seconds counted as a model's."""

    def __init__(self, laps: Laps) -> None:
        self.laps = laps
        self.batches: list[list[str]] = []
        self.within = ""  # the stage that runs now

    def encode(self, texts: Sequence[str]) -> Any:
        """What the encoder says."""
        self.batches.append(list(texts))
        return self.laps.time("model: encoder", lambda: encoder().encode(texts), within=self.within)


def once(sources: Sequence[Source], folder: Path, laps: Laps) -> tuple[list[Reading], list[list[str]]]:
    """One build, stage by stage."""
    laps.start()
    sifted = laps.time("sift", lambda: [sift(source) for source in sources])
    readings = [Reading(article=one) for one in laps.time("read: published", lambda: [dated(one) for one in sifted])]
    pages = [Page(reading.article) for reading in readings]
    laps.time("model: parser", lambda: [page.doc for page in pages])
    for extract in EXTRACTORS:
        stage = f"read: {extract.__name__}"
        readings = laps.time(stage, lambda: [r.add(extract(p, r)) for p, r in zip(pages, readings, strict=True)])  # noqa: B023
    recorder = Recorder(laps)
    story = compared(readings, sources, recorder, laps)
    labels = laps.time("report: labels", lambda: Labels(story))
    for name, (_, writer) in FORMATS.items():
        laps.time(f"report: {name}", lambda: writer(story, labels))  # noqa: B023
    write(story, folder, Settings())
    laps.time("verify", lambda: verify(folder))
    return readings, recorder.batches


def compared(readings: Sequence[Reading], sources: Sequence[Source], recorder: Recorder, laps: Laps) -> Story:
    """`compare.compare`, its parts timed one by one; the encoder's seconds are taken out of the part that used it."""
    settings, kept = Settings(), {name: getattr(room, name) for name in (*COMPARE, "encoder")}

    def timed(name: str) -> Any:
        def call(*arguments: Any, **options: Any) -> Any:
            recorder.within = f"compare: {name}"
            return laps.time(recorder.within, lambda: _all(kept[name](*arguments, **options)))

        return call

    try:
        for name in COMPARE:
            setattr(room, name, timed(name))
        room.encoder = lambda: recorder
        return room.compare(readings, sources, settings=settings)
    finally:
        for name, value in kept.items():
            setattr(room, name, value)


def _all(result: Any) -> Any:
    return list(result) if hasattr(result, "__next__") else result


def bare(articles: Sequence[Article], batches: Sequence[Sequence[str]], laps: Laps) -> None:
    """The models alone: language identification, the same pipelines, the same encoder on the same batches."""
    laps.start()
    laps.time("language", lambda: [identify(article.text.value) for article in articles])
    pipelines = {code: parser(code) for code in {article.language for article in articles}}
    for article in articles:
        if (pipeline := pipelines[article.language]) is not None:
            nlp = pipeline.nlp  # type: ignore[attr-defined]
            laps.time("parser", lambda: list(nlp.pipe([article.text.value], batch_size=32)))  # noqa: B023
    model = encoder().model  # type: ignore[attr-defined]
    for batch in batches:
        laps.time("encoder", lambda: model.encode(list(batch)) if batch else None)  # noqa: B023


FOOTPRINT = """
import json, sys, tempfile, time
begun = time.perf_counter()
from bench.clock import memory
from dragoman import build
imported = time.perf_counter()
with tempfile.TemporaryDirectory() as folder:
    build([sys.argv[1]], out=folder + "/d")
    print(json.dumps({"import": imported - begun, "first build": time.perf_counter() - imported, **memory()}))
"""


def footprint(folder: Path) -> dict[str, float]:
    """Memory of one fresh process after one build, and what its first build took with the models loaded from disk."""
    command = [sys.executable, "-c", FOOTPRINT, str(folder.resolve())]
    done = subprocess.run(command, cwd=HERE, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def measure(folder: Path, runs: int) -> dict[str, Any]:
    """Everything that is printed."""
    sources = gather([str(folder)], settings=Settings()).sources
    ours, floor = Laps(), Laps()
    with tempfile.TemporaryDirectory() as out:
        readings, _ = once(sources, Path(out) / "d", Laps())  # warm: models loaded, patterns compiled
        for _ in range(runs):
            readings, batches = once(sources, Path(out) / "d", ours)
            bare([reading.article for reading in readings], batches, floor)
    characters = sum(len(source.text) for source in sources)
    per_article = ARTICLE / characters * 1000
    own = [stage for stage in ours.stages() if not stage.startswith("model") and stage != "verify"]
    reading = [stage for stage in own if stage == "sift" or stage.startswith("read")]
    parts = {"sift and read": reading, "compare and report": set(own) - set(reading), "all": own}
    return {
        "folder": folder.name,
        "articles": len(sources),
        "characters": characters,
        "runs": runs,
        "stages": {stage: {c: ours.median(stage, c) for c in ("wall", "cpu")} for stage in ours.stages()},
        "bare": {stage: {c: floor.median(stage, c) for c in ("wall", "cpu")} for stage in floor.stages()},
        "own cpu ms an article": {
            name: [round(x * per_article, 2) for x in ours.spread(stages)] for name, stages in parts.items()
        },
        "fresh process": footprint(folder),
        "this process": memory(),
        "interpreter": yardstick(),
    }


def show(found: dict[str, Any]) -> None:
    """Print the tables."""
    per = ARTICLE / found["characters"] * 1000
    print("{folder}: {articles} articles, {characters:,} characters; medians of {runs} runs".format(**found))
    for title, rows in (("stage", found["stages"]), ("bare models", found["bare"])):
        print(f"\n{title:<26}{'wall s':>9}{'cpu s':>9}{f'cpu ms / {ARTICLE:,} characters':>28}")
        for stage, seconds in rows.items():
            print(f"{stage:<26}{seconds['wall']:>9.4f}{seconds['cpu']:>9.4f}{seconds['cpu'] * per:>28.2f}")
    print(f"\nour own work, cpu ms for {ARTICLE:,} characters (least, median, most); limit {LIMIT_MS:.0f}")
    for name, values in found["own cpu ms an article"].items():
        print(f"{name:<26}" + " · ".join(f"{one:.1f}" for one in values))
    print("Python {python}, which counts 20,000 words in {yardstick ms} ms".format(**found["interpreter"]))
    print(f"\nafter one build in a fresh process (seconds, MB; limit {LIMIT_MB:.0f} pss):")
    print(", ".join(f"{name} {value:.1f}" for name, value in found["fresh process"].items()))


def profile(folder: Path, top: int) -> None:
    """The functions of ours that take longest, stage by stage."""
    sources = gather([str(folder)], settings=Settings()).sources
    with tempfile.TemporaryDirectory() as out:
        readings, _ = once(sources, Path(out) / "d", Laps())
    profiled("sift", lambda: [sift(source) for source in sources], top)
    pages = [Page(reading.article) for reading in readings]
    for page in pages:
        _ = page.doc
    readings = [Reading(article=reading.article) for reading in readings]
    for extract in EXTRACTORS:
        new = [r.add(extract(p, r)) for p, r in zip(pages, readings, strict=True)]
        profiled(extract.__name__, lambda: [list(extract(p, r)) for p, r in zip(pages, readings, strict=True)], top)  # noqa: B023
        readings = new
    story = room.compare(readings, sources, settings=Settings())
    profiled("compare", lambda: room.compare(readings, sources, settings=Settings()), top)
    profiled("report", lambda: [writer(story, Labels(story)) for _, writer in FORMATS.values()], top)


def profiled(name: str, call: Any, top: int) -> None:
    """Print one stage's dearest functions by their own time."""
    watch = cProfile.Profile()
    watch.runcall(call)
    out = io.StringIO()
    pstats.Stats(watch, stream=out).strip_dirs().sort_stats("tottime").print_stats(top)
    rows = [line for line in out.getvalue().splitlines() if line.strip()]
    print(f"\n== {name}", *rows[1:2], *rows[4:], sep="\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write."""
    options = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__.splitlines()[0])
    options.add_argument("folder", nargs="?", type=Path, default=COVERAGE)
    options.add_argument("--runs", type=int, default=7)
    options.add_argument("--json", type=Path, help="write the numbers here")
    options.add_argument("--profile", type=int, metavar="N", help="print the N dearest functions of each stage instead")
    given = options.parse_args(arguments)
    if given.profile:
        profile(given.folder, given.profile)
        return 0
    found = measure(given.folder, given.runs)
    show(found)
    if given.json:
        given.json.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
