"""Han characters in names that are not Chinese: Japanese and Korean ones, and foreign names in Chinese papers.

kanji("小池百合子")      matches koikeyuriko      hanja("李在明")      matches leejaemyung
abroad("马克龙", "Macron")     True: each character stands for letters (world/scripts.toml)
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from anyascii import anyascii

__all__ = ["abroad", "hanja", "kanji", "plain_han"]

_LETTERS = re.compile(r"[a-z]+")
_TWICE = re.compile(r"([a-z])\1")  # "Emmanuel": a character stands for one m
_BETWEEN = re.compile(r"[・·•‧\s]+")
_LEAST = 2  # characters of a foreign name


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("dragoman.languages.world") / "scripts.toml").read_text("utf-8"))


@cache
def _simpler() -> dict[int, str]:
    return {ord(pair[0]): pair[1] for pair in _table()["han"]["pairs"].split()}


def plain_han(name: str) -> str:
    """Han characters as the mainland writes them."""
    return name.translate(_simpler())


def kanji(name: str) -> str:
    """An expression of every usual reading of a Japanese name; "" where a character has none here."""
    body = _read(name, _table()["kanji"])
    return body.replace("o", "(?:o[uoh]?)").replace("u", "(?:uu?)") if body else ""


def hanja(name: str) -> str:
    """An expression of the usual spellings of a Korean name written in Han characters; "" for others."""
    return _read(name, _table()["hanja"]) if len(name) in (2, 3, 4) else ""


def _read(name: str, table: dict[str, str]) -> str:
    pieces, at = [], 0
    longest = max(map(len, table))
    while at < len(name):
        size = next((n for n in range(longest, 0, -1) if name[at : at + n] in table), 0)
        if not size:
            return ""
        pieces.append(f"(?:{table[name[at : at + size]]})")
        at += size
    return "".join(pieces) if len(name) > 1 else ""


def abroad(name: str, latin: str) -> bool:
    """True when a foreign name in Chinese characters stands for the Latin one, part by part."""
    parts = [part for part in _BETWEEN.split(plain_han(name)) if part]
    words = _LETTERS.findall(anyascii(latin).lower())
    if len(parts) != len(words) or any(len(part) < _LEAST for part in parts):
        return False
    return all(_stands(part, _TWICE.sub(r"\1", word)) for part, word in zip(parts, words, strict=True))


@lru_cache(maxsize=1 << 12)
def _pattern(part: str) -> re.Pattern[str] | None:
    rows = [_table()["abroad"].get(letter, "") for letter in part]
    if not all(rows):
        return None
    return re.compile("".join("(?:" + _TWICE.sub(r"\1", row) + ")" for row in rows))


def _stands(part: str, word: str) -> bool:
    pattern = _pattern(part)
    return pattern is not None and pattern.fullmatch(word) is not None
