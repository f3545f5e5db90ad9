"""The occasion of words: to whom, through what and when they were said, from the cue's own clause."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from dragoman.read.cast import Cast, Speaker
from dragoman.read.cues import PHRASE, WORD, Cue, Lexicon
from dragoman.read.frames import Frame
from dragoman.read.page import Page
from dragoman.records import Reading, Time, When

__all__ = ["Occasion", "occasion", "times"]

COMMA = re.compile(r",\s+")
_LEAD = 20  # characters in front of a day
_REACH = 80  # characters around a cue in which its addressee or medium may stand


@dataclass(frozen=True, slots=True)
class Occasion:
    """Addressee and medium as written, and the day."""

    addressee: str = ""
    medium: str = ""
    when: When | None = None


def times(page: Page, reading: Reading) -> list[tuple[int, int, When]]:
    """Dated time expressions in clean offsets, in order."""
    placed = []
    for time in reading.of(Time):
        at = page.article.text.find(time.start, time.end) if time.when is not None and time.type == "DATE" else None
        if at is not None and time.when is not None:
            placed.append((*at, time.when))
    return sorted(placed, key=lambda one: one[:2])


def occasion(
    page: Page,
    lex: Lexicon,
    cast: Cast,
    frame: Frame,
    cue: Cue | None,
    speaker: Speaker | None,
    parts: list[tuple[int, int]],
    dated: list[tuple[int, int, When]],
) -> Occasion:
    """What the cue's clause tells beyond the speaker."""
    if cue is None:
        return Occasion()
    low = max([frame.start, cue.start - _REACH, *(b for _, b in parts if b <= cue.start)])
    later = (one.start for one in frame.cues if one.form == PHRASE and not one.after and one.start >= cue.end)
    high = min([frame.end, cue.end + _REACH, *later, *(a for a, _ in parts if a >= cue.end)])
    low, high = min(low, cue.start), max(high, cue.end)
    near = [
        (min(abs(a - cue.end), abs(cue.start - b)), when)
        for a, b, when in dated
        if low <= a < high
        and not _is_start(page.value, lex, a)
        and not _beside(page.value, lex, min(b, cue.end), max(a, cue.start))
        and not _other_time(page.value, lex, cue, a, b)
        and not (speaker is not None and _of_speaker(page.value, lex, speaker, cue, a, b))
    ]
    return Occasion(
        _addressee(page, lex, cast, cue, speaker, high) if cue.form != PHRASE else "",
        _medium(page, lex, low, high),
        min(near, key=lambda one: one[0])[1] if near else None,
    )


def _is_start(text: str, lex: Lexicon, at: int) -> bool:
    """True for the day from which something holds: "announced a truce from Sunday", "à compter de dimanche"."""
    return text[max(0, at - _LEAD) : at].rstrip().lower().endswith(lex.from_when or ("\n",))


def _beside(text: str, lex: Lexicon, a: int, b: int) -> bool:
    """True when a side clause opens between a cue and a date ("…, who leaves office on Monday")."""
    words = (WORD.match(text, one.end()) for one in COMMA.finditer(text, a, b))
    side = lex.relatives | lex.who | lex.conjunctions
    return ";" in text[a:b] or any(word is not None and word.group().lower() in side for word in words)


def _other_time(text: str, lex: Lexicon, cue: Cue, a: int, b: int) -> bool:
    """True for the day of another deed, before or after which something was said.

    "missiles hit the port on Saturday, a day after X promised …": the promise is not of Saturday.
    """
    if any("," not in text[one.end() : cue.start] for one in lex.other_time.finditer(text, b, cue.start)):
        return True
    return a >= cue.end and lex.other_time.search(text, cue.end, a) is not None


def _of_speaker(text: str, lex: Lexicon, speaker: Speaker, cue: Cue, a: int, b: int) -> bool:
    """True for a day that tells of who speaks: "X, who on Monday lost the vote, said"; "X, on Monday, said" is not."""
    if speaker.start <= a and b <= speaker.end:
        return True
    aside = text[speaker.end : cue.start] if speaker.end <= a and b <= cue.start else ""
    if aside:
        opens = WORD.search(text, speaker.end)
        adverbial = opens is not None and (opens.start() >= a or opens.group().lower() in lex.prepositions)
        return aside.startswith(",") and aside.rstrip().endswith(",") and not adverbial
    first = WORD.search(text, speaker.end, a) if cue.end <= speaker.end <= a else None
    participle = first is not None and first.group().lower().endswith(lex.participle_endings or ("\n",))
    return participle and text[speaker.end : speaker.end + 1] == ","


def _addressee(page: Page, lex: Lexicon, cast: Cast, cue: Cue, speaker: Speaker | None, high: int) -> str:
    """The name or role after "told", "to", "à", "gegenüber"."""
    text = page.value
    starts = [
        one.end()
        for one in lex.addressing.finditer(text, cue.start, high)
        if not _in_title(text, lex, cue, speaker, one.start()) and not _beside(text, lex, cue.end, one.start())
    ]
    if cue.manner == "tell":
        starts.append(cue.end)
    own = {speaker.name, *speaker.others} if speaker is not None else set()
    for start in sorted(starts):
        for a, b in _nouns(lex, cast, start, high, cue.end if cue.manner == "tell" else -1, own):
            if len(WORD.findall(text[start:a])) <= 1 and (speaker is None or b <= speaker.start or speaker.end <= a):
                return " ".join(text[a:b].split())
    return ""


def _in_title(text: str, lex: Lexicon, cue: Cue, speaker: Speaker | None, at: int) -> bool:
    """True for a preposition in the title of who speaks: "a déclaré le secrétaire au Trésor, Ana Lem"."""
    if speaker is None or not cue.end <= at < speaker.start:
        return False
    words = [word.lower() for word in WORD.findall(text[cue.end : at])]
    return any(word in lex.determiners or lex.is_role(word) for word in words)


def _nouns(lex: Lexicon, cast: Cast, start: int, high: int, told: int, own: Set[str | None]) -> list[tuple[int, int]]:
    """Who is addressed: a name that is not the speaker's own (`own`), or a word for listeners."""
    listeners = ("PER", "ORG")  # "to Oslo" and "à Oslo" may be where it was said
    named = [
        (a, min(b, high))
        for a, b, one in cast.within(start, high)
        if one.form in ("name", "acronym")
        and (one.kind in listeners or start == told)
        and own.isdisjoint((one.name, one.refers_to))
    ][:1]
    words = WORD.finditer(cast.text, start, min(high, start + 40))
    roles = [one.span() for one in words if one.group().lower() in lex.addressees][:1]
    return sorted(named + roles)


def _medium(page: Page, lex: Lexicon, low: int, high: int) -> str:
    one = lex.media.search(page.value, low, high)
    return one.group() if one else ""
