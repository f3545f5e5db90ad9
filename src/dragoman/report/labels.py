"""Short names for people: D0 for an article, T3 for a line of the timeline; the data keeps content-made ids."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from dragoman.languages.world import gazetteer
from dragoman.records import Entity, Happening, Origin, Quote, Reading, Story
from dragoman.report.messages import messages
from dragoman.report.worth import is_line
from dragoman.spans import Span

__all__ = ["Labels"]

MARKS = re.compile(r"^[\s«“\"]+|[\s»”\"]+$|[“”]")  # “strictly defensive” said in “one word”


class Labels:
    """Labels of one story, made from the order in which it stands."""

    def __init__(self, story: Story, language: str = "en") -> None:
        self.story = story
        self.say = messages(language)
        self.kept: dict[str, Any] = {}  # work that several writers of one dossier share

    @cached_property
    def article(self) -> dict[str, str]:
        """{source: "D0"}."""
        return {reading.article.source: f"D{number}" for number, reading in enumerate(self.story.readings)}

    @cached_property
    def happening(self) -> dict[str, str]:
        """{Happening.id: "T1"}."""
        return {one.id: f"T{number}" for number, one in enumerate(self.timeline, 1)}

    @cached_property
    def timeline(self) -> tuple[Happening, ...]:
        """The events that tell enough for a line; the others stay records."""
        return tuple(one for one in self.story.timeline if is_line(one, self.story))

    @cached_property
    def agreement(self) -> dict[str, str]:
        """{Agreement.id: "A1"}."""
        return {one.id: f"A{number}" for number, one in enumerate(self.story.agreements, 1)}

    @cached_property
    def utterance(self) -> dict[str, str]:
        """{Utterance.id: "Q1"}."""
        return {one.id: f"Q{number}" for number, one in enumerate(self.story.utterances, 1)}

    @cached_property
    def reading(self) -> dict[str, Reading]:
        """{source: reading}."""
        return {reading.article.source: reading for reading in self.story.readings}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """{Entity.id: entity}."""
        return {entity.id: entity for entity in self.story.entities}

    def place(self, span: Span) -> str:
        """D3 944-1099."""
        return f"{self.article[span.source]} {span.start}-{span.end}"

    def seen(self, span: Span) -> str:
        """The words of a span as a reader of the article saw them: without tags and character references."""
        if self.story.sources_by_id[span.source].kind != "html":
            return self.story.words(span)
        text = self.reading[span.source].article.text
        place = text.find(span.start, span.end)
        return text.value[slice(*place)] if place else self.story.words(span)

    def name(self, source: str, refers_to: str) -> str:
        """What the dossier calls somebody that an article calls `refers_to`; the article's own words when unknown."""
        entity = self.story.entity_of.get((source, refers_to))
        return self.shown(entity) if entity else refers_to

    def who(self, quote: Quote) -> str:
        """The speaker of a quotation, "speaker not found" where none was read."""
        return self.name(quote.source, quote.speaker) if quote.speaker else self.say("line.nobody")

    @cached_property
    def origin(self) -> dict[str, Origin]:
        """{source: the origin it goes back to}."""
        return {source: origin for origin in self.story.origins for source in origin.articles}

    def origins(self, sources: Iterable[str]) -> tuple[int, int]:
        """How many origins of these articles are shown to be independent, and of how many that cannot be told."""
        own = {origin.id: origin.state for source in sources if (origin := self.origin.get(source))}
        shown = sum(state == "independent" for state in own.values())
        return shown, len(own) - shown

    def entity(self, given: str) -> str:
        """Name of an Entity.id, or the words themselves where a fact carries plain words."""
        return self.shown(self.entities[given]) if given in self.entities else given

    def shown(self, entity: Entity) -> str:
        """The name of an entity on this page: in its language, where articles or tables have it in that language."""
        if self.say.language == "en":
            return entity.name
        thing = gazetteer("en").known(entity.name)
        known = gazetteer(self.say.language).name(thing.key) if thing else ""
        if not known and entity.name not in {form for _, form in entity.names}:
            return entity.name  # somebody's decision
        own = [form for language, form in entity.names if language == self.say.language]
        if entity.kind == "PER" and own:
            return max(own, key=lambda form: len(form.split()))  # of equals the most frequent: "Vladimir Poutine"
        return own[0] if own else known or entity.name

    @cached_property
    def local(self) -> dict[str, str]:
        """{the name an entity goes by in the data: its name on this page}."""
        return {entity.name: self.shown(entity) for entity in self.story.entities}

    @cached_property
    def _foreign(self) -> re.Pattern[str] | None:
        names = sorted((name for name, own in self.local.items() if name != own), key=len, reverse=True)
        return re.compile(rf"“[^“”]*”|(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)") if names else None

    def renamed(self, words: str) -> str:
        """Words of the dossier with every name as this page writes it; words between quotation marks stay."""
        return self._foreign.sub(lambda hit: self.local.get(hit[0], hit[0]), words) if self._foreign else words

    def quoted(self, span: Span) -> str:
        """The words of a span as they were read, blanks folded and marks dropped, between quotation marks."""
        text = self.reading[span.source].article.text
        place = text.find(span.start, span.end)
        words = text.value[place[0] : place[1]] if place else self.story.words(span)
        return f"“{MARKS.sub('', ' '.join(words.split()))}”"

    def cited(self, source: str, refers_to: str) -> str:
        """Like `name`, with the article's own words between quotation marks, so that nobody takes them for ours."""
        entity = self.story.entity_of.get((source, refers_to))
        return self._marked(self.shown(entity)) if entity else f"“{refers_to}”"

    def _marked(self, name: str) -> str:
        """A name; one that begins small, "ministère russe", is the words of an article and stands between marks."""
        return f"“{name}”" if name[:1].islower() else name

    def party(self, name: str) -> str:
        """A name as a sentence has it: countries with their article where the language of the page asks for one."""
        return str(self.say.row("countries", name) or name)

    def voices(self, quote: Quote) -> str:
        """Everybody who says a quotation together, each as `cited`; "speaker not found" where none was read."""
        names = [name for name in (quote.speaker, *quote.co_speakers) if name]
        told = [self.cited(quote.source, name) for name in names]
        return self.say("line.and").join(told) if told else self.say("line.nobody")

    def called(self, given: str) -> str:
        """Like `entity`, with plain words between quotation marks."""
        return self._marked(self.shown(self.entities[given])) if given in self.entities else f"“{given}”"
