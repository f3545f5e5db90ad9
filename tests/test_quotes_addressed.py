"""Whom something is told is no part of what is told, nor of who tells it. A case is news we wrote."""

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
        "Lisbon is in mourning, Interior Minister Miguel Pinto said.\n\n"
        "The funicular left the rails in the old town of Lisbon, "
        'the fire chief, João Costa, told state-run Lusa. "We were there in three minutes," he said. '
        "The narrow street held up the rescue, he added.",
        [
            ("indirect", "Lisbon is in mourning", "Miguel Pinto"),
            ("indirect", "The funicular left the rails in the old town of Lisbon", "João Costa"),
            ("direct", "We were there in three minutes,", "João Costa"),
            ("indirect", "The narrow street held up the rescue", "João Costa"),
        ],
    ),
    (
        "en",
        "Four climbers were missing, the mayor of Chamonix, Eric Fournier, told local radio.",
        [("indirect", "Four climbers were missing", "Eric Fournier")],
    ),
    ("en", "The alarm was false, Paul Lind told reporters.", [("indirect", "The alarm was false", "Paul Lind")]),
    ("en", "He was tired, and the mayor told his wife a story.", []),
    ("en", "When the vote was over, the governor, Paul Lind, told reporters.", []),
    (
        "en",
        "The driver was drunk when he hit the bus, something a caller told the police.",
        [],
    ),
    (
        "fr",
        "Deux wagons ont déraillé, a indiqué le chef des pompiers, João Costa, à l'agence Lusa.",
        [("indirect", "Deux wagons ont déraillé", "João Costa")],
    ),
    (
        "fr",
        "Le pont est fermé, a déclaré la maire aux journalistes.",
        [("indirect", "Le pont est fermé", "la maire")],
    ),
    (
        "fr",
        "Le pont est fermé, a déclaré à l'AFP Jean Dupont.",
        [("indirect", "Le pont est fermé", "Jean Dupont")],
    ),
    (
        "fr",
        "« Non », a dit Pierre Roux. La jetée est loin du centre de la ville, a-t-il ajouté.",
        [("partial", "Non", "Pierre Roux"), ("indirect", "La jetée est loin du centre de la ville", "Pierre Roux")],
    ),
    ("fr", "Les élus ont voté, a approuvé le budget la commission.", []),
    (
        "de",
        "Zwei Wagen seien entgleist, sagte der Feuerwehrchef João Costa der Agentur Lusa.",
        [("indirect", "Zwei Wagen seien entgleist", "João Costa")],
    ),
    (
        "de",
        "Die Lage sei ernst, sagte Regierungssprecherin Anna Berg der Zeitung.",
        [("indirect", "Die Lage sei ernst", "Anna Berg")],
    ),
    (
        "de",
        "Die Lage sei ernst, sagte der Präsident der Europäischen Zentralbank.",
        [("indirect", "Die Lage sei ernst", "der Präsident der Europäischen Zentralbank")],
    ),
    (
        "de",
        "Die Lage sei ernst, sagte Ursula von der Leyen.",
        [("indirect", "Die Lage sei ernst", "Ursula von der Leyen")],
    ),
    (
        "es",
        "Dos vagones descarrilaron, declaró el jefe de bomberos, Juan López, a la agencia Lusa.",
        [("indirect", "Dos vagones descarrilaron", "Juan López")],
    ),
    (
        "ru",
        "Два вагона сошли с рельсов, сказал агентству начальник пожарной службы Иван Петров.",
        [("indirect", "Два вагона сошли с рельсов", "Иван Петров")],
    ),
    # Two things told in one sentence: in front of a colon and behind it, before a semicolon and after it.
    (
        "de",
        "Der Tunnel habe 2019 eine Prüfung bestanden, sagte Verkehrsminister Max Lind: „Für den Brandschutz ist die "
        "Stadt zuständig und niemand sonst.“",
        [
            ("indirect", "Der Tunnel habe 2019 eine Prüfung bestanden", "Max Lind"),
            ("direct", "Für den Brandschutz ist die Stadt zuständig und niemand sonst.", "Max Lind"),
        ],
    ),
    (
        "en",
        "The tunnel was checked in 2019, Transport Minister Paul Lind said: “The city is responsible for the tunnel "
        "and nobody else is.”",
        [
            ("indirect", "The tunnel was checked in 2019", "Paul Lind"),
            ("direct", "The city is responsible for the tunnel and nobody else is.", "Paul Lind"),
        ],
    ),
    (
        "fr",
        "Après l'incendie du tunnel, la ministre Anne Roux a dit : « La ville est seule responsable de ce tunnel. »",
        [("direct", "La ville est seule responsable de ce tunnel.", "Anne Roux")],
    ),
    (
        "es",
        "Tras el incendio, que dejó seis muertos, dijo la ministra Ana Gil: «La ciudad es responsable del control».",
        [("direct", "La ciudad es responsable del control", "Ana Gil")],
    ),
    (
        "ru",
        "Мэр Иван Петров отрицает, что выдал разрешение; по его словам, хозяева отозвали заявку.",
        [
            ("indirect", "выдал разрешение", "Иван Петров"),
            ("indirect", "хозяева отозвали заявку", "Иван Петров"),
        ],
    ),
    ("es", "La tregua empieza en febrero; según otras fuentes, en marzo.", []),
    # What an article calls wrong, nobody reports.
    ("en", "Earlier reports that the mayor, Paul Lind, was among those hurt were wrong; he was never there.", []),
    # What a preposition rules is no part of the subject behind it.
    (
        "ru",
        "На похоронах в Гаване президент Мигель Диас пообещал, что порт откроют.",
        [("indirect", "порт откроют", "Мигель Диас")],
    ),
    (
        "ru",
        "Вчера Си Цзиньпин заявил, что договор подписан.",
        [("indirect", "договор подписан", "Си Цзиньпин")],
    ),
    # An agency passes on what somebody says; a reason it gives is nobody.
    (
        "en",
        "The tram left the rails at dawn, Lusa reported on Thursday, citing Mayor Carlos Moedas.",
        [("indirect", "The tram left the rails at dawn", "Carlos Moedas")],
    ),
    (
        "en",
        "According to Lusa, citing the fire chief, the cable had snapped.",
        [("indirect", "the cable had snapped", "the fire chief")],
    ),
    (
        "en",
        "The city closed the line, Reuters reported, citing safety reasons.",
        [("indirect", "The city closed the line", "Reuters")],
    ),
    (
        "fr",
        "Le câble a lâché, a rapporté l'agence Lusa, citant le gouverneur.",
        [("indirect", "Le câble a lâché", "le gouverneur")],
    ),
    (
        "de",
        "Das Seil sei gerissen, berichtete die Agentur Lusa unter Berufung auf den Bürgermeister Max Lind.",
        [("indirect", "Das Seil sei gerissen", "Max Lind")],
    ),
    (
        "es",
        "El cable se rompió, informó la agencia Lusa, citando al gobernador Juan Gil.",
        [("indirect", "El cable se rompió", "Juan Gil")],
    ),
    (
        "ru",
        "Трос лопнул, сообщило агентство Lusa со ссылкой на губернатора Ивана Петрова.",
        [("indirect", "Трос лопнул", "Иван Петров")],
    ),
    # For whom something is asked, never without what is asked.
    (
        "de",
        "Für sieben von ihnen, darunter der Fahrer, fordert die Staatsanwaltschaft bis zu zehn Jahre.",
        [
            (
                "indirect",
                "Für sieben von ihnen, darunter der Fahrer … bis zu zehn Jahre",
                "die Staatsanwaltschaft",
            )
        ],
    ),
    (
        "it",
        "Per sette di loro, tra cui il macchinista, la procura chiede fino a dieci anni.",
        [("indirect", "Per sette di loro, tra cui il macchinista … fino a dieci anni", "la procura")],
    ),
    # States without a name say it together with one that has it.
    (
        "en",
        "Norway and its neighbours say the cod will not return.",
        [("indirect", "the cod will not return", "Norway + its neighbours")],
    ),
    (
        "fr",
        "La Norvège et les pays voisins affirment que la morue ne reviendra pas.",
        [("indirect", "la morue ne reviendra pas", "Norvège + les pays voisins")],
    ),
    (
        "es",
        "Noruega y los países vecinos afirman que el bacalao no volverá.",
        [("indirect", "el bacalao no volverá", "Noruega + los países vecinos")],
    ),
    (
        "ru",
        "Норвегия и соседние страны заявляют, что треска не вернётся.",
        [("indirect", "треска не вернётся", "Норвегия + соседние страны")],
    ),
    # What is called so stands with the name, where it is a clause; a name for a thing says it all.
    (
        "de",
        "Ministerin Anna Berg nannte Berichte, die Stadt werde das Theater schließen, „frei erfunden“.",
        [
            ("indirect", "Berichte, die Stadt werde das Theater schließen, „frei erfunden“", "Anna Berg"),
            ("partial", "frei erfunden", "Anna Berg"),
        ],
    ),
    (
        "en",
        "The mayor called reports that the city would close the theatre “pure invention”.",
        [
            ("indirect", "reports that the city would close the theatre “pure invention”", "The mayor"),
            ("partial", "pure invention", "The mayor"),
        ],
    ),
    (
        "fr",
        "Le maire a qualifié d'« inventées » les informations selon lesquelles la ville fermerait le théâtre.",
        [
            (
                "indirect",
                "« inventées » les informations selon lesquelles la ville fermerait le théâtre",
                "Le maire",
            ),
            ("partial", "inventées", "Le maire"),
        ],
    ),
    (
        "es",
        "El alcalde calificó de «inventadas» las informaciones de que la ciudad cerraría el teatro.",
        [
            ("indirect", "«inventadas» las informaciones de que la ciudad cerraría el teatro", "El alcalde"),
            ("partial", "inventadas", "El alcalde"),
        ],
    ),
    (
        "ru",
        "Мэр назвал сообщения о том, что город закрывает театр, «выдумкой».",
        [
            ("indirect", "сообщения о том, что город закрывает театр, «выдумкой»", "Мэр"),
            ("partial", "выдумкой", "Мэр"),
        ],
    ),
    ("en", "The mayor called the plan a “gift”.", [("partial", "gift", "The mayor")]),
    # Who stands right before the verb, behind a clause of its own; whose word goes on with "demnach".
    (
        "en",
        "THE LOAN Back when she wrote her book, Mrs. Lind said that debt was a tool.",
        [("indirect", "debt was a tool", "Lind")],
    ),
    (
        "de",
        "Laut Presseberichten ist er heute 24 Jahre alt; demnach wäre er damals erst 16 Jahre alt gewesen.",
        [
            ("indirect", "ist er heute 24 Jahre alt", "Presseberichten"),
            ("indirect", "wäre er damals erst 16 Jahre alt gewesen", "Presseberichten"),
        ],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), SAID)
def test_said(language: str, text: str, expected: list[Told], r: Make) -> None:
    assert told(r(text, lang=language)) == expected


def test_a_day_that_is_told_is_not_the_day_of_telling(r: Make) -> None:
    """What is said behind a colon has not the year of what is said in front of it."""
    reading = r("L'hôtel a été contrôlé en 2021, a dit Anne Roux : « La ville est seule responsable. »", lang="fr")
    assert [one.when for one in reading.of(Quote)] == [None, None]
