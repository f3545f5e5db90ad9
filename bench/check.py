"""python -m bench.check: a report of 10,000 words against 1,000 articles, and one of 200 words against five.

The articles are those of quality/sets/lineage with their names and numbers changed, so that no two are alike; the
report quotes and retells them. "Sifted" means that the cache holds every article; nothing has been read deeply.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import tempfile
from pathlib import Path
from time import perf_counter, process_time

from bench.clock import memory
from dragoman.check import check, examine, verdicts_of
from dragoman.models import encoder, parser
from dragoman.records import Source
from dragoman.settings import Settings
from quality.sets.lineage.stories import load

__all__ = ["main"]

NUMBER = re.compile(r"(?<![\d.,])\d{2,3}(?![\d.,])")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{4,}(?= [A-Z][a-z]{4,})")
FIRST = "Alder Brook Calder Darrow Ellis Fenner Garrick Holden Ivers Jarrow Kelso Lorne Marlow Norris Orton".split()  # noqa: SIM905
LIMITS = {"large": 10.0, "small": 2.0}


def articles(count: int, language: str | None = None) -> list[Source]:
    """So many different articles."""
    texts = [text for story in load() for text in story.texts if language in (None, text.language)]
    rng, made = random.Random(3), []
    for number in range(count):
        text = texts[number % len(texts)]
        words = NUMBER.sub(lambda _: str(rng.randrange(10, 999)), text.words)
        words = NAME.sub(lambda _: rng.choice(FIRST), words) + f"\nEdition {number} of the day.\n"
        meta = (("date", text.date),) if text.date else ()
        made.append(Source(raw=words.encode(), name=f"{number:04d}.txt", meta=meta))
    return made


def report(sources: list[Source], words: int) -> Source:
    """Paragraphs out of the articles until there are so many words, every tenth with a word changed."""
    rng, parts, count = random.Random(5), [], 0
    while count < words:
        lines = [one for one in rng.choice(sources).text.split("\n") if len(one) > 60]
        line = rng.choice(lines)
        if rng.random() < 0.1:
            pieces = line.split()
            pieces[rng.randrange(len(pieces))] = "otherwise"
            line = " ".join(pieces)
        parts.append(line)
        count += len(line.split())
    return Source(raw="\n\n".join(parts).encode(), name="report.md")


def main() -> None:
    """Print the seconds of both runs beside their limits."""
    options = argparse.ArgumentParser()
    options.add_argument("--articles", type=int, default=1000)
    options.add_argument("--words", type=int, default=10_000)
    given = options.parse_args()
    for language in ("en", "fr"):
        parser(language)
    encoder().encode(["ready"])
    few = articles(5, "en")
    check(report(few, 100), few)  # start-up: models and patterns
    print(f"{'run':34} {'wall s':>8} {'cpu s':>8} {'limit':>6}")
    _one("small: 200 words, 5 articles", report(few, 200), few, None, LIMITS["small"])
    many = articles(given.articles)
    english = [one for one in many if one.raw.count(b" the ") > 2]  # each ends with "of the day"
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder)
        start = perf_counter()
        examine(Source(raw=b"Nothing.", name="empty.md"), many, cache=kept, settings=Settings())
        print(f"{'sifting ' + str(len(many)) + ' articles':34} {perf_counter() - start:8.1f}")
        title = f"large: {given.words:,} words, {len(many):,} articles"
        _one(title, report(english, given.words), many, kept, LIMITS["large"])
        _one("the same, readings kept", report(english, given.words), many, kept, LIMITS["large"])
    print(f"memory {memory()['peak']:.0f} MB at most")


def _one(name: str, text: Source, sources: list[Source], cache: Path | None, limit: float) -> None:
    start, busy = perf_counter(), process_time()
    found = verdicts_of(examine(text, sources, cache=cache, settings=Settings(jobs=os.cpu_count() or 1)))
    print(f"{name:34} {perf_counter() - start:8.2f} {process_time() - busy:8.2f} {limit:6.0f}   {len(found)} verdicts")


if __name__ == "__main__":
    main()
