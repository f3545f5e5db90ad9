"""What a reader sees first: the state of the main agreement, the counts, what must be known before relying on it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from markupsafe import Markup

from dragoman.records import Act, Agreement, Article, Quote, Story
from dragoman.report.agreed import Agreed
from dragoman.report.copied import Copied
from dragoman.report.counted import Counted
from dragoman.report.dating import dated
from dragoman.report.digest import Digest
from dragoman.report.labels import Labels
from dragoman.report.life import STAGES, steps
from dragoman.report.line import Line, capital, state_of
from dragoman.report.steptext import act_text
from dragoman.report.tongues import language_name
from dragoman.report.views import Views
from dragoman.report.wrong import Wrong

__all__ = ["Masthead", "brief"]

COUNTED = re.compile(r" in \d+ places?$")  # "stray letters: mended in 7 places": the count stands with the article
TROUBLES = 8  # files that were not read, named one by one
SIDES = 2  # parties that an agreement has; one of fewer leads the head only where no event is told by more articles
Step = tuple[str, list[Act]]


class Masthead:
    """The head of the page of one story."""

    def __init__(self, views: Views, agreed: Agreed, copied: Copied, wrong: Wrong) -> None:
        self.views, self.labels, self.say, self.agreed = views, views.labels, views.say, agreed
        self.copied, self.wrong = copied, wrong

    # -- the state ---------------------------------------------------------------------------------

    def status(self) -> list[tuple[Markup, list[str]]]:
        """Sentences on the state of the first main agreement, else on the story, each with the lines it stands on."""
        deal = next((deal for deal in self.agreed.all if deal.main), None)
        digest = Digest(self.views, self.wrong.counted, self.wrong)
        if deal is None or (len(deal.parties) < SIDES and _most_told(deal) < digest.most_told):
            return digest.sentences()
        thing = self.say("masthead.thing", thing=self.say.name("instrument", deal.instrument or "agreement"))
        life = [step for _, acts in STAGES for step in _best(_within(acts, steps(deal, self.labels)))]
        sentences = [self._sentence(step, "" if number else thing) for number, step in enumerate(_by_day(life))]
        for line in self.agreed.parts(deal, "gap"):
            told = replace(line, text=capital(line.text.rstrip(".")))
            sentences.append((Markup("<b>{}</b>").format(self.views.text(told)), [line.label]))
        return sentences or [self._nothing(deal)]

    def _nothing(self, deal: Agreement) -> tuple[Markup, list[str]]:
        return self.say.html("masthead.nothing", name=self.agreed.name(deal)), [self.labels.agreement[deal.id]]

    def _sentence(self, step: Step, thing: str) -> tuple[Markup, list[str]]:
        name, acts = step
        when, say = acts[0].when, self.say
        day = "" if acts[0].standing in ("denied", "cancelled") else say("masthead.undated")
        if when:
            way = {"day": "on", "month": "in", "year": "in"}.get(when.precision, "within")
            day = say(f"masthead.{way}", date=dated(when, say))
        count = len({span.source for one in acts for span in one.spans})
        text = act_text(acts[0], self.labels, "" if acts[0].claimed_by else thing)
        words = self.views.passages.voiced(text, self.views.by_label[name].evidence)
        return Markup("{}{} ({})").format(words, day, say("masthead.by_articles", n=count)), [name]

    # -- the counts --------------------------------------------------------------------------------

    @cached_property
    def quotes(self) -> list[Quote]:
        """Every quotation."""
        return [quote for reading in self.views.story.readings for quote in reading.of(Quote)]

    def languages(self) -> list[tuple[str, int]]:
        """(language, articles), most frequent first."""
        names = (language_name(one.article.language, self.say.language) for one in self.views.story.readings)
        return Counter(names).most_common()

    def dating(self) -> str:
        """How the articles are dated: by themselves, by inference, not at all."""
        articles = [reading.article for reading in self.views.story.readings]
        without, reasoned = sum(one.published is None for one in articles), sum(map(inferred, articles))
        parts = [self.say("masthead.inferred", n=reasoned)] if reasoned else []
        parts += [self.say("masthead.without", n=without)] if without else []
        return ", ".join(parts) or self.say("masthead.all_dated")

    # -- the cautions ------------------------------------------------------------------------------

    def cautions(self) -> list[Markup]:
        """What a reader must know before relying on the dossier."""
        return [*self._on_dates(), *self._on_texts(), *self._on_findings(), *self._on_origins(), *self._unread()]

    def _on_dates(self) -> Iterator[Markup]:
        articles = [one.article for one in self.views.story.readings]
        undated = self._labels(one for one in articles if one.published is None)
        if undated:
            yield self.say.html("masthead.no_date", n=len(undated), articles=self.views.named(undated))
        reasoned = self._labels(one for one in articles if inferred(one))
        if reasoned:
            yield self.say.html("masthead.reasoned", n=len(reasoned), articles=self.views.named(reasoned))

    def _on_texts(self) -> Iterator[Markup]:
        articles = [one.article for one in self.views.story.readings]
        translated = self._labels(one for one in articles if one.translated)
        if translated:
            yield self.say.html("masthead.translated", n=len(translated), articles=self.views.named(translated))
        primary = self._labels(one for one in articles if one.kind == "primary")
        if primary:
            yield self.say.html("masthead.primary", n=len(primary), articles=self.views.named(primary))
        notes: dict[str, list[str]] = {}
        for one in articles:
            for note in one.notes:
                notes.setdefault(COUNTED.sub("", note.rstrip(".")), []).append(self.labels.article[one.source])
        if notes:
            told = [
                Markup("{} ({})").format(self.views.reason(note), self.views.named(where))
                for note, where in notes.items()
            ]
            yield self.say.html("masthead.on_texts", told=Markup(self.say("reasons.joint")).join(told))
        unknown = self._labels(one for one in articles if one.language == "und")
        if unknown:
            yield self.say.html("masthead.no_language", articles=self.views.named(unknown))

    def _on_findings(self) -> Iterator[Markup]:
        grave = [line for line in self.wrong.grave if line.severity != "note"]
        rest = len(self.wrong.made) - len(grave)
        if grave:
            links = Markup(", ").join(
                Markup('<a href="#{0}">{0}</a> {1}').format(line.label, self._kind(line)) for line in grave[:8]
            )
            links += Markup(" …") if len(grave) > 8 else ""
            yield self.say.html("masthead.wrong", n=len(grave), links=links)
        if rest:
            yield self.say.html("masthead.notes", n=rest)

    def _kind(self, line: Line) -> str:
        kind = self.wrong.kind(line)
        return f"{kind[:1].lower()}{kind[1:]} ({line.support})"

    def _on_origins(self) -> Iterator[Markup]:
        shown, undetermined = self.copied.counts
        if len(self.views.story.readings) > 1 and shown + undetermined:
            yield self.say.html("masthead.origins", n=shown, undetermined=undetermined)

    def _unread(self) -> Iterator[Markup]:
        for trouble in self.views.story.troubles[:TROUBLES]:
            yield self.say.html("masthead.unread", what=self._english(str(trouble)))
        if len(self.views.story.troubles) > TROUBLES:
            yield self.say.html("masthead.more_unread", n=len(self.views.story.troubles) - TROUBLES)

    def _labels(self, articles: Iterator[Article]) -> list[str]:
        return [self.labels.article[one.source] for one in articles]

    def _english(self, words: str) -> Markup:
        lang = Markup(" lang=en") if self.say.language != "en" else ""
        return Markup("<span{}>{}</span>").format(lang, words) if lang else Markup("{}").format(words)


def inferred(article: Article) -> bool:
    """True when a range was reasoned out of the text; a date that a feed or a manifest gives is none."""
    when = article.published
    return when is not None and when.basis.startswith("inferred")


def _within(acts: Sequence[str], steps_: Sequence[Step]) -> list[Step]:
    return [step for step in steps_ if step[1][0].act in acts]


def _most_told(deal: Agreement) -> int:
    """Articles that tell the step of an agreement that most of them tell."""
    told: dict[str, set[str]] = {}
    for act in deal.acts:
        told.setdefault(act.act, set()).update(span.source for span in act.spans)
    return max(map(len, told.values()), default=0)


def _by_day(steps_: Sequence[Step]) -> list[Step]:
    """Steps in the order of their days; one of no day, or only of a year, behind the one that the law puts first."""
    days, last = [], date.min
    for step in steps_:
        when = step[1][0].when
        last = when.earliest if when and not when.earliest <= last <= when.latest else last
        days.append(last)
    return [step for _, _, step in sorted(zip(days, range(len(days)), steps_, strict=True), key=lambda row: row[:2])]


def _best(steps_: Sequence[Step]) -> list[Step]:
    """Of the steps of a stage, for each party the one that says most: done before planned, told before claimed."""
    order = ("told", "said", "denied", "planned", "possible")

    def rank(step: Step) -> tuple[int, bool, int]:
        act = step[1][0]
        return order.index(state_of(act.standing, act.claimed_by)), act.when is None, -len(step[1])

    best: dict[tuple[str, str], Step] = {}
    for step in sorted(steps_, key=rank):
        best.setdefault((step[1][0].act, step[1][0].party), step)
    done = [step for step in best.values() if rank(step)[0] < 3]
    dated_acts = {step[1][0].act for step in done if step[1][0].when}
    done = [step for step in done if step[1][0].party or step[1][0].when or step[1][0].act not in dated_acts]
    plain = {step[1][0].act for step in done if not step[1][0].party}  # said of the agreement: says it for every party
    done = [step for step in done if not step[1][0].party or step[1][0].act not in plain]
    return done or list(best.values())


def brief(story: Story, labels: Labels) -> dict[str, Any]:
    """A story in a list of stories: the sentences of its state, and how much stands behind them."""
    views = Views(story, labels)
    agreed, copied = Agreed(views), Copied(views)
    wrong = Wrong(views, Counted(views))
    sentences = [str(words.striptags()) for words, _ in Masthead(views, agreed, copied, wrong).status()]
    shown, undetermined = copied.counts
    speakers = len({one.speaker for one in story.utterances if one.speaker})
    counts = {"shown": shown, "undetermined": undetermined, "speakers": speakers, "findings": len(wrong.made)}
    return {"status": ". ".join(sentences) + "." if sentences else "", **counts}
