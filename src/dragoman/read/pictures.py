"""Credits of pictures, alone on a line or behind a caption."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.read.agencies import photo_agency
from dragoman.read.placeline import is_alone
from dragoman.read.sheet import Line, Sheet, fold
from dragoman.spans import Edit

__all__ = ["credits"]

NAMED = re.compile(r"[^\W\d_]{2,}")
JOINS = frozenset(
    re.findall(
        r"\S+",
        "de du des d' di da del la le van von der den zu bin al el via and et und y i y и e for für pour por par by of "
        "per do av door the a from tarafından archives archive archiv archivo archivio arquivo file pool handout "
        "family particulière particulier personnelle personnelles privée privat privé privado personal личный архив "
        "архива",
    )
)
BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]\s*\.?")
TRAILING = re.compile(r"(?<=[\w.!?…”\"»)\s])\s*[(\[]\s*([^()\[\]]{2,90}?)\s*[)\]]\s*$")  # … 2024. ( POOL / A. NAME )
STAMP = 90  # characters of a line that says when the page appeared
STAMPED = re.compile(
    r"(?:\b(?:19|20)\d\d|\d\.\d\d)\b[^\w\n]{1,4}(?:[^\W\d_]{1,4}\s)?\d{1,2}\s?[:.h]\s?\d{2}\b"
)  # 8.05.2025 13:02 · 16. Oktober 2024, 10:32 Uhr · 3 juin 2024 à 14h05
OWNED = re.compile(r"(?:©|\(\s*[cс]\s*\)|copyright\b)", re.IGNORECASE)
OWNERS = "©(Cc"  # what such a line begins with
TRAILING_OWNER = re.compile(r"\s*©\s*[^.!?©]{2,70}$")
LABELLED = re.compile(
    r"(?:(?<=[.!?…”\"»)])\s+|\s*\|\s*)([^\W\d_]+(?:\s[^\W\d_]+)?)\s*[:/©]\s*([^.!?]{2,60})\.?$"
)  # … in June. Photo: pool
SIGNED = re.compile(r"(?<=[.!?…”\"»)])\s+([^.!?\s][^.!?]{2,60})$")


def credits(sheet: Sheet) -> Iterator[Edit]:
    """Photo credits: a line of their own, or in brackets at the end of a caption."""
    for line in sheet.left():
        if len(line.text) > 420 or _is_stamp(sheet, line):
            continue
        if line.number and len(line.text) <= 110 and _is_credit(sheet, line.text, line.folded):
            yield sheet.drop(line, "copyright" if _is_notice(sheet, line) else "photo-credit")
            continue
        if not line.ended and sheet.words.has("credits", line.bare):
            yield sheet.drop(line, "label")  # "Photo" alone stands for a picture that is gone
            continue
        if not line.ended and _is_labelled(sheet, line):
            yield sheet.drop(line, "photo-credit")
            continue
        if line.text[0] in OWNERS and _is_claimed(sheet, line):
            yield sheet.drop(line, "copyright")
            continue
        found = TRAILING.search(line.text, max(0, len(line.text) - 120)) if line.text[-1] in ")]" else None
        if found and _is_signed(sheet, found[1]) and not is_alone(line.text, sheet.language.code):
            yield Edit(line.start + found.start(), line.end, "", "photo-credit")
            continue
        found = (
            "©" in line.text and TRAILING_OWNER.search(line.text, max(0, len(line.text) - 90))
        ) or _trailing_credit(sheet, line)
        if found and found.start() > 0:
            yield Edit(line.start + found.start(), line.end, "", "photo-credit")


def _is_stamp(sheet: Sheet, line: Line) -> bool:
    """Agency, 8.05.2025 13:02: when the page appeared and who wrote it, no picture's owner."""
    if len(line.text) > STAMP or STAMPED.search(line.text) is None:
        return False
    return sheet.words.start("credits", line.folded) is None


def _is_notice(sheet: Sheet, line: Line) -> bool:
    """© 2024 The Paper. All rights reserved: who owns the page, not who took a picture."""
    if not OWNED.match(line.text):
        return False
    return bool(re.search(r"\b(?:19|20)\d\d\b", line.text) or sheet.words.found("pleas", line.folded))


def _is_claimed(sheet: Sheet, line: Line) -> bool:
    """Who owns the text and what nobody may do with it, at length; a page with tags leaves that to its layout."""
    owned = line.number > 0 and not sheet.tagged and OWNED.match(line.text) is not None
    return owned and bool(sheet.words.found("pleas", line.folded))


def _is_labelled(sheet: Sheet, line: Line) -> bool:
    """Enlarge this image toggle caption Ana Name Ana Name: labels, then a credit said twice or an agency's."""
    rest = line.folded
    if len(rest) > 160 or sheet.words.start("labels", rest) is None:
        return False
    while found := sheet.words.start("labels", rest):
        rest = rest[found.end() :].lstrip(" :|")
    words = rest.split()
    half = len(words) // 2
    return half > 0 and len(words) == 2 * half and words[:half] == words[half:]


def _is_credit(sheet: Sheet, text: str, folded: str) -> bool:
    if OWNED.match(text):
        return True
    bracket = BRACKETED.fullmatch(text)
    if bracket:
        return _is_signed(sheet, bracket[1])
    start = sheet.words.start("credits", folded)
    if start:
        rest = re.split(r"[:：/|©]", text, maxsplit=1)
        if len(rest) == 2 and len(fold(rest[0])) <= start.end() + 1:
            return _are_names(rest[1])
        joined = re.match(r"\S+(?:\s\S+)?\s+(?:by|par|de|von|of|от|di|do|da|van|av|door)\s+(.+)$", text)
        if joined and _are_names(joined[1]) and len(text) <= 60:
            return True
    names = photo_agency.sub(" ", text)
    if names != text and sheet.words.has("credits", fold(names.strip(" ,"))):  # Photo AFP · Image source, Getty Images
        return True
    return names != text and len(text) <= 70 and ("/" in text or not NAMED.search(names)) and _are_names(names)


def _is_signed(sheet: Sheet, inner: str) -> bool:
    """KCNA VIA KNS / AFP · Photo by A. Name · Photo: pool."""
    if sheet.words.start("credits", fold(inner)) and len(inner) <= 90:
        return len(inner.split()) > 1 and _are_names(re.split(r"[:/|]|\b(?:by|par|von|por)\b", inner, maxsplit=1)[-1])
    signed = photo_agency.search(inner) is not None
    return _are_names(inner) and (("/" in inner and (signed or inner.isupper())) or (signed and not NAMED.search(
        re.sub(r"\b(?:via|and|et|und|y|и)\b", " ", photo_agency.sub(" ", inner), flags=re.IGNORECASE))))  # fmt: skip


def _are_names(words: str) -> bool:
    """Only names: every word has a capital, is a small join, or is an agency."""
    words = photo_agency.sub(" ", words)
    tokens = NAMED.findall(words)
    if len(tokens) > 9 or re.search(r"[.!?]\s+\w+\s+\w", words):
        return False
    return all(not token[0].islower() or token.lower() in JOINS for token in tokens)


def _trailing_credit(sheet: Sheet, line: Line) -> re.Match[str] | None:
    """… June 19, 2024. Photo: pool."""
    tail = line.text[-130:]
    found = None
    if ":" in tail or "/" in tail or "©" in tail:  # a quick look before the dear pattern
        found = LABELLED.search(line.text, max(0, len(line.text) - 130))
    if found and sheet.words.has("credits", fold(found[1])) and _are_names(found[2]):
        return found
    if tail[-1] in ".!?":
        return None
    found = SIGNED.search(line.text, max(0, len(line.text) - 70))  # … 19 juin 2024. POOL / KCNA
    if found and photo_agency.search(found[1]) and ("/" in found[1] or len(line.text) < 420) and _are_names(found[1]):
        return found
    return None
