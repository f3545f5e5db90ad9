"""Where somebody stands, what a noun hands over, and the turns of a transcript. A case is news we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Quote, Reading

Make = Callable[..., Reading]

# (text, [(how, words, speaker)])
POSITIONS: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    ("Maria Lopez wants to close the port.", [("position", "wants to close the port", "Maria Lopez")]),
    ("Maria Lopez plans a review of the dam.", [("position", "plans a review of the dam", "Maria Lopez")]),
    ("The union opposes the new harbour tax.", [("position", "opposes the new harbour tax", "The union")]),
    (
        "Lawmakers criticised the mayor for closing the school.",
        [("position", "criticised the mayor for closing the school", "Lawmakers")],
    ),
    (
        "Maria Lopez was sure that the dam would hold.",
        [("position", "was sure that the dam would hold", "Maria Lopez")],
    ),
    ("Residents are worried about the new road.", [("position", "are worried about the new road", "Residents")]),
    ("The polls show a tight race in the north.", [("position", "show a tight race in the north", "The polls")]),
    # said once: what she called it stands between the marks, what she spoke of is the sentence around it
    ("Maria Lopez described the dam as a “time bomb” on Friday.", [("partial", "time bomb", "Maria Lopez")]),
    (
        "Her critics never believed Paul Meyer's claim that the dam was safe.",
        [("indirect", "the dam was safe", "Paul Meyer")],
    ),
    (
        "Paul Meyer said nothing. The council recalled his promise to rebuild the village.",
        [("indirect", "to rebuild the village", "Paul Meyer")],
    ),
    # what nobody stands for: denied, only possible, asked, of nobody
    ("Maria Lopez does not want to close the port.", []),
    ("Maria Lopez may support the new harbour tax.", []),
    ("If Maria Lopez wants to close the port, ships will go elsewhere.", []),
    ("Who supports the new harbour tax?", []),
    ("The mayor offered no proof of the theft.", []),
    ("The two leaders praised each other at the dinner.", []),
    ("Maria Lopez showed the reporters around the dam.", []),
]

TRANSCRIPT = """Interview with Anna Lemoine

RIVERS: Will the dam hold through the winter?

LEMOINE: The dam will hold. We “checked it” twice.

RIVERS: And the bridge?

LEMOINE: The bridge is closed."""


def _found(reading: Reading, text: str) -> list[tuple[str, str, str | None]]:
    quotes = reading.of(Quote)
    return [(one.how, " … ".join(text[span.start : span.end] for span in one.spans), one.speaker) for one in quotes]


@pytest.mark.parametrize(("text", "expected"), POSITIONS)
def test_where_somebody_stands_is_told_apart_from_what_they_say(
    r: Make, text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert _found(r(text, lang="en", on="2024-12-05", only=("mentions", "dates", "quotes")), text) == expected


def test_a_transcript_gives_each_turn_to_its_label(r: Make) -> None:
    reading = r(TRANSCRIPT, lang="en", on="2024-12-05", only=("mentions", "dates", "quotes"))
    assert _found(reading, TRANSCRIPT) == [
        ("direct", "Will the dam hold through the winter?", "RIVERS"),
        ("direct", "The dam will hold. We “checked it” twice.", "Anna Lemoine"),
        ("scare", "checked it", None),
        ("direct", "And the bridge?", "RIVERS"),
        ("direct", "The bridge is closed.", "Anna Lemoine"),
    ]


# (language, interview, [(words, speaker)])
INTERVIEWS: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "fr",
        "La glaciologue Claire Fontaine rentre du Groenland.\n\nQue voyez-vous ?\n\n"
        "Claire Fontaine : La glace recule.\n\nPeut-on agir ?\n\nOui, si l'on veut.\n\nIl fait froid.",
        [("La glace recule.", "Claire Fontaine"), ("Oui, si l'on veut.", "Claire Fontaine")],
    ),
    (
        "de",
        "Die Bürgermeisterin Anna Berg über das Hochwasser.\n\nWann kommt Hilfe?\n\n"
        "Anna Berg: Wir warten noch auf Boote.\n\nWas fehlt?\n\nDecken und Strom.",
        [("Wir warten noch auf Boote.", "Anna Berg"), ("Decken und Strom.", "Anna Berg")],
    ),
    (
        "ru",
        "Мэр Павел Орлов ответил читателям.\n\nКогда откроют мост?\n\nПавел Орлов: Мост откроют в июне.",
        [("Мост откроют в июне.", "Павел Орлов")],
    ),
    (
        "en",
        "Key players\n\nAnna Lemoine: The mayor since 2019.\n\nPaul Meyer: The head of the company.",
        [],
    ),
]


@pytest.mark.parametrize(("lang", "text", "expected"), INTERVIEWS)
def test_an_interview_gives_answers_to_the_one_who_is_asked(
    r: Make, lang: str, text: str, expected: list[tuple[str, str]]
) -> None:
    found = _found(r(text, lang=lang, on="2024-12-05", only=("mentions", "dates", "quotes")), text)
    assert [(words, speaker) for _, words, speaker in found] == expected


def test_labels_in_capitals_that_no_second_voice_answers_are_no_transcript(r: Make) -> None:
    text = "WHAT: A fair for farmers.\n\nWHERE: The old market.\n\nWHEN: On Friday at nine."
    assert _found(r(text, lang="en", on="2024-12-05", only=("mentions", "dates", "quotes")), text) == []
