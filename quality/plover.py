"""Our act names and countries in PLOVER's terms (the older names of the public record file), for measuring only.

PLOVER has one cell for what an agreement goes through: signing, ratifying and exchanging instruments all become
SUPPORT. What is only planned or promised is AGREE there, what is refused REJECT, what is held out as harm THREATEN;
a statement counts where it demands, accuses or rejects. Types without an equivalent give no prediction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from babel.core import get_global

from dragoman.records import Event, Mention, Quote, Reading
from dragoman.spans import Span

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
    "terminate": "SANCTION", "denounce": "SANCTION", "initial": "SUPPORT", "accede": "SUPPORT", "deposit": "SUPPORT",
    "deploy": "MOBILIZE", "test": "MOBILIZE", "test_weapon": "MOBILIZE", "mobilise": "MOBILIZE",
    "detain": "COERCE", "arrest": "COERCE", "coerce": "COERCE", "attack": "FIGHT", "kill": "ASSAULT",
    "resign": "RETREAT", "dismiss": "RETREAT", "topple": "COERCE", "ban": "COERCE", "lift": "CONCEDE",
    "grant": "AID", "cut": "SANCTION", "offer": "AGREE", "extradite": "COOPERATE", "exercise": "COOPERATE",
    "apologise": "SUPPORT", "alert": "MOBILIZE", "convict": "COERCE", "dissolve": "COERCE",
}  # fmt: skip
#: Ways of saying that are acts by themselves.
MANNERS = {
    "promise": "AGREE", "propose": "AGREE", "agree": "AGREE", "demand": "DEMAND", "urge": "DEMAND",
    "threaten": "THREATEN", "warn": "THREATEN", "accuse": "DISAPPROVE", "condemn": "DISAPPROVE",
    "complain": "DISAPPROVE", "reject": "REJECT", "refuse": "REJECT", "deny": "DISAPPROVE", "praise": "SUPPORT",
    "welcome": "SUPPORT", "thank": "SUPPORT", "order": "COERCE",
}  # fmt: skip
FRIENDLY = frozenset({"SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "CONSULT"})
HOSTILE = frozenset({"SANCTION", "COERCE", "FIGHT", "MOBILIZE"})
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


def codes(reading: Reading, names: Iterable[str], places: Iterable[Span | None] = ()) -> list[str]:
    """The codes of the countries and organisations that names of a reading stand for, or that stand in places."""
    wanted, where, found = set(names), [place for place in places if place], []
    for mention in reading.of(Mention):
        named = mention.refers_to in wanted or mention.name in wanted
        if named or any(place.meets(mention.hull) for place in where):
            if mention.country:
                found.append(_alpha3().get(mention.country, mention.country))
            elif mention.name.lower().removeprefix("the ") in ORGANISATIONS:
                found.append("IGO")
    return list(dict.fromkeys(found))


def _type(event: Event) -> str | None:
    """The type of an event as it stands: done, agreed to, refused or threatened."""
    kind = TYPES.get(event.type)
    if event.standing in ("planned", "conditional") and kind in FRIENDLY:
        return "AGREE"
    if event.standing in ("denied", "cancelled") and kind in FRIENDLY | {"AGREE"}:
        return "REJECT"
    if event.standing in ("planned", "possible", "conditional") and kind in HOSTILE - {"MOBILIZE"}:
        return "THREATEN"
    return kind


def _rows(reading: Reading) -> Iterator[tuple[str, list[str], list[str], Span]]:
    """(type, source codes, target codes, where) of every act that has an equivalent; statements last."""
    for event in reading.of(Event):
        kind = _type(event)
        if kind:
            sides = [[one for one in event.roles if one.role == role] for role in ("actor", "recipient")]
            source, target = (codes(reading, (one.name for one in side), (one.at for one in side)) for side in sides)
            # The older names keep FIGHT for armed forces of a state, and ASSAULT for everybody else's violence.
            kind = "ASSAULT" if kind == "FIGHT" and not source else kind
            yield kind, source, target, event.trigger or event.hull
    for quote in reading.of(Quote):
        if quote.manner in MANNERS:
            names = [name for name in (quote.speaker, quote.addressee) if name]
            source = codes(reading, names[:1], [quote.speaker_at])
            yield MANNERS[quote.manner], source, codes(reading, names[1:]), quote.cue or quote.hull


def coded(reading: Reading) -> dict[str, object] | None:
    """The one event of a sentence: the first with an equivalent, one with a known actor before others."""
    rows = list(_rows(reading))
    if not rows:
        return None
    kind, source, target, where = next((row for row in rows if row[1]), rows[0])
    return {"type": kind, "source": source, "target": target, "start": where.start, "end": where.end}
