"""Wrong names over all sets: each quotation is counted once, whatever sets were measured."""

from __future__ import annotations

import pytest

from quality.quotations import together

FOUND = {
    "coverage/x.quotes.quoted.en.tp": 30.0,
    "coverage/x.quotes.quoted.en.wrong_named": 0.0,
    "coverage/x.quotes.quoted.en.abstained": 1.0,
    "coverage/x.quotes.direct.en.tp": 20.0,
    "coverage/x.quotes.direct.en.wrong_named": 9.0,  # inside the quoted ones
    "y.quotes.all.content.gold": 100.0,
    "y.quotes.all.content.overlap_R": 0.6,
    "y.quotes.all.content.wrong_named": 1.0,
    "y.quotes.all.content.abstained": 4.0,
    "y.quotes.direct.content.wrong_named": 7.0,
    "quotes_es_ru.es.quotations": 20.0,
    "quotes_es_ru.es.content_recall": 0.5,
    "quotes_es_ru.es.wrong_named": 1.0,
    "quotes_es_ru.es.abstained": 0.25,
}


def test_every_quotation_counts_once() -> None:
    """Rows of a part of a set are left out."""
    made = together(FOUND)
    assert made["together.quotations"] == pytest.approx(30 + 60 + 10)
    assert made["together.wrong_named"] == pytest.approx(2)
    assert made["together.wrong_named_share"] == pytest.approx(0.02)
    assert made["together.abstained_share"] == pytest.approx(0.1)


def test_nothing_is_told_where_no_set_was_measured() -> None:
    """A table of other numbers has no such line."""
    assert together({"lineage.relation_f1": 1.0}) == {}
