"""python -m quality.damage: articles damaged as the web damages them, built into dossiers, kept, searched and verified.

Nothing is scored. Whatever the bytes, a build ends, every span of its dossiers verifies, and a library takes them in.
Found so: undecodable bytes in a headline stopped the grouping of a pile, and in a name the index of a library.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dragoman.coverage import build_stories
from dragoman.desk import refresh, take
from dragoman.read.sources import gather
from dragoman.settings import Settings
from dragoman.store.library import Library
from dragoman.verify import verify

__all__ = ["DAMAGES", "main", "run"]

HERE = Path(__file__).parents[1]
PILE = 24  # articles
#: Characters that mean something to a reader of marks, or nothing to anyone.
STRAY = "“”«»„\"'‘’()[]{}<>&;\u00ad\u200b\u202e\ufeff\U0001f600\0\x07"

Damage = Callable[[bytes, random.Random], bytes]


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _flipped(raw: bytes, chance: random.Random) -> bytes:
    made = bytearray(raw)
    for _ in range(30):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def _strewn(raw: bytes, chance: random.Random) -> bytes:
    made = list(_text(raw))
    for _ in range(200):
        made.insert(chance.randrange(len(made)), chance.choice(STRAY))
    return "".join(made).encode()


def _shuffled(raw: bytes, chance: random.Random) -> bytes:
    words = _text(raw).split(" ")
    chance.shuffle(words)
    return " ".join(words).encode()


def _marked_up(raw: bytes, chance: random.Random) -> bytes:
    paragraphs = _text(raw).replace("\n", "</p><p>")
    return f"<html><head><title>x</title></head><body><p>{paragraphs}<script>1</script><table><tr><td>".encode()


DAMAGES: dict[str, Damage] = {
    "bytes flipped": _flipped,
    "cut off": lambda raw, chance: raw[: chance.randrange(1, len(raw))],
    "UTF-16 with a mark": lambda raw, chance: b"\xff\xfe" + _text(raw).encode("utf-16-le"),
    "UTF-16 without": lambda raw, chance: _text(raw).encode("utf-16-be"),
    "a western code page": lambda raw, chance: _text(raw).encode("cp1252", "replace"),
    "a Cyrillic code page": lambda raw, chance: _text(raw).encode("cp1251", "replace"),
    "invisible characters": lambda raw, chance: _text(raw).replace(" ", "\u200b ").encode(),
    "old line ends": lambda raw, chance: raw.replace(b"\n", b"\r"),
    "backwards": lambda raw, chance: ("\u202e" + _text(raw)[::-1]).encode(),
    "strewn with marks": _strewn,
    "twenty times": lambda raw, chance: raw * 20,
    "words in any order": _shuffled,
    "one line of capitals": lambda raw, chance: _text(raw).replace("\n", " ").upper().encode(),
    "broken markup": _marked_up,
}


def damaged(files: Sequence[Path], folder: Path, chance: random.Random) -> None:
    """Fill a folder with articles, each damaged in one way, under names that do not always fit."""
    for number, path in enumerate(chance.sample(files, min(PILE, len(files)))):
        how = chance.choice(sorted(DAMAGES))
        name = f"{number}-{how.replace(' ', '-')}{chance.choice(('.txt', '.txt', '.html', '.md'))}"
        (folder / name).write_bytes(DAMAGES[how](path.read_bytes(), chance))


def run(files: Sequence[Path], seed: int) -> Iterator[str]:
    """What does not hold for one pile; nothing when all does."""
    with tempfile.TemporaryDirectory() as where:
        pile, out = Path(where) / "pile", Path(where) / "out"
        pile.mkdir()
        damaged(files, pile, random.Random(seed))
        try:
            coverage = build_stories([pile], out=out)
            stored(pile, Path(where) / "library.db")
        except Exception:  # whatever it is, it is what is looked for
            yield f"pile {seed}: {traceback.format_exc()}"
            return
        for row in coverage.rows:
            report = verify(out if coverage.single is not None else out / row.slug)
            yield from (f"pile {seed}, {row.slug}: {failure}" for failure in report.failures)


def stored(pile: Path, database: Path) -> None:
    """Keep a pile in a new library and make it findable."""
    library = Library.open(str(database))
    try:
        take(library, gather([str(pile)], settings=Settings()))
        refresh(library, Settings())
    finally:
        library.close()


def main() -> int:
    """Exit code 1 when something did not hold."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folders", nargs="*", type=Path, default=[HERE / "examples", HERE / "quality/sets/messy"])
    asked.add_argument("--piles", type=int, default=10)
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    kinds = (".txt", ".html")
    files = sorted(
        one for folder in options.folders for one in folder.rglob("*") if one.suffix in kinds and one.is_file()
    )
    if not files:
        print("no articles there", file=sys.stderr)
        return 2
    failures = 0
    for seed in range(options.seed, options.seed + options.piles):
        found = list(run(files, seed))
        failures += len(found)
        print(f"pile {seed}: {'everything holds' if not found else ''}")
        print(*found, sep="\n", end="\n" if found else "")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
