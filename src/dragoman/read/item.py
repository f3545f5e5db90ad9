"""Something found that may hold articles, on its way to becoming sources: where it is, and how to read its bytes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from dragoman.records import Derived, Trouble
from dragoman.settings import Settings

__all__ = ["Allowance", "Item", "Reader", "encoded"]


@dataclass
class Allowance:
    """What one file may still unpack to; shared by everything inside it."""

    bytes: int
    members: int


@dataclass(frozen=True, kw_only=True)
class Item:
    """Bytes with their locator: `a.zip!/b.html`, `pile.jsonl#L12/text`, `crawl.warc.gz#offset=1234`."""

    name: str
    raw: bytes | None = field(default=None, repr=False)  # None: the bytes are those of the file at `path`
    path: Path | None = None
    kind: str = ""  # text | html where the container tells; "" is to be told by suffix and content
    charset: str = ""  # as the container declares it
    errors: str = ""  # how raw decodes as UTF-8, for words that a container had decoded already
    meta: tuple[tuple[str, str], ...] = ()
    derived: Derived | None = None
    depth: int = 0  # archives around it
    allowance: Allowance | None = field(default=None, repr=False)

    @property
    def suffix(self) -> str:
        """The suffix of the innermost file, in small letters."""
        return PurePosixPath(self.name.rpartition("!/")[2].partition("#")[0]).suffix.lower()

    @property
    def packed(self) -> int:
        """How many bytes it has."""
        return len(self.raw) if self.raw is not None else self._file.stat().st_size

    @property
    def _file(self) -> Path:
        assert self.path is not None, "an item has bytes or a file"
        return self.path

    def open(self) -> BinaryIO:
        """The bytes as a stream that can seek."""
        return io.BytesIO(self.raw) if self.raw is not None else self._file.open("rb")

    def read(self, most: int = -1) -> bytes:
        """The bytes, up to `most` of them."""
        with self.open() as stream:
            return stream.read(most)

    def part(self, place: str, raw: bytes, **values: Any) -> Item:
        """Something inside: `place` is what its locator adds; what was given with the whole counts for the part."""
        given = dict(self.meta) | dict(values.pop("meta", ()))
        fresh = replace(self, name=self.name + place, raw=raw, path=None, kind="", charset="", errors="")
        return replace(fresh, meta=tuple(given.items()), **values)

    def words(self, place: str, text: str, *, kind: str = "", meta: tuple[tuple[str, str], ...] = ()) -> Item:
        """A part whose words the container's own reader has decoded already."""
        raw, errors = encoded(text)
        return self.part(place, raw, kind=kind or "text", errors=errors, meta=meta)

    def trouble(self, what: str, cure: str = "", *, place: str = "") -> Trouble:
        """One line about this item or a place in it."""
        return Trouble(where=self.name + place, what=what, cure=cure)


Reader = Callable[[Item, Settings], Iterator[Item | Trouble]]


def encoded(text: str) -> tuple[bytes, str]:
    """Decoded words as UTF-8, with bytes that were no UTF-8 and lone halves of characters kept; how to decode them."""
    for errors in ("strict", "surrogateescape", "surrogatepass"):
        try:
            return text.encode("utf-8", errors), errors
        except UnicodeEncodeError:
            continue
    raise AssertionError("surrogatepass encodes every string")
