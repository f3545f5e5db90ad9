"""ONE ARTICLE. Pure functions, no input or output after the bytes arrive; runs anywhere.

    sources    paths → Source: bytes as found, codec, where from      clean      page furniture and damage, as edits
    published  publication date with its basis                        sentences  blocks and sentences
    mentions   people, places, organisations                          dates      time expressions → When
    figures    numbers with what they count and who claims them       quotes     cue → content → speaker
    events     typed acts with roles, time and standing               agreements treaties as this article has them
    posts      titles beside names, with their day            references pronouns that are certain
    provenance own reporting, datelines, updates                      nature     translated? press or a document itself?

Rule of this folder: an extractor is one function (page, reading so far) → facts; only original spans leave.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dragoman.read.agreements import agreements
from dragoman.read.dates import dates
from dragoman.read.events import events
from dragoman.read.figures import figures
from dragoman.read.mentions import mentions
from dragoman.read.nature import judged
from dragoman.read.notices import outside_retractions
from dragoman.read.page import Page
from dragoman.read.posts import posts
from dragoman.read.provenance import provenance
from dragoman.read.published import dated
from dragoman.read.quotes import quotes
from dragoman.read.references import references
from dragoman.read.sift import sift
from dragoman.records import Article, Fact, Reading
from dragoman.settings import Settings

__all__ = ["EXTRACTORS", "Extractor", "Page", "dated", "judged", "read", "sift"]

Extractor = Callable[[Page, Reading], Iterable[Fact]]

#: In this order: each sees the facts of those before it.
EXTRACTORS: tuple[Extractor, ...] = (
    mentions, dates, posts, figures, quotes, events, agreements, provenance, references,
)  # fmt: skip


def read(article: Article, settings: Settings | None = None) -> Reading:
    """Read one article deeply: its nature, its date where only prose tells it, then every extractor over one parse."""
    article = judged(article)
    if article.kind == "press":  # the days in a treaty or law are not when it was published
        article = dated(article, settings)
    page, reading = Page(article), Reading(article=article)
    for extract in EXTRACTORS:
        reading = reading.add(outside_retractions(article, extract(page, reading)))
    return reading
