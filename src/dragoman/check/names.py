"""Every name of the report in the sources: there, spelt otherwise, in another office, or not there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from anyascii import anyascii

from dragoman.check import places
from dragoman.check.case import Case
from dragoman.check.heard import sounded
from dragoman.check.verdicts import Evidence, Verdict
from dragoman.compare.folding import same_person
from dragoman.languages.world import gazetteer
from dragoman.records import Mention
from dragoman.store.words import latin, tokens

__all__ = ["names"]

_SLIP = 0.8  # from here two names may be one with a slip of the pen, as in compare/entities.py
_HEARD = 0.9  # from here they are one name in two spellings
_LIKE = 0.62  # below, two names share nothing that a slip could explain
_CHECKED = ("PER", "ORG", "GPE", "LOC", "FAC")
WORD = re.compile(r"[a-z0-9]+")
RUN = re.compile(r"(?<![\w'’-])(?=([^\W\d_a-zа-я][\w'’-]+ [^\W\d_a-zа-я][\w'’-]+))")  # Roman Opimach
ACRONYM = re.compile(r"(?:[lLdD]['’])?[^\W\d_a-zа-я]{2,6}")  # L'AMA, МВФ
VOWEL = re.compile(r"[aeiouyhj'’]")
_SOUNDS = str.maketrans("cqwzx", "skvss")  # letters that one script writes where the other has another
_BONES = 3  # consonants from which a surname is told by them


def names(case: Case) -> Iterator[Verdict]:
    """One verdict a name, at its first mention; offices beside names are roles.py's."""
    quotes = [one for one in case.quotes[case.report.source.id] if one.kind in ("direct", "partial")]
    seen: set[str] = set()
    for mention in case.report.reading.of(Mention):
        if mention.form != "name" or mention.kind not in _CHECKED:
            continue
        if any(span.covers(mention.hull) for one in quotes for span in one.spans):
            continue
        if mention.name not in seen:
            seen.add(mention.name)
            verdict = _judged(case, mention)
            if verdict is not None:
                yield verdict


def _judged(case: Case, mention: Mention) -> Verdict | None:
    place = _written(case, mention.name)
    if place is not None:
        return _said(mention, "found", [place])
    if mention.kind == "PER":
        return _person(case, mention)
    held = _mentions(case, mention)
    if held:
        return _said(mention, "found", [Evidence(span=held[0].hull)], how="other name")
    thing = gazetteer(case.report.article.language).known(mention.name)
    spelt = {*tokens(mention.name), *latin(mention.name)}
    if any(word in case.shelf.postings for word in spelt if len(word) > 2):
        return None
    if thing is not None:
        return _said(mention, "absent", why="No source has this place.") if places.is_absent(case, thing) else None
    return None if _foreign(case) else _said(mention, "absent", why="No source has this name.")


def _written(case: Case, name: str) -> Evidence | None:
    """The first place that has all words of a name in a row, accents and capitals aside."""
    words = tokens(name)
    for number in case.shelf.holding(words):
        for first, last in case.shelf.words[number].exact(words):
            held = case.shelf.words[number]
            return Evidence(span=held.article.text.span(*held.range(first, last)))
    return None


def _person(case: Case, mention: Mention) -> Verdict | None:
    scored = sorted(
        (
            (round(score, 3), _language(case, other), other.name, other, "slip" in why)
            for other in _people(case)
            for score, why in [same_person(mention.name, other.name)]
        ),
        key=lambda one: (-one[0], one[4], not one[1], one[2], one[3].source, one[3].start),
    )
    best = scored[0] if scored else None
    near = any(one[0] >= _SLIP for one in scored if one[1] or one[2].isascii() == mention.name.isascii())
    abroad = next((one[3] for one in scored if not one[1] and sounded(mention.name, one[2])), None)
    if abroad is not None and not near:  # where its own script has nearly the name, that is how it is written
        return _said(mention, "found", [Evidence(span=abroad.hull)], how="other spelling")
    slip = best is not None and best[4] and (best[1] or best[2].isascii())
    at_home = slip or (best is not None and best[1] and _respelt(mention.name, best[2]))
    if best and best[0] >= _HEARD and not at_home:
        return _said(mention, "found", [Evidence(span=best[3].hull)], how="other spelling")
    if best and (best[0] >= _SLIP or at_home or _shares(mention.name, best[2])) and len(tokens(mention.name)) > 1:
        why = f"The source spells it “{case.words(best[3].hull)}”."
        return _said(mention, "differing", [Evidence(span=best[3].hull)], how="spelling", why=why)
    heard = _heard(case, mention.name)
    if heard is not None:
        return _said(mention, "found", [heard], how="other spelling")
    if _pronounced(case, mention.name):
        return None
    if len(tokens(mention.name)) == 1 and (best is None or best[0] >= 0.5 or not _language_known(case)):
        return None
    if ACRONYM.fullmatch(mention.name) and _foreign(case):  # AMA, WADA: letters of other words
        return None
    return _said(mention, "absent", why="No source has this name.")


def _heard(case: Case, name: str) -> Evidence | None:
    """The first place where a source has words that are the whole name in another spelling, though not read as one."""
    if len(tokens(name)) < 2:
        return None
    for article in case.shelf.articles:
        for hit in RUN.finditer(article.text.value):
            score, why = same_person(name, hit[1])
            same = sounded(name, hit[1])
            whole = len(tokens(hit[1])) == len(tokens(name)) and "slip" not in why  # no "Kim Jong" for "Kim Jong-gil"
            if (same or (score >= _HEARD and whole)) and article.language != case.report.article.language:
                return Evidence(span=article.text.span(*hit.span(1)))
    return None


def _pronounced(case: Case, name: str) -> bool:
    """True when a surname may be one of another script as it is heard: "Вэнс", "Vance"."""
    last = tokens(name)[-1]
    if last.isascii():
        return False
    bones = _bones(last)
    return len(bones) >= _BONES and any(
        _bones(tokens(other.name)[-1]) == bones for other in _people(case) if tokens(other.name)
    )


def _bones(word: str) -> str:
    """The consonants of a word as they sound: Vance and Вэнс are v-n-s."""
    return VOWEL.sub("", anyascii(word).lower().translate(_SOUNDS))


def _shares(name: str, other: str) -> bool:
    """True when a part is the same and the other parts are alike: "Kim Jong Gil" for "Kim Jong Gyu"."""
    mine, theirs = (WORD.findall(anyascii(one).lower()) for one in (name, other))
    if len(mine) != len(theirs) or len(mine) < 2:
        return False
    apart = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    return len(apart) <= 2 and all(a[:2] == b[:2] for a, b in apart)


def _respelt(name: str, other: str) -> bool:
    """True for two spellings of one language that differ in one part, not in parts left out or their order."""
    mine, theirs = (WORD.findall(anyascii(one).lower()) for one in (name, other))
    apart = [(a, b) for a, b in zip(mine, theirs, strict=False) if a != b]
    return len(mine) == len(theirs) and len(apart) == 1 and len(apart[0][0]) > 2


def _people(case: Case) -> list[Mention]:
    found: dict[tuple[str, str], Mention] = {}
    for reading in case.readings:
        for one in reading.of(Mention):
            if one.form == "name" and one.kind in ("PER", "MISC"):
                found.setdefault((one.name, reading.article.language), one)
    return list(found.values())


def _language(case: Case, mention: Mention) -> bool:
    return case.view.language(mention.source) == case.report.article.language


def _language_known(case: Case) -> bool:
    """True when some source is in the report's language: only then a name that is not there is surely missing."""
    return any(article.language == case.report.article.language for article in case.shelf.articles)


def _foreign(case: Case) -> bool:
    """True when some source is in another language: it may have the name in other words."""
    return any(article.language != case.report.article.language for article in case.shelf.articles)


def _mentions(case: Case, mention: Mention) -> list[Mention]:
    """The mentions in the sources of the entity that a name of the report belongs to."""
    own = case.report.source.id
    party = case.who.entity(own, mention.refers_to or mention.name)
    entity = next((one for one in case.entities if one.id == party), None)
    return [one for one in entity.mentions if one.source != own] if entity else []


def _said(
    mention: Mention, verdict: str, evidence: Sequence[Evidence] = (), *, how: str = "", why: str = ""
) -> Verdict:
    return Verdict(
        start=mention.start,
        end=mention.end,
        kind="name",
        verdict=verdict,
        how=how,
        why=why,
        evidence=tuple(evidence),
    )
