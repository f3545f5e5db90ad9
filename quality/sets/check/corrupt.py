"""Quotations corrupted mechanically, at run time: one word changed, negation dropped, an ellipsis that hides a
condition, two joined, speaker swapped, reworded as a translation there and back would.

The texts are those of the examples and of quotes_es_ru; below a root, the coverage and texts of the data sets as well,
which are never copied. Reworded: no translator ships with us, so two or three words are exchanged by a small table of
words that mean the same; a rewording that a table makes is milder than what a machine makes.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.languages import alternatives, language
from dragoman.read.sources import gather
from dragoman.records import Source
from dragoman.settings import Settings
from quality.sets.check.compose import EXAMPLES, SAYS, Quoted, quoted
from quality.sets.quotes_es_ru import gold as es_ru

__all__ = ["CORRUPTIONS", "Corrupted", "Pool", "corrupted", "pools"]

WANTED = 100
SAME = {
    "en": "help/assist new/fresh people/persons begin/start end/finish big/large strong/powerful ships/vessels "
    "foresees/envisages treaty/pact peaceful/pacific support/backing today/now war/conflict nobody/no-one "
    "country/nation want/wish must/should because/since said/stated very/highly only/merely "
    "world/planet children/kids right/correct "
    "money/funds job/work need/require think/believe make/produce many/numerous",
    "fr": "aide/assistance nouveau/neuf peuple/nation fin/terme grand/vaste fort/puissant navires/bateaux traité/pacte "
    "aujourd'hui/désormais guerre/conflit personne/nul pays/nation seulement/uniquement monde/univers besoin/nécessité "
    "immédiatement/aussitôt liens/rapports document/texte notamment/surtout décision/choix",
    "es": "ayuda/asistencia nuevo/reciente pueblo/nación fin/final gran/enorme fuerte/poderoso barcos/buques "
    "tratado/pacto hoy/ahora guerra/conflicto nadie/ninguno país/nación solo/únicamente mundo/planeta gente/personas "
    "nunca/jamás siempre/constantemente casa/vivienda dinero/plata años/ejercicios niños/chicos agua/líquido "
    "posición/postura acuerdo/convenio",
    "de": "Hilfe/Unterstützung neu/frisch Volk/Nation Ende/Schluss groß/riesig stark/kräftig Schiffe/Boote "
    "Vertrag/Pakt heute/jetzt Krieg/Konflikt niemand/keiner Land/Staat nur/bloß Welt/Erde Menschen/Leute "
    "Entscheidung/Wahl Schlag/Hieb Vorwand/Anlass Millionen/Unmengen",
    "ru": "сегодня/ныне решение/выбор мире/свете шаг/ход возможность/шанс люди/граждане дети/ребята деньги/средства "
    "дом/жилище вода/влага только/лишь никто/никакой всегда/постоянно война/конфликт нужно/надо год/сезон "
    "хорошая/неплохая город/посёлок",
}
CONDITION = {
    "en": r",?\s+\b(?:if|unless|until|once|as long as|provided|but|except|when|because)\b[^,;.]*",
    "fr": r",?\s+\b(?:si|sauf|tant que|dès que|à condition|mais|quand|parce que)\b[^,;.]*",
    "es": r",?\s+\b(?:si|salvo|mientras|hasta que|siempre que|pero|cuando|porque|sino)\b[^,;.]*",
    "de": r",?\s+\b(?:wenn|falls|sofern|solange|sobald|aber|außer|weil|sondern)\b[^;.]*",
    "ru": r",?\s+\b(?:если|пока|когда|как только|но|кроме|потому что|чтобы|а)\b[^;.]*",
}
WORD = re.compile(r"[^\W\d_]{4,}")
NAME = re.compile(r"[A-ZÀ-ÝА-ЯЁ][\w'’-]+(?: [A-ZÀ-ÝА-ЯЁ][\w'’-]+)+")  # Helen Marsh · Антониу Гутерриш


@dataclass(frozen=True)
class Pool:
    """Texts that are sources together, and the quotations in them."""

    name: str
    sources: tuple[Source, ...]
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, kw_only=True)
class Corrupted:
    """A quotation corrupted in one way."""

    pool: str
    kind: str
    language: str
    speaker: str
    words: str
    verdicts: frozenset[str]

    def line(self, number: int) -> tuple[str, str, str]:
        """The report's sentence: before, the quotation, after."""
        before, after = (
            SAYS[self.language][number % len(SAYS[self.language])].format(who=self.speaker, words="\0").split("\0")
        )
        return before, self.words, after


def pools(root: Path | None = None) -> list[Pool]:
    """The examples, quotes_es_ru, and below `root` what lies there with quotations that the product finds."""
    made = [
        Pool(story, gather([str(EXAMPLES / story)], settings=Settings()).sources, quoted(story))
        for story in ("treaty-2024", "grain-2022")
    ]
    for code in ("es", "ru"):
        sources, quotes = [], []
        for one in es_ru():
            if one.language != code:
                continue
            source = Source(raw=one.text.encode(), name=f"{one.id}.txt", meta=(("date", one.published),))
            sources.append(source)
            for quote in one.quotes:
                if quote.kind in ("direct", "partial") and len(quote.speakers) == 1 and len(quote.places) == 1:
                    a, b = quote.places[0]
                    name = max((f for f in quote.speakers[0] if NAME.fullmatch(f)), key=len, default="")
                    if name:
                        quotes.append(Quoted(text=one.id, language=code, words=one.text[a:b], speaker=name, at=a))
        made.append(Pool(f"quotes_es_ru-{code}", tuple(sources), tuple(quotes)))
    return made + (_outside(root) if root else [])


def _outside(root: Path) -> list[Pool]:
    """Texts that are never copied here: their quotations as the product reads them, whole ones with a named speaker."""
    from dragoman.read import read, sift
    from dragoman.records import Quote

    folders = [
        *sorted((root / "coverage").glob("*/")),
        *(root / "data" / one / "texts" for one in ("polnear", "de_news_quotes")),
    ]
    made = []
    for folder in folders:
        found = gather([str(folder)], settings=Settings()).sources if folder.is_dir() else ()
        sources = random.Random(1).sample(sorted(found, key=lambda one: one.name), min(40, len(found)))
        quotes = []
        for source in sources:
            reading = read(sift(source))
            for quote in reading.of(Quote):
                place = reading.article.text.find(quote.start, quote.end)
                known = reading.article.language in SAYS and len(quote.spans) == 1 and place
                if known and place and quote.kind == "direct" and quote.speaker and NAME.fullmatch(quote.speaker):
                    words = reading.article.text.value[place[0] : place[1]]
                    code = reading.article.language
                    quotes.append(
                        Quoted(text=source.id, language=code, words=words, speaker=quote.speaker, at=quote.start)
                    )
        if quotes:
            made.append(Pool(folder.parent.name + "-" + folder.name, tuple(sources), tuple(quotes)))
    return made


def corrupted(given: Sequence[Pool]) -> list[Corrupted]:
    """Up to a hundred of each kind, spread over the pools."""
    rng = random.Random(7)
    made = []
    for kind, (corrupt, verdicts) in CORRUPTIONS.items():
        own = []
        for pool in given:
            for one in pool.quotes:
                if len(one.words.split()) < 5 or len(one.words) > 400 or "\n" in one.words:
                    continue
                result = corrupt(rng, one, pool.quotes)
                if result and result[1] != one.words + one.speaker:
                    speaker, words = result
                    own.append(
                        Corrupted(
                            pool=pool.name,
                            kind=kind,
                            language=one.language,
                            speaker=speaker,
                            words=words.rstrip("."),
                            verdicts=frozenset(verdicts),
                        )
                    )
        made += rng.sample(own, min(WANTED, len(own)))
    return made


Corrupt = Callable[[random.Random, Quoted, Sequence[Quoted]], tuple[str, str] | None]


def _word(rng: random.Random, one: Quoted, all_: Sequence[Quoted]) -> tuple[str, str] | None:
    spare = sorted({w for two in all_ if two.language == one.language for w in WORD.findall(two.words) if w.islower()})
    places = [place for place in WORD.finditer(one.words) if place[0].islower()]
    spare = [word for word in spare if word not in one.words]
    if not places or not spare:
        return None
    place = rng.choice(places)
    return one.speaker, one.words[: place.start()] + rng.choice(spare) + one.words[place.end() :]


def _negation(rng: random.Random, one: Quoted, all_: Sequence[Quoted]) -> tuple[str, str] | None:
    words = language(one.language).words("quotes", "negations")
    found = re.search(rf"(?<!\w)(?:{alternatives(words)})(?!\w)\s*", one.words, re.IGNORECASE)
    if not found:
        return None
    left = one.words[: found.start()] + one.words[found.end() :]
    return one.speaker, left[:1].upper() + left[1:]


def _ellipsis(rng: random.Random, one: Quoted, all_: Sequence[Quoted]) -> tuple[str, str] | None:
    """A condition left out; where there is none, two or three words in the middle."""
    found = re.search(CONDITION[one.language], one.words, re.IGNORECASE)
    if not found or found.start() < 12 or len(found[0].split()) < 2:
        words = one.words.split()
        if len(words) < 8:
            return None
        at = rng.randrange(3, len(words) - 4)
        return one.speaker, " ".join([*words[:at], "[…]", *words[at + rng.choice((2, 3)) :]])
    return one.speaker, one.words[: found.start()] + " … " + one.words[found.end() :].lstrip(" ,;")


def _joined(rng: random.Random, one: Quoted, all_: Sequence[Quoted]) -> tuple[str, str] | None:
    near = [two for two in all_ if two.text == one.text and abs(two.at - one.at) > 300 and len(two.words.split()) > 3]
    far = [two for two in all_ if two.text != one.text and two.language == one.language and len(two.words.split()) > 3]
    pick = near or far
    return (one.speaker, f"{one.words.rstrip('.,')}. {rng.choice(pick).words}") if pick else None


def _speaker(rng: random.Random, one: Quoted, all_: Sequence[Quoted]) -> tuple[str, str] | None:
    names = sorted({two.speaker for two in all_ if two.language == one.language and NAME.fullmatch(two.speaker)})
    if not NAME.fullmatch(one.speaker):
        return None
    last = one.speaker.split()[-1]
    others = [name for name in names if last not in name and not set(name.split()) & set(one.speaker.split())]
    if any(two.words == one.words and two is not one for two in all_) or not others:
        return None
    return rng.choice(others), one.words


def _reworded(rng: random.Random, one: Quoted, all_: Sequence[Quoted]) -> tuple[str, str] | None:
    table = dict(pair.split("/") for pair in SAME[one.language].split())
    pattern = re.compile(rf"(?<!\w)(?:{alternatives(list(table))})(?!\w)")
    words, count = pattern.subn(lambda found: table[found[0]], one.words, count=3)
    return (one.speaker, words) if count else None


CORRUPTIONS: dict[str, tuple[Corrupt, set[str]]] = {
    "word": (_word, {"altered"}),
    "negation": (_negation, {"altered"}),
    "ellipsis": (_ellipsis, {"truncated"}),
    "joined": (_joined, {"spliced"}),
    "speaker": (_speaker, {"misattributed"}),
    "reworded": (_reworded, {"altered"}),
}
