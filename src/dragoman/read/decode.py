"""Which codec reads these bytes without loss; a choice that had to be guessed says so.

A codec is only used when encoding its text gives back the very same bytes, and when it has no state from one
character to the next, so that any stretch of characters has its own stretch of bytes.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from unicodedata import category

__all__ = ["Codec", "Undecodable", "decode", "is_binary"]

BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(
    rb"(?:charset\s*=\s*|<\?xml[^>]{0,200}encoding\s*=\s*)[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
#: What pages call a code page and what they mean by it.
MEANT = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "gb2312": "gb18030",
         "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932", "shift-jis": "cp932",
         "x-sjis": "cp932", "iso-8859-9": "cp1254", "windows-874": "cp874", "tis-620": "cp874"}  # fmt: skip
STATEFUL = re.compile(
    r"utf-?7|iso-?2022|hz|utf-?(?:16|32)$|punycode|idna|unicode|raw|undefined|zlib|base64|hex|rot|quopri|uu|bz2",
    re.IGNORECASE,
)
#: Guessed between, commonest first: on a tie the earlier one wins.
SINGLE = ("cp1252", "cp1251", "cp1250", "koi8-r", "cp1253", "cp1254", "cp1255", "cp1256", "iso-8859-2", "iso-8859-15",
          "iso-8859-5", "cp866", "mac-roman", "cp1257", "iso-8859-7")  # fmt: skip
DOUBLE = ("gb18030", "cp932", "cp949", "big5", "euc-jp")
MAGIC = (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b", b"7z\xbc\xaf", b"\x7fELF",
         b"MZ\x90", b"\xd0\xcf\x11\xe0", b"RIFF", b"OggS", b"ID3", b"BZh", b"SQLite format 3", b"\x00\x00\x00 ftyp",
         b"{\\rtf")  # fmt: skip
STRANGE = bytes((*range(9), *range(14, 27), *range(28, 32)))  # no text is made of these; 27 begins ISO-2022's escapes
FEW_BAD = 0.1  # share of bad bytes among those above 127 up to which a text still counts as damaged UTF-8
SAMPLE = 60_000  # bytes looked at when guessing; the frequencies no longer move beyond it

LETTERS = re.compile(r"[^\W\d_]")
ODD_CASE = re.compile(r"[a-zß-ÿа-яёα-ω][A-ZÀ-ÞА-ЯЁΑ-Ω](?![A-ZÀ-ÞА-ЯЁΑ-Ω])")
INSIDE = re.compile(
    r"(?<=[^\W\d_])[¤¦§¨©ª«¬®¯±²³´¶·¸¹»¼½¾¿×÷°¡¢£¥€‚„…†‡‰‹›“”•™Ѓѓ‡€√∞∂∑π∫Ωºª¿¡ ]*[¤¦¨¬¯±¶¸¼½¾÷¢¥†‡‰√∞∂∑∫](?=[^\W\d_])"
)
SHOUTED = re.compile(r"(?<=[А-ЯЁA-ZÀ-ÞΑ-Ω])[А-ЯЁÀ-ÞΑ-Ω]")
#: The commonest Chinese characters, simplified and traditional, with those of Japanese news.
HAN = frozenset(
    "的一是不了在人有我他这這中大来來上国國年到说說们們为為子和地出道也时時要就可以会會对對生能而着著那下自之发發后後作里裡用"
    "学學行所家种種事成方多经經么麼去法当當起把现現都好还還没沒分进進得长長日本部面同个個全军軍总總统統条條约約签簽"
    "新前开開关關高动動工政府者社东東美三十四五六七八九二两兩万萬亿億定意外交战戰和平总會談谈判表示相明部长談"
)
USED_OFTEN = 2.2  # news in Chinese is to 45–60 % made of these characters, wrongly read bytes to a few per cent
RUN = re.compile(r"[À-ɏ]{3,}")  # ×ÜÍłąíĘžŁŹ: no Latin script has three such letters in a row as a habit
LONE = re.compile(r"(?<!\S)[Ā-ž](?!\S)")  # Ť Nous ť, for « Nous »: no language of news has a word of one such letter
MIXED = re.compile(r"[A-Za-z][Ͱ-ۿ]|[Ͱ-ۿ][A-Za-z]")  # Auكen, for Außen: one word is in one script
#: Letters with a form for the end of a word, within one or the other way round: ρςξλκ is Russian read as Greek.
FINAL = re.compile(r"ς(?=[^\W\d_])|(?<=[Ͱ-Ͽ]{2})σ(?![\w'’])|[ךםןףץ](?=[א-ת])")
ENDS = re.compile(r"(?<=[Ͱ-Ͽ]{2})[βγδζθκλμξπτφχψ](?![\w'’])")  # no Greek word but a borrowed one ends so
CONTROL = re.compile(r"[\x80-\x9f]")
#: Letters that the languages of news really use; code pages read wrongly give other ones.
COMMON = frozenset("éèêëàâäáãåæçîïíìñóòôöõøœùûüúýÿßÉÈÀÂÇÎÔÖÄÜÁÍÓÚÑØÅÆŒ’‘“”„«»–—…°€¿¡·º"
                   "ąćęłńóśźżĄĆĘŁŃÓŚŹŻčďěňřšťůžČĎĚŇŘŠŤŮŽőűŐŰăâîșțşţĂÎȘȚŞŢđĐğıİĞ")  # fmt: skip


class Undecodable(ValueError):
    """Bytes that no lossless codec reads as text."""


@dataclass(frozen=True)
class Codec:
    """How to decode, and what to tell the reader when it was guessed."""

    encoding: str
    errors: str = "strict"
    note: str = ""


def is_binary(raw: bytes) -> bool:
    """True for known formats that are no text, and for control bytes no text has."""
    if raw.startswith(MAGIC):
        return True
    sample = raw[:8192]
    strange = len(sample) - len(sample.translate(None, STRANGE))
    return strange > 0.02 * len(sample) + 1


def decode(raw: bytes, *, html: bool = False, charset: str = "") -> Codec:
    """The codec of these bytes; raises Undecodable for what is no text. `charset` is what a server said of them."""
    for mark, name in BOMS:
        if raw.startswith(mark):
            return _marked(raw, name)
    if b"\0" in raw:
        return _wide(raw)
    if is_binary(raw):
        raise Undecodable("it holds control bytes, as programs and pictures do")
    if _reads(raw, "utf-8"):
        return Codec("utf-8")
    declared = (_named(charset, raw) if charset else None) or (_declared(raw) if html else None)
    if declared:
        return declared
    return _guess(raw)


def _reads(raw: bytes, encoding: str, errors: str = "strict") -> str | None:
    """The text, when this codec reads the bytes without loss."""
    try:
        text = raw.decode(encoding, errors)
        return text if text.encode(encoding, errors) == raw else None
    except (UnicodeError, LookupError):
        return None


def _marked(raw: bytes, name: str) -> Codec:
    """A byte-order mark leaves no choice of codec, only of what to do about damage."""
    if name == "utf-8":
        if _reads(raw, name):
            return Codec(name)
        return Codec(name, "surrogateescape", "some bytes are not valid UTF-8; they are kept as they are")
    if b"\0\0\0\0" in raw and name.startswith("utf-16") and is_binary(raw.replace(b"\0", b"")):
        raise Undecodable("it holds control bytes, as programs and pictures do")
    for errors in ("strict", "surrogatepass"):
        if _reads(raw, name, errors) is not None:
            return Codec(name, errors)
    raise Undecodable(f"it says it is {name.upper()} but breaks off inside a character")


def _wide(raw: bytes) -> Codec:
    """UTF-16 or UTF-32 without a mark, told by where the zero bytes stand; anything else with zeros is no text."""
    best: tuple[float, str] | None = None
    for name, width in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        text = _reads(raw, name) if len(raw) % width == 0 else None
        if text and "\0" not in text:
            share = sum(one.isalnum() or one.isspace() or category(one)[0] == "P" for one in text[:4000])
            score = share / min(len(text), 4000)
            plain = sum(one in " \n" or one.isascii() for one in text[:4000]) / min(len(text), 4000)
            if score > 0.9 and plain > 0.005 and (best is None or score + plain > best[0]):
                best = (score + plain, name)
    if best is None:
        raise Undecodable("it holds zero bytes, as programs and pictures do")
    return Codec(best[1], "strict", f"encoding without a byte-order mark: {best[1].upper()}")


def _declared(raw: bytes) -> Codec | None:
    match = DECLARED.search(raw[:4096])
    return _named(match[1].decode("ascii"), raw) if match else None


def _named(name: str, raw: bytes) -> Codec | None:
    """The codec somebody named, when it reads the bytes."""
    name = MEANT.get(name.lower(), name.lower())
    if STATEFUL.search(name):
        return None
    for codec in dict.fromkeys((name, "latin-1" if name == "cp1252" else name)):
        if name not in ("utf-8", "utf8") and _reads(raw, codec) is not None:
            return Codec(codec)
    return None


def _guess(raw: bytes) -> Codec:
    """Damaged UTF-8, or the code page whose letters look most like a language."""
    high = sum(byte > 127 for byte in raw)
    text = raw.decode("utf-8", "surrogateescape")
    bad = sum("\udc80" <= one <= "\udcff" for one in text)
    if bad <= FEW_BAD * high and high - bad >= 4:
        return Codec("utf-8", "surrogateescape", f"{bad} bytes are not valid UTF-8; they are kept as they are")
    best = max(_scores(raw), default=None)
    if best is not None and best[0] > 0:
        return Codec(best[2], "strict", f"encoding guessed: {best[2]}")
    return Codec("utf-8", "surrogateescape", f"no encoding fits; {bad} bytes are kept as they are")


def _scores(raw: bytes) -> list[tuple[float, int, str]]:
    scores = []
    for rank, name in enumerate((*SINGLE, *DOUBLE)):
        text = _reads(raw, name)
        if text is not None:
            scores.append((round(_likeness(_sample(text), name in DOUBLE), 3), -rank, name))
    if _reads(raw, "cp1252") is None:
        text = raw.decode("latin-1")
        scores.append((round(_likeness(_sample(text), False) - 0.01, 3), -99, "latin-1"))
    return scores


def _sample(text: str) -> str:
    """The words that hold characters beyond ASCII, where code pages differ."""
    return " ".join(word for word in text[:SAMPLE].split() if not word.isascii())[:4000]


def _likeness(sample: str, double: bool) -> float:
    """How much a sample looks like words: letters in use, sane capitals, no signs inside words, a known language."""
    from dragoman.models import identify

    high = [one for one in sample if ord(one) > 127]
    if not high:
        return 0.0
    share = 1 / len(high)
    letters = share * sum(one.isalpha() for one in high)
    faults = len(ODD_CASE.findall(sample)) + 2 * len(INSIDE.findall(sample)) + 3 * len(CONTROL.findall(sample))
    faults += 2 * len(FINAL.findall(sample)) + len(ENDS.findall(sample))
    faults += 2 * len(LONE.findall(sample)) + 2 * len(MIXED.findall(sample))
    faults += sum(len(run) for run in RUN.findall(sample)) + len(SHOUTED.findall(sample)) // 3
    common = share * sum(map(_is_wide if double else _is_common, high))
    if double:
        common = (
            min(1.0, USED_OFTEN * share * sum(one in HAN or not "\u3400" <= one <= "\u9fff" for one in high)) * common
        )
    return (letters + 2 * common) / 3 - faults * share + 0.5 * identify(sample)[1]


def _is_common(one: str) -> bool:
    return (
        one in COMMON
        or "а" <= one.lower() <= "я"
        or one in "ёЁіїєґІЇЄҐўЎ"
        or "ά" <= one <= "ώ"
        or "א" <= one <= "ת"
        or "ء" <= one <= "ي"
    )


def _is_wide(one: str) -> bool:
    return (
        "\u3000" <= one <= "\u30ff"
        or "\u3400" <= one <= "\u9fff"
        or "가" <= one <= "힣"
        or "\uff00" <= one <= "\uffef"
        or one in "“”"
    )
