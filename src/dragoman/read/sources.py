"""Files, folders and standard input as sources: bytes as found, codec, where from.

`sources` is lazy and holds only the ids of what it has seen; `gather` collects a small pile. What is read is the
table in formats.py. Nothing stops the rest: what cannot be read is one Trouble that says what, where and what to do.

>>> from dragoman.settings import Settings
>>> [str(one) for one in sources(["/nowhere/at-all.txt"], settings=Settings())]
['/nowhere/at-all.txt: does not exist. Give the path of a file or folder.']
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from dragoman.read.formats import DOCUMENTS, HEAD, fault, format_of, readable
from dragoman.read.item import Item
from dragoman.read.jsonl import is_rows, rows
from dragoman.read.leaf import leaf
from dragoman.read.manifest import MANIFEST, Manifest, read_manifest
from dragoman.records import Sighting, Source, Trouble
from dragoman.settings import Settings

__all__ = ["Pile", "gather", "sources"]

STDIN = "-"
Found = Source | Sighting | Trouble


@dataclass(frozen=True)
class Pile:
    """What was found: each source once, where it was seen, what could not be read, and who owns or supplies whom."""

    sources: tuple[Source, ...]
    sightings: tuple[Sighting, ...]
    troubles: tuple[Trouble, ...]
    owners: tuple[tuple[str, str], ...] = ()  # (outlet, its owner or supplier), as articles.toml tells


def gather(
    paths: Iterable[str | os.PathLike[str]], *, settings: Settings, manifest: str | os.PathLike[str] | None = None
) -> Pile:
    """All of `sources` at once, for a pile that fits in memory."""
    search = _Search(settings, read_manifest(Path(manifest)) if manifest is not None else None)
    found = list(search.run(paths, None))
    return Pile(
        tuple(one for one in found if isinstance(one, Source)),
        tuple(one for one in found if isinstance(one, Sighting)),
        tuple(one for one in found if isinstance(one, Trouble)),
        search.owners,
    )


def sources(
    paths: Iterable[str | os.PathLike[str]],
    *,
    settings: Settings,
    manifest: str | os.PathLike[str] | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Found]:
    """Each source before its first sighting, in the order of the paths' names whatever order they were given in.

    The same bytes found twice are one Source and two Sightings. Raises BadManifest when an articles.toml is wrong.
    """
    search = _Search(settings, read_manifest(Path(manifest)) if manifest is not None else None)
    yield from search.run(paths, stdin)


@dataclass
class _Search:
    """One run over the paths: what has been seen, and the manifests already read."""

    settings: Settings
    manifest: Manifest | None
    seen: set[str] = field(default_factory=set)
    files: set[tuple[int, int]] = field(default_factory=set)
    manifests: dict[Path, Manifest | None] = field(default_factory=dict)

    def run(self, paths: Iterable[str | os.PathLike[str]], stdin: BinaryIO | None) -> Iterator[Found]:
        """Everything at the paths, in the order of their names."""
        if self.manifest is not None:
            yield from self.manifest.missing()
        names = sorted({os.fspath(path) for path in paths}, key=lambda name: (name == STDIN, name))
        folders = [Path(name) for name in names if name != STDIN and Path(name).is_dir()]
        for name in names:
            if name == STDIN:
                yield from self.stream(stdin or sys.stdin.buffer)
            elif Path(name).is_dir():
                yield from self.folder(Path(name), prefix=f"{Path(name).resolve().name}/" if len(folders) > 1 else "")
            else:
                yield from self.given(Path(name))

    @property
    def owners(self) -> tuple[tuple[str, str], ...]:
        """Who owns or supplies whom, from every manifest met."""
        met = (self.manifest, *self.manifests.values())
        return tuple(sorted({pair for one in met if one is not None for pair in one.owners}))

    # -- where ---------------------------------------------------------------------------------

    def folder(self, root: Path, *, prefix: str) -> Iterator[Found]:
        """Every readable file below a folder, sorted; hidden ones left out, links to folders not followed."""
        troubles: list[OSError] = []
        passed, others = Counter[str](), Counter[str]()
        for here, folders, names in os.walk(root, onerror=troubles.append):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in folders:
                if (Path(here) / name).is_symlink():
                    what = "is a link to a folder; it was not followed."
                    yield Trouble(where=str(Path(here) / name), what=what, cure="Give the folder itself.")
            beside = self._manifest_in(Path(here))
            if beside is not None:
                yield from beside.missing((Path(here) / MANIFEST).relative_to(root).as_posix())
            for name in sorted(names):
                file = Path(here) / name
                suffix = file.suffix.lower()
                if name.startswith(".") or name == MANIFEST:
                    continue
                if readable(name):
                    yield from self._file(file, prefix + file.relative_to(root).as_posix())
                else:
                    (passed if suffix in DOCUMENTS else others)[suffix] += 1
        for error in troubles:
            what = f"cannot be opened ({error.strerror})."
            yield Trouble(where=str(error.filename), what=what, cure="Check its permissions.")
        if others:
            kinds = ", ".join(f"{suffix or 'without a suffix'} {count}" for suffix, count in sorted(others.items()))
            what = f"{others.total()} of other kinds passed over: {kinds}."
            yield Trouble(where=prefix or root.name, what=what, cure="A file given by its own name is read.")
        for suffix, count in sorted(passed.items()):
            what = f"{count} {suffix} file{'s' * (count > 1)} passed over: not read yet."
            yield Trouble(where=prefix or root.name, what=what, cure="Convert to PDF, HTML or text first.")

    def given(self, file: Path) -> Iterator[Found]:
        """A file named by the user: read whatever its suffix."""
        if not file.exists():
            yield Trouble(where=str(file), what="does not exist.", cure="Give the path of a file or folder.")
        elif file.name != MANIFEST:
            self._manifest_in(file.parent)
            yield from self._file(file, file.name)

    def stream(self, stream: BinaryIO) -> Iterator[Found]:
        """Standard input: JSON Lines when its first line is such a row, read line by line; else like a file."""
        first = stream.readline(self.settings.largest_file + 1)
        if is_rows(first, self.settings.columns):
            for one in rows(Item(name=STDIN, raw=b""), self.settings, stream=stream, first=first):
                yield from self._leaf(one) if isinstance(one, Item) else (one,)
            return
        rest = stream.read(max(0, self.settings.limits.whole + 1 - len(first)))
        yield from self._open(Item(name=STDIN, raw=first + rest), None)

    def _manifest_in(self, folder: Path) -> Manifest | None:
        if folder not in self.manifests:
            path = folder / MANIFEST
            self.manifests[folder] = read_manifest(path) if path.is_file() else None
        return self.manifests[folder]

    def _told(self, file: Path) -> Iterator[Manifest]:
        """The manifests that may speak of a file: the one given by name first, then its folder's and those above."""
        for one in (self.manifest, *(self.manifests.get(folder) for folder in file.parents)):
            if one is not None:
                yield one

    # -- what ----------------------------------------------------------------------------------

    def _file(self, file: Path, name: str) -> Iterator[Found]:
        try:
            status = file.stat()
            if (status.st_dev, status.st_ino) in self.files:
                return
            if not stat.S_ISREG(status.st_mode):
                what = "is neither a file nor a folder."
                yield Trouble(where=name, what=what, cure="Give a file, or - for standard input.")
                return
            self.files.add((status.st_dev, status.st_ino))
            with file.open("rb"):
                pass
        except OSError as error:
            what = f"cannot be read ({error.strerror})."
            yield Trouble(where=name, what=what, cure="Check that it is there and may be read.")
            return
        meta = next((told for one in self._told(file) if (told := one.about(file))), ())
        yield from self._open(Item(name=name, path=file, meta=meta), file)

    def _open(self, item: Item, file: Path | None) -> Iterator[Found]:
        """What an outermost item holds, with what manifests say of its parts."""
        columns = self.settings.columns
        if file is not None:
            columns = (*columns, *(pair for one in self._told(file) for pair in one.columns(file)))
        settings = replace(self.settings, columns=columns)
        whole: str | None = None
        for one in parts(item, settings):
            if isinstance(one, Trouble):
                yield one
                continue
            place = one.name[len(item.name) :]
            if file is not None and place:
                whole = whole or _digest(file)
                said = next((told for each in self._told(file) if (told := each.about(file, place))), ())
                one = replace(one, meta=tuple((dict(one.meta) | dict(said)).items()))
            yield from self._leaf(one, whole)

    def _leaf(self, item: Item, container: str | None = None) -> Iterator[Found]:
        source = leaf(item, self.settings)
        if isinstance(source, Trouble):
            yield source
            return
        if source.id not in self.seen:
            self.seen.add(source.id)
            yield source
        given = {key: source.given(key) for key in ("url", "outlet", "seen")}
        yield Sighting(source=source.id, name=source.name, container=container, **given)


def parts(item: Item, settings: Settings) -> Iterator[Item | Trouble]:
    """The articles inside an item, however deep, each as its bytes; itself when it is one article."""
    head = item.read(HEAD)
    if not head:
        yield item.trouble("is empty.", "Save it again.")
        return
    format, misnamed = format_of(item, head, settings.columns)
    if format.reader is None:
        wrong = fault(item, head, misnamed)
        yield item.trouble(*wrong) if wrong else replace(item, kind=format.kind)
    elif item.depth >= settings.limits.deep:
        yield item.trouble(f"lies in more than {settings.limits.deep} archives.", "Unpack the outer ones first.")
    else:
        empty = True
        for one in format.reader(item, settings):
            empty = False
            if misnamed and isinstance(one, Item):
                yield item.trouble(f"is called {item.suffix} but is {format.name}; it was read as one.", "Rename it.")
                misnamed = False
            yield from parts(one, settings) if isinstance(one, Item) and not one.kind else (one,)
        if empty:
            yield item.trouble(f"is {format.name} that holds nothing to read.", "Leave it out.")


def _digest(file: Path) -> str:
    """sha256 of a file, read piece by piece."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
