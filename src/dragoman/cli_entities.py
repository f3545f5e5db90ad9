"""The command `dragoman entities`: look at, merge, split and rename what a dossier takes for one thing; undo it.

Decisions are written to corrections.jsonl in the dossier's folder and take effect when it is built again.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli_common import Json, clear_errors
from dragoman.cli_names import Names
from dragoman.errors import BadInput
from dragoman.records import Correction

__all__ = ["entities_app"]

entities_app = typer.Typer(no_args_is_help=True, help="See, merge, split and rename the names of a dossier.")
Folder = Annotated[Path, typer.Argument(help="A folder written by build.", metavar="DIR")]
By = Annotated[str, typer.Option("--by", help="Who decides this.")]
Why = Annotated[str, typer.Option("--why", help="The reason, shown beside the decision.")]


@entities_app.command(name="list")
def list_(
    folder: Folder,
    word: Annotated[str, typer.Argument(help="Only names that hold these letters.")] = "",
    as_json: Json = False,
) -> None:
    """The names of a dossier: what is taken for one thing, and why."""
    with clear_errors():
        names = Names(folder)
        from dragoman.report.decisions import decisions

        decided = decisions(folder)
    rows = [
        {
            "id": one["id"],
            "name": one["name"],
            "names": [form for _, form in one["names"]],
            "mentions": len(one["mentions"]),
            "why": one["why"],
        }
        for one in names.entities
        if any(word.casefold() in form.casefold() for form in (one["name"], *(form for _, form in one["names"])))
    ]
    if as_json:
        held = [
            {"id": one.id, "verdict": one.verdict, "value": one.value, "by": one.by, "why": one.why} for one in decided
        ]
        typer.echo(json.dumps({"entities": rows, "decisions": held}, ensure_ascii=False))
        return
    twice = {name for name, count in Counter(row["name"] for row in rows).items() if count > 1}
    for row in rows:
        others = [form for form in row["names"] if form != row["name"]]
        ident = f"  {row['id']}" if row["name"] in twice else ""
        same = f"  = {', '.join(dict.fromkeys(others))}" if others else ""
        typer.echo(f"{row['name']}  ×{row['mentions']}{ident}{same}")
        if others and row["why"]:
            typer.echo(f"    {row['why']}")
    for one in decided:
        words = " + ".join(f'"{target.exact}"' for target in one.targets) or one.value
        typer.echo(f"decided {one.id}: {one.verdict} {words} {one.value if one.targets else ''} {one.by}".rstrip())


@entities_app.command()
def merge(
    folder: Folder,
    names: Annotated[list[str], typer.Argument(help="Two or more names that are one thing.", metavar="NAME NAME…")],
    by: By = "",
    why: Why = "",
) -> None:
    """Say that names are one thing."""
    with clear_errors():
        if len(names) < 2:
            raise BadInput("merge needs two names.")
        known = Names(folder)
        targets = tuple(known.target(known.called(name)) for name in names)
        _keep(folder, Correction(verdict="merge", about="entity", targets=targets, by=by, why=why, at=_now()))


@entities_app.command()
def split(
    folder: Folder,
    name: Annotated[str, typer.Argument(help="The name, a spelling of it or its id.")],
    article: Annotated[
        str | None,
        typer.Option(
            "--in",
            metavar="ARTICLE",
            help="The article in which it is another thing: its label (D3) or file name. Without it the spelling "
            "given is set apart wherever it is written.",
        ),
    ] = None,
    by: By = "",
    why: Why = "",
) -> None:
    """Say that a name in one article, or one spelling of it, is not what it is elsewhere."""
    with clear_errors():
        known = Names(folder)
        targets = known.apart(known.called(name), name, article)
        _keep(folder, Correction(verdict="split", about="entity", targets=targets, by=by, why=why, at=_now()))


@entities_app.command()
def rename(
    folder: Folder,
    name: Annotated[str, typer.Argument(help="The name it has.")],
    new: Annotated[str, typer.Argument(help="The name it should have.")],
    by: By = "",
    why: Why = "",
) -> None:
    """Give a thing another name in the dossier; what the articles wrote stays."""
    with clear_errors():
        known = Names(folder)
        targets = (known.target(known.called(name)),)
        _keep(
            folder, Correction(verdict="rename", about="entity", targets=targets, value=new, by=by, why=why, at=_now())
        )


@entities_app.command()
def undo(
    folder: Folder,
    ident: Annotated[str, typer.Argument(help="The decision, as `list` shows it.", metavar="ID")],
    by: By = "",
    why: Why = "",
) -> None:
    """Take a decision back."""
    from dragoman.report.decisions import decisions

    with clear_errors():
        if ident not in {one.id for one in decisions(folder)}:
            raise BadInput(f"there is no decision {ident} in {folder}. See: dragoman entities list {folder}")
        _keep(folder, Correction(verdict="undo", value=ident, by=by, why=why, at=_now()))


def _keep(folder: Path, one: Correction) -> None:
    from dragoman.report.decisions import decide

    decide(folder, [one])
    typer.echo(f"decided {one.id}: {one.verdict}. Build the dossier again to see it; undo with:")
    typer.echo(f"  dragoman entities undo {folder} {one.id}")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
