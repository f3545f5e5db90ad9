"""Readings kept between builds: a rebuild with one more file reads one article.

A kept reading bears a name made of everything it depends on: the bytes, what came with them, the settings, the rules.
So nothing is ever out of date: another rule gives another name.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from functools import cache
from importlib.resources import files
from pathlib import Path

from dragoman.errors import BadInput
from dragoman.packing import pack, unpack
from dragoman.records import Article, Reading, Source, digest
from dragoman.settings import Settings

__all__ = ["Cache", "rules"]


class Cache:
    """A folder of readings."""

    def __init__(self, folder: Path) -> None:
        if folder.exists() and not folder.is_dir():
            raise BadInput(f"{folder}: is a file. Give a folder for --cache.")
        self.folder = folder

    def get(self, source: Source, article: Article, settings: Settings) -> Reading | None:
        """The reading of an article that was kept, None when there is none."""
        path = self._path(source, article, settings)
        if not path.is_file():
            return None
        try:
            return unpack(Reading, json.loads(path.read_text(encoding="utf-8", errors="surrogatepass")))
        except (json.JSONDecodeError, KeyError, TypeError, ValueError) as error:
            raise BadInput(f"{path}: is damaged ({error}). Delete the file; the article is then read again.") from error

    def keep(self, source: Source, article: Article, settings: Settings, reading: Reading) -> None:
        """Keep a reading; whole or not at all."""
        path = self._path(source, article, settings)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(pack(reading), ensure_ascii=False, separators=(",", ":"))
        handle, made = tempfile.mkstemp(prefix=".", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", "surrogatepass"))
        os.replace(made, path)

    def _path(self, source: Source, article: Article, settings: Settings) -> Path:
        given = (source.id, source.name, source.kind, source.encoding, source.errors, source.meta, article.name)
        told = (settings.as_of, settings.learned, settings.columns, () if article.published else settings.days)
        name = digest("reading", given, told, rules())
        return self.folder / name[:2] / f"{name}.json"


@cache
def rules() -> str:
    """A name for the rules that read: it changes with any file that an article's reading can depend on."""
    total = hashlib.sha256()
    for folder in ("", "languages", "languages/world", "read"):
        for one in sorted(files("dragoman").joinpath(folder).iterdir(), key=lambda path: path.name):
            if one.is_file() and one.name.endswith((".py", ".toml", ".tsv", ".txt")):
                total.update(one.name.encode() + b"\0" + one.read_bytes())
    return total.hexdigest()[:16]
