"""Whether two names may be one thing's: tables, scripts, cases, numerals, kinds, hints."""

from __future__ import annotations

import pytest

from dragoman.compare.endings import declined
from dragoman.compare.entities import entities
from dragoman.compare.sameness import same_name
from dragoman.languages.aloud import aloud
from tests.conftest import make_reading

SURE = 0.94  # what entities join without asking for company

ONE = [
    ("PER", "جمال عبد الناصر", "ar", "Gamal Abdel Nasser", "en"),
    ("PER", "فؤاد السنيورة", "ar", "Fouad Siniora", "en"),
    ("PER", "נפתלי בנט", "he", "Naftali Bennett", "en"),
    ("PER", "ציפי לבני", "he", "Tzipi Livni", "en"),
    ("PER", "안철수", "ko", "Ahn Cheol-soo", "en"),
    ("PER", "한덕수", "ko", "Han Duck-soo", "en"),
    ("PER", "ボリス・ジョンソン", "ja", "Boris Johnson", "en"),
    ("PER", "朱镕基", "zh", "Zhu Rongji", "en"),
    ("PER", "溫家寶", "zh", "温家宝", "zh"),
    ("PER", "周恩来", "zh", "Enlai Zhou", "en"),
    ("PER", "Янис Стурнарас", "ru", "Γιάννης Στουρνάρας", "el"),
    ("PER", "Антон Силуанов", "ru", "Антону Силуанову", "ru"),
    ("PER", "Bronisław Komorowski", "pl", "Bronisława Komorowskiego", "pl"),
    ("PER", "Abdullah Gül", "tr", "Abdullah Gül'ün", "tr"),
    ("PER", "King Felipe VI", "en", "Felipe VI", "es"),
    ("GPE", "Schweden", "en", "Sweden", "en"),
    ("GPE", "Mailand", "de", "Milano", "it"),
    ("ORG", "Bündnis Sahra Wagenknecht", "de", "BSW", "de"),
    ("ORG", "Rolls-Royce Holdings plc", "en", "Rolls-Royce Holdings", "en"),
    ("LAW", "Treaty of Versailles", "en", "Versailles Treaty", "en"),
    ("LAW", "Accord de Taëf", "fr", "Taef Agreement", "en"),
]
TWO = [
    ("PER", "محمد فهمي", "ar", "Mahmoud Fahmy", "en"),
    ("PER", "حسن روحاني", "ar", "Hussein Rouhani", "en"),
    ("PER", "안철수", "ko", "Ahn Hee-jung", "en"),
    ("PER", "Александр Петров", "ru", "Александра Петрова", "ru"),
    ("PER", "Paul Martin", "en", "Paula Martin", "en"),
    ("PER", "Marie Laurent", "fr", "Marine Laurent", "fr"),
    ("PER", "Queen Elizabeth I", "en", "Queen Elizabeth II", "en"),
    ("PER", "John Adams Sr.", "en", "John Adams", "en"),
    ("GPE", "Libya", "en", "Libyen und Syrien", "de"),
    ("GPE", "Gambia", "en", "Zambia", "en"),
    ("ORG", "FDP", "de", "FPD", "de"),
    ("ORG", "Central Bank of Kenya", "en", "Central Bank of Ghana", "en"),
    ("LAW", "peace treaty", "en", "traité de paix", "fr"),
    ("LAW", "Vienna Convention", "en", "Vienna Agreement", "en"),
    ("LAW", "SALT I", "en", "SALT II", "en"),
]


@pytest.mark.parametrize(("kind", "a", "left", "b", "right"), ONE)
def test_one_thing(kind: str, a: str, left: str, b: str, right: str) -> None:
    score, why = same_name(a, b, kind=kind, languages=(left, right))
    assert score >= SURE, why
    assert same_name(b, a, kind=kind, languages=(right, left))[0] >= SURE


@pytest.mark.parametrize(("kind", "a", "left", "b", "right"), TWO)
def test_two_things(kind: str, a: str, left: str, b: str, right: str) -> None:
    score, why = same_name(a, b, kind=kind, languages=(left, right))
    assert score < 0.8 and why
    assert same_name(b, a, kind=kind, languages=(right, left))[0] < 0.8


@pytest.mark.parametrize(
    ("a", "kind", "b", "other"),
    [
        ("Simón Bolívar", "PER", "Plaza Simón Bolívar", "FAC"),
        ("Lincoln", "PER", "Lincoln", "GPE"),
        ("Italy", "GPE", "Italians", "NORP"),
        ("Oslo", "GPE", "Oslo Accords", "LAW"),
    ],
)
def test_kinds_that_are_never_one(a: str, kind: str, b: str, other: str) -> None:
    score, why = same_name(a, b, kind=kind, other_kind=other)
    assert score == 0 and " is no " in why


def test_hints_tell_places_of_one_name_apart_and_short_forms_together() -> None:
    both = ("en", "en")
    assert same_name("Cordoba", "Cordoba", kind="GPE", languages=both)[0] == 1
    apart = same_name(
        "Cordoba", "Cordoba", kind="GPE", hint="town in Spain", other_hint="Argentine province", languages=both
    )
    assert apart[0] < 0.7 and "Argentine province" in apart[1]
    alone = same_name("Rutte", "Mark Rutte", kind="PER", languages=both)
    told = same_name(
        "Rutte", "Mark Rutte", kind="PER", hint="Dutch premier", other_hint="premier of the Netherlands", languages=both
    )
    assert alone[0] < 0.7 <= told[0]


def test_a_short_vowel_is_free_and_a_long_one_is_not() -> None:
    assert aloud("حسن", "Hassan") and aloud("حسين", "Hussein")
    assert not aloud("حسن", "Hussein") and not aloud("حسين", "Hassan")


def test_cases_belong_to_a_language() -> None:
    assert declined("Ольга Орлова", "Ольге Орловой", "ru")
    assert not declined("Ольга Орлова", "Ольге Орловой", "en")
    assert not declined("Иванов", "Иванова", "ru")
    assert declined("Ростов", "Ростова", "ru", persons=False)
    assert not declined("Ростов", "Ростовка", "ru", persons=False)


def named(*texts: str) -> list[set[str]]:
    found = entities([make_reading(text, lang="en", only=("mentions",)) for text in texts])
    return [{mention.name for mention in one.mentions} for one in found]


def test_a_surname_alone_needs_company() -> None:
    full = "Anna Keller opened the fair in Graz on Monday. Keller thanked Peter Novak."
    near = "In Graz, Mr Novak praised the fair. Mrs Keller had left."
    far = "A chess club in Lima elected a new head. Mrs Keller won."
    assert any({"Anna Keller", "Keller"} <= one for one in named(full, near))
    assert sum("Keller" in one or "Anna Keller" in one for one in named(full.split(". ")[0] + ".", far)) == 2


def test_one_city_under_two_of_its_names() -> None:
    together = named("The minister flew to Turin on Monday.", "The train from Torino was late, the minister said.")
    assert any({"Turin", "Torino"} <= one for one in together)


def test_a_daily_is_no_corporation() -> None:
    found = named("Vanguard Daily reported it on Monday.", "Vanguard Corporation denied it on Monday.")
    assert not any(len(one) > 1 for one in found)


def test_scripts_meet_whatever_the_order_of_the_articles() -> None:
    readings = [
        make_reading("António Costa traveled to Cairo. Gamal Mubarak met him.", lang="en", only=("mentions",)),
        make_reading("В Каир прибыл Антониу Кошта. Гамаль Мубарак молчит.", lang="ru", only=("mentions",)),
        make_reading("Antonio Costa viajó a El Cairo.", lang="es", only=("mentions",)),
    ]
    forward = entities(readings)
    assert forward == entities(readings[::-1]) == entities([readings[1], readings[0], readings[2]])
    assert all(one.why for one in forward if len({mention.source for mention in one.mentions}) > 1)


def test_two_given_names_are_no_slip_inside_one_article() -> None:
    found = named("Marie Delorme met Marine Delorme in Lyon. Marie Delorme left first.")
    assert not any({"Marie Delorme", "Marine Delorme"} <= one for one in found)


@pytest.mark.parametrize("name", ["Gentiloni", "Okonjo"])
def test_a_lone_name_that_is_thanked_is_a_mention(name: str) -> None:
    assert any(name in one for one in named(f"The minister smiled and thanked {name}."))


READ_ALOUD = [
    ("尹錫悦", "ja", "Yoon Suk-yeol", "en", True),
    ("李在明", "ja", "Lee Jae-myung", "en", True),
    ("黒田東彦", "ja", "Haruhiko Kuroda", "en", True),
    ("河野太郎", "ja", "Taro Kono", "en", True),
    ("玉木雄一郎", "ja", "Yūichirō Tamaki", "fr", True),
    ("特鲁多", "zh", "Trudeau", "en", True),
    ("约翰逊", "zh", "Johnson", "en", True),
    ("卢卡申科", "zh", "Lukashenko", "en", True),
    ("佐科维多多", "zh", "Macron", "en", False),
    ("岸田文雄", "ja", "Taro Kono", "en", False),
    ("尹錫悦", "ja", "Lee Jae-myung", "en", False),
    ("默克尔", "zh", "Macron", "en", False),
    ("马克龙", "zh", "Merkel", "en", False),
    ("普京", "zh", "Biden", "en", False),
]


@pytest.mark.parametrize(("name", "code", "latin", "other", "same"), READ_ALOUD)
def test_characters_are_read_as_the_language_reads_them(
    name: str, code: str, latin: str, other: str, same: bool
) -> None:
    score, why = same_name(name, latin, kind="PER", other_kind="PER", languages=(code, other))
    assert (score >= 0.75) is same and why
