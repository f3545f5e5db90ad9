"""Sources: every byte kept, every trouble one line, nothing stops the rest."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import BadManifest
from dragoman.models import identify
from dragoman.read.decode import Undecodable, decode
from dragoman.read.sources import gather, sources
from dragoman.records import Source, Trouble
from dragoman.settings import Settings

SETTINGS = Settings()
WORDS = {
    "fr": "Le président a déclaré que l’accord était signé à Genève, où l’on espérait une paix durable, déjà.",
    "de": "Der Außenminister sagte „Wir prüfen das“ und fügte hinzu, Österreich werde später über alles zustimmen.",
    "es": "El presidente señaló que España firmará el acuerdo mañana. «¿Cuándo?», preguntó el español.",
    "ru": "Президент заявил, что договор вступит в силу после обмена грамотами. «Мы ждём», — добавил он.",
    "pl": "Prezydent powiedział, że umowa zostanie podpisana później w Łodzi. „Czekamy”, dodał wieczorem.",
    "el": "Ο πρόεδρος δήλωσε ότι η συμφωνία θα υπογραφεί αύριο στην Αθήνα. «Περιμένουμε», είπε.",
    "zh": "总统表示，该条约将在交换批准书后生效。“我们等待。”他补充说。",
    "ja": "大統領は、条約は批准書の交換後に発効すると述べた。「待っている」と付け加えた。",
    "ko": "대통령은 비준서 교환 후 조약이 발효될 것이라고 말했다. “기다리고 있다”고 덧붙였다.",
}
CODECS = [
    ("fr", "utf-8"), ("fr", "cp1252"), ("de", "cp1252"), ("es", "cp1252"), ("es", "utf-16"), ("ru", "cp1251"),
    ("ru", "koi8-r"), ("ru", "cp866"), ("ru", "utf-16-le"), ("ru", "utf-16-be"), ("ru", "utf-32"), ("pl", "cp1250"),
    ("pl", "iso-8859-2"), ("el", "cp1253"), ("zh", "gb18030"), ("zh", "utf-16"), ("ja", "cp932"), ("ja", "euc-jp"),
    ("ko", "cp949"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "codec"), CODECS)
def test_a_text_in_any_code_page_is_read_and_gives_its_bytes_back(lang: str, codec: str) -> None:
    raw = f"{WORDS[lang]}\n\n{WORDS[lang]}\n".encode(codec, "ignore")
    found = decode(raw)
    text = raw.decode(found.encoding, found.errors)
    assert text.lstrip("\ufeff") == raw.decode(codec).lstrip("\ufeff")
    assert text.encode(found.encoding, found.errors) == raw


GUILLEMETS = [
    ("« Nous attendrons », a déclaré la présidente. La grève a commencé.", "cp1252"),
    ("« Wir prüfen das », sagte der Außenminister später.", "cp1252"),
    ("Les élus ont répété : « Non ! »", "cp1252"),
]


@pytest.mark.parametrize(("text", "codec"), GUILLEMETS)
def test_quotation_marks_between_blanks_are_no_letters(text: str, codec: str) -> None:
    found = decode(text.encode(codec))
    assert text.encode(codec).decode(found.encoding) == text


SHORT = [  # letters that end words stand inside them, and the other way round, when another alphabet is read
    ("Президент подписал закон во вторник в Москве, сообщает пресс-служба.", "cp1251"),
    ("Паром вышел из порта утром в пятницу, пишет газета.", "cp1251"),
    ("Порт открыт снова, сообщила компания в четверг.", "koi8-r"),
    ("Ο πρωθυπουργός μίλησε με τον Τραμπ για το Ιράκ και το Ισραήλ.", "cp1253"),
    ("שתי מעבורות התנגשו ביום שלישי ליד החוף, אמר המפעיל.", "cp1255"),
]


@pytest.mark.parametrize(("text", "codec"), SHORT)
def test_one_sentence_is_enough_to_tell_alphabets_apart(text: str, codec: str) -> None:
    found = decode(text.encode(codec))
    assert text.encode(codec).decode(found.encoding) == text


def test_a_text_called_a_page_keeps_its_lines(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("Ferries sail again\n\nThe crews agreed on Monday evening.", "utf-8")
    (source,) = gather([str(tmp_path / "a.html")], settings=Settings()).sources
    assert source.kind == "text"


def test_posts_of_an_interface_are_read_like_those_of_an_archive(tmp_path: Path) -> None:
    post = {"id_str": "7", "created_at": "Tue Mar 05 09:00:00 +0000 2024", "full_text": "The ferry has left.",
            "user": {"screen_name": "quay"}}  # fmt: skip
    (tmp_path / "posts.json").write_text(json.dumps([post]), "utf-8")
    (source,) = gather([str(tmp_path / "posts.json")], settings=Settings()).sources
    assert (source.text, source.given("outlet"), source.given("date")) == (
        "The ferry has left.", "@quay", "2024-03-05T09:00:00+00:00",
    )  # fmt: skip


def test_a_guess_says_so() -> None:
    assert "guessed" in decode(WORDS["ru"].encode("cp1251")).note
    assert decode(WORDS["ru"].encode()).note == ""


def test_a_declared_charset_is_believed_when_it_fits() -> None:
    page = f'<meta charset="iso-8859-1"><p>{WORDS["es"]}'
    assert decode(page.encode("cp1252"), html=True).encoding == "cp1252"
    assert decode(page.encode("utf-8"), html=True).encoding == "utf-8"


@given(st.binary(max_size=400))
def test_no_bytes_are_lost(raw: bytes) -> None:
    try:
        found = decode(raw)
    except Undecodable:
        return
    assert raw.decode(found.encoding, found.errors).encode(found.encoding, found.errors) == raw


def test_bad_bytes_in_utf8_survive() -> None:
    raw = WORDS["fr"].encode() + b" \xff\xfe et voil\xc3"
    found = decode(raw)
    assert (found.encoding, found.errors) == ("utf-8", "surrogateescape")
    assert "3 bytes" in found.note


def pile(folder: Path, **files: bytes) -> None:
    for name, raw in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)


def test_a_folder_is_read_in_order_and_nothing_stops_the_rest(tmp_path: Path) -> None:
    pile(tmp_path, b_dot_txt=b"Second.", a_dot_txt=b"First.", sub__c_dot_html=b"<p>Third.</p>", d_dot_txt=b"",
         e_dot_txt=b" \n ", f_dot_txt=b"\x00\x01\x02\x03" * 30, g_dot_txt=b"%PDF-1.7 x", h_dot_txt=b"x" * 200,
         i_dot_png=b"\x89PNG", j_dot_docx=b"PK", _dot_hidden_dot_txt=b"no")  # fmt: skip
    found = gather([tmp_path], settings=Settings(largest_file=150))
    assert [one.name for one in found.sources] == ["a.txt", "b.txt", "sub/c.html"]
    assert [one.kind for one in found.sources] == ["text", "text", "html"]
    told = {trouble.where: str(trouble) for trouble in found.troubles}
    assert "is empty" in told["d.txt"] and "white space" in told["e.txt"] and "not text" in told["f.txt"]
    assert "cannot be opened as a PDF" in told["g.txt"]
    assert "more than the limit" in told["h.txt"]
    assert any("1 .docx file passed over" in line for line in told.values())
    assert len(told) == 6


def test_the_same_bytes_twice_are_one_source_and_two_sightings(tmp_path: Path) -> None:
    pile(tmp_path, a_dot_txt=b"Same words.", b_dot_txt=b"Same words.")
    found = gather([tmp_path], settings=SETTINGS)
    assert [one.name for one in found.sources] == ["a.txt"]
    assert [one.name for one in found.sightings] == ["a.txt", "b.txt"]


def test_a_file_given_twice_is_seen_once_and_order_does_not_matter(tmp_path: Path) -> None:
    pile(tmp_path, a_dot_txt=b"One.", b_dot_txt=b"Two.")
    first = gather([tmp_path / "b.txt", tmp_path / "a.txt", tmp_path / "b.txt"], settings=SETTINGS)
    assert first == gather([tmp_path / "a.txt", tmp_path / "b.txt"], settings=SETTINGS)
    assert [one.name for one in first.sources] == ["a.txt", "b.txt"]


def test_a_missing_path_says_what_to_do(tmp_path: Path) -> None:
    (trouble,) = gather([tmp_path / "no.txt"], settings=SETTINGS).troubles
    assert str(trouble).endswith("no.txt: does not exist. Give the path of a file or folder.")


def test_html_is_known_by_its_content(tmp_path: Path) -> None:
    pile(tmp_path, page_dot_txt=b"<!DOCTYPE html><html><p>Words.</p></html>")
    assert gather([tmp_path], settings=SETTINGS).sources[0].kind == "html"


# -- JSON Lines and standard input -----------------------------------------------------------------


def test_json_lines_give_a_source_a_line_and_bad_lines_one_trouble_each(tmp_path: Path) -> None:
    rows = [
        json.dumps(
            {"text": "Première dépêche.", "date": "2024-06-19", "outlet": "L'Écho", "url": "https://example.org/1"}
        ),
        '{"text": "half a line',
        json.dumps({"html": "<p>Second.</p>", "language": "en"}),
        json.dumps(["no", "object"]),
        json.dumps({"title": "nothing to read"}),
        '{"text": "A lone half \\ud83d stays."}',
        "",
    ]
    (tmp_path / "pile.jsonl").write_bytes("\n".join(rows).encode() + b'\n{"text": "bad byte \xff"}\n')
    found = gather([tmp_path / "pile.jsonl"], settings=SETTINGS)
    assert [one.name for one in found.sources] == [
        "pile.jsonl#L1/text", "pile.jsonl#L3/html", "pile.jsonl#L6/text", "pile.jsonl#L8/text",
    ]  # fmt: skip
    assert found.sources[0].given("date") == "2024-06-19" and found.sightings[0].outlet == "L'Écho"
    assert found.sources[1].kind == "html"
    assert found.sources[2].text == "A lone half \ud83d stays."
    assert found.sources[3].raw == b"bad byte \xff"
    assert [trouble.where for trouble in found.troubles] == ["pile.jsonl#L2", "pile.jsonl#L4", "pile.jsonl#L5"]


def test_a_line_beyond_the_limit_does_not_stop_the_next(tmp_path: Path) -> None:
    (tmp_path / "p.jsonl").write_text('{"text": "' + "x" * 500 + '"}\n{"text": "short"}\n')
    found = gather([tmp_path / "p.jsonl"], settings=Settings(largest_file=100))
    assert [one.text for one in found.sources] == ["short"] and "longer" in str(found.troubles[0])


def test_standard_input_is_one_article_or_rows() -> None:
    def read(raw: bytes) -> list[str]:
        found = sources(["-"], settings=SETTINGS, stdin=io.BytesIO(raw))
        return [one.name + ":" + one.text for one in found if isinstance(one, Source)]

    assert read("Été.\nFin.".encode()) == ["-:Été.\nFin."]
    assert read(b'{"text": "One."}\n{"text": "Two."}') == ["-#L1/text:One.", "-#L2/text:Two."]
    assert read(b"{curly words}\nof prose") == ["-:{curly words}\nof prose"]


# -- manifest --------------------------------------------------------------------------------------


def test_a_manifest_tells_of_files_and_misses_those_that_are_not_there(tmp_path: Path) -> None:
    pile(tmp_path, a_dot_txt=b"One.", sub__b_dot_txt=b"Two.")
    (tmp_path / "articles.toml").write_text(
        '["a.txt"]\ndate = 2024-06-19\noutlet = "Echo"\n'
        '["sub/b.txt"]\nurl = "https://example.org"\n["gone.txt"]\ndate = "2024"\n'
    )
    found = gather([tmp_path], settings=SETTINGS)
    assert found.sources[0].given("date") == "2024-06-19" and found.sightings[0].outlet == "Echo"
    assert found.sources[1].given("url") == "https://example.org"
    assert [trouble.where for trouble in found.troubles] == ["gone.txt"]
    (alone,) = gather([tmp_path / "a.txt"], settings=SETTINGS).sources  # a manifest beside a file counts too
    assert alone.given("outlet") == "Echo"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('["a.txt"]\ndatum = "2024-06-19"', 'unknown key "datum". Allowed: date, outlet, url, title, language, kind'),
        ('["a.txt"]\ndate = "yesterday"', "is not a date"),
        ('["a.txt"]\noutlet = 7', "must be words in quotation marks"),
        ('["a.txt"]\nkind = "pdf"', "Allowed: text, html, primary"),
        ('date = "2024-06-19"', "must be a table named after a file"),
        ("[a.txt", "is not TOML"),
    ],
)
def test_a_wrong_manifest_names_file_key_and_what_is_allowed(tmp_path: Path, written: str, said: str) -> None:
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "articles.toml").write_text(written)
    with pytest.raises(BadManifest, match=r"articles\.toml") as error:
        gather([tmp_path], settings=SETTINGS)
    assert said in str(error.value)


def test_sources_are_lazy(tmp_path: Path) -> None:
    pile(tmp_path, a_dot_txt=b"One.", b_dot_txt=b"Two.")
    run = sources([tmp_path], settings=SETTINGS)
    assert isinstance(next(run), Source)
    (tmp_path / "b.txt").unlink()
    assert any(isinstance(one, Trouble) for one in run)


DATED = [
    "Honiara, 4. August 2019 (epd). Manasseh Damukana Sogavare hat am Dienstag in Honiara den Amtseid abgelegt.",
    "Washington, 3. April 2024 (epd). Smith Johnson Williams hat am Dienstag in Washington den Amtseid abgelegt.",
]


@pytest.mark.parametrize("text", DATED)
def test_a_date_line_and_foreign_names_do_not_make_the_language(text: str) -> None:
    assert identify(f"{text} Ein Sprecher teilte mit, dass rund hundert Gäste gekommen waren.")[0] == "de"
