"""20 more short reports of agreements, four each in English, French, German, Spanish and Russian, as the web has them.

Signings, ratification by one party only, votes of one chamber, provisional application, denunciations and their
recall, exchange of instruments, suspension, superseded pacts, ceasefires, accessions, rumours and denials; with other
agreements nearby, background and plans as traps.

Format, conventions and scoring are those of `quality.sets.agreements`. Written and committed before any run by one
annotator who saw the data of the other sets but no rule and no word list. Events of 1991 to 2025 are public, facts from
memory, details may be off; words in marks are paraphrase. Read twice, weekdays computed.
"""

from __future__ import annotations

from quality.sets.agreements.lots import lot

__all__ = ["gold", "numbers"]

gold, numbers = lot(__file__)
