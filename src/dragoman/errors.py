"""Every error Dragoman raises on purpose. Each message says what, where, and what to do now.

DragomanError
├── BadInput              something given by the user cannot be used
│   ├── NothingToRead     no readable article among the paths
│   └── BadManifest       articles.toml or a setting does not hold what it should
├── SpanError             a place that is not in the text (a programming error, also a ValueError)
├── MissingExtra          an optional library is not installed
├── UnknownChoice         a format, engine or language that does not exist; lists those that do
├── BrokenLibrary         a library that cannot be opened or does not hold together
└── BrokenDossier         a dossier folder that cannot be read or does not hold together
"""

__all__ = [
    "BadInput",
    "BadManifest",
    "BrokenDossier",
    "BrokenLibrary",
    "DragomanError",
    "MissingExtra",
    "NothingToRead",
    "SpanError",
    "UnknownChoice",
]


class DragomanError(Exception):
    """Root of all errors that are not bugs."""


class BadInput(DragomanError):
    """Something given by the user cannot be used."""


class NothingToRead(BadInput):
    """No readable article among the paths."""


class BadManifest(BadInput):
    """A manifest or setting does not hold what it should."""


class SpanError(DragomanError, ValueError):
    """A place that is not in the text."""


class MissingExtra(DragomanError):
    """An optional library is not installed; the message names the cure."""


class UnknownChoice(BadInput):
    """A name that is not in a table; the message lists the names that are."""

    def __init__(self, what: str, given: str, known: list[str]) -> None:
        super().__init__(f'no {what} "{given}". Known: {", ".join(sorted(known))}')


class BrokenLibrary(DragomanError):
    """A library that cannot be opened or does not hold together."""


class BrokenDossier(DragomanError):
    """A dossier folder that cannot be read or does not hold together."""
