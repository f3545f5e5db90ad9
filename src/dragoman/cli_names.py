"""Which thing of a dossier is meant: by its name, any spelling of it or its id; an article by label or file name."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path, PurePath
from typing import Any

from dragoman.errors import BadInput
from dragoman.languages.world import fold
from dragoman.records import Target

__all__ = ["Names"]

_LEAST = 4  # characters of an id that are enough to mean it
_SHOWN = 8  # things or articles that an error lists

Row = dict[str, Any]


class Names:
    """The entities of a dossier and where they stand."""

    def __init__(self, folder: Path) -> None:
        from dragoman.report.jsonl import load

        rows = load(folder / "dossier.jsonl")
        self.folder = folder
        self.mentions = {row["id"]: row for row in rows if row["kind"] == "mention"}
        self.entities = [row for row in rows if row["kind"] == "entity"]
        self.articles = [row for row in rows if row["kind"] == "source"]

    def called(self, name: str) -> Row:
        """The one entity of this name, spelling or id; refuses one that several or none have."""
        asked = fold(name.strip())
        exact = [one for one in self.entities if name in (one["name"], one["id"])]
        loose = [one for one in self.entities if asked in self._forms(one) or _begins(one["id"], asked)]
        found = exact or loose
        if len(found) == 1:
            return found[0]
        what = "several things are called" if found else "nothing is called"
        raise BadInput(f'{what} "{name}". {self._instead(asked, found)}')

    def _forms(self, entity: Row) -> set[str]:
        return {fold(form) for form in (entity["name"], *(form for _, form in entity["names"]))}

    def _instead(self, asked: str, found: list[Row]) -> str:
        """What would have worked."""
        near = found or [one for one in self.entities if any(asked in form for form in self._forms(one))]
        if not near:
            every = {form: one for one in self.entities for form in self._forms(one)}
            near = [every[form] for form in get_close_matches(asked, sorted(every), _SHOWN)]
        if not near:
            return f"See: dragoman entities list {self.folder}"
        listed = ", ".join(f'{one["id"]} "{one["name"]}" ({one["type_of_entity"]})' for one in near[:_SHOWN])
        return f"There are: {listed}. Give a name, a spelling or an id."

    def spans(self, entity: Row) -> list[Row]:
        """Where an entity is mentioned, in the order of the articles."""
        return [span for one in entity["mentions"] for span in self.mentions[one]["spans"][:1]]

    def target(self, entity: Row) -> Target:
        """A place where the entity is mentioned."""
        return _target(self.spans(entity)[0])

    def apart(self, entity: Row, name: str, article: str | None) -> tuple[Target, ...]:
        """What a split is about: the mentions in one article, else every article that writes this very spelling."""
        spans = self.spans(entity)
        if article is not None:
            ident = self._article(article)
            inside = [span for span in spans if span["source"] == ident]
            if not inside:
                raise BadInput(f'"{entity["name"]}" is not mentioned in {article}. {self._where(entity)}')
            return (_target(inside[0]),)
        written = {span["source"]: span for span in reversed(spans) if fold(span["exact"]) == fold(name)}
        if not written or len(written) == len({span["source"] for span in spans}):
            raise BadInput(
                f'"{name}" is what every article writes: say with --in where "{entity["name"]}" is another thing. '
                f"{self._where(entity)}"
                if written
                else f'say with --in in which article "{entity["name"]}" is another thing, or give the spelling that '
                f"is. {self._where(entity)}"
            )
        return tuple(_target(span) for _, span in sorted(written.items()))

    def _article(self, asked: str) -> str:
        """The id of the article meant by a label, a file name with or without its ending, or an id."""
        wanted = asked.casefold()
        found = [
            row["id"]
            for row in self.articles
            if wanted in (row["label"].casefold(), *_file_names(row.get("name") or "")) or _begins(row["id"], wanted)
        ]
        if len(found) == 1:
            return str(found[0])
        known = ", ".join(_shown(row) for row in self.articles[:_SHOWN])
        what = "several articles are" if found else "no article is"
        raise BadInput(f'{what} "{asked}". Articles: {known}{" …" if len(self.articles) > _SHOWN else ""}.')

    def _where(self, entity: Row) -> str:
        """The articles that mention it, with the words they use."""
        said: dict[str, list[str]] = {}
        for span in self.spans(entity):
            said.setdefault(span["source"], []).append(span["exact"])
        rows = [(row, said[row["id"]]) for row in self.articles if row["id"] in said]
        told = "; ".join(f"{_shown(row)}: {', '.join(dict.fromkeys(words))}" for row, words in rows[:_SHOWN])
        return f"It is mentioned in {told}{' …' if len(rows) > _SHOWN else ''}."


def _target(span: Row) -> Target:
    return Target(source=span["source"], exact=span["exact"], prefix=span["prefix"])


def _begins(ident: str, asked: str) -> bool:
    return len(asked) >= _LEAST and ident.startswith(asked)


def _file_names(name: str) -> Sequence[str]:
    path = PurePath(name.casefold())
    return name.casefold(), path.name, path.stem


def _shown(row: Row) -> str:
    return f"{row['label']} ({PurePath(row['name']).name})" if row.get("name") else str(row["label"])
