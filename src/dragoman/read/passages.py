"""Which passages of an article are in another language than the article: blocks, and quotations within them.

Only what looks different is shown to the language model: a passage that shares few of its words with the rest of the
article, or is in another script. Short passages and runs of names say too little and are left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from dragoman.models import identify
from dragoman.records import Article
from dragoman.spans import Span

__all__ = ["passages"]

WORD = re.compile(r"[^\W\d_]+")
QUOTED = re.compile(r"(?<![^\s(\[])[“”\"«»„]([^“”\"«»„\n]{30,600})[“”\"«»]")  # "Wir haben lange auf ihn gewartet"
SMALL = 7  # words in small letters that a passage must have: headlines of names are in every language
SHARED = 0.34  # share of its words that also stand elsewhere: foreign passages had < .2, the article's own mostly > .5
SURE = 0.75  # the model's own certainty; on single sentences of news its errors lie below
ALIKE = (  # pairs that the model takes for one another on a sentence or two
    {"no", "da"}, {"no", "nn"}, {"no", "sv"}, {"nb", "da"}, {"hr", "sr"}, {"hr", "bs"}, {"sr", "bs"}, {"sh", "hr"},
    {"sh", "sr"}, {"id", "ms"}, {"es", "gl"}, {"pt", "gl"}, {"es", "ca"}, {"cs", "sk"}, {"ru", "uk"}, {"ru", "be"},
    {"uk", "be"}, {"ru", "bg"}, {"bg", "mk"}, {"fa", "ar"}, {"ur", "fa"}, {"de", "nds"}, {"nl", "af"}, {"zh", "ja"},
)  # fmt: skip


def passages(article: Article) -> tuple[tuple[Span, str], ...]:
    """(passage, its language) in order; a block that is foreign without its quotations is told as a whole."""
    if article.language == "und":
        return ()
    value = article.text.value
    every = Counter(word.lower() for word in WORD.findall(value))
    found = [
        (start, end, code)
        for block in article.blocks
        for start, end, code in _in_block(value, block.start, block.end, every, article.language)
    ]
    return tuple((article.text.span(start, end), code) for start, end, code in found)


def _in_block(value: str, start: int, end: int, every: Counter[str], own: str) -> Iterator[tuple[int, int, str]]:
    """The block, or else the quotations in it; clean offsets."""
    quoted = list(QUOTED.finditer(value, start, end))
    rest = QUOTED.sub(" ", value[start:end]) if quoted else value[start:end]
    whole = _other(rest, every, own)
    if whole:
        yield start, end, whole
        return
    for one in quoted:
        code = _other(one[1], every, own)
        if code:
            yield one.start(1), one.end(1), code


def _other(words: str, every: Counter[str], own: str) -> str:
    """The language of a passage where it is surely another one, else ""."""
    tokens = WORD.findall(words)
    if sum(token[0].islower() or not token[0].isupper() for token in tokens) < SMALL:
        return ""
    here = Counter(token.lower() for token in tokens)
    shared = sum(count for token, count in here.items() if every[token] > count)
    if shared > SHARED * len(tokens):
        return ""
    code, score = identify(words)
    return "" if code in ("und", own) or score < SURE or {code, own} in ALIKE else code
