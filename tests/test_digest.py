"""The head of a story without an agreement, the events no line tells, words in marks of nobody. Texts are ours."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from dragoman import build
from dragoman.records import Act, When
from dragoman.report.labels import Labels
from dragoman.report.markdown import markdown
from dragoman.report.masthead import _best, _by_day
from dragoman.report.messages import messages
from dragoman.report.page import page
from dragoman.report.wording import act_clause
from dragoman.spans import Span

TEXTS = {
    "1.txt": "An earthquake struck Valdoria on Monday, 3 March 2025, killing 120 people.\n\n"
    "“We will rebuild every street,” said Mayor Ana Rivas. Rescuers had met for an exercise in the days before.\n"
    "The “house of cards” on the quay collapsed.\n",
    "2.txt": "Un séisme a frappé la Valdorie lundi 3 mars 2025 et a fait 120 morts.\n\n"
    "« Nous reconstruirons chaque rue », a déclaré la maire Ana Rivas.\n",
    "3.txt": "President Luis Otero declared three days of mourning on Tuesday, 4 March 2025. "
    "An earthquake struck Valdoria on 3 March 2025; 130 people were killed, a radio station had said at first.\n",
}


@pytest.fixture(scope="module")
def dossier(tmp_path_factory):
    folder: Path = tmp_path_factory.mktemp("quake")
    for name, words in TEXTS.items():
        folder.joinpath(name).write_text(words, encoding="utf-8")
    return build([folder]).story


def head(text: str) -> str:
    part = text[text.index("<p class=status>") : text.index("<dl class=counts>")]
    return " ".join(re.sub(r"<[^>]+>", " ", part).split())


def test_the_head_tells_what_most_articles_tell_and_the_latest(dossier):
    told = head(page(dossier, Labels(dossier)))
    assert "No agreement" not in told
    assert "3 Mar 2025:" in told and "articles)" in told
    assert "4 Mar 2025: Luis Otero declares mourning (one article)" in told
    assert told.index("3 Mar") < told.index("4 Mar")


def test_a_toll_needs_two_articles(dossier):
    told = head(page(dossier, Labels(dossier)))
    assert "120 dead (2 articles)" in told
    assert "130" not in told


def test_the_head_is_written_in_french_too(dossier):
    told = head(page(dossier, Labels(dossier, "fr")))
    assert "120 morts (2 articles)" in told and "3 mars 2025 :" in told


def test_every_sentence_of_the_head_leads_to_its_lines(dossier):
    text = page(dossier, Labels(dossier))
    part = text[text.index("<p class=status>") : text.index("<dl class=counts>")]
    links = re.findall(r"<a href=#(\w+)>", part)
    assert links and all(f"<a id={one}>" in text for one in links)


def test_events_without_a_line_stand_in_the_articles_words(dossier):
    for text in (page(dossier, Labels(dossier)), markdown(dossier, Labels(dossier))):
        assert "told without who did what to whom" in text
        after = text[text.index("told without who did what to whom") :]
        assert "Rescuers had met for an exercise" in after[:900]


def test_words_in_marks_that_nobody_says_come_last(dossier):
    text = page(dossier, Labels(dossier))
    said = text[text.index("<section id=said") : text.index("<section id=figures")]
    assert said.index("We will rebuild") < said.index("without a speaker found") < said.index("house of cards")
    lines = markdown(dossier, Labels(dossier))
    assert lines.index("We will rebuild") < lines.index("house of cards")


def test_what_is_told_of_no_party_and_no_day_does_not_hide_a_dated_step():
    day = When(earliest=date(2025, 3, 4), latest=date(2025, 3, 4), precision="day")
    span = (Span("s", 0, 5),)
    both = ("A1.1", [Act(act="approved", standing="happened", spans=span)])
    one = ("A1.2", [Act(act="approved", party="Valdoria", when=day, standing="happened", spans=span)])
    assert _best([both, one]) == [one]
    assert _best([both]) == [both]


QUAKE = {
    "1.txt": "Lima, 3 March 2025\n\nAn earthquake struck Valdoria on Monday, 3 March 2025. "
    "At least 120 people were killed in the earthquake, the rescue service said.\n",
    "2.txt": "Lima, 5 March 2025\n\nThe earthquake in Valdoria on 3 March 2025 killed at least 310 people, "
    "the rescue service said on Wednesday, 5 March 2025.\n",
    "3.txt": "Lima, 7 March 2025\n\nThe earthquake in Valdoria on 3 March 2025 killed at least 540 people, "
    "the rescue service said on Friday, 7 March 2025.\n",
}


def test_a_count_that_grew_is_told_from_article_to_article(tmp_path):
    for name, words in QUAKE.items():
        tmp_path.joinpath(name).write_text(words, encoding="utf-8")
    story = build([tmp_path]).story
    assert [one.rule for one in story.findings if one.kind == "update"] == ["toll"]
    told = head(page(story, Labels(story)))
    assert (
        "grew from article to article: at least 120 dead (D0), at least 310 dead (D1), at least 540 dead (D2)" in told
    )


FLOOD = {
    "1.txt": "Lima, 3 March 2025\n\nFloods in Valdoria have killed 51 people, mayors said on Monday.\n",
    "2.txt": "Quito, 4 mars 2025\n\nLes inondations ont fait au moins 96 morts en Valdorie, dont 12 morts à Brell.\n",
    "3.txt": "The floods in Valdoria killed 229 people, a judge said.\n",
}


def test_where_no_two_articles_agree_the_highest_count_of_each_is_told(tmp_path):
    for name, words in FLOOD.items():
        tmp_path.joinpath(name).write_text(words, encoding="utf-8")
    story = build([tmp_path]).story
    assert not [one for one in story.findings if one.rule == "toll"]
    told = head(page(story, Labels(story)))
    assert "highest count of each article: 51 dead (D0), at least 96 dead (D1), 229 dead (D2)" in told


TALKS = {
    "3.txt": "3 March 2025\n\nAn earthquake struck Valdoria on Monday, 3 March 2025. A deal had been negotiated.\n",
    "4.txt": "4 March 2025\n\nAn earthquake struck Valdoria on Monday, 3 March 2025.\n",
    "5.txt": "5 March 2025\n\nAn earthquake struck Valdoria on Monday, 3 March 2025.\n",
}


def test_an_agreement_of_no_party_leads_no_story_of_an_event(tmp_path):
    for name, words in TALKS.items():
        tmp_path.joinpath(name).write_text(words, encoding="utf-8")
    story = build([tmp_path]).story
    assert [one.main and not one.parties for one in story.agreements] == [True]
    told = head(page(story, Labels(story)))
    assert "– Valdoria (3 articles)" in told and "negotiated" not in told


def test_steps_of_the_head_follow_their_days():
    def step(act: str, day: int) -> tuple[str, list[Act]]:
        first = date(2025, 1, 1) if day < 0 else date(2025, 3, day or 1)
        last = date(2025, 12, 31) if day < 0 else first
        when = When(earliest=first, latest=last, precision="year" if day < 0 else "day") if day else None
        return act, [Act(spans=(Span("s", 0, 1),), act=act, when=when)]

    agreed = [step("agreed", 6), step("signed", -1)]  # "in 2025" is no earlier than the 6 March before it
    assert [name for name, _ in _by_day(agreed)] == ["agreed", "signed"]

    steps = [step("signed", 1), step("approved", 9), step("in_force", 4), step("extended", 0)]
    assert [name for name, _ in _by_day(steps)] == ["signed", "in_force", "extended", "approved"]


@pytest.mark.parametrize(
    ("name", "told"),
    [("Russie", "la Russie"), ("Japon", "le Japon"), ("États-Unis", "les États-Unis"), ("Cuba", "Cuba")],
)
def test_a_french_sentence_gives_a_country_its_article(dossier, name, told):
    assert Labels(dossier, "fr").party(name) == told


@pytest.mark.parametrize("name", ["Russia", "the Netherlands", "the Philippines", "the European Union", "Cuba"])
def test_an_english_sentence_gives_some_names_their_article(dossier, name):
    assert Labels(dossier, "en").party(name.removeprefix("the ")) == name


@pytest.mark.parametrize(
    ("language", "act", "party", "told"),
    [
        ("fr", "signed", "les Pays-Bas", "les Pays-Bas l’ont signé"),
        ("fr", "withdrawn", "les Philippines", "les Philippines ont quitté l’accord"),
        ("fr", "instruments_exchanged", "les États-Unis", "les États-Unis ont échangé les instruments de ratification"),
        ("fr", "in_force", "les Maldives", "l’accord est entré en vigueur pour les Maldives"),
        ("fr", "signed", "le Japon", "le Japon l’a signé"),
        ("en", "signed", "the Netherlands", "the Netherlands signed it"),
    ],
)
def test_the_verb_agrees_with_a_country_whose_name_is_a_plural(language, act, party, told):
    assert act_clause(act, party, done=True, say=messages(language)) == told
