"""Reads the bank of statements and the reports written by hand; refuses what does not fit.

Bank line:  story texts | kind | sentence with {{sound||also sound||fault=verdict,verdict}}
            `texts` are the numbers of the texts that hold it; `only:01,02` where it is a fault in those texts alone
Report:     +++ head +++ and Markdown with [[words||kind:verdict,verdict]]; found and translated mark what is sound
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["KINDS", "SOUND", "Line", "Mark", "Report", "bank", "invented", "written"]

HERE = Path(__file__).resolve().parent
KINDS = ("quotation", "figure", "date", "name", "standing", "citation")
SOUND = frozenset({"found", "translated"})
FAULTS = frozenset({"truncated", "altered", "spliced", "misattributed", "differing", "absent"})
STORIES = {"treaty": "treaty-2024", "grain": "grain-2022"}
SLOT = re.compile(r"\{\{(.+?)\}\}")  # {{sound||fault=differing}}
MARK = re.compile(r"\[\[(?P<words>.+?)\|\|(?P<kind>\w+):(?P<verdicts>[\w,]+)\]\]", re.DOTALL)  # [[2 May||date:found]]


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Words start..end of a report with what a checker should say of them; `region` is the statement around them."""

    start: int
    end: int
    kind: str
    verdicts: frozenset[str]
    region: tuple[int, int]
    why: str = ""

    @property
    def sound(self) -> bool:
        """True when nothing should be found wrong."""
        return bool(self.verdicts & SOUND)


@dataclass(frozen=True, kw_only=True)
class Report:
    """One report to be checked, against which texts, with its marks. `texts` empty: all of the story."""

    name: str
    language: str
    story: str
    text: str
    marks: tuple[Mark, ...] = field(repr=False)
    texts: tuple[str, ...] = ()
    cross: bool = False


@dataclass(frozen=True, kw_only=True)
class Line:
    """A bank line: the sentence around its slot, the sound wordings and the faulty ones with their verdicts."""

    story: str
    texts: tuple[str, ...]
    only: bool
    language: str
    kind: str
    before: str
    after: str
    sound: tuple[str, ...]
    faults: tuple[tuple[str, frozenset[str]], ...]


def bank() -> list[Line]:
    """Every line of every language."""
    return [
        _line(row, path.stem.removeprefix("bank_"))
        for path in sorted(HERE.glob("bank_*.txt"))
        for row in path.read_text(encoding="utf-8").splitlines()
        if row and not row.startswith("#")
    ]


def _line(row: str, language: str) -> Line:
    head, kind, sentence = (part.strip() for part in row.split(" | ", 2))
    story, texts = head.split()
    slot = SLOT.search(sentence)
    if kind not in KINDS or slot is None:
        raise ValueError(f"bank line without a slot or of no known kind: {row!r}")
    sound, faults = [], []
    for choice in slot[1].split("||"):
        words, _, verdicts = choice.partition("=")
        if verdicts and not set(verdicts.split(",")) <= FAULTS:
            raise ValueError(f"unknown verdict in {row!r}")
        if verdicts:
            faults.append((words, frozenset(verdicts.split(","))))
        else:
            sound.append(words)
    return Line(
        story=STORIES.get(story, story),
        texts=tuple(texts.removeprefix("only:").split(",")),
        only=texts.startswith("only:"),
        language=language,
        kind=kind,
        before=sentence[: slot.start()],
        after=sentence[slot.end() :],
        sound=tuple(sound),
        faults=tuple(faults),
    )


def invented() -> dict[str, list[str]]:
    """{language: quotations that nobody gave}."""
    found: dict[str, list[str]] = {}
    for row in (HERE / "invented.txt").read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            language, words = row.split(" | ")
            found.setdefault(language, []).append(words)
    return found


def written(folder: Path = HERE / "written") -> Iterator[Report]:
    """The reports written by hand."""
    for path in sorted(folder.glob("*.md")):
        _, head, body = path.read_text(encoding="utf-8").split("+++", 2)
        told = tomllib.loads(head)
        text, marks = _unmarked(body.lstrip("\n"), path.name)
        yield Report(
            name=path.stem,
            language=told["language"],
            story=told["story"],
            texts=tuple(told.get("sources", ())),
            text=text,
            marks=tuple(marks),
            cross="sources" in told,
        )


def _unmarked(body: str, where: str) -> tuple[str, list[Mark]]:
    text, marks, last = "", [], 0
    for found in MARK.finditer(body):
        text += body[last : found.start()]
        verdicts = frozenset(found["verdicts"].split(","))
        if found["kind"] not in KINDS or not verdicts <= FAULTS | SOUND:
            raise ValueError(f"{where}: unknown kind or verdict in {found.group()!r}")
        place = (len(text), len(text) + len(found["words"]))
        marks.append(Mark(start=place[0], end=place[1], kind=found["kind"], verdicts=verdicts, region=place))
        text += found["words"]
        last = found.end()
    return text + body[last:], marks
