"""The dateline that opens a report: where it was sent from, on which day, by which agency.

It is no part of what the sentence behind it says, it is the day of writing where it bears a year, and its place is home
to whom the report leaves unnamed. The forms are those of the agencies' own style books.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.languages import Language, language
from dragoman.read.agencies import AGENCY
from dragoman.read.dateline import day_in, months
from dragoman.read.sheet import fold
from dragoman.records import Article, Block, When

__all__ = ["Placeline", "is_alone", "opening", "placeline", "placelines"]

REACH = 140  # characters in which a dateline ends
BLOCKS = 8  # blocks among which the first paragraph of a report stands
KINDS = frozenset(["paragraph", "standfirst", "dateline"])
LEAST = 4  # letters of a place in capitals that needs neither day nor agency: LIMA — but not EU –
_WORD = r"[^\W\d_a-zà-öø-ÿа-яё][^\W\d_]*(?:['’.-][^\W\d_]+)*(?:\.(?=\s))?"
_CAPITALS = r"[^\W\d_a-zà-öø-ÿа-яё]{2}[^\W\d_a-zà-öø-ÿа-яё]*(?:['’-][^\W\d_a-zà-öø-ÿа-яё]+)*"
#: PORT VILA · Port Vila · La Paz · Rio de Janeiro · WASHINGTON/KYIV · г. Киев
_PLACE = rf"(?:г\.\s)?{_WORD}(?:[ /](?:de |del |am |an der |sur )?{_WORD}){{0,3}}"
_DAY = (  # Dec 11 · 8 мая · 4 April 2025 · 8.5.2025 · 17/12/2024 · 2024-12-17
    r"(?:(?:[^\W\d_]{3,10}\.?,?\s)?(?:[^\W\d_]{3,10}\.?\s\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:er|º|\.)?\s(?:de\s)?"
    r"[^\W\d_]{3,10}\.?)(?:,?\s(?:de\s|del\s)?\d{4})?(?:\sг(?:ода|\.))?|\d{1,2}[./]\s?\d{1,2}[./]\s?(?:\d{4}|\d\d)|\d{4}-\d\d-\d\d)"
)
#: (Reuters) · (EFE/EP) · (dpa/lhe) · /ТАСС/ · AFP
_HOUSE = r"(?:\([^()\n]{2,40}\)|/[^/\n]{2,20}/|[^\W\d_][\w-]*(?:\.[A-Z]{2})?(?: [^\W\d_a-zà-öø-ÿа-яё][\w-]*)?)"
_STROKE = r"(?:\s?\.?\s?[-–—]{1,2}|\s\||(?<=/)\.)"
#: What may stand behind the place before and behind the stroke; each part at most once, which `opening` sees to.
_LINE = re.compile(
    rf"(?P<place>{_PLACE})(?:,\s(?P<region>{_WORD}(?:\s{_WORD})?)(?=[,(\s]))?"
    rf"(?:(?:,\s?|\.\s|\s)(?P<day>{_DAY}))?(?:[.,]?\s?(?P<house>{_HOUSE}))?(?:(?:,\s?|\s)(?P<then>{_DAY}))?"
    rf"(?P<stroke>{_STROKE})\s?(?:(?P<last>{_DAY})\.?\s(?!\d{{4}}\Z)|(?P<behind>{AGENCY.pattern})[.,:]?\s(?:[-–—]\s)?)?\s*"
)
#: A line of its own: Lima, 3 May 2023 (AFP) · LIMA (AFP) - 3 May 2023 · Lima (AFP), 3 May
_ALONE = re.compile(
    rf"(?P<place>{_PLACE})(?:,\s(?P<region>{_WORD}(?:\s{_WORD})?)(?=[,(\s]))?(?:(?:,\s?|\.\s|\s)(?P<day>{_DAY}))?"
    rf"(?:\s?(?P<house>\([^()\n]{{2,40}}\)))?(?:(?:,|\s?[-–—.])?\s?(?P<then>{_DAY}))?[\s.–—-]*"
)
_SHOUTED = re.compile(rf"{_CAPITALS}(?:[ /]{_CAPITALS}){{0,3}}")
_ENDS = re.compile(r"[-–—|][-–—]?\s|/\.\s|[电電]")  # what every dateline ends with
_DASH = re.compile(r"[–—]|\.-|--")
#: 新华社仰光4月3日电 · 法新社巴黎3日电: agency, place, day, "wire".
_WIRE = re.compile(
    r"[（(]?(?P<house>[^\W\d_]{2,5}社)(?P<place>[^\W\d_]{1,8}?)(?P<day>(?:\d{1,2}月)?\d{1,2}日)?[电電][）)]?\s?"
)
_BEGUN = re.compile(r"[“”\"«„‘'»‹¡¿(\[]*[^\W_]")
_MONTH_DAY = re.compile(
    r"(?P<d>\d{1,2})(?:er|º|st|nd|rd|th|\.)?\s(?:de\s)?(?P<m>[^\W\d_]{3,})|(?P<M>[^\W\d_]{3,})\.?\s(?P<D>\d{1,2})"
)


@dataclass(frozen=True, kw_only=True)
class Placeline:
    """A dateline; `start`, `end` and `place` are clean positions, `end` where the sentence behind it begins."""

    start: int
    end: int
    place: tuple[int, int]
    day: tuple[int, int] | None
    when: When | None  # None where no day with its year stands in it
    agency: bool
    shouted: bool  # the place stands in capitals


def placeline(article: Article) -> Placeline | None:
    """The dateline that opens an article, None when none does; one further down opens a report inside it."""
    return next(placelines(article, article.blocks[:BLOCKS]), None)


def placelines(article: Article, blocks: Iterable[Block]) -> Iterator[Placeline]:
    """The datelines that open paragraphs."""
    for block in blocks:
        if block.kind in KINDS and (found := opening(article.text.value, block.start, block.end, article.language)):
            yield found


def opening(value: str, start: int, end: int, code: str) -> Placeline | None:
    """The dateline at `start`, at most to `end`; a place alone needs capitals and a dash, else a day or an agency.

    >>> opening("OSLO, May 3 (Reuters) - Talks began.", 0, 36, "en").end
    24
    >>> opening("Paris - the city of light - slept.", 0, 34, "en") is None
    True
    """
    reach = min(end, start + REACH)
    if not _ENDS.search(value, start, reach):  # a quick look: most paragraphs open otherwise
        return None
    found = _WIRE.match(value, start, reach) or _LINE.match(value, start, reach)
    if found is None or found.end() >= end or not _begins(value, found.end()):
        return None
    parts = found.groupdict()
    days = [name for name in ("day", "then", "last") if parts.get(name) and _is_day(parts[name], code)]
    told = sum(bool(parts.get(name)) for name in ("day", "then", "last"))
    house = parts.get("house") or parts.get("behind") or ""
    agency = bool(AGENCY.search(house) or AGENCY.search(house.title()))
    if told != len(days) or len(days) > 1 or not (days or house or _is_shouted(found, code)):
        return None
    if house and not agency and not _is_house(found, house, bool(days)):
        return None
    place = found.span(days[0]) if days else None
    day = (
        day_in(value[slice(*place)], code, basis=f'dateline "{value[start : found.end()].strip()[:60]}"')
        if place
        else None
    )
    return Placeline(
        start=start,
        end=found.end(),
        place=(found.start("place"), found.start("place") + len(found["place"].rstrip("."))),
        day=place,
        when=day[0] if day else None,
        agency=agency,
        shouted=_SHOUTED.fullmatch(found["place"].rstrip(".")) is not None,
    )


def is_alone(line: str, code: str) -> bool:
    """True for a line that is nothing but where and when a report was written, or which agency sent it from where.

    >>> is_alone("Lima, 3 May 2023 (AFP)", "en"), is_alone("LIMA (AFP) -", "en"), is_alone("Ana Gil (AFP)", "en")
    (True, True, False)
    """
    found = _ALONE.fullmatch(line) if len(line) <= REACH // 2 and "(" in line else None
    if found is None or found["house"] is None:
        return False
    days = [found[name] for name in ("day", "then") if found[name]]
    shouted = _SHOUTED.fullmatch(found["place"]) is not None  # else a name with its picture's agency, unless dated
    sent = shouted or bool(days and AGENCY.search(found["house"]))
    return sent and len(days) < 2 and all(_is_day(one, code) for one in days)


def _begins(value: str, at: int) -> bool:
    """True where a sentence begins: a capital, a figure, an opening mark; scripts without case always do."""
    found = _BEGUN.match(value, at)
    return found is not None and not found[0][-1].islower()


def _is_day(words: str | None, code: str) -> bool:
    """True when the month is one of the language, or of English; days in figures need none."""
    found = _MONTH_DAY.search(words or "")
    if found is None:
        return True
    name = (found["m"] or found["M"]).casefold()
    return name in months(code) or name in months("en")


def _is_house(found: re.Match[str], house: str, dated: bool) -> bool:
    """A name in brackets behind a place in capitals or before a day; a paper's name between place and bar (taz |)."""
    shouted = _SHOUTED.fullmatch(found["place"]) is not None
    return ((shouted or dated) and house.startswith(("(", "/"))) or (shouted and "|" in found["stroke"])


def _is_shouted(found: re.Match[str], code: str) -> bool:
    """A place in capitals alone, behind which a dash stands, and no label of the paper (LIVE —): LIMA — · OAXACA.-"""
    place = found["place"]
    return (
        _SHOUTED.fullmatch(place) is not None
        and sum(one.isalpha() for one in place) >= LEAST
        and _DASH.search(found["stroke"]) is not None
        and fold(place) not in language(code).once(_labels)
    )


def _labels(words: Language) -> frozenset[str]:
    """What a paper prints before its reports in capitals: live, exclusive, breaking news."""
    lists = (words.words("furniture", "labels"), words.words("furniture", "sections"), words.words("quotes", "leads"))
    return frozenset(fold(word) for found in lists for word in found)
