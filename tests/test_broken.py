"""Damage: what is certain is mended, the rest is reported with its place; and cleaning twice changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.read import sift
from dragoman.read.clean import clean
from dragoman.read.markup import read_markup
from dragoman.records import Source
from dragoman.spans import Text

#: (text, reported words, what) – None for what must not be reported
REPORTED = [
    (
        "“We wait, said the mayor of the town, and nobody in the hall answered him.",
        "“",
        "a quotation mark without a partner",
    ),
    (
        'The mayor said "we wait and nobody in the hall answered him at all that evening.',
        '"',
        "a quotation mark without a partner",
    ),
    (
        "Die Bürgermeisterin sagte: „Wir warten, und im Saal antwortete an diesem Abend niemand.",
        "„",
        "a quotation mark without a partner",
    ),
    (
        "“We wait, said the mayor. “The vote is near.”\n\nShe said “yes” and sat.\n\nNobody spoke” after.",
        "“",
        "a quotation mark without a partner",
    ),
    ("The Universit\ufffd of the north opened its doors on Monday to all who came.", "\ufffd", "characters lost"),
    ("The acccord was signed on Monday in the old town hall by both of them.", "acccord", "a letter too many"),
    ("The comment stood. He gave no com ment on the day of the vote in the hall.", "com ment", "a word torn apart"),
    (
        "The mayor of the town said on Monday that the council would no longer wait for the answer of the",
        None,
        "the text breaks off",
    ),
]
QUIET = [
    "“We wait,” said the mayor. “We have waited for years, and we shall wait again.”",
    "“We wait for the vote.\n\n“We have waited for years,” said the mayor of the town on Monday evening.",
    "„Wir warten“, sagte die Bürgermeisterin. »So ist es«, sagte ihr Stellvertreter am Abend.",
    'Ein Mann war 12" groß auf dem Bild, und die Schifffahrt ruhte bis zum frühen Abend.',
    "Le maire a dit : « Nous attendons. » Personne n'a répondu dans la salle ce soir-là.",
    '"We wait,” said the mayor. “We have waited since 2019," he went on, "and in 2024" they would wait again.',
    '„Wir warten", sagte die Bürgermeisterin, „und das ist “gut” so." Im Saal antwortete an diesem Abend niemand.',
    "« Nous attendons le vote.\n\n« Nous l'avons dit, a dit le maire.\n\nNous attendrons. » La salle s'est tue.",
    "«Esperamos la votación.\n\n»Lo hemos dicho.\n\n»Esperaremos otra vez», dijo el alcalde el lunes por la noche.",
    "«Мы ждём голосования.\n\nМы говорили об этом.\n\nПодождём ещё», — сказал мэр города вечером в понедельник.",
    "A website of the city shows it. Any one of its pages may be read; anyone can. The web site is old.",
    'The mayor said: "We wait for the vote.\n\nAGENCY PHOTO The hall on Monday\n\n"We have waited for years."',
    "The coach of the team announced on Monday he would leave. More on it: https://sport.example.org and @sport_team",
    "The coach of the team announced on Monday that he would leave the club. Read all newsletters. Sign Up",
    "The coach of the team, who announced on Monday that he would leave the club, at the stadium in May 2016",
    "”Vi väntar”, sade borgmästaren på måndagen. Ingen i salen svarade honom den kvällen.",
]


@pytest.mark.parametrize(("words", "place", "what"), REPORTED)
def test_what_cannot_be_mended_is_reported(words: str, place: str | None, what: str) -> None:
    found = sift(Source(raw=words.encode(), name="t"))
    hits = [one for one in found.damage if one.what == what]
    assert hits, [one.what for one in found.damage]
    if place:
        assert words[hits[0].span.start : hits[0].span.end] == place


@pytest.mark.parametrize("words", QUIET)
def test_whole_text_is_not_called_damaged(words: str) -> None:
    assert sift(Source(raw=words.encode(), name="t")).damage == ()


MENDED = [
    ("Złoty spadł o dwa procent w poniedziałek.Dolar zyskał tyle samo.", "poniedziałek. Dolar"),
    ("قال الوزير إن الاتفاق قريب جدا.وقال أيضا إن المحادثات مستمرة", "جدا. وقال"),
    ("The south had 13.9 per cent , three times as much as the north.", "per cent, three"),
    ("The agree\u00adment was signed in the after\u00adnoon.", "agreement was signed in the afternoon"),
]


@pytest.mark.parametrize(("words", "expected"), MENDED)
def test_what_is_certain_is_mended(words: str, expected: str) -> None:
    assert expected in sift(Source(raw=words.encode(), name="t")).text.value


# -- properties ------------------------------------------------------------------------------------

MARKUP = "<p>|</p>|<div class='share'>|</div>|<b>|<br>|<!--|-->|<script>|</script>|&amp;|&#8217;|<a href=\"x>y\">|</a>"
BOXES = "<h1>|</h1>|<blockquote>|<img src=x>|<table><td>|<|>|\"|'|\n\n|\u00ad|\u200b| |  |мир|平和。|é|â€™"
LINES = "READ ALSO: War|Photo: Name / AFP|12 comments|The two sides signed it on Monday, it said.|“Peace|”said he"
PARTS = st.sampled_from([*MARKUP.split("|"), *BOXES.split("|"), *LINES.split("|"), "l'accord.Cet accord", "« oui »"])
WORDS = st.lists(st.one_of(PARTS, st.text(max_size=12)), max_size=40).map("".join)


def assert_mapped(text: Text, original: str) -> None:
    """Every clean character has its place, in order; verbatim pieces are the same characters."""
    last = (0, 0)
    for number, piece in enumerate(text.pieces):
        stop = text.pieces[number + 1].clean if number + 1 < len(text.pieces) else len(text.value)
        assert last[0] <= piece.start <= piece.end <= len(original) and last[1] <= piece.end
        last = (piece.start, piece.end)
        if piece.verbatim:
            assert text.value[piece.clean : stop] == original[piece.start : piece.end]


@settings(max_examples=150, deadline=None)
@given(WORDS)
def test_every_clean_character_of_a_page_has_its_place(words: str) -> None:
    page = read_markup(Text.of("s", words)).text
    assert_mapped(page, words)
    assert_mapped(clean(page, "en"), words)


@settings(max_examples=150, deadline=None)
@given(WORDS, st.sampled_from(["en", "fr", "ru", "und"]))
def test_cleaning_twice_changes_nothing(words: str, code: str) -> None:
    once = clean(Text.of("s", words), code)
    assert_mapped(once, words)
    assert clean(Text.of("s", once.value), code).value == once.value


def test_long_pages_take_linear_time() -> None:
    from time import process_time

    block = "<div><p>The two sides signed the treaty of the isles on Monday, it said.</p><a href='/x'>War</a></div>\n"

    def seconds(count: int) -> float:
        page = f"<html><body><h1>Peace</h1>{block * count}</body></html>"
        begun = process_time()
        sift(Source(raw=page.encode(), kind="html"))
        return process_time() - begun

    seconds(100)
    small, large = min(seconds(2_500) for _ in range(2)), seconds(20_000)  # 0.25 and 2 MB
    assert large < 8 * 2.5 * max(small, 0.05), "eight times the page may take at most twenty times as long"
