"""The plain rule that Dragoman's attributions are measured beside."""

from __future__ import annotations

import pytest

from dragoman.models import parser
from quality.baselines import clausal

# (sentence, content, source)
TOLD = [
    ("Maria Lopez said the bridge will close on Friday.", "the bridge will close on Friday", "Maria Lopez"),
    ("The ministry warned that the dam may break.", "that the dam may break", "The ministry"),
]


@pytest.mark.parametrize(("text", "content", "source"), TOLD)
def test_a_clausal_complement_is_said_by_the_subject(text: str, content: str, source: str) -> None:
    """One item with the complement and the subject as they stand, moved by the offset of the paragraph."""
    model = parser("en")
    assert model is not None
    (item,) = clausal(model.parse([text])[0], text, 100)
    assert text[item["start"] - 100 : item["end"] - 100] == content
    assert [text[a - 100 : b - 100] for a, b in item["source"]] == [source]


def test_a_verb_that_says_nothing_gives_nothing() -> None:
    """A clause alone is no attribution."""
    model = parser("en")
    assert model is not None
    assert list(clausal(model.parse(["She built the bridge that closed."])[0], "", 0)) == []
