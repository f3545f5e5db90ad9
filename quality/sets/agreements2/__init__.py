"""26 more short reports of agreements in English, French, German, Spanish and Russian: other kinds than the first 60.

Of kinds the first 60 seldom hold: fisheries, wages, coalitions, mergers, truces, exchanges of prisoners, borders,
association with the votes of chambers. Many steps are told by a noun ("the signing of", "la firma", "ratification by"),
many by an ellipsis ("Paris in January"), and most reports hold two or three agreements.

Format, conventions and scoring are those of `quality.sets.agreements`. Written and committed on 22 November 2026 before
any rule that they test, by one annotator who had not read the rules or an output on these texts.
Twenty (2-…) were committed first and scored .473 (stage_f1) before any rule of that day. Six (3-…) were written at its
end, before their output was seen, and scored .596 at once: that is what new material may expect of today's rules. Both
were then looked at. Events are public or of a common kind, facts from memory, details may be off.
"""

from __future__ import annotations

from quality.sets.agreements.lots import lot

__all__ = ["gold", "numbers"]

gold, numbers = lot(__file__)
