"""Whom a pronoun means: whoever spoke last, the subject of the sentence before, or the two whom it names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.languages.world import fold
from dragoman.read.company import Placed, is_name
from dragoman.read.cues import WORD
from dragoman.read.lexicon import people
from dragoman.read.voice import SUBJECTS, Speaker, fits
from dragoman.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dragoman.read.cast import Cast

__all__ = ["pronoun", "two"]

PASSIVE = ("nsubjpass", "nsubj:pass")
GENDERS = {"m": "Masc", "f": "Fem"}
TITLE = 40  # characters between an office and the name it belongs to
HEAD = 2  # characters before the first of two names that open a sentence


def pronoun(cast: Cast, a: int, b: int, gender: str) -> Speaker | None:
    last = cast.last if _may_be(cast, cast.last, gender) and not _moved_on(cast, a) else None
    official = last if last is not None and cast.page.doc is not None and last.by.endswith("(described)") else None
    last = last if official is None else None  # somebody with a name comes before whoever is only described
    if cast.page.doc is None and cast.topic is not None and cast.topic.start > cast.spoken_until:
        if _may_be(cast, cast.topic, gender):  # somebody else opened the sentence before
            return replace(cast.topic, start=a, end=b, by="pronoun of the subject before")
        last = None
    if gender in "mf" and last is not None and (_other_name(cast, last, a) or _other_described(cast, last, a, gender)):
        return Speaker(None, a, b, "pronoun left open", person=True)
    if last is not None and last.name is not None and not _other_person(cast, last, a):
        return Speaker(last.name, a, b, "pronoun", last.others, last.person, last.plural)
    linked = next((one[2] for one in cast.covering(a) if one[2].form == "pronoun" and is_name(one[2])), None)
    if linked is not None and not cast.genders.clash(Speaker(linked.refers_to, a, b, "pronoun"), gender):
        return Speaker(linked.refers_to, a, b, "pronoun", person=gender in "mf", plural=gender == "p")
    topic = cast.topic if _may_be(cast, cast.topic, gender) and gender in "mf" else None
    if gender == "p" and (both := cast.pair or _announced(cast, a)) is not None:
        return replace(both, start=a, end=b)
    if topic is not None:
        return Speaker(topic.name, a, b, "pronoun of the subject before", person=True)
    if official is not None and _agrees(cast, official, gender) and not _passed(cast, official, a):
        return replace(official, start=a, end=b, by="pronoun (described)")
    if gender in "mf" and (only := _only_one(cast, a, gender)):
        return Speaker(only, a, b, "pronoun of the only one", person=True)
    return Speaker(None, a, b, "pronoun left open", person=gender in "mf", plural=gender == "p")


def _may_be(cast: Cast, speaker: Speaker | None, gender: str) -> bool:
    return fits(speaker, gender) and not cast.genders.clash(speaker, gender)


def _only_one(cast: Cast, at: int, gender: str) -> str:
    """The one person of the paragraph who is he, where the text tells that all others are she; nobody on a doubt."""
    block = cast.page.article.block_at(at)
    if block is None:
        return ""
    people = [one for one in cast.within(block.start, at) if _is_human(one[2]) and is_name(one[2])]
    names = {one[2].refers_to for one in people}
    fitting = [name for name in names if not cast.genders.clash(Speaker(name, at, at, "name"), gender)]
    if len(fitting) != 1 or cast.genders.known.get(fitting[0]) != gender:
        return ""
    for word in WORD.finditer(cast.text, block.start, at):  # somebody of whom only the office is told
        if cast.lex.is_role(word.group()) and not cast.hides(word.start()) and not _names(cast, word.end(), people):
            return ""
    return fitting[0]


def _names(cast: Cast, end: int, people: list[Placed]) -> bool:
    """True for an office that ends here and belongs to the next name: nothing but its field stands between."""
    one = next((one for one in people if one[1] > end), None)
    if one is None or one[0] - end > TITLE:
        return False
    small = cast.lex.prepositions | cast.lex.determiners
    return all(word[0].isupper() or word.lower() in small for word in WORD.findall(cast.text[end : one[0]]))


def _passed(cast: Cast, last: Speaker, at: int) -> bool:
    return _other_person(cast, last, at) or _other_name(cast, last, at)


def _agrees(cast: Cast, last: Speaker, gender: str) -> bool:
    """False for a pronoun of the other gender than a description with its article: "la ministre … a-t-il dit"."""
    tokens = cast.page.tokens(last.start, last.end)
    if tokens is None or gender not in GENDERS:
        return True
    told = tokens[0].morph.get("Gender", []) or tokens.root.morph.get("Gender", [])  # "la ministre": by its article
    return not told or GENDERS[gender] in told


def _announced(cast: Cast, at: int) -> Speaker | None:
    """The two whom the next sentence names, for a "they" that opens a paragraph: "They deny it. X and Y …"."""
    block = cast.page.article.block_at(at)
    _, end = cast.page.sentence(at)
    following = cast.page.article.sentence_at(end + 1)
    if block is None or following is None or at > block.start + 1 or following[0] >= block.end:
        return None
    return two(cast, *following)


def two(cast: Cast, a: int, b: int) -> Speaker | None:
    """The two people whom "and" joins at the head of a sentence."""
    people = [one for one in cast.within(a, b) if one[2].kind == "PER" and is_name(one[2])][:2]
    if len(people) < 2 or people[0][0] > a + HEAD or not cast._joined(people[0][1], people[1][0]):
        return None
    first, second = (one[2].refers_to for one in people)
    at = people[0][0], people[1][1]
    return Speaker(first, *at, "pronoun of the two", (second,), person=True, plural=True)


def _moved_on(cast: Cast, at: int) -> bool:
    """True where a paragraph without the last speaker's name opens before a pronoun, and no parser tells whom."""
    if cast.page.doc is not None or cast.last is None or cast.last.name is None:
        return False
    start = cast.text.rfind("\n", 0, at) + 1
    before = [one[2].refers_to for one in cast.within(start, at)]
    told = any(letter.isalpha() for letter in cast.text[start:at].partition(".")[2])
    return cast.spoken_until < start and told and not cast.hides(start) and cast.last.name not in before


def _other_person(cast: Cast, last: Speaker, at: int) -> bool:
    """True when somebody else is named as a subject between the last words spoken and this pronoun."""
    return any(
        _is_human(one[2]) and is_name(one[2]) and one[2].refers_to != last.name and cast._leads(one)
        for one in cast.within(cast.spoken_until, at)
    )


def _other_name(cast: Cast, last: Speaker, at: int) -> bool:
    """True when the sentence begins with a name that no list knows: "Whelan had waited “and I counted”, he said"."""
    start = cast.page.sentence(at)[0]
    token = cast.page.token(start) if start >= cast.spoken_until else None
    if token is None or token.pos_ != "PROPN" or token.dep_ not in SUBJECTS or cast.hides(start):
        return False
    return not cast.covering(start) and token.text not in (last.name or "") and token.text.istitle()


def _other_described(cast: Cast, last: Speaker, at: int, gender: str) -> bool:
    """True when a sentence between is about somebody without a name: "The American, who won it, fell. He wrote …".

    An office alone ("The minister left. He …") may be another word for whoever spoke.
    """
    for a, b in cast.page.article.sentences:
        if a < cast.spoken_until or b > at or cast.hides(a):
            continue
        tokens = cast.page.tokens(a, b)
        subject = (
            next((one for one in tokens.root.children if one.dep_ in (*SUBJECTS, *PASSIVE)), None) if tokens else None
        )
        if subject is None or subject.pos_ not in ("NOUN", "ADJ", "PROPN") or "Plur" in subject.morph.get("Number", []):
            continue
        whose = any(one.dep_ in ("relcl", "acl:relcl") and _is_who(cast, one) for one in subject.children)
        if not whose or _is_named(cast, subject.idx):
            continue
        found = cast.person(subject.left_edge.idx, subject.idx + len(subject.text), subject.idx)
        if found is None or (found.name != last.name and not cast.genders.clash(found, gender)):
            return True
    return False


def _is_named(cast: Cast, at: int) -> bool:
    return any(is_name(one[2]) and one[2].form != "demonym" for one in cast.covering(at))


def _is_who(cast: Cast, verb: Token) -> bool:
    return any(one.lower_ in cast.lex.who for one in verb.children)


def _is_human(mention: Mention) -> bool:
    """True for a person, and for a name that begins like one whatever it was taken for ("Peter Hall")."""
    first, _, rest = mention.name.partition(" ")
    return mention.kind == "PER" or (bool(rest) and fold(first) in people().given)
