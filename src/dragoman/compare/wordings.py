"""What one wording is to another: the same words, fewer, more, in another order, changed, in another language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from dragoman.compare.surfaces import Piece, folded
from dragoman.records import Quote, Wording
from dragoman.spans import Span

__all__ = ["Surface", "relation", "wording"]

CHANGED = 0.6  # share of words that two wordings of one sentence share at least: under it they are other words
SHOWN = 4  # stretches of words that a reason lists
WIDE = 12  # letters of a word on average; scripts without blanks have more of them between two marks
LEAST = 3  # words a wording needs before a change of some of them is told from other words


@dataclass(frozen=True, slots=True)
class Surface:
    """One quotation with those of its pieces that belong to an utterance."""

    quote: Quote
    pieces: tuple[Piece, ...]
    spliced: bool

    @property
    def text(self) -> str:
        return " ".join(piece.text for piece in self.pieces)

    @property
    def language(self) -> str:
        return self.pieces[0].language

    @property
    def speaker(self) -> str:
        """The entity that speaks, as its first piece tells; empty where nobody is named."""
        return self.pieces[0].speaker

    @property
    def rank(self) -> tuple[int, int, tuple[str, int, int, str]]:
        """Direct before partial before indirect, then the longest: what the others are described against."""
        order = {"direct": 0, "partial": 1, "scare": 2, "indirect": 3}[self.quote.kind]
        return order, -len(self.text), self.pieces[0].order


def wording(
    one: Surface, surfaces: Sequence[Surface], likened: Mapping[frozenset[str], str], rendered: frozenset[str]
) -> Wording:
    """One surface with its label beside the fullest one, which comes first; `rendered` are translated articles.

    `likened` says of two quotations, by their ids, why they were taken for one.
    """
    base = surfaces[0]
    part: Span | None = None
    if one.spliced or (len(one.pieces) == 1 and not one.pieces[0].whole):
        part = Span(one.pieces[0].at.source, one.pieces[0].at.start, one.pieces[-1].at.end)
    label, why = _fullest(one, surfaces) if one is base else _beside(one, base)
    if label in ("verbatim", "fullest") and one.quote.source in rendered:
        label, why = "translation", f"{why}; its article is itself a translation"
    if label == "paraphrase" and (near := _nearer(one, surfaces)) is not None:
        label, why = near
    elif label in ("paraphrase", "altered") and _beside_it(one, base):
        label, why = "same sentence", "another phrase that the same verb gives in one sentence"
    elif label == "altered" and _rendered(one, surfaces):
        label, why = "paraphrase", f"{why}; two renderings of words that others give in another language"
    elif label == "paraphrase" and _held(one, base, surfaces):
        label, why = "shorter", "another part of the same report"
    if one.spliced:
        label, why = "part of a splice", f"its neighbours in the same quotation are given apart elsewhere; {why}"
    score = likened.get(frozenset((one.quote.id, base.quote.id)))
    why = why if score is None else f"{why}; {score}"
    return Wording(quote=one.quote, language=one.language, relation=label, part=part, why=why)


def _fullest(one: Surface, surfaces: Sequence[Surface]) -> tuple[str, str]:
    """The label of the wording that the others are described against: in which language it was said nothing tells."""
    if one.quote.kind == "indirect":
        return "paraphrase", "the fullest report; nobody gives the words between marks"
    if any(other.language != one.language for other in surfaces):
        return "fullest", "the fullest wording; nothing tells in which of the languages it was said"
    return "verbatim", "the fullest wording; the others are described against it"


def _beside(one: Surface, base: Surface) -> tuple[str, str]:
    """The label of another wording."""
    label, why = relation(
        one.text,
        base.text,
        quoted=one.quote.kind != "indirect",
        same_language=one.language == base.language,
        languages=f"{one.language}, {base.language}",
    )
    if (mine := one.speaker) and (theirs := base.speaker) and mine != theirs:
        why = f"attributed differently ({one.quote.speaker}; {base.quote.speaker}); {why}"
        label = "attributed differently" if label == "verbatim" else label
    return label, why


def _nearer(one: Surface, surfaces: Sequence[Surface]) -> tuple[str, str] | None:
    """The label beside another wording that has the same words, where the fullest one has none of them."""
    if one.quote.kind == "indirect":
        return None
    words = folded(one.text).split()
    for other in surfaces:
        if other is not one and other.quote.kind != "indirect" and other.language == one.language:
            label, why = relation(one.text, other.text, quoted=True, same_language=True, languages="")
            if label in ("verbatim", "shorter", "longer") and len(words) > 1:
                return label, why
    return None


def _beside_it(one: Surface, base: Surface) -> bool:
    """True for two phrases between marks that one verb gives."""
    marked = "indirect" not in (one.quote.kind, base.quote.kind)
    return marked and one.pieces[0].act == base.pieces[0].act and not one.quote.hull.meets(base.quote.hull)


def _rendered(one: Surface, surfaces: Sequence[Surface]) -> bool:
    """True where words between marks stand in another language too, so that these may be two translations of them."""
    return any(other.language != one.language and other.quote.kind != "indirect" for other in surfaces)


def _held(one: Surface, base: Surface, surfaces: Sequence[Surface]) -> bool:
    """True for a quotation beside the fullest one inside the same report: a part of what was said, in its own words."""
    reports = [other.quote.hull for other in surfaces if other.quote.kind == "indirect"]
    beside = not one.quote.hull.meets(base.quote.hull) and one.quote.kind != "indirect"
    return beside and any(report.covers(one.quote.hull) and report.covers(base.quote.hull) for report in reports)


def relation(mine: str, theirs: str, *, quoted: bool, same_language: bool, languages: str) -> tuple[str, str]:
    """(label, reason) of a wording beside the fullest one; what is in another language is never verbatim."""
    if not quoted:
        return "paraphrase", "reported without quotation marks"
    words, full = folded(mine).split(), folded(theirs).split()
    if not same_language:
        return "translation", f"in another language ({languages}){_extent(words, full)}"
    if words == full:
        return "verbatim", "the same words"
    return _compared(words, full)


def _extent(words: Sequence[str], full: Sequence[str]) -> str:
    """How much longer or shorter a wording in another language is, where that is no matter of the language."""
    if any(len("".join(one)) > WIDE * len(one) for one in (words, full)):
        return ""  # a script that puts no blanks between words
    if 2 * len(words) <= len(full) - LEAST:
        return f"; cut short: {len(words)} words beside {len(full)}"
    return f"; with more: {len(words)} words beside {len(full)}" if 2 * len(full) <= len(words) - LEAST else ""


def _compared(words: Sequence[str], full: Sequence[str]) -> tuple[str, str]:
    """Two wordings in one language that are not the same."""
    steps = SequenceMatcher(None, full, words, autojunk=False).get_opcodes()
    gone = [" ".join(full[a:b]) for kind, a, b, _, _ in steps if kind in ("delete", "replace")]
    new = [" ".join(words[c:d]) for kind, _, _, c, d in steps if kind in ("insert", "replace")]
    if sorted(words) == sorted(full):
        return "re-ordered", "the same words in another order"
    if not new:
        return "shorter", f"a part of the same words; left out: {_listed(gone)}"
    if not gone:
        return "longer", f"the same words and more: {_listed(new)}"
    shared = sum(b - a for kind, a, b, _, _ in steps if kind == "equal")
    if shared >= CHANGED * max(len(words), len(full)) and min(len(words), len(full)) >= LEAST:
        return "altered", f"not the same words: {_listed(new)} for {_listed(gone)}"
    return "paraphrase", "other words in the same language"


def _listed(parts: Sequence[str]) -> str:
    """The first stretches of words between marks."""
    shown = ", ".join(f"“{part}”" for part in parts[:SHOWN])
    return shown + (" …" if len(parts) > SHOWN else "")
