"""One suite over every database: what a library keeps, finds, and survives."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import threading
import uuid
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman import build
from dragoman.errors import BrokenLibrary, UnknownChoice
from dragoman.read import read, sift
from dragoman.records import Correction, Quote, Source, Story, Target
from dragoman.settings import Settings
from dragoman.store import open_store
from dragoman.store.library import Library
from dragoman.store.search import index, search
from dragoman.store.words import indexed, tokens

EXAMPLE = Path(__file__).parents[1] / "examples" / "grain-2022"
SERVER = os.environ.get("DRAGOMAN_TEST_POSTGRES")
KILLS = int(os.environ.get("DRAGOMAN_TEST_KILLS", "20"))
needs_server = pytest.mark.skipif(not SERVER, reason="DRAGOMAN_TEST_POSTGRES names no PostgreSQL server; .ci/run does")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=needs_server)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A fresh library's URL in each database."""
    if request.param == "sqlite":
        yield str(tmp_path / "library.db")
        return
    import psycopg

    name = f"t{uuid.uuid4().hex[:12]}"
    with psycopg.connect(str(SERVER), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    yield str(SERVER).rsplit("/", 1)[0] + f"/{name}"
    with psycopg.connect(str(SERVER), autocommit=True) as server:
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def story() -> Story:
    """Two real-world-like articles in two languages, read once for all tests here."""
    return build(sorted(EXAMPLE.glob("*-en*"))[:1] + sorted(EXAMPLE.glob("*-fr*"))[:1]).story


@pytest.fixture
def library(url: str) -> Iterator[Library]:
    opened = Library.open(url)
    yield opened
    opened.close()


def filled(library: Library, story: Story) -> Library:
    library.add(story.sources, story.sightings)
    for reading in story.readings:
        library.keep_article(reading.article)
        library.keep_reading(reading, "rules-1")
        index(library, reading)
    library.keep_story("k1", story, slug="grain", files={"dossier.md": b"# x"}, digest="d1", at="2026-01-01T00:00:00Z")
    return library


def test_adding_twice_changes_nothing(library: Library, story: Story) -> None:
    assert library.add(story.sources, story.sightings) == [one.id for one in story.sources]
    assert library.add(story.sources, story.sightings) == []
    assert library.source_ids() == [one.id for one in story.sources]
    assert library.sightings() == story.sightings
    for source in story.sources:
        assert library.source(source.id) == source


def test_readings_come_back_equal_and_only_for_the_same_rules(library: Library, story: Story) -> None:
    filled(library, story)
    for reading in story.readings:
        assert library.reading(reading.article.source, "rules-1") == reading
        assert library.article(reading.article.source) == reading.article
        assert library.reading(reading.article.source, "rules-2") is None


def test_versions_of_a_dossier_appear_only_when_it_changed(library: Library, story: Story) -> None:
    filled(library, story)
    again = {"slug": "grain", "files": {"dossier.md": b"# x"}, "at": "2026-01-02T00:00:00Z"}
    assert library.keep_story("k1", story, digest="d1", **again) == 1
    assert library.stories()[0]["at"] == "2026-01-01T00:00:00Z", "a story changes when its dossier does"
    assert library.keep_story("k1", replace(story, title="New"), digest="d2", **again) == 2
    assert [row["digest"] for row in library.versions("k1")] == ["d1", "d2"]
    assert library.file("k1", 1, "dossier.md") == b"# x"
    assert library.file("k1", 3, "dossier.md") is None
    assert [row["title"] for row in library.stories()] == ["New"]
    assert library.members("k1") == [one.article.source for one in story.readings]
    assert library.stories_of(story.sources[0].id) == ["k1"]
    library.drop_story("k1")
    assert library.stories() == [] and library.versions("k1") == []
    assert library.source_ids() == [one.id for one in story.sources]


def test_corrections_are_kept_in_order_and_once(library: Library) -> None:
    one = Correction(verdict="reject", about="quote", targets=(Target(source="s", exact="“yes”"),), by="ana", at="t1")
    undo = Correction(verdict="undo", value=one.id, by="ana", at="t2")
    assert library.correct(one, undo) == 2
    assert library.correct(one) == 0
    assert library.corrections() == (one, undo)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("L'accord de 10 000 tonnes, Świątek", ["l", "accord", "de", "10000", "tonnes", "swiatek"]),
        ("10.000 und 10,000", ["10000", "und", "10000"]),
        ("北京协议 signed", ["北京", "京协", "协议", "signed"]),
        ("e\u0301te\u0301", ["ete"]),
        ("Straße ΑΘΗΝΑ", ["strasse", "αθηνα"]),
        ("…", []),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    assert tokens(text) == words


def test_another_script_is_found_in_latin_letters() -> None:
    assert "lavrov" in indexed("Лавров заявил").split()
    assert indexed("plain words") == "plain words"


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Лавров", {"en", "ru", "ko"}),  # the letters of a name lead to the same name in Latin letters
        ("Lavrov", {"en", "ru", "ko"}),
        ("«Лавров»", {"en", "ru"}),
        ("라브로프", {"en", "ru", "ko"}),
        ("오바마", {"ko", "us"}),
        ("Obama", {"ko", "us"}),
        ("встреча", {"ru"}),  # begins small: a word, not looked for in other languages
    ],
)
def test_a_name_is_found_across_scripts_before_anybody_knows_it(
    library: Library, question: str, names: set[str]
) -> None:
    texts = {
        "en": "Sergei Lavrov flew to Geneva. The vstrecha cafe was closed.",
        "ru": "Лавров прилетел в Женеву. Встреча прошла в среду.",
        "ko": "라브로프 장관은 오바마 대통령을 만났다.",
        "us": "Barack Obama was in Geneva.",
    }
    for name, text in texts.items():
        source = Source(raw=text.encode(), name=name)
        reading = read(sift(source), settings=Settings())
        library.add([source], [])
        library.keep_article(reading.article)
        index(library, reading)
    assert {one.name for one in search(library, question, kind="article")} == names


QUESTIONS = [
    ("grain", "en", "grain"),
    ("céréales", "fr", "éréales"),
    ("CEREALES", "fr", "éréales"),
    ('"mer Noire"', "fr", "mer Noire"),
    ("Istanbul grain", "en", "Istanbul"),
]


@pytest.mark.parametrize(("question", "language", "words"), QUESTIONS)
def test_words_lead_to_exact_places(library: Library, story: Story, question: str, language: str, words: str) -> None:
    filled(library, story)
    hits = [one for one in search(library, question) if one.language == language and one.kind == "article"]
    assert hits, f"{question!r} is in the {language} article"
    source = story.sources_by_id[hits[0].span.source]
    assert words.casefold() in source.slice(hits[0].span).casefold()
    assert hits[0].stories == ("k1",)


@pytest.mark.parametrize("day", ["24 October 2024", "24 octobre 2024", "24 октября", "2024-10-24"])
def test_a_day_is_found_however_it_is_written(library: Library, day: str) -> None:
    text = "MOSCOW, 25 October 2024 - The Duma approved the treaty yesterday. Senators vote on 6 November."
    source = Source(raw=text.encode(), name="x.txt")
    reading = read(sift(source), settings=Settings())
    library.add([source])
    library.keep_article(reading.article)
    index(library, reading)
    assert [one.exact for one in search(library, day, kind="time")] == ["yesterday"]


def test_a_speaker_whose_name_holds_undecodable_bytes_is_found_by_the_rest_of_it(
    library: Library, story: Story
) -> None:
    reading = next(one for one in story.readings if any(isinstance(fact, Quote) and fact.speaker for fact in one.facts))
    library.add(story.sources, story.sightings)
    library.keep_article(reading.article)
    speaker = next(fact.speaker for fact in reading.facts if isinstance(fact, Quote) and fact.speaker)
    index(library, reading, speakers={speaker: "Ren\udce9 Nowhereman"})
    found = search(library, "", kind="quote", speaker="Nowhereman")
    assert found and {one.speaker for one in found} == {"Ren? Nowhereman"}


def test_filters_narrow_and_nonsense_finds_nothing(library: Library, story: Story) -> None:
    filled(library, story)
    assert search(library, "xyzzy") == []
    assert search(library, "") == []
    assert search(library, 'grain " OR 1=1 --') == []
    assert {one.language for one in search(library, "", language="fr")} == {"fr"}
    quotes = search(library, "", kind="quote", limit=200)
    assert any(one.speaker for one in quotes), "whose words they are stands with them"
    assert len(quotes) == len({(q.start, q.end, q.source) for r in story.readings for q in r.of(Quote)})
    assert search(library, "", kind="quote", since="2031-01-01") == []


def test_a_name_finds_its_other_spellings(library: Library, story: Story) -> None:
    from dragoman.records import Entity

    names = (("fr", "KCNA"), ("ru", "ЦТАК"))
    renamed = replace(story, entities=(Entity(id="e1", kind="ORG", name="KCNA", names=names),))
    text = "L'agence ЦТАК l'a annoncé. Selon ЦТАК, le train est reparti."
    source = Source(raw=text.encode(), name="x.txt")
    reading = story.readings[0]
    from dragoman.read import sift

    library.add([source])
    article = sift(source)
    library.keep_article(article)
    index(library, replace(reading, article=article, facts=()))
    options = {"slug": "s", "files": {}, "digest": "d", "at": "t"}
    assert search(library, "KCNA") == []
    library.keep_story("k1", renamed, **options)
    assert [one.span.source for one in search(library, "KCNA")] == [source.id]


def test_an_error_inside_undoes_all_of_it(library: Library) -> None:
    with pytest.raises(RuntimeError), library.store.transaction():
        library.add([Source(raw=b"one"), Source(raw=b"two")])
        raise RuntimeError
    assert library.source_ids() == []


def test_check_names_what_is_wrong(library: Library, story: Story) -> None:
    filled(library, story)
    assert library.check() == []
    first = story.sources[0].id
    library.store.put("raws", first, zlib.compress(b"changed"))
    library.store.put("readings", "loose", b"not a payload", source="nobody")
    wrong = library.check()
    assert any(first[:12] in line and "not those that were added" in line for line in wrong)
    assert any("readings loose" in line and "cannot be read" in line for line in wrong)


def test_readers_and_a_writer_work_side_by_side(library: Library, story: Story) -> None:
    filled(library, story)
    problems: list[BaseException] = []
    done = threading.Event()

    def reader() -> None:
        try:
            while not done.is_set():
                assert search(library, "grain")
        except BaseException as error:
            problems.append(error)

    threads = [threading.Thread(target=reader) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(40):
        library.add([Source(raw=f"text {number}".encode(), name=f"{number}.txt")])
    done.set()
    for thread in threads:
        thread.join()
    assert problems == []
    assert len(library.source_ids()) == 40 + len(story.sources)


WRITER = """
import sys
from dragoman.records import Source
from dragoman.store.library import Library
library = Library.open(sys.argv[1])
for number in range(10**6):
    source = Source(raw=b"%s %d" % (sys.argv[2].encode(), number))
    library.add([source])
    print(source.id, flush=True)
"""


def test_killed_at_any_moment_it_loses_nothing_committed(url: str) -> None:
    Library.open(url).close()
    chance = random.Random(7)
    told: list[str] = []
    for kill in range(KILLS if url.endswith(".db") else 3):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, url, str(kill)], stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        told.append(writer.stdout.readline().strip())  # it writes; from here on any moment will do
        threading.Event().wait(chance.random() * 0.05)
        writer.send_signal(signal.SIGKILL)
        told += [line.strip() for line in writer.stdout.read().split("\n") if len(line) == 64]
        writer.wait()
    library = Library.open(url)
    assert len(told) >= 20 if url.endswith(".db") else told
    assert set(told) <= set(library.source_ids())
    assert library.check() == []
    assert all(hashlib.sha256(held.raw).hexdigest() == one for one in told[:50] if (held := library.source(one)))
    library.close()


def test_what_is_no_library_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "x.db"
    other.write_bytes(b"this is not a database at all, but long enough to look at" * 20)
    with pytest.raises(BrokenLibrary, match=r"x\.db"):
        Library.open(str(other))
    with pytest.raises(BrokenLibrary, match="folder does not exist"):
        Library.open(str(tmp_path / "no" / "x.db"))
    with pytest.raises(UnknownChoice, match="mongodb"):
        open_store("mongodb://x/y")


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    import sqlite3

    path = tmp_path / "x.db"
    Library.open(str(path)).close()
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA user_version = 99")
    with pytest.raises(BrokenLibrary, match="newer Dragoman"):
        Library.open(str(path))
