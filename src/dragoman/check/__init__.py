"""SOMEBODY'S REPORT against the sources: what is found there, altered, absent, and where. Never what is true.

    report      Markdown, HTML or text → Report       shelf       the sources: sifted, indexed, kept by content
    wording     words as they are compared            case        who is who, what there is; kinship of sentences
    quotations  exact, spliced, difference, foreign   amounts, days, names, roles, citations
    alignment   clauses near in meaning; marks        standings, stages, untold, expected, bolder, unheard
    verdicts    Verdict, Evidence                     rows, terminal, page: the same verdicts for programs and people

Rule of this folder: a kind is one function case → verdicts; a verdict shows its place in report and source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from dragoman.check.amounts import figures
from dragoman.check.bolder import bolder
from dragoman.check.case import Case
from dragoman.check.citations import citations
from dragoman.check.days import dates
from dragoman.check.expected import expected
from dragoman.check.names import names
from dragoman.check.quotations import quotations
from dragoman.check.report import Layout, Report, laid_out
from dragoman.check.roles import roles
from dragoman.check.shelf import STORY, Shelf, read_one
from dragoman.check.stages import stages
from dragoman.check.standings import standings
from dragoman.check.unheard import unheard
from dragoman.check.untold import untold
from dragoman.check.verdicts import Evidence, Verdict
from dragoman.check.wording import Words
from dragoman.engines import apart
from dragoman.errors import BadInput, NothingToRead
from dragoman.models import parser
from dragoman.records import Source
from dragoman.settings import Settings
from dragoman.store.words import tokens

__all__ = ["Case", "Evidence", "Report", "Verdict", "check", "examine", "verdicts_of"]

Progress = Callable[[str, int, int], None]
#: Up to STORY sources all are read; of more, those that a sentence or quotation needs, by their votes, so many.
_A_SENTENCE, _QUOTED, _MOST = 2, 4, 60
_LONG = 10_000  # letters of a report from which it is worth a process of its own: half a second's reading


def check(
    report: Source | str,
    sources: Iterable[Source],
    *,
    settings: Settings | None = None,
    cache: Path | None = None,
    labels: Sequence[tuple[str, str]] = (),
    progress: Progress | None = None,
) -> list[Verdict]:
    """What the sources have for each quotation, figure, date, name, standing and citation of a report, in its order.

    `report` is a source, or Markdown as words. Raises BadInput for an empty report, NothingToRead without a source.
    """
    case = examine(report, sources, settings=settings, cache=cache, labels=labels, progress=progress)
    return verdicts_of(case)


def examine(
    report: Source | str,
    sources: Iterable[Source],
    *,
    settings: Settings | None = None,
    cache: Path | None = None,
    labels: Sequence[tuple[str, str]] = (),
    progress: Progress | None = None,
) -> Case:
    """The report read, and of the sources what it needs."""
    settings = settings or Settings()
    given = Source(raw=report.encode(), name="report.md") if isinstance(report, str) else report
    if not given.text.strip():
        raise BadInput(f"{given.name or 'the report'}: is empty. Give a report with text in it.")
    others = (one for one in sources if one.id != given.id)  # a report in its sources' folder is no source of itself
    layout = laid_out(given)
    jobs = settings.jobs if len(layout.article.text.value) >= _LONG else 1
    parser(layout.article.language)  # before the report is read beside the sources, so that both share it
    with apart(read_one, (layout.article, settings), jobs=jobs) as reading:
        shelf = Shelf(others, settings=settings, cache=cache, labels=labels, progress=progress)
        if not shelf.sources:
            raise NothingToRead("no readable source. Give the articles that the report was written from.")
        spare = settings.jobs if jobs == 1 else jobs - 1
        readings = shelf.readings(_needed(layout, shelf), jobs=spare)
        return Case(layout.read(reading()), shelf, readings)


def verdicts_of(case: Case) -> list[Verdict]:
    """Every verdict on a case, in the order of the report."""
    counted = list(figures(case))
    made = [*quotations(case), *counted]
    made += [*dates(case, made), *names(case), *roles(case)]
    made += _stood(list(standings(case, made)), [*stages(case, made), *untold(case), *expected(case, counted)])
    made = _stood(made, list(bolder(case, made)))
    made += unheard(case, made)
    made += citations(case, made)
    return sorted(made, key=lambda one: one.order)


def _stood(made: list[Verdict], firmer: list[Verdict]) -> list[Verdict]:
    """What is said, without how a sentence stands where a nearer look finds that it stands otherwise."""
    kept = [
        one for one in made if one.kind != "standing" or not any(one.start <= step.start < one.end for step in firmer)
    ]
    return [*kept, *firmer]


def _needed(report: Layout, shelf: Shelf) -> list[int]:
    """The numbers of the articles to read: all of a few, else those that most sentences of the report are near to."""
    if len(shelf.sources) <= STORY:
        return list(range(len(shelf.sources)))
    votes: dict[int, int] = {}
    for a, b in Words(report.article).marked:
        held = shelf.holding(tokens(report.article.text.value[a:b]))[:_A_SENTENCE]
        votes |= {number: votes.get(number, 0) + _QUOTED for number in held}
    for a, b in report.article.sentences:
        text = report.article.text.value[a:b]
        if len(tokens(text)) > 2:
            for rank, number in enumerate(shelf.nearest(text, _A_SENTENCE)):
                votes[number] = votes.get(number, 0) + _A_SENTENCE - rank
    ranked = sorted(votes, key=lambda number: (-votes[number], number))
    return sorted(ranked[:_MOST])
