"""What an article's quotations come to, in the form in which the tables of the tests write it."""

from __future__ import annotations

from dragoman.records import Quote, Reading

__all__ = ["Told", "told"]

# kind, words (runs joined by " … "), speaker or all who say it together (joined by " + "), None where nobody is known
Told = tuple[str, str, str | None]


def told(reading: Reading) -> list[Told]:
    """The quotations of a reading in order, in the words of its clean text."""
    text = reading.article.text

    def words(quote: Quote) -> str:
        return " … ".join(text.value[slice(*at)] for one in quote.spans if (at := text.find(one.start, one.end)))

    def speaker(quote: Quote) -> str | None:
        return " + ".join((quote.speaker, *quote.co_speakers)) if quote.speaker else None

    return [(one.kind, words(one), speaker(one)) for one in reading.of(Quote)]
