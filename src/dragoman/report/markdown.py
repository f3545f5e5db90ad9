"""dossier.md: the lines of the dossier with their words and places, as plain Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.records import Story
from dragoman.report.dating import dated
from dragoman.report.labels import Labels
from dragoman.report.line import Line
from dragoman.report.lines import lines_of
from dragoman.report.nature import nature
from dragoman.report.speech import in_marks
from dragoman.report.untold import untold

__all__ = ["markdown"]

#: region → its title in the catalogue
REGIONS = (
    ("agreement", "agreement.title"),
    ("timeline", "happened.title"),
    ("quotes", "said.title"),
    ("figures", "figures.title"),
    ("wrong", "wrong.title"),
    ("missing", "wrong.missing"),
    ("support", "markdown.support"),
)
SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")  # a source must not be able to write Markdown of its own


def markdown(story: Story, labels: Labels) -> str:
    """The dossier as Markdown; ends with what was not used."""
    made, say = lines_of(labels), labels.say
    out = [f"# {_safe(story.title)}", ""]
    out += [say("markdown.head", n=len(story.readings)), ""]
    for region, title in REGIONS:
        own = [line for line in made if line.region == region]
        if own or region == "wrong" or (region == "timeline" and untold(labels, made)):
            out += [f"## {say(title, n=2)}", ""]
            out += [text for line in _ranked(own, labels) for text in _line(line, story, labels)]
            out += list(_untold(made, labels)) if region == "timeline" else []
            out += [] if own else [say("markdown.nothing", rules="; ".join(story.rules) or "–"), ""]
    out += [f"## {say('sources.title')}", "", *_sources(story, labels), ""]
    out += [f"## {say('unused.title')}", "", *_unused(story, labels)]
    return "\n".join(out) + "\n"


def _ranked(own: list[Line], labels: Labels) -> list[Line]:
    """The lines of a region; words in marks that nobody is named for behind what people said."""
    marked = {labels.utterance[one.id] for one in labels.story.utterances if in_marks(one)}
    return sorted(own, key=lambda line: (line.parent or line.label) in marked)


def _untold(made: Sequence[Line], labels: Labels) -> Iterator[str]:
    """The events that no line tells, in the articles' words."""
    more = untold(labels, made)
    if more:
        yield from ("", labels.say("happened.bare", n=len(more)) + ":", "")
        yield from (
            f"- {labels.place(one.span)}{one.when and f' **{one.when}**'}: “{_safe(labels.seen(one.span))}”"
            for one in more
        )


def _safe(words: str) -> str:
    return SPECIAL.sub(r"\\\1", " ".join(words.split()))


def _line(line: Line, story: Story, labels: Labels) -> Iterator[str]:
    lead = "  - " if line.parent else "- "
    say = labels.say
    name = say.name("state", line.state) if line.state else say.name("severity", line.severity)
    state = f" *{name}*" if line.state or line.severity else ""
    when = f" **{line.when}**" if line.when else ""
    yield f"{lead}**{line.label}**{state}{when} {_safe(line.text)}" + (
        f" ({_safe(line.support)})" if line.support else ""
    )
    inner = "    - " if line.parent else "  - "
    for one in line.evidence:
        note = f" ({_safe(one.note)})" if one.note else ""
        yield f"{inner}{labels.place(one.span)}: “{_safe(labels.seen(one.span))}”{note}"
    for basis in line.basis:
        yield f"{inner}{say('markdown.date')}: {_safe(basis)}"


def _sources(story: Story, labels: Labels) -> Iterator[str]:
    for reading in story.readings:
        article = reading.article
        published = labels.say("markdown.no_date")
        if article.published:
            published = f"{dated(article.published, labels.say)} ({article.published.basis})"
        told = [article.name, article.language, article.outlet or labels.say("markdown.no_outlet"), published]
        yield f"- **{labels.article[article.source]}** {_safe(', '.join(told))}, sha256 `{article.source}`"
        yield from (f"  - {_safe(line)}" for line in nature(article, labels))


def _unused(story: Story, labels: Labels) -> Iterator[str]:
    for span in story.unused:
        yield f"- {labels.place(span)}: “{_safe(labels.seen(span))}”"
    if not story.unused:
        yield labels.say("unused.none")
