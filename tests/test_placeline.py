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
    ("ru", "Баку. 8 мая. INTERFAX.RU - ", "Баку", ""),
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


@pytest.mark.parametrize(
    ("code", "line", "day", "credits"),
    [
        ("fr", "Lima, 6 décembre 2024 (AFP)", "2024-12-06", ("AFP",)),
        ("tr", "KONYA (AA) - 29 Aralık 2024", "2024-12-29", ("Anadolu",)),
        ("de", "Genf (dpa), 3. Mai 2023", "2023-05-03", ("dpa",)),
        ("en", "DOHA (QNA) -", "", ("QNA",)),
        ("es", "EFE, Quito", "", ("EFE",)),
        ("en", "Reuters | London", "", ("Reuters",)),
    ],
)
def test_a_line_of_its_own_dates_and_credits(code: str, line: str, day: str, credits: tuple[str, ...]) -> None:
    text = f"The harbour pact holds\n\n{line}\n\nMinisters met on the quay and agreed on every point of the old pact."
    article = sift(Source(raw=text.encode(), name="a.txt", meta=(("language", code),)))
    assert (article.published.value if article.published else "") == day
    assert article.credits == credits
    assert [block.kind for block in article.blocks][1] in ("dateline", "byline")
    assert line in article.text.value


def test_a_caption_keeps_losing_its_credit() -> None:
    text = "The harbour pact holds\n\nAna Gil at the pier (AFP)\n\nMinisters met on the quay and agreed on every point."
    article = sift(Source(raw=text.encode(), name="a.txt"))
    assert "(AFP)" not in article.text.value


def test_letters_that_mean_an_airline_credit_nobody() -> None:
    text = "Fares rise\n\nAmerican Airlines (AA) - the largest carrier - raised its fares on Monday, the company said."
    assert sift(Source(raw=text.encode(), name="a.txt")).credits == ()


@pytest.mark.parametrize(
    ("line", "name"),
    [("By Ana Gil - Harbour Ledger", "Ana Gil"), ("Par Ana Gil avec AFP - Publié le 20 juin", "Ana Gil avec AFP")],
)
def test_who_signs_ends_at_the_dash(line: str, name: str) -> None:
    text = f"The harbour pact holds\n\n{line}\n\nMinisters met on the quay and agreed on every point of the pact."
    meta = (("language", "fr" if line.startswith("Par") else "en"),)
    assert sift(Source(raw=text.encode(), name="a.txt", meta=meta)).byline == name


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("ANTANANARIVO - Le retrait du Mali, du Tchad et du Niger de la Communauté est devenu effectif.", "fr"),
        ("TEGUCIGALPA.- El retiro de Honduras de la Comunidad se hizo efectivo.", "es"),
        ("NOUAKCHOTT – Niger, Mali, Burkina Faso: der Austritt ist vollzogen.", "de"),
    ],
)
def test_a_place_in_capitals_hides_no_language(line: str, code: str) -> None:
    assert sift(Source(raw=line.encode(), name="a.txt")).language == code


@pytest.mark.parametrize(
    ("head", "tail", "credits"),
    [
        ("", "With information from Reuters", ("Reuters",)),
        ("", "Avec des informations de l'AFP", ("AFP",)),
        ("", "Com informações da Associated Press. Traduzido do inglês.", ("AP",)),
        ("", "(fonte: Ansa, elaborazione redazionale)", ("ANSA",)),
        ("", "Con informazioni di Reuters", ("Reuters",)),
        ("", "Met informatie van Reuters en ANP", ("Reuters", "ANP")),
        ("", "Bron: Belga, eigen verslaggeving", ("Belga",)),
        ("", "Źródło: PAP", ("PAP",)),
        ("02.05.2023, 18:40 Uhr | dpa, rtr", "", ("dpa",)),
        ("2. Mai 2023 (AFP)", "", ("AFP",)),
        ("Lima, May 2, 2023\n(AP)", "", ("AP",)),
        ("2 mai 2023\nAgence France-Presse", "", ("AFP",)),
        ("Лима. 2 мая. ИНТЕРФАКС - Бастуют докеры, в порту стоят суда, сообщили власти.", "", ("Interfax",)),
        ("", "The union's paper is read with information from members.", ()),
        ("", "Le syndicat agit avec des informations de ses membres.", ()),
    ],
)
def test_agencies_credited_in_lines_that_cleaning_takes_away(head: str, tail: str, credits: tuple[str, ...]) -> None:
    body = "The dockers of Callao in Peru stopped work on Tuesday, and eleven ships are waiting outside the harbour.\n"
    text = f"Strike in the port\n{head}\n\n{body}\n{body.replace('eleven', 'now twelve')}\n{tail}\n"
    assert sift(Source(raw=text.encode(), name="a.txt")).credits == credits


@pytest.mark.parametrize(
    "line",
    [
        "Ships wait outside the harbour of Callao on Tuesday.\nAFP",
        "A photo taken May 2, 2023 shows ships waiting outside the harbour of Callao (ANDINA VIA KNS / AFP)",
        "Un barco ante el puerto del Callao, 2 de mayo de 2023 (EFE)",
        "Schiffe vor dem Hafen von Callao, 2. Mai 2023 (AFP)",
        "Des navires devant le port du Callao, le 2 mai 2023. AFP",
        "Корабли у порта Кальяо, 2 мая 2023 (ТАСС)",
        "May 2, 2023\nPhoto: AFP",
        "2. Mai 2023\nFoto: dpa",
    ],
)
def test_the_credit_of_a_picture_is_not_that_of_the_text(line: str) -> None:
    text = (
        f"Strike in the port\n\n{line}\n\n"
        "The dockers of Callao in Peru stopped work on Tuesday, and eleven ships are waiting outside the harbour.\n"
    )
    assert sift(Source(raw=text.encode(), name="a.txt")).credits == ()


def test_the_credit_of_a_picture_with_its_day_is_not_that_of_the_text() -> None:
    body = "The dockers of Callao in Peru stopped work on Tuesday, and eleven ships are waiting outside the harbour.\n"
    caption = (
        "A photo taken on May 3, 2024 by the port's own agency shows the minister of transport and the mayor of "
        "Callao with the captain of a ship at the quay in Callao, Peru.  (KCNA VIA KNS / AFP)"
    )
    text = f"Strike in the port\n\n{caption}\n\n{body}\n{body.replace('eleven', 'now twelve')}\n"
    assert sift(Source(raw=text.encode(), name="a.txt")).credits == ()
