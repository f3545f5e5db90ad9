"""Long words made short for a finding, without turning what they say."""

from __future__ import annotations

import re

__all__ = ["excerpt"]

LONG = 110  # characters that are shown whole
WHOLE = 300  # characters up to which words with a denial in their middle are shown whole; longer ones fill a screen
HEAD, TAIL = 70, 35


def excerpt(words: str, denial: re.Pattern[str]) -> str:
    """Words cut between two of them in the middle, where they are long.

    What a denial turns ("but without concluding …") is left whole: no cut may turn it back.
    """
    if len(words) <= LONG:
        return words
    head = words[:HEAD].rpartition(" ")[0] or words[:HEAD]
    tail = words[-TAIL:].partition(" ")[2] or words[-TAIL:]
    left_out = words[len(head) : len(words) - len(tail)]
    return words if len(words) <= WHOLE and denial.search(left_out) else f"{head} … {tail}"
