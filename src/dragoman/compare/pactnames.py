"""What an agreement is called: its names in all languages, and the one that a line shows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from dragoman.languages import Language, language
from dragoman.records import Reading, Treaty

__all__ = ["ANY", "DISTINCT", "name_shown", "names_of_pact", "titled", "topics_of"]

#: Kinds that are not just another word for any agreement, and kinds that any agreement may be called.
DISTINCT = frozenset(
    {"memorandum", "protocol", "convention", "declaration", "ceasefire", "contract", "charter", "annex", "programme"}
)
ANY = frozenset({"deal", "agreement", "accord", "document"})
_NONE = re.compile(r"(?!)")
_LATIN = re.compile(r"[A-Za-z]")  # a page in English or French names an agreement in letters that its readers know
_ACRONYM = 3  # letters; a longer word in capitals is shouted
_TWO, _FEW = 2, 4  # parties that make an agreement, and that a title may name
_ENDS = " «»“”„\"'"  # what may stand around a name and is no part of it


def names_of_pact(accounts: Iterable[tuple[Reading, Treaty]]) -> tuple[tuple[str, str], ...]:
    votes = Counter((reading.article.language, name) for reading, treaty in accounts for name in treaty.names)
    return tuple(sorted(votes, key=lambda one: (-votes[one], one)))


def topics_of(reading: Reading, treaty: Treaty) -> frozenset[str]:
    """What the names of an account say the agreement is about: {fishing, trade}."""
    topics = language(reading.article.language).once(_topics)
    return frozenset(topic for topic, cue in topics.items() if any(cue.search(name) for name in treaty.names))


def name_shown(names: Sequence[tuple[str, str]], *, year: str = "", instrument: str = "") -> str:
    """Its title where one is written as such, else an English name that says most, else the one used most.

    An agreement that is named by its year alone is the "treaty of 1961".
    """
    bare = {one: _bare(*one) for one in names}
    votes = Counter(name.casefold() for name, _ in bare.values())
    if year and all(name == year for name, _ in bare.values()):
        return f"{instrument or 'agreement'} of {year}"

    def rank(one: tuple[str, str]) -> tuple[int, ...]:
        name, indefinite = bare[one]
        words = len(name.split())
        titled = words > 2 and all(word[:1].isupper() for word in name.split() if len(word) > 3)
        return (
            not any(len(word) > _ACRONYM and word.isupper() for word in name.split()),
            language(one[0]).once(_judging).search(name) is None,
            titled,
            not _is_vague(*one),
            _LATIN.search(name) is not None,
            language(one[0]).once(_kinds).get(instrument, _NONE).search(name) is not None,
            any(cue.search(name) for cue in language(one[0]).once(_topics).values()),
            words > 1,
            not indefinite,
            one[0] == "en",
            votes[name.casefold()] > 1,
            min(words, 6),
            -names.index(one),
        )

    return bare[max(names, key=rank)][0]


def titled(name: str, names: Sequence[tuple[str, str]], *, instrument: str, parties: Sequence[str], day: str) -> str:
    """A title for an agreement that nobody names but as "the deal": its kind, its parties, the day of its signature.

    >>> titled("accord", [("fr", "un accord")], instrument="accord", parties=["Chad", "Mali"], day="3 May 2024")
    'accord between Chad and Mali, 3 May 2024'
    """
    codes = [code for code, one in names if _bare(code, one)[0] == name]
    if not any(language(code).once(_heads).fullmatch(name) for code in codes):
        return name
    kind = instrument if instrument and instrument != "document" else "agreement"
    rest = f", {day}" if day else ""
    if not parties:
        return f"{kind}{rest}" if day else name
    if len(parties) < _TWO:
        return f"{kind} with {parties[0]}{rest}"
    few = len(parties) <= _FEW
    listed = f"{', '.join(parties[:-1])} and {parties[-1]}" if few else f"{', '.join(parties[:_TWO])} and others"
    return f"{kind} between {listed}{rest}"


def _heads(words: Language) -> re.Pattern[str]:
    """The words for any agreement: "deal", "acuerdo", "соглашение"."""
    section = words.section("agreements")
    return re.compile("|".join([*section.get("heads", {}).values(), section.get("vague", "(?!)")]), re.IGNORECASE)


def _kinds(words: Language) -> dict[str, re.Pattern[str]]:
    """The nouns of the papers that are not just any agreement: {"memorandum": "memorandum|MoU"}."""
    section = words.section("agreements")
    nouns = {**section.get("heads", {}), **section.get("signable", {})}
    return {kind: re.compile(nouns[kind], re.IGNORECASE) for kind in DISTINCT if kind in nouns}


def _topics(words: Language) -> dict[str, re.Pattern[str]]:
    """What tells the topics of agreements in a language."""
    table = words.section("agreements").get("topics", {})
    return {topic: re.compile(rf"\b(?:{cue})(?!\w)", re.IGNORECASE) for topic, cue in table.items()}


def _is_vague(code: str, name: str) -> bool:
    """True for a bare "deal", "document", "text", which may mean any agreement."""
    words = language(code).section("agreements")
    vague = "|".join(one for one in (words.get("vague"), words.get("heads", {}).get("deal")) if one)
    return bool(vague) and re.fullmatch(vague, _bare(code, name)[0], re.IGNORECASE) is not None


def _judging(words: Language) -> re.Pattern[str]:
    """What somebody thinks of an agreement, which is no part of its name: "historic"."""
    return re.compile(rf"\b(?:{words.section('agreements').get('judging', '(?!)')})(?!\w)", re.IGNORECASE)


def _leads(words: Language) -> re.Pattern[str]:
    """The articles and pointing words that may begin a name: "the new ", "un ", "l'", "leur "."""
    listed = (words.section("events").get("articles"), words.section("agreements").get("the"))
    either = "|".join(one for one in listed if one) or "(?!)"
    return re.compile(rf"(?:{either})(?:\s+|(?<='))", re.IGNORECASE)


def _bare(code: str, name: str) -> tuple[str, bool]:
    """A name without the articles and marks at its ends; whether the article said "a", not "the"."""
    words, rest, indefinite = language(code), name.strip(_ENDS), False
    while (lead := words.once(_leads).match(rest)) and rest[lead.end() :].strip(_ENDS):
        indefinite = indefinite or lead[0].strip(_ENDS).casefold() in words.words("agreements", "indefinite")
        rest = rest[lead.end() :].strip(_ENDS)
    return rest, indefinite
