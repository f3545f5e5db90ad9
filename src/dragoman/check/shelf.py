"""The sources of a check: all sifted, their words indexed, only what is needed read deeply; a cache by content."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import log
from pathlib import Path
from typing import TypeVar

from dragoman.check.wording import Words
from dragoman.desk import rules
from dragoman.packing import pack, unpack
from dragoman.read import read, sift
from dragoman.records import Article, Reading, Source
from dragoman.settings import Settings
from dragoman.store.words import indexed

__all__ = ["Cache", "Shelf"]

T = TypeVar("T", Article, Reading)
Progress = Callable[[str, int, int], None]


class Cache:
    """Articles and readings in files named by what they were made from: bytes, what was told of them, and the rules."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def get(self, kind: type[T], source: Source, make: Callable[[], T]) -> T:
        """What is kept, else what `make` makes, which is then kept."""
        if self.folder is None:
            return make()
        told = json.dumps([source.id, sorted(source.meta), source.kind, kind.__name__, rules()])
        name = hashlib.sha256(told.encode()).hexdigest()
        path = self.folder / name[:2] / name
        if path.is_file():
            return unpack(kind, json.loads(zlib.decompress(path.read_bytes())))
        made = make()
        path.parent.mkdir(parents=True, exist_ok=True)
        payload = zlib.compress(json.dumps(pack(made), separators=(",", ":")).encode("ascii"), 1)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as half:
            half.write(payload)
        os.replace(half.name, path)
        return made


class Shelf:
    """The sources, sifted, in the order of their names: that order gives them their labels D0, D1 …"""

    def __init__(
        self,
        sources: Iterable[Source],
        *,
        settings: Settings,
        cache: Cache,
        labels: Sequence[tuple[str, str]] = (),
        progress: Progress | None = None,
    ) -> None:
        self.sources = sorted({one.id: one for one in sources}.values(), key=lambda one: (one.name, one.id))
        self.by_id = {one.id: one for one in self.sources}
        given = dict(labels)
        self.labels = {one.id: given.get(one.id, f"D{number}") for number, one in enumerate(self.sources)}
        self.settings, self.cache = settings, cache
        tell = progress or (lambda stage, done, total: None)
        self.articles: list[Article] = []
        for done, source in enumerate(self.sources, 1):
            self.articles.append(cache.get(Article, source, lambda one=source: sift(one, settings)))  # type: ignore[misc]
            tell("sifting", done, len(self.sources))
        self.words = [Words(article) for article in self.articles]
        self.postings: dict[str, list[int]] = {}
        for number, article in enumerate(self.articles):
            for word in dict.fromkeys(indexed(article.text.value).split()):
                self.postings.setdefault(word, []).append(number)
        self._readings: dict[int, Reading] = {}

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
        ranked = sorted(score, key=lambda number: (-round(score[number], 6), number))
        return ranked[:most]

    def holding(self, words: Sequence[str]) -> list[int]:
        """The articles that hold all of these folded words."""
        if not words or any(word not in self.postings for word in words):
            return []
        rare = sorted(words, key=lambda word: len(self.postings[word]))
        held = set(self.postings[rare[0]])
        for word in rare[1:]:
            held &= set(self.postings[word])
        return sorted(held)

    def reading(self, number: int) -> Reading:
        """An article read deeply, once."""
        if number not in self._readings:
            source, article = self.sources[number], self.articles[number]
            self._readings[number] = self.cache.get(Reading, source, lambda: read(article, self.settings))
        return self._readings[number]

    def label(self, source: str) -> str:
        """D0, D1 … of a source."""
        return self.labels[source]
