"""The rules of the numbers: what the product says about a story, against its gold.

relation_f1           pairs found with an accepted relation. Recall: the ties that `kin` names. Precision: every tie of
                      the product that is a dependence; where two texts depend by a third, any relation is right.
dependent_f1          pairs of texts in one origin, product against gold.
false_independence    share of dependent pairs that the product counts as two origins.
false_dependence      share of independent pairs that the product counts as one origin or ties as dependent.
direction             named ties with a known direction: the product finds the pair dependent, directed, the right way.
undetermined          named ties whose direction nothing shows: the product finds the pair dependent and gives none.
origins_exact         share of stories whose number of origins is right.
shared_quotations     share of pairs tied by public words alone that the product ties so too, for information.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.build import build
from quality.sets.lineage.stories import Story, Text, Tie

__all__ = ["Kinship", "Predicted", "numbers_of", "predict"]


@dataclass(frozen=True, kw_only=True)
class Kinship:
    """What the product says of two texts."""

    earlier: str
    later: str
    relation: str
    directed: bool

    @property
    def pair(self) -> frozenset[str]:
        """Both ids."""
        return frozenset((self.earlier, self.later))

    @property
    def dependent(self) -> bool:
        """As records.Kin has it."""
        return self.relation != "shared quotations"


@dataclass(frozen=True, kw_only=True)
class Predicted:
    """What the product says of a story, in the ids of its texts."""

    kin: tuple[Kinship, ...]
    origins: tuple[frozenset[str], ...]


def row(text: Text) -> dict[str, str]:
    """A text as a line of JSON Lines."""
    known = {"language": text.language, "outlet": text.outlet, "date": text.date, "url": text.url, "text": text.words}
    return {key: value for key, value in known.items() if value}


def predict(story: Story) -> Predicted:
    """The product's kin and origins, as a user gets them from one file of JSON Lines."""
    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder) / "pile.jsonl"
        lines = [json.dumps(row(text), ensure_ascii=False) + "\n" for text in story.texts]
        pile.write_text("".join(lines), encoding="utf-8")
        found = build([pile]).story
    ids: dict[str, list[str]] = {}
    for text in story.texts:
        source = next(one.id for one in found.sources if one.text == text.words)
        ids.setdefault(source, []).append(text.id)
    same = [Kinship(earlier=one[0], later=other, relation="identical", directed=False)
            for one in ids.values() for other in one[1:]]  # fmt: skip
    told = [
        Kinship(earlier=ids[one.earlier][0], later=ids[one.later][0], relation=one.relation, directed=one.directed)
        for one in found.kin
    ]
    origins = tuple(frozenset(name for source in one.articles for name in ids[source]) for one in found.origins)
    return Predicted(kin=(*same, *told), origins=origins)


def numbers_of(stories: Sequence[Story], found: Sequence[Predicted]) -> dict[str, float]:
    """Every number over all stories; the rules stand at the head of this file."""
    both = list(zip(stories, found, strict=True))
    named = [(tie, one) for story, one in both for tie in story.ties if "shared quotations" not in tie.relations]
    public = [(tie, one) for story, one in both for tie in story.ties if "shared quotations" in tie.relations]
    dependent = [(pair, one) for story, one in both for pair in story.pairs if story.dependent(pair)]
    alone = [(pair, one) for story, one in both for pair in story.pairs if not story.dependent(pair)]
    claimed = [(kin, story) for story, one in both for kin in one.kin if kin.dependent]
    joined = sum(_joined(pair, one) for pair, one in dependent)
    wrongly = sum(_joined(pair, one) for pair, one in alone)
    return {
        "relation_f1": _f1(
            _share([_accepted(kin, story) for kin, story in claimed]),
            _share([_tied(tie, one) in tie.relations for tie, one in named]),
        ),
        "dependent_f1": _f1(joined / (joined + wrongly) if joined + wrongly else 0.0, joined / len(dependent)),
        "false_independence": _share([not _joined(pair, one) for pair, one in dependent]),
        "false_dependence": _share([_joined(pair, one) or _tied_so(pair, one) for pair, one in alone]),
        "direction": _share([_way(tie, one) == tie.first for tie, one in named if tie.directed]),
        "undetermined": _share([_way(tie, one) == "" for tie, one in named if not tie.directed]),
        "origins_exact": _share([len(one.origins) == len(story.origins) for story, one in both]),
        "shared_quotations": _share([_tied(tie, one) == "shared quotations" for tie, one in public]),
    }


def _joined(pair: frozenset[str], found: Predicted) -> bool:
    return any(pair <= origin for origin in found.origins)


def _kin(pair: frozenset[str], found: Predicted) -> Kinship | None:
    return next((kin for kin in found.kin if kin.pair == pair), None)


def _tied(tie: Tie, found: Predicted) -> str:
    """The product's relation for a pair, "" when it has none."""
    kin = _kin(tie.pair, found)
    return kin.relation if kin else ""


def _tied_so(pair: frozenset[str], found: Predicted) -> bool:
    kin = _kin(pair, found)
    return kin is not None and kin.dependent


def _way(tie: Tie, found: Predicted) -> str | None:
    """The earlier text as the product has it, "" when it leaves that open, None when it does not see the pair."""
    kin = _kin(tie.pair, found)
    if kin is None or not kin.dependent:
        return None
    return kin.earlier if kin.directed else ""


def _accepted(kin: Kinship, story: Story) -> bool:
    """True when gold has this dependence, by name or by a third text."""
    tie = next((tie for tie in story.ties if tie.pair == kin.pair), None)
    return kin.relation in tie.relations if tie else story.dependent(kin.pair)


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
