"""What may count as a source of its own: articles that depend on each other are one origin, and its state is shown.

The rule, with its reasons, is docs/lineage.md. In short: nothing is called independent because no copy was found; only
own reporting that the article shows makes it so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from dragoman.records import Article, Kin, Origin, Provenance, Quote, Reading, Support, Utterance, digest

__all__ = ["origins", "support"]


def origins(
    readings: Sequence[Reading],
    kin: Iterable[Kin],
    owners: Iterable[tuple[str, str]] = (),
    *,
    utterances: Sequence[Utterance] = (),
) -> tuple[Origin, ...]:
    """The origins behind a story's articles, each article in one of them; `owners`: (outlet, owner or feeder)."""
    by_source = {reading.article.source: reading for reading in readings}
    groups = _Groups(by_source)
    for one in kin:
        if one.dependent and one.earlier in by_source and one.later in by_source:
            groups.join(one.earlier, one.later)
    for members in _houses(by_source, owners):
        for other in members[1:]:
            groups.join(members[0], other)
    heard = _only_here(utterances)
    made = [_origin([by_source[source] for source in members], heard) for members in groups.all()]
    return tuple(sorted(made, key=lambda origin: (origin.state != "independent", -len(origin.articles), origin.id)))


def support(sources: Iterable[str], origins: Sequence[Origin], kin: Iterable[Kin] = ()) -> Support:
    """How many origins stand behind some articles: shown independent, articles that depend on one of those, unknown."""
    wanted = set(sources)
    touched = [(origin, len(wanted.intersection(origin.articles))) for origin in origins]
    touched = [(origin, count) for origin, count in touched if count]
    lone = len(wanted) - sum(count for _, count in touched)
    independent = sum(origin.state == "independent" for origin, _ in touched)
    return Support(
        independent=independent,
        dependent=sum(count - 1 for _, count in touched),
        undetermined=len(touched) - independent + lone,
    )


class _Groups:
    """Sources joined into groups; a group goes by its smallest source, so order leaves no trace."""

    def __init__(self, sources: Iterable[str]) -> None:
        self.root = {source: source for source in sources}

    def find(self, source: str) -> str:
        """The smallest source of the group."""
        while self.root[source] != source:
            self.root[source] = self.root[self.root[source]]
            source = self.root[source]
        return source

    def join(self, one: str, other: str) -> None:
        """Make the groups of two sources one."""
        first, second = sorted((self.find(one), self.find(other)))
        self.root[second] = first

    def all(self) -> list[list[str]]:
        """All groups, sorted."""
        groups: dict[str, list[str]] = defaultdict(list)
        for source in sorted(self.root):
            groups[self.find(source)].append(source)
        return list(groups.values())


def _houses(by_source: Mapping[str, Reading], owners: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Sources of one house: one outlet, one owner, or one agency that is credited first.

    An article that credits two agencies goes with the first: joining both would make the agencies one origin.
    """
    owned: dict[str, list[str]] = defaultdict(list)
    for outlet, owner in owners:
        owned[outlet.casefold()].append(owner)
    houses: dict[str, list[str]] = defaultdict(list)
    for source, reading in sorted(by_source.items()):
        article = reading.article
        outlet = article.outlet or ""
        names = [outlet, *owned[outlet.casefold()], *article.credits[:1]]
        for name in {name.casefold() for name in names if name}:
            houses[name].append(source)
    return [members for _, members in sorted(houses.items())]


def _only_here(utterances: Sequence[Utterance]) -> dict[str, list[Quote]]:
    """{source: direct quotations of a named speaker that no other article has}."""
    found: dict[str, list[Quote]] = defaultdict(list)
    for utterance in utterances:
        quotes = [wording.quote for wording in utterance.wordings]
        if len({quote.source for quote in quotes}) == 1:
            found[quotes[0].source] += [quote for quote in quotes if quote.kind == "direct" and quote.speaker]
    return found


def _origin(members: Sequence[Reading], heard: Mapping[str, Sequence[Quote]]) -> Origin:
    ordered = sorted(members, key=lambda reading: _order(reading.article))
    shown = [why for reading in ordered if (why := _own(reading, heard.get(reading.article.source, ())))]
    why = shown[0] if shown else "nothing in it shows reporting of its own"
    if len(members) > 1:
        why = f"{len(members)} articles that depend on each other or come from one house; {why}"
    return Origin(
        id=digest("origin", sorted(reading.article.source for reading in members)),
        articles=tuple(reading.article.source for reading in ordered),
        state="independent" if shown else "undetermined",
        name=_name(ordered),
        why=why,
    )


def _order(article: Article) -> tuple[date, str]:
    return (article.published.earliest if article.published else date.max, article.source)


def _name(ordered: Sequence[Reading]) -> str:
    """The agency most of them credit, else the outlet of the earliest that has one."""
    credits = Counter(reading.article.credits[0] for reading in ordered if reading.article.credits)
    if credits and len(ordered) > 1:
        return min(credits, key=lambda name: (-credits[name], name))
    outlets = [reading.article.outlet for reading in ordered if reading.article.outlet]
    return outlets[0] if outlets else min(credits, default="")


def _own(reading: Reading, quotes: Sequence[Quote]) -> str:
    """What shows that an article's own people reported it, "" when nothing does."""
    article = reading.article
    if article.translated is not None:
        return ""
    if article.kind == "primary":
        return f"{article.name} is a primary document: {article.kind_why}"
    signs = {fact.kind: fact for fact in reversed(reading.of(Provenance))}
    if "own" in signs:
        return f'{article.name} says so: "{_words(article, signs["own"])}"'
    signed = _signed(article) or article.credits[:1]
    if "dateline" in signs and signed and quotes:
        many = f"{len(quotes)} quotation{'s' * (len(quotes) > 1)} that no other article has"
        return f'{article.name} is datelined "{_words(article, signs["dateline"])}", signed, and has {many}'
    return ""


def _signed(article: Article) -> bool:
    """True when a byline names a person: two words or more, and no agency is credited."""
    return bool(article.byline) and len((article.byline or "").split()) >= 2 and not article.credits


def _words(article: Article, fact: Provenance) -> str:
    place = article.text.find(fact.start, fact.end)
    return " ".join(article.text.value[slice(*place)].split()) if place else ""
