"""The verdicts on a terminal: 80 columns, no colour; each finding with both texts and the place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from textwrap import wrap

from dragoman.check.case import Case, Line
from dragoman.check.verdicts import Evidence, Verdict
from dragoman.spans import Span

__all__ = ["label", "text"]

WIDTH, LEFT = 80, 21
#: verdict → what a reader is told; a kind that says it better comes first.
WORDS = {
    ("figure", "absent"): "figure not there",
    ("date", "absent"): "date not there",
    ("name", "absent"): "name not there",
    ("quotation", "absent"): "not in coverage",
    ("citation", "absent"): "not in source",
    ("standing", "differing"): "too firm",
    ("citation", "differing"): "other source",
    ("quotation", "altered"): "words altered",
    ("quotation", "truncated"): "cut",
    ("quotation", "found"): "exact",
    ("date", "differing"): "other date",
    ("figure", "differing"): "other number",
    ("name", "differing"): "other name",
}
_SHORT = 150  # characters of a sentence or passage that are shown


def label(one: Verdict) -> str:
    """Two words for a verdict; how it differs where that says more."""
    if one.kind == "standing" and one.finding:
        return {"claimed": "attribution gone", "told nowhere": "told nowhere"}.get(one.how, "too firm")
    if one.finding and one.how in ("wrong weekday", "other claimant", "other window", "spelling", "role"):
        return {"spelling": "other spelling", "role": "other role"}.get(one.how, one.how)
    return WORDS.get((one.kind, one.verdict), one.verdict)


def text(case: Case, verdicts: Sequence[Verdict], *, everything: bool = False) -> str:
    """The whole result; with `everything` sentences without a finding too."""
    lines = list(_head(case))
    held: dict[int, list[Verdict]] = defaultdict(list)
    for one in verdicts:
        held[_line(case, one).number].append(one)
    wrong, sound, empty = [], 0, 0
    for number, line in enumerate(case.mine, 1):
        own = held.get(line.number, [])
        found = [one for one in own if one.finding]
        wrong += [number] if found else []
        sound += bool(own) and not found
        empty += not own
        if found or everything:
            lines += _sentence(case, number, line, own if everything else found)
    lines.append(_sum(sound, wrong, empty))
    return "\n".join(lines)


def _head(case: Case) -> Iterator[str]:
    name = case.report.source.name or "report"
    count, articles = len(case.mine), len(case.shelf.sources)
    told = f"{name}, {count} sentence{'s' * (count != 1)} against {articles} article{'s' * (articles != 1)}. "
    yield from wrap(told + "Checks what the report says the coverage says, not what is true.", WIDTH)
    yield ""


def _line(case: Case, one: Verdict) -> Line:
    """The sentence of the report that a verdict stands in, for a citation the one before it."""
    before = [line for line in case.mine if line.span.start <= one.start]
    return before[-1] if before else case.mine[0]


def _sentence(case: Case, number: int, line: Line, own: Sequence[Verdict]) -> Iterator[str]:
    sentence = " ".join(line.text.split())
    if not own:
        yield from _pair(f"{number:2d}  nothing to check", short(sentence))
        yield ""
        return
    for index, one in enumerate(own):
        yield from _pair(
            f"{number:2d}  {label(one)}" if index == 0 else f"    {label(one)}", _told(case, one, sentence, index)
        )
        yield from _shown(case, one)
        if one.why:
            yield from _pair("", one.why)
    yield ""


def _told(case: Case, one: Verdict, sentence: str, index: int) -> str:
    """The sentence under its first verdict, the words concerned under every other."""
    return short(sentence) if index == 0 else f"“{short(_own(case, one))}”"


def _own(case: Case, one: Verdict) -> str:
    return case.words(Span(case.report.source.id, one.start, one.end))


def _shown(case: Case, one: Verdict) -> Iterator[str]:
    """Both texts, one above the other, with what differs in brackets; or the places alone."""
    if one.verdict in ("altered", "truncated", "spliced", "misattributed", "translated") and one.evidence:
        if one.verdict == "altered":
            own = case.report.source.id
            mine = bracketed(case, Span(own, one.start, one.end), [Span(own, a, b) for a, b in one.marked])
            yield from _pair("        report", short(mine))
        for held in one.evidence[: 2 if one.verdict == "spliced" else 1]:
            yield from _pair(f"        {place(case, held)}", short(bracketed(case, held.span, held.marked)))
        return
    for held in one.evidence[:2]:
        words = f"“{short(case.words(held.span))}”" if one.finding else ""
        yield from _pair("", f"{place(case, held)} {words}{f' · {held.note}' if held.note else ''}".strip())
    if one.how and not one.finding:
        yield from _pair("", one.how)


def place(case: Case, held: Evidence) -> str:
    """D0 1811–1848."""
    return f"{case.shelf.label(held.span.source)} {held.span.start}–{held.span.end}"


def bracketed(case: Case, span: Span, marked: Sequence[Span]) -> str:
    """The words of a place with those that differ in brackets."""
    words, spots = case.read(span, marked)
    made, at = "", 0
    for a, b in sorted(spots):
        if at <= a:
            made += f"{words[at:a]}[{words[a:b]}]"
            at = b
    return " ".join((made + words[at:]).split())


def short(words: str) -> str:
    """Long passages cut in the middle; a cut is shown."""
    return words if len(words) <= _SHORT else f"{words[:100].rstrip()} … {words[-45:].lstrip()}"


def _pair(left: str, right: str) -> Iterator[str]:
    """A label and what it labels, the second wrapped beside the first."""
    rows = wrap(right, WIDTH - LEFT) or [""]
    if len(left) >= LEFT:
        yield left
        left = ""
    for index, row in enumerate(rows):
        yield f"{left if index == 0 else '':{LEFT}}{row}".rstrip()


def _sum(sound: int, wrong: Sequence[int], empty: int) -> str:
    numbers = " ".join(map(str, wrong))
    parts = [f"{sound} hold{'s' * (sound == 1)}"]
    parts.append(f"{len(wrong)} {'does' if len(wrong) == 1 else 'do'} not, see {numbers}" if wrong else "nothing found")
    parts.append(f"{empty} {'has' if empty == 1 else 'have'} nothing to check")
    return "\n".join(wrap("  " + " · ".join(parts), WIDTH, subsequent_indent="  "))
