"""What all commands share: how an error is told, and the switch for programs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from dragoman.errors import BadInput, DragomanError

__all__ = ["Json", "clear_errors", "must_stand"]

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object for a program to read.")]


@contextmanager
def clear_errors() -> Iterator[None]:
    """A DragomanError becomes one line on standard error and exit code 2."""
    try:
        yield
    except DragomanError as error:
        typer.echo(f"dragoman: {error}", err=True)
        raise typer.Exit(2) from error


def must_stand(library: str) -> None:
    """Refuse a SQLite file that is not there: opening it would make an empty library, in which all is well."""
    scheme, _, path = library.rpartition("://")
    file = Path(path.removeprefix("/") if scheme else path)
    if scheme in ("", "sqlite") and not file.exists():
        raise BadInput(
            f"{file}: there is no library here. Give the path of one, or make it: dragoman build … --library"
        )
