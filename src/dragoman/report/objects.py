"""What an act is done to, where a line says nothing without it: the agreement, else the article's own words."""

from __future__ import annotations

import re

from dragoman.languages import language
from dragoman.records import UNTYPED, Event, Happening, Role, Story, Time
from dragoman.spans import Span

__all__ = [
    "DECIDED",
    "NATURAL",
    "OF_WHAT",
    "OF_WHOM",
    "OVER_WHAT",
    "TO_WHERE",
    "named_by",
    "object_of",
    "says_more",
    "sentence_of",
]

#: What nobody does: told by the word that names it, or by the whole sentence.
NATURAL = frozenset({"disaster", "accident"})
#: Acts that say nothing without what is signed, approved, vetoed.
OF_WHAT = frozenset(
    {"sign", "initial", "approve", "ratify", "extend", "suspend", "resume", "terminate", "denounce", "deposit"}
    | {
        "enter_into_force",
        "exchange_instruments",
        "apply_provisionally",
        "agree",
        "veto",
        "replace",
        "withdraw",
        "reject",
    }
)
#: Acts whose complaint or decision stands behind the word that names them; the places there are of what it is about.
OVER_WHAT = frozenset({"accuse", "condemn", "threaten", "investigate", "capture", "ban", "lift", "refer"})
#: Decisions that only the whole sentence tells: upheld or struck down, which round was won.
DECIDED = frozenset({"rule", "win_election", "tariff", "referendum", "hand_over", "drop_bill", "rescue"})
DECIDED |= {"trial", "depart", "recall"}
DECIDED |= {"kill", "capture", "pardon", "waive", "land", "outage", "dissolve", "protest"}
#: Acts with something that is fired: a line tells what, where a verb does.
FIRED = frozenset({"test", "test_weapon", "launch"})
#: Acts that say nothing without whom they make something of.
OF_WHOM = frozenset({"elect", "appoint", "dismiss", "release", "detain", "abduct", "convict", "extradite", "expel"})
#: Those of them that say more with what it is.
_MADE = frozenset({"elect", "appoint", "convict"})
#: Acts that say nothing without where they lead: "visited the flooded villages".
TO_WHERE = frozenset({"visit", "deploy"})
#: What one chamber or state does by itself: a step of the agreement only where the report itself is one.
_EACH = frozenset({"approve", "ratify", "accede", "deposit"})
#: Steps that undo an agreement, and that a vote may be about.
_UNDOING = frozenset({"suspend", "terminate", "denounce", "withdraw"})
_SHORT = 8  # letters from which words may tell what is done
_BETWEEN = 25  # letters between who acts and the act from which the object stands there: "hat dem Gesetz zugestimmt"
_LINK = 4  # letters of a preposition or article before a day
_WHOLE = 150  # letters of a sentence that a line takes in whole
_LONG = 110  # letters of an article that a line takes in
_MARKS = re.compile(r"[“”«»\"]+")
_TRIM = " .,;:–-"


def object_of(report: Event, roles: tuple[Role, ...], happening: Happening, story: Story) -> str:
    """The agreement or the words that say what is done; "" for acts that need none and where nothing tells."""
    if report.type in OF_WHOM:
        if not any(one.role == "recipient" for one in roles):
            return _behind(report, story)
        return _made_of(report, story) if report.type in _MADE else ""
    if report.type == UNTYPED:
        return f"“{_words(report.spans[0], story)}”"
    if report.type in DECIDED:
        return sentence_of(report, story) or clause_of(report, story)
    if report.type in NATURAL:
        return named_by(report, story) or (sentence_of(report, story) if report.type == "accident" else "")
    if report.type in TO_WHERE:
        named = any(one.role in ("recipient", "place") for one in roles) or " noun " in report.by
        return "" if named or _time_behind(report, story) else _behind(report, story)
    if report.type in FIRED:
        return _fired(report, story)
    if report.type not in OF_WHAT | OVER_WHAT:
        return ""
    deal = _deal(report, happening, story) if report.type in OF_WHAT else ""
    told = [one.name for one in report.roles if one.role in ("instrument", "about")]
    if len(deal.split()) > 1:
        return f"“{deal}”"
    named = any(one.role == "recipient" for one in roles)
    words = f"“{told[0]}”" if told else _behind(report, story, named=named)
    if named and report.type in OVER_WHAT and not words.startswith("“…"):
        words = ""  # whom it is done to is named: the whole clause would say it twice
    return words or (f"“{deal}”" if deal else "")  # "deal" alone tells less than the article's own words


def _fired(report: Event, story: Story) -> str:
    """What is launched or tested, in the article's words behind a verb in the active."""
    words = _behind(report, story) if " verb " in report.by and report.names("actor") else ""
    return words if words.startswith("“…") else ""


def _time_behind(report: Event, story: Story) -> bool:
    """True when nothing or only a time stands behind the act: "who visited a quarter of a century ago"."""
    trigger = report.trigger
    if trigger is None or report.end - trigger.end < _SHORT:
        return True
    times = story.reading_of[report.source].of(Time)
    near = [one for one in times if trigger.end <= one.start <= trigger.end + _SHORT]
    more = [one for one in times if near and near[0].end <= one.start < report.end]
    return bool(near) and (bool(more) or report.end - near[0].end < _SHORT)


def named_by(report: Event, story: Story) -> str:
    """The word that names a disaster, where a noun does: “earthquake”."""
    return f"“{_words(report.trigger, story)}”" if report.trigger and " noun " in report.by else ""


def _made_of(report: Event, story: Story) -> str:
    """What somebody is made or sentenced to, in the article's words: “… as prime minister on Friday”."""
    clause = next((span for span in report.spans if report.trigger and span.covers(report.trigger)), report.spans[0])
    ends = [one.at.end for one in report.roles if one.role == "recipient" and one.at and clause.covers(one.at)]
    start = max([report.trigger.end if report.trigger else clause.start, *ends])
    behind = _without_day(Span(clause.source, start, clause.end), report, story) if start < clause.end else None
    if behind and _tells(behind, report, story):
        return f"“… {_cut(_words(behind, story))}”"
    return clause_of(report, story)


def clause_of(report: Event, story: Story) -> str:
    """The words of the clause that tells the act, where they say more than who, where and when; else ""."""
    clause = next((span for span in report.spans if report.trigger and span.covers(report.trigger)), report.spans[0])
    return f"“{_cut(_words(clause, story))}”" if _tells(clause, report, story) else ""


def sentence_of(report: Event, story: Story) -> str:
    """The words of the sentence that tells the act, of its clause where the sentence is long; "" if they say little."""
    article = story.reading_of[report.source].article
    place = article.text.find(report.start, report.end)
    found = article.sentence_at(place[0]) if place else None
    words = _words(article.text.span(*found), story) if found else ""
    return f"“{words}”" if words and len(words) <= _WHOLE else clause_of(report, story)


def _deal(report: Event, happening: Happening, story: Story) -> str:
    """The name of the agreement the event is a step of; of a vote only when this report is that step."""
    deal = next((one for one in story.agreements if one.id == happening.agreement), None)
    if deal is None:
        return ""
    step = any(span in act.spans for act in deal.acts for span in report.spans)
    if report.type in _EACH and _is_of_other_step(report, story):
        return ""  # "approved the suspension of the treaty": not the treaty
    return deal.name if step or report.type not in _EACH else ""


def _is_of_other_step(report: Event, story: Story) -> bool:
    """True where the same words tell of the end of the agreement: then that is what is approved."""
    others = (one.trigger for one in story.reading_of[report.source].of(Event) if one.type in _UNDOING and one.trigger)
    return any(span.covers(other) for span in report.spans for other in others)


def _behind(report: Event, story: Story, *, named: bool = True) -> str:
    """The words of the clause behind the act; all of them when who acts or what it is done to stands before it."""
    clause = next((span for span in report.spans if report.trigger and span.covers(report.trigger)), report.spans[0])
    if report.trigger is None or not report.names("actor"):
        return clause_of(report, story)  # nobody acts in our words: all of the article's
    if " noun " in report.by:
        return clause_of(report, story)
    if (before := _before(report, clause, story)) is not None:
        return before
    over = report.type in OVER_WHAT and named
    start = _start(report, clause) if over else report.trigger.end
    behind = _without_day(Span(clause.source, start, clause.end), report, story) if start < clause.end else None
    if behind and start > clause.start and _tells(behind, report, story):
        return f"“… {_cut(_without_particle(_words(behind, story), report, story))}”"
    ends = [one.at.end for one in report.roles if one.role == "actor" and one.at and one.at.end <= report.trigger.start]
    first = max([clause.start, *(end for end in ends if end > clause.start)])
    rest = Span(clause.source, first, clause.end) if first < clause.end else None
    if first > clause.start and clause.end - report.trigger.end < _SHORT:
        between = _between(Span(clause.source, first, report.trigger.start), report, story)
        if between:
            return f"“… {_cut(between)}”"
    if rest is None or not _tells(rest, report, story):
        return ""
    if not _tells(Span(clause.source, clause.start, report.trigger.end), report, story):
        return ""
    return f"“{'… ' if first > clause.start else ''}{_cut(_words(rest, story))}”"


def _before(report: Event, clause: Span, story: Story) -> str | None:
    """The words before the act where all who act stand behind it: "[the treaties] signed by Kenya and Chad"."""
    trigger = report.trigger
    acting = [one.at for one in report.roles if one.role == "actor" and one.at and clause.covers(one.at)]
    if report.type not in OF_WHAT or trigger is None or not acting or min(acting).start < trigger.end:
        return None
    before = Span(clause.source, clause.start, trigger.start) if clause.start < trigger.start else None
    if before is None or not _tells(before, report, story):
        return None
    words = _words(before, story).split()
    return f"“{_cut(' '.join(words[:-1] if len(words) > 2 and len(words[-1]) <= _LINK else words))} …”"


def _between(span: Span, report: Event, story: Story) -> str:
    """The words behind the helping verb, without the day: "hat | dem Gesetz | zugestimmt"; "" where there are few."""
    if span.start >= span.end:
        return ""
    helper = len(story.words(span)) - len(story.words(span).lstrip())
    words = story.words(span).split(None, 1)
    if len(words) < 2:
        return ""
    behind = Span(span.source, span.start + helper + len(words[0]) + 1, span.end)
    kept = _without_day(behind, report, story) if behind.start < behind.end else None
    return _words(kept, story) if kept and _tells(kept, report, story) else ""


def _without_particle(words: str, report: Event, story: Story) -> str:
    """The words without the part of the verb that ends its clause: "wirft dem Westen Einmischung [vor]"."""
    known = language(story.reading_of[report.source].article.language).section("events").get("particles", ())
    head, _, last = words.rpartition(" ")
    return head if head and last in known else words


def _without_day(span: Span, report: Event, story: Story) -> Span | None:
    """The words without the day they begin or end with: "on Friday approved [the law]", "[das Gesetz] am Freitag"."""
    known = (one for one in story.reading_of[report.source].of(Time) if one.type in ("DATE", "TIME"))
    times = sorted(one.hull for one in known if span.covers(one.hull))  # a term is no day: "to 25 years in prison"
    start, end = span.start, span.end
    if times and times[0].start - start <= _LINK + 1:
        start = times[0].end
    if times and times[-1].start > start and times[-1].end >= end - 1:
        words = story.words(Span(span.source, start, times[-1].start)).rstrip()
        last = words.rsplit(None, 1)[-1] if words else ""
        end = start + len(words) - (len(last) if len(last) <= _LINK else 0)
    return Span(span.source, start, end) if start < end else None


def says_more(report: Event, story: Story) -> bool:
    """True when the clause of a report says more than the act, those who take part and the date."""
    return _tells(report.spans[0], report, story)


def _tells(span: Span, report: Event, story: Story) -> bool:
    """True when the words say more than the act, those who take part and the date."""
    words = _words(span, story)
    parts = [role.at for role in report.roles if role.role in ("actor", "recipient", "place")]
    for known in (report.trigger, report.when_at, *parts):
        words = words.replace(_words(known, story), "") if known else words
    return len(words.strip(_TRIM)) >= _SHORT


def _cut(words: str) -> str:
    return words if len(words) <= _LONG else words[:_LONG].rsplit(" ", 1)[0] + " …"


def _start(report: Event, clause: Span) -> int:
    """Where the object begins, as far as the places of the act and of those who take part tell."""
    trigger = report.trigger
    if trigger is None:
        return clause.start
    placed = sorted((one.at, one.role) for one in report.roles if one.at and clause.covers(one.at))
    before = [trigger.start - at.end for at, role in placed if role == "actor" and at.end <= trigger.start]
    if report.type in OVER_WHAT:
        return _behind_named(trigger, [at for at, role in placed if role in ("actor", "recipient")], clause)
    if (before and min(before) > _BETWEEN) or (not before and any(role == "actor" for _, role in placed)):
        return clause.start
    return trigger.end


def _behind_named(trigger: Span, named: list[Span], clause: Span) -> int:
    """The end of the names next to the act: "accused Oslo and Riga of", "est accusée par Oslo et Riga de"."""
    start = trigger.end
    for at in named:
        if start <= at.start <= start + _BETWEEN and at.end < clause.end:
            start = at.end
    return start


def _words(span: Span, story: Story) -> str:
    """The words as a reader sees them, without marks."""
    text = story.reading_of[span.source].article.text
    place = text.find(span.start, span.end)
    return " ".join(_MARKS.sub("", text.value[slice(*place)] if place else story.words(span)).split()).strip(_TRIM)
