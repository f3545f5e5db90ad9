"""How far two people agree on the steps of agreements: `python -m quality.sets.agreements.second`.

Prints the numbers of a second reader against the gold, and those of Dragoman on the same reports. Nobody can be asked
for more than the readers agree: what is over the first row would be the gold's own choices, learnt.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from quality.sets.agreements import Report, Said, Told, gold, score, told
from quality.sets.marking import read_text

__all__ = ["SHOWN", "readings"]

HERE = Path(__file__).resolve().parent
SHOWN = ("stage_f1", "stage_precision", "stage_recall", "act_f1", "date_acc")


def readings() -> Iterator[tuple[Report, list[Said]]]:
    """Each report that was read twice, with what the second reader saw."""
    reports = {one.id: one for one in gold()}
    for row in tomllib.loads((HERE / "second.toml").read_text(encoding="utf-8"))["report"]:
        yield reports[row["id"]], [_said(one, reports[row["id"]]) for one in row["agreement"]]


def _said(row: dict[str, str | list[str]], report: Report) -> Said:
    name = str(row["name"])
    start = report.text.index(name)
    return Said(places=((start, start + len(name)),), acts=tuple(_told(one, report) for one in row["acts"]))


def _told(row: str, report: Report) -> Told:
    act, party, standing, date = (part.strip() for part in row.split("|"))
    forms = {code: forms for one in report.agreed for code, forms in one.parties.items()}
    named = "" if party == "*" else forms.get(party, (party,))[0]
    country = party if len(party) == 2 and party.isupper() else ""
    return Told(act=act, party=named, country=country, standing=standing, date="" if date == "-" else date)


def main() -> None:
    """Two rows of numbers."""
    read = list(readings())
    ours = [(one, told(read_text(one.id, one.text, one.published))) for one, _ in read]
    for who, pairs in (("a second reader", read), ("Dragoman", ours)):
        found = score(pairs)
        print(f"{who:16} {len(read)} reports  " + "  ".join(f"{name} {found[name]:.3f}" for name in SHOWN))


if __name__ == "__main__":
    main()
