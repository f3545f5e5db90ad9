"""Does an article credit a translator, or say that a machine translated it? The surest sign, and the only plain one.

Traduit de l’anglais par …   Aus dem Spanischen von …   Перевод с английского: …   This article was machine translated
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.languages import Language, alternatives
from dragoman.records import Article, Translation

__all__ = ["credit", "lower"]

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
    machine: re.Pattern[str]
    names: tuple[tuple[str, str], ...]  # (a language's name in this language, its code), longest first


def credit(article: Article, speech: Language) -> Translation | None:
    """A short line that credits a translator or a machine; the headline and lines with figures are no credits."""
    known = speech.once(_credits)
    at = 0
    for line in article.text.value.split("\n"):
        start, at = at, at + len(line) + 1
        if not line.strip() or len(line) > LONGEST or any(one.isdigit() for one in line):
            continue
        low = lower(line)
        by_machine = known.machine.search(low)
        if not by_machine and not any(_ends_well(line, pattern.search(low)) for pattern in known.patterns):
            continue
        span = article.text.span(start, start + len(line))
        if article.title and span.meets(article.title):
            continue
        return Translation(
            from_language=next((code for name, code in known.names if name in low), "und"),
            manner="machine" if by_machine else "human",
            grade="certain",
            evidence=((span, BY_MACHINE if by_machine else CREDITED),),
        )
    return None


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
