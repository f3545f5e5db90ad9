"""Every format that is read: the words, the locator, what is known about them; and a dossier of each can be checked."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path

import made
import pytest

from dragoman import build, verify
from dragoman.errors import BadInput, BadManifest
from dragoman.read.columns import parse_map
from dragoman.read.formats import SOURCES
from dragoman.read.pdf import paragraphs
from dragoman.read.replay import replay
from dragoman.read.sources import Pile, gather, sources
from dragoman.records import Source
from dragoman.settings import Settings

EN, FR = made.NEWS["en"], made.NEWS["fr"]
COLUMNS = parse_map("text=body,date=pubdate,outlet=paper,url=link")
#: file → (locator, words in it, what is known) of each source, in order.
READ: dict[str, list[tuple[str, str, dict[str, str]]]] = {
    "a.txt": [("a.txt", EN, {})],
    "a.html": [("a.html", EN, {})],
    "a.pdf": [("a.pdf#text", "Second page. The strike ended on 7 June 2024", {})],
    "feed.rss": [
        ("feed.rss#entry=1/content", '<a href="/more">more</a> &amp; wait.',
         {"outlet": "Amity Echo", "via": "Harbour Wire", "url": "https://wire.example/strike",
          "date": "2024-06-03T18:30:00+00:00", "author": "Joan Pike", "title": "Strike at Port Amity"}),
        ("feed.rss#entry=2/summary", "L&#8217;accord &amp; la suite.",
         {"outlet": "Harbour Wire", "date": "some day soon"}),
    ],
    "atom.xml": [
        ("atom.xml#entry=1/content", EN,
         {"outlet": "Amity Echo", "url": "https://quay.example/1", "updated": "2024-06-04T09:00:00+00:00"}),
        ("atom.xml#entry=2/summary", "And so on.", {"outlet": "Quay Planet"}),
    ],
    "pile.jsonl": [("pile.jsonl#L1/text", EN, {"date": "2024-06-03"})],
    "pile.json": [("pile.json#/articles/0/text", EN, {"date": "2024-06-03"}),
                  ("pile.json#/articles/1/text", FR, {"outlet": "Écho"})],
    "pile.csv": [("pile.csv#L2/body", EN, {"date": "2024-06-03", "outlet": "Amity Echo", "url": "https://e.example/1"})],
    "pile.tsv": [("pile.tsv#L2/text", "Les marins de Port-Amitié", {"date": "2024-06-03"})],
    "result.json": [
        ("result.json#/messages/1/text", EN, {"outlet": "Port Amity Live", "date": "2024-06-03T18:00:00"}),
        ("result.json#/messages/2/text", "Statement: the strike goes on until Friday.", {"credit": "Dockers' Union"}),
    ],
    "outbox.json": [("outbox.json#/orderedItems/0/object/content", EN,
                     {"outlet": "@ana@social.example", "url": "https://social.example/@ana/1"})],
    "tweets.js": [
        ("tweets.js#/0/tweet/full_text", EN, {"date": "2024-06-03T18:00:00+00:00"}),
        ("tweets.js#/1/tweet/full_text", "Ferries &amp; buses", {"credit": "@port_amity"}),
    ],
    "your_posts_1.json": [("your_posts_1.json#/0/data/0/post", FR, {"date": "2024-06-03T18:00:00+00:00"})],
    "a.zip": [("a.zip!/a.txt", EN, {}), ("a.zip!/sub/b.html", EN, {})],
    "a.tar": [("a.tar!/a.txt", FR, {}), ("a.tar!/b.pdf#text", "Ferry workers in Port Amity", {})],
    "a.tar.gz": [("a.tar.gz!/a.txt", FR, {}), ("a.tar.gz!/b.zip!/c.html", EN, {})],
    "a.html.gz": [("a.html.gz!/a.html", EN, {})],
    "a.txt.bz2": [("a.txt.bz2!/a.txt", FR, {})],
    "a.txt.xz": [("a.txt.xz!/a.txt", EN, {})],
}  # fmt: skip


def one(folder: Path, name: str, raw: bytes, **values: object) -> Pile:
    (folder / name).write_bytes(raw)
    return gather([folder / name], settings=Settings(**values))


@pytest.mark.parametrize("name", READ)
def test_each_format_gives_its_words_with_locator_and_what_is_known(tmp_path: Path, name: str) -> None:
    raw = made.every()[name]
    pile = one(tmp_path, name, raw, columns=COLUMNS if name == "pile.csv" else ())
    assert [source.name for source in pile.sources] == [locator for locator, _, _ in READ[name]]
    for source, (_, words, known) in zip(pile.sources, READ[name], strict=True):
        assert words in source.text
        assert {key: source.given(key) for key in known} == known
    assert [sighting.name for sighting in pile.sightings] == [source.name for source in pile.sources]
    inside = {sighting.container for sighting in pile.sightings if sighting.name != name}
    assert inside <= {hashlib.sha256(raw).hexdigest()}


def test_every_format_of_the_table_has_a_file_here() -> None:
    suffixes = {suffix for name in made.every() for suffix in (Path(name).suffix, Path(name).name)}
    for format in SOURCES:
        assert not format.suffixes or any(suffix in suffixes for suffix in format.suffixes), format.name


def test_a_warc_keeps_address_and_moment_and_two_versions_of_one_page(tmp_path: Path) -> None:
    for name, gz in (("crawl.warc", False), ("crawl.warc.gz", True)):
        pile = one(tmp_path, name, made.warc(gz=gz))
        first, second, third = pile.sources
        assert "1,200" in first.text and "1,500" in second.text
        assert first.given("url") == second.given("url") == "https://echo.example/strike"
        assert [sighting.seen for sighting in pile.sightings[:2]] == ["2024-06-03T18:00:00Z", "2024-06-04T18:00:00Z"]
        assert "déclaré" in third.text and third.encoding == "windows-1252"
        places = [int(source.name.rpartition("#offset=")[2]) for source in pile.sources]
        raw = (tmp_path / name).read_bytes()
        assert all(raw[place:].startswith(b"\x1f\x8b" if gz else b"WARC/1") for place in places)
        assert [str(trouble) for trouble in pile.troubles] == [
            f"{name}: pages passed over, with the answer 404: 1.",
            f"{name}: records passed over, of pages that had not changed: 1.",
        ]


def test_a_whole_telegram_export_and_a_bare_list_are_read(tmp_path: Path) -> None:
    whole = {"chats": {"about": "…", "list": [{"name": "x"}, made.TELEGRAM]}}
    pile = one(tmp_path, "result.json", json.dumps(whole).encode())
    assert pile.sources[0].name == "result.json#/chats/list/1/messages/1/text"
    rows = [{"content": {"body": EN}, "when": "2024-06-03"}, 7]
    pile = one(tmp_path, "rows.json", json.dumps(rows).encode(), columns=parse_map("text=content.body,date=when"))
    assert (pile.sources[0].name, pile.sources[0].given("date")) == ("rows.json#/0/content.body", "2024-06-03")
    assert [trouble.where for trouble in pile.troubles] == ["rows.json#/1"]


def test_facebook_bytes_become_the_words_that_were_posted(tmp_path: Path) -> None:
    assert "\\u00c3\\u00a9" in made.POSTS and one(tmp_path, "p.json", made.POSTS.encode()).sources[0].raw == FR.encode()


def test_tables_with_long_fields_other_signs_and_lines_inside(tmp_path: Path) -> None:
    long = "word " * 40_000
    raw = f'title;text\r\na;"two\r\nlines"\r\nb;{long}\r\nc;\r\n'.encode("utf-8-sig")
    pile = one(tmp_path, "a.csv", raw)
    assert [source.name for source in pile.sources] == ["a.csv#L2/text", "a.csv#L4/text"]
    assert pile.sources[0].text == "two\r\nlines"
    assert [trouble.where for trouble in pile.troubles] == ["a.csv#L5"]


def test_standard_input_takes_any_format() -> None:
    def read(raw: bytes, columns: str = "") -> list[str]:
        settings = Settings(columns=parse_map(columns) if columns else ())
        return [one.name for one in sources(["-"], settings=settings, stdin=io.BytesIO(raw)) if isinstance(one, Source)]

    assert read(made.every()["a.zip"]) == ["-!/a.txt", "-!/sub/b.html"]
    assert read(made.RSS) == ["-#entry=1/content", "-#entry=2/summary"]
    assert read(b'{"body": "One."}\n{"body": "Two."}\n', "text=body") == ["-#L1/body", "-#L2/body"]


def test_compressed_json_lines_are_read_line_by_line(tmp_path: Path) -> None:
    raw = gzip.compress(b'{"text": "One."}\nbroken\n{"text": "Three."}\n')
    pile = one(tmp_path, "pile.jsonl.gz", raw)
    assert [source.name for source in pile.sources] == [
        "pile.jsonl.gz!/pile.jsonl#L1/text", "pile.jsonl.gz!/pile.jsonl#L3/text",
    ]  # fmt: skip
    assert [trouble.where for trouble in pile.troubles] == ["pile.jsonl.gz!/pile.jsonl#L2"]
    pile = one(tmp_path, "pile.jsonl.gz", raw[:-9])
    assert pile.sources and "damaged compressed file" in str(pile.troubles[-1])


# -- PDF -------------------------------------------------------------------------------------------

#: Lines of a page, divided by |, and the paragraphs they make, divided by ¶.
WRAPPED = [
    ("The ministers of the two countries met on Tuesday in the old|harbour and signed an accord.|They left at noon",
     "The ministers of the two countries met on Tuesday in the old harbour and signed an accord.¶They left at noon"),
    ("STRIKE|Ferry workers in Port Amity began a strike on Monday over pay|and hours, their union said, and go on",
     "STRIKE¶Ferry workers in Port Amity began a strike on Monday over pay and hours, their union said, and go on"),
    ("It was an inter\x02|national meeting of many people from the whole of the region",
     "It was an international meeting of many people from the whole of the region"),
    ("– 3 –|Article 1 The parties shall meet once in every year|Article 2 They shall pay for it in two equal halves",
     "– 3 –¶Article 1 The parties shall meet once in every year¶Article 2 They shall pay for it in two equal halves"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "joined"), WRAPPED, ids=[joined[:30] for _, joined in WRAPPED])
def test_lines_of_a_page_become_paragraphs(lines: str, joined: str) -> None:
    assert paragraphs(lines.replace("|", "\r\n")).split("\n\n") == joined.split("¶")


def test_a_pdf_keeps_its_bytes_its_tool_and_the_page_of_every_span(tmp_path: Path) -> None:
    raw = made.pdf(EN.replace(". ", ".\n"), "", FR.replace(". ", ".\n"))
    (source,) = one(tmp_path, "a.pdf", raw).sources
    assert source.derived is not None
    assert (source.derived.of, source.derived.raw) == (hashlib.sha256(raw).hexdigest(), raw)
    assert source.derived.tool.startswith("pypdfium2 ")
    assert source.page(source.text.index("Ferry")) == 1 and source.page(source.text.index("marins")) == 3
    assert source.given("note") == "1 of 3 pages have no text layer: 2"


@pytest.fixture(scope="module")
def pdf_dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pdf")
    (folder / "a.pdf").write_bytes(made.pdf(EN.replace(". ", ".\n"), FR.replace(". ", ".\n")))
    build([folder / "a.pdf"], out=folder / "out")
    return folder / "out"


def changed(dossier: Path, to: Path, old: str, new: str) -> Path:
    """A copy whose dossier.jsonl says something else, with a fresh digest."""
    import shutil

    copy = Path(shutil.copytree(dossier, to))
    head, body = (copy / "dossier.jsonl").read_text("utf-8").split("\n", 1)
    assert old in body
    body = body.replace(old, new)
    row = {**json.loads(head), "build": hashlib.sha256(body.removesuffix("\n").encode()).hexdigest()}
    (copy / "dossier.jsonl").write_text(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" + body, "utf-8")
    return copy


def test_a_dossier_of_a_pdf_is_read_from_the_pdf_again(pdf_dossier: Path, tmp_path: Path) -> None:
    report = verify(pdf_dossier)
    assert report.ok and not report.notes, report.failures
    rows = [json.loads(line) for line in (pdf_dossier / "dossier.jsonl").read_text("utf-8").splitlines()]
    derived = next(row["derived"] for row in rows if row["kind"] == "source")
    assert (pdf_dossier / "sources" / derived["of"]).read_bytes().startswith(b"%PDF")
    pages = {row["spans"][0]["page"] for row in rows if row["kind"] == "quote"}
    assert pages == {1, 2}
    other = changed(pdf_dossier, tmp_path / "tool", derived["tool"], "pypdfium2 0.1")
    report = verify(other)
    assert report.ok and "was read with pypdfium2 0.1; here is" in str(report.notes[0])
    moved = verify(changed(pdf_dossier, tmp_path / "page", '"page": 2', '"page": 1'), reread=False)
    assert "stands on page 2, not 1" in str(moved.failures[0])


def test_another_pdf_or_none_does_not_pass(pdf_dossier: Path, tmp_path: Path) -> None:
    rows = [json.loads(line) for line in (pdf_dossier / "dossier.jsonl").read_text("utf-8").splitlines()]
    of = next(row["derived"]["of"] for row in rows if row["kind"] == "source")
    forged = made.pdf("Other words.")
    copy = changed(pdf_dossier, tmp_path / "forged", of, hashlib.sha256(forged).hexdigest())
    (copy / "sources" / hashlib.sha256(forged).hexdigest()).write_bytes(forged)
    assert "reading the file it was made from again gives other text" in str(verify(copy, reread=False).failures[0])
    (copy / "sources" / hashlib.sha256(forged).hexdigest()).unlink()
    assert "the file it was made from is not in the folder" in str(verify(copy, reread=False).failures[0])


# -- replay ----------------------------------------------------------------------------------------


def test_every_locator_finds_its_bytes_again(tmp_path: Path) -> None:
    for name, raw in made.every().items():
        (tmp_path / name).write_bytes(raw)
    wanted: dict[str, str] = {}
    for name in made.every():
        columns = COLUMNS if name == "pile.csv" else ()
        wanted |= {one.id: one.name for one in gather([tmp_path / name], settings=Settings(columns=columns)).sources}
    found = replay([tmp_path], wanted, Settings())
    assert set(found) == set(wanted)
    assert all(hashlib.sha256(source.raw).hexdigest() == key for key, source in found.items())
    assert set(replay([tmp_path], {"0" * 64: "gone.txt"}, Settings())) == set()


def test_originals_inside_containers_are_found(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (files / "pile.csv").write_bytes(made.every()["pile.csv"])
    (files / "a.tar").write_bytes(made.tarred(b_dot_pdf=made.pdf(FR.replace(". ", ".\n"))))
    build([files], out=tmp_path / "out", keep_sources=False, columns="text=body,date=pubdate")
    assert not verify(tmp_path / "out").ok
    report = verify(tmp_path / "out", originals=[files])
    assert report.ok and report.sources == 2, report.failures


# -- what is told beside the files -----------------------------------------------------------------

MANIFEST = """
["pile.csv"]
outlet = "The Table"
map = { text = "body" }
["laws.zip!/treaty.txt"]
kind = "primary"
title = "The treaty"
[owners]
"The Table" = "Quay Group"
[feeds]
"The Table" = ["AFP", "Reuters"]
"Echo" = "AFP"
"""


def test_a_manifest_maps_columns_marks_documents_and_tells_owners(tmp_path: Path) -> None:
    (tmp_path / "articles.toml").write_text(MANIFEST, "utf-8")
    (tmp_path / "pile.csv").write_text("body,outlet\nFirst words.,Own Paper\nSecond words.,\n", "utf-8")
    (tmp_path / "laws.zip").write_bytes(made.zipped(treaty_dot_txt=b"Article 1", press_dot_txt=b"News"))
    pile = gather([tmp_path], settings=Settings())
    assert not pile.troubles
    kinds = {source.name: (source.kind, source.given("kind")) for source in pile.sources}
    assert kinds["laws.zip!/treaty.txt"] == ("text", "primary") and kinds["laws.zip!/press.txt"] == ("text", None)
    assert {source.text: source.given("outlet") for source in pile.sources if "words" in source.text} == {
        "First words.": "Own Paper", "Second words.": "The Table",
    }  # fmt: skip
    assert pile.owners == (
        ("Echo", "AFP"), ("The Table", "AFP"), ("The Table", "Quay Group"), ("The Table", "Reuters"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('[owners]\n"A" = 3', 'write "Outlet" = "Owner"'),
        ('feeds = "AFP"', 'write "Outlet" = "Owner"'),
        ('[map]\nwords = "body"', 'cannot read "words=body"'),
        ('["a.csv"]\nmap = "body"', "map must be like"),
    ],
)
def test_wrong_tables_of_a_manifest_say_how_to_write_them(tmp_path: Path, written: str, said: str) -> None:
    (tmp_path / "articles.toml").write_text(written, "utf-8")
    with pytest.raises(BadManifest, match=r"articles\.toml") as error:
        gather([tmp_path], settings=Settings())
    assert said in str(error.value)


@pytest.mark.parametrize("written", ["text", "text=", "words=body", "text=a,,"])
def test_a_wrong_map_says_what_is_known(written: str) -> None:
    with pytest.raises(BadInput, match="text, html, date, outlet"):
        parse_map(written)


def test_the_command_line_takes_a_map(tmp_path: Path) -> None:
    (tmp_path / "pile.csv").write_text(f'body,pubdate\n"{EN.replace(chr(34), chr(34) * 2)}",2024-06-03\n', "utf-8")
    command = [sys.executable, "-m", "dragoman", "build", "pile.csv", "-o", "out", "--map", "text=body,date=pubdate"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in (tmp_path / "out" / "dossier.jsonl").read_text("utf-8").splitlines()]
    assert next(row["given"]["date"] for row in rows if row["kind"] == "source") == "2024-06-03"
    done = subprocess.run([*command[:-1], "words=body"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and 'cannot read "words=body"' in done.stderr
