"""What a notebook shows of a dossier: a small table, no script, no request."""

from __future__ import annotations

from html import escape

from dragoman.records import Quote, Story

__all__ = ["card"]


def card(story: Story) -> str:
    """Title, counts, and the state of each main agreement as HTML."""
    quotes = sum(len(reading.of(Quote)) for reading in story.readings)
    rows = [
        ("articles", str(len(story.readings))),
        ("quotations", str(quotes)),
        ("events", str(len(story.timeline))),
        *(
            (deal.name, f"{deal.status or 'state not told'}; {'; '.join(deal.gaps) or 'no gap seen'}")
            for deal in story.agreements
            if deal.main
        ),
    ]
    cells = "".join(f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in rows)
    return f"<table><caption>{escape(story.title)}</caption>{cells}</table>"
