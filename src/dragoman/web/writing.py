"""What can be written from a page: files to read, corrections to keep. Whatever takes long becomes a job."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from dragoman.compare.corrections import target
from dragoman.desk import refresh, take
from dragoman.errors import BadInput
from dragoman.packing import unpack
from dragoman.read.sources import gather
from dragoman.records import Correction, Source, Target
from dragoman.report.messages import Messages
from dragoman.settings import Settings
from dragoman.spans import Span
from dragoman.store.library import Library
from dragoman.web.feeds import Feeds
from dragoman.web.jobs import Jobs, Tell
from dragoman.web.rendering import refusal, say

__all__ = ["Writing", "is_day", "now", "told"]

VERDICTS = ("accept", "reject", "annotate", "set-aside", "date", "merge", "split", "rename")
_LARGEST = 200_000_000  # bytes of one upload; larger piles are read with `dragoman build --library`


class Writing:
    """The handlers that write, over one library."""

    def __init__(self, library: Library, settings: Settings, feeds: Feeds | None = None) -> None:
        self.library, self.settings, self.feeds, self.jobs = library, settings, feeds, Jobs()

    async def add(self, request: Request) -> Response:
        """Files from a form, or a path on this computer, read in the background."""
        length = int(request.headers.get("content-length") or 0)
        if length > _LARGEST:
            raise refusal(request, 413, "too_much")
        async with request.form(max_files=5000) as form:
            _check_form(request, str(form.get("secret", "")))
            uploads = [one for one in form.getlist("files") if not isinstance(one, str) and one.filename]
            contents = [(Path(one.filename or "file").name, await one.read()) for one in uploads]
            path = str(form.get("path", "")).strip()
        if not contents and not path:
            raise refusal(request, 400, "choose")
        what = path or (contents[0][0] if len(contents) == 1 else say(request)("web.n_files", n=len(contents)))
        self.jobs.add(what, lambda tell: self._read_in(contents, path, tell, say(request)))
        return RedirectResponse("/#jobs", status_code=303)

    def _read_in(self, contents: list[tuple[str, bytes]], path: str, tell: Tell, words: Messages) -> list[str]:
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
        said.append(words("web.read_in", new=len(new), n=len(pile.sources), changed=len(changed)))
        return said + [words("web.is_new" if one.new else "web.is_changed", title=one.title) for one in changed]

    async def feed(self, request: Request) -> Response:
        """The address of a feed from a form, a list of feeds or all that are known, asked in the background."""
        async with request.form() as form:
            _check_form(request, str(form.get("secret", "")))
            address, gone = (str(form.get(name, "")).strip() for name in ("address", "forget"))
            upload = form.get("opml")
            content = b"" if upload is None or isinstance(upload, str) else await upload.read()
        if self.feeds is None:
            raise refusal(request, 400, "no_feeds")
        if gone:
            self.feeds.forget(gone)
            return RedirectResponse("/#fd", status_code=303)
        asked, words = self._asked(request, address, content), say(request)
        what = asked[0] if len(asked) == 1 else words("web.all_feeds", n=len(asked))
        self.jobs.add(what, lambda tell: self._ask(asked, tell, words))
        return RedirectResponse("/#jobs", status_code=303)

    def _asked(self, request: Request, address: str, content: bytes) -> list[str]:
        """The feeds that a form means: those of a list, the one written, else all that are known."""
        if self.feeds is None:
            return []
        try:
            asked = self.feeds.listed(content, "OPML") if content else [address] if address else []
        except BadInput as error:
            raise refusal(request, 400, "no_list", error=error) from error
        asked = asked or [one for one, _ in self.feeds.known()]
        if not asked or any(not one.startswith(("http://", "https://")) for one in asked):
            raise refusal(request, 400, "no_address")
        return asked

    async def feeds_listed(self, request: Request) -> Response:
        """The feeds as an OPML file."""
        if self.feeds is None:
            raise refusal(request, 404, "no_feeds")
        named = {"Content-Disposition": 'attachment; filename="feeds.opml"'}
        return Response(self.feeds.opml(), media_type="text/x-opml", headers=named)

    def _ask(self, addresses: Sequence[str], tell: Tell, words: Messages) -> list[str]:
        if self.feeds is None:
            return []
        read = self.feeds.read(addresses, tell)
        said = [*map(str, read.troubles), words("web.feeds_read", n=len(read.new), changed=len(read.changes))]
        return said + [words("web.is_new" if one.new else "web.is_changed", title=one.title) for one in read.changes]

    async def progress(self, request: Request) -> Response:
        """What is being read."""
        return JSONResponse([told(job.row(), say(request)) for job in self.jobs.latest()])

    async def correct(self, request: Request) -> Response:
        """Keep a correction and bring the stories up to date."""
        async with request.form() as form:
            asked = {name: str(value) for name, value in form.items()}
            places = [str(one) for one in form.getlist("place")]
        _check_form(request, asked.get("secret", ""))
        one = self._correction(request, asked, places)
        self.library.correct(one)
        words = say(request)
        what = words("web.correction", verdict=words.name("decision", one.verdict))
        self.jobs.add(what, lambda tell: self._redo(tell, words))
        answer = RedirectResponse(_inside(asked.get("back", "/corrections")), status_code=303)
        if one.verdict != "undo":  # whoever decides once is not asked for a name again
            answer.set_cookie("by", quote(one.by[:80]), httponly=True, samesite="strict", max_age=400 * 86400)
        return answer

    def _redo(self, tell: Tell, words: Messages) -> list[str]:
        changed = refresh(self.library, self.settings, progress=tell)
        lines = [words("web.new_version", title=one.title, number=one.number) for one in changed]
        return lines or [words("web.no_change")]

    def _correction(self, request: Request, asked: dict[str, str], places: list[str]) -> Correction:
        verdict = asked.get("verdict", "")
        who: dict[str, Any] = {"by": asked.get("by", "").strip(), "at": now(), "why": asked.get("why", "").strip()}
        if verdict == "undo":
            return Correction(verdict="undo", value=asked.get("value", ""), **who)
        if verdict not in VERDICTS:
            raise refusal(request, 400, "no_verdict", verdict=verdict, known=", ".join(VERDICTS))
        value = asked.get("value", "").strip()
        if verdict == "date" and not is_day(value):
            raise refusal(request, 400, "not_day", day=value)
        if verdict in ("rename", "annotate") and not value:
            raise refusal(request, 400, "say_what")
        targets = tuple(self._target(request, one) for one in places)
        if len(targets) < (2 if verdict == "merge" else 1):
            raise refusal(request, 400, "choose_two" if verdict == "merge" else "choose_about")
        return Correction(verdict=verdict, about=asked.get("about", ""), targets=targets, value=value, **who)

    def _target(self, request: Request, place: str) -> Target:
        """`sha256`, or `sha256:start:end`."""
        ident, *ends = place.split(":")
        source: Source | None = self.library.source(ident)
        if source is None or len(ends) not in (0, 2) or not all(one.isdigit() for one in ends):
            raise refusal(request, 400, "no_place")
        if not ends:
            return Target(source=ident)
        start, end = int(ends[0]), int(ends[1])
        if not start < end <= len(source.text):
            raise refusal(request, 400, "outside")
        return target(source, Span(ident, start, end))

    async def imported(self, request: Request) -> Response:
        """Corrections from such a file; those already here change nothing."""
        async with request.form() as form:
            _check_form(request, str(form.get("secret", "")))
            upload = form.get("file")
            content = b"" if upload is None or isinstance(upload, str) else await upload.read()
        try:
            lines = [line for line in content.decode("utf-8").split("\n") if line.strip()]
            made = [_checked(unpack(Correction, json.loads(line))) for line in lines]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise refusal(request, 400, "no_file_of", error=error) from error
        new = self.library.correct(*made)
        words = say(request)
        self.jobs.add(words("web.imported", n=new), lambda tell: self._redo(tell, words))
        return RedirectResponse("/corrections", status_code=303)


def told(row: dict[str, Any], words: Messages) -> dict[str, Any]:
    """A job as a page shows it, in the reader's words."""
    steps = [
        {**step, "shown": words("web.step", **{**step, "name": words.name("web_state", step["name"])})}
        for step in row["steps"]
    ]
    return {**row, "steps": steps, "shown": words.name("web_state", row["state"])}


def is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _checked(one: Correction) -> Correction:
    """A correction that came in a file; ValueError when it is none that a page could have made."""
    if one.verdict not in (*VERDICTS, "undo"):
        raise ValueError(f"“{one.verdict}” is no verdict")
    if not one.by or not one.at or (one.verdict != "undo" and not one.targets):
        raise ValueError("a decision says who made it, when, and about what")
    return one


def _inside(path: str) -> str:
    """An address of this site, never of another."""
    return path if path.startswith("/") and not path.startswith("//") and "\\" not in path else "/"


def _check_form(request: Request, secret: str) -> None:
    if secret != request.state.secret:
        raise refusal(request, 403, "old_form")
