"""The perturbation test itself: its changes say what they should, and its judges see through a dossier that lies."""

from __future__ import annotations

import json
from datetime import date

import pytest

from dragoman.read import read, sift
from dragoman.records import Event, Figure, Quote, Reading, Source, Time, When
from dragoman.spans import Span
from quality.annotated import agreements, examples
from quality.perturb import HERE, choose, documents, main
from quality.perturbations import KINDS, MARKS, Change, Document, by_gold, numeric, same_name
from quality.verdicts import JUDGES, OUTCOMES

ENGLISH = """Harbour strike ends after nine days

The port of Ostrava Bay reopened on Monday, 4 March 2024, after Sweden signed the wage pact that 4,500 dockers wanted.

"We have waited nine days for this single page", said Anna Lindqvist, who led the talks for the union, on Sunday night.

The owners were less cheerful: "Nobody will thank us when the freight bills arrive in May", said Jonas Berg, a broker.
"""
FRENCH = """Le port rouvre après neuf jours de grève

La Suède a signé lundi 4 mars un accord salarial que réclamaient 4 500 dockers, et le port de la ville a rouvert.

« Nous avons attendu neuf jours pour une seule page », a déclaré Anna Lindqvist, qui parlait au nom du syndicat.
"""


def doc(text: str, language: str = "en") -> Document:
    return Document("d", "g", Source(raw=text.encode()), language)


def changes(text: str, kind: str, language: str = "en") -> list[Change]:
    return list(KINDS[kind](doc(text, language)))


CASES = [  # text, language, kind, old words around the change, what must stand there in some changed text
    (ENGLISH, "en", "weekday", "reopened on Monday, 4 March", "reopened on Friday, 4 March"),
    (ENGLISH, "en", "negation", "Sweden signed the", "Sweden did not sign the"),
    (ENGLISH, "en", "party", "after Sweden signed", "after Kenya signed"),
    (ENGLISH, "en", "speaker", "said Anna Lindqvist, who", "said Jonas Berg, who"),
    (ENGLISH, "en", "quotes", 'cheerful: "Nobody will', 'cheerful: "We have'),
    (FRENCH, "fr", "weekday", "signé lundi 4 mars", "signé jeudi 4 mars"),
    (FRENCH, "fr", "negation", "La Suède a signé", "La Suède n'a pas signé"),
    (FRENCH, "fr", "party", "La Suède a", "La Finlande a"),
]


@pytest.mark.parametrize(("text", "language", "kind", "old", "new"), CASES)
def test_a_change_changes_these_words(text, language, kind, old, new):
    assert text.count(old) == 1
    changed = [change.apply(text) for change in changes(text, kind, language)]
    assert any(new in one and old not in one for one in changed)


@pytest.mark.parametrize("kind", KINDS)
def test_a_change_knows_where_its_words_went(kind):
    for text, language in ((ENGLISH, "en"), (FRENCH, "fr")):
        for change in changes(text, kind, language):
            after = change.apply(text)
            assert after != text
            assert after[slice(*change.place)] == min(change.edits)[2]
            for start, end, new in change.edits:
                a, b = change.moved(start, end)
                assert new in ("", after[a:b], after[a - len(new) : a])


def test_a_negation_taken_out_is_the_one_that_was_put_in():
    text = "The chamber met until midnight in a hall without heating, and Sweden has not signed the wage pact on offer."
    (change,) = changes(text, "negation")
    assert change.expect["denied"] is False
    assert "Sweden has signed the" in change.apply(text)


@pytest.mark.parametrize(
    ("written", "language", "value"),
    [("4,500", "en", 4500), ("4 500", "fr", 4500), ("4,5", "fr", 4.5), ("4.500", "de", 4500), ("4.500", "en", None)],
)
def test_numbers_are_read_by_their_language(written, language, value):
    assert numeric(written, language) == value


def test_kims_are_kept_apart():
    assert same_name("Vladimir Putin", "Putin")
    assert not same_name("Kim Jong Il", "Kim Jong Un")


# -- judges ----------------------------------------------------------------------------------------


def told(text: str, *facts: tuple[type, str, dict]) -> Reading:
    """A reading made by hand: (kind of fact, its words, its values)."""
    article = sift(Source(raw=text.encode()))
    made = [kind(spans=(here(article.source, text, words),), **values) for kind, words, values in facts]
    return Reading(article=article).add(made)


def here(source: str, text: str, words: str) -> Span:
    assert text.count(words) == 1, words
    return Span(source, text.index(words), text.index(words) + len(words))


def day(year: int, month: int, number: int) -> When:
    return When(earliest=date(year, month, number), latest=date(year, month, number), precision="day")


def pick(kind: str, old: str, new: str = "") -> Change:
    return next(one for one in changes(ENGLISH, kind) if one.old == old and new in one.new)


def verdict(change: Change, before: list, after: list) -> str:
    return JUDGES[change.kind](change, told(ENGLISH, *before), told(change.apply(ENGLISH), *after))[0]


def test_figures():
    change = pick("figure", "4,500")
    before = [(Figure, "4,500", {"value": 4500})]
    right = [(Figure, change.new, {"value": float(change.new.replace(",", ""))})]
    assert verdict(change, before, right) == "followed"
    assert verdict(change, before, [(Figure, change.new, {"value": 4500})]) == "wrong"
    assert verdict(change, before, [(Figure, change.new, {**right[0][2], "claimed_by": "Jonas Berg"})]) == "wrong"
    assert verdict(change, before, []) == "lost"
    assert verdict(change, [], []) == "not read"


def test_weekdays():
    change = pick("weekday", "Monday", "Friday")
    before = [(Time, "Monday, 4 March 2024", {"when": day(2024, 3, 4)})]
    flagged = {"when": day(2024, 3, 4), "weekday": "Monday"}
    assert verdict(change, before, [(Time, "Friday, 4 March 2024", flagged)]) == "reported"
    assert verdict(change, before, [(Time, "Friday, 4 March 2024", {"when": day(2024, 3, 4)})]) == "unnoticed"
    alone = pick("weekday", "Sunday", "Tuesday")
    assert verdict(alone, [], [(Time, "Tuesday", {"when": day(2024, 3, 5)})]) == "followed"
    assert verdict(alone, [], [(Time, "Tuesday", {"when": day(2024, 3, 3)})]) == "wrong"
    assert verdict(alone, [], [(Time, "Tuesday", {"value": "XXXX-WXX-2"})]) == "followed"
    assert verdict(alone, [], [(Time, "Tuesday", {"value": "XXXX-WXX-7"})]) == "wrong"


def test_dates():
    change = next(one for one in changes(ENGLISH, "date") if one.old == "March")
    words = f"4 {change.new} 2024"
    moved = day(2024, change.expect["month"], 4)
    before = [(Time, "4 March 2024", {"when": day(2024, 3, 4)})]
    assert verdict(change, before, [(Time, words, {"when": moved})]) == "followed"
    assert verdict(change, before, [(Time, words, {"when": day(2024, 3, 4)})]) == "wrong"
    assert verdict(change, before, [(Time, words, {"value": f"XXXX-{change.expect['month']:02d}-04"})]) == "lost"


def test_what_is_no_figure_is_not_changed():
    text = (
        "Das Rathaus ist von 10 bis 15 Uhr offen, und Karten gibt es unter 0471 313800 oder bei 250 Vereinen der Stadt."
    )
    assert {change.old for change in changes(text, "figure", "de")} == {"250"}


def test_what_is_no_party_is_not_changed():
    text = (
        "Sweden signed a lease with Kenya Airways and a treaty with Ghana, as the Norway Papers show, "
        "and sent copies to the United Nations."
    )
    assert {change.old for change in changes(text, "party")} == {"Sweden", "Ghana"}


def test_an_adjective_is_no_act_to_be_denied():
    text = "The dockers are close to a deal and will close the port of Ostrava Bay on Sunday night, they said."
    assert [change.apply(text).count("will not close") for change in changes(text, "negation")] == [1]


def test_speakers_and_quotations():
    change = pick("speaker", "Anna Lindqvist", "Jonas Berg")
    words = "We have waited nine days for this single page"
    before = [(Quote, words, {"kind": "direct", "speaker": "Anna Lindqvist"})]
    for speaker, outcome in (("Jonas Berg", "followed"), ("Anna Lindqvist", "wrong"), (None, "lost")):
        assert verdict(change, before, [(Quote, words, {"kind": "direct", "speaker": speaker})]) == outcome
    change = changes(ENGLISH, "quotes")[0]
    other = "Nobody will thank us when the freight bills arrive in May"
    before += [(Quote, other, {"kind": "direct", "speaker": "Jonas Berg"})]
    kept = [(*before[0][:1], other, before[0][2]), (*before[1][:1], words, before[1][2])]
    assert verdict(change, before, kept) == "followed"
    assert verdict(change, before, before) == "wrong"


def test_negations():
    change = pick("negation", "signed")
    text = change.apply(ENGLISH)
    source = sift(Source(raw=text.encode())).source
    for standing, outcome in (("denied", "followed"), ("happened", "wrong")):
        values = {"type": "sign", "trigger": here(source, text, "sign "), "standing": standing}
        assert verdict(change, [], [(Event, "did not sign", values)]) == outcome


# -- the whole -------------------------------------------------------------------------------------


def test_every_kind_finds_targets_in_the_examples():
    chosen = choose(documents(None), 70, 1)
    assert len(chosen) == 70
    assert {change.kind for change in chosen} == set(KINDS)


def test_a_small_run_is_the_same_twice(tmp_path, capsys):
    files = [tmp_path / "a.json", tmp_path / "b.json"]
    for file in files:
        assert main(["--root", str(tmp_path), "--count", "7", "--json", str(file)]) == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    cases = json.loads(files[0].read_text("utf-8"))["cases"]
    assert len(cases) == 7 and {case["outcome"] for case in cases} <= set(OUTCOMES)
    assert "not read" in capsys.readouterr().out


def placed(text: str, **marks: str) -> Document:
    """The text as a document whose gold marks these words."""
    gold = tuple((kind, ((text.index(words), text.index(words) + len(words)),)) for kind, words in marks.items())
    return Document("d", "g", Source(raw=text.encode()), "en", gold=gold)


def test_only_places_that_gold_marks_are_changed():
    text = "Sweden signed the wage pact on Monday, and Norway signed the annex that 4,500 dockers had asked for in May."
    one = placed(text, asserted="Norway signed the annex", party="Norway")
    (denied,) = by_gold(one, "negation")
    assert "and Norway did not sign the annex" in denied.apply(text)
    assert {change.old for change in by_gold(one, "party")} == {"Norway"}
    assert not list(by_gold(one, "figure"))
    assert not list(by_gold(placed(text, denied="Norway signed the annex"), "negation"))


def test_a_party_of_a_step_follows_its_name():
    text = "The wage pact of the ports was ratified by Norway on Monday after nine days of talks in a hall in Oslo."
    (change, *_) = by_gold(placed(text, party="Norway"), "party")
    old, new = (read(sift(Source(raw=one.encode()))) for one in (text, change.apply(text)))
    assert JUDGES["party"](change, old, new)[0] == "followed"
    assert JUDGES["party"](change, old, old)[0] == "wrong"


def test_gold_marks_steps_events_dates_and_figures():
    sets = list(agreements())
    assert {one.group for one in sets} >= {"agreements", "agreements7"} and len(sets) > 150
    for one in sets:
        for kind, places in one.gold:
            assert kind in ("asserted", "denied", "party", "time")
            assert all(0 <= a < b <= len(one.text) for a, b in places)
    marks = examples(HERE / "examples/gold")
    assert {kind for one in marks.values() for kind in one} >= {"asserted", "party", "time", "figure"}


def test_a_run_over_gold_changes_gold_alone(tmp_path, capsys):
    file = tmp_path / "gold.json"
    assert main(["--gold", "--count", "5", "--json", str(file)]) == 0
    cases = json.loads(file.read_text("utf-8"))["cases"]
    assert {one["kind"] for one in cases} <= {*MARKS, "negation"} and all(one["expect"]["gold"] for one in cases)
    assert "followed" in capsys.readouterr().out
