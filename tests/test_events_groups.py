"""People of a firm are not the firm, animals no people killed, the end of a strike is none. Sentences are ours."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from test_events import told

from dragoman.records import Reading

R = Callable[..., Reading]
STAFF = [
    ("de", "Die Beschäftigten des Flugzeugbauers Boeing haben einem neuen Tarifvertrag zugestimmt."),
    ("es", "Los trabajadores de Boeing aprobaron el lunes un nuevo convenio."),
    ("fr", "Les ouvriers de Boeing ont voté lundi en faveur d'un nouvel accord salarial."),
    ("es", "Los empleados de Renault aprobaron el lunes un nuevo convenio."),
    ("en", "Boeing workers approved the contract on Monday."),
]
NONE = [
    ("es", "Al menos 40 delfines han muerto.", "kill"),
    ("fr", "Trois vaches et douze moutons ont péri.", "kill"),
    ("en", "Dockers ended a three-week strike on Monday.", "strike"),
    ("fr", "Les salariés de Renault mettent fin à une grève de sept semaines.", "strike"),
    ("de", "Die Lokführer beendeten am Montag ihren Streik.", "protest"),
    ("es", "Los trabajadores de Renault pusieron el lunes fin a una huelga.", "protest"),
    ("ru", "Докеры завершили забастовку в понедельник.", "protest"),
    ("es", "El Gobierno hundió el lunes el barco en alta mar.", "accident"),
]
STILL = [
    ("es", "Al menos 40 personas han muerto.", "kill"),
    ("es", "El barco se hundió el lunes en alta mar.", "accident"),
    ("de", "Die Lokführer streiken seit Montag.", "strike"),
]


@pytest.mark.parametrize(("lang", "line"), STAFF)
def test_people_of_a_firm_are_not_the_firm(r: R, lang: str, line: str) -> None:
    (event,) = (one for one in told(r, lang, line) if one.type == "approve")
    assert not {"Boeing", "Renault"} & set(event.names("actor"))


@pytest.mark.parametrize(("lang", "line", "kind"), NONE)
def test_no_such_act(r: R, lang: str, line: str, kind: str) -> None:
    assert kind not in {one.type for one in told(r, lang, line)}


@pytest.mark.parametrize(("lang", "line", "kind"), STILL)
def test_such_an_act(r: R, lang: str, line: str, kind: str) -> None:
    assert kind in {one.type for one in told(r, lang, line)}


def test_who_vouches_ends_with_the_noun_phrase(r: R) -> None:
    (event,) = (one for one in told(r, "de", "Nach Angaben der Behörden starben 55 Menschen.") if one.type == "kill")
    assert event.claimed_by == "der Behörden"
