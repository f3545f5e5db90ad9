"""Gold of agreements, rival figures and quotations: it loads, refuses what does not hold, and its scorers can fail."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.records import STANDINGS
from quality.sets import (
    SETS,
    agreements,
    agreements2,
    agreements3,
    agreements4,
    agreements5,
    agreements6,
    agreements7,
    agreements8,
    quotes_es_ru,
    rival_figures,
)
from quality.sets.agreements import second
from quality.sets.agreements.reports import ACTS, GROUPS
from quality.sets.marking import Misplaced, named, place, read_text


def only(found):
    """The single item of an iterable."""
    (one,) = found
    return one


# -- loading -------------------------------------------------------------------------------------------------


def test_the_sets_are_measured():
    assert {"agreements", "rival_figures", "quotes_es_ru"} <= set(SETS)


def test_gold_loads_whole():
    reports, figures, articles = list(agreements.gold()), list(rival_figures.gold()), list(quotes_es_ru.gold())
    for code in agreements.LANGUAGES:
        assert sum(one.language == code for one in reports) == 12
        assert sum(one.language == code for one in figures) == 8
    for code in quotes_es_ru.LANGUAGES:
        quotes = [q for one in articles if one.language == code for q in one.quotes if q.kind != "name"]
        assert len(quotes) >= 150
        assert 15 <= sum(not quote.speakers for quote in quotes) <= 60
    assert {code: sum(one.language == code for one in agreements2.gold()) for code in agreements.LANGUAGES} == {
        "en": 6, "fr": 5, "de": 5, "es": 5, "ru": 5,
    }  # fmt: skip
    for later in (agreements3, agreements4):
        assert {code: sum(one.language == code for one in later.gold()) for code in agreements.LANGUAGES} == {
            "en": 4, "fr": 3, "de": 3, "es": 3, "ru": 3,
        }  # fmt: skip
    for later in (agreements5, agreements6, agreements7, agreements8):
        assert {code: sum(one.language == code for one in later.gold()) for code in agreements.LANGUAGES} == {
            "en": 4, "fr": 4, "de": 4, "es": 4, "ru": 4,
        }  # fmt: skip
    more = (agreements2, agreements3, agreements4, agreements5, agreements6, agreements7, agreements8)
    pacts = [list(one.gold()) for one in more]
    for group in (reports, figures, articles, *pacts):
        assert len({one.id for one in group}) == len({one.text for one in group}) == len(group)


@pytest.mark.parametrize("words", ["deal", "Deal", "the deal#3", "treaty", "dea"])
def test_words_that_stand_otherwise_are_refused(words):
    with pytest.raises(Misplaced, match="times"):
        place("the deal, or no deal", words, where="t")


def test_numbered_words_are_found():
    assert place("the deal, or no deal", "deal#2", where="t") == (16, 20)


@pytest.mark.parametrize(
    ("name", "forms", "right"),
    [
        ("el ministro Julián Ortuño", ["Ortuño"], True),
        ("Ortuno", ["Ortuño"], True),
        ("Ortuñoz", ["Ortuño"], False),
        ("ministro", ["ministro Ortuño"], False),
        ("адвоката Варшавской", ["Варшавск*"], True),
        ("Варшава", ["Варшавск*"], False),
        ("", ["-"], False),
    ],
)
def test_names_fit_whole_words(name, forms, right):
    assert named(name, forms) is right


# -- agreements ----------------------------------------------------------------------------------------------

PACT = {
    "id": "t",
    "published": "2020-02-03",
    "text": "Peru and Chile signed the Andes Pact on Monday. Peru has not ratified it.\n",
    "agreement": [
        {
            "names": ["Andes Pact"],
            "parties": ["PE=Peru", "CL=Chile"],
            "acts": ["signed | * | happened | 2020-02-03 | signed", "ratified | PE | denied | - | has not ratified it"],
        }
    ],
}
SIGNED = agreements.Told(act="signed", date="2020-02-03")
NOT_RATIFIED = agreements.Told(act="ratified", party="Peru", standing="denied")


def stage(*acts, places=((26, 36),)):
    """The numbers for these acts told of one agreement."""
    told = [agreements.Said(places=places, acts=acts)]
    return agreements.score([(agreements.report(PACT, "en"), told)])


@pytest.mark.parametrize(
    ("acts", "stage_f1", "act_f1", "date_recall"),
    [
        ([SIGNED, NOT_RATIFIED], 1, 1, 1),
        ([replace(SIGNED, party="Peru"), replace(SIGNED, party="x", country="CL"), NOT_RATIFIED], 1, 1, 1),
        ([replace(SIGNED, party="Peru"), NOT_RATIFIED], 0.5, 1, 0),
        ([SIGNED, replace(NOT_RATIFIED, standing="happened")], 0.5, 1, 1),
        ([SIGNED, replace(NOT_RATIFIED, party="Chile")], 0.5, 1, 1),
        ([SIGNED, replace(NOT_RATIFIED, act="approved")], 0.5, 0.5, 1),
        ([replace(SIGNED, date="2020-02-04"), NOT_RATIFIED], 1, 1, 0),
        ([SIGNED, NOT_RATIFIED, agreements.Told(act="in_force")], 0.8, 0.8, 1),
        ([], 0, 0, 0),
    ],
)
def test_stages_are_scored(acts, stage_f1, act_f1, date_recall):
    found = stage(*acts)
    assert (found["stage_f1"], found["act_f1"], found["date_recall"]) == (stage_f1, act_f1, date_recall)


def test_one_told_step_meets_one_step_of_the_gold_and_two_days_are_two_steps():
    twice = {**PACT, "agreement": [{**PACT["agreement"][0], "acts": [PACT["agreement"][0]["acts"][0]] * 2}]}
    told = [agreements.Said(places=((26, 36),), acts=(SIGNED, replace(SIGNED, date="")))]
    found = agreements.score([(agreements.report(twice, "en"), told)])
    assert (found["stage_precision"], found["stage_recall"]) == (1, 0.5)
    found = stage(SIGNED, replace(SIGNED, date="2020-02-04"), NOT_RATIFIED)
    assert (round(found["stage_precision"], 3), found["stage_recall"]) == (0.667, 1)


def test_acts_of_another_agreement_are_wrong():
    found = stage(SIGNED, NOT_RATIFIED, places=((0, 4),))
    assert (found["stage_f1"], found["extra"], found["found_recall"]) == (0, 1, 0)


def test_a_date_that_the_text_does_not_give_is_counted():
    assert stage(SIGNED, replace(NOT_RATIFIED, date="2020"))["dates_invented"] == 1


def test_the_second_reading_uses_the_words_of_the_gold_and_names_what_stands_there():
    read = list(second.readings())
    assert len(read) == 20 and {one.language for one, _ in read} == {"en", "fr", "de", "es", "ru"}
    for report, agreed in read:
        known = {code for one in report.agreed for code in one.parties}
        assert len(agreed) == len(report.agreed), report.id
        for act in (act for one in agreed for act in one.acts):
            assert act.act in ACTS and act.standing in STANDINGS, report.id
            assert not act.party or act.country or act.party in GROUPS | known or act.party in report.text, act
    found = agreements.score(read)
    assert 0.8 < found["stage_f1"] < 1, "two people agree, but not wholly"


@pytest.mark.parametrize("act", ["sealed | * | happened | - | signed", "signed | BO | happened | - | signed"])
def test_gold_with_unknown_acts_or_parties_is_refused(act):
    row = {**PACT, "agreement": [{**PACT["agreement"][0], "acts": [act]}]}
    with pytest.raises(Misplaced, match="unknown"):
        agreements.report(row, "en")


# -- rival figures -------------------------------------------------------------------------------------------

CROWD = {
    "id": "t",
    "published": "2020-02-03",
    "text": "Police counted 300 marchers on Sunday, unions about 5,000. The G7 met.\n",
    "figures": [
        "300 marchers | 300 | marcher* | exactly | Police | 2020-02-02 | counted",
        "5,000 | 5000 | - | about | unions | - or 2020-02-02 | estimated/counted",
    ],
    "traps": ["G7"],
    "other": [],
}
POLICE = rival_figures.Said(
    place=(15, 18), value=(300, None), counted="marcher marchers", claimant="Police", window="2020-02-02"
)
UNIONS = rival_figures.Said(place=(46, 57), value=(5000, None), bound="about", claimant="unions")
TRAP = rival_figures.Said(place=(64, 65), value=(7, None))


@pytest.mark.parametrize(
    ("figures", "full_f1", "value_f1", "traps_hit"),
    [
        ([POLICE, UNIONS], 1, 1, 0),
        ([POLICE, replace(UNIONS, claimant="Police")], 0.5, 1, 0),
        ([POLICE, replace(UNIONS, claimant="")], 0.5, 1, 0),
        ([replace(POLICE, window=""), UNIONS], 0.5, 1, 0),
        ([replace(POLICE, value=(300, 400)), UNIONS], 0.5, 0.5, 0),
        ([POLICE, UNIONS, replace(TRAP, place=(63, 65))], 0.8, 0.8, 1),
        ([], 0, 0, 0),
    ],
)
def test_figures_are_scored(figures, full_f1, value_f1, traps_hit):
    found = rival_figures.score([(rival_figures.report(CROWD, "en"), figures)])
    assert (found["full_f1"], found["value_f1"], found["traps_hit"]) == (full_f1, value_f1, traps_hit)


def test_a_wrong_claimant_is_no_abstention():
    report = rival_figures.report(CROWD, "en")
    wrong, silent = (
        rival_figures.score([(report, [replace(POLICE, claimant=name)])])["wrong_claimant"] for name in ("unions", "")
    )
    assert (wrong, silent) == (1, 0)


def test_digits_that_no_list_explains_are_refused():
    with pytest.raises(Misplaced, match="in no list"):
        rival_figures.report({**CROWD, "traps": []}, "en")


# -- quotations ----------------------------------------------------------------------------------------------

TALK = {
    "id": "t",
    "published": "2020-02-03",
    "speakers": ["ana = Ana Ruiz/Ruiz"],
    "text": "«{d ana#1:No vamos}», dijo Ana Ruiz, «{d ana#2:ni hoy ni nunca}». "
    "El «{s -:pacto}» de «{n:El Faro}» cayó.\n",
}


def quoted(*words, kind="direct", speakers=()):
    """A predicted quotation of these words."""
    text = quotes_es_ru.article(TALK, "es").text
    return quotes_es_ru.Said(places=tuple(place(text, one, where="t") for one in words), kind=kind, speakers=speakers)


SPLIT = quoted("No vamos", "ni hoy ni nunca", speakers=("Ruiz",))
SCARE = quoted("pacto", kind="scare")


def test_marking_becomes_quotations():
    article = quotes_es_ru.article(TALK, "es")
    assert article.text == "«No vamos», dijo Ana Ruiz, «ni hoy ni nunca». El «pacto» de «El Faro» cayó.\n"
    assert [[article.text[a:b] for a, b in one.places] for one in article.quotes] == [
        ["No vamos", "ni hoy ni nunca"],
        ["pacto"],
        ["El Faro"],
    ]
    assert [one.kind for one in article.quotes] == ["direct", "scare", "name"]


@pytest.mark.parametrize(
    ("quotes", "recall", "wrong", "abstained", "kinds", "content"),
    [
        ([SPLIT, SCARE], 1, 0, 0, 1, 1),
        ([replace(SPLIT, speakers=("Faro",)), SCARE], 0, 1, 0, 1, 1),
        ([replace(SPLIT, speakers=("Ruiz", "Faro")), SCARE], 0, 1, 0, 1, 1),
        ([replace(SPLIT, speakers=()), SCARE], 0, 0, 1, 1, 1),
        ([SPLIT, replace(SCARE, speakers=("Ruiz",))], 1, 1, 0, 1, 1),
        ([SPLIT, replace(SCARE, kind="partial")], 1, 0, 0, 0.5, 1),
        ([SPLIT, SCARE, quoted("El Faro", kind="scare")], 1, 0, 0, 1, 1),
        ([SPLIT, SCARE, quoted("El Faro", kind="scare", speakers=("Ruiz",))], 1, 1, 0, 1, 1),
        ([SPLIT, SCARE, quoted("cayó", speakers=("Ruiz",))], 1, 0, 0, 1, 0.8),
        ([quoted("vamos")], 0, 0, 0, 0, 0),
    ],
)
def test_quotations_are_scored(quotes, recall, wrong, abstained, kinds, content):
    found = quotes_es_ru.score([(quotes_es_ru.article(TALK, "es"), quotes)])
    assert (found["speaker_recall"], found["wrong_named"], found["abstained"]) == (recall, wrong, abstained)
    assert (found["kind_accuracy"], found["content_f1"]) == (kinds, content)


@pytest.mark.parametrize(
    "text",
    [
        "«{d eva:No}», dijo Ruiz.",  # a speaker that is not listed
        "«{d ana:No», dijo Ruiz.",  # a brace that stays open
        "«{d ana#2:No}», dijo Ruiz.",  # a second half without a first
        "«{s ana:No}», dijo Ruiz.",  # scare quotes are nobody's
        "«No», dijo Ruiz.",  # a mark that nothing explains
        "«{d ana:No}», dijo ella.",  # no form of the speaker in the text
    ],
)
def test_marking_that_does_not_hold_is_refused(text):
    with pytest.raises(Misplaced):
        quotes_es_ru.article({**TALK, "text": text}, "es")


@pytest.mark.parametrize("module", [agreements, rival_figures, quotes_es_ru])
def test_the_product_is_read_into_the_shape_that_is_scored(module):
    text = "Police said 300 people died. “Chile and Peru signed the Andes Pact on Monday”, said Ana Ruiz.\n"
    made = (module.told if module is agreements else module.said)(read_text("t", text, "2020-02-03"))
    assert all(
        0 <= start < end <= len(text) for one in made for start, end in getattr(one, "places", ()) or (one.place,)
    )
    assert made
