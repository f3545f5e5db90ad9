"""Reasons in the reader's language: how a date was reached, why two passages do not agree, what was mended.

The library gives a reason in English, made from a template. The catalogue has the same templates in other languages;
a reason of which it lacks a part stays as it is, and the page marks it as English.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial

from dragoman.report.messages import Messages

__all__ = ["reason"]

PLACE = re.compile(r"\\\{([a-z])\\\}")  # {a}, as re.escape writes it
PARTS = re.compile(r"; (?=[^“”]*(?:“[^“”]*”[^“”]*)*$)")  # "; " outside of “words of an article”
DAY = re.compile(r"\b(?:(?P<day>\d{1,2}) )?(?P<month>[A-Z][a-z]{2,8})(?: (?P<year>\d{4}))?\b")  # 19 June 2024, June
JOINT = re.compile(r"\band(?: more)?\b")  # 7,000 and 10,000 and more
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")  # 7,000
QUOTED = re.compile(r"(“[^“”]*”|(?<!\w)'[^']*'(?!\w))")  # “in June”, 'June 19, 2024': words of an article
OPENED = re.compile(r"(?<!\w)'$")  # from the text: '
INFERRED = " (inferred)"  # behind a date that rests on an inferred publication date
Row = tuple[re.Pattern[str], str]


@lru_cache(maxsize=4096)
def reason(words: str, say: Messages) -> str | None:
    """A reason in the language of the page; None where the catalogue lacks a template for a part of it."""
    if say.language == "en":
        return words
    end = "." if words.endswith(".") else ""
    parts = [_part(one, say) for one in PARTS.split(words.removesuffix("."))]
    told = [one for one in parts if one is not None]
    return f"{say('reasons.joint').join(told)}{end}" if len(told) == len(parts) else None


def _part(words: str, say: Messages) -> str | None:
    bare = words.removesuffix(INFERRED)
    for pattern, template in _rows(say):
        match = pattern.fullmatch(bare)
        if match:
            values = {name: _value(match, name, say) for name in match.groupdict()}
            if not values.get("z", "-"):
                continue  # an act for which the catalogue has no noun
            return template.format_map(values) + (say("reasons.inferred") if bare != words else "")
    return None


@lru_cache(maxsize=8)
def _rows(say: Messages) -> tuple[Row, ...]:
    """The templates of a catalogue, the longest first; {a} holds any words, {n} a number."""
    rows = sorted(say.tables.get("reason", {}).items(), key=lambda row: (-len(row[0]), row[0]))
    return tuple((re.compile(PLACE.sub(_hole, re.escape(english)), re.I), str(own)) for english, own in rows)


@lru_cache(maxsize=8)
def _fragments(say: Messages) -> tuple[Row, ...]:
    """Words inside the places of a template that are ours too: "give or take 12 %"."""
    rows = sorted(say.tables.get("fragment", {}).items(), key=lambda row: (-len(row[0]), row[0]))
    return tuple((re.compile(rf"{PLACE.sub(_hole, re.escape(one))}(?!\w)"), str(own)) for one, own in rows)


def _hole(place: re.Match[str]) -> str:
    return rf"(?P<{place[1]}>\d[\d,.–]*)" if place[1] in "nm" else rf"(?P<{place[1]}>.+?)"


def _value(match: re.Match[str], name: str, say: Messages) -> str:
    """What stands in a place of a template; words up to the mark that closes a quotation begun before it stay."""
    before, value = match.string[: match.start(name)], match[name]
    if name == "z":
        return _deed(value, say)
    end = "”" if before.count("“") > before.count("”") else "'" if OPENED.search(before) else ""
    if not end:
        return _dated(value, say)
    words, mark, rest = value.partition(end)
    return f"{words}{mark}{_dated(rest, say)}"


def _deed(value: str, say: Messages) -> str:
    """An act as a finding names it, "Signature of the treaty"; nothing where the catalogue has no noun for it."""
    nouns = {**{name.replace("_", " "): row[2] for name, row in say.tables["events"].items()}, **say.tables["deed"]}
    for head in sorted(nouns, key=len, reverse=True):
        if value.casefold() == head or value.casefold().startswith(f"{head} of "):
            thing = value[len(head) + len(" of ") :]
            named = nouns[head][:1].upper() + nouns[head][1:]
            return f"{named}{say('reasons.of')}{_dated(thing, say)}" if thing else named
    return ""


def _dated(value: str, say: Messages) -> str:
    """Words of a reason with the names of months and weekdays in the language of the page; quoted words stay."""
    pieces = QUOTED.split(value)
    return "".join(one if number % 2 else _calendar(one, say) for number, one in enumerate(pieces))


def _calendar(words: str, say: Messages) -> str:
    for pattern, template in _fragments(say):
        words = pattern.sub(partial(_filled, template), words)
    words = DAY.sub(lambda match: _day(match, say), words)
    words = THOUSANDS.sub(say("number.thousand"), words)
    return JOINT.sub(lambda match: str(say.row("calendar", match[0]) or match[0]), words)


def _filled(template: str, match: re.Match[str]) -> str:
    return template.format_map(match.groupdict())


def _day(match: re.Match[str], say: Messages) -> str:
    name = say.row("calendar", match["month"])
    if name is None:
        return match[0]
    first = say("date.first") if match["day"] == "1" else match["day"]
    return " ".join(one for one in (first, str(name), match["year"]) if one)
