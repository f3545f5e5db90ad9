"""Transcripts: paragraphs that open with the name of who speaks, in capitals ("LEMOINE: We will wait.")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dragoman.read.company import is_name
from dragoman.read.cues import Lexicon
from dragoman.read.marks import Marked
from dragoman.read.speakers import Speaker, Speakers

__all__ = ["transcript", "turn_speaker"]

#: LEMOINE: We … · “MR. DE LA CRUZ: We …
LABEL = re.compile(
    r"\s*[“\"«„]?\s*(?:(?:MR|MRS|MS|M|DR|MME)\.? )?([^\W\d_][^\W\d_.' -]*(?:[.' -]{1,2}[^\W\d_]+){0,3}):\s+(?=\S)"
)
SHORTEST = 3  # letters of a label
TURNS = 3  # a transcript has at least two voices, one of them twice
CLOSING = ' \t\n\r”"»“'


def transcript(text: str, lex: Lexicon, paragraphs: Sequence[tuple[int, int]], taken: list[Marked]) -> list[Marked]:
    """The turns of a transcript beside what stands between marks; marks around whole turns are left out."""
    found = [(a, b, LABEL.match(text, a, b)) for a, b in paragraphs if ":" in text[a : a + 60]]
    turns = [
        (one.start(1), one.end(), b, one.group(1)) for _, b, one in found if one is not None and _is_label(one, lex)
    ]
    counts = Counter(label for *_, label in turns)
    if len(turns) < TURNS or len(counts) < 2 or max(counts.values()) < 2:
        return taken
    made = []
    for label_at, start, end, _ in turns:
        stop = start + len(text[start:end].rstrip(CLOSING))
        made.append(Marked(start, stop, (label_at, stop), 0, by="turn", parts=[(start, stop)], mark=":"))
    kept = [one for one in taken if not any(one.outer[0] <= at < one.outer[1] for at, *_ in turns)]
    for one in kept:
        one.depth += one.depth == 0 and any(turn.start <= one.outer[0] < turn.end for turn in made)
    return sorted([*made, *kept], key=lambda one: (one.start, -one.end))


def _is_label(one: re.Match[str], lex: Lexicon) -> bool:
    """True for capitals throughout that are no label of an interview without names."""
    label = one.group(1)
    return len(label) >= SHORTEST and label == label.upper() != label.lower() and label.lower() not in lex.questions


def turn_speaker(cast: Speakers, quote: Marked) -> Speaker:
    """The one person of the article who goes by the label's last word; else the label as it stands."""
    at = quote.outer[0]
    label = cast.text[at : cast.text.index(":", at)]
    last = label.split()[-1]
    people = {
        one.refers_to
        for _, _, one in cast.within(0, len(cast.text))
        if one.kind == "PER" and is_name(one) and one.refers_to and one.refers_to.split()[-1].upper() == last
    }
    name = next(iter(people)) if len(people) == 1 else label
    return Speaker(name or label, at, at + len(label), "label", person=True)
