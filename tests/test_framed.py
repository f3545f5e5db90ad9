"""A dossier's page under the bar of the library, whatever version of us wrote it."""

from __future__ import annotations

import pytest

from dragoman.web.framed import framed

PENCIL = '<a class="fix" href="/story/river/line/T17" aria-label="Correct T17">✎</a>'
POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'


@pytest.mark.parametrize("body", ["<body>", "<body class=many>", '<body class="many">'])
@pytest.mark.parametrize(
    "label", ["<a id=T17>", "<a id=T17 href=#T17>", '<a class="id" href="#T17">', '<a class=id href="#T17">']
)
def test_the_bar_and_the_pencils_stand_on_every_kind_of_page(body, label):
    page = f"<html><head>{POLICY}<title>x</title></head>{body}<p>{label}T17</a> told</p></body></html>"
    made = framed(page, "<header>bar</header>", "river", r"Correct \1")
    assert f"{body}<header>bar</header><p>{PENCIL}{label}T17</a>" in made
    assert "Content-Security-Policy" not in made and made.count("bar.css") == 1


def test_links_to_a_line_get_no_pencil():
    page = "<head></head><body><p>see <a href=#T17>T17</a> and <a class=loc href=#D0>D0</a></p></body>"
    assert "fix" not in framed(page, "", "river", r"Correct \1").replace("bar.css", "")
