"""Agreements of one article and of a pile; expected values are words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.compare.agreements import agreements
from dragoman.compare.entities import entities
from dragoman.records import Agreement, Reading, Treaty

R = Callable[..., Reading]
BESIDE = {
    "en": "The news drew wide interest in the region this week, observers noted.",
    "fr": "L'affaire suscite un vif intérêt dans la région cette semaine, notent les observateurs.",
    "de": "Das Thema beschäftigt die Region seit Tagen, heißt es aus Kreisen der Beobachter.",
    "es": "El asunto despierta gran interés en la región esta semana, según los observadores.",
    "ru": "Тема вызывает большой интерес в регионе на этой неделе, отмечают наблюдатели.",
}


def article(r: R, lang: str, line: str, on: str = "2025-03-11") -> Reading:
    """The line as a paragraph between two others."""
    return r(f"{BESIDE[lang]}\n\n{line}\n\n{BESIDE[lang]}", lang=lang, on=on)


def main(reading: Reading) -> Treaty:
    """The main agreement of an article."""
    return next(one for one in reading.of(Treaty) if one.main)


# line, instrument, parties, status, (act, standing, date)
LINES = [
    (
        "en",
        "Poland and Ukraine signed a memorandum of understanding on grain transit in Warsaw on Monday.",
        "memorandum",
        {"Poland", "Ukraine"},
        "signed",
        ("signed", "happened", "2025-03-10"),
    ),
    (
        "en",
        "The trade deal between Canada and Indonesia has been provisionally applied since January 2025.",
        "deal",
        {"Canada", "Indonesia"},
        "provisionally_applied",
        ("provisionally_applied", "happened", "2025-01"),
    ),
    (
        "en",
        "Niger denounced the defence pact with France on Saturday.",
        "pact",
        {"Niger", "France"},
        "left_by_a_party",
        ("denounced", "happened", "2025-03-08"),
    ),
    (
        "en",
        "Russia suspended its participation in the New START treaty in February 2023.",
        "treaty",
        {"Russia"},
        "suspended",
        ("suspended", "happened", "2023-02"),
    ),
    (
        "en",
        "A border treaty between Armenia and Azerbaijan could be signed in May.",
        "treaty",
        {"Armenia", "Azerbaijan"},
        "expected",
        ("signed", "possible", None),
    ),
    (
        "en",
        "The truce between Israel and Hamas was extended on Friday.",
        "ceasefire",
        {"Israel", "Hamas"},
        "extended",
        ("extended", "happened", "2025-03-07"),
    ),
    (
        "fr",
        "L'accord de pêche entre l'UE et le Maroc a expiré le 17 juillet 2023.",
        "accord",
        {"UE", "Maroc"},
        "ended",
        ("terminated", "happened", "2023-07-17"),
    ),
    (
        "fr",
        "Le traité entre la Suède et la Turquie n'a pas été signé.",
        "treaty",
        {"Suède", "Turquie"},
        "expected",
        ("signed", "denied", None),
    ),
    (
        "fr",
        "Le cessez-le-feu entre l'Arménie et l'Azerbaïdjan est entré en vigueur lundi.",
        "ceasefire",
        {"Arménie", "Azerbaïdjan"},
        "in_force",
        ("in_force", "happened", "2025-03-10"),
    ),
    (
        "de",
        "Deutschland und Australien haben am Montag ein Abkommen über Wasserstoff unterzeichnet.",
        "agreement",
        {"Deutschland", "Australien"},
        "signed",
        ("signed", "happened", "2025-03-10"),
    ),
    (
        "es",
        "Marruecos y España firmaron el lunes un acuerdo de pesca.",
        "accord",
        {"Marruecos", "España"},
        "signed",
        ("signed", "happened", "2025-03-10"),
    ),
    (
        "ru",
        "Россия и Китай подписали в понедельник соглашение о поставках газа.",
        "agreement",
        {"Россия", "Китай"},
        "signed",
        ("signed", "happened", "2025-03-10"),
    ),
]


@pytest.mark.parametrize(("lang", "line", "instrument", "parties", "status", "act"), LINES)
def test_an_agreement_of_one_line(
    r: R, lang: str, line: str, instrument: str, parties: set[str], status: str, act: tuple[str, str, str | None]
) -> None:
    treaty = main(article(r, lang, line))
    assert (treaty.instrument, set(treaty.parties), treaty.status) == (instrument, parties, status)
    acts = [(one.act, one.standing, one.when.value if one.when else None) for one in treaty.acts]
    assert act in acts or (act[2] is None and act[:2] in [one[:2] for one in acts])


NONE = [
    ("en", "The talks in Geneva ended without an agreement."),
    ("en", "The two sides are in agreement about a great deal of things."),
    ("fr", "Les négociations se sont achevées sans accord."),
    ("fr", "Il est d'accord avec la France sur le fond."),
    ("es", "El ministro está de acuerdo con Francia."),
]


@pytest.mark.parametrize(("lang", "line"), NONE)
def test_an_idiom_or_a_missing_deal_is_no_agreement(r: R, lang: str, line: str) -> None:
    assert not article(r, lang, line).of(Treaty)


CHAMBERS = [
    ("en", "The upper house of the Russian parliament ratified the treaty with Iran on Wednesday.", "Russia"),
    ("fr", "Le traité avec l'Iran a été ratifié mercredi par la chambre haute du Parlement russe.", "Russie"),
    ("en", "Turkey's parliament approved the protocol with Sweden on Tuesday.", "Turkey"),
]


@pytest.mark.parametrize(("lang", "line", "party"), CHAMBERS)
def test_a_vote_of_a_chamber_is_approval_not_ratification(r: R, lang: str, line: str, party: str) -> None:
    treaty = main(article(r, lang, line))
    acts = [(act.act, act.party in (party, "Russian", "russe"), bool(act.body)) for act in treaty.acts]
    assert acts == [("approved", True, True)], treaty.acts
    assert treaty.status == "approved"


PROVISIONS = [
    (
        "en",
        "The pact between Mali and Niger provides for mutual assistance in the event of an attack.",
        "defence",
        True,
    ),
    ("en", "The treaty between Mali and Niger is not directed against any third country.", "character", True),
    ("en", "The deal between Mali and Niger allows the export of grain through safe corridors.", "transit", True),
    (
        "en",
        "Under the truce between Israel and Hamas, the release of 33 hostages will begin on Sunday.",
        "ceasefire:exchange",
        True,
    ),
    ("fr", "Le pacte entre le Mali et le Niger prévoit une assistance mutuelle en cas d'agression.", "defence", True),
    (
        "fr",
        "L'accord entre le Chili et le Pérou supprime les droits de douane sur le cuivre.",
        "cooperation:trade",
        True,
    ),
    (
        "de",
        "Das Abkommen zwischen Mali und Niger sieht gegenseitige Hilfe im Falle eines Angriffs vor.",
        "defence",
        True,
    ),
    ("es", "El pacto entre Malí y Níger contempla la asistencia mutua en caso de agresión.", "defence", True),
]


@pytest.mark.parametrize(("lang", "line", "obligation", "clause"), PROVISIONS)
def test_what_an_agreement_obliges_to(r: R, lang: str, line: str, obligation: str, clause: bool) -> None:
    found = {(one.obligation, one.clause) for one in main(article(r, lang, line)).provisions}
    assert (obligation, clause) in found


def test_the_trigger_of_an_obligation_is_kept_in_its_words(r: R) -> None:
    line = (
        "The pact between Mali and Niger provides for mutual aid in the event of an attack against one of the parties."
    )
    found = main(article(r, "en", line)).provisions
    assert [one.trigger for one in found] == ["in the event of an attack against one of the parties"]


def test_a_remark_is_not_a_term(r: R) -> None:
    line = (
        "Mali and Niger signed a pact on Monday. The Malian president said he did not rule out military cooperation "
        "with others."
    )
    found = main(article(r, "en", line)).provisions
    assert [(one.obligation, one.clause) for one in found] == [("cooperation:military", False)]


def test_earlier_agreements_stay_apart(r: R) -> None:
    line = "The treaty will replace the accords signed between Rome and Tunis in 1998, 2003 and 2011."
    reading = article(r, "en", "Rome and Tunis signed a treaty on Monday. " + line)
    years = {name for name, _ in main(reading).predecessors}
    assert years == {"1998", "2003", "2011"}
    others = [one for one in reading.of(Treaty) if not one.main]
    assert len(others) == 3
    assert all(set(one.parties) == {"Rome", "Tunis"} for one in others)


def test_names_that_mean_one_agreement_are_one(r: R) -> None:
    line = (
        "Kenya and Uganda signed a mutual defence pact on Monday. The treaty runs for ten years. "
        "“This agreement is a milestone,” the Kenyan president said. The document was not published."
    )
    reading = article(r, "en", line)
    assert [len(one.spans) for one in reading.of(Treaty)] == [4]


def test_another_paper_is_another_agreement(r: R) -> None:
    line = (
        "Kenya and Uganda signed a trade deal on Monday. A separate memorandum between Kenya and Rwanda was initialled."
    )
    assert [one.instrument for one in article(r, "en", line).of(Treaty)] == ["deal", "memorandum"]


# -- over a pile -----------------------------------------------------------------------------------


def pile(r: R) -> list[Reading]:
    """Coverage of one invented treaty: before, at and after its signing."""
    return [
        article(r, "en", "A water treaty between Kenya and Uganda could be signed in May.", on="2025-05-01"),
        article(r, "fr", "Le Kenya et l'Ouganda ont signé le 9 mai 2025 un traité sur l'eau.", on="2025-05-09"),
        article(
            r,
            "en",
            "Uganda's parliament approved the water treaty with Kenya on June 12, 2025. Kenya and Uganda exchanged "
            "the instruments of ratification on Friday.",
            on="2025-06-30",
        ),
        article(
            r, "en", "The water treaty between Kenya and Uganda entered into force on July 1, 2025.", on="2025-07-02"
        ),
    ]


def compared(readings: list[Reading]) -> Agreement:
    return agreements(readings, entities(readings))[0]


def test_a_pile_gives_one_agreement_with_its_life_and_gaps(r: R) -> None:
    readings = pile(r)
    deal = compared(readings)
    who = {one.id: one.name for one in entities(readings)}
    assert deal.main
    assert len({who.get(party, party) for party in deal.parties}) == 2
    done = {act.act: act.when.value for act in deal.acts if act.standing == "happened" and act.when}
    assert done["signed"] == "2025-05-09"
    assert done["approved"] == "2025-06-12"
    assert done["in_force"] == "2025-07-01"
    assert deal.status == "in_force"
    assert [status for _, status in deal.status_by_article].count("in_force") == 1
    gaps = " | ".join(deal.gaps)
    assert gaps.count("ratification by") == 2
    assert "only the vote of" in gaps


def test_a_deal_of_one_known_party_is_not_expected_to_be_ratified(r: R) -> None:
    line = "The parliament of Kenya approved the wage deal on Tuesday. The wage deal was signed on Monday."
    assert not any(
        "ratification" in gap or "force" in gap for gap in compared([article(r, "en", line, on="2025-05-01")]).gaps
    )


def test_the_order_of_articles_does_not_matter(r: R) -> None:
    readings = pile(r)
    assert compared(readings) == compared(readings[::-1])


def test_a_step_that_is_told_and_could_not_be_placed_is_not_said_to_be_missing(r: R) -> None:
    line = "Le Canada a été le premier pays à ratifier les protocoles d'adhésion, et le Chili les a ratifiés vendredi."
    signing = "Les ambassadeurs des douze pays de l'alliance ont signé mardi à Oslo les papiers du Chili."
    lines = (line, f"{signing} {line}")
    gaps = [compared([article(r, "fr", one, on="2022-07-05")]).gaps for one in lines]
    assert ["signature: not in this coverage" in one for one in gaps] == [True, False]
