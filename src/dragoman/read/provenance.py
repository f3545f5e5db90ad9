"""Where an article says its words come from: its own people who were there, or an earlier text that it updates.

Only what stands in the article counts. `{outlet}` in a language's words stands for the outlet's name and for each
agency the article is credited to: "told Reuters" is Reuters' own reporting in Reuters copy, and somebody else's in
any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.languages import Language, alternatives
from dragoman.read.agencies import AGENCIES, AGENCY
from dragoman.read.page import Page
from dragoman.read.placeline import placeline
from dragoman.records import Provenance, Quote, Reading

__all__ = ["provenance"]

_SLOT = "{outlet}"
_PIECE = re.compile(r"\{outlet\}| … |\s+|[^\s{]+")  # "sagte … {outlet}": what is said, a gap, the house
_NAMED_NEXT = 40  # characters after "reporting by" in which an agency's name makes it that agency's reporting


def provenance(page: Page, reading: Reading) -> Iterator[Provenance]:
    """Places that show own reporting ("told this newspaper"), an own dateline, or an update of an earlier text."""
    quoted = [span for quote in reading.of(Quote) if quote.kind in ("direct", "partial") for span in quote.spans]
    names = _names(page)
    for kind in ("own", "update"):
        pattern = _pattern(page.language, kind, names)
        for match in pattern.finditer(page.value) if pattern else ():
            span = page.span(*match.span())
            if any(span.meets(one) for one in quoted) or _of_agency(page.value[match.end() :], names):
                continue
            yield Provenance(spans=(span,), by=f"provenance.{kind}", kind=kind)
    place = placeline(page.article)
    sent = place is not None and (place.agency or place.shouted)  # "Lima, 3 May –" also opens a company's statement
    if place and sent and all(match[0] in names for match in AGENCY.finditer(page.value, place.start, place.end)):
        end = place.start + len(page.value[place.start : place.end].rstrip())
        yield Provenance(spans=(page.span(place.start, end),), by="provenance.dateline", kind="dateline")


def _names(page: Page) -> tuple[str, ...]:
    """Under which names the article's own house goes."""
    agencies = [form for credit in page.article.credits for form in AGENCIES.get(credit, (credit,))]
    own = [page.article.outlet] if page.article.outlet else []
    return tuple(sorted({*own, *agencies}))


def _pattern(language: Language, kind: str, names: tuple[str, ...]) -> re.Pattern[str] | None:
    """The language's phrases, those with a slot once for each name."""
    phrases = language.words("provenance", kind)
    filled = [phrase for phrase in phrases if _SLOT not in phrase or names]
    if not filled:
        return None
    house = rf"(?:\w{{1,3}}['’]?\s*)?(?:{alternatives(names)})"  # the Coast Herald · l'Aube · der Bote
    longest = sorted(set(filled), key=lambda phrase: (-len(phrase), phrase))
    body = "|".join(_PIECE.sub(lambda match: _piece(match[0], house), phrase) for phrase in longest)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)


def _piece(piece: str, house: str) -> str:
    """A part of a phrase as a pattern: the house, a gap of up to five words, white space, or the word itself."""
    if piece == _SLOT:
        return house
    if piece.strip() == "…":
        return r"\s+(?:[^\s.;:!?\"«»“”„]+\s+){0,5}?"
    return r"\s+" if piece.isspace() else re.escape(piece)


def _of_agency(rest: str, names: tuple[str, ...]) -> bool:
    """True when the words right behind name an agency that is not the article's own."""
    match = AGENCY.match(rest.lstrip(" :")[:_NAMED_NEXT])
    return match is not None and match[0] not in names
