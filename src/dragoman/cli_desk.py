"""The commands that work on a library: serve, watch and library. Like cli.py they print and exit, nothing else."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli_common import Json, clear_errors, must_stand
from dragoman.errors import BadInput, DragomanError

if TYPE_CHECKING:
    from dragoman.store.library import Library
    from dragoman.watch import News

__all__ = ["kept_in", "library_app", "only_kept", "serve", "watch"]

LOOPBACK = ("127.0.0.1", "localhost", "::1")
Url = Annotated[str, typer.Argument(help="A SQLite file, sqlite:///path or postgresql://…", metavar="LIBRARY")]

#: Options of `build` that say what the folder of a dossier holds, which a library does not have.
_OF_A_FOLDER = ("out", "title", "story", "one_story", "cache", "no_sources", "extracts_only", "language")

library_app = typer.Typer(no_args_is_help=True, help="Look after a library.")


def only_kept(context: typer.Context) -> None:
    """Refuse options beside --library that it would do nothing with."""
    given = [
        max(one.opts, key=len)
        for one in context.command.params
        if one.name in _OF_A_FOLDER and getattr(context.get_parameter_source(one.name), "name", "") == "COMMANDLINE"
    ]
    if given:
        raise BadInput(
            f"{' and '.join(given)} beside --library: a library keeps every story with its pages in every language, "
            "and writes no folder. Leave one of them out; `dragoman serve` offers each dossier for download."
        )


def kept_in(
    library: str,
    paths: list[str],
    *,
    as_of: str | None,
    columns: str | None,
    jobs: int,
    as_json: bool,
    tell: Callable[[str, int, int], None],
) -> str:
    """Keep what lies at some paths in a library and bring its stories up to date; what to print about it."""
    from datetime import date

    from dragoman.desk import refresh, take
    from dragoman.read.columns import parse_map
    from dragoman.read.sources import gather
    from dragoman.settings import Settings
    from dragoman.store.library import Library

    day = date.fromisoformat(as_of) if as_of else None
    settings = Settings(as_of=day, columns=parse_map(columns) if columns else (), jobs=jobs)
    pile = gather(paths, settings=settings)
    for trouble in pile.troubles:
        typer.echo(trouble, err=True)
    opened = Library.open(library)
    new = take(opened, pile)
    changes = refresh(opened, settings, progress=tell)
    if as_json:
        stories = [{"story": one.slug, "title": one.title, "version": one.number, "new": one.new} for one in changes]
        return json.dumps({"new": len(new), "articles": len(pile.sources), "stories": stories}, ensure_ascii=False)
    lines = [f"{len(new)} new of {len(pile.sources)} articles."]
    lines += [f"  {'new' if one.new else 'changed':<8} {one.title}  (version {one.number})" for one in changes]
    return "\n".join([*lines, f"Next: dragoman serve {library}"])


def serve(
    library: Url = "dragoman.db",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Where to listen.")] = 8720,
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    host_name: Annotated[
        list[str] | None, typer.Option("--host-name", metavar="NAME", help="A further name to answer to.")
    ] = None,
    token: Annotated[bool, typer.Option("--token", help="Ask for a token, made anew for this run.")] = False,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="Processes that read articles side by side.")] = 1,
    language: Annotated[
        str,
        typer.Option("--language", metavar="XX", help="Language of the site for browsers that want no other: en, fr."),
    ] = "en",
) -> None:
    """Open a library in the browser, on this computer."""
    from dragoman.report.messages import messages
    from dragoman.settings import Settings
    from dragoman.store.library import Library
    from dragoman.watch import Feeds
    from dragoman.web import application

    with clear_errors():
        if host not in LOOPBACK and not token:
            raise BadInput(f"--host {host} lets other computers in. Add --token so that they must know it.")
        messages(language)
        opened = Library.open(library)
    key = secrets.token_urlsafe(18) if token else None
    settings = Settings(jobs=jobs, language=language)
    names = (host, *(host_name or ()))
    app = application(opened, settings=settings, hosts=names, token=key, feeds=Feeds(opened, settings))
    typer.echo(f"http://{host}:{port}/" + (f"?token={key}" if key else ""))
    import uvicorn

    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


def watch(
    places: Annotated[
        list[str], typer.Argument(help="Addresses of feeds, OPML lists of feeds, folders.", metavar="PLACE…")
    ],
    library: Annotated[str, typer.Option("--library", help="The library to keep everything in.")] = "dragoman.db",
    once: Annotated[bool, typer.Option("--once", help="Look once and stop, for cron.")] = False,
    every: Annotated[int, typer.Option("--every", min=10, metavar="SECONDS", help="How often to look.")] = 900,
    follow: Annotated[
        bool, typer.Option("--follow/--no-follow", help="Fetch the pages that entries of feeds link to.")
    ] = True,
    ask: Annotated[
        list[str] | None,
        typer.Option("--ask", metavar="WORDS", help="A standing question: tell of new lines with all these words."),
    ] = None,
    feed: Annotated[
        Path | None, typer.Option("--feed", metavar="FILE", help="Write what changed as an Atom feed too.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="Processes that read articles side by side.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
) -> None:
    """Watch feeds and folders: what is new, and what it changes in which dossier."""
    import time

    from dragoman.settings import Settings
    from dragoman.store.library import Library
    from dragoman.watch import Polite, as_lines, look, tell, text, told

    polite = Polite()
    try:
        opened = Library.open(library)
        while True:
            found = look(opened, places, settings=Settings(jobs=jobs), polite=polite, follow=follow, every=float(every))
            for trouble in found.troubles:
                typer.echo(trouble, err=True)
            news = told(opened, ask or ())
            if news:
                typer.echo(as_lines(news) if as_json else "\n\n".join(map(text, news)), nl=not as_json)
            if feed is not None:
                _write_feed(feed, opened, news)
            tell(opened, news)
            if once:
                return
            time.sleep(every)
    except DragomanError as error:
        typer.echo(f"dragoman: {error}", err=True)
        raise typer.Exit(2) from error
    except KeyboardInterrupt:
        raise typer.Exit(0) from None


def _write_feed(path: Path, library: Library, news: list[News]) -> None:
    """The last news as an Atom file, put in its place in one move."""
    from dragoman.watch import atom, remembered

    part = path.with_name(f".{path.name}.part")
    part.write_text(atom(remembered(library, news)), encoding="utf-8")
    part.replace(path)


@library_app.command()
def check(
    library: Url,
    as_json: Json = False,
) -> None:
    """See that nothing in a library is broken: bytes, records, the index. Exit 1 when something is."""
    from dragoman.store.library import Library

    with clear_errors():
        must_stand(library)
        opened = Library.open(library)
    wrong = opened.check()
    sources, stories = len(opened.source_ids()), len(opened.stories())
    if as_json:
        typer.echo(json.dumps({"sources": sources, "stories": stories, "wrong": wrong, "ok": not wrong}))
    else:
        for line in wrong:
            typer.echo(f"does not hold: {line}")
        verdict = f"{len(wrong)} do not hold." if wrong else "Everything holds."
        typer.echo(f"{sources} sources, {stories} stories. {verdict}")
    raise typer.Exit(1 if wrong else 0)
