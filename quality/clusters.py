"""Which articles tell one story: single pass over sentence vectors, until the product groups articles itself."""

from __future__ import annotations

from typing import Any

from dragoman.models import encoder

__all__ = ["clusters", "lead"]

LEAD = 600  # characters of title and lead that make an article's vector
SAME_STORY = 0.62  # cosine to the centre of a story; round, between unrelated (≤ .3) and one story (≥ .7); not swept
BATCH = 64


def lead(text: str) -> str:
    """Title and beginning of an article, in one line."""
    return " ".join(text.split())[:LEAD]


def clusters(texts: list[str]) -> list[str]:
    """A label for each text; equal labels are one story."""
    import numpy as np

    vectors = np.concatenate([encoder().encode(texts[at : at + BATCH]) for at in range(0, len(texts), BATCH)])
    centres: Any = np.zeros((0, vectors.shape[1]), dtype=np.float32)
    counts: list[int] = []
    labels = []
    for vector in vectors:
        near = centres @ vector / np.maximum(np.linalg.norm(centres, axis=1), 1e-9) if len(centres) else np.zeros(0)
        best = int(near.argmax()) if len(near) else -1
        if best < 0 or near[best] < SAME_STORY:
            centres, best = np.vstack([centres, vector]), len(counts)
            counts.append(0)
        else:
            centres[best] += vector
        counts[best] += 1
        labels.append(f"s{best}")
    return labels
