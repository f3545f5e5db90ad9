"""An alternation of a language's words: grouped by their beginnings, it finds what the flat one finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.languages import alternatives

WORDS = st.lists(st.text("aAb. éß", min_size=1, max_size=4), min_size=1, max_size=14)


def flat(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@given(words=WORDS, text=st.text("aAbB. éÉßs", max_size=40))
def test_the_same_words_are_found_as_one_by_one(flags: int, words: list[str], text: str) -> None:
    grouped, simple = (re.compile(f"(?:{one})", flags) for one in (alternatives(words), flat(words)))
    assert [match.span() for match in grouped.finditer(text)] == [match.span() for match in simple.finditer(text)]


def test_the_longest_word_wins() -> None:
    words = ["sign", "signs", "signed", "signatory", "seal", "set"]
    assert re.findall(alternatives(words), "signed signs sign sealed") == ["signed", "signs", "sign", "seal"]


def test_words_that_begin_alike_are_looked_at_once() -> None:
    assert alternatives(["treaty", "treaties", "trade", "talks", "truce"]).count("tr") == 0


def test_no_words_match_nothing() -> None:
    assert re.search(alternatives([]), "anything") is None
