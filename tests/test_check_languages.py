"""What a check says of a report whose sources speak other languages: sentences of reports against five articles."""

from __future__ import annotations

import atexit
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest

from dragoman.check import Verdict, check
from dragoman.records import Source

ARTICLES = {
    "a.txt": """Tunnel under the fjord reopens

OSLO, 4 March 2024 - The tunnel reopened on Monday at 5 a.m., Transport Minister Ragnhild Solberg said.
Rescuers freed 27 drivers. Under a nine-year contract the firm keeps the pumps running.
""",
    "b.txt": """Tunnel wieder offen

Oslo, 5. März 2024 – Der Geologe Roman Bechler warnte vor neuem Wasser. „Das ist keine Lösung“, sagte er.
Die Regierung stellt dem Ort 40 Millionen Kronen in Aussicht.
""",
    "c.txt": """Le tunnel rouvre

Publié le 5 mars 2024
La commune n'a reçu aucune garantie de l'État pour les travaux du tunnel.
""",
    "d.txt": """Il tunnel riapre

5 marzo 2024
Il Comune ha approvato il contratto con 31 voti favorevoli.
""",
    "e.txt": """Тунель знову відкрито

5 березня 2024
«Ми чекали на цей день усю зиму», — сказала міністерка Рагнхільд Сульберг.
""",
}
SOUND = [
    "The tunnel reopened on 4 March 2024 at 5 a.m.",
    "For nine years the firm will look after the pumps.",  # told there as "a nine-year contract"
    "Roman Behler, a geologist, warned of new water.",  # a spelling of another language
]
FAULTY = [
    ("The tunnel reopened on 4 March 2024 at 7 a.m.", "date", {"differing", "absent"}),
    ("The municipality has received guarantees from the state for the works on the tunnel.", "standing", {"differing"}),
    ("Rescuers freed 72 drivers.", "figure", {"differing", "absent"}),
]


@cache
def kept() -> Path:
    """What is read of the articles, kept for all cases."""
    folder = Path(mkdtemp(prefix="dragoman-tongues-"))
    atexit.register(rmtree, folder, ignore_errors=True)
    return folder


def findings(report: str) -> list[Verdict]:
    sources = [Source(raw=text.encode(), name=name) for name, text in ARTICLES.items()]
    return [one for one in check(report, sources, cache=kept()) if one.finding]


@pytest.mark.parametrize("report", SOUND)
def test_what_other_words_tell_is_no_finding(report: str) -> None:
    assert [(one.kind, one.verdict, one.why) for one in findings(report)] == []


@pytest.mark.parametrize(("report", "kind", "verdicts"), FAULTY)
def test_what_another_language_tells_otherwise_is_found(report: str, kind: str, verdicts: set[str]) -> None:
    assert {(one.kind, one.verdict) for one in findings(report)} & {(kind, one) for one in verdicts}


def test_a_number_of_something_else_is_not_found() -> None:
    """27 stands in the sources, of drivers; 27 pumps stand nowhere."""
    assert [one.verdict for one in findings("The firm keeps 27 pumps running.") if one.kind == "figure"]


NUMBERS = [
    ("« En 2019, le canton a versé 10 000 francs et 38 familles sont parties »", "translated"),  # "10,000", "2019"
    ("« En 2019, le canton a versé 10 000 francs et 83 familles sont parties »", "altered"),  # two of three agree
]


@pytest.mark.parametrize(("quotation", "verdict"), NUMBERS)
def test_one_number_changed_in_a_translation_is_told(quotation: str, verdict: str) -> None:
    original = "“In 2019 the canton paid 10,000 francs and 38 families left,” Mayor Anna Keller said in Chur.\n"
    source = Source(raw=f"CHUR, 4 March 2024 - {original}".encode(), name="f.txt")
    told = check(f"{quotation}, a dit la maire Anna Keller à Coire.\n", [source], cache=kept())
    assert [one.verdict for one in told if one.kind == "quotation"] == [verdict]
