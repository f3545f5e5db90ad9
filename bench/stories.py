"""python -m bench.stories: what grouping a large pile into stories costs, once it is sifted.

The articles are made up: each story has words, names and a day of its own, each article of it says some of them among
words that all articles share, in one of five languages. So the numbers of stories and of pairs that are alike are those
of a pile of news, which no choice of sentences from a few examples would give.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from time import perf_counter, process_time
from typing import TypeVar

from bench.clock import memory
from dragoman.compare.profiles import profiles, traits
from dragoman.compare.stories import Grouping
from dragoman.models import encoder, rarity
from dragoman.records import Article, When, digest
from dragoman.spans import Text

__all__ = ["main", "pile"]

T = TypeVar("T")
LANGUAGES = ("en", "fr", "de", "es", "ru")
SIZES = (1, 1, 1, 2, 2, 3, 4, 6, 10, 20)  # articles a story: many of one, few of many
WORDS = 700  # of an article
OWN, NAMED = 0.25, 0.06  # shares of them that are the story's words and names
DAYS = 90
SYLLABLES = re.findall(r"\w+", "ba de fi go ka lu mi no pe ri sa to va wen zor chi dan esk our lin mar")


@cache
def vocabulary() -> tuple[list[str], list[str]]:
    """(words of all texts, words that tell something), of Latin letters."""
    known = sorted((score, word) for word, score in rarity().items() if word.isascii() and word.isalpha())
    return [word for score, word in known if score < 9], [word for score, word in known if 10 < score < 14]


def pile(count: int) -> Iterator[Article]:
    """`count` articles, always the same ones."""
    common, telling = vocabulary()
    made = number = 0
    while made < count:
        rng = random.Random(number)
        words = rng.sample(telling, 60)
        names = ["".join(rng.sample(SYLLABLES, 3)).capitalize() for _ in range(9)]
        day = date(2024, 1, 1) + timedelta(days=rng.randrange(DAYS))
        for _ in range(min(SIZES[number % len(SIZES)], count - made)):
            yield article(rng, made, (common, words, names), day + timedelta(days=rng.randrange(3)))
            made += 1
        number += 1


def article(rng: random.Random, number: int, words: Sequence[list[str]], day: date) -> Article:
    """One article of a story."""
    common, own, names = words
    drawn = [rng.random() for _ in range(WORDS)]
    said = [rng.choice(names if one < NAMED else own if one < NAMED + OWN else common) for one in drawn]
    lines = [" ".join(said[at : at + 14]).capitalize() + "." for at in range(0, WORDS, 14)]
    ident = digest("bench", number)
    return Article(
        source=ident,
        name=f"{number:06d}.txt",
        text=Text.of(ident, "\n\n".join(lines)),
        language=LANGUAGES[number % len(LANGUAGES)],
        published=When(earliest=day, latest=day, precision="day"),
    )


def measure(count: int, later: int, *, parts: bool = False) -> dict[str, float]:
    """Seconds of one processor and megabytes: the whole pile at once, then a few articles more; `parts` tells more."""
    rarity()
    if parts:
        made = _timed("words and names of each article", lambda: [traits(one) for one in pile(count)])[0]
        _timed("vectors of their leads", lambda: profiles(made, encoder()))
        del made
    articles = list(pile(count + later))
    grouping, at_once = _timed(
        f"{count:,} articles into stories", lambda: Grouping().add(articles[:count], encoder=encoder())
    )
    groups, named = _timed("naming the stories", grouping.groups)
    print(f"{len(groups):,} stories, the largest of {len(groups[0].members)}; {memory()['peak']:.0f} MB at the most")
    _, more = _timed(f"{later} articles more", lambda: grouping.add(articles[count:], encoder=encoder()).groups())
    return {"grouping": at_once + named, "later": more, "peak MB": memory()["peak"]}


def _timed(name: str, call: Callable[[], T]) -> tuple[T, float]:
    """What a call gives and its seconds of processor; both clocks printed."""
    wall, cpu = perf_counter(), process_time()
    result = call()
    wall, cpu = perf_counter() - wall, process_time() - cpu
    print(f"{name:36} {wall:8.1f} s   {cpu:8.1f} s of one processor", flush=True)
    return result, cpu


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    options = argparse.ArgumentParser(prog="python -m bench.stories", description=__doc__.splitlines()[0])
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--later", type=int, default=20, help="articles that come later")
    options.add_argument("--parts", action="store_true", help="time the parts of a profile by themselves, too")
    given = options.parse_args(arguments)
    measure(given.articles, given.later, parts=given.parts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
