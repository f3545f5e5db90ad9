"""What a check says: a Verdict on words of the report, with the places in the sources that settle it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.spans import Span

__all__ = ["KINDS", "SOUND", "VERDICTS", "Evidence", "Verdict", "told_nowhere"]

KINDS = ("quotation", "figure", "date", "name", "standing", "citation")
VERDICTS = ("found", "translated", "truncated", "altered", "spliced", "misattributed", "differing", "absent")
#: The verdicts that are no findings.
SOUND = frozenset({"found", "translated"})


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """A place in a source that bears on a verdict. `marked` are the words in it that differ or were dropped."""

    span: Span
    note: str = ""  # "Putin says it", "the sentence goes on"
    marked: tuple[Span, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What the sources have for words start..end of the report; never whether it is true.

    `how` tells the manner in two or three words: "other claimant", "wrong weekday", "rounded"; "" where the verdict
    says it all. `why` is one sentence for a person. `marked` are the words of the report that differ.
    """

    start: int
    end: int
    kind: str
    verdict: str
    how: str = ""
    why: str = ""
    evidence: tuple[Evidence, ...] = ()
    marked: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        if self.kind not in KINDS or self.verdict not in VERDICTS:
            raise ValueError(f"no verdict {self.kind}/{self.verdict}. Kinds: {KINDS}. Verdicts: {VERDICTS}")

    @property
    def finding(self) -> bool:
        """True when a reader should look at it."""
        return self.verdict not in SOUND

    @property
    def order(self) -> tuple[int, int, int]:
        """Reading order, quotations first where two are on the same words."""
        return self.start, KINDS.index(self.kind), self.end


def told_nowhere(sentence: Span, nearest: Span | None, *, why: str) -> Verdict:
    """The verdict on a sentence of the report whose deed no source tells, with the sentence nearest to it shown."""
    shown = (Evidence(span=nearest, note="the nearest sentence"),) if nearest else ()
    return Verdict(
        start=sentence.start,
        end=sentence.end,
        kind="standing",
        verdict="absent",
        how="told nowhere",
        why=why,
        evidence=shown,
    )
