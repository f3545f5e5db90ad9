"""Two languages, one act: each case is two lines of news we wrote, and whether a reader is warned of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.compare import compare
from dragoman.records import Finding, Reading, Source
from dragoman.settings import Settings

R = Callable[..., Reading]
ON = "2025-05-20"
CASES = [  # language and line twice; the rule of the alarm, "" for none
    ("en", "President Ana Silva dismissed Tomas Reyna on 6 May 2025.",
     "fr", "La présidente Ana Silva a limogé Tomas Reyna le 9 mai 2025.", "two dates for one act"),
    ("en", "President Ana Silva dismissed Tomas Reyna on 6 May 2025.",
     "fr", "La présidente Ana Silva a limogé Tomas Reyna le 6 mai 2025.", ""),
    ("en", "President Ana Silva dismissed Tomas Reyna on 6 May 2025.",
     "fr", "La présidente Ana Silva a limogé Karl Berg le 9 mai 2025.", ""),
    ("en", "President Ana Silva met Tomas Reyna in Lisbon on 6 May 2025.",
     "fr", "La présidente Ana Silva a rencontré Tomas Reyna à Lisbonne le 9 mai 2025.", ""),
    ("de", "Kenia und Uganda haben das Grenzabkommen am 6. Mai 2025 unterzeichnet.",
     "en", "Kenya and Uganda did not sign the border agreement on 6 May 2025.", "done and not done"),
    ("de", "Kenia und Uganda haben das Grenzabkommen am 6. Mai 2025 nicht unterzeichnet.",
     "en", "Kenya and Uganda did not sign the border agreement on 6 May 2025.", ""),
    ("es", "El Parlamento de Kenia aprobó la ley de aguas el 6 de mayo de 2025.",
     "en", "Kenya's parliament rejected the water law on 6 May 2025.", "done and not done"),
    ("es", "El Parlamento de Kenia aprobó la ley de aguas el 6 de mayo de 2025.",
     "en", "Kenya's parliament rejected the fishing treaty on 8 May 2025.", ""),
    ("fr", "Le Parlement du Kenya a adopté la loi le 6 mai 2025 avec 179 voix.",
     "en", "Kenya's parliament adopted the law on 6 May 2025 with 197 votes.", "figures"),
    ("fr", "Le Parlement du Kenya a adopté la loi le 6 mai 2025 avec 179 voix.",
     "en", "Kenya's parliament adopted the law on 6 May 2025 with more than 170 votes.", ""),
]  # fmt: skip


def alarms(r: R, *lines: tuple[str, str]) -> list[Finding]:
    readings = [r(text, lang=lang, on=ON) for lang, text in lines]
    story = compare(readings, [Source(raw=text.encode()) for _, text in lines], settings=Settings())
    return [one for one in story.findings if one.kind in ("contradiction", "probable_error", "internal_inconsistency")]


@pytest.mark.parametrize(("lang", "text", "other", "words", "rule"), CASES)
def test_one_act_in_two_languages(r: R, lang: str, text: str, other: str, words: str, rule: str) -> None:
    found = alarms(r, (lang, text), (other, words))
    assert [one.rule for one in found] == ([rule] if rule else [])
    assert all(len({span.source for span in one.spans}) == 2 for one in found)


def test_without_vectors_nothing_is_said(r: R) -> None:
    (lang, text, other, words, _), *_ = CASES
    readings = [r(text, lang=lang, on=ON), r(words, lang=other, on=ON)]
    sources = [Source(raw=text.encode()), Source(raw=words.encode())]
    story = compare(readings, sources, settings=Settings(encoder=False))
    assert [one for one in story.findings if one.kind == "contradiction"] == []


PASSAGES = [  # two claimants in one passage; whether their numbers are put side by side
    ("en", "The government puts the cost at 2 billion euros; the opposition says the bill is 5 billion euros.", True),
    ("fr", "Le cabinet évalue le coût à 2 milliards d'euros ; l'opposition parle d'une facture de 5 milliards.", True),
    ("de", "Die Versicherer schätzen den Schaden auf drei Milliarden Euro. Die Regierung schätzt den Schaden auf fünf "
           "Milliarden Euro.", True),
    ("es", "El Gobierno cifra los daños en 2.000 millones de euros; el partido eleva la suma a 5.000 millones.", True),
    ("en", "About 4,000 people marched, according to police; organisers put the number at 10,000.", True),
    ("en", "The institute counts $123 billion in Danish aid. Emmanuel Macron has put the sum at $350 billion.", True),
    ("en", "Norway pledged 50 million euros in aid; Peru pledged 20 million euros in aid.", False),
    ("en", "The ministry says the road costs 2 million euros. The bank said profit reached 5 million euros.", False),
    ("en", "Police counted 40 dead; the army spoke of 12 wounded.", False),
    ("es", "En Perú murieron 900 personas, según el Gobierno; en Chile, unas 60, según la ONU.", False),
    ("en", "The UN counted 53 attacks, 14 of them at night, the UN human rights office said.", False),
    ("en", "Oslo had asked for 350 billion euros, although the institute puts Danish aid at 123 billion euros.", False),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "beside"), PASSAGES)
def test_two_claimants_of_one_passage(r: R, lang: str, text: str, beside: bool) -> None:
    story = compare([r(text, lang=lang, on=ON)], [Source(raw=text.encode())], settings=Settings(encoder=False))
    found = [one for one in story.findings if one.rule == "figures"]
    assert bool(found) is beside
    assert all(one.kind == "differing_claims" and "other claimants" in one.why for one in found)


CLAIMS = [  # two claimants of one count, of two languages or one; whether they are put side by side
    ("en", "Police counted 40,000 demonstrators in Lisbon on 6 May 2025.",
     "fr", "Les organisateurs ont compté 90 000 manifestants à Lisbonne le 6 mai 2025.", True),
    ("en", "Police counted 40,000 demonstrators in Lisbon on 6 May 2025.",
     "fr", "Les organisateurs ont compté 90 000 manifestants à Porto le 6 mai 2025.", False),
    ("de", "Die Versicherer schätzen den Schaden auf drei Milliarden Euro in Sachsen.",
     "de", "Die Regierung schätzt den Schaden auf fünf Milliarden Euro in Sachsen.", True),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "other", "words", "beside"), CLAIMS)
def test_two_claimants_side_by_side(r: R, lang: str, text: str, other: str, words: str, beside: bool) -> None:
    readings = [r(text, lang=lang, on=ON), r(words, lang=other, on=ON)]
    story = compare(readings, [Source(raw=text.encode()), Source(raw=words.encode())], settings=Settings())
    assert ("differing_claims" in {one.kind for one in story.findings}) is beside
