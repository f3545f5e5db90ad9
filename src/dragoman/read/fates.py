"""What became of those that a number counts, by the verb beside it: 139 people are reported missing, killing 20."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.read.tokens import Token

__all__ = ["FATES", "fate", "fate_of_subject"]

#: Units that tell what became of people; nobody plans them.
FATES = frozenset({"dead", "wounded", "missing"})
_BEHIND = 9  # tokens from a number to its verb: 20 people in the old town were killed; German puts the verb last
_PLACE = 5  # of them before the auxiliary
_BEFORE = 4  # tokens from a verb to its number: murieron al menos unas 139 personas
_FRAME = 4  # tokens before a number in which a German auxiliary opens the frame: gestern wurden mindestens 20
_SUBJECT = 5  # tokens from the dead to their number: los muertos en la capital son ya 19
_MAY_PRECEDE = "+"
_CLOSES = frozenset(',.;:!?()\n“”«»"')
_OPENS = ("$joint", "$relative", "$clause", "$that", "$contrast", "$sequel")


def fate(tokens: Sequence[Token], first: int, stop: int, *, verb_last: bool = False) -> str:
    """Dead, wounded or missing by the verb of the tokens first..stop; "" when no verb tells."""
    return _behind(tokens, first, stop, verb_last=verb_last) or _before(tokens, first)


def _behind(tokens: Sequence[Token], first: int, stop: int, *, verb_last: bool) -> str:
    """139 people are reported missing; 20 killed; wurden 20 Menschen in der Altstadt getötet."""
    linked = verb_last and any(_is_link(token) for token in _clause_before(tokens, first, _FRAME))
    framed = linked
    for distance, token in enumerate(tokens[stop : stop + _BEHIND]):
        known = str(token.values.get("$fates", "")).rstrip(_MAY_PRECEDE)
        if known and (linked or not distance):
            return known
        if known or token.low in _CLOSES or _is_number(token) or any(name in token.values for name in _OPENS):
            return ""
        if _is_link(token):
            linked = True
        elif not framed and (linked or distance >= _PLACE) and not verb_last:
            return ""
    return ""


def _before(tokens: Sequence[Token], first: int) -> str:
    """Killing at least 20; murieron 139 personas; погибли не менее 20 человек."""
    for token in _clause_before(tokens, first, _BEFORE):
        known = str(token.values.get("$fates", ""))
        if known:
            return known.rstrip(_MAY_PRECEDE) if known.endswith(_MAY_PRECEDE) else ""
        if not ("$bounds" in token.values or "$article" in token.values or _is_link(token)):
            return ""
    return ""


def _clause_before(tokens: Sequence[Token], first: int, most: int) -> list[Token]:
    """The tokens before a place in its clause, the nearest first."""
    found: list[Token] = []
    for token in reversed(tokens[max(first - most, 0) : first]):
        if token.low in _CLOSES or _is_number(token):
            break
        found.append(token)
    return found


def _is_number(token: Token) -> bool:
    """True for a number; einem and una are articles."""
    return token.kind == "number" and "$article" not in token.values


def _is_link(token: Token) -> bool:
    return "$fate_link" in token.values


def fate_of_subject(tokens: Sequence[Token], first: int) -> str:
    """Los muertos son ya 19, los heridos superan los 3.900: the unit of the subject that a verb puts at a number.

    The verb must stand between them, and nothing but it, adverbs, bounds and articles.
    """
    verb = False
    for token in _clause_before(tokens, first, _SUBJECT):
        values = token.values
        unit = str(values.get("$counted", ""))
        if unit in FATES:
            return unit if verb else ""
        if "$exceeds" in values or "$copula" in values or "$reached" in values or "$changed" in values:
            verb = True
        elif not ({"$bounds", "$article", "$definite", "$to"} & values.keys() or _is_link(token)):
            return ""
    return ""
