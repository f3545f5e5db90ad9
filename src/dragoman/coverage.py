"""A pile of several stories: one dossier a story, and an index of all. A pile of one story is its dossier.

Everything is sifted and grouped; only the stories that are wanted are read deeply.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from textwrap import shorten

from dragoman.build import Dossier
from dragoman.cache import Cache
from dragoman.compare.choosing import choose
from dragoman.compare.stories import Assignment, Group, group, settled, slugs
from dragoman.line import Progress, from_pile, nothing, sifted, silent
from dragoman.models import encoder
from dragoman.read.columns import parse_map
from dragoman.read.sources import Pile, gather
from dragoman.records import Article, Sighting, Source
from dragoman.report.decisions import decisions
from dragoman.report.index import Row, row_of, write_index
from dragoman.settings import Settings
from dragoman.spans import Span

__all__ = ["Coverage", "build_stories"]

_TITLE = 90  # characters of a story's first words where no article has a headline


@dataclass(frozen=True)
class Coverage:
    """What a pile tells: its dossiers by folder, the stories left unread, what could not be read."""

    dossiers: tuple[tuple[str, Dossier], ...]
    rows: tuple[Row, ...]
    unread: tuple[Group, ...]
    troubles: tuple[str, ...]

    @property
    def single(self) -> Dossier | None:
        """The dossier when there is only one."""
        return self.dossiers[0][1] if len(self.dossiers) == 1 else None


def build_stories(
    paths: Iterable[str | os.PathLike[str]],
    *,
    out: str | os.PathLike[str] | None = None,
    story: str | None = None,
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
) -> Coverage:
    """Read files and folders into one dossier a story; `story` chooses by words, a name or a date.

    Written to `out`: the dossier itself when there is one, else a folder for each and an index. Raises what `build`
    raises, and UnknownChoice when no story is meant by `story`.
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
    kept = Cache(Path(cache)) if cache is not None else None
    coverage = _coverage(pile, settings, story, Path(out) if out is not None else None, kept, progress or silent)
    if out is not None:
        _write(coverage, Path(out), settings)
    return coverage


def _coverage(
    pile: Pile, settings: Settings, wanted: str | None, out: Path | None, cache: Cache | None, tell: Progress
) -> Coverage:
    if not pile.sources:
        raise nothing(pile)
    sources = sorted(pile.sources, key=lambda source: (source.name, source.id))
    articles, settings = sifted(sources, settings, tell)
    tell("grouping", 0, 1)
    groups = settled(group(articles, encoder=encoder() if settings.encoder and len(articles) > 1 else None))
    tell("grouping", 1, 1)
    by_source = {article.source: article for article in articles}
    chosen = choose(groups, by_source, wanted) if wanted else groups
    names, dossiers, rows = slugs(groups), [], []
    for one in chosen:
        alone = len(chosen) == 1
        part, own = (pile, articles) if alone and not wanted else _part(pile, by_source, one)
        told = settings if alone else replace(settings, title=None)
        decided = decisions(out if alone else out / names[one.id]) if out is not None else ()
        made = from_pile(part, told, corrections=decided, articles=own, cache=cache, progress=tell)
        if not told.title and not any(reading.article.title for reading in made.readings) and not made.agreements:
            made = replace(made, title=shorten(one.title, _TITLE, placeholder=" …"))  # no headline: its first words
        dossiers.append((names[one.id], Dossier(story=made, settings=told)))
        rows.append(
            row_of(names[one.id], made, {_name(member, by_source[member.source]): member.why for member in one.members})
        )
    unread = tuple(one for one in groups if one not in chosen)
    return Coverage(tuple(dossiers), tuple(rows), unread, tuple(str(trouble) for trouble in pile.troubles))


def _part(pile: Pile, articles: dict[str, Article], one: Group) -> tuple[Pile, Sequence[Article]]:
    """The sources of one story; of a round-up only the passage, cut out of the original bytes."""
    sources = {source.id: source for source in pile.sources}
    found, sightings, own, cut = [], [], [], False
    for member in one.members:
        source = sources[member.source]
        if member.passage is None:
            found.append(source)
            own.append(articles[source.id])
            sightings += [seen for seen in pile.sightings if seen.source == source.id]
            continue
        piece = _cut(source, articles[source.id], member)
        cut = True
        found.append(piece)
        sightings.append(Sighting(source=piece.id, name=piece.name, url=piece.given("url")))
    return Pile(tuple(found), tuple(sightings), (), pile.owners), () if cut else own


def _span(member: Assignment, article: Article) -> Span | None:
    """The place of the passage that is meant, None for the whole article."""
    return article.text.span(member.passage.start, member.passage.end) if member.passage else None


def _name(member: Assignment, article: Article) -> str:
    """What an article, or a passage of it, is called in its story."""
    span = _span(member, article)
    return f"{member.name}#char={span.start},{span.end}" if span else member.name


def _cut(source: Source, article: Article, member: Assignment) -> Source:
    """A passage as a source of its own: its bytes, and what is known of the page."""
    span = _span(member, article)
    raw = source.raw[source.byte(span.start) : source.byte(span.end)] if span else source.raw
    known = {"language": article.language, "outlet": article.outlet, "url": article.url}
    if article.published and article.published.precision == "day":
        known["date"] = article.published.value
    meta = tuple((key, value) for key, value in sorted(known.items()) if value and value != "und")
    return replace(source, raw=raw, name=_name(member, article), meta=meta, derived=None)


def _write(coverage: Coverage, out: Path, settings: Settings) -> None:
    if coverage.single is not None:
        coverage.single.write(out)
        return
    stories = [(slug, dossier.story) for slug, dossier in coverage.dossiers]
    write_index(out, stories, coverage.rows, [one.title for one in coverage.unread], coverage.troubles, settings)
