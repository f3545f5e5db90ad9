"""Searching a library: words, phrases, names in any spelling or script; every result is an exact place.

A question is words ("grain deal"), runs in quotation marks, or both; all of them must be there. A run that is the name
of somebody the library knows also finds that person's other names; what may be a name also finds the words that
it gives in Latin letters, and those that sound like it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import quote, unquote

from dragoman.languages.aloud import script
from dragoman.records import Article, Event, Fact, Figure, Quote, Reading, Time
from dragoman.spans import Span, surroundings
from dragoman.store.days import written
from dragoman.store.library import Library
from dragoman.store.sounds import heard_in, keys_of, may_mean
from dragoman.store.words import flattened, indexed, latin, places, tokens

__all__ = ["Found", "index", "search", "terms"]

_KINDS: dict[type[Fact], str] = {Quote: "quote", Figure: "figure", Time: "time", Event: "event"}
#: What people write between quotation marks of any kind: «…» “…” "…"
_QUOTED = re.compile(r'[«“"„]\s*([^«»“”"„]+?)\s*[»”"“]')
_NAME = 4  # words of the longest name that is looked up
_SPELT = 5  # Latin letters from which a word of another script is looked for by them: "мир" is not the German "mir"
_SMALL = 5  # letters of a word in small letters that may be a name
_SOUNDING = 24  # words that sound like a name and are looked for with it
_AROUND = 90  # characters shown before and after the words found


@dataclass(frozen=True, kw_only=True)
class Found:
    """One result: where, which words, what stands around them."""

    kind: str  # article, quote, figure, time, event
    span: Span
    exact: str
    before: str  # whole words, … where they are cut
    after: str
    name: str  # of the source
    language: str
    outlet: str
    day: str
    speaker: str
    stories: tuple[str, ...]


# -- putting in ------------------------------------------------------------------------------------


def index(library: Library, reading: Reading, *, speakers: Mapping[str, str] | None = None) -> None:
    """Make an article and its facts findable; `speakers` gives the full name of a speaker of this article."""
    library.store.unindex(reading.article.source)
    library.store.index(_entries(reading, speakers or {}))
    library.keep_sounds(heard_in(reading.article.text.value))


def _entries(reading: Reading, speakers: Mapping[str, str]) -> Iterator[tuple[str, str, str, dict[str, str]]]:
    article = reading.article
    base = {
        "language": article.language,
        "outlet": (article.outlet or "").casefold(),
        "day": article.published.earliest.isoformat() if article.published else "",
    }
    words = f"{article.text.value} {article.outlet or ''} {article.byline or ''}"
    yield f"article {article.source} 0 0", article.source, indexed(words), {**base, "kind": "article"}
    seen = set()
    for fact in reading.facts:
        kind = _KINDS.get(type(fact))
        place = article.text.find(fact.start, fact.end)
        key = f"{kind} {article.source} {fact.start} {fact.end}"
        if kind is None or place is None or key in seen:
            continue
        seen.add(key)
        who = _speaker(fact)
        who = speakers.get(who, who)
        said = " ".join(dict.fromkeys([*tokens(who), *latin(who)]))
        yield (
            f"{key} {quote(who, errors='replace')}".rstrip(),  # a name may hold undecodable bytes
            article.source,
            f"{indexed(article.text.value[place[0] : place[1]])} {said} {indexed(_value(fact, article))}",
            {**base, "kind": kind, "speaker": said},
        )


def _speaker(fact: Fact) -> str:
    if isinstance(fact, Quote):
        return fact.speaker or ""
    return fact.claimed_by if isinstance(fact, Figure | Event) else ""


def _value(fact: Fact, article: Article) -> str:
    """What a fact means, so that "10000" finds "ten thousand"; "2024-06-19" and "19 juin" find "last Wednesday"."""
    if isinstance(fact, Figure) and fact.value is not None:
        return f"{fact.value:.0f}" if fact.value == int(fact.value) else str(fact.value)
    if isinstance(fact, Time):
        return " ".join([fact.when.value, *written(fact.when, article.language)]) if fact.when else fact.value
    return fact.type if isinstance(fact, Event) else ""


# -- asking ----------------------------------------------------------------------------------------


def search(library: Library, question: str, *, limit: int = 20, **where: str) -> list[Found]:
    """What holds every word of the question; `where`: kind, language, outlet, speaker, since, until.

    Words that may be names are looked for by their sound too; short ones in small letters where nothing else is found.
    """
    phrases = terms(library, question)
    found = _hits(library, phrases, limit, where)
    if found or not question.strip():
        return found
    wider = terms(library, question, small=True)
    return _hits(library, wider, limit, where) if wider != phrases else []


def _hits(library: Library, phrases: list[list[list[str]]], limit: int, where: Mapping[str, str]) -> list[Found]:
    asked = {name: value for name, value in where.items() if value}
    if "speaker" in asked:
        asked["speaker"] = " ".join(latin(asked["speaker"]) or tokens(asked["speaker"]))
    if "outlet" in asked:
        asked["outlet"] = asked["outlet"].casefold()
    if not phrases and not asked:
        return []
    found, kept = [], {}
    for hit in library.store.search(phrases, limit=limit, **asked):
        kind, source, start, end, *who = hit.key.split(" ")
        if source not in kept:
            kept[source] = library.article(source)
        article = kept[source]
        if article is not None:
            made = _found(library, article, kind, int(start), int(end), phrases)
            found.append(replace(made, speaker=unquote(who[0])) if who else made)
    return found


def terms(library: Library, question: str, *, small: bool = False) -> list[list[list[str]]]:
    """The terms of a question with their alternatives; `small`: words in small letters may be names as well."""
    made = []
    rest = question
    for quoted in _QUOTED.finditer(question):
        run = tokens(quoted.group(1))
        if run:
            made.append(_alternatives(library, run) or _spelt(quoted.group(1), run))
        rest = rest.replace(quoted.group(), " ", 1)
    sounding = cache(library.sounding)  # asked for the same key by every run of words
    spots = [spot for spot in places(rest) if spot[0]]
    words = [word for word, _, _ in spots]
    at = 0
    while at < len(words):
        for length in range(min(_NAME, len(words) - at), 0, -1):
            run = words[at : at + length]
            others = _alternatives(library, run)
            heard = _sounding(sounding, rest[spots[at][1] : spots[at + length - 1][2]], length, small=small)
            if others or heard or length == 1:
                own = others or _spelt(rest, run)
                made.append([*own, *(one for one in heard if one not in own)])
                at += length
                break
    return made


def _sounding(kept: Callable[[str], list[tuple[str, str]]], name: str, length: int, *, small: bool) -> list[list[str]]:
    """The words that sound like a name, in whatever spelling or script; `kept`: what the library has under a sound."""
    aloud = bool(script(name))
    least = 2 if aloud else _SMALL if name[0].islower() and not small else _SPELT - 1
    if len(name) < least:
        return []  # "bern" may be a name, "may" is none
    keys = [key for key in (*keys_of(name), *(() if aloud else ("han",))) if length == 1 or not key.startswith("s ")]
    found = {indexed for key in keys for indexed, known in kept(key) if may_mean(name, known)}
    return [one.split() for one in sorted(found)][:_SOUNDING]


def _spelt(question: str, run: list[str]) -> list[list[str]]:
    """The run, and in Latin letters too where it may be a name of another script: no word of it begins small.

    >>> _spelt("Путин", ["путин"]), _spelt("푸틴", ["푸틴"])
    ([['путин'], ['putin']], [['푸틴'], ['putin']])
    >>> _spelt("зерно", ["зерно"])
    [['зерно']]
    """
    small = {word for word, at, _ in places(question) if question[at].islower()}
    made = latin(" ".join(run))
    if len(made) != len(run) or small & {*run} or min(map(len, made), default=0) < _SPELT:
        return [run]
    return [run, made]


def _alternatives(library: Library, run: Sequence[str]) -> list[list[str]]:
    """The run and the other names of whoever bears it; nothing when nobody does."""
    forms = {" ".join(run), " ".join(latin(" ".join(run)) or run)}
    others = {other for form in forms for other in library.other_names(form)}
    return [form.split() for form in sorted(others | forms, key=lambda one: (one not in forms, one))] if others else []


# -- showing ---------------------------------------------------------------------------------------


def _found(
    library: Library, article: Article, kind: str, start: int, end: int, phrases: Sequence[Sequence[Sequence[str]]]
) -> Found:
    value = article.text.value
    place = article.text.find(start, end) if kind != "article" else None
    first, last = place or _best(article, phrases)
    span = Span(article.source, start, end) if place else article.text.span(first, last)
    before, after = surroundings(value, first, last, _AROUND)
    return Found(
        kind=kind,
        span=span,
        exact=value[first:last],
        before=before,
        after=after,
        name=article.name,
        language=article.language,
        outlet=article.outlet or "",
        day=article.published.earliest.isoformat() if article.published else "",
        speaker="",
        stories=tuple(library.stories_of(article.source)),
    )


def _best(article: Article, phrases: Sequence[Sequence[Sequence[str]]]) -> tuple[int, int]:
    """The sentence that holds most of the terms, of equals the one with the rarest; else the beginning."""
    starts = {run[0] for alternatives in phrases for run in alternatives}
    scores = _scores(article, _plain_hits(flattened(article.text.value), starts))
    if not scores or len(set().union(*scores.values())) < len(phrases):  # letters with marks, or another script
        scores = _scores(article, _folded_hits(article.text.value, starts))
    if scores:
        often = Counter(hit for hits in scores.values() for hit in hits)
        return max(scores, key=lambda one: (len(scores[one]), max(-often[hit] for hit in scores[one]), -one[0]))
    return article.sentences[0] if article.sentences else (0, min(len(article.text.value), 200))


def _scores(article: Article, hits: Iterator[tuple[str, int]]) -> dict[tuple[int, int], set[str]]:
    """{sentence: the terms in it}."""
    scores: dict[tuple[int, int], set[str]] = {}
    for hit, at in hits:
        sentence = article.sentence_at(at)
        if sentence:
            scores.setdefault(sentence, set()).add(hit)
    return scores


def _plain_hits(value: str, starts: set[str]) -> Iterator[tuple[str, int]]:
    """Where words begin with these letters: the common case, found without taking the text apart."""
    if starts:
        pattern = "|".join(map(re.escape, sorted(starts, key=len, reverse=True)))
        for found in re.finditer(rf"\b(?:{pattern})", value):
            yield found.group(), found.start()


def _folded_hits(value: str, starts: set[str]) -> Iterator[tuple[str, int]]:
    """The same on folded words, and in Latin letters for words of another script."""
    for word, at, _ in places(value):
        forms = [word] if word.isascii() else [word, *latin(word)]
        hit = next(
            (one for one in starts for form in forms if form == one or (len(one) >= 3 and form.startswith(one))), ""
        )
        if hit:
            yield hit, at
