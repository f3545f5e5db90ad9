"""The edit map against a slow model that carries every character's origin by hand."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import SpanError
from dragoman.records import Source, exact
from dragoman.spans import Edit, Span, Text, surroundings

# Non-BMP, lone surrogates (as undecodable bytes arrive), CRLF, byte-order mark, soft hyphen, right-to-left.
ALPHABET = "ab \r\n\ufeff\u00ad\u00a0’“é中𝄞😀\udc81\udcffש"


@dataclass
class Slow:
    """One (character, original start, original end) a clean character; edits replace list slices."""

    cells: list[tuple[str, int, int]]
    gone: list[tuple[int, int, str]]

    @classmethod
    def of(cls, original: str) -> Slow:
        return cls([(c, i, i + 1) for i, c in enumerate(original)], [])

    def edit(self, edits: list[Edit]) -> Slow:
        cells, gone = list(self.cells), list(self.gone)
        for edit in sorted(edits, key=lambda e: (e.start, e.end), reverse=True):
            old = cells[edit.start : edit.end]
            if old:
                low, high = min(o[1] for o in old), max(o[2] for o in old)
            else:
                low = high = self.cells[edit.start - 1][2] if edit.start else 0
            cells[edit.start : edit.end] = [(c, low, high) for c in edit.new]
            if not edit.new and low < high:
                gone.append((low, high, edit.why))
        return Slow(cells, gone)

    @property
    def value(self) -> str:
        return "".join(cell[0] for cell in self.cells)

    def span(self, a: int, b: int) -> tuple[int, int] | None:
        real = [(start, end) for _, start, end in self.cells[a:b] if start < end]
        return (min(s for s, _ in real), max(e for _, e in real)) if real else None


def disjoint(draw: st.DrawFn, length: int) -> list[Edit]:
    """Non-overlapping edits of a text of this length, in any order; insertions never touch another edit."""
    marks = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    edits, last = [], -1
    for a, b in zip(marks[::2], marks[1::2], strict=False):
        if a > last:
            edits.append(Edit(a, b, draw(st.text(ALPHABET, max_size=3)), "r"))
            last = b
    return draw(st.permutations(edits))


@st.composite
def histories(draw: st.DrawFn) -> tuple[str, list[list[Edit]]]:
    original = draw(st.text(ALPHABET, max_size=40))
    slow, rounds = Slow.of(original), []
    for _ in range(draw(st.integers(0, 5))):
        edits = disjoint(draw, len(slow.value))
        slow = slow.edit(edits)
        rounds.append(edits)
    return original, rounds


def agree(original: str, rounds: list[list[Edit]]) -> None:
    text, slow = Text.of("s", original), Slow.of(original)
    for edits in rounds:
        text, slow = text.edit(edits), slow.edit(edits)
    assert text.value == slow.value
    assert sorted((c.start, c.end, c.why) for c in text.removed) == sorted(slow.gone)
    for a in range(len(text.value)):
        for b in range(a + 1, min(len(text.value), a + 12) + 1):
            expected = slow.span(a, b)
            if expected is None:
                with pytest.raises(SpanError):
                    text.span(a, b)
                continue
            span = text.span(a, b)
            assert (span.start, span.end) == expected
            runs = text.spans(a, b)
            assert runs[0].start == span.start
            assert max(run.end for run in runs) == span.end
            assert all(x.end < y.start for x, y in pairwise(runs))
            found = text.find(span.start, span.end)
            assert found is not None
            assert found[0] <= a or slow.span(a, found[0]) is None
    for piece in text.pieces:
        if piece.verbatim:
            length = piece.end - piece.start
            assert text.value[piece.clean : piece.clean + length] == original[piece.start : piece.end]


@given(histories())
@settings(max_examples=600, deadline=None)
def test_agrees_with_the_slow_model(case: tuple[str, list[list[Edit]]]) -> None:
    agree(*case)


def test_agrees_on_five_thousand_random_histories() -> None:
    rng = random.Random(20241122)
    for _ in range(5_000):
        original = "".join(rng.choice(ALPHABET) for _ in range(rng.randrange(25)))
        rounds, length = [], len(original)
        for _ in range(rng.randrange(5)):
            marks = sorted(rng.randint(0, length) for _ in range(2 * rng.randrange(4)))
            edits, last = [], -1
            for a, b in zip(marks[::2], marks[1::2], strict=False):
                if a > last:
                    edits.append(Edit(a, b, "".join(rng.choice("xy😀") for _ in range(rng.randrange(3))), "r"))
                    last = b
            rng.shuffle(edits)
            rounds.append(edits)
            length += sum(len(e.new) - (e.end - e.start) for e in edits)
        agree(original, rounds)


@pytest.mark.parametrize(
    "bad", [[Edit(0, 3, "", "x"), Edit(2, 4, "", "x")], [Edit(3, 9, "", "x")], [Edit(2, 1, "", "x")]]
)
def test_refuses_edits_that_overlap_or_leave_the_text(bad: list[Edit]) -> None:
    with pytest.raises(SpanError):
        Text.of("s", "abcde").edit(bad)


@pytest.mark.parametrize("a, b", [(0, 0), (2, 1), (-1, 2), (0, 6)])
def test_refuses_places_that_are_not_there(a: int, b: int) -> None:
    with pytest.raises(SpanError):
        Text.of("s", "abcde").span(a, b)


def test_a_span_is_never_empty() -> None:
    with pytest.raises(SpanError):
        Span("s", 3, 3)


def test_empty_text_has_no_places() -> None:
    text = Text.of("s", "")
    assert text.value == ""
    assert text.pieces == ()
    assert text.edit([Edit(0, 0, "x", "put in")]).value == "x"


ENCODINGS = [
    ("utf-8", "surrogateescape"),
    ("utf-16-le", "surrogatepass"),
    ("utf-16-be", "surrogatepass"),
    ("cp1252", "strict"),
]


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_bytes_slice_to_the_same_words(data: st.DataObject) -> None:
    encoding, errors = data.draw(st.sampled_from(ENCODINGS))
    alphabet = "ab\r\né" if encoding == "cp1252" else ALPHABET
    if encoding.startswith("utf-16"):
        alphabet = "ab\r\n\ufeffé中𝄞😀"  # surrogate pairs are one character; lone ones cannot be told apart there
    words = data.draw(st.text(alphabet, min_size=1, max_size=3000))
    raw = words.encode(encoding, errors)
    if raw.decode(encoding, errors) != words:  # e.g. escaped bytes that happen to form valid UTF-8
        words = raw.decode(encoding, errors)
    source = Source(raw=raw, encoding=encoding, errors=errors)
    a = data.draw(st.integers(0, len(words) - 1))
    b = data.draw(st.integers(a + 1, len(words)))
    row = exact(source, Span(source.id, a, b))
    assert raw[row["byte_start"] : row["byte_end"]].decode(encoding, errors) == words[a:b]
    assert ("exact_base64" in row) == any("\ud800" <= c <= "\udfff" for c in words[a:b])


def seconds(length: int) -> float:
    """Fastest of three: as many edits as a page of this length would need, and a span for each."""
    best = 9.9
    for _ in range(3):
        start = time.perf_counter()
        text = Text.of("s", "word ’n’ " * (length // 9))
        for why in ("first", "second"):
            edits = [Edit(i, i + 1, "'", why) for i in range(5, len(text.value) - 1, 90)]
            text = text.edit(edits)
        for i in range(0, len(text.value) - 10, 90):
            text.span(i, i + 10)
        best = min(best, time.perf_counter() - start)
    return best


def test_time_is_linear_to_two_megabytes() -> None:
    small, large = seconds(250_000), seconds(2_000_000)
    assert large < 8 * small * 2.5 + 0.05, (small, large)


AROUND = [
    ("The port will open on Monday, she said.", "open", ("… port will ", " on Monday, …")),
    ("It will open.", "open", ("It will ", ".")),
    ("港口将于星期一开放，她说，船只可以出海了。", "星期一", ("港口将于", "开放，她说，船只可 …")),
]


@pytest.mark.parametrize(("text", "words", "expected"), AROUND)
def test_what_stands_around_words_is_cut_between_words(text: str, words: str, expected: tuple[str, str]) -> None:
    start = text.index(words)
    assert surroundings(text, start, start + len(words), 11 if text.isascii() else 9) == expected
