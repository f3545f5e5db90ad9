"""Every noun of Dragoman. Frozen, keyword-only; a fact without a span is refused.

Source, Sighting      bytes as found, and where
Article, Block        one source made readable: clean text with its map, language, date, outlet
When                  a date with its precision, anchor and basis
Fact                  what one article says: Mention, Time, Figure, Quote, Event, Treaty
Reading               an article with its facts
Entity, Utterance, Agreement, Happening, Kin, Origin, Support, Claim, Match, Finding, Story
                          what many articles add up to (overlays: no fact is rewritten)
"""

from __future__ import annotations

import base64
import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from dragoman.canonical import called, canonical
from dragoman.spans import Span, Text

__all__ = [
    "STANDINGS",
    "STATUS",
    "Act",
    "Agreement",
    "Article",
    "Block",
    "Claim",
    "Correction",
    "Damage",
    "Derived",
    "Entity",
    "Event",
    "Fact",
    "Figure",
    "Finding",
    "Happening",
    "Kin",
    "Match",
    "Mention",
    "Origin",
    "Post",
    "Provenance",
    "Provision",
    "Quote",
    "Reading",
    "Role",
    "Sighting",
    "Source",
    "Step",
    "Story",
    "Support",
    "Target",
    "Time",
    "Told",
    "Translation",
    "Treaty",
    "Trouble",
    "Utterance",
    "When",
    "Wording",
    "digest",
]

REFUSED = "refused"  # at the end of the rule of an event whose own word refuses: "rejected the bill"
LEAVING = "leaving"  # at the end of `Event.by`: told is that somebody left for a place, not that they came there
AWAITED = "not yet"  # there, too: it is not done yet as its article has it, and nobody denies it
PASSING = "in passing"  # there, too: its word is no main verb, or a noun that nobody is named with
AGE = "age"  # at the end of `Figure.by`: how old somebody is
UNTYPED = "other"  # the type of an event that is told in its sentence only: its act is of no known kind
POSITION = "quotes:position"  # the rule of a quotation without words: only where somebody stands is told
#: How an event or act stands in the words of an article.
STANDINGS = ("happened", "under way", "planned", "possible", "conditional", "claimed", "denied", "cancelled")
#: The status of an agreement that an act makes, where it happened.
STATUS = {
    "negotiated": "negotiated",
    "initialled": "initialled",
    "signed": "signed",
    "approved": "approved",
    "ratified": "ratified",
    "instruments_exchanged": "ratified",
    "deposited": "ratified",
    "acceded": "ratified",
    "provisionally_applied": "provisionally_applied",
    "in_force": "in_force",
    "resumed": "in_force",
    "extended": "extended",
    "suspended": "suspended",
    "denounced": "left_by_a_party",
    "withdrawn": "left_by_a_party",
    "terminated": "ended",
    "superseded": "ended",
}
_SURROGATE = re.compile("[\ud800-\udfff]")  # what an undecodable byte becomes
_CHECKPOINT = 128  # characters between two known byte offsets; any value is right, this keeps slices short


def digest(*parts: object) -> str:
    """A short stable id made of the parts' JSON: 16 hexadecimal digits."""
    return hashlib.sha256(canonical(parts).encode()).hexdigest()[:16]


# -- sources ---------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Sighting:
    """Where the bytes of a source were found; kept out of every digest."""

    source: str
    name: str  # as the user would recognise it: a path relative to what was given, `pile.jsonl#L12/text`, `-`
    url: str | None = None
    outlet: str | None = None
    seen: str | None = None  # when the bytes were fetched, where the container tells it
    container: str | None = None  # sha256 of the file that the name begins with, when the source is only a part of it


@dataclass(frozen=True, kw_only=True)
class Derived:
    """What a source was made from when its text is not in the bytes themselves: a PDF and the tool that read it."""

    of: str  # sha256 of the original
    tool: str  # name and version; another version may give other text
    raw: bytes = field(default=b"", repr=False)  # the original's bytes


@dataclass(frozen=True, kw_only=True)
class Source:
    """Bytes as found, with the codec that decodes them without loss (`errors` may be surrogateescape)."""

    raw: bytes = field(repr=False)
    encoding: str = "utf-8"
    errors: str = "strict"
    name: str = ""
    kind: str = "text"  # text | html
    meta: tuple[tuple[str, str], ...] = ()  # given with the source: date, url, outlet, title, language
    derived: Derived | None = None  # None: the bytes are as found

    @cached_property
    def id(self) -> str:
        """sha256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.raw).hexdigest()

    @cached_property
    def text(self) -> str:
        """The decoded original: newlines untouched, byte-order mark kept as U+FEFF."""
        return self.raw.decode(self.encoding, self.errors)

    @cached_property
    def _offsets(self) -> list[int]:
        """Byte offset of every 128th character."""
        text, offsets = self.text, [0]
        for start in range(0, len(text), _CHECKPOINT):
            offsets.append(offsets[-1] + len(text[start : start + _CHECKPOINT].encode(self.encoding, self.errors)))
        return offsets

    def byte(self, position: int) -> int:
        """Byte offset of a character offset (0 ≤ position ≤ len(text))."""
        mark, rest = divmod(position, _CHECKPOINT)
        known = self._offsets[mark]
        return known + len(self.text[position - rest : position].encode(self.encoding, self.errors)) if rest else known

    @cached_property
    def undecodable(self) -> bool:
        """True when some bytes stand for no character: such words cannot be written as UTF-8."""
        return _SURROGATE.search(self.text) is not None

    def slice(self, span: Span) -> str:
        """The exact words of a span of this source."""
        return self.text[span.start : span.end]

    def page(self, position: int) -> int | None:
        """The page of a derived source that a character lies on, counted from 1; None for a source without pages."""
        return 1 + self.text.count("\f", 0, position) if self.derived else None

    def given(self, key: str) -> str | None:
        """A value that came with the source (JSON Lines field, manifest entry), None when there is none."""
        return dict(self.meta).get(key)


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """One thing that could not be read: what, where, what to do; the rest goes on."""

    where: str
    what: str
    cure: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f" {self.cure}" if self.cure else "")


# -- values ----------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class When:
    """A stretch of days that holds the moment meant; two dates disagree only if their stretches do not meet.

    `precision`: day, week, month, season, quarter, half, year, decade, century, range, open (one end unknown).
    `anchor`: what it was counted from ("" when written in full). `basis`: the reasoning in words.
    """

    earliest: date
    latest: date
    precision: str
    anchor: str = ""
    basis: str = ""

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(f"When ends {self.latest} before it begins {self.earliest}")

    def meets(self, other: When) -> bool:
        """True when some day lies in both."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def covers(self, other: When) -> bool:
        """True when every day of the other lies in this one."""
        return self.earliest <= other.earliest and other.latest <= self.latest

    @property
    def value(self) -> str:
        """TIMEX3-like value: 2024-06-19, 2024-W25, 2024-06, 2024, 202X→"202", or earliest/latest."""
        first, last = self.earliest, self.latest
        if self.precision == "day" or first == last:
            return first.isoformat()
        if self.precision == "week":
            year, week, _ = first.isocalendar()
            return f"{year}-W{week:02d}"
        if self.precision == "month":
            return f"{first.year:04d}-{first.month:02d}"
        if self.precision == "year":
            return f"{first.year:04d}"
        if self.precision == "decade":
            return f"{first.year // 10:03d}"
        if self.precision == "century":
            return f"{first.year // 100:02d}"
        return f"{first.isoformat()}/{last.isoformat()}"

    @property
    def edtf(self) -> str:
        """Extended Date/Time Format (ISO 8601-2) level 1."""
        if self.precision == "week":
            return f"{self.earliest.isoformat()}/{self.latest.isoformat()}"
        if self.precision == "decade":
            return f"{self.earliest.year // 10:03d}X"
        if self.precision == "century":
            return f"{self.earliest.year // 100:02d}XX"
        if self.earliest == date.min:
            return f"../{self.latest.isoformat()}"
        return self.value


@dataclass(frozen=True, kw_only=True)
class Block:
    """A run of the clean text with one function; clean offsets, end exclusive.

    `kind`: headline, standfirst, heading, paragraph, caption, byline, dateline, list, quote, question, answer.
    """

    kind: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Translation:
    """A judgement that an article was translated, with the words that show it; made only where they suffice."""

    from_language: str  # ISO 639-1, "und" when the words do not tell
    manner: str = ""  # machine | human | "" when the words do not tell
    grade: str = "likely"  # certain | likely | thin
    evidence: tuple[tuple[Span, str], ...] = ()  # the words, and what they show

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("Translation without evidence: a judgement must show the words it rests on")


@dataclass(frozen=True, kw_only=True)
class Told:
    """One thing that is said about an article: rank 1 is the basis believed first; other values are kept, not chosen.

    `field`: title, outlet, author, url, language, published, updated. `value` is a day for dates, else the words.
    """

    field: str
    value: str
    basis: str  # "JSON-LD datePublished", "meta og:title"; every basis that says the same, in the order of belief
    rank: int
    at: Span | None = None  # where the first of them stands; None when it came with the source or is not spelt out


@dataclass(frozen=True, kw_only=True)
class Damage:
    """A place that copying or converting has broken, left as it is because its repair would be a guess."""

    span: Span
    what: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Article:
    """One source made readable. `blocks` and `sentences` are ranges of `text.value`."""

    source: str
    name: str
    text: Text
    language: str = "und"  # ISO 639-1, "und" when it cannot be told
    title: Span | None = None
    published: When | None = None
    published_span: Span | None = None
    outlet: str | None = None
    url: str | None = None
    byline: str | None = None
    credits: tuple[str, ...] = ()  # agencies credited: AFP, Reuters …
    blocks: tuple[Block, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    notes: tuple[str, ...] = ()  # what a reader should know about this text (encoding guessed, damage …)
    told: tuple[Told, ...] = ()  # what page, source and text say of title, outlet, dates …; conflicts too
    updated: When | None = None
    corrections: tuple[Span, ...] = ()  # notices that the article was corrected or updated
    damage: tuple[Damage, ...] = ()  # what is broken in the text and could not be mended for certain
    translated: Translation | None = None  # None: nothing in the text says so, or too little
    passages: tuple[tuple[Span, str], ...] = ()  # passages in another language than the article's, with that language
    kind: str = "press"  # press | primary: a treaty's text, a communiqué, a transcript, a law
    kind_why: str = ""  # by what a primary document was recognised

    def block_at(self, position: int) -> Block | None:
        """The block that holds a clean position."""
        index = bisect_right(self._begins, position) - 1
        return self.blocks[index] if index >= 0 and position < self.blocks[index].end else None

    def sentence_at(self, position: int) -> tuple[int, int] | None:
        """The sentence that holds a clean position."""
        index = bisect_right(self._opens, position) - 1
        return self.sentences[index] if index >= 0 and position < self.sentences[index][1] else None

    @cached_property
    def _begins(self) -> list[int]:
        return [one.start for one in self.blocks]

    @cached_property
    def _opens(self) -> list[int]:
        return [one[0] for one in self.sentences]


# -- facts: what one article says ------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something one article says, and where. `by` names the rule that found it."""

    spans: tuple[Span, ...]
    by: str = ""

    def __post_init__(self) -> None:
        if not self.spans:
            raise ValueError(f"{type(self).__name__} without a span: every fact must say where it was read")

    @property
    def source(self) -> str:
        """The source all spans lie in."""
        return self.spans[0].source

    @property
    def start(self) -> int:
        """First original character."""
        spans = self.spans
        return spans[0].start if len(spans) == 1 else self.hull.start

    @property
    def end(self) -> int:
        """One past the last original character."""
        spans = self.spans
        return spans[0].end if len(spans) == 1 else self.hull.end

    @cached_property
    def hull(self) -> Span:
        """From the first to the last character."""
        if len(self.spans) == 1:
            return self.spans[0]
        return Span(self.source, min(span.start for span in self.spans), max(span.end for span in self.spans))

    @cached_property
    def id(self) -> str:
        """Made of kind, source, spans and values: reading twice changes nothing."""
        return hashlib.sha256(called(self, but="by").encode()).hexdigest()[:16]


@dataclass(frozen=True, kw_only=True)
class Mention(Fact):
    """A place in the text that refers to somebody or something."""

    name: str  # as written, white space folded, possessive ending dropped
    kind: str  # PER GPE LOC FAC ORG LAW EVENT NORP MISC
    form: str = "name"  # name | acronym | demonym | nominal | pronoun
    refers_to: str = ""  # fullest name in this article; equal for all mentions of one thing in the article
    role: str = ""  # title or office beside the name, as written
    country: str = ""  # ISO 3166 alpha-2 where a table makes it certain (country, capital, demonym)
    metonym_for: str = ""  # "government of RU" when the place acts


@dataclass(frozen=True, kw_only=True)
class Time(Fact):
    """A time expression. `value` is TIMEX3: 2024-06-19, P24Y, PT2H, PAST_REF, first/last …"""

    type: str = "DATE"  # DATE TIME DURATION SET
    value: str = ""
    mod: str = ""  # LESS_THAN, MORE_THAN, APPROX, START, MID, END
    when: When | None = None
    weekday: str = ""  # set when the written weekday does not fit the written date: the true weekday, in English


@dataclass(frozen=True, kw_only=True)
class Figure(Fact):
    """A number with what it counts. `value` is None for vague ones ("thousands", kept in `vague`)."""

    value: float | None = None
    upto: float | None = None
    unit: str = ""  # singular, in the article's language folded to English where the tables know it: year, soldier
    of: str = ""  # what is counted, as written
    bound: str = "exactly"  # exactly, about, at_least, at_most, more_than, less_than, nearly, vague
    vague: str = ""
    claimed_by: str = ""  # Mention.refers_to or words of the article; "" when the article says it itself
    claimed_at: Span | None = None
    co_claimants: tuple[str, ...] = ()  # further names that claim it together with claimed_by
    holder: str = ""  # who has the share, votes or seats: Mention.refers_to; "" where nobody stands beside the number
    holder_at: Span | None = None
    window: When | None = None
    standing: str = "counted"  # counted, estimated, feared, planned, demanded, denied, at first


@dataclass(frozen=True, kw_only=True)
class Quote(Fact):
    """Words given as somebody's. `spans` are the content without its marks; several when split."""

    kind: str  # direct | partial | scare | indirect
    speaker: str | None = None  # Mention.refers_to, or a description in the article's words
    speaker_at: Span | None = None
    co_speakers: tuple[str, ...] = ()  # further names of a joint statement
    cue: Span | None = None
    manner: str = ""  # say, deny, warn, promise, ask, accuse … (canonical)
    addressee: str = ""
    medium: str = ""
    when: When | None = None

    @property
    def how(self) -> str:
        """Its kind; "position" where an article tells where somebody stands without a word of theirs."""
        return "position" if self.by == POSITION else self.kind


@dataclass(frozen=True, kw_only=True)
class Role:
    """Who or what takes which part in an event."""

    role: str  # actor, recipient, instrument, place, about
    name: str  # Mention.refers_to, or the words
    at: Span | None = None


@dataclass(frozen=True, kw_only=True)
class Event(Fact):
    """A typed act or happening. `trigger` is the word that names it; spans hold its clause."""

    type: str
    trigger: Span | None = None
    roles: tuple[Role, ...] = ()
    when: When | None = None
    when_at: Span | None = None
    standing: str = "happened"
    claimed_by: str = ""

    @property
    def told(self) -> bool:
        """True when the article itself tells it as done; a claim about "the flood" takes the flood for granted."""
        granted = (
            self.type in ("disaster", "accident") and " noun " in self.by and self.standing in ("happened", "claimed")
        )
        return granted or (self.standing in ("happened", "under way") and not self.claimed_by)

    def names(self, *roles: str) -> tuple[str, ...]:
        """Names in the given roles (all roles when none is given)."""
        return tuple(one.name for one in self.roles if not roles or one.role in roles)


@dataclass(frozen=True, kw_only=True)
class Act(Fact):
    """One step of an agreement's life by one party (or by all: party "")."""

    act: str  # negotiated … superseded, see docs; "approved" is a chamber's vote, never ratification
    party: str = ""
    body: str = ""  # chamber or office that acted, as written
    when: When | None = None
    when_at: Span | None = None
    standing: str = "happened"
    claimed_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Provision(Fact):
    """What an agreement is said to oblige to."""

    obligation: str  # defence offence neutrality non-aggression consultation cooperation … character
    trigger: str = ""  # "in the event of aggression", as written
    said_by: str = ""
    clause: bool = True  # False for a remark that is not a term of the agreement


@dataclass(frozen=True, kw_only=True)
class Treaty(Fact):
    """An agreement as one article names and describes it; `spans` are the places that name it."""

    names: tuple[str, ...]
    instrument: str = ""  # treaty, pact, accord, memorandum … (canonical)
    parties: tuple[str, ...] = ()
    aimed: tuple[str, ...] = ()  # whom a regime is aimed at: no party of it
    among: tuple[str, ...] = ()  # parties that are counted and not named, as written: "all 30 allies"
    accession: bool = False  # to what many have agreed: who is named took a step, the agreement is not between them
    acts: tuple[Act, ...] = ()
    provisions: tuple[Provision, ...] = ()
    predecessors: tuple[tuple[str, Span], ...] = ()  # (year or name, where)
    status: str = ""  # expected, signed, ratified, in_force, suspended, ended …, as this article has it
    main: bool = False


@dataclass(frozen=True, kw_only=True)
class Provenance(Fact):
    """Words that tell where an article's reporting comes from.

    `kind`: own (its own people asked or saw), dateline (a place at its head), update (an earlier text was changed).
    """

    kind: str


@dataclass(frozen=True, kw_only=True)
class Post(Fact):
    """A title or office that an article gives a person, in its own words, with the day for which it does so.

    `standing`: held, acting, former, coming (elected, designate) or then (at the time the article tells of).
    """

    holder: str  # Mention.refers_to
    title: str  # as written
    country: str = ""
    standing: str = "held"
    when: When | None = None  # the years told beside it, else the day of the article
    told: bool = False  # True when `when` is told beside the title


F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """An article with the facts read in it, in reading order within each kind."""

    article: Article
    facts: tuple[Fact, ...] = ()

    def add(self, facts: Iterable[Fact]) -> Reading:
        """A reading with more facts."""
        return replace(self, facts=(*self.facts, *facts))

    def of(self, kind: type[F]) -> tuple[F, ...]:
        """The facts of one kind."""
        if kind not in self._kinds:
            self._kinds[kind] = tuple(fact for fact in self.facts if isinstance(fact, kind))
        return self._kinds[kind]

    @cached_property
    def _kinds(self) -> dict[type[Fact], tuple[Any, ...]]:
        return {}


# -- what many articles add up to ------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Entity:
    """Mentions of one person, place or organisation over all articles; an overlay that can be undone."""

    id: str
    kind: str
    name: str
    names: tuple[tuple[str, str], ...] = ()  # (language, form), most frequent first
    mentions: tuple[Mention, ...] = ()
    country: str = ""
    roles: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Wording:
    """One surface of an utterance.

    `relation`: verbatim, fullest (of several languages), translation, shorter, longer, re-ordered, altered,
    attributed differently, paraphrase, same sentence, part of a splice. `why`: the words left out, put in or changed.
    """

    quote: Quote
    language: str
    relation: str
    part: Span | None = None  # the segment of a longer quotation that carries the utterance
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Utterance:
    """One thing said, in all its wordings."""

    id: str
    speaker: str  # Entity.id, or "" when no article names a speaker
    wordings: tuple[Wording, ...]
    why: str = ""
    first: str = ""  # the day it was first printed, "undetermined", "" where one article has it

    @property
    def tellings(self) -> int:
        """In how many wordings it is told: phrases of one verb are one together, so are the same words again."""
        told = {(one.quote.source, one.quote.cue or one.quote.hull): one.relation for one in reversed(self.wordings)}
        other = [one for one in told.values() if one not in ("verbatim", "fullest")]
        return len(other) + (len(other) < len(told))


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """An agreement over all articles: life-cycle per party with its gaps."""

    id: str
    name: str
    names: tuple[tuple[str, str], ...]  # (language, form)
    instrument: str
    parties: tuple[str, ...]  # Entity.id
    treaties: tuple[Treaty, ...]  # the articles' own accounts
    acts: tuple[Act, ...]
    provisions: tuple[Provision, ...]
    predecessors: tuple[tuple[str, Span], ...] = ()
    status: str = ""
    status_by_article: tuple[tuple[str, str], ...] = ()  # (source, status)
    gaps: tuple[str, ...] = ()
    main: bool = False
    aimed: tuple[str, ...] = ()  # Entity.id of those at whom a regime is aimed
    among: tuple[str, ...] = ()  # parties that are counted and not named, as written
    accession: bool = False


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One real-world event with all its reports: a line of the timeline."""

    id: str
    type: str
    when: When | None
    roles: tuple[Role, ...]  # names are Entity.id where known
    standing: str
    reports: tuple[Event, ...]
    why: str = ""
    support: Support | None = None  # origins of the articles that tell it as fact
    changes: tuple[tuple[str, str, Span], ...] = ()  # (day of the article or "", standing, where), as the story went on
    silent: tuple[str, ...] = ()  # articles of that day or later that do not tell it
    agreement: str = ""  # Agreement.id of the agreement that the act is a step of
    by: date | None = None  # where no day is told: the first day on which an article tells it as done


@dataclass(frozen=True, kw_only=True)
class Kin:
    """How two articles hang together. Undirected when `directed` is False: then `earlier` sorts before `later`.

    `relation`: identical, near-copy, version, excerpt, rewrite, translation, shared wire, shared quotations.
    Only shared quotations leave two articles independent of each other.
    """

    id: str
    earlier: str  # Source.id
    later: str
    directed: bool
    relation: str
    evidence: tuple[tuple[Span, Span], ...] = ()  # runs side by side: (earlier's, later's)
    why: str = ""

    @property
    def dependent(self) -> bool:
        """True when one of the two cannot count as an origin of its own beside the other."""
        return self.relation != "shared quotations"


@dataclass(frozen=True, kw_only=True)
class Origin:
    """Articles that go back to one newsroom or text, as far as the pile shows.

    `state`: independent (its own reporting is shown) or undetermined (nothing shows where it comes from).
    """

    id: str
    articles: tuple[str, ...]  # Source.id, the earliest first where that is known
    state: str
    name: str = ""  # outlet or agency where the pile tells it
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One hand through which a fact went. `kind`: claimant, medium, agency, original (of a copy), outlet.

    `span` is the place that shows it, None where it came with the file.
    """

    kind: str
    name: str
    span: Span | None = None
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Support:
    """Origins behind a set of articles: shown independent, dependent on one of those, and not to be told."""

    independent: int
    dependent: int
    undetermined: int


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What facts mean, in one shape whatever the language; only comparable claims are ever matched."""

    id: str
    type: str  # event type, "figure", "date of <act>", "act", "utterance" …
    said_by: str = ""  # Entity.id; "" is the outlet's own voice
    roles: tuple[Role, ...] = ()  # names are Entity.id where known
    value: str = ""  # canonical value: number with unit, standing, status
    when: When | None = None
    standing: str = "happened"
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Match:
    """Two claims judged, always with a reason. `verdict`: same, compatible, refining, updating, conflicting, unsure."""

    left: str  # Claim.id
    right: str
    verdict: str
    score: float
    why: str


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What articles add up to or where they fail: type, both places, the calculation in one sentence."""

    id: str
    kind: str
    spans: tuple[Span, ...]
    why: str
    severity: str = "note"  # note, warning, error
    rule: str = ""  # the rule that found it, as listed in docs/findings.md
    claims: tuple[str, ...] = ()  # Claim.id
    support: Support | None = None
    settles: str = ""  # what would settle it


@dataclass(frozen=True, kw_only=True)
class Target:
    """What a correction is about: exact words in a source, never a fact's id, so that it survives better rules.

    `prefix` (up to 32 characters before) tells equal words apart; empty `exact` means the article as a whole.
    """

    source: str
    exact: str = ""
    prefix: str = ""


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What a person decided about a reading; an overlay that is kept apart, listed, exported and undone.

    `verdict`: accept, reject, annotate (a fact); merge, split, rename (entities); date (an article);
    set-aside (a finding); undo (`value` is the id of the correction undone).
    """

    verdict: str
    about: str = ""  # mention, time, figure, quote, event, treaty, entity, article, finding
    targets: tuple[Target, ...] = ()
    value: str = ""
    by: str = ""
    at: str = ""  # moment, ISO 8601
    why: str = ""

    @cached_property
    def id(self) -> str:
        """Made of everything in it: importing twice changes nothing."""
        return digest("Correction", {one.name: getattr(self, one.name) for one in fields(self)})


@dataclass(frozen=True, kw_only=True)
class Story:
    """What reports render."""

    id: str
    title: str
    readings: tuple[Reading, ...]
    sources: tuple[Source, ...]
    sightings: tuple[Sighting, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    entities: tuple[Entity, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    timeline: tuple[Happening, ...] = ()
    kin: tuple[Kin, ...] = ()
    origins: tuple[Origin, ...] = ()
    claims: tuple[Claim, ...] = ()
    matches: tuple[Match, ...] = ()
    findings: tuple[Finding, ...] = ()
    corrections: tuple[Correction, ...] = ()  # in force: what people decided about this story
    rules: tuple[str, ...] = ()  # what the rules that ran look for, told where nothing was found
    as_of: date | None = None
    learned: tuple[str, ...] = ()  # lines that the pile taught to be furniture: site, tab, line
    days: tuple[str, ...] = ()  # ISO days of its dated articles, when others needed them for a year
    unused: tuple[Span, ...] = ()  # body sentences that bear no fact

    @cached_property
    def sources_by_id(self) -> dict[str, Source]:
        """{sha256: source}."""
        return {source.id: source for source in self.sources}

    @cached_property
    def entity_of(self) -> dict[tuple[str, str], Entity]:
        """{(source, Mention.refers_to): entity}: how a name used in a fact of an article leads to its entity."""
        return {(one.source, one.refers_to): entity for entity in self.entities for one in entity.mentions}

    @cached_property
    def kept(self) -> dict[Any, Any]:
        """Work that is done once a story, by what it is about; kept as long as the story."""
        return {}

    @cached_property
    def reading_of(self) -> dict[str, Reading]:
        """{source: reading}."""
        return {reading.article.source: reading for reading in self.readings}

    def words(self, span: Span) -> str:
        """The exact words of a span."""
        return self.sources_by_id[span.source].slice(span)


def exact(source: Source, span: Span) -> dict[str, Any]:
    """A span as a stranger can check it: exact, prefix, suffix, characters, bytes, sha256 (W3C selectors).

    Words that cannot be encoded as UTF-8 (undecodable bytes) are given in base64 beside their readable form.
    """
    text, start, end = source.text, span.start, span.end
    row: dict[str, Any] = {
        "byte_end": source.byte(end),
        "byte_start": source.byte(start),
        "end": end,
        "exact": text[start:end],
        "prefix": text[max(0, start - 32) : start],
        "source": source.id,
        "start": start,
        "suffix": text[end : end + 32],
    }
    if source.undecodable:
        if (words := text[start:end]) != _printable(words):
            row["exact_base64"] = base64.b64encode(words.encode(source.encoding, source.errors)).decode("ascii")
        row |= {name: _printable(row[name]) for name in ("exact", "prefix", "suffix")}
    if source.derived:
        row["page"] = source.page(start)
    return dict(sorted(row.items())) if len(row) > _PLACED else row


#: Fields that every place has, which `exact` gives in the order of the alphabet.
_PLACED = 8


def _printable(words: str) -> str:
    return words.encode("utf-8", "replace").decode("utf-8")
