"""Phrases in marks inside reported words, and lines that were given to nobody or to somebody else. News we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Quote, Reading
from tests.telling import Told, told

Make = Callable[..., Reading]

# (language, text, [(kind, words, speaker)])
SAID: list[tuple[str, str, list[Told]]] = [
    (
        "en",
        "Repairs would take “four to six years” to finish, said the engineer Martin Holt.",
        [
            ("indirect", "Repairs would take “four to six years” to finish", "Martin Holt"),
            ("partial", "four to six years", "Martin Holt"),
        ],
    ),
    (
        "fr",
        "Il faudra « quatre à six ans » pour réparer le pont, a dit la directrice Anne Colas.",
        [
            ("indirect", "Il faudra « quatre à six ans » pour réparer le pont", "Anne Colas"),
            ("partial", "quatre à six ans", "Anne Colas"),
        ],
    ),
    (
        "de",
        "Die Reparatur werde „vier bis sechs Jahre“ dauern, sagte der Ingenieur.",
        [
            ("indirect", "Die Reparatur werde „vier bis sechs Jahre“ dauern", "der Ingenieur"),
            ("partial", "vier bis sechs Jahre", "der Ingenieur"),
        ],
    ),
    (
        "de",
        "Das Werk werde im Herbst schließen, sagte eine Sprecherin.",
        [("indirect", "Das Werk werde im Herbst schließen", "eine Sprecherin")],
    ),
    (
        "es",
        "Harán falta «cuatro o seis años» para reparar el puente, dijo el ingeniero Martín Soto.",
        [
            ("indirect", "Harán falta «cuatro o seis años» para reparar el puente", "Martín Soto"),
            ("partial", "cuatro o seis años", "Martín Soto"),
        ],
    ),
    (
        "en",
        "The ministry left the “Clean Rivers” programme, the opposition said.",
        [
            ("indirect", "The ministry left the “Clean Rivers” programme", "the opposition"),
            ("scare", "Clean Rivers", None),
        ],
    ),
    (
        "de",
        "Jonas Feld, Vorsitzender der Kommission, begründete auf einer Pressekonferenz die Verschiebung.",
        [],
    ),
    (
        "en",
        "“We are pleased,” Ana Ruiz told supporters on Sunday.\n\nMartin Holt, who had led for hours, conceded"
        " early on Monday. On Tuesday, however, he asked the court to annul the vote.",
        [("direct", "We are pleased,", "Ana Ruiz"), ("indirect", "the court to annul the vote", "Martin Holt")],
    ),
    (
        "es",
        "El ministro de Defensa, Israel Soto, advirtió de que la tregua podía romperse.",
        [("indirect", "la tregua podía romperse", "Israel Soto")],
    ),
    (
        "es",
        "El entrenador Santiago Ruiz, nacido en Chile, dijo que se marchaba del club.",
        [("indirect", "se marchaba del club", "Santiago Ruiz")],
    ),
    (
        "es",
        "“No hay vuelta atrás”, respondió Prieto. Su homólogo peruano, Edil Prieto, habló después en Lima.",
        [("direct", "No hay vuelta atrás", "Edil Prieto")],
    ),
    (
        "fr",
        "Le conseil a approuvé le budget par dix voix contre une, celle de l'adjoint Paul Roy, qui a dénoncé une"
        " « erreur grave ».",
        [("partial", "erreur grave", "Paul Roy")],
    ),
    ("fr", "Le texte n'offre aucune garantie, contrairement à ce que réclamait le maire Paul Roy.", []),
    ("fr", "Inondations au Chili : plus de 600 morts, le maire appelle à l'aide\n\nLa pluie a cessé vendredi.", []),
    (
        "en",
        "“Today”, Martin Holt told farmers and officials gathered at the port.",
        [("partial", "Today", "Martin Holt")],
    ),
    (
        "fr",
        "La ville continuera de « respecter strictement » les limites du bruit.",
        [("scare", "respecter strictement", None)],
    ),
    (
        "fr",
        "Selon l'Observatoire des rivières de Nantes (Orina), la Loire a baissé de deux mètres.",
        [("indirect", "la Loire a baissé de deux mètres", "Observatoire des rivières de Nantes")],
    ),
    (
        "es",
        "La medida entra en vigor el lunes, según el informe publicado en la red.",
        [("indirect", "La medida entra en vigor el lunes", "el informe")],
    ),
    (
        "de",
        "Norland setzt den Hafenvertrag aus – Landtag stimmt zu\n\nDer Landtag hat am Montag entschieden.",
        [],
    ),
    # a short title before a name ends no phrase
    (
        "en",
        "Taxes will rise, according to Mrs. Holt, who chairs the panel.",
        [("indirect", "Taxes will rise", "Holt")],
    ),
    (
        "en",
        "The bank should wait, according to a speech Mr. Holt gave in Lima.",
        [("indirect", "The bank should wait", "Holt")],
    ),
    (
        "es",
        "Los precios subirán, según el Sr. Ruiz, que preside la junta.",
        [("indirect", "Los precios subirán", "Ruiz")],
    ),
    ("fr", "Selon M. Roy, les prix vont monter.", [("indirect", "les prix vont monter", "Roy")]),
    # Italian and Portuguese: their own words, and nobody where these do not tell
    (
        "it",
        "«È una farsa», ha detto ieri Marconi ai giornalisti. «Non firmeremo», ha aggiunto la sindaca Anna Berti.",
        [("direct", "È una farsa", "Marconi"), ("direct", "Non firmeremo", "Anna Berti")],
    ),
    (
        "it",
        "Il ministro dei Trasporti, Paolo Berti, ha assicurato che il ponte riaprirà in maggio.",
        [("indirect", "il ponte riaprirà in maggio", "Paolo Berti")],
    ),
    (
        "it",
        "Secondo la polizia, tre persone sono rimaste ferite. Tre feriti sono gravi, secondo il sindacato.",
        [
            ("indirect", "tre persone sono rimaste ferite", "polizia"),
            ("indirect", "Tre feriti sono gravi", "sindacato"),
        ],
    ),
    ("it", "Nel secondo turno il candidato ha vinto con il 52 per cento. La nota precisa i tempi del cantiere.", []),
    ("it", "Chi ha detto che la pace è lontana?", []),
    ("it", "«Una farsa», attacca Marconi.", [("scare", "Una farsa", None)]),
    (
        "pt",
        "“Não vamos ceder”, afirmou o ministro da Defesa, João Prado. O sindicato disse que a greve continua.",
        [("direct", "Não vamos ceder", "João Prado"), ("indirect", "a greve continua", "O sindicato")],
    ),
    (
        "pt",
        "De acordo com a polícia, três pessoas ficaram feridas.",
        [("indirect", "três pessoas ficaram feridas", "a polícia")],
    ),
    (
        "pt",
        "O prefeito de Belém, Santiago Prado, alertou que a ponte pode cair.",
        [("indirect", "a ponte pode cair", "Santiago Prado")],
    ),
    ("pt", "No segundo turno, o candidato venceu com 52%. Foi o segundo a deixar o cargo.", []),
    (
        "de",
        "Die Frist endet im Mai. Das teilte das Amt mit. Ursprünglich hätte die Brücke im März öffnen sollen.",
        [("indirect", "Die Frist endet im Mai.", "das Amt")],
    ),
    (
        "de",
        "Der Minister habe sich lange gesträubt, berichtet der „Spiegel“. Die Ministerin habe ihn angewiesen.",
        [
            ("indirect", "Der Minister habe sich lange gesträubt", "Spiegel"),
            ("indirect", "Die Ministerin habe ihn angewiesen.", "Spiegel"),
        ],
    ),
    (
        "fr",
        "Les familles attendaient. « Leur calvaire est terminé, et elles sont libres », s'est réjoui Karim Haddad.",
        [("direct", "Leur calvaire est terminé, et elles sont libres", "Karim Haddad")],
    ),
    (
        "es",
        "Según el portavoz, los niños no sabían nada; el presidente los saludó en español: «Buenas noches».",
        [("indirect", "los niños no sabían nada", "el portavoz"), ("direct", "Buenas noches", None)],
    ),
    ("es", "Un tribunal lo había condenado a 19 meses de cárcel, pena que ya había cumplido.", []),
    (
        "fr",
        "Anne Colas a affirmé vendredi à Lyon n'avoir jamais signé la demande de grâce que lui réclamait "
        "l'administration : « J'ai refusé. Je ne cède pas. »",
        [("direct", "J'ai refusé. Je ne cède pas.", "Anne Colas")],
    ),
    (
        "en",
        "The ministers pledged to open talks by 8 August and to conclude a deal in May.",
        [("indirect", "to open talks by 8 August and to conclude a deal in May", "The ministers")],
    ),
    ("en", "The need for a wall implies that the police failed.", []),
    ("en", "The nominee implied that he would resign.", [("indirect", "he would resign", "The nominee")]),
    ("fr", "La nécessité de ces zones implique que la police a échoué.", []),
    ("en", "Posted: Thu, 4 Dec 2025 19:22:00 GMT", []),
    (
        "es",
        "El presidente dejará el cargo en mayo, informa «El Mundo».",
        [("indirect", "El presidente dejará el cargo en mayo", "El Mundo")],
    ),
    (
        "fr",
        "Le ministre partira en mai, rapporte « Le Monde ».",
        [("indirect", "Le ministre partira en mai", "Le Monde")],
    ),
    (
        "fr",
        "L'armée a accusé hier les rebelles. « Il s'agit d'une violation intentionnelle de l'accord », a dénoncé son "
        "porte-parole adjoint, Karim Haddad.",
        [("direct", "Il s'agit d'une violation intentionnelle de l'accord", "Karim Haddad")],
    ),
    (
        "en",
        "Minister Karin Berg said talks were over. Varga had waited – “and I counted every day of it,” he said.",
        [
            ("indirect", "talks were over", "Karin Berg"),
            ("indirect", "Varga had waited – “and I counted every day of it,”", None),
            ("direct", "and I counted every day of it,", None),
        ],
    ),
    (
        "en",
        "Premier Tadesse Alemu left for Nairobi. The envoy Peter Hall said the truce held. Tadesse had earlier cast "
        "doubt on it. “We see no sign of good will,” he told reporters.",
        [
            ("indirect", "the truce held", "The envoy Peter Hall"),
            ("direct", "We see no sign of good will,", "Tadesse Alemu"),
        ],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), SAID)
def test_within(language: str, text: str, expected: list[Told], r: Make) -> None:
    """What is said, by whom, phrase by phrase."""
    assert told(r(text, lang=language)) == expected


def test_who_tells_is_nobody_told(r: Make) -> None:
    """ "Das teilte das Amt mit": the office tells; it is not told."""
    quotes = list(r("Die Frist endet im Mai. Das teilte das Weiße Haus am Sonntag mit.", lang="de").of(Quote))
    assert [one.addressee for one in quotes] == [""]


def test_day_from_which(r: Make) -> None:
    """The day from which a truce holds is not the day on which it was announced."""
    text = "Le gouvernement a annoncé un cessez-le-feu partiel de deux semaines à compter de dimanche."
    assert [one.when for one in r(text, lang="fr", on="2025-03-29").of(Quote)] == [None]
    text = "Le gouvernement a annoncé dimanche qu'un cessez-le-feu commencerait."
    assert [one.when is None for one in r(text, lang="fr", on="2025-03-29").of(Quote)] == [False]
