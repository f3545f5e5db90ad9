"""Whether two names may be one person's: numerals and generations, titles, scripts, case endings, short forms."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

from dragoman.compare.abroad import everywhere
from dragoman.compare.alike import same_person
from dragoman.compare.endings import declined, declined_abroad
from dragoman.compare.hints import agree
from dragoman.languages.aloud import aloud, foreign, numerals, plain_han, same_letters, script
from dragoman.languages.degrees import HINTED, NEVER, ONE, READ, UNSURE, Verdict
from dragoman.languages.spoken import honours, particles, parts, table

__all__ = ["persons"]

_LETTERS = re.compile(r"[a-z]+")
_INITIALS = re.compile(r"^(\w)\. ?(?:\w\. ?)+(?=\w{2})")  # "Д.С. Песков", "J. R. R. Tolkien"
_ONSETS = str.maketrans({"p": "b", "k": "g", "t": "d"})


def persons(a: str, b: str, hints: tuple[str, str], languages: tuple[str, str]) -> Verdict:
    """Persons: numerals and generations against, then scripts, case endings, letters and short forms."""
    if a == b:
        return ONE, "the same name"
    numbers = numerals(a), numerals(b)
    if all(numbers) and numbers[0] != numbers[1]:
        return NEVER, "another number"
    ages = _younger(a), _younger(b)
    if ages[0] != ages[1]:
        if "sr" in ages or all(ages):
            return UNSURE, "only one is the elder"
        score, why = persons(_without_younger(a), _without_younger(b), hints, languages)
        if all(hints) and not agree(hints, languages):
            return UNSURE, "father or child"
        return min(score, HINTED), f"{why}, but only one is the younger"
    plain_a, plain_b = _untitled(a), _untitled(b)
    if _realm(a) != _realm(b) and _realm(a) and _realm(b):
        return NEVER, "of two countries"
    if script(plain_a) or script(plain_b):
        return _read_persons(plain_a, plain_b, hints, languages)
    if languages[0] == languages[1] and declined(plain_a, plain_b, languages[0]):
        return READ, "the same name in another case"
    score, why = max(
        same_person(a, b), same_person(plain_a, plain_b), same_person(*map(_one_initial, (plain_a, plain_b)))
    )
    if _syllables(plain_a) == _syllables(plain_b) != ():
        return READ, "the same three syllables"
    if languages[0] != languages[1] and score < READ:
        left, right = (plain_a, plain_b, languages[0]), (plain_b, plain_a, languages[1])
        case = min(READ, max(declined_abroad(*left), declined_abroad(*right)))
        score, why = max((score, why), (case, "the same name in another case"))
    if score >= HINTED:
        return score, why
    return _short_form(plain_a, plain_b, hints, languages) or (score, why)


def _one_initial(name: str) -> str:
    """The first of several initials, which other spellings may leave out."""
    return _INITIALS.sub(r"\1. ", name)


def _syllables(name: str) -> tuple[str, ...]:
    """Three parts of one syllable each, voiced: how Korean names are written in alphabets; () for others."""
    words = [part.text for part in parts(name)]
    single = len(words) == 3 and all(len(w) < 6 and len(re.findall(r"[aeiouy]+", w)) == 1 for w in words)
    return tuple(w[0].translate(_ONSETS) + w[1:].replace("oo", "u") for w in words) if single else ()


def _younger(name: str) -> str:
    """Which of father and child a name says it is: jr for "Jr.", sr for "старший", "" where it does not say."""
    ages = table()["younger"]
    return next((ages[word] for word in _LETTERS.findall(anyascii(name).lower()) if word in ages), "")


def _without_younger(name: str) -> str:
    words = [word for word in re.split(r"(?<=\w)-(?=\w)|\s+", name) if not _younger(word)]
    return " ".join(words) or name


def _realm(name: str) -> str:
    """The state that a name ends in: "King Abdullah of Jordan"."""
    thing = everywhere(name.split()[-1], "") if " " in name else None
    return thing.key if thing and thing.key.startswith("state:") else ""


@lru_cache(maxsize=1 << 14)
def _untitled(name: str) -> str:
    """The name without titles before it and behind it."""
    before, behind = honours()
    words = name.split()
    while len(words) > 1 and anyascii(words[0]).lower().strip(".") in before:
        words = words[1:]
    plain = " ".join(words)
    title = next((one for one in behind if plain.endswith(one) and len(plain) > len(one) + 1), "")
    return plain.removesuffix(title).strip()


def _read_persons(a: str, b: str, hints: tuple[str, str], languages: tuple[str, str]) -> Verdict:
    """Persons of whom one or both are written in a script read aloud."""
    score, why = foreign(a, b)
    if score >= HINTED:
        return score, why
    both = script(a) and script(b)
    if not both:
        name, latin = (a, b) if script(a) else (b, a)
        words = latin.split()
        for size in range(len(words) - 1, 1, -1):
            if len(name.split()) > 1 and aloud(name, " ".join(words[:size])):
                return 0.9, f'read aloud, "{" ".join(words[size:])}" only in one'
        return score, why
    short, long = sorted((plain_han(a), plain_han(b)), key=len)
    if long.startswith(short) and agree(hints, languages):
        return HINTED, "a short form, and the same is said of both"
    own, others = ({same_letters(word) for word in name.split()} for name in (a, b))
    if len(own & others) > 1 and (own <= others or others <= own):
        return 0.9, "the same parts, one more in one"
    return score, why


def _short_form(a: str, b: str, hints: tuple[str, str], languages: tuple[str, str]) -> Verdict | None:
    """A surname alone, where its particle or what is said beside it tells whose it is."""
    short, long = sorted((a, b), key=lambda name: len(parts(name)))
    alone, whole = parts(short), parts(long)
    if len(alone) != 1 or len(whole) < 2 or not any(alone[0].sounds & part.sounds for part in whole):
        return None
    if agree(hints, languages):
        return HINTED, "a short form, and the same is said of both"
    if " " in short and anyascii(short.split()[0]).lower() in particles() and alone[0].sounds & whole[-1].sounds:
        return HINTED, "a surname with its particle"
    return None
