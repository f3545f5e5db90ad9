"""Steps told by pointing at another one, and days counted from the step before: lines of news we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Act, Reading, Treaty
from tests.test_agreements import article

R = Callable[..., Reading]


def acts(reading: Reading) -> list[Act]:
    """Every step that an article tells."""
    return [act for one in reading.of(Treaty) for act in one.acts]


# language, line, (act, party, standing, day)
POINTED = [
    ("en", "Chile ratified the tax treaty in May 2023; Kenya was the last, in March 2024.",
     ("ratified", "Kenya", "happened", "2024-03")),
    ("fr", "Le Chili a ratifié le traité fiscal en mai 2023 ; le Kenya a été le dernier, en mars 2024.",
     ("ratified", "Kenya", "happened", "2024-03")),
    ("es", "El tratado fiscal lo ratificó primero Chile; Kenia fue el último, en marzo de 2024.",
     ("ratified", "Kenia", "happened", "2024-03")),
    ("ru", "Чили ратифицировала договор в мае 2023 года, последней стала Кения – в марте 2024 года.",
     ("ratified", "Кения", "happened", "2024-03")),
    ("es", "La Cámara de Diputados de Chile aprobó el martes el tratado, un día después de que lo hiciera el Senado.",
     ("approved", "Chile", "happened", "")),
    ("en", "Oslo ratified the tax treaty in May 2024; Peru and Chile had already done so.",
     ("ratified", "Peru", "happened", "")),
    ("en", "Oslo ratified the tax treaty in May 2024; Peru and Chile had already done so.",
     ("ratified", "Chile", "happened", "")),
    ("en", "Norway ratified the tax treaty in May 2024. Kenya followed on 3 June 2024.",
     ("ratified", "Kenya", "happened", "2024-06-03")),
    ("en", "Norway ratified the tax treaty on Monday. Kenya has not done so.", ("ratified", "Kenya", "denied", "")),
    ("en", "Norway ratified the tax treaty on Monday. Kenya will do the same.", ("ratified", "Kenya", "planned", "")),
    ("en", "Chad's parliament ratified the accession pact on Monday after Mali did so on 3 May 2024.",
     ("approved", "Mali", "happened", "2024-05-03")),
    ("fr", "Le Tchad a ratifié l'accord de pêche en mai. Le Mali ne l'a toujours pas fait.",
     ("ratified", "Mali", "denied", "")),
    ("fr", "Le Tchad a dénoncé l'accord de pêche lundi. Le Mali en fera autant.", ("denounced", "Mali", "planned", "")),
    ("de", "Norwegen hat das Abkommen mit Chile ratifiziert. Polen hatte das am 3. Mai 2024 getan.",
     ("ratified", "Polen", "happened", "2024-05-03")),
    ("es", "Perú ratificó el tratado de aguas el lunes. Bolivia lo había hecho en 2019.",
     ("ratified", "Bolivia", "happened", "2019")),
    ("ru", "Казахстан ратифицировал договор о границе в июне. Монголия сделает это позже.",
     ("ratified", "Монголия", "planned", "")),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "step"), POINTED)
def test_a_step_that_points_at_another(r: R, lang: str, line: str, step: tuple[str, str, str, str]) -> None:
    found = {(a.act, a.party, a.standing, a.when.value if a.when else "") for a in acts(article(r, lang, line))}
    assert step in found


NOT_POINTED = [
    ("en", "Norway ratified the tax treaty on Monday. The minister did it with a smile, Kenya noted."),
    ("en", "Norway ratified the tax treaty on Monday. Kenya followed the debate."),
    ("es", "Perú ratificó el tratado de aguas. El ministro lo hizo con gusto."),
    ("fr", "Le Tchad a ratifié l'accord de pêche. Le Mali a suivi le débat."),
]


@pytest.mark.parametrize(("lang", "line"), NOT_POINTED)
def test_other_doing_is_no_step(r: R, lang: str, line: str) -> None:
    assert len(acts(article(r, lang, line))) == 1


# language, line, (act, day)
COUNTED = [
    ("en", "The truce with Mali was signed in Lima on 20 May 2024 and came into force two days later.",
     ("in_force", "2024-05-22")),
    ("en", "The pact with Mali was signed on 3 March 2024. The council ratified it the same month.",
     ("ratified", "2024-03")),
    ("fr", "La trêve avec le Mali a été signée le 20 mai 2024 et est entrée en vigueur deux jours plus tard.",
     ("in_force", "2024-05-22")),
    ("fr", "Le Tchad a ratifié l'accord sur l'eau en mai 2023, le Mali un mois plus tard.", ("ratified", "2023-06")),
    ("de", "Der Vertrag mit Chile wurde am 20. Mai 2024 unterzeichnet und trat zwei Tage später in Kraft.",
     ("in_force", "2024-05-22")),
    ("es", "El tratado con Chile se firmó el 20 de mayo de 2024 y entró en vigor dos días después.",
     ("in_force", "2024-05-22")),
    ("ru", "Договор с Чили подписан 20 мая 2024 года и вступил в силу два дня спустя.", ("in_force", "2024-05-22")),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "step"), COUNTED)
def test_a_day_counted_from_the_step_before(r: R, lang: str, line: str, step: tuple[str, str]) -> None:
    dated = [act for act in acts(article(r, lang, line)) if act.when]
    assert step in {(act.act, act.when.value) for act in dated if act.when}
    (when,) = {act.when for act in dated if act.when and act.when.value == step[1]}
    assert when.basis.startswith("+")


def test_the_first_stop_is_no_step(r: R) -> None:
    told = acts(article(r, "en", "Chad ratified the tax treaty in May. Mali was the first stop of the tour."))
    assert [act.party for act in told] == ["Chad"]
