"""The year of a day without one: it is that of the other articles of the story, and only near to one of them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman import build
from dragoman.desk import refresh, take
from dragoman.read.dateline import given_day
from dragoman.read.published import days_of, infer
from dragoman.read.sources import gather
from dragoman.records import Article
from dragoman.settings import Settings
from dragoman.spans import Text
from dragoman.store.library import Library
from dragoman.verify import verify

#: (language, words, days of the other articles, the day it appeared at the earliest)
NEAR = [
    ("en", "OSLO, March 6 (Agency) – Ministers signed the fish deal on Wednesday.", ["2019-03-07"], "2019-03-06"),
    ("es", "Oslo, 6 mar (Agencia).- Los ministros firmaron el acuerdo el miércoles.", ["2019-03-09"], "2019-03-06"),
    ("fr", "Les ministres ont signé l'accord mercredi 6 mars à Oslo.", ["2019-02-20", "2019-03-09"], "2019-03-06"),
    ("de", "Die Minister haben das Abkommen am Mittwoch, dem 6. März, unterzeichnet.", ["2019-03-07"], "2019-03-06"),
    # the day of the dateline is the day of the report, whatever weekdays it names
    ("en", "OSLO, March 6 (Agency) – Ministers agreed. Talks began on Thursday.", ["2019-03-07"], "2019-03-06"),
    # far from the others, "this Wednesday" leaves one year
    ("es", "Oslo, 6 mar (Agencia).- Los ministros firmaron este miércoles el acuerdo.", ["2019-09-09"], "2019-03-06"),
]  # fmt: skip
#: far from every day, a weekday that is another day, and no day at all: not knowing stays
FAR = [
    ("en", "OSLO, March 6 (Agency) – Ministers signed the fisheries accord.", ["2019-09-07"]),
    ("es", "Oslo, 6 mar (Agencia).- Los ministros firmaron este lunes el acuerdo.", ["2019-09-07"]),
    ("fr", "Les ministres ont signé l'accord vendredi 6 mars à Oslo.", ["2019-03-07"]),
    ("en", "Ministers signed the fisheries accord in Oslo.", ["2019-03-07"]),
    # neither dateline nor weekday: background of any year
    ("fr", "Les ports sont fermés depuis le 6 mars. Les ministres se parlent vendredi.", ["2019-03-07"]),
    ("en", "The port, closed on March 6, has not reopened, the union said on Friday.", ["2019-03-07"]),
]


def _article(lang: str, text: str) -> Article:
    return Article(source="s", name="n", text=Text.of("s", text), language=lang)


@pytest.mark.parametrize(("lang", "text", "days", "earliest"), NEAR)
def test_the_year_of_the_other_articles(lang: str, text: str, days: list[str], earliest: str) -> None:
    """The day gets their year, and the basis says whose it is."""
    assert infer(_article(lang, text)) is None
    found = infer(_article(lang, text), Settings(days=tuple(days)))
    assert found is not None and found[0].earliest.isoformat() == earliest
    assert f"the year is the one of other articles of the story ({days[-1]})" in found[0].basis


@pytest.mark.parametrize(("lang", "text", "days"), FAR)
def test_no_year_is_guessed(lang: str, text: str, days: list[str]) -> None:
    assert infer(_article(lang, text), Settings(days=tuple(days))) is None


def test_the_days_of_a_story() -> None:
    """Given days and those a text decides by itself count; no day is told when nobody needs one."""
    lone = _article("en", NEAR[0][1])
    own = replace(_article("en", "They signed on Wednesday, March 6, 2019. He flew to Rabat on Thursday."), source="o")
    given = replace(_article("fr", "Ils ont signé."), source="g", published=given_day("2019-03-09", basis="given"))
    assert days_of([lone, own, given], Settings()) == ("2019-03-07", "2019-03-09")
    assert days_of([given, replace(given, source="h")], Settings()) == ()
    assert days_of([lone], Settings()) == ()


def _pile(folder: Path) -> Path:
    """A folder with one article that writes no year and one that is dated."""
    folder.mkdir()
    (folder / "a.txt").write_text("Fishing deal signed\n\n" + NEAR[0][1] + "\n", encoding="utf-8")
    (folder / "b.txt").write_text(
        "Norway hails fishing deal\n\nPublished: 7 March 2019\n\nThe fisheries accord that ministers signed in Oslo "
        "on Wednesday is good news, the union said.\n",
        encoding="utf-8",
    )
    return folder


def test_built_and_verified(tmp_path: Path) -> None:
    """The dossier carries the days, so that a stranger reads the same."""
    pile = _pile(tmp_path / "pile")
    made = build([pile], out=tmp_path / "out")
    lone = next(one.article for one in made.story.readings if one.article.name.endswith("a.txt"))
    assert lone.published is not None and lone.published.earliest.isoformat() == "2019-03-06"
    head = json.loads((tmp_path / "out" / "dossier.jsonl").read_text(encoding="utf-8").split("\n", 1)[0])
    assert head["days"] == ["2019-03-07"]
    assert verify(tmp_path / "out").failures == []


def test_a_library_reads_as_a_build_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Article after article: the undated one is read again once a dated one lies beside it, and then no more."""
    pile = _pile(tmp_path / "pile")
    made = build([pile])
    library = Library.open(f"sqlite:///{tmp_path / 'x.db'}")
    for name in ("a.txt", "b.txt"):
        take(library, gather([str(pile / name)], settings=Settings()))
        changes = refresh(library, Settings())
    kept = library.version_members(changes[-1].key, changes[-1].number)
    assert len(kept) == 2
    assert refresh(library, Settings()) == []
    monkeypatch.setattr("dragoman.desk.rules", lambda: "of a later version")
    assert refresh(library, Settings()) == [], "read anew with the same outcome, nothing changed"
    days = {one.article.source: one.article.published for one in made.story.readings}
    found = {ident: article.published for ident in kept if (article := library.article(ident))}
    library.close()
    assert found == days
