"""Lines that were false once: acts, notices, relative clauses and terms that nobody says. A case is news we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Reading
from tests.telling import Told, told

Make = Callable[..., Reading]

# (language, text, [(kind, words, speaker)])
SAID: list[tuple[str, str, list[Told]]] = [
    ("en", "A court in Lima rejected an appeal by the mining company against the ruling of the tribunal.", []),
    ("en", "Correction: the match was played on 3 March, not on 4 March as first stated by the club.", []),
    ("en", "Mining company loses its appeal as miners' strike goes on\n\nThe mines stood still on Friday.", []),
    ("fr", "Les sénateurs ont approuvé une réforme du « frein fiscal » mardi soir.", [("scare", "frein fiscal", None)]),
    (
        "en",
        "Senator Ana Gil, a lawyer from the coast, said the programme has harmed thousands of families.",
        [("indirect", "the programme has harmed thousands of families", "Ana Gil")],
    ),
    (
        "en",
        "Each day of the strike costs the port two million euros, according to the Institute for Trade (IfT).",
        [("indirect", "Each day of the strike costs the port two million euros", "Institute for Trade")],
    ),
    (
        "fr",
        "La réforme permettrait, selon le ministère, de réduire les dépenses de 39 %.",
        [("indirect", "La réforme permettrait … de réduire les dépenses de 39 %", "le ministère")],
    ),
    (
        "es",
        "Carla Ruiz reconoce errores en la respuesta a las inundaciones, que dejan ya cuarenta muertos.",
        [],
    ),
    ("es", "Se espera que el convoy cruce el jueves la frontera.", []),
    (
        "es",
        "El sindicato no fue invitado a la mesa y la calificó de «farsa».",
        [("partial", "farsa", "El sindicato")],
    ),
    (
        "fr",
        "Anna Berg est présidente. « La loi est claire », a déclaré le président par intérim de la Cour, Paul Roy.",
        [("direct", "La loi est claire", "Paul Roy")],
    ),
    (
        "es",
        "«Seguimos», dijo Ana Gil, presidenta del distrito 12 del sindicato. Hubo 300 despidos, según el sindicato.",
        [("partial", "Seguimos", "Ana Gil"), ("indirect", "Hubo 300 despidos", "el sindicato")],
    ),
    (
        "es",
        "Lima, 5 nov (Andina).- Los mineros aceptaron el convenio, informó el sindicato.",
        [("indirect", "Los mineros aceptaron el convenio", "el sindicato")],
    ),
    ("de", "Der Iran lehnt das Vorhaben ab: Die Händler blieben zu Hause.", []),
    (
        "de",
        "Minister Karl Huber und Kanzlerin Anna Berg forderten die Stadt auf, den Vertrag zu unterzeichnen.",
        [("indirect", "den Vertrag zu unterzeichnen", "Karl Huber + Anna Berg")],
    ),
    (
        "en",
        "Maria Lopez said she was “appalled” by the terms and warned the council to think again.",
        [
            ("indirect", "she was “appalled” by the terms", "Maria Lopez"),
            ("partial", "appalled", "Maria Lopez"),
        ],
    ),
    (
        "en",
        "The plan “will ruin a generation of small farmers in the hills,” retired union leader Carla Jones said.",
        [("partial", "will ruin a generation of small farmers in the hills,", "Carla Jones")],
    ),
    (
        "en",
        "“You work hard, so why don’t they?” a narrator in the clip says.",
        [
            ("direct", "You work hard, so why don't they?", "a narrator in the clip"),
        ],
    ),
    (
        "en",
        "The mayor sang on “Coast Morning Show,” an aide said.",
        [("indirect", "The mayor sang on “Coast Morning Show,”", "an aide"), ("scare", "Coast Morning Show,", None)],
    ),
    (
        "ru",
        "Врач, уверявший, будто вакцина «опасна для всех», уволен. Сам он говорит, что его «не поняли».",
        [
            ("indirect", "вакцина «опасна для всех»", "Врач"),
            ("partial", "опасна для всех", "Врач"),
            ("indirect", "его «не поняли»", "Врач"),
            ("partial", "не поняли", "Врач"),
        ],
    ),
    (
        "ru",
        "Физик Пётр Орлов передал слова своего коллеги: «Опыт удался с третьей попытки».",
        [("direct", "Опыт удался с третьей попытки", "своего коллеги")],
    ),
    (
        "en",
        "“The guard told me: ‘Come back tomorrow,’” Ana Peña said.",
        [
            ("direct", "The guard told me: ‘Come back tomorrow,'", "Ana Peña"),
            ("direct", "Come back tomorrow,", "The guard"),
        ],
    ),
    (
        "de",
        "Ein Diplomat, der ungenannt bleiben will, sagte dieser Zeitung, daran glaube in Rom niemand mehr.",
        [("indirect", "daran glaube in Rom niemand mehr", "Ein Diplomat")],
    ),
    (
        "fr",
        "La Norvège a rappelé mardi son ambassadrice « pour consultations ».",
        [("scare", "pour consultations", None)],
    ),
    (
        "en",
        "In his years in office, Paul Meyer said, few people have come to believe “that the dam is safe”.",
        [
            (
                "indirect",
                "In his years in office … few people have come to believe “that the dam is safe”",
                "Paul Meyer",
            ),
            ("direct", "that the dam is safe", "Paul Meyer"),
        ],
    ),
    (
        "en",
        "The clip ends with footage of Paul Meyer saying during the debate last week, “That dam is mine.”",
        [("direct", "That dam is mine.", "Paul Meyer")],
    ),
    (
        "en",
        "The vote also left many nations fearing that the pact would fail.",
        [],
    ),
    ("de", "Es fehlt an Geld, wenn der Verein sich weigert, die Miete zu zahlen.", []),
    ("en", "The fair will close if the mayor says that the dam is unsafe.", []),
    (
        "de",
        "Die Brücke sei gesperrt; nach Behördenangaben stecke keine Absicht dahinter.",
        [("indirect", "stecke keine Absicht dahinter", "Behördenangaben")],
    ),
    (
        "de",
        "Der Minister hat Berichte der Zeitung „Neue freie Post“ zurückgewiesen, er sei „müde und krank“.",
        [
            ("scare", "Neue freie Post", None),
            ("indirect", "er sei „müde und krank“", "Der Minister"),
            ("partial", "müde und krank", "Berichte der Zeitung „Neue freie Post“"),
        ],
    ),
    (
        "de",
        "Die Gewerkschaft veröffentlichte eine Erklärung. Darin heißt es: „Der Streik geht am Montag weiter.“",
        [("direct", "Der Streik geht am Montag weiter.", "Die Gewerkschaft")],
    ),
    (
        "de",
        "Die Gewerkschaft will im Hafen bleiben. „Wir sind hier zu Hause und gehen nicht weg.“",
        [("direct", "Wir sind hier zu Hause und gehen nicht weg.", "Die Gewerkschaft")],
    ),
    (
        "de",
        "Karl Huber war außer sich. Mit den Worten „Das ist ein Skandal ohne Beispiel“ verließ er den Saal.",
        [("direct", "Das ist ein Skandal ohne Beispiel", "Karl Huber")],
    ),
    (
        "de",
        "Karl Huber verteidigte die Bezeichnung „Räuber“, mit der er die Bank titulierte.",
        [("partial", "Räuber", "Karl Huber")],
    ),
    (
        "de",
        "Nach Angaben des Wiener Instituts für Meereskunde waren es rund 115 Delfine.",
        [("indirect", "waren es rund 115 Delfine", "des Wiener Instituts für Meereskunde")],
    ),
    (
        "de",
        "Die Fraktion «Neue Mitte» kündigte an, den Haushalt prüfen zu lassen.",
        [
            ("scare", "Neue Mitte", None),
            ("indirect", "den Haushalt prüfen zu lassen", "Die Fraktion «Neue Mitte»"),
        ],
    ),
    ("de", "Nach Angaben der Bahn fällt jeder zweite Zug aus.", [("indirect", "fällt jeder zweite Zug aus", "Bahn")]),
    ("de", "Anna Berg bestritt jedoch nicht, dass die Brücke einsturzgefährdet sei.", []),
    (
        "ru",
        "По данным полиции, на площадь вышли 60 тысяч человек, организаторы говорят о 100 тысячах.",
        [("indirect", "на площадь вышли 60 тысяч человек", "полиция")],
    ),
    (
        "ru",
        "«Мы победили», — написал в «Фейсбуке» Иван Орлов.",
        [
            ("direct", "Мы победили", "Иван Орлов"),
            ("scare", "Фейсбуке", None),
        ],
    ),
    (
        "fr",
        "Selon une source proche du dossier, qui a requis l'anonymat, l'accord vaudrait pour 120 jours.",
        [("indirect", "l'accord vaudrait pour 120 jours", "une source proche du dossier")],
    ),
    ("en", "The minister has not said whether the port will reopen this year.", []),
    ("en", "The president avoided condemning the raid on the harbour of the city.", []),
    ("en", "The board called the director on Friday to discuss the new plans for the harbour.", []),
    (
        "fr",
        "Le Tchad est accusé par le Niger et le Mali d'avoir armé les rebelles du nord.",
        [("indirect", "avoir armé les rebelles du nord", "Niger + Mali")],
    ),
    (
        "en",
        "They deny any part in the “plot”. Ana Lopez and Karl Berg signed the letter on Monday.",
        [("indirect", "any part in the “plot”", "Ana Lopez + Karl Berg"), ("partial", "plot", "Ana Lopez + Karl Berg")],
    ),
    (
        "de",
        "Vorstand Karl Huber warf der Gewerkschaft vor, „jedes Maß verloren“ zu haben.",
        [
            ("indirect", "„jedes Maß verloren“ zu haben", "Karl Huber"),
            ("partial", "jedes Maß verloren", "Karl Huber"),
        ],
    ),
    (
        "de",
        "Ein Streiktag kostet den Betreiber nach eigenen Angaben rund drei Millionen Euro.",
        [("indirect", "Ein Streiktag kostet den Betreiber … rund drei Millionen Euro", None)],
    ),
    (
        "en",
        "According to its spokesman, Paul Roy, the questions of the members are not justified.",
        [("indirect", "the questions of the members are not justified", "Paul Roy")],
    ),
    (
        "en",
        "Carla Jones defended not paying a builder who said he was cheated, saying, “Maybe he did a bad job.”",
        [
            ("indirect", "he was cheated", "a builder"),
            ("direct", "Maybe he did a bad job.", "Carla Jones"),
        ],
    ),
    ("en", "The workers might demand that the board resign before the end of the year.", []),
    (
        "en",
        "LIMA — Peruvian President Rosa Quispe admitted on Thursday that the dam had leaked for a year.",
        [("indirect", "the dam had leaked for a year", "Rosa Quispe")],
    ),
    ("fr", "Grève des ports : l'accord rejeté, le syndicat dit non\n\nLe travail reprendra jeudi.", []),
    (
        "ru",
        "Позднее министерство уточнило, что выжили 29 человек.",
        [("indirect", "выжили 29 человек", "министерство")],
    ),
    (
        "de",
        "Der Verband wirft der Bahn Untätigkeit vor, was Berlin bestreitet.",
        [("indirect", "Der Verband wirft der Bahn Untätigkeit vor", "Berlin")],
    ),
    (
        "de",
        "Nach Angaben der Behörde stimmten 91 Prozent mit Ja. Nötig gewesen wären 50 Prozent.",
        [("indirect", "stimmten 91 Prozent mit Ja", "Behörde")],
    ),
    (
        "es",
        "«El camino es largo», dijo el ministro Pedro Soto, según quien las obras podrían empezar en julio.",
        [
            ("direct", "El camino es largo", "Pedro Soto"),
            ("indirect", "las obras podrían empezar en julio", "Pedro Soto"),
        ],
    ),
    (
        "ru",
        "«Путь долог», — сказал министр Иван Петров, по словам которого работы начнутся в июле.",
        [("direct", "Путь долог", "Иван Петров"), ("indirect", "работы начнутся в июле", "Иван Петров")],
    ),
    (
        "fr",
        "La chambre a ratifié l'accord avec le Portugal, qui prévoit de baptiser le pont « Pont des Deux Rives ».",
        [("scare", "Pont des Deux Rives", None)],
    ),
    (
        "es",
        "«Hemos esperado mucho», dijo el anfitrión, el uruguayo Luis Prado. «Es una oportunidad», agregó.",
        [("direct", "Hemos esperado mucho", "Luis Prado"), ("direct", "Es una oportunidad", "Luis Prado")],
    ),
    (
        "es",
        "«Hay acuerdo», dijo el portavoz del Ejecutivo, Mile Brandic. El portavoz precisó que las tasas bajarán.",
        [("direct", "Hay acuerdo", "Mile Brandic"), ("indirect", "las tasas bajarán", "Mile Brandic")],
    ),
    (
        "el",
        "Ο Νίκος Παππάς έγραψε χθες: «Συγχαρητήρια στον φίλο μου».",
        [("scare", "Συγχαρητήρια στον φίλο μου", None)],
    ),
    (
        "en",
        "Norway said it had sent up a balloon, but several experts see this as a test of a rocket.",
        [("indirect", "it had sent up a balloon", "Norway")],
    ),
    ("en", "The new rules are certain to trigger a strike in the ports.", []),
    (
        "es",
        "Hubo debate cuando los líderes del partido insistieron que el sindicato Mar Azul debía ceder.",
        [("indirect", "el sindicato Mar Azul debía ceder", "los líderes del partido")],
    ),
    (
        "ru",
        "Как сообщил в среду мэр Павел Орлов, город готов к зиме.",
        [("indirect", "город готов к зиме", "Павел Орлов")],
    ),
    (
        "ru",
        "По плану, в субботу министерство заявило, что 58 человек ранены.",
        [("indirect", "58 человек ранены", "министерство")],
    ),
    (
        "de",
        "Laut dem Ministerium stehen 300 Betten leer. Nach Angaben des Ministeriums fehlen Ärzte im ganzen Land.",
        [
            ("indirect", "stehen 300 Betten leer", "Ministerium"),
            ("indirect", "fehlen Ärzte im ganzen Land", "Ministerium"),
        ],
    ),
    ("en", "Mills have to report their oil sales to the council so that it can keep a count of the barrels.", []),
    (
        "en",
        "The ministry spoke in a statement. According to the report, two ships made the transfers in May.",
        [("indirect", "two ships made the transfers in May", "the report")],
    ),
    (
        "es",
        "El plan falló; « vamos a seguir ahora con las obras, ha dicho Ana Gil.",
        [("scare", "vamos a seguir ahora con las obras, ha dicho Ana Gil.", None)],
    ),
    (
        "en",
        "From Oslo, Susan Berg, President Holm's security adviser, said that the launch was a mistake.",
        [("indirect", "the launch was a mistake", "Susan Berg")],
    ),
    (
        "en",
        "A spokesman for Finance Minister Paul Roy called the plan “a gift”.",
        [("partial", "a gift", "A spokesman for Finance Minister Paul Roy")],
    ),
    (
        "fr",
        "Le porte-parole du président Paul Roy a dénoncé une « provocation ».",
        [("partial", "provocation", "Le porte-parole du président Paul Roy")],
    ),
    (
        "fr",
        "Le chef du gouvernement Paul Roy a dénoncé une « provocation ».",
        [("partial", "provocation", "Paul Roy")],
    ),
    (
        "en",
        "Eric Lind said he and his sister were “shocked” by the news, saying he was “no man of guns”.",
        [
            ("indirect", "he and his sister were “shocked” by the news", "Eric Lind"),
            ("partial", "shocked", "Eric Lind"),
            ("indirect", "he was “no man of guns”", "Eric Lind"),
            ("partial", "no man of guns", "Eric Lind"),
        ],
    ),
    (
        "en",
        "The paper quoted the head of the port agency as saying the cranes have been sold.",
        [("indirect", "the cranes have been sold", "the head of the port agency")],
    ),
    (
        "en",
        "Anna Berg was quoted by the radio as saying the talks had failed.",
        [("indirect", "the talks had failed", "Anna Berg")],
    ),
    ("en", "At 10:24 p.m., officers report from the stairwell just outside the door.", []),
    (
        "en",
        "The brothers had shared a firm for decades, repairing houses, whose sale left him with what he estimated was "
        "a fortune.",
        [],
    ),
    ("en", "The council called an emergency meeting for later Sunday to discuss the strike.", []),
    ("de", "Der Präsident hat ein Veto gegen den Entwurf angekündigt, falls dieser nicht abgeschwächt werde.", []),
    (
        "de",
        "„Er wurde oft missverstanden“, sagte Minister Karl Berg. Ich werde diesen Mann niemals vergessen.",
        [("direct", "Er wurde oft missverstanden", "Karl Berg")],
    ),
    (
        "fr",
        "« C'est du chantage ! », s'emporte l'élu d'opposition Lionel Roche. À l'en croire, la ville coule.",
        [("direct", "C'est du chantage !", "Lionel Roche"), ("indirect", "la ville coule", "Lionel Roche")],
    ),
    (
        "fr",
        "« On ne lâchera rien », a lancé mardi le délégué FSB Patrick Rolin devant les grévistes.",
        [("direct", "On ne lâchera rien", "Patrick Rolin")],
    ),
    (
        "fr",
        "Le préfet, selon qui les renforts « ne sont pas exclus », doit recevoir les syndicats jeudi.",
        [
            ("indirect", "les renforts « ne sont pas exclus »", "Le préfet"),
            ("partial", "ne sont pas exclus", "Le préfet"),
        ],
    ),
    (
        "es",
        "Según Ana Montes, el plan garantiza fondos por diez años, mientras que para Prado «no garantiza nada».",
        [("indirect", "el plan garantiza fondos por diez años", "Ana Montes"), ("scare", "no garantiza nada", None)],
    ),
    (
        "es",
        "«¿Quién paga esto?», se preguntó Ana Luisa Corrales, una pasajera que esperaba en el andén.",
        [("direct", "¿Quién paga esto?", "Ana Luisa Corrales")],
    ),
    ("es", "Consultado por las obras, respondió: «Pregunten al alcalde».", [("direct", "Pregunten al alcalde", None)]),
    ("es", "La presidenta Dina Robles tuiteó: «Estamos con Lima».", [("direct", "Estamos con Lima", "Dina Robles")]),
    (
        "en",
        "Lind said the governors had “forgotten to say thank you”, remarks Berg called “contempt”.",
        [
            (
                "indirect",
                "the governors had “forgotten to say thank you”, remarks Berg called “contempt”",
                "Lind",
            ),
            ("partial", "forgotten to say thank you", "Lind"),
            ("partial", "contempt", "Berg"),
        ],
    ),
    (
        "fr",
        "Le ministre de la Défense, Paul Roy, est arrivé. « Nous verrons », a ajouté le ministre, qui a assuré que tout"
        " irait bien.",
        [("direct", "Nous verrons", "Paul Roy"), ("indirect", "tout irait bien", "Paul Roy")],
    ),
    (
        "ru",
        "По данным комиссии по правам человека, погибли двадцать жителей.",
        [("indirect", "погибли двадцать жителей", "комиссии по правам человека")],
    ),
    (
        "fr",
        "Vingt personnes sont mortes, selon le Conseil des droits (CDR), un organisme public.",
        [("indirect", "Vingt personnes sont mortes", "Conseil des droits")],
    ),
    (
        "en",
        "Norway ended its pact with the port, its foreign minister said on Thursday, a move that may cost it millions.",
        [("indirect", "Norway ended its pact with the port", "its foreign minister")],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), SAID)
def test_said(language: str, text: str, expected: list[Told], r: Make) -> None:
    """What is said, by whom; acts and notices say nothing."""
    assert told(r(text, lang=language)) == expected
