"""Numbers with what they count, how exactly, who claims them and for which time.

A number counts when a noun, a unit, money or a percentage goes with it; names of models, labels (Article 5), dates,
scores, telephone numbers and list numbers are none. "Thousands" keeps its word and no value.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.read.claimants import Voices
from dragoman.read.lexer import Token
from dragoman.read.page import Page
from dragoman.read.phrases import Phrase, is_glued, sheet
from dragoman.read.tense import lean
from dragoman.records import Figure, Mention, Reading, Time, When

__all__ = ["figures"]

_LENGTHS = {"TS": "second", "TM": "minute", "TH": "hour", "D": "day", "NI": "night", "W": "week", "M": "month",
            "Q": "quarter", "Y": "year", "DE": "decade", "CE": "century"}  # fmt: skip
_CLAUSES = frozenset({"$relative", "$clause", "$contrast", "$compared", "$that"})  # words that open another clause
_UNTIMED = frozenset({*_LENGTHS.values(), "ordinal"})  # a length of time or a rank is not "as of" a date
_MEASURED = frozenset({"duration", "quarter", "halfunit", "vague", "ago", "age"})
_NOUNS, _BEFORE_NOUN = frozenset({"NOUN", "PROPN"}), frozenset({"ADJ", "NOUN", "PROPN", "VERB", "ADV", "PUNCT"})
_WIDEST = 5  # tokens of a counted noun phrase
_FEW = 3  # "the two leaders", "the three countries" point back at those named; more than these are counted
_MEASURES = frozenset({"kilometre", "metre", "mile", "tonne", "degree"})  # 1,340 km of border are kilometres
_GOVERNED = 10  # tokens between a verb and its preposition; German puts the verb at the end
_POSTED = 90  # characters of the longest line that says when a page was posted or how long it takes to read
_BESIDE = 120  # characters between a figure and the date that bounds it


@dataclass
class _Amount:
    """A figure found: clean start..end, and what is known of it."""

    start: int
    end: int
    value: float | None
    first: int
    upto: float | None = None
    unit: str = ""
    of: str = ""
    bound: str = "exactly"
    vague: str = ""
    age: bool = False


def figures(page: Page, reading: Reading) -> Iterator[Figure]:
    """Every figure in reading order."""
    made = sheet(page.article, page.language)
    found = sorted(_amounts(page, made.tokens, made.phrases), key=lambda one: one.start)
    amounts = [one for one in found if not _is_posted(page, made.tokens, one)]
    if not amounts:
        return
    voices = Voices(page, made.tokens, reading.of(Mention))
    times = [
        (*place, one)
        for one in reading.of(Time)
        if one.type == "DATE" and (place := page.article.text.find(one.start, one.end))
    ]
    for one in amounts:
        source = None if one.age else voices.of(one.start, one.end)
        yield Figure(
            spans=(page.span(one.start, one.end),),
            by="figures",
            value=one.value,
            upto=one.upto,
            unit=one.unit,
            of=one.of,
            bound=one.bound,
            vague=one.vague,
            claimed_by=source.name if source else "",
            claimed_at=page.span(source.start, source.end) if source else None,
            window=(window := _window(page, made.tokens, one, times) if one.unit not in _UNTIMED else None),
            standing=_standing(page, made.tokens, one, window),
        )


# -- finding ---------------------------------------------------------------------------------------


def _amounts(page: Page, tokens: list[Token], phrases: Sequence[Phrase]) -> Iterator[_Amount]:
    taken = bytearray(len(tokens))
    for phrase in phrases:
        taken[phrase.first : phrase.last + 1] = b"\1" * (phrase.last + 1 - phrase.first)
        if phrase.op in _MEASURED:
            found = _length(tokens, phrase)
            if found:
                found.age = phrase.op == "age"
                yield _named(page, tokens, found, phrase.first)
    at = 0
    while at < len(tokens):
        found, step = None, 1
        if not taken[at]:
            found, step = _one(page, tokens, at, taken)
        if found:
            yield found
        at += step


def _one(page: Page, tokens: list[Token], at: int, taken: bytearray) -> tuple[_Amount | None, int]:
    """The figure that begins at a token, and how many tokens it uses."""
    token = tokens[at]
    if token.kind == "number" and "num" in token.values and "$vague" not in token.values:
        return _number(page, tokens, at, taken)
    if "$vague" in token.values and not _is_number(tokens, at - 1):
        return _vague(page, tokens, at)
    if "ordinal" in token.values:
        return _ordinal(page, tokens, at)
    return None, 1


def _number(page: Page, tokens: list[Token], at: int, taken: bytearray) -> tuple[_Amount | None, int]:
    token = tokens[at]
    value = float(token.values["num"])
    if is_glued(tokens, at) or _is_label(tokens, at) or (value == 1 and not token.low[0].isdigit()):
        return None, 1
    amount = _Amount(token.start, token.end, value, at)
    stop = at + 1
    if stop + 1 < len(tokens) and _joins(tokens, at) and not taken[stop + 1]:
        second = float(tokens[stop + 1].values["num"])
        if second > value:
            scale = second if value < 100 and tokens[stop + 1].symbol != token.symbol and second >= 1000 else 0
            amount.value = value * _scale(tokens[stop + 1]) if scale else value
            amount.upto, amount.end, stop = second, tokens[stop + 1].end, stop + 2
            if at and "$between" in tokens[at - 1].values and "$and" in tokens[at + 1].values:
                amount.start = tokens[at - 1].start
    if stop < len(tokens) and "$ordinal_mark" in tokens[stop].values and tokens[stop].start == token.end:
        return _ordinal_noun(page, tokens, at, stop + 1, value)
    found = _counted(page, tokens, amount, at, stop)
    return (found[0], max(found[1] - at, 1)) if found else (None, 1)


def _scale(token: Token) -> float:
    """The multiplier in a number of digits and word: 5 in "3 to 5 million" scales 3 as well."""
    value = float(token.values["num"])
    scale = 1.0
    while value >= 1000:
        value, scale = value / 1000, scale * 1000
    return scale


def _counted(page: Page, tokens: list[Token], amount: _Amount, at: int, stop: int) -> tuple[_Amount, int] | None:
    """The amount with what it counts, one past its last token; None when it counts nothing."""
    before = tokens[at - 1] if at else None
    if before is not None and before.values.get("$money") and before.kind == "mark":
        amount.unit, amount.of, amount.start = str(before.values["$money"]), before.low, before.start
        return _named(page, tokens, amount, at - 1), stop
    after = _past_of(tokens, stop)
    for place in dict.fromkeys((stop, after)):
        unit = tokens[place].values.get("$money") if place < len(tokens) else None
        if unit:
            amount.unit, amount.of, amount.end = str(unit), tokens[place].low, tokens[place].end
            return _named(page, tokens, amount, at), place + 1
    noun = _noun(page, tokens, after if amount.value and amount.value >= 1000 else stop)
    if noun:
        first, last, head = noun
        few = amount.upto is None and amount.value is not None and amount.value <= _FEW
        if few and before is not None and "$definite" in before.values:
            return None
        amount.of = " ".join(page.value[tokens[first].start : tokens[last].end].split())
        amount.end, amount.unit = tokens[last].end, _unit(page, tokens[head])
        return _named(page, tokens, amount, at), last + 1
    if stop < len(tokens) and "$bare" in tokens[stop].values:
        return _named(page, tokens, amount, at), stop
    named = _named(page, tokens, amount, at)
    return (
        (named, stop)
        if _governs(page, tokens, at)
        or named.bound != "exactly"
        or ((amount.value or 0) >= 1000 and not _year_like(tokens[at]))
        else None
    )


def _past_of(tokens: list[Token], at: int) -> int:
    """The token behind "of" (de, d'), the same one when there is none."""
    if at < len(tokens) and "$of" in tokens[at].values:
        at += 1 + (at + 1 < len(tokens) and tokens[at + 1].low == "'")
    return at


def _year_like(token: Token) -> bool:
    return token.values.get("text", "").isdigit() and len(token.values["text"]) == 4


def _vague(page: Page, tokens: list[Token], at: int) -> tuple[_Amount | None, int]:
    """Thousands of …, des milliers de …: the word is kept, the value is not known."""
    token = tokens[at]
    stop = at + 1
    while stop + 1 < len(tokens) and "$vague" in tokens[min(_past_of(tokens, stop), len(tokens) - 1)].values:
        stop = _past_of(tokens, stop) + 1  # hundreds of thousands of
    if stop >= len(tokens) or not {"$of", "$bare"} & tokens[stop].values.keys():
        return None, 1
    start = at - 1 if at and "$indefinite" in tokens[at - 1].values else at
    words = page.value[token.start : tokens[stop - 1].end].lower()
    amount = _Amount(tokens[start].start, tokens[stop - 1].end, None, start, bound="vague", vague=words)
    noun = _noun(page, tokens, _past_of(tokens, stop))
    if noun is None:
        return (amount, stop - at) if "$bare" in tokens[stop].values else (None, 1)
    first, last, head = noun
    amount.of, amount.end = " ".join(page.value[tokens[first].start : tokens[last].end].split()), tokens[last].end
    amount.unit = str(tokens[head].values.get("$money") or _unit(page, tokens[head]))
    return amount, last + 1 - at


def _ordinal(page: Page, tokens: list[Token], at: int) -> tuple[_Amount | None, int]:
    value = float(tokens[at].values["ordinal"])
    if value < 2 or (page.value[tokens[at].start].isupper() and at and tokens[at - 1].low not in ".!?\n"):
        return None, 1
    return _ordinal_noun(page, tokens, at, at + 1, value)


def _ordinal_noun(page: Page, tokens: list[Token], at: int, place: int, value: float) -> tuple[_Amount | None, int]:
    """Second visit, 24e mission: what comes how manieth; idioms and parts of time are none."""
    if place >= len(tokens) or "$unranked" in tokens[place].values or "unit" in tokens[place].values:
        return None, 1
    noun = _noun(page, tokens, place)
    if noun is None or (page.value[tokens[noun[2]].start].isupper() and page.language.code != "de"):
        return None, 1
    _, last, _ = noun
    of = " ".join(page.value[tokens[place].start : tokens[last].end].split())
    return _Amount(tokens[at].start, tokens[last].end, value, at, unit="ordinal", of=of), last + 1 - at


def _length(tokens: list[Token], phrase: Phrase) -> _Amount | None:
    """A stretch of time as a figure: 24 years, a century, nearly a quarter of a century (ago), decades."""
    inside = range(phrase.first, phrase.last + 1)
    units = [at for at in inside if "unit" in tokens[at].values]
    if not units:
        return None
    last = units[-1]
    code = str(tokens[last].values["unit"])
    share = 0.25 if phrase.op == "quarter" else 0.5 if phrase.op == "halfunit" else 1.0
    head = [at for at in inside if at <= last and ("num" in tokens[at].values or "a" in tokens[at].values)]
    plain = phrase.op == "vague" or "few" in phrase.slots or (phrase.op == "ago" and not head)
    if plain:
        start = next((at for at in inside if "few" in tokens[at].values), last)
        return _Amount(
            tokens[start].start,
            tokens[last].end,
            None,
            start,
            unit=_LENGTHS[code],
            bound="vague",
            vague=tokens[last].low,
        )
    if share == 1.0 and not head and "mod" not in phrase.slots:
        return None
    numbers = [float(tokens[at].values["num"]) for at in head if "num" in tokens[at].values]
    value = (numbers[0] if numbers else 1.0) * share + (0.5 if "half" in phrase.args else 0.0)
    size, unit = {"CE": (100.0, "year"), "DE": (10.0, "year")}.get(code, (1.0, _LENGTHS[code]))
    start = next((at for at in inside if "mod" in tokens[at].values), head[0] if head else phrase.first)
    return _Amount(tokens[start].start, tokens[last].end, value * size, start, unit=unit, of=tokens[last].low)


# -- what is counted ---------------------------------------------------------------------------------


def _noun(page: Page, tokens: list[Token], at: int) -> tuple[int, int, int] | None:
    """(first, last, head) token of the noun phrase at a token, by the parse or the language's word order."""
    if at >= len(tokens) or tokens[at].kind != "word" or "$stop" in tokens[at].values or tokens[at].low == "\n":
        return None
    if page.doc is not None:
        return _parsed_noun(page, tokens, at)
    section = page.language.section("figures")
    endings = tuple(section.get("adjective_endings", ()))
    for last in range(at, min(at + _WIDEST, len(tokens))):
        token = tokens[last]
        if token.kind != "word" or "$stop" in token.values:
            return None
        capital = page.value[token.start].isupper()
        if capital if section.get("capital_nouns") else not (endings and token.low.endswith(endings)):
            plural = tuple(section.get("plural_endings", ()))
            known = "$counted" in token.values or "unit" in token.values
            return (at, last, last) if known or not plural or token.low.endswith(plural) else None
    return None


def _parsed_noun(page: Page, tokens: list[Token], at: int) -> tuple[int, int, int] | None:
    """The run of adjectives and nouns from a token on, to its last noun (and the adjectives behind it)."""
    if tokens[at].values.get("$counted") in _MEASURES:
        return at, at, at
    opened = page.token(tokens[at].start)
    if opened is not None and opened.pos_ == "VERB" and opened.dep_ in ("acl", "advcl"):  # including 50 carrying fuel
        return None
    head = last = -1
    for place in range(at, min(at + _WIDEST, len(tokens))):
        token = tokens[place]
        parsed = page.token(token.start)
        if parsed is None or "$stop" in token.values or (token.kind != "word" and token.low != "-"):
            break
        pos = parsed.pos_
        if pos in _NOUNS and (head < 0 or not page.language.section("figures").get("noun_first")):
            head = last = place
        elif pos == "ADJ" and head >= 0 and page.language.section("figures").get("noun_first"):
            last = place
        elif pos not in _BEFORE_NOUN or (head >= 0 and pos not in ("NOUN", "PROPN", "PUNCT")):
            break
    return (at, last, head) if head >= 0 else None


def _unit(page: Page, head: Token) -> str:
    """The counted thing in the singular, in English where the tables know it."""
    known = head.values.get("$counted") or (_LENGTHS.get(str(head.values["unit"])) if "unit" in head.values else None)
    if known:
        return str(known)
    parsed = page.token(head.start) if page.doc is not None else None
    if parsed is not None and parsed.lemma_ and parsed.lemma_.isalpha():
        return str(parsed.lemma_.lower())
    return head.low


def _named(page: Page, tokens: list[Token], amount: _Amount, at: int) -> _Amount:
    """The amount with the bound written before or behind it."""
    place = at - 1
    if place >= 0 and "$article" in tokens[place].values and "$bounds" not in tokens[place].values:
        place -= 1
    for where in (at, place):
        if (
            where >= 0
            and "$bounds" in tokens[where].values
            and tokens[where].end <= amount.start + len(tokens[where].low)
        ):
            if _governs(page, tokens, where + 1):
                break
            if amount.bound != "vague":
                amount.bound = str(tokens[where].values["$bounds"])
                if amount.bound == "at_most" and _is_reached(tokens, where):
                    amount.bound = "exactly"
            amount.start = min(amount.start, tokens[where].start)
            break
    return amount


def _governs(page: Page, tokens: list[Token], at: int) -> bool:
    """True when the word before a number is its verb's preposition, not a bound: verfügt über 62 Sitze."""
    if not at or "$preposition" not in tokens[at - 1].values:
        return False
    low, high = page.sentence(tokens[at].start)
    first = max(at - _GOVERNED, 0)
    return any("$governing" in token.values for token in tokens[first : at + _GOVERNED] if low <= token.start < high)


def _is_reached(tokens: list[Token], at: int) -> bool:
    """True for a value that something rose or fell to: subió hasta los 90 puntos."""
    return any("$reached" in token.values for token in tokens[max(at - 4, 0) : at])


# -- what is none --------------------------------------------------------------------------------------


def _is_number(tokens: list[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].kind == "number"


def _is_posted(page: Page, tokens: list[Token], amount: _Amount) -> bool:
    """True in a line about the page itself: Published 3 hours ago, Temps de lecture : 4 min."""
    value = page.value
    low = value.rfind("\n", 0, amount.start) + 1
    end = value.find("\n", amount.end)
    end = len(value) if end < 0 else end
    if end - low > _POSTED or value[low:end].rstrip()[-1:] in (".", "!", "?", "…", "»", "”"):
        return False
    at = amount.first
    while at > 0 and tokens[at - 1].start >= low:
        at -= 1
    return any("$posted" in token.values for token in tokens[at : at + 4])


def _joins(tokens: list[Token], at: int) -> bool:
    """True when "to" or a dash joins a number with the next one: 20 to 30, between 20 and 30."""
    link, second = tokens[at + 1], tokens[at + 2] if at + 2 < len(tokens) else None
    if second is None or second.kind != "number" or "num" not in second.values:
        return False
    between = at > 0 and "$between" in tokens[at - 1].values
    return "$to" in link.values or (between and "$and" in link.values)


def _is_label(tokens: list[Token], at: int) -> bool:
    """True for the number of something, not of things: Article 5, Resolution 2397, no. 1, 3-1, 555 12 34, a list."""
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before is not None and ("$label" in before.values or before.low in "/#:" or before.low.isdigit()):
        return True
    if before is not None and before.low == "." and at > 1 and "$label" in tokens[at - 2].values:
        return True
    if (before is None or before.low == "\n") and after is not None and after.low in ".)":
        return True
    scored = after is not None and after.low in "-–/:" and after.start == tokens[at].end
    if scored and after is not None and _is_number(tokens, at + 2):
        return not (at + 3 < len(tokens) and tokens[at + 3].kind == "word" and "$to" in after.values)
    second = before is not None and before.low in "-–" and before.end == tokens[at].start
    return second and at > 1 and _is_number(tokens, at - 2)


# -- when and how sure ------------------------------------------------------------------------------------


def _window(page: Page, tokens: list[Token], amount: _Amount, times: Sequence[tuple[int, int, Time]]) -> When | None:
    """The time the figure is for: since a date in its clause, else the date nearest to it there."""
    low, high = page.sentence(amount.start)
    near = [
        (min(abs(amount.start - end), abs(start - amount.end)), start, one)
        for start, end, one in times
        if low <= start < high
    ]
    near = [one for one in near if one[0] <= _BESIDE]
    if not near:
        return None
    starts = [token.start for token in tokens]
    near = [one for one in near if not _apart(tokens, starts, amount, one[1], low)]
    for _, start, one in sorted(near, key=lambda item: item[:2]):
        at = bisect_left(starts, start)
        since = any(place >= 0 and "~back" in tokens[place].values for place in (at - 1, at - 2, at - 3))
        if since and any("$record" in token.values for token in tokens[max(at - 4, 0) : at]):
            return None  # highest since 1997
        if since and not page.article.published:
            return None
        if since and one.when and page.article.published:
            until = max(page.article.published.latest, one.when.earliest)
            return replace(
                one.when, latest=until, precision="open", basis=f"since then until publication; {one.when.basis}"
            )
    return min(near, key=lambda item: item[:2])[2].when if near else None


def _apart(tokens: list[Token], starts: list[int], amount: _Amount, start: int, low: int) -> bool:
    """True when a figure and a time stand in different clauses: what was said in May that they had, who leaves Monday.

    Between them stands a semicolon or a word that opens a clause, or the time ends a relative clause before.
    """
    at = bisect_left(starts, start)
    end = bisect_left(starts, amount.end)
    first, last = (at, amount.first) if at < amount.first else (end, at)
    between = tokens[first:last]
    if any(token.low in ";:" or not _CLAUSES.isdisjoint(token.values) for token in between):
        return True
    if at > amount.first or all(token.low != "," for token in between):
        return False
    while at > 0 and tokens[at - 1].start >= low and tokens[at - 1].low != ",":
        at -= 1
    return bool({"$relative", "$clause"} & tokens[at].values.keys())


def _standing(page: Page, tokens: list[Token], amount: _Amount, window: When | None) -> str:
    """Feared or estimated by the words before it in its clause, planned by tense, else counted."""
    published = page.article.published
    past = window is not None and published is not None and window.latest < published.earliest
    for place in range(amount.first - 1, max(amount.first - 9, -1), -1):
        values = tokens[place].values
        if tokens[place].low in ".;\n":
            break
        for name in ("feared", "estimated"):
            if "$" + name in values:
                return name
        if "$hearsay" in values:
            return "estimated" if _is_perfect(tokens, amount.first) else "planned"
    endings = tuple(page.language.section("figures").get("conditional_endings", ()))
    if endings and any(token.low.endswith(endings) for token in tokens[max(amount.first - 4, 0) : amount.first]):
        return "estimated"  # les caisses contiendraient 300 obus: French tells hearsay so
    end = amount.first
    while end + 1 < len(tokens) and tokens[end + 1].end <= amount.end:
        end += 1
    compared = any("$compared" in token.values for token in tokens[max(amount.first - 2, 0) : amount.first])
    if amount.age or past or compared:
        return "counted"
    phrase = Phrase(amount.start, amount.end, amount.first, end, "", ())
    return "planned" if lean(tokens, phrase, cues=False) > 0 else "counted"


def _is_perfect(tokens: list[Token], at: int) -> bool:
    """True when the clause ends in a perfect infinitive: soll 300 Menschen getötet haben."""
    for token in tokens[at : at + 2 * _GOVERNED]:
        if token.low in ".;,\n":
            return False
        if "$perfect" in token.values:
            return True
    return False
