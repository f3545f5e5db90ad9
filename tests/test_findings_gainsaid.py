"""What one article has two people say against each other, two counts of one part, and a number taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.compare import compare
from dragoman.records import Finding, Reading
from dragoman.settings import Settings

R = Callable[..., Reading]


def found(r: R, rule: str, *lines: tuple[str, str]) -> list[Finding]:
    readings = [r(f"{text} ({n})", lang=lang, on="2025-06-03") for n, (lang, text) in enumerate(lines)]
    return [one for one in compare(readings, [], settings=Settings(encoder=False)).findings if one.rule == rule]


MAYOR = {
    "en": "“The bridge was checked in May,” mayor Anna Lindt said. ",
    "de": "„Die Brücke wurde im Mai geprüft“, sagte Bürgermeisterin Anna Lindt. ",
    "fr": "« Le pont a été contrôlé en mai », a déclaré la maire Anna Lindt. ",
    "es": "“El puente fue revisado en mayo”, dijo la alcaldesa Anna Lindt. ",
    "ru": "«Мост проверили в мае», — заявила мэр Анна Линдт. ",
}
ANSWERS = [  # what follows in the article, and whether somebody contradicts there
    ("en", "Engineer Paul Moser contradicted her: “Nobody has checked it since 2019.”", True),
    ("de", "Der Ingenieur Paul Moser widersprach: „Seit 2019 hat sie niemand geprüft.“", True),
    ("fr", "L'ingénieur Paul Moser affirme le contraire : « Personne ne l'a contrôlé. »", True),
    ("es", "El ingeniero Paul Moser sostiene lo contrario. “Nadie lo ha revisado”, dijo Moser.", True),
    ("ru", "Инженер Пауль Мозер утверждает обратное. «Его никто не проверял», — сказал Мозер.", True),
    ("en", "“Nobody was hurt,” engineer Paul Moser added.", False),
    ("en", "“The figures contradicted us,” said engineer Paul Moser.", False),
]


@pytest.mark.parametrize(("lang", "text", "against"), ANSWERS, ids=lambda one: str(one)[:20])
def test_whom_an_article_has_contradict_stands_beside_whom(r: R, lang: str, text: str, against: bool) -> None:
    made = found(r, "contradicted", (lang, MAYOR[lang] + text))
    assert [(one.kind, len(one.spans)) for one in made] == [("differing_claims", 2)] * against
    assert all("Moser" in one.why or "Мозер" in one.why for one in made)


def test_two_parts_of_one_whole(r: R) -> None:
    italian = "Nel terremoto di Amatrice morirono 299 persone, 41 delle quali bambini."
    english = "The quake in Amatrice killed 299 people, {} of them children."
    (one,) = found(r, "figures", ("it", italian), ("en", english.format(38)))
    assert one.kind == "contradiction" and "299" in one.why and "41" in one.why and "38" in one.why
    assert not found(r, "figures", ("it", italian), ("en", english.format(41)))
    assert not found(r, "figures", ("it", italian), ("en", english.format(38).replace("299", "297")))
    minors = "Nel terremoto di Amatrice morirono 299 persone, 41 delle quali minori."
    (other,) = found(r, "figures", ("it", minors), ("en", english.format(38)))
    assert other.kind == "differing_claims"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "There were 318 guests in the Hotel Miramar, not 314 as reported earlier."),
        ("fr", "Il y avait 318 clients à l'hôtel Miramar, et non 314 comme annoncé."),
        ("de", "Im Hotel Miramar waren 318 Gäste, nicht 314, wie erst gemeldet."),
        ("es", "En el hotel Miramar había 318 huéspedes, no 314 como se dijo."),
        ("ru", "В отеле «Мирамар» было 318 постояльцев, а не 314, как сообщалось."),
    ],
)
def test_a_number_that_a_sentence_takes_back_is_put_right(r: R, lang: str, text: str) -> None:
    (one,) = found(r, "revised number", (lang, text))
    assert one.kind == "update" and "314, then 318" in one.why and "wrong" in one.why


def test_the_article_that_still_gives_a_number_taken_back_is_named(r: R) -> None:
    early = "Spain: there were 314 guests in the Hotel Miramar in Spain when the fire broke out."
    late = "Испания: в отеле «Мирамар» было 318 постояльцев, а не 314, как сообщалось."
    (one,) = found(r, "revised number", ("en", early), ("ru", late))
    assert "“314 guests”" in one.why and len({span.source for span in one.spans}) == 2


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The death toll of the ferry was revised down to 43 from 45 on Monday."),
        ("en", "Officials lowered the death toll from 45 to 43."),
        ("fr", "Le bilan du naufrage a été ramené de 45 à 43 morts."),
        ("de", "Die Zahl der Toten wurde von 45 auf 43 korrigiert."),
        ("es", "La cifra de muertos se corrigió de 45 a 43."),
        ("ru", "Число погибших скорректировано с 45 до 43."),
        ("it", "Il bilancio è stato corretto da 45 a 43 morti."),
    ],
)
def test_a_toll_set_right_in_one_sentence(r: R, lang: str, text: str) -> None:
    (one,) = found(r, "revised number", (lang, text))
    assert one.kind == "update" and "45, then 43" in one.why


@pytest.mark.parametrize(
    "text",
    [
        "The death toll rose from 43 to 45.",
        "The number of missing was lowered from 45 to 43.",
        "The town revised its plan: 45 houses instead of 43 will be built.",
    ],
)
def test_a_count_that_moves_is_not_set_right(r: R, text: str) -> None:
    assert not found(r, "revised number", ("en", text))
