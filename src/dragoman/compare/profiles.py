"""What an article is about, in a form that two articles of any languages can be compared by.

Three views, each made from the article alone so that no other article can change it: the vector of its lead, its words
weighed by how rare they are in all text, and its names and numbers in Latin letters stripped to what every press agrees
on. Nothing here knows the pile: adding an article changes no profile.
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from anyascii import anyascii

from dragoman.compare.territories import caseless, states
from dragoman.models import ENCODED, Encoder, rarity
from dragoman.records import Article

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Profile", "Table", "joined", "profiles", "traits"]

LEAD = 600  # characters that make the vector; 300, 600, 1200 were tried: 600 is level with 1200 at half the time
HEAD, TAIL = 1000, 5000  # words of the head count twice, those beyond the tail not at all; swept 300-1000, 800-5000
#: Rarity (-log of the share) below which a word says nothing ("said" 8.1), and where it says all ("Duisburg" 14.2).
COMMON, RARE = 8.0, 14.0
SIZE = 2048  # numbers a view is folded to; doubling it changed no story
BATCH = 64
#: A rare name that stands in the head, or is repeated, weighs this or more.
TELLING = 1.2
#: Length under which a view of names is no full one: two texts that name little beside one year are not alike.
#: Swept 0 to 6: to 4 level on the news in one language and on 165 articles of our own, .938 to .944 in nine.
FULL = 4.0

_WORD = re.compile(r"[^\W_]+")
_SPACELESS = frozenset(("ja", "th", "zh"))
_NAME = re.compile(r"[A-Za-z][A-Za-z'-]{2,}|\d+(?:[.,]\d+)*")
_REMEMBERED = 100_000  # words whose stem and weight are kept
_LEAST = 8  # words and names; a stub ("Media playback is not supported") is like everything
_STEM = 6  # letters kept of a word: enough for "ministers" to be "minister"
_BONES = 5
_VOICED = str.maketrans("zvgdbqxw", "sfktpkkf")
_SPELT = (("sch", "s"), ("sh", "s"), ("ch", "c"), ("kh", "h"), ("ph", "f"), ("ck", "k"), ("ts", "c"), ("tz", "c"),
          ("ou", "u"), ("c", "k"))  # fmt: skip


@dataclass(frozen=True)
class Profile:
    """What one article, or one passage of it, is about."""

    id: str
    source: str
    name: str
    language: str
    day: int  # ordinal of publication, 0 when unknown
    lead: str
    words: Mapping[str, float]
    names: Mapping[str, float]
    shown: Mapping[str, str]  # name → how this text writes it

    @cached_property
    def telling(self) -> frozenset[str]:
        """The names that tell most: rare, and in the head or repeated."""
        return frozenset(name for name, weight in self.names.items() if weight >= TELLING)

    @property
    def thin(self) -> bool:
        """True when there is too little to tell what it is about."""
        return len(self.words) + len(self.names) < _LEAST


def traits(article: Article, *, start: int = 0, end: int | None = None, id: str = "") -> Profile:
    """The profile of an article, or of the passage start..end of its clean text."""
    text = " ".join(article.text.value[start:end].split())
    words = _words(text[:TAIL], article.language) + _words(text[:HEAD], article.language)
    names, shown = _names(text, article.language)
    return Profile(
        id=id or article.source,
        source=article.source,
        name=article.name,
        language=article.language,
        day=article.published.earliest.toordinal() if article.published else 0,
        lead=text[:LEAD],
        words=_weighed(words),
        names=_weighed(names),
        shown=shown,
    )


def _weigh(word: str) -> float:
    """How much a word tells, from nothing to 1."""
    return min(1.0, max(0.0, (rarity().get(word, RARE) - COMMON) / (RARE - COMMON)))


def _words(text: str, language: str) -> list[tuple[str, float]]:
    """Stems with their weight; pairs of signs where no spaces are written."""
    if language in _SPACELESS:
        signs = "".join(text.split())
        return [(signs[at : at + 2], _weigh(signs[at : at + 2])) for at in range(len(signs) - 1)]
    return [_stem(word) for word in _WORD.findall(text)]


@lru_cache(_REMEMBERED)
def _stem(word: str) -> tuple[str, float]:
    return word[:_STEM].casefold(), _weigh(anyascii(word).lower())


def _names(text: str, language: str) -> tuple[list[tuple[str, float]], dict[str, str]]:
    """Capitalised words and numbers with their weight, those of the head twice, and how they are written."""
    found: list[tuple[str, float]] = []
    shown: dict[str, str] = {}
    for at, word in _written(text[:TAIL], language):
        times = 1 + (at < HEAD)
        if word[0].isdigit():
            digits = re.sub(r"\D", "", word)
            key, weight = f"#{digits}", 0.7 if len(digits) < 4 else 1.0
            if len(digits) < 2:
                continue
        elif word[0].isupper():
            key, weight = _name(word)
        else:
            continue
        found += [(key, weight)] * times
        shown.setdefault(key, word)
    return found, shown


@lru_cache(_REMEMBERED)
def _name(word: str) -> tuple[str, float]:
    letters = re.sub(r"[^a-z]", "", word.lower())
    return f"@{_bones(letters)}", _weigh(letters)


def _written(text: str, language: str) -> Iterator[tuple[int, str]]:
    """Names and numbers in Latin letters with their places; a script without capitals names the states it knows."""
    if not caseless(text):
        yield from ((match.start(), match[0]) for match in _NAME.finditer(anyascii(text)))
        return
    yield from ((match.start(), match[0]) for match in _NAME.finditer(text))
    for at, name in states(text, language):
        yield from ((at, match[0]) for match in _NAME.finditer(anyascii(name)))


def _bones(word: str) -> str:
    """What presses agree on in a name: its first letter and consonants, voiced as unvoiced."""
    for spelt, heard in _SPELT:
        word = word.replace(spelt, heard)
    word = word.translate(_VOICED)
    return re.sub(r"(.)\1+", r"\1", word[0] + re.sub(r"[aeiouyjh]", "", word[1:]))[:_BONES]


def _weighed(found: Iterable[tuple[str, float]]) -> dict[str, float]:
    """{key: weight}, a repeated one heavier, and the lowest weight any of its forms has."""
    counts: Counter[str] = Counter()
    least: dict[str, float] = {}
    for (key, weight), count in Counter(found).items():
        counts[key] += count
        least[key] = min(weight, least.get(key, 1.0))
    return {key: (1 + math.log(count)) * least[key] for key, count in sorted(counts.items()) if least[key] > 0}


@dataclass(frozen=True)
class Table:
    """Profiles as arrays, row by row."""

    profiles: tuple[Profile, ...]
    vectors: Any
    words: Any
    names: Any

    @cached_property
    def holders(self) -> Mapping[str, Sequence[int]]:
        """{telling name: the rows that have it}."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(self.profiles):
            for name in one.telling:
                found[name].append(at)
        return found

    def since(self, start: int) -> Table:
        """The rows from one on, without copying them."""
        return Table(self.profiles[start:], self.vectors[start:], self.words[start:], self.names[start:])

    def rows(self, wanted: Sequence[int]) -> Table:
        """Only these rows."""
        index = list(wanted)
        return Table(
            tuple(self.profiles[at] for at in index), self.vectors[index], self.words[index], self.names[index]
        )


def profiles(made: Sequence[Profile], encoder: Encoder | None) -> Table:
    """Profiles as a table; vectors in batches, none for languages the encoder does not know."""
    import numpy as np

    known = [at for at, one in enumerate(made) if one.language in ENCODED and one.lead]
    vectors = np.zeros((len(made), 1), dtype=np.float32)
    if encoder is not None and known:
        batches = [known[start : start + BATCH] for start in range(0, len(known), BATCH)]
        found = np.concatenate([encoder.encode([made[at].lead for at in batch]) for batch in batches])
        vectors = np.zeros((len(made), found.shape[1]), dtype=np.float32)
        vectors[known] = found
    return Table(
        tuple(made), vectors, _folded([one.words for one in made]), _folded([one.names for one in made], full=FULL)
    )


def joined(one: Table | None, other: Table) -> Table:
    """Two tables as one, in the order of their profiles' ids."""
    import numpy as np

    if one is None:
        return other
    made = (*one.profiles, *other.profiles)
    width = max(one.vectors.shape[1], other.vectors.shape[1])
    vectors = np.concatenate([_widened(one.vectors, width), _widened(other.vectors, width)])
    words, names = np.concatenate([one.words, other.words]), np.concatenate([one.names, other.names])
    return Table(made, vectors, words, names).rows(sorted(range(len(made)), key=lambda at: made[at].id))


def _widened(vectors: Any, width: int) -> Any:
    """Rows of nothing (no known language among them) as wide as the others."""
    import numpy as np

    return vectors if vectors.shape[1] == width else np.zeros((len(vectors), width), dtype=np.float32)


def _folded(rows: Sequence[Mapping[str, float]], *, full: float = 0.0) -> np.ndarray[Any, Any]:
    """Weighted words as rows of SIZE numbers and unit length, shorter under `full`; no process changes the hash."""
    import numpy as np

    out = np.zeros((len(rows), SIZE), dtype=np.float32)
    for at, row in enumerate(rows):
        for key, weight in row.items():
            place = zlib.crc32(key.encode("utf-8", "replace"))
            out[at, place % SIZE] += weight if place >> 16 & 1 else -weight
    norms = np.linalg.norm(out, axis=1, keepdims=True)
    unit: np.ndarray[Any, Any] = out / np.where(norms > 0, np.maximum(norms, full), 1)
    return unit
