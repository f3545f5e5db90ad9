"""The sources of a check: all sifted, their words indexed, only what is needed read deeply; a cache by content."""

from __future__ import annotations

import json
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from heapq import nsmallest
from math import log
from pathlib import Path

from dragoman.cache import Cache, rules
from dragoman.check.wording import Words
from dragoman.engines import engine
from dragoman.models import parser
from dragoman.packing import pack, unpack
from dragoman.read import read, sift
from dragoman.read.published import days_of
from dragoman.records import Article, Reading, Source, digest
from dragoman.settings import Settings
from dragoman.store.words import indexed

__all__ = ["STORY", "Shelf", "read_one"]

Progress = Callable[[str, int, int], None]


def _kept(folder: Path | None, source: Source, settings: Settings) -> Article:
    """A source sifted; from the cache's folder when these rules have sifted these bytes before."""
    if folder is None:
        return sift(source, settings)
    given = (source.id, source.name, source.kind, source.encoding, source.meta, settings.learned)
    path = folder / "sifted" / f"{digest('article', given, rules())}.json"
    if path.is_file():
        return unpack(Article, json.loads(path.read_text(encoding="utf-8", errors="surrogatepass")))
    made = sift(source, settings)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(pack(made), ensure_ascii=False, separators=(",", ":"))
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as half:
        half.write(text.encode("utf-8", "surrogatepass"))
    os.replace(half.name, path)
    return made


def read_one(given: tuple[Article, Settings]) -> Reading:
    """One article read deeply, as a process of its own takes it."""
    return read(*given)


_WORTH = 8  # articles to be read from which a second process is worth its start
STORY = 20  # sources up to which they are taken for one story, whose days date those of them that write no year


class Shelf:
    """The sources, sifted, in the order of their names: that order gives them their labels D0, D1 …"""

    def __init__(
        self,
        sources: Iterable[Source],
        *,
        settings: Settings,
        cache: Path | None = None,
        labels: Sequence[tuple[str, str]] = (),
        progress: Progress | None = None,
    ) -> None:
        first: dict[str, Source] = {}
        for one in sorted(sources, key=lambda one: (one.name, one.id)):
            first.setdefault(one.id, one)
        self.sources = list(first.values())
        self.by_id = {one.id: one for one in self.sources}
        given = dict(labels)
        self.labels = {one.id: given.get(one.id, f"D{number}") for number, one in enumerate(self.sources)}
        self.given, self.settings, self.cache = settings, settings, Cache(cache) if cache else None
        tell = progress or (lambda stage, done, total: None)
        self.articles: list[Article] = []
        for done, source in enumerate(self.sources, 1):
            self.articles.append(_kept(cache, source, settings))
            tell("sifting", done, len(self.sources))
        if len(self.articles) <= STORY:
            self.settings = replace(settings, days=days_of(self.articles, settings))
        self.words = [Words(article) for article in self.articles]
        self.postings: dict[str, list[int]] = {}
        for number, article in enumerate(self.articles):
            for word in dict.fromkeys(indexed(article.text.value).split()):
                self.postings.setdefault(word, []).append(number)

    def rarity(self, word: str) -> float:
        """How much a word tells about an article: 0 where it is in all of them or in none."""
        count = len(self.postings.get(word, ()))
        return log((1 + len(self.articles)) / count) if count else 0.0

    def nearest(self, text: str, most: int) -> list[int]:
        """The articles that share the rarest words with a text, the nearest first."""
        score: Counter[int] = Counter()
        for word in dict.fromkeys(indexed(text).split()):
            weight = self.rarity(word)
            for number in self.postings.get(word, ()):
                score[number] += weight  # type: ignore[assignment]
        return nsmallest(most, score, key=lambda number: (-round(score[number], 6), number))

    def holding(self, words: Sequence[str]) -> list[int]:
        """The articles that hold all of these folded words."""
        if not words or any(word not in self.postings for word in words):
            return []
        rare = sorted(words, key=lambda word: len(self.postings[word]))
        held = set(self.postings[rare[0]])
        for word in rare[1:]:
            held &= set(self.postings[word])
        return sorted(held)

    def readings(self, numbers: Sequence[int], *, jobs: int) -> list[Reading]:
        """The articles of these numbers read deeply; one that is kept is not read again."""
        kept = {number: reading for number in numbers if (reading := self._kept(number))}
        missing = [number for number in numbers if number not in kept]
        work = [(self.articles[number], self.settings) for number in missing]
        jobs = jobs if len(missing) >= _WORTH else 1
        if jobs > 1:
            for article, _ in work:
                parser(article.language)  # before processes are forked, so that they share it
        made = engine(self.settings.engine)(read_one, work, jobs=jobs)
        for number, reading in zip(missing, made, strict=True):
            if self.cache:
                self.cache.keep(self.sources[number], self.articles[number], self.settings, reading)
            kept[number] = reading
        return [kept[number] for number in numbers]

    def _kept(self, number: int) -> Reading | None:
        return self.cache.get(self.sources[number], self.articles[number], self.settings) if self.cache else None

    def label(self, source: str) -> str:
        """D0, D1 … of a source."""
        return self.labels[source]
