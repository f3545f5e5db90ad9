"""Sentences and quotations of two articles that are the same but for a denial or a number."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.compare.surfaces import NUMBER, folded
from dragoman.compare.view import View, found
from dragoman.languages import Language, alternatives, language
from dragoman.records import Event, Finding, Quote, Reading
from dragoman.spans import Span

__all__ = ["denials", "misquotes"]

WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 5  # letters of a word that are compared: "signed" and "sign" differ in their ending only
_SAME = 0.8  # share of its stems that each of two sentences has in common with the other
_LEAST = 5  # stems that a sentence needs before it can be the same as another one
_QUOTED = 0.7  # the same for the words of a quotation, in letters of stems: antonyms leave the rest of it standing
_WORDS = 5  # words that a quotation needs


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    stems: frozenset[str]
    numbers: frozenset[str]
    negated: bool
    voice: str


# -- the same sentence, denied ---------------------------------------------------------------------


def denials(view: View) -> Iterator[Finding]:
    """An act told in one article and denied in another in the same words, for the same day, in one voice."""
    by_language: dict[str, list[_Sentence]] = defaultdict(list)
    for reading in view.readings:
        words = language(reading.article.language)
        if words.words("quotes", "negations"):
            by_language[words.code] += _sentences(reading, words, view)
    for _, sentences in sorted(by_language.items()):
        yield from _paired(sentences, view)


def _sentences(reading: Reading, words: Language, view: View) -> Iterator[_Sentence]:
    """The sentences that tell of an act; a denial somebody is quoted with is their word."""
    pattern, article = words.once(_negations), view.article(reading.article.source)
    seen: dict[Span, Event] = {}
    for event in reading.of(Event):
        if event.standing in ("happened", "under way", "denied", "claimed"):
            seen.setdefault(article.sentence(event.trigger or event.spans[0]), event)
    for span, event in seen.items():
        text = article.words(span)
        stems = frozenset(word[:_STEM] for word in WORD.findall(pattern.sub(" ", text).casefold()))
        if len(stems) >= _LEAST:
            voice = view.country_or_self(event.source, event.claimed_by)
            yield _Sentence(span, stems, frozenset(NUMBER.findall(text)), bool(pattern.search(text)), voice)


def _negations(words: Language) -> re.Pattern[str]:
    """The language's words of denial: did not, ne … pas, nicht, no, не."""
    denials_ = alternatives(words.words("quotes", "negations"))
    return re.compile(rf"(?<!\w)(?:{denials_})(?:(?<=')|(?!\w))", re.IGNORECASE)


def _paired(sentences: Sequence[_Sentence], view: View) -> Iterator[Finding]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(sentences):
        if not one.negated:
            for stem in one.stems:
                index[stem].append(number)
    for no in sentences:
        if not no.negated:
            continue
        shared = Counter(number for stem in no.stems for number in index[stem])
        for number, count in sorted(shared.items()):
            yes = sentences[number]
            alike = count >= _SAME * max(len(no.stems), len(yes.stems))
            if alike and yes.span.source != no.span.source and yes.numbers == no.numbers and yes.voice == no.voice:
                yield _denied(no, yes, count, view)
                break


def _denied(no: _Sentence, yes: _Sentence, count: int, view: View) -> Finding:
    why = (
        f"{view.quoted(no.span)} and {view.quoted(yes.span)}: {count} of {max(len(no.stems), len(yes.stems))} "
        f"words and all numbers are the same; one denies what the other tells."
    )
    return found("contradiction", "done and not done", (no.span, yes.span), why, severity="error")


# -- the same quotation, altered -------------------------------------------------------------------


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
    numbers, negations = language(code).once(_number_words), language(code).once(_negations)
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
            turned = len(negations.findall(texts[i])) != len(negations.findall(texts[j]))
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
