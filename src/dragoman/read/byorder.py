"""The speaker by the order of words, for a language whose nouns all have capital letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.read.byplace import ByPlace
from dragoman.read.cast import Speaker
from dragoman.read.cues import FINITE, PARTICIPLE, TOPICS, WORD, Cue, Lexicon
from dragoman.read.frames import Frame
from dragoman.read.page import Page
from dragoman.read.wordorder import Clause, clause
from dragoman.records import Reading

__all__ = ["ByOrder"]

LABEL = 30  # characters of a name between marks that belongs to the noun in front of it
SPEAKING = ("PER", "ORG", "GPE", "NORP")
Place = tuple[int, int]
ACRONYM = re.compile(r"(?<!\w)[A-ZÄÖÜ]{2,6}(?!\w)")  # die SPD, though no list names it


class ByOrder(ByPlace):
    """Subjects that the place of the finite verb tells."""

    def __init__(self, page: Page, reading: Reading, lex: Lexicon, hidden: Sequence[tuple[int, int]]) -> None:
        super().__init__(page, reading, lex, hidden)
        self.clauses: dict[int, Clause] = {}

    def clause_of(self, frame: Frame) -> Clause:
        """The words of a sentence, made once."""
        if frame.start not in self.clauses:
            labels = [one.outer for one in frame.quotes if one.end - one.start <= LABEL and self._names(one.outer[0])]
            hidden = [one.outer for one in frame.quotes if one.outer not in labels]
            self.clauses[frame.start] = clause(
                self.text, self.lex, frame.start, frame.end, hidden, labels, self.name_end, self.times
            )
        return self.clauses[frame.start]

    def _names(self, at: int) -> bool:
        """True where a capitalised noun stands right before a mark: die Zeitung „Neue Post“."""
        before = self.text[max(0, at - 40) : at]
        words = before.split()
        return before.endswith(" ") and bool(words) and words[-1][0].isupper() and words[-1][-1].isalnum()

    def name_end(self, at: int) -> int:
        """Where the longest name over a position ends; the position itself where none does."""
        ends = [b for a, b, one in self.covering(at) if one.form in ("name", "acronym") and one.kind in SPEAKING]
        return max(ends, default=at)

    def by_order(self, cue: Cue, frame: Frame, inverted: bool) -> tuple[Speaker | None, bool]:
        """(speaker, whether the order of words leaves no doubt)."""
        made = self.clause_of(frame)
        finite = self._finite(made, cue)
        if finite >= len(made.words):
            return None, False
        if cue.manner == "quote":
            return self._quoted(made, finite), True
        if cue.form == PARTICIPLE and made.words[finite].lower in self.lex.passives:
            return self._agent(made, finite), True
        found = self._subject(made, finite, cue, frame, inverted)
        if found is None:
            return self._from_document(made, finite, cue), False
        if self.text[slice(*found)].lower() in self.lex.nobody:
            return self._from_document(made, finite, cue), True
        found = self._without_topic(cue, *found)
        speaker = self.person(*found, by="word order")
        relative = made.words[made.opening(finite)]
        if speaker is not None and found[1] <= relative.start and relative.lower in self.lex.relatives:
            speaker = replace(speaker, start=relative.start, end=relative.end)  # "X, who said": told at "who"
        return speaker, True

    def _without_topic(self, cue: Cue, a: int, b: int) -> Place:
        """ "sprach die Polizei von Krawallen": the police, not the police of riots."""
        if not self.lex.about.intersection(word.lower() for word in WORD.findall(self.text[cue.start : cue.end])):
            return a, b
        of = next(
            (one for one in WORD.finditer(self.text, a, b) if one.start() > a and one.group() in self.lex.of), None
        )
        return (a, len(self.text[: of.start()].rstrip())) if of is not None and a >= cue.start else (a, b)

    def opening_speaker(self, frame: Frame, at: int = 0) -> Speaker | None:
        """Who opens a sentence that leads up to a quotation without any verb of speech, where they can speak.

        `at` is where its first clause begins, if not with the sentence.
        """
        made = self.clause_of(frame)
        first = made.at(at)
        if first >= len(made.words) or self._opens_side(made, first):
            return None
        found = made.subject(first, made.closing(first))
        if found is None or not self._speaks(*found) or self.text[slice(*found)].lower() in self.lex.nobody:
            return None
        return self.person(*found, by="word order")

    def denied(self, cue: Cue, frame: Frame) -> Speaker | None:
        """Whose reports somebody denies: "hat Berichte der Zeitung zurückgewiesen, er sei „müde“"."""
        made = self.clause_of(frame)
        for index in range(made.at(frame.start), made.at(cue.end)):
            if made.words[index].lower in self.lex.denied_reports:
                end = made.phrase(index, made.closing(index))
                return (
                    self.person(made.words[index].start, made.words[end - 1].end, by="denied") if end > index else None
                )
        return None

    def acting(self, frame: Frame, at: int) -> Speaker | None:
        """The subject of a sentence behind the words spoken, or in front of them."""
        made = self.clause_of(frame)
        behind = made.at(at)
        found = made.subject(behind, len(made.words), final=True) or made.subject(0, behind, final=True)
        return self.person(*found, by="word order") if found is not None else None

    def teller(self, cue: Cue, frame: Frame) -> Speaker | None:
        """The subject of a sentence that somebody tells of themselves ("… hat nach eigenen Angaben …")."""
        made = self.clause_of(frame)
        found = made.subject(0, made.at(cue.start)) or made.subject(made.at(cue.end), len(made.words))
        if found is None or not self._speaks(*found):  # "Ein Streiktag kostet die Bahn nach eigenen Angaben …"
            return None
        return self.person(*found, by="word order")

    def phrase_speaker(self, frame: Frame, at: int, *, plain: bool = False) -> Speaker | None:
        """Who the noun phrase that begins at a place means; `plain` where a preposition rules its article."""
        made = self.clause_of(frame)
        index = made.at(at)
        end = made.phrase(index, made.closing(index)) if index < len(made.words) else index
        high = made.closing(index) if index < len(made.words) else index
        if index < end < high - 2 and made.words[end].lower in self.lex.conjunctions:
            end = max(end, made.phrase(end + 1, high))  # "nach Angaben Kiews und westlicher Beamter wurden …"
        ruled = plain and end > index + 1 and made.words[index].lower in self.lex.genitives & self.lex.relatives
        if ruled and made.words[index + 1].upper:  # "Nach Angaben der Bahn": the article is no part of the name
            index += 1
        return self.person(made.words[index].start, made.words[end - 1].end, by="according") if end > index else None

    def speaker_before(self, cue: Cue, frame: Frame) -> Speaker | None:
        """Who the noun phrase right before a cue means ("dem Minister zufolge")."""
        made = self.clause_of(frame)
        index = made.at(cue.start)
        low = made.opening(index) if index < len(made.words) else 0
        first = next((i for i in range(low, index) if made.phrase(i, index) == index), None)
        if first is None:
            return None
        return self.person(made.words[first].start, made.words[index - 1].end, by="according")

    def _subject(self, made: Clause, finite: int, cue: Cue, frame: Frame, inverted: bool) -> Place | None:
        """The phrase that the verb's place makes its subject."""
        words, low, high = made.words, made.opening(finite), made.closing(finite)
        if finite > low and words[finite - 1].lower in self.lex.conjunctions:  # "… lobte den Plan und nannte ihn …"
            return made.subject(self._behind_openers(made, low, finite), finite) or made.subject(0, made.closing(0))
        after = words[finite + 1] if finite + 1 < high else None
        front = None if inverted and words[low].lower not in self.lex.subordinators else self._front(made, finite)
        named = front is not None and self.covering(front[0]) and self.covering(front[0])[0][2].kind == "PER"
        if after is not None and after.lower in self.lex.pronouns and not named:
            return after.start, after.end
        behind = made.subject(finite + 1, high) if cue.form in (FINITE, PARTICIPLE) else None
        if front is None and behind is None and not inverted and low == finite and low > 0:
            return made.subject(self._behind_openers(made, 0, low), made.closing(0))
        spoken = inverted or any(quote.outer[1] <= cue.start for quote in frame.quotes)
        return self._choose(front, behind, cue, spoken)

    def _quoted(self, made: Clause, finite: int) -> Speaker | None:
        """Whose words are quoted: the object ("zitiert ihn"), the subject of a passive ("wird zitiert")."""
        passive = [i for i in range(made.opening(finite), finite) if made.words[i].lower in self.lex.passives]
        if passive:
            found = self._front(made, passive[-1])
        else:
            found = made.subject(finite + 1, made.closing(finite), final=True, oblique=True)
        return self.person(*found, by="quoted") if found else None

    def _agent(self, made: Clause, finite: int) -> Speaker | None:
        """Who did what a passive tells ("von der Polizei mitgeteilt"); nobody where no agent stands."""
        for index in range(made.opening(finite), made.closing(finite) - 1):
            end = made.phrase(index + 1, len(made.words)) if made.words[index].lower in self.lex.of else 0
            if end > index + 1 and self._speaks(made.words[index + 1].start, made.words[end - 1].end):
                return self.person(made.words[index + 1].start, made.words[end - 1].end, by="agent")
        return None

    def _finite(self, made: Clause, cue: Cue) -> int:
        """The index of the finite verb: of the auxiliary apart from a participle, else of the cue."""
        verb = made.at(cue.verb)
        if cue.form == PARTICIPLE and verb + 1 < len(made.words) and made.words[verb + 1].lower in self.lex.auxiliaries:
            return verb + 1
        if cue.form == PARTICIPLE:
            for index in range(verb - 1, max(-1, made.opening(min(verb, len(made.words) - 1)) - 1), -1):
                if made.words[index].lower in self.lex.auxiliaries:
                    return index
        return verb

    def _front(self, made: Clause, finite: int) -> Place | None:
        """The phrase in front of a finite verb in its clause; the one before an aside where the aside ends there."""
        words, low = made.words, made.opening(finite)
        if low == finite:
            if low == 0:
                return None
            return None if self._opens_side(made, 0) else made.subject(0, made.closing(0))
        if words[low].lower in self.lex.relatives and low and made.phrase(low, finite) == low:
            return next(
                (
                    (words[i].start, words[low - 1].end)
                    for i in range(made.opening(low - 1), low)
                    if made.phrase(i, low) == low
                ),
                None,
            )
        return made.subject(self._behind_openers(made, low, finite), finite)

    def _behind_openers(self, made: Clause, low: int, high: int) -> int:
        while low < high and self._opens(made, low):
            low += 1
        return low

    def _opens(self, made: Clause, index: int) -> bool:
        """True for a word that opens a clause without being a part of its subject."""
        lower, lex = made.words[index].lower, self.lex
        if lower in lex.prepositions and index + 1 < len(made.words) and made.words[index + 1].upper:
            return False  # "Als Grund nannte die Schule …"
        if lower in lex.prepositions and lower not in lex.conjunctions | lex.subordinators:
            return False  # "Zu dieser Zeit ging …"
        return lower in lex.conjunctions or lower in lex.subordinators or lower in lex.openers or lower in lex.fillers

    def _opens_side(self, made: Clause, index: int) -> bool:
        word = made.words[index]
        if word.upper and self.name_end(word.start) > word.end:  # "Von der Leyen"
            return False
        return word.lower in self.lex.subordinators or word.lower in self.lex.prepositions

    def _choose(self, front: Place | None, behind: Place | None, cue: Cue, spoken: bool) -> Place | None:
        """Of the phrases on both sides the one that can speak; an object is nobody's speaker."""
        if front is not None and (behind is None or self._speaks(*front) or not self._speaks(*behind)):
            return front
        if behind is None or self._speaks(*behind) or spoken:
            return behind
        return None if cue.manner in TOPICS else behind

    def _speaks(self, a: int, b: int) -> bool:
        """True for a pronoun, a name, or a noun for somebody who can speak."""
        words = self.text[a:b].lower().replace("-", " ").split()
        if len(words) == 1 and (words[0] in self.lex.pronouns or words[0] in self.lex.nobody):
            return True
        if any(one[2].kind in SPEAKING for one in self.within(a, b)) or ACRONYM.search(self.text, a, b):
            return True
        return any(word in self.lex.roles or word.endswith(self.lex.role_ends) for word in words)

    def _from_document(self, made: Clause, finite: int, cue: Cue) -> Speaker | None:
        """ "In dem Schreiben heißt es", "wie aus dem Ministerium verlautete": where words come from."""
        said = self.text[cue.start : cue.end].split()[-1].lower() in self.lex.nobody
        words = made.words
        for index in range(made.opening(finite), made.closing(finite)):
            if words[index].lower not in (self.lex.from_document if said else self.lex.from_source):
                continue
            end = made.phrase(index + 1, len(words)) if index + 1 < len(words) else 0
            if end > index + 1:
                a = words[index + 1].start
                b = min([words[end - 1].end, *(time for time in self.times if time > a)])
                if a not in self.times:
                    return self.person(a, b, by="document")
        return None
