"""One line of a dossier with its evidence, and the small words that every kind of line shares."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from dragoman.report.labels import Labels
from dragoman.spans import Span

__all__ = ["Evidence", "Line", "articles", "capital", "grouped", "lead", "origins", "proof", "said", "state_of"]

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """Words of one article that a line rests on."""

    span: Span
    language: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a dossier."""

    label: str
    region: str  # agreement, timeline, quotes, figures, wrong, missing, support
    text: str
    state: str = ""
    when: str = ""
    when_note: str = ""
    iso: str = ""
    support: str = ""
    evidence: tuple[Evidence, ...] = ()
    basis: tuple[str, ...] = ()
    parent: str = ""  # the label of the line it belongs under
    part: str = ""  # within agreement: act, provision, predecessor, gap
    claimant: str = ""  # who says so, as the text names them
    severity: str = ""  # of a finding: note, warning, error
    rule: str = ""  # the rule that found it


def state_of(standing: str, claimed_by: str) -> str:
    """The state a reader sees for a standing: told, said, planned, possible, denied."""
    if standing in ("planned", "possible", "conditional"):
        return "planned" if standing == "planned" else "possible"
    if standing in ("denied", "cancelled"):
        return "denied"
    return "said" if claimed_by or standing == "claimed" else "told"


def lead(state: str, labels: Labels) -> str:
    """What stands before a thing that did not happen yet, or not at all."""
    return labels.say(f"lead.{state}") if state in ("planned", "possible", "denied") else ""


def proof(spans: Iterable[Span], labels: Labels, note: str = "") -> tuple[Evidence, ...]:
    """Places as evidence, each once."""
    unique = dict.fromkeys(spans)
    return tuple(
        Evidence(span=span, language=labels.reading[span.source].article.language, note=note) for span in unique
    )


def said(claimed_by: str, source: str, labels: Labels) -> str:
    """ "According to Seoul, " – the claimant as the start of a sentence; "" when the article speaks itself."""
    return labels.say("line.according", who=labels.party(labels.cited(source, claimed_by))) if claimed_by else ""


def capital(words: str) -> str:
    """The first letter large."""
    return words[:1].upper() + words[1:]


def articles(spans: Iterable[Span], labels: Labels) -> str:
    """D0 D2 D3, in order."""
    seen = {labels.article[span.source] for span in spans}
    return " ".join(sorted(seen, key=lambda label: int(label[1:])))


def origins(shown: int, undetermined: int, labels: Labels, *, articles: int = 1) -> str:
    """ "2 origins shown, 3 undetermined", "one origin" of several articles; "" when nothing is known of origins."""
    if shown + undetermined == 0:
        return ""
    if shown + undetermined == 1 and not shown:
        return labels.say("line.one_origin" if articles > 1 else "line.unknown_origin")
    if not shown:
        return labels.say("line.unknown_origins", n=undetermined)
    parts = [labels.say("line.shown", n=shown)]
    parts += [labels.say("line.undetermined", n=undetermined)] if undetermined else []
    return ", ".join(parts)


def grouped(items: Iterable[T], key: Callable[[T], object]) -> list[list[T]]:
    """Items with equal keys together, in the order in which each key first came."""
    groups: dict[object, list[T]] = {}
    for one in items:
        groups.setdefault(key(one), []).append(one)
    return list(groups.values())
