"""Sentences of two articles that are the same but for a denial, a day or a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dragoman.compare.sentences import Sentence, sentences, stems, twins
from dragoman.compare.view import View, found, told
from dragoman.records import Finding
from dragoman.spans import Span

__all__ = ["denials"]

_SAME = 0.8  # share of its stems that each of two sentences has in common with the other
_EQUAL = 0.9  # the same where what differs is looked for among the days: all other words must stand
_NEAR = 45  # days between two dates of one act; what lies further apart may be another year's
_REST = 3  # stems that two sentences about one act must have beside the name of who did it
_MORE = 5  # the same where they name nobody else
_OPENING = 30  # letters before the name of who acts: "On Monday, the government of "


def denials(view: View) -> Iterator[Finding]:
    """Two articles with one sentence, of which one denies it, gives it another day or tells it of somebody else."""
    for _, own in sentences(view).items():
        for one, other in twins(own, _SAME):
            if one.voice == other.voice:
                finding = _denied(one, other, view) or _moved(one, other, view)
                if finding:
                    yield finding
        yield from _others(own, view)


def _denied(one: Sentence, other: Sentence, view: View) -> Finding | None:
    if one.negated == other.negated or one.numbers != other.numbers or one.days != other.days:
        return None
    no, yes = (one, other) if one.negated else (other, one)
    why = (
        f"{view.quoted(no.span)} and {view.quoted(yes.span)}: {_common(no, yes)} "
        f"words and all numbers are the same; one denies what the other tells."
    )
    return found("contradiction", "done and not done", (no.span, yes.span), why, severity="error")


def _moved(one: Sentence, other: Sentence, view: View) -> Finding | None:
    """One act, told as done, with another written day."""
    if one.negated != other.negated or one.numbers != other.numbers or one.open or other.open:
        return None
    if len(one.days) != 1 or len(other.days) != 1 or len(one.dated) != 1 or len(other.dated) != 1:
        return None
    first, last = sorted((min(one.days), min(other.days)))
    days = (last - first).days
    if not 0 < days <= _NEAR or not one.names or _share(one, other) < (_EQUAL if len(one.names) > 1 else 1):
        return None
    if {name for name, _ in one.names} != {name for name, _ in other.names} or not _over(one, view, other):
        return None
    why = (
        f"{view.quoted(one.dated[0])} and {view.quoted(other.dated[0])} stand in one and the same sentence "
        f"({_common(one, other)} words): {told(first)} and {told(last)}, {days} day{'s' if days > 1 else ''} apart."
    )
    spans = (one.dated[0], other.dated[0], one.span, other.span)
    return found("contradiction", "two dates for one act", spans, why, severity="error")


def _over(one: Sentence, view: View, other: Sentence) -> bool:
    """True when both articles appeared after both days, so that neither day is a plan."""
    last = max(*one.days, *other.days)
    appeared = [view.published(side.span.source) for side in (one, other)]
    return all(day is not None and day.latest >= last for day in appeared)


def _others(own: Sequence[Sentence], view: View) -> Iterator[Finding]:
    """One act of one day told of two who open the sentence; all other words, names and numbers are the same."""
    groups: dict[object, list[tuple[Sentence, str, Span]]] = defaultdict(list)
    for one in own:
        if one.names and one.days and not one.open:
            name, at = min(one.names, key=lambda named: named[1])
            rest = one.stems - stems(view.whole(at))
            others = frozenset(known for known, _ in one.names if known != name)
            if at.start - one.span.start <= _OPENING and len(rest) >= (_REST if others else _MORE):
                groups[rest, others, one.numbers, one.days, one.negated, one.voice].append((one, name, at))
    for _, told_so in sorted(groups.items(), key=lambda group: group[1][0][0].span):
        one, name, at = told_so[0]
        for other, named, beside in told_so[1:]:
            if named != name and other.span.source != one.span.source:
                yield _two(one, other, (at, beside), view)
                break


def _two(one: Sentence, other: Sentence, names: tuple[Span, Span], view: View) -> Finding:
    why = (
        f"{view.quoted(names[0])} and {view.quoted(names[1])} are told to have done the same: {view.quoted(one.span)} "
        f"and {view.quoted(other.span)} differ in nothing else."
    )
    return found("contradiction", "one act, two names", (*names, one.span, other.span), why, severity="error")


def _share(one: Sentence, other: Sentence) -> float:
    return len(one.stems & other.stems) / max(len(one.stems), len(other.stems))


def _common(one: Sentence, other: Sentence) -> str:
    return f"{len(one.stems & other.stems)} of {max(len(one.stems), len(other.stems))}"
