"""Is it one name as two presses write it: Опимах, Opimakh, Opimach; Рютте, Rutte; Хасана, Hassan.

Across scripts only consonants are compared, each with the sounds that it may stand for, so that vowels and the endings
of cases do not count; between two languages of one script only what their ways to write a foreign name tell apart.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from anyascii import anyascii

__all__ = ["sounded"]

_CHOICES = {
    "dzh": ("", "s"), "dj": ("", "s"), "tsch": ("s",), "tch": ("s",), "sch": ("s",), "shch": ("s",), "sh": ("s",),
    "zh": ("s", ""), "kh": ("",), "ch": ("s", "k", ""), "ts": ("s",), "tz": ("s",), "cz": ("s",), "sz": ("s",),
    "ks": ("s",), "ck": ("k",), "ph": ("f",), "c": ("s", "k"), "q": ("k",), "x": ("s",), "w": ("v", ""), "z": ("s",),
    "j": ("", "s"), "g": ("g", "s"), "v": ("v", "f"),
}  # fmt: skip
SOUND = re.compile("|".join(sorted(_CHOICES, key=lambda one: (-len(one), one))) + "|[a-z]")  # kh, sch, m
_SILENT = frozenset("aeiouyh")
_SAME_SCRIPT = (("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("kh", "h"), ("ch", "h"), ("ou", "u"), ("oe", "o"),
                ("ii", "i"), ("w", "v"), ("z", "s"))  # fmt: skip
_LEAST, _MOST = 3, 64  # consonants of two names together; readings of one word that are tried
_ENDING = "m"  # Сергеем, Буханом: all that an ending of case leaves of itself


def sounded(mine: str, theirs: str) -> bool:
    """True for a whole name that the last words of the other may be, as another language writes it."""
    one, other = re.split(r"[\s-]+", mine), re.split(r"[\s-]+", theirs)
    if len(one) < 2 or len(other) < len(one):
        return False
    pairs = list(zip(one, other[len(other) - len(one) :], strict=True))
    if _latin(mine) == _latin(theirs):
        return _latin(mine) and all(_plain(a) == _plain(b) for a, b in pairs)
    told = sum(max(map(len, _bones(a))) for a, _ in pairs)
    return told >= _LEAST and all(_one_word(a, b) for a, b in pairs)


def _latin(name: str) -> bool:
    """True for a name in Latin letters, accents or not."""
    return all(ord(letter) < 0x250 for letter in name if letter.isalpha())


def _one_word(mine: str, theirs: str) -> bool:
    """True when two words may sound alike, the ending of a case aside."""
    one, other = _bones(mine), _bones(theirs)
    return bool(one & other) or any(
        a == b + _ENDING or b == a + _ENDING for a in one for b in other if len(min(a, b, key=len)) > 1
    )


@lru_cache(maxsize=1 << 12)
def _bones(word: str) -> frozenset[str]:
    """What the consonants of a word may be, doubled ones told once."""
    heard = [_CHOICES.get(one[0], ("" if one[0] in _SILENT else one[0],)) for one in SOUND.finditer(_letters(word))]
    ways = [re.sub(r"(.)\1+", r"\1", "".join(way)) for way, _ in zip(product(*heard), range(_MOST), strict=False)]
    return frozenset(ways)


@lru_cache(maxsize=1 << 12)
def _plain(word: str) -> str:
    """A word with the marks of one press gone: Boukhanov, Buchanow → buhanov."""
    text = _letters(word)
    for old, new in _SAME_SCRIPT:
        text = text.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[yj]", "i", text))


def _letters(word: str) -> str:
    return re.sub(r"[^a-z]", "", anyascii(word).lower())
