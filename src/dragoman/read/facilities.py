"""Names of buildings and grounds that only a common noun behind them tells: "the Vostochny cosmodrome"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.languages import Language, alternatives
from dragoman.read.found import Found
from dragoman.read.page import Page

__all__ = ["facilities"]

_DOUBTFUL = ("ORG", "MISC", "LOC")  # what a parser takes such a name for; a person or a state stays one


def facilities(page: Page, names: Iterable[Found]) -> None:
    """Call a name that no table knows a facility where a noun for one stands right behind it."""
    nouns = page.language.once(_nouns)
    if nouns is None:
        return
    for name in names:
        known = name.thing is not None or name.form != "name" or name.kind not in _DOUBTFUL
        if not known and nouns.match(page.value, name.end):
            name.kind = "FAC"


def _nouns(language: Language) -> re.Pattern[str] | None:
    words = language.words("mentions", "fac_behind")
    return re.compile(rf"\s(?:{alternatives(words)})\b") if words else None
