"""Words, numbers and marks of a clean text, cut without knowing what they mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["Key", "Token", "pieces", "shape", "token_pattern"]

Key = tuple[str, ...]
_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_PIECE = re.compile(rf"\d+|[{_CJK}]|[^\W\d_{_CJK}]+|[^\w\s]")
_HM = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")  # 20.30 (Uhr)


class Token:
    """A word, number or mark of the clean text, with the classes its language knows it by."""

    __slots__ = ("end", "kind", "low", "start", "symbol", "values")

    def __init__(self, start: int, end: int, low: str, kind: str, symbol: str, values: Mapping[str, Any]) -> None:
        self.start, self.end, self.low, self.kind, self.symbol, self.values = start, end, low, kind, symbol, values


def pieces(text: str) -> Key:
    """The words and marks of a lexicon entry or template, as the tokenizer would cut them."""
    return tuple(_PIECE.findall(text.lower()))


def shape(text: str, value: float) -> str:
    """What digits may be: a day, a year, a plain number."""
    if not text.isdigit():
        return "hm" if _HM.fullmatch(text) else "integer" if value.is_integer() else "decimal"
    if len(text) == 4 and 1000 <= value <= 2100:
        return "round" if value % 100 == 0 or not 1900 <= value <= 2040 else "year"
    if len(text) > 2 or not 1 <= value <= 31:
        return "integer"
    return "low" if value <= 12 else "teen" if value <= 24 else "high"


def token_pattern(grouping: str) -> re.Pattern[str]:
    """Cuts a text: 2024-06-19, 19/06/2024, 18:30, 10 000, 12,34,567, words, marks and line ends.

    "10 000" stands for ten thousand in every language: no number but a group begins with three noughts.
    """
    group = "".join(re.escape(one) for one in dict.fromkeys(",." + "'\u00a0\u202f\u2009" + grouping))
    return re.compile(
        rf"(?P<word>[{_CJK}]|[^\W\d_{_CJK}]+)"
        r"|(?P<iso>\d{4}-\d\d-\d\d(?![\d-]))"
        r"|(?P<numeric>(?<![\d.,/-])\d{1,2}(?P<cut>[./-])\d{1,2}(?P=cut)(?:\d{4}|\d\d)(?![\d/-]|[.,]\d))"
        r"|(?P<clock>(?<![\d:])\d{1,2}:\d\d(?!\d|:\d))"
        rf"|(?P<number>(?<!\d)(?:\d{{1,3}}(?: \d{{3}})* 000|\d{{1,2}}(?:,\d\d)+,\d{{3}})(?!\d)"
        rf"|(?<!\d)\d{{1,3}}(?:[{group}]\d{{3}})+(?:[.,]\d{{1,2}})?(?![\d])|\d+(?:[.,]\d+)?)"
        r"|(?P<line>[^\S\n]*\n\s*)"
        rf"|(?P<mark>[^\w\s])"
    )
