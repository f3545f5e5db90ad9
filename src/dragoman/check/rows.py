"""The verdicts for programs: one JSON object, as docs/check-schema.json describes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from dragoman.check.case import Case
from dragoman.check.verdicts import KINDS, VERDICTS, Evidence, Verdict
from dragoman.errors import UnknownChoice
from dragoman.records import exact

__all__ = ["FORMAT", "failing", "result"]

FORMAT = "dragoman-check/1"


def result(case: Case, verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """The whole result of a check."""
    report = case.report
    count = Counter(one.verdict for one in verdicts)
    return {
        "format": FORMAT,
        "report": {
            "name": report.source.name,
            "sha256": report.source.id,
            "language": report.article.language,
            "sentences": len(report.article.sentences),
        },
        "sources": [
            {"label": case.shelf.label(one.id), "name": one.name, "sha256": one.id, "language": article.language}
            for one, article in zip(case.shelf.sources, case.shelf.articles, strict=True)
        ],
        "counts": {name: count[name] for name in VERDICTS},
        "verdicts": [_row(case, one) for one in verdicts],
    }


def _row(case: Case, one: Verdict) -> dict[str, Any]:
    return {
        "start": one.start,
        "end": one.end,
        "words": case.report.source.text[one.start : one.end].encode("utf-8", "replace").decode(),
        "kind": one.kind,
        "verdict": one.verdict,
        "finding": one.finding,
        "how": one.how,
        "why": one.why,
        "marked": [list(place) for place in one.marked],
        "evidence": [_evidence(case, held) for held in one.evidence],
    }


def _evidence(case: Case, one: Evidence) -> dict[str, Any]:
    source = case.shelf.by_id[one.span.source]
    return {
        "label": case.shelf.label(source.id),
        **exact(source, one.span),
        "note": one.note,
        "marked": [[span.start, span.end] for span in one.marked],
    }


def failing(verdicts: Iterable[Verdict], kinds: str | None) -> list[Verdict]:
    """The findings that a run should fail for: all, or those whose kind or verdict is in `kinds` ("quotation,absent").

    A pair narrows: "quotation:altered". Raises UnknownChoice for a word that is neither.
    """
    found = [one for one in verdicts if one.finding]
    if kinds is None:
        return found
    wanted = [word.strip() for word in kinds.split(",") if word.strip()]
    for word in wanted:
        for part in word.split(":"):
            if part not in (*KINDS, *VERDICTS):
                raise UnknownChoice("kind or verdict", part, [*KINDS, *VERDICTS])
    return [one for one in found if any(set(word.split(":")) <= {one.kind, one.verdict} for word in wanted)]
