"""20 more short reports of agreements, four each in English, French, German, Spanish and Russian, of 1960 to 2023.

Most tell of the decades before the web, in the manner of their agencies: signings, exchange of instruments,
ratification by one side, votes of one chamber, provisional application, suspension, denunciation, treaties that end
or replace others, accession; rumours, refusals and denials beside them, page furniture glued to the text.

Format, conventions and scoring are those of `quality.sets.agreements`. Written and committed before any run by one
annotator who saw the data of the other sets but no rule and no word list. Facts are from memory, details may be off;
words in marks are paraphrase. Read once, weekdays computed.
"""

from __future__ import annotations

from quality.sets.agreements.lots import lot

__all__ = ["gold", "numbers"]

gold, numbers = lot(__file__)
