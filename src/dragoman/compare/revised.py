"""A number that an article itself puts right: "at first 42 dead were spoken of", "the ministry later said 29"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.compare.amounts import fates
from dragoman.compare.claims import number
from dragoman.compare.sentences import stems
from dragoman.compare.view import View, found
from dragoman.languages import Language, alternatives, language
from dragoman.records import Figure, Finding, Reading
from dragoman.spans import Span

__all__ = ["revised"]

_LARGE = 100  # from this number on one that is not round is hardly told of two things in one story
_ONE_NOUN = 0.7  # cosine of the nouns of two languages that count one thing, where the number is the same
_TIMES = 4.0  # times that a first count may be the one that replaced it
_FATES = {"killed": "dead", "wounded": "wounded", "missing": "missing", "rescued": "rescued"}
_PEOPLE = frozenset({"", "person", "passenger", "victim"})


def revised(view: View) -> Iterator[Finding]:
    """One finding for each number that its own article takes back or brings up to date."""
    for reading in sorted(view.readings, key=lambda one: one.article.source):
        text = reading.article.text
        spans = [text.span(a, b) for a, b in reading.article.sentences]
        yield from _denied(reading, view)
        for span in spans:
            yield from _lowered(span, view)
        first, later = language(reading.article.language).once(_patterns)
        if first is None or later is None:
            continue
        for before, after in pairwise(spans):
            if later.search(view.whole(after)):
                yield from _corrected(before, after, view)
        for span in spans:
            if first.search(view.whole(span)):
                yield from _first_told(span, reading, view)


def _denied(reading: Reading, view: View) -> Iterator[Finding]:
    """A sentence sets its number against one told before, which another article may still give: 78, not 79."""
    for one in reading.of(Figure):
        if one.standing != "denied" or not one.unit:
            continue
        article = view.article(one.source)
        beside = [each for each in article.figures(article.sentence(one.hull)) if each.unit == one.unit]
        now = [each for each in beside if each.standing != "denied" and _near(each, one) and each.value != one.value]
        if len(now) == 1:
            still = list(_still(one, view))
            why = "the article itself says that the first number is wrong"
            why += f"; another article gives it: {view.quoted(still[0])}" if still else ""
            yield _finding(one, now[0], why, view, still)


def _lowered(span: Span, view: View) -> Iterator[Finding]:
    """A sentence tells that a count was set right, with both numbers: revised down to 78 from 79, von 79 auf 78."""
    right, led = language(view.language(span.source)).once(_led)
    if right is None or led is None or not right.search(view.whole(span)):
        return
    counts = [one for one in _counts(span, view) if one.standing == "counted"]
    if len(counts) != 2 or not _near(*counts) or {one.unit for one in counts} - {""} != {"dead"}:
        return  # of the missing there may be fewer every day
    before = [bool(led.search(_ahead(one, span, view))) for one in counts]
    if sum(before) == 1 and counts[0].value != counts[1].value:
        early = counts[before.index(True)]
        late = counts[before.index(False)]
        yield _finding(early, late, "the article itself tells that the first number was set right", view)


def _ahead(figure: Figure, sentence: Span, view: View) -> str:
    """The words before a number in its sentence."""
    if sentence.start >= figure.start:
        return ""
    return view.article(figure.source).words(Span(figure.source, sentence.start, figure.start)).rstrip()


def _led(words: Language) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """The language's words for setting a count right, and for the number that is left behind, right before it."""
    before = words.words("findings", "count_from")
    led = re.compile(rf"(?<!\w)(?:{alternatives(before)})$", re.IGNORECASE) if before else None
    return _pattern(words.words("findings", "set_right")), led


def _still(denied: Figure, view: View) -> Iterator[Span]:
    """Where other articles give the number that one denies, of the same or of what has no unit in common."""
    mine = view.article(denied.source)
    for reading in sorted(view.readings, key=lambda one: one.article.source):
        for one in reading.of(Figure) if reading.article.source != denied.source else ():
            same = one.unit == denied.unit or _rare(denied) or view.near(one.of, denied.of) >= _ONE_NOUN
            named = view.article(one.source).all_named() & mine.all_named()
            if one.value == denied.value and one.standing == "counted" and same and named:
                yield one.hull


def _rare(figure: Figure) -> bool:
    """True for a number that no two things of one story have by chance: 234, not 30 nor 200."""
    value = figure.value or 0.0
    return value >= _LARGE and value % 10 != 0


def _corrected(before: Span, after: Span, view: View) -> Iterator[Finding]:
    """The sentence behind gives another number of the same, in the same words: "28 survived. Later … 29 survived"."""
    late = _counts(after, view)
    if len(late) != 1:
        return
    early = [one for one in _counts(before, view) if _one_thing(one, late[0], view)]
    if len(early) == 1 and early[0].value != late[0].value:
        yield _finding(early[0], late[0], "the article itself gives the second number as the later one", view)


def _first_told(span: Span, reading: Reading, view: View) -> Iterator[Finding]:
    """A sentence tells what the first count was; the article's own number of the same is another."""
    first = [one for one in _counts(span, view) if _kind(one, view)]
    if len(first) != 1:
        return
    now = [one for one in reading.of(Figure) if not one.hull.meets(span) and _kind(one, view) == _kind(first[0], view)]
    now = [one for one in now if _near(one, first[0])]
    if now and all(one.value != first[0].value for one in now) and len({one.value for one in now}) == 1:
        yield _finding(first[0], now[0], "the article itself gives the first number as what was told at first", view)


def _counts(span: Span, view: View) -> list[Figure]:
    return [one for one in view.article(span.source).figures(span) if one.value and one.unit not in ("ordinal", "time")]


def _one_thing(one: Figure, other: Figure, view: View) -> bool:
    """True for one unit with a word beside both numbers that is the same: "выжили 28 человек", "выжили 29 человек"."""
    if one.unit != other.unit or not one.unit or not _near(one, other):
        return False
    mine, theirs = (stems(_beside(figure, view)) - stems(view.whole(figure.hull)) for figure in (one, other))
    return bool(mine & theirs)


def _beside(figure: Figure, view: View) -> str:
    """Two words before a number and two behind it, within its part of the sentence."""
    article = view.article(figure.source)
    sentence = article.sentence(figure.hull)
    before = article.words(Span(figure.source, sentence.start, figure.start)) if sentence.start < figure.start else ""
    behind = article.words(Span(figure.source, figure.end, sentence.end)) if figure.end < sentence.end else ""
    return " ".join([*PART.split(before)[-1].split()[-2:], *PART.split(behind)[0].split()[:2]])


PART = re.compile(r"[,;:]")  # "62 aboard, 28 survived"


def _kind(figure: Figure, view: View) -> str:
    """What became of those counted, "" for other numbers."""
    if figure.unit in _FATES.values():
        return figure.unit
    if figure.unit not in _PEOPLE:
        return ""
    article = view.article(figure.source)
    told = fates(view.whole(article.sentence(figure.hull)), language(view.language(figure.source)))
    counts = article.figures(article.sentence(figure.hull))
    return _FATES.get(told[0], "") if len(told) == 1 and counts and counts[0] is figure else ""


def _near(one: Figure, other: Figure) -> bool:
    low, high = sorted((one.value or 0.0, other.value or 0.0))
    return low > 0 and high <= _TIMES * low


def _finding(early: Figure, late: Figure, why: str, view: View, still: Sequence[Span] = ()) -> Finding:
    shown = f"{view.quoted(early.hull)} and {view.quoted(late.hull)}"
    told = f"{shown}: {number(early.value or 0)}, then {number(late.value or 0)}; {why}."
    return found("update", "revised number", (*early.spans, *late.spans, *still[:1]), told)


def _patterns(words: Language) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """The language's words for what was told at first, and for what was told later."""
    first, later = (_pattern(words.words("findings", key)) for key in ("at_first", "put_right"))
    return first, later


def _pattern(forms: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{alternatives(forms)})(?!\w)", re.IGNORECASE) if forms else None
