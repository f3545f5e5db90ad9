"""Lineage: 40 short stories of five texts each, with who took from whom.

What it holds: stories about public events of 2022 to 2024 (earthquakes, strikes, elections, summits, ceasefires, trade
deals), eight for each language of the original (en, fr, de, es, ru): an original, texts that depend on it (rewrite,
excerpt, translation, later version, copy, another outlet's print of the same wire) and a report of its own.
The events are real; the wordings, the outlets, many details, most people and most quotations are ours: cite none of it.
Agencies stand for the part an agency plays: none of them wrote these words.

    en.toml … ru.toml    [[story]] with `kin`, `origins` and five [[story.text]]
    stories.py           reads and checks them     scoring.py   the rules of the numbers

    python -m quality.sets.lineage [STORY]         prints the stories as their readers saw them, with the gold

Gold: one annotator, written before any rule was run on it, no second reading. `kin` names the direct ties; two texts of
one origin that are not named there depend on each other by a third. Limits: short texts, clean of page furniture,
translations by the hand that wrote the original, always
four dependent texts and one of its own; differences of a hundredth are noise.
"""

from __future__ import annotations

from quality.sets.lineage.scoring import Predicted, numbers_of, predict
from quality.sets.lineage.stories import load

__all__ = ["numbers"]


def numbers() -> dict[str, float]:
    """The numbers of this set for the product as it stands."""
    stories = load()
    found: list[Predicted] = [predict(story) for story in stories]
    return {f"lineage.{name}": value for name, value in numbers_of(stories, found).items()}
