"""The office that the report gives a person, held against those that the sources give the same person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.check.case import Case
from dragoman.check.verdicts import Evidence, Verdict
from dragoman.languages import Language, language
from dragoman.records import Mention
from dragoman.store.words import tokens

__all__ = ["roles"]

_REACH = 60  # characters before or behind a name in which an office may stand beside it
_NEXT = 2  # characters between an office and the name it belongs to
_DEPUTY = 24  # characters before an office in which "First Deputy" may stand
#: Heads of companies, unions and bodies go by each other's titles: "union leader" may be the union's president.
_HEADS = frozenset({"president", "chief executive", "director general", "secretary general", "union leader"})
_RIVALS = frozenset({"chief executive", "union leader"})  # the heads of the two sides of a strike


def roles(case: Case) -> Iterator[Verdict]:
    """One verdict where the report gives a person an office, and the sources only others."""
    own = case.report.source.id
    seen: set[tuple[str, int]] = set()
    for mention in case.report.reading.of(Mention):
        mine = _offices(case, mention)
        if not mine or (mention.name, mine[0][1]) in seen:
            continue
        seen.add((mention.name, mine[0][1]))
        party = case.who.entity(own, mention.refers_to or mention.name)
        entity = next((one for one in case.entities if one.id == party), None)
        theirs = [
            (one, found)
            for one in (entity.mentions if entity else ())
            if one.source != own
            for found in _offices(case, one)
        ] or [(place, found) for place in _written(case, mention) for found in _offices(case, place)]
        if theirs and not any(_may_be(office, other) for office, _, _ in mine for _, (other, _, _) in theirs):
            yield _said(mine[0], mention, theirs[0][0])


def _written(case: Case, mention: Mention) -> list[Mention]:
    """The places of a whole name in the sources, where nobody was read there."""
    words, found = tokens(mention.name), []
    for number in case.shelf.holding(words) if len(words) > 1 else ():
        held = case.shelf.words[number]
        spans = (held.article.text.span(*held.range(*run)) for run in held.exact(words))
        read = {one.article.source for one in case.readings}
        found += [replace(mention, spans=(span,), role="") for span in spans if span.source in read]
    return found


def _may_be(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """True for one office, or for two titles that the head of one body may bear."""
    both = mine | theirs
    return bool(mine & theirs) or (both <= _HEADS and bool(both & _RIVALS) and both != _RIVALS)


def _offices(case: Case, mention: Mention) -> list[tuple[frozenset[str], int, int]]:
    """(what the office may be, original start, end) named beside a person, in the same sentence and clause."""
    if mention.kind != "PER" or mention.form != "name":
        return []
    line = case.line_of(mention)
    if line is None:
        return []
    source = case.report.source if mention.source == case.report.source.id else case.shelf.by_id[mention.source]
    words = language(case.view.language(mention.source))
    pattern, deputy, keys = words.once(_patterns)
    low, high = max(line.span.start, mention.start - _REACH), min(line.span.end, mention.end + _REACH)
    found = []
    for hit in pattern.finditer(source.text, low, high):
        between = (
            source.text[hit.end() : mention.start]
            if hit.end() <= mention.start
            else source.text[mention.end : hit.start()]
        )
        lead = source.text[max(low, hit.start() - _DEPUTY) : hit.start()]
        beside = _beside(between, before=hit.end() <= mention.start) and not _anothers(case, mention, hit.span())
        if beside and not deputy.search(lead):
            found.append((keys[_office(hit)], hit.start(), hit.end()))
    return found


def _anothers(case: Case, mention: Mention, office: tuple[int, int]) -> bool:
    """True when another person stands between an office and a name, or right behind the office."""
    people = [one for one in case.view.article(mention.source).reading.of(Mention) if one.kind == "PER"]
    others = [one for one in people if one.form == "name" and not one.hull.meets(mention.hull)]
    low, high = (office[1], mention.start) if office[1] <= mention.start else (mention.end, office[1] + _NEXT)
    return any(low <= one.start <= high for one in others)


def _office(hit: re.Match[str]) -> str:
    """The words of an office without a word between: "ministre russe de la défense" is "ministre de la défense"."""
    words = " ".join(hit["office"].lower().replace("’", "'").split())
    between = next((one.lower() for one in hit.groups()[1:] if one), "")
    return words.replace(f" {between} ", " ", 1) if between else words


def _patterns(words: Language) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, frozenset[str]]]:
    """A pattern of a language's offices, one of what makes an office another, and {words: what they may mean}."""
    keys: dict[str, set[str]] = {}
    for office, forms in words.table("check", "offices").items():
        for form in forms:
            keys.setdefault(form, set()).add(office)
    spelt = "|".join(_spelt(form) for form in sorted(keys, key=lambda form: (-len(form), form))) or r"(?!)"
    states = "|".join(map(re.escape, words.words("check", "office_prefixes"))) or r"(?!)"
    before = "|".join(map(re.escape, words.words("check", "deputy"))) or r"(?!)"
    return (
        re.compile(rf"(?<!\w)(?:{states})?(?P<office>{spelt})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{before})[\s-]?\s*$", re.IGNORECASE),
        {form: frozenset(offices) for form, offices in keys.items()},
    )


def _spelt(form: str) -> str:
    """An office as a pattern; an adjective may stand behind its first word: "ministre russe de la défense"."""
    head, _, rest = re.escape(form).replace("'", "['’]").partition(r"\ ")
    return rf"{head}(?: ([^\W\d_][\w-]{{3,}}))? {rest}" if rest else head


def _beside(between: str, *, before: bool) -> bool:
    """True when only a country, a body or a comma stands between an office and a name."""
    if any(one in between for one in '.;:!?()«»“”„"\n') or between.count(",") > 1:
        return False
    if before and between.rpartition(",")[2].lstrip()[:1].islower() and "," in between:
        return False
    words = between.replace(",", " ").split()
    lowered = [word for word in words if word[0].islower() and len(word) > 3]
    return len(words) <= 7 and len(lowered) <= (2 if before else 3) and (before or between.lstrip().startswith(","))


def _said(mine: tuple[frozenset[str], int, int], mention: Mention, other: Mention) -> Verdict:
    return Verdict(
        start=mine[1],
        end=mine[2],
        kind="name",
        verdict="differing",
        how="role",
        why=f"The sources give {mention.name} another office.",
        evidence=(Evidence(span=other.hull, note=other.role),),
    )
