"""German, Spanish and Russian quotations, where no parser ships. A case is a line of news we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.compare.wordings import relation
from dragoman.records import Quote, Reading

Make = Callable[..., Reading]
Found = list[tuple[str, str, str | None]]

# (language, text, [(kind, words, speaker)])
SAID: list[tuple[str, str, Found]] = [
    # German: the place of the finite verb
    (
        "de",
        "„Wir sind entsetzt“, meint die 56-jährige Rechtsanwältin.",
        [("direct", "Wir sind entsetzt", "die 56-jährige Rechtsanwältin")],
    ),
    (
        "de",
        "Der großen Zeitung sagte Anna Berg: „Ich werde im Amt bleiben.“",
        [("direct", "Ich werde im Amt bleiben.", "Anna Berg")],
    ),
    ("de", "Der Minister wies alle Vorwürfe als „haltlos“ zurück.", [("partial", "haltlos", "Der Minister")]),
    (
        "de",
        "Wie der Konzern gestern mitteilte, steigt der Umsatz in diesem Jahr.",
        [("indirect", "steigt der Umsatz in diesem Jahr", "der Konzern")],
    ),
    (
        "de",
        "Es sei „folgerichtig, die Regeln beizubehalten“, heißt es in einem Papier des Ministeriums.",
        [("partial", "folgerichtig, die Regeln beizubehalten", "einem Papier des Ministeriums")],
    ),
    (
        "de",
        "Die Zeitung zitiert einen Augenzeugen mit den Worten: „Der Mann lief über die Brücke.“",
        [("direct", "Der Mann lief über die Brücke.", "einen Augenzeugen")],
    ),
    (
        "de",
        "Peter Vogel kam an. Die Pläne der Regierung, die Häfen zu schließen, nannte er einen „Irrweg“.",
        [("partial", "Irrweg", "Peter Vogel")],
    ),
    (
        "de",
        "In den Medien war der Auftrag schon als „Geschäft des Jahrhunderts“ bezeichnet worden.",
        [("partial", "Geschäft des Jahrhunderts", None)],
    ),
    (
        "de",
        "Nach Polizeiangaben kam der Wagen von der Straße ab.",
        [("indirect", "kam der Wagen von der Straße ab", "Polizeiangaben")],
    ),
    (
        "de",
        "Bundeskanzler Olaf Meier war empört. „Das ist unerhört“, so der Kanzler.",
        [("direct", "Das ist unerhört", "Olaf Meier")],
    ),
    (
        "de",
        "Am Montag sagte Petra Vogel, die Häfen seien sicher. Niemand müsse gehen.",
        [("indirect", "die Häfen seien sicher", "Petra Vogel"), ("indirect", "Niemand müsse gehen.", "Petra Vogel")],
    ),
    # Spanish
    (
        "es",
        "—No vamos a ceder ante nadie —afirmó el alcalde de Quito, Pablo Ruiz—. El agua es de todos.",
        [("direct", "No vamos a ceder ante nadie|El agua es de todos.", "Pablo Ruiz")],
    ),
    (
        "es",
        "El presidente Pablo Ruiz dijo que no dimitirá. Añadió que seguirá en el cargo.",
        [("indirect", "no dimitirá", "Pablo Ruiz"), ("indirect", "seguirá en el cargo", "Pablo Ruiz")],
    ),
    (
        "es",
        "“El río volverá a subir”, refunfuña Ana Torres en la plaza.",
        [("direct", "El río volverá a subir", "Ana Torres")],
    ),
    (
        "es",
        "El ministro de Defensa, Luis Soto, viajó a Lima. “El acuerdo está cerca”, dijo el ministro.",
        [("direct", "El acuerdo está cerca", "Luis Soto")],
    ),
    (
        "es",
        "Los hospitales están llenos. Así lo explicó Ana Torres.",
        [("indirect", "Los hospitales están llenos.", "Ana Torres")],
    ),
    (
        "es",
        "Según fuentes diplomáticas europeas, la cumbre se aplaza hasta mayo.",
        [("indirect", "la cumbre se aplaza hasta mayo", "fuentes diplomáticas europeas")],
    ),
    (
        "es",
        "“Resistir”, respondió su marido, el diputado Juan Mora.",
        [("partial", "Resistir", "Juan Mora")],
    ),
    # Russian
    (
        "ru",
        "— Мы не отступим, — сказал мэр города Павел Руднев. — Вода принадлежит всем.",
        [("direct", "Мы не отступим|Вода принадлежит всем.", "Павел Руднев")],
    ),
    (
        "ru",
        "«Мы ждали весь день, — ворчит Анна Орлова. — Никто не пришёл».",
        [("direct", "Мы ждали весь день|Никто не пришёл", "Анна Орлова")],
    ),
    (
        "ru",
        "В министерстве обороны заявили, что помощь придёт завтра.",
        [("indirect", "помощь придёт завтра", "министерство обороны")],
    ),
    ("ru", "Предложение «неприемлемо», считает Павел Руднев.", [("partial", "неприемлемо", "Павел Руднев")]),
    (
        "ru",
        "Переговоры отложены. Об этом сообщил Павел Руднев.",
        [("indirect", "Переговоры отложены.", "Павел Руднев")],
    ),
    (
        "ru",
        "Как сообщил представитель ведомства Сергей Волков, переговоры отложены.",
        [("indirect", "переговоры отложены", "Сергей Волков")],
    ),
    ("ru", "«Уходите отсюда!» — закричали из толпы.", [("direct", "Уходите отсюда!", None)]),
    # a turn behind a dash belongs to its own teller, and to nobody without one
    (
        "ru",
        "— Когда откроют мост? — Весной, — ответил инженер Пётр Лосев. — Если сойдёт лёд.",
        [("direct", "Когда откроют мост?", None), ("direct", "Весной|Если сойдёт лёд.", "Пётр Лосев")],
    ),
    (
        "es",
        "Marta Solís barre la acera. —Aquí no vino nadie —dice Marta Solís—. Ni el alcalde.",
        [("direct", "Aquí no vino nadie|Ni el alcalde.", "Marta Solís")],
    ),
    # an interview without labels: questions and answers take turns
    (
        "es",
        "Marta Solís recibe a este diario.\n\n—¿Volverá a presentarse?\n\n—No lo sé.\n\n—¿Y el puerto?\n\n—Se abrirá.",
        [
            ("direct", "¿Volverá a presentarse?", None),
            ("direct", "No lo sé.", "Marta Solís"),
            ("direct", "¿Y el puerto?", None),
            ("direct", "Se abrirá.", "Marta Solís"),
        ],
    ),
    # a plural verb without a subject is nobody, least of all the one person near it
    (
        "es",
        "El alcalde Pablo Ruiz llegó tarde. “¿Dónde estaba el puente?”, le preguntaron.",
        [("direct", "¿Dónde estaba el puente?", None)],
    ),
    # "that" with a subject of its own keeps the outer teller out
    (
        "es",
        "Marta Solís recuerda que su jefa le decía «eres de casa».",
        [("indirect", "su jefa le decía «eres de casa»", "Marta Solís"), ("partial", "eres de casa", "su jefa")],
    ),
    # a name between marks behind its noun
    (
        "ru",
        "Мэр отметил, что театр «Синяя птица» закрыт.",
        [("indirect", "театр «Синяя птица» закрыт", "Мэр"), ("scare", "Синяя птица", None)],
    ),
    # a placard speaks for nobody
    ("ru", "«Мы не уйдём с этой площади», — гласит плакат.", [("direct", "Мы не уйдём с этой площади", None)]),
    # an infinitive that only its ending shows
    (
        "ru",
        "Президент Павел Руднев пообещал построить новый мост.",
        [("indirect", "построить новый мост", "Павел Руднев")],
    ),
    # the day between the verb and its subject
    (
        "es",
        "“No vamos a ceder”, advirtió el martes Marta Solís, de la asociación.",
        [("direct", "No vamos a ceder", "Marta Solís")],
    ),
    # a full stop behind a single letter ends a sentence before a title
    (
        "de",
        "„Das reicht uns nicht“, schrieb Kanzler Uwe Brandt auf X. Ministerin Eva Lang nannte den Plan einen „Anfang“.",
        [("direct", "Das reicht uns nicht", "Uwe Brandt"), ("partial", "Anfang", "Ministerin Eva Lang")],
    ),
    # a dateline is a place, also behind a title
    (
        "ru",
        "КУДЫМОВ. Мэр Кудымова заявил, что вода придёт завтра.",
        [("indirect", "вода придёт завтра", "Мэр Кудымова")],
    ),
    # around the source between commas
    (
        "es",
        "Los vecinos, según la alcaldesa Marta Solís, dormirán fuera.",
        [("indirect", "Los vecinos|dormirán fuera", "Marta Solís")],
    ),
]


@pytest.mark.parametrize(("lang", "text", "expected"), SAID)
def test_who_said_it_without_a_parser(r: Make, lang: str, text: str, expected: Found) -> None:
    reading = r(text, lang=lang, only=("mentions", "dates", "quotes"))
    found = [
        (one.kind, "|".join(text[span.start : span.end] for span in one.spans), one.speaker)
        for one in reading.of(Quote)
    ]
    assert found == expected


def test_an_interview_is_told_by_its_labels(r: Make) -> None:
    text = "Ana Gil, alcaldesa, responde.\n\nP. ¿Habrá agua?\n\nR. Mañana, si no llueve más.\n\nP. ¿Y luz?"
    reading = r(text, lang="es", only=("mentions", "dates", "quotes"))
    found = [(text[one.start : one.end], one.kind, one.speaker) for one in reading.of(Quote)]
    assert found == [
        ("¿Habrá agua?", "direct", None),
        ("Mañana, si no llueve más.", "direct", "Ana Gil"),
        ("¿Y luz?", "direct", None),
    ]


TITLES = [
    ("en", "Defence Minister John Brown arrived. The minister said that the talks were over.", "John Brown"),
    ("fr", "Le ministre de la Défense, Jean Moreau, est arrivé. Le ministre a dit que tout était fini.", "Jean Moreau"),
    ("ru", "Генсек ООН Антон Кошта прибыл. Генсек сказал, что переговоры будут завтра.", "Антон Кошта"),
    # two of them, or somebody else's spokesman: the words stay as they are
    (
        "en",
        "Defence Minister John Brown met Health Minister Ann White. The minister said that the talks were over.",
        "The minister",
    ),
    ("en", "Government spokesman Paul Green left. The government said that the talks were over.", "The government"),
]


@pytest.mark.parametrize(("lang", "text", "speaker"), TITLES)
def test_a_title_alone_is_who_was_introduced_with_it(r: Make, lang: str, text: str, speaker: str) -> None:
    reading = r(text, lang=lang, only=("mentions", "dates", "quotes"))
    assert [one.speaker for one in reading.of(Quote)] == [speaker]


FULL = "The port will open to every ship that carries grain"
WORDINGS = [
    (FULL, "verbatim"),
    ("The port will open", "shorter"),
    ("The port will open to ships that carries grain", "altered"),
    ("The port will never open to every ship that carries grain", "longer"),
    ("To every ship that carries grain the port will open", "re-ordered"),
    ("Nobody asked the fishermen", "paraphrase"),
]


@pytest.mark.parametrize(("words", "label"), WORDINGS)
def test_wordings_beside_the_fullest_one(words: str, label: str) -> None:
    assert relation(words, FULL, quoted=True, same_language=True, languages="")[0] == label


def test_translated_and_reported_wordings_are_never_verbatim() -> None:
    assert relation(FULL, FULL, quoted=True, same_language=False, languages="en, fr")[0] == "translation"
    assert relation(FULL, FULL, quoted=False, same_language=True, languages="")[0] == "paraphrase"


def test_a_shortened_wording_tells_what_it_leaves_out() -> None:
    _, why = relation("The port will open", FULL, quoted=True, same_language=True, languages="")
    assert "“to every ship that carries grain”" in why


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("В полиции Барселоны заявили, что задержаны 12 человек.", "полиция Барселоны"),
        ("В Токио заявили, что переговоры отложены.", "Токио"),
    ],
)
def test_who_speaks_in_a_place_is_not_the_place(r: Callable[..., Reading], text: str, speaker: str) -> None:
    assert [one.speaker for one in r(text, lang="ru").of(Quote)] == [speaker]
