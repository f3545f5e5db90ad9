"""dossier.html: one page, no request to anywhere, readable without its script.

The template holds the structure, views.py what it is given, passages.py everything that is a source's own words.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined, Template
from markupsafe import Markup

from dragoman.records import Act, Agreement, Story
from dragoman.report.jsonl import build_digest
from dragoman.report.labels import Labels
from dragoman.report.lines import STAGES, act_text, dated, state_of, steps
from dragoman.report.reading import Marks, Paragraph, paragraphs, repairs
from dragoman.report.views import Views

__all__ = ["extracts", "page"]

COUNTED = re.compile(r" in \d+ places?$")  # "stray letters: mended in 7 places": the count stands with the article


def page(story: Story, labels: Labels, *, whole: bool = True) -> str:
    """The page; with `whole` off it holds extracts only, so that it can be shared."""
    views = Views(story, labels)
    marks = Marks(views.lines)
    read: list[tuple[str, list[Paragraph]]] = [
        (reading.article.source, paragraphs(reading, views.passages, marks, whole=whole)) for reading in story.readings
    ]
    return _template().render(
        story=story,
        labels=labels,
        v=views,
        p=views.passages,
        whole=whole,
        read=dict(read),
        repairs=repairs,
        status=_status(views),
        cautions=_cautions(views),
        build=build_digest(story, labels),
        version=_version(),
        rules=story.rules,
        stages=[name for name, _ in STAGES],
        dated=dated,
        style=_file("style.css"),
        script=_file("page.js"),
        policy=_policy(),
    )


def extracts(story: Story, labels: Labels) -> str:
    """The page with short extracts only."""
    return page(story, labels, whole=False)


@cache
def _file(name: str) -> Markup:
    return Markup(files(__package__).joinpath(name).read_text(encoding="utf-8").strip())


@cache
def _template() -> Template:
    source = files(__package__).joinpath("page.html.j2").read_text(encoding="utf-8")
    settings = Environment(
        loader=DictLoader({"page": source}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return settings.get_template("page")


@cache
def _policy() -> str:
    """Nothing may be loaded or sent; only this style and this script run."""
    return (
        f"default-src 'none'; style-src '{_hash('style.css')}'; script-src '{_hash('page.js')}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(name: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(_file(name).encode()).digest()).decode()


def _version() -> str:
    try:
        return version("dragoman")
    except PackageNotFoundError:  # a source tree that was never installed
        return "0+unknown"


# -- masthead --------------------------------------------------------------------------------------


def _status(views: Views) -> list[tuple[Markup, list[str]]]:
    """Sentences on the state of the first main agreement, each with the lines it stands on."""
    deal = next((deal for deal in views.agreements if deal.main), None)
    if deal is None:
        return []
    sentences: list[tuple[Markup, list[str]]] = []
    for _, acts in STAGES:
        own = [(line, done) for line, done in steps(deal, views.labels) if done[0].act in acts]
        sentences += [_sentence(best, views) for best in _best(own)]
    if sentences and sentences[0][0].startswith("It was "):
        thing = deal.instrument or "agreement"
        sentences[0] = (Markup("The {} {}").format(thing, sentences[0][0][3:]), sentences[0][1])
    for line in views.parts(deal, "gap"):
        sentences.append((Markup("<b>{}</b>").format(_sentence_case(line.text)), [line.label]))
    return sentences or [_nothing(deal, views)]


def _sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:].rstrip(".")


def _nothing(deal: Agreement, views: Views) -> tuple[Markup, list[str]]:
    words = Markup("No step in the life of “{}” is told in this coverage").format(views.name(deal))
    return words, [views.labels.agreement[deal.id]]


Step = tuple[str, list[Act]]


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
    plain = {step[1][0].act for step in done if not step[1][0].party}  # said of the agreement: says it for every party
    done = [step for step in done if not step[1][0].party or step[1][0].act not in plain]
    return done or list(best.values())


def _sentence(step: Step, views: Views) -> tuple[Markup, list[str]]:
    name, acts = step
    when = acts[0].when
    on = {"day": "on", "month": "in", "year": "in"}.get(when.precision, "within") if when else ""
    date = f" {on} {dated(when)}" if when else ", undated"
    count = len({span.source for one in acts for span in one.spans})
    articles = "one article" if count == 1 else f"{count} articles"
    words = views.passages.voiced(act_text(acts[0], views.labels), views.by_label[name].evidence)
    return Markup("{}{} ({})").format(words, date, articles), [name]


def _cautions(views: Views) -> list[Markup]:
    """What a reader must know before relying on the dossier."""
    readings, labels, out = views.story.readings, views.labels.article, []
    undated = [labels[one.article.source] for one in readings if one.article.published is None]
    if undated:
        words = "No publication date is known for {}; relative dates in it stay open."
        out.append(Markup(words).format(views.named(undated)))
    inferred = [labels[one.article.source] for one in readings if views.inferred(one.article)]
    if inferred:
        words = '{} {} no date; a range was inferred from the text, <a href="#sources">with the reason</a>.'
        out.append(Markup(words).format(views.named(inferred), "carries" if len(inferred) == 1 else "carry"))
    notes: dict[str, list[str]] = {}
    for one in readings:
        for note in one.article.notes:
            notes.setdefault(COUNTED.sub("", note.rstrip(".")), []).append(labels[one.article.source])
    if notes:
        told = "; ".join(f"{note} ({views.named(where)})" for note, where in notes.items())
        out.append(Markup("On the texts: {}.").format(told))
    unknown = [labels[one.article.source] for one in readings if one.article.language == "und"]
    if unknown:
        out.append(
            Markup("The language of {} was not recognised; little could be read there.").format(views.named(unknown))
        )
    wrong = views.region("wrong")
    if wrong:
        links = Markup(", ").join(Markup('<a href="#{0}">{0}</a>').format(line.label) for line in wrong[:12])
        much = "One place looks" if len(wrong) == 1 else f"{len(wrong)} places look"
        out.append(Markup("{} wrong in the articles: {}.").format(much, links))
    if len(readings) > 1:
        out.append(Markup("Who copied whom is not examined yet: articles that say the same are not so many witnesses."))
    out += [Markup("Not read: {}").format(str(trouble)) for trouble in views.story.troubles[:8]]
    if len(views.story.troubles) > 8:
        out.append(Markup("{} more files were not read.").format(len(views.story.troubles) - 8))
    return out
