"""From a cue to who speaks: the subject of its verb as a name, a description in the article's words, or nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.read.bysource import WHOSE, BySource
from dragoman.read.cast import Speaker, fits
from dragoman.read.cited import CITED, cited
from dragoman.read.company import trimmed_phrase
from dragoman.read.cues import LOOSE, PARTICIPLE, PHRASE, WORD, Cue, Lexicon
from dragoman.read.frames import Frame
from dragoman.read.nounphrases import phrase_after
from dragoman.read.page import Page
from dragoman.records import Reading

__all__ = ["Speaker", "Speakers"]

#: Manners of thinking and of telling that a reflexive makes nobody's.
OPINIONS = frozenset(
    ["believe", "expect", "hope", "fear", "estimate", "say", "announce", "report", "tell", "note", "recall"]
)
#: Manners whose object is a person.
OBJECTS = frozenset(["accuse", "urge", "ask", "order", "tell", "thank", "condemn", "praise", "warn", "call"])
NOBODY = Speaker(None, 0, 0, "nobody")
JOINED = re.compile(r"-(?:t-)?([^\W_]+)")


class Speakers(BySource):
    """The speaker of every cue of one article, found once and kept."""

    def __init__(self, page: Page, reading: Reading, lex: Lexicon, hidden: Sequence[tuple[int, int]]) -> None:
        super().__init__(page, reading, lex, hidden)
        self.known: dict[tuple[int, bool], Speaker | None] = {}

    def speaker(self, cue: Cue, frame: Frame, *, inverted: bool = False) -> Speaker | None:
        """Who speaks by this cue; `inverted` when the words spoken stand directly before the verb."""
        key = (cue.verb, inverted)
        if key not in self.known:
            found = self._speaker(cue, frame, inverted)
            if cue.manner == "continue" and found is not None and self.page.doc is not None:
                found = found if self._is_somebody(found) or found.name is None else None  # "the confusion continues"
            found = cited(self, found, cue, frame) or found
            if found is not None and found.by.startswith("pronoun"):
                found = self._same_sentence(found, cue, frame) or found
            self.known[key] = found
        return self.known[key]

    def _same_sentence(self, found: Speaker, cue: Cue, frame: Frame) -> Speaker | None:
        """ "X said … and although he assured …": a pronoun behind another cue of the sentence is its speaker."""
        for earlier in reversed(
            [one for one in frame.cues if one.end <= min(found.start, cue.start) and one.form != PHRASE]
        ):
            teller = self.speaker(earlier, frame)
            gender = self.lex.pronouns.get(self.text[found.start : found.end].lower(), "m")
            fitting = fits(teller, gender) and not self.genders.clash(teller, gender)
            if teller is not None and teller.name and fitting and teller.end <= found.start:
                return Speaker(
                    teller.name, found.start, found.end, "pronoun", teller.others, teller.person, teller.plural
                )
        return None

    def _speaker(self, cue: Cue, frame: Frame, inverted: bool) -> Speaker | None:
        if cue.form == PHRASE:
            found = self._source(cue, frame)
            return found if not self._opens_only(cue) or self._may_judge(found) else None
        if cue.manner == "read":  # a placard that reads “…” speaks for nobody
            return None
        if cue.manner == "quote" and (quoted := self._words_of(cue, frame)) is not None:
            return quoted if quoted is not NOBODY else None
        if (voice := self._through(cue, frame)) is not None:
            return voice
        if (joined := self._joined_pronoun(cue)) is not None:
            return joined
        plain = self.page.doc is None and not self.lex.capitals
        if plain and (self._passive(cue) or (not inverted and self._reflexive(cue, frame))):
            return None
        token = self.page.token(cue.verb)
        if token is not None:
            found, sure = self.parsed(token, cue, frame, inverted)
            if sure:
                return found
        found = self._scan(cue, frame, inverted)
        return found if token is not None or self.lex.capitals or self.agrees(cue, found) else None

    def _passive(self, cue: Cue) -> bool:
        """True for "fue calificado de": the subject is who is spoken of."""
        words = {word.lower() for word in WORD.findall(self.text[cue.start : cue.verb])}
        return cue.form == PARTICIPLE and not words.isdisjoint(self.lex.passives)

    def _reflexive(self, cue: Cue, frame: Frame) -> bool:
        """True for "se espera que …": a thought that the grammar gives to nobody."""
        words = [word.lower() for word in WORD.findall(self.text[frame.start : cue.verb])]
        if any(quote.outer[1] <= cue.start for quote in frame.quotes):  # “…”, se queja Marín
            return False
        return cue.manner in OPINIONS and words[-1:] != [] and words[-1] in self.lex.reflexives

    def _joined_pronoun(self, cue: Cue) -> Speaker | None:
        """The pronoun that a hyphen ties to its verb or auxiliary: "a-t-il ajouté", "écrit-elle"."""
        for one in JOINED.finditer(self.text, cue.start, cue.end + 8):
            if one.group(1).lower() in self.lex.pronouns and (one.start() < cue.verb or one.start() == cue.end):
                return self.person(*one.span(1))
        return None

    def _opens_only(self, cue: Cue) -> bool:
        """True for "For X, …", which is a view only when X can have one."""
        return self.lex.first.fullmatch(self.text, cue.start, cue.end) is not None

    def _may_judge(self, speaker: Speaker | None) -> bool:
        """True for a named person, country or body and for a described role."""
        if speaker is None or speaker.name is None:
            return False
        if self.lex.unnamed.search(self.text, speaker.end, self.page.sentence(speaker.start)[1]):
            return True  # "Pour un négociant qui préfère rester anonyme, …"
        if not speaker.by.endswith("(described)"):
            return True
        words = WORD.findall(self.text[speaker.start : speaker.end])
        return any(word.lower() in self.lex.roles for word in words)

    def has_pronoun(self, cue: Cue) -> bool:
        """True when a pronoun is tied to the cue by a hyphen."""
        return self._joined_pronoun(cue) is not None

    def _through(self, cue: Cue, frame: Frame) -> Speaker | None:
        """The spokesman in "Ukraine, through the voice of X, urged"."""
        for one in self.lex.through.finditer(self.text, frame.start, cue.start):
            for a, b in self.candidates(one.end(), cue.start):
                return self.person(a, b)
        return None

    def _words_of(self, cue: Cue, frame: Frame) -> Speaker | None:
        """ "цитирует агентство слова X": whose words are passed on."""
        one = self.lex.words_of.search(self.text, cue.verb, frame.end)
        if one is None:
            return None
        found = phrase_after(self.text, self.lex, one.end(), frame.end, any_case=True)
        stop = self._limit(one.end(), frame.end)
        short = self._short(*trimmed_phrase(self.text, one.end(), stop))
        return self.person(*(found or short), by="quoted") if found or short[0] < short[1] else NOBODY

    def source_end(self, cue: Cue, frame: Frame) -> int:
        """Where the noun phrase behind "according to" ends."""
        end = self._limit(cue.end, frame.end)
        following = WORD.search(self.text, end, frame.end) if self.text[end : end + 1] == "," else None
        side = self.lex.relatives - self.lex.determiners - self.lex.conjunctions
        aside = following is not None and following.group().lower() in side
        if following is not None and self.page.doc is None and self._is_participle(following.group()):
            aside = self._limit(end + 1, frame.end) < frame.end - 1  # "secondo le società, riunite a Roma, …"
        if aside:  # "selon une source, qui a requis l'anonymat, …"
            end = self._limit(end + 1, frame.end)
        speaker = self.speaker(cue, frame)
        if speaker is not None and speaker.by == WHOSE:
            return speaker.end
        if speaker is None or speaker.end <= cue.end:
            return end
        if speaker.by in ("apposition", CITED) and speaker.end > end:  # "according to its spokesman, X, …"
            return speaker.end
        if self.page.doc is None and aside:
            return end  # "según la ministra, que visitó Lima, …"
        if self.page.doc is None and self.text[end : end + 1] == "," and self._made(speaker.end, end):
            return end  # "según el informe difundido ayer, …"
        tokens = self.page.tokens(speaker.start, speaker.end)
        if tokens is not None and self.text[end : end + 1] == ",":  # "for X, a researcher at Y, …"
            titles = tokens.root.right_edge
            if end < titles.idx and not any(
                one.pos_ in ("VERB", "AUX") for one in tokens.root.subtree if one.idx > end
            ):
                behind = min(self._limit(titles.idx + len(titles.text), frame.end), frame.end)
                if self.text[behind : behind + 1] == ",":  # a title ends at a comma, a statement at a full stop
                    return behind
        return speaker.end if self.page.doc is None or end == frame.end else end

    def _made(self, a: int, b: int) -> bool:
        """True where a participle goes on with a source, behind it or as the last word that was taken for it."""
        before, behind = WORD.findall(self.text[max(0, a - 20) : a])[-1:], WORD.findall(self.text[a:b])[:1]
        return any(self._is_participle(word) for word in (*before, *behind))

    def _is_participle(self, word: str) -> bool:
        return word.lower().endswith(self.lex.participle_endings or ("\n",))

    def _scan(self, cue: Cue, frame: Frame, inverted: bool) -> Speaker | None:
        """The subject by place: next to the verb on the side the order of words allows."""
        if self.lex.capitals and self.page.doc is None:
            told, sure = self.by_order(cue, frame, inverted)
            return told if told is not None or sure else self._earlier(cue, frame)
        if self.page.doc is None and not inverted and not self.singular(cue) and (there := self.impersonal(cue, frame)):
            return there  # "В Киеве сочли это «плевком» …": nobody behind the verb is its subject
        before = self.before(cue, frame)
        if before is not None and self.genitive(*before):  # "В полиции Барселоны заявили": who speaks is not the city
            return self.impersonal(cue, frame) or self.by_words(cue, frame, inverted)
        accused = self.page.doc is not None and cue.manner == "accuse"  # "… et a accusé le journal de mentir"
        ruled = (
            accused or cue.form == LOOSE or self._has_object(cue)
        )  # behind a gerund, behind "to accuse", is its object
        after = None if ruled and not inverted else self.after(cue, frame)
        order = [after, before] if inverted else [before, after]
        for found in order:
            if found is not None:
                return self.person(*found, by="nearest")
        if not inverted and (earlier := self._earlier(cue, frame)) is not None:
            return earlier
        if self.page.doc is not None:
            return None
        return self.by_words(cue, frame, inverted) or self.impersonal(cue, frame) or self.dropped(cue, frame, inverted)

    def _in_relative(self, cue: Cue) -> bool:
        words = [word.lower() for word in WORD.findall(self.text[max(0, cue.start - 16) : cue.start])]
        return bool(words) and words[-1] in self.lex.relatives

    def _has_object(self, cue: Cue) -> bool:
        """True for an infinitive whose object is a person: "used the post to accuse X of …"."""
        words = WORD.findall(self.text[max(0, cue.start - 8) : cue.start])
        return bool(words) and self.lex.infinitive.fullmatch(words[-1]) is not None and cue.manner in OBJECTS

    def _earlier(self, cue: Cue, frame: Frame) -> Speaker | None:
        """The subject of the verb before, for a gerund or a second verb ("… and added")."""
        earlier = [one for one in frame.cues if one.end <= cue.start and one.form != PHRASE]
        if self.page.doc is None and len(earlier) > 1 and "," in self.text[earlier[-1].end : cue.start]:
            main = [one for one in earlier if not self._in_relative(one)]
            earlier = main or earlier  # "aseguró que cumple la sentencia que lo condenó, y criticó …"
        if not earlier:
            return None
        gap = self.text[earlier[-1].end : cue.start]
        last = WORD.findall(gap)[-1:] or [""]
        if cue.form == LOOSE or gap.rstrip().endswith(",") or last[0].lower() in self.lex.conjunctions:
            if self.page.doc is None and self._passive(earlier[-1]):  # "no fue invitado y la calificó de …"
                return self.dropped(cue, frame, inverted=False)
            if self.lex.bare_nouns and not self.singular(cue) and self.singular(earlier[-1]):
                return None  # "ему, как он утверждает, ответили …": it was others who answered
            return self.speaker(earlier[-1], frame)
        return None
