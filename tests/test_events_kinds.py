"""Acts of disasters, courts, work and money in five languages, and who does them: lines of news we wrote."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from dragoman.languages import language
from dragoman.read.triggers import triggers
from dragoman.records import Event, Reading
from dragoman.report.verbs import EVENTS

R = Callable[..., Reading]
DAY = "2025-03-11"  # a Tuesday
FIVE = ("en", "fr", "de", "es", "ru")


def told(r: R, lang: str, line: str, kind: str) -> list[Event]:
    """The events of one kind that a line reports."""
    return [event for event in r(line, lang=lang, on=DAY).of(Event) if event.type == kind]


# language, line, type, who does it, whom it is done to, where
KINDS = [
    ("en", "A magnitude 6.1 earthquake struck northern Chile on Monday.", "disaster", "", "", "Chile"),
    ("fr", "Un séisme a secoué le nord du Chili lundi.", "disaster", "", "", "Chili"),
    ("de", "Ein Erdbeben hat am Montag den Norden von Chile erschüttert.", "disaster", "", "", "Chile"),
    ("es", "Un terremoto sacudió Chile el lunes.", "disaster", "", "", "Chile"),
    ("ru", "Землетрясение произошло в Чили в понедельник.", "disaster", "", "", "Чили"),
    ("en", "Ana Rivas declared a state of emergency in Peru on Monday.", "emergency", "Ana Rivas", "", "Peru"),
    ("fr", "Le gouvernement a décrété l'état d'urgence au Pérou lundi.", "emergency", "gouvernement", "", ""),
    ("de", "Präsidentin Ana Rivas hat den Ausnahmezustand verhängt.", "emergency", "Ana Rivas", "", ""),
    ("es", "La presidenta Ana Rivas decretó el lunes el estado de emergencia.", "emergency", "Ana Rivas", "", ""),
    ("ru", "Президент Анна Ривас ввела чрезвычайное положение в понедельник.", "emergency", "Анна Ривас", "", ""),
    ("en", "A Kenyan court on Monday rejected an appeal by Safaricom.", "rule", "Kenyan court", "", ""),
    ("fr", "Le tribunal de Lyon a rejeté lundi la demande des syndicats.", "rule", "tribunal", "", ""),
    ("de", "Das Landgericht Bremen hat die Klage am Montag abgewiesen.", "rule", "Landgericht Bremen", "", ""),
    ("es", "El Tribunal Supremo rechazó el lunes el recurso del sindicato.", "rule", "Tribunal Supremo", "", ""),
    ("ru", "Верховный суд отклонил жалобу профсоюза в понедельник.", "rule", "Верховный суд", "", ""),
    ("en", "Parliament voted to refer the pact to the Court of Justice.", "refer", "Parliament", "", ""),
    ("fr", "Les sénateurs ont saisi le Conseil constitutionnel lundi.", "refer", "sénateurs", "", ""),
    ("es", "El Gobierno llevó la ley ante el Tribunal Constitucional el lunes.", "refer", "Gobierno", "", ""),
    ("en", "A jury acquitted Paul Otieno of fraud on Monday.", "acquit", "", "Paul Otieno", ""),
    ("fr", "La cour a acquitté Paul Otieno lundi.", "acquit", "cour", "Paul Otieno", ""),
    ("de", "Das Gericht hat Paul Otieno am Montag freigesprochen.", "acquit", "Gericht", "Paul Otieno", ""),
    ("es", "El tribunal absolvió a Pablo Otero el lunes.", "acquit", "tribunal", "Pablo Otero", ""),
    ("ru", "Суд оправдал Павла Отрова в понедельник.", "acquit", "Суд", "", ""),
    ("en", "The European Commission fined Google 2 million euros on Monday.", "fine", "European Commission", "", ""),
    ("fr", "La Commission européenne a infligé lundi une amende de deux millions d'euros.", "fine",
     "Commission européenne", "", ""),
    ("de", "Die Europäische Kommission hat am Montag eine Geldbuße von zwei Millionen Euro verhängt.", "fine",
     "Europäische Kommission", "", ""),
    ("en", "About 2,000 nurses went on strike on Monday.", "strike", "nurses", "", ""),
    ("fr", "Quelque 2 000 salariés ont cessé le travail lundi à Lille.", "strike", "2 000 salariés", "", "Lille"),
    ("de", "Rund 2.000 Beschäftigte legten die Arbeit nieder.", "strike", "Beschäftigte", "", ""),
    ("en", "The European Central Bank cut interest rates on Thursday.", "cut_rates", "European Central Bank", "", ""),
    ("fr", "La Banque centrale européenne a relevé ses taux directeurs jeudi.", "raise_rates",
     "Banque centrale européenne", "", ""),
    ("de", "Die Europäische Zentralbank senkte am Donnerstag den Leitzins.", "cut_rates", "Europäische Zentralbank", "",
     ""),
    ("es", "El Banco Central Europeo mantuvo los tipos de interés.", "hold_rates", "Banco Central Europeo", "", ""),
    ("en", "Rebels captured the town of Kidal in Mali on Monday.", "capture", "Rebels", "", ""),
    ("fr", "Ana Rivas a pris ses fonctions lundi à Lima.", "take_office", "Ana Rivas", "", "Lima"),
    ("es", "Ana Rivas asumió la presidencia el lunes.", "take_office", "Ana Rivas", "", ""),
    ("de", "Ana Rivas entließ Karl Berger am Montag.", "dismiss", "Ana Rivas", "Karl Berger", ""),
    ("en", "The National Assembly impeached President Ana Rivas on Monday.", "impeach", "National Assembly",
     "Ana Rivas", ""),
    ("fr", "La présidente Ana Rivas a promulgué la loi lundi.", "promulgate", "Ana Rivas", "", ""),
    ("ru", "Анна Ривас умерла в понедельник в Лиме.", "die", "Анна Ривас", "", ""),
    ("en", "Kenya and Somalia restored diplomatic relations on Monday.", "restore_ties", "Kenya", "", ""),
    ("en", "The nurses accepted the offer of the clinics on Monday.", "accept", "nurses", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "kind", "actor", "recipient", "place"), KINDS)
def test_an_act_is_read_with_who_does_it(
    r: R, lang: str, line: str, kind: str, actor: str, recipient: str, place: str
) -> None:
    found = told(r, lang, line, kind)
    assert len(found) == 1 and found[0].standing == "happened"
    for part, name in (("actor", actor), ("recipient", recipient), ("place", place)):
        assert not name or any(name in one for one in found[0].names(part)), found[0].roles


# language, line, type, what no one of its kind may be
WRONG = [
    ("en", "The free trade pact was praised by Kenya.", "release", ""),
    ("en", "The National Rally won a seat in Lyon on Monday.", "protest", ""),
    ("en", "A U.S.-brokered text lies on the table in Nairobi.", "agree", ""),
    ("en", "The ousted president Paul Otieno spoke in Nairobi.", "dismiss", ""),
    ("en", "The ratification bonus pleased the union in Nairobi.", "ratify", ""),
    ("en", "Kenya's foreign minister welcomed it on Monday.", "meet", ""),
    ("en", "Kenya announced that it may impose martial law.", "emergency", "happened"),
    ("fr", "Le président Luc Atrokpo n'a pas fait le déplacement à Lomé.", "visit", "happened"),
    ("de", "Parteichef Karl Berger kündigte seinen Rückzug aus dem Abkommen an.", "withdraw", "happened"),
    ("es", "Togo anunció la retirada de sus tropas.", "withdraw", "happened"),
    ("fr", "Lorsque le Togo a attaqué le Bénin, la frontière était ouverte.", "attack", "conditional"),
]


@pytest.mark.parametrize(("lang", "line", "kind", "standing"), WRONG)
def test_what_is_no_act_or_stands_otherwise(r: R, lang: str, line: str, kind: str, standing: str) -> None:
    found = told(r, lang, line, kind)
    assert not any(not standing or one.standing == standing for one in found)


# language, line, type, actors, recipients, places
PARTS = [
    ("en", "Ana Rivas flew to Lima on Monday. She signed a treaty there.", "sign", ["Ana Rivas"], [], []),
    ("de", "Karl Berger reiste am Montag nach Wien. Dort unterzeichnete er ein Abkommen.", "sign", ["Karl Berger"], [],
     []),
    ("ru", "Анна Ривас прибыла в Киев во вторник. Её визит продлился день.", "visit", ["Анна Ривас"], [], []),
    ("en", "According to Paul Otieno, adviser of Kenya, Chad sent missiles to Mali.", "transfer_arms", ["Chad"],
     ["Mali"], []),
    ("es", "Según Perú, Chile y Bolivia, Ecuador envió misiles a Colombia en mayo.", "transfer_arms", ["Ecuador"],
     ["Colombia"], []),
    ("fr", "Le Togo a accusé le Bénin d'avoir livré des armes au Mali.", "accuse", ["Togo"], ["Bénin"], []),
    ("es", "Ana Rivas acusó a la oposición de simpatizar con Bolivia.", "accuse", ["Ana Rivas"], [], []),
    ("fr", "Un pacte intitulé « L'avenir du Togo » a été signé lundi par le Bénin et le Ghana.", "sign",
     ["Bénin", "Ghana"], [], []),
    ("fr", "Des milliers de personnes ont manifesté à Lomé lundi.", "protest", None, [], ["Lomé"]),
    ("en", "Kenya's farmers blocked roads on Monday.", "protest", ["Kenya's farmers"], [], []),
    ("fr", "Luc Atrokpo est arrivé lundi à Lomé.", "visit", ["Luc Atrokpo"], [], ["Lomé"]),
    ("en", "Ana Rivas welcomed Paul Otieno to the Andes in May 2024.", "visit", ["Paul Otieno"], ["Ana Rivas"], None),
    ("de", "Der Überfall der Hamas auf Israel dauerte Stunden.", "attack", ["Hamas"], ["Israel"], []),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "kind", "actors", "recipients", "places"), PARTS)
def test_who_takes_part(
    r: R, lang: str, line: str, kind: str, actors: list[str] | None, recipients: list[str], places: list[str] | None
) -> None:
    found = told(r, lang, line, kind)[-1]
    for part, names in (("actor", actors), ("recipient", recipients), ("place", places)):
        assert names is None or list(found.names(part)) == names, found.roles


# language, line, type, year-month-day or nothing
DAYS = [
    ("en", "The unions agreed on a 35-hour week by 2029.", "agree", None),
    ("en", "Kenya last week accused Chad of using missiles in Mali.", "use_weapons", None),
    ("fr", "Le syndicat a entamé son sixième mouvement social depuis novembre.", "strike", None),
    (
        "en",
        "It has been in force since May 4, 2024, the day on which the instruments of ratification were exchanged.",
        "exchange_instruments",
        "2024-05-04",
    ),
    ("en", "Olga Berg asked for the vote of confidence on March 10.", "confidence", "2025-03-10"),
]


@pytest.mark.parametrize(("lang", "line", "kind", "day"), DAYS)
def test_a_term_is_not_the_day_of_an_act(r: R, lang: str, line: str, kind: str, day: str | None) -> None:
    found = told(r, lang, line, kind)
    assert [one.when.value if one.when else None for one in found] == [day]


def test_the_tables_of_the_five_languages_hold_the_same_acts() -> None:
    held = {code: {rule.type for rule in triggers(language(code)).rules} for code in FIVE}
    common = set.intersection(*held.values())
    assert set.union(*held.values()) - common == set()
    assert common <= set(EVENTS)


@pytest.mark.parametrize("code", FIVE)
def test_every_rule_compiles_to_patterns(code: str) -> None:
    for rule in triggers(language(code)).rules:
        made = (rule.words, rule.after, rule.bar, rule.before, rule.near, rule.unless)
        assert all(one is None or isinstance(one, re.Pattern) for one in made)
