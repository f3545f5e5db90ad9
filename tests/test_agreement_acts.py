"""Steps of agreements, party by party: lines of news we wrote, in five languages; and politics at home."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.compare.instrument import instrument
from dragoman.compare.parties import Parties
from dragoman.compare.view import View
from dragoman.records import Agreement, Article, Event, Provision, Reading, Treaty
from dragoman.spans import Span, Text
from tests.test_agreements import article

R = Callable[..., Reading]

# language, line, (act, party, standing) told of some agreement
STEPS = [
    ("en", "Chad and Mali deposited their instruments of ratification of the Nairobi Convention on Monday.",
     ("deposited", "Chad", "happened")),
    ("en", "Chad and Mali deposited their instruments of ratification of the Nairobi Convention on Monday.",
     ("deposited", "Mali", "happened")),
    ("en", "Norway and Chile agreed a fisheries treaty in May. Norway has two years to ratify it.",
     ("ratified", "Norway", "planned")),
    ("en", "The Lima Agreement will enter into force only if Peru ratifies it.", ("in_force", "", "conditional")),
    ("en", "The Regional Aviation Compact was praised. Kenya has not signed the RAC.", ("signed", "Kenya", "denied")),
    ("en", "Kenya told its neighbours that it is leaving the Nairobi Convention.", ("withdrawn", "Kenya", "claimed")),
    ("fr", "L'accord de pêche entre en vigueur ce mardi.", ("in_force", "", "happened")),
    ("fr", "Le Tchad a suspendu lundi, « sans délai », l'accord de défense avec la France.",
     ("suspended", "Tchad", "happened")),
    ("fr", "Les députés du Togo ont refusé lundi d'autoriser la ratification de l'accord de Lomé.",
     ("approved", "Togo", "denied")),
    ("de", "Unterzeichnet ist das Rahmenabkommen zwischen Norwegen und Chile noch nicht.", ("signed", "", "denied")),
    ("de", "Polen, ein Nachbar beider Länder, ratifizierte das Abkommen von Riga im Januar.",
     ("ratified", "Polen", "happened")),
    ("de", "Kenia steigt aus dem Klimaabkommen mit Norwegen aus.", ("withdrawn", "Kenia", "happened")),
    ("es", "Perú y Chile depositaron el lunes los instrumentos de ratificación del Acuerdo de Quito.",
     ("deposited", "Perú", "happened")),
    ("es", "Bolivia sigue sin firmar el tratado de aguas con Perú.", ("signed", "Bolivia", "denied")),
    ("es", "El tratado de pesca entre Perú y Chile entraría en vigor en mayo.", ("in_force", "", "possible")),
    ("es", "Los acuerdos de Quito siguen vigentes.", ("in_force", "", "happened")),
    ("ru", "Последним Рижское соглашение ратифицировал Казахстан.", ("ratified", "Казахстан", "happened")),
    ("ru", "Участие в договоре о границе Москва приостановила в понедельник.", ("suspended", "Москва", "happened")),
    ("ru", "Рижское соглашение вступит в силу, только если его ратифицируют три страны.",
     ("in_force", "", "conditional")),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "step"), STEPS)
def test_steps_are_told_of_who_takes_them(r: R, lang: str, line: str, step: tuple[str, str, str]) -> None:
    acts = [act for one in article(r, lang, line).of(Treaty) for act in one.acts]
    assert step in {(act.act, act.party, act.standing) for act in acts}


# language, line, names of one agreement
NAMES = [
    ("en", "Members met over the Status of Forces Agreement (SOFA). The SOFA was renewed in May.", "The SOFA"),
    ("fr", "L'accord d'Abidjan tient. Le Bénin a dénoncé l'accord d'Abidjan.", "L'accord d'Abidjan"),
    ("es", "Chile firmó el Acuerdo Marco Avanzado con Suiza.", "el Acuerdo Marco Avanzado"),
    ("ru", "Иран подписал Конвенцию о правах ребенка.", "Конвенцию о правах ребенка"),
    ("de", "Der Bundestag billigte am Montag den Vertrag von Prag.", "den Vertrag von Prag"),
]


@pytest.mark.parametrize(("lang", "line", "name"), NAMES)
def test_names_are_whole(r: R, lang: str, line: str, name: str) -> None:
    assert name in {name for one in article(r, lang, line).of(Treaty) for name in one.names}


def test_a_sentence_beside_an_agreement_is_no_step(r: R) -> None:
    line = "L'accord de pêche lie le Togo et le Bénin. Le Togo avait suspendu la pêche au thon."
    acts = [act.act for one in article(r, "fr", line).of(Treaty) for act in one.acts]
    assert "suspended" not in acts


# language, line, type, actors, recipients
HOME = [
    ("en", "President John Mahama named Ama Owusu as prime minister on Friday.", "appoint", "John Mahama", "Ama Owusu"),
    ("en", "Mr Mahama dissolved parliament on Monday.", "dissolve", "Mahama", ""),
    ("fr", "Le président Patrice Talon a nommé Luc Atrokpo premier ministre lundi.", "appoint", "Patrice Talon",
     "Luc Atrokpo"),
    ("de", "Der Landtag wählte Anna Berg am Dienstag zur Ministerpräsidentin.", "elect", "", "Anna Berg"),
    ("es", "El ministro Luis Arana dimitió el martes.", "resign", "Luis Arana", ""),
    ("ru", "Суд приговорил Петра Сидорова к трем годам.", "convict", "", "Петр Сидоров"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "line", "kind", "actor", "recipient"), HOME)
def test_politics_at_home(r: R, lang: str, line: str, kind: str, actor: str, recipient: str) -> None:
    found = [one for one in article(r, lang, line).of(Event) if one.type == kind]
    assert len(found) == 1
    assert not actor or any(actor in name for name in found[0].names("actor"))
    assert not recipient or any(recipient in name for name in found[0].names("recipient"))


def test_who_receives_is_visited(r: R) -> None:
    reading = article(r, "en", "President William Ruto received President Paul Kagame in Nairobi on Monday.")
    visit = next(one for one in reading.of(Event) if one.type == "visit")
    assert visit.names("actor") == ("Paul Kagame",) and "William Ruto" in visit.names("recipient")


def test_a_noun_that_points_back_is_no_second_report(r: R) -> None:
    line = "President Paul Kagame visited Kenya on Monday. Officials in Kenya called the visit a success."
    assert [one.type for one in article(r, "en", line).of(Event)].count("visit") == 1


# -- the press beside the text of the agreement ----------------------------------------------------


def told(source: str, *obligations: str) -> tuple[Provision, ...]:
    """Provisions of one source."""
    return tuple(
        Provision(spans=(Span(source, number, number + 1),), by="test", obligation=one)
        for number, one in enumerate(obligations)
    )


def view(written: tuple[str, ...], press: tuple[str, ...]) -> View:
    """A story with the text of an agreement and one article about it."""
    readings = tuple(
        Reading(article=Article(source=source, name=source, text=Text.of(source, "text"), language="en", kind=kind))
        for source, kind in (("text", "primary"), ("news", "press"))
    )
    deal = Agreement(
        id="a", name="the pact", names=(), instrument="pact", parties=(), treaties=(), acts=(),
        provisions=(*told("text", *written), *told("news", *press)),
    )  # fmt: skip
    return View(readings=readings, who=Parties(()), agreements=(deal,))


def test_press_names_what_the_text_does_not_show() -> None:
    (found,) = instrument(view(("defence", "consultation", "transit"), ("defence", "neutrality")))
    assert "neutrality" in found.why and "defence, transit, not neutrality" in found.why


def test_a_text_that_was_hardly_read_says_nothing() -> None:
    assert not list(instrument(view(("defence",), ("neutrality",))))
