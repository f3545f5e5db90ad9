"""Noun phrases that name an agreement: head, full extent, topic, years, parties, and whether they bring a new one.

"a historic mutual defence agreement"        kind agreement, topic defence, brings something new
"les traités signés entre A et B en 1961"    kind treaty, year 1961, parties A and B
"the document"                               vague: counts only beside another name of the agreement
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.read.nameextent import WORD, leftwards, rightwards
from dragoman.read.pactwords import Vocabulary, vocabulary
from dragoman.read.scene import Placed, Scene
from dragoman.read.sides import headline_sides, owner
from dragoman.read.sides import parties as parties_of
from dragoman.records import Mention

__all__ = ["Naming", "namings"]

_YEAR = re.compile(r"(?<![\d.-])(1[89]\d\d|20\d\d)(?![\d-])")
_TAIL = 90  # characters behind a name in which its parties or years may stand
_STOP = re.compile(r"[;:!?()«»“”\"\n]|\.(?=\s|$)")
_PLACE = frozenset({"GPE", "LOC", "FAC"})
_BEHIND = re.compile(r"\s(?:de (?:la |l')?|du |d'|del? |von |of )?((?:New )?[A-ZÀ-Þ][\w'-]+)")  # " de Barbados"
_COMPOUND = re.compile(r"(?<!\w)([A-ZÄÖÜ][a-zäöüß]{3,})-(?:[A-ZÄÖÜ]?[a-zäöüß]+)?$")  # "Simla-" of "Simla-Abkommen"
_ANY = frozenset({"deal", "agreement", "accord"})  # kinds that say nothing about the paper
_OF = re.compile(r"\s(?:\w{1,3}[\s'])?(?:\w{1,3}[\s'])?")  # between "the text" and "a treaty": " of "
_PART = 3  # letters of a first part that says something
_STEM = 5  # letters of a word that its cases share
_LONG = re.compile(r"[^\W\d_]{4,}")
_NEXT = re.compile(r"\s[^\W\d_]+")
_TITLE = re.compile(r"[A-ZÀ-Þ]\w+")


@dataclass(frozen=True)
class Naming:
    """A name at clean start..end. `years` are clean places of bare years that belong to it."""

    start: int
    end: int
    head: tuple[int, int]
    kind: str
    plural: bool = False
    new: bool = False  # "a pact", "another deal"
    other: bool = False  # "another", "an earlier", "a separate"
    first: bool = False  # "a first truce": another one where it has a date of its own
    topics: frozenset[str] = frozenset()
    years: tuple[tuple[int, int], ...] = ()
    parties: tuple[str, ...] = ()
    sides: frozenset[str] = frozenset()  # the parties' countries, names where no table knows them
    partners: frozenset[str] = frozenset()  # of the sides, those behind "with" or "between"
    proper: str = ""  # a name of its own: "Minsk", "New START"
    title: frozenset[str] = frozenset()  # its words with a capital, before the head
    about: frozenset[str] = frozenset()  # how the words begin that say what it is about: "on lake fishing"
    compound: str = ""  # what a compound says before the head, in small letters: "grenz" of "Grenzvertrag"
    this: bool = False  # "this accord": the one just named
    paper: bool = False  # a word that names an agreement only where it is signed: "a declaration"


def namings(scene: Scene) -> Iterator[Naming]:
    """Every noun phrase that may name an agreement, in reading order."""
    words = vocabulary(scene.page.language)
    if words.head is None:
        return
    value, last = scene.page.value, None
    for found in words.head.finditer(value):
        if not _is_noun(scene, found) or _is_idiom(words, value, found):
            continue
        one = _naming(scene, words, found)
        if last is not None and last.start <= one.start and one.end <= last.end:
            continue  # "cessez-le-feu" of "accord de cessez-le-feu"
        if last is not None and last.kind == "document" and _OF.fullmatch(value, last.end, one.start):
            last = None  # "the text of a peace treaty" names the treaty
        if last is not None and not one.start <= last.start:  # "the ceasefire" in "the ceasefire deal"
            yield last
        last = one if last is None or one.end >= last.end else last
    if last is not None:
        yield last


def _is_noun(scene: Scene, found: re.Match[str]) -> bool:
    token = scene.page.token(found.end() - 1)
    if token is None or token.pos_ in ("NOUN", "PROPN", "ADJ") or found[0][:1].isupper():
        return True
    the, before = vocabulary(scene.page.language).the, WORD.findall(scene.page.value[: found.start()][-16:])
    return bool(the and before and the.fullmatch(before[-1]))  # "Le nouveau traité", which a parser took for a verb


def _is_idiom(words: Vocabulary, value: str, found: re.Match[str]) -> bool:
    if words.not_naming is None:
        return False
    around = words.not_naming.finditer(value, max(0, found.start() - 40), min(len(value), found.end() + 40))
    return any(one.start() <= found.start() < one.end() or one.start() < found.end() <= one.end() for one in around)


def _naming(scene: Scene, words: Vocabulary, found: re.Match[str]) -> Naming:
    value = scene.page.value
    start, lead = leftwards(scene, words, found.start())
    end = rightwards(scene, words, found.end())
    tail = _STOP.split(value[end : end + _TAIL], maxsplit=1)[0]
    other = words.head.search(tail) if words.head else None
    tail = tail[: other.start()] if other else tail  # what follows belongs to the next name
    known = found[0] in words.acronyms
    proper = words.known_as(found[0] if known else value[start:end]) or _proper(scene, words, start, end, found)
    parties = [one for one in parties_of(scene, words, start, end, tail) if one.fact.name != proper]
    parties = [*owner(scene, start), *parties] if parties and end not in (one.end for one in parties) else parties
    parties += headline_sides(scene, start) if scene.aside(start) else []
    name = value[start:end]
    plural = bool(words.plural and words.plural.search(found[0]))
    kind, paper = _kind(words, found[0], name)
    return Naming(
        start=start,
        end=end,
        head=found.span(),
        kind=kind,
        paper=paper,
        this=bool((this := words.made("this")) and this.match(name)),
        about=_about(words, value[found.end() : end]),
        compound=_first_part(words, value, found),
        plural=plural,
        new=not (known or (words.the and (words.the.search(lead) or words.the.match(name)))),
        other=bool(words.other and words.other.search(f"{lead} {name}{_next_word(words, tail)}")),
        first=bool(words.first and words.first.search(f"{lead.split()[-1] if lead else ''} {name}")),
        topics=frozenset(topic for topic, cue in words.topics.items() if cue.search(name)),
        years=tuple((end + a, end + b) for a, b in _years(scene, words, tail, end))
        or tuple((start + one.start(), start + one.end()) for one in _YEAR.finditer(name)),
        parties=tuple(dict.fromkeys(one.fact.refers_to or one.fact.name for one in parties)),
        sides=frozenset(map(_side, parties)),
        partners=frozenset(_side(one) for one in parties if one.start >= end),
        proper=proper,
        title=_title(scene, words, start, found.start()) | _called(scene, words, found.end(), end),
    )


def _first_part(words: Vocabulary, value: str, found: re.Match[str]) -> str:
    """What a compound says of the paper, without the letters that join; "" where the language makes none."""
    vague = words.made("vague_parts")
    whole = found[0].casefold()
    if vague is None:
        return ""
    head = next((hit for cue in words.kinds.values() if (hit := _anywhere(cue).search(whole)) and hit.start()), None)
    first = whole[: head.start()].rstrip("s-") if head and head.end() == len(whole) else ""
    return first if len(first) > _PART and not vague.search(first) else ""


def _next_word(words: Vocabulary, tail: str) -> str:
    """The word right behind a name, where adjectives follow their noun: "la trêve précédente"."""
    found = _NEXT.match(tail) if words.after else None
    return found[0] if found else ""


def _title(scene: Scene, words: Vocabulary, start: int, head: int) -> frozenset[str]:
    """The words with a capital before the head, without its article; none in headlines, where capitals say nothing."""
    if scene.aside(start):
        return frozenset()
    found = _TITLE.findall(scene.page.value[start:head])
    small = (one for one in found if one.lower() in words.indefinite or (words.the and words.the.fullmatch(one)))
    return frozenset(found) - frozenset(small)


def _called(scene: Scene, words: Vocabulary, head: int, end: int) -> frozenset[str]:
    """The words with a capital behind "on": "the Convention on Cluster Munitions"; none where every noun has one."""
    cue = words.made("about") if not scene.page.language.section("agreements").get("compound") else None
    about = cue.search(scene.page.value, head, end) if cue else None
    found = _TITLE.findall(scene.page.value[about.end() : end]) if about and not scene.aside(head) else []
    return frozenset(found) if len(found) > 1 else frozenset()


def _side(one: Placed[Mention]) -> str:
    return one.fact.country or one.fact.refers_to or one.fact.name


def _kind(words: Vocabulary, head: str, name: str) -> tuple[str, bool]:
    """The kind of paper by its head, a "ceasefire deal" is a ceasefire; and whether it is one only when signed."""
    truce = words.kinds.get("ceasefire")
    found = _of_kind(words.kinds, head)
    if not found and (found := _of_kind(words.signable, head)):
        return found, True
    return "ceasefire" if found in _ANY and truce is not None and truce.search(name) else found or "document", False


def _about(words: Vocabulary, behind: str) -> frozenset[str]:
    """How the long words begin that stand behind "on", "sur", "об" in a name."""
    cue = words.made("about")
    found = cue.search(behind) if cue else None
    return frozenset(one.casefold()[:_STEM] for one in _LONG.findall(behind, found.end())) if found else frozenset()


def _of_kind(kinds: dict[str, re.Pattern[str]], head: str) -> str:
    whole = (kind for kind, cue in kinds.items() if cue.fullmatch(head))
    inside = (kind for kind, cue in kinds.items() if _anywhere(cue).search(head))
    return next(whole, "") or next(inside, "")


@cache
def _anywhere(cue: re.Pattern[str]) -> re.Pattern[str]:
    """The same words where they end a longer one, too."""
    return re.compile(cue.pattern.removeprefix(r"\b"), re.IGNORECASE)


def _years(scene: Scene, words: Vocabulary, tail: str, end: int) -> Iterator[tuple[int, int]]:
    """Bare years right behind a name, alone or in a row; a full date is no name."""
    for one in _YEAR.finditer(tail):
        a, b = end + one.start(), end + one.end()
        time = next((t for t in scene.times if t.start <= a and b <= t.end), None)
        if (
            time is not None
            and time.fact.value
            and len(time.fact.value) > 4
            and not re.fullmatch(r"\d{4}/\d{4}", time.fact.value)
        ):
            continue
        if re.search(r"(?<!\d)\d{1,2}\.? \w+,? $|\w+ (?<!\d)\d{1,2}, $", tail[: one.start()]):
            continue
        if not _is_dating(scene, words, tail[: one.start()], end):
            return
        yield one.start(), one.end()


def _is_dating(scene: Scene, words: Vocabulary, gap: str, at: int) -> bool:
    """True when only names, other years and words like "of", "signed in" stand between a name and its year."""
    if words.dated is None:
        return True
    if words.at_time is not None and words.at_time.fullmatch(gap.strip()):
        return False  # "signed the treaty in 1990": when, not which
    rest = list(gap)
    for one in scene.mentions_in(at, at + len(gap)):
        rest[one.start - at : one.end - at] = " " * (one.end - one.start)
    return not WORD.search(words.dated.sub(" ", _YEAR.sub(" ", "".join(rest))))


def _proper(scene: Scene, words: Vocabulary, start: int, end: int, found: re.Match[str]) -> str:
    """A place or a coined word that tells one agreement from all others: "Minsk agreements", "New START treaty"."""
    left, right = scene.page.value[start : found.start()], scene.page.value[found.end() : end]
    coined = words.coined.search(left) if words.coined else None
    if coined is not None:
        return next(one for one in coined.groups() if one)
    place = next((one for one in scene.mentions_in(start, found.start()) if one.fact.kind in _PLACE), None)
    if place is not None and place.fact.form == "name" and left.strip(" -").endswith(place.fact.name):
        return place.fact.name
    coined = re.search(r"\b((?:New )?[A-Z]{3,})[\s-]$", left)
    if coined is not None:
        return coined[1]
    coined = _COMPOUND.search(left) if scene.page.language.section("agreements").get("compound") else None
    if coined is not None and not any(cue.search(coined[0]) for cue in words.topics.values()):
        return coined[1]
    behind = _BEHIND.match(right)
    if behind is None:
        return ""
    mention = scene.mention_at(found.end() + behind.start(1), found.end() + behind.end(1))
    return behind[1] if mention is None or mention.fact.kind in (*_PLACE, "LAW", "MISC") else ""
