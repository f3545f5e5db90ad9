"""The commands. Prints and exits, nothing else. Progress goes to standard error and vanishes, results to stdout.

Exit codes: 0 fine · 1 something was found that a script should stop for (a check failed) · 2 could not run.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli_check import check
from dragoman.cli_common import Json, clear_errors
from dragoman.cli_desk import kept_in, library_app, only_kept, serve, watch
from dragoman.cli_dossier import diff, show, verify
from dragoman.cli_entities import entities_app

__all__ = ["app", "main"]

app = typer.Typer(
    no_args_is_help=True, pretty_exceptions_enable=False, help="From press coverage to a sourced dossier."
)
app.command()(check)
app.command()(serve)
app.command()(watch)
app.add_typer(library_app, name="library")
app.add_typer(entities_app, name="entities")


def main() -> None:
    """Run the command line."""
    app()


def _version(wanted: bool) -> None:
    if wanted:
        from dragoman import __version__

        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """From press coverage to a sourced dossier."""


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """A bar a stage on standard error, shown only on a terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, Any] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done)

        yield tell


@app.command()
def build(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(help="Files and folders; - reads standard input.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The folder to write the dossier to.")] = Path("dossier"),
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="Read the pile as of this day (YYYY-MM-DD).")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="Title of the dossier.")] = None,
    story: Annotated[
        str | None,
        typer.Option("--story", metavar="WORDS", help="Only the stories with these words, this name or date."),
    ] = None,
    one_story: Annotated[bool, typer.Option("--one-story", help="One dossier of everything, whatever it is.")] = False,
    cache: Annotated[
        Path | None, typer.Option("--cache", metavar="DIR", help="Keep readings here; a rebuild reads what is new.")
    ] = None,
    library: Annotated[
        str | None,
        typer.Option("--library", metavar="LIBRARY", help="Keep everything in this library instead of a folder."),
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option("--map", metavar="FIELD=COLUMN,…", help="Columns of tables and JSON: text=body,date=pubdate."),
    ] = None,
    engine: Annotated[str, typer.Option("--engine", help="How work is spread: local.")] = "local",
    jobs: Annotated[int, typer.Option("--jobs", min=1, help="Processes that read articles side by side.")] = 1,
    no_sources: Annotated[
        bool, typer.Option("--no-sources", help="Leave the original bytes out of the folder.")
    ] = False,
    extracts_only: Annotated[
        bool, typer.Option("--extracts-only", help="A page that can be shared: short extracts, no sources.")
    ] = False,
    language: Annotated[
        str, typer.Option("--language", metavar="XX", help="Language of the page's own words: en or fr.")
    ] = "en",
    as_json: Json = False,
) -> None:
    """Read articles and write their dossier; a pile of several stories gets one each, and an index.

    Read are text, Markdown and HTML; PDF with a text layer; RSS and Atom; WARC; JSON Lines, JSON, CSV and TSV;
    exports of Telegram, Mastodon, Twitter/X and Facebook; and zip, tar, gzip, bzip2 and xz of any of these.
    """
    from dragoman.build import build as build_dossier
    from dragoman.cli_rebuilt import since, stood
    from dragoman.coverage import build_stories
    from dragoman.report.summary import stories_row, stories_summary, summary, summary_row

    _check_day(as_of)
    told: dict[str, Any] = {"out": out, "as_of": as_of, "title": title, "columns": columns, "engine": engine}
    told |= {"jobs": jobs, "keep_sources": not no_sources, "cache": cache}
    told |= {"extracts_only": extracts_only, "language": language}
    if one_story and story:
        typer.echo("dragoman: --story chooses among stories, --one-story makes one of all. Give one of them.", err=True)
        raise typer.Exit(2)
    if library is not None:
        with clear_errors(), _progress(as_json) as tell:
            only_kept(context)
            text = kept_in(library, paths, as_of=as_of, columns=columns, jobs=jobs, as_json=as_json, tell=tell)
        typer.echo(text)
        return
    before = stood(out)
    with clear_errors(), _progress(as_json) as tell:
        found = None if one_story else build_stories(paths, story=story, progress=tell, **told)
        dossier = build_dossier(paths, progress=tell, **told) if found is None else found.single
    for trouble in dossier.troubles if found is None and dossier else found.troubles if found else ():
        typer.echo(trouble, err=True)
    other = [one.title for one in found.unread] if found else []
    if dossier is not None:
        row, text = summary_row(dossier.story, out), summary(dossier.story, out, unread=other)
        row |= {"unread_stories": other} if other else {}
        news, changed = since(before, out)
        row, text = row | changed, text + news
    else:
        rows = found.rows if found else ()
        row, text = stories_row(rows, other, out), stories_summary(rows, other, out)
    typer.echo(json.dumps(row, ensure_ascii=False) if as_json else text, nl=as_json)


def _check_day(day: str | None) -> None:
    from datetime import date

    if day is None:
        return
    try:
        date.fromisoformat(day)
    except ValueError:
        typer.echo(f'dragoman: --as-of "{day}" is not a day. Write it as YYYY-MM-DD, for example 2024-12-05.', err=True)
        raise typer.Exit(2) from None


for one in (verify, show, diff):
    app.command()(one)
