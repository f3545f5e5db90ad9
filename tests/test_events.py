"""Events: a case is a line of news; expected values are words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.languages import known, language
from dragoman.read.triggers import triggers
from dragoman.records import STANDINGS, Event, Reading

R = Callable[..., Reading]
#: A second paragraph, so that the line itself is a line of the body.
BESIDE = {
    "en": "The talks drew wide interest in the region this week, diplomats noted.",
    "fr": "L'affaire suscite un vif intérêt dans la région cette semaine, notent des diplomates.",
    "de": "Das Thema beschäftigt die Region seit Tagen, heißt es aus Kreisen von Diplomaten.",
    "es": "El asunto despierta gran interés en la región esta semana, según los diplomáticos.",
    "ru": "Тема вызывает большой интерес в регионе на этой неделе, отмечают дипломаты.",
}
DAY = "2025-03-11"  # a Tuesday


def told(r: R, lang: str, line: str) -> list[Event]:
    """The events of a line, those of the paragraphs around it left out."""
    start = len(BESIDE[lang]) + 2
    reading = r(f"{BESIDE[lang]}\n\n{line}\n\n{BESIDE[lang]}", lang=lang, on=DAY)
    return [event for event in reading.of(Event) if start <= event.start < start + len(line)]


# line, type, standing
ACTS = [
    ("en", "Poland has yet to ratify the treaty.", "ratify", "planned"),
    ("en", "The minister signs the treaty with Poland on Friday.", "sign", "planned"),
    ("en", "Poland signed the treaty on Friday.", "sign", "happened"),
    ("en", "Poland signs the treaty with Latvia after long talks.", "sign", "happened"),
    (
        "en",
        "French President Emmanuel Macron met German Chancellor Friedrich Merz in Berlin on Monday.",
        "meet",
        "happened",
    ),
    ("en", "The two presidents spoke by phone on Tuesday, the White House said.", "call", "claimed"),
    ("en", "Kenya will send 1,000 police officers to Haiti next month.", "deploy", "planned"),
    ("en", "The United States imposed sanctions on three Sudanese companies on Thursday.", "sanction", "happened"),
    ("en", "China vetoed a Security Council resolution on Myanmar.", "veto", "happened"),
    ("en", "Germany has never delivered cruise missiles to Ukraine.", "transfer_arms", "denied"),
    ("en", "France reportedly sold 80 Rafale jets to the United Arab Emirates.", "transfer_arms", "claimed"),
    ("en", "North Korea fired two ballistic missiles into the sea on Sunday.", "test", "happened"),
    ("en", "Israeli strikes on Gaza killed 20 people on Friday.", "attack", "happened"),
    ("en", "Police in Istanbul arrested the mayor on Wednesday.", "detain", "happened"),
    ("en", "Hamas released three hostages on Saturday.", "release", "happened"),
    ("en", "Poland expelled two Russian diplomats on Tuesday.", "expel", "happened"),
    ("en", "Sweden closed its embassy in Kabul in 2021.", "close_mission", "happened"),
    ("en", "The prime minister threatened to leave the union with Morocco.", "threaten", "happened"),
    ("en", "Niger's junta denounced the defence pact with France on Saturday.", "denounce", "happened"),
    ("en", "If Congress approves the deal, Poland will get the jets.", "approve", "conditional"),
    ("en", "Ethiopia and Somalia are negotiating an agreement on access to the sea.", "negotiate", "under way"),
    ("en", "Armenia and Azerbaijan failed to sign a peace treaty in Brussels on Saturday.", "sign", "denied"),
    ("en", "The peace accord could be signed by Rwanda in May.", "sign", "possible"),
    ("en", "The accord, initialled in Geneva, must still be ratified by Armenia.", "ratify", "planned"),
    (
        "en",
        "The trade deal between Canada and Indonesia has been provisionally applied since May.",
        "apply_provisionally",
        "happened",
    ),
    ("en", "The ceasefire between India and Pakistan took effect at noon on Saturday.", "enter_into_force", "happened"),
    ("en", "The minister cancelled his visit to Beijing.", "visit", "cancelled"),
    ("en", "North Korean Foreign Minister Choe Son Hui was in Moscow in January.", "visit", "happened"),
    ("en", "Egypt denied that it had agreed to a ceasefire.", "agree", "denied"),
    ("en", "According to two diplomats, Egypt has agreed to extend the truce by 60 days.", "extend", "claimed"),
    ("fr", "Le président français Emmanuel Macron a reçu mardi le roi de Jordanie à l'Elysée.", "visit", "happened"),
    ("fr", "La Corée du Nord a tiré dimanche deux missiles balistiques vers la mer.", "test", "happened"),
    ("fr", "Le Niger a dénoncé samedi l'accord militaire avec la France.", "denounce", "happened"),
    ("fr", "L'Iran aurait livré des drones à la Russie.", "transfer_arms", "claimed"),
    ("fr", "Téhéran dément avoir fourni des armes à Moscou.", "transfer_arms", "denied"),
    ("fr", "La Turquie n'a pas ratifié la convention.", "ratify", "denied"),
    ("fr", "Le président refuse de signer le traité avec la Grande-Bretagne.", "sign", "denied"),
    ("fr", "Si le pacte est signé avec l'Espagne, la base restera ouverte.", "sign", "conditional"),
    ("fr", "Le traité n'entrera en vigueur qu'après sa ratification par la Suède.", "enter_into_force", "planned"),
    ("fr", "Le ministre a menacé de rompre les relations diplomatiques avec Alger.", "close_mission", "possible"),
    ("fr", "La trêve a été prolongée de 60 jours, a annoncé samedi la Maison Blanche.", "extend", "happened"),
    ("fr", "La Pologne a expulsé deux diplomates russes mardi.", "expel", "happened"),
    ("fr", "Une frappe russe sur Odessa a fait trois morts.", "attack", "happened"),
    ("de", "Nordkorea hat am Sonntag zwei Raketen getestet.", "test", "happened"),
    ("de", "Ungarn hat das Abkommen nicht ratifiziert.", "ratify", "denied"),
    ("de", "Der Vertrag tritt am 1. Januar 2026 in Kraft.", "enter_into_force", "planned"),
    ("de", "Armenien und Aserbaidschan wollen den Friedensvertrag im August unterzeichnen.", "sign", "planned"),
    ("de", "Der Bundestag stimmte dem Handelsabkommen mit Kanada am Donnerstag zu.", "approve", "happened"),
    ("de", "Polen hat zwei russische Diplomaten ausgewiesen.", "expel", "happened"),
    ("es", "El presidente Gustavo Petro se reunió el lunes en Bogotá con el canciller alemán.", "meet", "happened"),
    ("es", "El tratado entrará en vigor el 1 de enero de 2026.", "enter_into_force", "planned"),
    ("es", "España no ha ratificado todavía el tratado.", "ratify", "denied"),
    ("es", "Marruecos y la UE prorrogaron el martes el acuerdo de pesca.", "extend", "happened"),
    ("ru", "КНДР испытала в воскресенье баллистическую ракету.", "test", "happened"),
    ("ru", "Стороны не подписали соглашение.", "sign", "denied"),
    ("ru", "Договор между Россией и КНДР вступил в силу 4 декабря.", "enter_into_force", "happened"),
    ("ru", "Москва опровергла поставки оружия Ирану.", "transfer_arms", "denied"),
]

ACTS += [
    ("fr", "Le ministre a annoncé lundi que la Norvège ratifierait le traité en juin.", "ratify", "planned"),
    ("fr", "Elle a déclaré que le Chili appliquerait l'accord à titre provisoire.", "apply_provisionally", "planned"),
    ("fr", "Le traité entrait en vigueur ce jour-là au Chili.", "enter_into_force", "happened"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "type", "standing"), ACTS, ids=[f"{one[0]}-{one[1][:40]}" for one in ACTS])
def test_an_act_is_read_with_its_standing(r: R, lang: str, line: str, type: str, standing: str) -> None:
    found = {event.type: event.standing for event in told(r, lang, line)}
    assert found.get(type) == standing, found


# no event of the type in the line
NOT = [
    ("en", "The firm launched a new phone and the band called off its tour.", ("test", "visit")),
    ("en", "Investors hit by the strike in France met their targets.", ("meet", "attack")),
    ("en", "Troops would come to help in the event of an attack on Poland.", ("attack",)),
    ("en", "The law was signed by the president of Poland.", ("sign",)),
    ("en", "The commission found that Poland met the conditions.", ("meet",)),
    ("en", "The treaty provides for mutual assistance to France.", ("aid",)),
    ("fr", "Le conseil a signé une belle performance et le public a salué l'attaque de l'équipe.", ("sign", "attack")),
    ("fr", "Les alliés aideront la Pologne en cas d'attaque.", ("attack",)),
]


@pytest.mark.parametrize(("lang", "line", "types"), NOT)
def test_a_word_alone_is_no_act(r: R, lang: str, line: str, types: tuple[str, ...]) -> None:
    assert not {event.type for event in told(r, lang, line)} & set(types)


# line, type, actors, recipients, places
ROLES = [
    ("en", "Seoul accused Pyongyang of sending shells to Moscow.", "transfer_arms", {"Pyongyang"}, {"Moscow"}, set()),
    (
        "en",
        "Armenia and Azerbaijan signed a treaty in Brussels.",
        "sign",
        {"Armenia", "Azerbaijan"},
        set(),
        {"Brussels"},
    ),
    ("en", "The pact was ratified by Turkey on Monday.", "ratify", {"Turkey"}, set(), set()),
    (
        "en",
        "After his visit to Rome, Emmanuel Macron landed in Athens on Friday.",
        "visit",
        {"Emmanuel Macron"},
        set(),
        {"Athens"},
    ),
    (
        "fr",
        "La Corée du Nord est accusée par Séoul d'avoir envoyé des soldats en Russie.",
        "deploy",
        {"Corée du Nord"},
        set(),
        {"Russie"},
    ),
    ("fr", "Bamako et Niamey ont signé une charte de défense mutuelle.", "sign", {"Bamako", "Niamey"}, set(), set()),
    (
        "de",
        "Deutschland und Australien haben am Montag ein Abkommen unterzeichnet.",
        "sign",
        {"Deutschland", "Australien"},
        set(),
        set(),
    ),
]

ROLES += [  # who is of a country does not act for it; who does what a noun tells does not do what the verb tells
    ("en", "Kenya's farmers and the Labour Union reached a deal on Monday.", "agree", {"Labour Union"}, set(), set()),
    ("fr", "Les agriculteurs kényans ont rejeté le traité lundi.", "denounce", set(), set(), set()),
    ("en", "Kenya's government signed the treaty on Monday.", "sign", {"Kenya"}, set(), set()),
    ("en", "Nairobi rejected a plea by Safaricom on Monday.", "reject", {"Nairobi"}, set(), set()),
    ("de", "Kenia hat dem Abkommen zugestimmt und den Plan von Safaricom gelobt.", "approve", {"Kenia"}, set(), set()),
    ("fr", "Ils ont salué l'élection de Maria Lopez au Sénat.", "elect", set(), {"Maria Lopez"}, set()),
    ("fr", "Le nouveau Bundestag, élu le 3 mai, se réunira lundi.", "elect", set(), {"Bundestag"}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "type", "actors", "recipients", "places"), ROLES)
def test_who_does_what_to_whom(
    r: R, lang: str, line: str, type: str, actors: set[str], recipients: set[str], places: set[str]
) -> None:
    found = [
        (set(event.names("actor")), set(event.names("recipient")), set(event.names("place")))
        for event in told(r, lang, line)
        if event.type == type
    ]
    assert (actors, recipients, places) in found


def test_claims_name_their_claimant(r: R) -> None:
    first = told(r, "en", "Washington accused Iran of delivering missiles to Russia.")
    assert [(one.standing, one.claimed_by) for one in first if one.type == "transfer_arms"] == [
        ("claimed", "Washington")
    ]
    second = told(r, "fr", "Selon Kiev, la Russie a bombardé le port d'Odessa.")
    assert [(one.standing, one.claimed_by) for one in second if one.type == "attack"] == [("claimed", "Kiev")]


def test_the_date_is_the_acts_own(r: R) -> None:
    line = "The accord, initialled in Geneva in May 2024, was ratified by Armenia on Monday."
    dates = {event.type: event.when.value for event in told(r, "en", line) if event.when}
    assert dates == {"initial": "2024-05", "ratify": "2025-03-10"}


def test_a_day_after_the_report_makes_no_plan_of_what_is_told_as_past(r: R) -> None:
    for lang, line in (
        ("en", "Maria Lopez was elected president of Chile on May 7, 2025."),
        ("fr", "Maria Lopez a été élue présidente du Chili le 7 mai 2025."),
    ):
        assert [one.standing for one in told(r, lang, line) if one.type == "elect"] == ["happened"]


def test_no_date_is_invented(r: R) -> None:
    assert [event.when for event in told(r, "en", "Kenya ratified the convention.")] == [None]


def test_spans_hold_trigger_and_clause(r: R) -> None:
    line = "On Monday, Kenya ratified the convention."
    text = f"{BESIDE['en']}\n\n{line}\n\n{BESIDE['en']}"
    event = next(one for one in told(r, "en", line) if one.type == "ratify")
    assert event.trigger is not None
    assert text[event.trigger.start : event.trigger.end] == "ratified"
    assert text[event.start : event.end] == "On Monday, Kenya ratified the convention"


def test_every_trigger_table_compiles_and_standings_are_known(r: R) -> None:
    for code in known():
        for rule in triggers(language(code)).rules:
            assert rule.words and [rule.after, rule.bar, rule.before, rule.near, rule.unless]
            assert rule.type
    assert {case[3] for case in ACTS} <= set(STANDINGS)


@pytest.mark.parametrize("lang", ["und", "xx", "ja"])
def test_other_languages_stay_silent(r: R, lang: str) -> None:
    assert not r("Kenya signed the treaty on Monday.", lang=lang).of(Event)


def test_an_empty_text_has_no_events(r: R) -> None:
    assert not r("", lang="en").of(Event)


# line, type, {role: names} that the event must have and no others
BYSTANDERS = [
    ("fr", "La Norvège, médiatrice avec Oman, a dénoncé une violation de la trêve.", "condemn", {"actor": ["Norvège"]}),
    (
        "fr",
        "Un accord de libre-échange entre en vigueur lundi, ont annoncé le Kenya et la Tanzanie.",
        "announce",
        {"actor": ["Kenya", "Tanzanie"]},
    ),
    (
        "en",
        "Kenya's parliament approved the defence agreement with Uganda on Monday.",
        "approve",
        {"actor": ["Kenya"]},
    ),
    ("fr", "A Rome, Giorgia Meloni a salué la libération des marins.", "statement", {"actor": ["Giorgia Meloni"]}),
    ("ru", "Соглашение до сих пор не ратифицировано Арменией и Грузией.", "ratify", {"actor": ["Армения", "Грузия"]}),
    ("en", "Kenya's president praised ties between Rwanda and Uganda.", "statement", {"actor": ["Kenya's president"]}),
    (
        "en",
        "Kenya's prime minister, Mr Raila Odinga, told reporters in Kampala that talks had begun.",
        "statement",
        {"actor": ["Raila Odinga"]},
    ),
]


@pytest.mark.parametrize("lang, line, type, parts", BYSTANDERS)
def test_who_stands_by_takes_no_part(r: R, lang: str, line: str, type: str, parts: dict[str, list[str]]) -> None:
    event = next(event for event in told(r, lang, line) if event.type == type)
    found = {side: [role.name for role in event.roles if role.role == side] for side in ("actor", "recipient")}
    assert {side: names for side, names in found.items() if names} == parts


# line, type that must not be read
OTHER_MEANINGS = [
    ("en", "A bus slammed into a wall near Nairobi on Monday.", "condemn"),
    ("fr", "Le ministre a accusé Khartoum de condamner les détenus à un sort incertain.", "condemn"),
    ("ru", "Повышение цен нанесло удар по экономике Армении.", "attack"),
    ("es", "Un funcionario del ministerio, que pidió no ser nombrado, habló con la prensa.", "demand"),
]

OTHER_MEANINGS += [
    ("fr", "Les sénateurs du Chili ont voté massivement contre le traité.", "approve"),
    ("es", "Los diputados de Chile votaron en contra del tratado.", "approve"),
    ("fr", "Le gouvernement chilien a lancé mardi la procédure de ratification de la convention.", "ratify"),
    ("es", "Chile inició el martes el proceso de ratificación del tratado.", "ratify"),
    ("en", "Chile began the ratification process of the treaty on Tuesday.", "ratify"),
]


@pytest.mark.parametrize("lang, line, type", OTHER_MEANINGS)
def test_a_verb_in_another_meaning_is_no_act(r: R, lang: str, line: str, type: str) -> None:
    assert type not in [event.type for event in told(r, lang, line)]


def test_what_is_not_certain_is_only_possible(r: R) -> None:
    line = "La ratification par le Parlement de Nairobi n'était pas acquise."
    assert [event.standing for event in told(r, "fr", line) if event.type == "ratify"] == ["possible"]


def test_days_later_is_no_day_of_what_came_before(r: R) -> None:
    line = "The Senate approved the treaty on May 3. The House approved it two days later."
    dates = [event.when.value if event.when else None for event in told(r, "en", line) if event.type == "approve"]
    assert dates[1] is None
