"""Titles beside names, and descriptions that stand for a person: "the Russian president", "le chef du Kremlin".

The words of a text become one letter each – P person, D demonym, C country or seat of power, B other body, H head of
a state or government, K counterpart, T other title, M part of a title, L link, E "and", A article – so that one
expression reads every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.read.found import Found
from dragoman.read.lexicon import Lexicon, Word, people, split, words_of
from dragoman.read.page import Page

__all__ = ["offices"]

# What may stand before an office: a demonym everywhere; a body or country where these come first, or with 's.
_FIRST = {True: r"[DCBMN]\+?", False: r"(?:[DMN]|[CB]\+)"}
# "North Korean Foreign Minister (Choe Son Hui)", "ministre des Affaires étrangères (Jean-Noël Barrot)"
_BEFORE = {key: re.compile(rf"(?:{first})*[HTK]+(?:[DMCB]|[LEA]+(?=[DMCB]))*,?(?=P)") for key, first in _FIRST.items()}
# an office that serves another: "el asesor del presidente ruso, (Ana Gil)", "советник президента России (Анна Гиль)"
_SERVING = {
    key: re.compile(rf"(?:{first})*[HTK](?:[LA]+|(?=[DM]*[HT]))(?:[DM]*[HT])(?:[DMCB]|[LEA]+(?=[DMCB]))*,?(?=P)")
    for key, first in _FIRST.items()
}
# "(Penny Wong), the Australian foreign minister", "(Emmanuel Bonne), le conseiller du président français"
_AFTER = {
    key: re.compile(rf"(?<=P),A?[LEA]?(?:{first})*[HTK]+(?:[DMCBHTP]\+?|[LEA]+Do|[LEA]+(?=[DMCBHTP]))*")
    for key, first in _FIRST.items()
}
# "the Russian president", "le dirigeant nord-coréen", "head of the Kremlin"
_ALONE = {
    True: re.compile(rf"(?:{_FIRST[True]})*[HTK]+M*(?:[LEA]+(?:[DCB]\+?)*M*[HTM]M*|[LEA]+[DCB])?"),
    False: re.compile(rf"(?:{_FIRST[False]})*[HTK]+M*(?:[LEA]+(?:[DCB]\+?)*M*[HTM]M*|[LEA]*[DCB])?"),
}
_PLAIN = re.compile(r"[ \u00a0\u202f'ʼ\-‑]{1,2}|'s ")


class _Line:
    """The words of a page as letters, and where each letter stands."""

    def __init__(self, page: Page, lexicon: Lexicon, names: list[Found]) -> None:
        self.text, self.lexicon = page.value, lexicon
        self.codes: list[str] = []
        self.places: list[tuple[int, int]] = []
        self.of: list[Found | None] = []
        queue, at = sorted(names, key=lambda name: name.start), 0
        words = words_of(self.text).all
        number = end = 0
        while number < len(words):
            word = words[number]
            while at < len(queue) and queue[at].end <= word.start:
                at += 1
            name = queue[at] if at < len(queue) and queue[at].start < word.end and word.start < queue[at].end else None
            compound = self.compound(word) if name and (name.start, name.end) != (word.start, word.end) else ""
            code, size = (compound or _of_name(name), 0) if name else self.code(words, number)
            stop = max(name.end, word.end) if name else words[number + size - 1].end
            start = name.start if name else word.start
            if self.text[end:start] != " ":
                self.gap(end, start)
            self.add(code, min(word.start, name.start) if name else word.start, stop, name)
            end = stop
            number += max(size, 1)
            while name and number < len(words) and words[number].start < stop:
                number += 1
        self.string = "".join(self.codes)

    def add(self, code: str, a: int, b: int, name: Found | None = None) -> None:
        if not code:
            return
        self.codes.append(code)
        self.places.append((a, b))
        self.of.append(name)

    def gap(self, a: int, b: int) -> None:
        """A letter for what stands between two words: nothing for a space, a comma, else a wall."""
        between = self.text[a:b]
        if not between or _PLAIN.fullmatch(between):
            if between == "'s ":
                self.add("+", a, b)
        else:
            short = between == ". " and self.abbreviated()
            self.add("," if between == ", " else "" if short else "|", a, b)

    def abbreviated(self) -> bool:
        """True when the last word is an office cut short, "Gen. X", no name that ends a sentence, "at the UN. X"."""
        return bool(self.places) and self.places[-1][1] - self.places[-1][0] < 4 and self.of[-1] is None

    def compound(self, word: Word) -> str:
        """The letter of a compound that ends in an office: "US-Präsident", "Regierungssprecherin"."""
        kind = self.lexicon.offices.get(word.folded, "")
        if not kind and word.text[0].isupper() and word.folded.endswith(self.lexicon.compounds):
            kind = "T" if self.lexicon.compounds else ""
        return kind if kind in "HT" else ""

    def prefixed(self, folded: str) -> str:
        """The letter of an office behind a hyphen: "ex-minister", "then-president"."""
        first, _, rest = folded.partition("-")
        return self.lexicon.offices.get(rest, "") if first in self.lexicon.posts else ""

    def code(self, words: list[Word], number: int) -> tuple[str, int]:
        """The letter of a word, or of an office of several words, and how many words it takes."""
        lexicon = self.lexicon
        folded = words[number].folded
        for size in range(min(lexicon.longest.get(folded, 0), len(words) - number), 0, -1):
            group = words[number : number + size]
            kind = lexicon.offices.get(" ".join(word.folded for word in group))
            if kind and (size == 1 or "\n" not in self.text[group[0].start : group[-1].end]):
                return kind, size
        if "-" in folded and (kind := self.prefixed(folded)):
            return kind, 1
        if lexicon.compounds and (kind := self.compound(words[number])):
            return kind, 1
        return lexicon.letters.get(folded, "o"), 1


def _of_name(name: Found) -> str:
    if name.kind == "PER":
        return "P"
    if name.form == "demonym":
        return "D"
    if name.thing is not None and (name.thing.governs or name.kind == "GPE"):
        return "C"
    return "B"


def offices(page: Page, lexicon: Lexicon, names: list[Found]) -> list[Found]:
    """Set the roles of persons, and add the descriptions that stand for one."""
    if not lexicon.known:
        return names
    line = _Line(page, lexicon, names)
    taken: list[tuple[int, int]] = []
    patterns = (_SERVING[lexicon.before], 0), (_BEFORE[lexicon.before], 0), (_AFTER[lexicon.before], -1)
    for pattern, person_at in patterns:
        for match in pattern.finditer(line.string):
            person = line.of[match.end() if person_at == 0 else match.start() - 1]
            a, b = _bounds(line, match)
            if person is None or b <= a or any(x <= a < y for x, y in taken):
                continue
            if pattern is patterns[0][0] and not (serves := _serves(line, match)):
                taken += [(a, b)] if serves is None else []
                continue  # "conseiller du président russe (Ana Gil)": she is the president
            if person_at == 0 and _of_the_one_before(line, match, lexicon.before):
                continue
            taken.append((a, b))
            if not person.role:
                person.role = " ".join(page.value[a:b].split())
                person.country = _country(line, match)
    return sorted([*names, *_alone(page, line, taken, _ALONE[lexicon.before])], key=lambda name: (name.start, name.end))


def _modifies(page: Page, end: int) -> bool:
    """True when the last word only tells which of the noun behind it is meant: "Poland's justice ministry"."""
    token = page.token(end - 1) if page.doc is not None else None
    return token is not None and token.dep_ in ("compound", "amod") and token.head.i > token.i


def _serves(line: _Line, match: re.Match[str]) -> bool | None:
    """Whether the first of two offices is the person's: told by a comma or the name's case; None where nothing tells.

    "le conseiller du président, Ana Gil" · "советник лидера Анна Гиль", but "советник лидера Анны Гиль"
    """
    if match.group().endswith(",") or set(match.group()) & set("LA"):
        return match.group().endswith(",")
    if not line.lexicon.nominatives:
        return False
    person = line.of[match.end()]
    first = split(line.text[person.start : person.end])[0].folded if person else ""
    if first in people().given:
        return True
    return False if line.lexicon.stem(first) in line.lexicon.nominatives else None


def _of_the_one_before(line: _Line, match: re.Match[str], office_last: bool) -> bool:
    """True where a title between two persons is the first one's: "A, chancelier, B", but not "A, son chancelier, B"."""
    before = line.string[: match.start()]
    if not before.rstrip("AL").endswith("P,") or line.string[match.end() - 1] != ",":
        return False
    if not before.endswith(("A", "L")):
        return True
    word = line.text[slice(*line.places[match.start() - 1])].lower()
    return office_last and word not in line.lexicon.possessives


def _bounds(line: _Line, match: re.Match[str]) -> tuple[int, int]:
    """The clean range of a match without articles and commas at its ends."""
    first, last = match.start(), match.end()
    while first < last and line.codes[first] in ",A+L":
        first += 1
    while first < last and line.codes[last - 1] in ",ALE+":
        last -= 1
    return (line.places[first][0], line.places[last - 1][1]) if first < last else (0, 0)


def _country(line: _Line, match: re.Match[str]) -> str:
    """The country a role speaks of, "" when none or several."""
    inside = [line.of[i] for i in range(match.start(), match.end())]
    if any(name is not None and name.kind == "ORG" and not (name.thing and name.thing.governs) for name in inside):
        return ""  # the speaker of a parliament, the head of a company
    countries = {name.country for name in inside if name is not None and name.country and name.kind != "PER"}
    return countries.pop() if len(countries) == 1 else ""


def _alone(page: Page, line: _Line, taken: list[tuple[int, int]], alone: re.Pattern[str]) -> Iterator[Found]:
    """Descriptions of one person by office and country that no name accompanies."""
    for match in alone.finditer(line.string):
        country = _country(line, match)
        a, b = _bounds(line, match)
        if not country or b <= a or any(x < b and a < y for x, y in taken):
            continue
        office = re.search(r"[HTK]", match.group())
        kind = office.group() if office else "T"
        if line.string[match.end() : match.end() + 1] == "P" or line.string[: match.start()].endswith("P,"):
            continue
        if kind == "T" and ("\n" in page.value[a:b] or _modifies(page, b)):
            continue
        before = line.string[max(match.start() - 1, 0) : match.start()]
        start = line.places[match.start() - 1][0] if before == "A" and kind != "T" else a
        yield Found(
            start, b, "PER", f"office-{kind}", "nominal", country=country, role=" ".join(page.value[a:b].split())
        )
