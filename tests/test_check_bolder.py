"""What a report tells as done, and the sources as to come, as possible, or in no way: in the languages of both."""

from __future__ import annotations

import pytest

from dragoman.check import Verdict, check
from dragoman.check.marks import marks, past
from dragoman.records import Source

TEXTS = {
    "a.txt": """Neue Brücke über die Drina

Višegrad, 12. April 2022 - Die Regierung in Sarajevo will im Herbst eine neue Brücke über die Drina bauen. Das alte \
Stauwerk soll abgerissen werden. Bürgermeister Mladen Kostić hat den Vertrag mit der Baufirma unterzeichnet. \
Leiterin des Bauamts wird die Ingenieurin Jelena Babić.
""",
    "c.txt": """El río Drina

VISEGRAD, 14 abr 2022 (EFE).- La nueva escuela de música abrirá en otoño. El alcalde convocará un concurso de ideas, \
anunció su portavoz. La empresa Hidro Sur niega los vertidos al río. El obispo rechazó una estatua en la plaza.
""",
    "b.txt": """A bridge for the Drina

VISEGRAD, April 13, 2022 - The flood of 2010 could have cost 4,000 people their homes, the water board estimates. \
The government does not rule out a tax on lorries. The ferry stopped running in March.
""",
}  # fmt: skip
FAULTY = [
    ("Le gouvernement de Sarajevo a construit un nouveau pont sur la Drina.", "planned"),
    ("The government in Sarajevo built a new bridge over the Drina.", "planned"),
    ("El gobierno introdujo un impuesto sobre los camiones.", "possible"),
    ("The new music school opened in autumn.", "planned"),
    ("Hydro Sur a reconnu les rejets dans la rivière.", "denied"),
    ("Епископ согласился на статую на площади.", "denied"),
    ("Mladen Kostić hat den Friedensnobelpreis gewonnen.", "told nowhere"),
    ("Mladen Kostić was arrested for smuggling cigarettes.", "told nowhere"),
]
SOUND = [
    "Le gouvernement de Sarajevo veut construire un nouveau pont sur la Drina.",
    "Le maire Mladen Kostić a signé le contrat avec l'entreprise de construction.",
    "La lancha dejó de circular en marzo.",
    "Правительство не исключает налога на грузовики.",
    "Mladen Kostić never went to prison for smuggling cigarettes.",
    "Le maire a annoncé un concours d'idées.",
    "Jelena Babić became head of the building office.",
]
PAST = [
    ("en", "The centre opened in spring.", True),
    ("en", "The centre opens in spring.", False),
    ("fr", "Les parties ont trente jours pour répondre.", False),
    ("fr", "Les parties ont répondu en trente jours.", True),
    ("de", "Das Zentrum hat im Frühjahr eröffnet.", True),
    ("de", "Das Zentrum hat drei Türen.", False),
    ("es", "El centro abrió en primavera.", True),
    ("es", "El centro abre en primavera.", False),
    ("ru", "Центр открылся весной.", True),
    ("ru", "Центр работает весной.", False),
]
MARKS = [
    ("de", "Das Ministerium stellt zwei Millionen Euro bereit.", []),
    ("de", "Das Ministerium ist bereit zu zahlen.", ["planned"]),
    ("de", "Vorsitzende wird die Ingenieurin Ana Kovač.", []),
    ("de", "Der Vertrag wird am Montag unterzeichnet.", ["planned"]),
    ("en", "He stepped down in May.", []),
    ("en", "It may rain.", ["possible"]),
    ("de", "Das könne sich ändern.", ["possible"]),
    ("fr", "L'office a reçu 300 demandes d'asile.", []),
    ("es", "La tregua terminó por falta de acuerdo.", []),
    ("es", "El centro abrirá en otoño.", ["planned"]),
    ("fr", "Deux annexes restent à signer.", ["planned"]),
    ("fr", "Paris étudie un gel des avoirs.", ["possible"]),
    ("es", "Madrid no descarta un recurso.", ["possible"]),
    ("en", "The annexes have been signed.", []),
]


def standing(report: str) -> list[Verdict]:
    sources = [Source(raw=text.encode(), name=name) for name, text in TEXTS.items()]
    return [one for one in check(report, sources) if one.kind == "standing" and one.finding]


@pytest.mark.parametrize(("report", "how"), FAULTY)
def test_a_report_bolder_than_its_sources_is_told(report: str, how: str) -> None:
    assert [one.how for one in standing(report)] == [how]


@pytest.mark.parametrize("report", SOUND)
def test_a_report_as_careful_as_its_sources_is_left_alone(report: str) -> None:
    assert [(one.how, one.why) for one in standing(report)] == []


def test_the_mark_of_the_source_is_shown() -> None:
    (found,) = standing(FAULTY[0][0])
    (place,) = found.evidence[0].marked
    text = TEXTS["a.txt"]
    assert text[place.start : place.end] == "will"


@pytest.mark.parametrize(("code", "words", "told"), PAST)
def test_forms_that_tell_what_is_done(code: str, words: str, told: bool) -> None:
    assert past(code, words) == told


@pytest.mark.parametrize(("code", "words", "keys"), MARKS)
def test_marks_that_leave_open(code: str, words: str, keys: list[str]) -> None:
    assert [one.key for one in marks(code, words)][:1] == keys
