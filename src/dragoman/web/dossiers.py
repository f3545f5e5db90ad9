"""The pages of one story: its dossier, a line with its evidence, its names, its versions, its files."""

from __future__ import annotations

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dragoman.report.messages import LANGUAGES, messages
from dragoman.settings import Settings
from dragoman.store.library import Library
from dragoman.versions import apart, page_name, rows
from dragoman.web import pages
from dragoman.web.feeds import Feeds
from dragoman.web.framed import framed
from dragoman.web.guard import policy
from dragoman.web.parts import Parts, split
from dragoman.web.rendering import refusal, render, say
from dragoman.web.writing import Writing

__all__ = ["Dossiers", "number_of"]

_REMEMBERED = 8  # dossiers whose pages are kept in memory; reading one again takes some ms a megabyte
_TYPES = {"dossier.html": "text/html", "dossier.md": "text/markdown", "dossier.jsonl": "application/x-ndjson"}
_TYPES |= {page_name(language): "text/html" for language in LANGUAGES}


class Dossiers(Writing):
    """The handlers that tell one story, over one library."""

    def __init__(self, library: Library, settings: Settings, feeds: Feeds | None = None) -> None:
        super().__init__(library, settings, feeds)
        self._shelf: dict[tuple[str, int, str], Parts] = {}

    async def story(self, request: Request) -> Response:
        """The dossier's page as it was built, in parts where it is large, each line with a way to correct it."""
        row, number = self._version(request)
        parts = await run_in_threadpool(self._parts, row, number, request.state.language)
        if parts is None:
            raise refusal(request, 404, "page_missing")
        page = parts.page(request.query_params.get("part", ""), _address(number))
        if page is None:
            raise refusal(request, 404, "part_missing")
        slug, correct = row["slug"], say(request)("web.correct", label=r"\1")
        page = framed(page, str(render("bar", request, row=row, number=number)), slug, correct)
        return HTMLResponse(page, headers={"Content-Security-Policy": policy(page)})

    def _parts(self, row: dict[str, Any], number: int, language: str) -> Parts | None:
        """The pages of a version in a language, else in the one it was built in; the last few are remembered."""
        key = (row["key"], number, language)
        if key not in self._shelf:
            held = self.library.file(row["key"], number, page_name(language))
            held = held or self.library.file(row["key"], number, "dossier.html")
            if held is None:
                return None
            while len(self._shelf) >= _REMEMBERED:
                self._shelf.pop(next(iter(self._shelf)), None)
            self._shelf[key] = split(held.decode(), _address(number), messages(language))
        return self._shelf[key]

    async def line(self, request: Request) -> Response:
        """One line with its evidence, and what a person can say about it."""
        row, number = self._version(request)
        label = request.path_params["label"]
        line = await run_in_threadpool(pages.line_of, self.library, row["key"], number, label, request.state.language)
        if line is None:
            raise refusal(request, 404, "line_missing", label=label)
        return HTMLResponse(render("line", request, row=row, line=line, about=_about(line)))

    async def names(self, request: Request) -> Response:
        """People, places and organisations, to merge, split and rename."""
        row, number = self._version(request)
        held = await run_in_threadpool(rows, self.library, row["key"], number)
        return HTMLResponse(render("names", request, row=row, entities=pages.named(held)))

    async def versions(self, request: Request) -> Response:
        """Two versions of a dossier side by side."""
        row, last = self._version(request)
        key, known = row["key"], self.library.versions(row["key"])
        new = number_of(request, "new", last)
        old = number_of(request, "old", max(1, new - 1))
        sides = await run_in_threadpool(apart, self.library, key, old, new)
        gone, came = [
            pages.shown(self.library, key, number, lines, request.state.language)
            for number, lines in zip((old, new), sides, strict=True)
        ]
        given = {"row": row, "known": known, "old": old, "new": new, "gone": gone, "came": came, "files": _TYPES}
        return HTMLResponse(render("versions", request, **given))

    async def download(self, request: Request) -> Response:
        """A file of a version."""
        row = self._story(request)
        name = request.path_params["name"]
        held = await run_in_threadpool(self.library.file, row["key"], request.path_params["number"], name)
        if held is None or name not in _TYPES:
            raise refusal(request, 404, "file_missing", name=name)
        named = {"Content-Disposition": f'attachment; filename="{row["slug"]}-{name}"'}
        return Response(held, media_type=_TYPES[name], headers=named)

    def _story(self, request: Request) -> dict[str, Any]:
        row = pages.story(self.library, request.path_params["slug"])
        if row is None:
            raise refusal(request, 404, "story_missing", slug=request.path_params["slug"])
        return row

    def _version(self, request: Request) -> tuple[dict[str, Any], int]:
        """The story asked for, and the number of the version: the last one unless another is asked for."""
        row = self._story(request)
        return row, number_of(request, "version", len(self.library.versions(row["key"])))


def number_of(request: Request, name: str, default: int) -> int:
    """A number that an address gives, else the default."""
    asked = request.query_params.get(name, "")
    return int(asked) if asked.isdecimal() and len(asked) < 10 else default


def _about(line: dict[str, Any]) -> str:
    """What kind of fact a line of this region rests on."""
    kinds = {"quotes": "quote", "figures": "figure", "timeline": "event", "agreement": "treaty"}
    return kinds.get(line["region"], "finding")


def _address(number: int) -> str:
    """Where the parts of a version are, seen from one of them: of this version, whatever is built meanwhile."""
    return f"?version={number}"
