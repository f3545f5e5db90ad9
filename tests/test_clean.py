"""Cleaning: what goes, why, and that the rest stays and still knows where it came from."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.read.clean import clean
from dragoman.spans import Text

BODY = (
    "The two governments opened talks on the river border on Tuesday, and neither side gave much away.\n\n"
    "Officials said that a second round would follow in spring. “We are patient,” the envoy told reporters."
)

#: (line of a page, reason) – each put after, between or before paragraphs as real pages do
FURNITURE = [
    ("READ ALSO: Five things to know about the ferry", "read-also"),
    ("À LIRE AUSSI : Le ferry en cinq questions", "read-also"),
    ("Lire aussi Le ferry en cinq questions", "read-also"),
    ("Lesen Sie auch: Was der Streik für Pendler bedeutet", "read-also"),
    ("LEA TAMBIÉN: Cinco claves de la huelga", "read-also"),
    ("Читайте также: Что известно о забастовке", "read-also"),
    ("[Ferry firm announces plan to rebuild the burnt pier]", "read-also"),
    (
        "MOST READ BAY CITY How a quiet bay became the coast of thieves FARE HELL Ferries cost twice as much RITZY "
        "ROBBERY Men with axes storm a hotel and steal jewels",
        "read-also",
    ),
    ("Photo:AFP", "photo-credit"),
    ("Enlarge this image toggle caption Ana Gil/AP Ana Gil/AP", "photo-credit"),
    ("Фото", "label"),
    ("Photo", "label"),
    (
        "Copyright 2024 The Harbour Ledger. All rights reserved. This text may not be published or sold, in whole "
        "or in part, without written permission of the publisher.",
        "copyright",
    ),
    ("Foto: picture alliance/dpa", "photo-credit"),
    ("Фото: Иван Петров / ТАСС", "photo-credit"),
    ("© Jane Doe / Getty Images", "photo-credit"),
    ("REUTERS/Jane Doe", "photo-credit"),
    ("12 comments", "counter"),
    ("View 12 comments", "counter"),
    ("0:00 / 3:12", "label"),
    ("Слушать новость", "label"),
    ("Posłuchaj artykułu", "label"),
    ("41 Kommentare", "counter"),
    ("Комментарии (56)", "counter"),
    ("Reading time: 4 min", "reading-time"),
    ("Lesezeit: 3 Minuten", "reading-time"),
    ("3 min de lecture", "reading-time"),
    ("Share on Facebook Share on X Copy link", "share-bar"),
    ("Partager sur Facebook   Partager sur WhatsApp", "share-bar"),
    ("Teilen  Merken  Drucken", "label"),
    ("Advertisement", "label"),
    ("Publié le", "label"),
    ("Published", "label"),
    ("Se connecter", "label"),
    ("* * *", "separator"),
    ("https://example.org/x", "address"),
    ("You must be logged in to post a comment.", "plea"),
    ("Vous devez être connecté pour laisser un commentaire.", "plea"),
    ("Melden Sie sich an, um zu kommentieren.", "plea"),
    ("Suscríbete gratis a nuestro boletín", "plea"),
    ("Подпишитесь на нашу рассылку", "plea"),
    ("This site uses cookies. Accept all?", "cookies"),
    ("Home > World > Asia", "navigation"),
    ("Accueil / Monde / Europe", "navigation"),
    ("Startseite | Politik | Ausland", "navigation"),
    ("Tags: ferry, strike, harbour", "keywords"),
    ("(Reporting by A. Writer; Editing by B. Writer)", "sign-off"),
    ("Avec AFP", "sign-off"),
    ("Ana Gil in Oslo and Ben Roe in Bergen contributed to this report.", "sign-off"),
    ("Anne Roux, à Brest, a contribué à cet article.", "sign-off"),
    ("dpa/jk", "sign-off"),
    ("source feed-12", "source-tag"),
    ("Source: example.org", "source-tag"),
    ("PREV Why cats sleep all day", "next-article"),
    ("Image source, Getty Images", "photo-credit"),
    ("Photo AFP", "photo-credit"),
    ("L'Aube avec AFP", "sign-off"),
    ("Küstenbote mit dpa", "sign-off"),
    ("Bildunterschrift anzeigen", "label"),
    ("Empfohlener redaktioneller Inhalt", "label"),
    ("La suite après cette publicité", "label"),
    ("Saltar al contenido", "label"),
    ("Przejdź do treści", "label"),
    ("Копировать ссылку", "label"),
    ("انسخ الرابط", "label"),
    ("İçeriğe geç", "label"),
    ("Terug naar boven", "label"),
    ("Поділитися", "label"),
    ("Читайте також: Що відомо про страйк", "read-also"),
    ("Get the day's top stories in your inbox", "plea"),
    ("Recevez chaque matin l'essentiel de l'actualité", "plea"),
    ("Das Wichtigste am Morgen direkt in Ihr Postfach", "plea"),
    ("This story was originally published by the Amity Echo.", "plea"),
    ("Über dieses Thema berichtete der Küstenfunk am 3. Mai um 12:00 Uhr.", "sign-off"),
]
ANYWHERE = ("read-also", "photo-credit", "reading-time", "share-bar", "label", "separator", "address", "cookies")

#: Lines of news that look a little like furniture and are none
PROSE = [
    "HARBOUR ROAD Ferry terminal OLD BRIDGE CROWD STAGE Site of the fair NORTH HARBOUR AVENUE Fish market TOWN HALL "
    "Main Entrance SCHOOL STREET 200 FEET",
    "More on the talks was expected on Friday, when the two ministers were to meet the press once more.",
    "Also on Friday, the central bank put a billion into the market.",
    "Share prices fell by a tenth on Monday after the strike was announced by the dockers' union.",
    "Close to 3,000 people marched through the capital, the police said, twice as many as in May.",
    "Commentaires et analyses se sont succédé toute la journée sur les chaînes d'information du pays.",
    "Moscú recibe cada año miles de toneladas de fruta de la región, según el ministerio de Agricultura.",
    "Quelle: so nennen die Fischer den Ort, an dem der Fluss aus dem Berg tritt, seit hundert Jahren.",
    "Next, the two sides will exchange lists of prisoners, the mediator said on her way out of the room.",
    "Реклама табака будет запрещена с января, сообщили в министерстве здравоохранения в понедельник.",
    "Im Postfach des Ministers lagen am Morgen 3.000 Briefe, sagte sein Sprecher am Freitag in Bern.",
    "Wer Anzeige gegen die Reederei erstattet, muss mit langen Verfahren rechnen, so der Anwalt.",
    "La suite après les vacances: le Parlement votera le budget en septembre, a promis le ministre.",
    "Le ministre avec des élus de la région a visité le port mardi, a indiqué la préfecture.",
    "The photo, taken by a passenger, shows the ferry leaving the quay with its doors still open.",
]

#: (damaged, mended)
DAMAGE = [
    ("He spoke of the“hegemony” of others.", "He spoke of the “hegemony” of others."),
    ("“We thank you for your support”said the minister.", "“We thank you for your support” said the minister."),
    ("«Nous attendrons»déclare le ministre.", "«Nous attendrons» déclare le ministre."),
    ("une aide« immédiate » fut promise.", "une aide « immédiate » fut promise."),
    ('He called it "a gift"said the envoy.', 'He called it "a gift" said the envoy.'),
    ("„Wir warten“sagte der Minister.", "„Wir warten“ sagte der Minister."),
    ("Les textes de 1961 et 2001.comme prévu.", "Les textes de 1961 et 2001. comme prévu."),
    ("C'est dit par le ministre.Cet accord tient.", "C'est dit par le ministre. Cet accord tient."),
    ("It\u2019s Kyiv\u2019s", "It's Kyiv's"),
    ("10\u202f000 hommes\u00a0!", "10 000 hommes !"),
    ("Getreide\u00adabkommen", "Getreideabkommen"),
    ("\ufeffPeace\u200b came.", "Peace came."),
    ("One.\r\nTwo.\rThree.", "One.\nTwo.\nThree."),
    ("dÃ©clarÃ© Ã\u00a0Paris", "déclaré àParis"),
    ("lâ€™accord", "l'accord"),
    ("Tom &amp; Ann &#8211; friends", "Tom & Ann – friends"),
    ("It <b>was</b> so.<br />Then not.", "It was so.\nThen not."),
]

#: What must not be mended
SOUND = [
    "Der Minister sagte: „Wir warten“.",
    "The site example.com and v2.beta are fine, so is U.S.Army.",
    "10.000 soldats et 3,5 millions.",
    "“정부는 기다린다”라고 말했다.",
    "Il cite « Le Temps » et « La Voix ».",
    "»Wir warten«, sagte er.",
    "He has a plan and I a doubt.",
    "16. Oktober 2024, 10:32 Uhr Quelle: TAGBLATT, AFP, dpa",
    "AFP / dpa, 8.05.2025 13:02",
]


@pytest.mark.parametrize(("line", "why"), FURNITURE, ids=[line for line, _ in FURNITURE])
def test_furniture_goes_with_its_reason(line: str, why: str) -> None:
    original = f"{BODY}\n\n{line}\n"
    text = clean(Text.of("s", original), "en")
    assert text.value == BODY
    gone = [change for change in text.removed if original[change.start : change.end].strip() == line]
    assert [change.why for change in gone] == [why]


@pytest.mark.parametrize(("line", "why"), [one for one in FURNITURE if one[1] in ANYWHERE], ids=lambda one: one)
def test_furniture_goes_from_between_paragraphs(line: str, why: str) -> None:
    first, second = BODY.split("\n\n")
    text = clean(Text.of("s", f"Talks open on the river\n\n{first}\n\n{line}\n\n{second}"), "en")
    assert text.value == f"Talks open on the river\n\n{first}\n\n{second}"


@pytest.mark.parametrize("line", PROSE)
def test_prose_stays(line: str) -> None:
    for original in (f"{BODY}\n\n{line}", f"{line}\n\n{BODY}", BODY.replace("\n\n", f"\n\n{line}\n\n")):
        assert clean(Text.of("s", original), "en").value == original


@pytest.mark.parametrize(("damaged", "mended"), DAMAGE)
def test_damage_is_mended(damaged: str, mended: str) -> None:
    assert clean(Text.of("s", damaged), "fr").value == mended


@pytest.mark.parametrize("sound", SOUND)
def test_sound_text_is_left_alone(sound: str) -> None:
    assert clean(Text.of("s", sound), "en").value == sound


def test_a_torn_letter_comes_back_only_when_the_word_stands_elsewhere() -> None:
    torn = "La Russie attend. Il va à la Russi e demain."
    assert clean(Text.of("s", torn), "fr").value == "La Russie attend. Il va à la Russie demain."
    assert clean(Text.of("s", "Il va à la Russi e demain."), "fr").value == "Il va à la Russi e demain."
    assert clean(Text.of("s", torn), "xx").value == torn  # no words of the language: no guess


GLUED = [
    (
        "en",
        "So writes the daily Northern Timesquoted by a radio.",
        "So writes the daily Northern Times quoted by a radio.",
    ),
    ("en", "the agency Balticarelayed by others", "the agency Baltica relayed by others"),
    ("fr", "estime le quotidien Meridiocité par la radio", "estime le quotidien Meridio cité par la radio"),
    ("es", "según el diario El Faroloncitado por la radio", "según el diario El Farolon citado por la radio"),
    ("en", "The passage is Misquoted by many.", "The passage is Misquoted by many."),
    ("en", "Unreported by the press, the talks go on.", "Unreported by the press, the talks go on."),
    ("en", "it was a report unquoted by others", "it was a report unquoted by others"),
]


@pytest.mark.parametrize(("code", "damaged", "mended"), GLUED)
def test_a_name_is_parted_from_the_words_that_credit_it(code: str, damaged: str, mended: str) -> None:
    assert clean(Text.of("s", damaged), code).value == mended


def test_a_stray_letter_before_a_capital_goes() -> None:
    text = clean(Text.of("s", "cCorée du Nord.\nLa Corée attend."), "fr")
    assert text.value == "Corée du Nord.\nLa Corée attend."


def test_a_headline_said_three_times_stays_once_and_keeps_its_first_place() -> None:
    original = (
        f"They promise to stand together\n\nThey promise to stand together\nThey promise to stand together\n-\n\n{BODY}"
    )
    text = clean(Text.of("s", original), "en")
    assert text.value == f"They promise to stand together\n\n{BODY}"
    assert text.span(0, 30).start == 0


def test_a_standfirst_that_is_also_a_paragraph_goes_from_the_head() -> None:
    line = "Officials of both sides want to meet again in the spring, when the ice on the river is gone."
    original = f"{line}\n\n{BODY}\n{line}\nThe talks were the first since the flood of two years ago, officials said."
    text = clean(Text.of("s", original), "en")
    assert text.value.startswith("The two governments") and text.value.count(line) == 1


def test_a_caption_that_repeats_the_body_goes() -> None:
    original = BODY.replace(
        "\n\n", "\n\nOfficials said that a second round would follow in spring.\n\nPhoto: AFP\n\n", 1
    )
    text = clean(Text.of("s", original), "en")
    assert text.value == BODY
    assert {"repeated-caption", "photo-credit"} <= {change.why for change in text.removed}


def test_a_caption_stays_when_its_credit_goes() -> None:
    caption = "The envoy leaves the hall in the rain."
    text = clean(Text.of("s", f"{BODY}\n\n{caption} ( POOL / JANE DOE )\n\n{BODY[::-1]}."), "en")
    assert caption in text.value and "POOL" not in text.value


@pytest.mark.parametrize(
    ("headline", "kept"),
    [
        ("Talks open on the river border – L'Écho", "Talks open on the river border"),
        ("Talks open on the river border | The Harbour Post", "Talks open on the river border"),
        ("Talks open on the river border - El Mundo de Hoy", "Talks open on the river border"),
        ("Talks on the river border could fail - analysts", "Talks on the river border could fail - analysts"),
        ("Two governments, one river – The envoy's story", "Two governments, one river – The envoy's story"),
    ],
)
def test_the_name_of_the_site_goes_from_the_headline(headline: str, kept: str) -> None:
    assert clean(Text.of("s", f"{headline}\n\n{BODY}"), "en").value == f"{kept}\n\n{BODY}"


def test_a_badge_remnant_goes() -> None:
    assert (
        clean(Text.of("s", f"{BODY}\n\nAccording to the\n\n{BODY.upper()}"), "en").value == f"{BODY}\n\n{BODY.upper()}"
    )


# -- properties ------------------------------------------------------------------------------------

LINES = st.sampled_from(
    [
        *(line for line, _ in FURNITURE),
        *PROSE,
        *(damaged for damaged, _ in DAMAGE),
        *BODY.split("\n\n"),
        "",
        "Heading",
        "-",
    ]
)
PAGES = st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=14).map("\n".join)


@settings(max_examples=120, deadline=None)
@given(PAGES, st.sampled_from(["en", "fr", "de", "es", "ru", "xx"]))
@example("\x85Â\x80", "en")  # what stands behind a control character is mojibake once that is a line end
def test_cleaning_twice_changes_nothing(page: str, code: str) -> None:
    once = clean(Text.of("s", page), code).value
    assert clean(Text.of("s", once), code).value == once


@settings(max_examples=80, deadline=None)
@given(PAGES)
def test_every_clean_character_knows_its_original(page: str) -> None:
    text = clean(Text.of("s", page), "en")
    for piece in text.pieces:
        if piece.verbatim:
            size = piece.end - piece.start
            assert text.value[piece.clean : piece.clean + size] == page[piece.start : piece.end]
        else:
            assert 0 <= piece.start <= piece.end <= len(page)


@pytest.mark.slow
def test_time_is_linear_to_two_megabytes() -> None:
    def seconds(copies: int) -> float:
        page = "\n\n".join(f"{BODY} Number {number}.\nPhoto:AFP\nREAD ALSO: {number}" for number in range(copies))
        begin = time.process_time()
        clean(Text.of("s", page), "en")
        return time.process_time() - begin

    seconds(200)
    small, large = seconds(1_000), seconds(8_000)  # 0.24 and 1.9 MB
    assert large < 16 * max(small, 0.05)


def test_titles_under_a_label_at_the_end_go_with_it() -> None:
    page = f"The pier opens\n\n{BODY}\n\nRead more:\nFerry fares rise again\nThey rebuilt it. Twice.\nTen harbour walks"
    assert clean(Text.of("s", page), "en").value == f"The pier opens\n\n{BODY}"


COUNTED_SERIES = "\n".join(
    f"Photos: Fire on the pier Smoke hung over shed {one}. Hide Caption {one} of 4" for one in (1, 2, 3, 4)
)
TITLED_SERIES = "\n".join(
    f"Der Hafen wird hundert {title} So sah es {1900 + 9 * number} aus, als hier Segelschiffe lagen und Korn luden."
    for number, title in enumerate(("Alte Speicher", "Neue Kräne", "Der Leuchtturm", "Unter Segeln", "Heute"))
)
LIST = "\n".join(
    f"Member of the harbour board {name} said on Tuesday that the pier had cost more than anybody had expected."
    for name in ("Ana", "Ben", "Eva", "Max")
)


@pytest.mark.parametrize("series", [COUNTED_SERIES, TITLED_SERIES], ids=["counted", "titled"])
def test_a_series_of_pictures_goes(series: str) -> None:
    text = clean(Text.of("s", f"The pier opens\n\n{BODY}\n\n{series}\n\n{BODY} Twice."), "en")
    assert {one.why for one in text.removed} >= {"gallery"}
    assert "Speicher" not in text.value
    assert "Smoke" not in text.value
    assert text.value.count("We are patient") == 2


@pytest.mark.parametrize("lines", [LIST, "Set 1 of 3\nSet 2 of 4\nSet 3 of 3"], ids=["people", "totals that differ"])
def test_lines_that_begin_alike_are_no_series(lines: str) -> None:
    assert "gallery" not in {one.why for one in clean(Text.of("s", f"{BODY}\n\n{lines}\n\n{BODY} So."), "en").removed}


@pytest.mark.parametrize(
    "line", ["[Speaking through an interpreter]", "[He paused, and looked at the ships for a while.]"]
)
def test_directions_in_brackets_stay(line: str) -> None:
    assert line in clean(Text.of("s", f"{BODY}\n\n{line}\n\n{BODY} So."), "en").value


CONSENTS = [
    ("en", "You agree to receive occasional updates and special offers for The Ledger's products and services."),
    ("fr", "Vous acceptez de recevoir les offres de La Gazette et de ses partenaires."),
    ("es", "Acepto recibir las ofertas de El Diario y de sus socios."),
    ("de", "Mit der Anmeldung stimmen Sie den Bedingungen des Kuriers zu."),
    ("ru", "Нажимая на кнопку, вы соглашаетесь получать письма редакции."),
]


@pytest.mark.parametrize(("lang", "line"), CONSENTS)
def test_a_reader_s_consent_in_the_middle_of_a_text_is_no_news(lang: str, line: str) -> None:
    rest = "The crews of both ferries will meet again next week, and the harbour stays closed until then."
    kept = clean(Text.of("s", f"{BODY}\n\n{line}\n\n{rest}"), lang)
    assert kept.value == f"{BODY}\n\n{rest}"


def test_a_sentence_said_without_end_stays_twenty_times() -> None:
    said = "The talks about the river go on in the old harbour, said the mayor. "
    text = Text.of("s", f"{BODY}\n\n{said * 2000}Then the ministers left for home by the evening train.\n\n{said * 9}")
    kept = clean(text, "en")
    assert kept.value.count("The talks about the river") == 20
    assert kept.value.endswith("Then the ministers left for home by the evening train.")
    assert [change.why for change in kept.removed].count("repeated-sentence") == 2


def test_a_refrain_of_a_speech_stays() -> None:
    refrain = "We shall come back to this river, all of us."
    told = [f"The {year}th year of the flood was a bad one for the {year} villages." for year in range(400)]
    for at in range(0, 400, 20):
        told[at] = f"{told[at]} {refrain}"
    assert clean(Text.of("s", "\n\n".join(told)), "en").value.count(refrain) == 20


def test_two_megabytes_of_one_sentence_are_a_short_text() -> None:
    said = "“The bridge will hold,” said Mayor Anna Berg on 4 March, and 3,000 people crossed it. "
    kept = clean(Text.of("s", f"The bridge\n\n{said * 24_000}"), "en")
    assert len(kept.value) < 21 * len(said) + 20
    assert len(kept.removed) < 10
