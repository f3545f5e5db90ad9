"""What the report tells as done, and the sources only as planned, possible, conditional, denied or somebody's claim.

A sentence of the report in its own voice and without a word of doubt is held against the sentences of the sources that
tell the same. When none of the nearest tells it as fact, the report is firmer than its sources.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.check.case import Case, Line
from dragoman.check.verdicts import Evidence, Verdict
from dragoman.languages import language
from dragoman.read.standing import cues
from dragoman.records import Event, Quote

__all__ = ["standings"]

#: How related a sentence must be to tell the same, and how much less related than the nearest one it may be to vouch
#: for the report. Swept on quality/sets/check.
_SAME_THING, _SLACK = 0.42, 0.14
_OPEN = ("cancelled", "denied", "conditional", "planned", "possible", "claimed")
_CUES = ("conditional", "possible", "planned", "deny", "refusal", "hedge", "would")
_MOST = 0.5  # share of a sentence that a report of speech must cover for the sentence to be its


def standings(case: Case) -> Iterator[Verdict]:
    """One verdict a sentence whose standing in the sources can be told."""
    for line in case.mine:
        own = [one for one in case.report.reading.of(Event) if line.span.covers(one.hull)]
        if _standing(case, line, own)[0] != "fact" or line.text.rstrip().endswith("?"):
            continue
        related = case.related(line)
        floor = max(_SAME_THING, related[0][0] - _SLACK) if related else 1.0
        near = [one for score, one in related if score >= floor][:6]
        if not near:
            continue
        told = [(one, *_standing(case, one, _events(case, one, own))) for one in near]
        if any(standing == "fact" for _, standing, _ in told):
            if own:
                yield _said(line, "found", [(one, "") for one, standing, _ in told if standing == "fact"])
            continue
        _, standing, who = told[0]
        yield _said(line, "differing", [(one, name) for one, _, name in told], how=standing, who=who)


def _events(case: Case, line: Line, own: Sequence[Event]) -> list[Event]:
    """The events of a source's sentence; of those of the report's type only these, when there are any."""
    held = [one for one in case.view.article(line.source).events(line.span) if line.span.meets(one.hull)]
    types = {one.type for one in own}
    return [one for one in held if one.type in types] or held


def _standing(case: Case, line: Line, events: Sequence[Event]) -> tuple[str, str]:
    """("fact", "") or ("claimed", who), ("planned", "") …: how a sentence tells what it tells."""
    told = [one for one in events if one.type != "statement"]
    words = cues(language(line.language))
    claim = _claim(case, line)
    if told and all(one.standing in _OPEN for one in told):
        first = told[0]
        return first.standing, first.claimed_by or (claim.speaker or "" if claim else "")
    found = next((key for key in _CUES if words.has(key, line.text.lower())), "")
    if found and not any(one.standing in ("happened", "under way") for one in told):
        return {"deny": "denied", "refusal": "denied", "hedge": "claimed", "would": "conditional"}.get(found, found), ""
    if claim is not None:
        return "claimed", claim.speaker or ""
    return "fact", ""


def _claim(case: Case, line: Line) -> Quote | None:
    """The report of speech that a sentence mainly is."""
    for one in case.quotes.get(line.source, []):
        inside = sum(
            min(span.end, line.span.end) - max(span.start, line.span.start)
            for span in one.spans
            if span.meets(line.span)
        )
        if one.kind != "scare" and inside >= _MOST * len(line.span) and one.speaker:
            return one
    return None


def _said(line: Line, verdict: str, near: Sequence[tuple[Line, str]], *, how: str = "", who: str = "") -> Verdict:
    why = ""
    if verdict != "found":
        why = f"The sources tell it as {how}{f', by {who}' if who else ''}; the report as fact."
    return Verdict(
        start=line.span.start,
        end=line.span.end,
        kind="standing",
        verdict=verdict,
        how=how,
        why=why,
        evidence=tuple(Evidence(span=one.span, note=name) for one, name in near[:4]),
    )
