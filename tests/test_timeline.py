"""Reports → happenings: what is one event, what stays apart, what stays undated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from dragoman.compare.agreements import agreements
from dragoman.compare.entities import entities
from dragoman.compare.timeline import timeline
from dragoman.records import Event, Happening, Reading, When

JOINED_YEARS = "Le Kenya et l'Ouganda ont signé des traités en 1961, 2000 et 2001."
R = Callable[..., Reading]
BESIDE = {
    "en": "The news drew wide interest in the region this week, observers noted.",
    "fr": "L'affaire suscite un vif intérêt dans la région cette semaine, notent les observateurs.",
}


def article(r: R, lang: str, line: str, on: str) -> Reading:
    """The line as a paragraph between two others."""
    return r(f"{BESIDE[lang]}\n\n{line}\n\n{BESIDE[lang]}", lang=lang, on=on)


def happenings(readings: list[Reading], type: str) -> list[Happening]:
    """The happenings of one type over the articles."""
    who = entities(readings)
    return [one for one in timeline(readings, who, agreements(readings, who)) if one.type == type]


def test_two_languages_report_one_event(r: R) -> None:
    readings = [
        article(r, "en", "Poland expelled two Russian diplomats on Monday.", on="2025-03-11"),
        article(r, "fr", "La Pologne a expulsé lundi deux diplomates russes.", on="2025-03-11"),
    ]
    found = happenings(readings, "expel")
    assert [(one.when.value if one.when else None, len(one.reports)) for one in found] == [("2025-03-10", 2)]


def test_a_plan_and_its_outcome_are_one_event(r: R) -> None:
    readings = [
        article(r, "en", "Kenya and Uganda will sign a water treaty on May 9, 2025.", on="2025-05-01"),
        article(r, "en", "Kenya and Uganda signed a water treaty on May 9, 2025.", on="2025-05-10"),
    ]
    found = happenings(readings, "sign")
    assert [(one.standing, len(one.reports)) for one in found] == [("happened", 2)]
    assert "planned in 1" in found[0].why


def test_the_most_precise_date_is_kept(r: R) -> None:
    readings = [
        article(r, "en", "Kenya ratified the water treaty with Uganda in May 2025.", on="2025-06-10"),
        article(r, "en", "Kenya ratified the water treaty with Uganda on May 9, 2025.", on="2025-06-10"),
    ]
    assert [one.when.value for one in happenings(readings, "ratify") if one.when] == ["2025-05-09"]


def test_other_days_and_other_people_stay_apart(r: R) -> None:
    readings = [
        article(r, "en", "Poland expelled two Russian diplomats on March 3, 2025.", on="2025-03-11"),
        article(r, "en", "Poland expelled a Belarusian diplomat on March 7, 2025.", on="2025-03-11"),
        article(r, "en", "Kenya expelled a diplomat on March 7, 2025.", on="2025-03-11"),
    ]
    assert len(happenings(readings, "expel")) == 3


def test_what_has_no_date_stands_at_the_end_undated(r: R) -> None:
    readings = [
        article(r, "en", "Kenya expelled a diplomat.", on="2025-03-11"),
        article(r, "en", "Poland expelled two Russian diplomats on March 3, 2025.", on="2025-03-11"),
    ]
    assert [one.when.value if one.when else None for one in happenings(readings, "expel")] == ["2025-03-03", None]


def test_the_order_of_articles_does_not_matter(r: R) -> None:
    readings = [
        article(r, "en", "Poland expelled two Russian diplomats on Monday.", on="2025-03-11"),
        article(
            r, "fr", "La Pologne a expulsé lundi deux diplomates russes. Le Kenya a ratifié le traité.", on="2025-03-11"
        ),
        article(r, "en", "Kenya will ratify the treaty in May.", on="2025-03-12"),
    ]
    who = entities(readings)
    other = entities(readings[::-1])
    assert timeline(readings, who, ()) == timeline(readings[::-1], other, ())


def test_years_do_not_meet_through_a_report_without_one(r: R) -> None:
    readings = [
        article(r, "en", "Kenya and Uganda signed a truce in November 2023.", on="2025-03-11"),
        article(r, "en", "Kenya and Uganda signed a truce.", on="2025-03-11"),
        article(r, "en", "Kenya and Uganda signed a truce on March 3, 2025.", on="2025-03-11"),
    ]
    assert {one.when.value for one in happenings(readings, "sign") if one.when} == {"2023-11", "2025-03-03"}


def test_an_undated_report_is_about_the_news_not_about_an_older_visit(r: R) -> None:
    readings = [
        article(r, "en", "In September 2023, Yoweri Museveni visited Nairobi to meet William Ruto.", on="2025-03-11"),
        article(r, "en", "Yoweri Museveni travelled to Kigali, where he was received with songs.", on="2025-03-11"),
    ]
    old = [one for one in happenings(readings, "visit") if one.when and one.when.value == "2023-09"]
    assert [len(one.reports) for one in old] == [1]


def test_an_entry_says_who_is_silent_and_how_it_changed(r: R) -> None:
    readings = [
        article(r, "en", "Kenya and Uganda will sign a water treaty on May 9, 2025.", on="2025-05-01"),
        article(r, "en", "Kenya and Uganda signed a water treaty on May 9, 2025.", on="2025-05-10"),
        article(r, "en", "Traders in Nairobi said on Friday that the price of maize had fallen.", on="2025-05-11"),
    ]
    (found,) = happenings(readings, "sign")
    assert [(day, standing) for day, standing, _ in found.changes] == [
        ("2025-05-01", "planned"),
        ("2025-05-10", "happened"),
    ]
    assert found.silent == (readings[2].article.source,)
    assert found.support is not None and found.support.undetermined == 1


def test_each_chamber_votes_for_itself(r: R) -> None:
    readings = [
        article(r, "en", "Kenya ratified the water treaty with Uganda on Thursday.", on="2025-05-09"),
        article(r, "en", "Uganda ratified the water treaty with Kenya, officials said.", on="2025-05-09"),
    ]
    assert [len(one.reports) for one in happenings(readings, "ratify")] == [1, 1]


#: (type, articles (language, day, line), how many reports each event has)
JOINED = [
    # who gives and who is given to are not turned round
    (
        "transfer_arms",
        [
            ("en", "2025-05-09", "Kenya delivered rockets to Uganda, officials said."),
            ("en", "2025-05-09", "Uganda delivered rockets to Kenya, officials said."),
        ],
        [1, 1],
    ),
    # an accusation is made by the same accusers, in the same days
    (
        "accuse",
        [
            ("en", "2025-05-09", "Kenya accused Uganda in March of arming rebels."),
            ("fr", "2025-12-04", "L'Ouganda est accusé par le Kenya et la Tanzanie d'avoir envoyé des soldats."),
        ],
        [1, 1],
    ),
    # two days of a list are two events
    ("sign", [("en", "2025-05-09", "Kenya and Uganda signed border treaties in 1961, 2000 and 2001.")], [1, 1, 1]),
    # another person is appointed
    (
        "appoint",
        [
            ("en", "2025-05-09", "President William Ruto appointed Alice Wahome as interior minister."),
            ("en", "2025-05-09", "President William Ruto appointed Kithure Kindiki as prime minister."),
        ],
        [1, 1],
    ),
    # each house of a parliament votes for itself
    (
        "approve",
        [
            ("en", "2025-05-09", "The National Assembly approved the water treaty with Uganda on May 6."),
            ("en", "2025-05-09", "The Senate approved the water treaty with Uganda on May 8."),
        ],
        [1, 1],
    ),
    # a strike of a day is one strike, in whatever words its people are told
    (
        "strike",
        [
            ("en", "2025-05-09", "About 33,000 workers walked out on May 5."),
            ("fr", "2025-05-09", "Quelque 33 000 salariés ont cessé le travail le 5 mai."),
        ],
        [2],
    ),
    # two quakes of a day are two
    (
        "disaster",
        [
            ("en", "2025-05-09", "The first earthquake struck at dawn on May 5."),
            ("en", "2025-05-09", "The second earthquake struck at noon on May 5."),
        ],
        [1, 1],
    ),
    # where it is signed is no party: one article gives the place, another the second party
    (
        "sign",
        [
            ("en", "2025-05-09", "On May 8 leaders of Kenya and Uganda signed a water treaty in Switzerland."),
            ("fr", "2025-05-09", "Le 8 mai, le Kenya et l'Ouganda ont signé un traité sur l'eau."),
        ],
        [2],
    ),
    # places on one journey
    (
        "visit",
        [
            ("en", "2025-05-09", "President William Ruto visited Kampala on May 8."),
            ("en", "2025-05-09", "President William Ruto visited Kigali on May 8."),
        ],
        [1, 1],
    ),
]


@pytest.mark.parametrize("type, lines, wanted", JOINED)
def test_what_is_one_event(r: R, type: str, lines: list[tuple[str, str, str]], wanted: list[int]) -> None:
    readings = [article(r, lang, line, on=on) for lang, on, line in lines]
    assert [len(one.reports) for one in happenings(readings, type)] == wanted


def test_a_list_of_years_is_one_event_a_year(r: R) -> None:
    found = happenings([article(r, "fr", JOINED_YEARS, on="2025-05-09")], "sign")
    assert [one.when.value for one in found if one.when] == ["1961", "2000", "2001"]
    assert len({one.id for one in found}) == 3


def test_a_plan_does_not_date_what_came_of_it(r: R) -> None:
    readings = [
        article(r, "en", "Kenya and Uganda will sign a water treaty on May 9, 2025.", on="2025-05-01"),
        article(r, "en", "Kenya and Uganda signed a water treaty on May 10, 2025.", on="2025-05-11"),
    ]
    assert "2025-05-10" in [one.when.value for one in happenings(readings, "sign") if one.when]


def test_what_is_still_to_come_is_not_dated_by_a_day_long_past(r: R) -> None:
    line = "Kenya will extend the water deal with Uganda."
    reading = article(r, "en", line, on="2025-05-01")
    (event,) = [one for one in reading.of(Event) if one.type == "extend"]
    past = When(earliest=date(2023, 9, 1), latest=date(2023, 9, 30), precision="month")
    reading = replace(reading, facts=(*(one for one in reading.facts if one != event), replace(event, when=past)))
    assert [one.when for one in happenings([reading], "extend")] == [None]


def test_an_event_names_the_agreement_it_is_a_step_of(r: R) -> None:
    readings = [article(r, "en", "Kenya and Uganda signed a water treaty on May 9, 2025.", on="2025-05-10")]
    deals = agreements(readings, entities(readings))
    assert [one.agreement for one in happenings(readings, "sign")] == [deals[0].id]
