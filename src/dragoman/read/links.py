"""Lines that lead elsewhere: read-also links, lists of links, teasers of the neighbouring articles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.read.sheet import Line, Sheet
from dragoman.spans import Edit

__all__ = ["link_lists", "links", "neighbours"]

BRACKETED = re.compile(r"\[([^\[\]]{20,200}[^\[\].!?…])\]")
HEADLINE_WORDS = 6  # words; "[Speaking through an interpreter]" has fewer
TEASERS, TITLES = 150, 3  # characters of a line of headlines run together, and titles in it that begin otherwise
PLAIN = 0.4  # share of small words in such a line: six lists of tabloids have .55 to .71, the labels of a map .30
#: Words in capitals, the first of a title behind them: FARE HELL Ferries now cost
KICKER = re.compile(r"(?:(?<=\s)|^)(?:[A-ZÀ-ÖØ-ÞА-ЯЁ][A-ZÀ-ÖØ-ÞА-ЯЁ'’-]{2,}\s){2,5}(?=[A-ZÀ-ÖØ-ÞА-ЯЁ][a-zß-öø-ÿа-яё])")
LINKS, LINK = 8, 130  # lines under "Read more:" at the end of a page, and characters of each


def links(sheet: Sheet) -> Iterator[Edit]:
    """Read-also lines, and the titles under a read-also label."""
    lines = sheet.lines
    for line in sheet.left():
        if line.number and _is_teasers(line):
            yield sheet.drop(line, "read-also")
            continue
        if line.number == 0 or len(line.text) > 320:
            continue
        if _is_bracketed(line):
            yield sheet.drop(line, "read-also")
            continue
        found = sheet.words.start("links", line.folded)
        rest = line.folded[found.end() :] if found else ""
        if found is None:
            found = _soft_link(sheet, line)
            rest = line.folded[found.end() :].lstrip(" :") if found else ""
        if found is None or _runs_on(line, rest):
            continue
        yield sheet.drop(line, "read-also")
        if not rest.strip(" .:;,!?…-–—*•·|>»«<()[]→›+"):
            yield from _titles_under(sheet, line, lines)


def _soft_link(sheet: Sheet, line: Line) -> re.Match[str] | None:
    found = sheet.words.start("soft_links", line.folded)
    if not found or line.prose:
        return None
    label = line.text.lstrip(" -–—*•·|>»→›+")[: len(found[1])]
    return found if found[1].endswith(":") or line.folded[found.end() :][:1] == ":" or label.isupper() else None


def _runs_on(line: Line, rest: str) -> bool:
    """True for prose that only happens to begin like a link ("More on the talks was …", "Read also, how …?")."""
    return (rest.startswith(",") and line.ended) or (
        not rest.lstrip().startswith((":", "-", "–", "—", ">", "»", "|", "→")) and line.prose and len(line.text) > 120
    )


def _is_bracketed(line: Line) -> bool:
    """[Ferry firm announces plan to rebuild the pier]: a headline between paragraphs, no stage direction."""
    found = BRACKETED.fullmatch(line.text) if line.text[0] == "[" else None
    return found is not None and found[1][:1].isupper() and len(line.words) >= HEADLINE_WORDS


def _is_teasers(line: Line) -> bool:
    """MOST READ SIN CITY How the bay became … FARE HELL Ferries cost …: headlines run together, and no sentence."""
    if line.ended or len(line.text) < TEASERS or len(set(KICKER.findall(line.text))) < TITLES:
        return False
    words = [word for word in line.words if word[:1].isalpha()]
    return sum(word.islower() for word in words) >= PLAIN * len(words)  # the labels of a map are capitals, mostly


def _titles_under(sheet: Sheet, line: Line, lines: list[Line]) -> Iterator[Edit]:
    last = lines[line.number + 1 :]
    if ":" in line.text and _are_links(last):
        yield from (sheet.drop(after, "read-also") for after in last)
        return
    for after in lines[line.number + 1 : line.number + 12]:
        if not after.titled or after.prose or (after.gap_before and after.number > line.number + 1):
            return
        if after.gap_before and (":" not in line.text or not after.text[:1].isupper()):
            return
        yield sheet.drop(after, "read-also")


def _are_links(lines: list[Line]) -> bool:
    """The last lines of a page under "Read more:": short, the first like a headline, and half of all at least."""
    if not 0 < len(lines) <= LINKS or not lines[0].titled:
        return False
    short = all(len(line.text) <= LINK and line.text[0] not in '“«„"' for line in lines)
    return short and 2 * sum(line.titled and not line.prose for line in lines) >= len(lines)


def link_lists(sheet: Sheet) -> Iterator[Edit]:
    """A heading such as "Most read": in the tail with everything below it, elsewhere with the titles that follow."""
    last = sheet.zones()[1]
    below = False
    for line in sheet.left():
        if line.number == 0:
            continue
        if sheet.words.has("link_heads", line.bare):
            below = line.number > last
            yield sheet.drop(line, "link-list")
            if not below:
                yield from _titles_under(sheet, line, sheet.lines)
        elif below and not line.prose and (line.titled or len(line.text) < 60):
            yield sheet.drop(line, "link-list")


def neighbours(sheet: Sheet) -> Iterator[Edit]:
    """PREV and NEXT teasers after the end of the article."""
    tail = sheet.tail()
    found = [(line, sheet.words.start("neighbours", line.folded)) for line in tail]
    pairs = sum(match is not None for _, match in found) >= 2
    for line, match in found:
        if match is None or len(line.text) > 240:
            continue
        label = line.text.lstrip(" -–—*•·|<>«»←→›")[: len(match[1])]
        rest = line.folded[match.end() :].lstrip()
        if label.isupper() or rest[:1] in (":", ">", "»", "→", "|", "-", "–") or pairs or not rest:
            yield sheet.drop(line, "next-article")
            below = sheet.lines[line.number + 1 : line.number + 2]
            if not rest.strip(" .:!»>→") and below and below[0].titled and not below[0].prose:
                yield sheet.drop(below[0], "next-article")
