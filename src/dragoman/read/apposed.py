"""The person named in a title or behind its comma: "President X", "the adviser, Y,", "Minister X and Chancellor Y"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.read.company import LIMIT, Placed, is_name, trimmed_phrase
from dragoman.read.cues import WORD
from dragoman.read.voice import Speaker

if TYPE_CHECKING:
    from dragoman.read.cast import Cast

__all__ = ["after_comma", "apposed", "group_beside", "titled_before"]

APPOSITION = re.compile(r"\s?[,(]\s?")
GROUP = 6  # words of "and the Western powers"
BESIDE = 30  # characters of a title in front of a name set off by a comma: "su marido, el diputado X"
TITLE = 8  # words of a title between commas
SHORTEST_NAME = 5  # letters of a name in capitals; less is the acronym of a body: глава ЦБ


def apposed(cast: Cast, inside: list[Placed], head: Placed | None, a: int, b: int) -> Speaker | None:
    """The person named inside a phrase that a title or country heads ("President X", "Ukraine's X")."""
    people = [one for one in inside if one[2].kind == "PER" and one[2].form == "name" and not cast.oblique(one[0])]
    people = [one for one in people if cast.text[one[1] : one[1] + 2] not in ("'s", "s'", "' ")]
    people = [one for one in people if not cast._dateline(one) and not _ruled(cast, a, one)]
    if people and _office_of(cast, a, people[0][0]):
        return None
    people = [one for one in people if not (one[2].name.isupper() and len(one[2].name) < SHORTEST_NAME)]
    if head is not None and head[2].kind == "PER":
        return None
    if (both := _jointly(cast, people, a, b)) is not None:
        return both
    if len({one[2].refers_to for one in people}) != 1:
        return None
    return Speaker(people[0][2].refers_to, *trimmed_phrase(cast.text, a, b), "subject", person=True)


def _jointly(cast: Cast, people: list[Placed], a: int, b: int) -> Speaker | None:
    """Two people whom "and" and a title join ("President X and Chancellor Y")."""
    names = list(dict.fromkeys(one[2].refers_to for one in people))
    if len(names) != 2 or len(people) != 2:
        return None
    between = [word.lower() for word in WORD.findall(cast.text[people[0][1] : people[1][0]])]
    if not between or between[0] not in cast.lex.conjunctions:
        return None
    if not all(word in cast.lex.determiners or _titled(cast, word) for word in between[1:]):
        return None
    return Speaker(names[0], *trimmed_phrase(cast.text, a, b), "subject", (names[1],), person=True, plural=True)


def _titled(cast: Cast, word: str) -> bool:
    """True for a role, and for a compound that ends in one where the language makes them."""
    return cast.lex.is_role(word) or (cast.lex.capitals and word.endswith(cast.lex.role_ends or ("\n",)))


def _ruled(cast: Cast, a: int, one: Placed) -> bool:
    """True for a person in the phrase of a preposition, title and all: "a spokesman for President X"."""
    before = cast.text[a : one[0]].rstrip(" ,")
    if one[2].role and before.endswith(one[2].role):
        start = a + len(before) - len(one[2].role)
        words = [word.lower() for word in WORD.findall(cast.text[a:start])]
        while words and words[-1] in cast.lex.determiners - cast.lex.prepositions:
            words.pop()
        return len(words) > 1 and words[-1] in cast.lex.prepositions
    words = list(WORD.finditer(cast.text, a, one[0]))
    ruling = [word for word in words[1:] if word.group().lower() in cast.lex.prepositions - cast.lex.determiners]
    if not ruling or cast.text[: one[0]].rstrip().endswith(","):
        return False
    if words[-1].group()[0].islower() and not cast.lex.first.fullmatch(ruling[-1].group()):
        return False  # "l'élu d'opposition X": what stands between is a noun of the title
    beside = (other for other in cast.within(ruling[-1].end(), one[0]) if other[2].kind != "PER")
    return not any(not WORD.search(cast.text, other[1], one[0]) for other in beside)


def _office_of(cast: Cast, a: int, b: int) -> bool:
    """True where an office that answers for a person leads up to the name ("the office of President X")."""
    words = [word.lower() for word in WORD.findall(cast.text[a:b])]
    found = next((index for index, word in enumerate(words) if word in cast.lex.offices), len(words))
    return any(word in cast.lex.prepositions | cast.lex.determiners for word in words[found + 1 :])


def after_comma(cast: Cast, a: int, b: int) -> Speaker | None:
    """The person named behind a title: "the president's adviser, X," or "X, the adviser" turned round."""
    gap = APPOSITION.match(cast.text, b)
    if gap is None:
        return None
    for one in cast.within(gap.end(), gap.end() + BESIDE):
        close = cast.text[one[1] : one[1] + 1]
        between = WORD.findall(cast.text[gap.end() : one[0]])
        titled = all(cast.lex.is_role(word) or word.lower() in cast.lex.determiners for word in between) or (
            bool(between) and between[0].lower() in cast.lex.determiners and _of_a_people(cast, gap.end(), one[0])
        )
        person = one[2].kind == "PER" or (one[2].kind in ("LOC", "MISC") and _role_leads(cast, a, b, one))
        if titled and person and is_name(one[2]) and (close in ",.;:)—–" or _from_where(cast, one[1])):
            if _of_another(cast, a, b):
                start, end = trimmed_phrase(cast.text, a, one[1])
                return Speaker(" ".join(cast.text[start:end].split()), start, end, "apposition (described)")
            return Speaker(one[2].refers_to, *trimmed_phrase(cast.text, a, one[1]), "apposition", person=True)
    return None


def _from_where(cast: Cast, end: int) -> bool:
    """True where a few words tell what a person is of, up to a comma: "Tanju Özcan von der CHP, widersprach"."""
    behind, comma, _ = cast.text[end : end + BESIDE + 10].partition(",")
    words = WORD.findall(behind)
    plain = bool(words) and words[0].lower() in cast.lex.prepositions and not LIMIT.search(behind)
    return bool(comma) and plain and len(words) <= GROUP and words[-1][0].isupper()


def _of_another(cast: Cast, a: int, b: int) -> bool:
    """True for an aide whom nothing marks out, before a comma: "an adviser to the president, X" may name either.

    With an article that marks one out ("the president's adviser, X") the name is theirs.
    """
    words = [word.lower() for word in WORD.findall(cast.text[a:b])]
    marked = not cast.lex.definite or not words or words[0] in cast.lex.definite or words[0] in cast.lex.possessives
    if marked or words[0] not in cast.lex.determiners:
        return False
    ruled = next((at for at, word in enumerate(words) if at > 1 and word in cast.lex.prepositions), len(words))
    another = any(word in cast.lex.definite for word in words[ruled : ruled + 2])
    another = another or any(word in cast.lex.determiners for word in words[ruled : ruled + 1])  # "du président"
    return another and any(cast.lex.is_role(word) for word in words[ruled + 1 :])


def _of_a_people(cast: Cast, a: int, b: int) -> bool:
    """True where a demonym is the last word before a name: el anfitrión, el uruguayo X."""
    people = [one for one in cast.within(a, b) if one[2].form == "demonym"]
    return bool(people) and not WORD.search(cast.text, people[-1][1], b)


def _role_leads(cast: Cast, a: int, b: int, one: Placed) -> bool:
    """True for a name of two words or more behind a title: a person, whatever a list of names took it for."""
    first = WORD.findall(cast.text[a:b])[:3]
    return len(one[2].name.split()) > 1 and any(cast.lex.is_role(word) for word in first)


def group_beside(cast: Cast, a: int, b: int, inside: list[Placed], by: str) -> tuple[str, ...]:
    """Those without a name whom "and" joins to a name: "according to Kyiv and Western officials"."""
    words = list(WORD.finditer(cast.text, a, b))[: GROUP + 1]
    if not 1 < len(words) <= GROUP or words[0].group().lower() not in cast.lex.conjunctions:
        return ()
    named = any(other[0] >= a and is_name(other[2]) and other[2].form != "demonym" for other in inside)
    lower = [word.group().lower() for word in words]
    joined = by == "according" or any(_speaks(cast, word) for word in lower[1:])
    told = any(word in cast.lex.verbs or word in cast.lex.auxiliaries for word in lower)
    return (" ".join(cast.text[words[1].start() : b].split()),) if joined and not (told or named) else ()


def _speaks(cast: Cast, word: str) -> bool:
    return cast.lex.is_role(word) or word in cast.lex.bodies | cast.lex.parties


def titled_before(cast: Cast, low: int, at: int) -> tuple[int, Speaker] | None:
    """(where the title begins, the person) for "…, the governor, X, | told …": name and title set off before a verb."""
    for a, b, one in reversed(cast.within(low, at)):
        if one.kind != "PER" or not is_name(one) or cast.text[b:at].strip() != "," or cast.hides(a):
            continue
        head = cast.text[low:a].rstrip()
        title = head.removesuffix(",").rpartition(",")[2]
        words = [word.lower() for word in WORD.findall(title)]
        known = 1 < len(words) <= TITLE and words[0] in cast.lex.determiners
        if not head.endswith(",") or not known or not any(_titled(cast, word) for word in words):
            return None
        start = low + len(head) - 1 - len(title.lstrip())
        tokens = cast.page.tokens(start, start + len(title))
        if tokens is not None and any(token.pos_ in ("VERB", "AUX") for token in tokens):
            return None
        return start, Speaker(one.refers_to, start, b, "apposition", person=True)
    return None
