"""The report with margin notes: one self-contained page in the manner of the dossier's.

Sans is ours, serif is somebody's words letter for letter: the report's on the left, the sources' in the notes.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from jinja2 import DictLoader, Environment, StrictUndefined, Template
from markupsafe import Markup, escape

from dragoman.check.case import Case
from dragoman.check.terminal import label
from dragoman.check.verdicts import Evidence, Verdict
from dragoman.spans import Span

__all__ = ["page"]

_AROUND = 220  # characters of context on either side of a place
#: What a note looks like: the dossier's shapes for told, said, planned and wrong.
_STATE = {"found": "told", "translated": "told", "absent": "gap", "misattributed": "said"}


@dataclass(frozen=True)
class Place:
    """A place in a source, with its words, its context and its position."""

    where: str
    language: str
    words: Markup
    context: Markup
    note: str


@dataclass(frozen=True)
class Note:
    """One verdict in the margin."""

    id: str
    name: str
    state: str
    kind: str
    finding: bool
    words: Markup
    how: str
    why: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the report with its verdicts marked, and its notes."""

    html: Markup
    heading: bool
    notes: tuple[Note, ...]

    @property
    def findings(self) -> list[Note]:
        """The notes that a reader should look at."""
        return [one for one in self.notes if one.finding]

    @property
    def sound(self) -> list[Note]:
        """The other notes."""
        return [one for one in self.notes if not one.finding]


def page(case: Case, verdicts: Sequence[Verdict]) -> str:
    """The page; it asks nothing of any network and reads without its script."""
    paragraphs = list(_paragraphs(case, list(verdicts)))
    return _template().render(
        case=case,
        paragraphs=paragraphs,
        sources=list(zip(case.shelf.sources, case.shelf.articles, strict=True)),
        findings=sum(one.finding for one in verdicts),
        held=sum(not one.finding for one in verdicts),
        style=_style(),
        script=_script(),
        policy=_policy(),
    )


def _paragraphs(case: Case, verdicts: Sequence[Verdict]) -> Iterator[Paragraph]:
    article = case.report.article
    spans = [article.text.span(one.start, one.end) for one in article.blocks]
    numbered = [(f"V{number}", one) for number, one in enumerate(verdicts, 1)]
    for index, (block, span) in enumerate(zip(article.blocks, spans, strict=True)):
        end = spans[index + 1].start if index + 1 < len(spans) else len(case.report.source.text)
        own = [(name, one) for name, one in numbered if (index == 0 or span.start <= one.start) and one.start < end]
        yield Paragraph(
            html=_marked(case, span, own),
            heading=block.kind in ("headline", "heading"),
            notes=tuple(_note(case, name, one) for name, one in own),
        )


def _marked(case: Case, span: Span, own: Sequence[tuple[str, Verdict]]) -> Markup:
    """The report's words, each finding marked and linked to its note; overlapping ones share their characters."""
    text, found = case.report.source.text, [(name, one) for name, one in own if one.finding]
    found = [(name, one) for name, one in found if one.kind != "standing"] or found
    cuts = sorted(
        {span.start, span.end, *(at for _, one in found for at in (one.start, one.end) if span.start < at < span.end)}
    )
    made = Markup("")
    for a, b in pairwise(cuts):
        names = [name for name, one in found if one.start <= a and b <= one.end]
        words = escape(text[a:b])
        made += Markup('<a class=fault href="#{}"><mark>{}</mark></a>').format(names[0], words) if names else words
    return made


def _note(case: Case, name: str, one: Verdict) -> Note:
    own = case.report.source.id
    words, marked = case.read(Span(own, one.start, one.end), [Span(own, a, b) for a, b in one.marked])
    return Note(
        id=name,
        name=label(one),
        state=_STATE.get(one.verdict, "wrong"),
        kind=one.kind,
        finding=one.finding,
        words=_bold(words, 0, len(words), marked),
        how=one.how,
        why=one.why,
        places=tuple(_place(case, held) for held in one.evidence[:6]),
    )


def _place(case: Case, held: Evidence) -> Place:
    source, span = case.shelf.by_id[held.span.source], held.span
    words, marked = case.read(span, held.marked)
    before, after = case.around(span, _AROUND)
    return Place(
        where=f"{case.shelf.label(source.id)} {span.start}–{span.end}",
        language=case.view.language(source.id) if source.id in case.quotes else "",
        words=_bold(words, 0, len(words), marked),
        context=Markup("… {}<mark>{}</mark>{} …").format(before, words, after),
        note=held.note,
    )


def _bold(text: str, start: int, end: int, marked: Sequence[tuple[int, int]]) -> Markup:
    """Words with those that differ marked."""
    made, at = Markup(""), start
    for a, b in sorted(marked):
        if at <= a < b <= end:
            made += escape(text[at:a]) + Markup("<mark>{}</mark>").format(text[a:b])
            at = b
    return made + escape(text[at:end])


# -- template ------------------------------------------------------------------------------------------------


@cache
def _template() -> Template:
    source = (files("dragoman.check") / "page.html.j2").read_text("utf-8")
    loader = DictLoader({"page": source})
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True).get_template("page")


def _style() -> Markup:
    """The dossier's style and what margin notes need beside it."""
    shared = (files("dragoman.report") / "style.css").read_text("utf-8")
    return Markup(shared + (files("dragoman.check") / "notes.css").read_text("utf-8"))  # ours, no source's words


def _script() -> Markup:
    return Markup((files("dragoman.report") / "page.js").read_text("utf-8"))


def _policy() -> str:
    """A policy that allows this page's own style and script and nothing else."""

    def digest(text: str) -> str:
        return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    return f"default-src 'none'; style-src 'sha256-{digest(_style())}'; script-src 'sha256-{digest(_script())}'"
