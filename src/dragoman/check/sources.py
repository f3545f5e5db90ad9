"""Where the sources of a check come from: files and folders, a dossier with its labels, a library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadInput, BrokenDossier
from dragoman.read.item import Item
from dragoman.read.leaf import leaf
from dragoman.read.sources import STDIN, gather
from dragoman.records import Source, Trouble
from dragoman.report.jsonl import load
from dragoman.settings import Settings

__all__ = ["Given", "given", "report_from"]


@dataclass(frozen=True, kw_only=True)
class Given:
    """Sources, the labels that a dossier gives them, and what could not be read."""

    sources: tuple[Source, ...]
    labels: tuple[tuple[str, str], ...] = ()
    troubles: tuple[Trouble, ...] = ()


def given(
    paths: Iterable[str], *, dossier: Path | None = None, library: str | None = None, settings: Settings | None = None
) -> Given:
    """Everything that was named as a source."""
    pile = gather(list(paths), settings=settings or Settings())
    sources, labels = list(pile.sources), []
    if dossier is not None:
        for source, label in _dossier(dossier):
            sources.append(source)
            labels.append((source.id, label))
    if library is not None:
        sources += _library(library)
    return Given(sources=tuple(sources), labels=tuple(labels), troubles=pile.troubles)


def _dossier(folder: Path) -> Iterator[tuple[Source, str]]:
    """The sources kept in a dossier's folder, with their labels."""
    for row in load(folder / "dossier.jsonl"):
        if row.get("kind") != "source":
            continue
        kept = folder / "sources" / row["id"]
        if not kept.is_file():
            raise BrokenDossier(f"{kept}: the source {row['label']} was not kept. Give the articles themselves.")
        source = Source(
            raw=kept.read_bytes(),
            encoding=row["encoding"],
            errors=row["errors"],
            name=row["name"],
            kind=row["type"],
            meta=tuple(sorted(row["given"].items())),
        )
        if source.id != row["id"]:
            raise BrokenDossier(f"{kept}: its bytes are not those of {row['label']}. Build the dossier again.")
        yield source, row["label"]


def _library(url: str) -> list[Source]:
    from dragoman.store.library import Library

    held = Library.open(url)
    try:
        return [source for ident in held.source_ids() if (source := held.source(ident))]
    finally:
        held.close()


def report_from(name: str, raw: bytes) -> Source:
    """A report's bytes as a source. Raises BadInput when they are no text."""
    made = leaf(Item(name=name, raw=raw), Settings())
    if isinstance(made, Trouble):
        raise BadInput(f"{made} A report is Markdown, HTML or text." if name != STDIN else str(made))
    return made
