"""Courts, envoys, ships, talks that end or are put off, resignations asked for: one table in five languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Event, Reading

R = Callable[..., Reading]
DAY = "2025-03-11"  # a Tuesday


def _first(r: R, lang: str, text: str, kind: str) -> Event | None:
    return next((one for one in r(text, lang=lang, on=DAY).of(Event) if one.type == kind), None)


@pytest.mark.issue(4)
@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "The trial of the former minister opened on Monday in Lyon.", "trial"),
        ("en", "Two bankers went on trial on Monday in Oslo.", "trial"),
        ("fr", "Le procès de l'ancien ministre s'est ouvert lundi à Lyon.", "trial"),
        ("fr", "Lundi a commencé le procès de trois banquiers à Genève.", "trial"),
        ("de", "Der Prozess gegen den früheren Minister hat am Montag in Lyon begonnen.", "trial"),
        ("de", "Am Montag begann der Prozess gegen drei Bankiers.", "trial"),
        ("es", "El juicio contra el exministro comenzó el lunes en Lyon.", "trial"),
        ("es", "El lunes empezó el juicio contra tres banqueros.", "trial"),
        ("ru", "Суд над бывшим министром начался в понедельник в Лионе.", "trial"),
        ("ru", "В понедельник начался процесс по делу о крушении парома.", "trial"),
        ("en", "Eleven people were convicted over the collapse of the dam.", "convict"),
        ("en", "The judge sentenced the owner to 12 years in prison.", "convict"),
        ("fr", "Onze personnes ont été condamnées pour l'effondrement du pont.", "convict"),
        ("de", "Elf Menschen wurden wegen des Einsturzes verurteilt.", "convict"),
        ("es", "Once personas fueron condenadas por el derrumbe.", "convict"),
        ("fr", "Le propriétaire du bar a été placé en garde à vue.", "detain"),
        ("ru", "Владелец бара заключён под стражу.", "detain"),
        ("en", "The funicular came off its track in Naples on Monday.", "accident"),
        ("fr", "Le funiculaire est sorti de ses rails lundi à Naples.", "accident"),
        ("es", "El funicular se salió de los raíles el lunes en Nápoles.", "accident"),
        ("ru", "Фуникулёр сошёл с рельсов в понедельник в Неаполе.", "accident"),
        ("en", "Chad recalled its ambassador from Paris on Monday.", "recall"),
        ("fr", "Le Tchad a rappelé lundi son ambassadeur à Paris.", "recall"),
        ("de", "Der Tschad hat am Montag seinen Botschafter aus Paris zurückgerufen.", "recall"),
        ("de", "Der Tschad rief am Montag seinen Botschafter aus Paris zurück.", "recall"),
        ("es", "Chad llamó el lunes a consultas a su embajador en París.", "recall"),
        ("ru", "Чад отозвал в понедельник своего посла из Парижа.", "recall"),
        ("en", "Chile summoned the Israeli ambassador on Monday.", "summon"),
        ("fr", "Le Chili a convoqué lundi l'ambassadeur israélien.", "summon"),
        ("de", "Chile bestellte am Montag den israelischen Botschafter ein.", "summon"),
        ("es", "Chile convocó el lunes al embajador israelí.", "summon"),
        ("ru", "Чили вызвала в понедельник посла Израиля.", "summon"),
        ("en", "A ship carrying maize left Odesa on Monday.", "depart"),
        ("en", "Three frigates have set sail from Toulon.", "depart"),
        ("fr", "Un cargo chargé de maïs a quitté Odessa lundi.", "depart"),
        ("de", "Ein Frachter mit Mais ist am Montag aus Odessa ausgelaufen.", "depart"),
        ("es", "Un buque cargado de maíz zarpó de Odesa el lunes.", "depart"),
        ("ru", "Судно с кукурузой вышло из Одессы в понедельник.", "depart"),
        ("en", "Talks between Chad and Mali broke off on Monday.", "break_off"),
        ("fr", "Les négociations entre le Tchad et le Mali ont été rompues lundi.", "break_off"),
        ("de", "Die Verhandlungen zwischen Tschad und Mali wurden am Montag abgebrochen.", "break_off"),
        ("es", "Las negociaciones entre Chad y Malí se rompieron el lunes.", "break_off"),
        ("ru", "Переговоры между Чадом и Мали были прерваны в понедельник.", "break_off"),
        ("es", "El director presentó el lunes su dimisión.", "resign"),
        ("es", "La empresa despidió al director el lunes.", "dismiss"),
        ("de", "Der Verband hat dem Trainer gekündigt, der Vorstand den Direktor freigestellt.", "dismiss"),
        ("de", "Die Staatsanwaltschaft leitete Ermittlungen zu dem Brand ein.", "investigate"),
        ("ru", "Прокуратура начала расследование аварии.", "investigate"),
        ("ru", "Солдаты были переброшены к границе в понедельник.", "deploy"),
        ("de", "Emmanuel Macron und Friedrich Merz trafen sich am Montag in Berlin.", "meet"),
    ],
)
def test_an_act_is_read(r: R, lang: str, text: str, kind: str) -> None:
    """Each act as done; the noun that names the talks is not told as talks that were held."""
    found = r(text, lang=lang, on=DAY).of(Event)
    assert [one.standing for one in found if one.type == kind][:1] == ["happened"]
    assert kind != "break_off" or not any(one.type == "negotiate" for one in found)


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "The trial period of the new visa opened on Monday.", "trial"),
        ("de", "Der Prozess der Annäherung hat am Montag begonnen.", "trial"),
        ("en", "The ferry fire left 12 people dead.", "depart"),
        ("en", "Carmakers recalled two million cars on Monday.", "recall"),
        ("fr", "Le président a rappelé son attachement à la paix.", "recall"),
        ("en", "The attack was condemned by Chad.", "convict"),
        ("fr", "L'attaque a été condamnée par le Tchad.", "convict"),
        ("es", "El ataque fue condenado por Chad.", "convict"),
        ("ru", "Слова министра вызвали гнев послов.", "summon"),
    ],
)
def test_the_same_words_of_something_else(r: R, lang: str, text: str, kind: str) -> None:
    """What shares a word with an act and is none."""
    assert _first(r, lang, text, kind) is None


@pytest.mark.parametrize(
    ("lang", "text", "kind", "standing"),
    [
        ("en", "The talks planned for September were postponed.", "negotiate", "cancelled"),
        ("en", "The second round of talks was never held.", "negotiate", "cancelled"),
        ("en", "The talks on the bill that was postponed began on Monday.", "negotiate", "happened"),
        ("fr", "Le deuxième tour de négociations n'a jamais eu lieu.", "negotiate", "cancelled"),
        ("de", "Die für September geplanten Gespräche wurden verschoben.", "negotiate", "cancelled"),
        ("de", "Die zweite Runde der Gespräche fand nie statt.", "negotiate", "cancelled"),
        ("es", "Las conversaciones previstas para septiembre fueron aplazadas.", "negotiate", "cancelled"),
        ("es", "La segunda ronda de conversaciones nunca se celebró.", "negotiate", "cancelled"),
        ("ru", "Переговоры, намеченные на сентябрь, были отложены.", "negotiate", "cancelled"),
        ("ru", "Второй раунд переговоров так и не состоялся.", "negotiate", "cancelled"),
        ("en", "The party Alba demands the resignation of the mayor, Ana Gil, who rules it out.", "resign", "possible"),
        ("fr", "Le parti Alba réclame la démission du maire, Luc Morel, qui l'exclut.", "resign", "possible"),
        ("ru", "Партия требует отставки мэра Ивана Петрова, который её исключает.", "resign", "possible"),
        ("ru", "Директор не подавал в отставку, уточнили в компании.", "resign", "denied"),
        ("ru", "На похоронах в Осло премьер пообещал, что виновные будут наказаны.", "funeral", "happened"),
        ("de", "Die Unterzeichnung des Vertrags mit Ghana ist für Montag geplant.", "sign", "planned"),
    ],
)
def test_what_becomes_of_an_act_that_a_noun_names(r: R, lang: str, text: str, kind: str, standing: str) -> None:
    """Put off, asked for, or done while somebody promises something else."""
    event = _first(r, lang, text, kind)
    assert event is not None and event.standing == standing


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "Las partes acordaron este martes prorrogar la tregua, que vencía tras una breve extensión."),
        ("en", "The sides agreed on Tuesday to extend the truce."),
        ("fr", "Les parties sont convenues mardi de prolonger la trêve."),
    ],
)
def test_what_is_agreed_to_be_extended_is_extended_on_that_day(r: R, lang: str, text: str) -> None:
    """The agreement is the extension."""
    event = _first(r, lang, text, "extend")
    assert event is not None and event.when is not None
    assert (event.standing, event.when.value) == ("happened", DAY)


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("en", "A court on Friday jailed nine people, among them the owner of the quarry, Paul Otieno.", "detain"),
        ("en", "Eleven people, including the mayor, Paul Otieno, were convicted on Friday.", "convict"),
        ("fr", "La police a arrêté lundi neuf personnes, dont le maire, Luc Morel.", "detain"),
        ("de", "Die Polizei nahm am Montag neun Menschen fest, darunter Paul Otieno.", "detain"),
        ("es", "La policía detuvo el lunes a nueve personas, entre ellas el alcalde, Pablo Otero.", "detain"),
        ("ru", "Полиция задержала в понедельник девять человек, в том числе Ивана Петрова.", "detain"),
    ],
)
def test_one_of_many_is_not_all_of_them(r: R, lang: str, text: str, kind: str) -> None:
    """What is done to nine is not told as done to the one who is named."""
    event = _first(r, lang, text, kind)
    assert event is not None and not event.names("recipient")


@pytest.mark.parametrize(
    ("lang", "text", "kind", "named"),
    [
        ("fr", "Quatre personnes ont été arrêtées, a fait savoir le ministre, Luc Morel.", "detain", ()),
        ("ru", "На похоронах в Осло президент Иван Петров пообещал, что виновные будут наказаны.", "funeral", ()),
        ("en", "The funeral of Paul Otieno was held in Rome on Monday.", "funeral", ("Paul Otieno",)),
    ],
)
def test_who_only_tells_or_stands_by_takes_no_part(
    r: R, lang: str, text: str, kind: str, named: tuple[str, ...]
) -> None:
    """A minister who tells of arrests is not held, a president who speaks at a funeral is not buried."""
    event = _first(r, lang, text, kind)
    assert event is not None and event.names("actor", "recipient") == named


def test_a_blow_and_a_decision_are_no_meeting(r: R) -> None:
    """The German verb for meeting hits and decides, too."""
    lines = (
        "Paul Otieno hat am Montag in Lima wichtige Entscheidungen getroffen.",
        "Der Sturm wird am Montag eintreffen.",
    )
    assert not any(_first(r, "de", one, "meet") for one in lines)
