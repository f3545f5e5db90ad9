"""Quotations given in another language: what is denied, and who is named, must be the same."""

from __future__ import annotations

import pytest

from dragoman.check import check
from dragoman.records import Source

SOURCE = """Hafenstreik in Triest

Triest, 3. März 2022 - „Wir werden den Hafen nicht schließen, und wir werden niemanden entlassen“, sagte \
Hafenchefin Carla Bruni Tosi am Donnerstag. „Die Zukunft des Hafens entscheidet sich in Kroatien“, fügte sie hinzu.
"""
CASES = [
    ("“We shall not close the port,” said Carla Bruni Tosi.", "translated", "from de"),
    ("“We shall close the port,” said Carla Bruni Tosi.", "altered", "negation"),
    ("« Nous ne fermerons pas le port », a dit Carla Bruni Tosi.", "translated", "from de"),
    ("« Nous fermerons le port », a dit Carla Bruni Tosi.", "altered", "negation"),
    ("“The future of the port is decided in Croatia,” said Carla Bruni Tosi.", "translated", "from de"),
    ("“The future of the port is decided in Albania,” said Carla Bruni Tosi.", "altered", "other name"),
]


@pytest.mark.parametrize(("report", "verdict", "how"), CASES)
def test_a_translation_says_the_same(report: str, verdict: str, how: str) -> None:
    found = [one for one in check(report, [Source(raw=SOURCE.encode(), name="a.txt")]) if one.kind == "quotation"]
    assert [(one.verdict, one.how) for one in found] == [(verdict, how)]
