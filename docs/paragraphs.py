"""python -m docs.paragraphs DOSSIER BUILD: the last column of docs/treaty-2024.md anew, from that coverage's dossier.

What each paragraph holds is told by a person and stays; which objects of the dossier rest on it is read from the places
that `dossier.md` gives beside its lines. A row that a dash or "set aside" ends keeps it while no line rests on it.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

PAGE = Path(__file__).with_name("treaty-2024.md")
SHOWN = "AQFTXM"  # how well a line is attested (S) repeats the places of the line
LABEL = re.compile(r" *- \*\*([A-Z])(\d+)(?:\.(\d+))?\*\* ")  # "  - **A1.2** *said* …"
PLACE = re.compile(r" *- (D\d+) (\d+)-(\d+): “")  # "    - D2 590-735: “traité …”"
ARTICLE = re.compile(r"## (D\d+): ")
ROW = re.compile(r"(\| \d+ \| (\d+)–(\d+) \| .* \| )([^|]*) \|")
BUILD = re.compile(r"\(build `\w+`")
PLAIN = (
    "in the article's words",
    "not used",
)  # what passages are that stand under no label: told all the same, or listed

Label = tuple[str, int, int]


def places(dossier: str) -> list[tuple[str, int, int, Label]]:
    """(article, start, end, label) of each passage beside a line of dossier.md, or of what stands there without one."""
    label: Label | None = None
    found = []
    for line in dossier.splitlines():
        if line.startswith("## "):
            label = ("~", 1, 0) if line == "## What was not used" else None
        elif line[:1].isdigit():  # 2 more, told without who did what to whom, in the articles' words:
            label = ("~", 0, 0)
        elif match := LABEL.match(line):
            label = (match[1], int(match[2]), int(match[3] or 0)) if match[1] in SHOWN else None
        elif label and (match := PLACE.match(line)):
            found.append((match[1], int(match[2]), int(match[3]), label))
    return found


def cell(labels: set[Label], before: str) -> str:
    """The labels in the order of the dossier, else the dash or the "set aside" that stood there."""
    names = [f"{kind}{number}" + (f".{part}" if part else "") for kind, number, part in sorted(labels) if kind != "~"]
    if not labels and before == "set aside":
        return before
    plain = [PLAIN[number] for kind, number, _ in sorted(labels) if kind == "~"]
    return " · ".join(filter(None, [" ".join(names), *plain])) or "–"


def renewed(page: str, dossier: str, build: str) -> str:
    """The page with the labels of this dossier."""
    known = places(dossier)
    article, lines = "", []
    for line in BUILD.sub(f"(build `{build}`", page).splitlines():
        if match := ARTICLE.match(line):
            article = match[1]
        if match := ROW.fullmatch(line):
            first, last = int(match[2]), int(match[3])
            held = {label for where, start, end, label in known if where == article and start < last and end > first}
            line = f"{match[1]}{cell(held, match[4])} |"
        lines.append(line)
    return "\n".join(lines) + "\n"


def main() -> None:
    """Rewrite the page; with --check say only whether it agrees."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("dossier", type=Path)
    given.add_argument("build", help="the build that `dragoman build` prints")
    given.add_argument("--check", action="store_true", help="write nothing; end with 1 where the page would change")
    told = given.parse_args()
    before = PAGE.read_text("utf-8")
    after = renewed(before, (told.dossier / "dossier.md").read_text("utf-8"), told.build)
    if told.check:
        sys.exit(before != after)
    PAGE.write_text(after, "utf-8")


if __name__ == "__main__":
    main()
