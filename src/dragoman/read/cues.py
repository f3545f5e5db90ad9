"""Words that hand over speech: saying verbs in every form, and phrases such as "according to"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.languages import Language, alternatives
from dragoman.read.page import Page

__all__ = ["NAMING", "ORDERS", "TOPICS", "Cue", "Lexicon", "cues", "lexicon"]

WORD = re.compile(r"[^\W_]+")
TIED = re.compile(r"-([^\W_]+)\s+$")
NAMED = re.compile(r"\s+(?:[^\W\d_]{1,3}['\s]\s?)?[^\W\d_][^,;:.]{2,60},")  # X, or the X, before the clause
STOP = re.compile(r"[.;:!?,\n“”«»„\"]")

#: Manners whose object is a name or a phrase, not a statement: they carry partial quotations only.
TOPICS = frozenset(["praise", "welcome", "thank", "condemn", "defend", "call", "quote", "refer", "decide", "show"])
NAMING = frozenset(["call"])
#: Manners whose complement is an infinitive as often as a clause.
ORDERS = frozenset(["promise", "threaten", "propose", "urge", "demand", "order", "accuse", "refuse", "ask"])
#: Finite and participle forms may rule a subject of their own; loose ones (gerund, infinitive) borrow one.
FINITE, PARTICIPLE, LOOSE, PHRASE = "finite", "participle", "loose", "phrase"
_BACK = 5  # words between an auxiliary and its participle: "a également, jeudi, fermement démenti"


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue: the verb with its auxiliaries and tail (or the phrase), in clean offsets."""

    start: int
    end: int
    verb: int  # where the verb itself begins
    manner: str
    form: str
    after: bool = False  # a phrase that follows its speaker ("X zufolge")


@dataclass(frozen=True, slots=True)
class _Entry:
    tail: tuple[str, ...]
    manner: str
    form: str
    lead: tuple[str, ...] = ()  # one of these stands just before ("s'" of "s'engage")


class Lexicon:
    """The cue words of one language, looked up by word."""

    def __init__(self, words: Language) -> None:
        self.verbs: dict[str, list[_Entry]] = {}
        endings = words.table("quotes", "endings")
        for manner, entries in words.table("quotes", "verbs").items():
            for entry in entries:
                lead, _, rest = entry.rpartition(" < ")
                forms, _, tail = rest.partition(" > ")
                for form, kind in _forms(forms, endings):
                    one = _Entry(tuple(WORD.findall(tail.lower())), manner, kind, tuple(WORD.findall(lead)))
                    self.verbs.setdefault(form, []).append(one)
        for found in self.verbs.values():
            found.sort(key=lambda one: (-len(one.tail), -len(one.lead)))
        section = words.section("quotes")
        self.gap = int(section.get("tail_gap", 1))
        self.capitals = bool(section.get("nouns_capitalised", False))
        self.auxiliaries = _pieces(words, "auxiliaries")
        self.fillers = _pieces(words, "fillers")
        self.prepositions = _pieces(words, "prepositions")
        self.determiners = _pieces(words, "determiners")
        self.roles = frozenset(word.lower() for word in words.words("quotes", "roles"))
        self.case_endings = tuple(sorted(words.words("quotes", "case_endings"), key=len, reverse=True))
        self.role_stems = {self.stem(role): role for role in sorted(self.roles, reverse=True)}
        self.definite = frozenset(words.words("quotes", "definite"))  # "the minister" is one who was named
        self.head_last = bool(section.get("head_last", False))  # "Defence Minister X", not "ministro de Defensa X"
        self.role_ends = tuple(sorted(role for role in self.roles if len(role) > 5))  # Gewerkschaftssprecher
        self.from_document = frozenset(words.words("quotes", "from_document"))  # "in dem Schreiben heißt es"
        self.from_source = frozenset(words.words("quotes", "from_source"))  # "aus dem Ministerium verlautete"
        self.passives = frozenset(words.words("quotes", "passives"))  # "wurde mitgeteilt"
        self.relatives = frozenset(words.words("quotes", "relatives"))
        self.pronouns = {word: gender for gender in "mfpn" for word in words.words("quotes", f"pronouns_{gender}")}
        self.stressed = {word: gender for gender in "mfp" for word in words.words("quotes", f"stressed_{gender}")}
        self.own_view = _phrase(words.words("quotes", "own_view"))  # "in her view"
        self.first = _phrase(words.words("quotes", "according_first"))  # "For X, …" at the start of a sentence
        self.own_account = _phrase(words.words("quotes", "own_account"))  # "by his own account"
        self.reflexives = frozenset(words.words("quotes", "reflexives"))  # "meldete sich" reports nothing
        self.impersonal = _phrase(words.words("quotes", "impersonal"))  # "В Анкаре сообщили"
        self.told_that = _phrase(words.words("quotes", "told_that"))  # "Das teilte die Polizei mit.", "Así lo anunció"
        self.words_of = _phrase(words.words("quotes", "words_of"))  # "приводит слова X"
        self.finite_endings = tuple(words.words("quotes", "finite_endings"))  # of verbs that no list has
        self.plural_endings = tuple(words.words("quotes", "plural_endings"))
        self.dative_endings = tuple(words.words("quotes", "dative_endings"))  # "сказал журналистам": no subject
        self.person_endings = tuple(words.words("quotes", "person_endings"))  # "la legisladora": whoever spoke last
        self.bodies = frozenset(words.words("quotes", "bodies"))
        self.questions = frozenset(words.words("quotes", "questions"))  # "P. ¿…?" in an interview
        self.answers = frozenset(words.words("quotes", "answers"))
        self.tagged_by_dash = bool(section.get("tagged_by_dash", False))  # «…», — сказал он
        self.bare_nouns = bool(section.get("bare_nouns", False))  # no articles: any noun may follow
        self.dashes = bool(section.get("dashes", False))  # speech may stand behind dashes
        self.shortest = int(section.get("shortest", 3))  # words a statement has at least
        self.drops = bool(section.get("drops_subject", False))
        self.elided = frozenset(words.words("quotes", "elided"))
        self.same_source = _phrase(words.words("quotes", "same_source"))
        self.before = _phrase(words.words("quotes", "according"))  # "according to X"
        self.behind = _phrase(words.words("quotes", "according_after"))  # "X zufolge"
        self.thereby = _phrase(words.words("quotes", "thereby"))  # "demnach"
        self.thus = _phrase(words.words("quotes", "thus"))  # “…”, so X
        self.through = _phrase(words.words("quotes", "through"))
        keys = ("own_account", "according", "compound_lead", "according_after", "thereby", "thus", "own_view")
        heads = (WORD.search(phrase) for key in keys for phrase in words.words("quotes", key))
        self.phrase_heads = frozenset(head.group().lower() for head in heads if head is not None)
        self.that = _phrase(words.words("quotes", "that"))
        self.as_ = _phrase(words.words("quotes", "as"))
        self.by = _phrase(words.words("quotes", "by"))
        self.accuse_with = _phrase(words.words("quotes", "accuse_with"))
        self.infinitive = _phrase(words.words("quotes", "infinitive"))
        inner = alternatives(words.words("quotes", "infinitive_inside"))  # "auszusetzen"
        self.inside = re.compile(rf"(?<!\w)[^\W\d_]{{2,7}}(?:{inner})[^\W\d_]+n(?!\w)")
        self.compounds = _compounds(words)
        self.addressing = _phrase(words.words("quotes", "addressing"))
        self.conjunctions = frozenset(words.words("quotes", "conjunctions"))
        self.loose = self.prepositions | self.determiners | self.auxiliaries | self.fillers | self.conjunctions
        self.reported = frozenset(words.words("quotes", "reported"))
        self.addressees = frozenset(words.words("quotes", "addressees"))
        self.although = _phrase(words.words("quotes", "although"))
        self.offices = frozenset(words.words("quotes", "offices"))  # "the office of President X" is not X
        self.timely = frozenset(words.words("quotes", "timely"))  # "the minister before the vote"
        self.contrasts = _phrase(words.words("quotes", "contrasts"))  # "…, while the union said …"
        self.against = _phrase(words.words("quotes", "against"))  # "…, against 300 according to the union"
        self.who = frozenset(words.words("quotes", "who"))
        self.genitives = frozenset(words.words("quotes", "genitives"))  # "die Sprecherin der Stadt"
        self.of = frozenset(words.words("quotes", "of"))
        self.oblique = self.prepositions & self.determiners  # "den Rat": no subject
        self.weak_oblique = frozenset(words.words("quotes", "weak_oblique"))  # "der großen Zeitung": no subject
        self.adjective_endings = tuple(words.words("quotes", "adjective_endings"))
        self.subordinators = frozenset(words.words("quotes", "subordinators"))  # "wie der Konzern mitteilte"
        self.openers = frozenset(words.words("quotes", "openers"))  # adverbs that open a sentence with a capital
        self.wh = frozenset(words.words("quotes", "wh"))
        self.nobody = frozenset(words.words("quotes", "nobody"))
        self.media = _phrase(words.words("quotes", "media"))
        self.claims = frozenset(words.words("quotes", "claims"))
        self.leads = _phrase(words.words("quotes", "leads"))

    def stem(self, word: str) -> str:
        """A word without the ending of its case, where the language writes cases."""
        lower = word.lower()
        for ending in self.case_endings:
            if lower.endswith(ending) and len(lower) - len(ending) >= 3:
                return lower[: len(lower) - len(ending)]
        return lower

    def is_role(self, word: str) -> bool:
        """True for a word for somebody or some body that can speak, in any case."""
        return word.lower() in self.roles or (bool(self.case_endings) and self.stem(word) in self.role_stems)


def _forms(entry: str, endings: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, str]]:
    """(form, kind) of an entry: `declar|e` by a table of endings, or `says said /saying +told` written out.

    A tail follows " > " ("point|0 > out"), a word that must come before stands in front of " < " ("s se < enga|ger").
    """
    for word in entry.split():
        if "|" in word:
            stem, _, name = word.partition("|")
            for kind, tails in endings[name].items():
                yield from ((stem + tail, kind) for tail in tails)
        elif word[0] == "/":
            yield word[1:], LOOSE
        elif word[0] == "+":
            yield word[1:], PARTICIPLE
        else:
            yield word, FINITE


def _pieces(words: Language, key: str) -> frozenset[str]:
    return frozenset(piece for word in words.words("quotes", key) for piece in WORD.findall(word.lower()))


def _phrase(words: Sequence[str]) -> re.Pattern[str]:
    """Any of these phrases as whole words; a phrase that ends in an apostrophe runs into the next word."""
    return re.compile(rf"(?<!\w)(?:{alternatives(tuple(words))})(?:(?<=')|(?!\w))", re.IGNORECASE)


def _compounds(words: Language) -> re.Pattern[str]:
    """ "nach NASA-Angaben", "laut Medienberichten", "nach Bergs Angaben": the source is a part of the noun."""
    lead = alternatives(words.words("quotes", "compound_lead"))
    tails = alternatives(words.words("quotes", "compound_tails"))
    return re.compile(rf"(?<!\w)(?:{lead}) (?=(?-i:[A-ZÄÖÜ])\w*(?: |-|(?<=\w))(?:{tails})(?!\w))", re.IGNORECASE)


def lexicon(words: Language) -> Lexicon:
    """The cue words of a language, compiled once."""
    return words.once(Lexicon)


def cues(page: Page, hidden: Sequence[tuple[int, int]], starts: frozenset[int]) -> list[Cue]:
    """All cues of the article's own voice in reading order.

    `hidden` are the ranges between quotation marks, `starts` where sentences begin.
    """
    lex = lexicon(page.language)
    masked = _masked(page.value, hidden)
    words = list(WORD.finditer(masked))
    spoken = masked if lex.gap > 2 else page.value  # "wies die Vorwürfe als „haltlos“ zurück"
    found: list[Cue] = []
    opening: list[re.Match[str]] = []
    for index, word in enumerate(words):
        lower = word.group().lower()
        if lower in lex.phrase_heads:
            opening.append(word)
        entries = lex.verbs.get(lower)
        if entries and _is_verb(page, lex, word, hidden, starts):
            cue = _cue(spoken, lex, words, index, entries)
            if cue is not None and not (found and found[-1].end > cue.start):
                found.append(cue)
    found += _phrases(page.value, lex, opening)
    found += _first(page.value, lex, starts)
    return sorted(found, key=lambda cue: cue.start)


def _masked(text: str, hidden: Sequence[tuple[int, int]]) -> str:
    """The text with spaces for what stands between marks; every place stays."""
    parts, at = [], 0
    for a, b in hidden:
        if a >= at:
            parts += [text[at:a], " " * (b - a)]
            at = b
    return "".join([*parts, text[at:]])


def _inside(ranges: Sequence[tuple[int, int]], at: int) -> bool:
    index = bisect_right(ranges, at, key=lambda one: one[0]) - 1
    return index >= 0 and at < ranges[index][1]


def _is_verb(
    page: Page, lex: Lexicon, word: re.Match[str], hidden: Sequence[tuple[int, int]], starts: frozenset[int]
) -> bool:
    """By part of speech where a parser ships, by its place and capital letter where none does."""
    token = page.token(word.start())
    if page.value[max(0, word.start() - 1) : word.start()] == "-":  # "so-called", not "called"
        return False
    if word.group()[0].isupper() and (lex.capitals or word.start() not in starts):
        return False
    if token is None:
        return True
    if token.pos_ in ("VERB", "AUX"):
        return True
    tied = TIED.search(page.value, max(0, word.start() - 12), word.start())
    if tied is not None and tied.group(1).lower() in lex.pronouns:  # "a-t-il juré"
        return True
    before = page.value[max(0, word.start() - 3) : word.start()]
    return token.pos_ in ("ADJ", "NOUN", "PROPN", "X") and any(mark in before for mark in '”»"')


def _cue(text: str, lex: Lexicon, words: list[re.Match[str]], index: int, entries: list[_Entry]) -> Cue | None:
    word = words[index]
    for entry in entries:
        end = _tail(text, lex, words, index, entry.tail) if entry.tail else word.end()
        if end is None:
            continue
        if entry.lead and not {one.group().lower() for one in words[max(0, index - 3) : index]} & set(entry.lead):
            continue
        start, has_auxiliary = _auxiliaries(text, lex, words, index)
        if entry.form == PARTICIPLE and not has_auxiliary:
            continue
        if entry.form == FINITE and has_auxiliary and _twin(entries, entry):
            continue
        joined = has_auxiliary and start < word.start()  # "is calling on", but not "a cessé de soutenir"
        form = FINITE if entry.form == LOOSE and joined else entry.form
        return Cue(start, end, word.start(), entry.manner, form)
    return None


def _twin(entries: list[_Entry], entry: _Entry) -> bool:
    """True when the same form is a participle too ("erklärt"): behind an auxiliary it is that."""
    return any(one.form == PARTICIPLE and one.tail == entry.tail for one in entries)


def _tail(text: str, lex: Lexicon, words: list[re.Match[str]], index: int, tail: tuple[str, ...]) -> int | None:
    """Where the tail of a verb ends when it follows within the language's gap, in the same clause."""
    for at in range(index + 1, min(index + 2 + lex.gap, len(words) - len(tail) + 1)):
        between = text[words[index].end() : words[at].start()]
        if STOP.search(between) and (lex.gap <= 2 or between.count(",") % 2 or STOP.search(between.replace(",", ""))):
            if lex.gap <= 2 or STOP.search(between.replace(",", "")):
                return None
            continue
        if tuple(words[at + k].group().lower() for k in range(len(tail))) == tail:
            return words[at + len(tail) - 1].end() if lex.gap <= 2 or at == index + 1 else words[index].end()
    return None


def _auxiliaries(text: str, lex: Lexicon, words: list[re.Match[str]], index: int) -> tuple[int, bool]:
    """(where the verb group begins, whether an auxiliary stands in it)."""
    start, found, misses = words[index].start(), False, 0
    back = max(_BACK, lex.gap)
    for at in range(index - 1, max(index - 1 - back, -1), -1):
        word = words[at]
        if STOP.search(text, word.end(), words[at + 1].start()):
            break
        lower = word.group().lower()
        if lower in lex.auxiliaries:
            found = True
        elif lower not in lex.fillers and lex.gap <= 2:
            misses += 1
            if misses > 2:
                break
        if (lower in lex.auxiliaries or lower in lex.fillers) and words[at + 1].start() == start:
            start = word.start()
    return start, found


def _phrases(text: str, lex: Lexicon, opening: Sequence[re.Match[str]]) -> Iterator[Cue]:
    """Phrases that name a source, looked for where one of their first words stands."""
    patterns = (
        (lex.own_account, True),
        (lex.before, False),
        (lex.compounds, False),
        (lex.behind, True),
        (lex.thereby, True),
        (lex.thus, False),
        (lex.own_view, True),
    )
    taken = 0
    for word in opening:
        for pattern, after in patterns:
            one = pattern.match(text, word.start())
            if one is None or one.start() < taken or (pattern is lex.thus and not _says_thus(text, lex, one)):
                continue
            taken = one.end()
            yield Cue(one.start(), one.end(), one.start(), "according", PHRASE, after)
            break


def _says_thus(text: str, lex: Lexicon, one: re.Match[str]) -> bool:
    """True for "…, so der Minister"; not for "…, so dass" nor before a verb of its own ("…, so sagte er")."""
    if not text[max(0, one.start() - 2) : one.start()].rstrip().endswith((",", "”", "“", "»", "«", '"')):
        return False
    word = WORD.search(text, one.end())
    return word is None or (lex.that.match(text, word.start()) is None and word.group().lower() not in lex.verbs)


def _first(text: str, lex: Lexicon, starts: frozenset[int]) -> Iterator[Cue]:
    """ "For X, the deal is …": a phrase that gives a view only where it opens a sentence before a capital letter."""
    for start in sorted(starts):
        one = lex.first.match(text, start)
        if one is not None and NAMED.match(text, one.end()):
            yield Cue(one.start(), one.end(), one.start(), "according", PHRASE)
