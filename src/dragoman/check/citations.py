"""Every citation of the report: is the source cited among those given, and does it hold what it is cited for?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.check.alignment import can_align, nearest
from dragoman.check.case import Case, Line
from dragoman.check.report import Citation
from dragoman.check.verdicts import Evidence, Verdict
from dragoman.compare.surfaces import folded

__all__ = ["citations"]

_HOLDS = 0.3  # how related a sentence of the cited source must be where nothing else can be checked
_ALIKE = 0.45  # how alike in meaning, in another language; unrelated ones of one story have .3


def citations(case: Case, verdicts: Sequence[Verdict]) -> Iterator[Verdict]:
    """One verdict a citation, from the verdicts on the sentence that it stands in."""
    for one in case.report.citations:
        line = next((held for held in reversed(case.mine) if held.span.start < max(one.at, 1)), None)
        if line is None:
            continue
        source = _source(case, one.target)
        if source is None:
            if _label(one.target):
                yield _said(one, "absent", why=f"No source given is called {one.target}.")
            continue
        yield _judged(case, one, line, source, verdicts)


def _judged(case: Case, one: Citation, line: Line, source: str, verdicts: Sequence[Verdict]) -> Verdict:
    told = [v for v in verdicts if line.span.start <= v.start < line.span.end and v.kind not in ("name", "standing")]
    sound = [v for v in told if not v.finding]
    held = [v for v in sound if any(place.span.source == source for place in v.evidence)]
    if sound:
        missing = [v for v in sound if v not in held]
        if not missing:
            return _said(one, "found", [p for v in held for p in v.evidence if p.span.source == source][:1])
        where = missing[0].evidence[0]
        label = case.shelf.label(where.span.source)
        why = f"{case.shelf.label(source)} does not have it; {label} does."
        return _said(one, "differing", [where], how="another source", why=why)
    related = [(score, other) for score, other in case.related(line) if other.source == source]
    if related and related[0][0] >= _HOLDS:
        return _said(one, "found", [Evidence(span=related[0][1].span)])
    foreign = [other for other in case.lines if other.source == source and other.language != line.language]
    close = nearest(case, line, foreign)[:1] if foreign and can_align(case, line) else []
    if close and close[0].alike >= _ALIKE:
        return _said(one, "found", [Evidence(span=close[0].line.span)])
    shown = [Evidence(span=related[0][1].span)] if related else []
    return _said(one, "absent", shown, why=f"{case.shelf.label(source)} has nothing of this sentence.")


def _source(case: Case, target: str) -> str | None:
    """The source that a label, address, file name or outlet names; None when it is none of those given."""
    for source, article in zip(case.shelf.sources, case.shelf.articles, strict=True):
        names = {case.shelf.label(source.id), source.name, source.name.rpartition("/")[2]}
        if target in names or (article.url and _address(article.url) == _address(target)):
            return source.id
    outlets = [
        source.id
        for source, article in zip(case.shelf.sources, case.shelf.articles, strict=True)
        if article.outlet and folded(article.outlet) in folded(target)
    ]
    return outlets[0] if len(outlets) == 1 else None


def _address(url: str) -> str:
    return url.split("#")[0].split("?")[0].partition("://")[2].removeprefix("www.").rstrip("/")


def _label(target: str) -> bool:
    """True for a label of ours: an address that is not among the sources is somebody else's."""
    return target[:1] == "D" and target[1:].isdigit()


def _said(one: Citation, verdict: str, evidence: Sequence[Evidence] = (), *, how: str = "", why: str = "") -> Verdict:
    start, end = one.span
    return Verdict(start=start, end=end, kind="citation", verdict=verdict, how=how, why=why, evidence=tuple(evidence))
