"""Names and numbers as another language writes them."""

from __future__ import annotations

import pytest

from dragoman.check import check
from dragoman.check.heard import sounded
from dragoman.records import Source

ONE = [
    ("Mikhaïl Gontcharov", "Михаил Гончаров"),
    ("Pavel Kruška", "Павла Крушки"),
    ("Мари-Клод Бержон", "Marie-Claude Bergeon"),
    ("Анна Рютте", "Anna Rutte"),
    ("Roman Belakh", "Roman Belach"),
    ("Сергеем Мальцевым", "Sergej Malzew"),
]
OTHERS = [
    ("Kim Jong-gil", "Kim Jong-il"),
    ("Anna Rutte", "Peter Rutte"),
    ("Анна Рютте", "Anna Keller"),
    ("Rutte", "Mark Rutte"),
    ("Piero Tosatti", "Piero Tosetti"),
]
TEXTS = {
    "a.txt": """Bergrutsch bei Altdorf

Altdorf, 4. Mai 2021 - Am Dienstag wurden bei Altdorf acht Lastwagen verschüttet, sagte der Geologe Roman Belach.
""",
    "b.txt": """Landslide in Uri

ALTDORF, May 5, 2021 - The slide buried the road near Altdorf; ten houses were hit, including four in the old town.
""",
}  # fmt: skip


@pytest.mark.parametrize(("mine", "theirs"), ONE)
def test_one_name_in_two_scripts_or_presses(mine: str, theirs: str) -> None:
    assert sounded(mine, theirs)


@pytest.mark.parametrize(("mine", "theirs"), OTHERS)
def test_other_names(mine: str, theirs: str) -> None:
    assert not sounded(mine, theirs)


@pytest.mark.parametrize(
    ("report", "kind", "word", "verdict"),
    [
        ("Huit camions ont été ensevelis près d'Altdorf le 4 mai 2021.", "figure", "Huit", "found"),
        ("Quinze camions ont été ensevelis près d'Altdorf le 4 mai 2021.", "figure", "Quinze", "absent"),
        ("Ten houses near Altdorf were hit, four of them in the old town.", "figure", "four", "found"),
        ("Ten houses near Altdorf were hit, seven of them in the old town.", "figure", "seven", "differing"),
        ("« C'est calme », a dit le géologue Roman Belakh à Altdorf.", "name", "Roman", "found"),
    ],
)
def test_what_another_language_writes(report: str, kind: str, word: str, verdict: str) -> None:
    sources = [Source(raw=text.encode(), name=name) for name, text in TEXTS.items()]
    found = [one for one in check(report, sources) if one.kind == kind and report[one.start :].startswith(word)]
    assert [one.verdict for one in found] == [verdict]
