"""Pairs of claims → does the first strengthen, does it weaken the second, as far as the product's findings tell.

Strengthens: a comparable claim of both is the same, compatible or refining. Weakens: a contradiction, differing claims
or an altered quotation touches both. Such pairs are mostly opinions that share no fact, so most of them get neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.compare import compare
from dragoman.read import read, sift
from dragoman.records import Source, Story
from dragoman.settings import Settings

__all__ = ["judged", "pairs"]

STRONGER = frozenset({"same", "compatible", "refining"})
WEAKER = frozenset({"contradiction", "differing_claims", "altered_quotation", "probable_error", "differing_certainty"})


def pairs(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """One item a row with `claim_a` and `claim_b`."""
    for row in rows:
        sources = [_source(row, key) for key in ("claim_a", "claim_b")]
        if sources[0].id == sources[1].id:
            yield {"id": str(row["id"]), "layer": "claims", "strengthens": True, "weakens": False}
            continue
        readings = [read(sift(one)) for one in sources]
        story = compare(readings, sources, settings=Settings(encoder=False))
        yield {"id": str(row["id"]), "layer": "claims", **judged(story)}


def _source(row: Mapping[str, Any], key: str) -> Source:
    meta = (("date", str(row["date"])),) if row.get("date") else ()
    return Source(raw=str(row[key]).encode("utf-8", "replace"), name=key, meta=meta)


def judged(story: Story) -> dict[str, bool]:
    """{"strengthens", "weakens"} of a story of two claims."""
    of = {claim.id: {fact.source for fact in claim.facts} for claim in story.claims}
    across = [one for one in story.matches if of[one.left] != of[one.right]]
    weakens = any(one.kind in WEAKER and len({span.source for span in one.spans}) > 1 for one in story.findings)
    return {"strengthens": not weakens and any(one.verdict in STRONGER for one in across), "weakens": weakens}
