"""Between whom an agreement is; by whom and against whom a regime is."""

from __future__ import annotations

from dragoman.records import Agreement
from dragoman.report.labels import Labels
from dragoman.report.wording import listed

__all__ = ["sides"]


def sides(deal: Agreement, labels: Labels) -> str:
    """Between whom an agreement is, as far as it is told; who imposes a regime, and at whom it is aimed."""
    say = labels.say
    named = listed((labels.entity(party) for party in deal.parties), say("line.and"))
    if deal.aimed:
        target = listed((labels.called(party) for party in deal.aimed), say("line.and"))
        return say("line.aimed", who=named or say("line.no_parties"), target=target)
    if deal.among:
        many = listed((f"“{words}”" for words in deal.among), say("line.and"))
        return say("line.among", many=many, named=named) if named else many
    if deal.accession:
        return say("line.accession", named=named) if named else say("line.accession_of_none")
    return named or say("line.no_parties")
