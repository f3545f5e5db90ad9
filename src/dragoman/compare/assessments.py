"""One agreement judged differently: praised in some people's quoted words, blamed in others'; no fact is in dispute."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.compare.surfaces import negations
from dragoman.compare.view import View, found
from dragoman.languages import Language, alternatives, language
from dragoman.records import Agreement, Finding, Quote
from dragoman.spans import Span

__all__ = ["assessments"]

_QUOTED = ("direct", "partial")
_LONGEST = 160  # characters of a quotation that passes one judgement: longer ones weigh several things
_SHOWN = 3  # voices shown on each side


@dataclass(frozen=True, slots=True)
class _Judged:
    """Somebody's quoted word on an agreement."""

    who: str
    good: bool
    span: Span


def assessments(view: View) -> Iterator[Finding]:
    """One finding an agreement that named voices judge both well and ill."""
    for deal in view.agreements:
        every = sorted(_of(deal, view), key=lambda one: (one.who, one.span))
        sides = [_first_of_each([one for one in every if one.good == good]) for good in (True, False)]
        both = {one.who for one in sides[0]} & {one.who for one in sides[1]}
        good, ill = ([one for one in side if one.who not in both][:_SHOWN] for side in sides)
        if good and ill:
            why = (
                f"{deal.name}: judged well by {_listed(good, view)}, ill by {_listed(ill, view)}; "
                f"judgements differ, no fact is in dispute."
            )
            yield found("differing_assessments", "judgements of an agreement", (one.span for one in good + ill), why)


def _of(deal: Agreement, view: View) -> Iterator[_Judged]:
    named: dict[str, list[Span]] = {}
    for treaty in deal.treaties:
        named.setdefault(treaty.source, []).extend(treaty.spans)
    for source, spans in sorted(named.items()):
        article = view.article(source)
        patterns = language(article.reading.article.language).once(_patterns)
        for quote in article.reading.of(Quote) if patterns else ():
            good = _judgement(quote, spans, patterns, view)
            if good is not None:
                yield _Judged(view.claimant(source, quote.speaker or ""), good, quote.spans[0])


def _judgement(quote: Quote, spans: Sequence[Span], patterns: Sequence[re.Pattern[str]], view: View) -> bool | None:
    """True for praise of what the spans name, False for blame, None for neither or for both."""
    if quote.kind not in _QUOTED or not quote.speaker or len(quote.hull) > _LONGEST or not _about(quote, spans):
        return None
    words = view.whole(quote.hull)
    well, ill, denied = (pattern.search(words) is not None for pattern in patterns)
    return None if well == ill or denied else well


def _about(quote: Quote, spans: Sequence[Span]) -> bool:
    """True when the agreement is named in the quotation, or between it and its verb: "called the deal …"."""
    first = quote.cue.end if quote.cue is not None and quote.cue.end <= quote.start else quote.start
    return any(first <= one.start and one.end <= quote.end for one in spans)


def _patterns(words: Language) -> tuple[re.Pattern[str], ...]:
    """What praises, what blames and what denies, in one language; () where it has no words for it."""
    told = [words.words("findings", key) for key in ("praising", "blaming")]
    if not all(told):
        return ()
    made = [re.compile(rf"(?<!\w)(?:{alternatives(one)})", re.IGNORECASE) for one in told]
    return (*made, words.once(negations))


def _first_of_each(judged: Sequence[_Judged]) -> list[_Judged]:
    """One judgement a voice."""
    first: dict[str, _Judged] = {}
    for one in judged:
        first.setdefault(one.who, one)
    return list(first.values())


def _listed(judged: Sequence[_Judged], view: View) -> str:
    return ", ".join(f"{view.who.name(one.who)} ({view.quoted(one.span)})" for one in judged)
