"""Who claims a figure: the source an article names for it in the same sentence, or whose words it stands in.

"According to X", "X says/accuses/estimates that …", "… accused by X of …", "…, X said", a quotation's speaker, and
"according to X" that opens a paragraph whose next sentences go on in the future or conditional. None: the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.languages import Language
from dragoman.read.lexer import Token
from dragoman.read.page import Page
from dragoman.read.tense import quoted
from dragoman.records import Mention

__all__ = ["Source", "Voices"]

_LOOSE = frozenset({"relcl", "acl", "acl:relcl", "acl:cl", "advcl", "punct"})  # dependents that do not name a subject
_REACH = 9  # tokens between a verb and its subject; more lets the object of another clause in
_CLAUSE = 14  # tokens before a verb in which its subject can begin, a relative clause included
_PHRASE = 9  # tokens of a description of an unnamed source
_AFTER = 160  # characters behind a closing mark in which its speaker stands
_ENDS = frozenset(".!?;:…\n")
_QUOTES = frozenset('“”«»„"')
_CUES = frozenset({"$claims", "$according", "$same_source", "$postposed"})
_STOPS = _ENDS | _QUOTES | frozenset(",()–—")


_WORD = re.compile(r"[^\W\d_][\w'-]*")


def _informants(language: Language) -> frozenset[str]:
    """Words for people and bodies that can tell a number: minister, ministry, unions, survey."""
    words = {*language.words("quotes", "roles"), *language.words("mentions", "body_heads")}
    words |= {*language.section("figures").get("words", {}).get("informants", ())}
    return frozenset(word.lower() for word in words)


@dataclass(frozen=True)
class Source:
    """A claimant: its name or the article's words for it, and clean characters start..end."""

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class _Cue:
    """A word that gives something as somebody's: token number, kind (according, claim, by) and its source."""

    at: int
    kind: str
    source: Source


class Voices:
    """The sources of one article, in reading order, so that "he" and "the same source" find the one before."""

    def __init__(self, page: Page, tokens: Sequence[Token], mentions: Sequence[Mention]) -> None:
        self.page, self.tokens = page, tokens
        self.starts = [token.start for token in tokens]
        placed = ((page.article.text.find(one.start, one.end), one) for one in mentions)
        self.mentions = sorted(
            ((*place, one) for place, one in placed if place and one.form != "demonym"), key=lambda one: one[:2]
        )
        self._places = [one[0] for one in self.mentions]
        self.quotes = quoted(page.value)
        self._quote_starts = [start for start, _ in self.quotes]
        self._drops = bool(page.language.section("figures").get("drops_pronouns"))
        self.cues: list[_Cue] = []
        for at, token in enumerate(tokens):
            cue = self._cue(at, token) if not _CUES.isdisjoint(token.values) else None
            if cue:
                self.cues.append(cue)

    # -- asking --------------------------------------------------------------------------------

    def of(self, start: int, end: int) -> Source | None:
        """The source of what stands at clean start..end; None when the article says it itself."""
        quote = self._quote(start)
        if quote is not None:
            said = self._speaker(*quote)
            if said:
                return said
        at = bisect_left(self.starts, start)
        first, last = self._sentence(at)
        low, high = self._scope(at, first, last)
        here = [cue for cue in self.cues if low <= cue.at <= high]
        before = [cue for cue in here if cue.at < at and not self._has_said(cue)]
        if before:
            return before[-1].source
        after = [cue for cue in here if cue.at > at and (cue.kind == "according" or self._closes(cue, at, last))]
        if after:
            return after[0].source
        return self._carried(first, last)

    def _scope(self, at: int, first: int, last: int) -> tuple[int, int]:
        """The part of a sentence between semicolons and words of contrast: "while", tandis que, während."""
        low, high = at, at
        while low > first and not self._parts(low - 1):
            low -= 1
        while high < last and not self._parts(high + 1):
            high += 1
        return low, high

    def _parts(self, at: int) -> bool:
        token = self.tokens[at]
        return token.low == ";" or ("$contrast" in token.values and at > 0 and self.tokens[at - 1].low in ",–—")

    def _has_said(self, cue: _Cue) -> bool:
        """True for "“…”, said X" whose words are over: what follows about X is the article's own."""
        before = self.tokens[max(cue.at - 2, 0) : cue.at]
        behind = self.tokens[cue.at + 1 : cue.at + _REACH]
        quoted_before = any(token.low in ("”", "»", '"') for token in before) and cue.source.start > self.starts[cue.at]
        return quoted_before and not any("$that" in token.values for token in behind)

    def _carried(self, first: int, last: int) -> Source | None:
        """The source that opens an earlier sentence of the paragraph, when this one goes on as its forecast."""
        if not any("~future" in token.values for token in self.tokens[first : last + 1]):
            return None
        start = first
        while start > 0 and self.tokens[start - 1].low != "\n":
            before, end = self._sentence(start - 2 if start > 1 else 0)
            if before >= start:
                return None
            opened = [cue for cue in self.cues if before <= cue.at <= before + 1 and cue.kind == "according"]
            if opened:
                return opened[0].source
            if any(before <= cue.at <= end for cue in self.cues) or not self._is_forecast(before, end):
                return None
            start = before
        return None

    def _is_forecast(self, first: int, last: int) -> bool:
        return any("~future" in token.values for token in self.tokens[first : last + 1])

    def _closes(self, cue: _Cue, at: int, last: int) -> bool:
        """True for "…, X said." behind a figure: a comma before, and the sentence or the clause ends with it."""
        before = self.tokens[max(at, cue.at - _REACH) : cue.at + 1]
        behind = self.tokens[cue.at + 1 : min(cue.at + _REACH, last + 1)]
        ended = len(behind) < _REACH - 1 or any(token.low in ",.;" for token in behind)
        opened = any("$that" in token.values for token in behind[:1])
        return ended and not opened and any(token.low in (",", "”", "»", '"', "–", "—") for token in before)

    # -- quotations ------------------------------------------------------------------------------

    def _quote(self, position: int) -> tuple[int, int] | None:
        index = bisect_right(self._quote_starts, position) - 1
        return self.quotes[index] if index >= 0 and position < self.quotes[index][1] else None

    def _speaker(self, start: int, end: int) -> Source | None:
        """The speaker beside a quotation: behind it up to the end of its sentence, else before it."""
        at = bisect_left(self.starts, end)
        _, last = self._sentence(min(at + 1, len(self.tokens) - 1))
        behind = [cue for cue in self.cues if at <= cue.at <= last and self.tokens[cue.at].start < end + _AFTER]
        if behind:
            return behind[0].source
        at = max(bisect_left(self.starts, start) - 2, 0)
        first, _ = self._sentence(at)
        ahead = [cue for cue in self.cues if first <= cue.at <= at + 1]
        return ahead[-1].source if ahead else None

    # -- cues ------------------------------------------------------------------------------------

    def _cue(self, at: int, token: Token) -> _Cue | None:
        if "$according" in token.values:
            source = self._named(at + 1, self._phrase_end(at + 1))
            return _Cue(at, "according", source) if source else None
        if "$same_source" in token.values:
            return _Cue(at, "according", self.cues[-1].source) if self.cues else None
        if self._mention_at(at):  # the United States
            return None
        agent = next((n for n in range(at + 1, min(at + 4, len(self.tokens))) if "$by" in self.tokens[n].values), None)
        if agent is not None and "$accuse" in token.values:
            source = self._named(agent + 1, self._phrase_end(agent + 1))
            return _Cue(at, "by", source) if source else None
        source = self._subject(at)
        return _Cue(at, "claim", source) if source and self._can_say(source) else None

    def _can_say(self, source: Source) -> bool:
        """True for a name or a described person or body; a deficit says nothing."""
        if self._mention_at(bisect_left(self.starts, source.start)):
            return True
        at = bisect_left(self.starts, source.start)
        capital = source.name[:1].isupper() and not self.page.language.section("figures").get("capital_nouns")
        if capital and at > self._sentence(at)[0]:
            return True
        informants = self.page.language.once(_informants)
        words = _WORD.findall(source.name.lower())
        return not informants or any(
            word in informants or (word.endswith("s") and word[:-1] in informants) for word in words
        )

    def _subject(self, at: int) -> Source | None:
        """Who a verb of saying belongs to: its parsed subject, what stands before it, or behind it after a comma."""
        parsed = self._parsed_subject(at)
        if parsed is not None and self._together(parsed[0], at):
            return self._named(*parsed)
        left, stop = self._clause(at)
        found = self._backwards(left, stop)
        if found:
            return found
        inverted = left == stop
        right = self._forwards(at, inverted)
        if right or not inverted:
            return right or self._described(left, stop)
        return self.cues[-1].source if self.cues and self._drops else None

    def _clause(self, at: int) -> tuple[int, int]:
        """Tokens in which a verb's subject can stand before it; an insertion between commas is skipped."""
        stop = at
        if at > 1 and self.tokens[at - 1].low == ",":  # Kim, for his part, assured
            stop = next((n for n in range(at - 2, max(at - 15, 0), -1) if self._stops(n)), at)
            if stop == at or self.tokens[stop].low != ",":
                return at, at
        left = stop
        while left > max(stop - _CLAUSE, 0) and not self._stops(left - 1):
            left -= 1
        return left, stop

    def _stops(self, place: int) -> bool:
        """True for a mark that ends a clause; the stop of an abbreviation (U.N., EE. UU.) ends none."""
        token = self.tokens[place]
        if token.low != ".":
            return token.low in _STOPS
        found = self.page.article.sentence_at(token.start)
        return found is None or found[1] <= token.end + 1

    def _backwards(self, left: int, stop: int) -> Source | None:
        for place in range(stop - 1, left - 1, -1):
            values = self.tokens[place].values
            if "$relative" in values:
                return self._antecedent(place)
            if "$pronoun" in values:
                return self._pronoun(place)
            if "$claims" in values:
                return None
            found = self._mention_at(place)
            if found:
                longer = self._longer(found.start, found.end)
                if longer:
                    return longer
                return found if self._is_head(found, left) else self._named(left, place + 1)
        return None

    def _antecedent(self, place: int) -> Source | None:
        """Who a relative pronoun stands for: the last name before that is not only another's (X, aide of Y, who)."""
        first, _ = self._sentence(place)
        low = self.tokens[first].start
        index = bisect_left(self._places, self.tokens[place].start)
        for start, end, one in reversed(self.mentions[:index]):
            if start < low:
                return None
            if one.kind in ("PER", "ORG", "GPE") and not self._depends(start, low):
                return Source(one.refers_to or one.name, start, end)
        return None

    def _is_head(self, found: Source, left: int) -> bool:
        """False for a name that only says whose, before a verb: officials in Kyiv said."""
        first = max(bisect_right(self.starts, found.start) - 1, 0)
        return first <= left or "$whose" not in self.tokens[first - 1].values

    def _forwards(self, at: int, inverted: bool) -> Source | None:
        for place in range(at + 1, min(at + _REACH, len(self.tokens))):
            token = self.tokens[place]
            if self._stops(place) or "$that" in token.values:
                break
            if "$pronoun" in token.values:
                return self._pronoun(place)
            found = self._mention_at(place)
            if found and not self._addressed(place):
                return found if not inverted else self._named(at + 1, self._phrase_end(at + 1)) or found
        if not inverted or self._addressed(at + 2):
            return None
        return self._described(at + 1, self._phrase_end(at + 1))

    def _parsed_subject(self, at: int) -> tuple[int, int] | None:
        """Token range of the verb's subject in the parse; None without a parser or a subject."""
        if self.page.doc is None:
            return None
        verb = self.page.token(self.tokens[at].end - 1)
        for _ in range(4):
            if verb is None:
                return None
            here = verb
            subjects = [child for child in here.children if child.dep_ in ("nsubj", "nsubj:pass", "nsubjpass")]
            found = min(subjects, key=lambda child: abs(child.i - here.i), default=None)
            if found is not None and found.text.lower() not in ("who", "which", "that", "qui", "que"):
                skipped = {t.i for child in found.children if child.dep_ in _LOOSE for t in child.subtree}
                tree = [token for token in found.subtree if token.i not in skipped]
                first = bisect_right(self.starts, tree[0].idx) - 1
                last = bisect_right(self.starts, tree[-1].idx) - 1
                return max(first, 0), min(last + 1, at) if first < at else last + 1
            if verb.dep_ not in ("conj", "aux", "aux:pass", "auxpass", "advcl", "xcomp"):
                return None
            verb = verb.head
        return None

    def _together(self, first: int, at: int) -> bool:
        """True when no quotation mark and no end of a sentence stands between a subject and its verb."""
        low, high = min(first, at), max(first, at)
        return all(token.low not in _QUOTES and token.low not in ".!?\n" for token in self.tokens[low:high])

    def _addressed(self, place: int) -> bool:
        """True for the one spoken to: told the press, confirms to the agency."""
        return place > 0 and "$to" in self.tokens[place - 1].values

    def _pronoun(self, place: int) -> Source | None:
        """The last source before; without one, the last person named."""
        if self.cues:
            last = self.cues[-1].source
            return Source(last.name, self.tokens[place].start, self.tokens[place].end)
        index = bisect_left(self._places, self.tokens[place].start)
        person = next((one for *_, one in reversed(self.mentions[:index]) if one.kind == "PER"), None)
        return (
            Source(person.refers_to or person.name, self.tokens[place].start, self.tokens[place].end)
            if person
            else None
        )

    def _mention_at(self, place: int) -> Source | None:
        token = self.tokens[place]
        index = bisect_right(self._places, token.start) - 1
        if index < 0:
            return None
        start, end, mention = self.mentions[index]
        if not start <= token.start < end or mention.kind not in ("PER", "GPE", "ORG", "LOC", "NORP", "FAC"):
            return None
        return Source(mention.refers_to or mention.name, start, end)

    def _named(self, first: int, stop: int) -> Source | None:
        """The source a phrase names: its person, or the name it begins with; else the phrase as written."""
        if first >= stop:
            return None
        if "$pronoun" in self.tokens[first].values and stop == first + 1:
            return self._pronoun(first)
        low, high = self.tokens[first].start, self.tokens[stop - 1].end
        inside = self.mentions[bisect_left(self._places, low) : bisect_left(self._places, high)]
        free = [one for one in inside if not self._depends(one[0], low)]
        best = next((one for one in reversed(free) if one[2].kind == "PER" and one[2].form != "nominal"), None)
        best = best or next((one for one in free if self._opens(low, one[0])), None)
        if best:
            longer = self._longer(best[0], best[1])
            if longer:
                return longer
            end = (
                high
                if self._opens(low, best[0]) and all("$whose" not in t.values for t in self.tokens[first:stop])
                else best[1]
            )
            return Source(best[2].refers_to or best[2].name, best[0], max(best[1], end))
        return self._described(first, stop)

    def _longer(self, start: int, end: int) -> Source | None:
        """The whole name of a body that begins with a country's: La France insoumise is not France."""
        at = bisect_left(self.starts, end)
        if at >= len(self.tokens) or not self.page.language.section("figures").get("noun_first"):
            return None
        after = self.tokens[at]
        parsed = self.page.token(after.start) if self.page.doc is not None else None
        if parsed is None or parsed.pos_ != "ADJ" or after.kind != "word" or self.page.value[after.start].isupper():
            return None
        return Source(" ".join(self.page.value[start : after.end].split()), start, after.end)

    def _depends(self, start: int, low: int) -> bool:
        """True for a name that only says whose: a spokesman for the Kremlin."""
        at = bisect_left(self.starts, start) - 1
        while (
            at >= 0
            and self.tokens[at].start >= low
            and ("$article" in self.tokens[at].values or self.tokens[at].low == "'")
        ):
            at -= 1
        return at >= 0 and self.tokens[at].start >= low and "$whose" in self.tokens[at].values

    def _opens(self, low: int, start: int) -> bool:
        """True when only articles stand between the head of a phrase and a name."""
        first, at = bisect_left(self.starts, low), bisect_left(self.starts, start)
        return all("$article" in token.values or not token.low[0].isalnum() for token in self.tokens[first:at])

    def _described(self, first: int, stop: int) -> Source | None:
        """An unnamed source in the article's words: Western officials."""
        while first < stop and (not self.tokens[first].low[0].isalpha() or "$article" in self.tokens[first].values):
            first += 1
        while stop > first and ("$stop" in self.tokens[stop - 1].values or not self.tokens[stop - 1].low[0].isalnum()):
            stop -= 1
        while stop - first > _CLAUSE or (
            first < stop and "$stop" in self.tokens[first].values and "$article" not in self.tokens[first].values
        ):
            first += 1
        stop = next((at for at in range(first + 1, stop) if "$relative" in self.tokens[at].values), stop)
        inside = self.tokens[first:stop]
        if not inside or any(token.kind == "number" or (token.low in _STOPS and token.low != ".") for token in inside):
            return None
        if all(not token.low[0].isalpha() or "$bounds" in token.values for token in inside):
            return None
        start, end = self.tokens[first].start, self.tokens[stop - 1].end
        return Source(" ".join(self.page.value[start:end].split()), start, end)

    def _phrase_start(self, at: int) -> int:
        """First token of the noun phrase before a postposed "according to": capitals, articles and what links them."""
        start = at
        while start > max(at - _PHRASE, 0):
            token = self.tokens[start - 1]
            links = token.low == "-" or {"$article", "$whose"} & token.values.keys()
            if not links and (token.low in _STOPS or not self.page.value[token.start].isupper()):
                break
            start -= 1
        return start

    def _phrase_end(self, at: int) -> int:
        """One past the noun phrase that begins at a token: a comma, verb, quotation mark or end stops it."""
        stop = at
        while stop < min(at + _PHRASE, len(self.tokens)):
            token = self.tokens[stop]
            if self._stops(stop) or "$that" in token.values:
                break
            if stop > at and (
                "$claims" in token.values
                or "~past" in token.values
                or "~future" in token.values
                or token.kind == "number"
            ):
                break
            stop += 1
        return stop

    def _sentence(self, at: int) -> tuple[int, int]:
        """First and last token of the sentence around a token, by the article's sentences, else by full stops."""
        if not self.tokens:
            return 0, 0
        at = min(max(at, 0), len(self.tokens) - 1)
        found = self.page.article.sentence_at(self.tokens[at].start)
        if found:
            return bisect_left(self.starts, found[0]), max(bisect_left(self.starts, found[1]) - 1, at)
        first = last = at
        while first > 0 and self.tokens[first - 1].low not in ".!?\n…":
            first -= 1
        while last < len(self.tokens) - 1 and self.tokens[last].low not in ".!?\n…":
            last += 1
        return first, last
