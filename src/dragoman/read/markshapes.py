"""Whether a quotation mark opens or closes, by its shape, its surroundings and the marks behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["BLANK", "CLOSERS", "SINGLE", "around", "closes", "may_close", "may_open", "nested", "opens"]

#: Which characters close what each opening mark opened. In clean text every ’ is already '.
CLOSERS = {
    "“": '”“"',
    "„": '“”‟"',
    "‟": "”",
    "”": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "‘": "'’",
    "‚": "‘'’",
    '"': '"”',
    "'": "'’",
}
#: Marks that open in some countries and close in others: their surroundings decide.
AMBIGUOUS = frozenset('“”»›"')
BLANK = "\x00"
SINGLE = frozenset("'’‘‚")


def around(text: str, at: int, paragraph: tuple[int, int]) -> tuple[str, str]:
    """The characters before and after; a space at the edges of the paragraph."""
    before = text[at - 1] if at > paragraph[0] else " "
    after = text[at + 1] if at + 1 < paragraph[1] else " "
    if after == BLANK:
        after = text[at + 2] if at + 2 < paragraph[1] else " "
    return before, after


def opens(before: str, after: str) -> bool:
    """Shaped like an opening mark: room or a bracket before it, a word after it."""
    return (before.isspace() or before in "([{—–-/'’:" or before in CLOSERS) and (
        after.isalnum() or after in "…(['‘“$€£#@¿¡«„"
    )


def closes(before: str, after: str) -> bool:
    """Shaped like a closing mark: something before it, room or punctuation after it."""
    return not before.isspace() and not after.isalnum()


def may_close(text: str, at: int, paragraph: tuple[int, int], opened: str, later: Sequence[int]) -> bool:
    mark = text[at]
    before, after = around(text, at, paragraph)
    if mark in "'’" or mark == "‘":
        if before.isspace() or after.isalnum():
            return False
        if before.isdigit() and opened not in SINGLE:
            return False
        # workers' rights: a later mark that closes better wins
        return not (before == "s" and after == " " and any(_ends_single(text, other, paragraph) for other in later))
    if (mark in AMBIGUOUS and mark == opened) or (opened, mark) in {("„", "“"), ("“", '"'), ('"', "”")}:
        return not (opens(before, after) and not closes(before, after)) and not (opened == "“" and after.isalnum())
    return True


def _ends_single(text: str, at: int, paragraph: tuple[int, int]) -> bool:
    before, after = around(text, at, paragraph)
    return text[at] in "'’" and not before.isspace() and not after.isalnum() and before != "s"


def may_open(
    text: str,
    at: int,
    paragraph: tuple[int, int],
    later: Sequence[int],
    elided: frozenset[str],
) -> bool:
    mark = text[at]
    before, after = around(text, at, paragraph)
    if mark not in CLOSERS:
        return False
    if mark in "'’‘":
        if before.isalnum() or not after.isalnum() or (mark != "‘" and after.isdigit()):
            return False
        word = re.compile(r"\w+").match(text, at + 1)
        if mark != "‘" and word and word.group().lower() in elided:
            return False
        return any(text[other] in CLOSERS[mark] and closes(*around(text, other, paragraph)) for other in later)
    if mark == '"':
        if before.isspace() and after.isspace():  # " deux " with French spaces: opens when its partner follows
            return sum(text[other] == mark for other in later) % 2 == 1
        return not (before.isdigit() or (before.isalnum() and not after.isalnum())) and not _is_stray(before, after)
    if mark in "”»›":  # opens only where its own country closes it again: ”Hej”, »Nein«
        closers = CLOSERS[mark]
        return opens(before, after) and any(
            text[other] in closers and closes(*around(text, other, paragraph)) for other in later
        )
    if mark == "“":
        return not (not before.isspace() and not after.isalnum() and after in " ,.;:)")
    return True


def _is_stray(before: str, after: str) -> bool:
    """A straight mark that hangs between two spaces or ends a word nobody opened."""
    return closes(before, after) and before not in "([—–-:'"


def nested(text: str, later: Sequence[int], mark: str) -> bool:
    """True when enough closing marks follow for this opening one and the one around it."""
    if mark == '"':
        return False
    balance = 0
    for at in later:
        if text[at] in CLOSERS[mark] and text[at] != mark:
            balance += 1
        elif text[at] == mark:
            balance -= 1
    return balance >= 2
