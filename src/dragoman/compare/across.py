"""Sentences of two languages that tell one act and cannot both be true: another day, done and not done.

Sentence vectors only propose that two sentences mean the same; names, days, hours, denials and kinds of act judge. What
happens day after day, is planned or is said by somebody else is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from anyascii import anyascii

from dragoman.compare.sentences import Sentence, sentences
from dragoman.compare.surfaces import negations
from dragoman.compare.view import View, found, told
from dragoman.languages import language
from dragoman.languages.world import gazetteer
from dragoman.records import Finding, Time

__all__ = ["MEANT", "across", "known", "named"]

#: Cosine from which two sentences may tell one thing. Of 60 pairs of our own set that do, 37 reach it, and of 50 that
#: tell something else 9, all of them with other names, days or units.
MEANT = 0.75
_TURNED = 0.02  # how much nearer a sentence without its denial must be to the one that has none
_NEAR = 45  # days between two dates of one act; what lies further apart may be another year's
_ANCHORS = 2  # names that two sentences with other days must share
_LETTERS = 6  # letters of a word with a capital that is a name wherever it stands in two languages: Neckarwestheim
CAPITAL = re.compile(rf"[A-ZÀ-ÞА-Я]\w{{{_LETTERS - 1},}}")
_PERSONS = ("PER", "GPE", "LOC")
#: Acts that come back from day to day: another day is another act.
_DAILY = frozenset(
    {"statement", "announce", "accuse", "condemn", "demand", "promise", "deny", "threaten", "warn", "praise", "support"}
    | {"attack", "kill", "protest", "meet", "visit", "call", "negotiate", "aid", "test_weapon", "violate", "detain"}
)
#: Acts that one person meets with once: the name alone tells which one is meant.
_PERSONAL = frozenset({"elect", "appoint", "dismiss", "resign", "topple", "convict", "sentence", "acquit", "impeach"})
_VOTED = frozenset({"approve", "ratify", "accept", "reject"})


def across(view: View) -> Iterator[Finding]:
    """One act told in two languages with another day, or done in one article and not done in the other."""
    told_in = [[(one, _time(one, view)) for one in own] for own in sentences(view).values()]
    for mine, theirs in combinations(told_in, 2):
        for (one, first), (other, second) in product(mine, theirs):
            finding = _denied(one, other, view) or _moved((one, first), (other, second), view)
            if finding:
                yield finding


def _fits(one: Sentence, other: Sentence, view: View) -> bool:
    """True when two sentences of one voice name the same and neither names a person or place that the other lacks."""
    if one.open or other.open or one.span.source == other.span.source:
        return False
    if one.voice != other.voice and not (one.voice and other.voice and view.near(one.voice, other.voice) >= MEANT):
        return False
    names = [_named(side, view) for side in (one, other)]
    rest = [[side[name] for name in side.keys() - both.keys()] for side, both in (names, names[::-1])]
    apart = all(any(view.who.kind(name) in _PERSONS for name in left) for left in rest)
    return not apart and bool(names[0].keys() & names[1].keys() or _words(one, view) & _words(other, view))


def _named(one: Sentence, view: View) -> dict[str, str]:
    return named((name for name, _ in one.names), view.language(one.span.source), view)


def named(names: Iterable[str], code: str, view: View) -> dict[str, str]:
    """{by what it is known in every language: who is named}: a country, also of its bodies, else the letters."""
    return {known(name, code, view): name for name in sorted(names)}


def known(name: str, code: str, view: View) -> str:
    """By what an entity is known in every language: its country, but for persons, else the letters of its name."""
    written = view.who.name(name)
    if view.who.kind(name) == "PER":
        return _letters(written)
    inside = (gazetteer(code).known(word) for word in written.split())
    return view.who.country(name) or next((it.country for it in inside if it and it.country), _letters(written))


def _letters(name: str) -> str:
    return anyascii(name).casefold()


def _words(one: Sentence, view: View) -> set[str]:
    """Long words with a capital, without those of dates."""
    article = view.article(one.span.source)
    dates = {word for time in article.times(one.span) for word in view.whole(time.hull).split()}
    words = (word for word in CAPITAL.findall(view.whole(one.span)) if word not in dates)
    return {_letters(word) for word in words}


def _denied(one: Sentence, other: Sentence, view: View) -> Finding | None:
    if not one.days or one.days != other.days or not _fits(one, other, view):
        return None
    if one.negated == other.negated:
        return _rejected(one, other, view)
    no, yes = (one, other) if one.negated else (other, one)
    if view.meaning(no.span, yes.span) < MEANT or not (_acts(no, view) & _acts(yes, view) or _turned(no, yes, view)):
        return None
    return _finding(no, yes, "one denies what the other tells", view)


def _turned(no: Sentence, yes: Sentence, view: View) -> bool:
    """True when the sentence that denies comes nearer to the other one once its denial is taken out."""
    words = view.whole(no.span)
    without = language(view.language(no.span.source)).once(negations).sub(" ", words)
    return view.near(without, view.whole(yes.span)) - view.near(words, view.whole(yes.span)) >= _TURNED


def _rejected(one: Sentence, other: Sentence, view: View) -> Finding | None:
    """Approved in one article and rejected in the other, on one day."""
    mine, theirs = _votes(one, view), _votes(other, view)
    if {frozenset(mine), frozenset(theirs)} != {frozenset({True}), frozenset({False})}:
        return None
    if view.meaning(one.span, other.span) < MEANT:
        return None
    return _finding(one, other, "one tells as approved what the other tells as rejected", view)


def _votes(one: Sentence, view: View) -> set[bool]:
    """True for an approval that a sentence tells as done, False for one that it tells as refused."""
    events = view.article(one.span.source).events(one.span)
    refused = {event.type == "reject" or event.standing == "denied" for event in events if event.type in _VOTED}
    return {not no for no in refused}


def _finding(one: Sentence, other: Sentence, what: str, view: View) -> Finding:
    days = ", ".join(told(day) for day in sorted(one.days))
    why = f"{view.quoted(one.span)} and {view.quoted(other.span)}: the same names and the same day ({days}); {what}."
    return found("contradiction", "done and not done", (one.span, other.span), why, severity="error")


def _acts(one: Sentence, view: View) -> set[str]:
    """The kinds of acts that a sentence tells, but for saying so."""
    return {act.type for act in view.article(one.span.source).events(one.span)} - {"statement", "announce"}


def _moved(left: tuple[Sentence, Time | None], right: tuple[Sentence, Time | None], view: View) -> Finding | None:
    """One act, told as done, with another written day or year."""
    (one, mine), (other, theirs) = left, right
    if one.negated or other.negated:
        return None
    if mine is None or theirs is None or not _apart(mine, theirs) or not _fits(one, other, view):
        return None
    times = mine, theirs
    acts = _acts(one, view) & _acts(other, view)
    year = {"year"} & {time.when.precision for time in times if time.when}
    shared = len(_named(one, view).keys() & _named(other, view).keys())
    if shared < _ANCHORS and not (shared and (_acts(one, view) | _acts(other, view)) & _PERSONAL):
        return None
    if (year and not acts) or not _over(times, view) or not _one_act((one, other), view):
        return None
    if view.meaning(one.span, other.span) < MEANT:
        return None
    why = (
        f"{view.quoted(mine.hull)} and {view.quoted(theirs.hull)} stand in sentences of two languages that tell "
        f"one act of the same: {told(mine.when)} and {told(theirs.when)}."
    )
    spans = (mine.hull, theirs.hull, one.span, other.span)
    return found("contradiction", "two dates for one act", spans, why, severity="error")


def _time(one: Sentence, view: View) -> Time | None:
    """The only date of a sentence, when it is written with a number and tells a day or a year."""
    times = [time for time in view.article(one.span.source).times(one.span) if time.type in ("DATE", "TIME")]
    if len(times) != 1 or times[0].when is None or times[0].when.precision not in ("day", "year"):
        return None
    return times[0] if any(letter.isdigit() for letter in view.words(times[0].hull)) else None


def _apart(one: Time, other: Time) -> bool:
    """True for two days a few weeks apart, or for two years; not for a year and a day."""
    if (
        one.when is None
        or other.when is None
        or one.when.precision != other.when.precision
        or one.when.meets(other.when)
    ):
        return False
    return one.when.precision == "year" or abs((one.when.earliest - other.when.earliest).days) <= _NEAR


def _over(times: Sequence[Time], view: View) -> bool:
    """True when both articles appeared after both dates, so that neither is a plan."""
    last = max(time.when.earliest for time in times if time.when)
    appeared = [view.published(time.source) for time in times]
    return all(day is not None and day.latest >= last for day in appeared)


def _one_act(sides: Sequence[Sentence], view: View) -> bool:
    """True unless the sentences tell hours, which clocks of two places give otherwise, or what happens every day."""
    for side in sides:
        article = view.article(side.span.source)
        if any("T" in time.value for time in article.times(side.span) if time.type in ("TIME", "DATE")):
            return False
        if {act.type for act in article.events(side.span)} & _DAILY:
            return False
    return True
