"""Routes → answers. Reads are answered from the library; whatever takes long becomes a job."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from dragoman.packing import pack
from dragoman.settings import Settings
from dragoman.store.library import Library
from dragoman.web import pages
from dragoman.web.dossiers import Dossiers, number_of
from dragoman.web.feeds import Feeds
from dragoman.web.guard import Guard
from dragoman.web.plots import by_day, by_name
from dragoman.web.rendering import refusal, render, say, static
from dragoman.web.tongue import Tongue
from dragoman.web.writing import is_day, now, told

__all__ = ["application"]

_TOLD = 4  # changed stories of which the new lines are shown on the first page
_REMEMBERED = 8  # answers to "what is new in it" that are kept in memory, since two versions are read for each
_PAGE = 60  # stories on one page of the list: with four of them told in full some 60 kB
_HITS = (50, 200, 1000)  # results shown at first, and when more are asked for
_VISIT = timedelta(minutes=30)  # after so long coming back is another visit


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
        Route("/feeds.opml", desk.feeds_listed),
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


class _Desk(Dossiers):
    """The handlers that read, over one library; those that write are in writing.py."""

    def __init__(self, library: Library, settings: Settings, feeds: Feeds | None = None) -> None:
        super().__init__(library, settings, feeds)
        self._told: dict[tuple[Any, ...], list[dict[str, Any]]] = {}

    # -- reading ---------------------------------------------------------------------------------

    async def home(self, request: Request) -> Response:
        """Stories, what changed since the last visit, adding."""
        seen, first = _last_visit(request.cookies), number_of(request, "from", 0)
        every = await run_in_threadpool(pages.stories, self.library, seen=seen, language=request.state.language)
        listed = [pages.story_row(self.library, row, seen) for row in every[first : first + _PAGE]]
        for row in [one for one in listed if one["changed"] and one["before"]][:_TOLD]:
            asked = (row["key"], row["before"], row["versions"], request.state.language)
            row["news"] = await run_in_threadpool(self._news, *asked)
        jobs = [told(job.row(), say(request)) for job in self.jobs.latest()]
        given: dict[str, Any] = {"stories": listed, "seen": seen, "jobs": jobs}
        given["feeds"] = None if self.feeds is None else await run_in_threadpool(self.feeds.known)
        given |= {"first": first, "count": len(every), "page": _PAGE}
        answer = HTMLResponse(render("home", request, **given))
        for name, moment in (("seen", seen or now()), ("here", now())):
            answer.set_cookie(name, moment, httponly=True, samesite="strict", max_age=400 * 86400)
        return answer

    def _news(self, *asked: Any) -> list[dict[str, Any]]:
        """What is new in a version: key, old, new, language; the last answers are remembered."""
        if asked not in self._told:
            while len(self._told) >= _REMEMBERED:
                self._told.pop(next(iter(self._told)), None)
            self._told[asked] = pages.news(self.library, *asked)
        return self._told[asked]

    async def search(self, request: Request) -> Response:
        """Results, each an exact place."""
        asked = {name: request.query_params.get(name, "").strip() for name in ("q", *pages.FILTERS)}
        wrong = [name for name in ("since", "until") if asked[name] and not is_day(asked[name])]
        limit = next((one for one in _HITS if one >= number_of(request, "limit", 0)), _HITS[-1])
        hits = [] if wrong else await run_in_threadpool(pages.found, self.library, asked, limit=limit)
        if request.query_params.get("format") == "json":
            return JSONResponse({"asked": asked, "hits": [pack(hit) for hit in hits]})
        slugs = {row["key"]: row for row in self.library.stories()}
        kinds = [(name, text) for name, text in say(request).tables["web_kinds"].items() if name != "any"]
        more = [one for one in _HITS if one > limit][:1] if len(hits) == limit else []
        given = {"asked": asked, "hits": hits, "wrong": wrong, "slugs": slugs, "kinds": kinds, "more": more}
        return HTMLResponse(render("search", request, **given, full=len(hits) == limit))

    async def coverage(self, request: Request) -> Response:
        """How many articles, when and where from."""
        days = await run_in_threadpool(self.library.coverage, "published")
        outlets = await run_in_threadpool(self.library.coverage, "outlet")
        made = [by_day(days, say(request)), by_name(outlets, say(request), asks="outlet")]
        undated = sum(count for day, _, count in days if not day)
        return HTMLResponse(render("coverage", request, plots=[one for one in made if one], undated=undated))

    async def source(self, request: Request) -> Response:
        """A place in a source, as found in its bytes."""
        start, end = number_of(request, "start", 0), number_of(request, "end", 0)
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


def _last_visit(cookies: Mapping[str, str]) -> str:
    """The moment of the visit before this one, "" when there was none: a page that is loaded again is no new visit."""
    ended = (datetime.now(UTC) - _VISIT).isoformat(timespec="seconds")
    seen, here = cookies.get("seen", ""), cookies.get("here", "")
    return here if here and here < ended else seen
