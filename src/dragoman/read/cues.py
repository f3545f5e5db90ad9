"""Words that hand over speech: saying verbs in every form, and phrases such as "according to"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.read.page import Page
from dragoman.read.sayings import FINITE, LOOSE, PARTICIPLE, PHRASE, WORD, Entry, Lexicon, lexicon

__all__ = [
    "FINITE",
    "LOOSE",
    "NAMING",
    "ORDERS",
    "PARTICIPLE",
    "PHRASE",
    "TOPICS",
    "WORD",
    "Cue",
    "Lexicon",
    "cues",
    "lexicon",
]

TIED = re.compile(r"-([^\W_]+)\s+$")
NAMED = re.compile(r"\s+(?:[^\W\d_]{1,3}['\s]\s?)?[^\W\d_][^,;:.]{2,60},")  # X, or the X, before the clause
STOP = re.compile(r"[.;:!?,\n“”«»„\"]")

#: Manners whose object is a name or a phrase, not a statement: they carry partial quotations only.
TOPICS = frozenset(["praise", "welcome", "thank", "condemn", "defend", "call", "quote", "refer", "decide", "show"])
NAMING = frozenset(["call"])
#: Manners whose complement is an infinitive as often as a clause.
ORDERS = frozenset(["promise", "threaten", "propose", "urge", "demand", "order", "accuse", "refuse", "ask"])
_NAME = 3  # words of a name
_BACK = 5  # words between an auxiliary and its participle: "a également, jeudi, fermement démenti"


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: the verb with its auxiliaries and tail (or the phrase), in clean offsets."""

    start: int
    end: int
    verb: int  # where the verb itself begins
    manner: str
    form: str
    after: bool = False  # a phrase that follows its speaker ("X zufolge")


def cues(page: Page, hidden: Sequence[tuple[int, int]], starts: frozenset[int]) -> list[Cue]:
    """All cues of the article's own voice in reading order.

    `hidden` are the ranges between quotation marks, `starts` where sentences begin.
    """
    lex = lexicon(page.language)
    masked = _masked(page.value, hidden)
    words = list(WORD.finditer(masked))
    spoken = masked if lex.gap > 2 else page.value  # "wies die Vorwürfe als „haltlos“ zurück"
    found: list[Cue] = []
    opening: list[re.Match[str]] = []
    for index, word in enumerate(words):
        lower = word.group().lower()
        if lower in lex.phrase_heads:
            opening.append(word)
        entries = lex.verbs.get(lower)
        if entries and _is_verb(page, lex, word, hidden, starts):
            cue = _cue(spoken, lex, words, index, entries, joined=_is_joined(page, lex, words, index))
            if cue is not None and not (found and found[-1].end > cue.start) and not _goes_on(page, lex, cue):
                found.append(cue)
    found = [one for place, one in enumerate(found) if not _is_noun(page.value, one, found[place + 1 : place + 2])]
    found += _phrases(page.value, lex, opening)
    found += _first(page.value, lex, starts)
    return sorted(found, key=lambda cue: cue.start)


def _masked(text: str, hidden: Sequence[tuple[int, int]]) -> str:
    """The text with spaces for what stands between marks; every place stays."""
    parts, at = [], 0
    for a, b in hidden:
        if a >= at:
            parts += [text[at:a], " " * (b - a)]
            at = b
    return "".join([*parts, text[at:]])


def _inside(ranges: Sequence[tuple[int, int]], at: int) -> bool:
    index = bisect_right(ranges, at, key=lambda one: one[0]) - 1
    return index >= 0 and at < ranges[index][1]


def _is_verb(
    page: Page, lex: Lexicon, word: re.Match[str], hidden: Sequence[tuple[int, int]], starts: frozenset[int]
) -> bool:
    """By part of speech where a parser ships, by its place and capital letter where none does."""
    token = page.token(word.start())
    if page.value[max(0, word.start() - 1) : word.start()] == "-":  # "so-called", not "called"
        return False
    if word.group()[0].isupper() and (lex.capitals or word.start() not in starts):
        return False
    if token is None:
        lead = [one.lower() for one in WORD.findall(page.value[max(0, word.start() - 24) : word.start()])]
        if lead and lead[-1] in lex.before_noun:  # "la última demanda", never "la última" who asks
            return False
        article = bool(lead) and lead[-1] in lex.determiners
        return not (article and word.group().lower() in lex.also_nouns)
    if token.pos_ in ("VERB", "AUX"):
        return True
    tied = TIED.search(page.value, max(0, word.start() - 12), word.start())
    if tied is not None and tied.group(1).lower() in lex.pronouns:  # "a-t-il juré"
        return True
    before = page.value[max(0, word.start() - 3) : word.start()]
    return token.pos_ in ("ADJ", "NOUN", "PROPN", "X") and any(mark in before for mark in '”»"')


def _is_joined(page: Page, lex: Lexicon, words: list[re.Match[str]], index: int) -> bool:
    """True for a participle that shares the auxiliary of the one before it: "a dénoncé un complot et jugé …"."""
    token = page.token(words[index].start()) if index and words[index - 1].group().lower() in lex.conjunctions else None
    if token is None or token.dep_ != "conj" or "Part" not in token.morph.get("VerbForm", []):
        return False
    before = page.doc[token.sent.start : token.i] if page.doc is not None else ()
    helped = (one for one in before if one.dep_.startswith("aux") and one.head.pos_ == "VERB" and one.head.i < token.i)
    return any("Part" in one.head.morph.get("VerbForm", []) for one in helped)


def _cue(
    text: str, lex: Lexicon, words: list[re.Match[str]], index: int, entries: list[Entry], *, joined: bool = False
) -> Cue | None:
    word = words[index]
    for entry in entries:
        end = _tail(text, lex, words, index, entry.tail) if entry.tail else word.end()
        if end is None:
            continue
        if entry.lead and not {one.group().lower() for one in words[max(0, index - 3) : index]} & set(entry.lead):
            continue
        start, has_auxiliary = _auxiliaries(text, lex, words, index)
        if entry.form == PARTICIPLE and not (has_auxiliary or joined):
            continue
        if entry.form == FINITE and has_auxiliary and _twin(entries, entry):
            continue
        whole = has_auxiliary and start < word.start()  # "is calling on", but not "a cessé de soutenir"
        form = FINITE if entry.form == LOOSE and whole else entry.form
        return Cue(start, end, word.start(), entry.manner, form)
    return None


def _goes_on(page: Page, lex: Lexicon, cue: Cue) -> bool:
    """True for who continues to do something: "continuera de « respecter » le traité", "continues to say"."""
    word = WORD.search(page.value, cue.end, cue.end + 4) if cue.manner == "continue" else None
    if word is None or not lex.infinitive.fullmatch(word.group()):
        return False
    done = WORD.search(page.value, word.end())
    token = page.token(done.start()) if done is not None else None
    return token is not None and token.pos_ in ("VERB", "AUX")


def _is_noun(text: str, one: Cue, following: Sequence[Cue]) -> bool:
    """True for a noun that was taken for a verb, in front of a name that has its own: “…”, remarks X called “…”."""
    if not following or one.form != FINITE or text[: one.start].rstrip()[-1:] not in ',”"»':
        return False
    between = text[one.end : following[0].start]
    words = WORD.findall(between)
    return 0 < len(words) <= _NAME and all(word[0].isupper() for word in words) and STOP.search(between) is None


def _twin(entries: list[Entry], entry: Entry) -> bool:
    """True when the same form is a participle too ("erklärt"): behind an auxiliary it is that."""
    return any(one.form == PARTICIPLE and one.tail == entry.tail for one in entries)


def _tail(text: str, lex: Lexicon, words: list[re.Match[str]], index: int, tail: tuple[str, ...]) -> int | None:
    """Where the tail of a verb ends when it follows within the language's gap, in the same clause."""
    for at in range(index + 1, min(index + 2 + lex.gap, len(words) - len(tail) + 1)):
        between = text[words[index].end() : words[at].start()]
        if STOP.search(between) and (lex.gap <= 2 or between.count(",") % 2 or STOP.search(between.replace(",", ""))):
            if lex.gap <= 2 or STOP.search(between.replace(",", "")):
                return None
            continue
        if tuple(words[at + k].group().lower() for k in range(len(tail))) == tail:
            return words[at + len(tail) - 1].end() if lex.gap <= 2 or at == index + 1 else words[index].end()
    return None


def _auxiliaries(text: str, lex: Lexicon, words: list[re.Match[str]], index: int) -> tuple[int, bool]:
    """(where the verb group begins, whether an auxiliary stands in it)."""
    start, found, misses = words[index].start(), False, 0
    back = max(_BACK, lex.gap)
    for at in range(index - 1, max(index - 1 - back, -1), -1):
        word = words[at]
        if STOP.search(text, word.end(), words[at + 1].start()):
            break
        lower = word.group().lower()
        if lower in lex.auxiliaries:
            found = True
        elif lower not in lex.fillers and lex.gap <= 2:
            misses += 1
            if misses > 2:
                break
        if (lower in lex.auxiliaries or lower in lex.fillers) and words[at + 1].start() == start:
            start = word.start()
    return start, found


def _phrases(text: str, lex: Lexicon, opening: Sequence[re.Match[str]]) -> Iterator[Cue]:
    """Phrases that name a source, looked for where one of their first words stands."""
    patterns = (
        (lex.own_account, True),
        (lex.before, False),
        (lex.compounds, False),
        (lex.behind, True),
        (lex.thereby, True),
        (lex.thus, False),
        (lex.own_view, True),
    )
    taken = 0
    for word in opening:
        for pattern, after in patterns:
            one = pattern.match(text, word.start())
            if one is None or one.start() < taken or (pattern is lex.thus and not _says_thus(text, lex, one)):
                continue
            taken = one.end()
            yield Cue(one.start(), one.end(), one.start(), "according", PHRASE, after)
            break


def _says_thus(text: str, lex: Lexicon, one: re.Match[str]) -> bool:
    """True for "…, so der Minister"; not for "…, so dass" nor before a verb of its own ("…, so sagte er")."""
    if not text[max(0, one.start() - 2) : one.start()].rstrip().endswith((",", "”", "“", "»", "«", '"')):
        return False
    word = WORD.search(text, one.end())
    return word is None or (lex.that.match(text, word.start()) is None and word.group().lower() not in lex.verbs)


def _first(text: str, lex: Lexicon, starts: frozenset[int]) -> Iterator[Cue]:
    """ "For X, the deal is …": a phrase that gives a view only where it opens a sentence before a capital letter."""
    for start in sorted(starts):
        one = lex.first.match(text, start)
        if one is not None and NAMED.match(text, one.end()):
            yield Cue(one.start(), one.end(), one.start(), "according", PHRASE)
