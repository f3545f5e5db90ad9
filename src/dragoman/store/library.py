"""The verbs of a library, whatever the database: add, keep, correct, search, check.

Payloads are deflated JSON of `packing.pack`; sources are kept as found. Adding twice changes nothing.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from dragoman.languages.aloud import script
from dragoman.packing import pack, unpack
from dragoman.records import Article, Correction, Entity, Reading, Sighting, Source, Story
from dragoman.store import Store, open_store
from dragoman.store.faults import faults
from dragoman.store.payloads import deflated, inflated, key_of
from dragoman.store.sounds import keys_of
from dragoman.store.words import latin, tokens

__all__ = ["Library"]


class Library:
    """A store with the verbs of this trade."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def open(cls, url: str) -> Library:
        """The library of a URL or of a path; made when it is not there."""
        return cls(open_store(url))

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    # -- sources and sightings -------------------------------------------------------------------

    def add(self, sources: Iterable[Source], sightings: Iterable[Sighting] = ()) -> list[str]:
        """Keep sources and where they were found; the ids of those that are new."""
        new = []
        with self.store.transaction():
            for source in sources:
                if self.store.get("sources", source.id) is None:
                    new.append(source.id)
                    self.store.put("raws", source.id, zlib.compress(source.raw, 6))
                    bare = {one: held for one, held in pack(source).items() if one != "raw"}
                    self.store.put("sources", source.id, deflated(bare), name=source.name, kind=source.kind)
            for seen in sightings:
                where = {"source": seen.source, "name": seen.name, "url": seen.url or "", "outlet": seen.outlet or ""}
                self.store.put("sightings", key_of(*where.values()), deflated(seen), **where)
        return new

    def source(self, ident: str) -> Source | None:
        """A source with its bytes, as it was added."""
        held, raw = self.store.get("sources", ident), self.store.get("raws", ident)
        if held is None or raw is None:
            return None
        row = json.loads(zlib.decompress(held))
        return replace(unpack(Source, {**row, "raw": ""}), raw=zlib.decompress(raw))

    def source_ids(self) -> list[str]:
        """Every source, in the order they came."""
        return self.store.keys("sources")

    def sightings(self, sources: Iterable[str] | None = None) -> tuple[Sighting, ...]:
        """Where sources were found, in the order that was told."""
        if sources is None:
            return tuple(inflated(Sighting, row.payload) for row in self.store.rows("sightings"))
        held = (row for one in sources for row in self.store.rows("sightings", source=one))
        return tuple(inflated(Sighting, row.payload) for row in held)

    # -- readings --------------------------------------------------------------------------------

    def keep_article(self, article: Article, rules: str = "") -> None:
        """Keep a sifted article and the rules that made it, for grouping and for the words around what is found."""
        day = article.published.earliest.isoformat() if article.published else ""
        self.store.put(
            "articles",
            article.source,
            deflated(article),
            source=article.source,
            language=article.language,
            published=day,
            outlet=article.outlet or "",
            rules=rules,
        )

    def article(self, source: str, rules: str | None = None) -> Article | None:
        """The sifted article of a source; with `rules`, only one that these rules made."""
        if rules is not None and not self.store.keys("articles", source=source, rules=rules):
            return None
        held = self.store.get("articles", source)
        return None if held is None else inflated(Article, held)

    def keep_reading(self, reading: Reading, rules: str) -> None:
        """Keep what was read in an article by these rules (any name that changes when they do)."""
        source = reading.article.source
        self.store.drop("readings", source=source)
        self.store.put("readings", key_of(source, rules), deflated(reading), source=source, rules=rules)

    def reading(self, source: str, rules: str) -> Reading | None:
        """What these rules read in a source, None when that is not kept."""
        held = self.store.get("readings", key_of(source, rules))
        return None if held is None else inflated(Reading, held)

    def coverage(self, column: str) -> list[tuple[str, str, int]]:
        """(value, language, articles) for a column of the articles: published (a day), outlet; "" is not known."""
        return [
            (value, language, count) for (value, language), count in self.store.counts("articles", column, "language")
        ]

    # -- stories ---------------------------------------------------------------------------------

    def keep_story(
        self,
        key: str,
        story: Story,
        *,
        slug: str,
        files: Mapping[str, bytes],
        digest: str,
        at: str,
        mark: str = "",
        about: Mapping[str, Any] | None = None,
    ) -> int:
        """Keep a story and, when its digest or what people decided is new, a version of its dossier; its number.

        `key` names the story from version to version and holds no space; `files` are those of the dossier's folder;
        `mark` is what `mark(key)` gives back: a name for all that the story was made from; `about` is what the list
        of stories shows of it.
        """
        with self.store.transaction():
            sources = [reading.article.source for reading in story.readings]
            decided = [one.id for one in story.corrections]
            number = self._keep_version(key, files, {"digest": digest, "decided": decided}, at, sources)
            at = str(self.versions(key)[-1]["at"])  # a story changes when its dossier does
            row = {"key": key, "slug": slug, "title": story.title, "at": at, "articles": len(story.readings)}
            row["languages"] = sorted({reading.article.language for reading in story.readings})
            row |= {"mark": mark, "about": dict(about or {})}
            self.store.put("stories", key, deflated(row), slug=slug, title=story.title, changed=at)
            self.store.drop("members", story=key)
            for reading in story.readings:
                source = reading.article.source
                self.store.put("members", key_of(key, source), f"{key} {source}".encode(), story=key, source=source)
            self._keep_names(key, story.entities)
            return number

    def _keep_version(
        self, key: str, files: Mapping[str, bytes], marks: Mapping[str, Any], at: str, sources: Sequence[str]
    ) -> int:
        known, digest = self.versions(key), str(marks["digest"])
        last = {"decided": [], **known[-1]} if known else {}
        if known and all(last[name] == value for name, value in marks.items()):
            return int(last["number"])
        number = len(known) + 1
        row = {"story": key, "number": number, **marks, "at": at, "sources": list(sources)}
        self.store.put(
            "versions", key_of(key, str(number)), deflated(row), story=key, number=str(number), digest=digest
        )
        for name, content in files.items():
            place = {"story": key, "number": str(number), "name": name}
            self.store.put("files", key_of(*place.values()), zlib.compress(content, 6), **place)
        return number

    def _keep_names(self, key: str, entities: Sequence[Entity]) -> None:
        """The names of each entity in all spellings, so that a search for one finds the others."""
        self.store.drop("names", story=key)
        for entity in entities:
            forms = {name for _, name in entity.names} | {entity.name}
            self.keep_sounds((key, " ".join(tokens(form)), form) for form in sorted(forms) for key in _of_han(form))
            folded = {" ".join(made) for form in forms for made in (tokens(form), latin(form)) if made}
            if len(folded) > 1:
                every = "\x1f".join(sorted(folded)).encode()
                for form in sorted(folded):
                    place = {"story": key, "entity": entity.id, "folded": form}
                    self.store.put("names", key_of(*place.values()), every, **place)

    def keep_sounds(self, heard: Iterable[tuple[str, str, str]]) -> None:
        """Keep words by their sound: (key, the words as they are indexed, the name); each is kept once."""
        fresh = {f"{key}\x1f{indexed}\x1f{name}": key for key, indexed, name in heard}
        with self.store.transaction():
            for row, key in fresh.items():
                if self.store.get("sounds", key_of(row)) is None:
                    self.store.put("sounds", key_of(row), row.encode("utf-8", "surrogatepass"), sound=key)

    def sounding(self, key: str) -> list[tuple[str, str]]:
        """(words as they are indexed, the name) of what is kept under a sound."""
        rows = (row.payload.decode("utf-8", "surrogatepass") for row in self.store.rows("sounds", sound=key))
        return [(indexed, name) for _, indexed, name in (row.split("\x1f") for row in rows)]

    def other_names(self, folded: str) -> set[str]:
        """The folded names of everybody who bears this folded name, it included; empty when nobody does."""
        held = (row.payload.decode() for row in self.store.rows("names", folded=folded))
        return {other for others in held for other in others.split("\x1f")}

    def drop_story(self, key: str) -> None:
        """Forget a story that has become part of another; its sources and corrections stay."""
        with self.store.transaction():
            for shelf in ("members", "names", "versions", "files"):
                self.store.drop(shelf, story=key)
            self.store.drop("stories", key=key)

    def stories(self) -> list[dict[str, Any]]:
        """Every story: key, slug, title, articles, at (of its last change)."""
        return [json.loads(zlib.decompress(row.payload)) for row in self.store.rows("stories")]

    def mark(self, key: str) -> str:
        """The mark that the story was last kept with."""
        held = self.store.get("stories", key)
        return "" if held is None else str(json.loads(zlib.decompress(held)).get("mark", ""))

    def members(self, story: str) -> list[str]:
        """The sources of a story, in the order of its dossier."""
        return [row.payload.decode().split(" ")[1] for row in self.store.rows("members", story=story)]

    def stories_of(self, source: str) -> list[str]:
        """The keys of the stories that a source belongs to."""
        return [row.payload.decode().split(" ")[0] for row in self.store.rows("members", source=source)]

    def versions(self, story: str) -> list[dict[str, Any]]:
        """The versions of a story's dossier, the oldest first: number, digest, at."""
        rows = [json.loads(zlib.decompress(row.payload)) for row in self.store.rows("versions", story=story)]
        return sorted(rows, key=lambda row: int(row["number"]))

    def version_members(self, story: str, number: int) -> frozenset[str]:
        """The sources of a version; none when there is no such version."""
        held = self.store.get("versions", key_of(story, str(number)))
        return frozenset() if held is None else frozenset(json.loads(zlib.decompress(held)).get("sources", ()))

    def file(self, story: str, number: int, name: str) -> bytes | None:
        """A file of a version of a dossier."""
        held = self.store.get("files", key_of(story, str(number), name))
        return None if held is None else zlib.decompress(held)

    # -- corrections -----------------------------------------------------------------------------

    def correct(self, *corrections: Correction) -> int:
        """Keep corrections; how many are new."""
        with self.store.transaction():
            return sum(
                self.store.put("corrections", one.id, deflated(one), verdict=one.verdict, about=one.about)
                for one in corrections
            )

    def corrections(self) -> tuple[Correction, ...]:
        """Every correction, undone ones and undoings included, in the order they came."""
        return tuple(inflated(Correction, row.payload) for row in self.store.rows("corrections"))

    # -- checking --------------------------------------------------------------------------------

    def check(self) -> list[str]:
        """What is wrong, in words: the database, bytes that changed, payloads that cannot be read, loose ends."""
        return faults(self.store)


def _of_han(name: str) -> tuple[str, ...]:
    """The key of a name in Han, which no text shows where it begins; nothing for other scripts."""
    return keys_of(name) if script(name) == "han" else ()
