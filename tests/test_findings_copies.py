"""Copies of one text that differ: each case is a text we wrote, a change of it, and what a reader is told of both."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.compare import compare
from dragoman.compare.copies import COPIES
from dragoman.records import Finding, Reading, Source
from dragoman.settings import Settings

R = Callable[..., Reading]
HARBOUR = (
    "The harbour of Lisbon will be dredged again next year, the port authority has decided. "
    "The council of Porto voted for the plan on Monday by 31 votes. "
    "Ana Silva told reporters that the ships would wait outside for months. "
    "Nobody had expected such a clear decision from the members."
)
HAFEN = (
    "Der Hafen von Hamburg soll im kommenden Jahr wieder ausgebaggert werden. "
    "Der Rat von Bremen stimmte am Montag mit 31 Stimmen für den Plan. "
    "Niemand hatte mit einer so klaren Entscheidung der Mitglieder gerechnet."
)
TWO = (
    "The two mayors met for a whole day behind closed doors in the old town hall. “The bridge will be open by summer,” "
    "mayor Ada Kone said at the gate of the town hall. The head of the union did not agree with a word of it, as all "
    "who had waited outside for hours could hear. “Nobody has paid the builders since March,” union leader Jo Brandt "
    "replied a little later in the rain. Then both went home without another word to the press."
)
CHANGES = [
    ("en", HARBOUR, "on Monday", "on Friday", "another day"),
    ("en", HARBOUR, "31 votes", "13 votes", "another number"),
    ("en", HARBOUR, "Porto", "Madrid", "another name"),
    ("en", HARBOUR, "Ana Silva", "Peter Moss", "another name"),
    ("en", HARBOUR, "would wait", "would not wait", "one denies what the other tells"),
    ("de", HAFEN, "am Montag", "am Freitag", "another day"),
    ("de", HAFEN, "31 Stimmen", "13 Stimmen", "another number"),
    ("de", HAFEN, "Hamburg", "Kiel", "another name"),
]
CALM = [
    ("en", HARBOUR, "told reporters", "said to the press"),
    ("en", HARBOUR, "Ana Silva", "Mayor Silva"),
    ("en", HARBOUR, "for months", "for weeks on end"),
    ("de", HAFEN, "klaren Entscheidung", "eindeutigen Abstimmung"),
]


def told(r: R, lang: str, *texts: str, days: tuple[str, ...] = ("2025-03-12", "2025-03-12")) -> list[Finding]:
    readings = [r(text, lang=lang, on=day) for text, day in zip(texts, days, strict=False)]
    story = compare(readings, [Source(raw=text.encode()) for text in texts], settings=Settings(encoder=False))
    return [one for one in story.findings if one.kind not in ("attested", "single_source", "missing")]


@pytest.mark.parametrize(("lang", "text", "old", "new", "what"), CHANGES)
def test_one_place_of_two_copies(r: R, lang: str, text: str, old: str, new: str, what: str) -> None:
    found = told(r, lang, text, text.replace(old, new))
    assert [one.kind for one in found] == ["contradiction"], found
    if found[0].rule == COPIES:
        assert what in found[0].why
    changed = text.replace(old, new)
    assert any(new.split()[-1] in changed[span.start : span.end] for span in found[0].spans)


@pytest.mark.parametrize(("lang", "text", "old", "new"), CALM)
def test_other_words_for_the_same(r: R, lang: str, text: str, old: str, new: str) -> None:
    assert told(r, lang, text, text.replace(old, new)) == []


def test_a_later_copy_may_be_corrected(r: R) -> None:
    found = told(r, "en", HARBOUR, HARBOUR.replace("31 votes", "32 votes"), days=("2025-03-12", "2025-03-14"))
    assert [(one.kind, one.severity) for one in found] == [("update", "note")]


def test_a_sentence_alone_is_no_copy(r: R) -> None:
    other = "Two towns disagree about their old harbours. " + HARBOUR.split(". ")[1].replace("31", "13") + ". It rains."
    assert [one for one in told(r, "en", HARBOUR, other) if one.rule == COPIES] == []


def test_quotations_at_each_others_place(r: R) -> None:
    one, other = "The bridge will be open by summer", "Nobody has paid the builders since March"
    turned = TWO.replace(one, "#").replace(other, one).replace("#", other)
    found = told(r, "en", TWO, turned)
    assert found and {one.kind for one in found} <= {"altered_quotation", "contradiction"}


def test_two_quotations_sewn_together(r: R) -> None:
    whole = "“The bridge will be open by summer,”"
    text = TWO.replace(whole, f"“{BETWEEN[0]},” {BETWEEN[1]}. {whole}")
    joined = text.replace(BETWEEN[0], f"{BETWEEN[0]}. Nobody has paid the builders since March")
    assert "spliced_quotation" in {one.kind for one in told(r, "en", text, joined)}


BETWEEN = ("We have waited long enough for this", "a fisherman called Tom Reed shouted from the crowd")
