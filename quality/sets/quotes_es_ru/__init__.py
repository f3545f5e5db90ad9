"""40 articles with their quotations marked, 20 in Spanish and 20 in Russian, in the manner of the press there.

The events behind them are real and lie between 2010 and 2025 in Europe, the Americas, Asia and Africa; the people who
speak and their words are invented, so that nobody is made to say what he did not. Marks of every kind (« » “ ” " „ “),
rayas and dashes with inverted cues, según and по словам, reports with que and что, quotations split around the cue,
chains, interviews, headlines, unnamed speakers, joint statements, scare quotes, placards and voices that nobody owns.

    es.toml ru.toml   [[article]] id, published, speakers, text
      speakers  key = form/form: names that are right as an answer; word* accepts every ending; one stands in the text
      text      {kind speaker:words}: kind d direct, p partial, s scare, i indirect, n a name or title between marks;
                speaker `-` is one the text does not tell, a+b is a joint statement;
                {d key#1:first half} … {d key#2:second half} is one quotation; quotations may hold quotations

A quotation is the words without their marks and without que or что. Halves inside one pair of marks, or in one turn
after a dash, are one quotation, and so are the halves of a report that its source interrupts ("La decisión, dijo,
estaba tomada"). A report whose words all stand between marks is that quotation, not a second one.
The loader refuses unknown kinds and speakers, halves that do not follow each other
and opening marks that no quotation explains. Spans match where they share half of what they cover together.
One annotator, who had seen no rule and no word list; no second opinion. Mended once after the first run: nominal
forms of speakers, and marks whose namer the text tells. The line between a clause
(direct) and a phrase (partial) is drawn at the finite verb; reports in noun phrases are not marked. The articles have
80 to 140 words: shorter than most, so that each has as many speakers as a long one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.records import Quote, Reading
from quality.sets.marking import Misplaced, Place, f1, named, read_text, share

__all__ = ["Article", "Quoted", "Said", "article", "gold", "numbers", "said", "score"]

HERE = Path(__file__).resolve().parent
LANGUAGES = ("es", "ru")
KINDS = {"d": "direct", "p": "partial", "s": "scare", "i": "indirect", "n": "name"}
ENOUGH = 0.5  # of what two spans cover together, as the other data sets of quotations match
TOKEN = re.compile(r"\{(?P<kind>\w+) (?P<who>[\w+]+|-)(?:#(?P<part>\d))?:|\{n:|\}")  # {d pres#1:  {s -:  {n:  }
OPENING = re.compile(r"[«“„](?=\w|[¿¡])")


@dataclass(frozen=True, kw_only=True)
class Quoted:
    """One quotation of the gold; no speakers when the text does not tell, else the accepted forms of each."""

    places: tuple[Place, ...]
    kind: str
    speakers: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Article:
    """One text without its marking, and its quotations."""

    id: str
    language: str
    published: str
    text: str
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, kw_only=True)
class Said:
    """One predicted quotation; several names for a joint one, none when it abstains."""

    places: tuple[Place, ...]
    kind: str
    speakers: tuple[str, ...] = ()


# -- gold --------------------------------------------------------------------------------------------------


def gold() -> Iterator[Article]:
    """Every article with its quotations."""
    for code in LANGUAGES:
        for row in tomllib.loads((HERE / f"{code}.toml").read_text(encoding="utf-8"))["article"]:
            yield article(row, code)


def article(row: dict[str, Any], code: str) -> Article:
    """One [[article]], its marking taken out of the text and turned into offsets."""
    where = row["id"]
    text, spots = _plain(row["text"], where)
    speakers = dict(_speaker(one, text, where) for one in row["speakers"])
    quotes: list[Quoted] = []
    for start, end, kind, who, part in sorted(spots):
        speaks = _forms(who, speakers, where)
        if part and part != "1":
            before = (quotes[-1].kind, quotes[-1].speakers, len(quotes[-1].places)) if quotes else ()
            if before != (KINDS[kind], speaks, int(part) - 1):
                raise Misplaced(f"{where}: {text[start:end]!r} is part {part} of nothing")
            quotes[-1] = Quoted(
                places=(*quotes[-1].places, (start, end)), kind=quotes[-1].kind, speakers=quotes[-1].speakers
            )
            continue
        quotes.append(Quoted(places=((start, end),), kind=KINDS[kind], speakers=speaks))
    _explain(text, quotes, where)
    return Article(id=where, language=code, published=row["published"], text=text, quotes=tuple(quotes))


def _plain(marked: str, where: str) -> tuple[str, list[tuple[int, int, str, str, str]]]:
    """The text without marking, and (start, end, kind, speaker, part) of each marked place."""
    plain, spots, open_ones, last = "", [], [], 0
    for token in TOKEN.finditer(marked):
        plain += marked[last : token.start()]
        last = token.end()
        if token.group() != "}":
            open_ones.append((len(plain), token["kind"] or "n", token["who"] or "-", token["part"] or ""))
            continue
        if not open_ones:
            raise Misplaced(f"{where}: a brace closes nothing after {plain[-20:]!r}")
        start, kind, who, part = open_ones.pop()
        spots.append((start, len(plain), kind, who, part))
    plain += marked[last:]
    wrong = [kind for _, _, kind, who, _ in spots if kind not in KINDS or (kind == "s" and who != "-")]
    if open_ones or wrong or "{" in plain or any(start == end for start, end, *_ in spots):
        raise Misplaced(f"{where}: a brace stays open, a kind is unknown or scare quotes have a speaker: {wrong}")
    return plain, spots


def _speaker(row: str, text: str, where: str) -> tuple[str, tuple[str, ...]]:
    key, _, forms = row.partition(" = ")
    listed = tuple(forms.split("/"))
    if not named(text, listed):
        raise Misplaced(f"{where}: no form of the speaker {row!r} is in the text")
    return key, listed


def _forms(who: str, speakers: dict[str, tuple[str, ...]], where: str) -> tuple[tuple[str, ...], ...]:
    unknown = set(who.split("+")) - {"-", *speakers}
    if unknown:
        raise Misplaced(f"{where}: speakers {sorted(unknown)} are not listed")
    return tuple(speakers[key] for key in who.split("+") if key != "-")


def _explain(text: str, quotes: list[Quoted], where: str) -> None:
    """Refuse an opening mark that neither opens a marked quotation nor lies inside one."""
    held = [place for one in quotes for place in one.places]
    for mark in OPENING.finditer(text):
        if not any(start == mark.end() or start <= mark.start() < end for start, end in held):
            raise Misplaced(f"{where}: nothing explains the mark in {text[mark.start() : mark.end() + 25]!r}")


# -- predictions -------------------------------------------------------------------------------------------


def said(reading: Reading) -> list[Said]:
    """The quotations of a reading in the shape that is scored."""
    return [
        Said(
            places=tuple((span.start, span.end) for span in one.spans),
            kind=one.kind,
            speakers=tuple(name for name in (one.speaker, *one.co_speakers) if name),
        )
        for one in reading.of(Quote)
    ]


# -- scores ------------------------------------------------------------------------------------------------


def score(pairs: Iterable[tuple[Article, list[Said]]]) -> dict[str, float]:
    """Numbers over articles with the quotations read in each."""
    names = ("gold", "told", "met", "kind", "with_speaker", "right", "named", "wrong_named", "asked", "abstained")
    count = dict.fromkeys(names, 0)
    for one, quotes in pairs:
        wanted = [quote for quote in one.quotes if quote.kind != "name"]
        titles = [quote for quote in one.quotes if quote.kind == "name"]
        matched = _matched(one.quotes, quotes)
        about_titles = [pair for pair in matched if pair[0] in titles]
        count["gold"] += len(wanted)
        count["told"] += len(quotes) - len(about_titles)
        count["with_speaker"] += sum(bool(quote.speakers) for quote in wanted)
        count["wrong_named"] += sum(bool(predicted.speakers) for _, predicted in about_titles)
        for quote, predicted in matched:
            if quote.kind != "name":
                _count(quote, predicted, count)
    return {
        "quotations": count["gold"],
        "speaker_recall": share(count["right"], count["with_speaker"]),
        "wrong_named": count["wrong_named"],
        "wrong_named_share": share(count["wrong_named"], count["gold"]),
        "abstained": share(count["abstained"], count["asked"]),
        "kind_accuracy": share(count["kind"], count["met"]),
        "content_f1": f1(count["met"], count["told"], count["gold"]),
        "content_recall": share(count["met"], count["gold"]),
    }


def _count(quote: Quoted, predicted: Said, count: dict[str, int]) -> None:
    right = bool(quote.speakers) and _is_right(quote, predicted)
    count["met"] += 1
    count["kind"] += predicted.kind == quote.kind
    count["asked"] += bool(quote.speakers)
    count["right"] += right
    count["wrong_named"] += bool(predicted.speakers) and not right
    count["abstained"] += bool(quote.speakers) and not predicted.speakers


def _is_right(quote: Quoted, predicted: Said) -> bool:
    """Every name given is one of the speakers, and at least one is given."""
    return bool(predicted.speakers) and all(
        any(named(name, forms) for forms in quote.speakers) for name in predicted.speakers
    )


def _matched(wanted: Iterable[Quoted], told: list[Said]) -> list[tuple[Quoted, Said]]:
    """One to one, the pairs that overlap most first."""
    rows = [(_overlap(left, right), at, to) for at, left in enumerate(wanted) for to, right in enumerate(told)]
    golds, pairs, used_gold, used_told = list(wanted), [], set(), set()
    for overlap, at, to in sorted(rows, key=lambda row: (-row[0], row[1], row[2])):
        if overlap >= ENOUGH and at not in used_gold and to not in used_told:
            used_gold.add(at)
            used_told.add(to)
            pairs.append((golds[at], told[to]))
    return pairs


def _overlap(left: Quoted, right: Said) -> float:
    """Characters both cover, over characters either covers."""
    one = {position for start, end in left.places for position in range(start, end)}
    other = {position for start, end in right.places for position in range(start, end)}
    return len(one & other) / len(one | other)


def numbers() -> dict[str, float]:
    """Dragoman on the set, by language."""
    found = {}
    pairs = [(one, said(read_text(one.id, one.text, one.published))) for one in gold()]
    for code in LANGUAGES:
        part = score([pair for pair in pairs if pair[0].language == code])
        found |= {f"quotes_es_ru.{code}.{name}": value for name, value in part.items()}
    return found
