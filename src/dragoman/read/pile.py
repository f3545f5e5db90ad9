"""What a pile teaches: lines that one site puts before or after its articles again and again are its furniture.

`learn` looks at articles already cleaned and gives the lines; `Settings.learned` carries them, so that an article
sifted again, here or when a dossier is verified, loses the same lines. The order of the articles changes nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from urllib.parse import urlsplit

from dragoman.languages import language
from dragoman.read.framewords import fold
from dragoman.read.sheet import Line, Sheet
from dragoman.records import Article, digest
from dragoman.settings import Settings
from dragoman.spans import Edit

__all__ = ["REPEATED", "learn", "removals", "site_of", "taught"]

REPEATED = "repeated in the pile"

TIMES = 3  # different articles of a site that hold a line; two may be two versions of one
SHARE = 0.2  # of a site's articles: below, a line is more often a phrase of its news than its furniture
NAMELESS_TIMES, NAMELESS_SHARE = 5, 0.5  # the same for articles that do not say where they are from
SAMPLE = 300  # articles looked at for each site, those with the smallest ids: memory stays bounded, whatever the order
LONGEST = 240  # characters
KINDS = frozenset(["paragraph", "heading", "list"])  # bylines, date lines and captions repeat without being furniture


def learn(articles: Iterable[Article]) -> tuple[str, ...]:
    """Lines repeated by one site before or after its articles, each as site, tab, folded line; sorted."""
    sites: dict[str, list[tuple[str, str, frozenset[str]]]] = defaultdict(list)
    for article in articles:
        rows = sites[site_of(article)]
        rows.append((article.source, _body(article), frozenset(fold(line.text) for line in _ends(article))))
        if len(rows) > 2 * SAMPLE:
            rows.sort(key=lambda row: row[0])
            del rows[SAMPLE:]
    return tuple(sorted(f"{site}\t{line}" for site, rows in sites.items() for line in _repeated(site, rows)))


def _repeated(site: str, rows: list[tuple[str, str, frozenset[str]]]) -> Iterator[str]:
    distinct = {body: lines for _, body, lines in sorted(rows)[:SAMPLE]}  # copies of one article count once
    counted = Counter(line for lines in distinct.values() for line in lines)
    times, share = (TIMES, SHARE) if site else (NAMELESS_TIMES, NAMELESS_SHARE)
    for line, count in counted.items():
        if count >= max(times, share * len(distinct)):
            yield line


def site_of(article: Article) -> str:
    """The host of an article's address, else its outlet, else ""."""
    host = (urlsplit(article.url).hostname or "") if article.url and "//" in article.url else ""
    return host.removeprefix("www.") or fold(article.outlet or "").replace("\t", " ")


def _ends(article: Article, sheet: Sheet | None = None) -> Iterator[Line]:
    """Lines before the first and behind the last prose that may be furniture."""
    sheet = sheet or Sheet(value=article.text.value, language=language(article.language))
    for line in (*sheet.head(), *sheet.tail()):
        block = article.block_at(line.start)
        if block is not None and block.kind in KINDS and not line.prose and len(line.text) <= LONGEST:
            yield line


def _body(article: Article) -> str:
    """What tells one article from another: its longest blocks."""
    longest = sorted(article.blocks, key=lambda block: (block.start - block.end, block.start))[:2]
    return digest([article.text.value[one.start : one.end] for one in longest])


# -- a second time ---------------------------------------------------------------------------------


def taught(articles: Iterable[Article], settings: Settings) -> tuple[Settings, frozenset[str]]:
    """Settings that carry what the pile teaches, and the sources of the articles that `sift` now reads otherwise."""
    every = list(articles)
    learned = learn(every)
    if not learned:
        return settings, frozenset()
    settings = replace(settings, learned=learned)
    return settings, frozenset(one.source for one in every if removals(one, settings))


@lru_cache(maxsize=64)
def _lines(learned: tuple[str, ...], site: str) -> frozenset[str]:
    """The learned lines of one site."""
    return frozenset(line for name, _, line in (one.partition("\t") for one in learned) if name == site)


def removals(article: Article, settings: Settings) -> list[Edit]:
    """The edits that take the learned lines out of a cleaned article."""
    known = _lines(settings.learned, site_of(article)) if settings.learned else frozenset()
    if not known:
        return []
    sheet = Sheet(value=article.text.value, language=language(article.language))
    return [sheet.drop(line, REPEATED) for line in _ends(article, sheet) if fold(line.text) in known]
