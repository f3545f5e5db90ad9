"""Names beyond spelling, in one place: what a name sounds like, and whether two names may be one thing's.

same_person("Vladimir Putin", "Владимир Путин")    by letters and sounds alone
same_name("Германия", "Deutschland", kind="GPE")   with the tables of the world, kinds, case endings and hints
"""

from __future__ import annotations

from dragoman.compare.alike import same_person
from dragoman.compare.sameness import same_name
from dragoman.languages.spoken import Part, block, parts, sounds

__all__ = ["Part", "block", "parts", "same_name", "same_person", "sounds"]
