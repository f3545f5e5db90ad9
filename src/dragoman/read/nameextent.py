"""Where the noun phrase that names an agreement begins and ends."""

from __future__ import annotations

import re

from dragoman.read.pactwords import Vocabulary
from dragoman.read.scene import Scene
from dragoman.read.triggers import triggers

__all__ = ["WORD", "is_made", "leftwards", "rightwards"]

WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_GAP = re.compile(r"[\s'«“\"]*")  # what may stand between the words of a name
LONGEST = 8  # words of a name on either side of its head: "Comprehensive Strategic Partnership Treaty"
_DONE = frozenset(
    {"sign", "initial", "agree", "approve", "ratify", "accede", "extend", "suspend", "resume", "denounce"}
)


def leftwards(scene: Scene, words: Vocabulary, at: int) -> tuple[int, str]:
    """Where the name begins, and the words just before it (its article, "no", "another")."""
    value, start = scene.page.value, at
    floor = max(0, at - 120)
    left = list(WORD.finditer(value, floor, at))
    held: re.Match[str] | None = None
    for one in reversed(left[-LONGEST:]):
        between = value[one.end() : start]
        if between == " " and words.inside and words.inside.fullmatch(one[0]) and value[start].isupper():
            held = one  # "Status of Forces Agreement": counts if a capital stands before it too
            continue
        if held is not None:
            between = value[one.end() : held.start()]
            if between != " " or not one[0][0].isupper() or not _modifies(scene, words, one, before=True):
                break
            held, start = None, one.start()
            continue
        if between not in ("-", ".-") and (between != " " or not _modifies(scene, words, one, before=True)):
            break
        start = one.start()
    lead = " ".join(one[0] for one in left if one.end() <= start)
    lead = " ".join(lead.split()[-3:])
    article = words.article.search(value[max(0, start - 14) : start]) if words.article else None
    if article:
        start -= len(article[0])
    elif scene.aside(at) and scene.page.doc is None and value[start].islower():
        start = at  # "Autoren stimmen Tarifvertrag zu": no article, no parse, so a verb may stand there
    return start, lead.lower()


def rightwards(scene: Scene, words: Vocabulary, at: int) -> int:
    """Where the name ends."""
    value, end, hold = scene.page.value, at, at
    line = value.find("\n", at)
    if words.tail is not None and (found := words.tail.match(value, at, line if line >= 0 else len(value))):
        times = [one.start for one in (*scene.times, *scene.yearless) if at <= one.start < found.end()]
        if times:  # "the deal on Friday": a day is no name
            found = words.tail.match(value, at, min(times))
        return _without_small_words(words, value, at, found.end()) if found else at
    if not words.after:
        return end
    for one in list(WORD.finditer(value, at, min(len(value), at + 120)))[:LONGEST]:
        between = value[hold : one.start()]
        if between not in (" ", "'", "-"):
            break
        if any(time.start <= one.start() < time.end for time in (*scene.times, *scene.yearless)):
            break  # "l'accord de pêche | vendredi"
        word = one[0].lower()
        if hold != end and word in words.indefinite and _opens_a_name(words, value, one.end()):
            break  # "un acuerdo de pesca y una declaración"
        if word in words.links or word + "'" in words.links:
            hold = one.end()
        elif word in words.indefinite:
            break
        elif word not in words.stop and _modifies(scene, words, one, before=False):
            end = hold = one.end()
        else:
            break
    return end


def _without_small_words(words: Vocabulary, value: str, at: int, end: int) -> int:
    """Where a name ends without what only leads on: "un acuerdo de pesca" of "un acuerdo de pesca y una"."""
    found = list(WORD.finditer(value, at, end))
    while found and (found[-1][0].lower() in words.indefinite or found[-1][0].lower() in words.links):
        found.pop()
        end = found[-1].end() if found else at
    return end


def _opens_a_name(words: Vocabulary, value: str, at: int) -> bool:
    """True where the next word is the noun of another paper."""
    following = WORD.search(value, at)
    return following is not None and words.head is not None and words.head.match(value, following.start()) is not None


def _modifies(scene: Scene, words: Vocabulary, one: re.Match[str], *, before: bool) -> bool:
    """True when a word beside the head is part of the name."""
    word = one[0].lower()
    mention = scene.mention_at(one.start(), one.end())
    if mention is not None and mention.fact.kind == "LAW":
        if one[0][:1].isupper():
            return True  # "Brüsseler Abkommen", "Acuerdo de Lima": the name of the paper itself
        mention = None
    if mention is not None and mention.fact.kind in ("PER", "GPE") and not before:
        return mention.fact.kind == "GPE" and scene.page.value[: one.start()].endswith((" de ", " d'"))
    if before and one[0].islower() and _is_doing(scene, one[0].lower(), scene.aside(one.start())):
        return False
    if not before and _is_ending(scene, word):
        return False  # "L'accord expire le …", which a parser took for an adjective
    token = scene.page.token(one.start())
    if token is not None:
        if before and not words.before:
            return token.pos_ == "ADJ" and not one[0].isdigit()
        return (
            token.pos_ in ("ADJ", "NOUN", "PROPN")
            or (token.pos_ == "NUM" and "-" in one[0])
            or (token.pos_ == "VERB" and one[0][:1].isupper() and before)
        )
    people = mention is not None and mention.fact.form == "demonym" and before
    if word in words.stop or (mention is not None and not people) or one[0][:1].isdigit():
        return False
    if before:
        return words.before and bool(words.adjective and words.adjective.fullmatch(one[0]))
    linked = _linked(words, scene.page.value, one.start())
    return one[0].islower() and (linked or words.adjective is None or bool(words.adjective.fullmatch(one[0])))


def _is_ending(scene: Scene, word: str) -> bool:
    """True for a word that can only tell that an agreement ends or begins to apply: "expire", "vence"."""
    known = triggers(scene.page.language)
    rules = [rule for rule in known.of_word(word) if rule.words.fullmatch(word)]
    return bool(rules) and all(rule.kind == "verb" and rule.standing == "planned" for rule in rules)


def is_made(scene: Scene, word: str) -> bool:
    """True for a word that may be what two sides do to have an agreement: "sign", "strike", "parafieren"."""
    known = triggers(scene.page.language)
    forms = (word.lower(), f"{word.lower()}s")
    rules = [rule for form in forms for rule in known.of_word(form) if rule.words.fullmatch(form)]
    return any(rule.kind == "verb" and rule.type in ("sign", "initial", "agree") for rule in rules)


def _is_doing(scene: Scene, word: str, headline: bool) -> bool:
    """True for a word that can only be what is done with an agreement: "Kenya sign trade deal".

    In a headline a word that may be such a verb is one: no parse tells "rivals strike deal" from a name.
    """
    forms = (word, f"{word}s") if headline else (word,)  # "rivals initial deal": listed as "initials"
    known = triggers(scene.page.language)
    rules = [rule for form in forms for rule in known.of_word(form) if rule.words.fullmatch(form)]
    doing = [rule.kind == "verb" and rule.type in _DONE for rule in rules]
    return any(doing) if headline else bool(doing) and all(doing)


def _linked(words: Vocabulary, value: str, at: int) -> bool:
    """True when the word before is one that joins parts of a name: "de", "о"."""
    before = value[max(0, at - 16) : at].split()
    return bool(before) and before[-1].lower() in words.links
