"""python -m bench.spike: what sifting a large pile costs, in seconds and memory.

The articles are made of sentences of our examples, put together anew for each: five languages in turn, half of them
plain text, half web pages with metadata, navigation and a footer. Each way of running has a process of its own.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import random
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.clock import memory
from dragoman.engines import engine
from dragoman.read import sift
from dragoman.read.sources import gather
from dragoman.records import Source
from dragoman.settings import Settings

__all__ = ["articles", "main"]

HERE = Path(__file__).parents[1]
LENGTH = 4_600  # characters of running text an article
LANGUAGE = re.compile(r"-(\w\w)\.(?:txt|html)$")  # 04-firma-es.txt
PAGE = """<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title} | Example</title>
<meta property="article:published_time" content="2024-06-{day:02d}T08:00:00Z"><style>p {{ margin: 1em }}</style>
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2024-06-{day:02d}"}}</script></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>{title}</h1>{body}</article>
<aside><a href="/1">{other}</a></aside><footer>© 2024 Example · <a href="/i">Imprint</a></footer></body></html>"""


@cache
def sentences() -> dict[str, list[str]]:
    """language → the sentences of our plain-text examples."""
    found = defaultdict(list)
    for folder in ("treaty-2024", "grain-2022"):
        for source in gather([str(HERE / "examples" / folder)], settings=Settings()).sources:
            match = LANGUAGE.search(source.name)
            if match and source.kind == "text":
                for line in source.text.splitlines():
                    if len(line) > 80:
                        found[match[1]] += re.split(r"(?<=[a-zа-я0-9][.!?]) (?=\w)", line.strip("\ufeff"))
    return dict(sorted(found.items()))


def articles(count: int) -> Iterator[Source]:
    """`count` different articles, always the same ones."""
    pools = sentences()
    for number in range(count):
        language = sorted(pools)[number % len(pools)]
        rng = random.Random(number)
        paragraphs, length = [], 0
        while length < LENGTH:
            paragraphs.append(" ".join(rng.sample(pools[language], 3)))
            length += len(paragraphs[-1])
        title, other = (" ".join(rng.choice(pools[language]).split()[:9]) for _ in range(2))
        if number // len(pools) % 2:
            body = "".join(f"<p>{html.escape(one)}</p>" for one in paragraphs)
            title, other = html.escape(title), html.escape(other)
            text = PAGE.format(language=language, title=title, other=other, body=body, day=1 + number % 28)
        else:
            text = f"{title}\n\n" + "\n\n".join(paragraphs) + f"\n\n{other}\n{number % 90} comments\n"
        kind = "html" if text.startswith("<!") else "text"
        yield Source(raw=text.encode(), name=f"{number:06d}.{kind}", kind=kind)


class Press:
    """Articles made one by one as they are asked for; `seconds` is what their making took."""

    def __init__(self, count: int, kind: str) -> None:
        self.count, self.kind, self.seconds = count, kind, 0.0

    def __iter__(self) -> Iterator[Source]:
        wanted = (one for one in articles(3 * self.count) if self.kind in ("both", one.kind))
        for _ in range(self.count):
            begun = perf_counter()
            made = next(wanted)
            self.seconds += perf_counter() - begun
            yield made


def measure(count: int, jobs: int, kind: str) -> dict[str, Any]:
    """Seconds and memory for one way of running, in this process; the making of the articles is taken out."""
    for source in Press(20, kind):  # warm: patterns compiled, languages loaded
        sift(source)
    press, points, characters = Press(count, kind), [memory_of_all()], 0
    begun, used = perf_counter(), sum(os.times()[:4])
    for number, article in enumerate(engine("local")(sift, press, jobs=jobs), 1):
        characters += len(article.text.value)
        if number % max(1, count // 4) == 0:
            points.append(memory_of_all())
    seconds, cpu = perf_counter() - begun - press.seconds, sum(os.times()[:4]) - used - press.seconds
    return {
        "articles": count,
        "kind": kind,
        "jobs": jobs,
        "seconds": round(seconds, 1),
        "cpu seconds": round(cpu, 1),
        "articles a second": round(count / seconds, 1),
        "cpu ms an article": round(1000 * cpu / count, 2),
        "characters kept": characters,
        "pss MB at 0, ¼, ½, ¾, 1": points,
    }


def memory_of_all() -> float:
    """Proportional set size of this process and its children, in MB."""
    children = Path("/proc/self/task").glob("*/children")
    pids = ["self", *(pid for one in children for pid in one.read_text().split())]
    return round(sum(memory(pid)["pss"] for pid in pids), 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run each way in a process of its own and print one line for each."""
    options = argparse.ArgumentParser(prog="python -m bench.spike", description=__doc__.splitlines()[0])
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    options.add_argument("--kind", nargs="+", choices=["text", "html", "both"], default=["both"])
    options.add_argument("--json", type=Path, help="write the numbers here")
    options.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = options.parse_args(arguments)
    if given.here:
        print(json.dumps(measure(given.articles, given.jobs[0], given.kind[0])))
        return 0
    rows = []
    for kind in given.kind:
        for jobs in given.jobs:
            way = ["--here", "--articles", str(given.articles), "--jobs", str(jobs), "--kind", kind]
            command = [sys.executable, "-m", "bench.spike", *way]
            done = subprocess.run(command, cwd=HERE, stdout=subprocess.PIPE, check=True)
            rows.append(json.loads(done.stdout.splitlines()[-1]))
            print(", ".join(f"{name}: {value}" for name, value in rows[-1].items()), flush=True)
    if given.json:
        given.json.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
