"""Which articles tell one story: single pass over sentence vectors, until the product groups articles itself."""

from __future__ import annotations

from typing import Any

from dragoman.models import encoder

__all__ = ["clusters", "lead"]

LEAD = 1200  # characters of title and lead that make an article's vector; swept 300, 600, 1200
SAME_STORY = 0.62  # cosine to the centre of a story; swept .5–.8: best .60 on English stories, .65 on nine languages
BATCH = 64
#: Languages the encoder was trained on; in others everything looks alike, so those articles stay alone.
KNOWN = frozenset("ar de en es fr it ja ko nl pl pt ru th tr zh".split())  # noqa: SIM905 - a line of codes


def lead(text: str) -> str:
    """Title and beginning of an article, in one line."""
    return " ".join(text.split())[:LEAD]


def clusters(texts: list[str], languages: list[str]) -> list[str]:
    """A label for each text; equal labels are one story."""
    import numpy as np

    vectors = np.concatenate([encoder().encode(texts[at : at + BATCH]) for at in range(0, len(texts), BATCH)])
    centres: Any = np.zeros((0, vectors.shape[1]), dtype=np.float32)
    counts: list[int] = []
    labels = []
    for vector, language in zip(vectors, languages, strict=True):
        near = centres @ vector / np.maximum(np.linalg.norm(centres, axis=1), 1e-9) if len(centres) else np.zeros(0)
        best = int(near.argmax()) if len(near) else -1
        if best < 0 or near[best] < SAME_STORY or language not in KNOWN:
            centres, best = np.vstack([centres, vector if language in KNOWN else 0 * vector]), len(counts)
            counts.append(0)
        else:
            centres[best] += vector
        counts[best] += 1
        labels.append(f"s{best}")
    return labels
