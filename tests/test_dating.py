"""Dates as a person writes them, no finer than they are known."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.records import When
from dragoman.report.dating import dated
from dragoman.report.messages import messages

FIRST, LAST = date.min, date.max
WRITTEN = [
    (date(2017, 12, 31), date(2017, 12, 31), "day", "31 Dec 2017", "31 déc. 2017"),
    (FIRST, date(2017, 12, 31), "open", "by 31 Dec 2017", "au plus tard le 31 déc. 2017"),
    (date(2017, 1, 1), LAST, "range", "from 1 Jan 2017", "à partir du 1er janv. 2017"),
    (date(2017, 1, 1), date(2017, 12, 31), "range", "2017", "2017"),
    (date(2015, 1, 1), date(2017, 12, 31), "range", "2015–2017", "2015–2017"),
    (date(2017, 6, 17), date(2017, 6, 18), "range", "17–18 Jun 2017", "17–18 juin 2017"),
]


@pytest.mark.parametrize(("first", "last", "precision", "english", "french"), WRITTEN)
def test_a_date_is_written_no_finer_than_known(
    first: date, last: date, precision: str, english: str, french: str
) -> None:
    when = When(earliest=first, latest=last, precision=precision)
    assert dated(when, messages("en")) == english
    assert dated(when, messages("fr")) == french
