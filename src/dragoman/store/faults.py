"""What is wrong with a library, in words."""

from __future__ import annotations

import hashlib
import zlib
from typing import Any

from dragoman.records import Article, Correction, Reading, Sighting
from dragoman.store import Store
from dragoman.store.payloads import inflated

__all__ = ["faults"]


def faults(store: Store) -> list[str]:
    """The database, bytes that changed, payloads that cannot be read, loose ends; empty when nothing is wrong."""
    wrong = list(store.check())
    known = set()
    for ident in store.keys("sources"):
        raw = store.get("raws", ident)
        if raw is None:
            wrong.append(f"source {ident[:12]}: its bytes are gone")
        elif hashlib.sha256(zlib.decompress(raw)).hexdigest() != ident:
            wrong.append(f"source {ident[:12]}: its bytes are not those that were added")
        known.add(ident)
    kinds: tuple[tuple[str, type[Any]], ...] = (
        ("sightings", Sighting),
        ("articles", Article),
        ("readings", Reading),
        ("corrections", Correction),
    )
    for shelf, kind in kinds:
        for row in store.rows(shelf):
            problem = _unreadable(kind, row.payload)
            if problem:
                wrong.append(f"{shelf} {row.key[:12]}: cannot be read ({problem})")
                continue
            source = getattr(inflated(kind, row.payload), "source", None)
            if source is not None and source not in known:
                wrong.append(f"{shelf} {row.key[:12]}: belongs to a source that is not here")
    return wrong


def _unreadable(kind: type[Any], payload: bytes) -> str:
    try:
        inflated(kind, payload)
    except (zlib.error, ValueError, KeyError, TypeError) as error:
        return f"{type(error).__name__}: {error}"
    return ""
