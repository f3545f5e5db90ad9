"""Sentences on a day of their own whose act is of no known kind are kept in the article's words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import UNTYPED, Event, Reading

DAY = "2025-03-13"  # a Thursday

KEPT = [
    ("en", "A year's worth of rain fell in eight hours in parts of Valencia on Tuesday.", "2025-03-11"),
    ("en", "The central bank had published its new forecast on Monday.", "2025-03-10"),
    ("fr", "Le ministère a publié mardi un rapport préliminaire.", "2025-03-11"),
    ("fr", "La bourse de Nairobi avait gagné lundi deux points.", "2025-03-10"),
]
#: The lead of an article, and a sentence on a day in languages without a parse; the day, "" for none.
LEADS = [
    ("en", "The city of Graz turned its old railway station into a museum of bread.", ""),
    ("fr", "La ville de Graz a transformé sa vieille gare en musée du pain.", ""),
    ("de", "Die Stadt Graz hat am Montag ihren alten Bahnhof in ein Museum verwandelt.", "2025-03-10"),
    ("es", "La empresa estrenó el lunes un tren nocturno entre Madrid y Lisboa.", "2025-03-10"),
    ("ru", "Компания в понедельник показала первый электрический автобус для городов.", "2025-03-10"),
]

NOT = [
    ("en", "Ana Rivas visited Lima on Tuesday with three ministers.", "a known act"),
    ("en", "The minister said the price of bread rose on Tuesday.", "somebody's words"),
    ("en", "Few things seemed out of the ordinary in the town on Tuesday.", "no act"),
    ("en", "The ministry will publish its new forecast on Friday.", "to come"),
    ("en", "The ministry did not publish its forecast on Tuesday.", "denied"),
    ("en", "The price of bread rose by a tenth in May 2009.", "no day of the news"),
    ("en", "This article was amended on 12 March 2025.", "about the article"),
    ("en", "In this photo taken on Tuesday, a ship is seen off Yeosu.", "a caption"),
    ("nl", "De broodprijs steeg dinsdag met een tiende.", "no rules for the language"),
    ("de", "Der Brotpreis soll am Dienstag um ein Zehntel steigen.", "to come"),
    ("de", "Der Brotpreis ist am Dienstag nicht gestiegen.", "denied"),
    ("de", "Am Dienstag hat der Bäcker nach Angaben der Stadt den Laden geschlossen.", "somebody's words"),
    ("es", "El panadero subirá el martes el precio del pan en toda la ciudad.", "to come"),
    ("es", "El martes bajó el precio del pan, según el panadero de la ciudad.", "somebody's words"),
    ("ru", "Пекарня во вторник не повысила цены на хлеб в городе.", "denied"),
    ("en", "The city will turn its old station into a museum of bread.", "a lead of what is to come"),
]


@pytest.mark.parametrize(("lang", "line", "day"), KEPT)
def test_a_dated_sentence_is_kept_whole(r: Callable[..., Reading], lang: str, line: str, day: str) -> None:
    found = [one for one in r(line, lang=lang, on=DAY).of(Event) if one.type == UNTYPED]
    assert [line[one.start : one.end] for one in found] == [line]
    assert found[0].when is not None and found[0].when.value == day and found[0].told


@pytest.mark.parametrize(("lang", "line", "day"), LEADS)
def test_a_lead_is_kept_whole(r: Callable[..., Reading], lang: str, line: str, day: str) -> None:
    (found,) = [one for one in r(line, lang=lang, on=DAY).of(Event) if one.type == UNTYPED]
    assert line[found.start : found.end] == line
    assert (found.when.value if found.when else "") == day


@pytest.mark.parametrize(("lang", "line", "why"), NOT)
def test_what_else_a_sentence_may_be_is_not_kept(r: Callable[..., Reading], lang: str, line: str, why: str) -> None:
    assert not [one for one in r(line, lang=lang, on=DAY).of(Event) if one.type == UNTYPED], why
