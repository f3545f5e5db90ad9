"""Run Dragoman over coverage or a data set and write predictions; gold is never opened.

    python -m quality.predict --root DIR --layer LAYER  -o FILE     a layer of DIR/coverage/treaty-2024
    python -m quality.predict --root DIR --dataset NAME -o FILE     a data set, or a folder of articles

FILE is one JSON object (a list of items, one a line, when it ends in .jsonl). Standard error says what is done and
which documents failed; a failing document never stops the rest.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import dragoman
from dragoman.build import from_pile
from dragoman.compare.folding import same_person
from dragoman.compare.stories import group
from dragoman.engines import local
from dragoman.models import encoder
from dragoman.read import EXTRACTORS, Page, dated, sift
from dragoman.read.sources import Pile
from dragoman.records import Reading, Story
from dragoman.settings import Settings
from quality import claims, mapping
from quality import corpus as corpora
from quality.corpus import STORY, Corpus, Document, NoSuchCorpus
from quality.mapping import Desk, Item

__all__ = ["DATASETS", "main", "predict_dataset", "predict_layer"]

#: Known data sets: their layers, and how they are read: article by article, as one story, or by a rule of their own.
DATASETS: dict[str, tuple[tuple[str, ...], str]] = {
    "polnear": (("quotes",), "attributions"),
    "de_news_quotes": (("quotes",), "nested attributions"),
    "krauts_de": (("times",), "articles"),
    "meantime_times": (("times",), "articles"),
    "recognizers_specs": (("times", "numbers", "units"), "sentences"),
    "plover": (("events",), "articles"),
    "extraction_scrapinghub": (("extraction",), "pages"),
    "meantime_multilingual": (("coreference",), "story"),
    "newscluster_giveme5w1h": (("clusters",), "clusters"),
    "wmt_doc_clusters": (("clusters",), "clusters"),
    "name_bench": (("names",), "names"),
    "claimdiff": (("claims",), "claims"),
}
STORY_LAYERS = tuple(layer for layer in mapping.STORY if layer != "extraction")
#: An unknown set with more documents than this is no story: its articles are read one by one, and grouped.
LARGEST_STORY = 200
SENTENCE_EXTRACTORS = ("dates", "figures")  # thousands of sentences about dates and numbers need no more
Say = Callable[[str], None]


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


# -- reading -------------------------------------------------------------------------------------------


def read_document(
    document: Document, *, layers: Sequence[str], only: Sequence[str] | None = None, attributed: str = ""
) -> tuple[list[Item], str]:
    """(items, "") of one document read by itself, or ([], what went wrong). `only` names the extractors to run.

    `attributed` says how a set of attributions counts them: "attributions" or "nested attributions".
    """
    try:
        article = dated(sift(document.source, Settings()))
        page, reading = Page(article), Reading(article=article)
        for extract in EXTRACTORS:
            if only is None or extract.__name__ in only:
                reading = reading.add(extract(page, reading))
        story = Story(id="", title="", readings=(reading,), sources=(document.source,))
        desk = Desk(story, {document.source.id: [document.id]})
        made = {**mapping.STORY, "quotes": mapping.ATTRIBUTED[attributed]} if attributed else mapping.STORY
        return [{**item, "layer": layer} for layer in layers for item in made[layer](desk)], ""
    except Exception as error:  # whatever breaks on one document must not cost the others
        return [], f"{document.id}: {type(error).__name__}: {error}"


def read_apart(
    corpus: Corpus,
    layers: Sequence[str],
    *,
    jobs: int,
    say: Say,
    only: Sequence[str] | None = None,
    attributed: str = "",
) -> tuple[list[Item], list[str]]:
    """Items and failures of documents read one by one."""
    items, failed, work = [], [], partial(read_document, layers=layers, only=only, attributed=attributed)
    total, step = len(corpus.documents), max(len(corpus.documents) // 10, 25)
    for done, (found, wrong) in enumerate(local(work, corpus.documents, jobs=jobs), 1):
        items += found
        if wrong:
            failed.append(wrong)
        if done % step == 0:
            say(f"{corpus.name}: {done} of {total} documents read")
    return items, failed


def read_story(corpus: Corpus, *, jobs: int, say: Say) -> tuple[Story | None, list[str]]:
    """All documents as one story through the product's own line, without those that break it."""
    settings = Settings(jobs=jobs)
    told: set[str] = set()

    def tell(stage: str, done: int, total: int) -> None:
        if stage not in told or done == total:
            told.add(stage)
            say(f"{corpus.name}: {stage} {done} of {total}")

    try:
        return from_pile(corpus.pile, settings, progress=tell), []
    except Exception as error:  # see which document it was, and go on without it
        say(f"{corpus.name}: {type(error).__name__}: {error}; trying every document by itself")
    failed = [(one, wrong) for one in corpus.documents if (wrong := read_document(one, layers=())[1])]
    bad = {one.source.id for one, _ in failed}
    wrongs = [wrong for _, wrong in failed]
    sources = tuple(source for source in corpus.pile.sources if source.id not in bad)
    if not sources:
        return None, wrongs
    try:
        return from_pile(Pile(sources, (), ()), settings), wrongs
    except Exception as error:
        wrongs.append(f"comparing the articles: {type(error).__name__}: {error}")
        return _without_comparison(sources, settings), wrongs


def _without_comparison(sources: Iterable[Any], settings: Settings) -> Story:
    """The readings alone, when putting them together fails."""
    sources = sorted(sources, key=lambda source: (source.name, source.id))
    readings = []
    for source in sources:
        article = dated(sift(source, settings), settings)
        page, reading = Page(article), Reading(article=article)
        for extract in EXTRACTORS:
            reading = reading.add(extract(page, reading))
        readings.append(reading)
    return Story(id="", title="", readings=tuple(readings), sources=tuple(sources))


# -- predictions ----------------------------------------------------------------------------------------


def predict_layer(root: Path, layer: str, *, story: str = STORY, jobs: int = 1, say: Say = _say) -> dict[str, Any]:
    """Predictions for one layer of the coverage."""
    return predict_layers(root, [layer], story=story, jobs=jobs, say=say)[layer]


def predict_layers(
    root: Path, layers: Sequence[str], *, story: str = STORY, jobs: int = 1, say: Say = _say
) -> dict[str, dict[str, Any]]:
    """{layer: predictions} of the coverage, built once."""
    began, corpus = time.perf_counter(), corpora.coverage(root, story)
    read, failed = read_story(corpus, jobs=jobs, say=say)
    seconds = time.perf_counter() - began
    desk = Desk(read, corpus.ids) if read else None
    made = {}
    for layer in layers:
        items, wrong = _layer(mapping.TREATY[layer], desk, layer) if desk else ([], [])
        items = [_with_file(item) for item in _again(items, corpus.ids)]
        made[layer] = _prediction(items, seconds, [*corpus.lost, *failed, *wrong])
        if layer == "lineage" and desk:
            made[layer]["pairs"] = mapping.pairs(desk)
    _tell_failed(sorted({line for one in made.values() for line in one["failed"]}), say)
    return made


def predict_dataset(root: Path, name: str, *, jobs: int = 1, say: Say = _say) -> dict[str, Any]:
    """Predictions for every layer a data set may have gold for."""
    began, corpus = time.perf_counter(), corpora.dataset(root, name)
    layers, how = recipe(corpus)
    say(f"{name}: {len(corpus.documents)} documents, read {_AS[how]}: {', '.join(layers)}")
    items: list[Item] = []
    failed: list[str] = list(corpus.lost)
    notes: list[str] = []
    if how == "story":
        story, wrong = read_story(corpus, jobs=jobs, say=say)
        failed += wrong
        if story is not None:
            desk = Desk(story, corpus.ids)
            for layer in layers:
                found, wrong = _layer(mapping.STORY[layer], desk, layer)
                items += [{**item, "layer": layer} for item in _again(found, corpus.ids)]
                failed += wrong
    elif how in ("articles", "pages", "sentences", "many") or how in mapping.ATTRIBUTED:
        only = {"sentences": SENTENCE_EXTRACTORS, "pages": ()}.get(how)
        apart = [layer for layer in layers if layer != "clusters"]
        items, wrong = read_apart(
            corpus, apart, jobs=jobs, say=say, only=only, attributed=how if how in mapping.ATTRIBUTED else ""
        )
        failed += wrong
    if "clusters" in layers:
        items += _clusters(corpus)
    if how == "names":
        items, wrong = _names(corpus)
        failed += wrong
    if how == "claims":
        items = list(claims.pairs(corpus.rows))
        notes.append("claims: judged by comparable facts; an opinion that shares none gets neither label")
    for line in notes:
        say(f"{name}: {line}")
    _tell_failed(failed, say)
    return {**_prediction(items, time.perf_counter() - began, failed), "notes": notes}


_AS = {
    "articles": "one by one",
    "attributions": "one by one, one item an attribution",
    "nested attributions": "one by one, a quotation inside a report apart",
    "pages": "one by one, cleaned only",
    "sentences": "one by one (dates and figures only)",
}
_AS |= {"story": "as one story", "many": "one by one, then grouped", "clusters": "for grouping", "names": "as names"}
_AS |= {"claims": "two claims at a time, as a story of two"}


def recipe(corpus: Corpus) -> tuple[tuple[str, ...], str]:
    """Which layers to predict and how to read: by the name, else by what the documents are."""
    known = [name for name in DATASETS if corpus.name == name or corpus.name.startswith(name)]
    if known:
        return DATASETS[max(known, key=len)]
    row = corpus.rows[0] if corpus.rows else {}
    if "name1" in row and "name2" in row:
        return ("names",), "names"
    if "claim_a" in row and "claim_b" in row:
        return ("claims",), "claims"
    if "html" in row:
        return ("extraction",), "pages"
    if len(corpus.documents) > LARGEST_STORY:
        return ("quotes", "times", "figures", "numbers", "units", "boilerplate", "events", "clusters"), "many"
    return STORY_LAYERS, "story"


def _layer(make: mapping.Layer, desk: Desk, layer: str) -> tuple[list[Item], list[str]]:
    """The items of a layer; a mapping that breaks costs this layer only."""
    try:
        return list(make(desk)), []
    except Exception as error:
        return [], [f"layer {layer}: {type(error).__name__}: {error}"]


def _again(items: Iterable[Item], ids: dict[str, list[str]]) -> list[Item]:
    """Items of a document once more for every other document with the same bytes."""
    twins = {own[0]: own for own in ids.values()}
    return [{**item, "id": twin} if twin else item for item in items for twin in twins.get(str(item.get("id")), [""])]


def _with_file(value: Any) -> Any:
    """The treaty layers say `file` where data sets say `id`."""
    if isinstance(value, dict):
        return {"file" if key == "id" else key: _with_file(inner) for key, inner in value.items()}
    return [_with_file(inner) for inner in value] if isinstance(value, list) else value


def _clusters(corpus: Corpus) -> list[Item]:
    """The product's stories; an article in several counts for the first, since gold has one label each."""
    articles = [replace(sift(one.source), source=one.id, name=one.id) for one in corpus.documents]
    found: dict[str, str] = {}
    for one in group(articles, encoder=encoder()):
        for source in one.sources:
            found.setdefault(source, one.id)
    return [{"id": one.id, "cluster": found[one.id], "layer": "clusters"} for one in corpus.documents]


def _names(corpus: Corpus) -> tuple[list[Item], list[str]]:
    """Pairs of names, judged by the rule that joins mentions over articles."""
    items, failed = [], []
    for row in corpus.rows:
        try:
            score, why = same_person(row["name1"], row["name2"])
        except Exception as error:
            failed.append(f"{row['id']}: {type(error).__name__}: {error}")
            continue
        items.append({"id": str(row["id"]), "score": round(score, 4), "why": why, "layer": "names"})
    return items, failed


def _tell_failed(failed: Sequence[str], say: Say) -> None:
    for line in failed:
        say(f"failed: {line}")
    if failed:
        say(f"{len(failed)} failed")


def _prediction(items: list[Item], seconds: float, failed: list[str]) -> dict[str, Any]:
    system = f"Dragoman {dragoman.__version__}"
    return {"system": system, "seconds": round(seconds, 2), "failed": failed, "items": items}


def write(prediction: dict[str, Any], out: Path) -> None:
    """One JSON object, or one item a line when the name ends in .jsonl."""
    if out.suffix == ".jsonl":
        body = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in prediction["items"])
    else:
        body = json.dumps(prediction, ensure_ascii=False, indent=0) + "\n"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(body.encode("utf-8", "replace"))


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; 0 when predictions were written, 2 when there is nothing to read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, required=True, help="folder with coverage/ and data/, or the data sets")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--layer", choices=list(mapping.TREATY), help="a layer of the coverage")
    what.add_argument("--dataset", metavar="NAME", help="a data set or a folder of articles under the root")
    parser.add_argument("--story", default=STORY, help=f"folder under coverage/ (default: {STORY})")
    parser.add_argument("--jobs", type=int, default=1, help="documents read side by side")
    parser.add_argument("-o", "--out", type=Path, required=True, help="file to write: .json or .jsonl")
    options = parser.parse_args(arguments)
    try:
        if options.layer:
            prediction = predict_layer(options.root, options.layer, story=options.story, jobs=options.jobs)
        else:
            prediction = predict_dataset(options.root, options.dataset, jobs=options.jobs)
    except NoSuchCorpus as error:
        _say(f"predict: {error}")
        return 2
    write(prediction, options.out)
    _say(f"{len(prediction['items'])} items in {prediction['seconds']} s → {options.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
