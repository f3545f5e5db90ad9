"""One thing over spellings, languages and scripts; two things that only look alike stay two."""

from __future__ import annotations

import random

import pytest

from dragoman.compare.entities import entities
from dragoman.compare.folding import same_person
from dragoman.compare.kinds import SURE
from dragoman.compare.sameness import same_name
from dragoman.records import Entity, Mention, Reading
from tests.conftest import make_reading

SAME = [
    ("Vladimir Putin", "Vladimir Poutine"),
    ("Vladimir Putin", "Владимир Путин"),
    ("Wladimir Putin", "Vladímir Putin"),
    ("Yuri Ushakov", "Youri Ouchakov"),
    ("Sergei Shoigu", "Сергей Шойгу"),
    ("Sergej Schoigu", "Sergueï Choïgou"),
    ("Mikhail Gorbachev", "Michail Gorbatschow"),
    ("Maria Zakharova", "María Zajárova"),
    ("Kim Jong-un", "Kim Jong Un"),
    ("Kim Jong Un", "Ким Чен Ын"),
    ("Xi Jinping", "Си Цзиньпин"),
    ("Xi Jinping", "习近平"),
    ("Jair Bolsonaro", "Жаир Болсонару"),
    ("António Costa Dias", "Антониу Кошта Диаш"),
    ("Anders Rasmussen", "Anders Fogh Rasmussen"),
    ("Orbán Viktor", "Viktor Orban"),
    ("Volodymyr Zelensky", "Wolodymyr Selenskyj"),
    ("Emmanuel Macron", "Emmanuel Macrone"),
]
DIFFERENT = [
    ("Kim Jong-il", "Kim Jong-un"),
    ("Bashar al-Assad", "Hafez al-Assad"),
    ("George W. Bush", "George H. W. Bush"),
    ("Sergei Lavrov", "Sergei Ivanov"),
    ("Barack Obama", "Michelle Obama"),
    ("Andrei Orlov", "Alexei Orlov"),
    ("John Smith", "Anna Smith"),
    ("Ali Khamenei", "Ruhollah Khomeini"),
    ("Paulo Santos", "Паулу Сантушек"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_person_in_two_spellings(a: str, b: str) -> None:
    score, why = same_person(a, b)
    assert score >= 0.8 and why
    assert same_person(b, a)[0] == pytest.approx(score)


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_two_persons_of_like_names(a: str, b: str) -> None:
    score, why = same_person(a, b)
    assert score < 0.8 and why


def read(*texts: tuple[str, str]) -> list[Reading]:
    return [make_reading(text, lang=lang, only=("mentions",)) for lang, text in texts]


def holding(found: tuple[Entity, ...], name: str) -> Entity:
    fitting = [one for one in found if any(mention.name == name for mention in one.mentions)]
    assert len(fitting) == 1, [(one.name, [m.name for m in one.mentions]) for one in fitting]
    return fitting[0]


STORY = (
    ("en", "Russian President Vladimir Putin met Kim Jong Un in Pyongyang. The UN was silent."),
    ("fr", "Vladimir Poutine a rencontré Kim Jong-un à Pyongyang, en Corée du Nord. L'ONU se tait."),
    ("ru", "Президент России Владимир Путин прибыл в КНДР. ООН молчит."),
    ("de", "Wladimir Putin besuchte Nordkorea. Die Vereinten Nationen schwiegen."),
    ("es", "El presidente ruso llegó a Corea del Norte."),
)


def test_one_entity_over_five_languages() -> None:
    found = entities(read(*STORY))
    putin = holding(found, "Vladimir Putin")
    assert {"Vladimir Poutine", "Владимир Путин", "Wladimir Putin", "presidente ruso"} <= {
        mention.name for mention in putin.mentions
    }
    assert putin.kind == "PER" and putin.country == "RU" and putin.why
    assert {"Corée du Nord", "КНДР", "Nordkorea", "Corea del Norte"} <= {
        mention.name for mention in holding(found, "КНДР").mentions
    }
    assert holding(found, "ООН") is holding(found, "ONU") is holding(found, "UN")


def test_what_is_told_apart_stays_apart() -> None:
    found = entities(
        read(
            ("en", "Kim Jong Un spoke on Kim Il Sung Square. His father, Kim Jong Il, died in 2011."),
            ("fr", "Kim Jong-un a parlé sur la place Kim Il-sung."),
        )
    )
    assert holding(found, "Kim Jong Un") is holding(found, "Kim Jong-un")
    assert holding(found, "Kim Jong Il") is not holding(found, "Kim Jong Un")
    square = holding(found, "place Kim Il-sung")
    assert square is holding(found, "Kim Il Sung Square") and square.kind == "FAC"


def test_two_people_of_one_surname_stay_two() -> None:
    found = entities(
        read(
            ("en", "Minister Carla Stern resigned on Friday."),
            ("en", "Minister Peter Stern stayed on Friday."),
            ("en", "Analyst Mark Weiss said Stern was wrong."),
        )
    )
    assert holding(found, "Carla Stern") is not holding(found, "Peter Stern")


def test_the_city_and_the_country_are_two_entities() -> None:
    found = entities(read(("en", "Moscow denied it. Russia is large. He flew to Moscow.")))
    assert holding(found, "Moscow") is not holding(found, "Russia")
    assert {m.metonym_for for m in holding(found, "Moscow").mentions} == {"", "government of RU"}


def test_the_order_of_readings_changes_nothing() -> None:
    readings = read(*STORY)
    expected = entities(readings)
    for seed in range(4):
        shuffled = list(readings)
        random.Random(seed).shuffle(shuffled)
        assert entities(shuffled) == expected


def test_every_mention_lands_in_one_entity() -> None:
    readings = read(*STORY)
    found = entities(readings)
    assert len({one.id for one in found}) == len(found)
    every = [mention for reading in readings for mention in reading.of(Mention)]
    assert sorted(m.id for one in found for m in one.mentions) == sorted(m.id for m in every)


def test_a_name_that_a_parser_calls_a_place_here_and_a_body_there_is_one_thing() -> None:
    found = entities(
        [
            *read(("en", "Officials from Fenwara travelled to Fenwara after the ruling by the Fenwara labour court.")),
            *read(("fr", "Le tribunal de Fenwara doit rendre sa décision. L'organisation Fenwara attend.")),
        ]
    )
    assert len([one for one in found if one.name == "Fenwara"]) == 1


def test_a_dateline_in_capitals_is_not_the_name_shown() -> None:
    found = entities(
        read(("en", "GDANSKO — Ships left the port of Gdansko on Monday."), ("en", "All is calm in Gdansko."))
    )
    assert "GDANSKO" not in {one.name for one in found}


def test_ministries_of_two_states_are_two_entities_over_articles() -> None:
    texts = ("Chile's Foreign Ministry welcomed the vote.", "Peru's Foreign Ministry condemned the vote.")
    found = entities([make_reading(text, lang="en", only=("mentions",)) for text in texts])
    assert len([one for one in found if one.kind == "ORG"]) == 2


def test_a_place_that_only_one_language_tells_is_one_with_its_like_in_another_script() -> None:
    texts = (("en", "Troops left the city of Pokrovsk in May."), ("ru", "В мае войска оставили Покровск и отошли."))
    found = entities([make_reading(text, lang=code, only=("mentions",)) for code, text in texts])
    assert [{language for language, _ in one.names} for one in found] == [{"en", "ru"}]


def test_a_surname_taken_for_a_place_is_the_only_person_who_bears_it() -> None:
    texts = ("NATO and the EU met Jens Stolberg, who leads NATO.", "NATO and the EU agreed, Stolberg told reporters.")
    found = entities([make_reading(text, lang="en", only=("mentions",)) for text in texts])
    assert len([one for one in found if "Stolberg" in one.name]) == 1


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        ((("de", "Belgien schweigt. Auch in Belgien ist Streik."), ("es", "Hay huelga en Bélgica.")), "Belgium"),
        ((("fr", "L'UE se tait."), ("de", "Die EU schweigt.")), "European Union"),
        ((("fr", "L'Otan se tait."),), "NATO"),
        ((("en", "Britain voted. The UK voted."),), "Britain"),
        (
            (("ru", "Мария Захарова выступила. Мария Захарова ушла."), ("fr", "Maria Zakharova a parlé.")),
            "Maria Zakharova",
        ),
    ],
)
def test_a_thing_is_shown_by_its_english_name_in_letters_that_can_be_read(
    texts: tuple[tuple[str, str], ...], name: str
) -> None:
    found = entities([make_reading(text, lang=code, only=("mentions",)) for code, text in texts])
    assert [one.name for one in found if one.kind in ("GPE", "ORG", "PER")] == [name]


def test_a_facility_meets_its_name_where_the_noun_is_no_part_of_it() -> None:
    readings = [
        make_reading("A rocket left the Plesetsk cosmodrome on Monday.", lang="en"),
        make_reading("Une fusée a quitté lundi le cosmodrome de Plessetsk.", lang="fr"),
    ]
    assert sorted({mention.source for one in entities(readings) if one.kind == "FAC" for mention in one.mentions}) == (
        sorted({one.article.source for one in readings})
    )
    assert len([one for one in entities(readings) if one.kind == "FAC"]) == 1


@pytest.mark.parametrize(
    ("name", "code", "other", "same"),
    [
        ("Эммануэлем Макроном", "ru", "Emmanuel Macron", True),
        ("Анны Нетребко", "ru", "Anna Netrebko", True),
        ("Марии Захаровой", "ru", "Maria Zakharova", True),
        ("Donaldem Tuskiem", "pl", "Donald Tusk", True),
        ("Володимиром Зеленським", "uk", "Volodymyr Zelensky", True),
        ("Анна Петрова", "ru", "Anna Petrov", False),
        ("Иваном Петровым", "ru", "Ivana Petrova", False),
        ("Александром Новаком", "ru", "Aleksandra Novak", False),
        ("Дональдом Туском", "ru", "Donald Trump", False),
    ],
)
def test_a_name_in_another_case_is_the_name_of_another_language(name: str, code: str, other: str, same: bool) -> None:
    score, _ = same_name(name, other, kind="PER", languages=(code, "en"))
    assert (score >= SURE) is same
