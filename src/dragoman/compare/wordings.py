"""What one wording is to another: the same words, fewer, more, in another order, changed, in another language."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from dragoman.compare.surfaces import folded

__all__ = ["relation"]

CHANGED = 0.6  # share of words that two wordings of one sentence share at least: under it they are other words
SHOWN = 4  # stretches of words that a reason lists
LEAST = 3  # words a wording needs before a change of some of them is told from other words


def relation(mine: str, theirs: str, *, quoted: bool, same_language: bool, languages: str) -> tuple[str, str]:
    """(label, reason) of a wording beside the fullest one; what is in another language is never verbatim."""
    if not quoted:
        return "paraphrase", "reported without quotation marks"
    if not same_language:
        return "translation", f"in another language ({languages})"
    words, full = folded(mine).split(), folded(theirs).split()
    if words == full:
        return "verbatim", "the same words"
    return _compared(words, full)


def _compared(words: Sequence[str], full: Sequence[str]) -> tuple[str, str]:
    """Two wordings in one language that are not the same."""
    steps = SequenceMatcher(None, full, words, autojunk=False).get_opcodes()
    gone = [" ".join(full[a:b]) for kind, a, b, _, _ in steps if kind in ("delete", "replace")]
    new = [" ".join(words[c:d]) for kind, _, _, c, d in steps if kind in ("insert", "replace")]
    if sorted(words) == sorted(full):
        return "re-ordered", "the same words in another order"
    if not new:
        return "shorter", f"a part of the same words; left out: {_listed(gone)}"
    if not gone:
        return "longer", f"the same words and more: {_listed(new)}"
    shared = sum(b - a for kind, a, b, _, _ in steps if kind == "equal")
    if shared >= CHANGED * max(len(words), len(full)) and min(len(words), len(full)) >= LEAST:
        return "altered", f"not the same words: {_listed(new)} for {_listed(gone)}"
    return "paraphrase", "other words in the same language"


def _listed(parts: Sequence[str]) -> str:
    """The first stretches of words between marks."""
    shown = ", ".join(f"“{part}”" for part in parts[:SHOWN])
    return shown + (" …" if len(parts) > SHOWN else "")
