"""dossier.html: one page, no request to anywhere, readable without its script.

The template holds the structure; views.py and its neighbours what it is given; passages.py everything that is a
source's own words; catalogue/ our own.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from string import ascii_letters
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined, Template
from markupsafe import Markup

from dragoman.records import Story
from dragoman.report.agreed import Agreed
from dragoman.report.copied import Copied
from dragoman.report.counted import Counted
from dragoman.report.direct import Direct
from dragoman.report.drawing import timeline
from dragoman.report.jsonl import build_digest
from dragoman.report.labels import Labels
from dragoman.report.life import STAGES
from dragoman.report.masthead import Masthead
from dragoman.report.messages import Messages
from dragoman.report.names import called, forms, index, reasons, titles
from dragoman.report.pieces import Pieces
from dragoman.report.reading import Marks, paragraphs, repairs
from dragoman.report.shelf import Shelf
from dragoman.report.speech import Speech
from dragoman.report.untold import untold
from dragoman.report.views import Views
from dragoman.report.wrong import Wrong

__all__ = ["FOLDER", "extracts", "page", "pages"]

MANY = 120  # articles; above, each is a page of its own: 500 in one page take a browser seconds to lay out
LAZY = 40  # articles; above, what is not on the screen is not laid out
#: Parts of the style that only some dossiers need.
LAZY_PART, DRAWN_PART, DECIDED_PART = "a dossier of many articles", "who copied whom, drawn", "what people decided"
FOLDER = "articles/"
FIXED = re.compile(r'\{\{ t\("([\w.]+)"\) \}\}')  # {{ t("happened.title") }}
PART = re.compile(r"/\* (.*?) \*/", re.S)  # "/* sources */": the parts of the style by their names
READING = ("the two voices, and positions", "headings and masthead", "sources")
COMMENT = re.compile(r"/\*.*?\*/", re.S)
ESCAPED = re.compile(r"(&#3[49];)")  # references to quotation marks
NOTE = re.compile(r"^//.*\n", re.M)  # "// What stands around …": comments of the script
BLANK = re.compile(r"\n|;(?=\})|(?<=,) ")  # line ends; the semicolon before a brace; the blank behind a comma
PROPERTY = re.compile(r"(?<=[({;])--[a-z]+\b")  # var(--paper), {--paper:#fff;--ink:#000}
SIDES = (("-block-start", "-top"), ("-block-end", "-bottom"), ("inset-top", "top"), ("block-size", "height"))
#: Line ends behind the end of a block and before the first item of a list.
LINE_ENDS = re.compile(
    r"(<(?:/(?:p|h[234]|[ou]l|dl|div|article|details|section|header|table|figure)|[ou]l\b[^>]*)>)\n+"
)
#: End tags that may be left out.
OPTIONAL = re.compile(
    r"</(?:(?:td|th|tr|thead|tbody|dt|dd|li)>\n*"
    r"|p>(?=<(?:/(?:div|td|li|header|article|section|details|figure)>|(?:p|[ou]l|div|details|figure|table|article|h[34])\b)))"
)


def page(story: Story, labels: Labels, *, whole: bool = True) -> str:
    """The page with everything in it; with `whole` off it holds extracts only, so that it can be shared."""
    return _render(_given(story, labels, whole=whole, split=False))


def extracts(story: Story, labels: Labels) -> str:
    """The page with short extracts only."""
    return page(story, labels, whole=False)


def pages(story: Story, labels: Labels, *, whole: bool = True) -> Iterator[tuple[str, str]]:
    """(file name, page): the page alone, or with each article in a page of its own when there are many."""
    if len(story.readings) <= MANY:
        yield "dossier.html", page(story, labels, whole=whole)
        return
    given = _given(story, labels, whole=whole, split=True)
    yield "dossier.html", _render(given)
    given["p"].folder = ""
    for reading in story.readings:
        name = labels.article[reading.article.source]
        yield (
            f"{FOLDER}{name}.html",
            _render({**given, "alone": reading, "home": "../dossier.html", "style": _reading_style()}),
        )


def _given(story: Story, labels: Labels, *, whole: bool, split: bool) -> dict[str, Any]:
    """What the template is given."""
    views, lazy = Views(story, labels), len(story.readings) > LAZY
    agreed, counted, copied = Agreed(views), Counted(views), Copied(views)
    wrong = Wrong(views, counted)
    head = Masthead(views, agreed, copied, wrong)
    parts = {LAZY_PART: lazy, DRAWN_PART: copied.drawing, DECIDED_PART: wrong.decisions}
    without = frozenset(name for name, needed in parts.items() if not needed)
    missing = wrong.missing()  # the other gaps stand with their agreement
    marks = Marks((one for one in views.lines if one.region != "missing" or one in missing), copied.marked)
    views.passages.anchors = marks.anchors
    views.passages.folder = FOLDER if split else None
    views.passages.home = "../dossier.html" if split else ""
    read = {
        one.article.source: paragraphs(one, views.passages, marks, whole=whole, say=labels.say)
        for one in story.readings
    }
    regions = {"v": views, "agreed": agreed, "counted": counted, "copied": copied, "wrong": wrong, "head": head}
    regions |= {"speech": Speech(views), "shelf": Shelf(views), "small": Pieces(views), "p": views.passages}
    return {
        **regions,
        **{"story": story, "labels": labels, "say": labels.say, "whole": whole, "split": split, "alone": None},
        **{"home": "", "read": read, "repairs": repairs, "names": index(views), "forms": forms},
        **{"bare": untold(labels, views.lines)},
        **{"titles": titles, "called": called, "reasons": reasons},
        **{"status": head.status(), "drawn": timeline(labels, views.by_label), "stages": [name for name, _ in STAGES]},
        **{"build": build_digest(story, labels), "version": _version(), "rules": story.rules},
        **{"lazy": lazy, "style": _style(labels.say, without), "script": _script(), "policy": _policy},
    }


def _render(given: dict[str, Any]) -> str:
    """The page, without what every reader of HTML supplies by itself."""
    return OPTIONAL.sub("", LINE_ENDS.sub(r"\1", _bare(_template(given["say"]).render(given))))


def _bare(page: str) -> str:
    """The page with quotation marks as they are: only within a tag they must stand as references."""
    parts, inside = ESCAPED.split(page), False
    for number, part in enumerate(parts):
        if number % 2 and not inside:
            parts[number] = "'" if part == "&#39;" else '"'
        elif "<" in part or ">" in part:
            inside = part.rfind("<") > part.rfind(">")
    return "".join(parts)


@cache
def _file(name: str) -> Markup:
    return Markup(files(__package__).joinpath(name).read_text(encoding="utf-8").strip())


@cache
def _script() -> Markup:
    """The script without its comments."""
    return Markup(NOTE.sub("", _file("page.js")))


@cache
def _style(say: Messages, without: frozenset[str]) -> Markup:
    """The style with the words it shows: headings of the table of figures on a small screen, what a place opens."""
    names = {"b": say("figures.figure"), "c": say("figures.according"), "d": say("figures.when")}
    names |= {"o": f" {say('line.context')} ▸", "k": f" {say('line.close')} ▾"}
    names |= {"z": say("page.colon")}
    own = "".join(f"--{letter}:{json.dumps(name, ensure_ascii=False)};" for letter, name in names.items())
    parts = {name: part for name, part in _parts().items() if name not in without}
    return _pressed(f":root{{{own}}}{''.join(parts.values())}")


def _pressed(style: str) -> Markup:
    """A style without comments and the blanks that say nothing, its own properties by one letter.

    Lines of a page run from top to bottom in every language, so that sides along the block have shorter names.
    """
    style = BLANK.sub("", COMMENT.sub("", style))
    for long, short_name in SIDES:
        style = style.replace(long, short_name)
    names = dict.fromkeys(PROPERTY.findall(style))
    letters = (one for one in ascii_letters if f"--{one}" not in names)
    short = {name: f"--{next(letters)}" if len(name) > 3 else name for name in names}
    return Markup(PROPERTY.sub(lambda match: short[match[0]], style))


@cache
def _template(say: Messages) -> Template:
    """The template with the messages of a language that take no values already in it."""
    source = files(__package__).joinpath("page.html.j2").read_text(encoding="utf-8")
    source = FIXED.sub(lambda found: say.html(found[1]), source)
    settings = Environment(
        loader=DictLoader({"page": source}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    settings.code_generator_class = Direct
    return settings.get_template("page")


@cache
def _parts() -> dict[str, str]:
    """The parts of the style by their names, what stands before the first under none."""
    parts = ["", *PART.split(files(__package__).joinpath("style.css").read_text(encoding="utf-8").strip())]
    return dict(zip(parts[::2], parts[1::2], strict=True))


@cache
def _reading_style() -> Markup:
    """The part of the style that an article by itself needs."""
    return _pressed("".join(part for name, part in _parts().items() if name in ("", *READING)))


@cache
def _policy(style: Markup) -> str:
    """Nothing may be loaded or sent; only this style and this script run."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(_script())}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: Markup) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _version() -> str:
    try:
        return version("dragoman")
    except PackageNotFoundError:  # a source tree that was never installed
        return "0+unknown"
