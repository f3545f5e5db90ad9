"""Noun phrases by their words alone, for languages without a parser: where a title or name begins and ends."""

from __future__ import annotations

import re

from dragoman.read.cues import WORD, Lexicon

__all__ = ["FULL_STOP", "phrase_after", "phrase_before"]

_SHORT = "".join(rf"(?<!\b[A-ZÀ-ÞА-ЯЁ][a-zà-ÿа-яё]{{{size}}})" for size in range(4))
#: A full stop, but none behind a short title inside a sentence: "according to Mrs. Holt", "selon M. Roy".
FULL_STOP = rf"{_SHORT}\.(?=\s)|\.$"
STOP = re.compile(rf"[,;:()\n«“„\"—–]|{FULL_STOP}")
LONGEST = 10
INNER = 2  # words of a subject between a relative pronoun and its verb


def phrase_after(
    text: str, lex: Lexicon, a: int, b: int, *, any_noun: bool = False, any_case: bool = False
) -> tuple[int, int] | None:
    """The noun phrase that begins at a: determiners, adjectives and names up to the first word that is none.

    `any_noun` takes an article with an unknown noun for one too, `any_case` a role in any case.
    """
    stop = STOP.search(text, a, b)
    words = list(WORD.finditer(text, a, stop.start() if stop else b))[:LONGEST]
    while words and words[0].group().lower() in lex.fillers - lex.negations:
        words.pop(0)
    end, named = a, False
    for index, word in enumerate(words):
        following = words[index + 1].group() if index + 1 < len(words) else ""
        if index and any_noun and lex.bare_nouns and word.group().lower() in lex.prepositions:
            break
        if index and any_case and _begins_another(lex, words[index - 1].group(), word.group()):
            break  # "secondo la polizia | il conducente era ubriaco"
        article = index > 1 and words[index - 2].group().lower() in lex.determiners
        closes = (
            any_case
            and (named or (any_noun and article))
            and word is words[-1]
            and word.end() == (stop.start() if stop else b)
            and word.group()[0].islower()
        )
        if closes and word.group().lower() not in lex.loose and word.group().lower() not in lex.verbs:
            end = word.end()  # "según fuentes diplomáticas europeas,"
            break
        noun = any_noun and index > 0 and words[index - 1].group().lower() in lex.determiners
        noun = noun or (any_noun and lex.bare_nouns and word.group().lower() not in lex.loose)
        if not _belongs(lex, word.group(), following or "x" * noun, first=index == 0):
            third = words[index + 2].group() if index + 2 < len(words) else ""
            somebody = lex.is_role(third) or third.lower() in lex.parties
            if not (any_case and word.group().lower() in lex.conjunctions and somebody):
                break  # but "по данным Киева и западных чиновников" goes on
        if index and lex.of and word.group().lower() in lex.prepositions - lex.of - lex.determiners:
            break
        end = word.end()
        named = named or word.group()[0].isupper() or word.group().lower() in lex.roles
        named = named or (any_case and lex.is_role(word.group()))
    if any_noun and lex.bare_nouns and words and not words[0].group().lower().endswith(lex.dative_endings):
        named = named or (words[0].group().lower() not in lex.loose and words[0].group().lower() not in lex.relatives)
    if any_noun and words and words[0].group().lower() in lex.determiners:
        named = named or len(WORD.findall(text[words[0].start() : end])) > 1
    return (words[0].start(), end) if named else None


def _begins_another(lex: Lexicon, before: str, word: str) -> bool:
    """True for an article right behind a noun, with no preposition between them: another phrase begins there."""
    articles = lex.determiners - lex.prepositions
    return not lex.bare_nouns and word in articles and before.lower() not in lex.loose | lex.nobody


def _belongs(lex: Lexicon, word: str, following: str, *, first: bool) -> bool:
    lower = word.lower()
    if word[0].isupper() or lex.is_role(lower):
        return True
    if (
        lower in lex.auxiliaries
        or lower in lex.verbs
        or (lower in lex.relatives and not (first or following[:1].isupper()))
    ):
        return False
    if lower in lex.conjunctions and lower not in lex.determiners:
        known = following[:1].isupper() or following.lower() in lex.roles | lex.determiners
        return known and following.lower() not in lex.verbs
    if lower in lex.determiners or lower in lex.prepositions:
        return bool(following)
    return bool(following) and (following[0].isupper() or following.lower() in lex.roles or not lex.capitals)


def _in_relative(lex: Lexicon, words: list[re.Match[str]]) -> tuple[int, int] | None:
    """The subject inside a relative clause about an object: "…, который фанаты окрестили «телевизором»"."""
    rest = words[1:]
    if words[0].group().lower() not in lex.relatives or not 0 < len(rest) <= INNER:
        return None
    plain = lex.openers | lex.loose | lex.relatives | lex.pronouns.keys() | lex.nobody
    if any(word.group().lower() in plain or word.group().lower() in lex.verbs for word in rest):
        return None
    return rest[0].start(), rest[-1].end()


def _somebody(lex: Lexicon, word: str) -> bool:
    """True for a noun for a person or a body that speaks."""
    lower = word.lower()
    return lower in lex.roles or lower in lex.offices or lower.endswith(lex.person_endings or ("\n",))


def phrase_before(text: str, lex: Lexicon, a: int, b: int) -> tuple[int, int] | None:
    """The noun phrase that ends at b and fills the clause from a on; None where a preposition rules it."""
    words = list(WORD.finditer(text, a, b))
    acting = lex.acting.match(text, words[0].start()) if words else None
    if acting is not None:  # "И. о. премьера Таиланда"
        words = [word for word in words if word.start() >= acting.end()]
    opened = [place for place, word in enumerate(words) if word.group().lower() in lex.subordinators]
    words = words[opened[-1] + 1 :] if opened else words  # "hubo debate cuando los líderes … insistieron"
    opening = lex.conjunctions | lex.fillers | lex.openers
    if words and words[-1].group().lower() in lex.conjunctions:  # "… und nannte": whoever did the other thing
        return None
    while words and words[0].group().lower() in opening:
        words.pop(0)
    loose = lex.fillers | (lex.determiners if lex.bare_nouns else frozenset())
    while words and words[-1].group().lower() in loose:  # "Минобороны его назвало «ударом»"
        words.pop()
    if not words or len(words) > LONGEST:
        return None
    if lex.bare_nouns and (own := _in_relative(lex, words)) is not None:
        return own
    first = words[0].group()
    if lex.opening_participles and first[0].isupper() and first.lower().endswith(lex.opening_participles):
        return None  # "Consultado por las obras, respondió: …"
    if (
        first.lower() in lex.openers
        or first.lower() in lex.prepositions
        or first.lower() in lex.nobody
        or (first.lower() in lex.relatives and not (len(words) > 1 and words[1].group()[0].isupper()))
    ):
        return None
    inner = [word.group().lower() for word in words]
    if any(word in lex.auxiliaries or (word in lex.verbs and word not in lex.roles) for word in inner[1:]):
        return None
    if not any(word.group()[0].isupper() or _somebody(lex, word.group()) for word in words):
        return None
    return acting.start() if acting is not None else words[0].start(), words[-1].end()
