"""The sources as the template shows them: what each is, when it appeared, what is broken or corrected in it."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from dragoman.records import Article, Reading, When
from dragoman.report.dating import dated
from dragoman.report.line import Evidence
from dragoman.report.nature import nature, translated
from dragoman.report.tongues import language_name
from dragoman.report.views import Views

__all__ = ["Shelf"]

DAMAGED = 6  # damaged places named one by one; the others are counted


class Shelf:
    """The articles of a story."""

    def __init__(self, views: Views) -> None:
        self.views, self.labels, self.say = views, views.labels, views.say

    def kinds(self) -> list[tuple[str, list[Reading]]]:
        """Press first, then the documents themselves, which are no press about them."""
        press = [one for one in self.views.story.readings if one.article.kind != "primary"]
        primary = [one for one in self.views.story.readings if one.article.kind == "primary"]
        return [(name, own) for name, own in (("press", press), ("primary", primary)) if own]

    def language(self, article: Article) -> Markup:
        """French; en‹fr with what it means for a translated article."""
        name = language_name(article.language, self.say.language)
        if article.translated is None:
            return Markup("{}").format(name)
        return Markup('<abbr title="{}">{}</abbr>').format(
            translated(article, self.labels), self.views.passages.code(article.source)
        )

    def nature(self, article: Article) -> list[Markup]:
        """What kind of text an article is, where that is not press in one language."""
        found = article.translated.evidence if article.translated else ()
        words = [Evidence(span=span, language=article.language) for span, _ in found]
        return [self.views.passages.voiced(line, words) for line in nature(article, self.labels)]

    def published(self, article: Article) -> Markup:
        """The publication date with how it was reached."""
        return self._dated(article, article.published, "sources.published")

    def updated(self, article: Article) -> Markup:
        """When it says it was updated."""
        return self._dated(article, article.updated, "sources.updated") if article.updated else Markup("")

    def _dated(self, article: Article, when: When | None, key: str) -> Markup:
        place = self.views.somewhere(article.source, article.published_span)
        basis = Markup(f" ({self.views.reason(when.basis, place)})") if when and when.basis else ""
        return self.say.html(key, date=dated(when, self.say), basis=basis)

    def notices(self, article: Article) -> Iterator[Markup]:
        """What the page tells otherwise elsewhere, notices of correction, and what is broken in the text."""
        passages = self.views.passages
        for told in article.told:
            if told.rank > 1:
                place = passages.loc(told.at) if told.at else Markup("")
                field = self.say(f"sources.field_{told.field}")
                basis = self.views.reason(told.basis, self.views.somewhere(article.source, told.at))
                yield self.say.html("sources.also", field=field, value=told.value, basis=basis, place=place)
        for span in article.corrections:
            yield self.say.html(
                "sources.corrected", words=passages.q(passages.start_of(span, 160)), place=passages.loc(span)
            )
        for one in article.damage[:DAMAGED]:
            words = passages.q(passages.start_of(one.span, 90))
            yield self.say.html("sources.damaged", what=one.what, words=words, place=passages.loc(one.span))
        if len(article.damage) > DAMAGED:
            yield self.say.html("sources.more_damage", n=len(article.damage) - DAMAGED)
