"""Text with its map: damage mended and page furniture taken away, every change an edit with its reason.

>>> from dragoman.spans import Text
>>> clean(Text.of("s", "Peace came.\\r\\nREAD ALSO: War\\r\\n")).value
'Peace came.'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.languages import Language, language
from dragoman.read.damage import BROKEN, CHARACTERS, MENDS, Mend
from dragoman.read.furniture import RULES
from dragoman.read.sheet import Sheet
from dragoman.spans import Edit, Text

__all__ = ["CHARACTERS", "MENDS", "RULES", "clean", "plain", "tidy"]

BLANKS = re.compile(r"[ ]+(?=\n)|(?<=\n\n)\n+")
ROUNDS = 8  # a removal can bare another (a doubled headline under a site name); three rounds were the most ever seen


def plain(text: Text) -> Text:
    """The text with plain characters: no invisible ones, one kind of line end, space and apostrophe."""
    for _ in range(ROUNDS):
        before, text = text, _mend(text, CHARACTERS, language("und"))
        if len(text.value) < len(before.value):
            continue  # what shrinks can bare more: an entity behind a soft hyphen
        if text is before or not BROKEN.search(text.value):
            break  # and a line end in the place of a control character: mojibake behind it
    return text


def clean(text: Text, code: str = "und", *, outlet: str = "") -> Text:
    """The clean view; `code` is the language of the article, `outlet` its name where it is known."""
    return tidy(plain(text), code, outlet=outlet)


def tidy(text: Text, code: str = "und", *, outlet: str = "", tagged: bool = False) -> Text:
    """What `clean` does after `plain`: mends, and furniture out until no rule finds more.

    `tagged` tells that the page had tags, and its layout has said already what of it is the article.
    """
    speech = language(code)
    text = _mend(text, MENDS, speech)
    for _ in range(ROUNDS):
        before = text
        text = text.edit(_furniture(text.value, speech, outlet, tagged))
        text = text.edit(_blanks(text.value))
        if text is not before:
            text = _mend(text, MENDS, speech)
        if len(text.value) == len(before.value):
            break
    return text


def _furniture(value: str, speech: Language, outlet: str, tagged: bool) -> Iterable[Edit]:
    sheet = Sheet(value=value, language=speech, outlet=outlet, tagged=tagged)
    for rule in RULES:
        sheet.take(rule(sheet))
    return sheet.edits


def _mend(text: Text, mends: Iterable[Mend], speech: Language) -> Text:
    for mend in mends:
        text = text.edit(mend(text.value, speech))
    return text


def _blanks(value: str) -> Iterator[Edit]:
    """White space that removals leave: at both ends, at the ends of lines, more than one blank line."""
    first, last = len(value) - len(value.lstrip()), len(value.rstrip())
    if first:
        yield Edit(0, first, "", "blank")
    if first <= last < len(value):
        yield Edit(max(first, last), len(value), "", "blank")
    if " \n" in value or "\n\n\n" in value:
        for match in BLANKS.finditer(value, first, max(first, last)):
            yield Edit(match.start(), match.end(), "", "blank")
