"""Languages as a page names and marks them: their names, the `lang` and `dir` of words in them."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale, UnknownLocaleError
from markupsafe import Markup

__all__ = ["attributes", "language_name"]


@cache
def language_name(code: str, language: str = "en") -> str:
    """Name of a language in the language of the page."""
    try:
        return str(Locale.parse(code).get_display_name(language) or code)
    except (UnknownLocaleError, ValueError):
        return {"en": "language not recognised", "fr": "langue non reconnue"}[language] if code == "und" else code


@cache
def attributes(code: str) -> Markup:
    """` lang="fr"`, with ` dir="rtl"` where the language is written so."""
    if not re.fullmatch(r"[A-Za-z-]+", code) or code == "und":
        return Markup(' lang=""')
    try:
        rtl = Locale.parse(code).text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        rtl = False
    return Markup(" lang={} dir=rtl" if rtl else " lang={}").format(code)
