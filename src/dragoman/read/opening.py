"""Who opens a sentence by a title or a name alone, where no parser ships: "El jefe negociador puso su cargo …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.read.company import LIMIT, LONGEST, Placed
from dragoman.read.cues import WORD
from dragoman.read.voice import Speaker

if TYPE_CHECKING:
    from dragoman.read.cast import Cast

__all__ = ["opening_role"]

LONGEST_NAMED = 4  # words of a noun for a person that opens a sentence
OPENING = 60  # characters in which a title that opens a sentence ends


def opening_role(cast: Cast, a: int, b: int) -> Speaker | None:
    """Whoever opens a sentence by a title alone ("El jefe negociador puso su cargo a disposición")."""
    a = cast.page.behind_dateline(a, b)
    if cast.hides(a) or any(one[2].kind in ("GPE", "LOC") for one in cast.covering(a)):
        return None
    acting = cast.lex.acting.match(cast.text, a, b)  # "И. о. премьера"
    if acting is not None and (post := next(iter(_posts(cast, acting.end(), b)), None)) is not None:
        found = cast.person(a, post[1], by="subject")
        return replace(found, person=True) if found is not None and found.name else None
    first = next(iter(cast.candidates(a, min(b, a + OPENING))), None)
    if first is None or first[0] != a:
        first = _opening_phrase(cast, a, min(b, a + OPENING))
    if first is None:
        return None
    first = _without_verb(cast, *first)
    found = cast.person(*first, by="subject")
    words = WORD.findall(cast.text[slice(*first)])
    body = any(word.lower() in cast.lex.bodies for word in words[:2])
    return replace(found, person=not body) if found is not None and found.name else None


def _posts(cast: Cast, a: int, b: int) -> Iterator[Placed]:
    """The posts and their holders that stand at a place."""
    yield from (one for one in cast.within(a, min(b, a + 2)) if one[2].kind == "PER")


def _without_verb(cast: Cast, a: int, b: int) -> tuple[int, int]:
    """A title and name up to the last capital letter of the name: "Каноник отец Жером | вынес венец"."""
    words = list(WORD.finditer(cast.text, a, b))
    capitals = [index for index, word in enumerate(words) if index and word.group()[0].isupper()]
    if not capitals:
        return a, b
    last = capitals[-1]
    while last + 1 < len(words) and not words[last + 1].group().endswith(cast.lex.finite_endings or ("",)):
        last += 1
    return a, words[last].end()


def _opening_phrase(cast: Cast, a: int, b: int) -> tuple[int, int] | None:
    """The words up to the first verb or comma, where they hold a name or a noun for a person."""
    lex, held = cast.lex, list[re.Match[str]]()
    for word in WORD.finditer(cast.text, a, b):
        lower = word.group().lower()
        verb = bool(held) and word.group()[0].islower() and lower.endswith(lex.finite_endings or ("\n",))
        verb = verb and held[-1].group().lower() not in lex.determiners
        if (held and LIMIT.search(cast.text, held[-1].end(), word.start())) or verb or lower in lex.verbs:
            break
        if lower in (lex.prepositions | lex.conjunctions | lex.fillers) - lex.of - lex.determiners:
            break
        held.append(word)
    while len(held) > 1 and held[-1].group().lower() in lex.determiners:  # "Мать одного | из приехавших"
        held.pop()
    while len(held) > 2 and held[-1].group()[0].islower() and any(one.group()[0].isupper() for one in held[1:]):
        held.pop()
    words = [word.group() for word in held]
    if not words or len(words) > LONGEST or words[0].lower() in lex.openers:
        return None
    named = sum(word[0].isupper() for word in words) > 1 and words[-1][0].isupper()
    named = named and (not lex.capitals or bool(cast.within(held[0].start(), held[-1].end())))
    person = any(word.lower().endswith(lex.person_endings or ("\n",)) or lex.is_role(word) for word in words[:2])
    return (held[0].start(), held[-1].end()) if named or (person and len(words) <= LONGEST_NAMED) else None
