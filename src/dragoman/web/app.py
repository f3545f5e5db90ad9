"""Routes → answers. Reads are answered from the library; whatever takes long becomes a job."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from dragoman.desk import apart, page_name, rows
from dragoman.packing import pack
from dragoman.report.messages import messages
from dragoman.settings import Settings
from dragoman.store.library import Library
from dragoman.web import pages
from dragoman.web.framed import framed
from dragoman.web.guard import Guard, policy
from dragoman.web.parts import Parts, split
from dragoman.web.plots import by_day, by_name
from dragoman.web.rendering import refusal, render, say, static
from dragoman.web.tongue import Tongue
from dragoman.web.writing import Feeds, Writing, is_day, now, told

__all__ = ["application"]

_TOLD = 4  # changed stories of which the new lines are shown on the first page
_REMEMBERED = 8  # dossiers whose pages are kept in memory; reading one again takes some ms a megabyte
_TYPES = {"dossier.html": "text/html", "dossier.md": "text/markdown", "dossier.jsonl": "application/x-ndjson"}


def application(
    library: Library,
    *,
    settings: Settings | None = None,
    hosts: Iterable[str] = (),
    token: str | None = None,
    feeds: Feeds | None = None,
) -> Starlette:
    """The web application over a library; `hosts` are names it answers to beside those of this computer.

    `feeds` reads feeds into the library; without it none are offered.
    """
    desk = _Desk(library, settings or Settings(), feeds)
    routes = [
        Route("/", desk.home),
        Route("/search", desk.search),
        Route("/story/{slug}", desk.story),
        Route("/story/{slug}/line/{label}", desk.line),
        Route("/story/{slug}/names", desk.names),
        Route("/story/{slug}/versions", desk.versions),
        Route("/story/{slug}/file/{number:int}/{name}", desk.download),
        Route("/coverage", desk.coverage),
        Route("/source/{ident}", desk.source),
        Route("/source/{ident}/bytes", desk.raw),
        Route("/add", desk.add, methods=["POST"]),
        Route("/feed", desk.feed, methods=["POST"]),
        Route("/jobs", desk.progress),
        Route("/correct", desk.correct, methods=["POST"]),
        Route("/corrections", desk.corrections),
        Route("/corrections/export", desk.exported),
        Route("/corrections/import", desk.imported, methods=["POST"]),
        Route("/static/{name}", static),
    ]
    guard = Middleware(Guard, hosts=tuple(hosts), token=token)
    tongue = Middleware(Tongue, default=desk.settings.language)
    return Starlette(routes=routes, middleware=[guard, tongue], exception_handlers={HTTPException: _refused})


async def _refused(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 500)
    detail = str(getattr(error, "detail", error))
    return HTMLResponse(render("refused", request, status=status, detail=detail), status_code=status)


class _Desk(Writing):
    """The handlers that read, over one library; those that write are in writing.py."""

    def __init__(self, library: Library, settings: Settings, feeds: Feeds | None = None) -> None:
        super().__init__(library, settings, feeds)
        self._shelf: dict[tuple[str, int, str], Parts] = {}
        self._told: dict[tuple[str, int, int], list[dict[str, Any]]] = {}

    # -- reading ---------------------------------------------------------------------------------

    async def home(self, request: Request) -> Response:
        """Stories, what changed since the last visit, adding."""
        seen = request.cookies.get("seen", "")
        listed = await run_in_threadpool(pages.stories, self.library, seen=seen, language=request.state.language)
        for row in [one for one in listed if one["changed"] and one["before"]][:_TOLD]:
            row["news"] = await run_in_threadpool(self._news, row["key"], row["before"], row["versions"])
        jobs = [told(job.row(), say(request)) for job in self.jobs.latest()]
        feeds = None if self.feeds is None else await run_in_threadpool(self.feeds.known)
        answer = HTMLResponse(render("home", request, stories=listed, seen=seen, jobs=jobs, feeds=feeds))
        answer.set_cookie("seen", now(), httponly=True, samesite="strict", max_age=400 * 86400)
        return answer

    def _news(self, key: str, old: int, new: int) -> list[dict[str, Any]]:
        """What is new in a version; the last answers are remembered, since two versions are read for each."""
        if (key, old, new) not in self._told:
            while len(self._told) >= _REMEMBERED:
                self._told.pop(next(iter(self._told)), None)
            self._told[key, old, new] = pages.news(self.library, key, old, new)
        return self._told[key, old, new]

    async def search(self, request: Request) -> Response:
        """Results, each an exact place."""
        asked = {name: request.query_params.get(name, "").strip() for name in ("q", *pages.FILTERS)}
        wrong = [name for name in ("since", "until") if asked[name] and not is_day(asked[name])]
        hits = [] if wrong else await run_in_threadpool(pages.found, self.library, asked)
        if request.query_params.get("format") == "json":
            return JSONResponse({"asked": asked, "hits": [pack(hit) for hit in hits]})
        slugs = {row["key"]: row for row in self.library.stories()}
        kinds = [(name, text) for name, text in say(request).tables["web_kinds"].items() if name != "any"]
        return HTMLResponse(render("search", request, asked=asked, hits=hits, wrong=wrong, slugs=slugs, kinds=kinds))

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
        held = await run_in_threadpool(rows, self.library, row["key"], number)
        line = pages.line_of(held, request.path_params["label"])
        if line is None:
            raise refusal(request, 404, "line_missing", label=request.path_params["label"])
        return HTMLResponse(render("line", request, row=row, line=line, about=_about(line)))

    async def names(self, request: Request) -> Response:
        """People, places and organisations, to merge, split and rename."""
        row, number = self._version(request)
        held = await run_in_threadpool(rows, self.library, row["key"], number)
        mentions = {one["id"]: one for one in held if one["kind"] == "mention"}
        entities = [one for one in held if one["kind"] == "entity"]
        return HTMLResponse(render("names", request, row=row, entities=entities, mentions=mentions))

    async def versions(self, request: Request) -> Response:
        """Two versions of a dossier side by side."""
        row, last = self._version(request)
        known = self.library.versions(row["key"])
        new = _number(request, "new", last)
        old = _number(request, "old", max(1, new - 1))
        gone, came = await run_in_threadpool(apart, self.library, row["key"], old, new)
        return HTMLResponse(render("versions", request, row=row, known=known, old=old, new=new, gone=gone, came=came))

    async def download(self, request: Request) -> Response:
        """A file of a version."""
        row = self._story(request)
        name = request.path_params["name"]
        held = await run_in_threadpool(self.library.file, row["key"], request.path_params["number"], name)
        if held is None or name not in _TYPES:
            raise refusal(request, 404, "file_missing", name=name)
        named = {"Content-Disposition": f'attachment; filename="{row["slug"]}-{name}"'}
        return Response(held, media_type=_TYPES[name], headers=named)

    async def coverage(self, request: Request) -> Response:
        """How many articles, when and where from."""
        days = await run_in_threadpool(self.library.coverage, "published")
        outlets = await run_in_threadpool(self.library.coverage, "outlet")
        made = [by_day(days, say(request)), by_name(outlets, say(request), asks="outlet")]
        undated = sum(count for day, _, count in days if not day)
        return HTMLResponse(render("coverage", request, plots=[one for one in made if one], undated=undated))

    async def source(self, request: Request) -> Response:
        """A place in a source, as found in its bytes."""
        start, end = _number(request, "start", 0), _number(request, "end", 0)
        found = await run_in_threadpool(pages.place, self.library, request.path_params["ident"], start, end)
        if found is None:
            raise refusal(request, 404, "source_missing")
        return HTMLResponse(render("source", request, place=found))

    async def raw(self, request: Request) -> Response:
        """The bytes of a source; never shown as a page."""
        source = await run_in_threadpool(self.library.source, request.path_params["ident"])
        if source is None:
            raise refusal(request, 404, "source_missing")
        named = {"Content-Disposition": f'attachment; filename="{source.id[:16]}.bin"'}
        return Response(source.raw, media_type="application/octet-stream", headers=named)

    async def corrections(self, request: Request) -> Response:
        """Every correction, with its undoing."""
        made = await run_in_threadpool(pages.correction_rows, self.library)
        return HTMLResponse(render("corrections", request, rows=made))

    async def exported(self, request: Request) -> Response:
        """Corrections as JSON lines, to keep or to give to another library."""
        lines = [json.dumps(pack(one), ensure_ascii=False) for one in self.library.corrections()]
        named = {"Content-Disposition": 'attachment; filename="corrections.jsonl"'}
        return Response("".join(f"{line}\n" for line in lines), media_type="application/x-ndjson", headers=named)

    # -- parts -----------------------------------------------------------------------------------

    def _story(self, request: Request) -> dict[str, Any]:
        row = pages.story(self.library, request.path_params["slug"])
        if row is None:
            raise refusal(request, 404, "story_missing", slug=request.path_params["slug"])
        return row

    def _version(self, request: Request) -> tuple[dict[str, Any], int]:
        """The story asked for, and the number of the version: the last one unless another is asked for."""
        row = self._story(request)
        return row, _number(request, "version", len(self.library.versions(row["key"])))


def _about(line: dict[str, Any]) -> str:
    """What kind of fact a line of this region rests on."""
    kinds = {"quotes": "quote", "figures": "figure", "timeline": "event", "agreement": "treaty"}
    return kinds.get(line["region"], "finding")


def _address(number: int) -> str:
    """Where the parts of a version are, seen from one of them: of this version, whatever is built meanwhile."""
    return f"?version={number}"


def _number(request: Request, name: str, default: int) -> int:
    asked = request.query_params.get(name, "")
    return int(asked) if asked.isdigit() and len(asked) < 10 else default
