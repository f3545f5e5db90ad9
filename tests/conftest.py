"""One-letter factories for tests: `r` reads a text, `a` makes an article."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.read import EXTRACTORS, Page, dated, sift
from dragoman.records import Article, Reading, Source, When


def make_article(text: str, lang: str | None = None, on: str | None = None) -> Article:
    """An article of this text, sifted like any other; `on` sets its publication date (YYYY-MM-DD)."""
    meta = (("date", on),) if on else ()
    source = Source(raw=text.encode("utf-8", "surrogateescape"), errors="surrogateescape", name="t", meta=meta)
    article = dated(sift(source))
    from dataclasses import replace

    if on and article.published is None:
        day = date.fromisoformat(on)
        article = replace(article, published=When(earliest=day, latest=day, precision="day", basis="given"))
    return replace(article, language=lang) if lang else article


def make_reading(text: str, lang: str | None = None, on: str | None = None, only: tuple[str, ...] = ()) -> Reading:
    """The reading of a text; `only` names the extractors to run (all when empty)."""
    article = make_article(text, lang, on)
    page, reading = Page(article), Reading(article=article)
    for extract in EXTRACTORS:
        if not only or extract.__name__ in only:
            reading = reading.add(extract(page, reading))
    return reading


@pytest.fixture
def a() -> Callable[..., Article]:
    """Make an article."""
    return make_article


@pytest.fixture
def r() -> Callable[..., Reading]:
    """Make a reading."""
    return make_reading
