"""Who is freed goes by no name as often as not; who took them frees nobody. Sentences are ours."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Event, Reading

R = Callable[..., Reading]
FREED = [
    ("en", "Twelve teachers have been freed, the governor of Kaduna said.", "Twelve teachers have been freed"),
    ("en", "The 12 were released before dawn near the border.", "The 12 were released"),
    ("en", "The gunmen handed over 12 pupils to elders on Thursday.", "handed over 12 pupils"),
    ("fr", "Douze villageoises ont été libérées jeudi.", "Douze villageoises ont été libérées"),
    ("fr", "Les douze élèves ont été remises jeudi à la Croix-Rouge.", "remises jeudi à la Croix-Rouge"),
    ("es", "Las doce maestras fueron liberadas el jueves.", "doce maestras fueron liberadas"),
    ("ru", "Двенадцать школьниц освобождены в четверг.", "Двенадцать школьниц освобождены"),
]
TAKEN = [
    ("en", "The pupils abducted by Boko Haram in 2014 have been released by Chad.", ["Chad"]),
    ("fr", "Les lycéennes enlevées par Boko Haram en 2014 ont été libérées jeudi.", []),
    ("es", "Las niñas secuestradas por Boko Haram en 2014 fueron liberadas el jueves.", []),
]
NOTHING = [
    ("en", "The studio released a film about women on Thursday."),
    ("en", "The group released a video of the girls on Thursday."),
    ("en", "These are the 12 released women."),
]


def releases(r: R, lang: str, text: str) -> list[Event]:
    """The releases read in a text that appeared on 14 October 2016."""
    return [one for one in r(text, lang=lang, on="2016-10-14").of(Event) if one.type == "release"]


@pytest.mark.parametrize(("lang", "text", "words"), FREED)
def test_people_without_a_name_are_freed(r: R, lang: str, text: str, words: str) -> None:
    (event,) = releases(r, lang, text)
    assert words in text[event.start : event.end]
    assert event.standing in ("happened", "claimed")


@pytest.mark.parametrize(("lang", "text", "actors"), TAKEN)
def test_who_took_them_frees_nobody(r: R, lang: str, text: str, actors: list[str]) -> None:
    (event,) = releases(r, lang, text)
    assert [one.name for one in event.roles if one.role == "actor"] == actors


@pytest.mark.parametrize(("lang", "text"), NOTHING)
def test_films_videos_and_attributes_free_nobody(r: R, lang: str, text: str) -> None:
    assert not releases(r, lang, text)


def test_a_word_with_a_hyphen_is_not_cut(r: R) -> None:
    text = "Twenty-one teachers captured by Boko Haram in May have been freed."
    events = r(text, lang="en", on="2016-10-14").of(Event)
    assert events and all(text[one.start : one.end].startswith("Twenty-one") for one in events)


ARRESTED = [
    ("A Leeds man was arrested in connection with the “Nigerian nurse” fraud.", []),
    ("Ana Duarte, 67, of Lima was arrested on Monday in connection with the “Quiet Harbour” case.", ["Ana Duarte"]),
]


@pytest.mark.parametrize(("text", "whom"), ARRESTED)
def test_what_somebody_is_arrested_for_is_not_arrested(r: R, text: str, whom: list[str]) -> None:
    (event,) = [one for one in r(text, lang="en", on="2016-10-14").of(Event) if one.type == "detain"]
    assert [one.name for one in event.roles if one.role == "recipient"] == whom
