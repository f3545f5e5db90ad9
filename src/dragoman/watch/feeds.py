"""The feeds of a library, read when somebody asks for it: what `serve` offers beside `watch`."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Sequence
from xml.sax.saxutils import quoteattr

from dragoman.errors import BadInput
from dragoman.settings import Settings
from dragoman.store.library import Library
from dragoman.watch.places import Round, listed, look
from dragoman.watch.polite import Polite

__all__ = ["Feeds"]

_SCHEMES = ("http://", "https://")


class Feeds:
    """Feeds that were read into a library, and the way to read them again or to read a new one."""

    def __init__(self, library: Library, settings: Settings, *, polite: Polite | None = None) -> None:
        self.library, self.settings, self.polite = library, settings, polite or Polite()

    def known(self) -> list[tuple[str, str]]:
        """(address, how the last try went) of every feed that was ever asked."""
        rows = self.library.store.rows("feeds")
        return sorted((row.key, str(json.loads(zlib.decompress(row.payload))["said"])) for row in rows)

    def forget(self, address: str) -> None:
        """Ask a feed no more; what it brought stays."""
        self.library.store.drop("feeds", key=address)

    def listed(self, content: bytes, name: str) -> list[str]:
        """The addresses in an OPML file of this name; BadInput when it is not one or lists none."""
        found = listed(content, name)
        if not found:
            raise BadInput(f"{name}: lists no feed. An OPML file has them as <outline xmlUrl=…>.")
        return found

    def opml(self) -> str:
        """The feeds as an OPML file, for any other reader of feeds."""
        rows = "".join(
            f'<outline type="rss" text={quoteattr(one)} xmlUrl={quoteattr(one)}/>\n' for one, _ in self.known()
        )
        head = (
            '<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0"><head><title>dragoman</title></head><body>\n'
        )
        return f"{head}{rows}</body></opml>\n"

    def read(self, addresses: Sequence[str], tell: Callable[[str, int, int], None]) -> Round:
        """Ask these feeds, each in the way of a good guest, and bring the stories up to date."""
        for address in addresses:
            if not address.startswith(_SCHEMES):
                raise BadInput(f"{address}: not the address of a feed. It begins with http:// or https://.")
        return look(self.library, addresses, settings=self.settings, polite=self.polite, progress=tell)
