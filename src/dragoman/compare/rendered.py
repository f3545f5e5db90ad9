"""One speaker's words in two languages: another number, a denial lost or put in, a condition left out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from dragoman.compare.amounts import stretch
from dragoman.compare.surfaces import negations
from dragoman.compare.view import View, found
from dragoman.languages import Language, alternatives, language
from dragoman.records import Figure, Finding, Quote

__all__ = ["rendered"]

_SAME = 0.6  # cosine from which two quotations of one speaker may be one: translations have .55 and more
_WHOLE = 0.7  # the same of a statement without its condition and one that has none
_BARE, _GAIN = 0.78, 0.08  # cosine without the denial, and how much nearer it comes: "will not yield" is "hold ground"
_HEAD = 8  # letters before a condition that opens its sentence: "But if they go, we sign"
_WORDS = 3  # words of a condition
_SHORTER = 0.8  # share of the letters of the whole that a quotation without its condition may have


def rendered(view: View) -> Iterator[Finding]:
    """Whole quotations of one speaker in two languages that cannot be one translation."""
    spoken: dict[str, list[Quote]] = defaultdict(list)
    for reading in sorted(view.readings, key=lambda one: one.article.source):
        for quote in reading.of(Quote):
            if quote.kind == "direct" and quote.speaker and len(view.whole(quote.hull).split()) >= _WORDS:
                spoken[view.claimant(quote.source, quote.speaker)].append(quote)
    for who, quotes in sorted(spoken.items()):
        for one, other in combinations(quotes, 2):
            if view.language(one.source) != view.language(other.source) and _one_time(one, other, view):
                yield from _judged(one, other, view.who.name(who), view)


def _one_time(one: Quote, other: Quote, view: View) -> bool:
    """True unless the two were said on other days, or told by articles of other days."""
    mine, theirs = (quote.when or view.published(quote.source) for quote in (one, other))
    return mine is None or theirs is None or mine.meets(theirs)


def _judged(one: Quote, other: Quote, who: str, view: View) -> Iterator[Finding]:
    pair = f"{who}: {view.quoted(one.hull)} and {view.quoted(other.hull)} are one statement in two languages"
    spans = (one.hull, other.hull)
    if view.meaning(one.hull, other.hull) >= _SAME and _counted(one, other, view):
        why = f"{pair} with another number; both cannot be exact."
        yield found("altered_quotation", "two languages", spans, why, severity="warning")
    elif _denied(one, other, view):
        why = f"{pair}, and only one denies it."
        yield found("altered_quotation", "two languages", spans, why, severity="warning")
    else:
        for whole, part in ((one, other), (other, one)):
            if _left_out(whole, part, view):
                why = f"{who}: {view.quoted(part.hull)} leaves out the condition of {view.quoted(whole.hull)}."
                yield found("truncated_quotation", "two languages", spans, why, settles="the fuller wording")


def _counted(one: Quote, other: Quote, view: View) -> bool:
    """True when each holds one number, of one unit, and the two do not meet."""
    held = [
        [figure for figure in view.article(quote.source).reading.of(Figure) if quote.hull.covers(figure.hull)]
        for quote in (one, other)
    ]
    if [len(figures) for figures in held] != [1, 1]:
        return False
    (mine,), (theirs,) = held
    if mine.value is None or theirs.value is None or not mine.unit or mine.unit != theirs.unit:
        return False
    (low, high), (least, most) = stretch(mine), stretch(theirs)
    return low > most or least > high


def _denied(one: Quote, other: Quote, view: View) -> bool:
    """True when only one denies, and without its denial the two mean the same."""
    marks = [language(view.language(quote.source)).once(negations) for quote in (one, other)]
    words = [view.whole(quote.hull) for quote in (one, other)]
    denies = [len(mark.findall(text)) for mark, text in zip(marks, words, strict=True)]
    if sorted(map(bool, denies)) != [False, True]:
        return False
    at = 0 if denies[0] else 1
    bare = marks[at].sub(" ", words[at])
    near = view.near(bare, words[1 - at])
    return near >= _BARE and near - view.near(words[at], words[1 - at]) >= _GAIN


def _left_out(whole: Quote, part: Quote, view: View) -> bool:
    """True when one has a condition, the other none, and means what the first one means without it."""
    mark, none = (language(view.language(quote.source)).once(_conditions) for quote in (whole, part))
    words, short = view.whole(whole.hull), view.whole(part.hull)
    clause = mark.search(words) if mark else None
    if clause is None or none is None or none.search(short) or len(short) > _SHORTER * len(words):
        return False
    rest = words[: clause.start()] if clause.start() > _HEAD else words.partition(",")[2]
    return view.near(rest, short) >= _WHOLE


def _conditions(words: Language) -> re.Pattern[str] | None:
    """The language's words for if and unless, with words behind them."""
    told = words.words("findings", "condition")
    if not told:
        return None
    return re.compile(rf"(?<!\w)(?:{alternatives(told)})(?:\W+\w+){{{_WORDS - 1},}}", re.IGNORECASE)
