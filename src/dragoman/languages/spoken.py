"""The parts of a name in Latin letters, and what each may sound like.

A part of a name is heard, not read: each has the few sounds its spelling may stand for in one press or another (French
ch is sh, German tsch is ch, j is y or zh or kh), and two parts agree when they share one.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from typing import Any, NamedTuple

from anyascii import anyascii

__all__ = ["RUNNING", "Part", "block", "given_names", "honours", "particles", "parts", "sounds", "table"]

# Spelling → what it may sound like. The longest spelling wins.
_SOUNDS = {
    "schtsch": "S", "chtch": "S", "shch": "S", "tsch": "C", "tch": "C", "dsch": "J", "dzh": "J",
    "tsz": "ts", "zh": "J|C", "cz": "C",
    "sch": "S", "sh": "S", "sz": "S", "ch": "C|S|H|k", "kh": "H", "gh": "g", "ph": "f", "th": "t", "dj": "J", "ou": "u",
    "oo": "u", "ue": "u|ue", "oe": "o|e", "ae": "e|a", "ee": "i", "eo": "o", "eu": "u|eu", "ng": "n", "ck": "k",
    "qu": "k",     "gue": "ge", "gui": "gi", "gi": "gi|ji", "ff": "v", "x": "ks|S|H|s", "w": "v|u", "v": "v", "y": "i",
    "j": "i|J|H|ts",     "c": "k|s|ts", "q": "k|g", "z": "z|s|ts", "h": "H|", "s": "s|z",
}  # fmt: skip
_SPELLING = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)) + "|.")
_TWICE = re.compile(r"(.)\1+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
RUNNING = re.compile(r"[\u3400-\u9fff\uac00-\ud7af\u3040-\u30ff]")
_MOST = 24  # readings of one part that are followed: "Chichakhov" has many, real names few
_SERVANT = re.compile(r"\babd(?:[aeou]+l| [ae]l) ?(?=[a-z]{4})")  # "Abdel Fattah", "Abdulfattah", "Abd al-Fattah"
# Greek letters that are one sound together: "Γκουτέρες", "Βαρουφάκης"
_GREEK = {"ου": "u", "γκ": "g", "ει": "i", "οι": "i", "υι": "i", "τζ": "tz"}
_GREEK_FIRST = {"ντ": "d", "μπ": "b", "γιά": "ya", "γιω": "yo", "γιο": "yo", "για": "ya"}  # where a word begins
# Portuguese names as Cyrillic presses hear them: "Гутерриш" is Guterres, "Сантуш" Santos, "Болсонару" Bolsonaro
_HEARD_ENDINGS = (("ish", "es"), ("esh", "es"), ("ush", "os"), ("osh", "os"), ("ash", "as"), ("u", "o"))
_BEFORE_STOPS = re.compile(r"sh(?=[ptk])")  # "Кошта" is Costa, "Штайнмайер" Steinmeier
_HUSHED = re.compile(r"(ch|zh|sh)e")  # "е" written for "ё": "Горбачев" is Gorbachov, "Черноморск" Chornomorsk
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_GREEK_LETTERS = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")


class Part(NamedTuple):
    """A part of a name: Latin letters in lower case, and what it may sound like."""

    text: str
    sounds: frozenset[str]


@cache
def table() -> dict[str, dict[str, str]]:
    """{section: {form: canonical form}} of world/names.toml, without the legal forms."""
    raw = _raw()
    return {
        key: {word: row for row, words in raw[key].items() for word in [row, *words.split()]}
        for key in ("titles", "words", "given", "syllables", "instruments", "younger")
    }


@cache
def _raw() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("dragoman.languages.world") / "names.toml").read_text("utf-8"))


@cache
def _legal() -> re.Pattern[str]:
    forms = sorted(_raw()["legal"][""], key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(forms) + r")(?!\w)")


@cache
def particles() -> frozenset[str]:
    """Small words of persons' names in Latin letters: von, bin, de."""
    return frozenset(anyascii(word).lower() for word in _persons()["particles"])


@cache
def _persons() -> dict[str, Any]:
    return tomllib.loads((files("dragoman.languages.world") / "persons.toml").read_text("utf-8"))


@lru_cache(maxsize=1 << 16)
def sounds(word: str) -> frozenset[str]:
    """What a part may sound like: "poutine" and "putin" share "putin"."""
    choices = [_SOUNDS.get(piece, piece).split("|") for piece in _SPELLING.findall(word)]
    while len(choices) > 1 and _size(choices) > _MOST:
        at = max(range(len(choices)), key=lambda i: (len(choices[i]), i))
        choices[at] = choices[at][:1]
    heard = {_TWICE.sub(r"\1", "".join(pieces)) for pieces in product(*choices)}
    return frozenset(heard | {one[:-1] for one in heard if len(one) > 4 and one[-1] == "e"})


def _size(choices: list[list[str]]) -> int:
    size = 1
    for choice in choices:
        size *= len(choice)
    return size


@lru_cache(maxsize=1 << 16)
def parts(name: str) -> tuple[Part, ...]:
    """The parts of a name in Latin letters, without particles and titles; initials keep their one letter."""
    latin = anyascii(_greek(name) if _GREEK_LETTERS.search(name) else name)
    if RUNNING.search(name):
        latin = _CAMEL.sub(" ", latin)
    latin = re.sub(r"(?<=\w)['`’ʼ](?=\w)", "", latin).lower()
    latin = _SERVANT.sub("abdal", re.sub(r"[^a-z0-9]+", " ", latin).strip())
    latin = re.sub(r"\b([a-z]) (?=[a-z]\b)(?! [a-z]{2})", r"\1", latin) if len(latin) < 12 else latin  # "j p" → "jp"
    words = (_legal().sub(" ", latin).split() or latin.split()) if " " in latin else [latin]
    known, small = table(), particles()
    kept = [
        w
        for i, w in enumerate(words)
        if (w not in small or (i == 0 and w in known["given"])) and w not in known["titles"]
    ]
    kept = [known["syllables"].get(word, known["words"].get(word, word)) for word in kept or words]
    heard = _heard if _CYRILLIC.search(name) else sounds
    return tuple(Part(word, heard(word)) for word in kept if word)


def _heard(word: str) -> frozenset[str]:
    """What a part of a name in Cyrillic may sound like, read as Portuguese and German too."""
    usual, full = _BEFORE_STOPS.sub("s", word), _HUSHED.sub(r"\1o", word)
    end = next((one for one in _HEARD_ENDINGS if usual.endswith(one[0]) and len(usual) > len(one[0]) + 2), ("", ""))
    return sounds(word) | sounds(full) | sounds(usual) | sounds(usual.removesuffix(end[0]) + end[1])


def _greek(name: str) -> str:
    """Greek in the letters it sounds like, where one letter after another does not tell."""
    plain = name.lower().replace("ού", "ου").replace("εί", "ει").replace("οί", "οι")
    for letters, latin in _GREEK_FIRST.items():
        plain = re.sub(rf"\b{letters}", latin, plain)
    for letters, latin in _GREEK.items():
        plain = plain.replace(letters, latin)
    return plain.title()


@cache
def given_names() -> frozenset[str]:
    """Given names of persons.toml in Latin letters, lower case."""
    return frozenset(anyascii(name).lower() for name in _persons()["given"].split())


@cache
def honours() -> tuple[frozenset[str], tuple[str, ...]]:
    """Titles before names (Latin letters), and titles written behind them without a space."""
    rows = _raw()["honours"]
    return frozenset(anyascii(word).lower() for word in rows["before"].split()), tuple(rows["behind"].split())


def block(part: Part) -> str:
    """A coarse key that parts alike in sound share: the first consonants, voiced as unvoiced."""
    heard = min(part.sounds)
    bones = re.sub(r"[aeiouHJ]", "", heard) or heard
    return bones.translate(str.maketrans("zvgdbCSt", "sfktpsst"))[:3]
