"""The subject of a verb of speech by its place among the words, where no syntax tells."""

from __future__ import annotations

from dataclasses import replace

from dragoman.read.cast import Speaker
from dragoman.read.company import KINDS, is_proper
from dragoman.read.cues import FINITE, LOOSE, NAMING, PARTICIPLE, WORD, Cue
from dragoman.read.frames import Frame
from dragoman.read.impersonal import ASIDE, Impersonal
from dragoman.read.marks import Marked
from dragoman.read.nounphrases import phrase_after, phrase_before
from dragoman.read.opening import opening_role

__all__ = ["ByPlace"]

LEADS = (",", "!", "?")  # what closes words spoken in front of their teller, never a name between marks
LABEL = 30  # characters of a name between marks that belongs to the phrase around it
OPENING = 5  # words of a sentence among which the relative pronoun behind its subject stands
NEAR = 8  # words between a verb and a subject found without syntax


class ByPlace(Impersonal):
    """Subjects that the order of words tells."""

    def dropped(self, cue: Cue, frame: Frame, inverted: bool) -> Speaker | None:
        """Who is known, where the language leaves out a subject ("…», insistió.", "Añadió que …")."""
        if not self.lex.drops or cue.form == LOOSE or self._has_subject_behind(cue, frame):
            return None
        opens = all(word.lower() in self.lex.fillers for word in WORD.findall(self.text[frame.start : cue.start]))
        before = [word.lower() for word in WORD.findall(self.text[frame.start : cue.start])][-3:]
        while before and before[-1] in self.lex.fillers | self.lex.determiners:  # "y la calificó de …"
            before.pop()
        elided = bool(before) and before[-1] in self.lex.conjunctions
        if not (inverted or opens or elided or self._inserted(cue)):
            return None
        if elided and not inverted and (own := opening_role(self, frame.start, cue.start)) is not None:
            return replace(own, by="subject before")  # "El sindicato fue a la mesa y la calificó de …"
        if (one := self._one_of_them(cue.end, frame.end)) is not None:
            return one
        verb = WORD.match(self.text, cue.verb)
        plural = verb is not None and verb.group().lower().endswith(self.lex.plural_endings or ("\n",))
        fresh = frame.block == self.last_block or not WORD.search(self.text, self.spoken_until, frame.start)
        known = self.last if fresh else None
        known = known if known is not None or self.acted is None else self.acted
        if self.topic is not None and (known is None or self.topic.start > self.spoken_until):
            known = self.topic
        if known is None or known.name is None or (plural and known.person and not known.plural):
            return None
        if known is self.last and known.plural and not self._plural(cue):
            return None  # "Los equipos explicaron que …. «…», dijo": somebody of the sentence before them
        if known.by.endswith("(described)") and self._told_of(known, frame):
            return None  # "La prensa informó de que X …. «…», declaró al diario": the paper or whom it tells of
        return replace(known, start=cue.start, end=cue.end, by="subject left out")

    def _one_of_them(self, a: int, b: int) -> Speaker | None:
        """ "…», bromea uno de ellos": somebody of a group, whom nothing names."""
        one = self.lex.one_of.match(self.text, a + 1, b)
        return Speaker(one.group(), *one.span(), "nearest (described)") if one is not None else None

    def _told_of(self, known: Speaker, frame: Frame) -> bool:
        """True for a paper that told of one person right before."""
        words = {word.lower() for word in WORD.findall(self.text[known.start : known.end])}
        if words.isdisjoint(self.lex.press):
            return False
        return any(one[2].kind == "PER" for one in self.within(known.end, frame.start))

    def _inserted(self, cue: Cue) -> bool:
        """True for a verb alone between commas: "La decisión, dijo, estaba tomada"."""
        alone = self.text[cue.end : cue.end + 1] == "," and self.text[: cue.start].rstrip().endswith(",")
        return alone and cue.form == FINITE

    def _has_subject_behind(self, cue: Cue, frame: Frame) -> bool:
        """True when a noun follows the verb at once, though nobody knows it for a speaker."""
        stop = ASIDE.search(self.text, cue.end, frame.end)
        words = WORD.findall(self.text[cue.end : stop.start() if stop else frame.end])
        if not words:
            return False
        first = words[0].lower()
        if self.lex.addressing.fullmatch(first) and self.opens_noun(words[1:]):
            return True  # "anunció a los trabajadores la compañía"
        if self.lex.bare_nouns:
            return first not in self.lex.loose and not first.endswith(self.lex.dative_endings)
        return (first in self.lex.determiners or words[0][0].isupper() or self.lex.is_role(first)) and len(words) > 1

    def by_words(self, cue: Cue, frame: Frame, inverted: bool) -> Speaker | None:
        """Any noun phrase that fills the place of the subject, where no parser and no list knows it."""
        marks = [one.outer[1] for one in frame.quotes if one.outer[1] <= cue.start and not self._label(one)]
        low = max([frame.start, *marks, *(one.end for one in frame.cues if one.end <= cue.start)])
        front, behind = self._auxiliary(cue, low)
        quotes = self._marks_behind(cue, frame)
        bare = inverted or (self.lex.drops and self._inserted(cue))
        found = None if bare else self._phrase_in_front(max([frame.start, *marks]), low, front)
        if found is None:
            behind = self.behind_time(behind)
            that = self.lex.that.search(self.text, behind, frame.end)
            stop = min([frame.end, *quotes, *([that.start()] if that is not None else [])])
            starts = sorted({behind, max(behind, cue.end)})  # "ha, il sindaco, detto"; "ha detto il sindaco"
            told = (phrase_after(self.text, self.lex, at, stop, any_noun=inverted) for at in starts if at < stop)
            found = next((one for one in told if one is not None), None)
            if found is not None and (self.oblique(found[0]) or any(found[0] <= at < found[1] for at in self.times)):
                return None
            if found is not None and self.page.doc is None and self.addressed(cue.end, *found):
                return None
        if found is not None and found[1] <= cue.start and self._object(cue, *found):
            return None
        return self.person(*found, by="nearest") if found else None

    def _object(self, cue: Cue, a: int, b: int) -> bool:
        """True for what people call something, in front of a plural verb without subject ("Город называют …")."""
        verb = WORD.match(self.text, cue.verb)
        plural = verb is not None and verb.group().lower().endswith(self.lex.plural_endings or ("\n",))
        someone = any(self.lex.is_role(word) for word in WORD.findall(self.text[a:b])) or self.within(a, b)
        before = WORD.findall(self.text[max(0, a - 20) : a])[-1:]
        if before and before[0].lower() in self.lex.relatives:  # "…, который фанаты окрестили …"
            return False
        return self.lex.bare_nouns and plural and cue.manner in NAMING and not someone

    def _marks_behind(self, cue: Cue, frame: Frame) -> list[int]:
        """Where words between marks begin behind a verb, past a name in marks: написал в «Фейсбуке» Орлов."""
        behind = [quote for quote in frame.quotes if quote.outer[0] >= cue.end]
        known = self.page.doc is None and not self.lex.capitals
        return [quote.outer[0] for quote in behind if not (known and self._label(quote))]

    def _label(self, one: Marked) -> bool:
        """True for a name between marks inside a phrase (газета «Заря» пишет), not for words before a comma."""
        return (
            one.end - one.start <= LABEL
            and self.text[one.end : one.end + 1] not in LEADS
            and not self.text.startswith(",", one.outer[1])
        )

    def _phrase_in_front(self, first: int, low: int, front: int) -> tuple[int, int] | None:
        """The phrase right before a verb, or the one that opens the sentence when a comma stands before the verb."""
        low = self.behind_time(self._behind_place(low))
        stops = [one.start() for one in ASIDE.finditer(self.text, low, front)]
        found = phrase_before(self.text, self.lex, self.behind_time(stops[-1] + 1) if stops else low, front)
        if found is None and self.text[first:front].rstrip().endswith(","):
            comma = ASIDE.search(self.text, first, front)
            found = phrase_before(self.text, self.lex, first, comma.start()) if comma else None
        return found or self._before_relative(first, low, front)

    def _before_relative(self, first: int, low: int, front: int) -> tuple[int, int] | None:
        """The noun that opens a sentence with a side clause: "Un padre que perdió a su hijo pidió …"."""
        words = list(WORD.finditer(self.text, first, front))
        if low > first or not words or ASIDE.search(self.text, first, front):
            return None
        relative = next((word for word in words[1:OPENING] if word.group().lower() in self.lex.relatives), None)
        if relative is None or words[0].group().lower() not in self.lex.determiners:
            return None
        return phrase_before(self.text, self.lex, first, relative.start())

    def _behind_place(self, low: int) -> int:
        """Behind a place that opens the clause with its preposition ("В Киеве …", "En Ginebra …")."""
        word = WORD.search(self.text, low)
        if word is None or word.group().lower() not in self.lex.prepositions:
            return low
        places = [one for one in self.within(word.end(), word.end() + 4) if one[2].kind in ("GPE", "LOC", "FAC")]
        return places[0][1] if places else low

    def _auxiliary(self, cue: Cue, low: int) -> tuple[int, int]:
        """The bounds of the finite verb: of the auxiliary that stands apart from its participle, else of the cue."""
        verb = WORD.match(self.text, cue.verb)
        own = (cue.start, verb.end() if verb else cue.end)
        if cue.form != PARTICIPLE:
            return own
        words = [one for one in WORD.finditer(self.text, low, cue.verb) if one.group().lower() in self.lex.auxiliaries]
        return words[-1].span() if words else own

    def before(self, cue: Cue, frame: Frame) -> tuple[int, int] | None:
        marks = [quote.outer[1] for quote in frame.quotes if quote.outer[1] <= cue.start]
        low = max([frame.start, *marks, *(one.end for one in self._main_cues(cue, frame))])
        front = cue.start if self.page.doc is not None else self._auxiliary(cue, low)[0]
        found = list(self.candidates(low, front))
        for a, b in reversed(found):
            gap = self.text[b:front]
            if gap.startswith("'s "):  # "President X's adviser, Y, said"
                continue
            words = [word.lower() for word in WORD.findall(gap)]
            if ":" in gap or ";" in gap or len(words) > NEAR + 6 * gap.count(","):
                return None
            if any(word in self.lex.conjunctions for word in words):
                continue
            if self.page.doc is None and "," in gap and self._in_relative_aside(low, a):
                continue  # "El presidente, a quien el ministro llamó mentiroso, dijo …"
            for earlier in found:  # "X, head of the agency, said": the name before the title
                if any(m[2].kind == "PER" for m in self.within(*earlier)) and self._leads_up(earlier[1], a):
                    return earlier
            first = self._joined_to(low, a)
            if first is not None and self.oblique(first):
                continue  # "El portavoz de Suecia y Noruega anunció"
            return (a if first is None or not self._plural(cue) else first), b
        return None

    def _main_cues(self, cue: Cue, frame: Frame) -> list[Cue]:
        """The verbs of speech before one, without those of a side clause that a comma has closed."""
        earlier = [one for one in frame.cues if one.end <= cue.start]
        if self.page.doc is not None or self.lex.capitals:
            return earlier
        return [
            one
            for one in earlier
            if "," not in self.text[one.end : cue.start] or not self._in_relative_aside(frame.start, one.start)
        ]

    def _in_relative_aside(self, low: int, a: int) -> bool:
        """True behind a comma with a relative pronoun: whoever stands there acts in the side clause."""
        comma = self.text.rfind(",", low, a)
        words = [word.lower() for word in WORD.findall(self.text[comma + 1 : a])] if comma >= 0 else []
        while words and words[0] in self.lex.prepositions - self.lex.relatives:
            words = words[1:]
        return bool(words) and words[0] in self.lex.relatives - self.lex.determiners

    def _plural(self, cue: Cue) -> bool:
        """True for a plural verb or auxiliary by its ending."""
        words = [word.lower() for word in WORD.findall(self.text[cue.start : cue.end])]
        own = words if cue.form == PARTICIPLE else words[-1:]
        return not self.singular(cue) or any(word.endswith(self.lex.plural_endings or ("\n",)) for word in own)

    def _joined_to(self, low: int, a: int) -> int | None:
        """Where the first of two names begins that "and" joins in front of a plural verb: "Suecia y Noruega firman"."""
        if self.page.doc is not None or self.lex.capitals:
            return None
        for one in reversed(self.within(low, a)):
            if is_proper(one[2]) and one[2].kind in KINDS[:4]:
                return one[0] if self._joined(one[1], a) else None
        return None

    def _leads_up(self, a: int, b: int) -> bool:
        """True when nothing but a comma and a title parts a name from the title behind it: "X, President Y's aide"."""
        between = self.text[a:b].strip()
        words = WORD.findall(between)
        titled = all(self.lex.is_role(word) or word.lower() in self.lex.determiners for word in words)
        return a <= b and between[:1] in ("", ",") and between.count(",") <= 1 and titled

    def after(self, cue: Cue, frame: Frame) -> tuple[int, int] | None:
        quotes = self._marks_behind(cue, frame)
        high = min([frame.end, *quotes, *(one.start for one in frame.cues if one.start >= cue.end)])
        that = self.lex.that.search(self.text, cue.end, high)
        high = min(high, that.start() if that else high)
        for a, b in self.candidates(cue.end, high):
            gap = self.text[cue.end : a]
            if ":" in gap or ";" in gap or len(WORD.findall(gap)) > NEAR:
                return None
            if "," in gap and gap.count(",") % 2:
                return None
            if self.page.doc is None and self.addressed(cue.end, a, b):
                continue
            person = next((one[1] for one in self.within(b, b + 2) if one[2].kind == "PER" and is_proper(one[2])), b)
            return a, person if self.page.doc is not None else b
        return None
