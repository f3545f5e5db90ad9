"""One speaker's words in two languages, of which one breaks off where the sentence of the other goes on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dragoman.compare.beginnings import LEAST, left_out
from dragoman.compare.view import View, found
from dragoman.records import Finding, Quote
from dragoman.spans import Span

__all__ = ["broken_off"]

_QUOTED = ("direct", "partial")


def broken_off(view: View) -> Iterator[Finding]:
    """Whole quotations whose fuller wording another article gives in another language."""
    if view.encoder is None:
        return
    spoken: dict[str, list[Quote]] = defaultdict(list)
    for reading in sorted(view.readings, key=lambda one: one.article.source):
        for quote in reading.of(Quote):
            if quote.kind in _QUOTED and quote.speaker and len(view.whole(quote.hull).split()) >= LEAST:
                spoken[view.claimant(quote.source, quote.speaker)].append(quote)
    for who, quotes in sorted(spoken.items()):
        claimed = [one for one in quotes if one.kind == "direct"]
        for full in quotes:
            cut = [(short, rest) for short in claimed if (rest := _rest(short, full, view))]
            if cut:
                given = ", ".join(view.quoted(short.hull) for short, _ in cut)
                ends = "ends" if len(cut) == 1 else "end"
                why = (
                    f"{view.who.name(who)}: {given} {ends} where {view.quoted(full.hull)} goes on: "
                    f"“{cut[0][1]}” is left out."
                )
                spans = (full.hull, *(short.hull for short, _ in cut))
                yield found("truncated_quotation", "broken off", spans, why, settles="the fuller wording")


def _rest(short: Quote, full: Quote, view: View) -> str:
    """What the shorter quotation leaves out of the sentence that it gives; "" when it gives all or another one."""
    if view.language(short.source) == view.language(full.source) or _other_day(short, full):
        return ""
    mine, theirs = view.whole(short.hull), view.whole(full.hull)
    return left_out(mine, _before(full, view), theirs, view.near)


def _before(full: Quote, view: View) -> str:
    """The words of its sentence before a quotation that is no sentence itself: its subject."""
    if full.kind != "partial":
        return ""
    sentence = view.article(full.source).sentence(full.hull)
    if sentence.start >= full.start:
        return ""
    return view.whole(Span(full.source, sentence.start, full.start)).strip(" «“„\"'")


def _other_day(one: Quote, other: Quote) -> bool:
    return one.when is not None and other.when is not None and not one.when.meets(other.when)
