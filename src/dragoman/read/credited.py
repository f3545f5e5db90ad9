"""Does an article credit a translator, or say that a machine translated it? The surest sign, and the only plain one.

Traduit de l’anglais par …   Aus dem Spanischen von …   Перевод с английского: …   This article was machine translated
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.languages import Language, alternatives
from dragoman.records import Article, Translation
from dragoman.spans import Span

__all__ = ["credit", "credit_in", "lower"]

NAME = 4  # words of a translator's name
LONGEST = 140  # characters of a line that can credit a translator; longer ones are prose
ENDING = re.compile(r"^\w+")  # what is left of an inflected "Englischen"
CREDITED, BY_MACHINE = "credited to a translator", "said to be translated by machine"


def lower(value: str) -> str:
    """In lower case, at the same length: "İ" would become two characters."""
    low = value.lower()
    return low if len(low) == len(value) else "".join(one.lower() if len(one.lower()) == 1 else one for one in value)


@dataclass(frozen=True)
class _Credits:
    """How a language credits translators; compiled when an article first seems to."""

    patterns: tuple[re.Pattern[str], ...]
    translator: re.Pattern[str]  # before a name: "translated by"
    machine: re.Pattern[str]
    names: tuple[tuple[str, str], ...]  # (a language's name in this language, its code), longest first


def credit(article: Article, speech: Language) -> Translation | None:
    """A short line that credits a translator or a machine; the headline and lines with figures are no credits."""
    for line, (start, end) in _lines(article.text.value):
        if line.strip() and len(line) <= LONGEST:
            found = _credit(line, article.text.span(start, end), speech)
            if found and not (article.title and found.evidence[0][0].meets(article.title)):
                return found
    return None


def credit_in(taken: Iterable[tuple[str, Span]], speech: Language) -> Translation | None:
    """The same in lines that cleaning took away: sign-offs say who translated, too."""
    for line, span in taken:
        if found := _credit(line.strip(), span, speech):
            return found
    return None


def _lines(value: str) -> Iterator[tuple[str, tuple[int, int]]]:
    at = 0
    for line in value.split("\n"):
        yield line, (at, at + len(line))
        at += len(line) + 1


def _credit(line: str, span: Span, speech: Language) -> Translation | None:
    if not line.strip() or len(line) > LONGEST or any(one.isdigit() for one in line):
        return None
    known, low = speech.once(_credits), lower(line)
    by_machine = known.machine.search(low)
    named = any(_ends_well(line, pattern.search(low)) for pattern in known.patterns)
    if not by_machine and not named and not _is_named(line, known.translator.match(low)):
        return None
    return Translation(
        from_language=_origin(low, known, speech.code) if by_machine or named else "und",
        manner="machine" if by_machine else "human",
        grade="certain",
        evidence=((span, BY_MACHINE if by_machine else CREDITED),),
    )


def _origin(low: str, known: _Credits, own: str) -> str:
    """The first other language that a line names, by whole words: "traducido" is no Ido."""
    found = ((re.search(rf"\b{re.escape(name)}", low), -len(name), code) for name, code in known.names if code != own)
    return min(((hit.start(), length, code) for hit, length, code in found if hit), default=(0, 0, "und"))[2]


def _is_named(line: str, found: re.Match[str] | None) -> bool:
    """Nothing but a name follows: Translated by Ana Gil."""
    rest = line[found.end() :].strip(" .:") if found else ""
    words = rest.split()
    return 0 < len(words) <= NAME and all(word[0].isupper() for word in words) and len(words) > 1


def _ends_well(line: str, found: re.Match[str] | None) -> bool:
    """True when nothing or a name follows: "Translated from German, the word means …" is prose."""
    if not found:
        return False
    rest = ENDING.sub("", line[found.end() :])
    words = rest.split()[:3]
    return not rest.startswith(",") and (not words or any(not word[0].islower() for word in words))


def _credits(speech: Language) -> _Credits:
    names = _names(speech)
    choice = f"(?:{alternatives([name for name, _ in names])})"
    this, machine = speech.words("translated", "this"), speech.words("translated", "machine")
    return _Credits(
        patterns=tuple(
            re.compile(rf"^\W*{one.replace('{language}', choice)}") for one in speech.words("translated", "declared")
        ),
        translator=re.compile(rf"\W*(?:{alternatives(speech.words('translated', 'translator'))})\s*:?\s"),
        machine=re.compile(rf"(?:^\W*|\b(?:{alternatives(this)})\b.{{0,60}}?)(?:{alternatives(machine)})"),
        names=names,
    )


def _names(speech: Language) -> tuple[tuple[str, str], ...]:
    """What the languages of the world are called in this one, longest first; endings that change are left off."""
    from babel import Locale

    endings = speech.words("translated", "drop")
    named = {lower(name): code for code, name in Locale.parse(speech.code).languages.items() if len(code) == 2}
    named |= speech.table("translated", "names")
    cut = {_stem(name, endings): code for name, code in named.items()}
    return tuple(sorted(cut.items(), key=lambda row: (-len(row[0]), row)))


def _stem(name: str, endings: tuple[str, ...]) -> str:
    return next((name[: -len(end)] for end in endings if name.endswith(end)), name)
