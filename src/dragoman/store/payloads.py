"""Payloads and keys of a library: JSON of `packing.pack`, deflated; keys of several parts, short."""

from __future__ import annotations

import hashlib
import json
import zlib
from typing import Any, TypeVar

from dragoman.packing import pack, unpack

__all__ = ["deflated", "inflated", "key_of"]

T = TypeVar("T")


def deflated(value: Any) -> bytes:
    """A payload: JSON, deflated; half characters of undecodable text survive."""
    return zlib.compress(json.dumps(pack(value), separators=(",", ":")).encode("ascii"), 6)


def inflated(kind: type[T], payload: bytes) -> T:
    """The record in a payload."""
    return unpack(kind, json.loads(zlib.decompress(payload)))


def key_of(*parts: str) -> str:
    """A key of several parts, short whatever their length."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
