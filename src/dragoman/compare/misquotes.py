"""Quotations of two articles that are the same but for a denial, a number or who says them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from dragoman.compare.surfaces import folded, negations
from dragoman.compare.view import View, found
from dragoman.languages import Language, language
from dragoman.records import Finding, Quote

__all__ = ["misquotes", "speakers"]

_QUOTED = 0.7  # share of its words that each of two quotations keeps: antonyms leave the rest of it standing
_SENTENCE = 6  # words from which a quotation is nobody else's by chance
_WORDS = 5  # words that a quotation needs


def misquotes(view: View) -> Iterator[Finding]:
    """One speaker, one language, two whole quotations alike but for a denial, a number or a word."""
    spoken: dict[tuple[str, str], list[Quote]] = defaultdict(list)
    for reading in view.readings:
        for quote in reading.of(Quote):
            if quote.kind == "direct" and quote.speaker:
                who = view.claimant(quote.source, quote.speaker)
                spoken[reading.article.language, who].append(quote)
    for (code, who), quotes in sorted(spoken.items()):
        if len({quote.source for quote in quotes}) > 1:
            yield from _misquoted(sorted(quotes, key=lambda one: (one.source, one.start)), code, who, view)


def _misquoted(quotes: Sequence[Quote], code: str, who: str, view: View) -> Iterator[Finding]:
    numbers, denials = language(code).once(_number_words), language(code).once(negations)
    texts = [" ".join(view.whole(span) for span in quote.spans) for quote in quotes]
    seen: set[tuple[str, str]] = set()
    for i, one in enumerate(quotes):
        for j in range(i + 1, len(quotes)):
            other = quotes[j]
            pair = folded(texts[i]), folded(texts[j])
            if one.source == other.source or pair in seen or not _nearly(*pair):
                continue
            seen.add(pair)
            mine, theirs = Counter(pair[0].split()), Counter(pair[1].split())
            apart = sorted((mine - theirs) + (theirs - mine))
            turned = len(denials.findall(texts[i])) != len(denials.findall(texts[j]))
            counted = any(word.isdigit() or word in numbers for word in apart)
            if turned or counted:
                why = (
                    f"{view.who.name(who)}: {view.quoted(one.hull)} and {view.quoted(other.hull)} differ in "
                    f"“{' '.join(apart)}”: {'one denies' if turned else 'another number'}; both cannot be exact."
                )
                spans = (one.hull, other.hull)
                yield found("altered_quotation", "wordings of one utterance", spans, why, severity="warning")


def _nearly(one: str, other: str) -> bool:
    """True when most words of each stand in the other, and not all."""
    mine, theirs = set(one.split()), set(other.split())
    longest = max(len(mine), len(theirs))
    return one != other and longest >= _WORDS and len(mine & theirs) >= _QUOTED * longest


def _number_words(words: Language) -> frozenset[str]:
    """The language's number words: two, twelve."""
    return frozenset(word.casefold() for word in words.table("figures", "numbers"))


def speakers(view: View) -> Iterator[Finding]:
    """One whole quotation, word for word, given to two persons whom both articles name."""
    given: dict[tuple[str, str], list[Quote]] = defaultdict(list)
    for reading in sorted(view.readings, key=lambda one: one.article.source):
        for quote in reading.of(Quote):
            words = folded(" ".join(view.whole(span) for span in quote.spans))
            if quote.kind == "direct" and quote.speaker and len(words.split()) >= _SENTENCE:
                given[reading.article.language, words].append(quote)
    for _, quotes in sorted(given.items()):
        one = quotes[0]
        other = next((each for each in quotes[1:] if _two_people(one, each, view)), None)
        if other:
            mine, theirs = (view.who.name(view.claimant(each.source, each.speaker or "")) for each in (one, other))
            why = f"{view.quoted(one.hull)} is said by {mine} in one article and by {theirs} in another, word for word."
            spans = tuple(span for each in (one, other) for span in (each.hull, each.speaker_at) if span)
            yield found("contradiction", "one quotation, two speakers", spans, why, severity="error")


def _two_people(one: Quote, other: Quote, view: View) -> bool:
    """True when two articles give a quotation to two persons, and each article names both of them."""
    mine, theirs = (view.claimant(quote.source, quote.speaker or "") for quote in (one, other))
    if one.source == other.source or mine == theirs or {view.who.kind(mine), view.who.kind(theirs)} != {"PER"}:
        return False
    return all(view.article(quote.source).names({mine, theirs}) for quote in (one, other))
