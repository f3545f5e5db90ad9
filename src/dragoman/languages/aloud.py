"""Names in scripts that Latin letters only imitate – Arabic, Hebrew, Hangul, kana, Han – read aloud letter by letter.

    aloud("محمود عباس", "Mahmoud Abbas")     True: each letter is written as the press writes it, short vowels added
    aloud("윤석열", "Yoon Suk-yeol")          True
    aloud("ドナルド・トランプ", "Donald Trump")  True

Every letter is a choice of Latin spellings (world/scripts.toml); a name is the expression they make, and the other name
either fits it from end to end or does not: no distance, no threshold.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from anyascii import anyascii

from dragoman.languages.characters import abroad, hanja, kanji, plain_han
from dragoman.languages.degrees import ONE, READ, Verdict

__all__ = ["aloud", "foreign", "numerals", "plain_han", "same_letters", "script"]

_SCRIPTS = {
    "arabic": re.compile(r"[\u0620-\u06d3]"),
    "hebrew": re.compile(r"[\u05d0-\u05ea]"),
    "kana": re.compile(r"[\u30a1-\u30fa]"),
    "hangul": re.compile(r"[\uac00-\ud7a3]"),
    "han": re.compile(r"[\u3400-\u9fff]"),
}
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0591-\u05c7ـ׳״'\"`’]")  # vowel points, lengthening, geresh
_SYLLABLE = re.compile(r"([bcdfghjklmnpqrstwxyz]*)([a-z]*)")
_LATIN = re.compile(r"[a-z]+")
_ROMAN = re.compile(r"(?<![\w.])(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})(?![\w.])")  # "XVI", "II", not the initial "V."
_LEAST = 4  # letters of the Latin name below which a fit says little


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("dragoman.languages.world") / "scripts.toml").read_text("utf-8"))


def script(name: str) -> str:
    """The script of a name that must be read aloud, "" for alphabets with vowels."""
    return next((key for key, pattern in _SCRIPTS.items() if pattern.search(name)), "")


@lru_cache(maxsize=1 << 14)
def _words(latin: str) -> tuple[str, ...]:
    return tuple(_LATIN.findall(re.sub(r"(?<=\w)['`’ʼ](?=\w)", "", anyascii(latin)).lower()))


def aloud(name: str, latin: str) -> bool:
    """True when the Latin name is a usual way to write the other one, family name first or last."""
    words, kind = _words(latin), script(name)
    if not kind or sum(map(len, words)) < _LEAST:
        return False
    if kind in ("han", "kana") and abroad(name, latin):
        return True
    pattern = _patterns(name, kind)
    if pattern is None:
        return False
    turned = words[-1:] + words[:-1]
    orders = {words, turned} if kind in ("hangul", "han") else {words}
    return any(pattern.fullmatch("".join(order)) for order in orders)


@lru_cache(maxsize=1 << 12)
def _patterns(name: str, kind: str) -> re.Pattern[str] | None:
    """The expression of every usual Latin spelling; None where a letter has none."""
    if kind == "hangul":
        body = _hangul(re.sub(r"\s", "", name))
    elif kind == "kana":
        body = _kana(name)
    elif kind == "han":
        body = "|".join(filter(None, (_han(name), kanji(name), hanja(name))))
    else:
        body = "".join(_abjad(word, _table()[kind]) for word in _MARKS.sub("", name).split())
    return re.compile(body) if body else None


def _choice(row: str) -> str:
    """ "dh|d|-" → an expression of one of them; single consonants may be doubled."""
    pieces = (_once(piece) for piece in row.split("|"))
    return "(?:" + "|".join("" if piece == "-" else piece for piece in pieces) + ")"


def _once(piece: str) -> str:
    return piece + "+" if len(piece) == 1 and piece.isalpha() and piece not in "aeiou" else piece


def _abjad(word: str, table: dict[str, Any]) -> str:
    """One word of a script that leaves out short vowels."""
    article = str(table.get("article", ""))
    lead = ""
    if article and word.startswith(article) and len(word) > len(article) + 1:
        lead, word = str(table["articles"]), word[len(article) :]
    together = f"(?:{table['first']})" if word[:2] in table.get("together", "").split() else ""
    letters = [table["letters"].get(letter, "") for letter in word[2 if together else 0 :]]
    if not all(letters):
        return "(?!)"
    lead += together
    short, last = f"(?:{table['short']}|)", f"(?:{table['last']}|)"
    body = "".join(
        _choice(letter) + (last if at >= len(letters) - 2 else short) for at, letter in enumerate(letters[:-1])
    )
    return lead + body + _choice(letters[-1]) + "e?"


def _hangul(name: str) -> str:
    table = _table()["hangul"]
    pieces = []
    for at, letter in enumerate(name):
        code = ord(letter) - 0xAC00
        if not 0 <= code < 11172:
            return ""
        rule = "".join(
            _choice(table[key][number])
            for key, number in (("onsets", code // 588), ("vowels", code % 588 // 28), ("codas", code % 28))
        )
        usual = table["surnames"].get(letter) if at == 0 and len(name) <= 4 else None
        pieces.append(f"(?:{usual}|{rule})" if usual else rule)
    return "".join(pieces)


@cache
def _kana_rows() -> dict[str, str]:
    return {letter: row for letters, row in _table()["kana"]["rows"].items() for letter in letters}


def _kana(name: str) -> str:
    rows, vowel = _kana_rows(), _table()["kana"]["vowel"]
    if any(letter not in rows for letter in name if not letter.isspace()):
        return ""
    silent = set("アイウエオァィゥェォャュョーッ・ン")
    return "".join(
        (rows[letter] if rows[letter].startswith("[") else _choice(rows[letter])) + ("" if letter in silent else vowel)
        for letter in name
        if not letter.isspace()
    ).replace(rows["ウ"], rows["ウ"] + vowel)


@cache
def _romanised() -> dict[str, list[tuple[str, str]]]:
    rows = {}
    for key in ("initials", "finals"):
        split = (row.partition(" > ") for row in _table()["pinyin"][key])
        rows[key] = [(plain, other) for plain, _, other in split]
    return rows


def _han(name: str) -> str:
    """Pinyin, or Wade-Giles, of each character."""
    syllables = re.findall(r"[A-Z][a-z]*", anyascii(plain_han(name)))
    if not 2 <= len(syllables) <= 4 or len(syllables) != len(name):
        return ""
    return "".join(_syllable(syllable.lower()) for syllable in syllables)


def _syllable(syllable: str) -> str:
    match = re.fullmatch(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcswy]?)([a-z]+)", syllable)
    if not match:
        return re.escape(syllable)
    others = [match[1], match[2]]
    for at, key in ((0, "initials"), (1, "finals")):
        others[at] = next((other for plain, other in _romanised()[key] if others[at] == plain), others[at])
    known = "|".join(first + last for first in others[0].split("|") for last in others[1].split("|"))
    half = "|".join(match[1] + last for last in others[1].split("|"))
    bare = f"|{match[2]}" if match[1] == "y" else ""  # Ying: Ing
    return f"(?:{syllable}|{known}|{half}{bare})"


@cache
def _one_letter() -> dict[int, str]:
    return {ord(one): row[-1] for key in ("arabic", "hebrew") for row in _table()[key]["same"].split() for one in row}


def same_letters(name: str) -> str:
    """A name in these scripts without marks, spaces and the letters that presses mix."""
    return re.sub(r"[\s・·\-]", "", plain_han(_MARKS.sub("", name)).translate(_one_letter()))


def numerals(name: str) -> frozenset[str]:
    """Roman numbers in a name: "Minsk II" is not "Minsk I"."""
    return frozenset(_ROMAN.findall(name)) - {""}


def foreign(a: str, b: str) -> Verdict:
    """Names of which one or both stand in a script read aloud."""
    if script(a) and script(b):
        same = same_letters(a) == same_letters(b)
        return (ONE, "the same letters") if same else (0.3, "other letters")
    name, latin = (a, b) if script(a) else (b, a)
    if aloud(name, latin):
        return READ, f"read aloud: {name} is {latin}"
    return 0.3, "read aloud it is another name"
