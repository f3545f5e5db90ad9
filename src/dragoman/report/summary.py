"""What `dragoman build` prints when it is done: state, counts, where the page is."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from dragoman.records import Figure, Quote, Story
from dragoman.report.index import Row, summary_of
from dragoman.report.labels import Labels

__all__ = ["stories_row", "stories_summary", "summary", "summary_row"]


def summary_row(story: Story, out: Path) -> dict[str, Any]:
    """The summary as plain data."""
    labels = Labels(story)
    statements = sum(len(reading.article.sentences) for reading in story.readings)
    return {
        "out": str(out),
        "page": str(out / "dossier.html"),
        "title": story.title,
        "build": _build(out),
        "articles": len(story.readings),
        "languages": dict(sorted(Counter(reading.article.language for reading in story.readings).items())),
        "quotations": sum(len(reading.of(Quote)) for reading in story.readings),
        "unattributed": sum(not quote.speaker for reading in story.readings for quote in reading.of(Quote)),
        "figures": sum(len(reading.of(Figure)) for reading in story.readings),
        "events": len(labels.timeline),
        "agreements": len(story.agreements),
        "entities": len(story.entities),
        "sentences": statements,
        "unused_sentences": len(story.unused),
        "troubles": [str(trouble) for trouble in story.troubles],
    }


def _build(out: Path) -> str:
    """The digest of the dossier that was just written, as its first line has it."""
    with (out / "dossier.jsonl").open(encoding="utf-8") as file:
        return str(json.loads(file.readline())["build"])


def summary(story: Story, out: Path, *, unread: Sequence[str] = ()) -> str:
    """The summary for people, 80 columns, no colour needed."""
    row, labels = summary_row(story, out), Labels(story)
    languages = ", ".join(f"{code} {count}" for code, count in row["languages"].items())
    lines = [
        story.title,
        f"  {row['articles']} articles · {languages}",
        f"  {row['quotations']} quotations ({row['unattributed']} with no speaker told) · {row['figures']} figures · "
        f"{row['events']} events",
    ]
    for deal in story.agreements:
        if deal.main:
            parties = ", ".join(labels.entity(party) for party in deal.parties)
            lines.append(f"  agreement    {parties or 'parties not told'}: {deal.status or 'state not told'}")
            lines += [f"  gap          {gap}" for gap in deal.gaps]
    share = 100 * row["unused_sentences"] / row["sentences"] if row["sentences"] else 0.0
    lines.append(
        f"  not used     {row['unused_sentences']} of {row['sentences']} sentences ({share:.0f} %), listed in the page"
    )
    lines += [f"  other story  {title} (not read)" for title in unread]
    lines += ["", f"  Wrote {out / 'dossier.html'}  dossier.md  dossier.jsonl    build {row['build'][:8]}"]
    lines.append(f"  Next  dragoman verify {out}  ·  dragoman show {out}")
    return "\n".join(lines) + "\n"


def stories_row(rows: Sequence[Row], unread: Sequence[str], out: Path) -> dict[str, Any]:
    """What was written of a pile of several stories, as plain data."""
    stories = [{**asdict(row), "out": str(out / row.slug)} for row in rows]
    return {"out": str(out), "page": str(out / "index.html"), "stories": stories, "unread_stories": list(unread)}


def stories_summary(rows: Sequence[Row], unread: Sequence[str], out: Path) -> str:
    """The same for people."""
    lines = [f"{len(rows)} stories"]
    for row in rows:
        lines += ["", f"  {row.title}", f"    {summary_of(row)}", *(f"    gap  {gap}" for gap in row.gaps)]
        lines.append(f"    {out / row.slug / 'dossier.html'}")
    lines += ["", *(f"  not read     {title}" for title in unread)]
    lines.append(f"  Wrote {out / 'index.html'}  index.md  index.jsonl")
    lines.append(f"  Next  dragoman verify {out / rows[0].slug}  ·  --one-story makes one dossier of all")
    return "\n".join(lines) + "\n"
