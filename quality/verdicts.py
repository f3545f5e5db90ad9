"""What the dossier does about a change: one judge for each kind, over the reading before and after.

followed   it says what the changed text says
reported   it shows the contradiction that the change planted
unnoticed  it read the place and passed over the contradiction
lost       it had the fact before the change and says nothing now
not read   it did not have the fact before, and says nothing false now
wrong      it says something that the changed text does not say
"""

from __future__ import annotations

from calendar import day_name
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from dragoman.records import Act, Event, Fact, Figure, Mention, Quote, Reading, Role, Time, Treaty, When
from quality.perturbations import Change, same_name

__all__ = ["JUDGES", "OUTCOMES", "Verdict"]

OUTCOMES = ("followed", "reported", "unnoticed", "lost", "not read", "wrong")
Verdict = tuple[str, str]  # outcome, why
F = TypeVar("F", bound=Fact)
ASSERTED = {"happened", "under way", "planned", "claimed", "possible", "conditional"}
REFUSED = {"denied", "cancelled"}


def at(facts: Iterable[F], start: int, end: int) -> list[F]:
    """The facts with a span that shares a character with a place."""
    return [fact for fact in facts if any(span.start < end and start < span.end for span in fact.spans)]


def figure(change: Change, before: Reading, after: Reading) -> Verdict:
    """The new value at this place with the same claimant, and nowhere the old one from this place."""
    start, end, _ = change.edits[0]
    old, new = at(before.of(Figure), start, end), at(after.of(Figure), *change.place)
    wanted, was = change.expect["value"], change.expect["was"]
    right = [one for one in new if close(wanted, one.value) or close(wanted, one.upto)]
    if right:
        if old and {fold(one.claimed_by) for one in old}.isdisjoint(fold(one.claimed_by) for one in right):
            return "wrong", f"claimant {old[0].claimed_by!r} became {right[0].claimed_by!r}"
        return "followed", ""
    if new:
        return "wrong", f"says {new[0].value} for {change.new}"
    times = at(after.of(Time), *change.place)
    if times:
        digits = f"{wanted:g}"
        if any(digits in one.value for one in times):
            return "followed", "as a time"
        if any(f"{was:g}" in one.value for one in times):
            return "wrong", f"the old number as a time: {times[0].value}"
    return ("lost", f"had {old[0].value}") if old else ("not read", "")


def close(one: float, other: float | None) -> bool:
    """Equal but for the last bits."""
    return other is not None and abs(one - other) <= 1e-6 * max(1.0, abs(one))


def fold(words: str) -> str:
    """For comparing what articles call somebody."""
    return " ".join(words.casefold().split())


def weekday(change: Change, before: Reading, after: Reading) -> Verdict:
    """A written date beside it: the clash shows. Alone: the day moves to one that has the new name."""
    start, end, _ = change.edits[0]
    old, new = at(before.of(Time), start, end), at(after.of(Time), *change.place)
    wanted, beside = change.expect["weekday"], change.expect["beside"]
    if any(one.weekday for one in new):
        return weekday_flagged(new, wanted)
    if not new:
        return ("lost", "") if old else ("not read", "")
    dated = [one.when for one in new if one.when]
    if not dated:
        return weekday_open(old, new, wanted)
    when = dated[0]
    if wanted in {day.weekday() for day in days(when)}:
        unmoved = any(one.when == when for one in old) and when.earliest != when.latest
        return ("unnoticed", "the same stretch of days") if unmoved else ("followed", "")
    if beside and when.earliest == when.latest:
        return "unnoticed", f"{change.new} accepted beside {when.value}, a {day_name[when.earliest.weekday()]}"
    return "wrong", f"{when.value} is no {change.new}"


def weekday_open(old: Sequence[Time], new: Sequence[Time], wanted: int) -> Verdict:
    """No day is known: the value (XXXX-WXX-3) must name the new weekday."""
    names = [one.value.partition("WXX-")[2][:1] for one in new if "WXX-" in one.value]
    if str(wanted + 1) in names:
        return "followed", "as a weekday without its day"
    if names:
        return "wrong", f"still says {new[0].value}"
    return ("lost", "no day any more") if any(one.when for one in old) else ("not read", "no day")


def weekday_flagged(new: Sequence[Time], wanted: int) -> Verdict:
    """The clash is shown; it must be one."""
    flagged = next(one for one in new if one.weekday)
    true = flagged.when.earliest.weekday() if flagged.when else None
    if true == wanted:
        return "wrong", f"calls {flagged.value} a clash although it fits"
    return "reported", f"true weekday: {flagged.weekday}"


def days(when: When) -> set[date]:
    """Up to seven days of a stretch: enough to know its weekdays."""
    count = min((when.latest - when.earliest).days, 6)
    return {when.earliest + timedelta(days=i) for i in range(count + 1)}


def dated(change: Change, before: Reading, after: Reading) -> Verdict:
    """The day moves as written; a clash with a weekday beside it may be shown as well."""
    start, end, _ = change.edits[0]
    day, month, year = change.expect["day"], change.expect["month"], change.expect["year"]
    place = change.moved(*change.expect["around"])
    old, new = at(before.of(Time), start, end), at(after.of(Time), *change.place)
    whens = [one.when for one in new if one.when]
    had = [one.when for one in old if one.when]
    if not new and published(before, *change.expect["around"]):
        old, had = [], [before.article.published] if before.article.published else []
        whens = [after.article.published] if published(after, *place) and after.article.published else []
    ends = [end for when in whens for end in (when.earliest, when.latest)]
    if any((end.day, end.month) == (day, month) and (not year or end.year == year) for end in ends):
        return "followed", ""
    if ends:
        return "wrong", f"says {whens[0].value} for day {day}, month {month}"
    written = [one.value[4:10] for one in new if one.value.startswith("XXXX-")]
    if f"-{month:02d}-{day:02d}" in written and not year:
        return "followed", "without its year"
    return ("lost", f"had {had[0].value}") if had else ("not read", "")


def published(reading: Reading, start: int, end: int) -> bool:
    """The page's own date was read at this place."""
    span = reading.article.published_span
    return span is not None and span.start < end and start < span.end


def speaker(change: Change, before: Reading, after: Reading) -> Verdict:
    """The quotation's speaker follows the name."""
    parts = [tuple(part) for part in change.expect["quotes"]]
    old = [one for part in parts for one in at(before.of(Quote), *part)]
    new = [one for part in parts for one in at(after.of(Quote), *change.moved(*part))]
    had = [one for one in old if one.speaker and same_name(one.speaker, change.old)]
    voices = [one.speaker for one in new if one.speaker]
    if any(same_name(voice, change.new) for voice in voices):
        return "followed", ""
    if not had:
        return "not read", f"speaker was {old[0].speaker!r}" if old else "no quotation"
    if voices:
        return "wrong", f"speaker {voices[0]!r}"
    return "lost", "no speaker now" if new else "no quotation now"


def swapped(change: Change, before: Reading, after: Reading) -> Verdict:
    """Each quotation keeps the speaker of its place."""
    verdicts = []
    for part, gold, (_, _, other) in zip(change.expect["places"], change.expect["speakers"], change.edits, strict=True):
        first = change.moved(*part)[0]
        had, has = voice(before, *part), voice(after, first, first + len(other))
        if had is None or not had.speaker or (gold and not same_name(gold, had.speaker)):
            verdicts.append(("not read", ""))
        elif has is None or not has.speaker:
            verdicts.append(("lost", f"had {had.speaker!r}"))
        elif same_name(had.speaker, has.speaker) or had.speaker == has.speaker or same_place(change, had, has):
            verdicts.append(("followed", ""))
        else:
            verdicts.append(("wrong", f"{had.speaker!r} became {has.speaker!r}"))
    return max(verdicts, key=lambda one: ("followed", "not read", "lost", "wrong").index(one[0]))


def spliced(change: Change, before: Reading, after: Reading) -> Verdict:
    """The joined words are one quotation of whoever spoke the first; only another article shows that they were two."""
    had, has = voice(before, *change.expect["place"]), voice(after, *change.place)
    if had is None:
        return "not read", ""
    return ("lost", "no quotation now") if has is None else ("followed", "")


def same_place(change: Change, had: Quote, has: Quote) -> bool:
    """Both name their speaker with the same words of the text."""
    if had.speaker_at is None or has.speaker_at is None:
        return False
    return change.moved(had.speaker_at.start, had.speaker_at.end) == (has.speaker_at.start, has.speaker_at.end)


def voice(reading: Reading, start: int, end: int) -> Quote | None:
    """The quotation that covers most of a place, at least half of it."""
    shares = [
        (sum(max(0, min(end, span.end) - max(start, span.start)) for span in one.spans), one.kind != "indirect", one)
        for one in reading.of(Quote)
    ]
    best = max((one for one in shares if one[0] * 2 >= end - start), key=lambda one: one[:2], default=None)
    return best[2] if best else None


def negation(change: Change, before: Reading, after: Reading) -> Verdict:
    """The act stands as denied; or as asserted again, when the denial was taken out."""
    verb = change.expect["verb"]
    old, new = standings(before, *verb), standings(after, *change.moved(*verb))
    right, false = (REFUSED, ASSERTED) if change.expect["denied"] else (ASSERTED, REFUSED)
    if set(new) & false:
        return "wrong", f"still {', '.join(sorted(set(new) & false))}"
    if set(new) & right:
        return "followed", ""
    return ("lost", f"was {old[0]}") if old else ("not read", "")


def standings(reading: Reading, start: int, end: int) -> list[str]:
    """How events named by the word at a place stand."""
    found = [
        one.standing
        for one in reading.of(Event)
        if one.trigger is not None and one.trigger.start < end and start < one.trigger.end
    ]
    return found + [act.standing for act in at(acts(reading), start, end) if act.end - act.start <= 2 * (end - start)]


def acts(reading: Reading) -> list[Act]:
    """The steps of every agreement of an article."""
    return [act for treaty in reading.of(Treaty) for act in treaty.acts]


def party(change: Change, before: Reading, after: Reading) -> Verdict:
    """Who takes part in the event follows the name; the mention is of the new country."""
    start, end, _ = change.edits[0]
    had = [role for role in roles(before, start, end) if same_name(role.name, change.old)]
    has = roles(after, *change.place)
    stale = [one for one in at(after.of(Mention), *change.place) if one.country == change.expect["was"]]
    if stale:
        return "wrong", f"mention of {stale[0].country} in {stale[0].name!r}"
    false = [role for role in has if same_name(role.name, change.old)]
    if false:
        return "wrong", f"{false[0].role} is still {false[0].name!r}"
    if has:
        return "followed", ""
    if change.expect.get("gold"):
        return agreed(change, before, after, bool(had))
    return ("lost", f"was {had[0].role}") if had else ("not read", "")


def agreed(change: Change, before: Reading, after: Reading, had: bool) -> Verdict:
    """Whom gold calls a party of a step: the step told in this sentence, or its agreement, is the new country's."""
    a, b = change.expect["sentence"]
    old = parties(before, a, b) | parties(before, a, b, whole=True)
    new = parties(after, *change.moved(a, b)) | parties(after, *change.moved(a, b), whole=True)
    if any(same_name(one, change.new) for one in new):
        return "followed", "as a party"
    return ("lost", "was a party") if had or any(same_name(one, change.old) for one in old) else ("not read", "")


def parties(reading: Reading, a: int, b: int, *, whole: bool = False) -> set[str]:
    """The parties of the steps told at a..b, or `whole`: of the agreements that have a step or a name there."""
    if not whole:
        return {act.party for act in at(acts(reading), a, b) if act.party}
    there = (one for one in reading.of(Treaty) if at([one], a, b) or at(one.acts, a, b))
    return {party for one in there for party in one.parties}


def roles(reading: Reading, start: int, end: int) -> list[Role]:
    """Parts in events that are named at a place."""
    return [
        role
        for event in reading.of(Event)
        for role in event.roles
        if role.at is not None and role.at.start < end and start < role.at.end
    ]


JUDGES: dict[str, Callable[[Change, Reading, Reading], Verdict]] = {
    "weekday": weekday,
    "figure": figure,
    "speaker": speaker,
    "date": dated,
    "quotes": swapped,
    "splice": spliced,
    "negation": negation,
    "party": party,
}
