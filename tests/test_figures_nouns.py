"""What a number counts: the part of those counted before, and in a language without words only what is known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Figure, Reading


@pytest.mark.parametrize(
    ("lang", "text", "words", "unit"),
    [
        ("en", "The 1996 flood killed 81 people, 17 of them children.", "17 of them children", "child"),
        ("en", "The blast hurt 60 people, 22 of whom were women.", "22 of whom were women", "woman"),
        ("en", "The court tried 32 defendants, 20 of whom are in custody.", "20", "defendant"),
        ("fr", "L'incendie fit 43 morts, 17 d'entre eux étaient mineurs.", "17 d'entre eux étaient mineurs", "minor"),
        ("de", "81 Menschen kamen ums Leben, 17 von ihnen waren Kinder.", "17 von ihnen waren Kinder", "child"),
        ("de", "Bei der Flut starben 81 Menschen, 17 davon Kinder.", "17 davon Kinder", "child"),
        ("es", "La riada causó 81 muertos, 17 de ellos niños.", "17 de ellos niños", "child"),
        ("es", "La explosión hirió a 60 personas, 22 de ellas bomberos.", "22 de ellas bomberos", "bomberos"),
        ("es", "La explosión hirió a 60 personas, 22 de ellas están graves.", "22", "person"),
        ("ru", "Погиб 81 человек, 17 из них — дети.", "17 из них — дети", "child"),
        ("ru", "Взрыв ранил 60 человек, 22 из них находятся в больнице.", "22", "person"),
        ("it", "L'alluvione ha causato 81 morti, 17 dei quali bambini.", "17 dei quali bambini", "child"),
        ("pt", "A cheia matou 81 pessoas, 17 delas crianças.", "17 delas crianças", "child"),
    ],
)  # fmt: skip
def test_a_part_of_those_counted_before_is_what_the_words_behind_it_say(
    r: Callable[..., Reading], lang: str, text: str, words: str, unit: str
) -> None:
    found = {text[one.start : one.end]: one.unit for one in r(text, lang, only=("dates", "figures")).of(Figure)}
    assert found.get(words) == unit


def test_a_part_of_nobody_counted_is_no_figure(r: Callable[..., Reading]) -> None:
    assert not list(r("For 13 of them the sentence is final.", "en", only=("dates", "figures")).of(Figure))


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("it", "Nello scontro 23 persone morirono e 50 rimasero ferite.", [(23, "dead"), (50, "wounded")]),
        ("it", "I lavori durano 3 anni e 4 mesi.", [(3, "year"), (4, "month")]),
        ("pt", "A obra dura 90 dias.", [(90, "day")]),
        ("tr", "Depremde ölenlerin sayısı 81 olarak açıklandı.", [(81, "dead")]),
        ("tr", "Kazada 12 kişi öldü, 40 kişi yaralandı.", [(12, "dead"), (40, "wounded")]),
        ("tr", "Müze 3 gün kapalı kalacak.", [(3, "day")]),
        ("pl", "W powodzi zginęło 81 osób, 40 zostało rannych.", [(81, "dead"), (40, "wounded")]),
        ("uk", "Через повінь загинула 81 людина.", [(81, "dead")]),
        ("ru", "Пожар длился 48 минут, власти говорят о 50 минутах.", [(48, "minute"), (50, "minute")]),
    ],
)
def test_no_verb_or_particle_is_counted(
    r: Callable[..., Reading], lang: str, text: str, told: list[tuple[float, str]]
) -> None:
    assert [(one.value, one.unit) for one in r(text, lang, only=("dates", "figures")).of(Figure)] == told


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The fire broke out at four o'clock in the morning."),
        ("en", "The sirens went off at five o’clock."),
        ("fr", "L'incendie s'est déclaré vers quatre heures du matin."),
        ("tr", "Komisyon 45 olarak belirtti."),
    ],
)
def test_an_hour_of_the_day_counts_nothing(r: Callable[..., Reading], lang: str, text: str) -> None:
    assert [one.of for one in r(text, lang, only=("dates", "figures")).of(Figure) if one.unit or one.of] == []
