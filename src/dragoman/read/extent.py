"""Where the report of an act begins and ends, and the words of a language that events need beside the triggers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.languages import Language
from dragoman.read.accused import accused
from dragoman.read.insertions import commas
from dragoman.read.rolewords import RoleWords
from dragoman.read.scene import Scene
from dragoman.read.triggers import Hit, inner, pattern, triggers

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["STOP", "WINDOW", "EventWords", "aside_of", "clause_of", "event_words"]

WINDOW = 90  # characters each side that a clause may reach where no parse tells its limits
STOP = re.compile(r"[;:!?()«»“”\"\n]|(?<!\d)\.(?=\s|$)|,(?=\s)|\s[–—-]\s")
_BREAK = re.compile(
    r"[;:!?()\n]|[”»“\"],|(?<!\d)\.(?=\s|$)|,(?=\s)|\s[–—-]\s"
)  # a few quoted words do not end a clause
_NEXT = re.compile(r"\s+([^\W\d_]+)\b")  # y | firmó
_OUT = frozenset({"ccomp", "relcl", "acl:relcl", "advcl", "conj", "cc", "parataxis", "csubj", "mark", "discourse"})
_OUT_OF_VERB = _OUT | {"punct"}
_OUT_OF_NOUN = _OUT_OF_VERB - {"conj", "cc"}
_UNDER = frozenset({"dobj", "obj", "nsubj", "nsubjpass", "nsubj:pass", "attr"})
_AGENTS = frozenset({"agent", "obl:agent"})
_GOAL = 24  # characters behind a noun in which a preposition may bring its goal
_BEFORE = 18  # characters between "in the event of" and the act it only supposes


class EventWords:
    """Light verbs, sources, offices, words of order and of supposition, compiled."""

    def __init__(self, language: Language) -> None:
        section = language.section("events")

        def made(key: str) -> re.Pattern[str] | None:
            return pattern(language, section[key]) if section.get(key) else None

        self.light, self.follow, self.according = made("light"), made("follow"), made("according")
        self.whom = made("whom")
        self.subject_comma = bool(section.get("subject_comma"))
        phrase = section.get("noun_phrase", "")
        self.noun_phrase = re.compile(phrase) if phrase else None
        self.office, self.apart = made("office"), made("apart")
        self.offset = made("offset")
        self.exchange, self.retracted = made("exchange"), made("retracted")
        self.unconfirmed = made("unconfirmed")
        reduced = section.get("reduced", "")
        self.reduced_anywhere = re.compile(inner(language, reduced) + r"(?!\w)", re.IGNORECASE) if reduced else None
        self.reduced_open = bool(section.get("reduced_open"))  # what belongs to the participle stands behind it
        self.reduced = re.compile(rf"{inner(language, reduced)}$", re.IGNORECASE) if reduced else None
        said = "|".join(re.escape(word) for word in language.words("quotes", "that"))
        opens = rf"(?:{section.get('articles', '(?!)')}|{section.get('he', '(?!)')}|it|they|we|on|ils|elles|se|no|ne)"
        self.reports = (
            re.compile(rf"\b(?:{said})\s?(?:{opens}\b|(?-i:[A-ZÀ-ÞА-ЯЁ])\w)", re.IGNORECASE) if said else None
        )  # "that it", "que le"
        term = made("term")
        self.term = re.compile(rf"{term.pattern}\s*$", re.IGNORECASE) if term else None
        until = made("until")
        self.until = re.compile(rf"{until.pattern}\s*$", re.IGNORECASE) if until else None
        begins = made("begins")
        self.begins = re.compile(rf"{begins.pattern}\s*$", re.IGNORECASE) if begins else None
        definite = made("definite")
        self.article = re.compile(rf"{definite.pattern}\s*$", re.IGNORECASE) if definite else None
        near = r"(?:\s+[\w-]+){0,2}\s*$"
        self.definite = re.compile(rf"(?:{definite.pattern}|'s?){near}", re.IGNORECASE) if definite else None
        links = "|".join(section.get("prepositions", {}).values())
        articles = section.get("articles", "(?!)")
        self.link = re.compile(rf"(?:{links})(?:\s(?:{articles}))?", re.IGNORECASE) if links else None
        supposed = made("hypothetical")
        self.hypothetical = (
            re.compile(rf"(?:{supposed.pattern})[\s\w'-]{{0,{_BEFORE}}}$", re.IGNORECASE) if supposed else None
        )


def event_words(language: Language) -> EventWords:
    """The compiled words of a language."""
    return language.once(EventWords)


def clause_of(scene: Scene, words: EventWords, hit: Hit) -> tuple[int, int]:
    """Clean start and end of the clause that reports a hit: the trigger with its arguments."""
    token = scene.head(hit.start, hit.end)
    a, b = scene.sentence(hit.start)
    a = scene.page.behind_dateline(a, hit.start)
    if token is None or (hit.rule.kind == "verb" and token.pos_ in ("NOUN", "ADP")):  # "entre en vigueur": no "between"
        charged = accused(scene, hit.start)  # "acusa a X | de haber enviado …"
        a = charged.end if charged else a
        return _of_participle(words, scene.page.value, hit, _window(scene, words, hit, a, b))
    first, last = _hull(token, words, hit)
    first, last = _bracketed(scene.page.value, hit, first, last)
    if hit.rule.kind == "noun":
        last = _with_goal(scene, words, last, b)
    elif _lacks_subject(token):
        stops = [found.end() for found in STOP.finditer(scene.page.value, a, first)]
        first = stops[-1] if stops else a
    cut = scene.mention_at(first, first + 1)  # "Marine [Le Pen a été condamnée"
    first = cut.start if cut is not None and cut.end <= hit.start else first
    return max(a, min(first, hit.start)), min(b, max(last, hit.end))


def _bracketed(value: str, hit: Hit, first: int, last: int) -> tuple[int, int]:
    """A clause in brackets does not reach out of them."""
    opened = value.rfind("(", first, hit.start)
    if opened < 0 or value.find(")", opened, hit.start) >= 0:
        return first, last
    closed = value.find(")", hit.end, last)
    return opened + 1, closed if closed >= 0 else last


def _lacks_subject(token: Token) -> bool:
    """True for a finite verb whose subject the parser lost; its clause then begins after the last stop."""
    if token.dep_ != "ROOT" or any(child.dep_.startswith(("nsubj", "csubj")) for child in token.children):
        return False
    return any(child.dep_.startswith("aux") for child in token.children) or "VerbForm=Fin" in str(token.morph)


def _with_goal(scene: Scene, words: EventWords, last: int, limit: int) -> int:
    """The end of a noun phrase with the name that a preposition right behind it brings: "strikes" + "on Gaza"."""
    for one in scene.mentions_in(last, min(limit, last + _GOAL)):
        link = scene.page.value[last : one.start].strip()
        return one.end if words.link and words.link.fullmatch(link) else last
    return last


def _of_participle(words: EventWords, value: str, hit: Hit, window: tuple[int, int]) -> tuple[int, int]:
    """The window without the main clause, where the trigger is a participle beside its noun: "el acuerdo firmado"."""
    start, end = window
    if words.reduced is None or hit.rule.kind != "verb":
        return window
    found = words.reduced.search(value[start : hit.end])
    return (start + found.start(), end) if found else window


def _window(scene: Scene, words: EventWords, hit: Hit, a: int, b: int) -> tuple[int, int]:
    """From the last stop before the trigger to the next one behind it; a day between commas is no stop."""
    value = scene.page.value
    a, b = max(a, hit.start - WINDOW), min(b, hit.end + WINDOW)
    inserted = commas(scene, words.according, a, hit.start, behind_subject=words.subject_comma)
    stops = [found.end() for found in _BREAK.finditer(value, a, hit.start) if found.start() not in inserted]
    after = _BREAK.search(value, hit.end, b)
    start, end = (stops[-1] if stops else a), (after.start() if after else b)
    end = _before_second(scene, hit, end)
    while start < hit.start and (not value[start].isalnum() or value[start - 1 : start].isalnum()):
        start += 1
    while end > hit.end and (value[end - 1].isspace() or (value[end - 1].isalnum() and value[end : end + 1].isalnum())):
        end -= 1
    return start, end


def _before_second(scene: Scene, hit: Hit, end: int) -> int:
    """Where "and" begins what the next verb tells: "visitó Lima | y firmó …"."""
    if hit.rule.kind != "verb":
        return end
    rules = triggers(scene.page.language)
    for also in scene.page.language.once(RoleWords).also.finditer(scene.page.value, hit.end, end):
        word = _NEXT.match(scene.page.value, also.end())
        if word and any(rule.kind == "verb" for rule in rules.of_word(word[1].lower())):
            return also.start()
    return end


def aside_of(scene: Scene, words: EventWords, hit: tuple[int, int], clause: tuple[int, int]) -> list[tuple[int, int]]:
    """Where a clause tells of another act by a participle beside a noun: "aprobó el pacto [firmado en mayo]"."""
    if words.reduced_anywhere is None or scene.page.doc is not None:
        return []
    rules, found = triggers(scene.page.language), []
    for one in words.reduced_anywhere.finditer(scene.page.value, *clause):
        last = one[0].split()[-1].lower()
        end = clause[1] if words.reduced_open else one.end()
        if not one.start() <= hit[0] < end and any(rule.kind == "verb" for rule in rules.of_word(last)):
            found.append((one.start(), end))
    return found


def _hull(token: Token, words: EventWords, hit: Hit) -> tuple[int, int]:
    """The characters of a trigger with its arguments, without clauses that report something else."""
    head = token
    if token.pos_ not in ("VERB", "AUX"):
        up = token.head
        if token.dep_ in _UNDER and (_is_light(words, up) or _is_told_by(hit, up)):
            head = up
    first, last = _reach(head)
    marked = any(child.dep_ == "mark" for child in head.children)  # "days after a probe crashed" tells of the probe
    if head.dep_ in ("acl", "relcl", "acl:relcl", "amod") and head.pos_ == "VERB" and not marked:
        noun = head.head
        first = min(first, min((t.idx for t in noun.lefts), default=noun.idx), noun.idx)
    return min(first, token.idx), max(last, token.idx + len(token))


def _is_light(words: EventWords, verb: Token) -> bool:
    return bool(words.light and words.light.fullmatch(verb.text))


def _is_told_by(hit: Hit, verb: Token) -> bool:
    """True for the verb that a rule asks for beside its noun: "an earthquake" + "struck"."""
    return bool(verb.pos_ == "VERB" and hit.rule.near and hit.rule.near.fullmatch(verb.text))


def _reach(head: Token) -> tuple[int, int]:
    starts, ends = [head.idx], [head.idx + len(head)]
    stack = [child for child in head.children if (dep := child.dep_) not in _OUT_OF_VERB or dep == "mark"]
    stack += _second_agents(head)
    while stack:
        token = stack.pop()
        if token.is_space:
            continue
        starts.append(start := token.idx)
        ends.append(start + len(token))
        out = _OUT_OF_VERB if token.pos_ in ("VERB", "AUX") else _OUT_OF_NOUN
        stack += [child for child in token.children if child.dep_ not in out]
    return min(starts), max(ends)


def _second_agents(head: Token) -> list[Token]:
    """Nouns that a parse joins to the verb and not to the agent before them: "accusée par A | et B d'avoir …"."""
    agents = [child.right_edge.i for child in head.children if child.dep_ in _AGENTS]
    joined = (child for child in head.children if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN"))
    return [one for one in joined if any(0 < one.left_edge.i - at <= 2 for at in agents) and not _acts(one)]


def _acts(noun: Token) -> bool:
    """True for a noun right before a verb or a pronoun, whatever the parse says: "… par A et B l'a dénoncé"."""
    after = noun.right_edge.i + 1
    return after < len(noun.doc) and noun.doc[after].pos_ in ("VERB", "AUX", "PRON")
