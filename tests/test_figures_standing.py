"""How a figure stands by what governs it: demanded, denied, told at first, a time still to run."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Figure, Reading


@pytest.mark.parametrize(
    ("lang", "text", "value", "standing"),
    [
        ("en", "Prosecutors had asked for up to 25 years for the engineer.", 25, "demanded"),
        ("en", "The union called for a rise of 40 percent.", 40, "demanded"),
        ("en", "The town asked for help for 300 families.", 300, "counted"),
        ("en", "The pollster asked 1,200 people.", 1200, "counted"),
        ("fr", "Le parquet a requis 30 ans de prison contre l'ingénieur.", 30, "demanded"),
        ("fr", "La demande de 300 millions d'euros a été refusée.", 300_000_000, "counted"),
        ("de", "Die Staatsanwaltschaft hatte 30 Jahre Haft gefordert.", 30, "demanded"),
        ("de", "Die Stadt hat für 300 Familien Hilfe gefordert.", 300, "counted"),
        ("de", "Der Sturm forderte 12 Menschenleben.", 12, "counted"),
        ("es", "La fiscalía pide 30 años de cárcel para el ingeniero.", 30, "demanded"),
        ("ru", "Прокурор запросил 30 лет колонии для инженера.", 30, "demanded"),
        ("it", "La procura chiede fino a 30 anni per l'ingegnere.", 30, "demanded"),
        ("en", "Talks must end within six weeks.", 6, "planned"),
        ("en", "Prices rose within six weeks.", 6, "counted"),
        ("en", "Chad gave the envoy 72 hours to leave.", 72, "planned"),
        ("en", "He has served 10 years to date.", 10, "counted"),
        ("fr", "L'ambassadeur a 72 heures pour quitter le pays.", 72, "planned"),
        ("fr", "Il a mis 72 heures pour arriver.", 72, "counted"),
        ("de", "Der Botschafter hat 72 Stunden Zeit, das Land zu verlassen.", 72, "planned"),
        ("es", "El embajador tiene 72 horas para abandonar el país.", 72, "planned"),
        ("ru", "Послу дали 72 часа, чтобы покинуть страну.", 72, "planned"),
        ("fr", "Les négociations doivent aboutir dans les quatre mois.", 4, "planned"),
        ("de", "Das Abkommen muss innerhalb von 60 Tagen ratifiziert werden.", 60, "planned"),
        ("es", "Las conversaciones deben concluir en un plazo de cuatro meses.", 4, "planned"),
        ("ru", "Переговоры должны завершиться в течение четырёх месяцев.", 4, "planned"),
        ("en", "There were 238 guests in the hotel, not 234 as reported earlier.", 234, "denied"),
        ("en", "There were 238 guests in the hotel, not 234 as reported earlier.", 238, "counted"),
        ("en", "He did not pay, and 45 houses burned.", 45, "counted"),
        ("fr", "Le bilan est de 43 morts, et non de 45 comme annoncé.", 45, "denied"),
        ("de", "Es gab 43 Tote, nicht 45, wie die Polizei erst meldete.", 45, "denied"),
        ("es", "Hubo 43 muertos, no 45 como se dijo al principio.", 45, "denied"),
        ("ru", "Погибли 43 человека, а не 45, как говорили раньше.", 45, "denied"),
        ("en", "Initially, 45 people were reported dead; the ministry now speaks of 43.", 45, "at first"),
        ("en", "Initially, 45 people were reported dead; the ministry now speaks of 43.", 43, "counted"),
        ("fr", "D'abord estimé à 45 morts, le bilan a été ramené à 43 morts.", 45, "at first"),
        ("fr", "D'abord estimé à 45 morts, le bilan a été ramené à 43 morts.", 43, "counted"),
        ("de", "Zunächst war von 45 Toten die Rede, später von 43 Toten.", 45, "at first"),
        ("de", "Zunächst war von 45 Toten die Rede, später von 43 Toten.", 43, "counted"),
        ("es", "En un primer momento se habló de 45 muertos; la cifra bajó a 43 muertos.", 45, "at first"),
        ("ru", "Сначала сообщалось о 45 погибших, позже о 43 погибших.", 45, "at first"),
    ],
)  # fmt: skip
def test_a_figure_stands_as_its_own_clause_says(
    r: Callable[..., Reading], lang: str, text: str, value: float, standing: str
) -> None:
    found = {one.value: one.standing for one in r(text, lang, on="2023-03-09").of(Figure)}
    assert found.get(value) == standing


def test_what_a_number_is_set_against_counts_the_same(r: Callable[..., Reading]) -> None:
    found = r("There were 238 guests in the hotel, not 234 as reported earlier.", "en").of(Figure)
    assert [(one.value, one.unit) for one in found] == [(238, "guest"), (234, "guest")]
