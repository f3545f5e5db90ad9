"""What articles add up to: each case is two or three lines of news we wrote, and what a careful reader says of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.compare import compare
from dragoman.records import Finding, Reading, Source, Story
from dragoman.settings import Settings

R = Callable[..., Reading]
Line = tuple[str, str, str]  # language, day, text
BESIDE = {
    "en": "The news drew wide interest in the region this week, observers noted.",
    "fr": "L'affaire suscite un vif intérêt dans la région cette semaine, notent les observateurs.",
    "es": "La noticia despertó gran interés en la región esta semana, señalan los observadores.",
    "de": "Die Nachricht fand in dieser Woche in der Region viel Beachtung, sagen Beobachter.",
    "ru": "Новость вызвала большой интерес в регионе на этой неделе, отмечают наблюдатели.",
}
ATTESTED = {"attested", "single_source", "corroborated"}


def story(r: R, *lines: Line) -> Story:
    """The story of these lines, each a paragraph of an article of its own."""
    readings = [r(f"{BESIDE[lang]}\n\n{text}\n\n{BESIDE[lang]}", lang=lang, on=on) for lang, on, text in lines]
    return compare(readings, _sources(lines), settings=Settings(encoder=False))


def _sources(lines: tuple[Line, ...]) -> list[Source]:
    return [Source(raw=f"{BESIDE[lang]}\n\n{text}\n\n{BESIDE[lang]}".encode()) for lang, _, text in lines]


def looked_at(found: Story) -> list[Finding]:
    """The findings that point at something, without those that only say how well a thing is attested."""
    return [one for one in found.findings if one.kind not in ATTESTED]


WEEKDAYS = [
    ("en", "2025-03-12", "Kenya and Uganda signed a water treaty on Monday, 11 March 2025.", "Tuesday"),
    ("fr", "2025-03-12", "Le Kenya et l'Ouganda ont signé un traité jeudi 11 mars 2025.", "Tuesday"),
    ("es", "2025-03-12", "Kenia y Uganda firmaron un tratado el jueves 11 de marzo de 2025.", "Tuesday"),
    ("de", "2025-03-12", "Kenia und Uganda haben am Freitag, 11. März 2025 einen Vertrag unterzeichnet.", "Tuesday"),
]


@pytest.mark.parametrize(("lang", "on", "text", "true"), WEEKDAYS)
def test_a_weekday_against_its_date(r: R, lang: str, on: str, text: str, true: str) -> None:
    found = [one for one in looked_at(story(r, (lang, on, text))) if one.rule == "weekday"]
    assert [one.kind for one in found] == ["internal_inconsistency"]
    assert f"11 March 2025 was a {true}" in found[0].why


def test_a_weekday_against_the_year_of_the_story(r: R) -> None:
    """An article without a day: the only year near to the other articles' days is the one meant."""
    undated = r("Le traité a été signé jeudi 11 mars à Nairobi.", lang="fr", on=None)
    dated = r("Kenya and Uganda signed a water treaty on Tuesday.", lang="en", on="2025-03-12")
    other = r("Kenya and Uganda signed a water treaty.", lang="en", on="2021-03-12")
    for beside, days in ((dated, ["11 March 2025 was a Tuesday"]), (other, [])):
        found = compare([undated, beside], [], settings=Settings(encoder=False)).findings
        assert [one.why.split(": ")[1].split(",")[0] for one in found if one.rule == "weekday"] == days


def test_another_article_settles_a_weekday(r: R) -> None:
    found = looked_at(
        story(
            r,
            ("en", "2025-03-12", "Kenya and Uganda signed a water treaty on Monday, 11 March 2025."),
            ("fr", "2025-03-12", "Le Kenya et l'Ouganda ont signé un traité mardi 11 mars 2025."),
        )
    )
    assert "“mardi 11 mars 2025” in another article gives the same day as a Tuesday" in found[0].settles
    assert len({span.source for span in found[0].spans}) == 2


TWO_DATES = [
    (
        "Kenya and Uganda signed a water treaty on May 9, 2025.",
        "Kenya and Uganda signed a water treaty on May 10, 2025.",
    ),
    (
        "Kenya and Uganda signed a water treaty. The treaty entered into force on June 3, 2025.",
        "Kenya and Uganda signed a water treaty. The treaty entered into force on June 13, 2025.",
    ),
]


@pytest.mark.parametrize(("one", "other"), TWO_DATES)
def test_two_dates_for_one_step(r: R, one: str, other: str) -> None:
    found = looked_at(story(r, ("en", "2025-07-01", one), ("en", "2025-07-02", other)))
    assert [f.kind for f in found if f.rule == "two dates for one step"] == ["contradiction"]
    assert found[0].severity == "error"


SAME = [
    # a day and the month it lies in
    ("Kenya and Uganda signed a water treaty on May 9, 2025.", "Kenya and Uganda signed a water treaty in May 2025."),
    # each party ratifies for itself
    ("Kenya ratified the water treaty on May 9, 2025.", "Uganda ratified the water treaty on May 12, 2025."),
    # two treaties, two years
    ("Kenya and Uganda signed a water treaty on May 9, 2025.", "Kenya and Uganda signed a fish treaty on May 9, 2019."),
    # other people are counted
    ("The quake in Chile killed 12 people.", "The quake in Chile injured 40 people."),
    # the same number, another thing
    ("Kenya sent 200 soldiers to Haiti.", "Kenya sent 400 trucks to Haiti."),
    # about and exactly
    ("Kenya sent about 200 soldiers to Haiti.", "Kenya sent 204 soldiers to Haiti."),
    # other places
    ("Shells killed 5 people in Odesa.", "Shells killed 9 people in Kharkiv."),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_only_looks_different_is_no_contradiction(r: R, one: str, other: str) -> None:
    found = looked_at(story(r, ("en", "2025-07-01", one), ("en", "2025-07-02", other)))
    assert [f.kind for f in found if f.kind in ("contradiction", "internal_inconsistency", "probable_error")] == []


def test_other_claimants_are_side_by_side(r: R) -> None:
    found = looked_at(
        story(
            r,
            ("en", "2025-07-01", "According to Seoul, Pyongyang sent 7,000 containers to Moscow."),
            ("en", "2025-07-01", "According to Washington, Pyongyang sent 11,000 containers to Moscow."),
        )
    )
    assert [(f.kind, f.severity) for f in found if f.rule == "figures"] == [("differing_claims", "note")]
    assert "other claimants" in found[0].why


def test_a_plan_and_its_outcome(r: R) -> None:
    found = looked_at(
        story(
            r,
            ("en", "2025-05-01", "Kenya and Uganda will sign a water treaty on May 9, 2025."),
            ("fr", "2025-05-10", "Le Kenya et l'Ouganda ont signé un traité sur l'eau le 9 mai 2025."),
        )
    )
    assert [f.severity for f in found if f.kind == "plan_and_outcome"] == ["note"]
    assert not [f for f in found if f.kind == "contradiction"]


def test_what_was_not_yet_done_and_is_done_since(r: R) -> None:
    done = ("fr", "2025-05-10", "Le Kenya et l'Ouganda ont signé un traité sur l'eau le 9 mai 2025.")
    early = ("en", "2025-05-01", "Kenya and Uganda have not signed the water treaty.")
    (found,) = [f for f in looked_at(story(r, early, done)) if f.rule == "done since"]
    assert found.kind == "update" and "published 1 May 2025" in found.why and "9 May 2025" in found.why
    late = ("en", "2025-05-12", "Kenya and Uganda have not signed the water treaty.")
    assert not [f for f in looked_at(story(r, late, done)) if f.rule == "done since"]


def test_one_article_attests_and_does_not_corroborate(r: R) -> None:
    made = story(
        r,
        ("en", "2025-05-10", "Kenya and Uganda signed a water treaty on May 9, 2025."),
        ("en", "2025-05-10", "In Nairobi, the price of maize fell again on Friday, traders said."),
    )
    assert [f.kind for f in made.findings if f.rule == "origins"] == ["single_source"]
    assert not any(f.kind == "corroborated" for f in made.findings)


def test_the_order_of_articles_leaves_no_trace(r: R) -> None:
    lines: list[Line] = [
        ("en", "2025-07-01", "According to Seoul, Pyongyang sent 7,000 containers to Moscow."),
        ("en", "2025-07-01", "According to Washington, Pyongyang sent 11,000 containers to Moscow."),
        ("en", "2025-03-12", "Kenya and Uganda signed a water treaty on Monday, 11 March 2025."),
    ]
    one, other = story(r, *lines), story(r, *reversed(lines))
    assert [f.id for f in one.findings] == [f.id for f in other.findings]
    assert [c.id for c in one.claims] == [c.id for c in other.claims]
    assert {frozenset((m.left, m.right)) for m in one.matches} == {frozenset((m.left, m.right)) for m in other.matches}


ARITHMETIC = [
    ("en", "The crash in Lima injured 12 people, including 15 children."),
    ("fr", "L'accident de Lima a blessé 12 personnes, dont 15 enfants."),
    ("es", "El choque de Lima dejó 12 heridos, entre ellos 15 niños."),
    ("de", "Bei dem Unfall in Lima wurden 12 Menschen verletzt, darunter 15 Kinder."),
    ("en", "In Lima, 45 of the 60 members (95 percent) voted for the treaty."),
]


@pytest.mark.parametrize(("lang", "text"), ARITHMETIC)
def test_numbers_that_do_not_add_up(r: R, lang: str, text: str) -> None:
    found = [f for f in looked_at(story(r, (lang, "2025-03-12", text))) if f.kind != "missing"]
    assert [(f.kind, f.rule) for f in found] == [("internal_inconsistency", "arithmetic")]


ADDS_UP = [
    ("en", "The crash in Lima injured 42 people, including 15 children."),
    ("en", "The fund gave 12 grants, including 300 dollars for a school."),
    ("en", "In Lima, 45 of the 60 members (75 percent) voted for the treaty."),
    ("en", "Nearly 12 people were hurt, including a 15-year-old."),
    ("fr", "L'accident de Lima a blessé 12 personnes, dont un homme de 45 ans."),
]


@pytest.mark.parametrize(("lang", "text"), ADDS_UP)
def test_numbers_that_add_up(r: R, lang: str, text: str) -> None:
    assert [f for f in looked_at(story(r, (lang, "2025-03-12", text))) if f.rule == "arithmetic"] == []


def test_what_comes_after_lies_after(r: R) -> None:
    text = (
        "The presidents of Kenya and Uganda met in Nairobi on Wednesday, 12 March 2025. "
        "After the meeting with the president of Uganda, the guest left for Kampala on Tuesday."
    )
    found = [f for f in looked_at(story(r, ("en", "2025-03-12", text))) if f.rule == "order of events"]
    assert [f.kind for f in found] == ["internal_inconsistency"]
    assert "1 day later" in found[0].why
    calm = text.replace("on Tuesday", "on Thursday")
    assert [f for f in looked_at(story(r, ("en", "2025-03-14", calm))) if f.rule == "order of events"] == []


AFTER = [  # the noun of a dated act once more: its own day and the one told beside it
    ("en", "A meeting was held in Oslo on Wednesday, 12 March 2025.", "After the meeting, {} left {}.", True),
    ("fr", "Une rencontre a eu lieu à Oslo mercredi 12 mars 2025.", "Après la rencontre, {} est reparti {}.", True),
    ("es", "Una reunión tuvo lugar en Oslo el miércoles 12 de marzo de 2025.", "Tras la reunión, {} se fue {}.", True),
    ("en", "A meeting was held in Oslo on Wednesday, 12 March 2025.", "After a meeting, {} left {}.", False),
    ("en", "A meeting was held on 12 March 2025.", "After the meeting, {} would leave, he said {}.", False),
]
BEFORE = {"en": "on Tuesday", "fr": "mardi", "de": "am Dienstag", "es": "el martes"}
BEHIND = {"en": "on Thursday", "fr": "jeudi", "de": "am Donnerstag", "es": "el jueves"}


@pytest.mark.parametrize(("lang", "act", "then", "wrong"), AFTER)
def test_a_noun_that_points_back_keeps_the_day_of_its_act(r: R, lang: str, act: str, then: str, wrong: bool) -> None:
    for day, alarm in ((BEFORE[lang], wrong), (BEHIND[lang], False)):
        told = story(r, (lang, "2025-03-14", f"{act}\n\n{then.format('Jonas Berg', day)}"))
        assert [f.rule for f in looked_at(told)] == ["order of events"] * alarm, (day, looked_at(told))


def test_a_slip_in_a_name(r: R) -> None:
    found = looked_at(
        story(
            r,
            ("en", "2025-03-12", "Kim Jong Un met the guests. Later Kim Jong Un left Pyongyang."),
            ("en", "2025-03-12", "Kim Jung Un met the guests. North Korea's leader Kim Jong Un smiled."),
        )
    )
    assert [f.kind for f in found if f.rule == "spellings"] == ["spelling_variant"]


def test_a_letter_that_strayed_into_a_word_is_told_with_the_word(r: R) -> None:
    found = looked_at(story(r, ("fr", "2025-03-12", "cCorée du Nord : la Corée attend une réponse de Séoul.")))
    assert [f.why for f in found if f.rule == "damage"] == ["A stray letter in one place: “Corée”; read as mended."]


def test_a_quotation_that_breaks_off(r: R) -> None:
    whole = "We will never leave our friends alone in this valley, whatever the others may say about it"
    found = looked_at(
        story(
            r,
            ("en", "2025-03-12", f"“{whole},” said Ana Silva in Lisbon."),
            ("en", "2025-03-12", "“We will never leave our friends alone,” said Ana Silva in Lisbon."),
        )
    )
    assert [f.kind for f in found if f.rule == "wordings of one utterance"] == ["truncated_quotation"]


def test_the_step_that_is_missing(r: R) -> None:
    made = story(
        r,
        (
            "en",
            "2025-06-12",
            "Kenya and Uganda signed a water treaty on May 9, 2025. Kenya ratified it on June 3, 2025.",
        ),
        ("en", "2025-06-12", "The water treaty of Kenya and Uganda was signed on May 9, 2025."),
    )
    missing = [f.why for f in made.findings if f.kind == "missing"]
    assert any("ratification by Uganda" in why for why in missing)
    assert not any("ratification by Kenya" in why for why in missing)


TOLLS = [
    ("The cyclone killed at least 1,300 people in Mozambique in 1999, experts said.",
     "The floods killed 310 people in Mozambique, the health ministry said."),
    ("The floods killed 412 people in Mozambique and Malawi, the Red Cross said.",
     "The floods killed 96 people in Malawi, the health ministry said."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), TOLLS)
def test_the_toll_of_another_event_or_of_a_part_is_no_rival(r: R, one: str, other: str) -> None:
    assert [f for f in looked_at(story(r, ("en", "2025-03-12", one), ("en", "2025-03-12", other))) if f.claims] == []


def test_the_toll_of_another_time_is_no_rival_of_an_undated_article(r: R) -> None:
    lines = (("en", "2025-03-12", TOLLS[0][0]), ("en", "", TOLLS[0][1]))
    assert [f for f in looked_at(story(r, *lines)) if f.claims] == []


def test_a_toll_that_grows_is_no_rival_of_another_claimant(r: R) -> None:
    early = "The floods killed 90 people in Malawi, the health ministry said."
    late = "The floods killed 140 people in Malawi, the Red Cross said."
    grown = looked_at(story(r, ("en", "2025-03-12", early), ("en", "2025-03-14", late)))
    rival = looked_at(story(r, ("en", "2025-03-12", early), ("en", "2025-03-12", late)))
    assert [one.kind for one in grown if one.claims] == []
    assert [one.kind for one in rival if one.claims] == ["differing_claims"]
