"""What changed since it was last told: new lines, lines no longer said, answers to standing questions."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from dragoman.store.library import Library
from dragoman.versions import apart, only
from dragoman.watch.questions import answers

__all__ = ["Answer", "News", "as_lines", "atom", "remembered", "tell", "text", "told"]

_KEPT = 50  # news in a feed
_SHOWN = 6  # lines of a region shown on a terminal; the others are counted


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A line that a standing question waited for."""

    question: str
    label: str
    text: str
    exact: str = ""  # the first words that the line rests on
    state: str = ""  # told, said, planned, possible, denied


@dataclass(frozen=True, kw_only=True)
class News:
    """A new version of a dossier: what it says that the last one told did not, and the other way round."""

    story: str  # slug
    title: str
    number: int
    at: str
    added: tuple[str, ...]  # names of the articles that are new in it
    came: tuple[dict[str, Any], ...]  # lines: label, region, when, text, exact
    gone: tuple[dict[str, Any], ...]
    answers: tuple[Answer, ...] = ()

    def row(self) -> dict[str, Any]:
        """For a program."""
        return asdict(self)


def told(library: Library, questions: Sequence[str] = ()) -> list[News]:
    """The news of every story whose latest version was not told yet; told again until `tell` says it was."""
    made = []
    for row in library.stories():
        versions = library.versions(row["key"])
        last = int((library.store.get("visits", f"watch {row['key']}") or b"0").decode())
        number = int(versions[-1]["number"]) if versions else 0
        if number > last:
            made.append(_news(library, row, last, number, questions))
    return made


def tell(library: Library, news: Iterable[News]) -> None:
    """Remember that these were told."""
    keys = {row["slug"]: row["key"] for row in library.stories()}
    with library.store.transaction():
        for one in news:
            library.store.put("visits", f"watch {keys[one.story]}", str(one.number).encode(), who="watch")


def _news(library: Library, row: dict[str, Any], last: int, number: int, questions: Sequence[str]) -> News:
    old, new = apart(library, row["key"], last, number)
    gone, came = only(old, new), only(new, old)
    before = library.version_members(row["key"], last)
    names = {one: source.name for one in library.members(row["key"]) if (source := library.source(one))}
    return News(
        story=row["slug"],
        title=row["title"],
        number=number,
        at=row["at"],
        added=tuple(name for ident, name in names.items() if ident not in before),
        came=tuple(map(_short, came)),
        gone=tuple(map(_short, gone)),
        answers=tuple(_answer(question, line) for question, line in answers(library, came, questions)),
    )


def _short(line: dict[str, Any]) -> dict[str, Any]:
    first = line["evidence"][0]["span"]["exact"] if line["evidence"] else ""
    return {
        "label": line["label"],
        "region": line["region"],
        "when": line["when"],
        "text": line["text"],
        "exact": first,
    }


def _answer(question: str, line: dict[str, Any]) -> Answer:
    short = _short(line)
    return Answer(question=question, state=line["state"], **{name: short[name] for name in ("label", "text", "exact")})


def remembered(library: Library, news: Sequence[News]) -> list[News]:
    """The last news, these included, for a feed that readers ask for now and then; older ones are forgotten."""
    held = library.store.get("visits", "watch news")
    rows = [] if held is None else json.loads(zlib.decompress(held))
    kept = [News(**{**row, "answers": tuple(Answer(**one) for one in row["answers"])}) for row in rows]
    every = list({(one.story, one.number): one for one in [*kept, *news]}.values())[-_KEPT:]
    if news:
        payload = zlib.compress(json.dumps([one.row() for one in every]).encode())
        library.store.put("visits", "watch news", payload, who="watch")
    return every


# -- showing ---------------------------------------------------------------------------------------


def text(news: News) -> str:
    """News for a terminal."""
    lines = [f"{news.title}  (version {news.number})"]
    lines += [
        f"  answer       {one.question}: {one.label} {_state(one)}{one.text}{_words(one)}" for one in news.answers
    ]
    lines += [f"  new article  {name}" for name in news.added]
    for what, rows in (("now said", news.came), ("no longer", news.gone)):
        lines += [f"  {what:<11}  {row['label']:<6} {row['when']} {row['text']}".rstrip() for row in rows[:_SHOWN]]
        if len(rows) > _SHOWN:
            lines.append(f"  {what:<11}  and {len(rows) - _SHOWN} more lines")
    return "\n".join(lines)


def _state(answer: Answer) -> str:
    """How an answer stands where it is no plain report: somebody says so, or it has not come about."""
    return f"({answer.state}) " if answer.state not in ("", "told") else ""


def _words(answer: Answer) -> str:
    """The words of the source behind an answer that does not give them itself."""
    exact = " ".join(answer.exact.split())
    return f" “{exact}”" if exact and exact not in answer.text else ""


def atom(news: Sequence[News], *, address: str = "") -> str:
    """News as an Atom feed, the newest first; `address` is where a library is served, when it is."""
    entries = [_entry(one, address) for one in sorted(news, key=lambda one: (one.at, one.story), reverse=True)]
    updated = max((one.at for one in news), default="1970-01-01T00:00:00+00:00")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
    about = f"<title>dragoman: what changed</title><id>urn:dragoman:watch</id><updated>{updated}</updated>"
    return "\n".join([head, about, "<author><name>dragoman</name></author>", *entries, "</feed>", ""])


def _entry(one: News, address: str) -> str:
    link = f"<link href={quoteattr(f'{address}/story/{one.story}')}/>" if address else ""
    ident = f"urn:dragoman:{one.story}:{one.number}"
    return (
        f"<entry><title>{_xml(one.title)}</title><id>{ident}</id><updated>{one.at}</updated>{link}"
        f'<content type="text">{_xml(text(one))}</content></entry>'
    )


def _xml(words: str) -> str:
    """Text without the control characters that XML cannot hold."""
    return escape("".join(one for one in words if one in "\t\n" or ord(one) >= 32))


def as_lines(news: Sequence[News]) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(one.row(), ensure_ascii=False) + "\n" for one in news)
