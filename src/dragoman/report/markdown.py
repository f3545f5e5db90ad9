"""dossier.md: the lines of the dossier with their words and places, as plain Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.records import Story
from dragoman.report.labels import Labels
from dragoman.report.lines import Line, dated, lines_of
from dragoman.report.nature import nature

__all__ = ["markdown"]

REGIONS = (
    ("agreement", "The agreements"),
    ("timeline", "What happened"),
    ("quotes", "Who said what"),
    ("figures", "Figures"),
    ("wrong", "What looks wrong"),
    ("missing", "What is missing"),
    ("support", "How well it is attested"),
)
SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")  # a source must not be able to write Markdown of its own


def markdown(story: Story, labels: Labels) -> str:
    """The dossier as Markdown; ends with what was not used."""
    made = lines_of(labels)
    out = [f"# {_safe(story.title)}", ""]
    out += [f"{len(story.readings)} articles. D0, D1 … are the articles; numbers are characters of the original.", ""]
    for region, title in REGIONS:
        own = [line for line in made if line.region == region]
        if own or region == "wrong":
            out += [f"## {title}", ""]
            out += [text for line in own for text in _line(line, story, labels)]
            out += [] if own else [f"Nothing found. Rules that ran: {'; '.join(story.rules) or 'none'}.", ""]
    out += ["## Sources", "", *_sources(story, labels), ""]
    out += ["## What was not used", "", *_unused(story, labels)]
    return "\n".join(out) + "\n"


def _safe(words: str) -> str:
    return SPECIAL.sub(r"\\\1", " ".join(words.split()))


def _line(line: Line, story: Story, labels: Labels) -> Iterator[str]:
    lead = "  - " if line.parent else "- "
    state = f" *{line.state or line.severity}*" if line.state or line.severity else ""
    when = f" **{line.when}**" if line.when else ""
    yield f"{lead}**{line.label}**{state}{when} {_safe(line.text)}" + (
        f" ({_safe(line.support)})" if line.support else ""
    )
    inner = "    - " if line.parent else "  - "
    for one in line.evidence:
        yield f"{inner}{labels.place(one.span)}: “{_safe(labels.seen(one.span))}”"
    for basis in line.basis:
        yield f"{inner}date: {_safe(basis)}"


def _sources(story: Story, labels: Labels) -> Iterator[str]:
    for reading in story.readings:
        article = reading.article
        published = "date not known"
        if article.published:
            published = f"{dated(article.published)} ({article.published.basis})"
        told = [article.name, article.language, article.outlet or "outlet not known", published]
        yield f"- **{labels.article[article.source]}** {_safe(', '.join(told))}, sha256 `{article.source}`"
        yield from (f"  - {_safe(line)}" for line in nature(article, labels))


def _unused(story: Story, labels: Labels) -> Iterator[str]:
    for span in story.unused:
        yield f"- {labels.place(span)}: “{_safe(labels.seen(span))}”"
    if not story.unused:
        yield "Every body sentence bears a fact."
