"""What can be read under a root, as sources with the ids that predictions use. Never opens gold.

Three layouts: a data set (`docs.jsonl` with `texts/<id>.txt`, a field `text` or `html/<id>.html.gz`), looked for in
`ROOT/data/NAME` and `ROOT/NAME`; a plain folder of articles, `ROOT/NAME`, read as the product reads it (with its
articles.toml); and `ROOT/coverage/STORY`, the same with file names as ids.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dragoman.read.sources import Pile, gather
from dragoman.records import Sighting, Source
from dragoman.settings import Settings

__all__ = ["STORY", "Corpus", "Document", "NoSuchCorpus", "coverage", "dataset", "digest_files"]

STORY = "treaty-2024"
LOOKS_LIKE_HTML = re.compile(r"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.I | re.S)
ARTICLE_FILES = (".txt", ".html", ".htm", ".xhtml")


class NoSuchCorpus(Exception):
    """Nothing of this name can be read under the root."""


@dataclass(frozen=True)
class Document:
    """One document: the id that predictions carry, and its bytes."""

    id: str
    source: Source


@dataclass
class Corpus:
    """Documents in the order of the corpus; `rows` are the lines of docs.jsonl, `lost` what could not be read."""

    name: str
    folder: Path
    documents: list[Document] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    @property
    def pile(self) -> Pile:
        """All documents as the product's pile: each source once, every place it was seen."""
        sources = {one.source.id: one.source for one in reversed(self.documents)}
        seen = tuple(Sighting(source=one.source.id, name=one.id) for one in self.documents)
        return Pile(tuple(sources.values()), seen, ())

    @property
    def ids(self) -> dict[str, list[str]]:
        """{source: ids of the documents with these bytes}."""
        table: dict[str, list[str]] = {}
        for one in self.documents:
            table.setdefault(one.source.id, []).append(one.id)
        return table


def coverage(root: Path, story: str = STORY) -> Corpus:
    """The articles of ROOT/coverage/STORY; the only story there when it has another name."""
    folder = root / "coverage" / story
    if not folder.is_dir():
        others = sorted(path for path in (root / "coverage").glob("*") if path.is_dir())
        if len(others) != 1:
            raise NoSuchCorpus(f"{folder}: no such folder. --root must hold coverage/{story}.")
        folder = others[0]
    corpus = Corpus(folder.name, folder)
    _read_folder(corpus, keep_extension=True)
    return corpus


def dataset(root: Path, name: str) -> Corpus:
    """The data set or folder of articles called NAME under the root."""
    for folder in (root / "data" / name, root / name, root):
        if (folder / "docs.jsonl").is_file() and folder.name == name:
            corpus = Corpus(name, folder, rows=_rows(folder / "docs.jsonl"))
            corpus.documents = list(_documents(corpus))
            return corpus
    for folder in (root / name, root / "data" / name, root / "coverage" / name):
        if folder.is_dir() and any(path.suffix in ARTICLE_FILES for path in folder.iterdir()):
            corpus = Corpus(name, folder)
            _read_folder(corpus, keep_extension=False)
            return corpus
    raise NoSuchCorpus(
        f"no data set {name!r} under {root}: neither data/{name} nor {name} holds docs.jsonl or articles."
    )


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def _read_folder(corpus: Corpus, *, keep_extension: bool) -> None:
    """Files as `dragoman build FOLDER` finds them; same bytes twice are two documents."""
    pile = gather([str(corpus.folder)], settings=Settings())
    by_id = {source.id: source for source in pile.sources}
    for sighting in sorted(pile.sightings, key=lambda one: one.name):
        name = Path(sighting.name).name
        corpus.documents.append(Document(name if keep_extension else name.removesuffix(".txt"), by_id[sighting.source]))
    corpus.lost += [str(trouble) for trouble in pile.troubles]


def _documents(corpus: Corpus) -> Iterator[Document]:
    for row in corpus.rows:
        try:
            source = _source(corpus.folder, row)
        except (OSError, EOFError) as error:
            corpus.lost.append(f"{row['id']}: {error}")
            continue
        yield Document(str(row["id"]), source)


def _source(folder: Path, row: dict[str, Any]) -> Source:
    """One line of docs.jsonl as a source; its text is UTF-8, so offsets are those of the text itself."""
    name = str(row["id"])
    if row.get("html"):
        return _page(gzip.decompress((folder / row["html"]).read_bytes()), name, _given(row))
    if isinstance(row.get("text"), str):
        raw = row["text"].encode("utf-8", "surrogatepass")
    elif (folder / "texts" / f"{name}.txt").exists():
        raw = (folder / "texts" / f"{name}.txt").read_bytes()
    elif row.get("file") and (folder / str(row["file"])).exists():
        raw = (folder / str(row["file"])).read_bytes()
    else:
        return _page(gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()), name, _given(row))
    errors = "strict"
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        errors = "surrogatepass" if isinstance(row.get("text"), str) else "surrogateescape"
        text = raw.decode("utf-8", errors)
    is_page = name.lower().endswith((".html", ".htm")) or LOOKS_LIKE_HTML.match(text.lstrip("\ufeff"))
    return Source(raw=raw, errors=errors, name=name, kind="html" if is_page else "text", meta=_given(row))


def _page(raw: bytes, name: str, given: tuple[tuple[str, str], ...]) -> Source:
    """The bytes of a web page, decoded by the product itself."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "page.html").write_bytes(raw)
        found = gather([str(Path(folder) / "page.html")], settings=Settings()).sources
    if not found:
        raise OSError("the product reads nothing in this page")
    one = found[0]
    return Source(raw=raw, encoding=one.encoding, errors=one.errors, name=name, kind=one.kind, meta=given)


def _given(row: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """What docs.jsonl says about a document, as the product would be told it."""
    meta = {"language": row.get("lang"), "url": row.get("url"), "outlet": row.get("outlet")}
    if isinstance(row.get("date"), str) and re.match(r"\d{4}-\d\d-\d\d", row["date"]):
        meta["date"] = row["date"][:10]
    return tuple(sorted((key, str(value)) for key, value in meta.items() if value))


def digest_files(paths: list[Path]) -> str:
    """A short digest of the contents of files, in the order given."""
    total = hashlib.sha256()
    for path in paths:
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]
