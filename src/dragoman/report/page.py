"""dossier.html: one page, no request to anywhere, readable without its script.

The template holds the structure, views.py what it is given, passages.py everything that is a source's own words.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined, Template
from markupsafe import Markup

from dragoman.records import Act, Agreement, Story
from dragoman.report.jsonl import build_digest
from dragoman.report.labels import Labels
from dragoman.report.lines import RULES, STAGES, act_text, dated, state_of
from dragoman.report.reading import Marks, Paragraph, paragraphs, repairs
from dragoman.report.views import Views

__all__ = ["extracts", "page"]


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
        rules=RULES,
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
    label = views.labels.agreement[deal.id]
    numbered = [(act, f"{label}.{number}") for number, act in enumerate(deal.acts, 1)]
    sentences: list[tuple[Markup, list[str]]] = []
    for _, acts in STAGES:
        for own in _best([(act, name) for act, name in numbered if act.act in acts]):
            sentences.append(_sentence(own, views))
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


def _best(acts: list[tuple[Act, str]]) -> list[list[tuple[Act, str]]]:
    """Of the acts of a stage those that say most, grouped by who did them: done before planned, told before claimed."""
    order = ("told", "said", "denied", "planned", "possible")
    groups: dict[tuple[str, str], dict[str, list[tuple[Act, str]]]] = {}
    for act, name in acts:
        groups.setdefault((act.act, act.party), {}).setdefault(state_of(act.standing, act.claimed_by), []).append((act, name))
    best = [(min(states, key=order.index), states) for states in groups.values()]
    if any(state in ("told", "said", "denied") for state, _ in best):
        best = [(state, states) for state, states in best if state in ("told", "said", "denied")]
    return [_agreeing(states[state]) for state, states in best]


def _agreeing(acts: list[tuple[Act, str]]) -> list[tuple[Act, str]]:
    """The dated acts that share the date most of them give, else all."""
    known = [(act, name) for act, name in acts if act.when]
    if not known:
        return acts
    values = [act.when.value for act, _ in known if act.when]
    common = max(values, key=lambda value: (values.count(value), -values.index(value)))
    return [(act, name) for act, name in known if act.when and act.when.value == common]


def _sentence(acts: list[tuple[Act, str]], views: Views) -> tuple[Markup, list[str]]:
    act, name = acts[0]
    line = views.by_label[name]
    when = act.when
    if when is None:
        date = ", undated"
    else:
        date = f" {'on' if when.precision == 'day' else 'in' if when.precision in ('month', 'year') else 'within'} {dated(when)}"
    count = len({one.source for one, _ in acts})
    articles = "one article" if count == 1 else f"{count} articles"
    words = act_text(act, views.labels)
    return Markup("{}{} ({})").format(views.passages.voiced(words, line.evidence), date, articles), [n for _, n in acts[:4]]


def _cautions(views: Views) -> list[Markup]:
    """What a reader must know before relying on the dossier."""
    readings, labels, out = views.story.readings, views.labels.article, []
    undated = [labels[one.article.source] for one in readings if one.article.published is None]
    if undated:
        out.append(Markup("No publication date is known for {}; relative dates in them stay open.").format(views.named(undated)))
    inferred = [
        labels[one.article.source] for one in readings if one.article.published and one.article.published_span is None
    ]
    if inferred:
        out.append(Markup('Not dated in their text: {}. <a href="#sources">How each was dated</a>.').format(views.named(inferred)))
    notes: dict[str, list[str]] = {}
    for one in readings:
        for note in one.article.notes:
            notes.setdefault(note, []).append(labels[one.article.source])
    out += [Markup("{}: {}.").format(views.named(where), note.rstrip(".")) for note, where in notes.items()]
    unknown = [labels[one.article.source] for one in readings if one.article.language == "und"]
    if unknown:
        out.append(Markup("The language of {} was not recognised; little could be read there.").format(views.named(unknown)))
    wrong = views.region("wrong")
    if wrong:
        links = Markup(", ").join(Markup('<a href="#{0}">{0}</a>').format(line.label) for line in wrong[:12])
        out.append(Markup("{} looks wrong in the articles: {}.").format("One thing" if len(wrong) == 1 else f"{len(wrong)} things, it seems,", links) if len(wrong) == 1 else Markup("{} places look wrong in the articles: {}.").format(len(wrong), links))
    if len(readings) > 1:
        out.append(
            Markup("Who copied whom has not been examined. Two articles that say the same are two articles, not two witnesses.")
        )
    out += [Markup("Not read: {}").format(str(trouble)) for trouble in views.story.troubles[:8]]
    if len(views.story.troubles) > 8:
        out.append(Markup("{} more files were not read.").format(len(views.story.troubles) - 8))
    return out
