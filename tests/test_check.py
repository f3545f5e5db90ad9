"""A report against sources: each case is a sentence of a report, and what the sources should be said to have."""

from __future__ import annotations

import atexit
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest
from typer.testing import CliRunner

from dragoman.check import Verdict, check, examine, verdicts_of
from dragoman.check.page import page
from dragoman.check.rows import failing, result
from dragoman.check.terminal import text
from dragoman.cli import app
from dragoman.errors import BadInput, NothingToRead, UnknownChoice
from dragoman.records import Source
from dragoman.settings import Settings

HARBOUR = """Harbour strike ends after nine days

ROTTERDAM, 12 May 2023 - Dockers went back to work on Friday after nine days, the port authority said.

"We will return to the table, but only if the night shift is paid," said Anna Visser, the head of the dockers' union. \
"The cranes are not toys."

The port counted 14,300 containers waiting at the quays. Transport Minister Pieter Mulder said that about 2,500 men \
had walked out; the union spoke of 4,000.

"Nobody wins a strike in spring," Mr Mulder told reporters. A further ship could leave for Antwerp on Sunday.

A clerk who asked not to be named said the talks had lasted all night.
"""
HAFEN = """Hafenstreik in Rotterdam beendet

Rotterdam, 12. Mai 2023 – Nach neun Tagen haben die Hafenarbeiter am Freitag die Arbeit wieder aufgenommen.

„Die Kräne sind kein Spielzeug“, sagte Gewerkschaftschefin Anna Visser. Verkehrsminister Pieter Mulder lobte \
„den Mut beider Seiten“.

An den Kais standen 14.300 Container.
"""


@cache
def sources() -> tuple[Source, ...]:
    given = (("date", "2023-05-12"),)
    return (
        Source(raw=HARBOUR.encode(), name="a-harbour.txt", meta=given),
        Source(raw=HAFEN.encode(), name="b-hafen.txt", meta=given),
    )


@cache
def kept() -> Path:
    """What is read of the sources, kept for all cases."""
    folder = Path(mkdtemp(prefix="dragoman-check-"))
    atexit.register(rmtree, folder, ignore_errors=True)
    return folder


def told(report: str, kind: str, used: Sequence[Source] | None = None) -> list[Verdict]:
    return [one for one in check(report, used or sources(), cache=kept()) if one.kind == kind]


QUOTATIONS = [
    ("“The cranes are not toys”, said Anna Visser.", "found"),
    ("Anna Visser said: « The cranes are not  toys ».", "found"),  # marks, spaces
    ("“The cranes are not trucks”, said Anna Visser.", "altered"),
    ("“The cranes are toys”, said Anna Visser.", "altered"),
    ("“We will return to the table … if the night shift is paid”, said Anna Visser.", "truncated"),
    ("“We will return to the table”, said Anna Visser.", "truncated"),  # the condition behind it is dropped
    ("“Nobody wins a strike in spring. The cranes are not toys”, said Pieter Mulder.", "spliced"),
    ("“Nobody wins a strike in spring”, said Anna Visser.", "misattributed"),
    ("“Every quay has its own weather”, said Anna Visser.", "absent"),
    ("Mr Mulder praised “the courage of both sides”.", "translated"),
]


@pytest.mark.parametrize(("report", "verdict"), QUOTATIONS, ids=lambda one: one[:40])
def test_quotations(report: str, verdict: str) -> None:
    (found,) = told(report, "quotation")
    assert found.verdict == verdict, found


FIGURES = [
    ("The port counted 14,300 containers.", "found", ""),
    ("The port counted some 14,000 containers.", "found", "rounded"),
    ("The strike went on for 216 hours.", "found", "other unit"),
    ("The port counted 13,400 containers at the quays.", "differing", "other number"),
    ("Anna Visser said that about 2,500 men had walked out.", "differing", "other claimant"),
    ("The port counted 14,300 lorries waiting for 600 drivers.", "absent", ""),
]


@pytest.mark.parametrize(("report", "verdict", "how"), FIGURES, ids=lambda one: str(one)[:40])
def test_figures(report: str, verdict: str, how: str) -> None:
    found = told(report, "figure")
    assert (verdict, how) in {(one.verdict, one.how) for one in found}, found


DATES = [
    ("Dockers went back to work on 12 May 2023.", "found", ""),
    ("Dockers went back to work in May 2023.", "found", "other precision"),
    ("Dockers went back to work on 14 May 2023.", "differing", "other date"),
    ("Dockers went back to work on Monday, 12 May 2023.", "differing", "wrong weekday"),
]


@pytest.mark.parametrize(("report", "verdict", "how"), DATES, ids=lambda one: str(one)[:40])
def test_dates(report: str, verdict: str, how: str) -> None:
    (found,) = told(report, "date")
    assert (found.verdict, found.how) == (verdict, how), found


NAMES = [
    ("Anna Visser leads the union of the dockers.", "found", ""),
    ("Anna Vissor leads the union of the dockers.", "differing", "spelling"),
    ("Margaret Oakley leads the union of the dockers.", "absent", ""),
    ("Foreign Minister Pieter Mulder spoke to reporters.", "differing", "role"),
]


@pytest.mark.parametrize(("report", "verdict", "how"), NAMES, ids=lambda one: str(one)[:40])
def test_names(report: str, verdict: str, how: str) -> None:
    assert (verdict, how) in {(one.verdict, one.how) for one in told(report, "name")}


STANDINGS = [
    ("A further ship could leave for Antwerp on Sunday.", False),
    ("A further ship left for Antwerp on Sunday.", True),
    ("The talks had lasted all night.", True),
    ("A clerk said the talks had lasted all night.", False),
]


@pytest.mark.parametrize(("report", "firmer"), STANDINGS, ids=lambda one: str(one)[:40])
def test_standings(report: str, firmer: bool) -> None:
    assert any(one.finding for one in told(report, "standing")) == firmer


ACCORD = (
    Source(
        raw=b"The foreign ministers of Kenya and Uganda initialled a water treaty in Nairobi on 11 March 2025. "
        b"The treaty has not been ratified yet, the two governments said.",
        name="a.txt",
        meta=(("date", "2025-03-12"),),
    ),
    Source(
        raw="Le traité sur l'eau entre le Kenya et l'Ouganda, paraphé mardi, doit encore être signé.".encode(),
        name="b.txt",
        meta=(("date", "2025-03-12"),),
    ),
)
STAGES = [  # a step of an agreement in the report, and how the sources tell it
    ("Kenya and Uganda initialled a water treaty in Nairobi on 11 March 2025.", set()),
    ("Kenya and Uganda signed a water treaty in Nairobi on 11 March 2025.", {"not yet"}),
    ("Kenya has ratified the water treaty with Uganda.", {"not yet"}),
    ("The water treaty between Kenya and Uganda has entered into force.", {"initialled"}),
    ("“Kenya has ratified the water treaty with Uganda,” the minister said.", set()),
]


@pytest.mark.parametrize(("report", "how"), STAGES, ids=lambda one: str(one)[:40])
def test_a_step_further_than_any_source_tells(report: str, how: set[str]) -> None:
    found = [one for one in told(report, "standing", ACCORD) if one.finding]
    assert {one.how for one in found} == how
    assert all(one.evidence for one in found)


def test_a_relative_clause_of_the_source_takes_nothing_back() -> None:
    source = Source(
        raw="Une fonctionnaire qui a demandé à rester anonyme a chiffré les envois à 7 000 caisses.".encode(),
        name="f.txt",
    )
    report = "Une fonctionnaire a chiffré les envois à 7 000 caisses."
    assert not [one for one in told(report, "standing", (source,)) if one.finding]


CITATIONS = [
    ("The port counted 14,300 containers (D0).", "found"),
    ("The union spoke of 4,000 men (D1).", "differing"),
    ("The union spoke of 4,000 men (D7).", "absent"),
    ("The union spoke of 4,000 men[^1].\n\n[^1]: a-harbour.txt", "found"),
]


@pytest.mark.parametrize(("report", "verdict"), CITATIONS, ids=lambda one: one[:45])
def test_citations(report: str, verdict: str) -> None:
    (found,) = told(report, "citation")
    assert found.verdict == verdict, found


def test_a_verdict_shows_its_words_in_report_and_source() -> None:
    report = "# Strike\n\nThe head of the union, **Anna Visser**, said: “The cranes are not trucks”.\n"
    (found,) = told(report, "quotation")
    assert report[found.start : found.end] == "The cranes are not trucks"
    assert [report[a:b] for a, b in found.marked] == ["trucks"]
    (place,) = found.evidence
    source = sources()[0]
    assert source.slice(place.span) == "The cranes are not toys"
    assert [source.slice(one) for one in place.marked] == ["toys"]


def test_a_term_between_marks_that_nobody_used_is_no_finding() -> None:
    assert not told("The so-called “grey zone” ended.", "quotation")


def test_the_report_may_be_a_page() -> None:
    page_ = "<p>Anna Visser said: <q>The cranes are not trucks</q>.</p><script>var x = 1</script>"
    given = Source(raw=page_.encode(), name="r.html", kind="html")
    marked = "<p>Anna Visser said: &ldquo;The cranes are not trucks&rdquo;.</p>"
    for one in (given, Source(raw=marked.encode(), name="r.html", kind="html")):
        names = [verdict for verdict in check(one, sources()) if verdict.kind == "name"]
        assert [verdict.verdict for verdict in names] == ["found"]
    (found,) = told_page(marked)
    assert found.verdict == "altered"


def told_page(markup: str) -> list[Verdict]:
    found = check(Source(raw=markup.encode(), name="r.html", kind="html"), sources())
    return [one for one in found if one.kind == "quotation"]


def test_sources_in_any_order_give_one_answer() -> None:
    report = "Anna Visser said: “The cranes are not trucks”. The port counted 13,400 containers (D0)."
    assert check(report, sources()) == check(report, tuple(reversed(sources())))


def test_the_cache_changes_nothing(tmp_path: Path) -> None:
    report = "Anna Visser said: “The cranes are not trucks”."
    fresh = check(report, sources())
    assert check(report, sources(), cache=tmp_path) == fresh
    assert list(tmp_path.rglob("*.json"))
    assert check(report, sources(), cache=tmp_path) == fresh


def test_two_processes_say_what_one_says() -> None:
    many = [Source(raw=f"{HARBOUR}\nEdition {number}.\n".encode(), name=f"{number}.txt") for number in range(9)]
    report = '# Rotterdam\n\n"The cranes are not toys," said Pieter Mulder. The strike lasted eight days.\n'
    alone = check(report, many)
    assert check(report, many, settings=Settings(jobs=2)) == alone
    assert {one.verdict for one in alone} >= {"misattributed"}


def test_a_report_is_no_source_of_itself() -> None:
    report = Source(raw=HARBOUR.encode(), name="report.txt")
    found = check(report, [report, sources()[1]])
    assert {place.span.source for one in found for place in one.evidence} <= {sources()[1].id}
    with pytest.raises(NothingToRead):
        check(report, [report])


def test_nothing_given_is_said() -> None:
    with pytest.raises(BadInput, match="is empty"):
        check("  \n", sources())
    with pytest.raises(NothingToRead, match="no readable source"):
        check("A report.", ())


def test_failing_takes_kinds_verdicts_and_pairs() -> None:
    found = check(
        "Anna Visser said: “The cranes are not trucks”. It was 14 May 2023 when dockers went back.", sources()
    )
    assert {one.kind for one in failing(found, None)} >= {"quotation", "date"}
    assert {one.kind for one in failing(found, "quotation:altered")} == {"quotation"}
    assert not failing(found, "spliced")
    with pytest.raises(UnknownChoice, match='"rumour"'):
        failing(found, "rumour")


REPORT = "# Strike\n\nAnna Visser said: “The cranes are not trucks”.\n\nThe port counted 14,300 containers (D0).\n"


def _schema(value: object, schema: dict[str, object], where: str = "$") -> None:
    """A small reader of the schema's own keywords: type, properties, required, items, enum."""
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
    kind = schema.get("type")
    if isinstance(kind, str):
        assert isinstance(value, kinds[kind]), where
    if "enum" in schema:
        assert value in schema["enum"], where  # type: ignore[operator]
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        assert set(schema.get("required", ())) <= set(value), where  # type: ignore[call-overload]
        if schema.get("additionalProperties") is False:
            assert set(value) <= set(properties), where  # type: ignore[call-overload]
        for name, inner in value.items():
            if name in properties:  # type: ignore[operator]
                _schema(inner, properties[name], f"{where}.{name}")  # type: ignore[index]
    if isinstance(value, list) and "items" in schema:
        for index, inner in enumerate(value):
            _schema(inner, schema["items"], f"{where}[{index}]")  # type: ignore[arg-type]


def test_json_is_as_the_schema_says() -> None:
    case = examine(REPORT, sources())
    row = json.loads(json.dumps(result(case, verdicts_of(case))))
    schema = json.loads((Path(__file__).parents[1] / "docs/check-schema.json").read_text(encoding="utf-8"))
    _schema(row, schema)
    assert row["counts"]["altered"] == 1
    broken = {**row, "verdicts": [{**row["verdicts"][0], "verdict": "true"}]}
    with pytest.raises(AssertionError):
        _schema(broken, schema)


def test_terminal_shows_both_texts() -> None:
    case = examine(REPORT, sources())
    lines = text(case, verdicts_of(case)).splitlines()
    assert any("words altered" in line for line in lines)
    assert any(line.strip().startswith("report") and "[trucks]" in line for line in lines)
    assert any("D0 " in line and "[toys]" in line for line in lines)
    assert max(map(len, lines)) <= 80


def test_page_is_self_contained_and_escapes() -> None:
    report = REPORT + "\nAnna Visser said: “<script>alert(1)</script> cranes are not toys at all”.\n"
    case = examine(report, sources())
    made = page(case, verdicts_of(case))
    assert "<script>alert" not in made
    assert "http://" not in made and "https://" not in made
    assert "<mark>toys</mark>" in made and 'class=fault href="#V' in made


def test_command(tmp_path: Path) -> None:
    folder = tmp_path / "coverage"
    folder.mkdir()
    for one in sources():
        (folder / one.name).write_bytes(one.raw)
    report, notes = tmp_path / "report.md", tmp_path / "notes.html"
    report.write_text(REPORT, encoding="utf-8")
    run = CliRunner()
    found = run.invoke(app, ["check", str(report), str(folder), "--html", str(notes)])
    assert found.exit_code == 1 and "words altered" in found.output and notes.is_file()
    assert report.read_text(encoding="utf-8") == REPORT
    assert run.invoke(app, ["check", str(report), str(folder), "--fail-on", "figure"]).exit_code == 0
    row = json.loads(run.invoke(app, ["check", str(report), str(folder), "--json"]).stdout)
    assert row["format"] == "dragoman-check/1"
    assert run.invoke(app, ["check", str(report), str(tmp_path / "nowhere")]).exit_code == 2
    assert run.invoke(app, ["check", str(tmp_path / "none.md"), str(folder)]).exit_code == 2
