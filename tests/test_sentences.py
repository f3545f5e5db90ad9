"""Blocks and sentences, in any language."""

from __future__ import annotations

import pytest

from dragoman.languages import language
from dragoman.read.blocks import blocks, byline_name
from dragoman.read.sentences import sentences

SENTENCES = [
    ("en", "Mr. Smith met Gen. Lee at 5 p.m. on Jan. 3.|They agreed."),
    ("en", "The U.S. Army left.|It came from the U.S.|The envoy stayed."),
    ("en", "“We will wait.|We are patient,” he said.|She did not."),
    ("en", "“Will you sign?” asked the reporter.|“Yes!” said the envoy."),
    ("en", "They … will reliably stand by us… whatever comes.|So he said."),
    ("en", "Prices rose 3.5 percent.|In 2001 they fell."),
    ("en", "It ended in 2001.|The next began."),
    ("en", "J. F. Doe came.|No. 5 was free."),
    ("fr", "M. Dupont a parlé.|Mme Durand a répondu : « Nous attendrons.|Rien ne presse. »|Fin."),
    ("fr", "Il a été reçu par le gén. Martin.|L'accord tient."),
    ("fr", "«Nos pays avancent… et nous restons unis», dit-il.|Voilà."),
    ("fr", "Qu'en dit-il ?|Rien du tout !|Ainsi va la vie."),
    ("de", "Am 4. Dezember trat das Abkommen in Kraft.|Es gilt z. B. für Fisch."),
    ("de", "Er kam am 19. Juni.|Die Delegation blieb."),
    ("de", "Das sagte Dr. Meier.|„Wir warten.|Mehr nicht.“"),
    ("es", "El Sr. Pérez viajó a EE. UU. el lunes.|Volvió el martes."),
    ("es", "¿Cuándo?|¡Mañana!|Así lo dijo."),
    ("ru", "В 2024 г. договор подписали.|Его ратифицировали позже."),
    ("ru", "Это стоит 5 млн руб. в год.|А. С. Иванов согласен."),
    ("xx", "Una fara.|Due fara!|Tri 3.5 fara?|Kvar."),
]


def split(text: str, code: str) -> list[str]:
    speech = language(code)
    return [text[a:b] for a, b in sentences(text, blocks(text, speech), speech)]


@pytest.mark.parametrize(("code", "marked"), SENTENCES, ids=lambda one: one[:30])
def test_sentences(code: str, marked: str) -> None:
    assert split(marked.replace("|", " "), code) == marked.split("|")


def test_scripts_without_spaces_are_split_at_their_own_stops() -> None:
    assert split("总统来了。他说：“我们等待。”代表团走了！", "zh") == [
        "总统来了。",
        "他说：“我们等待。”",
        "代表团走了！",
    ]
    assert split("大統領は述べた。「待つ」と言った。", "ja") == ["大統領は述べた。", "「待つ」と言った。"]


def test_paragraphs_end_sentences() -> None:
    assert split("A heading\n\nFirst words here\nsecond words here.", "en") == [
        "A heading",
        "First words here",
        "second words here.",
    ]


LEAD = "The two governments opened talks on the river border on Tuesday, and neither side gave much away."
NEXT = "Officials said that a second round would follow in spring, once the ice on the river was gone."
PAGES = [
    (f"Talks open on the river\n\n{LEAD}\n\n{NEXT}", "headline paragraph paragraph"),
    (
        f"Talks open on the river\nBy Ana Name\nPublished 3 June 2024, 10:15\n{LEAD}\n{NEXT}",
        "headline byline dateline paragraph paragraph",
    ),
    (
        f"Talks open on the river\n\nBoth sides say they are patient\n\n{LEAD}\n\n{NEXT}",
        "headline standfirst paragraph paragraph",
    ),
    (f"{LEAD}\n\nWhat comes next?\n\n{NEXT}", "paragraph heading paragraph"),
    (f"{LEAD} {NEXT}\n{NEXT}", "paragraph paragraph"),
    (f"Two sides, one river.\n{LEAD}\n{NEXT}", "paragraph paragraph paragraph"),
    (f"Talks open\n\n{LEAD}\n\n• fish\n• water\n\n{NEXT}", "headline paragraph list list paragraph"),
    (f"Talks open\n\n{LEAD}\n\n{NEXT}\n\nPhoto: two envoys on the bridge", "headline paragraph paragraph caption"),
    ("17.07.2023 20:41 Uhr\n" + LEAD, "dateline paragraph"),
    (
        f"Ship arrives with freight\n16 October 2024, 10:32 CET Source: DAILY POST, AFP, dpa\n{LEAD}\n{NEXT}",
        "headline dateline paragraph paragraph",
    ),
]


@pytest.mark.parametrize(("page", "kinds"), PAGES, ids=[kinds for _, kinds in PAGES])
def test_blocks(page: str, kinds: str) -> None:
    assert " ".join(block.kind for block in blocks(page, language("en"))) == kinds


def test_wrapped_lines_make_one_paragraph() -> None:
    page = (
        "The two governments opened talks\non the river border on Tuesday,\nand neither side gave much away\n"
        "as the ice was not yet gone and\nthe fish had not yet come back to\nthe upper river.\n\n"
        "Another paragraph here."
    )
    assert [page[one.start : one.end][:9] for one in blocks(page, language("en"))] == ["The two g", "Another p"]


@pytest.mark.parametrize(
    ("code", "line", "name"),
    [
        ("en", "By Ana Name", "Ana Name"),
        ("fr", "Par Ana Nom", "Ana Nom"),
        ("de", "Von Ana Name, Berlin", "Ana Name, Berlin"),
        ("en", "By Ana Name · 9 November 2024", "Ana Name"),
        ("es", "Por Ana Nombre", "Ana Nombre"),
    ],
)
def test_bylines(code: str, line: str, name: str) -> None:
    assert byline_name(line, language(code)) == name
