"""Average linkage: groups grow by joining the two that are most alike on average, until none are alike enough.

The result depends on nothing but the likeness: ties go to the smaller index, and rows come sorted.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

__all__ = ["attached", "linked"]

#: A lone article joins the group whose nearest members are alike enough to it; their number, two at least.
NEAREST = 3


def linked(alike: np.ndarray[Any, Any], threshold: float) -> list[int]:
    """A label for each row: the smallest index of its group."""
    import numpy as np

    alike = alike.astype(np.float64)
    np.fill_diagonal(alike, -1.0)
    size, label = np.ones(len(alike)), np.arange(len(alike))
    best = alike.argmax(axis=1)
    value = alike[np.arange(len(alike)), best]
    while len(alike) > 1:
        i = int(value.argmax())
        if value[i] < threshold:
            break
        a, b = sorted((i, int(best[i])))
        joined = (alike[a] * size[a] + alike[b] * size[b]) / (size[a] + size[b])
        size[a] += size[b]
        label[label == b] = a
        alike[a], alike[:, a] = joined, joined
        alike[a, a] = -1.0
        alike[b], alike[:, b], value[b] = -1.0, -1.0, -2.0
        _renew(alike, best, value, a, b)
    return [int(one) for one in label]


def _renew(alike: Any, best: Any, value: Any, a: int, b: int) -> None:
    """Find the nearest again for the joined group and for all whose nearest it or the vanished one was."""
    import numpy as np

    for row in np.nonzero((best == a) | (best == b) | (np.arange(len(best)) == a))[0]:
        if value[row] > -2.0:
            best[row] = alike[row].argmax()
            value[row] = alike[row, best[row]]
    closer = (alike[:, a] > value) & (value > -2.0)
    best[closer], value[closer] = a, alike[closer, a]


def attached(alike: np.ndarray[Any, Any], labels: list[int], threshold: float) -> list[int]:
    """The labels with lone rows joined to the group whose nearest members are alike enough."""
    import numpy as np

    counts, given = Counter(labels), np.array(labels)
    out = list(labels)
    for row, label in enumerate(labels):
        if counts[label] > 1:
            continue
        found = [
            (float(np.sort(alike[row, given == other])[-NEAREST:].mean()), -other)
            for other, count in counts.items()
            if count > 1
        ]
        score, other = max(found, default=(0.0, 0))
        if score >= threshold:
            out[row] = -other
    return out
