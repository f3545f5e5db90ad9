"""A library with the example in it, served on this computer, and the browser that looks at it."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dragoman.compare.corrections import target
from dragoman.desk import refresh, take
from dragoman.read.sources import gather
from dragoman.records import Correction, Target
from dragoman.settings import Settings
from dragoman.store.library import Library
from dragoman.store.search import Found, search
from dragoman.web import application

__all__ = ["CHROMIUM", "EXAMPLE", "FLAGS", "decided", "paths", "served"]

EXAMPLE = Path(__file__).parents[1] / "examples" / "treaty-2024"
CHROMIUM = os.environ.get("DRAGOMAN_TEST_CHROMIUM") or shutil.which("chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]
FLAGS += ["--disable-component-update", "--no-first-run"]


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, Library]]:
    """(address, library) of a library in this folder, served while this lasts."""
    import uvicorn

    library, settings = Library.open(str(folder / "library.db")), Settings()
    take(library, gather([EXAMPLE], settings=settings))
    refresh(library, settings)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(application(library, settings=settings), port=port, log_level="error"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}", library
    server.should_exit = True


def decided(library: Library) -> None:
    """A library in which people have decided something: a date, a note, a refusal; its story has a second version."""
    undated = next(one for one in map(library.article, library.source_ids()) if one and one.published is None)
    words = next(one for one in search(library, "mariage de raison") if one.kind == "quote")
    refused = next(one for one in search(library, "breakthrough document") if one.kind == "quote")
    library.correct(
        Correction(
            verdict="date", about="article", targets=(Target(source=undated.source),), value="2024-06-18",
            by="Ana Ruiz", at="2026-03-02T09:12:00+00:00", why="the paper's own archive gives the day",
        ),
        Correction(
            verdict="annotate", about="quote", targets=(_at(library, words),), value="she said it on the radio first",
            by="Ana Ruiz", at="2026-03-02T09:15:00+00:00",
        ),
        Correction(
            verdict="reject", about="quote", targets=(_at(library, refused),), by="Ben Cole",
            at="2026-03-02T10:40:00+00:00", why="a standfirst, not his words",
        ),
    )  # fmt: skip
    refresh(library, Settings())


def _at(library: Library, found: Found) -> Target:
    source = library.source(found.span.source)
    assert source is not None
    return target(source, found.span)


def paths(library: Library) -> dict[str, str]:
    """{name: path} of every kind of page that is served."""
    (row,) = library.stories()
    story = f"/story/{row['slug']}"
    found = {"home": "/", "search": "/search?q=treaty", "coverage": "/coverage", "corrections": "/corrections"}
    place = search(library, "truly breakthrough document")[0].span
    found |= {"source": f"/source/{place.source}?start={place.start}&end={place.end}", "story": story}
    return found | {name: f"{story}/{one}" for name, one in _OF_A_STORY.items()}


_OF_A_STORY = {"names": "names", "versions": "versions", "line": "line/T1"}
