"""Bars of a page: labels, counters, share buttons, menus, reading time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.read.sheet import Line, Sheet, fold
from dragoman.spans import Edit

__all__ = ["bars"]

NUMBER = r"[\d][\d.,\u202f ]*(?:[km](?!\w))?\+?"
TALLY = re.compile(rf"[(\[]?({NUMBER})[)\]]?\s*([^\W\d_][^\d]*)?")  # 41 Kommentare
TALLIED = re.compile(rf"([^\d:(\[]+?)\s*[:(\[]?\s*({NUMBER})[)\]]?")  # Комментарии (56) · Comments: 9
MINUTES = re.compile(r"(?:de|ca\.?|env\.?|environ|~|≈)?\s*\d{1,3}\s*(?:\S{1,10}\.?)?(?:\s*(?:\d{1,2}\s*)?\S{0,9})?")
NETWORKS = frozenset(
    re.findall(
        r"\S+",
        "facebook twitter x whatsapp telegram linkedin reddit pinterest instagram messenger flipboard bluesky threads "
        "mastodon youtube tiktok viber vk snapchat line weibo wechat tumblr email e-mail rss xing pocket gmail sms",
    )
)
DIGIT = re.compile(r"\d")
COUNTED = re.compile(r"\s+\d[\d.,]*\s+")  # of "View 14 comments", what is left is a label
PLAYER = re.compile(r"\d{1,2}:\d{2}(?:\s*/\s*\d{1,2}:\d{2})+")  # 0:00 / 3:12
CRUMB = re.compile(r"\s[/>»›→|]\s")
STAMPED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[.:h]\d{2}\b")  # 17.07.2023 20:41 Uhr


def bars(sheet: Sheet) -> Iterator[Edit]:
    """Labels, counters, share bars and menus: whole lines, or the furniture cells beside a date."""
    first_prose = sheet.zones()[0]
    for line in sheet.left():
        if len(line.text) > 260 or (line.prose and len(line.text) > 120):
            continue
        why = _cell_reason(sheet, line.folded, line.bare)
        if why and (line.number > 0 or why != "label"):
            yield sheet.drop(line, why)
            continue
        if line.ended and len(line.text) > 60:
            continue
        cells = line.cells()
        if _is_menu(sheet, line, cells) or (0 < line.number < first_prose and sheet.words.has("sections", line.bare)):
            yield sheet.drop(line, "navigation")
        elif len(cells) > 1:
            yield from _cells(sheet, line, cells)


def _cells(sheet: Sheet, line: Line, cells: list[tuple[int, int]]) -> Iterator[Edit]:
    reasons = []
    for a, b in cells:
        folded = fold(line.text[a:b])
        reasons.append(_cell_reason(sheet, folded, folded.strip(" .:;,!?…-–—*•·|>»«<()[]→›+")))
    if all(reasons):
        yield sheet.drop(line, reasons[0] or "label")
        return
    if not (STAMPED.search(line.text) or sheet.words.start("stamps", line.folded)):
        return
    for number, ((a, b), why) in enumerate(zip(cells, reasons, strict=True)):
        if why:
            start = cells[number - 1][1] if number else a
            end = cells[1][0] if not number else b
            yield Edit(line.start + start, line.start + end, "", why)


def _cell_reason(sheet: Sheet, folded: str, bare: str) -> str:
    """Why a line or cell is furniture by itself, "" when it is not."""
    words = sheet.words
    if not bare:
        return ""
    if folded.endswith(":") and words.has("link_heads", bare):
        return ""  # links takes it with the titles below
    if words.has("labels", bare) or _is_labels(sheet, bare):
        return "label"
    if PLAYER.fullmatch(folded):
        return "label"
    if words.has("link_heads", bare) and len(bare.split()) > 1:
        return ""  # link_lists takes these with their links
    if _is_reading_time(sheet, folded):
        return "reading-time"
    if DIGIT.search(folded) and words.has("labels", COUNTED.sub(" ", bare).strip()):
        return "counter"  # View 14 comments
    tally = TALLY.fullmatch(folded) or None
    if tally and tally[2] and words.has("counters", tally[2].strip()):
        return "counter"
    tally = TALLIED.fullmatch(folded) if DIGIT.search(folded) else None
    if tally and (words.has("counters", tally[1].strip()) or words.has("labels", tally[1].strip())):
        return "counter" if not words.has("stamps", tally[1].strip()) else ""
    return "share-bar" if _is_share_bar(sheet, folded) else ""


def _is_labels(sheet: Sheet, bare: str) -> bool:
    """Several labels in a row: "Advertisement Continue reading the main story"."""
    if len(bare) > 120:
        return False
    found = sheet.words.start("labels", bare)
    while found:
        bare = bare[found.end() :].lstrip(" .|·•-–>")
        if not bare:
            return True
        found = sheet.words.start("labels", bare)
    return False


def _is_reading_time(sheet: Sheet, folded: str) -> bool:
    """Reading time: 5 min · 4 min read · Lesezeit ca. 3 Minuten."""
    if len(folded) > 48:
        return False
    start = sheet.words.start("reading_time", folded)
    if start and folded[start.end() : start.end() + 1] == ":" and len(folded) - start.end() <= 24:
        return True  # the number may be a word: مدة القراءة: دقيقتان
    if start and DIGIT.search(folded):
        return MINUTES.fullmatch(folded[start.end() :].strip(" :.-–—")) is not None
    found = re.fullmatch(r"\d{1,3}\s*[-–]?\s*(.+)", folded)
    return bool(found and sheet.words.has("reading_time", found[1].strip(" .")))


def _is_share_bar(sheet: Sheet, folded: str) -> bool:
    tokens = re.findall(r"[\w'+-]+", folded)
    words = sheet.words
    if not 1 < len(tokens) <= 18 or not (
        _is_network(sheet, tokens[0]) or words.has("shares", tokens[0]) or words.has("labels", tokens[0])
    ):
        return False
    strong = [one for one in tokens if _is_network(sheet, one) or words.has("labels", one)]
    loose = [one for one in tokens if one not in strong]
    enough = len(strong) >= 2 or (len(strong) == 1 and words.has("shares", tokens[0]))
    return enough and all(words.has("shares", one) or one.isdigit() for one in loose)


def _is_network(sheet: Sheet, word: str) -> bool:
    return word in NETWORKS or sheet.words.has("networks", word)


def _is_menu(sheet: Sheet, line: Line, cells: list[tuple[int, int]]) -> bool:
    """Home > World > Asia: at least two cells, most of them names of sections."""
    parts = [fold(line.text[a:b]).strip(" .:»>") for a, b in cells]
    if len(parts) < 2:
        parts = [part.strip() for part in re.split(r"\s[-–—,]\s", line.folded)]
        return len(parts) > 1 and all(sheet.words.has("sections", part) for part in parts)
    if any(len(part.split()) > 4 for part in parts) or line.ended:
        return False
    named = sum(sheet.words.has("sections", part) or sheet.words.has("labels", part) for part in parts)
    if len(parts) == 2 and line.number == 0:  # Home > World
        return named == 2 and CRUMB.search(line.text) is not None
    return named * 2 >= len(parts)
