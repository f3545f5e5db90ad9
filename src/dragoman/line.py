"""The straight line, step by step: sources → sift → read → compare; what builds, whatever they build, walk along it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from dragoman.compare import compare
from dragoman.compare.corrections import Overlay
from dragoman.engines import engine as engine_named
from dragoman.errors import NothingToRead
from dragoman.models import parser
from dragoman.read import read, sift
from dragoman.read.pile import taught
from dragoman.read.published import days_of
from dragoman.read.sources import Pile
from dragoman.records import Article, Correction, Reading, Source, Story
from dragoman.settings import Settings

__all__ = ["Kept", "Progress", "deep", "from_pile", "nothing", "sifted", "silent"]

Progress = Callable[[str, int, int], None]


class Kept(Protocol):
    """Where readings are kept: a folder (cache.Cache) or a library."""

    def get(self, source: Source, article: Article, settings: Settings) -> Reading | None:
        """The reading that was kept, None when there is none."""

    def keep(self, source: Source, article: Article, settings: Settings, reading: Reading) -> None:
        """Keep a reading."""


def from_pile(
    pile: Pile,
    settings: Settings,
    *,
    corrections: Iterable[Correction] = (),
    articles: Sequence[Article] = (),
    cache: Kept | None = None,
    progress: Progress | None = None,
) -> Story:
    """The story of a pile of sources, with what people decided laid over it; `articles` if they are sifted already."""
    tell = progress or silent
    if not pile.sources:
        raise nothing(pile)
    overlay = Overlay(corrections, pile.sources)
    sources = sorted(map(overlay.source, pile.sources), key=lambda source: (source.name, source.id))
    if not articles or set(sources) != set(pile.sources):  # a date that somebody set makes another article
        articles, settings = sifted(sources, settings, tell)
    settings = replace(settings, days=days_of(articles, settings))
    readings = deep(articles, {source.id: source for source in sources}, settings, tell, cache)
    tell("comparing", 0, 1)
    story = compare(
        readings,
        sources,
        sightings=pile.sightings,
        troubles=pile.troubles,
        owners=pile.owners,
        corrections=overlay.corrections,
        settings=settings,
    )
    tell("comparing", 1, 1)
    return replace(story, learned=settings.learned, days=settings.days)


def nothing(pile: Pile) -> NothingToRead:
    """The error of a pile without a readable source, with the first reasons."""
    reasons = "; ".join(str(trouble) for trouble in pile.troubles[:5])
    return NothingToRead(f"no readable article. {reasons or 'Give pages, texts, feeds, tables or archives.'}")


def sifted(sources: Sequence[Source], settings: Settings, tell: Progress) -> tuple[list[Article], Settings]:
    """Every source made readable, and the settings with what the pile taught: one site's pages show its furniture."""
    spread = engine_named(settings.engine)
    articles = []
    for done, article in enumerate(spread(partial(sift, settings=settings), sources, jobs=settings.jobs), 1):
        articles.append(article)
        tell("cleaning", done, len(sources))
    settings, stale = taught(articles, settings)
    again = [source for source in sources if source.id in stale]
    fresh = {one.source: one for one in spread(partial(sift, settings=settings), again, jobs=settings.jobs)}
    return [fresh.get(article.source, article) for article in articles], settings


def deep(
    articles: Sequence[Article],
    sources: Mapping[str, Source],
    settings: Settings,
    tell: Progress,
    cache: Kept | None = None,
) -> list[Reading]:
    """Every article read, in the same order; those in the cache are not read again."""
    kept = {
        one.source: reading
        for one in articles
        if cache is not None and (reading := cache.get(sources[one.source], one, settings))
    }
    missing = [one for one in articles if one.source not in kept]
    _preload(missing)
    spread = engine_named(settings.engine)
    for done, (article, reading) in enumerate(
        zip(missing, spread(partial(read, settings=settings), missing, jobs=settings.jobs), strict=True), 1
    ):
        kept[article.source] = reading
        if cache is not None:
            cache.keep(sources[article.source], article, settings, reading)
        tell("reading", done, len(missing))
    return [kept[one.source] for one in articles]


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def _preload(articles: Sequence[Article]) -> None:
    """Load the parsers the pile needs before workers are forked, so that they share one copy."""
    for language in sorted({article.language for article in articles}):
        parser(language)
