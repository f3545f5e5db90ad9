"""The straight line: sources → sift → read → compare → report. The only file that knows every room."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from dragoman.compare import compare
from dragoman.compare.corrections import Overlay
from dragoman.engines import engine as engine_named
from dragoman.errors import NothingToRead
from dragoman.models import parser
from dragoman.read import read, sift
from dragoman.read.columns import parse_map
from dragoman.read.pile import taught
from dragoman.read.sources import Pile, gather
from dragoman.records import (
    Agreement,
    Article,
    Correction,
    Entity,
    Event,
    Figure,
    Happening,
    Quote,
    Reading,
    Source,
    Story,
    Time,
    Utterance,
)
from dragoman.report import write
from dragoman.report.decisions import decisions
from dragoman.settings import Settings

__all__ = ["Dossier", "build"]

Progress = Callable[[str, int, int], None]


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
    progress: Progress | None = None,
) -> Dossier:
    """Read files and folders into a dossier; written to the folder `out` when one is given.

    `columns` names the columns of tables: "text=body,date=pubdate".
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
        keep_sources=keep_sources,
    )
    pile = gather([os.fspath(path) for path in paths], settings=settings)
    decided = decisions(Path(out)) if out is not None else ()
    dossier = Dossier(story=from_pile(pile, settings, corrections=decided, progress=progress), settings=settings)
    if out is not None:
        dossier.write(out)
    return dossier


def from_pile(
    pile: Pile, settings: Settings, *, corrections: Iterable[Correction] = (), progress: Progress | None = None
) -> Story:
    """The story of a pile of sources, with what people decided laid over it."""
    tell = progress or (lambda stage, done, total: None)
    if not pile.sources:
        reasons = "; ".join(str(trouble) for trouble in pile.troubles[:5])
        raise NothingToRead(f"no readable article. {reasons or 'Give pages, texts, feeds, tables or archives.'}")
    spread = engine_named(settings.engine)
    overlay = Overlay(corrections, pile.sources)
    sources = sorted(map(overlay.source, pile.sources), key=lambda source: (source.name, source.id))
    articles = []
    for done, article in enumerate(spread(partial(sift, settings=settings), sources, jobs=settings.jobs), 1):
        articles.append(article)
        tell("cleaning", done, len(sources))
    settings, stale = taught(articles, settings)  # a pile from one site teaches its furniture
    again = [source for source in sources if source.id in stale]
    fresh = {one.source: one for one in spread(partial(sift, settings=settings), again, jobs=settings.jobs)}
    articles = [fresh.get(article.source, article) for article in articles]
    _preload(articles)
    readings: list[Reading] = []
    for done, reading in enumerate(spread(partial(read, settings=settings), articles, jobs=settings.jobs), 1):
        readings.append(reading)
        tell("reading", done, len(articles))
    tell("comparing", 0, 1)
    story = compare(
        readings,
        sources,
        sightings=pile.sightings,
        troubles=pile.troubles,
        corrections=overlay.corrections,
        settings=settings,
    )
    tell("comparing", 1, 1)
    return replace(story, learned=settings.learned)


def _preload(articles: Sequence[Article]) -> None:
    """Load the parsers the pile needs before workers are forked, so that they share one copy."""
    for language in sorted({article.language for article in articles}):
        parser(language)


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
