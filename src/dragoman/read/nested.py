"""Who says the words inside somebody's words: “The guard told me: ‘Come back tomorrow,’” Peña said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.read.cues import FINITE, PARTICIPLE, WORD, Cue, Lexicon
from dragoman.read.marks import Marked
from dragoman.read.page import Page
from dragoman.read.speakers import Speaker, Speakers

__all__ = ["within"]

NEAR = 4  # words between a verb of speech and the words it hands over inside a quotation: "told us at the gate:"
SHORT = 4  # words of whoever speaks there
STOPS = '.!?;:,«»“”„"—–('


def within(page: Page, lex: Lexicon, cast: Speakers, quote: Marked, low: int) -> tuple[Cue, Speaker] | None:
    """(the verb, its subject as written) in front of a quotation that lies inside another one, which begins at low."""
    text = page.value
    words = list(WORD.finditer(text, low, quote.outer[0]))
    for back, word in enumerate(reversed(words[-NEAR - 1 :])):
        between = text[word.end() : quote.outer[0]]
        if any(mark in between.rstrip().rstrip(":,") for mark in STOPS):
            return None
        entry = next((one for one in lex.verbs.get(word.group().lower(), ()) if not one.tail and not one.lead), None)
        if (
            entry is None
            or entry.form not in (FINITE, PARTICIPLE)
            or (back and not between.rstrip().endswith((":", ",")))
        ):
            continue
        cue = Cue(word.start(), word.end(), word.start(), entry.manner, entry.form)
        speaker = _subject(page, lex, cast, words[: len(words) - back - 1], cue)
        return (cue, speaker) if speaker is not None and speaker.name else None
    return None


def _subject(page: Page, lex: Lexicon, cast: Speakers, before: Sequence[re.Match[str]], cue: Cue) -> Speaker | None:
    """The noun right before the verb in its clause; a pronoun there means nobody whom the text would name."""
    token = page.token(cue.verb)
    held: list[re.Match[str]] = []
    for word in reversed(before):
        after = held[0].start() if held else cue.start
        if any(mark in page.value[word.end() : after] for mark in STOPS) or len(held) > SHORT:
            break
        if word.group().lower() in lex.auxiliaries | lex.fillers and not held:
            continue
        if word.group().lower() in lex.conjunctions | lex.prepositions:
            break
        held.insert(0, word)
    if not held or len(held) > SHORT or held[-1].group().lower() in lex.pronouns.keys() | lex.loose:
        return None
    if token is not None and not any(one.dep_.startswith("nsubj") and one.i < token.i for one in token.children):
        return None
    return cast.person(held[0].start(), held[-1].end(), by="nested")
