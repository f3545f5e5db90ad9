"""Every quotation of the report in the sources: exact, cut, altered, spliced, translated, somebody else's, absent.

The words are looked for in all sources, in quotation marks first. What only differs in apostrophes, marks, spaces,
dashes, accents or capitals is exact. `[…]`, `…` and brackets part a quotation: its parts must stand in one quotation of
the source, in their order.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.check.asked import asked, said
from dragoman.check.case import Case
from dragoman.check.difference import altered
from dragoman.check.exact import exact
from dragoman.check.foreign import incomparable, translated
from dragoman.check.spliced import spliced
from dragoman.check.verdicts import Verdict

__all__ = ["quotations"]

_TERM = 2  # words up to which what stands between marks may be a term that nobody is said to have used


def quotations(case: Case) -> Iterator[Verdict]:
    """One verdict a quotation.

    None on a term between marks that no source has and nobody is said to have used, and none on one whose speaker a
    source quotes in a language that no vector knows: it may be the original.
    """
    for one in asked(case):
        verdict = exact(case, one) or spliced(case, one) or altered(case, one) or translated(case, one)
        if verdict:
            yield verdict
        elif (one.speaker or len(one.words) > _TERM) and not incomparable(case, one):
            yield said(one, "absent", why="No source has these words.")
