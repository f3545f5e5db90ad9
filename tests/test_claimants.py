"""Claimants and windows of figures: a case is a line of news in our words, with who says which number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Figure, Reading

# (language, text, {value: who claims it, "" the article})
RIVALS = [
    # a source without a verb takes over its neighbour's
    ("en", "Police counted 8,000 marchers, the teachers' union 25,000.", {8000: "Police", 25000: "teachers' union"}),
    ("fr", "La mairie a compté 6 000 cyclistes, l'association 14 000.", {6000: "mairie", 14000: "association"}),
    ("de", "Die Feuerwehr zählte 30 Verletzte, das Rote Kreuz 55.", {30: "Feuerwehr", 55: "Rote Kreuz"}),
    ("es", "La policía contó 3.000 huelguistas, el sindicato 9.000.", {3000: "policía", 9000: "sindicato"}),
    ("ru", "Полиция насчитала 3 тысячи человек, организаторы — 11 тысяч.", {3000: "Полиция", 11000: "организаторы"}),
    # each "according to" has its own figure before it
    ("en", "The blaze hurt 40 people according to the mayor, 65 according to doctors.", {40: "mayor", 65: "doctors"}),
    ("fr", "La grève a mobilisé 12 % des agents selon la direction, 31 % selon la CGT.", {12: "direction", 31: "CGT"}),
    ("es", "Hubo 20 heridos según la alcaldía y 45 según los médicos.", {45: "médicos"}),
    # a source with a figure of its own right behind it says nothing of the one before
    ("it", "La diga misura 20 chilometri, secondo altri di 19, da un capo all'altro.", {20: ""}),
    ("de", "Es kamen 200 Menschen, laut Polizei 300 Menschen.", {200: "", 300: "Polizei"}),
    ("fr", "La marche a réuni 200 personnes, selon la police 300 personnes.", {200: "", 300: "police"}),
    ("ru", "На марш пришли 200 человек, по данным полиции 300 человек.", {200: "", 300: "полиции"}),
    # the verb stands before its subject, behind an adverb or a comma
    ("fr", "Quelque 90 maisons ont brûlé, a indiqué jeudi le préfet.", {90: "préfet"}),
    ("de", "Am Abend meldete die Bergwacht 12 Vermisste.", {12: "Bergwacht"}),
    ("de", "In Graz wurden 70 Häuser beschädigt, teilte die Feuerwehr mit.", {70: "Feuerwehr"}),
    ("es", "Murieron 14 mineros, informó la gobernación.", {14: "gobernación"}),
    ("ru", "Сгорели 80 домов, сообщила администрация района.", {80: "администрация района"}),
    # who goes on behind a comma is who just told
    (
        "es",
        "El sismo que sacudió Chile dejó 30 muertos, informó la junta militar, que cifra en 45 los heridos.",
        {45: "junta militar"},
    ),
    # German: the participle at the end, sources inside a compound, "so" behind a comma
    ("de", "Gestern hatte der Landrat 230 Anträge genannt.", {230: "Landrat"}),
    ("de", "Nach Behördenangaben kamen 19 Menschen um.", {19: "Behördenangaben"}),
    ("de", "Der Schaden liegt bei 3 Millionen Euro, so das Finanzministerium.", {3e6: "Finanzministerium"}),
    # the whole name, not the country or person it begins or ends with
    ("en", "Peru's civil defence agency said 52 people were missing.", {52: "Peru's civil defence agency"}),
    ("es", "La Oficina de Estadística calcula 700 despidos.", {700: "Oficina de Estadística"}),
    # what the article adds behind the words of another is its own
    (
        "fr",
        "Le pont a tué 12 ouvriers, a annoncé la mairie, trois ans après celui qui avait fait 40 morts à Nice.",
        {12: "mairie", 3: "", 40: ""},
    ),
    ("en", "The fire burnt 40 homes, the mayor said, a week after another that cost 90 lives.", {40: "mayor", 90: ""}),
    ("de", "Es brannten 40 Häuser, teilte die Polizei mit, eine Woche nachdem 90 Menschen umgekommen waren.", {90: ""}),
    (
        "en",
        "Officials said the storm, which killed 30 people in Cuba, was moving north with winds of 200 kilometres.",
        {30: "", 200: "Officials"},
    ),
    (
        "fr",
        "Des experts estiment que le chantier, qui occupe 300 ouvriers, coûtera 90 millions d'euros.",
        {300: "", 90e6: "experts"},
    ),
    # two who tell together; counted sources; the name behind an office
    ("en", "Both Oslo and Lima say 70 ships will come.", {70: "Oslo"}),
    ("fr", "Oslo et Lima affirment que 70 navires viendront.", {70: "Oslo"}),
    ("en", "Two officials said 300 tonnes had been shipped.", {300: "Two officials"}),
    ("fr", "Deux responsables ont affirmé que 300 soldats étaient partis.", {300: "Deux responsables"}),
    ("es", "El alcalde de Lima, Luis Vega, dijo que 300 personas huyeron.", {300: "Luis Vega"}),
    ("de", "Der Außenminister der Ukraine, Dmytro Kuleba, nannte 300 Tote.", {300: "Dmytro Kuleba"}),
    # figures of nobody are the article's; a body inside a compound
    ("en", "According to preliminary data, 62 passengers were on board.", {62: ""}),
    ("ru", "По предварительным данным, погибли 62 человека.", {62: ""}),
    ("ru", "По предварительным данным МЧС, погибли 62 человека.", {62: "МЧС"}),
    ("de", "Nach den neuesten Zahlen sind 300 Menschen erkrankt.", {300: ""}),
    ("de", "Bisher wurden nach UN-Angaben 300 Tonnen geliefert.", {300: "UN"}),
    ("de", "Es starben 300 Menschen, wie die Polizei Anfang Juli mitteilte.", {300: "Polizei"}),
    ("fr", "Une ONG, l'Association des médecins, avait fait état dans un premier temps de 13 morts.", {13: "ONG"}),
    # he is a person, not the state that spoke before
    (
        "en",
        "Chad said it would wait. Emmanuel Macron visited a camp, where he announced 7 million euros in aid.",
        {7e6: "Emmanuel Macron"},
    ),
    # an insertion between the verb and its number, or between the subject and its verb
    ("fr", "Oslo parle de 9 000 navires ; l'ONU parle, elle, de 4 000.", {9000: "Oslo", 4000: "ONU"}),
    ("fr", "La Norvège, elle, assure que 300 postes seront créés.", {300: "Norvège"}),
    # a passive tells nothing of its subject; a name in marks has the verb behind it
    ("en", "The rebels have been blamed for the deaths of 300 people.", {300: ""}),
    ("en", "The rebels are believed to have killed 300 people.", {300: ""}),
    ("de", "Der Sender „Kivu“ berichtete von der Bergung von 56 Leichen.", {56: "Kivu"}),
    ("es", "El alcalde celebró el acuerdo, que crea un mercado de 300 millones de personas.", {300e6: ""}),
    # a clause behind a contrast or a semicolon starts anew
    ("en", "Unions say 300 jobs will go; 40 trains were cancelled.", {300: "Unions", 40: ""}),
    ("fr", "La banque table sur 4 % de hausse, mais 600 postes disparaissent.", {4: "banque", 600: ""}),
    # whom somebody else quotes; the body and not who runs it
    ("en", "State radio quoted the port authority as saying 37 people had drowned.", {37: "port authority"}),
    ("en", "Some 700 people died, according to the Hezbollah-run civil defence.", {700: "Hezbollah-run civil defence"}),
    ("de", "Nach Angaben der von den Taliban geführten Behörde starben 70 Menschen.", {70: "Behörde"}),
    ("fr", "Le séisme a fait 90 morts, d'après le ministère de la santé.", {90: "ministère de la santé"}),
    # "as" that goes back to the article's own account
    ("en", "Emmanuel Macron admitted mistakes, as the toll rose above 900.", {900: ""}),
    ("en", "Macron says help is late as toll passes 900", {900: ""}),
    # a stretch of time is no rival's figure; a body has members and tells nobody's number
    ("en", "Norway said 40 ships would come, three months after Russia left.", {40: "Norway", 3: ""}),
    ("fr", "L'Union européenne compte 27 membres.", {27: ""}),
    ("en", "Miners had turned down an offer of 8%.", {8: ""}),
    ("fr", "Selon le rapport de 60 pages, la digue tient.", {60: ""}),
    # German: the verb at the end of a clause with "wie"; one's own figures; a bracket between subject and verb
    ("de", "Es fehlen 40 Lehrer, wie die Schulleitung in der Nacht zum Montag mitteilte.", {40: "Schulleitung"}),
    ("de", "Der Umbau kostet die Stadt nach eigenen Angaben 25 Millionen Euro.", {25e6: "Stadt"}),
    (
        "de",
        "Das Institut für Wirtschaft (IFW) schätzt den Schaden auf 90 Millionen Euro.",
        {90e6: "IFW"},
    ),
    # Spanish: the perfect, the verb behind "and", what was promised ends with a comma
    ("es", "El Gobierno peruano ha confirmado 62 muertes.", {62: "Gobierno peruano"}),
    ("es", "Emmanuel Macron visitó la zona y cifró en 310 los heridos.", {310: "Emmanuel Macron"}),
    ("es", "La junta prometió 7 millones, semanas después de que murieran 56 personas.", {56: ""}),
    # a verb that looks like a bound; a poll; a name without the place it spoke at; a sentence with its own subject
    ("en", "Police estimated 200,000 people had come.", {200000: "Police"}),
    ("fr", "Le maire est crédité de 34 % par un sondage Gallup.", {34: "sondage Gallup"}),
    (
        "de",
        "Nach Schätzung der Bank kostet der Streik 9 Millionen. Frankreich will 17.000 Stellen streichen.",
        {17000: ""},
    ),
    # a noun that is also a verb; the same body again
    ("es", "El sindicato habla de 30 despidos; los vecinos elevan la cifra a 50.", {30: "sindicato", 50: "vecinos"}),
    (
        "en",
        "Peru's weather service said 40 roads were shut. The same service counted 90 slides.",
        {40: "Peru's weather service", 90: "Peru's weather service"},
    ),
    # a weekday at the head of a clause is no part of its subject
    ("ru", "В субботу власти Читы сообщили о 40 погибших.", {40: "власти Читы"}),
    # Italian, Portuguese, Dutch
    (
        "it",
        "Le vittime sono 34, ha detto il sindaco; i feriti sono 80, secondo la prefettura.",
        {34: "sindaco", 80: "prefettura"},
    ),
    ("it", "La questura stima che 4 mila persone abbiano sfilato.", {4000: "questura"}),
    ("pt", "Cerca de 7.300 pessoas desfilaram, segundo a polícia.", {7300: "polícia"}),
    ("pt", "Os organizadores falaram em 10 mil.", {10000: "organizadores"}),
    ("nl", "Volgens de politie kwamen 3.000 mensen.", {3000: "politie"}),
    # the words of a quotation are its speaker's
    ("es", "«Son 200 familias», dijo una vecina.", {200: "vecina"}),
    ("ru", "По словам мэра, без света остались 400 домов.", {400: "мэра"}),
]


@pytest.mark.parametrize(("lang", "text", "who"), RIVALS)
def test_who_claims(r: Callable[..., Reading], lang: str, text: str, who: dict[float, str]) -> None:
    told = {one.value: one.claimed_by for one in r(text, lang, only=("mentions", "dates", "figures")).of(Figure)}
    assert {value: told.get(value) for value in who} == who


# (language, text, {value: unit})
BARE = [
    ("en", "The senate passed the bill by 61 votes to 38.", {61: "vote", 38: "vote"}),
    ("fr", "Le texte a été adopté par 319 voix contre 258.", {319: "vote", 258: "vote"}),
    ("de", "Das Gesetz wurde mit 394 zu 249 Stimmen angenommen.", {394: "vote", 249: "vote"}),
    ("es", "La cámara aprobó la ley por 178 votos contra 169.", {178: "vote", 169: "vote"}),
    ("ru", "Парламент принял закон 310 голосами против 25.", {310: "vote", 25: "vote"}),
    ("en", "The death toll rose to 87.", {87: "dead"}),
    ("fr", "Le bilan est monté à 52, dont 9 enfants.", {52: "", 9: "child"}),
    ("de", "Die Zahl der Vermissten stieg auf 140.", {140: "missing"}),
    ("es", "El número de heridos subió a 75.", {75: "wounded"}),
    ("ru", "Число раненых достигло 36.", {36: "wounded"}),
    ("en", "Half a million homes and two dozen bridges were lost.", {500000: "house", 24: "bridge"}),
    ("fr", "Il faudra un million et demi de doses.", {1500000: "dose"}),
    ("de", "Anderthalb Millionen Menschen flohen.", {1500000: "person"}),
    ("es", "Viven allí dos millones y medio de personas.", {2500000: "person"}),
    ("ru", "Эвакуированы полторы тысячи человек.", {1500: "person"}),
    ("es", "El plan cuesta 2 mil 300 millones de pesos.", {2.3e9: "peso"}),
    ("en", "The strike costs $40 million a day.", {40e6: "dollar/day"}),
    ("de", "Der Ausfall kostet 5 Millionen Euro pro Woche.", {5e6: "euro/week"}),
    ("en", "Rescuers saved 12 of the 30 crew members.", {12: "member", 30: "member"}),
    ("fr", "Une quarantaine de maisons ont brûlé.", {40: "house"}),
]


@pytest.mark.parametrize(("lang", "text", "units"), BARE)
def test_numbers_without_a_noun_and_number_words(
    r: Callable[..., Reading], lang: str, text: str, units: dict[float, str]
) -> None:
    told = {one.value: one.unit for one in r(text, lang, only=("mentions", "dates", "figures")).of(Figure)}
    assert {value: told.get(value) for value in units} == units


NONE = [
    ("en", "The envoy flew home on a Boeing 737 and spoke of peace."),
    ("en", "Arsenal won 3-1 after Parliament passed the budget."),
    ("es", "La ley 19.550 sigue vigente."),
    ("ru", "Рейс SU 204 вылетел в Сочи."),
    ("de", "Paragraf 218 bleibt."),
    ("fr", "Le vol AF 447 est parti."),
]


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_labels_are_no_figures(r: Callable[..., Reading], lang: str, text: str) -> None:
    assert not r(text, lang, only=("mentions", "dates", "figures")).of(Figure)


# (language, text, {value: window}); published on Wednesday 14 May 2025
WINDOWS = [
    ("en", "Since 2 May, 30 people have been arrested, police said on Monday.", {30: "2025-05-02/2025-05-12"}),
    ("en", "Between March 2024 and January 2025, 600 homes were built.", {600: "2024-03-01/2025-01-31"}),
    ("de", "Bis Ende April waren 900 Anträge registriert.", {900: "2025-04-30"}),
    ("en", "Some 40 firms have gone bust since the crisis began in March.", {40: "2025-03-01/2025-05-14"}),
    ("en", "They want 5 percent more from the Railways Act 2019.", {5: ""}),
]


@pytest.mark.parametrize(("lang", "text", "windows"), WINDOWS)
def test_windows(r: Callable[..., Reading], lang: str, text: str, windows: dict[float, str]) -> None:
    found = r(text, lang, "2025-05-14", only=("mentions", "dates", "figures")).of(Figure)
    assert {one.value: one.window.value if one.window else "" for one in found if one.value in windows} == windows


JOINT = [
    ("en", "According to Norway and Brazil, 300 ships waited.", "Norway", ("Brazil",)),
    ("fr", "Selon la préfecture et les pompiers, 40 maisons ont brûlé.", "préfecture", ("pompiers",)),
    ("es", "Según la policía y los bomberos, 40 casas ardieron.", "policía", ("bomberos",)),
    ("en", "According to Norway, 300 ships waited.", "Norway", ()),
    # states without a name beside one that has it
    (
        "en",
        "According to Norway and its northern neighbours, 300 ships waited.",
        "Norway",
        ("northern neighbours",),
    ),
    ("fr", "Selon la Norvège et les pays voisins, 300 navires attendaient.", "Norvège", ("pays voisins",)),
    ("de", "Nach Angaben Norwegens und nordischer Staaten warteten 300 Schiffe.", "Norwegen", ("nordischer Staaten",)),
    ("es", "Según Noruega y los países vecinos, 300 barcos esperaban.", "Noruega", ("países vecinos",)),
    ("ru", "По данным Осло и северных стран, ждали 300 судов.", "Осло", ("северных стран",)),
]


@pytest.mark.parametrize(("lang", "text", "first", "others"), JOINT)
def test_several_claim_it_together(
    r: Callable[..., Reading], lang: str, text: str, first: str, others: tuple[str, ...]
) -> None:
    (one,) = r(text, lang, only=("mentions", "dates", "figures")).of(Figure)
    assert (one.claimed_by, one.co_claimants) == (first, others)


def test_a_figure_at_the_very_end_of_a_german_clause_with_inversion_does_not_fail(
    r: Callable[..., Reading],
) -> None:
    reading = r("Zur Miete können Sie unter https://wohnen.example/suche?q=30%25%2020% mehr lesen", lang="de")
    assert reading.article.language == "de"


SAME = [
    ("en", "Police counted 4,000 marchers; organisers put the number at 10,000.", 10000, "demonstrator"),
    ("fr", "Selon la mairie, 900 cyclistes ont défilé ; la police en a compté 4 000.", 4000, "cycliste"),
    ("es", "Hubo 9.000 manifestantes, según la policía; los sindicatos hablaron de 40.000.", 40000, "demonstrator"),
    ("en", "Police counted 4,000 marchers; the mayor spoke of 7.", 7, ""),  # too far apart for one thing
]


@pytest.mark.parametrize(("lang", "text", "value", "unit"), SAME)
def test_a_rival_counts_the_same(r: Callable[..., Reading], lang: str, text: str, value: float, unit: str) -> None:
    found = {one.value: one.unit for one in r(text, lang, only=("mentions", "dates", "figures")).of(Figure)}
    assert found[value] == unit
