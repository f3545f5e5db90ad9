"""Our own words: one template an act or event type, so that a line is never freer than its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["ACTS", "EVENTS", "SHOWN_EVENTS", "clause", "listed"]

#: act → how a line calls it
ACTS = {
    "negotiated": "negotiated",
    "initialled": "initialled",
    "signed": "signed",
    "approved": "approved at home (not yet ratification)",
    "ratified": "ratified",
    "instruments_exchanged": "instruments of ratification exchanged",
    "deposited": "instrument deposited",
    "acceded": "acceded",
    "provisionally_applied": "provisionally applied",
    "in_force": "entry into force",
    "extended": "extended",
    "suspended": "suspended",
    "denounced": "denounced",
    "withdrawn": "withdrawn from",
    "terminated": "terminated",
    "superseded": "superseded",
}

#: type → (singular verb, plural verb, noun); the noun stands when no actor is named
EVENTS: dict[str, tuple[str, str, str]] = {
    "meet": ("meets", "meet", "meeting"),
    "visit": ("visits", "visit", "visit"),
    "call": ("calls", "call", "telephone call"),
    "negotiate": ("negotiates", "negotiate", "talks"),
    "announce": ("announces", "announce", "announcement"),
    "statement": ("makes a statement", "make a statement", "statement"),
    "invite": ("invites", "invite", "invitation"),
    "sign": ("signs", "sign", "signing"),
    "approve": ("approves", "approve", "approval"),
    "ratify": ("ratifies", "ratify", "ratification"),
    "exchange_instruments": ("exchanges instruments", "exchange instruments", "exchange of instruments"),
    "enter_into_force": ("enters into force", "enter into force", "entry into force"),
    "suspend": ("suspends", "suspend", "suspension"),
    "extend": ("extends", "extend", "extension"),
    "withdraw": ("withdraws", "withdraw", "withdrawal"),
    "accuse": ("accuses", "accuse", "accusation"),
    "condemn": ("condemns", "condemn", "condemnation"),
    "demand": ("demands", "demand", "demand"),
    "threaten": ("threatens", "threaten", "threat"),
    "promise": ("promises", "promise", "promise"),
    "deny": ("denies", "deny", "denial"),
    "sanction": ("sanctions", "sanction", "sanctions"),
    "veto": ("vetoes", "veto", "veto"),
    "aid": ("gives aid", "give aid", "aid"),
    "transfer_arms": ("transfers arms", "transfer arms", "arms transfer"),
    "deploy": ("deploys forces", "deploy forces", "deployment"),
    "test": ("tests a weapon", "test a weapon", "weapon test"),
    "test_weapon": ("tests a weapon", "test a weapon", "weapon test"),
    "attack": ("attacks", "attack", "attack"),
    "ceasefire": ("agrees to cease fire", "agree to cease fire", "ceasefire"),
    "detain": ("detains", "detain", "detention"),
    "release": ("releases", "release", "release"),
    "expel": ("expels", "expel", "expulsion"),
    "open_mission": ("opens a mission", "open a mission", "opening of a mission"),
    "close_mission": ("closes a mission", "close a mission", "closing of a mission"),
}
SHOWN_EVENTS = frozenset(EVENTS)
#: between verb and recipient, where the verb does not take one directly
_TO = {
    "aid": "to",
    "transfer_arms": "to",
    "statement": "about",
    "promise": "to",
    "announce": "to",
    "deploy": "in",
    "withdraw": "from",
    "negotiate": "with",
    "demand": "of",
    "exchange_instruments": "with",
}


def listed(names: Iterable[str]) -> str:
    """A, B and C; doubles once, in the order given."""
    unique = list(dict.fromkeys(name for name in names if name))
    return unique[0] if len(unique) == 1 else " and ".join((", ".join(unique[:-1]), unique[-1])) if unique else ""


def clause(kind: str, roles: Sequence[tuple[str, str]]) -> str:
    """What a line says of an event: actors, act, recipients, instrument, place – only those that are known."""
    singular, plural, noun = EVENTS.get(kind, (kind, kind, kind.replace("_", " ")))
    actors = [name for role, name in roles if role == "actor"]
    others = [name for role, name in roles if role == "recipient" and name not in actors]
    things = [name for role, name in roles if role in ("instrument", "about")]
    places = [name for role, name in roles if role == "place" and name not in others]
    if kind == "visit" and places and not others:
        others, places = places, []
    if kind == "meet" and len(actors) == 1 and not others:
        verb = "takes part in a meeting"
    else:
        verb = singular if len(actors) == 1 else plural
    words = [listed(actors), verb] if actors else [noun[:1].upper() + noun[1:]]
    if others:
        joint = not actors
        words.append(("with " if kind == "meet" and joint else ": " if joint else _prefix(kind)) + listed(others))
    if things:
        words.append(f"({listed(things)})")
    if places:
        words.append(f"– {listed(places)}")
    return " ".join(words).replace(" : ", ": ") + "."


def _prefix(kind: str) -> str:
    return f"{_TO[kind]} " if kind in _TO else ""
