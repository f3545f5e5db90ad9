"""HTML: the words of the article, each where it stands in the page, and what the head says."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.read.markup import read_markup
from dragoman.read.sift import sift
from dragoman.records import Article, Source
from dragoman.spans import Text

LEAD = "The two governments opened talks on the river border on Tuesday, and neither side gave much away."
NEXT = "Officials said that a second round would follow in spring, once the ice on the river was gone."
PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><title>Talks open on the river | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post"><link rel=canonical href="https://example.org/talks">
<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "datePublished": "2024-06-19T10:15Z"})}</script>
<script>if (a < b) document.write("<p>no</p>")</script></head>
<body><!-- <p>not this</p> --><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><header><h1>Talks open on&nbsp;the river</h1></header>
<p class="byline">By Ana Name</p>
<div class="social-share"><a>Share</a></div>
<p>{LEAD.replace("river", "<b>river</b>")}
<p>He said: <q>We are patient</q> &mdash; and left.</p>
<figure><img alt="x > y"><figcaption>The bridge at dawn</figcaption></figure>
<aside class="related"><h3>Related</h3><ul><li><a href="/1">Why cats sleep</a></li></ul></aside>
<h2>What comes next?</h2>
<p>{NEXT}<br>It may also
   not.</p></article>
<section id="comments"><p>First! This is what I always said and nobody ever listened to me, nobody at all.</p></section>
<footer>&copy; 2024</footer></body></html>"""
WORDS = [
    "Talks open on the river",
    "By Ana Name",
    LEAD,
    "He said: “We are patient” — and left.",
    "The bridge at dawn",
    "What comes next?",
    NEXT,
    "It may also not.",
]


def article(page: str) -> Article:
    return sift(Source(raw=page.encode(), kind="html", name="page.html"))


def test_the_article_is_kept_and_nothing_else() -> None:
    found = article(PAGE)
    assert [line for line in found.text.value.split("\n") if line] == WORDS
    kinds = [block.kind for block in found.blocks]
    assert kinds == ["headline", "byline", "paragraph", "paragraph", "caption", "heading", "paragraph", "paragraph"]


def test_words_point_at_the_page() -> None:
    text = article(PAGE).text
    at = text.value.index("river border")
    span = text.span(at, at + len("river border"))
    assert PAGE[span.start : span.end] == "river</b> border"
    at = text.value.index("“")
    assert PAGE[text.span(at, at + 1).start :].startswith("<q>")


def test_what_was_left_out_says_why() -> None:
    reasons = {PAGE[one.start : one.end].strip()[:12]: one.why for one in article(PAGE).text.removed}
    assert reasons["<nav><a href"] == "navigation" and reasons["<footer>&cop"] == "footer"
    assert "comment" in reasons.values() and "share-bar" in reasons.values() and "code" in reasons.values()


def test_the_head_is_read_with_its_basis() -> None:
    found = article(PAGE)
    assert (found.language, found.outlet, found.url) == ("en", "The Harbour Post", "https://example.org/talks")
    assert found.byline == "Ana Name"
    assert found.published is not None and found.published.value == "2024-06-19"
    assert found.published.basis == "JSON-LD datePublished"
    assert found.published_span is not None
    assert PAGE[found.published_span.start : found.published_span.end].startswith("2024-06-19")
    assert found.title is not None and PAGE[found.title.start : found.title.end] == "Talks open on&nbsp;the river"


@pytest.mark.parametrize(
    ("head", "day", "basis"),
    [
        (
            '<meta property="article:published_time" content="2024-06-19T23:00:00+02:00">',
            "2024-06-19",
            "meta article:published_time",
        ),
        ('<meta name=date content="19 juin 2024">', None, None),
        ('<meta itemprop="datePublished" content="2024-06">', "2024-06", "meta datepublished"),
        ('<time datetime="2024-06-19">Wednesday</time>', "2024-06-19", "<time datetime>"),
        ('<link rel="canonical" href="https://example.org/2024/06/19/talks">', "2024-06-19", "address of the page"),
        ('<meta property="article:published_time" content="soon">', None, None),
    ],
)
def test_dates_of_the_head(head: str, day: str | None, basis: str | None) -> None:
    found = article(f"{head}<h1>Talks open on the river</h1><p>{LEAD}</p><p>{NEXT}</p>")
    told = found.published if found.published and not found.published.basis.startswith("inferred") else None
    assert (told.value if told else None, told.basis if told else None) == (day, basis)


def test_a_page_without_h1_takes_its_title() -> None:
    found = article(f"<title>Talks open on the river – L'Écho</title><p>{LEAD}</p><p>{NEXT}</p>")
    assert found.text.value.split("\n")[0] == "Talks open on the river"


def test_a_voter_may_leave_out_and_never_adds() -> None:
    page = f"<h1>Talks open on the river</h1><p>{LEAD}</p><p>{NEXT}</p>"
    kept = read_markup(Text.of("s", page), vote=lambda source, found: frozenset({0, 1})).text.value
    assert kept == f"Talks open on the river\n\n{LEAD}"


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<",
        "<p",
        "<p>",
        "</p>",
        "<!--",
        "<!-- -- >",
        "<script>",
        "<a href='x>y",
        '<a title="x > y">z</a>',
        "&",
        "&#;",
        "&#xFFFFFFFF;",
        "<p>a<p>b",
        "<b><p>x</b></p>",
        "<li>a<li>b",
        "<table><tr><td>a<td>b</table>",
        "<![CDATA[x]]>",
        "<?php a ?>",
        "<title>unclosed",
        "\ufeff<p>x",
        "<p>\r\nx\r\n</p>",
        "<q>a</q>",
        "<pre>a\n  b</pre>",
    ],
)
def test_broken_pages_are_taken_as_they_come(page: str) -> None:
    text = read_markup(Text.of("s", page)).text
    assert all(0 <= piece.start <= piece.end <= len(page) for piece in text.pieces)


BITS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class='related'>",
        "</div>",
        "<a href=x>",
        "</a>",
        "<b>",
        "</i>",
        "<br>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<h1>",
        "</h1>",
        "<li>",
        "<ul>",
        "&amp;",
        "&lt",
        "<",
        ">",
        '"',
        "'",
        " ",
        "\n",
        "words of prose that end here. ",
        LEAD,
        "<q>",
        "</q>",
        "<article>",
        "</article>",
        "<td>",
        "<title>",
        "é",
        "\ud800",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(BITS, max_size=30).map("".join))
def test_every_word_is_the_pages_own(page: str) -> None:
    text = read_markup(Text.of("s", page)).text
    for piece in text.pieces:
        if piece.verbatim:
            size = piece.end - piece.start
            assert text.value[piece.clean : piece.clean + size] == page[piece.start : piece.end]


@pytest.mark.slow
@pytest.mark.parametrize("bit", ["<", '<a "', "<div>", "<b><p>x</i>", "<!-- ", f"<div><p>{LEAD}</p></div>"])
def test_time_is_linear(bit: str) -> None:
    def seconds(size: int) -> float:
        page = bit * (size // len(bit))
        begin = time.process_time()
        read_markup(Text.of("s", page))
        return time.process_time() - begin

    seconds(10_000)
    assert seconds(400_000) < 20 * max(seconds(50_000), 0.03)
