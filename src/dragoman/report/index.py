"""The index of a pile of several stories: index.html, index.md, index.jsonl, and a folder with the dossier of each."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from dragoman.records import Story
from dragoman.report import fill, put
from dragoman.report.decisions import carry
from dragoman.report.labels import Labels
from dragoman.report.messages import Messages, messages
from dragoman.settings import Settings

__all__ = ["Row", "row_of", "write_index"]


@dataclass(frozen=True, kw_only=True)
class Row:
    """One story as the index shows it."""

    slug: str
    title: str
    articles: tuple[tuple[str, str, str], ...]  # (label, name, why it is in this story)
    languages: tuple[tuple[str, int], ...]
    outlets: tuple[str, ...]
    first: str  # days of publication, "" when no article tells
    last: str
    independent: int
    undetermined: int
    state: str  # of the main agreement, "" when there is none
    gaps: tuple[str, ...]
    findings: int


def row_of(slug: str, story: Story, why: Mapping[str, str]) -> Row:
    """The row of a story; `why` says of each article, by name, why it was put there."""
    labels = Labels(story)
    articles = [reading.article for reading in story.readings]
    days = [day for article in articles if (day := article.published)]
    main = next((deal for deal in story.agreements if deal.main), None)
    return Row(
        slug=slug,
        title=story.title,
        articles=tuple((labels.article[one.source], one.name, why.get(one.name, "")) for one in articles),
        languages=tuple(sorted(Counter(one.language for one in articles).items())),
        outlets=tuple(sorted({one.outlet for one in articles if one.outlet})),
        first=min(day.earliest for day in days).isoformat() if days else "",
        last=max(day.latest for day in days).isoformat() if days else "",
        independent=sum(one.state == "independent" for one in story.origins),
        undetermined=sum(one.state != "independent" for one in story.origins),
        state=main.status if main else "",
        gaps=main.gaps if main else (),
        findings=len(story.findings),
    )


def write_index(
    out: Path,
    stories: Sequence[tuple[str, Story]],
    rows: Sequence[Row],
    unread: Sequence[str],
    troubles: Sequence[str],
    settings: Settings,
) -> Path:
    """Write every dossier into its folder and the index beside them, in one move; nothing half-written is left."""
    with put(out) as made:
        for slug, story in stories:
            (made / slug).mkdir()
            fill(made / slug, story, settings)
            carry(out / slug, made / slug)
        told: dict[str, Any] = {"rows": rows, "unread": unread, "troubles": troubles}
        for name, text in (
            ("index.html", _page(messages(settings.language), **told)),
            ("index.md", _markdown(**told)),
            ("index.jsonl", _lines(**told)),
        ):
            (made / name).write_bytes(text.encode("utf-8", "replace"))
    return out


def _page(say: Messages, **told: Any) -> str:
    here = files("dragoman.report")
    template = (here / "index.html.j2").read_text(encoding="utf-8")
    shelf = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return shelf.from_string(template).render(t=say, style=(here / "style.css").read_text(encoding="utf-8"), **told)


def _markdown(rows: Sequence[Row], unread: Sequence[str], troubles: Sequence[str]) -> str:
    lines = [f"# {len(rows)} stories", ""]
    for row in rows:
        lines += [f"## [{_plain(row.title)}]({row.slug}/dossier.md)", "", summary_of(row), ""]
        lines += [f"- {label} {_plain(name)}: {_plain(why)}" for label, name, why in row.articles]
        lines += [f"- gap: {_plain(gap)}" for gap in row.gaps]
        lines.append("")
    if unread:
        lines += ["## Not read", "", *(f"- {_plain(title)}" for title in unread), ""]
    if troubles:
        lines += ["## Could not be read", "", *(f"- {_plain(one)}" for one in troubles), ""]
    return "\n".join(lines)


def _plain(text: str) -> str:
    """Text in which Markdown sees no marks."""
    return "".join(f"\\{one}" if one in "\\`*_[]<>#|" else one for one in text)


def summary_of(row: Row) -> str:
    """One line on a story: articles, languages, days, origins, findings."""
    parts = [f"{len(row.articles)} article{'s' * (len(row.articles) != 1)}"]
    parts.append(", ".join(f"{code} {count}" for code, count in row.languages))
    if row.first:
        parts.append(row.first if row.first == row.last else f"{row.first} to {row.last}")
    parts.append(f"origins: {row.independent} shown, {row.undetermined} undetermined")
    parts.append(f"{row.findings} finding{'s' * (row.findings != 1)}")
    return " · ".join([*parts, *([row.state.replace("_", " ")] if row.state else [])])


def _lines(rows: Sequence[Row], unread: Sequence[str], troubles: Sequence[str]) -> str:
    made: list[dict[str, Any]] = [{"kind": "index", "format": 1, "stories": len(rows)}]
    made += [{"kind": "story", **asdict(row), "folder": row.slug} for row in rows]
    made += [{"kind": "unread", "title": title} for title in unread]
    made += [{"kind": "trouble", "what": one} for one in troubles]
    return "".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in made)
