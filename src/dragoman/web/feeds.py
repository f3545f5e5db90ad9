"""What the site wants of whoever reads feeds for it: it does not know how they are fetched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dragoman.desk import Change
from dragoman.records import Trouble
from dragoman.web.jobs import Tell

__all__ = ["Feeds", "Read"]


class Read(Protocol):
    """What reading feeds came to."""

    @property
    def new(self) -> Sequence[str]:
        """Sources that were not in the library."""

    @property
    def troubles(self) -> Sequence[Trouble]:
        """What could not be read."""

    @property
    def changes(self) -> Sequence[Change]:
        """Stories that it changed."""


class Feeds(Protocol):
    """Feeds that were read into the library, and the way to read them; whoever starts the site brings it."""

    def known(self) -> list[tuple[str, str]]:
        """(address, how the last try went) of every feed."""

    def read(self, addresses: Sequence[str], tell: Tell) -> Read:
        """Ask these feeds."""

    def forget(self, address: str) -> None:
        """Ask a feed no more."""

    def listed(self, content: bytes, name: str) -> list[str]:
        """The addresses in an OPML file; BadInput when it is none."""

    def opml(self) -> str:
        """The feeds as an OPML file."""
