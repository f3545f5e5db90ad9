"""The commands about a dossier that is there: verify, show, diff. They print and exit, nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli_common import Json, clear_errors

__all__ = ["diff", "show", "verify"]


def verify(
    folder: Annotated[Path, typer.Argument(help="A folder written by build.")],
    originals: Annotated[
        list[str] | None, typer.Option("--originals", help="Where to look for sources that were not kept.")
    ] = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="Check sources and spans only; do not read articles again.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Check every span of a dossier against the original bytes, and work out every figure and date again."""
    from dragoman.verify import verify as check

    with clear_errors():
        report = check(folder, originals=originals or (), reread=not quick)
    failures = [str(failure) for failure in report.failures]
    notes = [str(note) for note in report.notes]
    if as_json:
        row = {name: getattr(report, name) for name in ("spans", "facts", "figures", "dates", "alone", "sources", "ok")}
        typer.echo(json.dumps({**row, "failures": failures, "notes": notes}, ensure_ascii=False))
    else:
        for failure in failures:
            typer.echo(f"does not hold: {failure}")
        for note in notes:
            typer.echo(f"not checked: {note}")
        typer.echo(f"{report.sources} sources and {report.spans:,} spans checked against the original bytes.")
        if not quick:
            typer.echo(
                f"{report.facts:,} facts read again; of them {report.figures} figures and {report.dates} dates "
                f"worked out again ({report.alone} from their own words alone)."
            )
        typer.echo(f"{len(failures)} do not hold." if failures else "Everything holds.")
    raise typer.Exit(0 if report.ok else 1)


def show(
    folder: Annotated[Path, typer.Argument(help="A folder written by build.")],
    agreement: Annotated[bool, typer.Option("--agreement", help="Agreements: parties, steps, gaps.")] = False,
    timeline: Annotated[bool, typer.Option("--timeline", help="What happened, in order.")] = False,
    quotes: Annotated[bool, typer.Option("--quotes", help="Who said what.")] = False,
    findings: Annotated[bool, typer.Option("--findings", help="What looks wrong, what is attested.")] = False,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="ID", help="One article: its label (D0) or the start of its sha256."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Print parts of a dossier; without an option, all of them but the articles."""
    from dragoman.report.terminal import Shown

    with clear_errors():
        shown = Shown.load(folder)
        everything = not (agreement or timeline or quotes or findings or source)
        parts: dict[str, Any] = {}
        if agreement or everything:
            parts["agreements"] = shown.agreements
        if timeline or everything:
            parts["timeline"] = shown.timeline
        if quotes or everything:
            parts["quotes"] = shown.quotes
        if findings or everything:
            parts["findings"] = shown.findings
        if source:
            parts["source"] = shown.source(source)
    if as_json:
        typer.echo(json.dumps({name: part.rows for name, part in parts.items()}, ensure_ascii=False))
    else:
        typer.echo("\n\n".join(part.text for part in parts.values()))


def diff(
    old: Annotated[Path, typer.Argument(help="A folder written by build.")],
    new: Annotated[Path, typer.Argument(help="Another, as a rule a later one.")],
    as_json: Json = False,
) -> None:
    """Say what changed from one dossier to another, and which article changed it.

    Exit code 0 when nothing changed, 1 when something did.
    """
    from dataclasses import asdict

    from dragoman.diff import diff as compare_folders
    from dragoman.report.changes import told

    with clear_errors():
        found = compare_folders(old, new)
    typer.echo(json.dumps(asdict(found), ensure_ascii=False) if as_json else told(**asdict(found)), nl=as_json)
    raise typer.Exit(0 if found.none else 1)
