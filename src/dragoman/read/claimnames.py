"""Phrases that name who can tell a number: a person, a body, or somebody described in the article's words."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.read.informants import ENDS, QUOTES, STOPS, Informants, Source

__all__ = ["ENDS", "QUOTES", "Names", "Source"]

_PHRASE = 9  # tokens of a description of an unnamed source
_TITLE = 3  # letters of Mr, Mrs, Dr, Sra
_NAMES = 3  # words of a person's name
_TIMES = frozenset({"unit", "weekday", "wday", "month", "mon", "ref", "set", "edge"})
_LINKS = frozenset({"$article", "$whose"})


class Names(Informants):
    """The names of one article and the phrases around them."""

    def named(self, first: int, stop: int) -> Source | None:
        """The source a phrase names: its person, or the name that is its head; else the phrase as written."""
        if first >= stop:
            return None
        low, high = self.tokens[first].start, self.tokens[stop - 1].end
        inside = self.mentions[bisect_left(self.places, low) : bisect_left(self.places, high)]
        free = [one for one in inside if not self.depends(one[0], low)]
        best = next((one for one in reversed(free) if one[2].kind == "PER" and one[2].form != "nominal"), None)
        best = best or next((one for one in free if self._opens(low, one[0])), None)
        if best is None:
            return self.described(first, stop)
        person = best[2].kind == "PER"
        if person and self._is_tail(best[0], low):
            return self.described(first, stop)
        if not person and self._is_part(best[1], stop):
            return self.described(first, stop)
        longer = None if person else self.longer(best[0], best[1])
        if longer:
            return longer
        parted = any("$whose" in token.values or "$joint" in token.values for token in self.tokens[first:stop])
        whole = self._opens(low, best[0]) and not parted
        return Source(best[2].refers_to or best[2].name, best[0], max(best[1], high if whole else best[1]))

    def _is_tail(self, start: int, low: int) -> bool:
        """True for what looks like a person but ends a body's name: Consejo Nacional Electoral."""
        at = bisect_left(self.starts, start)
        if self.nouns_are_capital or at == 0 or self.tokens[at - 1].start < low:
            return False
        before = self.tokens[at - 1]
        if len(before.low) <= _TITLE:
            return False
        return before.kind == "word" and self.is_capital(at - 1) and not self.mention_at(at - 1) and not before.values

    def _is_part(self, end: int, stop: int) -> bool:
        """True for a name that only begins the phrase: Turkey's disaster agency, AU envoy, Union française des …"""
        at = bisect_left(self.starts, end)
        if at >= stop:
            return False
        token = self.tokens[at]
        if token.low in "-‑" and token.start == end:  # the Hamas-run ministry
            return True
        if token.low == "'" or ("$stop" in token.values and not _LINKS & token.values.keys()):
            return at + 1 < stop and token.low == "'"
        if token.kind != "word" or self.mention_at(at):
            return False
        if "$whose" in token.values:
            of = "$of" in token.values or "$genitive" in token.values
            return of and (self._noun_first or self.page.doc is None) and self._is_noun(at + 1, stop)
        return not self._noun_first and not self.is_capital(at) and not (_TIMES & token.values.keys())

    def _is_noun(self, at: int, stop: int) -> bool:
        """True when a noun and no infinitive follows "of": Washington d'avoir livré is no body."""
        at += at < stop and self.tokens[at].low == "'"
        parsed = self.page.token(self.tokens[at].start) if at < stop and self.page.doc is not None else None
        return at < stop and (parsed is None or parsed.pos_ in ("NOUN", "PROPN", "ADJ", "DET"))

    def longer(self, start: int, end: int) -> Source | None:
        """The whole name of a body that begins with a country's: La France insoumise is not France."""
        at = bisect_left(self.starts, end)
        if at >= len(self.tokens) or not self._noun_first:
            return None
        after = self.tokens[at]
        parsed = self.page.token(after.start) if self.page.doc is not None else None
        if parsed is None or parsed.pos_ != "ADJ" or after.kind != "word" or self.is_capital(at):
            return None
        return Source(" ".join(self.page.value[start : after.end].split()), start, after.end)

    def depends(self, start: int, low: int) -> bool:
        """True for a name that only says whose: a spokesman for the Kremlin."""
        at = bisect_left(self.starts, start) - 1
        while at >= 0 and self.tokens[at].start >= low:
            if "$article" not in self.tokens[at].values and self.tokens[at].low != "'":
                break
            if "$genitive" in self.tokens[at].values and "$whose" in self.tokens[at].values:
                break
            at -= 1
        return at >= 0 and self.tokens[at].start >= low and "$whose" in self.tokens[at].values

    def _opens(self, low: int, start: int) -> bool:
        """True when only articles stand between the head of a phrase and a name."""
        first, at = bisect_left(self.starts, low), bisect_left(self.starts, start)
        leads = self.tokens[first:at]
        return all("$article" in one.values or "$both" in one.values or not one.low[0].isalnum() for one in leads)

    def described(self, first: int, stop: int) -> Source | None:
        """An unnamed source in the article's words: Western officials."""
        tokens = self.tokens
        while first < stop and (not tokens[first].low[0].isalpha() or self._is_lead(first)):
            first += 1
        while stop > first and ("$stop" in tokens[stop - 1].values or not tokens[stop - 1].low[0].isalnum()):
            stop -= 1
        while first < stop and stop - first > _PHRASE + 5:
            first += 1
        while first + 1 < stop and self._is_no_head(first):  # в субботу власти
            first += 1
        stop = next((at for at in range(first + 1, stop) if "$relative" in tokens[at].values), stop)
        stop = next((at for at in range(first + 1, stop) if tokens[at].low == ","), stop)
        stop = self._named_end(first, stop)
        inside = tokens[first:stop]
        counted = bool(inside) and inside[0].kind == "number" and len(inside) > 1  # two officials
        if not inside or any(token.low in STOPS and token.low != "." for token in inside):
            return None
        if any(token.kind == "number" for token in inside[counted:]):
            return None
        if all(not token.low[0].isalpha() or "$bounds" in token.values for token in inside):
            return None
        start, end = inside[0].start, inside[-1].end
        return Source(" ".join(self.page.value[start:end].split()), start, end)

    def _named_end(self, first: int, stop: int) -> int:
        """Where a bare name ends before the place it spoke at: Trump en la ceremonia."""
        if self.page.doc is not None or self.nouns_are_capital or not self.is_capital(first):
            return stop
        end = first
        while end < stop and self.is_capital(end):
            end += 1
        values = self.tokens[end].values if end < stop else {}
        return end if end - first < _NAMES and "$whose" in values and "$of" not in values else stop

    def _is_no_head(self, at: int) -> bool:
        values = self.tokens[at].values
        return ("$stop" in values and "$article" not in values) or bool(_TIMES & values.keys())

    def beside(self, source: Source) -> tuple[str, ...]:
        """Who else a source is joined to by "and": police and the mayor said, selon Kiev et Londres."""
        at = bisect_left(self.starts, source.end)
        if at + 1 >= len(self.tokens) or "$joint" not in self.tokens[at].values:
            return ()
        other = self.named(at + 1, self.phrase_end(at + 1))
        if other is None or other.name == source.name:
            return ()
        parties = self.page.language.words("quotes", "parties")  # "Seoul and Western powers"
        told = self.can_say(other, plain=False) or any(word in parties for word in other.name.lower().split())
        return (other.name,) if told else ()

    def _is_lead(self, at: int) -> bool:
        values = self.tokens[at].values
        return "$article" in values or "$joint" in values or "$own" in values

    def _is_named(self, at: int) -> bool:
        """True for a noun whose ending only looks like a verb's: le ministère de la santé."""
        parsed = self.page.token(self.tokens[at].start) if self.page.doc is not None else None
        return parsed is not None and parsed.pos_ == "NOUN" and parsed.idx == self.tokens[at].start

    def _is_attribute(self, at: int) -> bool:
        """True for an adjective of time inside a noun phrase: its most recent annual report."""
        parsed = self.page.token(self.tokens[at].start) if self.page.doc is not None else None
        return parsed is not None and parsed.dep_ == "amod" and parsed.pos_ == "ADJ" and parsed.head.i > parsed.i

    def holds_verb(self, source: Source) -> bool:
        """True for a phrase that is no noun phrase: workers had rejected; decretó."""
        first, stop = bisect_left(self.starts, source.start), bisect_left(self.starts, source.end)
        if self.mention_at(first):
            return False
        for at in range(first, stop):
            values = self.tokens[at].values
            if self.is_capital(at) or self.is_told(self.tokens[at].low):
                continue
            if "$auxiliary" in values and at > first:
                return True
            if self.page.doc is None and "~past" in values and not self.nouns_are_capital and stop - first == 1:
                return True
        return False

    def phrase_start(self, at: int) -> int:
        """First token of the noun phrase before a postposed "according to": capitals, articles and what links them."""
        start = at
        while start > max(at - _PHRASE, 0):
            token = self.tokens[start - 1]
            links = token.low == "-" or _LINKS & token.values.keys()
            if not links and (token.low in STOPS or not self.is_capital(start - 1)):
                break
            start -= 1
        return start

    def phrase_end(self, at: int, limit: int | None = None) -> int:
        """One past the noun phrase that begins at a token: a comma, verb, time, quotation mark or end stops it."""
        stop = at
        last = min(at + _PHRASE, len(self.tokens) if limit is None else limit)
        while stop < last and not self._ends_phrase(at, stop):
            stop += 1
        return stop

    def _ends_phrase(self, at: int, stop: int) -> bool:
        token = self.tokens[stop]
        values = token.values
        if self.stops(stop) or "$that" in values:
            return True
        if stop == at:
            return False
        verb = not {"$claims", "$contrast", "$verbs", "$puts", "~past", "~future"}.isdisjoint(
            values
        ) and not self._is_named(stop)
        if verb and not self.is_capital(stop) and not ("$claims" not in values and self.is_told(token.low)):
            return True
        timed = _TIMES & values.keys() and not self.mention_at(stop) and not self._is_attribute(stop)
        if token.kind == "number" or timed:
            return True
        linked = bool(_LINKS & values.keys())
        if not linked and "$stop" in values and not self.is_capital(stop):
            return True
        if not self.nouns_are_capital or token.kind != "word" or not self.is_capital(stop - 1):
            return False
        if self.is_capital(stop):
            return False
        return "$whose" not in values or ("$article" in values and "$genitive" not in values)
