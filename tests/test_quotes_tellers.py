"""Tellers told apart: joint ones, aides, papers, rumours, and what only looks like a cue. A case is news we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Reading
from tests.telling import Told, told

Make = Callable[..., Reading]

# (language, text, [(kind, words, speaker)])
SAID: list[tuple[str, str, list[Told]]] = [
    (
        "en",
        "On Sunday Taddeo Malvar insisted the bridge was closed. On Monday Zubin Orakwe insisted that it was open.",
        [
            ("indirect", "the bridge was closed", "Taddeo Malvar"),
            ("indirect", "it was open", "Zubin Orakwe"),
        ],
    ),
    (
        "en",
        "The Finnish president said he hoped that a trade pact would be signed during the visit.",
        [("indirect", "he hoped that a trade pact would be signed during the visit", "The Finnish president")],
    ),
    (
        "de",
        "Der Präsident sagte, er hoffe, dass ein Abkommen im Frühjahr unterzeichnet werde.",
        [("indirect", "er hoffe, dass ein Abkommen im Frühjahr unterzeichnet werde", "Der Präsident")],
    ),
    (
        "es",
        "Según Kiev y funcionarios occidentales, se enviaron diez mil soldados.",
        [("indirect", "se enviaron diez mil soldados", "Kiev + funcionarios occidentales")],
    ),
    (
        "fr",
        "Selon la Corée du Sud et les puissances occidentales, dix mille soldats ont été envoyés.",
        [("indirect", "dix mille soldats ont été envoyés", "Corée du Sud + les puissances occidentales")],
    ),
    (
        "ru",
        "По данным Киева и западных чиновников, отправлено десять тысяч солдат.",
        [("indirect", "отправлено десять тысяч солдат", "Киев + западных чиновников")],
    ),
    (
        "de",
        "Nach Angaben Kiews und westlicher Beamter wurden 10.000 Soldaten entsandt.",
        [("indirect", "wurden 10.000 Soldaten entsandt", "Kiew + westlicher Beamter")],
    ),
    (
        "es",
        "Suecia y Noruega anunciaron un pacto «histórico» en Oslo.",
        [("partial", "histórico", "Suecia + Noruega")],
    ),
    (
        "it",
        "Svezia e Norvegia hanno definito il patto «storico».",
        [("partial", "storico", "Svezia + Norvegia")],
    ),
    (
        "es",
        "El portavoz de Suecia y Noruega anunció un pacto «histórico» en Oslo.",
        [("partial", "histórico", "El portavoz de Suecia y Noruega")],
    ),
    (
        "fr",
        "« Il faut isoler ce pays », a réagi un conseiller du président ukrainien, Volodymyr Zelensky.",
        [("direct", "Il faut isoler ce pays", "un conseiller du président ukrainien, Volodymyr Zelensky")],
    ),
    (
        "fr",
        "« Il faut isoler ce pays », a réagi le conseiller du maire, Jean Roy.",
        [("direct", "Il faut isoler ce pays", "Jean Roy")],
    ),
    ("en", "A deputy who asked for her name to be left out left early.", []),
    ("es", "Una diputada que pidió no ser identificada salió antes.", []),
    (
        "en",
        "A woman died in a fire in the mill, emergency services said.",
        [("indirect", "A woman died in a fire in the mill", "emergency services")],
    ),
    (
        "fr",
        "Le pont fermera en mai, a affirmé le porte-parole du gouvernement, Paul Roy.",
        [("indirect", "Le pont fermera en mai", "Paul Roy")],
    ),
    (
        "es",
        "Advierte la analista Ana Ruiz, del Centro de Estudios del Sur, que el tratado no tiene fecha.",
        [("indirect", "el tratado no tiene fecha", "Ana Ruiz")],
    ),
    (
        "es",
        "La prensa local informó de que el geólogo Tomás Vera, de 80 años, fue ingresado."
        " «Era mi última esperanza», declaró al diario El Faro.",
        [
            ("indirect", "el geólogo Tomás Vera, de 80 años, fue ingresado", "La prensa local"),
            ("direct", "Era mi última esperanza", None),
        ],
    ),
    (
        "en",
        "The spokeswoman voiced “full support”. “It is late for a deal,” she added.",
        [("partial", "full support", "The spokeswoman"), ("direct", "It is late for a deal,", "The spokeswoman")],
    ),
    (
        "en",
        "The ministry voiced “full support”. “It is late for a deal,” he added.",
        [("partial", "full support", "The ministry"), ("direct", "It is late for a deal,", None)],
    ),
    (
        "fr",
        "La ministre a exprimé « son plein soutien ». Le texte, a-t-il assuré, est « pacifique ».",
        [("partial", "son plein soutien", "La ministre"), ("partial", "pacifique", None)],
    ),
    ("en", "A video claiming that the minister had fled to Spain was also false.", []),
    ("es", "Un video que afirmaba que el ministro había huido a España era falso.", []),
    ("fr", "Une vidéo affirmant que le ministre avait fui en Espagne était fausse.", []),
    ("de", "Ein Video, das behauptete, der Minister sei nach Spanien geflohen, war gefälscht.", []),
    ("es", "El Gobierno declaró la alerta en las provincias que la pidieron: Lugo, Soria y Ávila.", []),
    ("es", "El ministro dijo el lunes en Lima que la obra seguirá.", [("indirect", "la obra seguirá", "El ministro")]),
    ("es", "El sindicato culpa a un fallo del freno del choque de la Estrella.", []),
    (
        "de",
        "Der Minister wies den Vorwurf zurück, die Stadt sei schuld: Die Pumpen hätten sich abgeschaltet.",
        [
            ("indirect", "die Stadt sei schuld", "Der Minister"),
            ("indirect", "Die Pumpen hätten sich abgeschaltet", "Der Minister"),
        ],
    ),
    ("fr", "L'assureur chiffre les dégâts à 2,4 millions d'euros ; la banque Orval les estime à 3 millions.", []),
    (
        "en",
        "Anna Berg said the bridge would close in May, in a statement on Tuesday.",
        [("indirect", "the bridge would close in May", "Anna Berg")],
    ),
    (
        "es",
        "Ana Ruiz dijo que el puente cerraría en mayo, en un comunicado difundido el martes.",
        [("indirect", "el puente cerraría en mayo", "Ana Ruiz")],
    ),
    (
        "fr",
        "Le ministre, qui avait vu le maire avant d'annoncer qu'il quittait le parti, a salué « un beau geste ».",
        [("indirect", "il quittait le parti", "Le ministre"), ("partial", "un beau geste", "Le ministre")],
    ),
    (
        "en",
        "Rescuers were attacked by men ‘from the north’ and sought help.",
        [("scare", "from the north", None)],
    ),
    ("en", "Hundreds are expected to gather at the “old mill” on Sunday.", [("scare", "old mill", None)]),
    (
        "en",
        "For the first time since the war, the town has named a “day of calm” for its schools.",
        [("scare", "day of calm", None)],
    ),
    (
        "en",
        "Anna Berg argues that quiet zones for children assume that noise is normal.",
        [("indirect", "quiet zones for children assume that noise is normal", "Anna Berg")],
    ),
    (
        "it",
        "Secondo le società idriche, riunite in Aquanet, la colpa è del gestore.",
        [("indirect", "la colpa è del gestore", "società idriche")],
    ),
    (
        "ru",
        "Договор не рухнул: с послом, как утверждает источник в делегации, Москва связалась в тот же вечер.",
        [("indirect", "с послом … Москва связалась в тот же вечер", "источник в делегации")],
    ),
    (
        "ru",
        "Меморандум о продовольствии, подписанный на три года, по мнению МИД РФ, так и не заработал.",
        [("indirect", "Меморандум о продовольствии, подписанный на три года … так и не заработал", "МИД РФ")],
    ),
    (
        "es",
        "El precio subió un 3 %, según el banco, que espera más alzas.",
        [("indirect", "El precio subió un 3 %", "el banco")],
    ),
    (
        "en",
        "The bridge, as the minister said, will close in May.",
        [("indirect", "The bridge … will close in May", "the minister")],
    ),
    (
        "fr",
        "Plus de 20 millions de tonnes dorment dans les ports, affirme Kiev ; l'ONU parle, elle, de 22 millions.",
        [("indirect", "Plus de 20 millions de tonnes dorment dans les ports", "Kiev")],
    ),
    (
        "en",
        "Rwanda has long denied helping the rebels.",
        [("indirect", "helping the rebels", "Rwanda")],
    ),
    ("en", "Iran claims to have closed the strait.", [("indirect", "to have closed the strait", "Iran")]),
    ("es", "Dijo el alcalde en el diario «El Faro»", [("scare", "El Faro", None)]),  # marks at the very end
]


@pytest.mark.parametrize(("language", "text", "expected"), SAID)
def test_said(language: str, text: str, expected: list[Told], r: Make) -> None:
    """What is said, by whom, with everybody who says it together."""
    assert told(r(text, lang=language)) == expected
