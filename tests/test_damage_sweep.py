"""quality/damage.py: what it does to articles, and that it tells what does not hold."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from quality import damage

ARTICLE = "Ferry sinks off Kos\n\nATHENS - “Nobody was hurt”, the coast guard said on Monday. Три человека. Déjà vu.\n"


@pytest.mark.parametrize("how", sorted(damage.DAMAGES))
def test_every_damage_changes_the_bytes(how: str) -> None:
    raw = ARTICLE.encode()
    assert damage.DAMAGES[how](raw, random.Random(3)) != raw


def test_one_seed_gives_one_pile(tmp_path: Path) -> None:
    files = []
    for number in range(5):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text(f"{number} {ARTICLE}", encoding="utf-8")
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        damage.damaged(files, tmp_path / name, random.Random(7))
        made.append({one.name: one.read_bytes() for one in (tmp_path / name).iterdir()})
    assert made[0] == made[1] and len(made[0]) == 5


def test_what_breaks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")

    def broken(paths: list[Path], *, out: Path) -> None:
        raise ZeroDivisionError(len(paths))

    monkeypatch.setattr(damage, "build_stories", broken)
    (told,) = damage.run([tmp_path / "a.txt"], 4)
    assert told.startswith("pile 4: Traceback") and "ZeroDivisionError: 1" in told
