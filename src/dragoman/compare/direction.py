"""Which of two related articles came first: by what they name, when they were published, what they say of themselves.

Only signals that stand in the articles or came with them count; where they are silent or disagree nothing is directed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dragoman.records import Article, Provenance, Reading, Source

__all__ = ["Direction", "by_name", "direction", "revised"]

#: Shorter names of houses ("BBC News" stays, "Sun" goes) are words of the language too often.
_NAME = 5
_ACRONYM = 3  # AFP, ТАСС
_PARTS = re.compile(r"\s+[|·•/–—-]\s+|\s*\|\s*")  # El Faro de Levante | Redacción


@dataclass(frozen=True)
class Direction:
    """The earlier and the later source; `directed` is False when nothing tells and they are merely sorted."""

    earlier: str
    later: str
    directed: bool
    why: str


def direction(one: Reading, other: Reading, sources: Mapping[str, Source]) -> Direction:
    """Which of two related articles the other goes back to; undirected when nothing tells or two signals disagree."""
    named = by_name(one, other, sources)
    signs = (_by_date(one, other), named, _by_self(one, other), revised(one, other), _by_wire(one, other))
    votes = [vote for vote in signs if vote]
    first = {vote[0] for vote in votes}
    a, b = one.article.source, other.article.source
    if len(first) != 1:
        why = "the signs of direction disagree" if first else "nothing tells which came first"
        return Direction(min(a, b), max(a, b), False, why)
    earlier = first.pop()
    return Direction(earlier, b if earlier == a else a, True, "; ".join(why for _, why in votes))


Vote = tuple[str, str] | None


def revised(one: Reading, other: Reading) -> Vote:
    """Of two versions under one address or of one house: the one before the other was corrected or changed."""
    mine, theirs = one.article, other.article
    if not (mine.url and mine.url == theirs.url) and not (mine.outlet and mine.outlet == theirs.outlet):
        return None
    if bool(mine.corrections) != bool(theirs.corrections):
        return (theirs if mine.corrections else mine).source, "the other says that it was corrected"
    if mine.updated is None or theirs.updated is None or mine.updated.meets(theirs.updated):
        return None
    first, then = sorted((mine, theirs), key=lambda article: article.updated.earliest if article.updated else date.max)
    return first.source, f"changed {_day(first)}, before {_day(then)}"


def _day(article: Article) -> str:
    return article.updated.value if article.updated else ""


def _by_date(one: Reading, other: Reading) -> Vote:
    """The earlier day of publication, where both are known and apart."""
    mine, theirs = one.article.published, other.article.published
    if mine is None or theirs is None or mine.meets(theirs):
        return None
    first, then = sorted((mine, theirs), key=lambda when: when.earliest)
    source = one.article.source if mine.earliest < theirs.earliest else other.article.source
    return source, f"published {first.value}, before {then.value}"


def by_name(one: Reading, other: Reading, sources: Mapping[str, Source]) -> Vote:
    """The article whose house the other names or credits, unless each names the other."""
    found = [
        (named, name)
        for named, by in ((one.article, other.article), (other.article, one.article))
        if (name := _named(named, by, sources))
    ]
    if len(found) != 1:
        return None
    return found[0][0].source, f'the other names its house, "{found[0][1]}"'


def _named(named: Article, by: Article, sources: Mapping[str, Source]) -> str:
    """The house of one article as the other names it, "" when it does not."""
    text = sources[by.source].text if by.source in sources else by.text.value
    own = {name.casefold() for name in houses(by)}
    for name in houses(named):
        if name.casefold() in own:
            continue
        credited = name in by.credits and name not in named.credits[1:] and by.outlet != name
        if credited or (_telling(name) and _whole(name).search(text)):
            return name
    return ""


def _telling(name: str) -> bool:
    """True for a name that is no word of the language by chance: long enough, or an acronym."""
    return len(name) >= _NAME or (len(name) >= _ACRONYM and name.isupper())


@lru_cache(maxsize=4096)
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")


def houses(article: Article) -> tuple[str, ...]:
    """Names an article's house goes by: its outlet, and the parts of a byline that names more than a person."""
    parts = _PARTS.split(article.byline) if article.byline else []
    named = [part for part in parts if len(parts) > 1 and " " in part]
    return tuple(dict.fromkeys(name for name in (article.outlet, *named) if name))


def _by_self(one: Reading, other: Reading) -> Vote:
    """An article that says it is an update, or was translated from the other's language, came later."""
    found = []
    for late, early in ((one, other), (other, one)):
        if _updates(late) and not _updates(early) and late.article.outlet == early.article.outlet:
            found.append((early.article.source, "the other says that it is an update"))
        if _translated(late.article, early.article):
            found.append((early.article.source, "the other bears signs of translation from its language"))
    return found[0] if len({source for source, _ in found}) == 1 else None


def _by_wire(one: Reading, other: Reading) -> Vote:
    """The dispatch under an agency's own dateline, before a text that credits this agency."""
    mine, theirs = _wired(one), _wired(other)
    if bool(mine) == bool(theirs):
        return None
    wire, late = (one, other) if mine else (other, one)
    signed = any(fact.kind in ("own", "dateline") for fact in late.of(Provenance))
    credits = late.article.credits[:1]
    if signed or credits != wire.article.credits[:1]:
        return None
    return wire.article.source, f'it stands under the dateline of its agency, "{mine or theirs}", the other does not'


def _wired(reading: Reading) -> str:
    """The dateline of an agency that an article stands under, "" where it has none."""
    article = reading.article
    for fact in reading.of(Provenance) if article.credits else ():
        place = article.text.find(fact.start, fact.end) if fact.kind == "dateline" else None
        words = " ".join(article.text.value[slice(*place)].split()) if place is not None else ""
        if "(" in words or any(credit in words for credit in article.credits):
            return words
    return ""


def _updates(reading: Reading) -> bool:
    return any(fact.kind == "update" for fact in reading.of(Provenance))


def _translated(late: Article, early: Article) -> bool:
    """True when an article is known to be translated out of the other's language."""
    return translated_from(late) == early.language and translated_from(early) != late.language


def translated_from(article: Article) -> str:
    """The language an article shows signs of being translated from, "" when it shows none."""
    return article.translated.from_language if article.translated else ""
