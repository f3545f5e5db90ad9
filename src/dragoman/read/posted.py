"""Numbers in a line about the page itself: when it was posted, how long it takes to read."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.read.page import Page
from dragoman.read.tokens import Token

__all__ = ["is_posted"]

_POSTED = 90  # characters of the longest line that says when a page was posted or how long it takes to read


def is_posted(page: Page, tokens: Sequence[Token], first: int, start: int, end: int) -> bool:
    """True in a line about the page itself: Published 3 hours ago, Temps de lecture : 4 min."""
    value = page.value
    low = value.rfind("\n", 0, start) + 1
    stop = value.find("\n", end)
    stop = len(value) if stop < 0 else stop
    if stop - low > _POSTED:
        return False
    at = first
    while at > 0 and tokens[at - 1].start >= low:
        at -= 1
    beside = tokens[max(first - 2, at) : first]  # 26 November 2024 · Updated 3 hours ago
    if value[low:stop].rstrip()[-1:] in (".", "!", "?", "…", "»", "”"):  # a sentence, but for "Lecture 4 min."
        return value[end:stop].rstrip() == "." and any("$posted" in token.values for token in beside)
    return any("$posted" in token.values for token in (*tokens[at : at + 4], *beside))
