"""Mends of text that copying, converting or translating has damaged; each is certain, or it is left alone.

Quotation marks themselves are never changed: where a page says " or ” is part of what it says.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator

from dragoman.languages import Language, alternatives
from dragoman.spans import Edit

__all__ = ["BROKEN", "CHARACTERS", "MENDS", "Mend"]

Mend = Callable[[str, Language], Iterator[Edit]]

# -- characters ------------------------------------------------------------------------------------

INVISIBLE = (
    "\u00ad\u200b\u200e\u200f\u2060\u2061\u2062\u2063\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    + "".join(map(chr, (*range(9), *range(14, 32), 127)))
)
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
JOINERS = "\u200c\u200d"  # meaningful between letters of Persian or Hindi and in emoji, damage beside Latin
NEW = {
    **dict.fromkeys(INVISIBLE + JOINERS, ("", "invisible")),
    **dict.fromkeys(SPACES, (" ", "space")),
    **dict.fromkeys("\r\u0085\u2028\u2029\x0b\x0c", ("\n", "newline")),
    **dict.fromkeys("’ʼ＇", ("'", "apostrophe")),
}
ODD = re.compile(rf"\r\n|[{re.escape(''.join(NEW))}]")
ENTITY = re.compile(r"&(?:amp;)*(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[A-Za-z]{2,8});")  # &nbsp; &#8217;
TAG = re.compile(
    r"</?(?:p|br|hr|b|i|u|em|strong|span|div|a|h[1-6]|ul|ol|li|img|blockquote|figure|figcaption|sup|sub|small|font)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)  # left over in plain text: <br /> </strong>
#: First characters of UTF-8 read as a single-byte code page: Ã© â€™ Ð¿ Ñ€.
BROKEN = re.compile(
    r"[ÂÃÄÅÎÏÐÑØÙâ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)


def characters(value: str, language: Language) -> Iterator[Edit]:
    """Invisible characters, line ends, white space and apostrophes, one to one."""
    for match in ODD.finditer(value):
        first, start = match[0][0], match.start()
        if first in JOINERS and start and value[start - 1] > "\u024f":
            continue
        new, why = NEW[first]
        yield Edit(start, match.end(), new, why)


def entities(value: str, language: Language) -> Iterator[Edit]:
    """Character references that nobody decoded."""
    if "&" not in value:
        return
    for match in ENTITY.finditer(value):
        decoded, before = html.unescape(match[0]), match[0]
        while decoded != before:  # &amp;nbsp; was encoded twice
            decoded, before = html.unescape(decoded), decoded
        if decoded != match[0] and len(decoded) <= 2:
            yield Edit(match.start(), match.end(), decoded, "entity")


def tags(value: str, language: Language) -> Iterator[Edit]:
    """Tags that stayed behind in plain text."""
    if "<" not in value:
        return
    for match in TAG.finditer(value):
        breaks = re.match(r"</?(?:p|br|div|h|li|hr)", match[0], re.IGNORECASE) is not None
        yield Edit(match.start(), match.end(), "\n" if breaks else "", "tag")


def mojibake(value: str, language: Language) -> Iterator[Edit]:
    """UTF-8 that was once read as another code page, where the repair is certain."""
    if not BROKEN.search(value):
        return
    from ftfy import fix_encoding
    from ftfy.badness import is_bad
    from ftfy.chardata import UTF8_DETECTOR_RE

    for match in UTF8_DETECTOR_RE.finditer(value):
        fixed = fix_encoding(match[0])
        if fixed != match[0] and len(fixed) < len(match[0]) and (is_bad(match[0]) or len(match[0]) > 2):
            yield Edit(match.start(), match.end(), fixed, "mojibake")


# -- words -----------------------------------------------------------------------------------------

LETTER = "A-Za-zÀ-ÖØ-öø-ɏͰ-ϿЀ-ӿ"  # scripts that put spaces between words and have capitals
_CASED = [chr(code) for code in (*range(0x41, 0x250), *range(0x370, 0x530))]
LOWER = "".join(one for one in _CASED if one.islower() and one.isalpha())
UPPER = "".join(one for one in _CASED if one.isupper())
RIGHT = "\u0620-\u064a\u066e-\u06d3"  # Arabic letters: no capitals tell where a sentence begins
# The mark comes first in each pattern and what stands before it is looked up afterwards: ten times faster.
QUOTE = re.compile(
    rf"[“«„»”](?:(?<=[“«„])(?=[{LETTER}\d])(?<=[{LETTER}\d,;:.!?%].)(?P<open>)"  # the“hegemony”
    rf"|(?<=«)(?= [{LETTER}\d])(?<=[{LETTER}].)(?P<wide>)"  # Russie« Accord
    rf"|(?<=[”»])(?=[{LETTER}]{{2}}|\d|\()(?<=[{LETTER}\d.,!?…%;)].)(?P<close>))"  # support”said
)
LOW_CLOSE = re.compile(rf"“(?=[{LETTER}]{{2}})(?<=[{LETTER}\d.,!?…].)")  # „Garantien“sagte
STRAIGHT = re.compile(r"\"")
GLUED = re.compile(
    rf"[.!?…,;:؟،؛](?=\S)(?:(?<=[.!?…])(?=[{UPPER}][{LOWER}'])(?<=[{LOWER}]{{3}}.)"  # l'accord.Cet accord
    rf"|(?<=[.,])(?=[{LOWER}]{{4}})(?<=[12]\d{{3}}.)"  # 2001.comme
    rf"|(?<=[;:!?,])(?=[{LOWER}{UPPER}][{LOWER}]{{2}})(?<=[{LOWER}]{{3}}.)"  # accord,mais
    rf"|(?<=[.!؟،؛])(?=[{RIGHT}]{{2}})(?<=[{RIGHT}]{{3}}.))"  # سنوي.وقال
)
LOOSE = re.compile(rf" (?<=[{LETTER}\d%»”] )(?=,\s)")  # the south , three times as many
DOMAIN = re.compile(r"\S*(?:https?:|www\.|@|\.(?:com|org|net|info|html?|php|gov|edu|[a-z]{2})\b)\S*")
WORD_BEFORE, WORD_AFTER = re.compile(r"\S*\Z"), re.compile(r"\S{0,60}")
SPLIT = re.compile(rf" (?<=[{LETTER}] )([{LOWER}])(?=[\s.,;:!?)»”])")  # à la Russi e pour
WORD = re.compile(rf"[{LETTER}]+")
TWO_LETTERS = re.compile(rf"[{LETTER}]{{2}}")
LAST_WORD = re.compile(rf"(?<![\w'-])[{LETTER}]+\Z")
GLUED_NAME = 4  # letters of a name in front of "quoted by": fewer may be a prefix ("Misquoted by many")
STUCK = re.compile(rf"^([{LOWER}])([{UPPER}][{LOWER}]{{2,}})", re.MULTILINE)  # cCorée du Nord


def quote_spaces(value: str, language: Language) -> Iterator[Edit]:
    """A space between a quotation mark and the word that was glued to its outer side."""
    low, inward = "„" in value, value.find("»") < value.find("«") and "»" in value
    paired = low or "“" in value
    for match in QUOTE.finditer(value) if paired or not value.isascii() else ():
        if match["close"] is None:
            if not (match[0] == "“" and low) and not (match[0] == "«" and inward):
                yield Edit(match.start(), match.start(), " ", "glued-quote")
        elif paired if match[0] == "”" else not inward:
            yield Edit(match.end(), match.end(), " ", "glued-quote")
    if low:
        for match in LOW_CLOSE.finditer(value):
            yield Edit(match.end(), match.end(), " ", "glued-quote")
    yield from _straight_spaces(value)


def _straight_spaces(value: str) -> Iterator[Edit]:
    """The same for straight marks, in paragraphs where they come in clear pairs."""
    start = 0
    while (first := value.find('"', start)) >= 0:
        start = value.rfind("\n", 0, first) + 1
        end = value.find("\n", start)
        end = len(value) if end < 0 else end
        marks = [match.start() for match in STRAIGHT.finditer(value, start, end)]
        if len(marks) % 2 == 0:
            for left, right in zip(marks[::2], marks[1::2], strict=True):
                yield from _straight_pair(value, left, right)
        start = end


def _straight_pair(value: str, left: int, right: int) -> Iterator[Edit]:
    inside = value[left + 1 : right]
    if not inside or inside[0].isspace() or inside[-1].isspace():
        return
    if left and WORD.match(value, left - 1):
        yield Edit(left, left, " ", "glued-quote")
    if TWO_LETTERS.match(value, right + 1):
        yield Edit(right + 1, right + 1, " ", "glued-quote")


def glued_sentences(value: str, language: Language) -> Iterator[Edit]:
    """A space after the stop of a sentence that runs straight into the next."""
    for match in GLUED.finditer(value):
        before = WORD_BEFORE.search(value, max(0, match.start() - 60), match.start())
        after = WORD_AFTER.match(value, match.start())
        word = (before[0] if before else "") + (after[0] if after else "")
        if not DOMAIN.match(word):
            yield Edit(match.end(), match.end(), " ", "glued-words")


def glued_names(value: str, language: Language) -> Iterator[Edit]:
    """A space between a name and the words that credit it: where a link lost its edges ("Timesquoted by X")."""
    if any(phrase in value for phrase in language.words("structure", "credited")):
        for match in language.once(_credited).finditer(value):
            if match.start(1) - match.start() >= GLUED_NAME:
                yield Edit(match.start(1), match.start(1), " ", "glued-words")


def _credited(language: Language) -> re.Pattern[str]:
    """A capital inside a sentence, whose word ends in one of the language's credits: the daily Timesquoted by."""
    words = alternatives(language.words("structure", "credited"))
    return re.compile(rf"(?<=[{LOWER}] )[{UPPER}][{LETTER}]*?[{LOWER}]({words})\b")


def loose_commas(value: str, language: Language) -> Iterator[Edit]:
    """A space before a comma, which no language writes."""
    for match in LOOSE.finditer(value) if " , " in value or " ,\n" in value else ():
        yield Edit(match.start(), match.end(), "", "space")


def broken_words(value: str, language: Language) -> Iterator[Edit]:
    """A last letter torn off its word, or a stray letter before a capital, where the whole word stands elsewhere."""
    torn, stuck = list(_torn(value, language)), list(STUCK.finditer(value))
    if not torn and not stuck:
        return
    words = Counter(WORD.findall(value))
    for match, before in torn:
        if words[before + match[1]] and words[before] == 1:
            yield Edit(match.start(), match.start(1), "", "torn-word")
    for match in stuck:
        if words[match[2]] and words[match[0]] == 1:
            yield Edit(match.start(1), match.end(1), "", "stray-letter")


def _torn(value: str, language: Language) -> Iterator[tuple[re.Match[str], str]]:
    """Letters that stand alone though the language has no such word, with the piece before that they may complete."""
    if not language.section("structure"):
        return
    letters = frozenset(language.words("structure", "letters"))
    for match in SPLIT.finditer(value):
        if match[1] not in letters:
            before = LAST_WORD.search(value, max(0, match.start() - 40), match.start())
            if before and len(before[0]) > 3 and before[0] + match[1] in value:
                yield match, before[0]


#: First, so that every other rule sees plain characters.
CHARACTERS: tuple[Mend, ...] = (mojibake, entities, tags, characters)
#: Last, on what is left of the text.
MENDS: tuple[Mend, ...] = (quote_spaces, glued_sentences, glued_names, loose_commas, broken_words)
