"""Blocks of a clean text, from the headline to questions and answers, by shape, place and the words of the language."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from types import MappingProxyType

from dragoman.languages import Language, alternatives
from dragoman.read.agencies import AGENCY
from dragoman.read.dateline import day_in
from dragoman.read.framewords import fold
from dragoman.read.placeline import is_alone
from dragoman.read.sheet import ENDED, STOPPED, Line, Sheet
from dragoman.records import Block

__all__ = ["blocks", "byline_name", "is_signed"]

NONE: Mapping[int, str] = MappingProxyType({})
HEADLINE = 220  # characters; the longest headlines of real pages are near 180
HEADING = 130
CAPTION = 400
CREDITED = re.compile(r"[^:]{3,30}:\s*\S")  # photo: the two men at the quay
BULLET = re.compile(r"[-–—*•·▪‣►]\s+\S")
YEAR = re.compile(r"\b(?:19|20)\d\d(?:\b|[年년])|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
SIGNED = re.compile(r"\s[·•|–—-]\s|,?\s+\d{1,2}\b")  # Ana Name · 9 November 2024
#: AFP, Lima · Reuters | London · dpa, Berlin: the agency and where it wrote, on a line of their own.
SENT = re.compile(rf"(?:{AGENCY.pattern})\s?[,|/–—-]\s?[^\W\d_a-zа-я]\w+(?:[ -]\w+){{0,2}}")
TODAY = re.compile(r"[^\W\d_]{3,12},?\s(?:[^\W\d_]{1,3}\s){0,2}\d{1,2}[:.h]\d{2}(?:\s?Uhr)?")  # Сегодня, 14:31
NEAR = 4  # lines in which such a line stands at the head
BARE, STAMPED = 6, 10  # words of a date line, and of one that opens with day and clock: …, 10:32 Uhr Quelle: A, B
SHORT, DATED = 60, 90  # characters of a date line, and of one in which a stamp stands behind who printed it
CUT = re.compile(r"(?:\s[|·•–—-]|\|)\s")  # Wire / Lima - Updated: 3 May 2021
CLOCK = re.compile(r"\b\d{1,2}\s?[:.h]\s?\d{2}\b")
TRUE_WORD = re.compile(r"[^\W\d_]{2,}")
INTERVIEW = 3  # questions that make headings an interview


def blocks(
    value: str, language: Language, *, captions: Collection[int] = (), kinds: Mapping[int, str] = NONE
) -> tuple[Block, ...]:
    """The blocks of a clean text in order.

    `captions` are clean positions known to lie in one (a credit stood beside), `kinds` what tags say of blocks.
    """
    sheet = Sheet(value=value, language=language)
    runs = _runs(sheet)
    told = [next((kinds[one] for one in kinds if lines[0].start <= one < lines[-1].end), "") for lines in runs]
    found = [kind or _kind(sheet, lines, captions) for kind, lines in zip(told, runs, strict=True)]
    if "headline" not in told:
        _name_head(sheet, runs, found)
    _name_questions(sheet, runs, found)
    return tuple(
        Block(kind=kind, start=lines[0].start, end=lines[-1].end) for kind, lines in zip(found, runs, strict=True)
    )


def _name_questions(sheet: Sheet, runs: list[list[Line]], kinds: list[str]) -> None:
    """Questions and answers: lines that say so (Q: … A: …), and the headings of an interview."""
    asked, answered = sheet.language.once(_labels)
    for number, lines in enumerate(runs):
        if kinds[number] in ("paragraph", "heading", "list") and number:
            folded = fold(lines[0].text[:40])
            kinds[number] = "question" if asked.match(folded) else "answer" if answered.match(folded) else kinds[number]
    heads = [number for number, lines in enumerate(runs) if kinds[number] == "heading" and _is_question(lines[-1])]
    for number in heads if len(heads) >= INTERVIEW else ():
        kinds[number] = "question"


def _is_question(line: Line) -> bool:
    return line.text.rstrip(' »”"').endswith(("?", "？", "؟"))


def _labels(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    asked, answered = (
        re.compile(rf"(?:{alternatives([fold(word) for word in language.words('structure', key)])})\s?[:.]\s")
        for key in ("questions", "answers")
    )
    return asked, answered


def _runs(sheet: Sheet) -> list[list[Line]]:
    """Lines that make one block: each line its own, or whole paragraphs where the text is wrapped."""
    if not _is_wrapped(sheet):
        return [[line] for line in sheet.lines]
    runs: list[list[Line]] = []
    for line in sheet.lines:
        if line.gap_before or not runs or BULLET.match(line.text):
            runs.append([line])
        else:
            runs[-1].append(line)
    return runs


def _is_wrapped(sheet: Sheet) -> bool:
    """Lines broken at a fixed width: most lines inside a paragraph are nearly as long as the longest and unfinished."""
    inner = [line for line in sheet.lines[:-1] if not sheet.lines[line.number + 1].gap_before]
    if len(inner) < 5:
        return False
    widest = max(len(line.text) for line in sheet.lines)
    unfinished = sum(not line.ended and len(line.text) > 0.6 * widest for line in inner)
    return widest <= 110 and unfinished > 0.6 * len(inner)


def _kind(sheet: Sheet, lines: list[Line], captions: Collection[int]) -> str:
    first, last = lines[0], lines[-1]
    if any(first.start <= one < last.end for one in captions) and last.end - first.start <= CAPTION:
        return "caption"
    if first.number and sheet.words.start("credits", first.folded) and CREDITED.match(first.folded):
        return "caption"
    if len(lines) == 1:
        if _is_dateline(sheet, first):
            return "dateline"
        if _is_byline(sheet, first):
            return "byline"
    if BULLET.match(first.text) and not first.text.startswith(("– ", "— ", "- ")):
        return "list"
    if BULLET.match(first.text) and not first.prose:
        return "list"
    if len(lines) == 1 and len(first.text) <= HEADING and not STOPPED.search(first.text) and _is_alone(sheet, first):
        return "heading"
    return "paragraph"


def _is_alone(sheet: Sheet, line: Line) -> bool:
    """Short and open-ended like a heading: no sentence with ! inside, something comes after, no label's colon."""
    if line.number + 1 >= len(sheet.lines) or line.text.endswith((",", ":", ";")) or not TRUE_WORD.search(line.text):
        return False
    if line.text.endswith(("!", "?")):
        return len(line.words) <= 14
    return not line.text[:1].islower() and not (ENDED.search(line.text) and len(line.text) > 80)


def _is_dateline(sheet: Sheet, line: Line) -> bool:
    """Published June 3, 2021 · 02.11.2022, 17:05 Uhr · Mis à jour le 3 juin à 14h05."""
    if is_alone(line.text, sheet.language.code) or (
        line.number <= NEAR and len(line.text) <= 40 and TODAY.fullmatch(line.text)
    ):
        return True
    if len(line.text) > 110 or line.prose or not any(character.isdigit() for character in line.text):
        return False
    if not (YEAR.search(line.text) or CLOCK.search(line.text)) or BULLET.match(line.text):
        return False
    if sheet.words.start("stamps", line.folded):
        return True
    words = len(TRUE_WORD.findall(line.text))
    if words > STAMPED or line.stopped or len(line.text) > DATED:
        return False
    found = day_in(line.text, sheet.language.code, basis="")
    if found is None:
        return False
    if _is_stamped(sheet, line, found[1]):
        return True
    if len(line.text) > SHORT:
        return False
    return words <= BARE or (found[1] == 0 and CLOCK.search(line.text, found[2]) is not None)


def _is_stamped(sheet: Sheet, line: Line, day: int) -> bool:
    """True where a cell of the line begins with a stamp and the day is its first: Radio X | Published: 03/05/2021."""
    cuts = [one.end() for one in CUT.finditer(line.text, 0, day)]
    cell = fold(line.text[cuts[-1] : day]) if cuts else ""
    stamp = sheet.words.start("stamps", cell)
    return stamp is not None and len(TRUE_WORD.findall(cell[stamp.end() :])) <= 1


def _is_byline(sheet: Sheet, line: Line) -> bool:
    """By Ana Name · Par notre correspondant · Von Max Name, Berlin."""
    if len(line.text) > 110 or line.ended or 12 < line.number < len(sheet.lines) - 3 or line.text.endswith(":"):
        return False
    if line.number <= NEAR and SENT.fullmatch(line.text):
        return True
    plain = sheet.language.words("structure", "byline_words")
    found = sheet.language.once(_byline).match(line.text)
    if not found:
        cells = [line.text[a:b].casefold() for a, b in line.cells()]
        return len(cells) == 2 and any(word in plain for word in cells[1].split()[:3])
    rest = TRUE_WORD.findall(line.text[found.end() :])
    return 0 < len(rest) <= 10 and (rest[0][0].isupper() or any(word.lower() in plain for word in rest))


def is_signed(line: str, language: Language) -> bool:
    """True when a line begins like a byline."""
    return language.once(_byline).match(line) is not None


def byline_name(line: str, language: Language) -> str:
    """Who signs, without the "By"."""
    found = language.once(_byline).match(line)
    name = line[found.end() :] if found else line
    return SIGNED.split(name, maxsplit=1)[0].strip(" ,;·|–-") or line.strip()


def _byline(language: Language) -> re.Pattern[str]:
    words = language.words("structure", "bylines")
    return re.compile(rf"\s*(?:{alternatives(words)})(?:\s*:\s*|\s+)(?=\w)", re.IGNORECASE)


def _name_head(sheet: Sheet, runs: list[list[Line]], kinds: list[str]) -> None:
    """The first block is the headline when it looks like one; what stands between it and the body, the standfirst."""
    if not runs or kinds[0] not in ("heading", "paragraph", "list"):
        return
    if not _is_headline(sheet, runs):
        if kinds[0] == "heading":
            kinds[0] = "paragraph"
        return
    kinds[0] = "headline"
    at = 1
    while at < len(kinds) and kinds[at] in ("byline", "dateline"):
        at += 1
    if at + 1 < len(kinds) and kinds[at] in ("heading", "paragraph"):
        line = runs[at][0]
        open_ended = not line.stopped and len(line.text) <= 260 and not line.text.endswith(":")
        before_gap = kinds[at + 1] in ("byline", "dateline", "caption")
        if len(runs[at]) == 1 and (open_ended or (before_gap and len(line.text) <= 420)):
            kinds[at] = "standfirst"


def _is_headline(sheet: Sheet, runs: list[list[Line]]) -> bool:
    line = runs[0][0]
    if len(runs) < 2 or len(line.text) > HEADLINE or line.stopped or len(runs[0]) > 1:
        return False
    if line.text.endswith((",", ";", ":", "-")) or not TRUE_WORD.search(line.text):
        return False
    if sheet.gap_after(line):
        return True
    return any(len(one.text) > len(line.text) for one in runs[1][:1] + [one[0] for one in runs[2:4]])
