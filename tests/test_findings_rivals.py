"""One act and two who did it, one statement in two languages, parts and their sum: each case two lines we wrote."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.compare import compare
from dragoman.records import Finding, Reading, Source, Story
from dragoman.settings import Settings

R = Callable[..., Reading]
ON = "2025-05-20"
TOLD = ("attested", "single_source", "missing", "naming_variant", "spelling_variant")
RIVALS = [
    ("en", "The Berg Group bought the shipyard of Ostrava for 3 million euros on 6 May 2025.",
     "en", "Silva Holding bought the shipyard of Ostrava for 3 million euros on 6 May 2025.", "one act, two names"),
    ("en", "The Berg Group bought the shipyard of Ostrava for 3 million euros on 6 May 2025.",
     "en", "Silva Holding bought the shipyard of Ostrava for 4 million euros on 9 May 2025.", ""),
    ("fr", "Le général Moreau a renversé le président Kone à Bamako le 6 mai 2025.",
     "fr", "Le général Traoré a renversé le président Kone à Bamako le 6 mai 2025.", "one act, two names"),
    ("de", "Maria Kovac gewann die Präsidentenwahl in Kroatien am 4. Mai 2025.",
     "en", "Ivan Horvat won the presidential election in Croatia on 4 May 2025.", "one act, two actors"),
    ("fr", "Maria Kovac a remporté l'élection présidentielle croate le 4 mai 2025.",
     "en", "Ivan Horvat won Croatia's presidential election on 4 May 2025.", "one act, two actors"),
    ("de", "Maria Kovac gewann die Präsidentenwahl in Kroatien am 4. Mai 2025.",
     "en", "Ivan Horvat won the presidential election in Slovenia on 4 May 2025.", ""),
]  # fmt: skip
RENDERED = [
    ("en", "“We will not negotiate with the union,” mayor Ada Kone said on Tuesday.",
     "fr", "« Nous négocierons avec le syndicat », a dit la maire Ada Kone mardi.", "altered_quotation"),
    ("en", "“We will not negotiate with the union,” mayor Ada Kone said on Tuesday.",
     "fr", "« Nous ne négocierons pas avec le syndicat », a dit la maire Ada Kone mardi.", ""),
    ("en", "“We will not back down from this,” mayor Ada Kone said on Tuesday.",
     "fr", "« Nous tiendrons bon », a dit la maire Ada Kone mardi.", ""),
    ("en", "“The food will last for two weeks,” mayor Ada Kone said on Tuesday.",
     "es", "«La comida alcanzará para doce semanas», dijo la alcaldesa Ada Kone el martes.", "altered_quotation"),
    ("en", "“We will open the bridge in June if the builders are paid,” mayor Ada Kone said on Tuesday.",
     "de", "„Wir öffnen die Brücke im Juni“, sagte Bürgermeisterin Ada Kone am Dienstag.", "truncated_quotation"),
]  # fmt: skip
BROKEN = [
    ("en", "The mayor's office “supports the builders, the dockers and the nurses of the city in their struggle for "
     "decent wages and a life without fear”, mayor Ada Kone said on Tuesday.",
     "fr", "« La mairie soutient les ouvriers du bâtiment et les dockers », a dit la maire Ada Kone mardi.", True),
    ("de", "„Wir öffnen die Brücke nach dem Sommer wieder für alle Lastwagen, aber nur bei Tag und nur mit Erlaubnis "
     "der Polizei“, sagte Bürgermeisterin Ada Kone am Dienstag.",
     "en", "“We will open the bridge to all lorries again after the summer,” mayor Ada Kone said on Tuesday.", True),
    ("de", "„Wir öffnen die Brücke nach dem Sommer wieder für alle Lastwagen. Nachts bleibt sie aber weiterhin für "
     "alle geschlossen.“ Das sagte Bürgermeisterin Ada Kone am Dienstag.",
     "en", "“We will open the bridge to all lorries again after the summer,” mayor Ada Kone said on Tuesday.", False),
    ("de", "„Wir haben die Brücke im Winter für alle Lastwagen gesperrt, weil das Eis auf der Fahrbahn lag und niemand "
     "räumte“, sagte Bürgermeisterin Ada Kone am Dienstag.",
     "en", "“We will open the bridge to all lorries again after the summer,” mayor Ada Kone said on Tuesday.", False),
]  # fmt: skip
SUMS = [
    ("For the law voted 214 deputies, against it 180 deputies. All 404 deputies were there.", True),
    ("For the law voted 214 deputies, against it 180 deputies. All 394 deputies were there.", False),
]


def story_of(r: R, *lines: tuple[str, str]) -> Story:
    readings = [r(text, lang=lang, on=ON) for lang, text in lines]
    return compare(readings, [Source(raw=text.encode()) for _, text in lines], settings=Settings())


def findings(r: R, *lines: tuple[str, str]) -> list[Finding]:
    return [one for one in story_of(r, *lines).findings if one.kind not in TOLD]


@pytest.mark.parametrize(("lang", "text", "other", "words", "rule"), RIVALS)
def test_two_who_did_one_thing(r: R, lang: str, text: str, other: str, words: str, rule: str) -> None:
    found = [one for one in findings(r, (lang, text), (other, words)) if one.kind == "contradiction"]
    assert [one.rule for one in found] == ([rule] if rule else [])


@pytest.mark.parametrize(("lang", "text", "other", "words", "kind"), RENDERED)
def test_one_statement_in_two_languages(r: R, lang: str, text: str, other: str, words: str, kind: str) -> None:
    found = [one for one in findings(r, (lang, text), (other, words)) if one.rule == "two languages"]
    assert [one.kind for one in found] == ([kind] if kind else [])


@pytest.mark.parametrize(("lang", "text", "other", "words", "cut"), BROKEN)
def test_a_quotation_that_breaks_off_in_another_language(
    r: R, lang: str, text: str, other: str, words: str, cut: bool
) -> None:
    found = [one for one in findings(r, (lang, text), (other, words)) if one.rule == "broken off"]
    assert [one.kind for one in found] == ["truncated_quotation"] * cut


def test_one_measure_in_two_languages_bears_the_other_out(r: R) -> None:
    told = story_of(
        r,
        ("en", "For the first time in 31 years, Ada Kone received Jo Mwangi in Nairobi."),
        ("fr", "Jo Mwangi a été reçu par Ada Kone à Nairobi pour la première fois depuis 31 ans."),
    )
    assert [one.verdict for one in told.matches] == ["same"]


def test_all_slips_of_one_name_in_one_finding(r: R) -> None:
    told = story_of(
        r,
        ("en", "Kim Jong Un met Ada Kone in Pyongyang with Jo Mwangi. Then Kim Jong Un left for Kenya."),
        ("en", "Kim Jung Un met Ada Kone in Pyongyang, and Jo Mwangi of Kenya was there."),
        ("en", "Kin Jong Un met Ada Kone in Pyongyang, and Jo Mwangi of Kenya was there."),
    )
    found = [one for one in told.findings if one.rule == "spellings"]
    assert len(found) == 1
    assert "“jung” for “jong”" in found[0].why
    assert "“kin” for “kim”" in found[0].why


JUDGED = [
    ("Kenya and Uganda signed the lake treaty on Monday. Ada Kone called the treaty “a historic step”. "
     "Jo Mwangi called the treaty “a betrayal of our fishermen”.", True),
    ("Kenya and Uganda signed the lake treaty on Monday. Ada Kone called the treaty “a historic step”. "
     "Jo Mwangi called the treaty “no betrayal of our fishermen”.", False),
    ("Kenya and Uganda signed the lake treaty on Monday. Ada Kone called the treaty “a historic step”. "
     "Jo Mwangi called the drought “a disaster”.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "apart"), JUDGED)
def test_an_agreement_judged_well_and_ill(r: R, text: str, apart: bool) -> None:
    found = [one for one in findings(r, ("en", text)) if one.kind == "differing_assessments"]
    assert len(found) == apart
    assert all("Ada Kone (“a historic step”), ill by Jo Mwangi" in one.why for one in found)


EMPTY = [
    ("en", "In March 2024 Ada Kone met Jo Mwangi in Nairobi, but the two parted without signing any agreement.",
     "en", "Ada Kone and Jo Mwangi signed a fishing agreement when they met in Nairobi in March 2024.", True),
    ("fr", "En mars 2024, Ada Kone a rencontré Jo Mwangi à Nairobi, sans parvenir à un accord.",
     "en", "Ada Kone and Jo Mwangi signed a fishing agreement when they met in Nairobi in March 2024.", True),
    ("en", "In March 2024 Ada Kone met Jo Mwangi in Nairobi, but the two parted without signing any agreement.",
     "en", "Ada Kone and Jo Mwangi signed a fishing agreement when they met in Nairobi in July 2024.", False),
    ("en", "In March 2024 Ada Kone met Jo Mwangi in Nairobi, and the two parted without a word.",
     "en", "Ada Kone and Jo Mwangi signed a fishing agreement when they met in Nairobi in March 2024.", False),
    ("en", "The last talks, held in Nairobi in March 2024, ended without a single document being signed.",
     "fr", "Le protocole de pêche que Jo Mwangi et Ada Kone ont signé à Nairobi en mars 2024 sera étendu.", True),
    ("de", "Das letzte Treffen in Nairobi im März 2024 endete ohne Abkommen.",
     "es", "Jo Mwangi y Ada Kone firmaron un protocolo de pesca en Nairobi en marzo de 2024.", True),
    ("ru", "Последняя встреча в Найроби в марте 2024 года завершилась без соглашения.",
     "en", "Jo Mwangi and Ada Kone signed a fishing protocol in Nairobi in March 2024.", True),
    ("en", "The last talks, held in Kampala in March 2024, ended without a single document being signed.",
     "fr", "Le protocole de pêche que Jo Mwangi et Ada Kone ont signé à Nairobi en mars 2024 sera étendu.", False),
    ("en", "The last talks, held in Nairobi in March 2024, ended without a single document being signed.",
     "fr", "Le protocole de pêche que Jo Mwangi et Ada Kone ont signé à Nairobi en mai 2024 sera étendu.", False),
    ("en", "The season, which began in Nairobi in March 2024, ended without a single document being signed.",
     "fr", "Le protocole de pêche que Jo Mwangi et Ada Kone ont signé à Nairobi en mars 2024 sera étendu.", False),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "other", "words", "apart"), EMPTY)
def test_a_meeting_with_and_without_an_agreement(
    r: R, lang: str, text: str, other: str, words: str, apart: bool
) -> None:
    found = [one for one in findings(r, (lang, text), (other, words)) if one.rule == "with and without an agreement"]
    assert [one.kind for one in found] == ["contradiction"] * apart


def test_one_claimant_beside_the_other(r: R) -> None:
    text = (
        "Kenya's defence minister Jo Mwangi said that about 400 crates had crossed the border. "
        "Uganda's ministry of defence counted more than 900 crates. Nobody else has counted them."
    )
    found = [one for one in findings(r, ("en", text)) if one.rule == "figures"]
    assert [one.kind for one in found] == ["differing_claims"]
    assert "given by one claimant beside the other" in found[0].why


@pytest.mark.parametrize(("text", "wrong"), SUMS)
def test_those_for_it_and_those_against_it(r: R, text: str, wrong: bool) -> None:
    assert [one.rule for one in findings(r, ("en", text))] == ["arithmetic"] * wrong


def test_the_shares_of_one_vote_by_who_has_them(r: R) -> None:
    """Two candidates are no rivals of each other; two counts of one candidate's share are shown side by side."""
    one = "Marta Ruiz won 22.9% of the vote and Ana Gil 19.2%, the electoral commission said. Ana Gil is a mayor."
    other = "Marta Ruiz obtuvo el 22,9 % de los votos y Ana Gil el 19,6 %. Ana Gil es alcaldesa. Marta Ruiz es médica."
    readings = [r(one, lang="en", on=ON), r(other, lang="es", on=ON)]
    story = compare(readings, [Source(raw=text.encode()) for text in (one, other)], settings=Settings(encoder=False))
    found = [item.why for item in story.findings if item.rule == "figures"]
    assert len(found) == 1 and "19.2%" in found[0] and "19,6 %" in found[0]
    assert any(match.verdict == "same" and "the same share, of Marta Ruiz" in match.why for match in story.matches)
