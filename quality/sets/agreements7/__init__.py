"""20 more short reports of agreements, four each in English, French, German, Spanish and Russian, of 1962 to 2025.

Signings, votes of one chamber, referendums for and against, ratification by one side, application at once or in part,
accession, exchange and deposit of instruments, denunciation, suspension by a court, expiry, one paper that replaces
another; rumours and denials; two to five papers side by side in most reports, page furniture glued to the text.

Format, conventions and scoring are those of `quality.sets.agreements`. Written and committed before any run by one
annotator who saw the data of the other sets but no rule and no word list. Facts are from memory, details may be off;
words in marks are paraphrase. Read once, weekdays computed.
"""

from __future__ import annotations

from quality.sets.agreements.lots import lot

__all__ = ["gold", "numbers"]

gold, numbers = lot(__file__)
