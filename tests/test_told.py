"""What pages and texts say of themselves: every value with its basis and rank, conflicts side by side."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.read import sift
from dragoman.read.sources import gather
from dragoman.records import Article, Source
from dragoman.settings import Settings

PROSE = "<p>The ferry company and its crews agreed on new hours on Monday evening, after nine days of strike.</p>" * 3


def page(head: str, body: str = "", *, meta: tuple[tuple[str, str], ...] = ()) -> Article:
    html = f"<html><head>{head}</head><body><h1>Ferries sail again</h1>{body}{PROSE}</body></html>"
    return sift(Source(raw=html.encode(), kind="html", name="p.html", meta=meta))


def text(words: str) -> Article:
    return sift(Source(raw=words.encode(), name="t.txt"))


def said(article: Article, field: str) -> list[tuple[int, str, str]]:
    return [(one.rank, one.value, one.basis) for one in article.told if one.field == field]


LINKED = '<script type="application/ld+json">{"@type": "NewsArticle", %s}</script>'


def test_values_that_differ_are_kept_in_the_order_of_belief() -> None:
    found = page(
        LINKED % '"datePublished": "2023-05-02", "headline": "Ferries sail again"'
        + '<meta property="og:title" content="Ferries sail again"><meta name="date" content="2023-05-04">'
        + "<title>Ferries sail again | The Quay</title>"
    )
    assert said(found, "published") == [(1, "2023-05-02", "JSON-LD datePublished"), (2, "2023-05-04", "meta date")]
    assert said(found, "title") == [(1, "Ferries sail again", "meta og:title; JSON-LD headline; <title>")]
    assert said(found, "outlet") == [(1, "The Quay", "<title>, behind the headline")]


def test_each_value_stands_where_it_says() -> None:
    head = '<meta name="author" content="Ada Field"><link rel="canonical" href="https://quay.example/ferries">'
    source = f"<html><head>{head}</head><body><h1>Ferries sail again</h1>{PROSE}</body></html>"
    places = {one.field: one.at for one in page(head).told}
    assert {name: source[at.start : at.end] for name, at in places.items() if at} == {
        "author": "Ada Field",
        "url": "https://quay.example/ferries",
    }


DAYS = [
    # what came with the source is believed first, and the page's own tag is kept
    ('<meta name="date" content="2023-05-04">', "", (("date", "2023-05-01"),), "2023-05-01", None),
    # a moment in UTC may be the next day: the printed day counts
    (LINKED % '"datePublished": "2023-05-03T01:10:00Z"', "<p>May 2, 2023, 8:10 pm</p>", (), "2023-05-02", None),
    # with an offset the tag knows the day itself
    (LINKED % '"datePublished": "2023-05-03T01:10:00+02:00"', "<p>May 2, 2023, 8:10 pm</p>", (), "2023-05-03", None),
    # the update is not the publication
    ("", "<div>Published: 2 May 2023, updated: 5 May 2023</div>", (), "2023-05-02", "2023-05-05"),
    (LINKED % '"datePublished": "2023-05-02", "dateModified": "2023-05-05"', "", (), "2023-05-02", "2023-05-05"),
    # today's date at the top of the page is nobody's publication
    ("", "", (), None, None),
]


@pytest.mark.parametrize(("head", "body", "meta", "published", "updated"), DAYS)
def test_days_of_pages(
    head: str, body: str, meta: tuple[tuple[str, str], ...], published: str | None, updated: str | None
) -> None:
    found = page(head, body, meta=meta)
    assert (found.published.value if found.published else None) == published
    assert (found.updated.value if found.updated else None) == updated


def test_the_date_in_the_header_of_a_page_is_not_its_publication() -> None:
    html = f"<body><div>Friday 5 May 2023</div><h1>Ferries sail again</h1>{PROSE}</body>"
    assert sift(Source(raw=html.encode(), kind="html")).published is None


LINES = [
    ("en", "Published 2 May 2023, updated 5 May 2023", "2023-05-02", "2023-05-05"),
    ("fr", "Publié le 2 mai 2023 à 10h00, mis à jour le 5 mai 2023", "2023-05-02", "2023-05-05"),
    ("de", "Veröffentlicht am 2. Mai 2023, aktualisiert am 5. Mai 2023", "2023-05-02", "2023-05-05"),
    ("es", "Publicado el 2 de mayo de 2023, actualizado el 5 de mayo de 2023", "2023-05-02", "2023-05-05"),
]
BODIES = {
    "en": "The ferry company and its crews agreed on new hours on Monday evening, after nine days of strike.",
    "fr": "La compagnie des ferries et ses équipages se sont entendus lundi soir, après neuf jours de grève.",
    "de": "Die Reederei und ihre Besatzungen einigten sich am Montagabend nach neun Tagen Streik auf neue Zeiten.",
    "es": "La naviera y sus tripulaciones acordaron el lunes por la noche nuevos horarios tras nueve días de huelga.",
    "ru": "Паромная компания и экипажи договорились вечером о новом графике после девяти дней забастовки.",
}


@pytest.mark.parametrize(("lang", "line", "published", "updated"), LINES)
def test_days_of_date_lines(lang: str, line: str, published: str, updated: str) -> None:
    found = text(f"Ferries\n\n{line}\n\n" + "\n\n".join([BODIES[lang]] * 1) + f"\n\n{BODIES[lang].upper()}\n")
    assert found.published and found.published.value == published
    assert found.updated and found.updated.value == updated


NOTICES = [
    ("en", "Correction: an earlier version of this article misspelled the captain's name.", True),
    ("en", "This article was amended on 6 May 2023 to add the company's reply.", True),
    ("en", "The bank said the correction of prices would go on, and analysts agreed with it.", False),
    ("en", "Editor's note: this story was updated at noon.", True),
    ("fr", "Rectificatif : le capitaine s'appelle Le Goff, et non Le Golf comme nous l'avions écrit.", True),
    ("fr", "La correction des copies durera jusqu'à vendredi, a dit le rectorat.", False),
    ("de", "In einer früheren Version dieses Artikels stand eine falsche Zahl. Wir haben das geändert.", True),
    ("es", "Fe de errores: el barco se llama Aurora y no Alborada.", True),
    ("ru", "Исправление: в первой версии текста была указана неверная дата рейса.", True),
    ("ru", "Поправки к закону приняты во втором чтении, сообщил спикер.", False),
]


@pytest.mark.parametrize(("lang", "line", "expected"), NOTICES)
def test_notices_of_corrections(lang: str, line: str, expected: bool) -> None:
    words = f"Ferries\n\n{BODIES[lang]}\n\n{line}\n"
    found = text(words)
    assert [words[one.start : one.end] for one in found.corrections] == ([line] if expected else [])


def test_one_moment_in_two_zones_is_no_conflict() -> None:
    meta = '<meta property="article:published_time" content="2023-05-02T23:30:00Z">'
    found = page(meta, '<time datetime="2023-05-03T01:30:00+02:00">3 May 2023</time>')
    assert [(rank, value) for rank, value, _ in said(found, "published")] == [(1, "2023-05-03")]
    assert "meta article:published_time" in said(found, "published")[0][2]


def test_two_moments_are_a_conflict() -> None:
    meta = '<meta property="article:published_time" content="2023-05-02T23:30:00Z">'
    found = page(meta, '<time datetime="2023-05-03T09:30:00+02:00">3 May 2023</time>')
    assert [value for _, value, _ in said(found, "published")] == ["2023-05-03", "2023-05-02"]


FEED = (
    "<rss version='2.0'><channel><title>Q</title><item><title>F</title><pubDate>{}</pubDate>{}</item></channel></rss>"
)
STAMPS = [
    ("Tue, 05 Mar 2024 23:30:00 -0500", "2024-03-05"),
    ("Wed, 06 Mar 2024 01:30:00 +0300", "2024-03-06"),
    ("Tue, 05 Mar 2024 23:30:00 EST", "2024-03-05"),
    ("2024-03-06T01:30:00+03:00", "2024-03-06"),
    ("2024-03-06", "2024-03-06"),
]


@pytest.mark.parametrize(("stamp", "day"), STAMPS)
def test_a_feed_dates_an_article_on_its_own_clock(tmp_path: Path, stamp: str, day: str) -> None:
    (tmp_path / "f.rss").write_text(FEED.format(stamp, f"<description>{PROSE[3:-4]}</description>"), "utf-8")
    (source,) = gather([str(tmp_path / "f.rss")], settings=Settings()).sources
    published = sift(source).published
    assert published is not None
    assert published.value == day


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Radio Kalle | Publié le : 19/07/2023 - 14:02 Modifié le : 20/07/2023 - 21:10", "2023-07-19", "2023-07-20"),
        ("Agencia Sur / Quito - Actualizado: miércoles, 19 julio 2023 11:20", "2023-07-19", "2023-07-19"),
        ("Sept 19, 2023 7:55 PM GMT+2", "2023-09-19", None),
    ],
)
def test_a_date_line_may_begin_with_who_prints_it(line: str, published: str, updated: str | None) -> None:
    spanish = "Actualizado" in line
    head = "Los transbordadores zarpan de nuevo" if spanish else "Les ferries repartent"
    body = (
        "Los barcos volvieron al mar tras nueve días de huelga. " if spanish else "Les ferries ont repris la mer hier. "
    )
    found = text(f"{head}\n{line}\n\n" + body * 3)
    assert found.published is not None and found.published.value == published
    assert (found.updated.value if found.updated else None) == updated


def test_a_sentence_with_a_stamp_is_no_date_line() -> None:
    words = "Der Bericht ist lang - veröffentlicht wurde er am 19. Juli 2023 um 11:20 von der Stadt"
    found = text(f"Bericht liegt vor\n\n{words}\n\n" + "Die Stadt hat den Bericht nun doch vorgelegt. " * 3)
    assert not any(block.kind == "dateline" for block in found.blocks)
