"""Accidents of aircraft, trains, ships and buildings in five languages, and words that only sound like them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records import Event, Reading

TOLD = [
    ("en", "A military helicopter crashed near Kisumu on Monday, killing six people.", "crashed"),
    ("en", "A freight train derailed in Ohio on Friday.", "derailed"),
    ("en", "An overloaded ferry capsized off Mindanao on Tuesday with 90 people on board.", "capsized"),
    ("en", "A road bridge collapsed in Genoa on Tuesday, police said.", "collapsed"),
    ("en", "A fireworks factory exploded in Tamil Nadu on Thursday.", "exploded"),
    ("en", "The bus crash on Sunday killed twelve pupils.", "bus crash"),
    ("fr", "Un hélicoptère s'est écrasé lundi près de Kisumu.", "écrasé"),
    ("fr", "Un train de marchandises a déraillé vendredi en Ohio.", "déraillé"),
    ("fr", "Un ferry surchargé a chaviré mardi au large de Mindanao.", "chaviré"),
    ("fr", "Un immeuble s'est effondré mardi à Marseille.", "effondré"),
    ("fr", "Le naufrage de dimanche a fait douze morts.", "naufrage"),
    ("de", "Ein Hubschrauber ist am Montag bei Kisumu abgestürzt.", "abgestürzt"),
    ("de", "Am Freitag entgleiste in Ohio ein Güterzug.", "entgleiste"),
    ("de", "Eine Brücke stürzte am Dienstag in Genua ein.", "stürzte"),
    ("de", "Bei dem Zugunglück am Sonntag kamen zwölf Menschen ums Leben.", "Zugunglück"),
    ("es", "Un helicóptero se estrelló el lunes cerca de Kisumu.", "estrelló"),
    ("es", "Un tren de mercancías descarriló el viernes en Ohio.", "descarriló"),
    ("es", "El accidente de autobús del domingo dejó doce muertos.", "accidente de autobús"),
    ("ru", "Вертолёт потерпел крушение в понедельник близ Кисуму.", "потерпел крушение"),
    ("ru", "В пятницу в Огайо поезд сошёл с рельсов.", "сошёл с рельсов"),
    ("ru", "Во вторник затонул паром с 90 пассажирами.", "затонул"),
]
NOT = [
    ("en", "Shares crashed on Monday after the company cut its outlook for jets."),
    ("en", "Talks on the ferry route collapsed on Tuesday."),
    ("en", "The dispute over trains threatens to derail the deal, the minister said on Friday."),
    ("en", "Two drones sank a tanker off Yemen on Friday, the navy said."),
    ("fr", "Les négociations sur le train à grande vitesse ont déraillé vendredi."),
    ("fr", "L'équipe s'est effondrée mardi en seconde période."),
    ("de", "Die Aktien des Flugzeugbauers stürzten am Montag ab."),
    ("es", "El gobierno se desplomó el lunes en los sondeos."),
    ("ru", "Акции производителя самолётов упали в понедельник."),
    ("ru", "Корабль столкнулся с проблемами при заходе в порт."),
]


@pytest.mark.parametrize(("language", "line", "trigger"), TOLD)
def test_an_accident_is_an_act(r: Callable[..., Reading], language: str, line: str, trigger: str) -> None:
    reading = r(line, lang=language, on="2024-10-09")
    found = [one for one in reading.of(Event) if one.type == "accident"]
    assert [line[one.trigger.start : one.trigger.end] for one in found if one.trigger] == [trigger]
    assert found[0].when is not None and found[0].standing in ("happened", "claimed")


@pytest.mark.parametrize(("language", "line"), NOT)
def test_what_only_sounds_like_one_is_none(r: Callable[..., Reading], language: str, line: str) -> None:
    assert not [one for one in r(line, lang=language, on="2024-10-09").of(Event) if one.type == "accident"]
