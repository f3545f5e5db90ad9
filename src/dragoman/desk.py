"""The straight line over a library: what comes in is kept, grouped, read and compared; only what it touches is redone.

take(library, pile)      keep new sources and where they were found
refresh(library)         bring every story up to date; what changed, story by story
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from anyascii import anyascii

from dragoman.cache import rules
from dragoman.compare import compare
from dragoman.compare.corrections import Overlay, in_force
from dragoman.compare.stories import group, settled
from dragoman.engines import engine as engine_named
from dragoman.line import Progress, deep, silent
from dragoman.models import encoder
from dragoman.read import sift
from dragoman.read.published import days_of, undated
from dragoman.read.sources import Pile
from dragoman.records import Article, Correction, Reading, Source, Story, digest
from dragoman.report import FORMATS, Labels
from dragoman.report.jsonl import build_digest
from dragoman.report.masthead import brief
from dragoman.report.messages import LANGUAGES
from dragoman.report.page import page
from dragoman.settings import Settings
from dragoman.store.library import Library
from dragoman.store.search import index
from dragoman.store.vectors import Remembered
from dragoman.versions import lines_name, page_name, told

__all__ = ["Change", "refresh", "take"]

_SLUG = 60  # characters of a slug: a title's words fit, a file name does


@dataclass(frozen=True, kw_only=True)
class Change:
    """A story that has a new version: which sources are new in it."""

    key: str
    slug: str
    title: str
    number: int
    added: tuple[str, ...]
    new: bool


def take(library: Library, pile: Pile) -> list[str]:
    """Keep the sources of a pile and where they were found; the ids of those that are new."""
    return library.add(pile.sources, pile.sightings)


def refresh(library: Library, settings: Settings, *, progress: Progress | None = None) -> list[Change]:
    """Group, read and compare what changed since the last time; each changed story gets a new version."""
    tell = progress or silent
    corrections = in_force(library.corrections())
    articles = _sifted(library, corrections, settings, tell)
    changes = []
    for key, members in _keyed(library, _groups(library, articles, settings)):
        known = library.members(key)
        mark = digest(members, [one.id for one in corrections if _concerns(one, members)], rules())
        if library.mark(key) == mark:
            continue
        ordered = sorted((articles[one] for one in members), key=lambda article: (article.name, article.source))
        sources = [Overlay(corrections, [source]).source(source) for source in _sources_of(library, members)]
        by_id = {source.id: source for source in sources}
        near = replace(settings, days=days_of(ordered, settings))
        readings = deep(ordered, by_id, near, tell, _Shelf(library, corrections))
        tell("comparing", 0, 1)
        story = compare(
            readings, sources, sightings=library.sightings(members), corrections=corrections, settings=settings
        )
        tell("comparing", 1, 1)
        story = replace(story, days=near.days)
        before = len(library.versions(key))
        change = _keep(library, key, story, mark=mark, known=known)
        if change.new or change.number > before:  # else read anew, by other rules, with the same outcome
            changes.append(change)
    return changes


# -- articles and readings -------------------------------------------------------------------------


def _sifted(
    library: Library, corrections: Sequence[Correction], settings: Settings, tell: Progress
) -> dict[str, Article]:
    """{source: article} of the whole library; what is new or was given another date is sifted and kept."""
    idents = library.source_ids()
    found = {ident: library.article(ident, _made_by(corrections, ident)) for ident in idents}
    kept = {ident: undated(article) for ident, article in found.items() if article}
    missing = [source for ident in idents if ident not in kept and (source := library.source(ident))]
    dated = [Overlay(corrections, [source]).source(source) for source in missing]
    spread = engine_named(settings.engine)
    for done, article in enumerate(spread(partial(sift, settings=settings), dated, jobs=settings.jobs), 1):
        library.keep_article(article, _made_by(corrections, article.source))
        kept[article.source] = article
        tell("cleaning", done, len(missing))
    return {ident: kept[ident] for ident in idents if ident in kept}


class _Shelf:
    """Readings kept in the library itself, each findable as soon as it is there."""

    def __init__(self, library: Library, corrections: Sequence[Correction]) -> None:
        self.library, self.corrections = library, corrections

    def get(self, source: Source, article: Article, settings: Settings) -> Reading | None:
        """The reading that was kept, None when other rules made it."""
        return self.library.reading(source.id, _made_by(self.corrections, source.id, _near(article, settings)))

    def keep(self, source: Source, article: Article, settings: Settings, reading: Reading) -> None:
        """Keep a reading, and the article with the date that was inferred in it."""
        made_by = _made_by(self.corrections, source.id)
        with self.library.store.transaction():
            self.library.keep_reading(reading, _made_by(self.corrections, source.id, _near(article, settings)))
            self.library.keep_article(reading.article, made_by)
            index(self.library, reading)


def _made_by(corrections: Sequence[Correction], source: str, near: Sequence[str] = ()) -> str:
    """The rules, the date that somebody gave and the days of the story: what a reading depends on beside its bytes."""
    dates = [one.value for one in corrections if one.verdict == "date" and _concerns(one, [source])]
    return ":".join([rules(), *dates[-1:], *([digest(near)] if near else [])])


def _near(article: Article, settings: Settings) -> Sequence[str]:
    """The days of the story, which only an undated article is read with."""
    return () if article.published else settings.days


# -- stories ---------------------------------------------------------------------------------------


def _groups(library: Library, articles: dict[str, Article], settings: Settings) -> list[list[str]]:
    """Which articles tell one story: lists of sources; a round-up is in several."""
    vectors = Remembered(library.store, encoder) if settings.encoder and len(articles) > 1 else None
    made = settled(group(articles.values(), encoder=vectors))
    return [list(one.sources) for one in made]


def _keyed(library: Library, groups: Sequence[Sequence[str]]) -> Iterator[tuple[str, list[str]]]:
    """Each group with the key of the story it goes on with, else a new one; stories that no group goes on with end."""
    held = {row["key"]: set(library.members(row["key"])) for row in library.stories()}
    overlaps = sorted(
        ((-len(held[key] & set(group)), key, number) for key in held for number, group in enumerate(groups)),
    )
    taken: dict[int, str] = {}
    used: set[str] = set()
    for overlap, key, number in overlaps:
        if overlap < 0 and number not in taken and key not in used:
            taken[number] = key
            used.add(key)
    for key in held:
        if key not in used:
            library.drop_story(key)
    for number, group_ in enumerate(groups):
        yield taken.get(number) or digest("story", min(group_)), sorted(group_)


def _keep(library: Library, key: str, story: Story, *, mark: str, known: Sequence[str]) -> Change:
    labels = Labels(story)
    made = {name: writer(story, labels).encode("utf-8", "replace") for name, writer in FORMATS.values()}
    for language in LANGUAGES:
        if language != labels.say.language:
            own = Labels(story, language)
            made[page_name(language)] = page(story, own).encode("utf-8", "replace")
            made[lines_name(language)] = told(own).encode("utf-8", "replace")
    old = next((row for row in library.stories() if row["key"] == key), None)
    slug = old["slug"] if old else _slug(story.title, {row["slug"] for row in library.stories()})
    at = datetime.now(UTC).isoformat(timespec="seconds")
    about = {language: brief(story, Labels(story, language)) for language in LANGUAGES}
    number = library.keep_story(
        key, story, slug=slug, files=made, digest=build_digest(story, labels), at=at, mark=mark, about=about
    )
    added = tuple(one.article.source for one in story.readings if one.article.source not in known)
    return Change(key=key, slug=slug, title=story.title, number=number, added=added, new=old is None)


def _slug(title: str, taken: set[str]) -> str:
    """A title as part of an address, unlike all those taken."""
    words = re.sub(r"[^a-z0-9]+", "-", anyascii(title).lower()).strip("-")[:_SLUG].rstrip("-") or "story"
    return next(one for one in (words, *(f"{words}-{number}" for number in range(2, 10**6))) if one not in taken)


def _concerns(correction: Correction, members: Sequence[str]) -> bool:
    return any(target.source in members for target in correction.targets)


def _sources_of(library: Library, members: Sequence[str]) -> list[Source]:
    return [source for one in members if (source := library.source(one))]
