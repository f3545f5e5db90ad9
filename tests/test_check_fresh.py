"""What a check must not say of a sound report, and what it must: sentences of reports against four short articles."""

from __future__ import annotations

import atexit
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest

from dragoman.check import Verdict, check
from dragoman.records import Source

ARTICLES = {
    "a.txt": """Bakers of Lille end their walkout

LILLE, 6 June 2023 (Agence du Nord) - Bakers in Lille voted on Monday to accept an offer, ending a walkout.

Police estimated that 1,200 people marched on Saturday; organisers put the crowd at 9,000.

Mayor Claire Dumont thanked both sides. "The ovens will be warm again," she said.
""",
    "b.txt": """Die Bäcker von Lille arbeiten wieder

Lille, 6. Juni 2023 – Rund 400 Bäcker hatten am 22. Mai die Arbeit niedergelegt. Bürgermeisterin Claire Dumont \
sprach von einem guten Tag.
""",
    "c.txt": """Après la grève, le pain

Publié le 8 juin

La maire de Lille, Claire Dumont, a inauguré mercredi le musée du pain. « Il faut comprendre la fatigue \
et la colère », a déclaré l'élue.
""",
}  # fmt: skip
SOUND = [
    "Bakers in Lille voted on Monday to end a walkout that began on 22 May.",
    "In all 400 bakers struck in spring.",
    "Two days later the mayor opened the museum of bread in Lille.",
    "Bakers in Lille earn as much as others in a year.",
    "“One must understand the tiredness and the anger,” said the mayor.",
]
FAULTY = [
    ("Police estimated that 9,000 people marched on Saturday.", "figure", "other claimant"),
    ("Claire Dumont has resigned as mayor.", "standing", "told nowhere"),
]


@cache
def kept() -> Path:
    """What is read of the articles, kept for all cases."""
    folder = Path(mkdtemp(prefix="dragoman-fresh-"))
    atexit.register(rmtree, folder, ignore_errors=True)
    return folder


def findings(report: str) -> list[Verdict]:
    sources = [Source(raw=text.encode(), name=name) for name, text in ARTICLES.items()]
    return [one for one in check(report, sources, cache=kept()) if one.finding]


@pytest.mark.parametrize("report", SOUND)
def test_sound_statements_raise_no_alarm(report: str) -> None:
    assert [(one.kind, one.verdict, one.why) for one in findings(report)] == []


@pytest.mark.parametrize(("report", "kind", "how"), FAULTY)
def test_faults_are_told(report: str, kind: str, how: str) -> None:
    assert [(one.kind, one.how) for one in findings(report)] == [(kind, how)]
