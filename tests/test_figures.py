"""Figures: a case is a line of news in our words and what is counted in it, by whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.read.numbers import Words, read_digits
from dragoman.records import Figure, Reading

# (language, text, words, value, unit, bound)
CASES = [
    ("en", "At least 45 people died in the flood.", "At least 45 people", 45, "dead", "at_least"),
    ("en", "The army lost more than 1,200 soldiers.", "more than 1,200 soldiers", 1200, "soldier", "more_than"),
    ("en", "Donors pledged $2.5 billion in aid.", "$2.5 billion", 2.5e9, "dollar", "exactly"),
    ("en", "Turnout fell by 12 percent.", "12 percent", 12, "percent", "exactly"),
    ("en", "Two hundred thousand refugees came.", "Two hundred thousand refugees", 200000, "refugee", "exactly"),
    ("en", "This is their third summit since the war.", "third summit", 3, "ordinal", "exactly"),
    ("en", "The truce held for nearly a quarter of a century.", "nearly a quarter of a century", 25, "year", "nearly"),
    ("en", "It is the first visit in less than a year.", "less than a year", 1, "year", "less_than"),
    ("fr", "Quelque 300 civils ont été évacués.", "Quelque 300 civils", 300, "civilian", "about"),
    ("fr", "Plus de 12.000 soldats ont traversé le fleuve.", "Plus de 12.000 soldats", 12000, "soldier", "more_than"),
    ("fr", "L'aide atteint 1,5 million d'euros.", "1,5 million d'euros", 1.5e6, "euro", "exactly"),
    ("fr", "La trêve doit durer un siècle.", "un siècle", 100, "year", "exactly"),
    ("fr", "Il a fallu quatre-vingt-dix jours.", "quatre-vingt-dix jours", 90, "day", "exactly"),
    ("de", "Mindestens 1.500 Menschen flohen.", "Mindestens 1.500 Menschen", 1500, "person", "at_least"),
    ("de", "Rund zweihundertfünfzig Soldaten kamen.", "Rund zweihundertfünfzig Soldaten", 250, "soldier", "about"),
    ("de", "Es geht um 3,4 Milliarden Euro.", "3,4 Milliarden Euro", 3.4e9, "euro", "exactly"),
    ("es", "Más de 20.000 personas huyeron.", "Más de 20.000 personas", 20000, "person", "more_than"),
    ("es", "Costará 1,2 millones de euros.", "1,2 millones de euros", 1.2e6, "euro", "exactly"),
    # the preposition of a verb is no bound
    ("de", "Die Partei verfügt nur noch über 62 Sitze.", "62 Sitze", 62, "seat", "exactly"),
    ("de", "Die Firma beschäftigt über 62 Leute.", "über 62 Leute", 62, "person", "more_than"),
    # what rose to a value has it
    ("es", "La prima subió hasta los 90 puntos.", "hasta los 90 puntos", 90, "puntos", "exactly"),
    ("en", "Finland shares 1,340 km border with Russia.", "1,340 km", 1340, "kilometre", "exactly"),
    ("en", "Polls give the party between 255 and 295 seats.", "between 255 and 295 seats", 255, "seat", "exactly"),
    # the number of a toll is a number of what the toll counts
    ("en", "The death toll from the landslide rose to 96 on Sunday, rescuers said.", "96", 96, "dead", "exactly"),
    ("en", "The number of injured climbed to at least 62, the mayor said.", "at least 62", 62, "wounded", "at_least"),
    ("de", "Die Zahl der Toten steigt auf 96.", "96", 96, "dead", "exactly"),
    ("fr", "Le nombre de morts est passé à 96, selon la police.", "96", 96, "dead", "exactly"),
    ("es", "La cifra de muertos subió a 96, según la policía.", "96", 96, "dead", "exactly"),
    ("ru", "Число погибших при сходе лавины достигло 96.", "96", 96, "dead", "exactly"),
    ("pt", "O número de mortos subiu para 96, segundo a polícia.", "96", 96, "dead", "exactly"),
    ("nl", "Het dodental is gestegen tot 96, meldde de politie.", "96", 96, "dead", "exactly"),
    ("ru", "Погибли около 40 человек.", "около 40 человек", 40, "dead", "about"),
    ("ru", "Ущерб составил 2,5 млн долларов.", "2,5 млн долларов", 2.5e6, "dollar", "exactly"),
]  # fmt: skip


CASES += [
    # a number behind a date; a hyphen ties the noun of a compound; the article of a scale is no number
    (
        "de",
        "Bei der Wahl vom 12. Februar 2023 28,2 Prozent zu holen war neu.",
        "28,2 Prozent",
        28.2,
        "percent",
        "exactly",
    ),
    ("de", "Der 43-km-Tunnel wird gebaut.", "43-km", 43, "kilometre", "exactly"),
    ("es", "El sismo tuvo una magnitud de 6,1.", "magnitud de 6,1", 6.1, "magnitude", "exactly"),
    # German compounds above a hundred; Indian and short words for large numbers
    (
        "de",
        "Zweihundertfünfundfünfzig Soldaten kamen.",
        "Zweihundertfünfundfünfzig Soldaten",
        255,
        "soldier",
        "exactly",
    ),
    ("en", "Some 13 lakh people voted.", "Some 13 lakh people", 1.3e6, "person", "about"),
    ("en", "Sales reached 10 bln euros.", "10 bln euros", 1e10, "euro", "exactly"),
    # a part of so many
    ("en", "Only one in five buses ran.", "one in five buses", 20, "percent", "about"),
    ("en", "Nine in ten villagers agreed.", "Nine in ten villagers", 90, "percent", "about"),
    ("fr", "Le vote laisse un sur cinq.", "un sur cinq", 20, "percent", "about"),
    # a step on a scale
    ("en", "A magnitude 6.4 quake woke the valley.", "magnitude 6.4", 6.4, "magnitude", "exactly"),
    ("en", "The 5.9-magnitude tremor lasted briefly.", "5.9-magnitude", 5.9, "magnitude", "exactly"),
    ("fr", "Un séisme de magnitude 6,1 a été ressenti.", "magnitude 6,1", 6.1, "magnitude", "exactly"),
    ("de", "Ein Beben der Stärke 6,1 erschütterte den Ort.", "Stärke 6,1", 6.1, "magnitude", "exactly"),
    ("es", "Un sismo de magnitud 6,1 sacudió la costa.", "magnitud 6,1", 6.1, "magnitude", "exactly"),
    ("ru", "Произошло землетрясение магнитудой 6,1 в море.", "магнитудой 6,1", 6.1, "magnitude", "exactly"),
    # a hyphen ties the noun; an article parts "under" from a number
    ("en", "Under the 88-page pact, ports reopen.", "88-page", 88, "page", "exactly"),
    # a stretch that a sum is spread over
    ("en", "They get a 12% raise over three years.", "three years", 3, "year", "exactly"),
    ("de", "Das Land gibt 70 Millionen Euro über fünf Jahre.", "fünf Jahre", 5, "year", "exactly"),
    # what a verb puts at a number stands behind it
    ("es", "El alcalde cifró en 1.250 los heridos.", "1.250 los heridos", 1250, "wounded", "exactly"),
    # what became of those counted is the noun
    ("en", "Peru counted 1,320 injured as of Friday.", "1,320 injured", 1320, "wounded", "exactly"),
    ("en", "Senators voted 61-38 to censure him.", "61", 61, "vote", "exactly"),
    ("en", "Senators voted 61-38 to censure him.", "38", 38, "vote", "exactly"),
]


CASES += [  # ranks written with a hyphen and an ending
    ("ru", "Оман стал 31-м членом союза.", "31-м членом", 31, "ordinal", "exactly"),
]


CASES += [  # money marked by a code, areas, what a part is of, a toll told again
    ("en", "The yard was sold for US$ 299 million.", "US$ 299 million", 299e6, "dollar", "exactly"),
    ("en", "The lease costs UAH 5,500,000,000.", "UAH 5,500,000,000", 5_500_000_000, "hryvnia", "exactly"),
    ("en", "Won 20 awards in its first year.", "20 awards", 20, "award", "exactly"),
    ("en", "Some 10 000 troops crossed the bridge.", "Some 10 000 troops", 10_000, "soldier", "about"),
    ("en", "The state pays Rs 12,34,567.", "Rs 12,34,567", 1_234_567, "rupee", "exactly"),
    ("de", "Es gab 58 Tote, davon 55 in der Provinz Cusco.", "55", 55, "dead", "exactly"),
    ("de", "Am 3. Mai waren es 271.", "271", 271, "", "exactly"),
    ("de", "Der Park misst 20 Quadratkilometer.", "20 Quadratkilometer", 20, "square kilometre", "exactly"),
    ("fr", "Le parc mesure 20 kilomètres carrés.", "20 kilomètres carrés", 20, "square kilometre", "exactly"),
]


CASES += [  # thousand and million by CLDR, where a language has no number words of its own
    ("it", "La diga serve 3 milioni di abitanti.", "3 milioni di abitanti", 3_000_000, "person", "exactly"),
    ("pt", "A ponte custou 45 mil euros.", "45 mil euros", 45_000, "euro", "exactly"),
    ("nl", "De brug kostte 4,5 miljard euro.", "4,5 miljard euro", 4_500_000_000, "euro", "exactly"),
    ("tr", "Sel 12 bin 450 konut yıktı.", "12 bin 450 konut", 12_450, "house", "exactly"),
    ("ja", "橋は3万5000人が渡った。", "3万5000人", 35_000, "person", "exactly"),
    # the noun goes on behind an abbreviation or a hyphen
    ("en", "Some 900 U.S. troops stayed.", "Some 900 U.S. troops", 900, "soldier", "about"),
    ("de", "Es gab 90 neue COVID-19-Fälle.", "90 neue COVID-19-Fälle", 90, "fälle", "exactly"),
    # one noun for two numbers, a part of those before, a side of a vote behind a dash
    ("en", "The yard hired 12 and 15 engineers.", "12", 12, "engineer", "exactly"),
    ("de", "Die Täter sind 31 und 22 Jahre alt.", "31", 31, "year", "exactly"),
    ("en", "The army flew 53 attacks, 14 of them at night.", "14", 14, "attack", "exactly"),
    ("ru", "За документ проголосовали 153 депутата, против — 146.", "146", 146, "vote", "exactly"),
    ("es", "La ley salió con 153 votos a favor y 140 en contra.", "140 en contra", 140, "vote", "exactly"),
    ("de", "Es stimmten 84 Mitglieder dafür, 90 dagegen.", "90", 90, "vote", "exactly"),
    ("es", "Se fueron unos mil militares.", "unos mil militares", 1000, "soldier", "about"),
    ("es", "Huyeron 39 personas y 361 han resultado heridas.", "361", 361, "wounded", "exactly"),
    ("ru", "Погибли 22 человека, более 300 получили ранения.", "более 300", 300, "wounded", "more_than"),
    ("es", "El alcalde dijo que habían muerto 19 personas.", "19 personas", 19, "dead", "exactly"),
    # how often, how high, by how many points
    ("es", "El banco subió 17 veces los tipos.", "17 veces", 17, "time", "exactly"),
    ("fr", "La tour mesure 79 m de haut.", "79 m", 79, "metre", "exactly"),
    ("en", "The index fell 344.65 at the close.", "344.65", 344.65, "", "exactly"),
    ("de", "Beim Brand kamen 38 der 67 Menschen ums Leben.", "38", 38, "dead", "exactly"),
    # a relative clause between a toll and the verb that moves it
    ("en", "The death toll from the quake that hit Chile on Friday rose to 1,085.", "1,085", 1085, "dead", "exactly"),
    ("fr", "Le nombre de morts du séisme qui a frappé le pays est monté à 1 085.", "1 085", 1085, "dead", "exactly"),
    ("en", "The number of dead is unclear in a town that had grown to 3,000.", "3,000", 3000, "", "exactly"),
    # both ends of a change, and what an owner's are
    ("en", "Turnout fell from 25 to 20 percent.", "25", 25, "percent", "exactly"),
    ("de", "Die Quote wurde von 25 auf 20 Prozent gesenkt.", "25", 25, "percent", "exactly"),
    ("en", "The airline will purchase 20 of Boeing's larger jets.", "20 of Boeing's larger jets", 20, "jet", "exactly"),
    # parts of a whole
    ("en", "The pact covers more than two-thirds of the sea.", "more than two-thirds", 66.7, "percent", "more_than"),
    ("de", "Zwei Drittel der Bauern blieben.", "Zwei Drittel", 66.7, "percent", "about"),
    ("fr", "Le parc couvre deux tiers de l'île.", "deux tiers", 66.7, "percent", "about"),
    ("es", "Ocupa las tres cuartas partes del valle.", "tres cuartas partes", 75, "percent", "about"),
    ("ru", "Лес занимает две трети острова.", "две трети", 66.7, "percent", "about"),
    ("de", "392 von 395 Abgeordneten stimmten dafür.", "392", 392, "deputy", "exactly"),
    ("fr", "84 des 90 députés ont voté pour.", "84", 84, "deputy", "exactly"),
    # parts of one length
    ("en", "She got three years and six months in jail.", "three years and six months", 42, "month", "exactly"),
    ("de", "Die Fahrt dauerte zwei Stunden und 30 Minuten.", "zwei Stunden und 30 Minuten", 150, "minute", "exactly"),
    ("en", "It took 5 years, 7 months and 5 days.", "5 years, 7 months and 5 days", 67, "month", "more_than"),
    # several ages are no interval
    ("es", "Los niños, de 11 y 8 años, salieron.", "11", 11, "year", "exactly"),
    ("fr", "Des enfants de 4 et 6 ans jouaient.", "4", 4, "year", "exactly"),
    # a small word of a language without rules is nothing counted
    ("ca", "El foc deixa 30 morts, 12 dels quals al port.", "12", 12, "", "exactly"),
    # the same people, counted by somebody else in the next sentence
    ("en", "Some 400 people marched. Organisers spoke of more than 900.", "more than 900", 900, "person", "more_than"),
    ("de", "Rund 400 Menschen zogen los. Die Veranstalter sprachen von 900.", "900", 900, "person", "exactly"),
]


def test_a_part_that_comes_from_a_state_is_not_its_number(r: Callable[..., Reading]) -> None:
    text = "Seven planes - two from the United States and one from Norway - landed."
    assert [one.of for one in r(text, "en").of(Figure)] == ["planes"]


@pytest.mark.parametrize(("lang", "text", "words", "value", "unit", "bound"), CASES)
def test_figure(
    r: Callable[..., Reading], lang: str, text: str, words: str, value: float, unit: str, bound: str
) -> None:
    found = {text[one.start : one.end]: one for one in r(text, lang, only=("dates", "figures")).of(Figure)}
    assert words in found
    assert (found[words].value, found[words].unit, found[words].bound) == (value, unit, bound)


VAGUE = [
    ("en", "Thousands of residents fled.", "Thousands of residents", "thousands"),
    ("en", "They have sold arms for decades.", "decades", "decades"),
    ("fr", "Des milliers de conteneurs sont bloqués.", "Des milliers de conteneurs", "milliers"),
    ("es", "Miles de personas huyeron.", "Miles de personas", "miles"),
    ("es", "Varios miles de personas huyeron.", "Varios miles de personas", "varios miles"),
    ("it", "Diverse migliaia di persone sono fuggite.", "Diverse migliaia di persone", "diverse migliaia"),
    ("pt", "Milhares de pessoas fugiram.", "Milhares de pessoas", "milhares"),
]


@pytest.mark.parametrize(("lang", "text", "words", "vague"), VAGUE)
def test_vague_stays_vague(r: Callable[..., Reading], lang: str, text: str, words: str, vague: str) -> None:
    found = {text[one.start : one.end]: one for one in r(text, lang, only=("dates", "figures")).of(Figure)}
    assert words in found
    assert (found[words].value, found[words].vague, found[words].bound) == (None, vague, "vague")


NONE = [
    ("en", "F-16 jets and a T-72 tank took part in Operation Dawn."),
    ("en", "Peace is the number one priority, one of the ministers said."),
    ("en", "Article 5 was invoked under Resolution 1701."),
    ("en", "The two leaders shook hands."),
    ("en", "The envoys of the three countries left."),
    ("en", "The convoy comes daily, including 50 carrying fuel."),
    ("fr", "La digue a cédé\nPublié il y a 3 heures\nTemps de lecture : 4 min"),
    ("en", "In 2019 the Second World War was recalled."),
    ("fr", "Des avions F-16 et un missile S-400 sont arrivés."),
    ("fr", "L'article 5 du traité et la résolution 2231 restent valables."),
    ("de", "Artikel 5 und Resolution 2231 gelten weiter."),
    ("en", "A level-three warning was issued."),
    ("de", "Nur jeder dritte Bus fuhr."),
    ("es", "En el tercer trimestre cayó la venta."),
    ("es", "Ocurrió a las 3.45 hora local."),
    ("es", "Hoy es un día histórico para el valle."),
    ("fr", "Ce fut une journée historique."),
    ("en", "The 737 Max stayed on the ground."),
    ("en", "The launch came at dawn (0030 GMT)."),
    ("pt", "Atualizado em 17/01/2026 16h05."),
    ("ru", "Самолет Embraer 190 авиакомпании разбился."),
    ("ja", "会見は4日午後に開かれた。"),
    ("ja", "会見は午前11時35分に始まった。"),
    ("tr", "Fabrika 2019 yılında kapandı."),
    ("en", "Storm closes port\nMay 2, 2024 10:52 PM · Updated 3 hours ago\n\nThe port is shut."),
    ("pt", "Tempestade fecha porto\n02/05/2024 09h12 Atualizado há 2 horas\n\nO porto está fechado."),
    ("de", "Retter bargen eine 63-jährige Frau."),
    ("en", "It needs a two-thirds majority."),
    ("th", "ทหาร 12 นายกลับบ้าน ปี 2568"),
    ("fr", "Le port est fermé\nPublié hier à 22h10 - Lecture 4 min.\n\nLe port reste clos."),
]


@pytest.mark.parametrize(("lang", "text"), NONE)
def test_no_figure(r: Callable[..., Reading], lang: str, text: str) -> None:
    assert not r(text, lang, only=("dates", "figures")).of(Figure)


CLAIMS = [
    (
        "fr",
        "Un juge franco-belge qui dirige l'enquête a chiffré les pertes à quelque 7.000 euros.",
        7000,
        "juge franco-belge",
    ),
    ("en", "According to Kyiv, 300 soldiers were captured.", 300, "Kyiv"),
    ("en", "London says that 5,000 troops crossed the river.", 5000, "London"),
    ("en", "Tehran was accused by Washington of sending 400 missiles.", 400, "Washington"),
    ("en", "Some 200 houses burned, Beirut said.", 200, "Beirut"),
    ("en", "“We have lost 60 ships”, Emmanuel Macron said.", 60, "Emmanuel Macron"),
    ("en", "In all, 90 villages were flooded last year.", 90, ""),
    # a clause of its own has a claimant of its own
    ("en", "The march drew 15,000 people, according to police, while unions spoke of 40,000 people.", 15000, "police"),
    ("en", "The march drew 15,000 people, according to police, while unions spoke of 40,000 people.", 40000, "unions"),
    ("fr", "Selon la police, 300 personnes ont défilé; 900 personnes étaient dans le parc.", 900, ""),
    # what stands behind a quotation and its speaker is the article's own
    ("en", "“I want my son home,” said Emmanuel Macron, who had marched with 60 ships.", 60, ""),
    ("en", "“It is over,” Emmanuel Macron said hours after the chamber passed the bill in a 12-3 vote.", 12, ""),
    ("fr", "« C'est fini », a averti Paul Durand, dont le parti avait obtenu 45 sièges.", 45, ""),
    ("de", "„Wir bleiben“, sagte Minister Kurt Wolf, dessen Partei 34 Sitze errang.", 34, ""),
    ("ru", "«Мы продолжим», — заявил министр, чья партия получила 45 мест.", 45, ""),
    ("en", "Calling it “barbaric”, the ministry said 30 people had died.", 30, "ministry"),
    # nor is what is told of the speaker his claim
    ("en", "Paris mayor Anna Holm, who lost by fewer than 300 votes, said it was “the only way”.", 300, ""),
    ("en", "The ministry, which has counted 30 dead, said more may follow.", 30, "ministry"),
    ("en", "In an address that lasted 45 minutes, London accused Tehran of a plot.", 45, ""),
    # chevrons open the way the text's first one points
    ("de", "Die »Elbe« kam. Bern sprach von »Unfug« der Justiz. Der Vertrag gilt fünf Jahre.", 5, ""),
    ("de", "»Wir haben 40 Verletzte gezählt«, sagte der Sprecher. Sonst blieb es ruhig.", 40, "Sprecher"),
    # a party named after a country is not the country
    ("fr", "Selon la police, 300 personnes ont défilé; La France insoumise a compté 9 000.", 9000, "France insoumise"),
    # what tells nothing claims nothing
    ("fr", "Le déficit public a atteint 5,6 % du PIB, a averti la ville.", 5.6, ""),
    ("fr", "Selon Kiev, 300 soldats ont été capturés.", 300, "Kiev"),
    ("fr", "Londres accusait Téhéran d'avoir livré quelque 400 missiles.", 400, "Londres"),
    ("fr", "L'Iran est accusé par Washington d'avoir livré 400 missiles.", 400, "Washington"),
    ("fr", "Quelque 200 maisons ont brûlé, selon Beyrouth.", 200, "Beyrouth"),
    ("fr", "En tout, 90 villages ont été inondés.", 90, ""),
]


@pytest.mark.parametrize(("lang", "text", "value", "who"), CLAIMS)
def test_claimant(r: Callable[..., Reading], lang: str, text: str, value: float, who: str) -> None:
    claims = {one.value: one.claimed_by for one in r(text, lang, only=("mentions", "dates", "figures")).of(Figure)}
    assert claims.get(value) == who


def test_an_interval(r: Callable[..., Reading]) -> None:
    (figure,) = r("Between 20 and 30 soldiers crossed the line.", "en", only=("dates", "figures")).of(Figure)
    assert (figure.value, figure.upto, figure.unit) == (20, 30, "soldier")


@pytest.mark.parametrize(
    ("lang", "text", "low", "high"),
    [
        ("en", "Repairs cost 650 to 750 million euros.", 650e6, 750e6),
        ("fr", "Le chantier coûterait entre 650 et 750 millions d'euros.", 650e6, 750e6),
        ("de", "Der Bau kostet 120 bis 140 Millionen Euro.", 120e6, 140e6),
        ("en", "The club has between 300 and 2 thousand members.", 300, 2000),
    ],
)
def test_a_multiplier_goes_for_both_ends(
    r: Callable[..., Reading], lang: str, text: str, low: float, high: float
) -> None:
    (figure,) = r(text, lang, only=("dates", "figures")).of(Figure)
    assert (figure.value, figure.upto) == (low, high)


@pytest.mark.parametrize(
    ("lang", "text", "low", "high"),
    [
        ("en", "Voters ages 55 to 65 stayed at home.", 55, 65),
        ("en", "Men between the ages of 18 and 35 were called up.", 18, 35),
        ("en", "Women aged 18 to 35 were asked.", 18, 35),
        ("en", "She left at the age of 45.", 45, None),
        ("en", "He began at age 16 and stayed.", 16, None),
        ("en", "Mia, aged 9, drowned.", 9, None),
        ("de", "Frauen im Alter von 84 leben dort.", 84, None),
        ("es", "Busca a jóvenes de entre 18 y 35 años.", 18, 35),
        ("fr", "Le plan vise les jeunes entre 16 et 25 ans.", 16, 25),
    ],
)
def test_ages(r: Callable[..., Reading], lang: str, text: str, low: float, high: float | None) -> None:
    (figure,) = r(text, lang, only=("dates", "figures")).of(Figure)
    assert (figure.value, figure.upto, figure.unit) == (low, high, "year")


def test_an_interval_of_time(r: Callable[..., Reading]) -> None:
    (figure,) = r("Repairs take about two to three weeks.", "en", only=("dates", "figures")).of(Figure)
    assert (figure.value, figure.upto, figure.unit, figure.bound) == (2, 3, "week", "about")


def test_a_window_since(r: Callable[..., Reading]) -> None:
    text = "The navy has lost 40 ships since October."
    (figure,) = r(text, "en", "2023-05-10", only=("dates", "figures")).of(Figure)
    assert figure.window and figure.window.earliest.isoformat() == "2022-10-01"
    assert (figure.window.latest.isoformat(), figure.window.precision) == ("2023-05-10", "open")


def test_feared(r: Callable[..., Reading]) -> None:
    (figure,) = r("It is feared that 80 miners were buried.", "en", only=("dates", "figures")).of(Figure)
    assert figure.standing == "feared"


STANDINGS = [
    ("de", "300 Geiseln sollen ausgetauscht werden.", "planned"),
    ("de", "Sie soll 300 Dörfer zerstört haben.", "estimated"),
    ("fr", "L'ancien maire, âgé de 73 ans, sera candidat.", "counted"),
    ("en", "The bill passed by 188 votes.", "counted"),
    ("fr", "Les caisses contiendraient 300 obus.", "estimated"),
    ("en", "The firm will hire 400 people.", "planned"),
    ("en", "In May 400 people will be hired.", "planned"),
    ("en", "The app has 11 users who will test it.", "counted"),
    ("en", "About 11 users will vote.", "counted"),
    ("en", "The storm could bring 15 inches of snow.", "estimated"),
    ("de", "Mehr als 40.000 Besucher werden am Wochenende im Stadion erwartet.", "estimated"),
    ("es", "El puente costaría 300 millones de euros.", "estimated"),
    ("en", "The deal must be approved by the party's 900 members.", "counted"),
    ("en", "It will be her first trip to the port in 24 years.", "counted"),
    ("en", "She will visit the port for the first time in nearly 60 years.", "counted"),
    ("fr", "La rencontre se tiendra neuf mois après.", "counted"),
]


@pytest.mark.parametrize(("lang", "text", "standing"), STANDINGS)
def test_standing(r: Callable[..., Reading], lang: str, text: str, standing: str) -> None:
    (figure,) = r(text, lang, only=("dates", "figures")).of(Figure)
    assert figure.standing == standing


WINDOWS = [
    # the day of the quake is not the day of its toll
    ("fr", "Le bilan du séisme qui a frappé vendredi le nord du pays est monté à 644 morts.", {644: ""}),
    ("en", "Radio said the March 28 quake killed 3,145 people.", {3145: ""}),
    ("en", "The mayor, who on Monday reported 30 dead, resigned.", {30: "2023-02-27"}),
    # a year that a figure is compared with
    ("en", "The party won 12%, twice its 2021 score.", {12: ""}),
    ("en", "Some 30 boats sank, more than in 2021.", {30: ""}),
    ("de", "Die Liste kam auf 12 Prozent und damit doppelt so viel wie 2021.", {12: ""}),
    ("es", "Hubo 30 naufragios, más que en 2021.", {30: ""}),
    # another moment, another figure's time, one of two times, another clause
    ("fr", "Le Sénat a voté par 60 voix, après le vote des députés le 1er mars.", {60: ""}),
    ("en", "Six ferries were sold, and the firm will hire 400 people by 2029.", {6: "", 400: "2029"}),
    ("de", "Der Lohn steigt um 420 Euro, im August 2024 und im April 2025.", {420: ""}),
    ("fr", "Signé en mai 2022, ce pacte lie 40 ports.", {40: ""}),
    ("en", "Doctors counted 24 dead as of 1 March 2023.", {24: "2023-03-01"}),
    # each figure has the time of its own clause
    ("fr", "La ville y consacrera 3 % de son budget, contre 2 % en 2020.", {3: "", 2: "2020"}),
    ("fr", "Ils ont dit en mai 2022 que le port avait reçu 300 obus.", {300: ""}),
    ("fr", "Le décret, qui doit être signé le 9 mars 2023, prévoit 40 postes.", {40: ""}),
    ("en", "Turnout was 66%, the highest since 1997.", {66: ""}),
    ("en", "The raid of 7 May 2021, killed 30 people.", {30: "2021-05-07"}),
    # two, in a word, of what no table counts: who is meant, not how many there were on the day
    ("fr", "Ce pacte entre deux vieux ennemis avait été ratifié le 8 mai par la chambre haute.", {2: ""}),
    # a relative clause has its own time
    ("en", "The base, which cost 30 million euros, will open in May.", {30e6: ""}),
    ("fr", "Le pont, dont le coût atteint 90 millions d'euros, rouvrira en avril 2023.", {90e6: ""}),
    ("en", "The quake, which killed 30 people on Friday, was felt in Rome.", {30: "2023-03-03"}),
]


@pytest.mark.parametrize(("lang", "text", "windows"), WINDOWS)
def test_windows(r: Callable[..., Reading], lang: str, text: str, windows: dict[float, str]) -> None:
    found = r(text, lang, "2023-03-04", only=("dates", "figures")).of(Figure)
    assert {one.value: one.window.edtf if one.window else "" for one in found} == windows


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("10.000", ",", 10000),
        ("10.000", ".", 10000),
        ("10,000", ".", 10000),
        ("10 000", ",", 10000),
        ("1,5", ",", 1.5),
        ("1.5", ".", 1.5),
        ("1.234.567,8", ",", 1234567.8),
        ("1,234,567.8", ".", 1234567.8),
        ("192.168.1", ".", 1921681),
    ],
)
def test_digits(text: str, decimal: str, value: float) -> None:
    assert read_digits(text, decimal=decimal) == value


def test_number_words_do_not_run_together() -> None:
    words = Words({"two": 2, "three": 3}, {"hundred": 100})
    assert words.run(["two", "three"], 0) == (2, 1)
    assert words.run(["two", "hundred", "three"], 0) == (203, 3)


HOLDERS = [
    ("en", "Marta Ruiz won 22.9% of the vote and Ana Gil 19.2%, the commission said.", ["Marta Ruiz", "Ana Gil"]),
    ("en", "Marta Ruiz came first with 22.9% of the vote, ahead of Ana Gil on 19.2%.", ["Marta Ruiz", "Ana Gil"]),
    ("en", "Marta Ruiz (USR, 22.9%) will face Ana Gil (19.2%) in May.", ["Marta Ruiz", "Ana Gil"]),
    ("fr", "Marta Ruiz a obtenu 22,9 % des voix, contre 19,2 % pour Ana Gil.", ["Marta Ruiz", "Ana Gil"]),
    ("de", "Marta Ruiz kam auf 22,9 Prozent, Ana Gil erhielt 19,2 Prozent.", ["Marta Ruiz", "Ana Gil"]),
    ("es", "Marta Ruiz obtuvo el 22,9 % de los votos y Ana Gil el 19,2 %.", ["Marta Ruiz", "Ana Gil"]),
    # a share that nobody beside it has
    ("en", "Prices rose 2.2 percent, Marta Ruiz said.", [""]),
    ("en", "Marta Ruiz threatened imports with 25 percent tariffs.", [""]),
    ("fr", "Selon Marta Ruiz, 40 % des écoles sont fermées.", [""]),
]


@pytest.mark.parametrize(("lang", "text", "names"), HOLDERS)
def test_who_has_a_share(r: Callable[..., Reading], lang: str, text: str, names: list[str]) -> None:
    own = "Marta Ruiz ist Ärztin. Ana Gil ist Richterin." if lang == "de" else "Marta Ruiz. Ana Gil."
    held = [one for one in r(f"{text}\n\n{own}", lang).of(Figure) if one.unit == "percent"]
    assert [one.holder for one in held] == names


# -- what news of the web gets wrong most: bounds denied, things that tell nothing, numbers that are names ----------

BOUNDED = [
    ("en", "The force does not exceed 2,000 men.", (2000, "at_most")),
    ("en", "A force not exceeding 2,000 men was sent.", (2000, "at_most")),
    ("en", "The toll exceeds 200 dead.", (200, "more_than")),
    ("fr", "L'effectif n'excède pas 2 000 hommes.", (2000, "at_most")),
    ("fr", "Le bilan dépasse 200 morts.", (200, "more_than")),
    ("es", "Las pérdidas no superan los 300 millones de euros.", (300e6, "at_most")),
    ("ru", "Число раненых не превышает 300 человек.", (300, "at_most")),
    ("de", "In einer Umfrage unter 900 Wirten klagten viele.", (900, "exactly")),
    ("de", "Die Zahl fiel auf unter 900 Betriebe.", (900, "less_than")),
    ("de", "Die Truppe darf 2.000 Soldaten nicht übersteigen.", (2000, "at_most")),
    ("de", "Die Kosten werden 3 Millionen Euro überschreiten.", (3e6, "more_than")),
    ("de", "Die Zahl der Toten überschreitet nicht 40.", (40, "at_most")),
    ("es", "Las pérdidas no excederán 300 millones de euros.", (300e6, "at_most")),
    ("ru", "Потери не превысят 300 миллионов рублей.", (300e6, "at_most")),
]


@pytest.mark.parametrize(("lang", "text", "expected"), BOUNDED)
def test_a_bound_that_is_denied_or_none(
    r: Callable[..., Reading], lang: str, text: str, expected: tuple[float, str]
) -> None:
    (one,) = r(text, lang=lang, on="2021-11-15").of(Figure)
    assert (one.value, one.bound) == expected


CLAIMED = [
    ("de", "Mehr als 7000 Menschen flohen, die Schäden werden auf 90 Millionen Euro geschätzt.", {""}),
    ("es", "Más de 7.000 vecinos huyeron, los daños se estiman en 90 millones de euros.", {""}),
    ("de", "225 Hektar verbrannten, schrieb die Zeitung „El Faro“.", {"El Faro"}),
    ("en", "It sold 40 ships in May, according to its most recent annual report.", {"most recent annual report"}),
    ("de", "Die Polizei hat 40 Verletzte gemeldet.", {"Polizei"}),
]


@pytest.mark.parametrize(("lang", "text", "who"), CLAIMED)
def test_what_is_only_estimated_tells_nothing_and_a_paper_goes_by_its_name(
    r: Callable[..., Reading], lang: str, text: str, who: set[str]
) -> None:
    assert {one.claimed_by for one in r(text, lang=lang, on="2021-11-15").of(Figure)} == who


NO_FIGURE = [
    ("de", "Die 2G-Regel gilt im Handel, auch mit 5G im Netz."),
    ("en", "The 5G network is new."),
    ("fr", "Il est rentré à quatre heures du matin, lors de la 1re journée."),
    ("ru", "Он вернулся в четыре часа утра."),
    ("zh", "公司 10 日宣布了这个消息。"),
]


@pytest.mark.parametrize(("lang", "text"), NO_FIGURE)
def test_names_hours_and_ranks_count_nothing(r: Callable[..., Reading], lang: str, text: str) -> None:
    assert [one.of for one in r(text, lang=lang, on="2021-11-15").of(Figure)] == []


@pytest.mark.parametrize(
    ("lang", "text", "of"),
    [
        ("es", "Compró 12 nuevos aviones.", "nuevos aviones"),
        ("es", "Cayeron tres de los principales índices.", "principales índices"),
        ("pt", "Chegaram 12 novos barcos.", "novos barcos"),
        ("it", "Sono arrivati 12 nuovi aerei.", "nuovi aerei"),
    ],
)
def test_an_adjective_before_its_noun_is_not_what_is_counted(
    r: Callable[..., Reading], lang: str, text: str, of: str
) -> None:
    (one,) = r(text, lang=lang, on="2021-11-15").of(Figure)
    assert one.of == of


@pytest.mark.parametrize(
    ("lang", "text", "dated"),
    [
        ("en", "The chain will close 80 of its 300 shops by June.", [True, False]),
        ("es", "La cadena cerrará 80 de sus 300 tiendas en junio.", [True, False]),
        ("en", "A bomb of 250 kilos found three weeks ago was defused.", [False, False]),
        ("en", "A crash killed 12 people on Monday.", [True]),
        ("en", "Police said 12 people killed in May were buried.", [True]),
    ],
)
def test_the_time_of_a_deed_is_not_that_of_a_stock_or_a_weight(
    r: Callable[..., Reading], lang: str, text: str, dated: list[bool]
) -> None:
    assert [one.window is not None for one in r(text, lang=lang, on="2021-11-15").of(Figure)] == dated


def test_a_russian_age_is_years(r: Callable[..., Reading]) -> None:
    (one,) = r("Погиб 70-летний мужчина.", lang="ru", on="2021-11-15").of(Figure)
    assert (one.value, one.unit, one.claimed_by) == (70, "year", "")
