"""Whom each kind of act needs to be told of: a line must say who did what to whom."""

from __future__ import annotations

from collections.abc import Set

from dragoman.records import UNTYPED, Event, Happening

__all__ = ["ANY_DAY", "BY_GROUPS", "BY_NOUN", "BY_SOMEBODY", "IN_WORDS", "SPOKEN", "TO_SOMEBODY", "enough"]

#: What people say stands under who said what; what an agreement replaces stands with the agreement.
_ELSEWHERE = frozenset({"statement", "announce", "deny", "promise", "demand", "replace", "warn", "offer"})
#: Acts that only say that somebody speaks.
SPOKEN = frozenset({"statement", "announce", "deny"})
#: Acts that mean nothing without somebody they are done to.
TO_SOMEBODY = frozenset(
    {"accuse", "condemn", "demand", "threaten", "invite", "transfer_arms", "aid", "sanction", "expel", "call"}
)
#: Acts of politics and courts that mean nothing without who did them.
_AT_HOME = frozenset(
    {"resign", "win_election", "dissolve", "form_government", "rule", "investigate", "protest", "ban", "lift", "grant"}
    | {"exercise", "recognise", "apologise", "alert", "cut"}
    | {
        "emergency",
        "mourn",
        "buy",
        "close",
        "sue",
        "refer",
        "strike",
        "cut_rates",
        "raise_rates",
        "hold_rates",
        "cut_jobs",
    }
    | {"promulgate", "die", "flee", "take_office", "capture", "accept", "disarm", "restore_ties", "use_weapons"}
    | {"tariff", "referendum", "hand_over", "drop_bill", "rescue", "waive", "land"}
    | {"recall", "summon", "break_off"}
)
#: Acts that a line tells of only with whom they are done to, or with who did them and when.
_DONE_TO = frozenset(
    {
        "funeral",
        "impeach",
        "topple",
        "kill",
        "convict",
        "acquit",
        "fine",
        "elect",
        "dismiss",
        "extradite",
        "detain",
        "abduct",
        "gift",
        "release",
        "pardon",
    }
)
#: What happens to a place on a day.
_PLACED = frozenset({"disaster", "accident", "evacuate", "outage"})
#: Acts of an agreement that say nothing unless an agreement they are done to is known.
_OF_SOMETHING = frozenset({"suspend", "extend", "resume", "terminate"})
_IN_WORDS_OF = frozenset({"accuse", "condemn"})
_OF_PAPERS = frozenset({"sign", "initial", "approve", "ratify"})
_BY_SOMEBODY = TO_SOMEBODY | _AT_HOME | {"deploy", "veto", "approve", "withdraw", "reject"}
_BY_SOMEBODY |= {"test", "test_weapon", "launch"}
_DATED = frozenset({"test", "test_weapon", "launch"})  # without a day it is a habit, not an event
#: Acts that a noun without a day tells of in general: "arms shipments to the south".
_AGAIN = frozenset({"transfer_arms", "aid", "attack", "deploy", "use_weapons", "accuse", "threaten", "sanction"})
_BY_BOTH = frozenset({"meet", "negotiate", "call"})
#: Acts that an article's own clause tells on a day, whoever is named: "33,000 workers walked out on 13 September".
IN_WORDS = frozenset(
    {"strike", "reject", "approve", "emergency", "lift", "impeach", "dismiss", "protest", "detain", "release", "resign"}
    | {
        "cut_jobs",
        "capture",
        "abduct",
        "gift",
        "disaster",
        "accident",
        "elect",
        "win_election",
        "topple",
        "confidence",
        "rule",
        "take_office",
        "attack",
        "ceasefire",
        "suspend",
        "resume",
        "extend",
        "terminate",
        "mourn",
        "accuse",
        "condemn",
        "aid",
        "deploy",
        "evacuate",
        "convict",
        "appoint",
    }
    | {"tariff", "referendum", "hand_over", "drop_bill", "rescue"}
    | {"trial", "depart", "recall", "summon", "break_off"}
    | {"pardon", "waive", "land", "outage", "launch", "dissolve", "kill", "investigate", "sue", "cut", "ban", "close"}
    | {"funeral", "buy", "fine", "acquit", "promulgate", "extradite", "use_weapons"}
)
#: Those of them that an article tells as news where it names no day: done by the day it appears.
ANY_DAY = frozenset(
    {
        "emergency",
        "ceasefire",
        "mourn",
        "accident",
        "accuse",
        "condemn",
        "evacuate",
        "convict",
        "appoint",
        "resign",
        "dismiss",
        "release",
    }
    | {"elect", "win_election", "topple", "impeach", "take_office", "strike", "aid", "deploy", "protest", "accident"}
    | {"trial", "recall", "summon", "break_off"}
    | {"rule", "tariff", "referendum", "drop_bill", "pardon", "waive", "land", "outage", "dissolve", "capture", "kill"}
)
#: Those of them that say nothing, even in words, without who does it.
BY_SOMEBODY = frozenset({"accuse", "condemn", "aid", "deploy"})
#: Those of them that nouns tell as surely as verbs: "a strike on the port".
BY_NOUN = frozenset({"attack", "disaster", "accident", "outage", "dissolve", "pardon"})
#: Acts of groups that go by no name.
BY_GROUPS = frozenset({"strike", "protest", "cut_jobs", "flee", "close", "evacuate", "lift", "ban", "investigate"})
_DAY_AND_SOMEBODY = frozenset({"protest", "confidence", "investigate"})


def enough(report: Event, happening: Happening, *, by: Set[str], to: Set[str], at: Set[str]) -> bool:
    """True when those who act (`by`), are acted on (`to`) and the places (`at`) suffice for a line."""
    kind, dated = report.type, happening.when is not None
    if kind == UNTYPED:
        return True
    if kind in _ELSEWHERE or (kind in _DATED and report.when is None):
        return False
    if kind in _AGAIN and " noun " in report.by and report.when is None:
        return False
    if kind == "accede" and not dated and " noun " in report.by:
        return False  # "the accession to NATO would follow"
    if kind == "rule" and not dated and " noun " in report.by:
        return False
    if kind == "reject" and not (_on_a_day(report) and report.standing in ("happened", "claimed")):
        return False
    if kind in _DONE_TO and not (to or (by and dated)):
        return False
    if kind in _PLACED and not (dated and (at or to)):
        return False
    if kind in _DAY_AND_SOMEBODY and not (dated and (by or to or at)):
        return False
    if kind == "attack" and not by and not ((to or at) and _on_a_day(report)):
        return False
    if kind in _OF_SOMETHING and not happening.agreement:
        return False
    if kind in _BY_BOTH and len(by | to) < 2:
        return False
    if kind == "agree" and len(by | to) < 2 and not happening.agreement:
        return False
    if kind == "ceasefire" and not (by or to or at):
        return False
    if kind == "visit":
        return bool(by)  # of whom or what the article's own words tell where no name does
    if kind in _IN_WORDS_OF and by:
        return True  # whom and of what the article's own words tell
    if kind in _OF_PAPERS and not by and not happening.agreement and not report.told:
        return False
    if (kind in TO_SOMEBODY and not to) or (kind in _BY_SOMEBODY and not by):
        return False
    return bool(dated or by or to)


def _on_a_day(report: Event) -> bool:
    return report.when is not None and report.when.earliest == report.when.latest
