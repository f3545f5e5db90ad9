"""Predictions have the fields and places that scorers expect, gold stays closed, floors only rise."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import pytest

from quality import measure, predict, scoring
from quality.corpus import NoSuchCorpus, coverage, dataset
from quality.mapping import STORY, TREATY
from quality.newscases import kind_of

EXAMPLES = Path(__file__).parents[1] / "examples"

EN = (
    "Lake pact signed in Geneva\n\n"
    "GENEVA, 12 March 2021 – France and Switzerland signed a treaty on the lake on Friday.\n\n"
    "“We will share the water fairly,” President Anna Keller said in Geneva. She added that 3,000 fishermen had waited "
    "for ten years.\n\nRead also: Ten walks around the lake\n"
)
FR = (
    "Le pacte du lac est signé\n\nLa France et la Suisse ont signé vendredi 12 mars 2021 un traité sur le lac.\n\n"
    "« Nous partagerons l’eau équitablement », a déclaré la présidente Anna Keller à Genève. "
    "Quelque 3 000 pêcheurs attendaient depuis dix ans.\n"
)


def lay_out(folder: Path, texts: dict[str, str], **more: object) -> None:
    """A data set with a gold file that no reader could parse."""
    (folder / "texts").mkdir(parents=True)
    rows = [{"id": name, "lang": name[:2], "date": "2021-03-12", **more} for name in texts]
    (folder / "docs.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (folder / "gold.jsonl").write_text("not for predictors", encoding="utf-8")
    for name, text in texts.items():
        (folder / "texts" / f"{name}.txt").write_bytes(text.encode("utf-8"))


@pytest.fixture
def root(tmp_path):
    """A root with a story data set, the same as coverage, and gold beside both."""
    lay_out(tmp_path / "data" / "lake", {"en1": EN, "fr1": FR})
    (tmp_path / "coverage" / "treaty-2024").mkdir(parents=True)
    (tmp_path / "gold" / "treaty-2024").mkdir(parents=True)
    (tmp_path / "gold" / "treaty-2024" / "quotes.json").write_text("not for predictors", encoding="utf-8")
    for name, text in {"000_a.txt": EN, "001_b.txt": FR}.items():
        (tmp_path / "coverage" / "treaty-2024" / name).write_bytes(text.encode("utf-8"))
    return tmp_path


def quiet(line: str) -> None:
    """Say nothing."""


def spans(value):
    """Every {id or file, start, end} inside an item."""
    if isinstance(value, dict):
        if "start" in value and ("id" in value or "file" in value):
            yield value.get("id") or value["file"], value["start"], value["end"]
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


# -- predictions ---------------------------------------------------------------------------------------


def test_a_folder_with_an_unknown_name_gets_every_story_layer(root):
    made = predict.predict_dataset(root, "lake", say=quiet)
    texts = {"en1": EN, "fr1": FR}
    assert not made["failed"]
    assert {item["layer"] for item in made["items"]} <= set(STORY)
    for name, start, end in spans(made["items"]):
        assert 0 <= start < end <= len(texts[name])
    said = {texts[q["id"]][q["start"] : q["end"]] for q in made["items"] if q["layer"] == "quotes"}
    assert any("share the water" in words for words in said)
    assert any("partagerons" in words for words in said)
    assert {"quotes", "times", "figures"} <= {item["layer"] for item in made["items"]}


@pytest.mark.parametrize("layer", sorted(TREATY))
def test_every_layer_of_the_coverage_is_predicted_gold_or_not(root, layer):
    made = predict.predict_layer(root, layer, say=quiet)
    texts = {"000_a.txt": EN, "001_b.txt": FR}
    assert not made["failed"]
    for item in made["items"]:
        assert "id" not in item
        assert "file" in item or {"a", "b"} <= set(item) or "evidence" in item or "doc" in item
    for name, start, end in spans(made["items"]):
        assert 0 <= start < end <= len(texts[name])


OPENED: list[str] = []
WATCHING: list[bool] = []


def watch(event: str, arguments: tuple) -> None:
    """Note every file opened, by whatever way, while WATCHING."""
    if WATCHING and event == "open" and isinstance(arguments[0], str | bytes):
        OPENED.append(str(arguments[0]))


def test_gold_stays_closed(root):
    sys.addaudithook(watch)  # it cannot be taken away again, so it listens only while WATCHING
    WATCHING.append(True)
    try:
        assert predict.main(["--root", str(root), "--dataset", "lake", "-o", str(root / "out.json")]) == 0
        assert predict.main(["--root", str(root), "--layer", "times", "-o", str(root / "out.jsonl")]) == 0
    finally:
        WATCHING.clear()
    own = [path.removeprefix(str(root)) for path in OPENED if path.startswith(str(root))]
    assert any(path.endswith("docs.jsonl") for path in own), "the hook hears nothing"
    assert not [path for path in own if "gold" in path]
    assert json.loads((root / "out.json").read_text("utf-8"))["items"]
    assert all(json.loads(line)["file"] for line in (root / "out.jsonl").read_text("utf-8").splitlines())


def test_a_document_that_fails_costs_only_itself(root, monkeypatch):
    def sift(source, settings=None):
        if source.name == "fr1":
            raise ValueError("no")
        return real(source, settings)

    real = predict.sift
    monkeypatch.setattr(predict, "sift", sift)
    monkeypatch.setattr(sys.modules["dragoman.line"], "sift", sift)
    made = predict.predict_dataset(root, "lake", say=quiet)
    assert made["failed"] == ["fr1: ValueError: no"]
    assert {item["id"] for item in made["items"] if "id" in item} == {"en1"}


def test_the_same_bytes_twice_are_two_documents(tmp_path):
    lay_out(tmp_path / "twins", {"en1": EN, "en2": EN})
    made = predict.predict_dataset(tmp_path, "twins", say=quiet)
    own = {
        name: [i["start"] for i in made["items"] if i.get("id") == name and i["layer"] == "quotes"]
        for name in ("en1", "en2")
    }
    assert own["en1"] == own["en2"] != []


def test_documents_keep_their_characters_and_kind(tmp_path):
    page = "<!DOCTYPE html>\n<html><body><p>Peace came.</p></body></html>"
    lay_out(tmp_path / "odd", {"en-bom": "\ufeffOne\r\nTwo", "en.html": page, "en-page": page})
    kinds = {one.id: (one.source.text, one.source.kind) for one in dataset(tmp_path, "odd").documents}
    assert kinds == {"en-bom": ("\ufeffOne\r\nTwo", "text"), "en.html": (page, "html"), "en-page": (page, "html")}


def test_a_plain_folder_of_articles_is_read_as_the_product_reads_it():
    corpus = dataset(EXAMPLES, "treaty-2024")
    assert [one.id for one in corpus.documents][:2] == ["01-preview-en", "02-annonce-fr"]
    assert not corpus.rows


def test_what_is_not_there_is_named(tmp_path, capsys):
    with pytest.raises(NoSuchCorpus, match="lake"):
        dataset(tmp_path, "lake")
    with pytest.raises(NoSuchCorpus, match="coverage"):
        coverage(tmp_path)
    assert predict.main(["--root", str(tmp_path), "--dataset", "lake", "-o", str(tmp_path / "x.json")]) == 2
    assert "lake" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "row", "layers"),
    [
        ("polnear", {}, ("quotes",)),
        ("krauts_de_zeit", {}, ("times",)),
        ("other_names", {"name1": "A", "name2": "B"}, ("names",)),
        ("other_claims", {"claim_a": "A", "claim_b": "B"}, ("claims",)),
        ("other_pages", {"html": "html/x.html.gz"}, ("extraction",)),
        ("grain-2031", {}, predict.STORY_LAYERS),
    ],
)
def test_layers_follow_from_the_name_or_the_documents(tmp_path, name, row, layers):
    from quality.corpus import Corpus

    assert predict.recipe(Corpus(name, tmp_path, rows=[{"id": "a", **row}]))[0] == layers


# -- measuring -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "number"),
    [(0.5, 0.5), ("3/4", 0.75), (True, 1.0), ("0/0", None), ("", None), ("not given", None), (None, None)],
)
def test_cells_become_numbers(cell, number):
    assert scoring.value(cell) == number


def test_rows_are_named_by_their_labels():
    rows = [{"set": "all", "lang": "en", "F1": 0.5, "kind_acc": "1/2"}]
    assert dict(scoring.numbers("c", "quotes", rows)) == {"c.quotes.all.en.F1": 0.5, "c.quotes.all.en.kind_acc": 0.5}


def test_floors_only_rise_and_say_what_fell():
    name, worse = "krauts_de.times.de.value_F1", {"krauts_de.times.de.value_F1": 0.6}
    about = {"krauts_de": {"digest": "d"}}
    floors = measure.raised({name: 0.7}, about, {})
    assert floors["krauts_de"]["at_least"] == {name: 0.69}
    assert measure.raised(worse, about, floors) == floors
    assert list(measure.under({name: 0.7}, about, floors)) == []
    assert "under its floor" in next(measure.under(worse, about, floors))
    assert "changed" in next(measure.under({name: 0.7}, {"krauts_de": {"digest": "e"}}, floors))
    assert list(measure.under({}, {}, floors)) == [], "a corpus that is not here cannot fall"


def test_a_ceiling_holds_what_should_be_low():
    name, about = "examples/a.facts.unused_share", {"examples/a": {"digest": "d"}}
    floors = measure.raised({name: 0.3}, about, {})
    assert floors["examples/a"]["at_most"] == {name: 0.31}
    assert "over its ceiling" in next(measure.under({name: 0.4}, about, floors))


def test_every_floor_is_a_line_of_the_table():
    floors = json.loads(measure.FLOORS.read_text("utf-8"))
    held = [name for own in floors.values() for side in ("at_least", "at_most") for name in own[side]]
    assert {line.metric for line in measure.lines(held)} == set(held)


def test_without_scorers_it_says_so(tmp_path, monkeypatch, capsys):
    lay_out(tmp_path / "lake", {"en1": EN})
    monkeypatch.setattr(measure, "BESIDE", tmp_path / "nowhere")
    assert measure.main(["--root", str(tmp_path)]) == 2
    assert "--scorers" in capsys.readouterr().err
    assert measure.main(["--root", str(tmp_path / "lake" / "texts")]) == 2


SCORERS = scoring.BESIDE / "scorers"


@pytest.mark.slow
@pytest.mark.skipif(not (SCORERS / "score.py").is_file(), reason="the scorers are not beside this checkout")
def test_the_floors_of_our_examples_hold():
    scorer = scoring.scorers([SCORERS])
    found, about = measure.measure(scoring.find(EXAMPLES), scorer, jobs=2, with_facts=False)
    assert about, "no example was found"
    floors = json.loads(measure.FLOORS.read_text("utf-8"))
    lost = [line for line in measure.under(found, about, floors) if ".facts." not in line]
    assert not lost, "\n".join(lost)


@pytest.mark.parametrize(
    ("lang", "words", "timex", "kind"),
    [
        ("en", "the 4th of July", "XXXX-07-04", "day"),
        ("en", "4/7/2019", "2019-07-04", ""),
        ("en", "three days after July 4", "2019-07-07", ""),
        ("en", "this friday", "XXXX-WXX-5", ""),
        ("de", "am Freitag", "XXXX-WXX-5", "weekday"),
        ("es", "julio de 2019", "2019-07", "month"),
        ("fr", "quelques jours", "P3D", ""),
        ("fr", "trois jours", "P3D", "length"),
        ("en", "next week", "2019-W28", "relative week or year"),
        ("en", "week 28", "2019-W28", ""),
        ("en", "from June 3 to July 4", "(2019-06-03,2019-07-04,P31D)", "range"),
    ],
)
def test_which_cases_of_the_recognisers_concern_news(lang: str, words: str, timex: str, kind: str) -> None:
    found, why = kind_of(lang, words, timex, date(2019, 7, 1))
    assert found == kind
    assert bool(why) == (not kind)
