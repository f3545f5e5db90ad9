"""What each page shows, as plain values for its template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.compare.corrections import in_force
from dragoman.records import Article, Correction, Source, Target
from dragoman.spans import surroundings
from dragoman.store.library import Library
from dragoman.store.search import Found, search
from dragoman.versions import apart, lines, only, retold

__all__ = [
    "FILTERS",
    "Place",
    "correction_rows",
    "found",
    "line_of",
    "named",
    "news",
    "place",
    "shown",
    "stories",
    "story",
    "story_row",
]

FILTERS = ("kind", "language", "outlet", "speaker", "since", "until")
_NEWS = ("missing", "agreement", "timeline", "wrong")  # regions whose new lines the list of stories shows
_SHOWN = 4
_BESIDE = 60  # characters shown before and after the words that a line rests on
_AROUND = 1500  # characters of a source shown before and after a place


def stories(library: Library, *, seen: str = "", language: str = "en") -> list[dict[str, Any]]:
    """Every story; those that changed after the moment `seen` come first, then the latest."""
    rows = [
        {**row, "about": row.get("about", {}).get(language), "changed": bool(seen) and row["at"] > seen}
        for row in library.stories()
    ]
    rows.sort(key=lambda row: (row["at"], row["slug"]), reverse=True)
    return sorted(rows, key=lambda row: not row["changed"])


def story_row(library: Library, row: dict[str, Any], seen: str) -> dict[str, Any]:
    """A story with how many versions it has and which of them was seen last."""
    versions = library.versions(row["key"])
    return {**row, "versions": len(versions), "before": sum(one["at"] <= seen for one in versions)}


def news(library: Library, key: str, old: int, new: int, language: str = "en") -> list[dict[str, Any]]:
    """The lines to show of what a version says that an older one did not: steps and gaps, then what happened."""
    gone, new_lines = apart(library, key, old, new)
    came = only(new_lines, gone)
    ranked = sorted(
        (_NEWS.index(one["region"]), number)
        for number, one in enumerate(came)
        if one["region"] in _NEWS and one["state"]
    )
    return retold(library, key, new, [came[number] for _, number in ranked[:_SHOWN]], language)


def story(library: Library, slug: str) -> dict[str, Any] | None:
    """The story of this address."""
    return next((row for row in library.stories() if row["slug"] == slug), None)


def line_of(library: Library, key: str, number: int, label: str, language: str) -> dict[str, Any] | None:
    """The line of this label, as `shown` gives it."""
    held = [row for row in lines(library, key, number) if row["label"] == label]
    return next(iter(shown(library, key, number, held, language)), None)


def shown(
    library: Library, key: str, number: int, held: Sequence[dict[str, Any]], language: str
) -> list[dict[str, Any]]:
    """Lines in the language of a reader, the words they rest on as a reader of the article saw them."""
    articles = {one["span"]["source"] for line in held for one in line["evidence"]}
    known = {ident: article for ident in articles if (article := library.article(ident))}
    return [
        {**line, "evidence": [{**one, **_around(one["span"], known)} for one in line["evidence"]]}
        for line in retold(library, key, number, held, language)
    ]


def _around(span: dict[str, Any], known: Mapping[str, Article]) -> dict[str, str]:
    """Words with what stands before and after them, without the tags of a page where they are still to be found."""
    article = known.get(span["source"])
    place = article.text.find(span["start"], span["end"]) if article else None
    if article is None or place is None:
        name = article.name if article else ""
        return {"before": span["prefix"], "words": span["exact"], "after": span["suffix"], "name": name}
    before, after = surroundings(article.text.value, *place, _BESIDE)
    return {"before": before, "words": article.text.value[slice(*place)], "after": after, "name": article.name}


def named(held: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The entities of a version: each way of writing a name once, and article by article where it stands."""
    labels = {one["id"]: one["label"] for one in held if one["kind"] == "source"}
    mentions = {one["id"]: one for one in held if one["kind"] == "mention" and one["spans"]}
    made = []
    for one in held:
        if one["kind"] != "entity":
            continue
        forms: dict[str, str] = {}
        for language, form in one["names"]:
            forms.setdefault(form, language)
        within: dict[tuple[str, str], dict[str, Any]] = {}  # what can be split off: a name in an article
        for mention in (mentions[ident] for ident in one["mentions"] if ident in mentions):
            span = mention["spans"][0]
            place = {"span": span, "label": labels.get(span["source"], ""), "name": mention["refers_to"], "count": 0}
            within.setdefault((span["source"], mention["refers_to"]), place)["count"] += 1
        if within:
            made.append({**one, "forms": forms, "within": list(within.values())})
    return made


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
