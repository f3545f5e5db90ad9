"""Where somebody stands, in the article's own words: what they want, know, back, oppose or praise.

No words of theirs are given, so a stance is never read as speech: it is told apart by its rule, "quotes:position",
and it is looked for only where nothing else is said, by a parse that leaves no doubt about its subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.read.cues import FINITE, PHRASE, WORD, Cue, Lexicon
from dragoman.read.extents import statement_end
from dragoman.read.frames import HEADS, Frame
from dragoman.read.indirect import Report, clash, trimmed
from dragoman.read.infinitives import infinitive
from dragoman.read.nobodies import is_greeted, is_thing
from dragoman.read.page import Page
from dragoman.read.speakers import Speaker, Speakers

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["SPOKEN", "is_position", "stances", "with_verb"]

SUBJECTS = ("nsubj", "nsubj:caus")
OBJECTS = ("dobj", "obj")
NOUNS = (*OBJECTS, "pobj", "obl:arg")
INTENTS = frozenset(["want", "like"])  # their infinitive is what is wanted
THOUGHTS = frozenset(["know", "believe"])  # only a clause is known
NAMES = frozenset(["call"])  # what is named needs its name: "called the plan a trap", "sees it as a threat"
SHOWS = frozenset(["show"])  # a poll or a film, never a person
#: Manners whose noun is addressed, accused or judged in words: the object is part of what is said.
SPOKEN = NAMES | frozenset(["urge", "ask", "order", "accuse", "call", "warn"])
LEAST = 2  # words of what somebody stands for or against
SOURCE = 0.25  # share of what is cited that a name fills: then it is where words come from
LONGEST = 30  # words of a noun phrase; longer ones are a slip of the parser
CLAUSES = ("ccomp", "xcomp")
ASIDES = ("appos", "relcl")


def stances(
    page: Page,
    lex: Lexicon,
    cast: Speakers,
    frame: Frame,
    taken: Sequence[tuple[int, int]],
    verbs: Iterable[Token],
) -> Iterator[Report]:
    """Every stance of one sentence whose verb (one of `verbs`) stands outside what is said in it (`taken`)."""
    if frame.kind in HEADS or page.value[frame.end - 1] == "?":
        return
    for token in verbs:
        if token.pos_ not in ("VERB", "AUX") or any(a <= token.idx < b for a, b in taken) or token.text[0].isupper():
            continue
        if any(one.tag_ in ("WP", "WRB") and one.i < token.i for one in token.subtree):
            continue  # "what both of them wanted to say" does not tell what
        found = _stance(page, lex, frame, token)
        if found is None or any(clash(found[1], one) for one in taken) or not _is_told(lex, token):
            continue
        cue, words = found
        named = sum(min(one[1], words[1]) - one[0] for one in cast.within(*words) if one[2].kind in ("PER", "ORG"))
        if cue.manner == "welcome" and is_greeted(page.value, lex, *words):
            continue
        if cue.manner == "quote" and named > SOURCE * (words[1] - words[0]):
            continue  # "cited the Amaq agency" names a source, no stance
        speaker = cast.speaker(cue, frame)
        if (
            speaker is not None
            and speaker.name
            and not words[0] <= speaker.start < words[1]
            and _agrees(lex, token, cue, speaker)
            and not (cue.manner == "propose" and is_thing(page, lex, speaker, nested=True))
        ):
            yield cue, speaker, [words]


def is_position(page: Page, frame: Frame, cue: Cue, parts: Sequence[tuple[int, int]]) -> bool:
    """True for a report that hands over a noun phrase alone, without a word between marks: "demanded 500 billion"."""
    tokens = page.tokens(*parts[0]) if len(parts) == 1 and cue.form != PHRASE else None
    if tokens is None or cue.manner in SPOKEN or any(parts[0][0] <= one.start < parts[0][1] for one in frame.quotes):
        return False
    root = tokens.root
    ruled = root.head.idx == cue.verb or (root.dep_ == "pobj" and root.head.head.idx == cue.verb)
    return ruled and root.pos_ in ("NOUN", "PROPN", "NUM", "SYM") and root.dep_ in NOUNS


def with_verb(cue: Cue, parts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What somebody stands for together with the verb: a noun phrase alone would tell neither for nor against."""
    return [(min(cue.start, parts[0][0]), parts[0][1]), *parts[1:]]


def _agrees(lex: Lexicon, token: Token, cue: Cue, speaker: Speaker) -> bool:
    """False for a plural verb beside one person, or a film cut off: the parser took another subject."""
    words = {word.lower() for word in WORD.findall(speaker.name or "")}
    if cue.manner in SHOWS and speaker.by.endswith("(described)") and words.isdisjoint(lex.documents):
        return False
    return token.tag_ != "VBP" or not speaker.person or speaker.plural or bool(speaker.others)


def _stance(page: Page, lex: Lexicon, frame: Frame, token: Token) -> tuple[Cue, tuple[int, int]] | None:
    """(the verb with its preposition or adjective, what it is about)."""
    lemma = token.lemma_.lower()
    for child in token.children:
        manner = lex.stances.get((lemma, child.lower_)) if child.i > token.i else None
        if manner is None or any(one.dep_ in OBJECTS and one.i < child.i for one in token.children):
            continue  # "called a meeting for Sunday" calls for nothing
        cue = Cue(token.idx, child.idx + len(child.text), token.idx, manner, FINITE)
        words = _about(page, lex, frame, cue, child)
        return (cue, words) if words is not None else None
    manner = lex.stances.get((lemma, ""))
    if manner is None:
        return None
    cue = Cue(token.idx, token.idx + len(token.text), token.idx, manner, FINITE)
    words = _words(page, lex, frame, cue, token)
    return (cue, words) if words is not None else None


def _about(page: Page, lex: Lexicon, frame: Frame, cue: Cue, child: Token) -> tuple[int, int] | None:
    """What a preposition or an adjective rules: "called for new talks", "was sure that …", "is proud of her city"."""
    for one in child.children:
        if one.i <= child.i:
            continue
        if one.dep_ in ("pobj", "pcomp") and one.pos_ != "PRON":
            return _whole(page, one.left_edge.idx, _noun_end(page, lex, frame, child.head, one))
        if one.dep_ in CLAUSES and child.pos_ != "ADP":
            start = one.left_edge.idx
            if cue.manner in THOUGHTS and lex.infinitive.match(page.value, start):
                return None  # "is certain to rise": nobody's belief
            start = that.end() if (that := lex.that.match(page.value, start)) else start
            return _whole(page, start, statement_end(page, lex, frame, cue, start))
        if one.dep_ == "prep" and child.pos_ != "ADP" and one.lower_ not in lex.timely | {"for"}:
            return _about(page, lex, frame, cue, one)
    return None


def _is_told(lex: Lexicon, token: Token) -> bool:
    """True for a finite verb with a subject of its own or of the verb it stands beside, told as a plain fact."""
    verb = token
    while verb.dep_ == "conj" and not any(one.dep_ in SUBJECTS for one in verb.children):
        if verb.head.pos_ not in ("VERB", "AUX"):
            return False
        verb = verb.head
    subjects = [one for one in verb.children if one.dep_ in SUBJECTS and one.i < token.i]
    if not subjects or subjects[0].lower_ in lex.nobody or subjects[0].dep_.endswith("pass"):
        return False
    for one in token.children:
        if one.dep_ == "neg" or (one.dep_ == "aux" and (one.lower_ in lex.unreal or one.tag_ == "MD")):
            return False
        if one.dep_ in ("auxpass", "aux:pass", "nsubjpass", "nsubj:pass"):
            return False
    if token.tag_ == "VBG" and not any(one.dep_ == "aux" for one in token.children):
        return False
    return not any(one.dep_ == "mark" for one in (*verb.children, *token.children))


def _words(page: Page, lex: Lexicon, frame: Frame, cue: Cue, token: Token) -> tuple[int, int] | None:
    """What is wanted, known, backed: an infinitive, a clause or a noun phrase behind the verb."""
    if cue.manner in INTENTS and (found := infinitive(page, lex, frame, cue, token)):
        return _whole(page, *found[0])
    for child in token.children:
        if child.i <= token.i:
            continue
        if cue.manner in SHOWS and not _is_document(lex, token):
            return None
        named = cue.manner in NAMES and child.pos_ in ("ADJ", "NOUN", "PROPN")
        if child.dep_ == "ccomp" and (named or cue.manner in INTENTS | THOUGHTS) and child.left_edge.idx >= cue.end:
            start = child.left_edge.idx
            start = that.end() if (that := lex.that.match(page.value, start)) else start
            return _whole(page, start, statement_end(page, lex, frame, cue, start))
        plain = child.pos_ not in ("PRON", "ADJ", "DET")
        if child.dep_ in OBJECTS and cue.manner not in THOUGHTS and plain:
            if lex.that.match(page.value, child.left_edge.idx) is not None:
                return None  # "n'en confirment que deux"
            if child.left_edge.lower_ in lex.negations or child.lower_ in lex.reciprocal:
                return None  # "offered no proof", "praised each other"
            end = _noun_end(page, lex, frame, token, child)
            if cue.manner in NAMES and end <= child.right_edge.idx + len(child.right_edge.text):
                return None
            return _whole(page, child.left_edge.idx, end)
    return None


def _is_document(lex: Lexicon, token: Token) -> bool:
    """True for a verb whose subject is a poll, a film, a study."""
    return any(one.dep_ in SUBJECTS and one.lower_ in lex.documents for one in token.children)


def _noun_end(page: Page, lex: Lexicon, frame: Frame, token: Token, noun: Token) -> int:
    """Behind a noun phrase without its asides, and behind what the verb says of it: "the test as a threat"."""
    last = noun.right_edge
    aside = (one for one in noun.subtree if one.dep_ in ASIDES or one.lower_ in lex.including)
    for one in aside:
        before = one.left_edge.i - 1
        if before > noun.i and page.doc is not None and page.doc[before].text in (",", "-", "–", "—", "("):
            last = min(last, page.doc[before - 1], key=lambda token: token.i)
    later = [one for one in token.children if one.i > last.i and (one.dep_ in CLAUSES or one.lower_ in lex.reasons)]
    if later and page.doc is not None and page.doc[last.i + 1] == later[0].left_edge:
        last = later[0].right_edge
    return min(frame.end, int(last.idx + len(last.text)))


def _whole(page: Page, a: int, b: int) -> tuple[int, int] | None:
    a, b = trimmed(page.value, a, b)
    return (a, b) if LEAST <= len(WORD.findall(page.value[a:b])) <= LONGEST else None
