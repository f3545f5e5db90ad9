"""Days that an article names near a phrase: beside it, told before it, or the day the article tells of."""

from __future__ import annotations

from collections import Counter
from datetime import date

from dragoman.read.periods import Periods
from dragoman.read.phrases import Phrase

__all__ = ["Nearby"]

_BESIDE = 120  # characters between a clock and the day it belongs to
_STAMP = 25  # letters beside a date in the line that says when a page appeared
_NEAR = 7  # days: a weekday name reaches no further than its week
_OPENS = 8  # characters before a date that opens its sentence: "Back on "
_SMALL = 3  # letters of a preposition before the second of two days
_STORY = 13  # days: a date further from publication is background, and weekdays beside it belong to it


class Nearby(Periods):
    """The desk's fourth part: which day stands near."""

    def _joined(self, number: int, weekday: int) -> date | None:
        """The day right before, when only "and" stands between: Tuesday, June 18 and Wednesday; Monday and Tuesday.

        A bare weekday draws only the one that follows it with it: of "Sunday and Friday" either may come first.
        """
        if not number:
            return None
        before, phrase = self.phrases[number - 1], self.phrases[number]
        between = self.tokens[before.last + 1 : phrase.first]
        if between and between[0].low == ",":
            between = between[1:]
        if len(between) > 1 and len(between[-1].low) <= _SMALL and between[-1].kind == "word":
            between = between[:-1]  # and | on Wednesday
        meaning = self.meanings[number - 1]
        if len(between) != 1 or "~joined" not in between[0].values or meaning is None or meaning.when is None:
            return None
        if meaning.when.precision not in ("day", "range"):
            return None
        next_one = (meaning.when.latest.weekday() + 1) % 7 == weekday and meaning.type == "DATE"
        return meaning.when.latest if before.slots.get("day") is not None or next_one else None

    def _paired(self, weekday: int, way: int) -> date | None:
        """A day within the week of publication that the article writes with this weekday, in the right direction."""
        for phrase, meaning in zip(self.phrases, self.meanings, strict=True):
            if meaning and meaning.when and meaning.when.precision == "day" and phrase.slots.get("day"):
                if meaning.weekday and self._is_stamp(phrase):
                    continue  # a wrong weekday in a date line; in the prose it shows what the writer calls the day
                day = meaning.when.earliest
                if phrase.slots.get("wday", phrase.slots.get("weekday")) == weekday and self.today:
                    off = (day - self.today).days
                    if meaning.weekday and way <= 0 and -off > (self.today.weekday() - weekday) % 7 + 1:
                        continue  # a slip of the pen far back; "on Thursday" is the Thursday just past
                    if abs(off) <= _NEAR and (off >= 0 if way > 0 else off <= 0):
                        return day
        return None

    def _is_stamp(self, phrase: Phrase) -> bool:
        """True for a date in a short line of its own: Published Wed, 22 January 2026."""
        low, high = self._line(phrase.start)
        return high - low <= phrase.end - phrase.start + _STAMP

    def _story_day(self, number: int) -> date | None:
        """The last full date before, in the same paragraph, when it lies outside the days of publication."""
        phrase = self.phrases[number]
        block = self.article.block_at(phrase.start)
        low = block.start if block else self.article.text.value.rfind("\n", 0, phrase.start)
        for other in range(number - 1, -1, -1):
            before, meaning = self.phrases[other], self.meanings[other]
            if before.start < low:
                return None
            if meaning and meaning.when and meaning.when.precision == "day" and before.slots.get("day") and self.today:
                if before.slots.get("year") and not self._sets_scene(before, phrase):
                    return None  # what he did on 29 October 2024 is under scrutiny: a witness testified on Monday
                day = meaning.when.earliest
                if any("~back" in one.values for one in self.tokens[max(before.first - 2, 0) : before.first]):
                    return None  # 39 killed since 18 June, the agency said on Monday: told now
                return day if (self.today - day).days > _STORY else None
        return None

    def _sets_scene(self, before: Phrase, phrase: Phrase) -> bool:
        """True for a date that opens an earlier sentence: On March 14, 2019 the ferry sank. Divers came on Saturday."""
        sentence = self.article.sentence_at(before.start)
        return sentence is not None and sentence[1] <= phrase.start and before.start - sentence[0] < _OPENS

    def _day_before(self, number: int) -> date | None:
        """The day told last before a phrase in its sentence."""
        low = (self.article.sentence_at(self.phrases[number].start) or (0, 0))[0]
        low = max(low, self.phrases[number].start - _BESIDE)
        for other in range(number - 1, -1, -1):
            meaning = self.meanings[other]
            if self.phrases[other].start < low:
                return None
            if meaning and meaning.when and meaning.type != "DURATION" and self.phrases[other].op in ("date", "shift"):
                return meaning.when.earliest if meaning.when.precision == "day" else None
        return None

    def _day_beside(self, phrase: Phrase, *, within: int = 10_000) -> date | None:
        """The day nearest to a phrase in its sentence, then in its paragraph."""
        block = self.article.block_at(phrase.start)
        ranges = [
            self.article.sentence_at(phrase.start),
            (block.start, block.end) if block else self._line(phrase.start),
        ]
        for found in ranges:
            if found is None:
                continue
            near = [
                (abs(other.start - phrase.start), meaning.when.earliest)
                for other, meaning in zip(self.phrases, self.meanings, strict=True)
                if meaning and meaning.when and meaning.when.precision == "day" and other is not phrase
                and found[0] <= other.start < found[1] and other.op == "date"
                and abs(other.start - phrase.start) <= within
            ]  # fmt: skip
            if near:
                return min(near)[1]
        return None

    def _main_day(self) -> date | None:
        """The day the article names most often among the days around publication; the later one when equal."""
        days = Counter(
            meaning.when.earliest
            for phrase, meaning in zip(self.phrases, self.meanings, strict=True)
            if meaning and meaning.when and meaning.when.precision == "day" and phrase.op == "date"
            and self.today and -_STORY <= (meaning.when.earliest - self.today).days <= 1
        )  # fmt: skip
        return max(days, key=lambda day: (days[day], day)) if days else None

    def _told_day(self, number: int, *, far: bool, until: date | None = None) -> date | None:
        """The last day told before, in the same paragraph; in any before when `far`; none after `until`."""
        phrase = self.phrases[number]
        block = self.article.block_at(phrase.start)
        low = block.start if block else self._line(phrase.start)[0]
        for other in range(number - 1, -1, -1):
            if self.phrases[other].start < low and not far:
                return None
            when = meaning.when if (meaning := self.meanings[other]) else None
            if when and when.precision == "day" and (until is None or when.earliest <= until):
                return when.earliest
        return None

    def _clock_day(self, number: int) -> date | None:
        """The day a clock belongs to: told before it in its sentence, or beside it with no comma between."""
        before = self._day_before(number)
        if before is not None:
            return before
        phrase = self.phrases[number]
        near = self._day_beside(phrase, within=_BESIDE)
        for other, meaning in zip(self.phrases[number + 1 :], self.meanings[number + 1 :], strict=True):
            if meaning and meaning.when and meaning.when.earliest == near:
                between = self.tokens[phrase.last + 1 : other.first]
                return None if any(token.low == "," for token in between) else near
        return near
