"""The whole of an original as runs: what is read, what was taken out, what a browser would not show."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.records import Article, Source
from dragoman.spans import Edit

__all__ = ["Run", "fit", "runs_of", "visible"]

TAG = re.compile(r"<!--.*?-->|<(script|style|svg)\b.*?</\1\s*>|<[^>]*>?", re.S | re.I)
#: Characters that no page can hold: controls, and bytes that could not be decoded.
_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")


class Run(NamedTuple):
    """A run of the original: kept, cut (taken out, for a reason), tag (not seen), char (a character reference)."""

    start: int
    end: int
    kind: str
    why: str = ""


def fit(words: str) -> str:
    """Words as a page can hold them: what has no form becomes U+FFFD."""
    return _UNFIT.sub("\ufffd", words)


def visible(markup: str) -> list[str]:
    """The pieces of text between the tags of a stretch of HTML."""
    return [piece.strip() for piece in TAG.sub("\0", markup).split("\0") if piece.strip()]


def runs_of(source: Source, article: Article) -> Iterator[Run]:
    """The whole original, in order; a change inside a larger one is part of it, unless the larger one is only blank."""
    at = 0
    changes = sorted(set(article.text.changes), key=lambda one: (one.start, -one.end))
    for number, change in enumerate(changes):
        start = max(change.start, at)
        if start >= change.end or (kind := _kind(source, change)) == "kept" or _blank(source, changes, number):
            continue
        if at < start:
            yield Run(at, start, "kept")
        yield Run(start, change.end, kind, change.why)
        at = change.end
    if at < len(source.text):
        yield Run(at, len(source.text), "kept")


def _blank(source: Source, changes: Sequence[Edit], number: int) -> bool:
    """True when a change takes away nothing but blanks that the smaller changes inside it do not."""
    outer, at, left = changes[number], changes[number].start, []
    for inner in changes[number + 1 :]:
        if inner.start >= outer.end:
            break
        if not inner.new.strip() and inner.end > at:
            left.append(source.text[at : max(inner.start, at)])
            at = inner.end
    return at > outer.start and not "".join([*left, source.text[at : outer.end]]).strip()


def _kind(source: Source, change: Edit) -> str:
    words = source.text[change.start : change.end]
    if source.kind == "html":
        if "<" in words and not visible(words):
            return "tag"
        if words.startswith("&") and len(words) < 14 and html.unescape(words) != words:
            return "char"
    return "cut" if words.strip() and not change.new.strip() else "kept"
