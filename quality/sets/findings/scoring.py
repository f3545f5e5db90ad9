"""The rules of the numbers: what the product finds in a pair, against its gold.

An alarm is a finding of kind contradiction, internal inconsistency, altered or spliced quotation. It is right when the
pair is real and its spans touch a marked place in each text (two marked places when the text stands alone).

precision       right alarms of all alarms; several alarms at the same pair that are right count once
recall          real pairs with a right alarm; a truncated quotation may also be told as such
verdict_right   pairs with the right verdict. The product's verdict is that of its gravest finding that touches the
                places, else of its match of claims that touch them, else "none": right where nothing is to be told
with .en … .cross for each language and across languages
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.build import build
from dragoman.records import Story
from dragoman.spans import Span
from quality.sets.findings.pairs import REAL, Pair

__all__ = ["Found", "found_in", "numbers_of", "predict", "verdict_of", "verdict_right"]

ALARMS = REAL - {"truncated quotation"}
#: The gravest first; a finding of another kind says nothing about whether two places agree.
GRAVITY = (
    "contradiction", "internal inconsistency", "spliced quotation", "altered quotation", "truncated quotation",
    "differing claims", "plan and outcome", "update", "translation variant",
)  # fmt: skip
NAMES = {"update over time": "update", "temporal update": "update", "plan vs outcome": "plan and outcome"}
JUDGED = {"updating": "update", "refining": "refining", "compatible": "compatible", "same": "same"}
QUIET = frozenset(("compatible", "refining", "same", "translation variant", "none"))


@dataclass(frozen=True, kw_only=True)
class Found:
    """One thing the product says: its kind, and whether it touches the places marked."""

    kind: str
    touches: bool
    judged: bool = False  # a match of claims, not a finding


def predict(pair: Pair) -> tuple[Found, ...]:
    """Findings and matches for the texts of a pair, as a user gets them from one file of JSON Lines."""
    rows = [
        {"text": side.words, "language": side.language, "outlet": outlet} | ({"date": side.date} if side.date else {})
        for side, outlet in zip(pair.sides, ("First Paper", "Second Paper"), strict=False)
    ]
    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder) / "pile.jsonl"
        pile.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        return found_in(pair, build([pile]).story)


def found_in(pair: Pair, story: Story) -> tuple[Found, ...]:
    """Findings and matches of a story made of a pair's texts."""
    return (*_findings(pair, story), *_matches(pair, story))


def _findings(pair: Pair, story: Story) -> Iterable[Found]:
    for finding in story.findings:
        yield Found(kind=_kind(finding.kind), touches=_touches(pair, story, finding.spans))


def _matches(pair: Pair, story: Story) -> Iterable[Found]:
    claims = {claim.id: claim for claim in story.claims}
    for match in story.matches:
        spans = [span for side in (match.left, match.right) for fact in claims[side].facts for span in fact.spans]
        kind = JUDGED.get(match.verdict, match.verdict)
        yield Found(kind=kind, touches=_touches(pair, story, spans), judged=True)


def _kind(kind: str) -> str:
    plain = kind.replace("_", " ").lower()
    return NAMES.get(plain, plain)


def _touches(pair: Pair, story: Story, spans: Iterable[Span]) -> bool:
    """True when the spans meet a marked place in each text, or two of a text that stands alone."""
    spans = list(spans)
    met = []
    for side in pair.sides:
        source = next(one.id for one in story.sources if one.text == side.words)
        own = [span for span in spans if span.source == source]
        met.append(sum(any(span.start < end and start < span.end for span in own) for start, end in side.places))
    return min(met) >= 3 - len(pair.sides)


def verdict_of(found: Iterable[Found]) -> str:
    """The product's verdict on a pair; see the head of this file."""
    touching = [one for one in found if one.touches]
    kinds = {one.kind for one in touching if not one.judged}
    for kind in GRAVITY:
        if kind in kinds:
            return kind
    judged = [one.kind for one in touching if one.judged and one.kind in JUDGED.values()]
    return min(judged, default="none")


def numbers_of(pairs: Sequence[Pair], found: Sequence[Sequence[Found]]) -> dict[str, float]:
    """Precision, recall and verdicts over all pairs and by language."""
    both = list(zip(pairs, found, strict=True))
    numbers = _of(both)
    for group in sorted({pair.group for pair in pairs}):
        own = _of([one for one in both if one[0].group == group])
        numbers |= {f"{group}.{name}": value for name, value in own.items()}
    return numbers


def _of(both: Sequence[tuple[Pair, Sequence[Found]]]) -> dict[str, float]:
    real = [(pair, found) for pair, found in both if pair.real]
    caught = sum(_caught(pair, found) for pair, found in real)
    right = sum(any(_alarm(one) and one.touches for one in found) for _, found in real)
    wrong = sum(_alarm(one) and not (pair.real and one.touches) for pair, found in both for one in found)
    verdicts = sum(verdict_right(pair, found) for pair, found in both)
    return {
        "precision": right / (right + wrong) if right + wrong else 0.0,
        "recall": caught / len(real) if real else 0.0,
        "false_alarms": float(wrong),
        "verdict_right": verdicts / len(both) if both else 0.0,
    }


def _alarm(one: Found) -> bool:
    return one.kind in ALARMS and not one.judged


def _caught(pair: Pair, found: Sequence[Found]) -> bool:
    also = {"truncated quotation"} if pair.verdict == "truncated quotation" else set()
    return any(one.touches and not one.judged and one.kind in ALARMS | also for one in found)


def verdict_right(pair: Pair, found: Sequence[Found]) -> bool:
    """True when the product's verdict is one that gold accepts."""
    verdict = verdict_of(found)
    return verdict in pair.verdicts or (verdict in QUIET and pair.verdict in QUIET)
