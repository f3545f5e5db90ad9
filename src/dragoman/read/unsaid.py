"""What is not said though a verb of speech stands there: denials, conditions, answers, clauses used as nouns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.read.cues import FINITE, LOOSE, WORD, Cue, Lexicon
from dragoman.read.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_anonymity", "is_condition", "is_passive", "is_rumour", "is_unsaid", "is_what", "says_yes_or_no"]

NOT = 24  # characters behind a verb in which "nicht" stands
SIDE_CLAUSE = 120  # characters between the opening of a clause and its verb
CLAUSE = re.compile(r"(?:^|[,;:.!?\n])[\s«„“\"]*(?=[^,;:.!?\n]*$)")  # where the last clause of a text begins


def is_unsaid(page: Page, lex: Lexicon, cue: Cue, token: Token | None) -> bool:
    """True for what is not said: "has not said that", "avoided condemning", "when asked to …"."""
    before = {word.lower() for word in WORD.findall(page.value[cue.start : cue.verb])}
    if not before.isdisjoint(lex.negations) or _is_supposed(page.value, lex, cue, token):
        return True
    if token is None:
        behind = [word.lower() for word in WORD.findall(page.value[cue.end : cue.end + NOT])][:2]
        return lex.capitals and not lex.negations.isdisjoint(behind)  # "bestritt jedoch nicht, dass …"
    if any(one.dep_ == "neg" and one.i < token.i for one in token.children):
        return True
    if any(one.lower_ in lex.unreal for one in token.children if one.dep_ == "aux"):
        return True
    if token.dep_ in ("xcomp", "pcomp", "ccomp") and token.head.lemma_.lower() in lex.avoiding:
        return True
    return token.tag_ == "VBN" and token.dep_ in ("advcl", "acl") and not _has_auxiliary(token)


def _is_supposed(text: str, lex: Lexicon, cue: Cue, token: Token | None) -> bool:
    """True for a verb in a clause of condition: "if the mayor says that …"."""
    if token is not None:
        return any(one.dep_ == "mark" and one.lower_ in lex.conditionals for one in token.children)
    clause = CLAUSE.search(text, max(0, cue.start - SIDE_CLAUSE), cue.start)
    opens = WORD.match(text, clause.end()) if clause is not None else None
    return opens is not None and opens.group().lower() in lex.conditionals


def _has_auxiliary(token: Token) -> bool:
    return any(one.dep_.startswith("aux") for one in token.children)


def is_passive(token: Token) -> bool:
    return any(child.dep_ in ("nsubjpass", "nsubj:pass", "auxpass", "aux:pass") for child in token.children)


def says_yes_or_no(text: str, lex: Lexicon, cue: Cue) -> bool:
    """True for an answer that is the whole of what is said: "Talks at an end, the union says no"."""
    word = WORD.search(text, cue.end, cue.end + 8)
    return word is not None and not text[cue.end : word.start()].strip() and bool(lex.yes_or_no.fullmatch(word.group()))


def is_condition(page: Page, lex: Lexicon, cue: Cue, a: int, b: int) -> bool:
    """True for a condition alone, where no parser tells: "has announced a veto if the bill is not changed"."""
    opens = WORD.search(page.value, a, b) if page.doc is None and a >= cue.end else None
    return opens is not None and opens.group().lower() in lex.conditionals and "," not in page.value[a:b]


def is_rumour(page: Page, lex: Lexicon, cue: Cue, token: Token | None, end: int) -> bool:
    """True for what an article itself calls false: "a post claiming that the mayor had fled was a fake"."""
    told = lex.untrue.search(page.value, cue.end, end)
    if told is None:
        return False
    if token is not None:
        opens = len(WORD.findall(page.value[page.sentence(cue.start)[0] : cue.start])) <= 1  # "Earlier reports that"
        noun = opens and cue.form == FINITE and not any(one.dep_.startswith("nsubj") for one in token.children)
        return noun or token.dep_ in ("acl", "relcl", "acl:relcl", "pcomp") or cue.form == LOOSE
    words = [word.lower() for word in WORD.findall(page.value[max(0, cue.start - 12) : cue.start])]
    side = cue.form == LOOSE and page.value[: cue.start].rstrip().endswith(",")
    return side or (bool(words) and words[-1] in lex.relatives)


def is_anonymity(text: str, lex: Lexicon, parts: Sequence[tuple[int, int]]) -> bool:
    """True for the wish not to be named, which is no statement: "asked for her name to be left out"."""
    return len(parts) == 1 and lex.unnamed.search(text, *parts[0]) is not None


def is_what(text: str, lex: Lexicon, cue: Cue) -> bool:
    """True for a clause that stands for a noun: "with what he estimated was two million", "à ce que réclamait X"."""
    words = [word.lower() for word in WORD.findall(text[max(0, cue.start - SIDE_CLAUSE) : cue.start])]
    before, first, second = ["", "", "", *words][-3:]
    if first in lex.wh and second in lex.pronouns:
        return True
    noun = lex.that.fullmatch(second) is not None and (first in lex.wh or f"{first} {second}" in lex.nobody)
    return noun and before in lex.prepositions
