"""What is agreed on is still to be done, what is "not yet" done is denied by nobody. Sentences are ours."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from test_events import told

from dragoman.records import AWAITED, Event, Reading

R = Callable[..., Reading]
UNDERTAKEN = [
    ("en", "Ecuador and Colombia agreed on Monday to reopen their embassies.", "open_mission"),
    ("en", "The two governments have agreed to lift sanctions and release prisoners.", "release"),
    ("en", "Under the accord, Colombia is to reopen its consulate.", "open_mission"),
    ("fr", "L'Équateur et la Colombie sont convenus lundi de rouvrir leurs ambassades.", "open_mission"),
    ("fr", "L'Éthiopie et l'Érythrée ont accepté de retirer leurs troupes et de libérer les prisonniers.", "release"),
    ("de", "Ecuador und Kolumbien vereinbarten am Montag, ihre Botschaften wieder zu öffnen.", "open_mission"),
    ("de", "Das Abkommen sieht den Abzug der Truppen vor.", "withdraw"),
    ("es", "Ecuador y Colombia acordaron el lunes reabrir sus embajadas.", "open_mission"),
    ("es", "Los dos países convinieron en retirar sus tropas.", "withdraw"),
    ("ru", "Эквадор и Колумбия договорились в понедельник открыть посольства.", "open_mission"),
    ("ru", "Эфиопия и Эритрея согласились вывести войска и освободить пленных.", "release"),
]
AGREED_AND_DONE = [
    ("en", "The parties agreed on Monday to extend the truce.", "extend"),
    ("en", "Colombia reopened its embassy in Quito, as the two had agreed.", "open_mission"),
    ("es", "Ecuador, que acordó la paz en 1998, reabrió su embajada en Lima.", "open_mission"),
    ("ru", "Эквадор, который согласился на переговоры, открыл посольство в Лиме.", "open_mission"),
]
NOT_YET = [
    ("en", "Kenya has not yet reopened its embassy in Mogadishu.", "open_mission"),
    ("en", "The embassies have not been reopened yet.", "open_mission"),
    ("en", "No embassy has yet reopened.", "open_mission"),
    ("fr", "Le Kenya n'a pas encore rouvert son ambassade à Mogadiscio.", "open_mission"),
    ("fr", "Les ambassades ne sont toujours pas rouvertes.", "open_mission"),
    ("de", "Kenia hat seine Botschaft in Mogadischu noch nicht wieder geöffnet.", "open_mission"),
    ("de", "Bislang hat Kenia das Abkommen nicht ratifiziert.", "ratify"),
    ("es", "Kenia aún no ha reabierto su embajada en Mogadiscio.", "open_mission"),
    ("es", "Kenia no ha retirado aún sus tropas.", "withdraw"),
    ("ru", "Кения ещё не открыла посольство в Могадишо.", "open_mission"),
    ("ru", "Эфиопия до сих пор не вывела войска из Бадме.", "withdraw"),
]
REFUSED = [
    ("en", "Kenya did not reopen its embassy in Mogadishu.", "open_mission"),
    ("fr", "Le Kenya n'a jamais rouvert son ambassade à Mogadiscio.", "open_mission"),
    ("de", "Kenia hat seine Botschaft in Mogadischu nicht wieder geöffnet.", "open_mission"),
    ("es", "Kenia nunca ha reabierto su embajada en Mogadiscio.", "open_mission"),
    ("ru", "Кения никогда не открывала посольство; она не открыла посольство в Могадишо.", "open_mission"),
]


def of(r: R, lang: str, line: str, kind: str) -> list[Event]:
    """The events of this kind in a line."""
    return [one for one in told(r, lang, line) if one.type == kind]


@pytest.mark.parametrize(("lang", "line", "kind"), UNDERTAKEN)
def test_what_is_agreed_on_is_planned_and_has_no_day_of_its_own(r: R, lang: str, line: str, kind: str) -> None:
    (event,) = of(r, lang, line, kind)
    assert (event.standing, event.claimed_by, event.when) == ("planned", "", None)


@pytest.mark.parametrize(("lang", "line", "kind"), AGREED_AND_DONE)
def test_what_is_done_beside_an_agreement_is_done(r: R, lang: str, line: str, kind: str) -> None:
    assert [one.standing for one in of(r, lang, line, kind)] == ["happened"]


@pytest.mark.parametrize(("lang", "line", "kind"), NOT_YET)
def test_not_yet_is_told_as_such(r: R, lang: str, line: str, kind: str) -> None:
    (event,) = of(r, lang, line, kind)
    assert event.standing in ("planned", "denied") and event.by.endswith(AWAITED)


@pytest.mark.parametrize(("lang", "line", "kind"), REFUSED)
def test_a_plain_no_is_a_no(r: R, lang: str, line: str, kind: str) -> None:
    (event,) = of(r, lang, line, kind)
    assert event.standing == "denied" and not event.by.endswith(AWAITED)


DEMANDED = [
    ("en", "Mogadishu demands that Ethiopia cancel the memorandum.", "terminate"),
    ("fr", "Mogadiscio exige que l'Éthiopie annule le mémorandum.", "terminate"),
    ("ru", "Могадишо требует, чтобы Эфиопия отозвала меморандум.", "withdraw"),
]


@pytest.mark.parametrize(("lang", "text", "kind"), DEMANDED)
def test_what_is_demanded_of_another_is_not_done(r: R, lang: str, text: str, kind: str) -> None:
    found = [one for one in r(text, lang=lang, on="2024-09-17").of(Event) if one.type == kind]
    assert [one.standing for one in found] == ["possible"]
