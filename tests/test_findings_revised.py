"""Numbers that an article puts right, one count on one day of two years, what is said and denied, who stands alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.compare import compare
from dragoman.records import Finding, Reading
from dragoman.settings import Settings

R = Callable[..., Reading]


def found(r: R, *lines: tuple[str, str], encoder: bool = False) -> list[Finding]:
    readings = [r(f"{text} This is edition {n}.", lang=lang, on="2025-06-03") for n, (lang, text) in enumerate(lines)]
    return list(compare(readings, [], settings=Settings(encoder=encoder)).findings)


REVISED = [  # one article, and the first and second number it gives, none where they are two things
    ("en", "Rescuers said that 18 people survived. The ministry later said that 19 people survived.", "18, then 19"),
    ("ru", "По данным службы, выжили 18 человек. Позднее служба уточнила, что выжили 19 человек.", "18, then 19"),
    ("fr", "Le séisme a fait 31 morts. Dans un premier temps, on parlait de 44 morts.", "44, then 31"),
    ("de", "Bei dem Brand starben 31 Menschen. Zunächst war von 44 Toten die Rede gewesen.", "44, then 31"),
    ("es", "El incendio dejó 31 muertos. En un principio se habló de 44 muertos.", "44, then 31"),
    ("en", "Rescuers said that 18 people survived. Police later arrested 19 people.", ""),
    ("en", "The fire killed 31 people. At first nobody saw the smoke.", ""),
    ("de", "Bei dem Brand starben 31 Menschen. Zunächst kamen 44 Feuerwehrleute.", ""),
]


@pytest.mark.parametrize(("lang", "text", "numbers"), REVISED, ids=lambda one: str(one)[:30])
def test_a_number_that_its_article_puts_right(r: R, lang: str, text: str, numbers: str) -> None:
    made = [one for one in found(r, (lang, text)) if one.rule == "revised number"]
    assert [numbers in one.why and one.kind == "update" for one in made] == [True] * bool(numbers)


TAKEN = "Gunmen took 250 pupils from a school in Kano on 3 March {}, and the town still waits for them."


def test_one_count_on_one_day_of_two_years(r: R) -> None:
    other = "The 250 pupils whom gunmen took from the school in Kano on 3 March {} have not come back."
    lines = ("en", TAKEN.format(2021)), ("en", other.format(2023))
    (slip,) = [one for one in found(r, *lines, encoder=True) if one.rule == "one day, two years"]
    assert slip.kind == "probable_error" and "3 March 2021" in slip.why and "3 March 2023" in slip.why
    same = ("en", TAKEN.format(2021)), ("en", other.format(2021))
    assert not [one for one in found(r, *same, encoder=True) if one.rule == "one day, two years"]
    fewer = ("en", TAKEN.format(2021)), ("en", other.format(2023).replace("250", "31"))
    assert not [one for one in found(r, *fewer, encoder=True) if one.rule == "one day, two years"]


def test_said_and_denied_stand_side_by_side(r: R) -> None:
    said = "Residents said that the hostages in Mopti were exchanged for prisoners of the militia."
    denied = "Minister Ali Keita denied that the hostages in Mopti were exchanged for prisoners of the militia."
    other = "Minister Ali Keita denied that the army had fled from Mopti."
    made = [one for one in found(r, ("en", said), ("en", denied)) if one.rule == "said and denied"]
    assert [one.kind for one in made] == ["differing_claims"]
    assert not [one for one in found(r, ("en", said), ("en", other)) if one.rule == "said and denied"]


SIGNED = "Kenya and Uganda signed a water treaty in Nairobi on 2 June 2025."


def test_alone_is_only_who_is_seen_to_be(r: R) -> None:
    weather = ("en", "In Nairobi, the price of maize fell again on Friday, traders said.")
    echo = ("pt", "O Quénia e o Uganda assinaram um tratado da água em Nairobi a 2 de junho de 2025.")
    greek = ("el", "Στο Ναϊρόμπι έπεσε ξανά η τιμή του καλαμποκιού.")
    alone = [one for one in found(r, ("en", SIGNED), weather, encoder=True) if one.kind == "single_source"]
    assert alone and "is seen to confirm or deny it" in alone[0].why
    assert not [one for one in found(r, ("en", SIGNED), echo, encoder=True) if one.kind == "single_source"]
    unread = [one for one in found(r, ("en", SIGNED), greek, encoder=True) if one.kind == "single_source"]
    assert unread and "acts are not read in el" in unread[0].why
