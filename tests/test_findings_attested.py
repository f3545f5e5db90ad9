"""How well a thing is attested, as a reader is told: in the words of its line in the timeline, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.compare import compare
from dragoman.records import Reading, Source, Story
from dragoman.report.labels import Labels
from dragoman.report.lines import lines_of
from dragoman.settings import Settings

TEXTS = (
    "Kenya and Uganda signed a water treaty in Nairobi on 11 March 2025. The ceremony was short, guests said.",
    "On 11 March 2025 Kenya and Uganda signed the water treaty in Nairobi. Nobody spoke for long that day.",
)


def story(r: Callable[..., Reading]) -> Story:
    readings = [r(text, lang="en", on="2025-03-12") for text in TEXTS]
    return compare(readings, [Source(raw=text.encode()) for text in TEXTS], settings=Settings(encoder=False))


def test_an_attested_event_stands_in_the_words_of_its_line(r: Callable[..., Reading]) -> None:
    made = lines_of(Labels(story(r)))
    events = {line.label: line.text.rstrip(".") for line in made if line.region == "timeline"}
    attested = [line for line in made if line.region == "support" and line.rule == "origins"]
    assert attested
    for line in attested:
        assert any(f"{text} ({label}): told as fact in" in line.text for label, text in events.items()), line.text
        assert " 0 " not in line.text


def test_an_event_without_a_line_is_not_attested(r: Callable[..., Reading]) -> None:
    labels = Labels(story(r))
    labels.__dict__["timeline"] = ()
    assert [line for line in lines_of(labels) if line.region == "support" and line.rule == "origins"] == []


UNTOLD = [
    ("en", "Ada Kone said that Kenya would recognise the island. Uganda did not mention recognition.", True),
    ("fr", "Ada Kone affirme que le Kenya reconnaîtra l'île. L'Ouganda n'a pas confirmé ce point.", True),
    ("de", "Kenia werde die Insel anerkennen, sagte Ada Kone. Die Regierung von Uganda äußerte sich nicht.", False),
    ("de", "Kenia werde die Insel anerkennen, sagte Ada Kone. Die Regierung von Uganda bestätigte dies nicht.", True),
    ("es", "Ada Kone dijo que Kenia reconocerá la isla. Uganda no ha confirmado ese punto.", True),
    ("ru", "Ада Коне заявила, что Кения признает остров. Уганда это не подтвердила.", True),
    ("en", "“Uganda did not mention recognition, and Kenya knows it,” said Ada Kone in Nairobi on Monday.", False),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "told"), UNTOLD)
def test_what_an_article_says_is_not_told(r: Callable[..., Reading], lang: str, text: str, told: bool) -> None:
    made = compare([r(text, lang=lang, on="2025-03-12")], [], settings=Settings(encoder=False))
    found = [one for one in made.findings if one.rule == "said to be untold"]
    assert [len(one.spans) for one in found] == [2] * told
