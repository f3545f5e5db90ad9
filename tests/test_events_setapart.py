"""A noun that only places something else in time has not the day of what follows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Event, Reading

R = Callable[..., Reading]


@pytest.mark.issue(4)
@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("de", "Vier Tage nach dem Unglück der Fähre haben die Ermittler am Samstag Spuren vorgelegt.", ""),
        ("de", "Vor der Unterzeichnung des Vertrags mit Ghana hat der Minister am Samstag gewarnt.", ""),
        ("en", "Days after the signing of the treaty with Ghana in Accra, officials on Saturday praised it.", ""),
        ("es", "El acuerdo rige tras el depósito de los instrumentos de Chile y Perú el 3 de marzo.", "2025-03-03"),
        ("en", "After the signing of the treaty with Ghana on Monday, officials praised it.", "2025-03-10"),
    ],
)
def test_the_day_behind_what_is_set_apart(r: R, lang: str, text: str, day: str) -> None:
    """Only a day right beside the noun is its own."""
    nouns = [one for one in r(text, lang=lang, on="2025-03-11").of(Event) if one.by.startswith("trigger noun")]
    assert [one.when.value for one in nouns if one.when] == ([day] if day else [])


UNTOLD = [
    ("en", "Correction: an earlier version of this article said that Chad had signed the treaty on Monday."),
    ("fr", "Rectificatif : une version précédente de cet article indiquait que le Tchad avait signé le traité."),
    ("de", "In einer früheren Fassung dieses Artikels hieß es, der Tschad habe den Vertrag am Montag unterzeichnet."),
    ("es", "Fe de erratas: una versión anterior de esta noticia decía que el pacto fue firmado el lunes en Lima."),
    ("ru", "Поправка: в предыдущей версии статьи говорилось, что Чад подписал договор в понедельник."),
]


@pytest.mark.parametrize(("lang", "text"), UNTOLD)
def test_what_a_correction_takes_back_is_not_told(r: R, lang: str, text: str) -> None:
    assert not [one for one in r(text, lang=lang, on="2025-03-12").of(Event) if one.type == "sign"]


UNCONFIRMED = [
    ("en", "The ministry would not confirm the signing of the treaty."),
    ("fr", "Le ministère n'a pas confirmé la signature du traité."),
    ("de", "Honiara wollte die Unterzeichnung des Abkommens zunächst nicht bestätigen."),
    ("es", "El ministerio no quiso confirmar la firma del tratado."),
    ("ru", "В МИД не подтвердили подписание договора."),
]


@pytest.mark.parametrize(("lang", "text"), UNCONFIRMED)
def test_what_is_not_confirmed_is_not_denied(r: R, lang: str, text: str) -> None:
    (event,) = [one for one in r(text, lang=lang, on="2025-03-12").of(Event) if one.type == "sign"]
    assert event.standing == "possible"
