"""A library under load: many readers and one writer on a served library; no error, and how long answers took.

    python -m bench.soak --seconds 60 --readers 20 --articles 10000

Articles are the examples under many names, each with a line of its own, so that all are different sources. Searches are
words of the articles, alone and in pairs. Exit 1 when any answer was not 200 or the library does not check afterwards.
"""

from __future__ import annotations

import argparse
import random
import socket
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import uvicorn

from dragoman.read import sift
from dragoman.read.sources import gather
from dragoman.records import Article, Reading, Source
from dragoman.settings import Settings
from dragoman.spans import Text
from dragoman.store.library import Library
from dragoman.store.search import index
from dragoman.web import application

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
BATCH = 200


def filled(library: Library, count: int) -> list[Article]:
    """Put this many articles into a library; the different ones among them."""
    pile = gather([EXAMPLES / "treaty-2024", EXAMPLES / "grain-2022"], settings=Settings())
    articles = [sift(source) for source in pile.sources]
    for start in range(0, count, BATCH):
        with library.store.transaction():
            for number in range(start, min(start + BATCH, count)):
                _put(library, articles[number % len(articles)], number)
    return articles


def _put(library: Library, article: Article, number: int) -> None:
    value = f"{article.text.value}\n{number}"
    source = Source(raw=value.encode("utf-8", "surrogatepass"), name=f"{number}.txt")
    library.add([source])
    made = replace(article, source=source.id, name=source.name, text=Text.of(source.id, value), title=None)
    library.keep_article(made)
    index(library, Reading(article=made))


def _reader(address: str, words: Sequence[str], until: float, seed: int, took: list[float], wrong: list[str]) -> None:
    chance = random.Random(seed)
    while time.monotonic() < until:
        asked = quote(" ".join(chance.sample(words, chance.choice([1, 1, 2]))))
        path = chance.choice(["/", f"/search?q={asked}", f"/search?q={asked}", "/coverage", "/corrections"])
        start = time.perf_counter()
        try:
            with urllib.request.urlopen(address + path, timeout=60) as answer:
                answer.read()
        except OSError as error:
            wrong.append(f"{path}: {error}")
        took.append(time.perf_counter() - start)


def _writer(library: Library, articles: Sequence[Article], until: float, first: int, wrong: list[str]) -> int:
    number = first
    while time.monotonic() < until:
        try:
            with library.store.transaction():
                _put(library, articles[number % len(articles)], number)
        except Exception as error:  # counted and shown: the run goes on
            wrong.append(f"writer: {error}")
        number += 1
        time.sleep(0.01)
    return number - first


def search_times(library: Library, words: Sequence[str], count: int) -> tuple[float, float]:
    """(median, 95th percentile) in milliseconds of searches without a server, one after the other."""
    from dragoman.store.search import search

    chance, took = random.Random(1), []
    for _ in range(count):
        start = time.perf_counter()
        search(library, " ".join(chance.sample(words, chance.choice([1, 1, 2]))))
        took.append(time.perf_counter() - start)
    took.sort()
    return took[len(took) // 2] * 1000, took[int(len(took) * 0.95)] * 1000


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--library", help="a PostgreSQL URL of an empty database (default: a SQLite file)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(options.library or str(Path(folder) / "soak.db"))
        articles = filled(library, options.articles)
        words = sorted(
            {word for one in articles for word in one.text.value.split() if len(word) > 3 and word.isalpha()}
        )
        median, slow = search_times(library, words, 300)
        print(f"{options.articles} articles; search alone: median {median:.1f} ms, p95 {slow:.1f} ms")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(application(library), port=port, log_level="error"))
        threading.Thread(target=server.run, daemon=True).start()
        while not server.started:
            time.sleep(0.05)
        until = time.monotonic() + options.seconds
        took: list[float] = []
        wrong: list[str] = []
        readers = [
            threading.Thread(target=_reader, args=(f"http://127.0.0.1:{port}", words, until, seed, took, wrong))
            for seed in range(options.readers)
        ]
        for one in readers:
            one.start()
        written = _writer(library, articles, until, options.articles, wrong)
        for one in readers:
            one.join()
        server.should_exit = True
        took.sort()
        wrong += library.check()
        print(
            f"{options.readers} readers, 1 writer, {options.seconds:.0f} s: {len(took)} answers, {written} articles "
            f"written, p50 {took[len(took) // 2] * 1000:.0f} ms, p95 {took[int(len(took) * 0.95)] * 1000:.0f} ms, "
            f"{len(wrong)} errors"
        )
        for line in wrong[:20]:
            print(f"wrong: {line}")
        library.close()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
