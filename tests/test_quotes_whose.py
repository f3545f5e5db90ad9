"""Whose words they are: he and she, things that say nothing, names in marks. A case is news we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.compare.entities import entities
from dragoman.compare.utterances import utterances
from dragoman.records import Quote, Reading
from tests.telling import Told, told

Make = Callable[..., Reading]

# (language, text, [(kind, words, speaker)])
SAID: list[tuple[str, str, list[Told]]] = [
    (
        "de",
        "Der Verein „Voice for the People of Wales“ kam nach Bonn.",
        [("scare", "Voice for the People of Wales", None)],
    ),
    ("de", "In Bern begann die „IX Coupe du Monde de Natation“.", [("scare", "IX Coupe du Monde de Natation", None)]),
    (
        "de",
        "„Wir fordern mehr Geld und bessere Straßen“, sagte der Bürgermeister.",
        [("direct", "Wir fordern mehr Geld und bessere Straßen", "der Bürgermeister")],
    ),
    (
        "de",
        "Der Minister nannte den Streik illegal. Er griff damit Berichte auf, in denen es zum Streik heißt, dass die "
        "Gewerkschaft nur ein „Scheinriese“ sei.",
        [("scare", "Scheinriese", None)],
    ),
    (
        "de",
        "Der Minister traf Botschafterin Anna Berg. Sie sagte, der Vertrag sei gut. Er fügte hinzu, man warte noch.",
        [("indirect", "der Vertrag sei gut", "Anna Berg"), ("indirect", "man warte noch", None)],
    ),
    (
        "fr",
        "La ministre Anna Berg a déclaré que le traité était bon. Il a ajouté que la signature aurait lieu lundi. "
        "Elle a précisé que tout serait prêt.",
        [
            ("indirect", "le traité était bon", "Anna Berg"),
            ("indirect", "la signature aurait lieu lundi", None),
            ("indirect", "tout serait prêt", "Anna Berg"),
        ],
    ),
    (
        "fr",
        "Mme Berg a reçu M. Martin. « Le traité est bon », a-t-il dit.",
        [("direct", "Le traité est bon", "Martin")],
    ),
    (
        "en",
        "Mrs Berg said the treaty was good. He added that it would be signed on Monday. She said it would last.",
        [
            ("indirect", "the treaty was good", "Berg"),
            ("indirect", "it would be signed on Monday", None),
            ("indirect", "it would last", "Berg"),
        ],
    ),
    (
        "es",
        "La ministra Ana Ruiz dijo que el puente era viejo. Él añadió que se cerraría el lunes.",
        [("indirect", "el puente era viejo", "Ana Ruiz"), ("indirect", "se cerraría el lunes", None)],
    ),
    (
        "ru",
        "Мария Петрова заявила, что мост стар. Он добавил, что его закроют в понедельник. По её словам, денег нет.",
        [
            ("indirect", "мост стар", "Мария Петрова"),
            ("indirect", "его закроют в понедельник", None),
            ("indirect", "денег нет", "Мария Петрова"),
        ],
    ),
    (
        "en",  # of the minister nothing tells whether he or she is meant
        "The minister met Mr Berg. He said that the bridge was old.",
        [("indirect", "the bridge was old", None)],
    ),
    (
        "de",
        "Die Sprecherin sagte, der Hafen sei zu. Er sagte, das sei falsch.",
        [("indirect", "der Hafen sei zu", "Die Sprecherin"), ("indirect", "das sei falsch", None)],
    ),
    (
        "en",  # the one who fell is nearer than the coach
        "Coach Ida Doyle said: “We are proud.” The Kenyan, who won the race in 2010, was hurt in a fall. He wrote: "
        "“I will be back soon.”",
        [("direct", "We are proud.", "Ida Doyle"), ("direct", "I will be back soon.", None)],
    ),
    ("en", "Years of hostility threatened to stop all trade. A strike threatened to close the ports.", []),
    ("ru", "Мера грозит остановить торговлю. Забастовка угрожает закрыть порты.", []),
    (
        "ru",
        "Президент пригрозил остановить торговлю с соседями.",
        [("indirect", "остановить торговлю с соседями", "Президент")],
    ),
    ("en", "Its windows offer a rare look at the old harbour of the town. Ida Berg welcomed a baby girl in May.", []),
    (
        "es",
        "El ministro dijo que el puente abrirá en mayo, cuando, según los planes, se terminen las obras.",
        [("indirect", "el puente abrirá en mayo", "El ministro")],
    ),
    (
        "es",  # "demanda" is a noun behind its adjective
        "La última demanda de Frutas Sol, presentada en Quito, afirma que la marca copió el dibujo.",
        [("indirect", "la marca copió el dibujo", None)],
    ),
    (
        "ru",
        "В город приехал вирусолог Олег Петров. По мнению вирусолога, волна спадёт к лету.",
        [("indirect", "волна спадёт к лету", "Олег Петров")],
    ),
    (
        "de",
        "Am Abend sprach die Polizei von Krawallen der beiden Lager. Der Schaden sei hoch.",
        [("indirect", "Der Schaden sei hoch.", "die Polizei")],
    ),
    ("fr", "L'ONU « déplore vivement » ce refus.", [("partial", "déplore vivement", "ONU")]),
    ("en", "The United Nations “deeply deplores” the refusal.", [("partial", "deeply deplores", "United Nations")]),
    ("de", "Berlin „bedauert“ den Schritt.", [("partial", "bedauert", "Berlin")]),
    ("es", "La ONU «deplora vivamente» la negativa.", [("partial", "deplora vivamente", "ONU")]),
    ("ru", "ООН «глубоко сожалеет» об отказе.", [("partial", "глубоко сожалеет", "ООН")]),
    ("es", "El ministro niega haber firmado el contrato.", [("indirect", "haber firmado el contrato", "El ministro")]),
    ("fr", "Le ministre nie avoir signé le contrat.", [("indirect", "avoir signé le contrat", "Le ministre")]),
    (
        "en",
        "The minister denies having signed the contract.",
        [("indirect", "having signed the contract", "The minister")],
    ),
    (
        "es",
        "«A mí que me avisen, yo voy», bromea uno de ellos.",
        [("direct", "A mí que me avisen, yo voy", "uno de ellos")],
    ),
    (
        "fr",
        "Pour un berger qui préfère rester anonyme, « le loup est déjà là ».",
        [("partial", "le loup est déjà là", "un berger")],
    ),
    (
        "es",  # the minister acts in the side clause
        "El presidente, a quien el ministro llamó mentiroso, dijo que el caso seguiría.",
        [("indirect", "el caso seguiría", "El presidente")],
    ),
    (
        "ru",
        "Президент, которого министр назвал лжецом, сказал, что дело продолжится.",
        [("indirect", "дело продолжится", "Президент")],
    ),
    (
        "de",  # what stands behind the colon is held against it
        "Die Regierung bestritt, Truppen entsandt zu haben: Die Berichte seien falsch.",
        [("indirect", "Die Berichte seien falsch", "Die Regierung")],
    ),
    ("fr", "Le traité, dit « Pacte du Nord », fut signé à Oslo.", [("scare", "Pacte du Nord", None)]),
    ("de", "Der Präsident sah in dem Pakt „einen Wendepunkt“.", [("partial", "einen Wendepunkt", "Der Präsident")]),
    ("es", "El presidente vio en el pacto «un hito».", [("partial", "un hito", "El presidente")]),
    ("ru", "Президент увидел в договоре «поворотный момент».", [("partial", "поворотный момент", "Президент")]),
    ("ru", "В Киеве сочли отказ «ударом в спину» Песковым.", [("partial", "ударом в спину", "Киев")]),
    ("ru", "Сенаторы сочли цену «слишком высокой».", [("partial", "слишком высокой", "Сенаторы")]),
    (
        "ru",
        "Президент пошёл дальше: «Мы готовы подписать».",
        [("direct", "Мы готовы подписать", "Президент")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), SAID)
def test_whose(language: str, text: str, expected: list[Told], r: Make) -> None:
    """What is said, and by whom, as far as the text tells."""
    assert told(r(text, lang=language)) == expected


# (language, text, the day of what is said)
DAYS = [
    ("en", "Rockets hit the port on Saturday 8 June 2024, a day after Oman promised to let the ships out.", None),
    (
        "fr",
        "Des obus ont frappé le port samedi 8 juin 2024, un jour après que Moscou a promis de laisser sortir le blé.",
        None,
    ),
    ("ru", "Ракеты попали в порт 8 июня 2024 года, через день после того, как Оман пообещал выпустить суда.", None),
    ("en", "On Monday 10 June 2024, a day after the vote, Ana Ruiz said that the port would open.", "2024-06-10"),
]


@pytest.mark.parametrize(("language", "text", "day"), DAYS)
def test_the_day_of_another_deed_is_not_the_day_of_speaking(language: str, text: str, day: str | None, r: Make) -> None:
    """What was promised a day before the rockets was not promised on their day."""
    (quote,) = r(text, lang=language).of(Quote)
    assert (quote.when.earliest.isoformat() if quote.when else None) == day


NAMES = [
    ("en", "The freighter “Aurora” left the port. The “Aurora” came back on Monday.", 2),
    ("fr", "Le cargo « Aurora » a quitté le port.", 1),
    ("es", "El carguero «Aurora» zarpó. El «Aurora» volvió el lunes.", 2),
    ("ru", "Ракеты «Гром» попали в порт. Сухогруз «Аврора» ушёл.", 2),
    ("de", "Das Schiff „Polarstern“ lief am Montag aus.", 1),
]


@pytest.mark.parametrize(("language", "text", "count"), NAMES)
def test_a_name_between_marks_is_told_as_one(language: str, text: str, count: int, r: Make) -> None:
    """A ship or a missile is read, but stands under no words that were said."""
    reading = r(text, lang=language)
    assert [one.by for one in reading.of(Quote)] == ["quotes:name"] * count
    assert utterances([reading], entities([reading])) == ()


def test_what_follows_a_denial_behind_a_colon_is_said(r: Make) -> None:
    """ "démenti avoir menti : « … »" hands over what is true, not what is denied."""
    (quote,) = r("Le ministre a démenti avoir menti : « Tout est vrai. »", lang="fr").of(Quote)
    assert (quote.manner, quote.speaker) == ("say", "Le ministre")
