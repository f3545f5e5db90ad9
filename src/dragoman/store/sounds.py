"""Names by their sound: which words of a library another spelling, or another script, may mean.

Words that may be names are kept under what they may sound like: "Poutine", "Путин" and "Πούτιν" share a sound.
Scripts that leave vowels out or only imitate Latin letters – Arabic, Hebrew, Hangul, kana, Han – are kept under their
consonants in five classes, and a candidate counts only when it reads aloud as the name asked for, end to end.

>>> sorted(bones("Putin")), sorted(bones("بوتين")), sorted(bones("プーチン"))
(['PTN'], ['PTN'], ['PKN', 'PTN'])
>>> sorted(bones("פוטין"))
['PTN']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

from anyascii import anyascii
from rapidfuzz.distance import OSA

from dragoman.languages.aloud import aloud, script
from dragoman.languages.spoken import parts
from dragoman.store.words import tokens

__all__ = ["bones", "heard_in", "keys_of", "may_mean", "stems"]

_LEAST, _LONGEST = 4, 40  # letters of a word that is kept by its sound
_KEPT = 4  # consonants of a key
_ALIKE = 6  # letters from which one may differ
_MOST = 8  # sounds or readings of one word that are kept
_WORD = re.compile(r"[^\W\d_][^\W\d_\u0301'’ʼ`-]*(?:[-'’ʼ`\u0301][^\W\d_]+)*")
_KANA = re.compile(r"[\u30a1-\u30fa\u30fc]{3,}")
_CASELESS = re.compile(r"[\u0900-\u0dff\u10d0-\u10ff]")  # Indic scripts and Georgian: no capitals tell a name
#: Letters that stand glued before a word: "and", "with", "for", "the".
_BEFORE = {
    "arabic": ("و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "وب", "ول"),
    "hebrew": ("ו", "ה", "ב", "ל", "מ", "ש", "כ", "וה", "שה", "ול", "וב"),
}
#: What Korean puts behind a name.
_BEHIND = re.compile(r"(?:에게|에서|으로|께서|이라|라는|부터|까지|은|는|이|가|을|를|의|에|와|과|도|로|만|측|씨)$")
#: Consonants in five classes; several where a letter is heard in several ways, "" where it may be silent.
_CLASSES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("bpfv", ("P",)), **dict.fromkeys("dtsz", ("T",)), **dict.fromkeys("kq", ("K",)),
    **dict.fromkeys("mn", ("N",)), **dict.fromkeys("lr", ("L",)), **dict.fromkeys("aeiouhwy", ("",)),
    "c": ("K", "T"), "g": ("K",), "j": ("T", ""), "x": ("KT", "T"), "ch": ("T", "K"), "ng": ("N",), "ck": ("K",),
    "ge": ("K", "T"), "gi": ("K", "T"), "sch": ("T",), "tch": ("T",), "kh": ("K", ""), "gh": ("K",),
}  # fmt: skip
_ABJAD: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("بفپڤבפףﭖ", ("P",)), **dict.fromkeys("تطدضثذظسصشزچژدזטסצץשתד", ("T",)),
    **dict.fromkeys("كکقغگגכךק", ("K",)), **dict.fromkeys("خח", ("K", "")), **dict.fromkeys("منמםנן", ("N",)),
    **dict.fromkeys("لرלר", ("L",)), "ج": ("T", "K"), "ו": ("", "P"), "و": ("", "P"),
}  # fmt: skip
_LATIN = re.compile(r"sch|tch|ch|ck|kh|gh|ng|ge|gi|[a-z]")
_SILENT_R = re.compile(r"r(?=[bcdfghjkmnpqstvwxz])")  # "Park" is heard without it


def stems(word: str) -> Iterator[str]:
    """A word, and what it is without the small words that its script writes onto it.

    >>> list(stems("وبوتين")), list(stems("푸틴은"))
    (['وبوتين', 'بوتين', 'وتين'], ['푸틴은', '푸틴'])
    """
    yield word
    kind, bare = script(word), ""
    for small in _BEFORE.get(kind, ()):
        if word.startswith(small) and len(word) - len(small) >= _LEAST:
            yield word[len(small) :]
    if kind == "hangul":
        bare = _BEHIND.sub("", word)
    elif word[-1:] == "ი":  # the Georgian nominative
        bare = word[:-1]
    if bare not in ("", word) and len(bare) > 1:
        yield bare


@lru_cache(maxsize=1 << 16)
def bones(word: str) -> frozenset[str]:
    """The consonants of a word in classes, in each way they may be heard, the first four; nothing for Han."""
    kind = script(word)
    if kind == "han":
        return frozenset()
    if kind in ("arabic", "hebrew"):
        rows = [_ABJAD.get(letter, ("",)) for letter in word]
        if word[:1] not in "وו":  # inside a word it is a vowel far more often than w or v
            rows = [row[:1] if letter == "و" else row for letter, row in zip(word, rows, strict=True)]
        return _made(rows)
    latin = re.sub(r"[^a-z]", "", anyascii(word).lower())
    readings = {latin, _SILENT_R.sub("", latin)}
    return frozenset().union(*(_made([_CLASSES.get(one, ("",)) for one in _LATIN.findall(each)]) for each in readings))


def _made(rows: list[tuple[str, ...]]) -> frozenset[str]:
    found = ("".join(choice) for choice in islice(product(*rows), 1 << 6))
    return frozenset(sorted({re.sub(r"(.)\1+", r"\1", one)[:_KEPT] for one in found} - {""})[:_MOST])


@lru_cache(maxsize=1 << 16)
def keys_of(word: str) -> tuple[str, ...]:
    """Under what a word is kept, and looked for: its sounds, its consonants; "han" for Han."""
    kind = script(word)
    if kind == "han":
        return ("han",)
    made = [f"c {one}" for one in sorted(bones(word)) if len(one) > 1]
    if not kind:
        made += [f"s {one}" for part in parts(word)[:1] for one in sorted(part.sounds)[:_MOST]]
    return tuple(made)


def heard_in(text: str) -> Iterator[tuple[str, str, str]]:
    """(key, words as they are indexed, the name) of each word of a text that may be a name, each once."""
    seen: set[str] = set()
    for pattern in (_WORD, _KANA):
        for found in pattern.finditer(text):
            word = found.group()
            if word in seen or not 1 < len(word) <= _LONGEST:
                continue
            seen.add(word)
            if pattern is _KANA or _may_be_name(word):
                indexed = " ".join(tokens(word))
                for stem in stems(word):
                    yield from ((key, indexed, stem) for key in keys_of(stem))


def _may_be_name(word: str) -> bool:
    kind = script(word)
    if kind in ("arabic", "hebrew"):
        return len(word) >= _LEAST
    if kind:
        return kind == "hangul"
    return len(word) >= _LEAST and (word[0].isupper() or _CASELESS.match(word) is not None)


def may_mean(asked: str, name: str) -> bool:
    """True when a name kept under a key of the one asked for is the same by its sound.

    >>> may_mean("Putin", "بوتين"), may_mean("Poutine", "Putin"), may_mean("Orban", "오르반")
    (True, True, True)
    >>> may_mean("Patton", "Putin"), may_mean("Patton", "بوتين"), may_mean("Biden", "푸틴")
    (False, False, False)
    """
    if bool(script(asked)) != bool(script(name)):
        foreign, latin = (asked, name) if script(asked) else (name, asked)
        return aloud(foreign, latin) or (script(foreign) == "hangul" and _imitates(foreign, latin))
    if script(asked):
        return asked == name
    mine, theirs = parts(asked), parts(name)
    return len(mine) == len(theirs) and all(a.sounds & b.sounds for a, b in zip(mine, theirs, strict=True))


def _imitates(hangul: str, latin: str) -> bool:
    """True for a foreign name as Korean writes it: 젤렌스키, whose "eu" only stands between consonants."""
    ours, theirs = _plain(anyascii(hangul).lower().replace("eu", "")), _plain(anyascii(latin).lower())
    if ours == theirs:
        return len(ours) > 2
    return min(len(ours), len(theirs)) >= _ALIKE and OSA.distance(ours, theirs, score_cutoff=1) == 1


def _plain(word: str) -> str:
    """Letters that Korean does not tell apart made one."""
    word = re.sub(r"[^a-z]", "", word).replace("ph", "p").replace("th", "s").replace("ck", "k")
    word = word.translate(str.maketrans("vfzrycq", "bpjlikk"))
    return re.sub(r"(.)\1+", r"\1", word[:-1] + word[-1:].translate(str.maketrans("bdg", "ptk")))
