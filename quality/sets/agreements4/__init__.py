"""16 more short reports of agreements in English, French, German, Spanish and Russian, in the plain manner of a wire.

Signings, ratification by one party, provisional application, denunciations, withdrawals, rumours and denials, renewals
and ceasefires between states; fewer riddles than in the third set, closer to what a desk reads every day.

Format, conventions and scoring are those of `quality.sets.agreements`. Written and committed on the evening of
22 November 2026 before any rule of that evening and before any run, by one annotator who had read the other sets and
parts of the product's code. Events are public, facts from memory, details may be off. Whoever signs the law that
ratifies tells of the state's ratification; a chamber that "ratified" may count as approval. "Has yet to" is denied.
"""

from __future__ import annotations

from quality.sets.agreements.lots import lot

__all__ = ["gold", "numbers"]

gold, numbers = lot(__file__)
