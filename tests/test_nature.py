"""Translated or not, passages in other languages, documents and press: what is told, and what is left alone."""

from __future__ import annotations

import pytest

from dragoman.read import judged, read, sift
from dragoman.records import Article, Source

# (language it is in, language it came from, manner, grade at least, text)
TRANSLATED = [
    (
        "en",
        "fr",
        "machine",
        "Floods in the Var: the prefect calls for vigilance\n\nThe prefect activated the crisis cell this Tuesday, "
        "October 8. “The worst is behind us”, assured the elected official at the microphone of RMC. For his part, the "
        "mayor of Draguignan estimates the damage at 3 million euros, specifies the daily The Cross.",
    ),
    (
        "en",
        "es",
        "",
        "The governor visits the areas hit by the quake\n\nThe past Monday the mandatary travelled there and gave "
        "to know that 300 families will receive help. In this sense, the also president of the party assured that the "
        "aid will arrive soon.",
    ),
    (
        "en",
        "de",
        "",
        "Chemical workers strike\n\nIn Ludwigshafen 4,000 employees laid down the work. „We want more respect“, so the "
        "works council head Anja Thoma. According to own statements the union counts 12 plants.",
    ),
    (
        "fr",
        "en",
        "machine",
        'Le maire de Denver démissionne\n\n"Je suis fatigué," il a dit aux reporters Mardi. Il est attendu de quitter '
        "la ville en Mars, selon le Journal de Wall Street.",
    ),
    (
        "de",
        "en",
        "machine",
        "Ölkonzern kauft Rivalen\n\nDer Vorstand sagte Montag, der Handel sei 4.5 Milliarden wert. “Wir sind "
        "begeistert,” er sagte der Assoziierten Presse.",
    ),
    (
        "es",
        "en",
        "machine",
        'El gobernador veta la ley\n\n"Esto es incorrecto," ella dijo el Jueves. Los Tiempos de Nueva York fue el '
        "primero en informar. La votación es esperado que ocurra en Marzo.",
    ),
    (
        "ru",
        "en",
        "machine",
        'Сенат отложил голосование\n\n"Мы не готовы," он сказал. Законопроект стоит $2.5 миллиарда, сообщили '
        "Финансовые времена.",
    ),
    (
        "fr",
        "es",
        "",
        "Le président visite la côte\n\nLe mandataire a donné à connaître que 20.000 millions seront investis. "
        "Le également ministre a défendu que l’œuvre commence en mai.",
    ),
]

# (language, from, manner, the line that says so)
CREDITS = [
    ("en", "it", "human", "Translated from the Italian by Emma Hall"),
    ("fr", "pt", "human", "Traduit du brésilien par Lise Aubin"),
    ("fr", "en", "human", "Traduction de l’anglais : Marc Tessier"),
    ("de", "fr", "human", "Aus dem Französischen von Ute Lang"),
    ("es", "de", "human", "Traducción del alemán de Pilar Cano"),
    ("ru", "pl", "human", "Перевод с польского: Нина Орлова"),
    ("pl", "uk", "human", "Z ukraińskiego: tłumaczenie"),
    ("en", "und", "machine", "This article was automatically translated."),
    ("fr", "und", "machine", "Cet article a été traduit automatiquement."),
]

BODY = {
    "en": "The harbour will be closed for three weeks while divers repair the northern wall, the council decided.",
    "fr": "Le port sera fermé pendant trois semaines, le temps de réparer la jetée nord, a décidé le conseil.",
    "de": "Der Hafen bleibt drei Wochen lang geschlossen, weil Taucher die Nordmauer flicken, entschied der Stadtrat.",
    "es": "El puerto permanecerá cerrado tres semanas mientras los buzos reparan el muro norte, decidió el concejo.",
    "ru": "Порт будет закрыт на три недели, пока водолазы чинят северную стену, решил городской совет в понедельник.",
    "pl": "Port będzie zamknięty przez trzy tygodnie, bo nurkowie naprawiają północny falochron, zdecydowała rada.",
}

NATIVE = [
    ("en", "A novel translated from the French won the prize. “It is a first,” said the judge, for his part."),
    ("en", "Translated from German, the word means a small boat.\n\nThe harbour kept it for 300 years."),
    ("en", "Le Monde reported on Tuesday that the head of the Kremlin would travel. “We will wait,” he said."),
    ("en", "“It was over,” confirmed Ann Lee. The past was a burden; the also-rans went home."),
    ("fr", "Le roman, traduit de l’anglais par Jo Lin, sort en mars. « Il a dit la vérité », assure l’éditeur."),
    ("fr", "Lundi, le Financial Times révélait l’affaire. En ce sens, « c’est un tournant », estime le député."),
    ("de", "Am Ende des Tages zählt das Ergebnis, sagte der Trainer. „Wir sind vorsichtig optimistisch.“"),
    ("es", "El Martes Santo, dijo el alcalde, “la lluvia no nos detuvo”. Al final del día hubo 300 fieles."),
    ("ru", "«Мы не готовы», – сказал он агентству Рейтер. Ущерб оценивают в 2,5 млрд долларов."),
]


def article(text: str, language: str = "") -> Article:
    meta = (("language", language),) if language else ()
    return judged(sift(Source(raw=text.encode("utf-8"), name="t.txt", meta=meta)))


@pytest.mark.parametrize(("lang", "origin", "manner", "text"), TRANSLATED)
def test_a_translation_shows_its_language_in_several_ways(lang, origin, manner, text):
    found = article(text, lang).translated
    assert found is not None
    assert (found.from_language, found.grade in ("likely", "certain")) == (origin, True)
    assert found.manner == manner
    assert len(found.evidence) >= 2
    assert all(text[span.start : span.end] for span, _ in found.evidence)


@pytest.mark.parametrize(("lang", "origin", "manner", "line"), CREDITS)
@pytest.mark.parametrize("last", [True, False])
def test_a_credit_to_a_translator_is_certain(lang, origin, manner, line, last):
    parts = ["Harbour news 1", BODY[lang], BODY[lang].replace("3", "4")]
    parts.insert(3 if last else 1, line)
    text = "\n\n".join(parts)
    found = article(text, lang).translated
    if line.startswith("Z "):  # no cue begins the line
        assert found is None
        return
    assert found is not None
    assert (found.from_language, found.manner, found.grade) == (origin, manner, "certain")
    ((span, why),) = found.evidence
    assert text[span.start : span.end] == line
    assert why


@pytest.mark.parametrize(("lang", "text"), NATIVE)
def test_native_text_is_never_accused(lang, text):
    assert article(f"Harbour news\n\n{text}\n\n{BODY[lang]}", lang).translated is None


@pytest.mark.parametrize("lang", ["und", "xx", "fi", "zh"])
def test_a_language_without_words_is_left_alone(lang):
    assert article(TRANSLATED[0][3], lang).translated is None


PASSAGES = [
    ("en", "de", "“Wir haben lange genug auf eine Antwort gewartet und gehen jetzt nach Hause”"),
    ("fr", "en", "We have waited long enough for an answer and now we are all going home"),
    ("de", "ru", "Мы достаточно долго ждали ответа и теперь все вместе идем домой"),
    ("es", "fr", "Nous avons attendu assez longtemps une réponse et nous rentrons maintenant chez nous"),
]


@pytest.mark.parametrize(("lang", "other", "words"), PASSAGES)
@pytest.mark.parametrize("quoted", [True, False])
def test_a_passage_in_another_language_is_told(lang, other, words, quoted):
    words = words.strip("“”")
    text = f"Harbour news\n\n{BODY[lang]} " + (f"“{words}” (Anna Lee)." if quoted else f"\n\n{words}.\n\n{BODY[lang]}")
    ((span, code),) = article(text, lang).passages
    assert text[span.start : span.end].strip(".") == words
    assert code == other


@pytest.mark.parametrize(
    "line",
    [
        "FC Bayern München – Borussia Dortmund 3:1, Eintracht Frankfurt – Werder Bremen 0:0",
        "He called it “une paix durable”.",
        "Her album from the “MTV” series (2019) sold as well as the first, “Für Frauen ist das kein Problem” (2013).",
        "The novel Die Verwandlung and the film Das Leben der Anderen were shown to the guests.",
    ],
)
def test_names_and_a_few_foreign_words_are_no_passage(line):
    assert article(f"Harbour news\n\n{BODY['en']}\n\n{line}", "en").passages == ()


def paragraphs(word: str, count: int = 4) -> str:
    return "\n\n".join(f"{word} {number}\n\nThe Parties shall keep number {number}." for number in range(1, count + 1))


DOCUMENTS = [
    ("en", "articles", "TREATY ON THE LAKE\n\nAruba and Malta, hereinafter the Parties, have agreed as follows:\n\n{}"),
    ("fr", "articles", "ACCORD SUR LE LAC\n\nLes gouvernements sont convenus de ce qui suit :\n\n{}"),
    ("de", "articles", "VERTRAG ÜBER DEN SEE\n\nDie Regierungen sind wie folgt übereingekommen:\n\n{}"),
    ("es", "articles", "TRATADO SOBRE EL LAGO\n\nLos gobiernos han convenido lo siguiente:\n\n{}"),
    ("ru", "articles", "ДОГОВОР ОБ ОЗЕРЕ\n\nПравительства договорились о нижеследующем:\n\n{}"),
    (
        "en",
        "joint statement",
        "Joint Statement by Aruba and Malta\n\n1. The two sides agreed to share the lake.\n\n2. The two sides agreed "
        "to meet in May. They reaffirmed their commitment to peace.",
    ),
    (
        "en",
        "resolution",
        "Resolution 4711 (2031)\n\nThe Security Council,\n\nRecalling its previous resolutions on the lake,\n\n"
        "Acting under Chapter VII of the Charter,\n\n1. Decides to send 40 observers;\n\n"
        "2. Requests the Secretary-General to report.",
    ),
    (
        "ru",
        "стенограмма",
        "Стенограмма встречи об озере\n\n"
        + "\n\n".join(f"{who}: Скоро придут {n} лодок." for n, who in enumerate(("И. Орлов", "Вопрос") * 4)),
    ),
    (
        "en",
        "transcript of",
        "Transcript of the briefing on the lake\n\n"
        + "\n\n".join(f"{who}: We come to {n} boats soon." for n, who in enumerate(("MR. LEE", "QUESTION") * 4)),
    ),
]
NUMBERED = {"en": "Article", "fr": "Article", "de": "Artikel", "es": "Artículo", "ru": "Статья"}


@pytest.mark.parametrize(("lang", "why", "text"), DOCUMENTS)
def test_a_document_is_known_by_shape_and_words(lang, why, text):
    found = article(text.format(paragraphs(NUMBERED[lang])), lang)
    assert found.kind == "primary"
    assert why in found.kind_why


PRESS = [
    "Aruba and Malta have agreed as follows: the lake is shared.\n\nArticle 5 says so, and article 2 too.",
    "What the treaty says\n\n" + paragraphs("Article"),
    "Joint statement is near, envoy says\n\n“The two sides agreed,” he said. “The two sides agreed in May.”",
    "Our interview\n\n" + "\n\n".join(f"{who}: We come to {n}." for n, who in enumerate(("ANNA LEE", "US") * 4)),
    "Transcript of the call is leaked\n\nThe president said that he would wait.",
    "Transcript of the call is leaked\n\nWhat: a call.\n\nWhere: Geneva.\n\nWhen: May.\n\nWho: Lee.\n\n"
    "Why: the lake.\n\nHow: by wire.",
    "Resolution on the lake fails\n\n“Recalling its resolution, reaffirming its will”, the draft says.",
]


@pytest.mark.parametrize("text", PRESS)
def test_press_about_documents_stays_press(text):
    found = article(f"{text}\n\n{BODY['en']}", "en")
    assert (found.kind, found.kind_why) == ("press", "")


def test_what_a_person_marks_is_kept():
    source = Source(raw=BODY["en"].encode(), name="t.txt", meta=(("kind", "primary"),))
    found = judged(sift(source))
    assert (found.kind, found.kind_why) == ("primary", "marked so by the user")


def test_reading_judges():
    found = read(sift(Source(raw=TRANSLATED[0][3].encode(), name="t.txt"))).article
    assert found.translated is not None
    assert found.translated.from_language == "fr"


def test_of_a_block_in_two_languages_the_foreign_quotation_is_told():
    line = f"“{PASSAGES[0][2].strip('“”')}”, Hans Keller said in Riga."
    ((span, code),) = article(f"Lake pact\n\n{BODY['en']}\n\n{line}", "en").passages
    assert code == "de"
    assert f"Lake pact\n\n{BODY['en']}\n\n{line}"[span.start : span.end] == PASSAGES[0][2].strip("“”")


def test_the_days_in_a_document_are_not_when_it_was_published():
    text = DOCUMENTS[0][2].format(paragraphs("Article")) + "\n\nIt enters into force on 1 May 2021.\n"
    found = read(sift(Source(raw=text.encode(), name="t.txt"))).article
    assert found.kind == "primary"
    assert found.published is None


CREDITS = [
    ("en", "This story was originally published in French and translated by machine.", "fr", "machine"),
    ("en", "This article first appeared in German. It was translated into English with AI.", "de", "machine"),
    ("en", "Translated by Ana Gil", "und", "human"),
    ("es", "Traducido por Ana Gil", "und", "human"),
    ("ru", "Перевод: Анна Петрова", "und", "human"),
    ("de", "Dieser Text wurde mit KI übersetzt.", "und", "machine"),
    ("fr", "Traduction : Anne Roux", "und", "human"),
]


@pytest.mark.parametrize(("code", "line", "origin", "manner"), CREDITS)
def test_a_credit_counts_though_cleaning_takes_it_away(code: str, line: str, origin: str, manner: str) -> None:
    text = f"Two ferries met\n\nThe harbour was closed for three hours on Monday, and nobody was hurt.\n\n{line}\n"
    found = judged(sift(Source(raw=text.encode(), name="a.txt", meta=(("language", code),)))).translated
    assert found is not None
    assert (found.from_language, found.manner) == (origin, manner)


@pytest.mark.parametrize("line", ["Translation of the treaty took a year.", "Translated by Ana, the book reads well"])
def test_prose_about_translation_credits_nobody(line: str) -> None:
    text = f"Two ferries met\n\nThe harbour was closed for three hours on Monday, and nobody was hurt.\n\n{line}\n"
    assert judged(sift(Source(raw=text.encode(), name="a.txt", meta=(("language", "en"),)))).translated is None
