"""Our own words: one template an act or event type, so that a line is never freer than its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.records import UNTYPED
from dragoman.report.messages import Messages

__all__ = [
    "ACTS",
    "EVENTS",
    "OWN_ACTS",
    "SHOWN_EVENTS",
    "act_clause",
    "clause",
    "listed",
    "provides",
    "topic",
]

#: act → (its name, said of the agreement, said of a party); "{}" is the party where it does not come first
ACTS: dict[str, tuple[str, str, str]] = {
    "negotiated": ("negotiation", "it was negotiated", "negotiated it"),
    "concluded": ("agreement reached", "it was agreed", "agreed it"),
    "initialled": ("initialling", "it was initialled", "initialled it"),
    "signed": ("signature", "it was signed", "signed it"),
    "approved": ("approval at home (not yet ratification)", "it was approved at home", "approved it at home"),
    "ratified_at_home": (
        "ratification (the article's word for a vote at home)",
        "it was ratified at home (the article's word; a vote, not the exchange of instruments)",
        "ratified it (the article's word; a vote at home)",
    ),
    "accepted": ("approval", "it was approved", "approved it"),
    "ratified": ("ratification", "it was ratified", "ratified it"),
    "instruments_exchanged": (
        "exchange of instruments of ratification",
        "instruments of ratification were exchanged",
        "exchanged instruments of ratification",
    ),
    "deposited": ("deposit of an instrument", "an instrument was deposited", "deposited an instrument"),
    "acceded": ("accession", "a party acceded to it", "acceded to it"),
    "provisionally_applied": ("provisional application", "it was applied provisionally", "applied it provisionally"),
    "in_force": ("entry into force", "it entered into force", "it entered into force for {}"),
    "extended": ("extension", "it was extended", "extended it"),
    "resumed": ("resumption", "it was resumed", "took part in it again"),
    "suspended": ("suspension", "it was suspended", "suspended it"),
    "denounced": ("denunciation", "it was denounced", "denounced it"),
    "withdrawn": ("withdrawal", "a party withdrew from it", "withdrew from it"),
    "terminated": ("end", "it was ended", "ended it"),
    "superseded": ("replacement by another agreement", "another agreement replaced it", "replaced it by another one"),
}

#: acts that each party does for itself: told without a party, they are told of no party
OWN_ACTS = frozenset({"approved", "ratified", "acceded", "deposited", "denounced", "withdrawn"})

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
    "agree": ("reaches agreement", "reach agreement", "agreement reached"),
    "initial": ("initials", "initial", "initialling"),
    "approve": ("approves", "approve", "approval"),
    "ratify": ("ratifies", "ratify", "ratification"),
    "exchange_instruments": ("exchanges instruments", "exchange instruments", "exchange of instruments"),
    "enter_into_force": ("enters into force", "enter into force", "entry into force"),
    "deposit": ("deposits an instrument", "deposit instruments", "deposit of an instrument"),
    "accede": ("accedes", "accede", "accession"),
    "apply_provisionally": ("applies provisionally", "apply provisionally", "provisional application"),
    "replace": ("replaces", "replace", "replacement"),
    "terminate": ("ends", "end", "end"),
    "denounce": ("denounces", "denounce", "denunciation"),
    "resume": ("resumes", "resume", "resumption"),
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
    UNTYPED: ("acts", "act", "also told"),
    "abduct": ("abducts", "abduct", "abduction"),
    "gift": ("gives a present", "give a present", "present given"),
    "launch": ("launches a rocket or satellite", "launch a rocket or satellite", "rocket or satellite launch"),
    "detain": ("detains", "detain", "detention"),
    "release": ("releases", "release", "release"),
    "expel": ("expels", "expel", "expulsion"),
    "open_mission": ("opens a mission", "open a mission", "opening of a mission"),
    "close_mission": ("closes a mission", "close a mission", "closing of a mission"),
    "win_election": ("wins a vote", "win a vote", "victory in a vote"),
    "elect": ("elects", "elect", "election"),
    "appoint": ("appoints", "appoint", "appointment"),
    "resign": ("resigns", "resign", "resignation"),
    "dismiss": ("dismisses", "dismiss", "dismissal"),
    "topple": ("brings down", "bring down", "fall from power"),
    "confidence": ("faces a confidence vote", "face a confidence vote", "confidence vote"),
    "dissolve": ("dissolves", "dissolve", "dissolution"),
    "form_government": ("forms a government", "form a government", "forming of a government"),
    "rule": ("rules", "rule", "ruling"),
    "convict": ("convicts", "convict", "conviction"),
    "investigate": ("investigates", "investigate", "investigation"),
    "protest": ("protests", "protest", "protest"),
    "kill": ("kills", "kill", "killing"),
    "ban": ("imposes restrictions", "impose restrictions", "restrictions imposed"),
    "lift": ("lifts restrictions", "lift restrictions", "restrictions lifted"),
    "reject": ("rejects", "reject", "rejection"),
    "offer": ("makes an offer", "make an offer", "offer"),
    "exercise": ("holds a military exercise", "hold a military exercise", "military exercise"),
    "extradite": ("extradites", "extradite", "extradition"),
    "apologise": ("apologises", "apologise", "apology"),
    "recognise": ("recognises", "recognise", "recognition"),
    "alert": ("puts forces on alert", "put forces on alert", "forces on alert"),
    "grant": ("grants asylum or a right", "grant asylum or a right", "granting of asylum or a right"),
    "cut": ("cuts aid or ties", "cut aid or ties", "cut in aid or ties"),
    "warn": ("warns", "warn", "warning"),
    "disaster": ("strikes", "strike", "disaster"),
    "accident": ("has an accident", "have an accident", "accident"),
    "emergency": ("declares a state of emergency", "declare a state of emergency", "state of emergency declared"),
    "mourn": ("declares mourning", "declare mourning", "mourning declared"),
    "funeral": ("holds a funeral", "hold a funeral", "funeral"),
    "evacuate": ("evacuates people", "evacuate people", "evacuation"),
    "buy": ("buys a company or a stake", "buy a company or a stake", "company or stake bought"),
    "close": ("closes a site", "close a site", "closing of a site"),
    "sue": ("goes to court", "go to court", "lawsuit"),
    "refer": ("refers a case to court", "refer a case to court", "case referred to court"),
    "acquit": ("acquits", "acquit", "acquittal"),
    "fine": ("fines", "fine", "fine"),
    "strike": ("goes on strike", "go on strike", "strike"),
    "cut_rates": ("cuts interest rates", "cut interest rates", "interest rates cut"),
    "raise_rates": ("raises interest rates", "raise interest rates", "interest rates raised"),
    "hold_rates": ("holds interest rates", "hold interest rates", "interest rates held"),
    "cut_jobs": ("cuts jobs", "cut jobs", "job cuts"),
    "promulgate": ("signs a law", "sign a law", "law signed"),
    "die": ("dies", "die", "death"),
    "capture": ("takes territory", "take territory", "territory taken"),
    "impeach": ("impeaches", "impeach", "impeachment"),
    "use_weapons": ("uses weapons", "use weapons", "use of weapons"),
    "disarm": ("lays down arms", "lay down arms", "laying down of arms"),
    "restore_ties": ("restores relations", "restore relations", "restoring of relations"),
    "accept": ("accepts a proposal", "accept a proposal", "acceptance of a proposal"),
    "flee": ("flees", "flee", "flight"),
    "take_office": ("takes office", "take office", "taking of office"),
}
SHOWN_EVENTS = frozenset(EVENTS)
_ARTICLE = 3  # letters of the longest article
_SINGULAR = ("ss", "us", "is", "ès", "'s", "’s")  # endings of words that end with s and mean one
#: what no actor does
_IMPERSONAL = frozenset({"enter_into_force", "ceasefire", "disaster", "accident"})
#: what two sides do to an agreement
_WITH = frozenset(
    {"sign", "initial", "exchange_instruments", "approve", "ratify", "extend", "suspend", "terminate", "agree"}
    | _IMPERSONAL
)
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
    "veto": "in the",
    "sign": "with",
    "ratify": "with",
    "approve": "with",
    "extend": "with",
    "terminate": "with",
    "suspend": "with",
    "denounce": "with",
    "replace": "with",
    "initial": "with",
    "agree": "with",
    "accede": "to",
    "apologise": "to",
    "offer": "to",
    "grant": "to",
    "cut": "with",
    "protest": "against",
    "ban": "on",
    "lift": "on",
    "exercise": "with",
    "form_government": "with",
    "confidence": "on",
    "win_election": "over",
    "rule": "on",
    "disaster": "in",
    "gift": "to",
    "accident": "in",
    "restore_ties": "with",
    "use_weapons": "against",
    "evacuate": "from",
    "buy": "of",
    "sue": "against",
    "refer": "at",
    "strike": "at",
}


def topic(obligation: str, say: Messages) -> str:
    """Title of a provision: defence, cooperation: sanctions."""
    words = ": ".join(say.name("obligation", one) for one in obligation.split(":") if one)
    return words[:1].upper() + words[1:]


def provides(obligation: str, say: Messages) -> str:
    """What a line says an agreement provides for; `defence:mutual` names a kind of it."""
    kind, _, detail = obligation.partition(":")
    inner = f" ({say.name('obligation', detail.strip())})" if detail.strip() else ""
    return say("line.provides", kind=say.name("obligation", kind)) + inner


def listed(names: Iterable[str], joint: str = " and ") -> str:
    """A, B and C; doubles once, in the order given."""
    unique = list(dict.fromkeys(name for name in names if name))
    return unique[0] if len(unique) == 1 else joint.join((", ".join(unique[:-1]), unique[-1])) if unique else ""


def act_clause(act: str, party: str, *, done: bool, say: Messages, thing: str = "") -> str:
    """What a line says of a step in an agreement's life: a sentence when it was done, else the name of the step."""
    name = act.replace("_", " ")
    noun, passive, active = say.row("acts", act) or ACTS.get(act, (name, f"it was {name}", f"{name} it"))
    if not done:
        return say("line.step_by", step=noun, who=party) if party and act != "in_force" else noun
    if not party:
        return thing + passive[2:] if thing and passive.startswith("it ") else passive
    return active.format(party) if "{}" in active else f"{party} {active}"


def _is_group(names: Sequence[str]) -> bool:
    """True for several who go by no name, as far as a plural of English, French and Spanish tells: “Lawmakers”."""
    heads = names[0].strip("“”").split()[:2] if names and names[0].startswith("“") else []
    return any(len(one) > _ARTICLE and one.endswith("s") and not one.endswith(_SINGULAR) for one in heads)


def clause(kind: str, roles: Sequence[tuple[str, str]], say: Messages) -> str:
    """What a line says of an event: actors, act, recipients, instrument, place – only those that are known."""
    singular, plural, noun, to = say.row("events", kind) or (*EVENTS.get(kind, (kind,) * 3), _TO.get(kind, ""))
    joint = say("line.and")
    actors = [name for role, name in roles if role == "actor"]
    if kind in _IMPERSONAL:
        roles = [("recipient" if role == "actor" else role, name) for role, name in roles]
        actors = []
    others = [name for role, name in roles if role == "recipient" and name not in actors]
    things = [name for role, name in roles if role in ("instrument", "about")]
    places = [name for role, name in roles if role == "place" and name not in (*others, *actors)]
    if kind == "visit" and places and not others:
        others, places = places, []
    if kind == "meet" and len(actors) == 1 and not others:
        verb = say("line.in_meeting")
    else:
        several = (
            len(actors) > 1 or any(letter.isdigit() for name in actors for letter in name) or _is_group(actors[:1])
        )
        verb = plural if several else singular
    words = [listed(actors, joint), verb] if actors else [noun[:1].upper() + noun[1:]]
    thing = [listed(things, joint) if actors else f": {listed(things, joint)}"] if things else []
    if kind in _WITH:  # what is signed stands before with whom
        words += thing
    if others and not (thing and kind in _IMPERSONAL):
        between = f"{to} " if to else ""
        if not actors:
            between = say("line.with") if kind == "meet" or (thing and kind in _WITH) else ": "
        words.append(between + listed(others, joint))
    if kind not in _WITH:
        words += thing
    if places:
        words.append(f"– {listed(places, joint)}")
    return " ".join(words).replace(" : ", ": ") + "."
