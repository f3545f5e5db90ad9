"""Composes reports out of the bank and of the quotations that the gold of the examples marks; seeded.

Each report takes sound and faulty statements in turn, one a paragraph. Faults in quotations are made mechanically: a
word from another quotation put in, words left out behind an ellipsis, two joined, the speaker changed, one invented.
Reports in another language than their texts quote what an article that is not among the texts gives in the report's
language: so a wording is a translation that a newsroom might have made.
"""

from __future__ import annotations

import html
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from quality.sets.check.gold import Line, Mark, Report, bank, invented, written

__all__ = ["NEEDED", "Quoted", "quoted", "reports"]

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
NEEDED = 600  # planted faults, and as many sound statements
#: Kinds of statements a report takes in turn.
TURNS = (("quotation",), ("figure", "date"), ("name", "citation"), ("standing",))
#: An utterance whose speaker the other texts do not name: the name would rightly be called absent.
LEFT_OUT = frozenset({"spit"})
INVENTED = 3  # quotations that nobody gave, a report
#: (story, language of the report, texts; () all, "!" all that are not in the report's language)
PLAN: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    *(("treaty-2024", "en", ()),) * 4,
    *(("grain-2022", "en", ()),) * 2,
    *(("treaty-2024", "fr", ()),) * 3,
    *(("grain-2022", "fr", ()),) * 2,
    ("treaty-2024", "es", ()),
    ("grain-2022", "de", ()),
    ("grain-2022", "ru", ()),
    ("treaty-2024", "en", ("01", "02")),
    ("treaty-2024", "fr", ("01", "02")),
    ("lineage/en-bridge-baltimore", "en", ("a", "b", "c", "d")),
    ("lineage/de-creditsuisse", "de", ()),
    *((story, language, ("!",)) for story in ("treaty-2024", "grain-2022") for language in ("en", "fr", "es")),
    ("treaty-2024", "de", ("!",)),
    ("lineage/fr-maroc-seisme", "fr", ("c",)),
)
SAYS = {
    "en": ("{who} said: “{words}.”", "“{words}”, said {who}.", "According to {who}, “{words}”."),
    "fr": ("{who} a déclaré : « {words} ».", "« {words} », a affirmé {who}.", "Selon {who}, « {words} »."),
    "es": ("{who} dijo: «{words}».", "«{words}», afirmó {who}.", "Según {who}, «{words}»."),
    "de": ("{who} sagte: „{words}“.", "„{words}“, sagte {who}.", "{who} erklärte: „{words}“."),
    "ru": ("{who}: «{words}».", "«{words}», сказал {who}.", "{who} заявил: «{words}»."),
}
#: Who may be named falsely: the first for words of the Russian and North Korean side, the second for all others.
OTHERS = {
    "treaty-2024": {
        "en": (("Helen Marsh", "Antony Blinken"), "Vladimir Putin"),
        "fr": (("Jens Stoltenberg", "Antony Blinken"), "Vladimir Poutine"),
        "es": (("Marta Quiroga", "Pablo Lerma"), "Vladímir Putin"),
        "de": (("Antony Blinken", "Jens Stoltenberg"), "Wladimir Putin"),
    },
    "grain-2022": {
        "en": (("Hulusi Akar", "Volodymyr Zelensky"), "Vladimir Putin"),
        "fr": (("Antonio Guterres", "Ned Price"), "Vladimir Poutine"),
        "es": (("António Guterres", "Recep Tayyip Erdogan"), "Vladímir Putin"),
        "de": (("António Guterres", "Joe Biden"), "Wladimir Putin"),
        "ru": (("Антониу Гутерриш", "Владимир Зеленский"), "Владимир Путин"),
    },
}
#: A text that holds nothing of a line that does not name it: what a false citation points at.
FAR = {
    "treaty-2024": "02",
    "grain-2022": "03",
    "lineage/en-bridge-baltimore": "c",
    "lineage/de-creditsuisse": "e",
    "lineage/fr-maroc-seisme": "e",
}
EAST = re.compile(
    r"putin|poutine|путин|kim|ким|ushakov|ouchakov|peskov|песков|rudenko|russ|росси|kreml|кремл|mosc|moskau|shoigu|schoigu"
    r"|шойгу|zakharova|zajárova|захаров|vershinin|moscow|мид|pyongyang|rodong|ministère|ministerio|sahar",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]{5,}")


@dataclass(frozen=True, kw_only=True)
class Quoted:
    """A quotation that the gold of an example marks."""

    text: str  # number of the article
    language: str
    words: str
    speaker: str
    group: str = ""  # equal for one utterance in several articles
    at: int = 0


def reports() -> list[Report]:
    """The 30 reports; 600 planted faults and 600 sound statements in all."""
    hand = list(written())
    done = [sum(mark.sound == sound for one in hand for mark in one.marks) for sound in (True, False)]
    plan = [_statements(number, *one) for number, one in enumerate(PLAN)]
    taken = [_share([part[index] for part in plan], NEEDED - count) for index, count in enumerate(done)]
    made = [_report(number, PLAN[number], taken[0][number], taken[1][number]) for number in range(len(PLAN))]
    return hand + made


Statement = tuple[str, str, str, str, frozenset[str]]  # before, marked words, after, kind, verdicts


def _share(pools: Sequence[Sequence[Statement]], wanted: int) -> list[list[Statement]]:
    """As many of each pool as possible at equal pace, `wanted` in all."""
    taken: list[list[Statement]] = [[] for _ in pools]
    for depth in range(max(map(len, pools))):
        for pool, own in zip(pools, taken, strict=True):
            if depth < len(pool) and sum(map(len, taken)) < wanted:
                own.append(pool[depth])
    return taken


def _report(
    number: int, plan: tuple[str, str, tuple[str, ...]], sound: list[Statement], faults: list[Statement]
) -> Report:
    story, language, texts = plan
    text, marks = f"# {story}\n\n", []
    mixed = [*sound, *faults]
    random.Random(number).shuffle(mixed)
    for before, words, after, kind, verdicts in mixed:
        start = len(text)
        place = (start + len(before), start + len(before) + len(words))
        text += f"{before}{words}{after}\n\n"
        region = (start, len(text) - 2)
        marks.append(Mark(start=place[0], end=place[1], kind=kind, verdicts=verdicts, region=region))
    cross = texts == ("!",) or story == "lineage/fr-maroc-seisme"
    return Report(
        name=f"{number:02d}-{story.rpartition('/')[2]}-{language}{'-cross' if cross else ''}",
        language=language,
        story=story,
        text=text,
        marks=tuple(marks),
        texts=tuple(sorted(_numbers(story, language, texts))),
        cross=cross,
    )


def _statements(
    number: int, story: str, language: str, texts: tuple[str, ...]
) -> tuple[list[Statement], list[Statement]]:
    """The pools of sound and of faulty statements of one report, each in a fixed random order."""
    rng = random.Random(f"{number} {story} {language}")
    used = _numbers(story, language, texts)
    lines = [one for one in bank() if one.story == story and one.language == language and _fits(one, used, texts)]
    pools = [list(_quotations(rng, story, language, used, texts == ("!",))), list(_banked(rng, lines, used))]
    mixed: tuple[list[Statement], list[Statement]] = ([], [])
    everything = [one for pool in pools for one in pool]
    rng.shuffle(everything)
    for index, wanted in enumerate((True, False)):
        right = [one for one in everything if bool(one[4] & {"found", "translated"}) == wanted]
        own = [[one for one in right if one[3] in kinds] for kinds in TURNS]
        while any(own):
            mixed[index].extend(pool.pop() for pool in own if pool)
    return mixed


def _numbers(story: str, language: str, texts: tuple[str, ...]) -> set[str]:
    """The numbers of the texts that a report is checked against."""
    if texts and texts != ("!",):
        return set(texts)
    if story.startswith("lineage/"):
        return set("abcde")
    return {number for number, code in _articles(story).items() if not texts or code != language}


def _fits(line: Line, used: set[str], texts: tuple[str, ...]) -> bool:
    return used <= set(line.texts) if line.only else bool(used & set(line.texts))


def _banked(rng: random.Random, lines: Sequence[Line], used: set[str]) -> Iterator[Statement]:
    """Each bank line with one of its sound wordings and one or two of its faults; some with a citation."""
    for line in lines:
        sound = rng.choice(line.sound)
        yield line.before, sound, line.after, line.kind, frozenset({"found"})
        for words, verdicts in rng.sample(line.faults, min(2, len(line.faults))):
            yield line.before, words, line.after, line.kind, verdicts
        holders = sorted(used & set(line.texts))
        others = [FAR[line.story]] if FAR[line.story] in used - set(line.texts) else []
        if line.kind not in ("figure", "date") or line.only or not line.after.endswith("."):
            continue
        labels = {one: f"D{index}" for index, one in enumerate(sorted(used))}
        start = f"{line.before}{line.sound[0]}{line.after[:-1]} ("
        if rng.random() < 0.5:
            yield start, labels[rng.choice(holders)], ").", "citation", frozenset({"found"})
        elif others:
            yield start, labels[rng.choice(others)], ").", "citation", frozenset({"differing", "absent"})


# -- quotations ------------------------------------------------------------------------------------


def _quotations(rng: random.Random, story: str, language: str, used: set[str], cross: bool) -> Iterator[Statement]:
    for words in rng.sample(invented()[language], INVENTED):
        who = OTHERS.get(story, {}).get(language, ((), ""))[1]
        if who:
            yield _said(rng, language, who, words, {"absent"})
    given = [one for one in quoted(story) if one.language == language]
    if cross:
        yield from _translated(rng, story, language, given, used)
        return
    own = [one for one in given if one.text in used]
    for one in own:
        yield _said(rng, language, one.speaker, one.words, {"found"})
        yield from _faulty(rng, story, one, own)


def _translated(
    rng: random.Random, story: str, language: str, given: Sequence[Quoted], used: set[str]
) -> Iterator[Statement]:
    """Wordings of an article left out, of utterances that the others give in their languages."""
    held = {one.group for one in quoted(story) if one.text in used and one.group}
    for one in given:
        if one.group in held and one.group not in LEFT_OUT:
            yield _said(rng, language, one.speaker, one.words, {"translated", "found"})
            yield _said(rng, language, _other(rng, story, one), one.words, {"misattributed", "absent"})


def _faulty(rng: random.Random, story: str, one: Quoted, own: Sequence[Quoted]) -> Iterator[Statement]:
    """The faults that can be planted in one quotation."""
    words = one.words.split()
    if len(words) >= 3:
        yield _said(rng, one.language, _other(rng, story, one), one.words, {"misattributed"})
    if len(words) >= 4 and (changed := _changed(rng, one, own)):
        yield _said(rng, one.language, one.speaker, changed, {"altered"})
    if len(words) >= 8:
        at = rng.randrange(3, len(words) - 4)
        cut = " ".join([*words[:at], rng.choice(("…", "[…]", "...")), *words[at + rng.choice((2, 3)) :]])
        yield _said(rng, one.language, one.speaker, cut, {"truncated"})
    far = [two for two in own if two.text == one.text and abs(two.at - one.at) > 400 and len(two.words.split()) >= 4]
    if len(words) >= 4 and far:
        joined = f"{one.words.rstrip('.')}. {rng.choice(far).words}"
        yield _said(rng, one.language, one.speaker, joined, {"spliced"})


def _changed(rng: random.Random, one: Quoted, own: Sequence[Quoted]) -> str:
    """One long word replaced by a word of about that length from another quotation."""
    places = list(WORD.finditer(one.words))
    spare = [w for two in own for w in WORD.findall(two.words) if w.islower() and w not in one.words]
    if not places or not spare:
        return ""
    place = rng.choice(places)
    near = sorted(set(spare), key=lambda word: (abs(len(word) - len(place[0])), word))[:6]
    word = rng.choice(near)
    return one.words[: place.start()] + (word.title() if place[0].istitle() else word) + one.words[place.end() :]


def _other(rng: random.Random, story: str, one: Quoted) -> str:
    east, west = OTHERS[story][one.language]
    return rng.choice([name for name in east if name != one.speaker]) if EAST.search(one.speaker) else west


def _said(rng: random.Random, language: str, who: str, words: str, verdicts: set[str]) -> Statement:
    frame = rng.choice(SAYS[language]).format(who=who[:1].upper() + who[1:], words="\0")
    frame = frame.replace(f"said {who[:1].upper() + who[1:]}", f"said {who}")
    before, after = frame.split("\0")
    return before, words.rstrip("."), after, "quotation", frozenset(verdicts)


# -- the gold of the examples ----------------------------------------------------------------------


@cache
def _articles(story: str) -> dict[str, str]:
    """{number: language} of a story's articles."""
    return {row["id"][:2]: row["lang"] for row in _rows(EXAMPLES / "gold" / story / "docs.jsonl")}


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@cache
def quoted(story: str) -> tuple[Quoted, ...]:
    """The quotations between marks that have a named speaker, with the groups of one utterance."""
    path = EXAMPLES / "gold" / story / "gold.jsonl"
    if story.startswith("lineage/"):
        return ()
    rows, found, groups = _rows(path), [], {}
    for row in rows:
        if row["layer"] == "same_quote":
            for span in row["spans"]:
                groups[span["id"][:2], span["start"]] = str(row.get("item") or row.get("label"))
    for row in rows:
        if row["layer"] != "quotes" or row.get("kind") not in ("direct", "partial") or len(row.get("segments", ())) > 1:
            continue
        plain = html.unescape(row["text"])
        if row.get("optional") or row.get("anonymous") or not row.get("speaker") or re.search(r"[<\n\u00ad]", plain):
            continue
        number = row["id"][:2]
        found.append(
            Quoted(
                text=number,
                language=_articles(story)[number],
                words=" ".join(plain.split()),
                speaker=html.unescape(row["speaker"]),
                group=groups.get((number, row["start"]), ""),
                at=row["start"],
            )
        )
    return tuple(replace(one, words=one.words.rstrip(",")) for one in found)
