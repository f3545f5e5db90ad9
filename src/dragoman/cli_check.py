"""The command `dragoman check`: somebody's report against the sources. Prints and exits, nothing else."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli_common import Json, clear_errors, must_stand
from dragoman.errors import BadInput

if TYPE_CHECKING:
    from dragoman.records import Source

__all__ = ["check"]

_MOST_JOBS = 4  # each holds the words of a language; more seldom have anything to read


def check(
    report: Annotated[str, typer.Argument(help="Markdown, HTML or text; - reads standard input.")],
    sources: Annotated[list[str] | None, typer.Argument(help="Files and folders of the sources.")] = None,
    dossier: Annotated[
        Path | None, typer.Option("--dossier", metavar="DIR", help="The sources and labels of a dossier.")
    ] = None,
    library: Annotated[str | None, typer.Option("--library", metavar="URL", help="The sources of a library.")] = None,
    cache: Annotated[
        Path | None, typer.Option("--cache", metavar="DIR", help="Keep what is read of the sources here.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write the report with margin notes to this page.")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", min=1, help="Processes that read side by side; else one a processor.")
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option("--fail-on", metavar="KINDS", help="Exit 1 only for these: quotation,figure:absent … or none."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Show sentences that hold, too.")] = False,
    as_json: Json = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing; only the exit status.")] = False,
) -> None:
    """Check a report against its sources: found, altered, absent, where. Exit 0 clean, 1 findings, 2 could not run."""
    from dragoman.check import examine, verdicts_of
    from dragoman.check.page import page
    from dragoman.check.rows import failing, result
    from dragoman.check.sources import given
    from dragoman.check.terminal import text
    from dragoman.settings import Settings

    with clear_errors():
        try:
            if library is not None:
                must_stand(library)
            found = given(sources or [], dossier=dossier, library=library)
            for trouble in found.troubles:
                typer.echo(f"dragoman: {trouble}", err=True)
            settings = Settings(jobs=jobs or min(os.cpu_count() or 1, _MOST_JOBS))
            case = examine(_report(report), found.sources, settings=settings, cache=cache, labels=found.labels)
            verdicts = verdicts_of(case)
            failed = [] if fail_on == "none" else failing(verdicts, fail_on)
            if html is not None:
                html.write_text(page(case, verdicts), encoding="utf-8", errors="replace")
        except OSError as error:
            typer.echo(f"dragoman: {error.filename}: {error.strerror}. Check the path.", err=True)
            raise typer.Exit(2) from error
    if as_json:
        typer.echo(json.dumps(result(case, verdicts), ensure_ascii=False))
    elif not quiet:
        typer.echo(text(case, verdicts, everything=everything))
        note = f"Margin notes: {html}. " if html else ""
        typer.echo(f"  {note}exit status {int(bool(failed))}")
    raise typer.Exit(1 if failed else 0)


def _report(name: str) -> Source:
    """The report as a source: a file, or standard input."""
    from dragoman.check.sources import report_from

    if name != "-" and not Path(name).is_file():
        raise BadInput(f"{name}: is not a file. Give the report as Markdown, HTML or text, or - for standard input.")
    raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    return report_from("-" if name == "-" else Path(name).name, raw)
