"""What each page shows, as plain values for its template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.compare.corrections import in_force
from dragoman.desk import apart, only
from dragoman.records import Article, Correction, Source, Target
from dragoman.store.library import Library
from dragoman.store.search import Found, search

__all__ = ["FILTERS", "Place", "correction_rows", "found", "line_of", "news", "place", "stories", "story"]

FILTERS = ("kind", "language", "outlet", "speaker", "since", "until")
_NEWS = ("missing", "agreement", "timeline", "wrong")  # regions whose new lines the list of stories shows
_SHOWN = 4
_AROUND = 1500  # characters of a source shown before and after a place


def stories(library: Library, *, seen: str = "", language: str = "en") -> list[dict[str, Any]]:
    """Every story with its versions; those that changed after the moment `seen` come first, then the latest."""
    rows = []
    for row in library.stories():
        versions = library.versions(row["key"])
        before = sum(one["at"] <= seen for one in versions)  # the version that was seen last
        told = {"versions": len(versions), "before": before, "about": row.get("about", {}).get(language)}
        rows.append({**row, **told, "changed": bool(seen) and row["at"] > seen})
    rows.sort(key=lambda row: (row["at"], row["slug"]), reverse=True)
    return sorted(rows, key=lambda row: not row["changed"])


def news(library: Library, key: str, old: int, new: int) -> list[dict[str, Any]]:
    """The lines to show of what a version says that an older one did not: steps and gaps, then what happened."""
    gone, new_lines = apart(library, key, old, new)
    came = only(new_lines, gone)
    ranked = sorted(
        (_NEWS.index(one["region"]), number)
        for number, one in enumerate(came)
        if one["region"] in _NEWS and one["state"]
    )
    return [came[number] for _, number in ranked[:_SHOWN]]


def story(library: Library, slug: str) -> dict[str, Any] | None:
    """The story of this address."""
    return next((row for row in library.stories() if row["slug"] == slug), None)


def line_of(rows: list[dict[str, Any]], label: str) -> dict[str, Any] | None:
    """The line of this label."""
    return next((row for row in rows if row["kind"] == "line" and row["label"] == label), None)


def found(library: Library, asked: dict[str, str], *, limit: int = 50) -> list[Found]:
    """Results for a question with its filters."""
    return search(library, asked.get("q", ""), limit=limit, **{name: asked.get(name, "") for name in FILTERS})


# -- a place in a source ---------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Place:
    """Words of a source with what stands around them, as found in its bytes."""

    source: Source
    article: Article | None
    start: int
    end: int
    before: str
    exact: str
    after: str
    cut_before: bool
    cut_after: bool
    stories: tuple[dict[str, Any], ...]


def place(library: Library, ident: str, start: int, end: int) -> Place | None:
    """A place in a source; None when there is no such source. Offsets outside it are brought inside."""
    source = library.source(ident)
    if source is None:
        return None
    text = source.text
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    first, last = max(0, start - _AROUND), min(len(text), max(start, end) + _AROUND)
    keys = library.stories_of(ident)
    return Place(
        source=source,
        article=library.article(ident),
        start=start,
        end=max(start, end),
        before=text[first:start],
        exact=text[start : max(start, end)],
        after=text[max(start, end) : last],
        cut_before=first > 0,
        cut_after=last < len(text),
        stories=tuple(row for row in library.stories() if row["key"] in keys),
    )


# -- corrections -----------------------------------------------------------------------------------


def correction_rows(library: Library) -> list[dict[str, Any]]:
    """Every correction, the newest first, with whether it holds and what it is about."""
    every = library.corrections()
    holding = {one.id for one in in_force(every)}
    rows = []
    for one in reversed(every):
        if one.verdict != "undo":
            rows.append({"one": one, "holds": one.id in holding, "places": list(_places(library, one))})
    return rows


def _places(library: Library, one: Correction) -> Iterator[dict[str, Any]]:
    """Where the words of a correction stand; without a place when they are no longer there."""
    for target in one.targets:
        source = library.source(target.source)
        start = _found_at(source, target) if source else None
        yield {
            "exact": target.exact,
            "source": target.source,
            "name": source.name if source else target.source[:12],
            "start": start,
            "end": None if start is None else start + len(target.exact),
        }


def _found_at(source: Source, target: Target) -> int | None:
    at = source.text.find(target.prefix + target.exact)
    return None if at < 0 or not target.exact else at + len(target.prefix)
