"""Wordings: what one newspaper's wording of an utterance is to another's, judged by eye.

    pairs.txt      31 pairs of one-sentence texts we wrote, in en, fr, de, es and ru, people invented
                     = verbatim | cut | altered | translation | paraphrase | reordered | apart
                     language | text, the wording between [[ ]]
    examples.txt   42 wordings of our two example stories, read beside the articles: story | words | labels

Labels: verbatim (the same words), cut (a part of them, or the whole of a part), altered (a word changed), translation,
paraphrase (reported, or other words), reordered, splice (two utterances inside one pair of marks), apart (no wordings
of one utterance: two people, two statements, other numbers). An examples row may accept several labels where a
translation is cut as well. One annotator, written before the rules for labels were changed, no second reading. A pair
is right when both are told to be one utterance with this label, or to be none for `apart`.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dragoman.build import build
from dragoman.records import Story, Utterance, Wording
from quality.sets.marking import share

__all__ = ["LABELS", "examples", "numbers", "pairs"]

HERE = Path(__file__).resolve().parent
STORIES = HERE.parents[2] / "examples"
MARKED = re.compile(r"\[\[(.+?)\]\]")  # [[The dam will hold]]
NUMBERED = re.compile(r"(.+?)(?:#(\d))?$")  # mariage de raison#2
#: What the product calls a label of the gold.
LABELS: dict[str, frozenset[str]] = {
    "verbatim": frozenset(["verbatim"]),
    "cut": frozenset(["shorter", "longer"]),
    "altered": frozenset(["altered"]),
    "translation": frozenset(["translation"]),
    "paraphrase": frozenset(["paraphrase"]),
    "reordered": frozenset(["re-ordered"]),
    "splice": frozenset(["part of a splice"]),
    "apart": frozenset(),
}


def pairs() -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """(label, [(language, text, wording), …]) of every pair."""
    label, sides = "", list[tuple[str, str, str]]()
    for line in (HERE / "pairs.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            label, sides = line[2:], []
        elif line and not line.startswith("#"):
            language, _, text = line.partition(" | ")
            (words,) = MARKED.findall(text)
            sides.append((language, text.replace("[[", "").replace("]]", ""), words))
            if len(sides) == 2:
                yield label, sides


def examples() -> Iterator[tuple[str, str, list[str]]]:
    """(story, words, labels) of every row."""
    for line in (HERE / "examples.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            story, words, labels = line.split(" | ")
            yield story, words, labels.split()


def numbers() -> dict[str, float]:
    """The share of labels that are right, of all and of each half."""
    mine = [(label, judged(label, sides)) for label, sides in pairs()]
    read = [any(_label_of(story, words) in LABELS[one] for one in labels) for story, words, labels in examples()]
    right = sum(ok for _, ok in mine) + sum(read)
    false = [ok for label, ok in mine if label == "apart"]
    return {
        "wordings.labels": share(right, len(mine) + len(read)),
        "wordings.pairs": share(sum(ok for _, ok in mine), len(mine)),
        "wordings.examples": share(sum(read), len(read)),
        "wordings.false_joins": len(false) - sum(false),
    }


def judged(label: str, sides: list[tuple[str, str, str]]) -> bool:
    """True when the product says of a pair what the gold says."""
    story = _story(tuple((language, text) for language, text, _ in sides))
    found = [_found(story, words) for _, _, words in sides]
    if len({words for _, _, words in sides}) == 1:  # the same words twice: both wordings hold them
        found = [_found(story, sides[0][2], 1), _found(story, sides[0][2], 2)]
    if None in found or len({utterance.id for utterance, _ in filter(None, found)}) > 1:
        return label == "apart"
    told = {wording.relation for _, wording in filter(None, found)}
    if label not in ("verbatim", "apart"):
        told -= {"verbatim", "fullest"}  # what the others are described against
    return bool(told) and told <= LABELS[label]


@cache
def _story(texts: tuple[tuple[str, str], ...]) -> Story:
    """What a user gets from these texts, each from a paper of its own."""
    rows = [{"text": text, "language": language, "outlet": f"Paper {at}"} for at, (language, text) in enumerate(texts)]
    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder) / "pile.jsonl"
        pile.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        return build([pile]).story


@cache
def _example(name: str) -> Story:
    return build([STORIES / name]).story


def _label_of(story: str, words: str) -> str:
    """What the product says of a wording in one of the examples; `words#2` is the second that holds them."""
    numbered = NUMBERED.fullmatch(words)
    plain, nth = (numbered[1], int(numbered[2] or 1)) if numbered else (words, 1)
    found = _found(_example(story), plain, nth)
    return found[1].relation if found else ""


def _found(story: Story, words: str, nth: int = 1) -> tuple[Utterance, Wording] | None:
    """The nth wording that holds these words, quoted ones before reports, closest in length first."""
    texts = {source.id: source.text for source in story.sources}
    held = []
    for utterance in story.utterances:
        for wording in utterance.wordings:
            spans = (wording.part,) if wording.part else wording.quote.spans
            text = " ".join(texts[span.source][span.start : span.end] for span in spans if span)
            whole = " ".join(texts[span.source][span.start : span.end] for span in wording.quote.spans)
            if _plain(words) in _plain(whole) and (_plain(text) in _plain(words) or _plain(words)[:20] in _plain(text)):
                held.append((len(whole), wording.quote.source, wording.quote.start, utterance, wording))
    held.sort(key=lambda row: row[:3])
    return (held[nth - 1][3], held[nth - 1][4]) if len(held) >= nth else None


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
