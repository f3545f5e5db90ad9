"""The press beside the text of an agreement that lies in the pile: what it names and the text, as read, does not."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.compare.view import View, found
from dragoman.records import Agreement, Finding, Provision

__all__ = ["instrument"]

_READ = 3  # kinds of obligation read in the text before its silence on another one says anything
_OPEN = frozenset({"character", "term"})  # told in too many words to be missed in any of them


def instrument(view: View) -> Iterator[Finding]:
    """Provisions that the press names and the text itself, read by the same rules, does not show."""
    primary = {one.article.source for one in view.readings if one.article.kind == "primary"}
    for deal in view.agreements if primary else ():
        yield from _unread(deal, primary)


def _unread(deal: Agreement, primary: set[str]) -> Iterator[Finding]:
    written = [one for one in deal.provisions if one.clause and one.source in primary]
    kinds = {_field(one) for one in written}
    if len(kinds) < _READ:
        return
    told: dict[str, list[Provision]] = {}
    for one in deal.provisions:
        if one.clause and one.source not in primary and _field(one) not in kinds | _OPEN:
            told.setdefault(_field(one), []).append(one)
    for kind, provisions in sorted(told.items()):
        articles = len({one.source for one in provisions})
        shown = ", ".join(sorted(kinds))
        why = f"{deal.name}: {articles} article(s) name {kind}; its text in this pile shows {shown}, not {kind}."
        spans = [one.spans[0] for one in (*provisions, *written[:1])]
        yield found("missing", "provision not in the text", spans, why, settles="the text itself, article by article")


def _field(provision: Provision) -> str:
    """What an obligation is about, in the words a line uses: cooperation: trade."""
    return provision.obligation.replace("_", " ")
