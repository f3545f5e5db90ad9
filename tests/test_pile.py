"""A pile from one site teaches its own furniture: what repeats before or after the articles, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman import build
from dragoman.read import sift
from dragoman.read.pile import REPEATED, learn, taught
from dragoman.records import Article, Source
from dragoman.settings import Settings
from dragoman.verify import verify

TOWNS = ["Bergen", "Cork", "Dakar", "Esbjerg", "Faro", "Galle"]
BODY = (
    "The council of {0} voted on Tuesday to rebuild the old pier, which a storm had damaged in the winter.\n\n"
    "What we know\n\n"
    "The mayor of {0} said that the work would begin in May and that the fishermen would be paid for the lost season."
)
TALK = "The Lantern is read by the fire"  # no lexicon knows it


def article(town: str, *, outlet: str = "The Lantern", tail: str = TALK, head: str = "") -> Source:
    text = f"A pier for {town}\n{head}\n{BODY.format(town)}\n\n{tail}\n"
    return Source(raw=text.encode(), name=f"{town}.txt", meta=(("outlet", outlet),) if outlet else ())


def again(sources: list[Source]) -> list[Article]:
    settings, stale = taught([sift(source) for source in sources], Settings())
    return [sift(source, settings) for source in sources if source.id in stale]


def test_what_a_site_repeats_behind_its_articles_goes() -> None:
    fresh = again([article(town) for town in TOWNS[:3]])
    assert len(fresh) == 3
    for one in fresh:
        assert TALK not in one.text.value
        assert "What we know" in one.text.value, "a heading between paragraphs is no furniture"
        assert [edit.why for edit in one.text.removed if edit.why == REPEATED]


@pytest.mark.parametrize(
    ("sources", "why"),
    [
        ([article(town) for town in TOWNS[:2]], "two articles teach nothing"),
        ([article(town, outlet=town) for town in TOWNS], "every site for itself"),
        ([article("Cork"), article("Cork", tail=TALK + "."), article("Cork", tail=TALK + "!")], "one article thrice"),
        ([article(town, outlet="") for town in TOWNS[:4]], "few articles that do not say where they are from"),
        ([article(town, tail=f"{BODY.format('Faro')}") for town in TOWNS], "paragraphs repeat in real news"),
    ],
)
def test_nothing_is_learned(sources: list[Source], why: str) -> None:
    assert learn([sift(source) for source in sources]) == (), why


def test_the_order_of_the_pile_does_not_matter() -> None:
    found = [sift(article(town, tail=f"{TALK}\n{town} by night")) for town in TOWNS]
    assert learn(found) == learn(found[::-1]) == learn(found[3:] + found[:3]) != ()


def test_a_dossier_can_be_verified_article_by_article(tmp_path: Path) -> None:
    for town in TOWNS:
        (tmp_path / f"{town}.txt").write_bytes(article(town).raw)
    out = tmp_path / "out"
    build([str(tmp_path / f"{town}.txt") for town in TOWNS], out=out)
    head = json.loads((out / "dossier.jsonl").read_text("utf-8").split("\n")[0])
    assert [line.partition("\t")[2] for line in head["learned"]] == [TALK.casefold()]
    assert verify(out).ok
