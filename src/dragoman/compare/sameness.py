"""Whether two names may be one thing's: all evidence that lies in the names, their kinds and what is said beside them.

    same_name("Германия", "Deutschland", kind="GPE")            1.0   known to the tables as one
    same_name("Ho Chi Minh", "Ho Chi Minh City", kind="PER", other_kind="GPE")   0.0   a person is no place
    same_name("Robert F. Kennedy", "Robert F. Kennedy Jr.", kind="PER", hint="attorney general", other_hint="health …")

What speaks against comes first – kinds that are never one, two entries of the tables, other numerals, other hints –
then what speaks for: tables, letters, the sound of other scripts, case endings, initials, short forms with a hint.
"""

from __future__ import annotations

from anyascii import anyascii

from dragoman.compare.abroad import everywhere
from dragoman.compare.endings import declined
from dragoman.compare.hints import said
from dragoman.compare.naming import IDEA, initials, treaty
from dragoman.compare.persons import persons
from dragoman.languages.aloud import foreign, numerals, script
from dragoman.languages.degrees import HINTED, NEVER, ONE, READ, SHORTER, UNSURE, Verdict
from dragoman.languages.spoken import parts
from dragoman.languages.world import fold

__all__ = ["acronym", "same_name"]

_FAMILY = {"GPE": "place", "LOC": "place", "FAC": "building", "PER": "person", "ORG": "body", "NORP": "people"}
_FAMILY |= {"LAW": "treaty", "EVENT": "event"}


def same_name(
    a: str,
    b: str,
    *,
    kind: str = "",
    other_kind: str = "",
    hint: str = "",
    other_hint: str = "",
    languages: tuple[str, str] = ("", ""),
) -> Verdict:
    """How surely two names are one thing's, 0 to 1, and the reason in words."""
    left, right = _FAMILY.get(kind, ""), _FAMILY.get(other_kind or kind, "")
    if left and right and left != right:
        return NEVER, f"a {left} is no {right}"
    if left == "person":
        return persons(a, b, (hint, other_hint), languages)
    tables = _tables(a, b, languages)
    if tables:
        return tables if tables[0] < ONE else _place_hints(tables, (hint, other_hint), languages)
    if left == "treaty":
        return _treaties(a, b)
    return _place_hints(_others(a, b, left, languages), (hint, other_hint), languages)


def acronym(name: str) -> str:
    """The letters of a name that is an acronym, "" for others: "U.S." → us, "PiS" → pis."""
    bare = name.replace(".", "").replace('"', "").replace("״", "")
    capitals = sum(one.isupper() for one in bare)
    short = 2 <= len(bare) <= 6 and bare.isalpha() and capitals > 1 and capitals * 2 > len(bare)
    return fold(anyascii(bare)) if short else ""


def _tables(a: str, b: str, languages: tuple[str, str]) -> Verdict | None:
    """What the world's tables say; None where they know at most one of the names."""
    one, other = (everywhere(name, code) for name, code in zip((a, b), languages, strict=True))
    if one is None or other is None:
        return None
    if one.key == other.key:
        return ONE, f"known by both names in the tables ({one.key})"
    return NEVER, f"two things in the tables: {one.key}, {other.key}"


def _others(a: str, b: str, family: str, languages: tuple[str, str]) -> Verdict:
    """Names outside the tables: equal words, sounds or letters; initials; case endings. Slips are never forgiven."""
    if numerals(a) != numerals(b):
        return NEVER, "another number"
    short, long = acronym(a), acronym(b)
    if short and long:
        return (ONE, "the same letters") if short == long else (NEVER, "another acronym")
    if (short or long) and family in ("body", ""):
        full, code = (b, languages[1]) if short else (a, languages[0])
        if (short or long) in initials(full, code):
            return READ, f"the initials of {full}"
    if script(a) or script(b):
        return foreign(a, b)
    if languages[0] == languages[1] and declined(a, b, languages[0], persons=False):
        return READ, "the same name in another case"
    return _same_words(a, b)


def _same_words(a: str, b: str) -> Verdict:
    left, right = ([part for part in parts(name) if part.text != "group"] for name in (a, b))
    if left and len(left) == len(right) and all(x.sounds & y.sounds for x, y in zip(left, right, strict=True)):
        return ONE if left == right else READ, "the same words of the name"
    return 0.3, "other words"


def _treaties(a: str, b: str) -> Verdict:
    """Treaties: one instrument, the same own words or ideas, the same number."""
    if numerals(a) != numerals(b):
        return NEVER, "another number"
    (one, left), (other, right) = treaty(a), treaty(b)
    if one != other or not left or not right:
        return 0.3, "another instrument" if left and right else "no words of its own"
    if left == right and len(left) == 1 and min(left).startswith(IDEA):
        return UNSURE, "a word that many treaties share"
    if left == right:
        return READ, f"the same {one or 'words'}: {', '.join(sorted(word.removeprefix(IDEA) for word in left))}"
    if len(left & right) > 1 and (left < right or right < left):
        return SHORTER, f"the same {one or 'words'}, more words in one"
    return 0.3, "other words"


def _place_hints(verdict: Verdict, hints: tuple[str, str], languages: tuple[str, str]) -> Verdict:
    """Two things of one name are told apart by hints of one language that share nothing."""
    if verdict[0] < HINTED or not all(hints) or languages[0] != languages[1]:
        return verdict
    left, right = (said(hint, code) for hint, code in zip(hints, languages, strict=True))
    return verdict if left & right else (UNSURE, f'said to be two: "{hints[0]}", "{hints[1]}"')
