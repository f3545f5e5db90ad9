"""Where a check holds back: who tells of his own accuses nobody, each date is held against its own counterpart."""

from __future__ import annotations

import pytest

from dragoman.check import Verdict, check
from dragoman.check.terminal import label
from dragoman.records import Source

TEXTS = {
    "a.txt": """Flood in the valley

LJUBLJANA, August 9, 2023 - Slovenia's government will give 10 million euros in aid, the finance ministry said. \
According to Slovenian Foreign Minister Tanja Fajon, Hungary has delivered twelve heavy pumps to Croatia. \
The flooded lake has receded by two metres, the water board said. \
A spokesman for the northern health office said some 300 cows had drowned. \
Italy, which has 80 divers in the country, has not decided whether to send boats.
""",
    "b.txt": """Le pont de Kiev

KIEV, 10 août 2023 (AFP) - L'Ukraine accuse les riverains d'avoir secrètement vidé \
le réservoir en amont du village. Un responsable européen a dit \
que le barrage avait été fermé.
""",
    "c.txt": """Der Vertrag über den Fluss

Maribor, 10. August 2023 - Der 1994 geschlossene Vertrag über die Mur gilt nach einer langen Liste von Änderungen und \
trotz aller Klagen der Anrainer weiter. Er läuft im Februar 2026 aus. Bürgermeister Saša Arsenovič hat seinen \
Rücktritt angekündigt.
""",
}
CLAIMS = [  # of the claimant's own matter, and of somebody else's
    ("The flooded lake has receded by two metres.", ""),
    ("The northern health office counted some 300 drowned cows.", ""),
    ("L'Italie a 80 plongeurs dans le pays.", ""),
    ("Hungary has delivered twelve heavy pumps to Croatia.", "claimed"),
    ("Les riverains ont secrètement vidé le réservoir en amont du village.", "claimed"),
    ("Le barrage avait été fermé.", "claimed"),
]
DATES = [
    ("Der Vertrag wurde 1994 geschlossen und läuft im März 2026 aus.", {"1994": "found", "März 2026": "differing"}),
    ("Mayor Saša Arsenovič announced on 10 August that he would resign.", {"10 August": "found"}),
]


def verdicts(report: str, kind: str) -> list[Verdict]:
    sources = [Source(raw=text.encode(), name=name) for name, text in TEXTS.items()]
    return [one for one in check(report, sources) if one.kind == kind]


@pytest.mark.parametrize(("report", "how"), CLAIMS)
def test_only_an_allegation_is_told_from_a_fact(report: str, how: str) -> None:
    assert [one.how for one in verdicts(report, "standing") if one.finding] == [how] * bool(how)


@pytest.mark.parametrize(("report", "days"), DATES)
def test_each_date_has_its_counterpart(report: str, days: dict[str, str]) -> None:
    found = {report[one.start : one.end]: one.verdict for one in verdicts(report, "date")}
    assert found == days


def test_who_tells_of_his_own_is_shown() -> None:
    (one,) = verdicts("The flooded lake has receded by two metres.", "standing")
    assert (one.verdict, one.how, one.evidence[0].note) == ("found", "claimed", "the water board")
    assert label(one) == "found"


def test_a_deed_that_no_source_tells_is_called_so() -> None:
    (one,) = verdicts("Saša Arsenovič was arrested for smuggling cigarettes.", "standing")
    assert (one.how, label(one)) == ("told nowhere", "told nowhere")
