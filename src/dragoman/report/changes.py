"""What `dragoman diff` prints: 80 columns, state as words, nothing that changed left out."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

__all__ = ["told"]

WIDTH = 80
_INDENT = 18


def told(
    *,
    same: int,
    added: Sequence[str],
    removed: Sequence[str],
    changes: Sequence[Mapping[str, Any]],
    rewritten: Sequence[str] = (),
    most: int | None = None,
) -> str:
    """The difference for people; with `most` only so many changes, and then nothing is said of there being none."""
    cut = most is not None and len(changes) > most
    changes = changes[:most]
    lines = [_head(same, added, removed, rewritten)]
    for what in ("changed", "new", "gone"):
        own = [one for one in changes if one["what"] == what]
        lines += [line for one in own for line in _change(one)]
        if not own and not cut:
            lines.append(f"  {what:<{_INDENT - 2}}nothing")
    return "\n".join(lines) + "\n"


def _head(same: int, added: Sequence[str], removed: Sequence[str], rewritten: Sequence[str]) -> str:
    parts = [f"{same} article{'s' * (same != 1)} unchanged"]
    parts += [f"{len(rewritten)} rewritten ({', '.join(rewritten)})"] if rewritten else []
    parts += [f"{len(added)} new ({', '.join(added)})"] if added else []
    parts += [f"{len(removed)} gone ({', '.join(removed)})"] if removed else []
    return textwrap.fill(", ".join(parts), WIDTH, initial_indent="  ", subsequent_indent="    ")


def _change(one: Mapping[str, Any]) -> Iterator[str]:
    """One change, what was below what is, and the articles that made it so."""
    name = one["region"] if one["what"] == "changed" else f"{one['what']} {one['region']}"
    about = f"{one['label']}: " if one["region"] in ("status", "gap") else ""
    tail = "" if one["region"] in ("status", "gap") else f"  {one['label']}"
    if one["what"] == "changed" and one["region"] == "status":
        text = f"{about}{one['old']} → {one['new']}"
    else:
        text = f"{about}{one['new'] or one['old']}{tail}"
    yield _filled(name, text)
    if one["what"] == "changed" and one["region"] != "status":
        yield _filled("", f"before: {one['old']}")
    if one["because"]:
        yield _filled("", f"by {', '.join(one['because'])}")


def _filled(name: str, text: str) -> str:
    first = f"  {name:<{_INDENT - 2}}"
    words = textwrap.wrap(text, WIDTH - _INDENT, break_long_words=False) or [""]
    return "\n".join([first + words[0], *(" " * _INDENT + line for line in words[1:])])
