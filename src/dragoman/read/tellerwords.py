"""The words of `[tellers]`: verbs of saying with the places at which they stand beside the words and their teller."""

from __future__ import annotations

import re

from dragoman.languages import Language, alternatives

__all__ = ["Verbs"]


class Verbs:
    """The words of one language, compiled once."""

    def __init__(self, words: Language) -> None:
        section = words.section("tellers")
        self.orders = words.words("tellers", "orders")
        self.manner = {form: manner for manner, forms in words.table("tellers", "verbs").items() for form in forms}
        lead = alternatives(words.words("tellers", "before_verb"))
        spaced = not section.get("unspaced", False)
        edge = r"(?![\w'’])" if spaced else ""
        front = r"(?<!\w)" if spaced else ""
        self.verb = re.compile(rf"(?:(?:{lead})\s+)?{front}(?P<verb>{alternatives(tuple(self.manner))}){edge}")
        self.spaced = spaced
        self.titles = frozenset(words.words("tellers", "titles"))
        self.links = frozenset(words.words("tellers", "links"))
        self.stops = frozenset(words.words("tellers", "stops"))
        self.pronouns = frozenset(words.words("tellers", "pronouns"))
        self.cases = tuple(words.words("tellers", "case_endings"))
        self.particles = alternatives(words.words("tellers", "particles"))
        self.adverbials = re.compile(rf"(?:{alternatives(words.words('tellers', 'adverbials'))}|\d).*$")
        clauses = "|".join(words.words("tellers", "clause_endings"))
        self.clause = re.compile(rf"[^\W\d_]+(?:{clauses})\s+$") if clauses else None
