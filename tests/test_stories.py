"""Which articles are one story: across languages, in any order, by passage, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.compare.linkage import attached, bridged, linked
from dragoman.compare.nearness import similarity
from dragoman.compare.profiles import Profile, profiles
from dragoman.compare.roundups import passages
from dragoman.compare.stories import Grouping, group, slugs
from dragoman.compare.territories import caseless, states
from dragoman.models import encoder
from dragoman.read import sift
from dragoman.read.sources import gather
from dragoman.records import Article
from dragoman.settings import Settings
from tests.conftest import make_article

EXAMPLES = Path(__file__).parents[1] / "examples"

FERRY = {
    "en": "Ferry sinks off Sulawesi\n\nAt least 31 people drowned when the ferry Cahaya Bahari sank off Sulawesi on "
    "Monday, the Indonesian rescue agency said. The ship left Kendari with 94 passengers, Basarnas chief "
    "Budi Santoso said.",
    "fr": "Un ferry coule au large de Sulawesi\n\nAu moins 31 personnes se sont noyées lundi quand le ferry Cahaya "
    "Bahari a coulé au large de Sulawesi, dit l'agence de secours indonésienne Basarnas. Le navire avait "
    "quitté Kendari.",
    "es": "Se hunde un ferri frente a Célebes\n\nAl menos 31 personas murieron ahogadas el lunes al hundirse el "
    "ferri Cahaya Bahari, que había zarpado de Kendari con 94 pasajeros, informó la agencia indonesia Basarnas.",
    "cs": "U Sulawesi se potopil trajekt\n\nAsi 31 lidí se utopilo, když se v pondělí u Sulawesi potopil "
    "trajekt Cahaya Bahari. Loď vyplula z přístavu Kendari s 94 cestujícími, uvedl šéf Basarnas Budi Santoso.",
}
BUDGET = {
    "en": "Lisbon passes its budget\n\nPortugal's parliament adopted the 2027 budget on Thursday after "
    "Socialist deputies abstained. Finance minister Joaquim Sarmento promised a surplus of 0.3 percent.",
    "de": "Lissabon verabschiedet den Haushalt\n\nDas portugiesische Parlament hat am Donnerstag den Haushalt 2027 "
    "angenommen, die Sozialisten enthielten sich. Finanzminister Joaquim Sarmento verspricht einen Überschuss.",
}
ROUNDUP = (
    "The world in three minutes\n\n"
    "Ferry disaster\n\nThe ferry Cahaya Bahari sank off Sulawesi on Monday and at least 31 people drowned, the "
    "Indonesian rescue agency Basarnas said. It had left Kendari with 94 passengers, said its chief Budi Santoso.\n\n"
    "Budget in Lisbon\n\nPortugal's parliament adopted the 2027 budget on Thursday; Socialist deputies abstained. "
    "Finance minister Joaquim Sarmento promised a surplus of 0.3 percent, the parliament in Lisbon was told.\n\n"
    "A crow goes home\n\nZookeepers in Wellington caught an escaped crow named Merlin on a school roof. The bird "
    "had spent eleven days in gardens of the suburb Karori, eating cat food, and seemed in fine fettle.\n"
)


def article(name: str, text: str, language: str) -> Article:
    made = make_article(text, language)
    return replace(made, name=name)


@cache
def pile() -> tuple[Article, ...]:
    """All articles of both examples."""
    found = gather([EXAMPLES / "treaty-2024", EXAMPLES / "grain-2022"], settings=Settings())
    return tuple(sift(source) for source in found.sources)


def names(articles: Sequence[Article]) -> list[list[str]]:
    return [sorted({one.name for one in found.members}) for found in group(articles, encoder=encoder())]


def test_two_stories_in_six_languages() -> None:
    ferry = [article(f"ferry-{code}", text, code) for code, text in FERRY.items()]
    budget = [article(f"budget-{code}", text, code) for code, text in BUDGET.items()]
    assert names([*budget, *ferry]) == [
        ["ferry-cs", "ferry-en", "ferry-es", "ferry-fr"],
        ["budget-de", "budget-en"],
    ]


WIRES = [
    ("zh", "印度尼西亚渡轮沉没31人遇难",
     "印度尼西亚救援机构说,一艘渡轮4日在苏拉威西岛附近海域沉没,"
     "已造成31人死亡。船上有94名乘客。"),
    ("ja", "インドネシアでフェリー沈没、31人死亡",
     "インドネシアのスラウェシ島沖で月曜日、乗客94人を乗せたフェリーが沈没し、"
     "31人が死亡した。救助当局が発表した。"),
    ("ko", "인도네시아 여객선 침몰 31명 사망",
     "인도네시아 술라웨시섬 앞바다에서 월요일 승객 94명을 태운 여객선이 침몰해 "
     "31명이 숨졌다고 구조 당국이 밝혔다."),
    ("ar", "غرق عبارة في إندونيسيا ومقتل 31 شخصا",
     "غرقت عبارة تقل 94 راكبا قبالة جزيرة سولاويزي في إندونيسيا يوم الاثنين، "
     "وقتل 31 شخصا، وفق وكالة الإنقاذ."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "head", "text"), WIRES, ids=[code for code, *_ in WIRES])
def test_a_short_wire_in_a_script_without_capitals_meets_its_story(code: str, head: str, text: str) -> None:
    ferry = [article(f"ferry-{one}", words, one) for one, words in FERRY.items()]
    told = names([*pile(), *ferry, article("wire", f"{head}\n\n{text}", code)])
    home = next(one for one in told if "wire" in one)
    assert "ferry-en" in home, home


def test_states_are_known_without_capitals() -> None:
    assert [name for _, name in states("缅甸地震后,中国宣布援助。", "zh")] == ["Myanmar (Burma)", "China"]
    assert [name for _, name in states("الأزمة المالية في مصر", "ar")] == ["Egypt"]
    assert not caseless("Землетрясение в Мьянме")
    assert caseless("미얀마 지진")


@pytest.mark.parametrize("folder", ["treaty-2024", "grain-2022"])
def test_a_folder_about_one_story_stays_whole(folder: str) -> None:
    found = gather([EXAMPLES / folder], settings=Settings())
    assert len(group([sift(source) for source in found.sources], encoder=encoder())) == 1


def test_every_assignment_says_why() -> None:
    found = group([article(f"ferry-{code}", text, code) for code, text in FERRY.items()], encoder=encoder())
    reasons = {one.name: one.why for one in found[0].members}
    assert "Bahari" in reasons["ferry-fr"] and any(
        "alike in meaning" in one or "same in meaning" in one for one in reasons.values()
    )
    assert "Bahari" in reasons["ferry-cs"] and "meaning" not in reasons["ferry-cs"]  # no vectors for Czech


@pytest.mark.parametrize(("language", "shared", "backed"), [("de", 5, True), ("de", 2, False), ("en", 5, False)])
def test_names_hold_a_long_story_together_across_languages(language: str, shared: int, backed: bool) -> None:
    def told(code: str, day: int, own: str) -> Profile:
        both = {f"@name{at}": 1.5 for at in range(shared)}
        names = {**both, **{f"@{own}{at}": 1.5 for at in range(12 - shared)}}
        return Profile(id=own, source=own, name=own, language=code, day=day, lead="", words={}, names=names, shown={})

    pair = [profiles([told("en", 1000, "signing"), told(language, day, "vote")], None) for day in (1000, 1200)]
    same_day, months_later = (float(similarity(one, one)[0, 1]) for one in pair)
    assert (months_later == same_day) is backed
    assert months_later <= same_day


def test_a_round_up_belongs_to_each_story_by_passage() -> None:
    ferry = [article(f"ferry-{code}", FERRY[code], code) for code in ("en", "fr")]
    budget = [article(f"budget-{code}", BUDGET[code], code) for code in ("en", "de")]
    found = group([*ferry, *budget, article("roundup", ROUNDUP, "en")], encoder=encoder())
    passages_of = {
        one.title: [
            ROUNDUP[member.passage.start :].split("\n")[0]
            for member in one.members
            if member.name == "roundup" and member.passage
        ]
        for one in found
    }
    assert sorted(one for found in passages_of.values() for one in found) == ["Budget in Lisbon", "Ferry disaster"]
    assert len(found) == 2


def test_a_long_report_with_headings_is_no_round_up() -> None:
    assert all(not passages(one) for one in pile())


def test_nothing_readable_is_like_nothing() -> None:
    stub = [article(f"stub-{n}", f"Media playback is not supported on device {n}", "en") for n in range(3)]
    assert len(group(stub, encoder=encoder())) == 3


@settings(max_examples=4, deadline=None)
@given(st.permutations(range(19)), st.integers(1, 18))
def test_adding_in_any_order_is_a_full_run(order: list[int], cut: int) -> None:
    articles = [pile()[at] for at in order]
    grown = Grouping().add(articles[:cut], encoder=encoder())
    for one in articles[cut:]:
        grown = grown.add([one], encoder=encoder())
    assert grown.groups() == group(pile(), encoder=encoder())


def test_slugs_are_names_of_folders_and_unlike() -> None:
    both = [
        article("a", FERRY["fr"], "fr"),
        article("b", BUDGET["en"].replace("Lisbon passes its budget", "Été !"), "en"),
    ]
    found = group(both, encoder=encoder())
    assert sorted(slugs(found).values()) == ["ete", "un-ferry-coule-au-large-de-sulawesi"]


def test_average_linkage_by_hand() -> None:
    alike = np.array([[1, 0.9, 0.5, 0.0], [0.9, 1, 0.1, 0.0], [0.5, 0.1, 1, 0.2], [0.0, 0.0, 0.2, 1]])
    assert linked(alike, 0.31) == [0, 0, 2, 3]  # 2 is .5 like 0 but .1 like 1: .3 on average
    assert linked(alike, 0.29) == [0, 0, 0, 3]
    assert attached(alike, [0, 0, 2, 3], 0.3) == [0, 0, 0, 3]


def test_an_article_without_a_day_joins_two_groups_that_are_nearly_one() -> None:
    alike = np.array(  # 0 and 1 are of January, 3 and 4 of July, 2 has no day and is like all
        [
            [1.0, 0.6, 0.5, 0.1, 0.1],
            [0.6, 1.0, 0.5, 0.1, 0.1],
            [0.5, 0.5, 1.0, 0.6, 0.6],
            [0.1, 0.1, 0.6, 1.0, 0.6],
            [0.1, 0.1, 0.6, 0.6, 1.0],
        ]
    )
    apart = [0, 0, 2, 2, 2]
    assert bridged(alike, apart, 0.24, {2}) == [0, 0, 0, 0, 0]
    assert bridged(alike, apart, 0.24, set()) == apart  # all have a day: what lies between the days stands
    assert bridged(alike, apart, 0.3, {2}) == apart  # (.5 + .5 + .1 * 4) / 6 is too far from .3
    assert bridged(alike, [0, 0, 2, 3, 3], 0.24, {2}) == [0, 0, 2, 3, 3]  # a lone article is no group


def test_two_texts_that_share_only_the_year_are_two_stories() -> None:
    """A strike in Seoul and a rate of interest in Peking name nothing beside the year in Latin letters."""
    rates = (
        "中国人民银行下调贷款利率\n\n北京2024年10月21日电 中国人民银行周一宣布，"
        "将一年期贷款市场报价利率下调25个基点至3.1%，五年期利率降至3.6%。行长潘功胜表示，此举旨在支持经济增长。"
    )
    strike = (
        "지하철 노조 파업 돌입\n\n서울, 2024년 12월 5일 - 서울 지하철 노조가 임금 인상을 요구하며 오늘부터 파업에 "
        "들어갔다고 밝혔다. 서울시는 비상 수송 대책을 시행한다."
    )
    two = [article("rates", rates, "zh"), article("strike", strike, "ko")]
    groups = group([replace(one, published=None) for one in two], encoder=encoder())
    assert [len(one.members) for one in groups] == [1, 1]
