"""Page furniture in text that has lost its tags: each rule yields edits with a short reason.

A rule looks at a sheet (lines, their place, the words of all languages) and takes lines, or the furniture part of
a line. Shape, place, repetition and words have to agree; a line of prose is never taken for one word in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dragoman.read.agencies import AGENCY
from dragoman.read.bars import bars
from dragoman.read.galleries import galleries
from dragoman.read.links import link_lists, links, neighbours
from dragoman.read.pictures import credits
from dragoman.read.repeats import refrains, repeated_captions, repeats
from dragoman.read.sheet import Line, Sheet, fold
from dragoman.spans import Edit

__all__ = ["RULES", "Rule"]

Rule = Callable[[Sheet], Iterator[Edit]]

SEPARATOR = re.compile(r"[-–—―*•·▪_=~|#+<>^.\s]+")  # - · * * * · ----
ELISION = re.compile(r"[(\[]?\s*(?:\.{2,}|…)\s*[)\]]?")  # (...)
ADDRESS = re.compile(r"(?:https?://|www\.)\S+|@\w{2,}|\S+@\S+\.\w+")
NAMED = re.compile(r"[^\W\d_]{2,}")
SUFFIX = re.compile(r"\s+([|–—·•-])\s+([^|–—·•]{2,45})$")  # … – L'Hebdo
#: Longer words that join agencies in a sign-off.
JOINS = frozenset(["avec", "with", "agences", "agencies", "agencias", "agenturen", "агентства"])
REMNANT = 120  # characters; six words are never longer
BULLETED = re.compile(r"[-–—•*]\s+[“«„\"]")
INITIALS = re.compile(r"\W*[^\W\d_]{2,5}(?:\s*/{1,2}\s*[^\W\d_]{2,5}){1,4}\s*/?\W*")  # mab/ drag/ · AFR // JMR
HOUSE = re.compile(r"(?:[^\W\d_][\w'’.-]*\s+){1,4}(?:avec|mit|with|con|с|com|met)\s+", re.I)  # Le Monde avec | AFP
CODES = re.compile(r"(?:\s+[a-z0-9]{2,5}){2,6}")  # lth yydd n1 fra
KEYWORD = 40  # characters of a keyword
TALLIED = re.compile(r"\d[\d.,]*\s+")
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
        if BULLETED.match(line.text):  # a quotation in a list
            continue
        start = sheet.words.start("pleas", line.folded)
        if start is None and first <= line.number <= last:
            continue
        found = sheet.words.found("pleas", line.folded)
        long = {one for one in found if len(one) >= LONG_PLEA}
        outer = not first <= line.number <= last
        begins = start is not None and (outer or len(start[1]) >= LONG_PLEA) and not re.search(r"[“«„\"]", line.text)
        asks = (begins and (not line.prose or len(found) > 1)) or (outer and bool(long))
        if (asks and len(line.text) <= 260) or len(long) > 2:
            yield sheet.drop(line, "plea")


def tails(sheet: Sheet) -> Iterator[Edit]:
    """Source tags, sign-offs of agencies and staff, lists of keywords, after the end of the article."""
    tail = sheet.tail()
    keywords = False
    for line in tail:
        if len(line.text) > 420 or line.number == 0:
            continue
        if _is_tag_line(sheet, line) or sheet.words.has("tags", line.bare):
            keywords = sheet.words.has("tags", line.bare)
            yield sheet.drop(line, "keywords")
        elif keywords and len(line.text) <= KEYWORD and not line.ended:
            yield sheet.drop(line, "keywords")  # one a line under their label
        elif _is_tally(sheet, line):
            yield sheet.drop(line, "counter")
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


def _is_tally(sheet: Sheet, line: Line) -> bool:
    """2 comments on “The recipe”."""
    found = TALLIED.match(line.folded)
    counted = sheet.words.start("counters", line.folded[found.end() :]) if found else None
    return counted is not None and bool(re.search(r"[“«„\"]", line.text)) and not line.stopped


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
    if sheet.words.start("signoffs", line.folded) or INITIALS.fullmatch(line.text):
        return True
    if not sheet.tagged and len(line.text) <= 260 and sheet.words.found("contributed", line.folded):
        return True
    rest = AGENCY.sub(" ", line.text)
    if rest == line.text or len(line.text) > 60:
        return False
    if CODES.fullmatch(rest.rstrip()) or (HOUSE.fullmatch(rest) and not line.stopped):
        return True
    return not line.prose and all(len(word) <= 3 or word.lower() in JOINS for word in NAMED.findall(rest))


def remnants(sheet: Sheet) -> Iterator[Edit]:
    """A short line that breaks off at "of" or "by": what is left of a badge or a box."""
    dangling = frozenset(fold(word) for word in sheet.language.words("furniture", "dangling"))
    if not dangling:
        return
    for line in sheet.left():
        if line.number == 0 or len(line.text) > REMNANT or not line.gap_before or not sheet.gap_after(line):
            continue
        words = line.words
        if not 2 <= len(words) <= 6:
            continue
        before, after = sheet.beside(line, -1), sheet.beside(line, 1)
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
    galleries,
    credits,
    bars,
    repeats,
    refrains,
    repeated_captions,
    links,
    link_lists,
    neighbours,
    pleas,
    tails,
    remnants,
    site_suffix,
)
