"""Sixty short texts in ten languages that lost their tags, written by us, with what is furniture, damaged, translated.

One file a language. A text begins with `=== <id> | native` or `=== <id> | from <code>, <manner>, <how sure>`: manner is
machine or human, how sure is what a careful reader could be from the text alone – certain, likely or thin. In the text:

    ⟦words⟧          page furniture: must go                ⟪words⟫    a caption: must stay
    ⟨words⟩          do not care (bylines, date lines)      everything else is body: must stay
    ⦃wrong→right⦄    damage, and how it reads when mended (`\\xad` stands for a soft hyphen)

Planted traps: sentences about newsletters, cookies and comments, body sentences that begin "Read", interviews, lists,
refrains, and native articles that name foreign papers. Marks never nest; a text that breaks a rule is refused.

Numbers: `<lang>.furniture_f1` and `body_kept` on non-space characters, as the boilerplate scorer counts;
`damage_mended` the share of damaged places that read right afterwards; `translated_accuracy` yes or no, where a thin
case may go either way but not to a wrong language; `translated_from` the share of those called that name the right
language; `false_accusations` native texts called translated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.read import judged, sift
from dragoman.records import Article, Source

__all__ = ["Marked", "Place", "Tally", "numbers", "parse", "tally", "texts"]

HERE = Path(__file__).resolve().parent
HEAD = re.compile(r"^=== ([a-z]{2})-(\d+) \| (?:native|from ([a-z]{2}), (machine|human), (certain|likely|thin))$", re.M)
PAIRS = {"⟦": "⟧", "⟪": "⟫", "⟨": "⟩", "⦃": "⦄"}
KINDS = {"⟦": "furniture", "⟪": "caption", "⟨": "either", "⦃": "damage"}
MARK = re.compile("[⟦⟧⟪⟫⟨⟩⦃⦄]")


@dataclass(frozen=True)
class Place:
    """A marked run of a text: its words are text[start:end]; `right` is how damage reads when mended."""

    kind: str
    start: int
    end: int
    right: str = ""


@dataclass(frozen=True)
class Marked:
    """A text without its marks, and what the marks said."""

    name: str
    text: str
    places: tuple[Place, ...]
    origin: str = ""  # the language it was translated from, "" for a native text
    manner: str = ""
    sure: str = ""

    @property
    def lang(self) -> str:
        """The language it is written in."""
        return self.name[:2]

    def ranges(self, *kinds: str) -> set[int]:
        """The characters of these kinds of places."""
        return {at for place in self.places if place.kind in kinds for at in range(place.start, place.end)}


@dataclass
class Tally:
    """Non-space characters of one language, and what became of them."""

    hits: int = 0
    wrong: int = 0
    missed: int = 0
    body: int = 0

    @property
    def f1(self) -> float:
        """Of removed characters against furniture."""
        return round(2 * self.hits / max(2 * self.hits + self.wrong + self.missed, 1), 3)


@dataclass
class _Judged:
    right: int = 0
    asked: int = 0
    accused: int = 0
    named: int = 0
    called: int = 0
    mended: int = 0
    damaged: int = 0
    tallies: dict[str, Tally] = field(default_factory=dict)


def parse(name: str, marked: str) -> tuple[str, tuple[Place, ...]]:
    """The text without marks and the places they marked; a ValueError when marks nest, miss or are empty."""
    out, places, length, at = [], [], 0, 0
    while found := MARK.search(marked, at):
        opening = found.group()
        end = marked.find(PAIRS.get(opening, "\0"), found.end())
        inner = marked[found.end() : end]
        if end < 0 or not inner or MARK.search(inner):
            raise ValueError(f"{name}: mark {opening} at {marked[found.start() : found.start() + 30]!r} does not close")
        wrong, right = _sides(name, inner) if opening == "⦃" else (inner, "")
        out += [marked[at : found.start()], wrong]
        length += found.start() - at
        places.append(Place(KINDS[opening], length, length + len(wrong), right))
        length += len(wrong)
        at = end + 1
    return "".join([*out, marked[at:]]), tuple(places)


def _sides(name: str, inner: str) -> tuple[str, str]:
    wrong, arrow, right = inner.replace("\\xad", "\xad").partition("→")
    if not arrow or not wrong or wrong == right:
        raise ValueError(f"{name}: damage {inner!r} must read wrong→right")
    return wrong, right


def texts() -> Iterator[Marked]:
    """Every text of the set, by language and number."""
    for path in sorted(HERE.glob("*.txt")):
        raw = path.read_text(encoding="utf-8")
        heads = list(HEAD.finditer(raw))
        if len(heads) != raw.count("==="):
            raise ValueError(f"{path.name}: a head line is not as the docstring of the set says")
        for head, following in zip(heads, [*heads[1:], None], strict=True):
            name = f"{head[1]}-{head[2]}"
            body = raw[head.end() : following.start() if following else len(raw)].strip("\n") + "\n"
            text, places = parse(name, body)
            yield Marked(name, text, places, head[3] or "", head[4] or "", head[5] or "")


def tally(marked: Marked, removed: set[int], into: Tally) -> None:
    """Count what became of the non-space characters of one text."""
    furniture, either = marked.ranges("furniture"), marked.ranges("either", "damage")
    for at, character in enumerate(marked.text):
        if character.isspace() or at in either:
            continue
        if at in furniture:
            into.hits += at in removed
            into.missed += at not in removed
        else:
            into.body += 1
            into.wrong += at in removed


def numbers() -> dict[str, float]:
    """Sift every text and score it."""
    sums = _Judged()
    for marked in texts():
        article = judged(sift(Source(raw=marked.text.encode("utf-8"), name=f"{marked.name}.txt")))
        removed = {at for edit in article.text.removed for at in range(edit.start, edit.end)}
        tally(marked, removed, sums.tallies.setdefault(marked.lang, Tally()))
        _damage(marked, article, sums)
        _translated(marked, article, sums)
    body = sum(one.body for one in sums.tallies.values())
    wrong = sum(one.wrong for one in sums.tallies.values())
    return {
        **{f"messy.{lang}.furniture_f1": one.f1 for lang, one in sorted(sums.tallies.items())},
        "messy.body_kept": round(1 - wrong / body, 4),
        "messy.damage_mended": round(sums.mended / sums.damaged, 3),
        "messy.translated_accuracy": round(sums.right / sums.asked, 3),
        "messy.translated_from": round(sums.named / max(sums.called, 1), 3),
        "messy.false_accusations": sums.accused,
    }


def _damage(marked: Marked, article: Article, sums: _Judged) -> None:
    for place in marked.places:
        if place.kind == "damage":
            clean = article.text.find(place.start, place.end)
            sums.damaged += 1
            words = article.text.value[slice(*clean)] if clean else ""
            sums.mended += words == place.right.replace("’", "'")  # the clean view has one apostrophe


def _translated(marked: Marked, article: Article, sums: _Judged) -> None:
    """A native text must not be called; a thin case may be left alone, but not be given to a wrong language."""
    found = article.translated
    sums.asked += 1
    if found is None:
        sums.right += marked.sure in ("", "thin")
        return
    sums.accused += not marked.origin
    sums.called += 1
    named = found.from_language == marked.origin
    sums.named += named
    sums.right += bool(marked.origin) and (named or marked.sure != "thin")
