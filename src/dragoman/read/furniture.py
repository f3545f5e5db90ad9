"""Page furniture in text that has lost its tags: each rule yields edits with a short reason.

A rule looks at a sheet (lines, their place, the words of all languages) and takes lines, or the furniture part of
a line. Shape, place, repetition and words have to agree; a line of prose is never taken for one word in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dragoman.read.agencies import AGENCY, photo_agency
from dragoman.read.sheet import Line, Sheet, fold
from dragoman.spans import Edit

__all__ = ["RULES", "Rule"]

Rule = Callable[[Sheet], Iterator[Edit]]

SEPARATOR = re.compile(r"[-–—―*•·▪_=~|#+<>^.\s]+")  # - · * * * · ----
ELISION = re.compile(r"[(\[]?\s*(?:\.{2,}|…)\s*[)\]]?")  # (...)
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|@\w{2,}|\S+@\S+\.\w+")
NUMBER = r"[\d][\d.,\u202f ]*[km]?\+?"
TALLY = re.compile(rf"[(\[]?({NUMBER})[)\]]?\s*([^\W\d_][^\d]*)?")  # 41 Kommentare
TALLIED = re.compile(rf"([^\d:(\[]+?)\s*[:(\[]?\s*({NUMBER})[)\]]?")  # Комментарии (56) · Comments: 9
MINUTES = re.compile(r"(?:de|ca\.?|env\.?|environ|~|≈)?\s*\d{1,3}\s*(?:\S{1,10}\.?)?(?:\s*(?:\d{1,2}\s*)?\S{0,9})?")
NAMED = re.compile(r"[^\W\d_]{2,}")
JOINS = frozenset(
    re.findall(
        r"\S+",
        "de du des d' di da del la le van von der den zu bin al el via and et und y i и e for für pour por par by of "
        "per archives archive archiv archivo file pool handout the a",
    )
)
NETWORKS = frozenset(
    re.findall(
        r"\S+",
        "facebook twitter x whatsapp telegram linkedin reddit pinterest instagram messenger flipboard bluesky threads "
        "mastodon youtube tiktok viber vk snapchat line weibo wechat tumblr email e-mail rss xing pocket gmail sms",
    )
)
BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]\s*\.?")
TRAILING = re.compile(r"(?<=[\w.!?…”\"»)\s])\s*[(\[]\s*([^()\[\]]{2,90}?)\s*[)\]]\s*$")  # … 2024. ( POOL / A. NAME )
OWNED = re.compile(r"(?:©|\(\s*[cс]\s*\)|copyright\b)", re.IGNORECASE)
TRAILING_OWNER = re.compile(r"\s*©\s*[^.!?©]{2,70}$")
SIGNED = re.compile(r"(?<=[.!?…”\"»)])\s+([^.!?\s][^.!?]{2,60})$")
SUFFIX = re.compile(r"\s+([|–—·•-])\s+([^|–—·•]{2,45})$")  # … – L'Hebdo
FEW = 8  # lines looked up one by one; beyond, one pass over all words keeps a long page linear
LONG_PLEA = 10  # shorter phrases ask for something only at the start of a line; "recibe" is also a verb of the news


# -- lines of no words -----------------------------------------------------------------------------


def separators(sheet: Sheet) -> Iterator[Edit]:
    """Lines of dashes or dots, single letters that lost their word, bare addresses."""
    for line in sheet.left():
        text = line.text
        if len(text) == 1 and text.isalpha() and text.lower() != text.upper():
            yield sheet.drop(line, "stray-letter")
        elif SEPARATOR.fullmatch(text) and not ELISION.fullmatch(text):
            yield sheet.drop(line, "separator")
        elif len(text) < 120 and ADDRESS.fullmatch(text):
            yield sheet.drop(line, "address")


# -- repetition ------------------------------------------------------------------------------------


def repeats(sheet: Sheet) -> Iterator[Edit]:
    """A line said twice: a standfirst that is also a paragraph goes from the head, other copies after the first."""
    places: dict[str, list[Line]] = {}
    for line in sheet.left():
        if len(line.text) >= (12 if line.number == 0 else 25) and (len(line.words) > 2 or len(line.text) >= 40):
            places.setdefault(" ".join(line.text.split()), []).append(line)
    for copies in places.values():
        if len(copies) < 2:
            continue
        first = copies[0]
        if first.stopped and first.number <= 3 and copies[1].number - first.number > 1 and len(first.text) >= 60:
            yield sheet.drop(first, "repeated-standfirst")
            copies = copies[1:]
        why = "repeated-headline" if first.number == 0 else "repeated-line"
        for line in copies[1:]:
            if line.text[0] not in '“«"„' or line.number - copies[0].number <= 2 or len(line.text) >= 60:
                yield sheet.drop(line, why)


def repeated_captions(sheet: Sheet) -> Iterator[Edit]:
    """A caption or a pulled quotation whose words also stand in a paragraph."""
    heads: dict[str, Line] = {}
    for line in sheet.left():
        if 30 <= len(line.text) <= 400 and (_is_caption(sheet, line) or _is_pulled(line)):
            heads[_core(line)[:24]] = line
    if not heads:
        return
    if len(heads) <= FEW:
        yield from _found_again(sheet, heads)
        return
    for match in re.finditer(r"\w+", sheet.value):
        line_or_none = heads.get(sheet.value[match.start() : match.start() + 24])
        if line_or_none is None or line_or_none.start <= match.start() < line_or_none.end:
            continue
        if sheet.value.startswith(_core(line_or_none), match.start()):
            del heads[_core(line_or_none)[:24]]
            yield sheet.drop(line_or_none, "repeated-caption" if _is_caption(sheet, line_or_none) else "pulled-quote")


def _found_again(sheet: Sheet, heads: dict[str, Line]) -> Iterator[Edit]:
    for line in heads.values():
        core = _core(line)
        at = sheet.value.find(core)
        if line.start <= at < line.end:
            at = sheet.value.find(core, line.end)
        if at >= 0:
            yield sheet.drop(line, "repeated-caption" if _is_caption(sheet, line) else "pulled-quote")


def _core(line: Line) -> str:
    return line.text.strip(" “”«»„\"'.…")


def _is_pulled(line: Line) -> bool:
    return line.text[0] in '“«„"' and line.text.rstrip(".")[-1] in '”»“"' and len(line.text) >= 40


def _is_caption(sheet: Sheet, line: Line) -> bool:
    after = line.number + 1
    return sheet.taken.get(after) == "photo-credit" and line.number not in sheet.taken


# -- bars, labels, navigation ----------------------------------------------------------------------


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


STAMPED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[.:h]\d{2}\b")  # 17.07.2023 20:41 Uhr


def _cell_reason(sheet: Sheet, folded: str, bare: str) -> str:
    """Why a line or cell is furniture by itself, "" when it is not."""
    words = sheet.words
    if not bare:
        return ""
    if words.has("labels", bare) or _is_labels(sheet, bare):
        return "label"
    if words.has("link_heads", bare) and len(bare.split()) > 1:
        return ""  # link_lists takes these with their links
    if _is_reading_time(sheet, folded):
        return "reading-time"
    tally = TALLY.fullmatch(folded) or None
    if tally and tally[2] and words.has("counters", tally[2].strip()):
        return "counter"
    tally = TALLIED.fullmatch(folded)
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
    if len(folded) > 48 or not any(character.isdigit() for character in folded):
        return False
    start = sheet.words.start("reading_time", folded)
    if start:
        return MINUTES.fullmatch(folded[start.end() :].strip(" :.-–—")) is not None
    found = re.fullmatch(r"\d{1,3}\s*[-–]?\s*(.+)", folded)
    return bool(found and sheet.words.has("reading_time", found[1].strip(" .")))


def _is_share_bar(sheet: Sheet, folded: str) -> bool:
    tokens = re.findall(r"[\w'+-]+", folded)
    words = sheet.words
    if not 1 < len(tokens) <= 18 or not (
        tokens[0] in NETWORKS or words.has("shares", tokens[0]) or words.has("labels", tokens[0])
    ):
        return False
    strong = [one for one in tokens if one in NETWORKS or words.has("labels", one)]
    loose = [one for one in tokens if one not in NETWORKS and not words.has("labels", one)]
    enough = len(strong) >= 2 or (len(strong) == 1 and words.has("shares", tokens[0]))
    return enough and all(words.has("shares", one) or one.isdigit() for one in loose)


def _is_menu(sheet: Sheet, line: Line, cells: list[tuple[int, int]]) -> bool:
    """Home > World > Asia: at least two cells, most of them names of sections."""
    parts = [fold(line.text[a:b]).strip(" .:»>") for a, b in cells]
    if len(parts) < 2:
        parts = [part.strip() for part in re.split(r"\s[-–—,]\s", line.folded)]
        return len(parts) > 1 and all(sheet.words.has("sections", part) for part in parts)
    if any(len(part.split()) > 4 for part in parts) or line.ended:
        return False
    named = sum(sheet.words.has("sections", part) or sheet.words.has("labels", part) for part in parts)
    return named * 2 >= len(parts) and (len(parts) > 2 or line.number != 0)


# -- links -----------------------------------------------------------------------------------------


def links(sheet: Sheet) -> Iterator[Edit]:
    """Read-also lines, and the titles under a read-also label."""
    lines = sheet.lines
    for line in sheet.left():
        if line.number == 0 or len(line.text) > 320:
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
    """True for prose that only happens to begin like a link ("More on the talks was expected …")."""
    return (
        not rest.lstrip().startswith((":", "-", "–", "—", ">", "»", "|", "→")) and line.prose and len(line.text) > 120
    )


def _titles_under(sheet: Sheet, line: Line, lines: list[Line]) -> Iterator[Edit]:
    for after in lines[line.number + 1 : line.number + 12]:
        if not after.titled or after.prose or (after.gap_before and after.number > line.number + 1):
            return
        if after.gap_before and (":" not in line.text or not after.text[:1].isupper()):
            return
        yield sheet.drop(after, "read-also")


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


# -- pictures --------------------------------------------------------------------------------------


def credits(sheet: Sheet) -> Iterator[Edit]:
    """Photo credits: a line of their own, or in brackets at the end of a caption."""
    for line in sheet.left():
        if len(line.text) > 420:
            continue
        if line.number and len(line.text) <= 110 and _is_credit(sheet, line.text, line.folded):
            yield sheet.drop(line, "copyright" if _is_notice(sheet, line) else "photo-credit")
            continue
        found = TRAILING.search(line.text, max(0, len(line.text) - 120))
        if found and _is_signed(sheet, found[1]):
            yield Edit(line.start + found.start(), line.end, "", "photo-credit")
            continue
        found = TRAILING_OWNER.search(line.text, max(0, len(line.text) - 90)) or _trailing_credit(sheet, line)
        if found and found.start() > 0:
            yield Edit(line.start + found.start(), line.end, "", "photo-credit")


def _is_notice(sheet: Sheet, line: Line) -> bool:
    """© 2024 The Paper. All rights reserved: who owns the page, not who took a picture."""
    if not OWNED.match(line.text):
        return False
    return bool(re.search(r"\b(?:19|20)\d\d\b", line.text) or sheet.words.found("pleas", line.folded))


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
        joined = re.match(r"\S+(?:\s\S+)?\s+(?:by|par|de|von|of|от)\s+(.+)$", text)
        return bool(joined and _are_names(joined[1]) and len(text) <= 60)
    names = photo_agency.sub(" ", text)
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
    found = re.search(r"(?<=[.!?…”\"»)])\s+([^\W\d_]+(?:\s[^\W\d_]+)?)\s*[:/©]\s*([^.!?]{2,60})\.?$", line.text)
    if found and sheet.words.has("credits", fold(found[1])) and _are_names(found[2]):
        return found
    found = SIGNED.search(line.text, max(0, len(line.text) - 70))  # … 19 juin 2024. POOL / KCNA
    if found and photo_agency.search(found[1]) and ("/" in found[1] or len(line.text) < 420) and _are_names(found[1]):
        return found
    return None


# -- words to the reader ---------------------------------------------------------------------------


def pleas(sheet: Sheet) -> Iterator[Edit]:
    """Requests to register, subscribe, comment, follow, accept cookies."""
    first, last = sheet.zones()
    for line in sheet.left():
        if line.number == 0 or len(line.text) > 420 or line.text[0] in '“«„"':
            continue
        if ("cookie" in line.folded or "куки" in line.folded) and sheet.words.found("cookies", line.folded):
            yield sheet.drop(line, "cookies")
            continue
        start = sheet.words.start("pleas", line.folded)
        if start is None and first <= line.number <= last:
            continue
        found = sheet.words.found("pleas", line.folded)
        long = {one for one in found if len(one) >= LONG_PLEA}
        outer = not first <= line.number <= last
        begins = start is not None and not re.search(r"[“«„\"]", line.text)
        asks = (begins and (not line.prose or len(found) > 1)) or (outer and bool(long))
        if (asks and len(line.text) <= 260) or len(long) > 2:
            yield sheet.drop(line, "plea")


def tails(sheet: Sheet) -> Iterator[Edit]:
    """Source tags, sign-offs of agencies and staff, lists of keywords, after the end of the article."""
    tail = sheet.tail()
    for line in tail:
        if len(line.text) > 420 or line.number == 0:
            continue
        if _is_tag_line(sheet, line):
            yield sheet.drop(line, "keywords")
        elif _is_source(sheet, line) and line.number >= len(sheet.lines) - 4:
            yield sheet.drop(line, "source-tag")
        elif _is_signoff(sheet, line):
            yield sheet.drop(line, "sign-off")
        elif _is_label_start(sheet, line):
            yield sheet.drop(line, "label")
    for line in sheet.left()[-3:]:
        if line.number and line not in tail and len(line.text) <= 260 and _is_signoff(sheet, line):
            yield sheet.drop(line, "sign-off")


def _is_tag_line(sheet: Sheet, line: Line) -> bool:
    found = sheet.words.start("tags", line.folded)
    return bool(found and line.folded[found.end() :].startswith(":") and not line.prose) or line.text.startswith("#")


def _is_source(sheet: Sheet, line: Line) -> bool:
    """source page-17 · Source: example.org · Quelle: dpa."""
    found = sheet.words.start("sources", line.folded)
    if not found or len(line.text) > 100:
        return False
    rest = line.folded[found.end() :].strip()
    if line.text[0].islower() and not line.stopped and len(line.text) <= 60:
        return True
    if rest.startswith((":", "-", "–")):
        return len(rest) <= 80 and not line.prose
    return len(rest.split()) <= 1 and (not rest or bool(re.search(r"[-\d./]", rest)))


def _is_label_start(sheet: Sheet, line: Line) -> bool:
    """Report an error · Kommentare zum Artikel anzeigen: short, open-ended, and begins with a label."""
    if len(line.words) > 8 or line.stopped or line.prose:
        return False
    found = sheet.words.start("labels", line.folded) or sheet.words.start("pleas", line.folded)
    return found is not None and len(line.folded) - found.end() <= 45


def _is_signoff(sheet: Sheet, line: Line) -> bool:
    """(Reporting by A; editing by B) · Avec AFP · dpa/abc."""
    if sheet.words.start("signoffs", line.folded):
        return True
    rest = AGENCY.sub(" ", line.text)
    if rest == line.text or len(line.text) > 60:
        return False
    return sum(len(word) for word in NAMED.findall(rest)) <= 12 and not line.prose


def remnants(sheet: Sheet) -> Iterator[Edit]:
    """A short line that breaks off at "of" or "by": what is left of a badge or a box."""
    dangling = frozenset(fold(word) for word in sheet.language.words("furniture", "dangling"))
    if not dangling:
        return
    for line in sheet.left():
        words = line.words
        if line.number == 0 or not 2 <= len(words) <= 6 or not line.gap_before or not sheet.gap_after(line):
            continue
        before = next((one for one in reversed(sheet.lines[: line.number]) if one.number not in sheet.taken), None)
        after = next((one for one in sheet.lines[line.number + 1 :] if one.number not in sheet.taken), None)
        whole = before is None or not before.prose or before.ended
        starts = after is None or not after.text[:1].islower()
        if whole and starts and line.text[-1].isalpha() and fold(words[-1]) in dangling:
            yield sheet.drop(line, "remnant")


def site_suffix(sheet: Sheet) -> Iterator[Edit]:
    """The name of the site behind the headline."""
    line = next(iter(sheet.left()), None)
    if line is None or len(line.text) > 260 or line.stopped:
        return
    found = SUFFIX.search(line.text)
    if found is None or found.start() < 12:
        return
    following = next(iter(sheet.left()[1:2]), None)
    doubled = following is not None and following.text == line.text[: found.start()].strip()
    if doubled or found[1] == "|" or _is_outlet(sheet, found[2].strip(' «»“”„"')):
        yield Edit(line.start + found.start(), line.start + found.end(), "", "site-suffix")


def _is_outlet(sheet: Sheet, name: str) -> bool:
    """L'Hebdo, Harbour Ledger, example.org: named like a paper, and not spoken of in the text."""
    folded = fold(name)
    if sheet.outlet and fold(sheet.outlet) in (folded, f"the {folded}"):
        return True
    words = re.findall(r"[\w]+'?|'", folded)
    if len(words) > 5 or not (name[:1].isupper() or re.search(r"\.\w{2,4}$", name)):
        return False
    if sheet.value.count(name) > 1:
        return False
    if re.search(r"\w\.(?:com|org|net|info|[a-z]{2})$", folded):
        return True
    if any(sheet.words.has("outlets", word) for word in words):
        return True
    article = sheet.words.has("articles", words[0]) and len(words) > 1
    return article and len(words) <= 3 and all(word[0].isupper() for word in name.replace("'", " ").split())


#: In this order; each sees what those before it took.
RULES: tuple[Rule, ...] = (
    separators,
    bars,
    credits,
    repeats,
    repeated_captions,
    links,
    link_lists,
    neighbours,
    pleas,
    tails,
    remnants,
    site_suffix,
)
