"""The office that the report gives a person, held against those that the sources give the same person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.check.case import Case
from dragoman.check.verdicts import Evidence, Verdict
from dragoman.languages import Language, alternatives, language
from dragoman.records import Mention

__all__ = ["roles"]

_REACH = 60  # characters before or behind a name in which an office may stand beside it


def roles(case: Case) -> Iterator[Verdict]:
    """One verdict where the report gives a person an office, and the sources only others."""
    own = case.report.source.id
    seen: set[tuple[str, str]] = set()
    for mention in case.report.reading.of(Mention):
        mine = _offices(case, mention)
        if not mine or (mention.name, mine[0][0]) in seen:
            continue
        seen.add((mention.name, mine[0][0]))
        party = case.who.entity(own, mention.refers_to or mention.name)
        entity = next((one for one in case.entities if one.id == party), None)
        theirs = [
            (one, found)
            for one in (entity.mentions if entity else ())
            if one.source != own
            for found in _offices(case, one)
        ]
        if theirs and not {office for office, _, _ in mine} & {found[0] for _, found in theirs}:
            yield _said(mine[0], mention, theirs[0][0])


def _offices(case: Case, mention: Mention) -> list[tuple[str, int, int]]:
    """(office, original start, end) named beside a person, in the same sentence and clause."""
    if mention.kind != "PER" or mention.form != "name":
        return []
    line = case.line_of(mention)
    if line is None:
        return []
    source = case.report.source if mention.source == case.report.source.id else case.shelf.by_id[mention.source]
    words = language(case.view.language(mention.source))
    pattern, keys = words.once(_pattern)
    low, high = max(line.span.start, mention.start - _REACH), min(line.span.end, mention.end + _REACH)
    found = []
    for hit in pattern.finditer(source.text, low, high):
        between = (
            source.text[hit.end() : mention.start]
            if hit.end() <= mention.start
            else source.text[mention.end : hit.start()]
        )
        if _beside(between, before=hit.end() <= mention.start):
            found.append((keys[hit[0].lower().replace("’", "'")], hit.start(), hit.end()))
    return found


def _pattern(words: Language) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of a language's offices, and {words: office}."""
    keys = {form: office for office, forms in words.table("check", "offices").items() for form in forms}
    spelt = alternatives(list(keys)).replace("'", "['’]")
    return re.compile(rf"(?<!\w)(?:{spelt})(?!\w)", re.IGNORECASE), keys


def _beside(between: str, *, before: bool) -> bool:
    """True when only a country, a body or a comma stands between an office and a name."""
    if any(one in between for one in '.;:!?()«»“”„"\n') or between.count(",") > 1:
        return False
    words = between.replace(",", " ").split()
    lowered = [word for word in words if word[0].islower() and len(word) > 3]
    return len(words) <= 7 and len(lowered) <= (2 if before else 3) and (before or between.lstrip().startswith(","))


def _said(mine: tuple[str, int, int], mention: Mention, other: Mention) -> Verdict:
    return Verdict(
        start=mine[1],
        end=mine[2],
        kind="name",
        verdict="differing",
        how="role",
        why=f"The sources give {mention.name} another office.",
        evidence=(Evidence(span=other.hull, note=other.role),),
    )
