"""Transcripts and interviews: paragraphs that open with the name of who speaks ("LEMOINE: We will wait.")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set

from dragoman.read.company import is_name
from dragoman.read.cues import WORD, Lexicon
from dragoman.read.marks import Marked
from dragoman.read.speakers import Speaker, Speakers
from dragoman.records import Mention, Reading

__all__ = ["Labels", "transcript", "turn_speaker"]

#: LEMOINE: We … · “MR. DE LA CRUZ: We … · Anne Morel : Nous …
LABEL = re.compile(
    r"\s*[“\"«„]?\s*(?:(?:MR|MRS|MS|M|DR|MME)\.? )?([^\W\d_][^\W\d_.' -]*(?:[.' -]{1,2}[^\W\d_]+){0,3})\s?:\s+(?=\S)"
)
SHORTEST = 3  # letters of a label
TURNS = 3  # a transcript has at least two voices, one of them twice
CLOSING = ' \t\n\r”"»“'
ASKS = re.compile(r"[?？][\s”\"»“]*$")
#: {where a turn begins: where its speaker's label stands}
Labels = dict[int, tuple[int, int]]


def transcript(
    text: str, lex: Lexicon, reading: Reading, paragraphs: Sequence[tuple[int, int]], taken: list[Marked]
) -> tuple[list[Marked], Labels]:
    """The turns of a transcript beside what stands between marks; marks around whole turns are left out."""
    found = [LABEL.match(text, a, b) if ":" in text[a : a + 60] else None for a, b in paragraphs]
    if not any(found):
        return taken, {}
    people = {name for one in reading.of(Mention) if one.kind == "PER" for name in (one.name, one.refers_to)}
    labels = [one if one is not None and _is_label(one.group(1), lex, people) else None for one in found]
    asks = [ASKS.search(text, a, b) is not None for a, b in paragraphs]
    if not (_is_exchange(labels) or _is_interview(labels, asks)):
        return taken, {}
    places: Labels = {}
    made = []
    for (a, b), own, label in zip(paragraphs, labels, _speaking(labels, asks), strict=True):
        if label is None:
            continue
        start, outer = (label.end(), label.start(1)) if own is not None else (a, a)
        stop = start + len(text[start:b].rstrip(CLOSING))
        if start < stop:
            places[start] = label.span(1)
            made.append(Marked(start, stop, (outer, stop), 0, by="turn", parts=[(start, stop)], mark=":"))
    kept = [one for one in taken if not any(one.outer[0] <= turn.outer[0] < one.outer[1] for turn in made)]
    for one in kept:
        one.depth += one.depth == 0 and any(turn.start <= one.outer[0] < turn.end for turn in made)
    return sorted([*made, *kept], key=lambda one: (one.start, -one.end)), places


def _is_label(label: str, lex: Lexicon, people: Set[str | None]) -> bool:
    """True for a person of the article, or capitals throughout that are no label of an interview without names."""
    if label in people:
        return all(word[0].isupper() for word in label.split()[-1:])
    return len(label) >= SHORTEST and label == label.upper() != label.lower() and label.lower() not in lex.questions


def _is_exchange(labels: Sequence[re.Match[str] | None]) -> bool:
    """True where voices alternate; the parts of a notice (WHAT: … WHERE: …) and a list of people do not."""
    counts = Counter(one.group(1) for one in labels if one is not None)
    return sum(counts.values()) >= TURNS and len(counts) > 1 and max(counts.values()) > 1


def _is_interview(labels: Sequence[re.Match[str] | None], asks: Sequence[bool]) -> bool:
    """True where a label opens the paragraph behind or in front of a question."""
    near = [*asks[1:], False], [False, *asks[:-1]]
    return any(one is not None and (after or before) for one, after, before in zip(labels, *near, strict=True))


def _speaking(labels: Sequence[re.Match[str] | None], asks: Sequence[bool]) -> list[re.Match[str] | None]:
    """The label of each paragraph: its own, or that of the one person who answers where it follows a question."""
    answering = {one.group(1): one for one, asked in zip(labels, asks, strict=True) if one is not None and not asked}
    found = list(labels)
    if len(answering) != 1:
        return found
    (label,) = answering.values()
    first = labels.index(label)
    for index in range(max(first, 1), len(found)):
        if found[index] is None and asks[index - 1] and not asks[index]:
            found[index] = label
    return found


def turn_speaker(cast: Speakers, quote: Marked) -> Speaker:
    """The one person of the article who goes by the label's last word; else the label as it stands."""
    a, b = cast.labels[quote.start]
    label = cast.text[a:b]
    last = WORD.findall(label)[-1].upper()
    people = {
        one.refers_to
        for _, _, one in cast.within(0, len(cast.text))
        if one.kind == "PER" and is_name(one) and one.refers_to and one.refers_to.split()[-1].upper() == last
    }
    name = next(iter(people)) if len(people) == 1 else label
    return Speaker(name or label, a, b, "label", person=True)
