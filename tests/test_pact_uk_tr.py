"""Steps of agreements and acts of news in Ukrainian and Turkish, whose verbs deny and names act by their endings."""

from __future__ import annotations

import pytest

from dragoman.records import Event, Treaty
from quality.sets.marking import read_text

PUBLISHED = "2024-05-15"  # a Wednesday

#: Text, then every step of its agreements: act | party | standing | day.
STEPS = [
    (
        "ОСЛО. Чилі та Норвегія 3 травня 2024 року підписали в Осло угоду про рибальство. Парламент Норвегії "
        "ратифікував її у вівторок, 14 травня. Чилі поки не ратифікувала документ. Угода набуде чинності 1 червня.",
        "signed |  | happened | 2024-05-03; approved | Норвегія | happened | 2024-05-14; "
        "ratified | Чилі | denied | ; in_force |  | planned | 2024-06-01",
    ),
    (
        "ОСЛО. Норвегія призупинила участь у договорі про рибальство з Чилі. Чилі відмовилася його продовжити.",
        "suspended | Норвегія | happened | ; extended | Чилі | denied | ",
    ),
    (
        "ОСЛО. Договір про рибальство, підписаний 3 травня 2010 року, втратив чинність 1 січня 2024 року. "
        "Перу денонсувати його не має наміру.",
        "signed |  | happened | 2010-05-03; terminated |  | happened | 2024-01-01; denounced | Перу | denied | ",
    ),
    (
        "ВАРШАВА. Україна вийшла з конвенції про рибальство 5 квітня. Литва може її денонсувати.",
        "withdrawn | Україна | happened | 2024-04-05; denounced | Литва | possible | ",
    ),
    (
        "OSLO (AA) - Şili ve Norveç 3 Mayıs 2024'te Oslo'da balıkçılık anlaşması imzaladı. Norveç parlamentosu "
        "anlaşmayı 14 Mayıs 2024'te onayladı. Anlaşma 1 Haziran 2024'te yürürlüğe girecek. Şili anlaşmayı henüz "
        "onaylamadı.",
        "signed |  | happened | 2024-05-03; approved | Norveç | happened | 2024-05-14; "
        "in_force |  | planned | 2024-06-01; ratified | Şili | denied | ",
    ),
    (
        "Norveç, Şili'yle imzaladığı balıkçılık anlaşmasını 2 Mart 2024'te askıya aldı.",
        "suspended | Norveç | happened | 2024-03-02",
    ),
    (
        "Peru, balıkçılık sözleşmesinden 1 Temmuz 2021'de çekildi. Şili, sözleşmeyi 5 Mart 2024'te feshetti.",
        "withdrawn | Peru | happened | 2021-07-01; denounced | Şili | happened | 2024-03-05",
    ),
    ("Şili ile Peru arasındaki ateşkes 4 Mayıs 2024'te sona erdi.", "terminated |  | happened | 2024-05-04"),
    ("Norveç, Şili ile balıkçılık anlaşması imzalamadı.", "signed | Norveç | denied | "),
]

#: Language by its words, act, who does it, to whom, where, how it stands.
ACTS = [
    ("Литва вислала двох дипломатів.", "expel", {"actor": "Литва"}, "happened"),
    ("США запровадили санкції проти Ірану.", "sanction", {"actor": "США", "recipient": "Іран"}, "happened"),
    ("Президент Польщі 5 травня відвідав Київ.", "visit", {"actor": "Польща", "place": "Київ"}, "happened"),
    (
        "Польща не засудила Угорщину за рішення її уряду.",
        "condemn",
        {"actor": "Польща", "recipient": "Угорщина"},
        "denied",
    ),
    (
        "Yunanistan, Libya'nın Atina büyükelçisine ülkeyi terk etmesi için 72 saat süre verdi.",
        "expel",
        {"actor": "Yunanistan"},
        "happened",
    ),
    ("Mısır, İsrail'i kınadı.", "condemn", {"actor": "Mısır", "recipient": "İsrail"}, "happened"),
    ("Şili ve Peru Lima'da anlaşma imzalayacak.", "sign", {"actor": "Şili", "place": "Lima"}, "planned"),
]


#: Texts that tell of no step, whatever words they have.
NO_STEPS = [
    "КИЇВ. Чилі та Норвегія мають угоду про рибальство. Чилі закликала Перу підписати її.",
    "КИЇВ. Співачка уклала шлюб у травні. Угода про рибальство тут ні до чого.",
    "OSLO - Yazar kitabını imzaladı ve okurlarla görüştü. Şili ile Peru arasındaki anlaşma bununla ilgili değil.",
    "OSLO - Bakan, Mısır ile anlaşma imzalamayacaklarını söyledi. Norveç'in anlaşmayı onaylaması bekleniyor.",
    "OSLO - Konser yağmur nedeniyle iptal edildi ve maç sona erdi. Şili ve Peru anlaşması konuşulmadı.",
]


@pytest.mark.parametrize("text", NO_STEPS)
def test_no_steps(text: str) -> None:
    assert steps(text) == []


def steps(text: str) -> list[str]:
    """Every step that a text tells, as the rows have them."""
    acts = [act for one in read_text("row", text, PUBLISHED).of(Treaty) for act in one.acts]
    return sorted(f"{x.act} | {x.party} | {x.standing} | {x.when.value if x.when else ''}" for x in acts)


@pytest.mark.parametrize(("text", "wanted"), STEPS)
def test_steps(text: str, wanted: str) -> None:
    assert steps(text) == sorted(wanted.split("; "))


@pytest.mark.parametrize(("text", "type", "roles", "standing"), ACTS)
def test_acts(text: str, type: str, roles: dict[str, str], standing: str) -> None:
    found = [one for one in read_text("row", text, PUBLISHED).of(Event) if one.type == type]
    assert [one.standing for one in found] == [standing]
    for role, name in roles.items():
        assert found[0].names(role)[:1] == (name,)
    if len(roles) == 1:
        assert found[0].names("recipient", "place") == ()
