"""Titles as facts: whose, in which words, how they stand, for which day. A case is a line we wrote."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.languages import language
from dragoman.languages.offices import head_of, one_office
from dragoman.records import Post
from tests.conftest import make_reading

DAY = (date(2024, 5, 3), date(2024, 5, 3))
CASES = [
    ("en", "President Ilir Meta spoke.", "Ilir Meta", "President", "held", None),
    ("en", "The former president Ilir Meta spoke.", "Ilir Meta", "former president", "former", None),
    ("en", "Then-minister Ilir Meta spoke.", "Ilir Meta", "Then-minister", "then", None),
    ("en", "The acting mayor, Ilir Meta, spoke.", "Ilir Meta", "acting mayor", "acting", None),
    ("en", "Ilir Meta, minister from 2013 to 2019, spoke.", "Ilir Meta", "minister", "held", (2013, 2019)),
    ("en", "Ilir Meta, president since 2017, spoke.", "Ilir Meta", "president", "held", (2017, 2024)),
    ("en", "Ilir Meta, president until 2021, spoke.", "Ilir Meta", "president", "held", (1, 2021)),
    ("fr", "L'ex-président Janis Ozols a parlé.", "Janis Ozols", "ex-président", "former", None),
    ("fr", "L'ancien ministre Janis Ozols a parlé.", "Janis Ozols", "ancien ministre", "former", None),
    ("fr", "Le futur chancelier allemand, Otto Kern, rit.", "Otto Kern", "futur chancelier allemand", "coming", None),
    ("fr", "Janis Ozols, ministre de 2012 à 2016, a parlé.", "Janis Ozols", "ministre", "held", (2012, 2016)),
    ("de", "Der ehemalige Minister Otto Kern sprach.", "Otto Kern", "ehemalige Minister", "former", None),
    ("es", "El entonces ministro Juan Rey habló.", "Juan Rey", "entonces ministro", "then", None),
    ("ru", "Бывший министр Сергей Ризаев выступил.", "Сергей Ризаев", "Бывший министр", "former", None),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "holder", "title", "standing", "years"), CASES)
def test_a_title_is_kept_with_its_standing_and_its_day(
    lang: str, text: str, holder: str, title: str, standing: str, years: tuple[int, int] | None
) -> None:
    reading = make_reading(text, lang=lang, on="2024-05-03", only=("mentions", "dates", "posts"))
    (post,) = reading.of(Post)
    assert (post.holder, post.title, post.standing) == (holder, title, standing)
    span = post.spans[0]
    assert " ".join(text[span.start : span.end].split()) == title
    assert post.told is (years is not None)
    if years is not None and post.when is not None:
        assert (post.when.earliest.year, post.when.latest.year) == years
        assert len(post.spans) == 2
    else:
        day = (post.when.earliest, post.when.latest) if post.when else None
        assert day == (None if standing == "then" else DAY)


HEADS = [
    ("en", "Peruvian president", "state"),
    ("en", "vice president of Peru", ""),
    ("en", "head of the Peruvian space agency", ""),
    ("en", "president-elect of Peru", ""),
    ("fr", "chef du gouvernement péruvien", "government"),
    ("fr", "chef de la diplomatie péruvienne", ""),
    ("de", "peruanische Regierungschefin", "government"),
    ("es", "ex presidente de Perú", ""),
    ("ru", "президента Перу", "state"),
]


@pytest.mark.parametrize(("lang", "role", "office"), HEADS)
def test_the_first_office_of_a_state_is_told_from_lower_and_former_ones(lang: str, role: str, office: str) -> None:
    assert head_of(role, language(lang)) == office


def test_a_president_is_no_prime_minister_but_either_may_be_the_leader() -> None:
    assert not one_office("state", "government")
    assert one_office("any", "government") and one_office("state", "state")
    assert not one_office("", "any")
