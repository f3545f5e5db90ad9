"""One utterance in all its wordings. The articles of a case are lines of news we wrote."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from typing import Any

import numpy as np
import pytest

from dragoman.compare.entities import entities
from dragoman.compare.excerpts import excerpt
from dragoman.compare.utterances import utterances
from dragoman.models import encoder
from dragoman.records import Quote, Reading, Utterance

Make = Callable[..., Reading]
ONLY = ("mentions", "dates", "quotes")

EN = "Oslo, Monday.\n\n“The port will open to every ship that carries grain,” said Maria Lopez on Monday."
EN_SHORT = "In short.\n\nMaria Lopez promised that the port would open “to every ship that carries grain”."
FR = "Oslo, lundi.\n\n« Le port s'ouvrira à tous les navires qui transportent des céréales », a déclaré Maria Lopez."
EN_OTHER = "Later.\n\n“Nobody has asked the fishermen what they think of it,” said Maria Lopez."
EN_SPLICED = (
    "Together.\n\n“The port will open to every ship that carries grain. Nobody has asked the fishermen what they think "
    "of it,” said Maria Lopez."
)


@dataclass
class Counting:
    """An encoder that counts how often it is asked."""

    calls: list[Sequence[str]] = field(default_factory=list)

    def encode(self, texts: Sequence[str]) -> np.ndarray[Any, Any]:
        self.calls.append(texts)
        return encoder().encode(texts)


def said(r: Make, *texts: tuple[str, str], **options: Any) -> tuple[Utterance, ...]:
    readings = [r(text, lang=lang, only=ONLY) for lang, text in texts]
    return utterances(readings, entities(readings), **options)


def relations(found: Sequence[Utterance], words: str, *readings: str) -> dict[str, str]:
    """{first words of a wording: relation} of the utterance that has these words."""
    for one in found:
        names = {_words(w.quote, readings): w.relation for w in one.wordings if w.quote.kind != "indirect"}
        if any(words in name for name in names):
            return names
    return {}


def _words(quote: Quote, texts: Sequence[str]) -> str:
    from hashlib import sha256

    (text,) = [text for text in texts if sha256(text.encode()).hexdigest() == quote.source]
    return text[quote.start : quote.end]


def test_the_same_words_in_two_articles_are_one_utterance(r: Make) -> None:
    found = said(r, ("en", EN), ("en", EN_SHORT))
    names = relations(found, "every ship", EN, EN_SHORT)
    assert names == {
        "The port will open to every ship that carries grain,": "verbatim",
        "to every ship that carries grain": "shorter",
    }


def test_a_translation_is_never_called_verbatim(r: Make) -> None:
    found = said(r, ("en", EN), ("fr", FR), encoder=encoder())
    both = [one for one in found if {w.language for w in one.wordings} == {"en", "fr"}]
    assert len(both) == 1
    assert sorted(w.relation for w in both[0].wordings) == ["fullest", "translation"]


def test_two_things_said_are_two_utterances(r: Make) -> None:
    found = said(r, ("en", EN), ("en", EN_OTHER), encoder=encoder())
    assert len(found) == 2
    assert all(len(one.wordings) == 1 for one in found)


def test_one_word_of_somebody_else_is_another_utterance(r: Make) -> None:
    short = "Oslo.\n\nMaria Lopez called the result “historic”."
    long = "Oslo.\n\nJohn Smith spoke of “a decision of historic weight for fishermen”."
    assert len(said(r, ("en", short), ("en", long))) == 2


def test_a_described_speaker_stands_in_the_articles_words(r: Make) -> None:
    text = "Oslo.\n\n“The port will open to every ship that carries grain,” said a Harbour spokesman."
    assert [one.speaker for one in said(r, ("en", text))] == ["a Harbour spokesman"]


def test_a_splice_is_told_apart(r: Make) -> None:
    found = said(r, ("en", EN), ("en", EN_OTHER), ("en", EN_SPLICED))
    parts = [w for one in found for w in one.wordings if w.relation == "part of a splice"]
    assert len(parts) == 2
    assert all(w.part is not None for w in parts)


def test_a_long_quotation_repeated_whole_is_no_splice(r: Make) -> None:
    again = EN_SPLICED.replace("Together.", "Once more.")
    found = said(r, ("en", EN_SPLICED), ("en", again))
    assert len(found) == 1
    assert {w.relation for w in found[0].wordings} == {"verbatim"}


def test_another_number_is_another_utterance(r: Make) -> None:
    one = "Monday.\n\n“We counted 40 ships in the harbour this week,” said Maria Lopez."
    other = one.replace("40", "70").replace("Monday.", "Tuesday.")
    assert len(said(r, ("en", one), ("en", other), encoder=encoder())) == 2


def test_neither_order_nor_a_second_run_changes_anything(r: Make) -> None:
    readings = [r(text, lang=lang, only=ONLY) for lang, text in (("en", EN), ("fr", FR), ("en", EN_SPLICED))]
    runs = [utterances(list(one), entities(list(one)), encoder()) for one in permutations(readings)]
    assert all(run == runs[0] for run in runs)


def test_the_encoder_is_asked_once_a_story(r: Make) -> None:
    asked = Counting()
    said(r, ("en", EN), ("fr", FR), ("en", EN_SPLICED), encoder=asked)
    assert len(asked.calls) == 1


@pytest.mark.parametrize("texts", [(), (("en", "Nothing was said."),)])
def test_nothing_said_is_no_utterance(r: Make, texts: tuple[tuple[str, str], ...]) -> None:
    assert said(r, *texts, encoder=encoder()) == ()


def test_few_words_of_two_rivals_are_two_utterances(r: Make) -> None:
    one = "Oslo.\n\n“We counted every vote twice,” said the mayor, Peter Voss."
    other = "Oslo.\n\n“We counted every vote twice,” said his rival, Nora Lind."
    assert len(said(r, ("en", one), ("en", other), encoder=encoder())) == 2


def test_another_weekday_is_another_utterance(r: Make) -> None:
    one = "Oslo.\n\n“The ferry will leave on Monday from the northern harbour,” said Nora Lind."
    other = "Oslo.\n\n“The ferry will leave on Thursday from the northern harbour,” said Nora Lind."
    assert len(said(r, ("en", one), ("en", other), encoder=encoder())) == 2


def test_one_voice_in_two_languages_needs_less_likeness(r: Make) -> None:
    one = "Oslo.\n\n“We are buying a pig in a poke,” said Maria Lopez. “The harbour needs a new pier,” she added."
    other = "Осло.\n\n«Мы покупаем кота в мешке», — сказала Мария Лопес."
    found = said(r, ("en", one), ("ru", other), encoder=encoder())
    assert sorted(len(one.wordings) for one in found) == [1, 2]


def test_a_word_that_many_say_joins_no_two_speakers(r: Make) -> None:
    one = "Oslo.\n\nMaria Lopez spoke of “friendship”."
    other = "Oslo.\n\nPeter Voss a parlé d'une « amitié éternelle »."
    assert len(said(r, ("en", one), ("fr", other), encoder=encoder())) == 2


def test_a_report_around_marks_is_no_wording_beside_them(r: Make) -> None:
    text = "Oslo.\n\nMaria Lopez said the harbour had “sold what was left of the fleet”."
    found = said(r, ("en", text))
    assert [[w.quote.kind for w in one.wordings] for one in found] == [["direct"]]


DENIED = re.compile(r"\b(?:without|not)\b")
LONG = (
    "The ministers spent the whole of the night in a hall above the old harbour, but without putting a single name "
    "under any of the four papers"
)


def test_no_excerpt_leaves_out_what_turns_its_meaning() -> None:
    assert excerpt(LONG, DENIED) == LONG
    told = LONG.replace("but without putting", "and all of them put")
    assert excerpt(told, DENIED) == f"{told[: told.index(' harbour')]} … name under any of the four papers"


PHRASES = 'The mayor of Baden, Anna Keller, called the bridge "a lifeline" for "the whole of the valley" on Monday.'


def test_phrases_of_one_sentence_are_one_wording(r: Make) -> None:
    found = said(
        r, ("en", PHRASES), ("en", 'Anna Keller had called the bridge "a lifeline for the whole of the valley".')
    )
    assert [(one.tellings, len(one.wordings)) for one in found] == [(2, 3)]


THEN = "« C'est vraiment un jour historique », a déclaré la ministre Anna Keller."
AGAIN = '"This is a historic day which we must seize," said the minister, Anna Keller.'


@pytest.mark.parametrize(("day", "count"), [("2022-05-19", 1), ("2022-07-05", 2)])
def test_what_is_said_again_weeks_later_is_said_a_second_time(r: Make, day: str, count: int) -> None:
    readings = [r(THEN, lang="fr", only=ONLY, on="2022-05-18"), r(AGAIN, lang="en", only=ONLY, on=day)]
    assert len(utterances(readings, entities(readings), encoder())) == count


TOPIC = [
    (  # one voice, the same oil, another sentence
        '"Very disappointed that Norland is allowing fish to go into South Harbour," said Anna Keller.',
        '"Fish is going into South Harbour. That was not my deal!" said Anna Keller.',
    ),
    (  # three words of a report that another voice reports too
        "Harbour police said its crew members were questioned.\n\nThe coast guard said its crew members.",
        "An official said that police boarded the trawler and questioned its crew members for days.",
    ),
    (  # two voices report of one topic
        "The fishing sanctions office cited suspected ship-to-ship transfers of fish in northern waters.",
        "Police said spy planes had spotted ship-to-ship transfers of fish and other goods in northern waters.",
    ),
]


@pytest.mark.parametrize(("one", "other"), TOPIC)
def test_one_topic_is_not_one_utterance(r: Make, one: str, other: str) -> None:
    found = said(r, ("en", one), ("en", other), encoder=encoder())
    assert all(len({wording.quote.source for wording in one.wordings}) == 1 for one in found)


SURNAMES = [
    ("Der Hafen war still: Kjellsen meinte, man könne „noch eine Woche“ warten.", 1),  # one Kjellsen in the story
    ("Der Hafen war still: Kjellsen meinte, man könne „noch eine Woche“ warten. Ulf Kjellsen schwieg.", 2),
]


@pytest.mark.parametrize(("text", "bearers"), SURNAMES)
def test_a_surname_alone_is_its_only_bearer(text: str, bearers: int, r: Make) -> None:
    """Who is named by a surname only is the one person of the story who bears it, and nobody where two do."""
    found = said(r, ("en", "“The port will open to every ship,” said Marit Kjellsen."), ("de", text))
    voices = {one.speaker for one in found if one.speaker}
    assert len(voices) == bearers


def test_aides_of_one_person_may_say_one_thing(r: Make) -> None:
    """The same words of an aide whom two languages describe are one utterance."""
    found = said(
        r,
        ("en", "“Both states must be kept apart for good,” said an adviser to Queen Olena Kravets."),
        (
            "fr",
            "« Il faut tenir ces deux États à l'écart pour de bon », a dit un conseiller de la reine Olena Kravets.",
        ),
        encoder=encoder(),
    )
    assert [len(one.wordings) for one in found] == [2]


JOINED = "“The port is open again and our fishermen will get new boats before the winter,” Maria Lopez said in Oslo."
APART = (
    "« Le port est de nouveau ouvert », a déclaré Maria Lopez à Oslo. La foule l'a applaudie, et le vieux phare a été "
    "rallumé.\n\n« Nous avons attendu cela pendant deux longues années, et beaucoup n'y croyaient plus », a répondu "
    "Peter Hall, qui dirige la criée depuis vingt ans et dont le père y travaillait déjà. Puis on a servi une soupe de "
    "poisson sur le quai, malgré la pluie fine qui tombait depuis le matin sur la ville et le marché.\n\n"
    "« Nos pêcheurs auront de nouveaux bateaux avant l'hiver », a promis Maria Lopez le soir."
)
NEAR = (
    "« Le port est de nouveau ouvert », a déclaré Maria Lopez à Oslo. « Nos pêcheurs auront de nouveaux bateaux avant "
    "l'hiver », a-t-elle promis."
)


@pytest.mark.parametrize(("other", "label"), [(APART, "part of a splice"), (NEAR, "fullest")])
def test_one_sentence_joins_what_another_article_gives_far_apart(r: Make, other: str, label: str) -> None:
    """Two statements joined by "and" are a splice where somebody else speaks between them, and one sentence if not."""
    found = said(r, ("en", JOINED), ("fr", other), encoder=encoder())
    names = {w.relation for one in found for w in one.wordings if w.language == "en"}
    assert names == {label}


SHORT = "« Le pays exprime sa pleine solidarité avec le gouvernement », a déclaré Maria Lopez."
WHOLE = (
    "Maria Lopez said that the country “expresses its full solidarity with the government, the farmers and the people "
    "of Kenya in their long fight against the locusts which have eaten half of this year's harvest”."
)


def test_a_sentence_and_its_beginning_in_another_language_are_one_utterance(r: Make) -> None:
    """What a finding calls cut short stands with the whole sentence among what was said."""
    found = said(r, ("fr", SHORT), ("en", WHOLE), encoder=encoder())
    assert [sorted(w.language for w in one.wordings) for one in found if len(one.wordings) > 1] == [["en", "fr"]]


COLUMN = "In an op-ed Maria Lopez thanked the town for its “steady support”."
SUMMIT = "Maria Lopez remercie la ville pour son « soutien constant »."


@pytest.mark.parametrize(("text", "count"), [(COLUMN, 2), (COLUMN.replace("In an op-ed ", ""), 1)])
def test_thanks_in_a_column_are_not_the_thanks_at_the_summit(r: Make, text: str, count: int) -> None:
    """A few words that were written and the same said aloud are two acts, for all that can be told."""
    found = said(r, ("en", text), ("fr", SUMMIT), encoder=encoder())
    assert len([one for one in found if any(w.quote.kind == "partial" for w in one.wordings)]) == count


@pytest.mark.parametrize(
    ("other", "count"),
    [
        ("Kenya called the raid “a slap in the face” of the two mediators on Monday.", 1),
        ("Uganda called the raid “a slap in the face” of the two mediators on Monday.", 2),
    ],
)
def test_a_state_and_who_speaks_for_it_may_say_one_thing(r: Make, other: str, count: int) -> None:
    one = "The Kenyan foreign minister, Ada Kone, called the raid “a slap in the face” of the two mediators on Monday."
    assert len(said(r, ("en", one), ("en", other))) == count
