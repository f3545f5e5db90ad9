"""The library in a browser: what is added is read, found, corrected, undone; whoever should not ask is refused."""

from __future__ import annotations

import html
import io
import json
import re
import time
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.report.messages import messages
from dragoman.settings import Settings
from dragoman.store.library import Library
from dragoman.versions import lines
from dragoman.web import application
from dragoman.web.guard import policy
from dragoman.web.parts import split
from dragoman.web.plots import by_day
from dragoman.web.writing import now

pytestmark = pytest.mark.filterwarnings("ignore:Using `httpx`")

HERE = "http://127.0.0.1:8720"
FIRST = (
    "Kenya and Uganda sign oil pipeline deal\n\nNAIROBI, 4 March 2021 - Kenya and Uganda signed an agreement on a "
    'pipeline on Thursday in Nairobi.\n\n"This road is open," President Uhuru Kenyatta told reporters.\n'
)
SECOND = (
    "Uganda awaits ratification of pipeline agreement\n\nKAMPALA, 6 March 2021 - The agreement that "
    'Kenya and Uganda signed on 4 March in Nairobi must now be ratified.\n\n"This road is open," Mr Kenyatta said.\n'
    "<script>alert(1)</script>\n"
)


def client(library: Library, **options: object) -> TestClient:
    return TestClient(application(library, settings=Settings(encoder=False), **options), base_url=HERE)


def secret(page: str) -> str:
    found = re.search(r'name="secret" value="([^"]+)"', page)
    assert found
    return found[1]


def settle(browser: TestClient) -> dict[str, object]:
    """Wait for the job that runs."""
    for _ in range(600):
        job = browser.get("/jobs").json()[0]
        if job["state"] in ("done", "failed"):
            return dict(job)
        time.sleep(0.05)
    raise AssertionError("the job never ended")


def upload(browser: TestClient, **named: str) -> dict[str, object]:
    sent = [
        ("files", (name.replace("_", "."), io.BytesIO(text.encode()), "text/plain")) for name, text in named.items()
    ]
    answer = browser.post("/add", data={"secret": secret(browser.get("/").text)}, files=sent, follow_redirects=False)
    assert answer.status_code == 303
    return settle(browser)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Library, TestClient]]:
    library = Library.open(str(tmp_path_factory.mktemp("web") / "library.db"))
    browser = client(library)
    assert upload(browser, one_txt=FIRST, two_txt=SECOND)["state"] == "done"
    yield library, browser
    library.close()


def slug(library: Library) -> str:
    (row,) = library.stories()
    return str(row["slug"])


def test_what_is_added_becomes_a_story(filled: tuple[Library, TestClient]) -> None:
    library, browser = filled
    home = browser.get("/").text
    assert f'href="/story/{slug(library)}"' in home
    page = browser.get(f"/story/{slug(library)}")
    assert page.status_code == 200
    assert 'class="desk"' in page.text and "/line/" in page.text
    assert len(browser.get("/").content) < 300_000


def test_the_list_of_stories_tells_their_state_and_what_is_new_since_the_last_visit(tmp_path: Path) -> None:
    library = Library.open(str(tmp_path / "library.db"))
    browser = client(library)
    upload(browser, one_txt=FIRST)
    home = browser.get("/").text
    assert "signed on 4 Mar 2021" in home and "1 named speaker" in home
    left = now()
    time.sleep(1.1)  # moments are kept by the second
    upload(browser, two_txt=SECOND)
    for language, changed in (("en", "what changed"), ("fr", "ce qui a changé")):
        told = client(library).get("/", headers={"Cookie": f"seen={left}; lang={language}"}).text
        margin = told[told.index('class="chg') :].split("</div>")[0]
        assert re.search(r'<a href="/story/[\w-]+#[ATXM][\d.]+">', margin), "a line that is new leads to its place"
        assert changed in margin
        assert "<span lang" not in margin, "the line is told in the language of the reader"
    library.close()


def test_looking_again_is_no_new_visit_but_coming_back_later_is(tmp_path: Path) -> None:
    library = Library.open(str(tmp_path / "library.db"))
    browser = client(library)
    browser.get("/")
    time.sleep(1.1)
    upload(browser, one_txt=FIRST)
    assert "<b>changed</b>" in browser.get("/").text and "<b>changed</b>" in browser.get("/").text
    time.sleep(1.1)
    before = (datetime.now(UTC) - timedelta(hours=2)).isoformat(timespec="seconds")
    for here, shown in ((now(), True), (before, True), ("2999-01-01", True), ("nonsense", True)):
        asked = client(library).get("/", headers={"Cookie": f"seen={before}; here={here}"})
        assert ("<b>changed</b>" in asked.text) is shown, here
    gone = (datetime.now(UTC) - timedelta(hours=1)).isoformat(timespec="seconds")
    ((key,),) = [[row["key"] for row in library.stories()]]
    row = json.loads(zlib.decompress(library.store.get("stories", key) or b""))
    earlier = (datetime.now(UTC) - timedelta(minutes=90)).isoformat(timespec="seconds")
    library.store.put("stories", key, zlib.compress(json.dumps({**row, "at": earlier}).encode()), slug=row["slug"])
    answer = client(library).get("/", headers={"Cookie": f"seen={before}; here={gone}"})
    assert "<b>changed</b>" not in answer.text, "it was there when the last visit ended"
    assert answer.cookies["seen"].strip('"') == gone
    library.close()


def test_a_list_of_many_stories_stays_small_and_leads_to_all(tmp_path: Path) -> None:
    library = Library.open(str(tmp_path / "library.db"))
    for number in range(700):
        row = {"key": f"k{number}", "slug": f"s{number}", "title": f"Dockers strike in port {number} " * 6}
        row |= {"at": f"2021-05-04T10:{number // 60:02d}:{number % 60:02d}", "articles": 3, "languages": ["en"]}
        library.store.put("stories", row["key"], zlib.compress(json.dumps(row).encode()), slug=row["slug"])
    browser, asked, found = client(library), "/", set()
    while asked:
        page = browser.get(asked)
        assert len(page.content) < 300_000
        found |= set(re.findall(r'<h3><a href="/story/(\w+)"', page.text))
        older = re.search(r'<a href="(/\?from=\d+)">older', page.text)
        asked = older[1] if older else ""
    assert len(found) == 700
    library.close()


def test_a_source_is_never_put_out_unescaped(filled: tuple[Library, TestClient]) -> None:
    library, browser = filled
    paths = ["/", f"/story/{slug(library)}", "/search?q=alert", "/search?q=<script>alert(1)</script>", "/corrections"]
    paths += [f"/source/{ident}?start=0&end=9" for ident in library.source_ids()]
    for path in paths:
        page = browser.get(path)
        assert page.status_code == 200, path
        assert "<script>alert" not in page.text, path
        assert "default-src 'none'" in page.headers["content-security-policy"], path
    raw = browser.get(f"/source/{library.source_ids()[0]}/bytes")
    assert raw.headers["content-disposition"].startswith("attachment")


def test_the_policy_allows_exactly_the_script_of_the_page(filled: tuple[Library, TestClient]) -> None:
    library, browser = filled
    answer = browser.get(f"/story/{slug(library)}")
    assert answer.headers["content-security-policy"].count("sha256-") == 2
    assert policy("<script>1</script>") != policy("<script>2</script>")
    assert "http-equiv" not in answer.text


def test_search_leads_to_the_exact_place(filled: tuple[Library, TestClient]) -> None:
    library, browser = filled
    hits = browser.get("/search?q=must+ratified&kind=article&format=json").json()["hits"]
    assert len(hits) == 1
    ident, start, end = hits[0]["span"]
    source = library.source(ident)
    assert source is not None and "ratified" in source.text[start:end]
    page = browser.get(f"/source/{ident}?start={start}&end={end}").text
    assert '<mark id="here">' in page
    assert "not a day" in browser.get("/search?q=x&since=yesterday").text


def test_coverage_is_drawn_and_told_and_leads_to_articles(filled: tuple[Library, TestClient]) -> None:
    _, browser = filled
    page = browser.get("/coverage").text
    assert page.count("<rect") >= 3
    assert "2021-03-04: 1 en" in page and "2021-03-05: none" in page
    (address,) = re.findall(r'<th scope="row"><a href="([^"]+)">2021-03-06', page)
    hits = browser.get(address.replace("&amp;", "&") + "&format=json").json()["hits"]
    assert [hit["name"] for hit in hits] == ["two.txt"]


def test_months_are_counted_where_days_would_be_too_many() -> None:
    plot = by_day([("2020-01-31", "en", 2), ("2021-02-01", "fr", 1), ("", "fr", 9)], messages("en"))
    assert plot is not None and plot.total == 3
    assert [row[0] for row in plot.rows][:2] == ["2020-01", "2020-02"] and len(plot.rows) == 14
    assert "until=2020-01-31" in plot.rows[0][1]
    assert by_day([("", "fr", 9)], messages("en")) is None


def test_a_rejected_quotation_goes_and_comes_back(filled: tuple[Library, TestClient]) -> None:
    library, browser = filled
    (quote, *_) = browser.get("/search?q=road&kind=quote&format=json").json()["hits"]
    place = ":".join(str(part) for part in quote["span"])
    before = len(library.versions(library.stories()[0]["key"]))
    form = {
        "secret": secret(browser.get("/").text),
        "verdict": "reject",
        "about": "quote",
        "place": place,
        "by": "ana",
        "why": "read out by somebody else",
    }
    assert browser.post("/correct", data=form, follow_redirects=False).status_code == 303
    assert settle(browser)["state"] == "done"
    versions = library.versions(library.stories()[0]["key"])
    assert len(versions) == before + 1
    page = browser.get("/corrections").text
    assert "This road is open" in page and "read out by somebody else" in page
    changed = browser.get(f"/story/{slug(library)}/versions").text
    assert "road is open" in changed
    (held,) = [one for one in library.corrections() if one.verdict == "reject"]
    undo = {**form, "verdict": "undo", "value": held.id}
    browser.post("/correct", data=undo)
    assert settle(browser)["state"] == "done"
    again = library.versions(library.stories()[0]["key"])
    assert again[-1]["digest"] == versions[-2]["digest"]
    exported = browser.get("/corrections/export").text
    assert [json.loads(line)["verdict"] for line in exported.split("\n") if line] == ["reject", "undo"]
    sent = {"file": ("c.jsonl", io.BytesIO(exported.encode()))}
    browser.post("/corrections/import", data={"secret": form["secret"]}, files=sent)
    assert len(library.corrections()) == 2


def test_a_note_stands_in_the_dossier_with_who_wrote_it_until_it_is_undone(tmp_path: Path) -> None:
    library = Library.open(str(tmp_path / "library.db"))
    browser = client(library)
    upload(browser, one_txt=FIRST)
    (quote, *_) = browser.get("/search?q=road&kind=quote&format=json").json()["hits"]
    form = {
        "secret": secret(browser.get("/").text),
        **{"verdict": "annotate", "about": "quote", "place": ":".join(map(str, quote["span"]))},
        **{"value": "heard it myself", "by": "ana"},
    }
    browser.post("/correct", data=form)
    settle(browser)
    page = browser.get(f"/story/{slug(library)}").text
    assert "heard it myself" in page and "ana" in page
    browser.post("/correct", data={**form, "verdict": "undo", "value": library.corrections()[0].id})
    settle(browser)
    assert "heard it myself" not in browser.get(f"/story/{slug(library)}").text
    library.close()


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"verdict": "destroy"}, "is no verdict"),
        ({"verdict": "date", "value": "Friday"}, "is not a day"),
        ({"verdict": "merge", "place": "SOURCE"}, "two names"),
        ({"verdict": "reject"}, "Choose what it is about"),
        ({"verdict": "reject", "place": "nowhere:1:2"}, "not in this library"),
        ({"verdict": "reject", "place": "SOURCE:5:999999"}, "not in its source"),
    ],
)
def test_a_correction_that_says_nothing_is_refused(
    filled: tuple[Library, TestClient], form: dict[str, str], said: str
) -> None:
    library, browser = filled
    before = library.corrections()
    sent = {name: value.replace("SOURCE", library.source_ids()[0]) for name, value in form.items()}
    answer = browser.post("/correct", data={**sent, "secret": secret(browser.get("/").text), "by": "x"})
    assert answer.status_code == 400 and said in answer.text
    assert library.corrections() == before


def test_foreign_hosts_and_foreign_pages_are_refused(filled: tuple[Library, TestClient]) -> None:
    _, browser = filled
    token = secret(browser.get("/").text)
    assert browser.get("/", headers={"host": "evil.example"}).status_code == 421
    form = {"secret": token, "verdict": "undo", "value": "x"}
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "http://evil.example"}):
        assert browser.post("/correct", data=form, headers=headers).status_code == 403
    assert browser.post("/correct", data={**form, "secret": "guess"}).status_code == 403
    assert browser.post("/add", data={"secret": "guess", "path": "/etc"}).status_code == 403


def test_a_token_is_asked_for_and_remembered(tmp_path: Path) -> None:
    library = Library.open(str(tmp_path / "x.db"))
    browser = client(library, token="k3y")
    assert browser.get("/").status_code == 401
    assert browser.get("/?token=no").status_code == 401
    assert browser.get("/?token=k3y").status_code == 200
    assert browser.get("/").status_code == 200
    other = client(library, token="k3y")
    assert other.get("/", headers={"authorization": "Bearer k3y"}).status_code == 200


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    library = Library.open(str(tmp_path / "x.db"))
    browser = client(library)
    job = upload(browser, good_txt=FIRST, empty_txt="")
    assert job["state"] == "done"
    assert any("empty" in line for line in job["said"])  # type: ignore[attr-defined]
    assert len(library.source_ids()) == 1
    form = {"secret": secret(browser.get("/").text), "path": str(tmp_path / "nowhere")}
    browser.post("/add", data=form)
    assert "nowhere" in " ".join(settle(browser)["said"])  # type: ignore[arg-type]
    assert browser.get("/story/none").status_code == 404
    assert browser.get("/source/none").status_code == 404
    assert browser.get("/static/../app.py").status_code == 404


def test_the_site_speaks_the_language_asked_for(filled: tuple[Library, TestClient]) -> None:
    library, _ = filled
    browser = client(library)
    assert '<html lang="en"' in browser.get("/").text
    french = browser.get("/", headers={"accept-language": "de, fr-CA;q=0.8, en;q=0.5"})
    assert '<html lang="fr"' in french.text and "Sujets" in french.text and "Accept-Language" in french.headers["vary"]
    asked = browser.get("/search?q=road&lang=fr")
    assert '<html lang="fr"' in asked.text and "passages" in asked.text
    assert '<html lang="fr"' in browser.get("/coverage").text, "the choice is kept"
    assert 'href="/search?q=road&amp;lang=en"' in browser.get("/search?q=road").text
    assert (
        '<html lang="fr"' in browser.get("/story/nowhere").text
        and "Il n’y a pas de sujet" in browser.get("/story/nowhere").text
    )
    browser.cookies.clear()
    assert '<html lang="en"' in browser.get("/?lang=xx", headers={"accept-language": "xx"}).text


def test_the_default_language_is_the_one_the_site_was_started_with(filled: tuple[Library, TestClient]) -> None:
    library, _ = filled
    browser = TestClient(application(library, settings=Settings(encoder=False, language="fr")), base_url=HERE)
    assert '<html lang="fr"' in browser.get("/").text


def test_reasons_are_told_in_the_language_of_the_reader(filled: tuple[Library, TestClient]) -> None:
    library, _ = filled
    browser = client(library)
    held = lines(library, library.stories()[0]["key"], 1)
    (line,) = [one for one in held if any("4 March 2021" in why and "counted back" in why for why in one["basis"])][:1]
    page = browser.get(f"/story/{slug(library)}/line/{line['label']}?lang=fr").text
    assert "jeudi, compté à rebours depuis la parution, le 4 mars 2021" in page and "counted back" not in page
    names = browser.get(f"/story/{slug(library)}/names?lang=fr").text
    assert '<td class="meta">seule personne de ce nom : Kenyatta' in names and "the only person" not in names
    assert messages("fr").name("decision", "undo") == "annulation", "the job that undoes"


def test_a_dossier_is_shown_in_the_language_of_the_reader(filled: tuple[Library, TestClient]) -> None:
    library, _ = filled
    browser = client(library)
    slug = library.stories()[0]["slug"]
    assert '<html lang="en"' in browser.get(f"/story/{slug}").text
    page = browser.get(f"/story/{slug}?lang=fr").text
    assert '<html lang="fr"' in page and "Corriger " in page


def dossier() -> str:
    """A page with the regions of a dossier, each of them large."""
    article = "<article class=utt id=Q{0}><h4>Q{0}</h4><p>{1} <a href=#D{0}-1>D{0}</a></p></article>"
    source = '<article class=art id=D{0}><p><mark id=D{0}-1>{1}</mark> <a href="#Q{0}">Q{0}</a></p></article>'
    said = "<h3 id=who>Speaker</h3>" + "".join(article.format(one, "word " * 60) for one in range(40))
    rows = "".join(f"<tr><td>{one}<td><a href=#Q{one}>Q{one}</a> {'cell ' * 40}" for one in range(40))
    table = f"<table class=stack><thead><tr><th>A<th>B<tbody>{rows}</table>"
    sources = "".join(source.format(one, "text " * 80) for one in range(40))
    return (
        '<!doctype html><html lang=en><head><style>x{}</style></head><body><a class=skip href="#agreement">Skip</a>'
        '<nav><a href="#said">said</a></nav><main><header id=top><h1>Story</h1></header>'
        "<section id=agreement aria-labelledby=h-a><h2 id=h-a>The agreement</h2><p class=lead>As told.</p>"
        "<p>See <a href=#Q39>Q39</a></p></section>"
        f"<section id=said aria-labelledby=h-q><h2 id=h-q>Who said what</h2>{said}</section>"
        f"<section id=sources aria-labelledby=h-s><h2 id=h-s>Sources</h2>{sources}</section>"
        f"<section id=origins aria-labelledby=h-l><h2 id=h-l>Who copied whom</h2>{table}</section>"
        "<footer id=method><h2>Method</h2></footer></main><script>1</script></body></html>"
    )


@pytest.mark.parametrize(
    "line",
    [
        "no JSON",
        '{"verdict": "nonsense", "by": "a", "at": "2024-01-01", "targets": [{"source": "x"}]}',
        '{"verdict": "reject", "by": "", "at": "2024-01-01", "targets": [{"source": "x"}]}',
        '{"verdict": "reject", "by": "a", "at": "2024-01-01"}',
    ],
)
def test_a_file_that_holds_no_corrections_is_refused_whole(filled: tuple[Library, TestClient], line: str) -> None:
    library, browser = filled
    good = '{"verdict": "accept", "by": "a", "at": "2024-01-01", "about": "quote", "targets": [{"source": "x"}]}'
    before = library.corrections()
    held = {"secret": secret(browser.get("/corrections").text)}
    refused = browser.post("/corrections/import", data=held, files={"file": ("c.jsonl", f"{good}\n{line}\n".encode())})
    assert refused.status_code == 400 and library.corrections() == before


@pytest.mark.parametrize("limit", [4_000, 9_000, 14_000, 10**6])
def test_a_large_dossier_is_split_and_every_link_finds_its_place(limit: int) -> None:
    whole = dossier()
    parts = split(whole, "/story/x?version=2", messages("en"), limit=limit)
    assert len(parts.pages) == 1 if limit > len(whole) else len(parts.pages) > 2
    seen: set[str] = set()
    shown = {name: parts.page(name, "/story/x?version=2") or "" for name in parts.pages}
    idents = {name: set(re.findall(r'\bid="?([\w.-]+)', page)) for name, page in shown.items()}
    for name, page in shown.items():
        assert len(page.encode()) <= limit
        seen |= idents[name]
        for target in re.findall(r'href="?#([\w.-]+)', page):
            assert target in idents[name]
        for other, target in re.findall(r'href="/story/x\?version=2(?:&amp;part=|&part=)?([\w-]*)#([\w.-]+)"', page):
            assert target in idents[other]
    assert {f"Q{one}" for one in range(40)} | {f"D{one}-1" for one in range(40)} <= seen
    assert "".join(shown.values()).count("cell ") == 40 * 40
    assert parts.page("nowhere", "/story/x") is None
    assert "".join(re.findall(r"<mark[^>]*>(.*?)</mark>", "".join(shown.values()))).count("text") == 80 * 40


def test_a_large_story_opens_with_a_small_page(
    filled: tuple[Library, TestClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    library, _ = filled
    monkeypatch.setattr("dragoman.web.dossiers.split", partial(split, limit=26_000))
    browser = client(library)
    slug = library.stories()[0]["slug"]
    first = browser.get(f"/story/{slug}")
    assert "Open this region on a page of its own" in first.text
    part = re.search(r'href="(\?[^"#]*part=sources)"', first.text)
    assert part and browser.get(f"/story/{slug}" + html.unescape(part[1])).status_code == 200
    assert browser.get(f"/story/{slug}?part=nowhere").status_code == 404
