"""What is a step of an agreement and what is not, chamber by chamber; which accounts mean one; what may be missing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.compare.agreements import agreements
from dragoman.compare.entities import entities
from dragoman.records import Agreement, Reading, Story, Treaty
from dragoman.report.labels import Labels
from dragoman.report.steptext import act_text
from quality.sets.marking import read_text
from tests.test_agreements import article

R = Callable[..., Reading]


def acts(reading: Reading) -> set[tuple[str, str, str]]:
    """(act, party, standing) of every step that an article tells."""
    return {(act.act, act.party, act.standing) for one in reading.of(Treaty) for act in one.acts}


# language, line, (act, party, standing) told of some agreement
STEPS = [
    ("en", "Nothing was signed on the water treaty between Chad and Mali.", ("signed", "", "denied")),
    ("en", "Kenya will not sign the border treaty with Somalia until the court has ruled.",
     ("signed", "Kenya", "conditional")),
    ("en", "Had we signed the fisheries treaty with Norway, prices would have fallen.", ("signed", "", "conditional")),
    ("en", "Norway could apply the tax treaty once Peru has ratified it.", ("ratified", "Peru", "conditional")),
    ("en", "Lula flew to Lima to sign the gas treaty with Peru.", ("signed", "", "planned")),
    ("en", "Britain on Sunday joined the Pacific trade agreement.", ("acceded", "Britain", "happened")),
    ("en", "Seventeen member states have ratified the plastics treaty.",
     ("ratified", "Seventeen member states", "happened")),
    ("en", "Chad denounced the water treaty with Mali. The denunciation takes effect in June 2025.",
     ("denounced", "Chad", "planned")),
    ("fr", "L'accord aérien avec le Pérou serait ratifié avant l'été.", ("ratified", "", "possible")),
    ("fr", "L'Union européenne et la Norvège ont signé lundi à Oslo un accord de pêche.", ("signed", "", "happened")),
    ("fr", "Le Tchad et le Mali ont conclu lundi un accord de pêche.", ("negotiated", "", "happened")),
    ("fr", "Huit pays ont ratifié l'accord sur les minerais.", ("ratified", "Huit pays", "happened")),
    ("de", "Der Vertrag über die Fähre wird seit Montag vorläufig angewendet.",
     ("provisionally_applied", "", "happened")),
    ("de", "Polen kann den Vertrag über die Oder jederzeit kündigen.", ("denounced", "Polen", "possible")),
    ("es", "El tratado de aguas, ratificado por Chile en 1977, es de 1975.", ("ratified", "Chile", "happened")),
    ("es", "Chile y Perú firmaron el lunes un tratado para casi todos los ríos.", ("signed", "", "happened")),
    ("ru", "Договор о границе должно утвердить правительство: его ещё не ратифицировал Казахстан.",
     ("ratified", "Казахстан", "denied")),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "step"), STEPS)
def test_how_a_step_stands(r: R, lang: str, line: str, step: tuple[str, str, str]) -> None:
    assert step in acts(article(r, lang, line))


# language, line, a step that it does not tell
NO_STEPS = [
    ("en", "Spain backed the fisheries treaty with Norway.", "approved"),
    ("en", "The Senate's finance committee approved the tax treaty with Peru.", "approved"),
    ("en", "“The signing of the border treaty is a mistake,” said the Kenyan minister Ann Otieno.", "signed"),
    ("en", "Norway urged Chile and Peru to ratify the water treaty.", "ratified"),
    ("en", "The World Bank hailed a UN-brokered water treaty.", "negotiated"),
    ("en", "The Arctic Fisheries Agreement has cleared its last hurdle.", "approved"),
    ("en", "Kenya walked out of the talks on the water treaty with Somalia.", "withdrawn"),
    ("fr", "L'accord de Lima tient. « Nous n'avons signé aucun retrait », a dit le ministre Paul Moreau.", "signed"),
    ("fr", "La commission des finances du Sénat a approuvé l'accord fiscal avec le Pérou.", "approved"),
    ("fr", "« La signature de l'accord de pêche est une faute », a dénoncé le ministre Paul Moreau.", "signed"),
    ("de", "„Dieses Abkommen mit Ruanda darf nicht unterzeichnet werden“, sagte die Opposition.", "signed"),
    ("de", "Norwegen und Chile haben ihre Verhandlungen über ein Abkommen abgeschlossen.", "signed"),
    ("es", "La oposición pidió al Parlamento que no ratifique el tratado de pesca con Noruega.", "ratified"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "act"), NO_STEPS)
def test_support_wishes_and_mere_nouns_are_no_steps(r: R, lang: str, line: str, act: str) -> None:
    assert act not in {told for told, _, _ in acts(article(r, lang, line))}


# language, line, {chamber: (party, day)}
CHAMBERS = [
    ("en", "The Sejm approved the gas treaty on 3 May 2024 and the Senate on 9 May 2024, Poland's president said.",
     {"Sejm": "2024-05-03", "Senate": "2024-05-09"}),
    ("es", "La Cámara de Diputados y el Senado aprobaron el 3 de mayo de 2024 el tratado de pesca con Noruega.",
     {"Cámara de Diputados": "2024-05-03", "Senado": "2024-05-03"}),
    ("fr", "Le Sénat chilien a approuvé le traité des eaux, après le vote de la Chambre des députés le 2 mai 2024.",
     {"Sénat chilien": ""}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "days"), CHAMBERS)
def test_each_chamber_has_its_own_day(r: R, lang: str, line: str, days: dict[str, str]) -> None:
    found = [act for one in article(r, lang, line).of(Treaty) for act in one.acts if act.act == "approved"]
    assert {act.body: act.when.value if act.when else "" for act in found} == days


def test_a_declaration_that_is_signed_is_not_the_treaty_that_is_initialled(r: R) -> None:
    line = (
        "The leaders of Chad and Mali signed a joint declaration in Lomé on Monday. Their ministers initialled the "
        "text of a peace treaty. The agreement, which has nine articles, has not been signed yet."
    )
    told = {one.instrument: {(act.act, act.standing) for act in one.acts} for one in article(r, "en", line).of(Treaty)}
    assert told["declaration"] == {("signed", "happened")}
    assert {("initialled", "happened"), ("signed", "denied")} <= told["treaty"]


def test_a_coordinated_verb_has_the_day_behind_it(r: R) -> None:
    line = (
        "El tratado de aguas fue firmado el 3 de mayo de 2024 en Lima y ratificado por el Senado chileno el 9 de mayo."
    )
    days = {act.act: act.when.value for one in article(r, "es", line).of(Treaty) for act in one.acts if act.when}
    assert days["signed"] == "2024-05-03"
    assert days["approved"].endswith("05-09")


def test_a_noun_that_explains_a_day_has_that_day(r: R) -> None:
    line = "El tratado de aguas rige desde el 4 de mayo de 2024, fecha del canje de los instrumentos de ratificación."
    found = [act for one in article(r, "es", line).of(Treaty) for act in one.acts if act.act == "instruments_exchanged"]
    assert [act.when.value for act in found if act.when] == ["2024-05-04"]


def test_what_is_to_be_concluded_is_not_the_declaration_that_was_signed(r: R) -> None:
    line = (
        "Chad and the rebels signed a declaration of principles in Lomé on Monday. They pledged to conclude a "
        "comprehensive peace treaty by August."
    )
    told = {one.instrument: {(act.act, act.standing) for act in one.acts} for one in article(r, "en", line).of(Treaty)}
    assert told["declaration"] == {("signed", "happened")}


def test_another_partner_another_agreement(r: R) -> None:
    line = (
        "Norwegen und Chile haben am Montag ein Fischereiabkommen unterzeichnet. "
        "Island hatte sein Fischereiabkommen mit Russland im Mai gekündigt."
    )
    for one in article(r, "de", line).of(Treaty):
        assert {act.act for act in one.acts} in ({"signed"}, {"denounced"})


def test_an_earlier_agreement_does_not_take_what_follows(r: R) -> None:
    line = (
        "Peru and Norway reached a fisheries treaty on Monday. An earlier treaty of 2010 was never ratified.\n\n"
        "Chile also opposes the treaty. The accord must still be signed."
    )
    owed = [one for one in article(r, "en", line).of(Treaty) if any(act.by.endswith("not yet") for act in one.acts)]
    assert [one.main for one in owed] == [True]


def test_what_a_known_agreement_is_dated_by_does_not_make_it_another(r: R) -> None:
    line = "Kenya suspended its extradition treaty with Rwanda. The treaty, signed in Kigali in 1990, ran to 2030."
    treaties = article(r, "en", line).of(Treaty)
    assert [{(act.act, act.standing) for act in one.acts} for one in treaties] == [
        {("suspended", "happened"), ("signed", "happened")}
    ]


@pytest.mark.parametrize("headline", ["Chad and Mali strike water deal", "Chad and Mali initial water deal"])
def test_a_headline_is_no_name(headline: str) -> None:
    body = "The water deal between Chad and Mali was reached on Monday."
    reading = read_text("deal", f"{headline}\n\n{body}", "2025-03-11")
    assert reading.of(Treaty)
    assert all("Chad" not in name for one in reading.of(Treaty) for name in one.names)


# -- a pile ----------------------------------------------------------------------------------------


def compared(*readings: Reading) -> tuple[Agreement, ...]:
    return agreements(readings, entities(readings))


def test_one_coalition_deal_in_three_languages_without_gaps(r: R) -> None:
    readings = [
        article(r, "en", "The Greens and the Liberals reached a coalition agreement on Monday.", on="2025-03-11"),
        article(r, "fr", "Les Verts et les libéraux ont signé mardi leur contrat de coalition.", on="2025-03-19"),
        article(r, "de", "Die Mitglieder haben dem Koalitionsvertrag am Montag zugestimmt.", on="2025-03-18"),
    ]
    found = compared(*readings)
    assert len(found) == 1
    assert found[0].gaps == ()


def test_a_treaty_of_two_states_lets_expect_its_entry_into_force(r: R) -> None:
    deal = compared(article(r, "en", "Kenya and Uganda signed a water treaty on Monday.", on="2025-03-11"))[0]
    assert deal.gaps == ("entry into force: not in this coverage",)


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("ru", "Издательство «Гранит» подписало с писателем Иваном Серовым договор об издании его романов."),
        ("de", "Der Verlag Suhrkamp hat am Montag einen Vertrag mit Juli Zeh unterzeichnet."),
    ],
)
def test_what_a_publisher_and_an_author_sign_enters_into_force_for_nobody(r: R, lang: str, line: str) -> None:
    for deal in compared(article(r, lang, line, on="2025-03-11")):
        assert not [one for one in deal.gaps if one.startswith("entry into force")]


def test_the_declaration_of_a_year_is_not_its_treaty(r: R) -> None:
    readings = [
        article(r, "en", "The pact replaces the treaty of 1999 between Peru and Chile.", on="2025-03-11"),
        article(r, "en", "The pact follows the declarations of 1999 and 2004 by Peru and Chile.", on="2025-03-11"),
    ]
    assert {deal.name for deal in compared(*readings)} >= {"treaty of 1999", "declaration of 1999"}


def test_the_state_is_a_party_and_not_its_capital_however_often_that_is_named(r: R) -> None:
    line = (
        "Kenya and Uganda signed a pipeline deal on Monday in Nairobi.\n\nIn Nairobi, ministers cheered. Nairobi slept."
    )
    reading = article(r, "en", line, on="2025-03-11")
    people = entities((reading,))
    deal = agreements((reading,), people)[0]
    names = {one.id: one.name for one in people}
    assert {names[party] for party in deal.parties} == {"Kenya", "Uganda"}
    assert deal.name == "pipeline deal"


@pytest.mark.parametrize(
    ("lang", "line", "steps"),
    [
        ("en", "Kenya ratified the water treaty in March, Uganda in April and Tanzania last week.",
         {("ratified", "Kenya", "2025-03"), ("ratified", "Uganda", "2025-04"), ("ratified", "Tanzania", "2025-W17")}),
        ("en", "Kenya ratified the water treaty in March, in Geneva on Friday it was praised.",
         {("ratified", "Kenya", "2025-03")}),
        ("de", "Am Montag hatte der Parteitag der CDU den Koalitionsvertrag gebilligt, die CSU schon am 10. April.",
         {("approved", "CDU", "2025-04-28"), ("approved", "CSU", "2025-04-10")}),
        ("ru", "Кения ратифицировала договор о воде в марте, Уганда - в апреле.",
         {("ratified", "Кения", "2025-03"), ("ratified", "Уганда", "2025-04")}),
        ("en", "The shareholders of Volvo approved the takeover deal with Renault on Monday.",
         {("approved", "Volvo", "2025-04-28")}),
    ],
)  # fmt: skip
def test_rows_without_a_verb_and_members_who_vote(r: R, lang: str, line: str, steps: set[tuple[str, str, str]]) -> None:
    found = [act for treaty in article(r, lang, line, on="2025-05-01").of(Treaty) for act in treaty.acts]
    assert {(act.act, act.party, act.when.value if act.when else "") for act in found} == steps


NOUNS = [
    ("en", "Kenya and Uganda signed a water treaty. Kenya's ratification followed on 3 April; Uganda's approval is "
           "still awaited.", ("ratified", "Kenya", "happened", "2025-04-03"), ("approved", "Uganda", "denied", "")),
    ("fr", "Le Kenya et l'Ouganda ont signé un traité. La ratification kényane a eu lieu le 3 avril ; l'approbation "
           "ougandaise se fait attendre.",
     ("ratified", "Kenya", "happened", "2025-04-03"), ("approved", "Ouganda", "denied", "")),
    ("de", "Kenia und Uganda haben einen Wasservertrag unterzeichnet. Die kenianische Ratifizierung erfolgte am 3. "
           "April, die Zustimmung Ugandas steht noch aus.",
     ("ratified", "Kenia", "happened", "2025-04-03"), ("approved", "Uganda", "denied", "")),
    ("es", "Kenia y Uganda firmaron un tratado. La ratificación de Kenia tuvo lugar el 3 de abril; falta la aprobación "
           "de Uganda.", ("ratified", "Kenia", "happened", "2025-04-03"), ("approved", "Uganda", "denied", "")),
    ("ru", "Кения и Уганда подписали договор о воде. Ратификация договора Кенией состоялась 3 апреля, одобрение Уганды "
           "еще впереди.", ("ratified", "Кения", "happened", "2025-04-03"), ("approved", "Уганда", "planned", "")),
    ("es", "El acuerdo entró en vigor tras el depósito de los instrumentos de México y Argentina el 3 de abril.",
     ("deposited", "México", "happened", "2025-04-03"), ("in_force", "", "happened", "")),
    ("en", "The pact entered into force after the deposit of instruments of ratification by Chad and Mali in March.",
     ("deposited", "Mali", "happened", ""), ("in_force", "", "happened", "")),
    ("en", "Twelve of the 24 signatories have ratified the convention.",
     ("ratified", "Twelve of the 24 signatories", "happened", ""), None),
    ("en", "All 30 allies have now ratified the accession protocol.", ("ratified", "30 allies", "happened", ""), None),
    ("de", "Die Unterzeichnung des Abkommens zwischen Kenia und Uganda ist für Montag geplant.",
     ("signed", "", "planned", "2025-05-05"), None),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "one", "other"), NOUNS)
def test_steps_told_by_nouns(r: R, lang: str, line: str, one: tuple[str, ...], other: tuple[str, ...] | None) -> None:
    acts = [act for treaty in article(r, lang, line, on="2025-05-01").of(Treaty) for act in treaty.acts]
    found = {(act.act, act.party, act.standing, act.when.value if act.when else "") for act in acts}
    assert {one, other or one} <= found


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("es", "El presidente Daniel Noboa firmó el lunes la ley que ratifica el tratado de comercio con Canadá."),
        (
            "de",
            "Van der Bellen hat am Montag das Gesetz zur Ratifizierung des Abkommens mit Chile unterzeichnet.",
        ),
    ],
)
def test_who_signs_a_law_about_an_agreement_does_not_sign_the_agreement(r: R, lang: str, line: str) -> None:
    acts = [act for treaty in article(r, lang, line, on="2025-05-13").of(Treaty) for act in treaty.acts]
    assert [act.act for act in acts] == ["ratified"]


@pytest.mark.parametrize(
    ("lang", "line", "heads"),
    [
        ("ru", "Президенты Узбекистана и Киргизии подписали договор об участках границы. Соглашение об Андижанском "
               "водохранилище вступит в силу одновременно с договором.", 2),
        ("ru", "Украина ратифицировала Соглашение об ассоциации между Украиной и ЕС. Молдавия ратифицировала свое "
               "соглашение с Евросоюзом еще в июле.", 2),
        ("fr", "Le traité du Quirinal entre en vigueur mardi. L'Allemagne et la France sont liées par le traité "
               "d'Aix-la-Chapelle, signé en 2019.", 2),
        ("en", "Ten days after the signing of a peace agreement in Pretoria, Ethiopia and Tigray on Saturday signed a "
               "declaration on how to carry it out.", 2),
        ("en", "In a declaration, Kenya said it had signed the trade agreement with Chile. It was long.", 1),
    ],
)  # fmt: skip
def test_two_agreements_are_two(r: R, lang: str, line: str, heads: int) -> None:
    assert len(list(article(r, lang, line, on="2025-05-13").of(Treaty))) == heads


def test_a_bare_parliament_is_that_of_the_article(r: R) -> None:
    line = "El parlamento aprueba el pacto con Chile. El Parlamento ugandés votó el jueves."
    acts = [act for treaty in article(r, "es", line, on="2025-05-08").of(Treaty) for act in treaty.acts]
    assert {act.party for act in acts} == {"Uganda"}


def test_what_an_entry_into_force_will_bring_is_no_entry(r: R) -> None:
    line = (
        "Le Kenya et le Chili ont signé un traité. « L'entrée en vigueur du traité va aider la paix », dit la ministre."
    )
    acts = [act for treaty in article(r, "fr", line, on="2025-05-13").of(Treaty) for act in treaty.acts]
    assert [act.act for act in acts] == ["signed"]


@pytest.mark.parametrize(
    ("lang", "line", "body"),
    [
        ("en", "The trade agreement between Canada and Peru must be approved by both parliaments.", "both parliaments"),
        ("fr", "L'accord entre le Canada et le Pérou doit encore être ratifié par les deux parlements.",
         "les deux parlements"),
        ("de", "Das Abkommen zwischen Kanada und Peru muss noch von beiden Parlamenten ratifiziert werden.",
         "beiden Parlamenten"),
        ("es", "El acuerdo entre Canadá y Perú debe ser ratificado aún por los dos parlamentos.",
         "los dos parlamentos"),
        ("ru", "Соглашение между Канадой и Перу еще должны ратифицировать парламенты двух стран.",
         "парламенты двух стран"),
    ],
)  # fmt: skip
def test_both_parliaments_are_still_to_approve(r: R, lang: str, line: str, body: str) -> None:
    acts = [act for treaty in article(r, lang, line, on="2024-11-22").of(Treaty) for act in treaty.acts]
    standing = "planned" if lang == "en" else "denied"  # "still" says that it is not done, nobody says that it will be
    assert [(act.act, act.party, act.body, act.standing) for act in acts] == [("approved", "", body, standing)]


def test_a_condition_has_no_share_in_the_day_of_what_hangs_on_it(r: R) -> None:
    line = "The truce would come into effect on Sunday 19 January, provided that it is approved by the Chadian cabinet."
    acts = [act for treaty in article(r, "en", line, on="2025-01-16").of(Treaty) for act in treaty.acts]
    days = {act.act: act.when.value if act.when else "" for act in acts}
    assert days == {"in_force": "2025-01-19", "approved": ""}


def test_an_agreement_without_a_name_is_titled_by_its_parties_and_day(r: R) -> None:
    line = "Kenya and Uganda signed an agreement on 3 May 2024. The agreement is short."
    assert [deal.name for deal in compared(article(r, "en", line, on="2024-05-04"))] == [
        "agreement between Kenya and Uganda, 3 May 2024"
    ]


SIDES = [
    ("en", "Chad signed a port agreement on Monday with Nigeria's breakaway region of Biafra.", {"Chad", "Biafra"}),
    ("fr", "L'accord conclu lundi entre le Tchad et la région séparatiste du Biafra est nul.", {"Tchad", "Biafra"}),
    ("en", "The row over Chad's trade deal with Mali, Turkish officials said, was over. The deal was signed in May.",
     {"Chad", "Mali"}),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "sides"), SIDES)
def test_the_sides_that_a_name_tells(r: R, lang: str, line: str, sides: set[str]) -> None:
    (treaty,) = article(r, lang, line, on="2025-05-13").of(Treaty)
    assert set(treaty.parties) == sides


def test_agreeing_to_end_a_dispute_over_a_deal_is_not_making_the_deal(r: R) -> None:
    line = (
        "Chad and Sudan have agreed to end their dispute over the oil deal with Niger. The oil deal was signed in 2021."
    )
    acts = [act for treaty in article(r, "en", line, on="2025-05-13").of(Treaty) for act in treaty.acts]
    assert [act.act for act in acts] == ["signed"]


def test_a_declaration_that_sides_adopt_is_made_and_this_agreement_is_the_one_just_named(r: R) -> None:
    line = "Chad and Mali endorsed a joint declaration on Monday. This historic agreement ends a feud over a port deal."
    found = list(article(r, "en", line, on="2025-05-13").of(Treaty))
    assert [(act.act, act.party) for act in found[0].acts] == [("negotiated", "")]
    assert "This historic agreement" in found[0].names


def test_a_memorandum_is_the_preliminary_agreement_of_the_same_day(r: R) -> None:
    readings = [
        article(r, "en", "Kenya and Uganda signed a preliminary agreement on Monday. The memorandum is short.",
                on="2025-03-11"),
        article(r, "de", "Die Absichtserklärung zwischen Kenia und Uganda wurde am 10. März unterzeichnet.",
                on="2025-03-12"),
        article(r, "es", "Kenia y Uganda firmaron el 10 de diciembre una declaración conjunta.", on="2025-12-12"),
    ]  # fmt: skip
    assert sorted(deal.instrument for deal in compared(*readings)) == ["declaration", "memorandum"]


def test_the_place_of_a_dateline_signs_nothing(r: R) -> None:
    line = "OSLO -- Ministers from Chad and three others signed the Fjord Treaty on Monday."
    acts = [act for treaty in article(r, "en", line, on="2025-03-04").of(Treaty) for act in treaty.acts]
    assert "Oslo" not in {act.party for act in acts}
    assert [act.act for act in acts] == ["signed"]


def test_what_is_told_as_not_done_is_no_gap(r: R) -> None:
    said = "Kenya and Uganda signed a water treaty on Monday. It has been provisionally applied since 1 March."
    deal = compared(article(r, "en", said, on="2025-03-11"))[0]
    assert deal.status == "provisionally_applied"
    assert deal.gaps == ("entry into force: not in this coverage",)
    denied = compared(article(r, "en", f"{said} It has not entered into force.", on="2025-03-11"))[0]
    assert denied.gaps == ()


def test_a_year_names_the_agreement_that_was_signed_in_it(r: R) -> None:
    readings = [
        article(r, "en", "Kenya suspended its extradition treaty with Rwanda. The treaty was signed in 1990."),
        article(r, "de", "Kenia und Ruanda wollen ein neues Abkommen. Ruanda kündigte den Vertrag von 1990."),
    ]
    assert not any(deal.name.endswith("of 1990") for deal in compared(*readings))


def test_an_agreement_that_only_its_year_names_is_called_by_its_kind(r: R) -> None:
    line = "Le nouveau traité remplace les traités signés entre le Pérou et le Chili en 1929 et 1999."
    names = {deal.name for deal in compared(article(r, "fr", line))}
    assert {"treaty of 1929", "treaty of 1999"} <= names


def test_a_chamber_without_a_day_does_not_share_the_other_ones(r: R) -> None:
    readings = [
        article(r, "en", "Poland's Sejm approved the gas treaty with Norway on 3 May 2024.", on="2024-05-04"),
        article(r, "en", "Poland's Senate has approved the gas treaty with Norway.", on="2024-06-04"),
    ]
    days = {act.body: act.when for act in compared(*readings)[0].acts if act.act == "approved"}
    assert days["Senate"] is None
    assert days["Sejm"] is not None


def test_not_yet_is_no_denial(r: R) -> None:
    reading = article(r, "es", "El tratado de aguas entre Perú y Chile aún no ha sido ratificado.")
    deal = compared(reading)[0]
    words = {act_text(act, labels_of(reading, deal)) for act in deal.acts}
    assert words == {"Not yet done: ratification"}


def labels_of(reading: Reading, deal: Agreement) -> Labels:
    return Labels(
        Story(id="s", title="", readings=(reading,), sources=(), entities=entities([reading]), agreements=(deal,))
    )


def test_who_leaves_does_not_end_an_agreement_of_many(r: R) -> None:
    deal = compared(article(r, "en", "Hungary has left the Nairobi Convention on forests, signed in 2004."))[0]
    assert deal.status == "left_by_a_party"
