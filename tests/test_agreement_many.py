"""Agreements of many, regimes and their targets, votes that only allow a step: lines of news we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.compare.agreements import agreements
from dragoman.compare.entities import entities
from dragoman.records import Reading, Treaty
from dragoman.report.between import sides
from dragoman.report.steptext import act_text
from tests.test_agreement_lives import labels_of
from tests.test_agreements import article

R = Callable[..., Reading]

# language, line, (counted parties, accession)
MANY = [
    ("en", "All nine members must ratify the accession protocol. Chad did so on Monday.", ("nine members",), True),
    ("en", "Seventeen member states have ratified the plastics treaty.", ("Seventeen member states",), False),
    ("en", "Nine members of the union voted for the wage deal with Tata.", (), False),
    ("en", "Four states ratified the fisheries treaty between Chad and Mali.", (), False),
    ("en", "The pact must be approved by the Senate and by the party's 358,000 members.", (), False),
    ("en", "The European Parliament ratified the plastics treaty.", (), False),
    ("fr", "Les protocoles d'adhésion ont été ratifiés par douze pays.", ("douze pays",), True),
    ("de", "Zwölf Mitglieder haben das Beitrittsprotokoll unterzeichnet.", ("Zwölf Mitglieder",), True),
    ("es", "Cuatro socios ratificaron el protocolo de adhesión.", ("Cuatro socios",), True),
]


@pytest.mark.parametrize(("lang", "line", "among", "accession"), MANY)
def test_counted_parties_and_accessions(r: R, lang: str, line: str, among: tuple[str, ...], accession: bool) -> None:
    found = article(r, lang, line).of(Treaty)
    assert {words for one in found for words in one.among} == set(among)
    assert any(one.accession for one in found) == accession


def test_an_accession_is_not_between_those_who_ratified_it(r: R) -> None:
    reading = article(r, "en", "Chad and Mali ratified the accession protocol on 3 May 2024. Kenya has not.")
    (deal,) = agreements([reading], entities([reading]))
    assert "between" not in deal.name
    assert sides(deal, labels_of(reading, deal)) == "an accession that many agree to; by name: Chad and Mali"


def test_the_target_of_a_regime_is_no_party(r: R) -> None:
    line = "Turkey backs the United Nations sanctions against Mali."
    reading = article(r, "en", line)
    (deal,) = agreements([reading], entities([reading]))
    assert sides(deal, labels_of(reading, deal)) == "by United Nations, aimed at Mali"


# language, line, (act, standing) that it tells, act that must not be told as done
STANDINGS = [
    ("en", "The treaty with Chile has neither been signed nor ratified.", ("signed", "denied")),
    ("fr", "L'accord de pêche n'est ni signé, ni ratifié.", ("ratified", "denied")),
    ("de", "Das Abkommen mit Chile ist weder unterzeichnet noch ratifiziert.", ("signed", "denied")),
    ("ru", "Договор с Чили не был ни подписан, ни ратифицирован.", ("ratified", "denied")),
    ("en", "The gas accord should be applied provisionally now, officials say.", ("provisionally_applied", "possible")),
    ("en", "Cabinet ministers approved the signing of the tax treaty with Peru.", ("approved", "happened")),
    ("fr", "Les ministres ont autorisé la signature de l'accord de pêche.", ("approved", "happened")),
    ("de", "Die Minister stimmten für die Unterzeichnung des Abkommens mit Chile.", ("approved", "happened")),
    ("es", "Los ministros aprobaron el lunes la firma del acuerdo de pesca con Chile.", ("approved", "happened")),
    ("ru", "Министры одобрили подписание соглашения с Чили.", ("approved", "happened")),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "step"), STANDINGS)
def test_what_is_not_done_or_only_allowed(r: R, lang: str, line: str, step: tuple[str, str]) -> None:
    told = {(act.act, act.standing) for one in article(r, lang, line).of(Treaty) for act in one.acts}
    assert step in told
    assert ("signed", "happened") not in told


DESCRIBED = [
    ("fr", "Le Sénat a approuvé lundi l'accord signé avec le Chili."),
    ("en", "The Senate on Monday approved the deal signed with Chile."),
    ("es", "El Senado aprobó el lunes el acuerdo firmado con Chile."),
    ("ru", "Сенат в понедельник ратифицировал соглашение, подписанное с Чили."),
]


@pytest.mark.parametrize(("lang", "line"), DESCRIBED)
def test_a_participle_does_not_take_the_day_of_the_verb(r: R, lang: str, line: str) -> None:
    acts = [act for one in article(r, lang, line).of(Treaty) for act in one.acts]
    assert [act.when for act in acts if act.act == "signed"] in ([None], [])
    assert all(act.when for act in acts if act.act == "approved")


def test_the_place_of_a_signature_ratifies_nothing(r: R) -> None:
    line = "The pact, signed on Saturday in Lima, cannot be ratified until the court rules."
    assert all(act.party == "" for one in article(r, "en", line).of(Treaty) for act in one.acts)


# language, line, the parties of its agreement
IN_THE_MIDDLE = [
    ("en", "Norway and the Vatican brokered the deal between the rebel group FARC and the Colombian government.",
     {"FARC", "Colombia"}),
    ("en", "A truce between Chad and Mali, Turkish officials said, holds.", {"Chad", "Mali"}),
    ("fr", "La Suisse a facilité l'accord entre le Tchad et le Mali.", {"Tchad", "Mali"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "parties"), IN_THE_MIDDLE)
def test_who_brokers_a_deal_is_no_side_of_it(r: R, lang: str, line: str, parties: set[str]) -> None:
    assert {name for one in article(r, lang, line).of(Treaty) for name in one.parties} == parties


def test_what_an_entry_into_force_hangs_on_tells_none(r: R) -> None:
    line = "Perú ratificó el viernes el protocolo de Quito, condición para la entrada en vigor del acuerdo de aguas."
    acts = {(act.act, act.standing) for one in article(r, "es", line).of(Treaty) for act in one.acts}
    assert ("ratified", "happened") in acts
    assert ("in_force", "happened") not in acts


def test_an_association_is_no_agreement(r: R) -> None:
    assert not article(r, "de", "Die Schutzvereinigung für Anleger klagt. Die Vereinigung tagt.").of(Treaty)


def test_a_vote_that_its_article_calls_a_ratification_is_called_so(r: R) -> None:
    reading = article(r, "en", "Norway's parliament on Monday ratified the tax treaty between Norway and Peru.")
    (deal,) = agreements([reading], entities([reading]))
    text = act_text(deal.acts[0], labels_of(reading, deal))
    assert text == "Norway (“parliament”) ratified it (the article's word; a vote at home)"


def test_one_agreement_by_the_place_in_its_names(r: R) -> None:
    one = article(r, "es", "El acuerdo de Quito entre Perú y Chile entró en vigor el martes.")
    other = article(r, "de", "Peru und Chile haben das Abkommen von Quito am 17. Juni unterzeichnet.")
    readings = [one, other]
    assert len(agreements(readings, entities(readings))) == 1


def test_what_waits_for_a_ruling_is_not_refused(r: R) -> None:
    line = "The pact with Peru cannot be ratified until the court rules."
    assert {act.standing for one in article(r, "en", line).of(Treaty) for act in one.acts} == {"conditional"}


def test_deputies_without_a_state_are_those_that_voted_before(r: R) -> None:
    line = "Norway's parliament approved the tax treaty with Peru on 3 May 2024. The deputies approved it by 90 to 12."
    assert {act.party for one in article(r, "en", line).of(Treaty) for act in one.acts} == {"Norway"}


def test_a_regime_has_no_target_behind_a_verb(r: R) -> None:
    (one,) = article(r, "en", "The effect of U.N. sanctions depends largely on how Kenya enforces them.").of(Treaty)
    assert (one.names, one.aimed) == (("U.N. sanctions",), ())


# language, line, (act, standing)
TERMS = [
    ("en", "The ceasefire with Mali began on 3 May 2024.", ("in_force", "happened")),
    ("es", "La tregua con Malí comenzó el 3 de mayo de 2024.", ("in_force", "happened")),
    ("de", "Der Vertrag mit Chile läuft bis Ende 2030.", ("terminated", "planned")),
    ("en", "The fisheries pact, which was renewed in May, is old.", ("extended", "happened")),
]


@pytest.mark.parametrize(("lang", "line", "step"), TERMS)
def test_beginnings_ends_and_clauses_behind_a_name(r: R, lang: str, line: str, step: tuple[str, str]) -> None:
    assert step in {(act.act, act.standing) for one in article(r, lang, line).of(Treaty) for act in one.acts}


def test_who_stands_behind_by_alone_did_it_and_planes_leave_no_agreement(r: R) -> None:
    line = "Nach der Kündigung des Verteidigungsabkommens durch Kenia hat Norwegen seine Flugzeuge abgezogen."
    acts = {(act.act, act.party) for one in article(r, "de", line).of(Treaty) for act in one.acts}
    assert acts == {("denounced", "Kenia")}
