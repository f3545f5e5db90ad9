"""A story as files. The dossier is a folder:

    dossier.html    the page people read, self-contained       dossier.md   the same lines as text
    dossier.jsonl   every record, every span with its words    sources/     the original bytes, named by sha256
    articles/       the reading view of each article, where there are too many for one page
    corrections.jsonl   what people decided about it, when they did; kept when the dossier is built again
    changes.txt     what is new since the dossier that stood in the folder before, where the command `build` found one

Rule of this folder: a writer is one function (story, labels) → text; a new format is one file and a line in FORMATS.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dragoman.errors import BadInput
from dragoman.records import Story
from dragoman.report.decisions import carry
from dragoman.report.jsonl import jsonl
from dragoman.report.labels import Labels
from dragoman.report.markdown import markdown
from dragoman.report.page import page, pages
from dragoman.settings import Settings

__all__ = ["FORMATS", "Labels", "fill", "put", "write"]

#: format → (file name, writer)
FORMATS: dict[str, tuple[str, Callable[[Story, Labels], str]]] = {
    "html": ("dossier.html", page),
    "markdown": ("dossier.md", markdown),
    "jsonl": ("dossier.jsonl", jsonl),
}

#: A folder that holds one of these was written by us and may be replaced.
_OURS = ("dossier.jsonl", "index.jsonl")


def write(story: Story, out: Path, settings: Settings) -> Path:
    """Write the folder beside its final place, then put it there in one move; a failure leaves nothing half-written."""
    with put(out) as made:
        fill(made, story, settings)
        carry(out, made)
    return out


def fill(folder: Path, story: Story, settings: Settings) -> None:
    """Write a dossier into an empty folder."""
    labels = Labels(story, settings.language)
    for name, writer in FORMATS.values():
        made = (
            iter([(name, writer(story, labels))]) if writer is not page else pages(story, labels, whole=whole(settings))
        )
        for own, text in made:
            (folder / own).parent.mkdir(exist_ok=True)
            (folder / own).write_bytes(text.encode("utf-8", "replace"))
    if settings.keep_sources:
        (folder / "sources").mkdir()
        for source in story.sources:
            (folder / "sources" / source.id).write_bytes(source.raw)
            if source.derived:
                (folder / "sources" / source.derived.of).write_bytes(source.derived.raw)


def whole(settings: Settings) -> bool:
    """False when the page may hold short extracts only: a folder without sources must not carry them in its page."""
    return settings.keep_sources and not settings.extracts_only


@contextmanager
def put(out: Path) -> Iterator[Path]:
    """A new folder to fill, which takes the place of `out` when all went well and vanishes when not."""
    if out.exists() and not out.is_dir():
        raise BadInput(f"{out}: is a file. Give a folder for the dossier with -o.")
    if out.is_dir() and any(out.iterdir()) and not any((out / name).is_file() for name in _OURS):
        raise BadInput(f"{out}: holds other files and no dossier. Give an empty or new folder with -o.")
    out.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    try:
        yield made
        made.chmod(0o755)
        if out.exists():
            old = Path(tempfile.mkdtemp(prefix=f".{out.name}-old-", dir=out.parent))
            os.replace(out, old / out.name)
            os.replace(made, out)
            shutil.rmtree(old)
        else:
            os.replace(made, out)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
