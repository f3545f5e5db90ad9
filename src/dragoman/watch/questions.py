"""Standing questions: a name, a figure, a step of an agreement, a contradiction → the new lines that answer.

Every word of a question must be there, in the form asked for or in another form of the same act ("ratification",
"ratified"); a name in any spelling that the library knows. What is missing from the coverage never answers, and whose
step it is counts: "Kenya ratification" is not answered by Uganda's ratification of a treaty with Kenya.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import Any

from dragoman.report.messages import LANGUAGES, messages
from dragoman.report.verbs import ACTS, EVENTS, OWN_ACTS
from dragoman.store.library import Library
from dragoman.store.search import terms
from dragoman.store.words import latin, tokens

__all__ = ["answers"]

Line = dict[str, Any]
_APART = ("missing", "support")  # what no article tells, and how well a line is attested: neither is news of the thing
_STEPS = (*sorted(OWN_ACTS), "signed", "initialled", "suspended")  # a question for one of these wants the step itself
_SHORTEST = 4  # letters of a verb that other forms of it may begin with: "sign", "signed"
_STEM = 3  # letters that forms of one verb share at least: "enters", "entry"
#: How people ask for what cannot all be right, and what the dossier calls such lines.
_CONTRADICTION = frozenset({"contradiction", "contradictions", "contradictory", "contradictoire", "contradictoires"})
_CONFLICTS = ("contradiction", "differing claims", "internal inconsistency")


def answers(library: Library, came: Sequence[Line], questions: Iterable[str]) -> Iterator[tuple[str, Line]]:
    """(question, line) for every new line that answers; one line where several give the same words."""
    headers = {line["label"]: line for line in came if line["region"] == "agreement" and not line["part"]}
    stated = [
        line for line in came if line["region"] not in _APART and line["state"] != "gap" and line["part"] != "gap"
    ]
    for question in questions:
        asked = [
            [*runs, *(made for run in runs if (made := latin(" ".join(run))))] for runs in terms(library, question)
        ]
        given: set[str] = set()
        for line in stated:
            words = _first(line) or line["text"]
            if asked and words not in given and _answers(line, headers.get(line["parent"]), asked):
                given.add(words)
                yield question, line


def _answers(line: Line, header: Line | None, asked: Sequence[Sequence[Sequence[str]]]) -> bool:
    if any(_is_one_of(term, _CONTRADICTION) for term in asked):
        asked = [term for term in asked if not _is_one_of(term, _CONTRADICTION)]
        if line["region"] != "wrong" or not line["text"].lower().startswith(_CONFLICTS):
            return False
    steps = [term for term in asked if _is_one_of(term, _step_words())]
    if not steps:
        said = _words(" ".join([line["text"], line["when"], *_exact(line)]))
        return all(_has(said, term) for term in asked)
    others = [term for term in asked if term not in steps]
    return all(_has(_words(line["text"]), term) for term in steps) and all(_does(line, header, steps, others))


def _does(
    line: Line, header: Line | None, steps: Sequence[Sequence[Sequence[str]]], others: Sequence[Sequence[Sequence[str]]]
) -> Iterator[bool]:
    """Whether the others are those whose step a line tells: not who says so, nor with whom the agreement is."""
    own = any(_is_one_of(term, _own_words()) for term in steps)
    if line["region"] == "agreement" and line["part"] == "act":
        more = [] if own else [header["text"] if header else "", *_exact(line)]
        said = [line["text"].replace(line["claimant"], " ", 1), *more]
    elif line["region"] == "timeline":
        told = line["text"].replace(line["claimant"], " ", 1)
        forms = {form for term in steps for run in term for word in run for form in _family(word)}
        doers = " ".join(takewhile(lambda word: not {*tokens(word)} & forms, told.split()))
        said = [doers] if own else [told, line["when"], *_exact(line)]
    else:
        yield False
        return
    words = _words(" ".join(said))
    yield from (_has(words, term) for term in others)


def _has(words: set[str], term: Sequence[Sequence[str]]) -> bool:
    """True when some form of a term is there: figures in full, other words by how they begin."""
    return any(all(any(_meets(word, one) for word in words) for one in run) for run in term)


def _meets(word: str, asked: str) -> bool:
    if asked.isdigit():
        return word == asked
    return word.startswith(asked) or word in _family(asked)


def _is_one_of(term: Sequence[Sequence[str]], words: frozenset[str]) -> bool:
    return any(len(run) == 1 and run[0] in words for run in term)


def _words(text: str) -> set[str]:
    return {*tokens(text), *latin(text)}


def _exact(line: Line) -> list[str]:
    return [one["span"]["exact"] for one in line["evidence"]]


def _first(line: Line) -> str:
    return " ".join(_exact(line)[:1])


# -- forms of one verb ------------------------------------------------------------------------------


@cache
def _rows() -> tuple[frozenset[str], ...]:
    """The words of each act and event, in our languages together: {"ratifies", "ratify", "ratification", …}."""
    made = []
    for table, english in (("acts", ACTS), ("events", EVENTS)):
        for name, forms in english.items():
            told = [*forms, *(form for one in LANGUAGES for form in _other(one, table, name))]
            made.append(frozenset(word for form in told for word in tokens(form)))
    return tuple(made)


def _other(language: str, table: str, name: str) -> Sequence[str]:
    found: Any = messages(language).tables.get(table, {}).get(name, ())
    return (found,) if isinstance(found, str) else tuple(found)


@cache
def _family(word: str) -> frozenset[str]:
    """The forms of the verb that a word is of, it included; the word alone when it is no act of ours."""
    found, more = {word}, [word]
    while more:
        one = more.pop()
        near = {other for row in _rows() if one in row for other in row if other[:_STEM] == one[:_STEM]}
        near |= {other for row in _rows() for other in row if _begins(one, other)} if one != word or near else set()
        more += near - found
        found |= near
    return frozenset(found)


def _begins(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST and long.startswith(short)


@cache
def _step_words() -> frozenset[str]:
    return frozenset(word for name in _STEPS for word in _family(tokens(ACTS[name][0])[0]))


@cache
def _own_words() -> frozenset[str]:
    return frozenset(word for name in OWN_ACTS for word in _family(tokens(ACTS[name][0])[0]))
