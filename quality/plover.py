"""Our act names and countries in PLOVER's terms (the older names of the public record file), for measuring only.

PLOVER has one cell for what an agreement goes through: signing, ratifying and exchanging instruments all become
SUPPORT. Types without an equivalent give no prediction.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from babel.core import get_global

from dragoman.records import Event, Mention, Reading

__all__ = ["TYPES", "coded", "codes"]

TYPES = {
    "agree": "AGREE", "promise": "AGREE", "invite": "AGREE", "ceasefire": "AGREE",
    "meet": "CONSULT", "visit": "CONSULT", "call": "CONSULT", "negotiate": "CONSULT", "mediate": "CONSULT",
    "sign": "SUPPORT", "approve": "SUPPORT", "ratify": "SUPPORT", "exchange_instruments": "SUPPORT",
    "enter_into_force": "SUPPORT", "extend": "SUPPORT", "open_mission": "SUPPORT", "recognise": "SUPPORT",
    "support": "SUPPORT", "praise": "SUPPORT",
    "cooperate": "COOPERATE", "aid": "AID", "transfer_arms": "AID",
    "release": "CONCEDE", "concede": "CONCEDE", "withdraw": "RETREAT", "retreat": "RETREAT", "resume": "CONCEDE",
    "demand": "DEMAND", "accuse": "DISAPPROVE", "condemn": "DISAPPROVE", "deny": "DISAPPROVE",
    "reject": "REJECT", "veto": "REJECT", "refuse": "REJECT", "threaten": "THREATEN", "warn": "THREATEN",
    "protest": "PROTEST", "strike": "PROTEST", "investigate": "INVESTIGATE",
    "sanction": "SANCTION", "suspend": "SANCTION", "expel": "SANCTION", "close_mission": "SANCTION",
    "terminate": "SANCTION", "denounce": "SANCTION",
    "deploy": "MOBILIZE", "test": "MOBILIZE", "test_weapon": "MOBILIZE", "mobilise": "MOBILIZE",
    "detain": "COERCE", "arrest": "COERCE", "coerce": "COERCE", "attack": "FIGHT",
}  # fmt: skip
#: International organisations share one code.
ORGANISATIONS = frozenset(
    {"un", "u.n.", "united nations", "eu", "european union", "nato", "osce", "african union", "au", "arab league"}
    | {"opec", "imf", "world bank", "iaea", "security council", "un security council", "ecowas", "asean"}
)


@cache
def _alpha3() -> dict[str, str]:
    """{"US": "USA", …}, from CLDR's aliases."""
    aliases = get_global("territory_aliases")
    return {to[0]: code for code, to in aliases.items() if len(code) == 3 and code.isalpha() and len(to) == 1}


def codes(reading: Reading, names: Iterable[str]) -> list[str]:
    """The codes of the countries and organisations that names of a reading stand for."""
    wanted, found = set(names), []
    for mention in reading.of(Mention):
        if mention.refers_to in wanted or mention.name in wanted:
            if mention.country:
                found.append(_alpha3().get(mention.country, mention.country))
            elif mention.name.lower().removeprefix("the ") in ORGANISATIONS:
                found.append("IGO")
    return list(dict.fromkeys(found))


def coded(reading: Reading) -> dict[str, object] | None:
    """The one event of a sentence: the first with an equivalent, one with a known actor before others."""
    rows = [(event, TYPES[event.type]) for event in reading.of(Event) if event.type in TYPES]
    if not rows:
        return None
    sides = [(codes(reading, event.names("actor")), codes(reading, event.names("recipient"))) for event, _ in rows]
    best = next((number for number, (actors, _) in enumerate(sides) if actors), 0)
    event, kind = rows[best]
    if kind == "FIGHT" and not sides[best][0]:
        kind = "ASSAULT"  # the older names keep FIGHT for armed forces of a state
    start = event.trigger.start if event.trigger else event.start
    return {"type": kind, "source": sides[best][0], "target": sides[best][1], "start": start, "end": event.end}
