"""16 more short reports of agreements in English, French, German, Spanish and Russian, once more of other kinds.

Accessions that many states ratify, truces prolonged, a grain and a gas transit deal, a pipeline, borders drawn, an
extradition treaty, trade blocs, an exchange of prisoners, wages. Many steps are told by a verb that points at another
step ("had already done so", "lo habían hecho", "a month later"), by states that are counted ("all eleven members",
"28 von ihnen"), or by a day counted from another step ("two days later").

Format, conventions and scoring are those of `quality.sets.agreements`. Written and committed on 22 November 2026 before
any rule of that evening, by one annotator who had read the product's code, not its output on these texts. Events are
public or of a common kind, facts from memory, details may be off. A party that only ratifies what many have agreed is
a party here: the lists of parties say who may act, not between whom the agreement is.
At first sight they scored .506 (stage_f1; precision .642, recall .417, agreements found .575).
"""

from __future__ import annotations

from quality.sets.agreements.lots import lot

__all__ = ["gold", "numbers"]

gold, numbers = lot(__file__)
