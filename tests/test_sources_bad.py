"""Malformed, mislabelled and hostile files: one clear line each, the rest goes on, nothing grows without end."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import stat
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import made
import pytest

from dragoman.read.guard import Refused, guarded
from dragoman.read.sources import Pile, gather
from dragoman.settings import Limits, Settings

SETTINGS = Settings()
WORDS = made.NEWS["en"].encode()


def read(folder: Path, name: str, raw: bytes, settings: Settings = SETTINGS) -> Pile:
    """The pile of one file beside a good one."""
    (folder / name).write_bytes(raw)
    (folder / "zz.txt").write_bytes(b"The rest goes on.")
    pile = gather([folder], settings=settings)
    assert pile.sources[-1].text == "The rest goes on."
    return pile


def lines(pile: Pile) -> list[str]:
    return [str(trouble) for trouble in pile.troubles]


def encrypted(raw: bytes) -> bytes:
    """A zip archive whose members say that they are encrypted."""
    out = bytearray(raw)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = out.find(mark)
        while at >= 0:
            out[at + place] |= 1
            at = out.find(mark, at + 4)
    return bytes(out)


def nested(deep: int) -> bytes:
    raw = made.zipped(a_dot_txt=WORDS)
    for _ in range(deep):
        raw = made.zipped(inner_dot_zip=raw)
    return raw


def linked() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(info)
    return out.getvalue()


def zip_link() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("a.txt")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    return out.getvalue()


RTF = b"{\\rtf1 words}"
DOCX = made.zipped(**{"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"})
EPUB = made.zipped(mimetype=b"application/epub+zip", **{"META-INF/container.xml": b"<x/>"})
#: (name, bytes, what the one line says); nothing of these becomes a source.
REFUSED = [
    ("a.txt", b"", "a.txt: is empty. Save it again."),
    ("a.txt", b"\x00\x01\x02" * 99, "a.txt: is not text"),
    ("a.txt", b"\x89PNG\r\n\x1a\n", "a.txt: is a picture, which is not read."),
    ("a.txt", RTF, "a.txt: is a Rich Text document, which is not read."),
    ("a.pdf", made.locked_pdf(), "a.pdf: is locked with a password. Save it without a password."),
    ("a.pdf", made.pdf("x", "y", scan=True), "a.pdf: is a scan: 2 pages without a text layer. Run text recognition"),
    ("a.pdf", made.pdf("x")[:60], "a.pdf: is damaged: it cannot be opened as a PDF."),
    ("a.pdf", b"\x00\x01\x02" * 99, "a.pdf: is called .pdf but is no .pdf file, or a damaged one."),
    ("a.zip", made.zipped(), "a.zip: is a zip archive that holds nothing to read."),
    ("a.zip", made.zipped(a_dot_txt=WORDS)[:60], "a.zip: is a damaged zip archive"),
    ("a.zip", encrypted(made.zipped(a_dot_txt=WORDS)), "a.zip!/a.txt: is encrypted. Unpack it with its password"),
    ("a.zip", made.zipped(**{"../../a.txt": WORDS}), "a.zip!/../../a.txt: has a path that leaves the archive"),
    ("a.zip", made.zipped(**{"/etc/a.txt": WORDS}), "a.zip!//etc/a.txt: has a path that leaves the archive"),
    ("a.zip", zip_link(), "a.zip!/a.txt: is a link, not a file; it was not followed."),
    ("a.zip", DOCX, "a.zip: is a Word document, which is not read yet."),
    ("a.zip", EPUB, "a.zip: is an EPUB book, which is not read yet."),
    ("a.zip", nested(5), "lies in more than 4 archives."),
    ("a.zip", made.zipped(a_dot_txt=b" " * 17_000_000), "a.zip!/a.txt: unpacks to more than 250 times its size"),
    ("a.tar", linked(), "a.tar!/a.txt: is a link, not a file"),
    ("a.tar", made.tarred(a_dot_txt=WORDS)[:300], "a.tar: is a damaged tar archive"),
    ("a.txt.gz", gzip.compress(b" " * 17_000_000), "a.txt.gz: unpacks to more than 250 times its size"),
    ("a.txt.gz", gzip.compress(WORDS)[:50], "a.txt.gz: is a damaged compressed file"),
    ("a.rss", b"<rss><channel></channel></rss>", "a.rss: has no entries."),
    ("a.xml", b"<sitemap><url>x</url></sitemap>", "a.xml: is XML but neither a feed nor a page."),
    ("a.json", b"[" * 10_000, "a.json: is not JSON that can be read: it is nested too deeply."),
    ("a.json", b"[1, 2", "a.json: is not JSON that can be read: "),
    ("a.json", b"[" + b"9" * 6_000 + b"]", "a.json: is not JSON that can be read: it holds a number too long"),
    ("a.json", b'{"name": "package", "files": ["x"]}', "a.json: is JSON without articles"),
    ("a.jsonl", b'{"a":' * 10_000, "a.jsonl#L1: is not a JSON object."),
    ("a.jsonl", b'{"title": "x"}', 'a.jsonl#L1: has no words in "text" or "html".'),
    ("a.csv", b"headline,body\nx,y\n", "a.csv: has no column text or html. Name yours: --map text=COLUMN."),
    ("a.csv", b"\x00\x01\x02" * 99, "a.csv: is no table"),
    ("a.warc", b"WARC/1.0\r\nnonsense", "a.warc: records that break off, read as far as they go: 1."),
    ("a.warc", b"WARC/1.0\r\n" + b"x" * 3_000_000, "a.warc: records that break off, read as far as they go: 1."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "raw", "said"), REFUSED, ids=[said[:50] for _, _, said in REFUSED])
def test_a_file_that_cannot_be_read_yields_one_line(tmp_path: Path, name: str, raw: bytes, said: str) -> None:
    pile = read(tmp_path, name, raw)
    assert [one.name for one in pile.sources] == ["zz.txt"]
    (line,) = lines(pile)
    assert said in line
    assert line.startswith(name)
    assert pile.troubles[0].cure or "as far as they go" in line


#: (name, bytes, the locator of what is read all the same, what the one line says)
MISLABELLED = [
    ("a.txt", made.pdf(made.NEWS["en"]), "a.txt#text", "a.txt: is called .txt but is a PDF; it was read as one."),
    ("a.html", gzip.compress(WORDS), "a.html!/a", "a.html: is called .html but is a compressed file; it was read"),
    ("a.csv", made.RSS, "a.csv#entry=1/content", "a.csv: is called .csv but is a feed; it was read as one."),
    ("a.json", made.zipped(a_dot_txt=WORDS), "a.json!/a.txt", "a.json: is called .json but is a zip archive"),
    ("a.jsonl", made.warc(gz=False), "a.jsonl#offset=0", "a.jsonl: is called .jsonl but is a WARC; it was read"),
]


@pytest.mark.parametrize(("name", "raw", "locator", "said"), MISLABELLED, ids=[one[2] for one in MISLABELLED])
def test_a_mislabelled_file_is_read_as_what_it_is_and_said(
    tmp_path: Path, name: str, raw: bytes, locator: str, said: str
) -> None:
    pile = read(tmp_path, name, raw)
    assert pile.sources[0].name == locator
    assert lines(pile)[0].startswith(said)


def test_documents_named_by_the_user_say_what_they_are(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(DOCX)
    (tmp_path / "really.docx").write_bytes(made.zipped(a_dot_txt=WORDS))
    pile = gather([tmp_path / "letter.docx", tmp_path / "really.docx"], settings=SETTINGS)
    assert lines(pile)[0].startswith("letter.docx: is a Word document, which is not read yet.")
    assert lines(pile)[1].startswith("really.docx: is called .docx but is a zip archive; it was read as one.")
    assert [one.name for one in pile.sources] == ["really.docx!/a.txt"]


def test_billion_laughs_stay_small(tmp_path: Path) -> None:
    pile = read(tmp_path, "a.rss", made.LAUGHS)
    assert sum(len(one.raw) for one in pile.sources) < 10_000
    assert lines(pile)


def test_bounds_of_an_archive_count_what_lies_inside_it_too(tmp_path: Path) -> None:
    many = made.zipped(**{f"{number}_dot_txt": b"words %d" % number for number in range(9)})
    pile = read(tmp_path, "a.zip", many, Settings(limits=Limits(members=5)))
    assert len(pile.sources) == 6
    assert "has more than 5 members; those before were read" in lines(pile)[0]
    outer = made.zipped(a_dot_zip=many, b_dot_zip=many.replace(b"words", b"terms"), c_dot_txt=b"last")
    pile = read(tmp_path, "a.zip", outer, Settings(limits=Limits(members=7)))
    assert sum("more than 7 members" in line for line in lines(pile)) >= 1
    assert len(pile.sources) < 9
    pile = read(tmp_path, "a.zip", many, Settings(limits=Limits(unpacked=30)))
    assert "unpacks to more than may be unpacked" in lines(pile)[0]


def test_one_bad_member_does_not_stop_the_others(tmp_path: Path) -> None:
    raw = bytearray(made.zipped(a_dot_txt=WORDS, b_dot_txt=b"Other words."))
    raw[45] ^= 0xFF
    pile = read(tmp_path, "a.zip", bytes(raw))
    assert [one.name for one in pile.sources] == ["a.zip!/b.txt", "zz.txt"]
    assert lines(pile)[0].startswith("a.zip!/a.txt: is damaged")


@pytest.mark.parametrize("gz", [True, False])
def test_a_warc_cut_anywhere_gives_what_stands_before_and_says_so(tmp_path: Path, gz: bool) -> None:
    whole, name = made.warc(gz=gz), "a.warc.gz" if gz else "a.warc"
    second = int(read(tmp_path, name, whole).sources[1].name.rpartition("=")[2])
    for cut in (second + 9, second + 80, second + 300):
        pile = read(tmp_path, name, whole[:cut])
        assert pile.sources[0].given("url") == "https://echo.example/strike"
        assert any("break" in line or "damaged after" in line for line in lines(pile)), f"cut at {cut}"


def test_a_warc_packed_as_one_says_what_is_wrong(tmp_path: Path) -> None:
    pile = read(tmp_path, "a.warc.gz", gzip.compress(made.warc(gz=False)))
    assert any("is damaged after byte" in line or "breaks off" in line for line in lines(pile))
    assert pile.sources[0].given("url") == "https://echo.example/strike"


def test_a_long_line_and_nul_bytes_cost_one_row(tmp_path: Path) -> None:
    rows = b'{"text": "' + b"x" * 2_000 + b'"}\n{"text": "a\\u0000b"}\n{"text": "short"}\n'
    pile = read(tmp_path, "a.jsonl", rows, Settings(largest_file=1_000))
    assert [one.text for one in pile.sources][1:] == ["short", "The rest goes on."]
    assert lines(pile) == ["a.jsonl#L1: is longer than 1,000 bytes. Split it, or give a larger limit."]


def test_links_pipes_and_loops_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "here.txt").symlink_to(tmp_path / "here.txt")
    (tmp_path / "up").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    pile = read(tmp_path, "a.txt", WORDS)
    told = " | ".join(lines(pile))
    assert "up: is a link to a folder; it was not followed." in told
    assert "here.txt: cannot be read (" in told
    assert "pipe.txt: is neither a file nor a folder." in told
    assert len(pile.sources) == 2


def spin() -> None:
    while True:
        pass


def grow() -> int:
    return len(bytearray(3_000_000_000))


def crash() -> None:
    os._exit(3)


@pytest.mark.parametrize(
    ("work", "said"),
    [(spin, "takes longer than 1 seconds"), (grow, "too much memory"), (crash, "makes its reader crash")],
)
def test_a_reader_out_of_bounds_is_ended_and_said(work: Callable[[], object], said: str) -> None:
    with pytest.raises(Refused, match=said):
        guarded(work, seconds=1, memory=500_000_000)
    assert guarded(sorted, [2, 1], seconds=5, memory=500_000_000) == [1, 2]


# -- at random -------------------------------------------------------------------------------------

JUNK = (b"\0\0\0\0", b"\xff\xff\xff\xff", b"{{{{", b"<![C", b"\n\n\r\n", b'""""', b"9999", b"/../")


def mutated(chance: random.Random, raw: bytes) -> bytes:
    """Bytes cut short, changed, cut out, put in or doubled."""
    out = bytearray(raw)
    here, there = chance.randrange(len(out)), chance.randrange(len(out))
    way = chance.randrange(6)
    if way == 0:
        return bytes(out[:here])
    if way == 1:
        for _ in range(chance.randrange(1, 12)):
            out[chance.randrange(len(out))] = chance.randrange(256)
    elif way == 2:
        del out[here : here + chance.randrange(200)]
    elif way == 3:
        out[here:here] = chance.randbytes(chance.randrange(1, 64))
    elif way == 4:
        out[here:here] = out[there : there + chance.randrange(400)]
    else:
        out[here : here + 4] = chance.choice(JUNK)
    return bytes(out)


def shake(folder: Path, seeds: range) -> None:
    files = made.every()
    names = sorted(files)
    for seed in seeds:
        chance = random.Random(seed)
        name = chance.choice(names)
        raw = mutated(chance, files[name])
        name = chance.choice(names) if chance.random() < 0.1 else name
        (folder / name).write_bytes(raw)
        pile = gather([folder / name], settings=SETTINGS)
        assert pile.sources or pile.troubles, f"seed {seed}: {name} was passed over in silence"
        for trouble in pile.troubles:
            assert trouble.where.startswith(name), f"seed {seed}: {trouble}"
            assert "\n" not in str(trouble) and len(str(trouble)) < 900, f"seed {seed}: {trouble}"
        for source in pile.sources:
            assert source.text.encode(source.encoding, source.errors) == source.raw
        (folder / name).unlink()


def test_damaged_files_never_raise_and_always_say_something(tmp_path: Path) -> None:
    shake(tmp_path, range(150))


@pytest.mark.slow
def test_two_thousand_damaged_files(tmp_path: Path) -> None:
    shake(tmp_path, range(1_000, 3_000))


def test_deep_json_in_an_export_says_so(tmp_path: Path) -> None:
    deep = json.dumps(made.TELEGRAM)[:-1] + ', "x": ' + "[" * 10_000 + "]" * 10_000 + "}"
    assert "nested too deeply" in lines(read(tmp_path, "result.json", deep.encode()))[0]
