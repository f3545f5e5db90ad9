"""The dateline that opens a report: where it ends, its place, its day."""

from __future__ import annotations

import pytest

from dragoman.read import read, sift
from dragoman.read.placeline import opening
from dragoman.records import Quote, Source

LINES = [  # language, dateline, place, day with its year or ""; what follows is the same everywhere
    ("en", "TOKYO, Dec. 5, 2024 (Kyodo) -- ", "TOKYO", "2024-12-05"),
    ("en", "La Paz, 17 Dec 2024 - ", "La Paz", "2024-12-17"),
    ("en", "OSLO/BERGEN, May 1 (Reuters) - ", "OSLO/BERGEN", ""),
    ("en", "MOBILE, Ala. (AP) — ", "MOBILE", ""),
    ("en", "KYIV, Ukraine — ", "KYIV", ""),
    ("en", "SEOUL -- ", "SEOUL", ""),
    ("de", "Lima (dpa) - 8.5.2023. ", "Lima", "2023-05-08"),
    ("de", "Genf (dpa/lhe) – ", "Genf", ""),
    ("de", "BERLIN taz | ", "BERLIN", ""),
    ("fr", "GENÈVE, 3 mars (Reuters) - ", "GENÈVE", ""),
    ("fr", "Abidjan (AFP) – ", "Abidjan", ""),
    ("es", "Quito, 8 may 2023 (EFE).- ", "Quito", "2023-05-08"),
    ("es", "OAXACA.- ", "OAXACA", ""),
    ("pt", "Lisboa, 3 mai 2024 (Lusa) — ", "Lisboa", "2024-05-03"),
    ("it", "Roma, 3 mag. (Adnkronos) - ", "Roma", ""),
    ("pl", "Warszawa (PAP) - ", "Warszawa", ""),
    ("ru", "МИНСК, 4 дек — РИА Новости. ", "МИНСК", ""),
    ("ru", "АСТАНА, 8 мая. /ТАСС/. ", "АСТАНА", ""),
    ("ru", "Баку. 8 мая. ИНТЕРФАКС - ", "Баку", ""),
    ("zh", "新华社仰光4月3日电 ", "仰光", ""),
]
SENTENCES = {"ru": "Совет одобрил план.", "zh": "救援队2日救出一人。"}
NONE = [
    ("en", "Paris – the city of light – slept."),
    ("en", "Paris – The city of light slept."),
    ("en", "Monday – Nothing happened."),
    ("en", "EXCLUSIVE — The talks broke down."),
    ("en", "EU – The ministers met."),
    ("en", "Smith – Jones: The row goes on."),
    ("en", "The regulator (Ofgem) - which met - agreed."),
    ("en", "May 3 - The talks began."),
    ("fr", "EN DIRECT — Les négociations continuent."),
    ("de", "Der Minister (SPD) – Chef der Partei – trat ab."),
    ("en", "Minister Ana Gil (Labour) - Once a nurse, she left."),
    ("en", "OSLO, Norway — where talks began — is cold."),
]


@pytest.mark.parametrize(("code", "line", "place", "day"), LINES)
def test_where_it_ends(code: str, line: str, place: str, day: str) -> None:
    value = line + SENTENCES.get(code, "Ministers met.")
    found = opening(value, 0, len(value), code)
    assert found is not None
    assert value[: found.end] == line
    assert value[slice(*found.place)] == place
    assert (found.when.value if found.when else "") == day


@pytest.mark.parametrize(("code", "value"), NONE)
def test_no_dateline(code: str, value: str) -> None:
    assert opening(value, 0, len(value), code) is None


def test_it_dates_the_report_and_is_no_part_of_what_was_said() -> None:
    text = "Port Amity, 17 Dec 2024 - At least 14 people died in the flood, the Red Cross said on Tuesday."
    article = sift(Source(raw=text.encode(), name="a.txt"))
    assert article.published is not None
    assert article.published.value == "2024-12-17"
    assert article.published.basis.startswith("dateline")
    quotes = read(article).of(Quote)
    assert [text[one.spans[0].start : one.spans[0].end] for one in quotes] == ["At least 14 people died in the flood"]


def test_a_place_alone_is_no_part_of_the_sentence_behind_it() -> None:
    text = (
        "Ferry talks\n\nHELSINKI — Estonian Minister Kadri Saar acknowledged on Thursday that two ferries had collided."
    )
    (quote,) = read(sift(Source(raw=text.encode(), name="a.txt"))).of(Quote)
    assert quote.speaker == "Kadri Saar"
