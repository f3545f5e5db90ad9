"""Names built around a common noun: universities and ministries, squares and straits, treaties and wars.

"Lund University"      capitals before the noun          "Ministry of Defence"   capitals after it
"place Kim Il-sung"    a noun in lower case, then them   "traité de paix"        a treaty by its own words
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.languages.world import Hit
from dragoman.read.lexicon import Lexicon, Word, people

__all__ = ["Work", "works"]

_CUES = (
    ("law_heads", "LAW"),
    ("event_heads", "EVENT"),
    ("body_heads", "ORG"),
    ("fac_heads", "FAC"),
    ("place_heads", "LOC"),
)
_SPACES = (" ", "\u00a0", "\u202f")
Work = tuple[int, int, str, str]  # start, end, kind, form


def works(text: str, words: list[Word], lexicon: Lexicon, hits: dict[int, Hit]) -> Iterator[Work]:
    """(start, end, kind, form) of names that a head noun explains."""
    kind_of = {cue: kind for key, kind in reversed(_CUES) for cue in lexicon.cue[key]}
    for number, word in enumerate(words):
        elided = 2 if word.text[1:2] in ("'", "ʼ") and word.folded[0] in lexicon.articles else 0  # "L'Assemblée"
        kind = kind_of.get(word.text[elided:]) or kind_of.get(word.text[elided:].lower())
        if kind is None:
            continue
        joined = _Joined(text, words, lexicon, hits)
        first = joined.before(number, kind) if word.text[0].isupper() else joined.ideas_before(number, kind)
        last, form = joined.after(number, kind, first < number)
        if first == number == last:
            continue
        capitals = sum(one.text[0].isupper() for one in words[first : last + 1])
        if kind == "LAW" and capitals < 2:
            ideas = {lexicon.ideas.get(one.folded, "") for one in words[first : last + 1]} - {""}
            form = "name" if len(ideas) > 1 and word.folded in lexicon.treaties else "nominal"
            if not ideas:
                continue
        elif not capitals or all(at.start in hits for at in words[first : last + 1]):
            continue
        yield words[first].start + (elided if first == number else 0), words[last].end, kind, form


class _Joined:
    """Looks left and right of a head noun, never across a line, a comma or a sentence."""

    def __init__(self, text: str, words: list[Word], lexicon: Lexicon, hits: dict[int, Hit]) -> None:
        self.text, self.words, self.lexicon, self.hits = text, words, lexicon, hits

    def near(self, i: int) -> bool:
        """True when only a space or an apostrophe stands between word i and the next."""
        return i + 1 < len(self.words) and self.text[self.words[i].end : self.words[i + 1].start] in (
            *_SPACES,
            "'",
            "-",
        )

    def before(self, number: int, kind: str) -> int:
        """The first word of the capitalised run that ends in the head."""
        first = number
        while first > 0 and number - first < 6 and self.near(first - 1):
            word = self.words[first - 1]
            if not word.text[0].isupper() or word.folded in self.lexicon.never:
                break
            if word.folded in self.lexicon.articles | self.lexicon.links or word.folded in self.lexicon.honorifics:
                break
            first -= 1
        return first

    def ideas_before(self, number: int, kind: str) -> int:
        """The first word of a treaty's own words before the head: "mutual defence treaty"."""
        first = number
        while kind == "LAW" and first > 0 and number - first < 5 and self.near(first - 1):
            if self.words[first - 1].folded not in self.lexicon.ideas:
                break
            first -= 1
        while first < number and not self.lexicon.ideas[self.words[first].folded]:
            first += 1
        return first

    def after(self, number: int, kind: str, run: bool) -> tuple[int, str]:
        """The last word that belongs to the name, and its form."""
        last, at, linked = number, number, False
        while at - number < 9 and self.near(at):
            at += 1
            word = self.words[at]
            capital = word.text[0].isupper()
            hit = self.hits.get(word.start)
            if hit is not None and hit.form == "demonym" and not capital and at == last + 1 and kind != "LAW":
                if kind == "ORG" and self.words[number].text[0].islower():
                    continue
                last = at if kind == "ORG" and self.words[number].text[0].isupper() else last
                continue
            if word.folded in self.lexicon.conjunctions and (not linked or self.another(number, at)):
                break
            if word.folded in self.joints(kind) and not capital:
                linked = True
                continue
            if kind == "LAW" and word.folded in self.lexicon.ideas and not run:
                last = at
                continue
            if hit is not None and (linked or kind == "LAW") and not self.whole(number, kind, run):
                break
            if (
                capital
                and (linked or not run)
                and ((last > number and not linked) or word.folded not in self.lexicon.never)  # "Port Vila on Tuesday"
                and (self.may(number, kind, linked) or self.follows(number, at, kind))
            ):
                last = at
                continue
            if (
                last > number
                and at == last + 1
                and self.lexicon.offices.get(word.folded) == "M"
                and not capital
                and not run
            ):
                last = at
                continue
            if kind == "ORG" and self.tells(number, at, last, linked):
                last = at
                continue
            break
        return last, "name"

    def tells(self, number: int, at: int, last: int, linked: bool) -> bool:
        """True for a word that tells which body: "Cour constitutionnelle", "Tribunal de justicia", "МИД Армении"."""
        folded, head = self.words[at].folded, self.words[number].text[0].isupper()
        if folded in self.lexicon.body_adjectives:
            return head and at == last + 1
        hit = self.hits.get(self.words[at].start)
        if hit is not None and hit.form == "name" and self.words[at].text[0].isupper():
            declined = bool(self.lexicon.endings) and not self.lexicon.articles  # a genitive tells whose it is
            return head and declined and at == last + 1
        return head and linked and self.lexicon.offices.get(folded) == "M"

    def another(self, number: int, at: int) -> bool:
        """True when a conjunction joins another name: behind a known one, before an article or before letters."""
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        before = self.hits.get(self.words[number].start)
        return (
            following is None
            or (before is not None and before.end == self.words[number].end)
            or following.folded in self.lexicon.articles
            or (following.text.isupper() and len(following.text) > 1)
        )

    def joints(self, kind: str) -> frozenset[str]:
        """Small words that may stand inside a name of this kind."""
        lexicon = self.lexicon
        return lexicon.body_links | lexicon.links | lexicon.articles if kind == "LAW" else lexicon.body_links

    def whole(self, number: int, kind: str, run: bool) -> bool:
        """True where a known place completes the name: "University of London", not "Foreign Ministry of Russia"."""
        return kind == "ORG" and not run and self.words[number].text[0].isupper()

    def follows(self, number: int, at: int, kind: str) -> bool:
        """True for a capital right behind a body, in a language that puts adjectives there: "Centro Austral"."""
        head, word, lexicon = self.words[number], self.words[at], self.lexicon
        if kind != "ORG" or at != number + 1 or not head.text[0].isupper() or lexicon.before or not lexicon.articles:
            return False
        someone = word.folded in people().given or lexicon.offices.get(word.folded, "M") != "M"
        return not someone and word.start not in self.hits

    def may(self, number: int, kind: str, linked: bool) -> bool:
        """True where capitals after the head may belong to it."""
        lower = self.words[number].text[0].islower()
        return linked or lower or kind in ("FAC", "LOC")
