"""Decompression within bounds: nobody's bytes grow without end."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from typing import IO, Any, BinaryIO

from dragoman.read.item import Allowance, Item
from dragoman.settings import Settings

__all__ = ["PACKED", "SMALL", "Bomb", "TooMuch", "fraction", "grows", "unpacked"]

#: How a compressed file begins, and what reads it.
PACKED: tuple[tuple[bytes, Any], ...] = (
    (b"\x1f\x8b", gzip.open),
    (b"BZh", bz2.open),
    (b"\xfd7zXZ\x00", lzma.open),
)
CHUNK = 1 << 20
SMALL = 16_000_000  # bytes up to which no ratio is strange: a file of blanks is no danger


class TooMuch(Exception):
    """The whole archive goes beyond what may be unpacked; the message goes on from its name."""


class Bomb(TooMuch):
    """One member does."""


def fraction(stream: IO[bytes], most: int, allowance: Allowance, *, packed: int = 0, ratio: int = 0) -> bytes | None:
    """All bytes of a member, None when they are more than `most`; `packed` is its compressed size where known."""
    parts, size = [], 0
    while part := stream.read(min(CHUNK, most + 1 - size)):
        parts.append(part)
        size += len(part)
        allowance.bytes -= len(part)
        if allowance.bytes < 0:
            raise TooMuch("unpacks to more than may be unpacked; the members before were read")
        if packed and size > max(SMALL, ratio * packed):
            raise Bomb(grows(ratio))
        if size > most:
            return None
    return b"".join(parts)


def unpacked(stream: BinaryIO, item: Item, settings: Settings) -> io.BufferedReader:
    """What a compressed file holds, as a stream that raises TooMuch when it grows beyond bounds."""
    opener = next(opener for start, opener in PACKED if item.read(len(start)) == start)
    counted = _Counted(opener(stream, "rb"), max(SMALL, settings.limits.ratio * item.packed), settings)
    return io.BufferedReader(counted, CHUNK)


def grows(ratio: int) -> str:
    """What to say of something that unpacks beyond a ratio."""
    return f"unpacks to more than {ratio} times its size, as a zip bomb does"


class _Counted(io.RawIOBase):
    """A stream that counts."""

    def __init__(self, inner: io.BufferedIOBase, most: int, settings: Settings) -> None:
        self.inner, self.most, self.size = inner, most, 0
        self.ratio, self.largest = settings.limits.ratio, settings.limits.unpacked

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        part = self.inner.read1(len(buffer))  # what is there: the bytes before damage are good ones
        buffer[: len(part)] = part
        self.size += len(part)
        if self.size > self.largest:
            raise TooMuch(f"unpacks to more than {self.largest:,} bytes; what came before was read")
        if self.size > self.most:
            raise TooMuch(grows(self.ratio))
        return len(part)
