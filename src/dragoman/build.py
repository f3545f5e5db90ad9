"""What a user calls: a pile of files becomes a Dossier, the handle on a story and on what it can be written as."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dragoman.cache import Cache
from dragoman.line import Progress, from_pile
from dragoman.read.columns import parse_map
from dragoman.read.sources import gather
from dragoman.records import (
    Agreement,
    Article,
    Entity,
    Event,
    Figure,
    Happening,
    Quote,
    Source,
    Story,
    Time,
    Utterance,
)
from dragoman.report import write
from dragoman.report.decisions import decisions
from dragoman.settings import Settings

__all__ = ["Dossier", "build", "from_pile"]


def build(
    paths: Iterable[str | os.PathLike[str]],
    *,
    out: str | os.PathLike[str] | None = None,
    as_of: date | str | None = None,
    title: str | None = None,
    columns: str | None = None,
    engine: str = "local",
    jobs: int = 1,
    keep_sources: bool = True,
    extracts_only: bool = False,
    language: str = "en",
    cache: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
) -> Dossier:
    """Read files and folders into one dossier; written to the folder `out` when one is given.

    `columns` names the columns of tables: "text=body,date=pubdate". `cache` is a folder that keeps readings between
    builds. `extracts_only` makes a page that can be shared: short extracts, no sources. `language`, en or fr, is that
    of the page's own words. For a pile of several stories see `build_stories`.
    Raises NothingToRead when no path holds a readable article, BadManifest when an articles.toml is wrong,
    UnknownChoice when the engine does not exist. Single unreadable files are in `.troubles`.
    """
    day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    settings = Settings(
        as_of=day,
        title=title,
        columns=parse_map(columns) if columns else (),
        engine=engine,
        jobs=jobs,
        keep_sources=keep_sources and not extracts_only,
        extracts_only=extracts_only,
        language=language,
    )
    pile = gather([os.fspath(path) for path in paths], settings=settings)
    decided = decisions(Path(out)) if out is not None else ()
    kept = Cache(Path(cache)) if cache is not None else None
    story = from_pile(pile, settings, corrections=decided, cache=kept, progress=progress)
    dossier = Dossier(story=story, settings=settings)
    if out is not None:
        dossier.write(out)
    return dossier


@dataclass(frozen=True)
class Dossier:
    """The handle a user holds: the story, and what it can be written as."""

    story: Story
    settings: Settings

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, in the order of their names."""
        return tuple(reading.article for reading in self.story.readings)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Every quotation of every article."""
        return tuple(fact for reading in self.story.readings for fact in reading.of(Quote))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of every article."""
        return tuple(fact for reading in self.story.readings for fact in reading.of(Figure))

    @property
    def times(self) -> tuple[Time, ...]:
        """Every time expression of every article."""
        return tuple(fact for reading in self.story.readings for fact in reading.of(Time))

    @property
    def events(self) -> tuple[Event, ...]:
        """Every report of an event."""
        return tuple(fact for reading in self.story.readings for fact in reading.of(Event))

    @property
    def entities(self) -> tuple[Entity, ...]:
        """People, places and organisations over all articles."""
        return self.story.entities

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """What was said, in all its wordings."""
        return self.story.utterances

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """Agreements with their life-cycle and gaps."""
        return self.story.agreements

    @property
    def timeline(self) -> tuple[Happening, ...]:
        """Events over all articles, in order."""
        return self.story.timeline

    @property
    def sources(self) -> tuple[Source, ...]:
        """The originals."""
        return self.story.sources

    @property
    def troubles(self) -> tuple[str, ...]:
        """What could not be read, one line each."""
        return tuple(str(trouble) for trouble in self.story.troubles)

    def words(self, fact: Quote | Figure | Time | Event) -> str:
        """The exact words of a fact, its runs joined by an ellipsis in brackets."""
        return " […] ".join(self.story.words(span) for span in fact.spans)

    def write(self, out: str | os.PathLike[str]) -> Path:
        """Write the dossier folder and give its path back; nothing half-written is left when it fails."""
        return write(self.story, Path(out), self.settings)

    def retitled(self, title: str) -> Dossier:
        """The same dossier under another title."""
        return replace(self, story=replace(self.story, title=title))

    def __repr__(self) -> str:
        story = self.story
        return (
            f"<Dossier {story.title!r}: {len(story.readings)} articles, {len(self.quotes)} quotations, "
            f"{len(story.timeline)} events, {len(story.agreements)} agreements>"
        )

    def _repr_html_(self) -> str:
        """What a notebook shows: the title, the counts and the agreement's state."""
        from dragoman.report.notebook import card

        return card(self.story)
