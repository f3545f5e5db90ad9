"""Steps told by the build of a clause: second verbs, credits between commas, modals behind their infinitives."""

from __future__ import annotations

import pytest

from dragoman.records import Treaty
from quality.sets.marking import read_text

PUBLISHED = "2024-05-15"  # a Wednesday

#: Text, then every step of its agreements: act | party | standing | day.
ROWS = [
    # what is denied of the first verb is not denied of the second, and each of several stays away by itself
    (
        "Чад, Мали и Нигер договор о торговле не подписали и из договора вышли.",
        "signed | Чад | denied | ; signed | Мали | denied | ; signed | Нигер | denied | ; "
        "withdrawn | Чад | happened | ; withdrawn | Мали | happened | ; withdrawn | Нигер | happened | ",
    ),
    # a denied modal behind its infinitive
    ("МОСКВА. Чили не собирается выходить из договора о торговле.", "withdrawn | Чили | denied | "),
    (
        "МОСКВА. Договор о рыболовстве с Норвегией подписан в 2010 году. Чили денонсировать договор не намерена.",
        "signed |  | happened | 2010; denounced | Чили | denied | ",
    ),
    (
        "МОСКВА. Договор о рыболовстве с Норвегией подписан в 2010 году. В июле Чили продлевать договор не станет.",
        "signed |  | happened | 2010; extended | Чили | denied | 2024-07",
    ),
    ("МОСКВА. Новый договор о торговле, подготовленный Чадом, парафирован не был.", "initialled |  | denied | "),
    # a credit between commas does not end the clause
    (
        "МОСКВА. Договор о рыболовстве, по словам министра, Чили покидать не собирается.",
        "withdrawn | Чили | denied | ",
    ),
    # the full date behind the first of two steps is not that of the second; nor is the day until which it lasts
    (
        "Договор о рыболовстве Чили и Перу подписан 3 мая 2020 года, вступил в силу 1 июня 2021 года "
        "и дважды продлевался.",
        "signed |  | happened | 2020-05-03; in_force |  | happened | 2021-06-01; extended |  | happened | ",
    ),
    (
        "Соглашение о рыболовстве подписали в Осло в 2010 году; в 2021 году Чили и Норвегия продлили соглашение "
        "до 5 февраля 2026 года.",
        "signed |  | happened | 2010; extended |  | happened | 2021",
    ),
    # others plan what the noun of a plan told of the first
    (
        "РИГА. Сейм Латвии проголосовал за выход из конвенции о минах. Литва и Эстония объявили о таких же планах.",
        "withdrawn | Латвия | planned | ; withdrawn | Литва | planned | ; withdrawn | Эстония | planned | ",
    ),
    # a pronoun right behind its verb is no paper named later
    (
        "ОСЛО. Договор о торговле подписан в 2010 году. Чили в марте грозила выйти из него, если не будет выполнен "
        "меморандум с Перу о пшенице.",
        "signed |  | happened | 2010; withdrawn | Чили | conditional | ",
    ),
    # where a language has no articles, "document" needs none to mean the paper named before
    (
        "ОСЛО. Министры Чили и Норвегии во вторник парафировали договор о рыболовстве. Теперь документ обсудят "
        "парламенты. Действие документа закончится 1 апреля 2029 года.",
        "initialled |  | happened | 2024-05-14; approved |  | planned | ; terminated |  | planned | 2029-04-01",
    ),
    # a law that ends a paper; a chamber with a name of its own
    (
        "ОСЛО. Президент Чили во вторник подписал закон о прекращении договора о рыболовстве с Перу.",
        "terminated | Чили | happened | 2024-05-14",
    ),
    # notice given behind its noun; who is bound no more has left
    (
        "ОСЛО. Чили больше не связана обязательствами по договору о рыболовстве.",
        "withdrawn | Чили | happened | ",
    ),
    (
        "ОСЛО. Договор о рыболовстве подписан в 2010 году. О выходе из него Чили уведомила Перу в марте.",
        "signed |  | happened | 2010; denounced | Чили | happened | 2024-03",
    ),
    # rows without their verb: chambers, days of the year before, a part of a paper, the day behind a dash
    (
        "ОСЛО. Договор о рыболовстве был подписан 3 ноября прошлого года; чилийский сенат одобрил его 17 ноября, "
        "норвежский сенат - на день позже.",
        "signed |  | happened | 2023-11-03; approved | Чили | happened | 2023-11-17; "
        "approved | Норвегия | happened | 2023-11-18",
    ),
    (
        "МОСКВА. Соглашение о рыболовстве ратифицировали пять государств: Чили - в январе прошлого года, Перу - "
        "в июне, Боливия - месяцем позже.",
        "ratified | Чили | happened | 2023-01; ratified | Перу | happened | 2023-06; "
        "ratified | Боливия | happened | 2023-07",
    ),
    (
        "ОСЛО. Политическая часть соглашения Чили и Норвегии была подписана 21 марта, экономическая - 27 апреля.",
        "signed |  | happened | 2024-03-21; signed |  | happened | 2024-04-27",
    ),
    (
        "ОСЛО. Подписание договора о рыболовстве состоялось 3 ноября, ратификация чилийским парламентом - "
        "17 ноября, норвежским - неделей позже.",
        "signed |  | happened | 2023-11-03; approved | Чили | happened | 2023-11-17; "
        "approved | Норвегия | happened | 2023-11-24",
    ),
    # days counted back, and a day of the month of the date before
    (
        "ОСЛО. Чили ратифицировала договор о рыболовстве 12 марта, Норвегия ратифицировала документ двумя днями "
        "раньше.",
        "ratified | Чили | happened | 2024-03-12; ratified | Норвегия | happened | 2024-03-10",
    ),
    (
        "ОСЛО. Госдума приняла договор о рыболовстве с Чили 12 марта, Совет Федерации одобрил 24-го.",
        "approved | Россия | happened | 2024-03-12; approved | Россия | happened | 2024-03-24",
    ),
    (
        "OSLO - Chile ratified the fisheries treaty on 12 March 2024. Norway ratified it two days earlier.",
        "ratified | Chile | happened | 2024-03-12; ratified | Norway | happened | 2024-03-10",
    ),
    (
        "OSLO - Chile ratificó el tratado de pesca el 12 de marzo de 2024. Noruega lo ratificó dos días antes.",
        "ratified | Chile | happened | 2024-03-12; ratified | Noruega | happened | 2024-03-10",
    ),
    ("ОСЛО. С сегодняшнего дня Чили больше не участвует в конвенции.", "withdrawn | Чили | happened | 2024-05-15"),
    # some of several that are only counted
    (
        "ОСЛО. Из 90 участников конвенции о рыболовстве документ не ратифицировали пять, в их числе Чили и Перу.",
        "ratified | Чили | denied | ; ratified | Перу | denied | ",
    ),
    (
        "OSLO - Cinq États n'ont pas ratifié la convention sur la pêche, dont le Chili et le Pérou.",
        "ratified | Chili | denied | ; ratified | Pérou | denied | ",
    ),
    # what nobody confirmed is claimed
    (
        "ОСЛО. Сообщения о том, что Чили уже подписала соглашение о рыболовстве с Перу, в МИД не подтвердили.",
        "signed |  | claimed | ",
    ),
    (
        "OSLO - Reports that Chile had signed a fisheries agreement with Peru were not confirmed by the ministry.",
        "signed |  | claimed | ",
    ),
    # "it" behind a law is the law; the law of a president without a state is that of the headline
    (
        "ОСЛО. Чили и Перу подписали соглашение о рыболовстве 3 мая. Сенат рассмотрит закон завтра, затем его "
        "подпишет президент.",
        "signed |  | happened | 2024-05-03",
    ),
    (
        "Чили ратифицировала конвенцию о рыболовстве\n\nПрезидент подписал закон о ратификации конвенции.",
        "ratified | Чили | happened | ",
    ),
    # joining and its refusal, without an object
    (
        "ОСЛО. Соглашение о рыболовстве подписали 8 мая Чили и Перу. Боливия намерена присоединиться, Мексика "
        "вступать отказалась.",
        "signed |  | happened | 2024-05-08; acceded | Боливия | planned | ; acceded | Мексика | denied | ",
    ),
    (
        "ОСЛО. Соглашение о рыболовстве подписали 8 мая 2001 года Чили и Перу, но в силу оно так и не вступило.",
        "signed |  | happened | 2001-05-08; in_force |  | denied | ",
    ),
    # whose paper it is does not act on it
    ("ОСЛО. Конвенцию ООН о рыболовстве Чили покидать не намерена.", "withdrawn | Чили | denied | "),
    # a name with commas and a year; what stands behind its year; an insertion that the name holds
    (
        "ОСЛО. Договор о дружбе, сотрудничестве и партнёрстве 1997 года Чили прекращать не намерена.",
        "terminated | Чили | denied | ",
    ),
    (
        "ОСЛО. Договор о рыболовстве заменит соглашение 2001 года, которое стороны дважды продлевали.",
        "superseded |  | planned | ; extended |  | happened | ",
    ),
    (
        "ОСЛО. Соглашение о рыболовстве, заключённое в 2003 году, Чили пока не денонсировала.",
        "signed |  | happened | 2003; denounced | Чили | denied | ",
    ),
    # agreeing to extend is extending; a vote for a ratification is the vote
    ("ОСЛО. Чили во вторник согласилась продлить соглашение о рыболовстве.", "extended |  | happened | 2024-05-14"),
    (
        "ОСЛО. Парламент Чили во вторник проголосовал за ратификацию соглашения о рыболовстве.",
        "approved | Чили | happened | 2024-05-14",
    ),
    # the day of what became of a paper later is not that of its signature
    (
        "ОСЛО. Майский договор о рыболовстве, подписанный в Лиме с Перу, был сорван в апреле.",
        "signed |  | happened | ",
    ),
]


def steps(text: str) -> list[str]:
    """Every step that a text tells, as the rows have them."""
    acts = [act for one in read_text("row", text, PUBLISHED).of(Treaty) for act in one.acts]
    return sorted(f"{x.act} | {x.party} | {x.standing} | {x.when.value if x.when else ''}" for x in acts)


#: Text, and who are the sides of its only agreement.
SIDES = [
    (
        "КАИР. Главы МИД Египта и Греции Самех Шукри и Никос Дендиас подписали соглашение о границе.",
        {"Каир", "Греция"},  # the article calls Egypt by its capital
    ),
    ("ОСЛО. Норвегия подписала соглашение о рыболовстве с Объединёнными Арабскими Эмиратами.", {"Норвегия", "Эмираты"}),
]


@pytest.mark.parametrize(("text", "wanted"), SIDES)
def test_sides(text: str, wanted: set[str]) -> None:
    found = next(iter(read_text("row", text, PUBLISHED).of(Treaty)))
    assert {name.split()[-1] for name in found.parties} == wanted


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_steps(text: str, wanted: str) -> None:
    assert steps(text) == sorted(f"{one} " if one.endswith("|") else one for one in wanted.split("; "))
