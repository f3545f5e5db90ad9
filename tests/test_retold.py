"""One act that articles tell of differently named doers: joined by what its sentences mean, never across parties."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.compare.agreements import agreements
from dragoman.compare.entities import entities
from dragoman.compare.naming import body
from dragoman.compare.timeline import timeline
from dragoman.models import Encoder, encoder
from dragoman.records import Happening, Reading

R = Callable[..., Reading]
APRIL = "2024-04-09"
#: The judges of Strasbourg on the women who sued Switzerland, 9 April 2024: a court by several names.
CLIMATE = {
    "en": "Judges in Strasbourg ruled on Tuesday that Switzerland violated the rights of older women by doing too "
    "little against climate change.",
    "fr": "La Cour européenne des droits de l'homme a jugé mardi que la Suisse avait violé les droits de femmes âgées "
    "en faisant trop peu contre le changement climatique.",
    "de": "Das Menschenrechtsgericht hat am Dienstag geurteilt, dass die Schweiz mit zu wenig Klimaschutz die Rechte "
    "älterer Frauen verletzt hat.",
    "es": "El tribunal de Estrasburgo falló este martes que Suiza violó los derechos de mujeres mayores al hacer "
    "demasiado poco contra el cambio climático.",
    "ru": "Европейский суд в Страсбурге во вторник постановил, что Швейцария нарушила права пожилых женщин, делая "
    "слишком мало против изменения климата.",
}
KENYA = {
    "en": "Kenya's Supreme Court ruled on Monday that William Ruto was validly elected president.",
    "fr": "La Cour suprême du Kenya a jugé lundi que William Ruto a été valablement élu président.",
}
#: A bridge that fell: an act no table of ours names.
BRIDGE = {
    "en": "The Morandi bridge in Genoa was blown up with explosives on Friday, ten months after it collapsed.",
    "fr": "Le pont Morandi, à Gênes, a été détruit vendredi à l'explosif, dix mois après son effondrement.",
    "de": "Die Morandi-Brücke in Genua ist am Freitag gesprengt worden, zehn Monate nach ihrem Einsturz.",
}


def told(r: R, lines: dict[str, str], on: str, using: Encoder | None) -> tuple[Happening, ...]:
    """The timeline of one article a line."""
    readings = [r(line, lang=code, on=on) for code, line in lines.items()]
    who = entities(readings)
    return timeline(readings, who, agreements(readings, who), encoder=using)


def sources(found: tuple[Happening, ...], kind: str) -> list[int]:
    """How many articles tell each event of a kind."""
    return sorted(len({report.source for report in one.reports}) for one in found if one.type == kind)


def test_namings_of_one_court_are_one_ruling(r: R) -> None:
    assert len(sources(told(r, CLIMATE, APRIL, None), "rule")) > 1
    assert sources(told(r, CLIMATE, APRIL, encoder()), "rule") == [len(CLIMATE)]


def test_an_act_of_no_known_kind_is_one_event_in_three_languages(r: R) -> None:
    found = told(r, BRIDGE, "2019-06-28", encoder())
    assert max(len({report.source for report in one.reports}) for one in found) == len(BRIDGE)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            {"en": "Estonia expelled a Russian diplomat on Monday. Latvia condemned it."},
            {"de": "Lettland hat am Montag einen russischen Diplomaten ausgewiesen. Estland verurteilte das."},
        ),
        (
            {"en": "Canada's government welcomed the accord in a statement on Monday. Norway was silent."},
            {"fr": "La Norvège a salué l'accord lundi dans un communiqué. Le Canada n'a rien dit."},
        ),
        (
            {"en": "Poland's Constitutional Tribunal ruled on Monday that the abortion law is void."},
            {"es": "El Tribunal Constitucional de Colombia falló este lunes que la ley de aborto es nula."},
        ),
        (
            {"en": "Britain's marines captured a tanker off Gibraltar that carried oil from Iran. Spain protested."},
            {"fr": "Un satellite américain a capturé des images d'un pétrolier chargé de pétrole de l'Iran."},
        ),
    ],
    ids=["two states expel", "two states welcome", "two courts rule", "a ship and a picture"],
)
def test_acts_of_different_parties_stay_apart(r: R, one: dict[str, str], other: dict[str, str]) -> None:
    found = told(r, {**one, **other}, APRIL, encoder())
    kinds = [{report.type for report in event.reports} for event in found if len({r.source for r in event.reports}) > 1]
    assert not kinds, kinds


def test_another_day_is_another_ruling(r: R) -> None:
    lines = {"en": CLIMATE["en"], "es": CLIMATE["es"].replace("este martes", "este domingo")}
    assert sources(told(r, lines, APRIL, encoder()), "rule") == [1, 1]


def test_what_one_article_tells_twice_is_two_events(r: R) -> None:
    lines = {
        "en": f"{KENYA['en']} Kenya's Supreme Court ruled on Friday that Raila Odinga may see the servers.",
        "fr": KENYA["fr"],
    }
    assert sources(told(r, lines, "2022-09-05", encoder()), "rule") == [1, 2]


@pytest.mark.parametrize(
    ("name", "code", "kind"),
    [
        ("Court of Arbitration for Sport", "en", "court"),
        ("Tribunal arbitral du sport", "fr", "court"),
        ("Bundesverwaltungsgericht", "de", "court"),
        ("Tribunal de Cuentas", "es", "court"),
        ("Volkswagen", "de", ""),
    ],
)
def test_what_a_body_is_by_its_name(name: str, code: str, kind: str) -> None:
    assert body(name, code) == kind
