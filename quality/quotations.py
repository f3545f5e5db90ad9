"""What is promised of names and quotations over all sets together, printed by `make quality` after the table.

    python -m quality.quotations                changed speakers, quotations and splices that are followed or reported;
                                                what names and quotations cost an article

How often a wrong name is given over all sets is a line of the table itself (`together`), made here of the numbers of
the sets, so that no set is measured twice.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from dragoman.read import EXTRACTORS, Page, sift
from dragoman.read.sources import gather
from dragoman.records import Reading
from dragoman.settings import Settings
from quality.perturb import documents, run

__all__ = ["cost", "main", "perturbed", "together"]

BESIDE = Path(__file__).resolve().parents[2] / "shared"
EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "treaty-2024"
KINDS = ("speaker", "quotes", "splice")
FOLLOWED = frozenset({"followed", "reported"})
UNREAD = "not read"
COUNT, SEED = 60, 3
GOAL, LIMIT = 0.97, 35.0  # share followed or reported; milliseconds for names and quotations of an article
ARTICLE = 4_600  # characters of that article
RUNS = 5


def together(found: Mapping[str, float]) -> dict[str, float]:
    """Wrong names and abstentions over all sets with speakers: {"together.…": number}, nothing where no set is."""
    wrong = matched = abstained = 0.0
    for name, number in found.items():
        head, _, what = name.rpartition(".")
        if what != "wrong_named" or not _is_whole(head):
            continue
        wrong += number
        matched += _matched(found, head)
        left = found.get(f"{head}.abstained", 0.0)
        abstained += left if not head.startswith("quotes_es_ru") else left * found[f"{head}.quotations"]
    if not matched:
        return {}
    return {
        "together.quotations": matched,
        "together.wrong_named": wrong,
        "together.wrong_named_share": wrong / matched,
        "together.abstained_share": abstained / matched,
    }


def _is_whole(head: str) -> bool:
    """True for the rows that count each quotation once: of the coverage those in marks and those without."""
    if head.startswith("coverage/"):
        return ".quotes.quoted." in head or ".quotes.indirect." in head
    return head.endswith(".quotes.all.content") or head.startswith("quotes_es_ru.")


def _matched(found: Mapping[str, float], head: str) -> float:
    """How many quotations of the gold were found, so that their speakers could be right or wrong."""
    if head.startswith("coverage/"):
        return found[f"{head}.tp"]
    if head.startswith("quotes_es_ru."):
        return round(found[f"{head}.content_recall"] * found[f"{head}.quotations"])
    return round(found[f"{head}.overlap_R"] * found[f"{head}.gold"])


def perturbed(count: int = COUNT, seed: int = SEED) -> Counter[str]:
    """What becomes of changed speakers, altered quotations and splices, in our examples and what lies beside."""
    rows = run(documents(BESIDE if BESIDE.is_dir() else None, seed), count, seed, kinds=KINDS)
    return Counter(row["outcome"] for row in rows)


def cost(folder: Path) -> dict[str, float]:
    """Milliseconds of processor time for an article, by extractor; the parser and the cut into words have run."""
    articles = [sift(source) for source in gather([str(folder)], settings=Settings()).sources]
    taken = {"mentions": 0.0, "quotes": 0.0}
    best: dict[str, float] = {}
    for _ in range(RUNS):
        taken = dict.fromkeys(taken, 0.0)
        for article in articles:
            page, reading = Page(article), Reading(article=article)
            _ = page.doc
            for extract in EXTRACTORS:
                start = time.process_time()
                reading = reading.add(list(extract(page, reading)))
                if extract.__name__ in taken:
                    taken[extract.__name__] += time.process_time() - start
                if extract.__name__ == "quotes":
                    break
        best = {name: min(spent, best.get(name, spent)) for name, spent in taken.items()}
    characters = sum(len(article.text.value) for article in articles)
    return {name: spent * 1000 * ARTICLE / characters for name, spent in best.items()}


def main() -> int:
    """Print both; 1 when one is missed."""
    outcomes = perturbed()
    seen = sum(count for outcome, count in outcomes.items() if outcome != UNREAD)
    told = sum(outcomes[outcome] for outcome in FOLLOWED)
    share = told / seen if seen else 0.0
    print("\nchanged speakers, quotations, splices that are followed or reported:", end=" ")
    print(f"{told} of {seen} ({share:.1%}; at least {GOAL:.0%})")
    print("   " + ", ".join(f"{outcome} {count}" for outcome, count in sorted(outcomes.items())))
    coverage = BESIDE / "coverage" / "treaty-2024"
    spent = cost(coverage if coverage.is_dir() else EXAMPLES)
    whole = sum(spent.values())
    each = ", ".join(f"{name} {one:.1f}" for name, one in spent.items())
    print(f"names and quotations, cpu ms for {ARTICLE:,} characters: {whole:.1f} ({each}; at most {LIMIT:.0f})")
    return int(share < GOAL or whole > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
