"""What `dragoman show` prints: parts of a written dossier, read back from dossier.jsonl."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import BrokenDossier
from dragoman.report.jsonl import load

__all__ = ["Part", "Shown"]

WIDTH = 80


@dataclass(frozen=True)
class Part:
    """A part as text for people and as rows for programs."""

    text: str
    rows: list[dict[str, Any]]


@dataclass(frozen=True)
class Shown:
    """The records of a dossier folder, by kind."""

    folder: Path
    rows: dict[str, list[dict[str, Any]]]

    @classmethod
    def load(cls, folder: Path) -> Shown:
        """Read a folder; BrokenDossier when it holds none."""
        rows: dict[str, list[dict[str, Any]]] = {}
        for row in load(folder / "dossier.jsonl"):
            rows.setdefault(row["kind"], []).append(row)
        return cls(folder, rows)

    @property
    def agreements(self) -> Part:
        """Each agreement with its steps, provisions, predecessors and gaps."""
        return self._region("agreement", "Agreements", "No agreement named in this coverage.")

    @property
    def timeline(self) -> Part:
        """What happened, in order."""
        return self._region("timeline", "What happened", "No event found in this coverage.")

    @property
    def quotes(self) -> Part:
        """Who said what, in all wordings."""
        return self._region("quotes", "Who said what", "No quotation in this coverage.")

    @property
    def findings(self) -> Part:
        """What looks wrong or differs, then how well things are attested."""
        wrong = self._region("wrong", "What looks wrong", "Nothing found by the rules that ran.")
        support = self._region("support", "How well it is attested", "Nothing that several articles could attest.")
        missing = self._region("missing", "What is missing", "Nothing that the coverage itself lets expect.")
        parts = (wrong, missing, support)
        return Part("\n\n".join(part.text for part in parts), [row for part in parts for row in part.rows])

    def source(self, wanted: str) -> Part:
        """One article by label or start of its sha256: its lines with their words, as read."""
        sources = self.rows.get("source", [])
        match = [
            row for row in sources if wanted in (row["label"], row["name"]) or row["id"].startswith(wanted.lower())
        ]
        if len(match) != 1:
            known = ", ".join(f"{row['label']} {row['name']}" for row in sources)
            what = "no source" if not match else "more than one source"
            raise BrokenDossier(f'{what} "{wanted}" in {self.folder}. Sources: {known}')
        source = match[0]
        article = next(row for row in self.rows["article"] if row["source"] == source["id"])
        own = [
            {**line, "evidence": [one for one in line["evidence"] if one["span"]["source"] == source["id"]]}
            for line in self.rows.get("line", [])
        ]
        own = [line for line in own if line["evidence"]]
        published = article["published"]
        head = [
            f"{source['label']}  {source['name']}  {article['language']}  sha256 {source['id']}",
            f"      published: {published['edtf']} ({published['basis']})"
            if published
            else "      published: not known",
        ]
        return Part("\n".join([*head, *(_line(line) for line in own)]), [source, article, *own])

    def _region(self, region: str, title: str, empty: str) -> Part:
        rows = [row for row in self.rows.get("line", []) if row["region"] == region]
        return Part("\n".join([title, *(_line(row) for row in rows)]) if rows else f"{title}\n  {empty}", rows)


def _upto(words: str) -> str:
    """Words without the last one, which may be cut."""
    return words.rpartition(" ")[0] or words


def _line(row: dict[str, Any]) -> str:
    """Label, state, date, text; below it the words themselves and where they stand."""
    indent = "    " if row["parent"] else "  "
    when = f"{row['when']}: " if row["when"] else ""
    state = row["state"] or row.get("severity", "")
    state = f"[{state}] " if state else ""
    label = f"{row['label']:<6}"
    out = textwrap.fill(
        f"{label} {state}{when}{row['text']}", WIDTH, initial_indent=indent, subsequent_indent=indent + " " * 7
    )
    for evidence in row["evidence"][:4]:
        span = evidence["span"]
        words = " ".join(evidence.get("seen", span["exact"]).split())
        place = f"{evidence['label']} {span['start']}-{span['end']}"
        place += f" ({evidence['note']})" if evidence["note"] else ""
        shown = words if len(words) <= 160 else f"{_upto(words[:120])} … {words[-38:].partition(' ')[2] or words[-38:]}"
        out += "\n" + textwrap.fill(
            f"{place}  “{shown}”", WIDTH, initial_indent=indent + " " * 7, subsequent_indent=indent + " " * 9
        )
    if len(row["evidence"]) > 4:
        out += f"\n{indent}       and {len(row['evidence']) - 4} more places"
    return out
