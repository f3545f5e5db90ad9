"""Whose words a headline quotes: whoever says them in the body, or whom the label in front of them names there."""

from __future__ import annotations

from dragoman.read.carried import Said
from dragoman.read.cues import WORD
from dragoman.read.frames import HEADS
from dragoman.read.page import Page
from dragoman.read.speakers import Speaker

__all__ = ["headlines"]


def headlines(page: Page, said: list[Said]) -> None:
    """A headline's quotation belongs to whoever says the same words in the body, or whom its label names there."""
    body = [one for one in said if one.frame.kind not in HEADS and one.named]
    for one in said:
        if one.frame.kind not in HEADS or one.named:
            continue
        words, label = _content(page.value, one), _label(page.value, one)
        matches = {
            other.speaker.name: other.speaker
            for other in body
            if other.speaker
            and (
                (len(words) >= 2 and words <= _content(page.value, other)) or (label and label <= _names(other.speaker))
            )
        }
        if not matches and _is_alone(page.value, one):
            matches = {
                other.speaker.name: other.speaker for other in body if other.speaker and _answers(page.value, other)
            }
        if len(matches) == 1:
            (speaker,) = matches.values()
            one.speaker = Speaker(speaker.name, speaker.start, speaker.end, "heading", speaker.others, speaker.person)
            one.by = "heading"


def _is_alone(text: str, one: Said) -> bool:
    """True for a headline that is a quotation and nothing else but a word before its colon ("Interview : « … »")."""
    before, after = text[one.frame.start : one.quote.outer[0]].rstrip(), text[one.quote.outer[1] : one.frame.end]
    return not WORD.search(after) and (not before or (before.endswith(":") and len(WORD.findall(before)) == 1))


def _answers(text: str, one: Said) -> bool:
    """True for a turn of an interview that asks nothing: the headline of an interview quotes who answers."""
    return one.quote.by == "turn" and text[one.quote.end - 1] != "?"


def _label(text: str, one: Said) -> frozenset[str]:
    """The capitalised words before the colon in front of a headline's quotation ("Ferrando: «…»")."""
    before = text[one.frame.start : one.quote.outer[0]].rstrip()
    words = WORD.findall(before) if before.endswith(":") and "," not in before else []
    return frozenset(words) if all(word[0].isupper() for word in words) else frozenset()


def _names(speaker: Speaker) -> frozenset[str]:
    return frozenset(WORD.findall(speaker.name or "")) if speaker.person else frozenset()


def _content(text: str, one: Said) -> frozenset[str]:
    return frozenset(word.lower() for word in WORD.findall(text[one.quote.start : one.quote.end]) if len(word) > 2)
