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

from dragoman.desk import refresh, take
from dragoman.read.sources import gather
from dragoman.settings import Settings
from dragoman.store.library import Library
from dragoman.web import application

__all__ = ["CHROMIUM", "EXAMPLE", "FLAGS", "paths", "served"]

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


def paths(library: Library) -> dict[str, str]:
    """{name: path} of every kind of page that is served."""
    (row,) = library.stories()
    story, source = f"/story/{row['slug']}", library.source_ids()[0]
    found = {"home": "/", "search": "/search?q=treaty", "coverage": "/coverage", "corrections": "/corrections"}
    found |= {"source": f"/source/{source}?start=10&end=60", "story": story}
    return found | {name: f"{story}/{one}" for name, one in _OF_A_STORY.items()}


_OF_A_STORY = {"names": "names", "versions": "versions", "line": "line/T1"}
