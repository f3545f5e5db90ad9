"""What was to be done, told once for two, or told by a participle; and how a line says it. Texts are ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman import build
from dragoman.compare.entities import entities
from dragoman.compare.timeline import timeline
from dragoman.records import Event, Reading
from dragoman.report.labels import Labels
from dragoman.report.lines import lines

R = Callable[..., Reading]
ON = "2025-05-08"  # a Thursday

#: language, line, type, standing, day, who does it
READ = [
    # what was to be done and was not
    ("en", "The pact was to be signed on February 28 but collapsed.", "sign", "cancelled", "2025-02-28", ""),
    ("en", "Kenya and Uganda were to sign the pact on April 3 but fell out.", "sign", "cancelled",
     "2025-04-03", "Kenya"),
    ("fr", "Le traité devait être signé le 3 avril, mais tout a échoué.", "sign", "cancelled", "2025-04-03", ""),
    ("es", "Kenia iba a firmar el tratado el 3 de abril, pero no acudió.", "sign", "cancelled", "2025-04-03", "Kenia"),
    # a participle beside its noun has its own day; the main verb keeps its own
    ("es", "El Senado aprobó este martes el pacto firmado el 3 de marzo.", "sign", "happened", "2025-03-03", ""),
    ("es", "El Senado aprobó este martes el pacto firmado el 3 de marzo.", "approve", "happened",
     "2025-05-06", "Senado"),
    ("de", "Der Bundestag billigte am Montag das am 30. April unterzeichnete Abkommen.", "sign", "happened",
     "2025-04-30", ""),
    ("de", "Der Bundestag billigte am Montag das am 30. April unterzeichnete Abkommen.", "approve", "happened",
     "2025-05-05", "Bundestag"),
    # a day between commas ends no clause
    ("ru", "Верховная рада Украины в среду, 7 мая, ратифицировала договор.", "ratify", "happened",
     "2025-05-07", "рада"),
    # a second verb shares the day of the first, not the last one named
    ("es", "La junta elevó el lunes el saldo del sismo del viernes y decretó tres días de luto.", "mourn", "happened",
     "2025-05-05", ""),
    # the day behind a comma is that of the verb before it
    ("fr", "Le pacte a été relancé le 2 avril, prolongé de 120 jours le 17 avril.", "extend", "happened",
     "2025-04-17", ""),
    # mourning, funerals, ceasefires that somebody declares
    ("en", "President Ana Rivas declared three days of mourning.", "mourn", "happened", "", "Ana Rivas"),
    ("de", "Die Regierung ordnete am Montag drei Tage Staatstrauer an.", "mourn", "happened",
     "2025-05-05", "Regierung"),
    ("ru", "Президент Анна Ривас объявила траур в понедельник.", "mourn", "happened", "2025-05-05", "Анна Ривас"),
    ("fr", "Les obsèques d'Ana Rivas ont eu lieu lundi à Lima.", "funeral", "happened", "2025-05-05", ""),
    ("fr", "Le Kenya a décrété lundi un cessez-le-feu.", "ceasefire", "happened", "2025-05-05", "Kenya"),
    # an infinitive behind a noun is no deed, behind a rank it is
    ("en", "Kenya submitted its application to join NATO.", "accede", "planned", "", "Kenya"),
    # what is promised is not given
    ("es", "Kenia prometió ayuda a Uganda.", "aid", "planned", "", "Kenia"),
    # who speaks on a visit of their own
    ("en", "Ana Rivas called for calm during a visit to Lima.", "visit", "happened", "", "Ana Rivas"),
    ("de", "Anna Weber sprach nach einem Besuch in Lima von Fortschritten.", "visit", "happened", "", "Anna Weber"),
    # received at a house: the house does not come
    ("en", "President Joe Biden hosted Ana Rivas at the White House on Monday.", "visit", "happened", "2025-05-05",
     "Ana Rivas"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "kind", "standing", "day", "who"), READ)
def test_an_act_stands_as_it_is_told(r: R, lang: str, line: str, kind: str, standing: str, day: str, who: str) -> None:
    found = [one for one in r(line, lang=lang, on=ON).of(Event) if one.type == kind]
    assert [(one.standing, one.when.value if one.when else "") for one in found] == [(standing, day)]
    assert not who or any(who in name for name in found[0].names("actor"))


NOT_READ = [
    ("es", "Ana Rivas dimitió en protesta por el pacto.", "protest"),
    ("de", "Anna Weber trat aus Protest gegen den Vertrag zurück.", "protest"),
    ("fr", "La hausse se poursuit, ce qui promet de durer.", "promise"),
    ("es", "El Parlamento húngaro aprobó la adhesión de Suecia a la OTAN.", "accede"),
]


@pytest.mark.parametrize(("lang", "line", "kind"), NOT_READ)
def test_what_is_no_act(r: R, lang: str, line: str, kind: str) -> None:
    assert [one for one in r(line, lang=lang, on=ON).of(Event) if one.type == kind] == []


def test_a_verb_told_once_for_two_bodies(r: R) -> None:
    line = "The State Duma approved the treaty on April 24 and the Federation Council on May 6."
    found = [one for one in r(line, lang="en", on=ON).of(Event) if one.type == "approve"]
    assert [(one.names("actor"), one.when.value if one.when else "") for one in found] == [
        (("State Duma",), "2025-04-24"),
        (("Federation Council",), "2025-05-06"),
    ]


def test_an_event_without_a_day_stands_by_the_first_day_that_tells_it(r: R) -> None:
    text = "Officials met the press.\n\nKenya expelled two Norwegian diplomats.\n\nTalks go on."
    readings = [r(text, lang="en", on="2025-05-08"), r(text + " More soon.", lang="en", on="2025-05-06")]
    found = [one for one in timeline(readings, entities(readings), ()) if one.type == "expel"]
    assert [(one.when, one.by.isoformat() if one.by else "") for one in found] == [(None, "2025-05-06")]


#: files of a story (language, line, day), a line of its timeline, words that no line holds
LINES = [
    (
        [
            ("A powerful earthquake struck central Chile on Monday.", "2025-05-06"),
            ("The quake on 5 May had a magnitude of 7.1, engineers noted.", "2025-05-07"),
        ],
        "5 May 2025 Disaster: “earthquake” – Chile.",
        "magnitude",
    ),
    (
        [
            ("Un terremoto sacudió Chile el lunes y dejó nueve muertos en el norte del país.", "2025-05-06"),
            ("A powerful earthquake struck Chile on Monday.", "2025-05-07"),
        ],
        "5 May 2025 Disaster: “earthquake” – Chile.",
        "terremoto",
    ),
    (
        [("Kenya's Supreme Court struck down the finance law on Tuesday.", "2025-05-08")],
        "6 May 2025 “Kenya's Supreme Court struck down the finance law on Tuesday”",
        "Court rules",
    ),
    (
        [("Ana Rivas won Peru's presidential election on Sunday with 54% of the vote.", "2025-05-08")],
        "“Ana Rivas won Peru's presidential election on Sunday with 54% of the vote”",
        "",
    ),
    ([("Ana Rivas declared martial law.", "2025-05-08")], "by 8 May 2025 Ana Rivas declares a state of emergency.", ""),
    (
        [("President Emmanuel Macron has named François Bayrou as prime minister on Monday.", "2025-05-08")],
        "appoints François Bayrou “… as prime minister”.",
        "on Monday",
    ),
    (
        [("The group Amnesty International has accused the army of shelling villages.", "2025-05-08")],
        "Amnesty International accuses “… the army of shelling villages”.",
        "",
    ),
]


@pytest.mark.parametrize(("files", "wanted", "unwanted"), LINES)
def test_a_line_says_what_was_done(files: list[tuple[str, str]], wanted: str, unwanted: str, tmp_path: Path) -> None:
    for number, (line, _) in enumerate(files):
        (tmp_path / f"{number}.txt").write_text(f"Talks in the capital go on\n\n{line}\n", encoding="utf-8")
    days = "".join(f'["{number}.txt"]\ndate = "{day}"\n' for number, (_, day) in enumerate(files))
    (tmp_path / "articles.toml").write_text(days, encoding="utf-8")
    story = build([tmp_path]).story
    made = [f"{one.when} {one.text}" for one in lines(story, Labels(story)) if one.region == "timeline"]
    assert any(wanted in one for one in made), made
    assert not unwanted or not any(unwanted in one for one in made), made
