"""Files, folders, standard input and JSON Lines as sources: bytes as found, codec, where from.

`sources` is lazy and holds only the ids of what it has seen; `gather` collects a small pile. Nothing stops the
rest: what cannot be read is one Trouble that says what, where and what to do.

>>> from dragoman.settings import Settings
>>> [str(one) for one in sources(["/nowhere/at-all.txt"], settings=Settings())]
['/nowhere/at-all.txt: does not exist. Give the path of a file or folder.']
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from dragoman.read.decode import Undecodable, decode, is_binary
from dragoman.read.jsonl import is_rows, rows
from dragoman.read.manifest import MANIFEST, Manifest, read_manifest
from dragoman.records import Sighting, Source, Trouble
from dragoman.settings import Settings

__all__ = ["SUFFIXES", "Pile", "gather", "sources"]

SUFFIXES = {".txt": "text", ".md": "text", ".markdown": "text", ".html": "html", ".htm": "html", ".xhtml": "html",
            ".jsonl": "rows", ".ndjson": "rows"}  # fmt: skip
#: Files somebody may have meant to give; others in a folder (pictures, scripts) are passed over.
DOCUMENTS = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".eml", ".msg", ".mht", ".mhtml", ".zip",
                       ".gz", ".json", ".xml", ".csv", ".warc"})  # fmt: skip
MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main)\b", re.I | re.S
)
TAGS = re.compile(r"<(?:p|div|span|a|br|h[1-6]|img|ul|li|meta|script)\b[^<>]*>", re.IGNORECASE)
STDIN = "-"


@dataclass(frozen=True)
class Pile:
    """What was found: each source once, where it was seen, and what could not be read."""

    sources: tuple[Source, ...]
    sightings: tuple[Sighting, ...]
    troubles: tuple[Trouble, ...]


def gather(
    paths: Iterable[str | os.PathLike[str]], *, settings: Settings, manifest: str | os.PathLike[str] | None = None
) -> Pile:
    """All of `sources` at once, for a pile that fits in memory."""
    found = list(sources(paths, settings=settings, manifest=manifest))
    return Pile(
        tuple(one for one in found if isinstance(one, Source)),
        tuple(one for one in found if isinstance(one, Sighting)),
        tuple(one for one in found if isinstance(one, Trouble)),
    )


def sources(
    paths: Iterable[str | os.PathLike[str]],
    *,
    settings: Settings,
    manifest: str | os.PathLike[str] | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Source | Sighting | Trouble]:
    """Each source before its first sighting, in the order of the paths' names whatever order they were given in.

    The same bytes found twice are one Source and two Sightings. Raises BadManifest when an articles.toml is wrong.
    """
    search = _Search(settings, read_manifest(Path(manifest)) if manifest is not None else None)
    if search.manifest is not None:
        yield from search.manifest.missing()
    names = sorted({os.fspath(path) for path in paths}, key=lambda name: (name == STDIN, name))
    folders = [Path(name) for name in names if name != STDIN and Path(name).is_dir()]
    for name in names:
        if name == STDIN:
            yield from search.stream(stdin or sys.stdin.buffer)
        elif Path(name).is_dir():
            yield from search.folder(Path(name), prefix=f"{Path(name).resolve().name}/" if len(folders) > 1 else "")
        else:
            yield from search.given(Path(name))


@dataclass
class _Search:
    """One run over the paths: what has been seen, and the manifests already read."""

    settings: Settings
    manifest: Manifest | None
    seen: set[str] = field(default_factory=set)
    files: set[tuple[int, int]] = field(default_factory=set)
    manifests: dict[Path, Manifest | None] = field(default_factory=dict)

    # -- where ---------------------------------------------------------------------------------

    def folder(self, root: Path, *, prefix: str) -> Iterator[Source | Sighting | Trouble]:
        """Every readable file below a folder, sorted; hidden ones left out."""
        troubles: list[OSError] = []
        passed: dict[str, int] = {}
        for here, folders, names in os.walk(root, onerror=troubles.append):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            beside = self._manifest_in(Path(here))
            if beside is not None:
                yield from beside.missing((Path(here) / MANIFEST).relative_to(root).as_posix())
            for name in sorted(names):
                file = Path(here) / name
                suffix = file.suffix.lower()
                if name.startswith(".") or name == MANIFEST:
                    continue
                if suffix in SUFFIXES:
                    yield from self._file(file, prefix + file.relative_to(root).as_posix())
                elif suffix in DOCUMENTS:
                    passed[suffix] = passed.get(suffix, 0) + 1
        for error in troubles:
            yield Trouble(
                where=str(error.filename), what=f"cannot be opened ({error.strerror}).", cure="Check its permissions."
            )
        for suffix, count in sorted(passed.items()):
            what = f"{count} {suffix} file{'s' * (count > 1)} passed over: only {', '.join(SUFFIXES)} are read."
            yield Trouble(where=prefix or root.name, what=what, cure="Convert to text or HTML first.")

    def given(self, file: Path) -> Iterator[Source | Sighting | Trouble]:
        """A file named by the user: read whatever its suffix."""
        if not file.exists():
            yield Trouble(where=str(file), what="does not exist.", cure="Give the path of a file or folder.")
        elif not file.is_file():
            yield Trouble(
                where=str(file), what="is neither a file nor a folder.", cure="Give a file, or - for standard input."
            )
        elif file.name != MANIFEST:
            self._manifest_in(file.parent)
            yield from self._file(file, file.name)

    def stream(self, stream: BinaryIO) -> Iterator[Source | Sighting | Trouble]:
        """Standard input: one article, or JSON Lines when its first line is such a row."""
        first = stream.readline(self.settings.largest_file + 1)
        if is_rows(first):
            yield from self._rows(stream, STDIN, first)
        else:
            rest = stream.read(max(0, self.settings.largest_file + 1 - len(first)))
            yield from self._bytes(first + rest, STDIN, (), "")

    def _manifest_in(self, folder: Path) -> Manifest | None:
        if folder not in self.manifests:
            path = folder / MANIFEST
            self.manifests[folder] = read_manifest(path) if path.is_file() else None
        return self.manifests[folder]

    def _about(self, file: Path) -> tuple[tuple[str, str], ...]:
        """What manifests say: the one given by name first, then those in the file's folder and above."""
        for one in (self.manifest, *(self.manifests.get(folder) for folder in file.parents)):
            meta = one.about(file) if one is not None else ()
            if meta:
                return meta
        return ()

    # -- what ----------------------------------------------------------------------------------

    def _file(self, file: Path, name: str) -> Iterator[Source | Sighting | Trouble]:
        try:
            status = file.stat()
            if (status.st_dev, status.st_ino) in self.files:
                return
            self.files.add((status.st_dev, status.st_ino))
            if SUFFIXES.get(file.suffix.lower()) == "rows":
                with file.open("rb") as stream:
                    yield from self._rows(stream, name)
                return
            if status.st_size > self.settings.largest_file:
                yield self._oversized(name, status.st_size)
                return
            raw = file.read_bytes()
        except OSError as error:
            yield Trouble(
                where=name, what=f"cannot be read ({error.strerror}).", cure="Check that it is there and may be read."
            )
            return
        yield from self._bytes(raw, name, self._about(file), SUFFIXES.get(file.suffix.lower(), ""))

    def _oversized(self, name: str, size: int) -> Trouble:
        limit = f"{size:,} bytes is more than the limit of {self.settings.largest_file:,}."
        return Trouble(where=name, what=limit, cure="Split it into articles (JSON Lines takes one a line).")

    def _bytes(
        self, raw: bytes, name: str, meta: tuple[tuple[str, str], ...], kind: str
    ) -> Iterator[Source | Sighting | Trouble]:
        """The source these bytes make, or why they make none."""
        if not raw:
            yield Trouble(where=name, what="is empty.", cure="Save the article again.")
            return
        if len(raw) > self.settings.largest_file:
            yield self._oversized(name, len(raw))
            return
        if is_binary(raw) and b"\0" not in raw:
            yield Trouble(where=name, what="is not text but a binary file.", cure="Convert it to text or HTML first.")
            return
        try:
            codec = decode(raw, html=kind == "html" or b"<" in raw[:200])
        except Undecodable as error:
            yield Trouble(where=name, what=f"is not text: {error}.", cure="Convert it to text or HTML first.")
            return
        kind = dict(meta).get("kind") or kind
        notes = (("note", codec.note),) if codec.note else ()
        source = Source(raw=raw, encoding=codec.encoding, errors=codec.errors, name=name, meta=(*meta, *notes))
        if not source.text.strip("\ufeff\u200b \t\r\n\x0b\x0c\u00a0\u3000"):
            yield Trouble(where=name, what="holds nothing but white space.", cure="Save the article again.")
            return
        yield from self._found(source, kind or "text")

    def _found(self, source: Source, kind: str) -> Iterator[Source | Sighting]:
        if kind == "text" and "kind" not in dict(source.meta) and is_html(source.text):
            kind = "html"
        if source.id not in self.seen:
            self.seen.add(source.id)
            yield Source(
                raw=source.raw,
                encoding=source.encoding,
                errors=source.errors,
                name=source.name,
                kind=kind,
                meta=source.meta,
            )
        yield Sighting(source=source.id, name=source.name, url=source.given("url"), outlet=source.given("outlet"))

    def _rows(self, stream: BinaryIO, name: str, first: bytes = b"") -> Iterator[Source | Sighting | Trouble]:
        for row in rows(stream, name, largest=self.settings.largest_file, first=first):
            if isinstance(row, Trouble):
                yield row
            else:
                yield from self._found(row, row.kind)


def is_html(text: str) -> bool:
    """True for a page by its beginning, or for a fragment dense with tags."""
    head = text[:3000].lstrip("\ufeff")
    return MARKUP.match(head) is not None or (head.lstrip().startswith("<") and len(TAGS.findall(head)) >= 6)
