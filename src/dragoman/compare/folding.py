"""Names beyond spelling: script, transliteration, order, particles, slips of the pen.

    same_person("Vladimir Putin", "Владимир Путин")    1.0   the same letters after transliteration
    same_person("Kim Jong-il", "Kim Jong-un")          0.3   "il" is not "un"

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
from rapidfuzz.distance import OSA

from dragoman.languages.world import gazetteer

__all__ = ["Part", "block", "parts", "same_person", "sounds"]

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
_RUNNING = re.compile(r"[\u3400-\u9fff\uac00-\ud7af\u3040-\u30ff]")
_MOST = 24  # readings of one part that are followed: "Chichakhov" has many, real names few
#: Scores: equal letters, equal sound, one given name in two languages, initial for a name, one slip, unlike.
_EQUAL, _HEARD, _CALLED, _INITIAL, _SLIP, _UNLIKE = 1.0, 0.97, 0.92, 0.9, 0.85, 0.0


_NEARLY = 0.8  # long names with a slip in each part: Antonio Guterres, Антониу Гутерриш


class Part(NamedTuple):
    """A part of a name: Latin letters in lower case, and what it may sound like."""

    text: str
    sounds: frozenset[str]


@cache
def _table() -> dict[str, dict[str, str]]:
    """{section: {form: canonical form}} of world/names.toml, without the legal forms."""
    raw = _raw()
    return {
        key: {word: row for row, words in raw[key].items() for word in [row, *words.split()]}
        for key in ("titles", "words", "given", "syllables")
    }


@cache
def _raw() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("dragoman.languages.world") / "names.toml").read_text("utf-8"))


@cache
def _legal() -> re.Pattern[str]:
    forms = sorted(_raw()["legal"][""], key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(forms) + r")(?!\w)")


@cache
def _particles() -> frozenset[str]:
    table = tomllib.loads((files("dragoman.languages.world") / "persons.toml").read_text("utf-8"))
    return frozenset(anyascii(word).lower() for word in table["particles"])


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
    latin = anyascii(name)
    if _RUNNING.search(name):
        latin = _CAMEL.sub(" ", latin)
    latin = re.sub(r"(?<=\w)['`’ʼ](?=\w)", "", latin).lower()
    latin = re.sub(r"[^a-z0-9]+", " ", latin).strip()
    latin = re.sub(r"\b([a-z]) (?=[a-z]\b)(?! [a-z]{2})", r"\1", latin) if len(latin) < 12 else latin  # "j p" → "jp"
    words = (_legal().sub(" ", latin).split() or latin.split()) if " " in latin else [latin]
    table, particles = _table(), _particles()
    kept = [
        w
        for i, w in enumerate(words)
        if (w not in particles or (i == 0 and w in table["given"])) and w not in table["titles"]
    ]
    kept = [table["syllables"].get(word, table["words"].get(word, word)) for word in kept or words]
    return tuple(Part(word, sounds(word)) for word in kept if word)


def block(part: Part) -> str:
    """A coarse key that parts alike in sound share: the first consonants, voiced as unvoiced."""
    heard = min(part.sounds)
    bones = re.sub(r"[aeiouHJ]", "", heard) or heard
    return bones.translate(str.maketrans("zvgdbCSt", "sfktpsst"))[:3]


@lru_cache(maxsize=1 << 18)
def _alike(a: Part, b: Part) -> float:
    """How well two parts agree."""
    if a.text == b.text:
        return _EQUAL
    if len(a.text) == 1 or len(b.text) == 1:
        return _INITIAL if a.text[0] == b.text[0] else _UNLIKE
    if a.sounds & b.sounds:
        return _HEARD
    given = _table()["given"]
    if given.get(a.text, a.text) == given.get(b.text, b.text):
        return _CALLED
    short, long = min(len(a.text), len(b.text)), max(len(a.text), len(b.text))
    slips = OSA.distance(a.text, b.text, score_cutoff=2)
    if slips == 1 and short >= 4:
        return _SLIP + 0.05 * (long >= 7)
    if short >= 5:
        heard = min(OSA.distance(x, y, score_cutoff=2) for x in a.sounds for y in b.sounds)
        if heard == 1 or (min(slips, heard) == 2 and short >= 8 and a.text[0] == b.text[0]):
            return _SLIP
    if slips == 1 and short == 3 and a.text[0] == b.text[0]:
        return _SLIP - 0.15
    return _UNLIKE


def same_person(a: str, b: str) -> tuple[float, str]:
    """How surely two names are one person's by their letters alone, 0 to 1, and the reason in words."""
    left, right = parts(a), parts(b)
    if not left or not right:
        return 0.0, "no letters to compare"
    if _RUNNING.search(a) and _RUNNING.search(b) and len(a) == len(b) and a != b:
        return 0.5, "written with another character"
    if [part.text for part in left] == [part.text for part in right]:
        return 1.0, "the same letters" if a == b else "the same letters after transliteration"
    if len(left) != len(right) and len(left) * len(right) > 1:
        joined = _joined(left, right)
        if joined:
            return joined
    pairs, odd_left, odd_right = _pair(left, right)
    return _judge(left, right, pairs, odd_left, odd_right)


Pairs = list[tuple[Part, Part, float]]


def _pair(left: tuple[Part, ...], right: tuple[Part, ...]) -> tuple[Pairs, list[Part], list[Part]]:
    """The best pairs of parts, greedily, nearest in place first among equals; and the parts left over."""
    scored = sorted(
        ((-_alike(x, y), abs(i - j), i, j) for i, x in enumerate(left) for j, y in enumerate(right) if _alike(x, y) > 0)
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    pairs: Pairs = []
    for score, _, i, j in scored:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs.append((left[i], right[j], -score))
    return (
        pairs,
        [part for i, part in enumerate(left) if i not in used_left],
        [part for j, part in enumerate(right) if j not in used_right],
    )


def _judge(
    left: tuple[Part, ...], right: tuple[Part, ...], pairs: Pairs, odd_left: list[Part], odd_right: list[Part]
) -> tuple[float, str]:
    if odd_left and odd_right:
        return 0.3, f'"{odd_left[0].text}" is not "{odd_right[0].text}"'
    if not pairs:
        return 0.0, "no part in common"
    worst = min(score for _, _, score in pairs)
    mean = sum(s * len(x.text + y.text) for x, y, s in pairs) / sum(len(x.text + y.text) for x, y, _ in pairs)
    slips = [(x, y) for x, y, score in pairs if score < _INITIAL + 0.005 and len(x.text) > 1 and len(y.text) > 1]
    extra = odd_left or odd_right
    long = all(min(len(x.text), len(y.text)) >= 6 for x, y in slips)
    if len(slips) == 2 and len(pairs) == 2 and long and not extra:
        return _NEARLY, f'a slip in each part: "{slips[0][0].text}" and "{slips[0][1].text}"'
    if len(slips) > 1:
        return 0.5, f'"{slips[0][0].text}" and "{slips[1][0].text}" are both spelt otherwise'
    full = [pair for pair in pairs if len(pair[0].text) > 1 and len(pair[1].text) > 1]
    if extra and (len(full) < 2 or (any(len(part.text) == 1 for part in extra) and _has_initial(left, right))):
        return (0.55, "only one part in common") if len(full) < 2 else (0.5, "other initials")
    if any(gazetteer("en").known(part.text.title()) for part in extra):
        return 0.5, f'"{extra[0].text}" names a place that the other lacks'
    turned = not _in_order(left, right, pairs)
    if turned and len(pairs) > 2 and pairs[0][0] != left[-1]:
        same_end = _alike(left[-1], right[-1]) > 0
        if same_end:
            return 0.6, "the same parts, but father and child change places"
    score = mean - 0.06 * len(extra) - 0.04 * turned
    return max(0.0, min(score, worst + 0.1)), _reason(pairs, slips, extra)


def _has_initial(left: tuple[Part, ...], right: tuple[Part, ...]) -> bool:
    return any(len(p.text) == 1 for p in left) and any(len(p.text) == 1 for p in right)


def _in_order(left: tuple[Part, ...], right: tuple[Part, ...], pairs: Pairs) -> bool:
    places = [right.index(y) for _, y, _ in sorted(pairs, key=lambda pair: left.index(pair[0]))]
    return places == sorted(places)


def _reason(pairs: Pairs, slips: list[tuple[Part, Part]], extra: list[Part]) -> str:
    if slips:
        why = f'one slip: "{slips[0][0].text}" and "{slips[0][1].text}"'
    elif all(score == _EQUAL for _, _, score in pairs):
        why = "the same parts"
    else:
        heard = next(((x, y) for x, y, score in pairs if score < _EQUAL), pairs[0][:2])
        why = f'the same in sound: "{heard[0].text}" and "{heard[1].text}"'
    return why + (f', "{extra[0].text}" only in one' if extra else "")


def _joined(left: tuple[Part, ...], right: tuple[Part, ...]) -> tuple[float, str] | None:
    """Two names that differ in where their words end: "SergeiLavrov"."""
    one, two = "".join(p.text for p in left), "".join(p.text for p in right)
    if min(len(one), len(two)) < 6:
        return None
    if one == two:
        return 0.95, "the same letters, divided otherwise"
    return None
