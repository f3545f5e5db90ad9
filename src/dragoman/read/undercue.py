"""Which cue the words of a quotation stand under: the verb right behind them, in front of them, or above them."""

from __future__ import annotations

import re

from dragoman.read.carried import LETTER, leads
from dragoman.read.cues import FINITE, LOOSE, PARTICIPLE, PHRASE, WORD, Cue, Lexicon
from dragoman.read.frames import FINAL, Frame
from dragoman.read.marks import Marked
from dragoman.read.nounphrases import phrase_after
from dragoman.read.page import Page
from dragoman.read.speakers import Speakers

__all__ = ["cue_of", "in_source", "named_with"]

#: Manners whose object is a thing, not words: only what they hand over by a clause of its own is said.
ACTS = frozenset(["agree", "reject", "refuse", "decide"])
GAP = re.compile(r"[\s,.;:—–\-)\]”»“\"']*")
LIMIT = re.compile(r"[,;:.]")
SHORT, LONG = 12, 25  # characters of a quotation inside a sentence that a verb behind it may claim, comma or not
PERSON = 4  # words behind a verb among which the person stands whom it calls home
NEAR = 40  # characters behind a verb in which its subject must begin
CLAUSE = 5  # words of a quotation that a teller may follow without a comma, as editing sometimes leaves it
FINAL_NEAR = 8  # words between a quotation and the verb at the end of its clause
FAR = 40  # words of titles and asides between a subject right behind the quotation and its verb


def cue_of(page: Page, lex: Lexicon, cast: Speakers, frame: Frame, quote: Marked) -> tuple[Cue | None, bool]:
    """(the cue these words stand under, whether they stand directly before its verb)."""
    text = page.value
    after = _cue_after(page, lex, cast, frame, quote)
    if after is not None:
        return after
    if _is_rival_view(text, lex, frame, quote):
        return None, False
    if (naming := named_with(page, lex, frame, quote)) is not None:
        return naming, False
    if lex.capitals and page.doc is None and (final := _final_verb(page, lex, frame, quote)) is not None:
        return final, False
    before = [cue for cue in frame.cues if cue.end <= quote.outer[0] and not cue.after]
    verbs = [cue for cue in before if cue.form != PHRASE and not _sentences(page, lex, cue, quote)]
    if (inserted := next((cue for cue in verbs if _is_inserted(page, cue)), None)) is not None:
        return inserted, False
    if verbs and page.doc is not None and GAP.fullmatch(text, verbs[-1].end, quote.outer[0]):
        return verbs[-1], False  # "…, saying “…”", whatever the parser hangs the words on
    climbed = _climb(page, lex, frame, quote)
    if climbed is not None:
        later = [cue for cue in verbs if cue.start > climbed.end and _has_own(page, cue)]
        return (later[-1] if later and later[-1].manner == "say" else climbed), False
    if len(verbs) > 1 and _led_by_colon(text, quote) and not _tells(page, lex, verbs[-1]):
        verbs = [cue for cue in verbs if _tells(page, lex, cue)] or verbs
    if verbs and ";" not in text[verbs[-1].end : quote.outer[0]]:
        return verbs[-1], False
    phrases = [cue for cue in frame.cues if cue.form == PHRASE and not in_source(text, cue, quote)]
    phrases = [cue for cue in phrases if not (_led_by_colon(text, quote) and ";" in text[cue.end : quote.outer[0]])]
    if phrases:
        return min(phrases, key=lambda cue: min(abs(cue.start - quote.end), abs(cue.end - quote.start))), False
    return _aside(page, cast, frame, quote), False


def _led_by_colon(text: str, quote: Marked) -> bool:
    return text[: quote.outer[0]].rstrip().endswith(":")


def _tells(page: Page, lex: Lexicon, cue: Cue) -> bool:
    """False for a verb whose object a relative clause is about: "refused the plea that the prison asked for: “No.”"."""
    token = page.token(cue.verb)
    if token is None or token.dep_ not in ("relcl", "acl:relcl"):
        return True
    return any(child.lower_ in lex.who and child.dep_.startswith("nsubj") for child in token.children)


def _is_rival_view(text: str, lex: Lexicon, frame: Frame, quote: Marked) -> bool:
    """True behind "…, mientras que para X": whoever told what stands in front did not say these words."""
    for one in lex.contrasts.finditer(text, frame.start, quote.outer[0]):
        view = WORD.search(text, one.end(), quote.outer[0])
        if view is not None and lex.first.match(text, view.start()) is not None:
            return not any(cue.start >= one.end() for cue in frame.cues)
    return False


def _is_inserted(page: Page, cue: Cue) -> bool:
    """True for a teller between commas: "In office, the mayor said, few had come to believe “…”"."""
    token = page.token(cue.verb)
    return token is not None and token.dep_ == "parataxis" and page.value[cue.end : cue.end + 1] == ","


def _has_own(page: Page, cue: Cue) -> bool:
    """True for a gerund with a subject of its own: "ends with footage of the mayor saying, “…”"."""
    token = page.token(cue.verb)
    return cue.form == LOOSE and token is not None and any(one.dep_ == "nsubj" for one in token.children)


def _final_verb(page: Page, lex: Lexicon, frame: Frame, quote: Marked) -> Cue | None:
    """The verb that closes the clause of a quotation, its auxiliary or conjunction in front of it.

    "… hat den Plan als „Irrweg“ bezeichnet", "…, weil er ihn „Irrweg“ nannte".
    """
    text = page.value
    cue = next((one for one in frame.cues if one.start >= quote.outer[1] and one.form != PHRASE), None)
    if cue is None or LIMIT.search(text, quote.outer[1], cue.start) or text[quote.end - 1] in ",.!?":
        return None
    clause = re.split(r"[,;:]", text[frame.start : quote.outer[0]])[-1]
    words = [word.lower() for word in WORD.findall(clause)]
    if len(WORD.findall(text[quote.outer[1] : cue.start])) > FINAL_NEAR or not words:
        return None
    if cue.form == PARTICIPLE:
        return cue if any(word in lex.auxiliaries for word in words) else None
    return cue if cue.form == FINITE and words[0] in lex.subordinators | lex.relatives else None


def named_with(page: Page, lex: Lexicon, frame: Frame, quote: Marked) -> Cue | None:
    """The verb of naming in the relative clause behind a name: "„…“, mit dem er die Gegner titulierte"."""
    comma = page.value[quote.outer[1] : quote.outer[1] + 2] == ", "
    if page.doc is not None or not comma or lex.named_with.match(page.value, quote.outer[1] + 2) is None:
        return None
    return next((one for one in frame.cues if one.start > quote.outer[1] and one.manner == "call"), None)


def _sentences(page: Page, lex: Lexicon, cue: Cue, quote: Marked) -> bool:
    """True for "condemn the crews “to a slow death”": nobody calls anything by these words."""
    if cue.manner in ACTS:
        return _is_object(page.value, lex, cue, quote)
    if cue.manner == "recall":
        return _recalls_somebody(page.value, lex, cue, quote)
    if cue.manner != "condemn":
        return False
    inside = WORD.match(page.value, quote.start)
    before = WORD.findall(page.value[cue.end : quote.outer[0]])[-1:]
    near = [inside.group().lower() if inside else "", *(word.lower() for word in before)]
    return any(lex.addressing.fullmatch(word) for word in near)


def _recalls_somebody(text: str, lex: Lexicon, cue: Cue, quote: Marked) -> bool:
    """True for "a rappelé son ambassadeur « pour consultations »": who is called home is told nothing."""
    words = WORD.findall(text[cue.end : quote.outer[0]])[:PERSON]
    return any(lex.is_role(word) for word in words) and lex.that.search(text, cue.end, quote.outer[0]) is None


def _is_object(text: str, lex: Lexicon, cue: Cue, quote: Marked) -> bool:
    """True for a term in what is voted on or turned down: "approved a reform of the “debt brake”"."""
    between = text[cue.end : quote.outer[0]]
    words = WORD.findall(between)
    said = lex.that.search(between) or ":" in between or lex.as_.search(between)
    return len(words) > 1 and not said


def in_source(text: str, cue: Cue, quote: Marked) -> bool:
    """True for a name between marks that is the source itself: according to “Radio Nova”."""
    if (quote.start > cue.start) == cue.after:
        return False
    gap = text[quote.outer[1] : cue.start] if cue.after else text[cue.end : quote.outer[0]]
    return 0 <= len(gap) <= 12 and not LIMIT.search(gap)


def _cue_after(page: Page, lex: Lexicon, cast: Speakers, frame: Frame, quote: Marked) -> tuple[Cue, bool] | None:
    """“…”, said X · “…”, X said · “…” X said: a verb right behind the words, or behind a short subject."""
    text = page.value
    following = [other.outer[0] for other in frame.quotes if other.outer[0] >= quote.outer[1]]
    limit = min([frame.end, *following])
    behind = [cue for cue in frame.cues if quote.outer[1] <= cue.start < limit]
    if not behind:
        return None
    cue = behind[0]
    gap = text[quote.outer[1] : cue.start]
    first = leads(text, frame.start, quote.outer[0]) or text[: quote.outer[0]].rstrip().endswith(":")
    comma = "," in gap or text[quote.end - 1] in ",?!…" or gap.strip() in ("—", "–", "-")
    if cue.form == PHRASE:
        return (cue, False) if first and comma and not LETTER.search(gap) else None
    if _is_plural(page, gap, quote.outer[1]):
        return None
    adjacent = GAP.fullmatch(gap) is not None
    if adjacent and cue.form == LOOSE and first:
        return cue, False
    tied = comma and cast.has_pronoun(cue)
    enough = first or tied or quote.end - quote.start > (SHORT if comma else LONG)
    ends = comma and _only_subject(page, cast, frame, cue)
    follows = first or tied or ends or any(True for _ in cast.candidates(cue.end, min(limit, cue.end + NEAR)))
    follows = follows or (comma and page.doc is None and lex.capitals)  # any noun may speak there
    if adjacent and cue.form != LOOSE and (enough or ends) and follows:
        return cue, True
    at_once = text[quote.end - 1] in ",?!" or text[quote.outer[1] : quote.outer[1] + 1] == ","
    if at_once and cue.form == FINITE and _holds_subject(page, quote.outer[1], cue):
        return cue, False
    between = len(WORD.findall(gap))
    beside = len(WORD.findall(text[quote.start : quote.end])) >= CLAUSE and cast.page.doc is not None
    close = first and (comma or beside or text[quote.end - 1] in FINAL) and between <= 10 and ";" not in gap
    if close and (between <= 3 or any(True for _ in cast.candidates(quote.outer[1], cue.start))):
        return cue, False
    if first and comma and ";" not in gap and len(WORD.findall(gap)) <= FAR:
        near = next(iter(cast.candidates(quote.outer[1], cue.start)), None)
        if near is not None and len(WORD.findall(text[quote.outer[1] : near[0]])) <= 3 and cue.form == FINITE:
            return cue, False
    return None


def _is_plural(page: Page, gap: str, at: int) -> bool:
    """True for a plural in lower case in front of a name: “…”, remarks X called “…”; not for “…,” mayor X said."""
    words = list(WORD.finditer(gap))
    token = page.token(at + words[0].start()) if len(words) > 1 else None
    named = token is not None and all(word.group()[0].isupper() for word in words[1:])
    return named and token is not None and token.text[0].islower() and token.tag_ in ("NNS", "VBZ")


def _holds_subject(page: Page, a: int, cue: Cue) -> bool:
    """True when all that stands between words spoken and a verb is its subject: “…,” the retired general said."""
    token, between = page.token(cue.verb), page.tokens(a, cue.start)
    if token is None or between is None:
        return False
    own = {one.i for child in token.children if child.dep_.startswith("nsubj") for one in child.subtree}
    words = [one for one in between if a <= one.idx < cue.start and not (one.is_punct or one.is_space)]
    return bool(words) and all(one.i in own or one.pos_ == "ADV" for one in words)


def _only_subject(page: Page, cast: Speakers, frame: Frame, cue: Cue) -> bool:
    """True when a subject is all that follows a verb: the plan is “unfair”, thinks X."""
    found = phrase_after(page.value, cast.lex, cue.end, frame.end)
    return found is not None and not LETTER.search(page.value, found[1], frame.end)


def _climb(page: Page, lex: Lexicon, frame: Frame, quote: Marked) -> Cue | None:
    """The nearest cue above these words in the parse."""
    tokens = page.tokens(quote.start, quote.end)
    if tokens is None:
        return None
    spoken = (cue for cue in frame.cues if cue.form != PHRASE and not _sentences(page, lex, cue, quote))
    by_place = {cue.verb: cue for cue in spoken}
    token = tokens.root
    for _ in range(12):
        if token.head == token:
            return None
        token = token.head
        cue = by_place.get(token.idx)
        if cue is not None and cue.end <= quote.outer[0]:
            return cue
    return None


def _aside(page: Page, cast: Speakers, frame: Frame, quote: Marked) -> Cue | None:
    """A cue set between commas anywhere behind ("“Key papers” will be signed, he told reporters")."""
    for cue in frame.cues:
        if cue.start < quote.outer[1] or cue.form != FINITE:
            continue
        comma = page.value.rfind(",", quote.outer[1], cue.start)
        if comma >= 0 and any(True for _ in cast.candidates(comma, cue.start)) and cue.start - comma < 60:
            return cue
    return None
