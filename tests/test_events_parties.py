"""Who acts where a sentence makes it hard: behind relative clauses, in passives, by case, on somebody's word."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from test_events import told

from dragoman.records import Event, Reading

R = Callable[..., Reading]
# line, type, who acts
ACTORS = [
    (
        "de",
        "Präsident Ruto, den Angela Merkel in Berlin empfing, entließ Verteidigungsminister Duale und unterzeichnete "
        "das Gesetz.",
        "promulgate",
        ["Ruto"],
    ),
    (
        "es",
        "El presidente Petro, a quien Nicolás Maduro recibió en Caracas, firmó el acuerdo el lunes.",
        "sign",
        ["Petro"],
    ),
    ("ru", "Президент Руто, которого принимала Ангела Меркель, подписал соглашение.", "sign", ["Руто"]),
    ("ru", "Эритрею обвиняют Эфиопия и США в поставках оружия.", "accuse", ["Эфиопия", "США"]),
    ("de", "Der saudische König hat Präsident Lula eingeladen.", "invite", ["saudische König"]),
    (
        "fr",
        "La Corée du Nord est accusée par les États-Unis et la Corée du Sud d'avoir livré des obus à la Russie.",
        "accuse",
        ["États-Unis", "Corée du Sud"],
    ),
    (
        "fr",
        "La Corée du Nord est accusée par les États-Unis et la Corée du Sud d'avoir livré des obus à la Russie.",
        "transfer_arms",
        [],
    ),
    ("es", "La ONU y Turquía confirmaron la prórroga del acuerdo.", "extend", []),
    ("ru", "ООН и Турция подтвердили продление соглашения.", "extend", []),
]
CLAIMED = [
    ("en", "According to Kenyan minister Alfred Mutua, the accord was extended on Monday.", "Alfred Mutua"),
    ("fr", "D'après le ministre kényan Alfred Mutua, l'accord a été prolongé lundi.", "Alfred Mutua"),
    ("de", "Laut dem kenianischen Minister Alfred Mutua wurde das Abkommen am Montag verlängert.", "Alfred Mutua"),
    ("es", "Según el ministro keniano Alfred Mutua, el acuerdo fue prorrogado el lunes.", "Alfred Mutua"),
]
STANDINGS = [
    ("en", "The minister hopes that the treaty will be signed in May.", "sign", "possible"),
    ("fr", "Le ministre espère que le traité sera signé en mai.", "sign", "possible"),
    ("de", "Eritrea wird von Äthiopien beschuldigt, Rebellen zu bewaffnen.", "accuse", "happened"),
    ("en", "Peru discussed deliveries of shells intended for Chad's attack on Abéché.", "attack", "happened"),
]
GOING_ON = [
    ("en", "Police said gunmen stormed the bank on Monday. They had killed two people in the yard.", "Police"),
    (
        "fr",
        "La police a dit que des hommes armés étaient entrés dans la banque. Ils avaient tué deux gardes.",
        "La police",
    ),
    ("en", "The gunmen stormed the bank on Monday. They had killed two people in the yard.", ""),
]
GOALS = [
    ("en", "Saudi Arabia's king invited President Lula to visit Riyadh in June.", "invite"),
    ("fr", "Le roi d'Arabie saoudite a invité le président Lula à se rendre à Riyad en juin.", "invite"),
    ("es", "El rey de Arabia Saudí invitó al presidente Lula a visitar Riad en junio.", "invite"),
    ("ru", "Король Саудовской Аравии пригласил президента Лулу посетить Эр-Рияд в июне.", "invite"),
    ("en", "Pope Francis accepted an invitation to visit Baghdad from the Iraqi president.", "accept"),
]


def of(r: R, lang: str, line: str, kind: str) -> Event:
    """The only event of this kind in a line."""
    (event,) = (one for one in told(r, lang, line) if one.type == kind)
    return event


@pytest.mark.parametrize(("lang", "line", "kind", "names"), ACTORS)
def test_who_acts(r: R, lang: str, line: str, kind: str, names: list[str]) -> None:
    assert [one.name for one in of(r, lang, line, kind).roles if one.role == "actor"] == names


@pytest.mark.parametrize(("lang", "line", "name"), CLAIMED)
def test_a_minister_claims_not_the_country(r: R, lang: str, line: str, name: str) -> None:
    event = of(r, lang, line, "extend")
    assert (event.standing, event.claimed_by) == ("claimed", name)
    assert name not in event.names("actor")


@pytest.mark.parametrize(("lang", "line", "kind", "standing"), STANDINGS)
def test_how_it_stands(r: R, lang: str, line: str, kind: str, standing: str) -> None:
    assert of(r, lang, line, kind).standing == standing


@pytest.mark.parametrize(("lang", "line", "by"), GOING_ON)
def test_a_past_before_the_past_is_still_the_tellers(r: R, lang: str, line: str, by: str) -> None:
    event = of(r, lang, line, "kill")
    assert event.claimed_by == by
    assert event.standing == ("claimed" if by else "happened")


@pytest.mark.parametrize(("lang", "line", "kind"), GOALS)
def test_where_somebody_is_invited_to_is_no_guest(r: R, lang: str, line: str, kind: str) -> None:
    event = of(r, lang, line, kind)
    assert not {"Riyadh", "Riyad", "Riad", "Эр-Рияд", "Baghdad"} & {one.name for one in event.roles}
    assert event.when is None
