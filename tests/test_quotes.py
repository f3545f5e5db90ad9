"""Quotation marks of every convention, speakers, reported statements. A case is a line of news we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.languages import known, language
from dragoman.read.cues import Lexicon
from dragoman.read.marks import pair
from dragoman.records import Quote, Reading

Make = Callable[..., Reading]


def marked(text: str, **options: frozenset[str]) -> list[str]:
    """The words between the marks of a text, paragraph by paragraph joined with a bar."""
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    return ["|".join(text[a:b] for a, b in one.parts) for one in pair(text, lines, **options)]


MARKS = [
    ("The “calm” has held.", ["calm"]),
    ("They met the“threat”with words.", ["threat"]),  # glued on both sides
    ("“It was a ‘free’ vote,” she said.", ["It was a ‘free’ vote,", "free"]),
    ("« Nous attendrons », dit-il, « encore un peu ».", ["Nous attendrons", "encore un peu"]),
    ("Er sagte „nein“ und danach „ja”.", ["nein", "ja"]),
    ("»Nie«, sagte sie, ‚niemals‘.", ["Nie", "niemals"]),
    ("”Vi väntar”, sade ministern.", ["Vi väntar"]),
    ("首相は「待つ」と言い『後で』と続けた。", ["待つ", "後で"]),
    ('He called it "a start" and "a test".', ["a start", "a test"]),
    ("'We will wait,' he said of the workers' vote.", ["We will wait,"]),
    ("''We are ready,'' she said.", ["We are ready,"]),
    ('A man of 6\'2" asked for a 10" pipe, "now".', ["now"]),
    ("Rock 'n' roll of the '90s was 'alive' again.", ["alive"]),
    ("L'accord qu'il a signé n'est pas 'fini'.", ["fini"]),
    ('Il a dit " oui " puis " non ".', ["oui", "non"]),
    ("“We lost the mark, said the clerk.\nNobody “saw” it.", ["We lost the mark, said the clerk.", "saw"]),
    ('"One was lost. Then "two" came.', ["One was lost.", "two"]),
    ("“First we talk.\n“Then we sign.\n“Then we rest.”", ["First we talk.|Then we sign.|Then we rest."]),
    (
        "«Un premier point.\nUn deuxième.\nUn troisième», a dit le maire.",
        ["Un premier point.|Un deuxième.|Un troisième"],
    ),
    ("Home » World » Asia", []),
    ("» Point one\n» Point two", []),
    ("No marks at all.", []),
]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert marked(text, elided=frozenset({"n", "em"})) == expected


def test_a_lost_mark_is_recorded() -> None:
    (one,) = pair("“We lost it, said the clerk.", [(0, 28)])
    assert one.by == "unclosed"


@pytest.mark.parametrize("code", known())
def test_every_verb_of_a_language_has_its_endings(code: str) -> None:
    assert Lexicon(language(code)) is not None


# (language, text, [(kind, words, speaker)]); quotations in order, indirect ones of interest only
SAID: list[tuple[str, str, list[tuple[str, str, str | None]]]] = [
    (
        "en",
        "“We will wait for the vote”, continued Josep Borrell.",
        [("direct", "We will wait for the vote", "Josep Borrell")],
    ),
    ("en", "“The talks were long,” Maria Lopez told reporters.", [("direct", "The talks were long,", "Maria Lopez")]),
    (
        "en",
        "Maria Lopez said: “The talks were long and hard.”",
        [("direct", "The talks were long and hard.", "Maria Lopez")],
    ),
    (
        "en",
        "“We are ready,” said Maria Lopez. “We have waited for years.”",
        [("direct", "We are ready,", "Maria Lopez"), ("direct", "We have waited for years.", "Maria Lopez")],
    ),
    (
        "en",
        "“The port,” Maria Lopez said, “will open on Monday.”",
        [("direct", "The port,|will open on Monday.", "Maria Lopez")],
    ),
    (
        "en",
        "Maria Lopez met the crews in Oslo. “The port is safe,” she said.",
        [("direct", "The port is safe,", "Maria Lopez")],
    ),
    ("en", "Maria Lopez called the offer “an empty box”.", [("partial", "an empty box", "Maria Lopez")]),
    ("en", "Brazil said it was “closely watching” the border.", [("partial", "closely watching", "Brazil")]),
    ("en", "The so-called “ghost ships” sailed again.", [("scare", "ghost ships", None)]),
    (
        "en",
        "“Nobody will be left behind,” said a spokesman for the ministry.",
        [("direct", "Nobody will be left behind,", "a spokesman for the ministry")],
    ),
    (
        "fr",
        "« Nous attendrons le vote », a déclaré Jean Moreau.",
        [("direct", "Nous attendrons le vote", "Jean Moreau")],
    ),
    ("fr", "Selon Jean Moreau, l'accord est « une étape utile ».", [("partial", "une étape utile", "Jean Moreau")]),
    ("fr", "Jean Moreau a qualifié l'offre de « boîte vide ».", [("partial", "boîte vide", "Jean Moreau")]),
    (
        "fr",
        "Jean Moreau a reçu les équipes à Oslo. « Le port est sûr », a-t-il ajouté.",
        [("direct", "Le port est sûr", "Jean Moreau")],
    ),
    (
        "fr",
        "« Le port est sûr », a dit Jean Moreau. Il est « prêt à tout », a-t-il juré.",
        [("direct", "Le port est sûr", "Jean Moreau"), ("partial", "prêt à tout", "Jean Moreau")],
    ),
    ("fr", "« Nous verrons bien », lui a répondu Jean Moreau.", [("direct", "Nous verrons bien", "Jean Moreau")]),
    ("fr", "Pour Jean Moreau, ce pacte tient du « mirage ».", [("partial", "mirage", "Jean Moreau")]),
    ("en", "Maria Lopez was blunt: “We never saw the text.”", [("direct", "We never saw the text.", "Maria Lopez")]),
    ("de", "„Wir warten auf die Wahl“, sagte Petra Vogel.", [("direct", "Wir warten auf die Wahl", "Petra Vogel")]),
    ("de", "Petra Vogel erklärte: „Der Hafen bleibt offen.“", [("direct", "Der Hafen bleibt offen.", "Petra Vogel")]),
    ("es", "«El puerto seguirá abierto», dijo Ana Torres.", [("direct", "El puerto seguirá abierto", "Ana Torres")]),
    ("es", "Según Ana Torres, el acuerdo es «un paso útil».", [("partial", "un paso útil", "Ana Torres")]),
    (
        "es",
        "«El puerto abrirá», dijo a la cadena SER la jueza Ana Torres.",
        [("direct", "El puerto abrirá", "Ana Torres")],
    ),
    ("es", "«El puerto abrirá», dijo a la prensa el sindicato.", [("direct", "El puerto abrirá", "el sindicato")]),
    ("es", "Ana Torres llegó. «Va a abrir», dijo al diario El Correo.", [("direct", "Va a abrir", "Ana Torres")]),
    (
        "it",
        "«Il porto aprirà», ha detto al giornale La Stampa il ministro.",
        [("direct", "Il porto aprirà", "il ministro")],
    ),
    ("ru", "«Порт останется открытым», — заявила Анна Орлова.", [("direct", "Порт останется открытым", "Анна Орлова")]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), SAID)
def test_who_said_it(r: Make, lang: str, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    reading = r(text, lang=lang, only=("mentions", "dates", "quotes"))
    found = [
        (one.kind, "|".join(text[span.start : span.end] for span in one.spans), one.speaker)
        for one in reading.of(Quote)
        if one.kind != "indirect"
    ]
    assert found == expected


# (language, text, words, speaker, manner)
REPORTED = [
    (
        "en",
        "Maria Lopez said that the port would open on Monday.",
        "the port would open on Monday",
        "Maria Lopez",
        "say",
    ),
    ("en", "The port would open on Monday, the ministry said.", "The port would open on Monday", "the ministry", "say"),
    (
        "en",
        "According to Maria Lopez, the port will open on Monday.",
        "the port will open on Monday",
        "Maria Lopez",
        "according",
    ),
    ("en", "Norway accused Brazil of hiding the true figures.", "hiding the true figures", "Norway", "accuse"),
    ("en", "Maria Lopez vowed to open the port on Monday.", "to open the port on Monday", "Maria Lopez", "promise"),
    ("fr", "Jean Moreau a affirmé que le port ouvrirait lundi.", "le port ouvrirait lundi", "Jean Moreau", "say"),
    (
        "fr",
        "D'après Jean Moreau, le port ouvrira lundi matin.",
        "le port ouvrira lundi matin",
        "Jean Moreau",
        "according",
    ),
    (
        "fr",
        "La Norvège accuse le Brésil de cacher les vrais chiffres.",
        "cacher les vrais chiffres",
        "Norvège",
        "accuse",
    ),
    (
        "de",
        "Petra Vogel sagte, der Hafen sei seit Montag offen.",
        "der Hafen sei seit Montag offen",
        "Petra Vogel",
        "say",
    ),
    ("de", "Petra Vogel teilte mit, dass der Hafen offen bleibt.", "der Hafen offen bleibt", "Petra Vogel", "tell"),
    ("es", "Ana Torres aseguró que el puerto seguirá abierto.", "el puerto seguirá abierto", "Ana Torres", "assure"),
    ("ru", "В Осло Анна Орлова заявила, что порт останется открытым.", "порт останется открытым", "Анна Орлова", "say"),
    ("ru", "Анна Орлова сообщила, что порт останется открытым.", "порт останется открытым", "Анна Орлова", "tell"),
]


@pytest.mark.parametrize(("lang", "text", "words", "speaker", "manner"), REPORTED)
def test_reported_statements(r: Make, lang: str, text: str, words: str, speaker: str, manner: str) -> None:
    reading = r(text, lang=lang, only=("mentions", "dates", "quotes"))
    (one,) = [one for one in reading.of(Quote) if one.kind == "indirect"]
    assert (text[one.start : one.end], one.speaker, one.manner) == (words, speaker, manner)


UNTOLD = [
    ("en", "The word “truce” has many readers."),
    ("en", "The talks were “frank” and lasted an hour. Maria Lopez left early."),
    ("fr", "Le mot « trêve » a beaucoup de lecteurs."),
    ("xx", "Ord “en hel del ord som ingen läser” står här."),
]


@pytest.mark.parametrize(("lang", "text"), UNTOLD)
def test_nobody_is_named_where_the_text_does_not_tell(r: Make, lang: str, text: str) -> None:
    found = r(text, lang=lang, only=("mentions", "dates", "quotes")).of(Quote)
    assert found
    assert all(one.speaker is None for one in found)


def test_the_name_behind_a_source_is_not_the_source(r: Make) -> None:
    text = "According to the port authority, Maria Lopez has signed the papers."
    (one,) = r(text, lang="en", only=("mentions", "quotes")).of(Quote)
    assert one.speaker == "the port authority"


def test_for_the_first_time_is_nobodys_view(r: Make) -> None:
    text = "For the first time in 24 years, the port is open to ships from Norway."
    assert r(text, lang="en", only=("mentions", "quotes")).of(Quote) == ()


def test_a_joint_statement_keeps_all_its_speakers(r: Make) -> None:
    (one,) = r("Norway and Brazil said that the port was open.", lang="en", only=("mentions", "quotes")).of(Quote)
    assert (one.speaker, one.co_speakers) == ("Norway", ("Brazil",))


def test_the_occasion_is_read_from_the_clause_of_the_cue(r: Make) -> None:
    text = "“We are ready,” Maria Lopez told AFP in an interview."
    (one,) = r(text, lang="en", only=("mentions", "quotes")).of(Quote)
    assert (one.manner, one.addressee, one.medium) == ("tell", "AFP", "interview")


def test_a_headline_quotation_belongs_to_who_says_it_below(r: Make) -> None:
    text = (
        "“Empty box”: the offer fails\n\nThe offer was made on Monday at noon.\n\nMaria Lopez called it “an empty box”."
    )
    found = [one for one in r(text, lang="en", only=("mentions", "quotes")).of(Quote) if one.kind != "indirect"]
    assert {one.speaker for one in found} == {"Maria Lopez"}


# (language, text, every quotation as (kind, words, speaker)): words and names that must not run into others'
KEPT_APART: list[tuple[str, str, list[tuple[str, str, str | None]]]] = [
    (
        "en",
        "Maria Lopez welcomed the deal. “It is a good day,” Maria Lopez said. "
        "Her successor, Anna Berg, had taken the credit before. “We built it all alone,” she wrote.",
        [("direct", "It is a good day,", "Maria Lopez"), ("direct", "We built it all alone,", "Anna Berg")],
    ),
    (
        "en",
        "Norway said the port would open on Monday; the union has counted 300 workers on strike.",
        [("indirect", "the port would open on Monday", "Norway")],
    ),
    (
        "en",
        "The Finnish agency said the border was calm, whereas the ministry in Riga reported two shots.",
        [("indirect", "the border was calm", "The Finnish agency")],
    ),
    (
        "fr",
        "La ministre Claire Petit a affirmé que la grève était finie, tandis que les syndicats ont dénoncé un leurre.",
        [("indirect", "la grève était finie", "Claire Petit")],
    ),
    (
        "es",
        "La ministra Ana Torres afirmó que el puerto abrirá, mientras que los sindicatos denunciaron un engaño.",
        [("indirect", "el puerto abrirá", "Ana Torres")],
    ),
    (
        "de",
        "„Gut so“, schrieb er im Netz: Petra Vogel nannte das Abkommen einen „Lichtblick“ und kündigte an, "
        "Norwegen werde helfen.",
        [
            ("direct", "Gut so", None),
            ("partial", "Lichtblick", "Petra Vogel"),
            ("indirect", "Norwegen werde helfen", "Petra Vogel"),
        ],
    ),
    (
        "en",
        "“The talks will go on,” said the office of President Anna Berg.",
        [("direct", "The talks will go on,", "the office of President Anna Berg")],
    ),
    (
        "fr",
        "« Les discussions continuent », a déclaré le bureau de la présidente Anna Berg.",
        [("direct", "Les discussions continuent", "le bureau de la présidente Anna Berg")],
    ),
    (
        "fr",
        "Le syndicat a accusé le port de condamner les marins « à une mort lente ».",
        [
            ("indirect", "condamner les marins « à une mort lente »", "Le syndicat"),
            ("partial", "à une mort lente", "Le syndicat"),
        ],
    ),
    ("fr", "La présidente a nommé Jean Moreau à la tête de la banque centrale.", []),
    (
        "fr",
        "« Il faut tenir », a ajouté le chef de l'Etat.",
        [("direct", "Il faut tenir", "le chef de l'Etat")],
    ),
    (
        "fr",
        "L'état-major norvégien a annoncé que deux avions avaient été abattus.",
        [("indirect", "deux avions avaient été abattus", "L'état-major norvégien")],
    ),
    (
        "en",
        "A Brazilian official who was not authorised to speak publicly said the port would close.",
        [("indirect", "the port would close", "A Brazilian official")],
    ),
    (
        "es",
        "«Hemos llegado a la hora», dijo el primer ministro antes del debate.",
        [("direct", "Hemos llegado a la hora", "el primer ministro")],
    ),
    (
        "de",
        "Seither starben nach Angaben der von der Partei kontrollierten Hafenbehörde mehr als 40 Menschen.",
        [("indirect", "mehr als 40 Menschen", "der von der Partei kontrollierten Hafenbehörde")],
    ),
    (
        "fr",
        "« Le vote est volé », a réagi Jean Moreau, premier secrétaire du parti de la Mer.",
        [("direct", "Le vote est volé", "Jean Moreau")],
    ),
    (
        "fr",
        "Oslo et Rabat ont conclu un accord commercial, ont annoncé le Maroc et la Norvège.",
        [("indirect", "Oslo et Rabat ont conclu un accord commercial", "Maroc")],
    ),
    (
        "fr",
        "Oslo a signé un accord commercial avec Rabat, a annoncé le ministre norvégien du commerce.",
        [("indirect", "Oslo a signé un accord commercial avec Rabat", None)],
    ),
    ("fr", "« C'est une honte », a tonné Jean Moreau.", [("direct", "C'est une honte", "Jean Moreau")]),
]


@pytest.mark.parametrize(("lang", "text", "expected"), KEPT_APART)
def test_words_stay_with_their_speaker(
    r: Make, lang: str, text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    reading = r(text, lang=lang, on="2024-12-05", only=("mentions", "dates", "quotes"))
    found = [
        (one.kind, " // ".join(text[span.start : span.end] for span in one.spans), one.speaker)
        for one in reading.of(Quote)
    ]
    assert found == expected


# (language, text, addressee, medium, day of the words)
OCCASIONS = [
    ("fr", "« Nous irons », a déclaré Claire Petit à Oslo en conférence de presse.", "", "conférence de presse", None),
    ("en", "The port has closed, according to the Navy-run port agency.", "", "", None),
    ("fr", "« Nous verrons », a déclaré Jean Moreau, qui quittera la présidence lundi.", "", "", None),
    ("fr", "« Nous verrons », a déclaré Jean Moreau lundi.", "", "", "2024-12-02"),
    ("fr", "« Le port rouvrira », a déclaré la secrétaire d'État norvégienne au Commerce, Ida Berg.", "", "", None),
    ("fr", "« Nous restons ici », a déclaré à l'AFP le maire Paul Durand.", "AFP", "", None),
    ("es", "«El puente abrirá», aseguró la alcaldesa Ana Ruiz, quien agradeció a los diputados su voto.", "", "", None),
    ("ru", "«Мы готовы», — сообщил мэр Павел Орлов.", "", "", None),
    # a day that tells of who speaks is not the day of the words
    ("en", "Anna Berg, who on Monday lost the vote in the chamber by two, called it “a dark hour”.", "", "", None),
    ("en", "Anna Berg, on Monday, called it “a dark hour”.", "", "", "2024-12-02"),
    ("ru", "Министр Павел Орлов, подавший в отставку 13 ноября, назвал его «днем траура».", "", "", None),
    ("en", "“The road is long,” said Karl Berg, a friend of the party.", "", "", None),
]


@pytest.mark.parametrize(("lang", "text", "addressee", "medium", "day"), OCCASIONS)
def test_occasion_comes_from_the_clause_of_the_cue(
    r: Make, lang: str, text: str, addressee: str, medium: str, day: str | None
) -> None:
    (one,) = r(text, lang=lang, on="2024-12-05", only=("mentions", "dates", "quotes")).of(Quote)
    assert (one.addressee, one.medium) == (addressee, medium)
    assert (str(one.when.earliest) if one.when else None) == day
