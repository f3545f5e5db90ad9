"""Times: a case is a line of news in our words, the day it appeared, the words found and their TIMEX3 value."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.records import Reading, Time

CASES = [
    # absolute dates
    ("en", "2023-05-10", "They met on Tuesday, May 9, 2023 in Oslo.", "Tuesday, May 9, 2023", "2023-05-09"),
    ("en", "2023-05-10", "The vote of 4th March 2021 was annulled.", "4th March 2021", "2021-03-04"),
    ("en", "2023-05-10", "Talks run from June 5 to June 7.", "June 5 to June 7", "2023-06-05/2023-06-07"),
    ("en", "2023-05-10", "The war of 1998-2000 killed many.", "1998-2000", "1998/2000"),
    ("fr", "2023-05-10", "Le pacte a été signé le 1er mars 2020.", "le 1er mars 2020", "2020-03-01"),
    ("fr", "2023-05-10", "La grève dure du 3 au 5 mai.", "du 3 au 5 mai", "2023-05-03/2023-05-05"),
    ("de", "2023-05-10", "Das Gesetz gilt seit dem 1. Januar 2022.", "dem 1. Januar 2022", "2022-01-01"),
    ("de", "2023-05-10", "Gewählt wird am 7. und 21. Mai.", "21. Mai", "2023-05-21"),
    ("es", "2023-05-10", "El acuerdo del 3 de abril de 2019 sigue vigente.", "3 de abril de 2019", "2019-04-03"),
    ("ru", "2023-05-10", "Договор подписали 19 апреля 2021 года.", "19 апреля 2021 года", "2021-04-19"),
    ("pt", "2023-05-10", "O acordo foi assinado em 2 de junho de 2022.", "2 de junho de 2022", "2022-06-02"),
    ("pt", "2023-05-10", "Lisboa, 2 jun 2022, 22:10. O acordo foi assinado.", "2 jun 2022", "2022-06-02"),
    ("it", "2023-05-10", "Il vertice del 12 aprile 2023 è fallito.", "12 aprile 2023", "2023-04-12"),
    ("pl", "2023-05-10", "Umowę podpisano 5 maja 2023 r. w Warszawie.", "5 maja 2023", "2023-05-05"),
    ("uk", "2023-05-10", "Угоду підписали 3 лютого 2023 року.", "3 лютого 2023", "2023-02-03"),
    ("ja", "2023-05-10", "両国は2023年4月2日に署名した。", "2023年4月2日", "2023-04-02"),
    ("zh", "2023-05-10", "协议于2023年4月2日签署。", "2023年4月2日", "2023-04-02"),
    ("en", "2023-05-10", "Updated 2023-05-09 by the desk.", "2023-05-09", "2023-05-09"),
    ("de", "2023-05-10", "Stand: 09.05.2023, sagte er.", "09.05.2023", "2023-05-09"),
    # feasts, what is counted from a written day, what was once to come
    ("en", "2019-03-12", "Both sides have kept the truce since last Easter.", "last Easter", "2018-04-01"),
    ("en", "2023-05-10", "The ferries stop running until Christmas Eve.", "Christmas Eve", "2023-12-24"),
    ("fr", "2024-11-12", "Le pont est fermé depuis la Toussaint.", "la Toussaint", "2024-11-01"),
    ("de", "2024-11-12", "Die Waffenruhe gilt bis Heiligabend.", "Heiligabend", "2024-12-24"),
    ("es", "2024-11-12", "La tregua dura hasta Nochebuena.", "Nochebuena", "2024-12-24"),
    (
        "en",
        "2023-05-10",
        "Judges ruled three days after 12 January 2023.",
        "three days after 12 January 2023",
        "2023-01-15",
    ),
    ("en", "2023-05-10", "The ban ends two weeks from tomorrow.", "two weeks from tomorrow", "2023-05-25"),
    ("en", "2023-05-10", "She left the cabinet a fortnight ago.", "a fortnight ago", "2023-W17"),
    ("en", "2023-05-10", "The lease, beginning March 3, was cancelled.", "beginning March 3", "2023-03-03"),
    ("en", "2025-05-01", "The deal was to be signed on February 28 but fell apart.", "February 28", "2025-02-28"),
    ("en", "2025-05-01", "The deal is to be signed on February 28.", "February 28", "2026-02-28"),
    ("de", "2025-05-01", "Der Vertrag sollte am 28. Februar unterzeichnet werden.", "am 28. Februar", "2025-02-28"),
    ("fr", "2025-05-01", "Le texte devait être signé le 28 février.", "le 28 février", "2025-02-28"),
    ("en", "2024-12-12", "On January 1 the two signed a lease of the port.", "January 1", "2024-01-01"),
    ("en", "2024-12-12", "The ministers agreed to meet on January 5 in Oslo.", "January 5", "2025-01-05"),
    ("en", "2024-12-12", "The new fares, set in May, start on January 5.", "January 5", "2025-01-05"),
    ("fr", "2024-12-12", "Le 4 janvier, la Norvège a signé le bail.", "Le 4 janvier", "2024-01-04"),
    ("de", "2024-12-12", "Am 4. Januar unterzeichnete Norwegen den Pachtvertrag.", "Am 4. Januar", "2024-01-04"),
    ("es", "2024-12-12", "El 4 de enero Noruega firmó el contrato.", "El 4 de enero", "2024-01-04"),
    # joined by "and" in their order, a year's turn lies between; German reported speech tells of what is to come
    ("en", "2021-03-09", "The ferry opened on 4 May 2020 and was closed on 8 February.", "8 February", "2021-02-08"),
    ("en", "2021-03-09", "The ferry opened on 4 May 2020 and was closed on 8 November.", "8 November", "2020-11-08"),
    ("en", "2021-03-09", "The ferry, which closed on 4 May 2020, opened on 8 February.", "8 February", "2020-02-08"),
    ("fr", "2021-03-09", "Le bac a ouvert le 4 mai 2020 et a été fermé le 8 février.", "le 8 février", "2021-02-08"),
    ("de", "2021-03-09", "Sie begann am 4. Mai 2020 und endete am 8. Februar.", "am 8. Februar", "2021-02-08"),
    ("es", "2021-03-09", "Empezó el 4 de mayo de 2020 y acabó el 8 de febrero.", "el 8 de febrero", "2021-02-08"),
    ("ru", "2021-03-09", "Паром открыли 4 мая 2020 года и закрыли 8 февраля.", "8 февраля", "2021-02-08"),
    ("de", "2021-10-09", "Sie werde den Vertrag im Januar nicht unterzeichnen, erklärte sie.", "Januar", "2022-01"),
    ("de", "2021-10-09", "Er wolle im Januar nach Oslo reisen, sagte er.", "Januar", "2022-01"),
    ("de", "2021-10-09", "Der Vertrag sei im Januar unterzeichnet worden, sagte er.", "Januar", "2021-01"),
    ("es", "2024-03-01", "El Senado la aprobó el pasado día 22.", "el pasado día 22", "2024-02-22"),
    ("es", "2024-11-28", "El próximo día 3 votarán los socios.", "El próximo día 3", "2024-12-03"),
    ("ru", "2024-12-12", "4 января Норвегия подписала договор аренды.", "4 января", "2024-01-04"),
    ("de", "2024-12-12", "Die Oper am 6. Januar in Bonn ist ausverkauft.", "am 6. Januar", "2025-01-06"),
    # of a day told before, of no day, of the month that runs
    ("en", "2023-05-10", "He landed on May 2. That evening he met the king.", "That evening", "2023-05-02TEV"),
    ("es", "2023-05-10", "Llegó el 2 de mayo. Esa mañana habló con el rey.", "Esa mañana", "2023-05-02TMO"),
    ("ru", "2023-05-10", "Он прибыл 2 мая. В тот же вечер начались переговоры.", "В тот же вечер", "2023-05-02TEV"),
    ("es", "2023-05-10", "Un día después de que hablara, la bolsa cayó.", "Un día después", "P1D"),
    ("de", "2023-05-10", "Der Saal ist jeweils 20 Uhr voll.", "20 Uhr", "T20:00"),
    ("fr", "2023-05-10", "Le ministre arrive cette semaine à Rome.", "cette semaine", "2023-W19"),
    ("fr", "2023-05-10", "Les navires partiront avant la fin du mois.", "la fin du mois", "2023-05"),
    ("fr", "2023-05-10", "Les deux hommes ont parlé une heure et quart.", "une heure et quart", "PT1H15M"),
    ("es", "2023-05-10", "Los barcos saldrán dentro de días.", "dentro de días", "FUTURE_REF"),
    # weekdays and their direction
    ("de", "2023-05-08", "Die für Mittwoch geplante Anhörung entfällt.", "Mittwoch", "2023-05-10"),
    ("ru", "2023-05-08", "Назначенное на среду слушание отложено.", "среду", "2023-05-10"),
    ("en", "2023-05-10", "The minister resigned on Friday.", "Friday", "2023-05-05"),
    ("en", "2023-05-10", "The minister will resign on Friday.", "Friday", "2023-05-12"),
    ("en", "2023-05-10", "The court ruled Wednesday that it may go on.", "Wednesday", "2023-05-10"),
    ("en", "2023-05-10", "Polls open this Sunday, May 14 and Monday.", "Monday", "2023-05-15"),
    ("fr", "2023-05-10", "Il a démissionné vendredi.", "vendredi", "2023-05-05"),
    ("fr", "2023-05-10", "Il rencontrera vendredi son homologue.", "vendredi", "2023-05-12"),
    ("fr", "2023-05-10", "Le vote aura lieu lundi prochain.", "lundi prochain", "2023-05-15"),
    ("fr", "2023-05-10", "Ils ont voté dimanche dernier.", "dimanche dernier", "2023-05-07"),
    ("de", "2023-05-10", "Der Minister trat am Freitag zurück.", "Freitag", "2023-05-05"),
    ("de", "2023-05-10", "Die Verhandlungen sollen am Freitag beginnen.", "Freitag", "2023-05-12"),
    ("de", "2023-05-10", "Am Montagabend kam die Nachricht.", "Montagabend", "2023-05-08TEV"),
    ("es", "2023-05-10", "El ministro dimitió el viernes.", "el viernes", "2023-05-05"),
    ("es", "2023-05-10", "El ministro viajará el viernes a Quito.", "el viernes", "2023-05-12"),
    ("ru", "2023-05-10", "Министр подал в отставку в пятницу.", "пятницу", "2023-05-05"),
    ("ru", "2023-05-10", "Встреча состоится в пятницу.", "пятницу", "2023-05-12"),
    # a plan is counted from publication, not from the day told before it
    (
        "de",
        "2023-05-10",
        "Der Rat stimmte am 25. April zu. Am Montag wollen alle unterschreiben.",
        "Montag",
        "2023-05-15",
    ),
    ("fr", "2023-05-10", "Samedi, M. Weber doit se rendre à Rome.", "Samedi", "2023-05-13"),
    ("en", "2023-05-10", "Ida Holm, who takes office on Monday, thanked him.", "Monday", "2023-05-15"),
    ("en", "2023-05-10", "Crews can return as early as Friday.", "Friday", "2023-05-12"),
    ("de", "2023-05-10", "Am Samstag tritt das Gesetz in Kraft.", "Samstag", "2023-05-13"),
    ("en", "2023-05-10", "The pact paves the way for her to be sworn in in early June.", "early June", "2023-06"),
    # German lengths in one word, parts of a day, this year's end; two clocks with a stroke
    ("de", "2023-05-10", "Der zweitägige Besuch endete.", "zweitägige", "P2D"),
    ("de", "2023-05-10", "Der dreiwöchige Streik ist vorbei.", "dreiwöchige", "P3W"),
    ("de", "2023-05-10", "Das Gesetz gilt ab Ende nächsten Jahres.", "Ende nächsten Jahres", "2024"),
    ("de", "2023-05-10", "Am Montag tagte der Rat. Am Nachmittag sprach sie.", "Nachmittag", "2023-05-08TAF"),
    ("de", "2023-05-10", "Gestern kamen die Läufer (9.30/12.30 Uhr) an.", "12.30 Uhr", "2023-05-09T12:30"),
    ("de", "2023-05-10", "Sie warten sechs bis acht Monate.", "sechs", "P6M"),
    ("es", "2023-05-10", "El ministro salió por la mañana.", "mañana", "2023-05-10TMO"),
    ("es", "2023-05-10", "Llegó el lunes a las 5 de la tarde.", "las 5 de la tarde", "2023-05-08T17:00"),
    ("en", "2023-05-10", "Shelling went on in the evening.", "evening", "2023-05-10TEV"),
    ("fr", "2023-05-10", "Le maire a parlé dans la soirée.", "soirée", "2023-05-10TEV"),
    # weeks and years further off, ranges of months, a length ahead where the verb says so
    ("en", "2023-05-10", "It closed the year before last.", "the year before last", "2021"),
    ("de", "2023-05-10", "Das Stück läuft übernächste Woche.", "übernächste Woche", "2023-W21"),
    ("es", "2023-05-10", "Cerró de abril a junio de 2022.", "abril a junio de 2022", "2022-04/2022-06"),
    ("en", "2023-05-10", "The port will reopen in two weeks.", "two weeks", "P2W"),
    # the day before is none that is still planned; hours after what is past are no day
    (
        "fr",
        "2023-05-10",
        "La loi, votée le 3 mai, passe au Sénat le 12 mai. La cour avait dit non la veille.",
        "la veille",
        "2023-05-02",
    ),
    ("ru", "2023-05-10", "Парламент отменил указ через несколько часов.", "несколько часов", "PTXH"),
    # a clock belongs to the day before it, or beside it with no comma between
    (
        "fr",
        "2023-05-10",
        "La grève a débuté à 2 heures du matin, après un vote, lundi soir, à Lyon.",
        "2 heures du matin",
        "2023-05-10T02:00",
    ),
    ("fr", "2023-05-10", "La séance s'est ouverte à 14h35.", "14h35", "2023-05-10T14:35"),
    # months and years without all their parts
    ("en", "2023-05-10", "In November, the port was shelled.", "November", "2022-11"),
    ("en", "2023-05-10", "The summit will be held in November.", "November", "2023-11"),
    ("en", "2023-05-10", "Prices rose in early 2021.", "early 2021", "2021"),
    ("fr", "2023-05-10", "Le cessez-le-feu, rompu fin février, a vécu.", "fin février", "2023-02"),
    ("fr", "2023-05-10", "La trêve tient depuis le mois d'octobre.", "mois d'octobre", "2022-10"),
    ("fr", "2023-05-10", "En septembre dernier, ils ont rompu.", "septembre dernier", "2022-09"),
    ("es", "2023-05-10", "Lo anunciaron en marzo pasado.", "marzo pasado", "2023-03"),
    ("de", "2023-05-10", "Ende Oktober wurde verhandelt.", "Ende Oktober", "2022-10"),
    ("ru", "2023-05-10", "В октябре прошлого года они встретились.", "октябре прошлого года", "2022-10"),
    # deictic words
    ("en", "2023-05-10", "Yesterday the army withdrew.", "Yesterday", "2023-05-09"),
    ("en", "2023-05-10", "The army withdrew last week.", "last week", "2023-W18"),
    ("en", "2023-05-10", "He visited last month.", "last month", "2023-04"),
    ("en", "2023-05-10", "Exports fell last year.", "last year", "2022"),
    ("fr", "2023-05-10", "Les exportations ont chuté l'année dernière.", "l'année dernière", "2022"),
    ("fr", "2023-05-10", "Ils se sont vus avant-hier.", "avant-hier", "2023-05-08"),
    ("fr", "2023-05-10", "Ce mois-ci, rien n'a bougé.", "Ce mois-ci", "2023-05"),
    ("de", "2023-05-10", "Vorgestern endete die Frist.", "Vorgestern", "2023-05-08"),
    ("es", "2023-05-10", "La semana pasada hubo protestas.", "La semana pasada", "2023-W18"),
    ("ru", "2023-05-10", "Вчера прошли переговоры.", "Вчера", "2023-05-09"),
    # counted back or on
    ("en", "2023-05-10", "He last came three days ago.", "three days ago", "2023-05-07"),
    (
        "en",
        "2023-05-10",
        "It began nearly a quarter of a century ago.",
        "nearly a quarter of a century ago",
        "1998",
    ),
    ("fr", "2023-05-10", "Il était venu il y a vingt ans.", "il y a vingt ans", "2003"),
    ("es", "2023-05-10", "Hace diez años firmaron otro pacto.", "Hace diez años", "2013"),
    ("ru", "2023-05-10", "Он приезжал два года назад.", "два года назад", "2021"),
    # lengths, sets, decades, seasons, quarters, centuries
    ("en", "2023-05-10", "For the first time in 24 years they met.", "24 years", "P24Y"),
    ("en", "2023-05-10", "They talked for two hours.", "two hours", "PT2H"),
    ("en", "2023-05-10", "They had been waiting for months.", "months", "PXM"),
    ("en", "2023-05-10", "The truce will last a century.", "a century", "P100Y"),
    ("en", "2023-05-10", "The panel meets every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
    ("en", "2023-05-10", "Debt grew in the 1990s.", "the 1990s", "199"),
    ("en", "2023-05-10", "Growth slowed in the third quarter of 2022.", "the third quarter of 2022", "2022-Q3"),
    ("fr", "2023-05-10", "Le séjour a duré moins de 24 heures.", "moins de 24 heures", "PT24H"),
    ("fr", "2023-05-10", "Le pays s'arme depuis des décennies.", "des décennies", "PXDE"),
    ("fr", "2023-05-10", "Le conflit gelé depuis l'été 2021 reprend.", "l'été 2021", "2021-SU"),
    ("fr", "2023-05-10", "Au XIXe siècle, le port était libre.", "XIXe siècle", "18"),
    ("de", "2023-05-10", "Sie sprachen zweieinhalb Stunden.", "zweieinhalb Stunden", "PT2.5H"),
    ("de", "2023-05-10", "In den 1980er Jahren war alles anders.", "den 1980er Jahren", "198"),
    ("es", "2023-05-10", "Estuvieron reunidos tres horas.", "tres horas", "PT3H"),
    ("ru", "2023-05-10", "Переговоры длились пять часов.", "пять часов", "PT5H"),
]


@pytest.mark.parametrize(("lang", "on", "text", "words", "value"), CASES)
def test_value(r: Callable[..., Reading], lang: str, on: str, text: str, words: str, value: str) -> None:
    times = _times(r(text, lang, on, only=("dates",)), text)
    assert (words, value) in times


NONE = [
    ("en", "The F-16 and the T-72 were shown to the G20 under Resolution 1701."),
    ("en", "They may march on, and some may fall."),
    ("fr", "Des avions F-16 et des chars T-90 ont défilé."),
    ("de", "Die Boeing 737 landete um 1,3 Prozent leichter."),
    ("xx", "Nothing is known of Friday or of last week here."),
]


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_no_time(r: Callable[..., Reading], lang: str, text: str) -> None:
    assert not _times(r(text, lang, "2023-05-10", only=("dates",)), text)


OPEN = [
    ("They met on Friday.", "Friday", "XXXX-WXX-5"),
    ("They met on June 3.", "June 3", "XXXX-06-03"),
    ("They met last month.", "last month", "PAST_REF"),
    ("They met today.", "today", "PRESENT_REF"),
]


@pytest.mark.parametrize(("text", "words", "value"), OPEN)
def test_without_an_anchor_nothing_is_invented(r: Callable[..., Reading], text: str, words: str, value: str) -> None:
    reading = r(text, "en", only=("dates",))
    assert (words, value) in _times(reading, text)
    assert all(time.when is None for time in reading.of(Time))


def test_a_wrong_weekday_is_kept_and_told(r: Callable[..., Reading]) -> None:
    (time,) = r("They met on Monday, May 9, 2023.", "en", "2023-05-10", only=("dates",)).of(Time)
    assert (time.value, time.weekday) == ("2023-05-09", "Tuesday")
    assert time.when and "it was a Tuesday" in time.when.basis


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The strike of 4 March, a Friday, closed the port."),
        ("fr", "La grève du 4 mars, un vendredi, a fermé le port."),
        ("de", "Der Streik vom 4. März, einem Freitag, legte den Hafen lahm."),
        ("es", "La huelga del 4 de marzo, viernes, cerró el puerto."),
        ("ru", "Забастовка 4 марта, в пятницу, закрыла порт."),
        ("en", "The strike of March 4 (Friday) closed the port."),
        ("en", "The strike on March 4, that is a Friday, closed the port."),
        ("de", "Der Streik am 4. März, also Freitag, legte den Hafen lahm."),
        ("de", "Der Streik begann am Freitag, das heißt am 4. März."),
        ("fr", "La grève du 4 mars, soit vendredi, a fermé le port."),
        ("fr", "La grève a commencé vendredi, c'est-à-dire le 4 mars."),
        ("es", "La huelga del 4 de marzo, es decir, el viernes, cerró el puerto."),
        ("ru", "Забастовка 4 марта, то есть в пятницу, закрыла порт."),
        ("de", "Der Streik begann am 4. März 2024, einem Freitag, im Hafen."),
        ("it", "Lo sciopero del 4 marzo 2024, un venerdì, ha chiuso il porto."),
        ("pt", "A greve de 4 de março de 2024, uma sexta-feira, fechou o porto."),
        ("nl", "De staking van 4 maart, een vrijdag, legde de haven stil."),
        ("pl", "Strajk z 4 marca 2024 roku, w piątek, zamknął port."),
        ("uk", "Страйк 4 березня 2024 року, у п'ятницю, закрив порт."),
        ("tr", "4 Mart 2024 (Cuma) günü liman kapandı."),
    ],
)
def test_a_weekday_behind_a_date_belongs_to_it(r: Callable[..., Reading], lang: str, text: str) -> None:
    (time,) = r(text, lang=lang, on="2024-03-09").of(Time)
    assert (time.value, time.weekday) == ("2024-03-04", "Monday")


def test_a_bare_weekday_follows_the_articles_own_wrong_pair(r: Callable[..., Reading]) -> None:
    text = "Le traité est entré en vigueur, a-t-on annoncé jeudi 10 mai. Les lettres ont été échangées jeudi."
    assert ("jeudi", "2023-05-10") in _times(r(text, "fr", "2023-05-10", only=("dates",)), text)


def test_a_wrong_weekday_of_a_date_line_is_nobodys_word(r: Callable[..., Reading]) -> None:
    text = "Published Wed, 11 May 2023\n\nThe envoys voted on Wednesday to end the talks."
    assert ("Wednesday", "2023-05-10") in _times(r(text, "en", "2023-05-11", only=("dates",)), text)


def test_today_in_a_quotation_is_the_day_the_passage_names(r: Callable[..., Reading]) -> None:
    text = "“We stand together today”, the president told reporters on Monday."
    assert ("today", "2023-05-08") in _times(r(text, "en", "2023-05-10", only=("dates",)), text)


EVES = [
    ("en", "The accord ended on 16 July. The embassy closed on 17 July.\n\n“It is over today,” Ada Kone said.", 17),
    ("en", "The embassy closed on 17 July. Envoys knew on Sunday, 16 July.\n\n“It is over today,” Ada Kone said.", 16),
    ("ru", "Посольство закрыли 17 июля. Накануне, 16 июля, об этом сообщили союзу.\n\n«Всё закончилось сегодня», — "
           "заявила Ада Коне.", 16),
    ("fr", "L'ambassade a fermé le 17 juillet. La veille, le 16 juillet, l'union l'avait su.\n\n« C'est fini "
           "aujourd'hui », a dit Ada Kone.", 16),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "first"), EVES)
def test_today_in_an_undated_quotation_may_be_the_day_told_last(
    r: Callable[..., Reading], lang: str, text: str, first: int
) -> None:
    time = max(r(text, lang, "2023-07-17", only=("dates",)).of(Time), key=lambda one: one.start)
    assert time.when and time.value == "2023-07-17"
    assert (time.when.earliest, time.when.latest) == (date(2023, 7, first), date(2023, 7, 17))


RECORDS = [
    ("en", "It is her first visit to the island in 24 years, and a pact could follow.", "in 24 years", None),
    ("es", "Es la primera visita en 24 años y se podría firmar un pacto.", "24 años", None),
    ("de", "Es wäre der erste Besuch in 24 Jahren, und ein Vertrag soll folgen.", "24 Jahren", None),
    ("en", "The first ships will sail in two years, and talks could follow.", "in two years", 2026),
    ("de", "Die erste Fabrik soll in zwei Jahren öffnen.", "in zwei Jahren", 2026),
]


@pytest.mark.parametrize(("lang", "text", "words", "year"), RECORDS)
def test_the_length_in_which_something_is_the_first_is_no_day_to_come(
    r: Callable[..., Reading], lang: str, text: str, words: str, year: int | None
) -> None:
    reading = r(text, lang, "2024-06-18", only=("dates",))
    (time,) = reading.of(Time)
    assert text[time.start : time.end] in words
    assert (time.value[0], time.when.latest.year if time.when else None) == ("P", year)


def test_the_day_after_counts_from_a_date_beside(r: Callable[..., Reading]) -> None:
    text = "The pact was signed on May 3, 2023. Seoul protested the day after the signing."
    assert ("the day after", "2023-05-04") in _times(r(text, "en", "2023-05-10", only=("dates",)), text)


def test_weekdays_of_a_background_story_belong_to_its_dates(r: Callable[..., Reading]) -> None:
    text = "On March 14, 2019 the ferry sank. Divers arrived on Saturday."
    assert ("Saturday", "2019-03-16") in _times(r(text, "en", "2023-05-10", only=("dates",)), text)


def test_a_weekday_beside_a_day_told_as_background_is_of_the_news(r: Callable[..., Reading]) -> None:
    text = "What the captain did on 14 March 2019 is still unclear: a diver who saw him testified in court on Monday."
    assert ("Monday", "2023-05-08") in _times(r(text, "en", "2023-05-10", only=("dates",)), text)


def test_a_reason_in_words(r: Callable[..., Reading]) -> None:
    (time,) = r("The minister resigned on Friday.", "en", "2023-05-10", only=("dates",)).of(Time)
    assert time.when and time.when.basis == "Friday counted back from the publication date 10 May 2023"
    assert (time.when.earliest, time.when.precision) == (date(2023, 5, 5), "day")


def test_edges_narrow_the_days_not_the_value(r: Callable[..., Reading]) -> None:
    (time,) = r("Prices rose in late November 2022.", "en", "2023-05-10", only=("dates",)).of(Time)
    assert (time.value, time.mod) == ("2022-11", "END")
    assert time.when and time.when.earliest > date(2022, 11, 15)


def test_day_and_month_that_cannot_be_told_apart(r: Callable[..., Reading]) -> None:
    (time,) = r("Signed 03/04/2019 in Rome.", "en", "2023-05-10", only=("dates",)).of(Time)
    assert time.value == "2019"


def _times(reading: Reading, text: str) -> set[tuple[str, str]]:
    return {(text[time.start : time.end], time.value) for time in reading.of(Time)}


# published on 2023-05-10; a month without a verb that says which is the one much nearer
NEAREST = [
    ("de", "Anfang Juni gibt es ein Fest.", "2023-06"),
    ("de", "Im Sommer bleibt das Bad bis zehn offen.", "2023-SU"),
    ("en", "Sales rose 4 percent in February compared to the same month of the previous year.", "2022-02"),
    ("fr", "Les ventes ont chuté en mars par rapport à la même période de l'année précédente.", "2022-03"),
    ("de", "Im April sank der Umsatz gegenüber dem gleichen Zeitraum des Vorjahres.", "2022-04"),
    ("es", "En enero cayó un 3 % respecto al mismo mes del año anterior.", "2022-01"),
]


@pytest.mark.parametrize(("lang", "text", "value"), NEAREST)
def test_nearest_month_and_the_same_span_a_year_before(
    r: Callable[..., Reading], lang: str, text: str, value: str
) -> None:
    assert value in [one.value for one in r(text, lang, "2023-05-10", only=("dates",)).of(Time)]


def test_a_wrong_weekday_far_back_does_not_draw_the_last_one(r: Callable[..., Reading]) -> None:
    text = "The toll has risen to 900, the mayor said on Thursday. The flood of 28 March, a Thursday, hit at dawn."
    found = {text[one.start : one.end]: one.value for one in r(text, "en", "2025-04-04", only=("dates",)).of(Time)}
    assert found["Thursday"] == "2025-04-03"


def test_decades_without_their_noun_and_a_single_day(r: Callable[..., Reading]) -> None:
    text = "Los coches de los 70 y 80. Bajaron en un mismo día, y uno de los 80 heridos murió."
    values = [one.value for one in r(text, "es", only=("dates",)).of(Time)]
    assert values == ["197", "198", "P1D"]
