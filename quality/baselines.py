"""What simpler tools reach on a data set of attributions, in the same run, with the same parser and scorers.

    python -m quality.baselines --root DIR [--dataset polnear] [--scorers DIR]

`clausal` is the plain rule: every clausal complement of a verb of speech is said by the verb's subject. `textacy` is
its extractor of direct quotations, paragraph by paragraph; it is run where it is installed (it is not in our lock).
Gold is never opened here: the scorers do that.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.languages import language
from dragoman.models import parser
from quality.corpus import dataset
from quality.predict import predict_dataset
from quality.scoring import numbers, scorers

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["BASELINES", "clausal", "main", "predict", "textacy"]

Item = dict[str, Any]
HERE = Path(__file__).parents[1]
SHOWN = ("content.overlap_F1", "content.exact_F1", "source.overlap_F1", "content.attributed_R")
MARKS = str.maketrans("“”«»„", '"""""')


def clausal(doc: Doc, text: str, offset: int) -> Iterator[Item]:
    """Each clausal complement of a verb of speech with the subject of that verb."""
    verbs = _verbs()
    for token in doc:
        complement = next((one for one in token.children if one.dep_ == "ccomp"), None)
        subject = next((one for one in token.children if one.dep_ == "nsubj"), None)
        if token.lemma_.lower() in verbs and complement is not None and subject is not None:
            yield _item(offset, _edges(complement), _edges(subject), (token.idx, token.idx + len(token)), "indirect")


def _verbs() -> frozenset[str]:
    """Every verb of speech of our own list, as the lemma of the parser."""
    listed = language("en").table("quotes", "verbs").values()
    stems = {tuple(entry.split()[0].split("|")) for entries in listed for entry in entries}
    return frozenset(one[0] + {"e": "e", "y": "y"}.get(one[-1] if len(one) > 1 else "", "") for one in stems)


def textacy(doc: Doc, text: str, offset: int) -> Iterator[Item]:
    """The direct quotations that textacy finds in a paragraph; none where it stops at an odd number of marks."""
    from textacy.extract.triples import direct_quotations  # type: ignore[import-not-found]

    try:
        found = list(direct_quotations(doc))
    except ValueError:  # an odd number of marks
        return
    for one in found:
        speaker = (one.speaker[0].idx, one.speaker[-1].idx + len(one.speaker[-1])) if one.speaker else None
        cue = (one.cue[0].idx, one.cue[-1].idx + len(one.cue[-1]))
        yield _item(offset, (one.content.start_char, one.content.end_char), speaker, cue, "direct")


BASELINES: dict[str, Callable[[Doc, str, int], Iterator[Item]]] = {"clausal": clausal, "textacy": textacy}


def _edges(token: Token) -> tuple[int, int]:
    return token.left_edge.idx, token.right_edge.idx + len(token.right_edge)


def _item(
    offset: int, content: tuple[int, int], source: tuple[int, int] | None, cue: tuple[int, int], kind: str
) -> Item:
    start, end = (offset + one for one in content)
    moved = [[offset + one for one in source]] if source else []
    return {
        "start": start,
        "end": end,
        "segments": [[start, end]],
        "source": moved,
        "cue": [[offset + one for one in cue]],
        "kind": kind,
    }


def predict(root: Path, name: str, rule: str) -> dict[str, Any]:
    """What a baseline finds in the English texts of a data set, in the format of the scorers."""
    model = parser("en")
    if model is None:
        raise SystemExit("baselines: the English parser is not installed. Install dragoman with its models.")
    items: list[Item] = []
    corpus = dataset(root, name)
    for document in corpus.documents:
        text, at = document.source.text, 0
        for line in text.split("\n"):
            if line.strip():
                doc = model.parse([line.translate(MARKS) if rule == "textacy" else line])[0]
                for item in BASELINES[rule](doc, text, at):
                    spoken = text[slice(*item["source"][0])] if item["source"] else None
                    items.append({"id": document.id, "speaker": spoken, **item})
            at += len(line) + 1
    return {"system": rule, "items": items}


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the baselines and Dragoman, and print them side by side."""
    options = argparse.ArgumentParser(prog="python -m quality.baselines", description=__doc__.splitlines()[0])
    options.add_argument("--root", type=Path, required=True, help="folder with data/")
    options.add_argument("--dataset", default="polnear")
    options.add_argument("--scorers", type=Path, help="folder with score.py (default: ROOT/scorers)")
    given = options.parse_args(arguments)
    scorer = scorers([given.scorers or given.root / "scorers"])
    if scorer is None:
        print("baselines: no scorers. Say where score.py is with --scorers DIR.", file=sys.stderr)
        return 2
    runs = {"Dragoman": predict_dataset(given.root, given.dataset)}
    for rule in BASELINES:
        if rule != "textacy" or importlib.util.find_spec("textacy") is not None:
            runs[rule] = predict(given.root, given.dataset, rule)
    print(f"{given.dataset:<12}" + "".join(f"{f'{which}.{one}':>28}" for which in ("all", "direct") for one in SHOWN))
    for label, prediction in runs.items():
        rows = scorer.score_dataset(given.dataset, prediction, given.root)["quotes"]
        found = dict(numbers(given.dataset, "quotes", rows))
        cells = (found[f"{given.dataset}.quotes.{which}.{one}"] for which in ("all", "direct") for one in SHOWN)
        print(f"{label:<12}" + "".join(f"{cell:>28.3f}" for cell in cells))
    return 0


if __name__ == "__main__":
    sys.exit(main())
