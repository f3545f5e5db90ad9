"""Feeds, lists of feeds and folders → sources. What is remembered of each feed lies in the library."""

from __future__ import annotations

import json
import os
import tempfile
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from dragoman.desk import Change, refresh, take
from dragoman.errors import BadInput
from dragoman.read.sources import Pile, gather
from dragoman.records import Sighting, Source, Trouble
from dragoman.settings import Settings
from dragoman.store.library import Library
from dragoman.watch.polite import Fetched, Polite

__all__ = ["Round", "feeds_in", "listed", "look"]

_BACK_OFF = 2.0  # a failing feed is asked after 2, 4, 8 … times the usual interval
_LONGEST = 86400.0  # seconds: at most a day between two tries
_SEEN = 3000  # addresses remembered of a feed: several weeks of a busy one
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, kw_only=True)
class Round:
    """One look at everything that is watched."""

    new: tuple[str, ...]  # sources that were not in the library
    troubles: tuple[Trouble, ...]
    changes: tuple[Change, ...]


@dataclass
class _Memory:
    """What is remembered of a feed between two rounds."""

    etag: str = ""
    modified: str = ""
    due: float = 0.0  # moment before which it is not asked again
    failures: int = 0
    seen: list[str] = field(default_factory=list)  # addresses of entries whose pages were fetched
    said: str = ""  # how the last try went


def look(
    library: Library,
    places: Iterable[str],
    *,
    settings: Settings,
    polite: Polite,
    follow: bool = True,
    every: float = 900.0,
    now: Callable[[], float] = time.time,
    progress: Progress | None = None,
) -> Round:
    """Ask every feed that is due and look through every folder, keep what is new, bring the stories up to date.

    `follow` fetches the pages that entries link to; where that fails, the entry's own text is kept.
    `every` is the usual interval in seconds. Raises BadInput for a place that is neither an address nor a path.
    """
    new: list[str] = []
    troubles: list[Trouble] = []
    for place in _all(places):
        if place.startswith(("http://", "https://")):
            pile, memory = _feed(library, place, settings, polite, follow=follow, every=every, now=now())
        else:
            pile, memory = gather([place], settings=settings), None
        with library.store.transaction():  # a feed is remembered as read together with what it brought, or not at all
            new += take(library, pile)
            if memory is not None:
                _remember(library, place, memory)
        troubles += pile.troubles
    changes = refresh(library, settings, progress=progress)
    return Round(new=tuple(new), troubles=tuple(troubles), changes=tuple(changes))


def _all(places: Iterable[str]) -> Iterator[str]:
    """The places, each list of feeds as its feeds; nothing twice."""
    told: set[str] = set()
    for place in places:
        inner = feeds_in(Path(place)) if place.lower().endswith((".opml", ".opml.xml")) else [place]
        for one in inner:
            if not one.startswith(("http://", "https://")) and not os.path.exists(one):
                raise BadInput(f"{one}: neither the address of a feed nor a file or folder.")
            if one not in told:
                told.add(one)
                yield one


def feeds_in(path: Path) -> list[str]:
    """The addresses in an OPML file; BadInput when it is not one."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path}: not a list of feeds that can be read ({error}).") from error
    return listed(content, str(path))


def listed(content: bytes, name: str) -> list[str]:
    """The addresses in the bytes of an OPML file of this name; BadInput when it is not one."""
    if b"<!ENTITY" in content or b"<!DOCTYPE" in content:
        raise BadInput(f"{name}: has a document type of its own, which an OPML file needs not. Remove it.")
    try:
        tree = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise BadInput(f"{name}: not a list of feeds that can be read ({error}).") from error
    found = [one.get("xmlUrl", "") for one in tree.iter("outline")]
    return [one for one in found if one.startswith(("http://", "https://"))]


# -- one feed --------------------------------------------------------------------------------------


def _feed(
    library: Library, url: str, settings: Settings, polite: Polite, *, follow: bool, every: float, now: float
) -> tuple[Pile, _Memory]:
    """What a feed brings, and what is to be remembered of it once that is kept."""
    memory = _recall(library, url)
    if now < memory.due:
        return Pile((), (), ()), memory
    answer = polite.get(url, etag=memory.etag, modified=memory.modified)
    if answer.state == "new":
        pile = _entries(answer, url, settings)
        if pile.sources or not pile.troubles:
            memory.etag, memory.modified = answer.etag, answer.modified  # a broken feed is asked for in full again
        if follow:
            pile = _pages(pile, memory, settings, polite)
    else:
        cure = "" if answer.state == "unchanged" else "It will be tried again."
        troubles = () if answer.state == "unchanged" else (Trouble(where=url, what=f"{answer.why}.", cure=cure),)
        pile = Pile((), (), troubles)
    _note(memory, answer, every, now)
    return pile, memory


def _note(memory: _Memory, answer: Fetched, every: float, now: float) -> None:
    memory.failures = 0 if answer.state in ("new", "unchanged") else memory.failures + 1
    wait = min(every * _BACK_OFF**memory.failures, _LONGEST) if memory.failures else 0.0
    memory.due = now + max(wait, answer.wait)
    memory.said = answer.why or answer.state


def _entries(answer: Fetched, url: str, settings: Settings) -> Pile:
    """The entries of a fetched feed, each a source."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "feed.xml").write_bytes(answer.body)
        pile = gather([folder], settings=settings)
    return _named(pile, lambda name: name.replace("feed.xml", url, 1))


def _pages(pile: Pile, memory: _Memory, settings: Settings, polite: Polite) -> Pile:
    """The pages that new entries link to in the place of the entries' own text; the text where there is no page.

    Entries are told apart by where they were seen: two may have the same words ("Read more on our site").
    """
    known = {source.id: source for source in pile.sources}
    sources: dict[str, Source] = {}
    sightings: list[Sighting] = []
    troubles = list(pile.troubles)
    for seen in pile.sightings:
        entry, url = known[seen.source], seen.url or ""
        if url in memory.seen:
            continue
        page = _page(seen, entry, settings, polite, troubles) if url else None
        chosen = page or Pile((entry,), (seen,), ())
        sources.update({one.id: one for one in chosen.sources})
        sightings += chosen.sightings
        if url:
            memory.seen.append(url)
    memory.seen = memory.seen[-_SEEN:]
    return Pile(tuple(sources.values()), tuple(sightings), tuple(troubles))


def _page(seen: Sighting, entry: Source, settings: Settings, polite: Polite, troubles: list[Trouble]) -> Pile | None:
    """The page of an entry, with what the feed says of it; None when it cannot be had."""
    url = seen.url or ""
    answer = polite.get(url)
    if answer.state != "new":
        troubles.append(Trouble(where=url, what=f"{answer.why}.", cure="The text of the feed is kept instead."))
        return None
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "page.html").write_bytes(answer.body)
        lines = [f"{key} = {json.dumps(value)}" for key, value in _said_of(seen, entry).items()]
        (Path(folder) / "articles.toml").write_text("\n".join(['["page.html"]', *lines]) + "\n", encoding="utf-8")
        pile = gather([folder], settings=settings)
    if not pile.sources:
        troubles += [replace(one, where=url) for one in pile.troubles]
        return None
    return _named(pile, lambda name: url)


def _said_of(seen: Sighting, entry: Source) -> dict[str, str]:
    """What a feed says of an entry; of one whose words another had before it only where it leads and whose it is."""
    if entry.given("url") != seen.url:
        return {key: value for key, value in (("url", seen.url), ("outlet", seen.outlet)) if value}
    return {key: value for key, value in entry.meta if key in ("date", "outlet", "url", "title")}


def _named(pile: Pile, rename: Callable[[str], str]) -> Pile:
    """A pile under the names that people know, not those of temporary files."""
    return replace(
        pile,
        sources=tuple(replace(one, name=rename(one.name)) for one in pile.sources),
        sightings=tuple(replace(one, name=rename(one.name)) for one in pile.sightings),
        troubles=tuple(replace(one, where=rename(one.where)) for one in pile.troubles),
    )


def _recall(library: Library, url: str) -> _Memory:
    held = library.store.get("feeds", url)
    return _Memory() if held is None else _Memory(**json.loads(zlib.decompress(held)))


def _remember(library: Library, url: str, memory: _Memory) -> None:
    row: dict[str, Any] = vars(memory)
    library.store.put("feeds", url, zlib.compress(json.dumps(row).encode()), url=url)
