"""20 more short reports of agreements, four each in English, French, German, Spanish and Russian, of 1976 to 2025.

One main paper in most reports, a second or a third beside it in others: signatures open and secret, instruments
exchanged and deposited, chambers that vote, referendums, entry into force at once, on a day or on a condition, notice,
lapse, annulment, a paper not prolonged; rumours and denials; all continents, plain press manner, some page furniture.

Format, conventions and scoring are those of `quality.sets.agreements`. Written and committed before any run by one
annotator who saw the data of the other sets but no rule and no word list. Facts are from memory, details may be off;
words in marks are paraphrase. Read once, weekdays computed.
"""

from __future__ import annotations

from quality.sets.agreements.lots import lot

__all__ = ["gold", "numbers"]

gold, numbers = lot(__file__)
