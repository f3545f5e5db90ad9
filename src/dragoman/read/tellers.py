"""Who says it in languages whose order of words alone is known: a name and a verb of saying right at the words.

A language says in `[tellers]` where the two stand ("subject words verb" in Turkish: Fidan, "…" dedi), with its verbs.
Nothing is read beyond that; a subject that is not there stays open, unless the sentence before has just told it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.read.cast import Cast
from dragoman.read.company import is_name
from dragoman.read.cues import FINITE, Cue
from dragoman.read.frames import Frame
from dragoman.read.indirect import Report
from dragoman.read.marks import Marked
from dragoman.read.tellerwords import Verbs
from dragoman.read.voice import Speaker

__all__ = ["Tellers", "tellers"]

TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?(?=\s|\W|$)")
PAUSE = re.compile(r"[\s,:：，、—–-]*")
ENDS = re.compile(r"[,.;:!?()\n，。：；]|\s[—–-]\s")
CLOSE = re.compile(r"[\s.。]*$")
SENT_FROM = re.compile(r"[A-ZÇĞİÖŞÜ/ ]{3,30}(?:\([^()\n]{1,20}\))?\s?[-–—]\s")  # ANKARA (AA) - …
Found = tuple[Cue, Speaker | None]
LONGEST = 9  # words of a title and a name
FEW = 2  # words a statement has at least
GLYPHS = 16  # signs of a title and a name where no blanks part words


class Tellers:
    """Who hands over the words of one article, with the names it has introduced so far."""

    def __init__(self, cast: Cast, verbs: Verbs) -> None:
        self.cast, self.verbs, self.text = cast, verbs, cast.text
        self.names = self._introduced() if verbs.spaced else {}

    def _introduced(self) -> dict[str, str]:
        """The last word of a name → the whole name, for everybody whom the article introduces with a title."""
        found: dict[str, set[str]] = {}
        run: list[re.Match[str]] = []
        for one in [*TOKEN.finditer(self.text), None]:
            joined = one is not None and run and self.text[run[-1].end() : one.start()] == " "
            if one is not None and one.group()[0].isupper() and "'" not in one.group() and (joined or not run):
                run.append(one)
                continue
            title = max((n for n, word in enumerate(run) if word.group().lower() in self.verbs.titles), default=None)
            name = [word.group() for word in run[title + 1 :]] if title is not None else []
            if len(name) > 1:
                found.setdefault(name[-1], set()).add(" ".join(name))
            run = [one] if one is not None and one.group()[0].isupper() else []
        return {last: names.pop() for last, names in found.items() if len(names) == 1}

    def of(self, frame: Frame, quote: Marked) -> Found | None:
        """The cue and the speaker of a quotation, by the orders that this language has."""
        low = max([self.cast.page.behind_dateline(frame.start, frame.end), *self._before(frame, quote)])
        high = min([frame.end, *(one.outer[0] for one in frame.quotes if one.outer[0] >= quote.outer[1])])
        at = PAUSE.match(self.text, quote.outer[1], high)
        behind = self.verbs.verb.match(self.text, at.end(), high) if at is not None else None
        ways: dict[str, Callable[[], Found | None]] = {
            "words verb subject": lambda: self._behind(behind, high),
            "subject words verb": lambda: self._around(behind, low, quote.outer[0]),
            "words subject verb": lambda: self._last(quote.outer[1], high, closing=True),
            "subject verb words": lambda: self._last(low, quote.outer[0], closing=False),
            "verb subject words": lambda: self._led(low, quote.outer[0]),
        }
        for order in self.verbs.orders:
            if (found := ways[order]()) is not None:
                cue, speaker = found
                return cue, speaker if speaker is not None else self._carried(cue, frame)
        return None

    def colon(self, frame: Frame, quote: Marked) -> Speaker | None:
        """Who opens a sentence that leads up to a quotation by a colon: "X ise bakanı sorumlu tuttu: …"."""
        low = self.cast.page.behind_dateline(frame.start, frame.end)
        if "subject words verb" not in self.verbs.orders or not self.verbs.spaced or self._before(frame, quote):
            return None
        return self._opening(low, quote.outer[0]) if self.text[low : quote.outer[0]].rstrip().endswith(":") else None

    def reported(self, frame: Frame) -> list[Report]:
        """ "X, … kaynaklandığını söyledi": a clause made a noun between its teller and the verb at the end."""
        low = self.cast.page.behind_dateline(frame.start, frame.end)
        verb = next(
            (one for one in self.verbs.verb.finditer(self.text, low, frame.end) if self._closes(one, frame)), None
        )
        if self.verbs.clause is None or frame.quotes or verb is None:
            return []
        subject = self._opening(low, verb.start())
        clause = self.verbs.clause.search(self.text[low : verb.start()])
        if subject is None or clause is None:
            return []
        start, end = PAUSE.match(self.text, subject.end).end(), low + clause.end()  # type: ignore[union-attr]
        told = self.text[start:end].rstrip()
        return [(self._cue(verb), subject, [(start, start + len(told))])] if len(told.split()) >= FEW else []

    def _before(self, frame: Frame, quote: Marked) -> list[int]:
        return [one.outer[1] for one in frame.quotes if one.outer[1] <= quote.outer[0]]

    def _closes(self, verb: re.Match[str], frame: Frame) -> bool:
        return CLOSE.match(self.text, verb.end(), frame.end) is not None

    def _cue(self, verb: re.Match[str]) -> Cue:
        return Cue(verb.start("verb"), verb.end(), verb.start("verb"), self.verbs.manner[verb.group("verb")], FINITE)

    def _carried(self, cue: Cue, frame: Frame) -> Speaker | None:
        """Whoever spoke right before in the same paragraph, for a verb without a subject of its own."""
        last = self.cast.last
        if last is None or last.name is None or self.cast.last_block != frame.block:
            return None
        return replace(last, start=cue.start, end=cue.end, by="subject left out")

    def _behind(self, verb: re.Match[str] | None, high: int) -> Found | None:
        """ "…, powiedział premier X": the subject behind the verb, up to the first pause."""
        if verb is None:
            return None
        stop = ENDS.search(self.text, verb.end(), high)
        subject = self._phrase(verb.end(), stop.start() if stop else high)
        bare = stop is not None and not self.text[verb.end() : stop.start()].strip()
        words = TOKEN.findall(self.text, verb.end(), high)
        left = bare or not words or words[0].rstrip(".").lower() in self.verbs.pronouns
        return (self._cue(verb), subject) if subject is not None or left else None

    def _around(self, verb: re.Match[str] | None, low: int, high: int) -> Found | None:
        """ "X, “…” dedi": the subject in front of the words; none where nothing stands there."""
        if verb is None:
            return None
        subject = self._opening(low, high) if self.verbs.spaced else self._glyphs(low, high, tied=True)
        if subject is None and self.text[low:high].strip():
            subject = Speaker(None, low, high, "left open")  # somebody whom the words here do not show
        return self._cue(verb), subject

    def _last(self, low: int, high: int, *, closing: bool) -> Found | None:
        """ "X zei: “…”" and "“…”，X表示": the subject in front of a verb that stands right at the words."""
        low = PAUSE.match(self.text, low, high).end()  # type: ignore[union-attr]
        for verb in self.verbs.verb.finditer(self.text, low, high):
            rest = self.text[verb.end() : high]
            if (
                rest.strip()
                and not (closing and ENDS.match(rest.lstrip()))
                and rest.strip() not in (":", "：", ",", "，")
            ):
                continue
            subject = (
                self._phrase(low, verb.start()) if self.verbs.spaced else self._glyphs(low, verb.start(), tied=False)
            )
            return (self._cue(verb), subject) if subject is not None else None
        return None

    def _led(self, low: int, high: int) -> Found | None:
        """ "قال X: “…”", "In Oslo zei X: “…”": the subject behind the verb ends at the colon."""
        for verb in self.verbs.verb.finditer(self.text, low, high):
            stop = ENDS.search(self.text, verb.end(), high)
            if self.text[stop.start() if stop else high : high].strip() not in (":", ""):
                continue
            words = list(TOKEN.finditer(self.text, verb.end(), stop.start() if stop else high))
            if not words:
                return (self._cue(verb), None) if verb.start() == low else None
            if len(words) > LONGEST or any(one.group() in self.verbs.stops for one in words):
                return None
            cased = words[-1].group()[0].lower() != words[-1].group()[0].upper()
            subject = self._named(words) if cased and words[-1].group()[0].isupper() else None
            return self._cue(verb), subject or self._described(words[0].start(), words[-1].end())
        return None

    def _glyphs(self, low: int, high: int, *, tied: bool) -> Speaker | None:
        """The subject where no blanks part words: up to its particle, or to an adverbial in front of the verb."""
        start = max(
            [
                low,
                *(
                    one.end()
                    for one in re.finditer(r"[。、，；：\s]", self.text[:high])
                    if one.end() > low and self.text[one.end() : high].strip()
                ),
            ]
        )
        phrase = self.text[start:high].rstrip("、，： ")
        if tied:
            marked = re.search(rf"(?:{self.verbs.particles})$", phrase)
            if marked is None:
                return None
            phrase = phrase[: marked.start()]
        phrase = self.verbs.adverbials.sub("", phrase)
        return self._described(start, start + len(phrase)) if FEW <= len(phrase) <= GLYPHS else None

    def _described(self, a: int, b: int) -> Speaker:
        return Speaker(" ".join(self.text[a:b].split()), a, b, "nearest (described)", person=True)

    def _phrase(self, a: int, b: int) -> Speaker | None:
        """A title with a name in a..b: it ends in a capital, and nothing in it rules the noun."""
        words = list(TOKEN.finditer(self.text, a, b))
        stop = next((n for n, one in enumerate(words) if one.group().lower() in self.verbs.stops), len(words))
        words = words[:stop]
        while words and not words[-1].group()[0].isupper():
            words.pop()
        return self._named(words) if 0 < len(words) <= LONGEST else None

    def _opening(self, a: int, b: int) -> Speaker | None:
        """The subject that opens a..b, where it has no ending: capitals and titles up to the first other word."""
        run: list[re.Match[str]] = []
        sent = SENT_FROM.match(self.text, a, b)
        for one in TOKEN.finditer(self.text, sent.end() if sent is not None else a, b):
            word = one.group()
            parted = bool(run) and self.text[run[-1].end() : one.start()].strip() != ""
            if parted or not (
                word[0].isupper() or word.lower() in self.verbs.titles or (run and word in self.verbs.links)
            ):
                break
            if "'" in word or "’" in word:
                run = []
                continue
            run.append(one)
        while run and run[-1].group() in self.verbs.links:
            run.pop()
        titled = any(one.group().lower() in self.verbs.titles for one in run)
        known = bool(run) and run[-1].group() in self.names
        if known and not titled and run[-1].group() != run[0].group():
            run = run[-1:] if self.names[run[-1].group()].split()[0] != run[0].group() else run
        if not run or not (titled or known or self._is_person(run)):
            return None
        return self._named(run)

    def _is_person(self, run: Sequence[re.Match[str]]) -> bool:
        return any(one[2].kind == "PER" for one in self.cast.within(run[0].start(), run[-1].end()))

    def _named(self, words: Sequence[re.Match[str]]) -> Speaker | None:
        """The person whom a title and a name mean: the words behind the last title, a short name as its long one."""
        a, b = words[0].start(), words[-1].end()
        person = next((one for one in self.cast.within(a, b) if one[2].kind == "PER" and is_name(one[2])), None)
        last = max((n for n, one in enumerate(words) if one.group().lower() in self.verbs.titles), default=-1)
        small = max(
            (n for n, one in enumerate(words) if one.group()[0].islower() and one.group() not in self.verbs.links),
            default=-1,
        )
        name = [one.group() for one in words[max(last, small) + 1 :]]
        if person is not None:
            return Speaker(person[2].refers_to, a, b, "nearest", person=True)
        if not name:
            return self._described(a, b)
        if len(name) > 1:
            self.names.setdefault(name[-1], " ".join(name))
        return Speaker(self.names.get(name[-1], " ".join(name)), a, b, "nearest", person=True)


def tellers(cast: Cast) -> Tellers | None:
    """The tellers of an article in a language that has a table of them."""
    verbs = cast.page.language.once(Verbs)
    return Tellers(cast, verbs) if verbs.orders else None
