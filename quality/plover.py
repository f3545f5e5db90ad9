"""Our act names and countries in PLOVER's terms (the older names of the public record file), for measuring only.

PLOVER has one cell for what an agreement goes through: signing, ratifying and exchanging instruments all become
SUPPORT. What is only planned or promised is AGREE there, what is refused REJECT, what is held out as harm THREATEN;
a statement counts where it demands, accuses or rejects, or says what must, will or will not be done. Types without an
equivalent give no prediction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from babel.core import get_global

from dragoman.records import UNTYPED, Event, Mention, Quote, Reading
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
    "detain": "COERCE", "abduct": "ASSAULT", "arrest": "COERCE", "coerce": "COERCE", "attack": "FIGHT",
    "kill": "ASSAULT",
    "resign": "RETREAT", "dismiss": "RETREAT", "topple": "COERCE", "ban": "COERCE", "lift": "CONCEDE",
    "grant": "AID", "cut": "SANCTION", "offer": "AGREE", "extradite": "COOPERATE", "exercise": "COOPERATE",
    "apologise": "SUPPORT", "gift": "AID", "alert": "MOBILIZE", "convict": "COERCE", "dissolve": "COERCE",
    "accept": "AGREE", "disarm": "RETREAT", "restore_ties": "SUPPORT", "capture": "FIGHT", "use_weapons": "FIGHT",
    "evacuate": "AID", "emergency": "COERCE", "fine": "SANCTION",
    "pardon": "CONCEDE", "waive": "CONCEDE",
    "acquit": "CONCEDE", "flee": "RETREAT", "impeach": "DISAPPROVE", "sue": "DISAPPROVE",
    "recall": "SANCTION", "summon": "DISAPPROVE", "break_off": "SANCTION", "trial": "COERCE",
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
#: Armed forces of a state as the doer: "Serb forces killed", "aircraft using missiles killed".
FORCES = re.compile(r"\b(forces|army|troops|soldiers|military|aircraft|warplanes|jets|police|navy|marines|artillery)\b")
#: "(that) Libya must hand over …", "the two countries should agree to …"
OBLIGES = re.compile(r"\W*(?:that )?(?:[\w'’.-]+ ){1,12}?(?:must|should|needs? to|ha(?:s|ve) to)\b")
#: "(that) it will support …", "they would boycott …", of whoever speaks
WILL = re.compile(r"\W*(?:that )?(?:it|they|he|she|we|I)(?:'ll| will| would)\b")
REFUSES = re.compile(r"\W*(?:that )?\w+ (?:will|would) (?:not|never)\b")
#: "it would tighten the blockade", "he will withdraw inspectors"
HARMS = re.compile(
    r"\b(withdraw|boycott|blockade|impose|tighten|fight|attack|expel|retaliat|suspend|cut off|sanction|arrest|ban)"
)
#: International organisations share one code.
ORGANISATIONS = frozenset(
    {"un", "u.n.", "united nations", "eu", "european union", "nato", "osce", "african union", "au", "arab league"}
    | {
        "opec",
        "imf",
        "world bank",
        "iaea",
        "security council",
        "un security council",
        "ecowas",
        "asean",
        "european community",
        "european commission",
        "red cross",
        "icrc",
        "ilo",
    }
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
    """(type, source codes, target codes, where) of every act that has an equivalent: verbs, nouns, then statements."""
    for event in sorted((one for one in reading.of(Event) if one.type != UNTYPED), key=lambda one: " noun " in one.by):
        kind = _type(event)
        if event.standing == "planned" and OBLIGES.match(_words(reading, event.spans[0])):
            continue  # what must be done is demanded by whoever says so: a statement, below
        if kind:
            kind = _by_forces(event, reading) if event.type == "kill" else kind
            sides = [[one for one in event.roles if one.role == role] for role in ("actor", "recipient")]
            source, target = (codes(reading, (one.name for one in side), (one.at for one in side)) for side in sides)
            # The older names keep FIGHT for armed forces of a state, and ASSAULT for everybody else's violence.
            kind = "ASSAULT" if kind == "FIGHT" and not source else kind
            yield kind, source, target, event.trigger or event.hull
    for quote in reading.of(Quote):
        kind = MANNERS.get(quote.manner) or _of_content(quote, reading)
        if kind:
            names = [name for name in (quote.speaker, quote.addressee) if name]
            source = codes(reading, names[:1], [quote.speaker_at])
            yield kind, source, codes(reading, names[1:]), quote.cue or quote.hull


def _words(reading: Reading, span: Span) -> str:
    place = reading.article.text.find(span.start, span.end)
    return reading.article.text.value[slice(*place)] if place else ""


def _by_forces(event: Event, reading: Reading) -> str:
    """Killing by armed forces is FIGHT, by anybody else ASSAULT."""
    clause, trigger = _words(reading, event.spans[0]), event.trigger
    before = clause[: max(0, trigger.start - event.spans[0].start)] if trigger else clause
    return "FIGHT" if FORCES.search(before) else "ASSAULT"


def _of_content(quote: Quote, reading: Reading) -> str | None:
    """What a plain statement says must, will or will not be done: a demand, a promise, a threat, a refusal."""
    words = _words(reading, quote.spans[0])
    if OBLIGES.match(words):
        return "DEMAND"
    if not WILL.match(words):
        return None
    return "REJECT" if REFUSES.match(words) else "THREATEN" if HARMS.search(words) else "AGREE"


def coded(reading: Reading) -> dict[str, object] | None:
    """The one event of a sentence: the first with an equivalent, one with a known actor before others."""
    rows = list(_rows(reading))
    if not rows:
        return None
    kind, source, target, where = next((row for row in rows if row[1]), rows[0])
    return {"type": kind, "source": source, "target": target, "start": where.start, "end": where.end}
