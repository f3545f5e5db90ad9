"""The versions of a dossier as a library keeps them: what each says, in which language, and what sets two apart."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from dragoman.report import Labels
from dragoman.report.lines import lines_of
from dragoman.store.library import Library

__all__ = ["apart", "lines", "lines_name", "only", "page_name", "retold", "rows", "told"]

_OWN = "en"  # the language of the lines in dossier.jsonl
_SAID = ("text", "when", "when_note", "support")  # what a line says in words of ours


def page_name(language: str) -> str:
    """The file of a version that holds its page in another language than the one it was built in."""
    return f"dossier.{language}.html"


def lines_name(language: str) -> str:
    """The file of a version that says its lines in another language."""
    return f"lines.{language}.json"


def told(labels: Labels) -> str:
    """What each line says in the language of the labels, by its label: the content of such a file."""
    every = {line.label: {name: getattr(line, name) for name in _SAID} for line in lines_of(labels)}
    return json.dumps(every, ensure_ascii=False)


def rows(library: Library, key: str, number: int) -> list[dict[str, Any]]:
    """The records of a version of a dossier; none when there is no such version."""
    held = library.file(key, number, "dossier.jsonl")
    return [] if held is None else [json.loads(line) for line in held.decode("utf-8").split("\n") if line]


def lines(library: Library, key: str, number: int) -> list[dict[str, Any]]:
    """The lines of a version, as its page has them."""
    return [row for row in rows(library, key, number) if row["kind"] == "line"]


def retold(
    library: Library, key: str, number: int, held: Sequence[dict[str, Any]], language: str
) -> list[dict[str, Any]]:
    """These lines of a version in the language of a reader; `told_in` is the language that each is in."""
    said = None if language == _OWN else library.file(key, number, lines_name(language))
    own = {} if said is None else json.loads(said.decode("utf-8"))
    return [
        {**one, **own[one["label"]], "told_in": language} if one["label"] in own else {**one, "told_in": _OWN}
        for one in held
    ]


def apart(library: Library, key: str, old: int, new: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Lines that only the old or only the new version has, by what they say and rest on, whatever their labels."""
    sides = [{_said(one): one for one in lines(library, key, number)} for number in (old, new)]
    return (
        [one for said, one in sides[0].items() if said not in sides[1]],
        [one for said, one in sides[1].items() if said not in sides[0]],
    )


def only(own: Sequence[dict[str, Any]], others: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Lines whose sentence none of the others gives: not those that merely rest on other words now."""
    known = {_sentence(one) for one in others}
    return [one for one in own if _sentence(one) not in known]


def _sentence(line: dict[str, Any]) -> tuple[str, str, str]:
    return line["region"], line["text"], line["when"]


def _said(line: dict[str, Any]) -> tuple[str, ...]:
    words = [one["span"]["exact"] for one in line["evidence"]]
    return (*_sentence(line), *sorted(words))
