"""Verbs that tell of a step only where an agreement is what they are done to: "its board endorsed it two days later".

The agreement stands in the clause, or the clause follows its name ("the deal, which they had struck in May"), or a
pronoun stands for it and no law was named since.
"""

from __future__ import annotations

import re

from dragoman.read.namings import Naming
from dragoman.read.pactwords import vocabulary
from dragoman.read.scene import Scene

__all__ = ["has_pronoun", "is_law_before", "is_named_before", "is_of_pact", "is_right_behind"]

_LEAD = 60  # characters before a verb in which its pronoun may stand: "l'ont, après un long débat, approuvé"
_TAIL = 24  # characters behind it, as for "it"
_QUOTED = re.compile(r"^\s?[«“\"][^»”\"\n]*[»”\"]")  # the words in marks that end a name: «one for one»
_BACK = 400  # characters before a pronoun in which the agreement was named
_LINK = re.compile(r"(?:[^.;:()\n]{0,80})$")


def is_of_pact(scene: Scene, start: int, end: int, clause: tuple[int, int]) -> bool:
    """True where the verb at start..end does something with an agreement, by its clause or what points back."""
    words, value = vocabulary(scene.page.language), scene.page.value
    if words.papers is None:
        return False
    if words.papers.search(value, *clause):
        return True
    before, after = words.beside
    lead, tail = value[max(clause[0], start - _LEAD) : start], value[end : end + _TAIL]
    if (before and before.search(lead)) or (after and after.match(tail)) or has_pronoun(scene, start, end):
        return is_named_before(scene, start)
    return _follows(scene, clause[0])


def has_pronoun(scene: Scene, start: int, end: int) -> bool:
    """True for a verb that holds its pronoun itself: "aprobarlo"."""
    cue = vocabulary(scene.page.language).made("enclitic")
    return cue is not None and cue.fullmatch(scene.page.value, start, end) is not None


def is_right_behind(scene: Scene, one: Naming, at: int) -> bool:
    """True where what stands at a place is about the name before it: "la tregua anterior, pactada"."""
    gap = scene.page.value[one.end : at]
    other = vocabulary(scene.page.language).other
    year = vocabulary(scene.page.language).made("year_word")
    named = year.match(gap.lstrip()) if year and gap[:1] == " " and scene.page.value[one.end - 1].isdigit() else None
    gap = gap.lstrip()[named.end() :] if named else gap
    rest = _QUOTED.sub("", gap, count=1).strip(" ,") if len(gap) <= _LEAD else gap
    return not rest or bool(other and gap[:1] == " " and other.fullmatch(rest))


def is_named_before(scene: Scene, at: int) -> bool:
    """True where the last of agreements and laws named before a pronoun, in the paragraph, is an agreement."""
    words, value = vocabulary(scene.page.language), scene.page.value
    floor = max(scene.paragraph(at)[0], at - _BACK)
    papers = [one.start() for one in words.papers.finditer(value, floor, at)] if words.papers else []
    law = words.made("law")
    laws = [one.start() for one in law.finditer(value, floor, at)] if law else []
    return bool(papers) and (not laws or papers[-1] > laws[-1])


def is_law_before(scene: Scene, at: int) -> bool:
    """True where a pronoun stands for a law named last in its sentence: "рассмотрит закон, затем | его подпишет"."""
    words, value, a = vocabulary(scene.page.language), scene.page.value, scene.sentence(at)[0]
    law = words.made("law")
    laws = [one.start() for one in law.finditer(value, a, at)] if law else []
    papers = [one.start() for one in words.papers.finditer(value, a, at)] if words.papers else []
    return bool(laws) and (not papers or laws[-1] > papers[-1])


def _follows(scene: Scene, at: int) -> bool:
    """True for a clause that begins behind an agreement with a word for it: "the deal, which", "el pacto que"."""
    words, value = vocabulary(scene.page.language), scene.page.value
    relative = words.made("which")
    if relative is None or words.papers is None:
        return False
    a = scene.sentence(at)[0]
    opened = relative.match(value, at) or relative.search(value, max(a, at - 12), at)
    named = list(words.papers.finditer(value, a, at + 1))
    return bool(opened and named) and _LINK.match(value[named[-1].end() : at]) is not None
