"""Vectors kept in a library: each text is encoded once, and grouping is what it is without a library."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.compare.stories import group
from dragoman.records import Article
from dragoman.spans import Text
from dragoman.store.library import Library
from dragoman.store.tables import MIGRATIONS
from dragoman.store.vectors import Remembered

FERRY = "A ferry sank off Sulawesi on Monday and {} passengers were saved by fishermen of the island of Selayar."
STRIKE = "Dockers of Durban walked out on Tuesday; {} ships wait in the roads, said the harbour master of Durban."


class Counting:
    """An encoder that tells what it was asked; words of one text point one way."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> np.ndarray[Any, Any]:
        self.asked += texts
        rows = np.zeros((len(texts), 4), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            row[0 if "ferry" in text else 1] = 1.0
        return rows


def articles() -> list[Article]:
    texts = [FERRY.format(number) for number in (40, 41, 42)] + [STRIKE.format(number) for number in (11, 12)]
    return [
        Article(source=f"s{number}", name=f"{number}.txt", text=Text.of(f"s{number}", text), language="en")
        for number, text in enumerate(texts)
    ]


def test_a_text_is_encoded_once_and_the_stories_are_the_same(tmp_path: Path) -> None:
    plain, kept = Counting(), Counting()
    expected = [one.sources for one in group(articles(), encoder=plain)]
    library = Library.open(str(tmp_path / "news.db"))
    for pile in (articles()[:3], articles(), articles()):
        made = group(pile, encoder=Remembered(library.store, lambda: kept))
    assert [one.sources for one in made] == expected
    assert len(expected) == 2
    assert sorted(kept.asked) == sorted(plain.asked)
    library.close()


def test_a_text_without_half_characters_is_another_one(tmp_path: Path) -> None:
    library, kept = Library.open(str(tmp_path / "news.db")), Counting()
    vectors = Remembered(library.store, lambda: kept).encode(["a \udce9 ferry", "a ferry", "a \udce9 ferry"])
    assert kept.asked == ["a \udce9 ferry", "a ferry"]
    assert vectors.tolist() == [[1, 0, 0, 0]] * 3
    library.close()


def test_a_library_of_the_first_schema_learns_to_keep_vectors(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    Library.open(str(path)).close()
    with sqlite3.connect(path) as raw:
        for shelf in ("vectors", "sounds"):
            raw.execute(f"DROP TABLE {shelf}")
        raw.execute("PRAGMA user_version = 1")
    raw.close()
    library, kept = Library.open(str(path)), Counting()
    Remembered(library.store, lambda: kept).encode(["a ferry"])
    assert len(library.store.keys("vectors")) == 1
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    raw.close()
    library.close()
