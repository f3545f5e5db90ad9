"""Routes → answers. Reads are answered from the library; whatever takes long becomes a job."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from dragoman.compare.corrections import target
from dragoman.desk import apart, refresh, rows, take
from dragoman.packing import pack, unpack
from dragoman.read.sources import gather
from dragoman.records import Correction, Source, Target
from dragoman.settings import Settings
from dragoman.spans import Span
from dragoman.store.library import Library
from dragoman.web import pages
from dragoman.web.guard import Guard, policy
from dragoman.web.jobs import Jobs, Tell
from dragoman.web.plots import by_day, by_name

__all__ = ["application"]

VERDICTS = ("accept", "reject", "annotate", "set-aside", "date", "merge", "split", "rename")
_LINK = re.compile(r'<a class="?id"? href="?#([A-Z]+[\d.]+)"?>')  # <a class=id href=#T17> of a dossier's page
_TYPES = {"dossier.html": "text/html", "dossier.md": "text/markdown", "dossier.jsonl": "application/x-ndjson"}
_LARGEST = 200_000_000  # bytes of one upload; larger piles are read with `dragoman build --library`


def application(
    library: Library, *, settings: Settings | None = None, hosts: Iterable[str] = (), token: str | None = None
) -> Starlette:
    """The web application over a library; `hosts` are names it answers to beside those of this computer."""
    desk = _Desk(library, settings or Settings())
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
        Route("/jobs", desk.progress),
        Route("/correct", desk.correct, methods=["POST"]),
        Route("/corrections", desk.corrections),
        Route("/corrections/export", desk.exported),
        Route("/corrections/import", desk.imported, methods=["POST"]),
        Route("/static/{name}", _static),
    ]
    guard = Middleware(Guard, hosts=tuple(hosts), token=token)
    return Starlette(routes=routes, middleware=[guard], exception_handlers={HTTPException: _refused})


async def _refused(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 500)
    detail = str(getattr(error, "detail", error))
    return HTMLResponse(_render("refused", request, status=status, detail=detail), status_code=status)


class _Desk:
    """The handlers, over one library."""

    def __init__(self, library: Library, settings: Settings) -> None:
        self.library, self.settings, self.jobs = library, settings, Jobs()

    # -- reading ---------------------------------------------------------------------------------

    async def home(self, request: Request) -> Response:
        """Stories, what changed since the last visit, adding."""
        seen = request.cookies.get("seen", "")
        listed = await run_in_threadpool(pages.stories, self.library, seen=seen)
        answer = HTMLResponse(
            _render("home", request, stories=listed, seen=seen, jobs=[job.row() for job in self.jobs.latest()])
        )
        answer.set_cookie("seen", _now(), httponly=True, samesite="strict", max_age=400 * 86400)
        return answer

    async def search(self, request: Request) -> Response:
        """Results, each an exact place."""
        asked = {name: request.query_params.get(name, "").strip() for name in ("q", *pages.FILTERS)}
        wrong = [name for name in ("since", "until") if asked[name] and not _is_day(asked[name])]
        hits = [] if wrong else await run_in_threadpool(pages.found, self.library, asked)
        if request.query_params.get("format") == "json":
            return JSONResponse({"asked": asked, "hits": [pack(hit) for hit in hits]})
        slugs = {row["key"]: row for row in self.library.stories()}
        return HTMLResponse(_render("search", request, asked=asked, hits=hits, wrong=wrong, slugs=slugs))

    async def story(self, request: Request) -> Response:
        """The dossier's page as it was built, each line with a way to correct it."""
        row, number = self._version(request)
        held = await run_in_threadpool(self.library.file, row["key"], number, "dossier.html")
        if held is None:
            raise HTTPException(404, "This version of the dossier has no page.")
        slug = row["slug"]
        page = _LINK.sub(
            rf'<a class="fix" href="/story/{slug}/line/\1" aria-label="Correct \1">✎</a>\g<0>', held.decode()
        )
        page = page.replace("<body>", f"<body>{_render('bar', request, row=row, number=number)}", 1)
        page = page.replace("</head>", '<link rel="stylesheet" href="/static/bar.css"></head>', 1)
        return HTMLResponse(_without_policy(page), headers={"Content-Security-Policy": policy(page)})

    async def line(self, request: Request) -> Response:
        """One line with its evidence, and what a person can say about it."""
        row, number = self._version(request)
        held = await run_in_threadpool(rows, self.library, row["key"], number)
        line = pages.line_of(held, request.path_params["label"])
        if line is None:
            raise HTTPException(404, f"There is no line {request.path_params['label']} in this dossier.")
        return HTMLResponse(_render("line", request, row=row, line=line, about=_about(line)))

    async def names(self, request: Request) -> Response:
        """People, places and organisations, to merge, split and rename."""
        row, number = self._version(request)
        held = await run_in_threadpool(rows, self.library, row["key"], number)
        mentions = {one["id"]: one for one in held if one["kind"] == "mention"}
        entities = [one for one in held if one["kind"] == "entity"]
        return HTMLResponse(_render("names", request, row=row, entities=entities, mentions=mentions))

    async def versions(self, request: Request) -> Response:
        """Two versions of a dossier side by side."""
        row, last = self._version(request)
        known = self.library.versions(row["key"])
        new = _number(request, "new", last)
        old = _number(request, "old", max(1, new - 1))
        gone, came = await run_in_threadpool(apart, self.library, row["key"], old, new)
        return HTMLResponse(_render("versions", request, row=row, known=known, old=old, new=new, gone=gone, came=came))

    async def download(self, request: Request) -> Response:
        """A file of a version."""
        row = self._story(request)
        name = request.path_params["name"]
        held = await run_in_threadpool(self.library.file, row["key"], request.path_params["number"], name)
        if held is None or name not in _TYPES:
            raise HTTPException(404, f"There is no file {name} in this version.")
        named = {"Content-Disposition": f'attachment; filename="{row["slug"]}-{name}"'}
        return Response(held, media_type=_TYPES[name], headers=named)

    async def coverage(self, request: Request) -> Response:
        """How many articles, when and where from."""
        days = await run_in_threadpool(self.library.coverage, "published")
        outlets = await run_in_threadpool(self.library.coverage, "outlet")
        made = [by_day(days), by_name("Articles by outlet", outlets, asks="outlet")]
        undated = sum(count for day, _, count in days if not day)
        return HTMLResponse(_render("coverage", request, plots=[one for one in made if one], undated=undated))

    async def source(self, request: Request) -> Response:
        """A place in a source, as found in its bytes."""
        start, end = _number(request, "start", 0), _number(request, "end", 0)
        found = await run_in_threadpool(pages.place, self.library, request.path_params["ident"], start, end)
        if found is None:
            raise HTTPException(404, "There is no such source in this library.")
        return HTMLResponse(_render("source", request, place=found))

    async def raw(self, request: Request) -> Response:
        """The bytes of a source; never shown as a page."""
        source = await run_in_threadpool(self.library.source, request.path_params["ident"])
        if source is None:
            raise HTTPException(404, "There is no such source in this library.")
        named = {"Content-Disposition": f'attachment; filename="{source.id[:16]}.bin"'}
        return Response(source.raw, media_type="application/octet-stream", headers=named)

    # -- writing ---------------------------------------------------------------------------------

    async def add(self, request: Request) -> Response:
        """Files from a form, or a path on this computer, read in the background."""
        length = int(request.headers.get("content-length") or 0)
        if length > _LARGEST:
            raise HTTPException(413, "Too much at once. Use: dragoman build PATH --library URL")
        async with request.form(max_files=5000) as form:
            _check_form(request, str(form.get("secret", "")))
            uploads = [one for one in form.getlist("files") if not isinstance(one, str) and one.filename]
            contents = [(Path(one.filename or "file").name, await one.read()) for one in uploads]
            path = str(form.get("path", "")).strip()
        if not contents and not path:
            raise HTTPException(400, "Choose files, or name a file or folder of this computer.")
        what = path or (contents[0][0] if len(contents) == 1 else f"{len(contents)} files")
        self.jobs.add(what, lambda tell: self._read_in(contents, path, tell))
        return RedirectResponse("/#jobs", status_code=303)

    def _read_in(self, contents: list[tuple[str, bytes]], path: str, tell: Tell) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            for number, (name, content) in enumerate(contents):
                inside = Path(folder)
                if (inside / name).exists():
                    inside /= f"{number:05d}"
                    inside.mkdir()
                (inside / name).write_bytes(content)
            pile = gather([path] if path else [folder], settings=self.settings)
            new = take(self.library, pile)
        changed = refresh(self.library, self.settings, progress=tell)
        said = [str(trouble) for trouble in pile.troubles]
        said.append(f"{len(new)} new of {len(pile.sources)} articles; {len(changed)} stories changed")
        return said + [f"{'new' if one.new else 'changed'}: {one.title}" for one in changed]

    async def progress(self, request: Request) -> Response:
        """What is being read."""
        return JSONResponse([job.row() for job in self.jobs.latest()])

    async def correct(self, request: Request) -> Response:
        """Keep a correction and bring the stories up to date."""
        async with request.form() as form:
            asked = {name: str(value) for name, value in form.items()}
            places = [str(one) for one in form.getlist("place")]
        _check_form(request, asked.get("secret", ""))
        one = self._correction(asked, places)
        self.library.correct(one)
        self.jobs.add(f"correction: {one.verdict}", self._redo)
        return RedirectResponse(_inside(asked.get("back", "/corrections")), status_code=303)

    def _redo(self, tell: Tell) -> list[str]:
        changed = refresh(self.library, self.settings, progress=tell)
        return [f"changed: {one.title}, version {one.number}" for one in changed] or ["no story changed"]

    def _correction(self, asked: dict[str, str], places: list[str]) -> Correction:
        verdict = asked.get("verdict", "")
        who: dict[str, Any] = {"by": asked.get("by", "").strip(), "at": _now(), "why": asked.get("why", "").strip()}
        if verdict == "undo":
            return Correction(verdict="undo", value=asked.get("value", ""), **who)
        if verdict not in VERDICTS:
            raise HTTPException(400, f'"{verdict}" is no verdict. Verdicts: {", ".join(VERDICTS)}.')
        value = asked.get("value", "").strip()
        if verdict == "date" and not _is_day(value):
            raise HTTPException(400, f'"{value}" is not a day. Write it as YYYY-MM-DD.')
        if verdict in ("rename", "annotate") and not value:
            raise HTTPException(400, "Say what it should read.")
        targets = tuple(self._target(one) for one in places)
        if len(targets) < (2 if verdict == "merge" else 1):
            raise HTTPException(400, "Choose two names to merge." if verdict == "merge" else "Choose what it is about.")
        return Correction(verdict=verdict, about=asked.get("about", ""), targets=targets, value=value, **who)

    def _target(self, place: str) -> Target:
        """`sha256`, or `sha256:start:end`."""
        ident, *ends = place.split(":")
        source: Source | None = self.library.source(ident)
        if source is None or len(ends) not in (0, 2) or not all(one.isdigit() for one in ends):
            raise HTTPException(400, "That place is not in this library.")
        if not ends:
            return Target(source=ident)
        start, end = int(ends[0]), int(ends[1])
        if not start < end <= len(source.text):
            raise HTTPException(400, "That place is not in its source.")
        return target(source, Span(ident, start, end))

    async def corrections(self, request: Request) -> Response:
        """Every correction, with its undoing."""
        made = await run_in_threadpool(pages.correction_rows, self.library)
        return HTMLResponse(_render("corrections", request, rows=made))

    async def exported(self, request: Request) -> Response:
        """Corrections as JSON lines, to keep or to give to another library."""
        lines = [json.dumps(pack(one), ensure_ascii=False) for one in self.library.corrections()]
        named = {"Content-Disposition": 'attachment; filename="corrections.jsonl"'}
        return Response("".join(f"{line}\n" for line in lines), media_type="application/x-ndjson", headers=named)

    async def imported(self, request: Request) -> Response:
        """Corrections from such a file; those already here change nothing."""
        async with request.form() as form:
            _check_form(request, str(form.get("secret", "")))
            upload = form.get("file")
            content = b"" if upload is None or isinstance(upload, str) else await upload.read()
        try:
            lines = [line for line in content.decode("utf-8").split("\n") if line.strip()]
            made = [unpack(Correction, json.loads(line)) for line in lines]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise HTTPException(400, f"This is not a file of corrections ({error}). Nothing was imported.") from error
        new = self.library.correct(*made)
        self.jobs.add(f"{new} corrections imported", self._redo)
        return RedirectResponse("/corrections", status_code=303)

    # -- parts -----------------------------------------------------------------------------------

    def _story(self, request: Request) -> dict[str, Any]:
        row = pages.story(self.library, request.path_params["slug"])
        if row is None:
            raise HTTPException(404, f"There is no story {request.path_params['slug']} in this library.")
        return row

    def _version(self, request: Request) -> tuple[dict[str, Any], int]:
        """The story asked for, and the number of the version: the last one unless another is asked for."""
        row = self._story(request)
        return row, _number(request, "version", len(self.library.versions(row["key"])))


def _about(line: dict[str, Any]) -> str:
    """What kind of fact a line of this region rests on."""
    kinds = {"quotes": "quote", "figures": "figure", "timeline": "event", "agreement": "treaty"}
    return kinds.get(line["region"], "finding")


def _number(request: Request, name: str, default: int) -> int:
    asked = request.query_params.get(name, "")
    return int(asked) if asked.isdigit() and len(asked) < 10 else default


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _inside(path: str) -> str:
    """An address of this site, never of another."""
    return path if path.startswith("/") and not path.startswith("//") and "\\" not in path else "/"


def _check_form(request: Request, secret: str) -> None:
    if secret != request.state.secret:
        raise HTTPException(403, "This form is from an earlier run. Go back, reload the page and try again.")


def _without_policy(page: str) -> str:
    """The page without the policy in its head: the header's is the one that holds here."""
    return re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page, count=1)


# -- templates and files ---------------------------------------------------------------------------


@cache
def _templates() -> Environment:
    folder = files(__package__).joinpath("templates")

    def load(name: str) -> str:
        return folder.joinpath(f"{name}.html.j2").read_text(encoding="utf-8")

    return Environment(
        loader=FunctionLoader(load), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _render(name: str, request: Request, **values: Any) -> str:
    return _templates().get_template(name).render(secret=request.state.secret, path=str(request.url.path), **values)


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    kinds = {"web.css": "text/css", "bar.css": "text/css", "web.js": "text/javascript"}
    if name not in kinds:
        return PlainTextResponse("There is no such file.\n", status_code=404)
    content = files(__package__).joinpath("static", name).read_bytes()
    return Response(content, media_type=kinds[name], headers={"Cache-Control": "max-age=3600"})
