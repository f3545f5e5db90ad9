"""What all commands share: how an error is told, and the switch for programs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from dragoman.errors import DragomanError

__all__ = ["Json", "clear_errors"]

Json = Annotated[bool, typer.Option("--json", help="Print one JSON object for a program to read.")]


@contextmanager
def clear_errors() -> Iterator[None]:
    """A DragomanError becomes one line on standard error and exit code 2."""
    try:
        yield
    except DragomanError as error:
        typer.echo(f"dragoman: {error}", err=True)
        raise typer.Exit(2) from error
