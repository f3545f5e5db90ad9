"""The words that hand over speech in one language: verbs in every form, phrases, roles, pronouns, looked up by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.languages import Language, alternatives

__all__ = ["FINITE", "LOOSE", "PARTICIPLE", "PHRASE", "WORD", "Entry", "Lexicon", "lexicon"]

WORD = re.compile(r"[^\W_]+")
#: Finite and participle forms may rule a subject of their own; loose ones (gerund, infinitive) borrow one.
FINITE, PARTICIPLE, LOOSE, PHRASE = "finite", "participle", "loose", "phrase"


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of a verb of speech: its tail, its manner, and what must stand before it."""

    tail: tuple[str, ...]
    manner: str
    form: str
    lead: tuple[str, ...] = ()  # one of these stands just before ("s'" of "s'engage")


class Lexicon:
    """The cue words of one language, looked up by word."""

    def __init__(self, words: Language) -> None:
        self.verbs: dict[str, list[Entry]] = {}
        endings = words.table("quotes", "endings")
        for manner, entries in words.table("quotes", "verbs").items():
            for entry in entries:
                lead, _, rest = entry.rpartition(" < ")
                forms, _, tail = rest.partition(" > ")
                for form, kind in _forms(forms, endings):
                    one = Entry(tuple(WORD.findall(tail.lower())), manner, kind, tuple(WORD.findall(lead)))
                    self.verbs.setdefault(form, []).append(one)
        for found in self.verbs.values():
            found.sort(key=lambda one: (-len(one.tail), -len(one.lead)))
        listed = words.table("quotes", "stances").items()
        #: (plain form of a verb, its preposition or adjective or "") → manner
        self.stances = {_stance(entry): manner for manner, entries in listed for entry in entries}
        nouns = words.table("quotes", "nouns").items()
        self.telling_nouns = {noun: manner for manner, listed in nouns for noun in listed}  # "her claim that …"
        self.possessives = {word: kind for kind in "mfpn" for word in words.words("quotes", f"possessives_{kind}")}
        self.reasons = frozenset(words.words("quotes", "reasons"))  # "criticised the test as …", "… for …"
        self.documents = frozenset(words.words("quotes", "documents"))  # "the polls show a tight race"
        self.including = frozenset(words.words("quotes", "including"))
        self.reciprocal = frozenset(words.words("quotes", "reciprocal"))  # "praised each other"
        section = words.section("quotes")
        self.gap = int(section.get("tail_gap", 1))
        self.capitals = bool(section.get("nouns_capitalised", False))
        self.auxiliaries = _pieces(words, "auxiliaries")
        self.fillers = _pieces(words, "fillers")
        self.prepositions = _pieces(words, "prepositions")
        self.determiners = _pieces(words, "determiners")
        self.roles = frozenset(word.lower() for word in words.words("quotes", "roles"))
        self.case_endings = tuple(sorted(words.words("quotes", "case_endings"), key=len, reverse=True))
        self.role_stems = {self.stem(role): role for role in sorted(self.roles, reverse=True)}
        self.definite = frozenset(words.words("quotes", "definite"))  # "the minister" is one who was named
        self.head_last = bool(section.get("head_last", False))  # "Defence Minister X", not "ministro de Defensa X"
        self.role_ends = tuple(sorted(role for role in self.roles if len(role) > 5))  # Gewerkschaftssprecher
        self.from_document = frozenset(words.words("quotes", "from_document"))  # "in dem Schreiben heißt es"
        self.from_source = frozenset(words.words("quotes", "from_source"))  # "aus dem Ministerium verlautete"
        self.passives = frozenset(words.words("quotes", "passives"))  # "wurde mitgeteilt"
        self.relatives = frozenset(words.words("quotes", "relatives"))
        self.pronouns = {word: gender for gender in "mfpn" for word in words.words("quotes", f"pronouns_{gender}")}
        self.his, self.her = _pieces(words, "his"), _pieces(words, "her")  # "in her view"
        self.he_words, self.she_words = _pieces(words, "he_words"), _pieces(words, "she_words")  # "Herr", "Frau"
        self.he_articles, self.she_articles = _pieces(words, "he_articles"), _pieces(words, "she_articles")
        self.he_endings, self.she_endings = _ends(words, "he_endings"), _ends(words, "she_endings")  # "Ministerin"
        self.he_surnames, self.she_surnames = _ends(words, "he_surnames"), _ends(words, "she_surnames")  # "Petrova"
        self.she_names = _ends(words, "she_names")
        self.stressed = {word: gender for gender in "mfp" for word in words.words("quotes", f"stressed_{gender}")}
        self.own_view = _phrase(words.words("quotes", "own_view"))  # "in her view"
        self.first = _phrase(words.words("quotes", "according_first"))  # "For X, …" at the start of a sentence
        self.own_account = _phrase(words.words("quotes", "own_account"))  # "by his own account"
        self.with_words = _phrase(words.words("quotes", "with_words"))  # "Mit den Worten „…“ verließ er den Saal"
        self.named_with = _phrase(words.words("quotes", "named_with"))  # "„…“, mit dem er sie titulierte"
        self.denied_reports = frozenset(
            words.words("quotes", "denied_reports")
        )  # "wies Berichte zurück, er sei „müde“"
        self.conditionals = frozenset(words.words("quotes", "conditionals"))  # "if he says so"
        classed = (*words.words("mentions", "body_nouns"), *words.words("quotes", "classed"))
        self.classed = tuple(sorted({noun.lower() for noun in classed}))  # die Wochenzeitung „Neue freie Post“
        self.therein = _phrase(words.words("quotes", "therein"))  # "Darin steht: „…“"
        self.first_person = frozenset(words.words("quotes", "first_person"))
        self.inferring = frozenset(words.words("quotes", "inferring"))  # "the need for it implies that …": nobody's
        self.summons = frozenset(words.words("quotes", "summons"))  # "called a meeting" names nothing
        self.itself = frozenset(words.words("quotes", "pronouns_i"))  # "ich werde" is no mood of reported speech
        self.reflexives = frozenset(words.words("quotes", "reflexives"))  # "meldete sich" reports nothing
        self.impersonal = _phrase(words.words("quotes", "impersonal"))  # "В Анкаре сообщили"
        self.told_that = _phrase(words.words("quotes", "told_that"))  # "Das teilte die Polizei mit.", "Así lo anunció"
        self.acting = _abbreviated(words.words("quotes", "acting"))  # "И. о. премьера"
        self.words_of = _phrase(words.words("quotes", "words_of"))  # "приводит слова X"
        self.finite_endings = tuple(words.words("quotes", "finite_endings"))  # of verbs that no list has
        self.clear_endings = tuple(one for one in self.finite_endings if len(one) > 2)  # that no noun has
        self.participle_endings = tuple(words.words("quotes", "participle_endings"))  # "X, уверявший, будто …, …"
        self.opening_participles = tuple(words.words("quotes", "opening_participles"))  # "Consultado ayer, dijo"
        self.unreal = frozenset(words.words("quotes", "unreal"))  # "might say"
        self.avoiding = frozenset(words.words("quotes", "avoiding"))  # "avoided condemning the raid"
        self.plural_endings = tuple(words.words("quotes", "plural_endings"))
        self.dative_endings = tuple(words.words("quotes", "dative_endings"))  # "сказал журналистам": no subject
        self.person_endings = tuple(words.words("quotes", "person_endings"))  # "la legisladora": whoever spoke last
        self.bodies = frozenset(words.words("quotes", "bodies"))
        self.questions = frozenset(words.words("quotes", "questions"))  # "P. ¿…?" in an interview
        self.answers = frozenset(words.words("quotes", "answers"))
        self.tagged_by_dash = bool(section.get("tagged_by_dash", False))  # «…», — сказал он
        self.bare_nouns = bool(section.get("bare_nouns", False))  # no articles: any noun may follow
        self.dashes = bool(section.get("dashes", False))  # speech may stand behind dashes
        self.shortest = int(section.get("shortest", 3))  # words a statement has at least
        self.drops = bool(section.get("drops_subject", False))
        self.elided = frozenset(words.words("quotes", "elided"))
        self.same_source = _phrase(words.words("quotes", "same_source"))
        self.before = _phrase(words.words("quotes", "according"))  # "according to X"
        self.behind = _phrase(words.words("quotes", "according_after"))  # "X zufolge"
        self.thereby = _phrase(words.words("quotes", "thereby"))  # "demnach"
        self.thus = _phrase(words.words("quotes", "thus"))  # “…”, so X
        self.through = _phrase(words.words("quotes", "through"))
        keys = ("own_account", "according", "compound_lead", "according_after", "thereby", "thus", "own_view")
        heads = (WORD.search(phrase) for key in keys for phrase in words.words("quotes", key))
        self.phrase_heads = frozenset(head.group().lower() for head in heads if head is not None)
        self.that = _phrase(words.words("quotes", "that"))
        self.not_that = frozenset(words.words("quotes", "not_that"))  # "so that", "para que": no words of anybody
        self.as_ = _phrase(words.words("quotes", "as"))
        self.by = _phrase(words.words("quotes", "by"))
        self.accuse_with = _phrase(words.words("quotes", "accuse_with"))
        self.infinitive = _phrase(words.words("quotes", "infinitive"))
        inner = alternatives(words.words("quotes", "infinitive_inside"))  # "auszusetzen"
        self.inside = re.compile(rf"(?<!\w)[^\W\d_]{{2,7}}(?:{inner})[^\W\d_]+n(?!\w)")
        self.infinitive_endings = tuple(words.words("quotes", "infinitive_endings"))  # where no parser ships
        self.compounds = _compounds(words)
        self.addressing = _phrase(words.words("quotes", "addressing"))
        self.conjunctions = frozenset(words.words("quotes", "conjunctions"))
        self.loose = self.prepositions | self.determiners | self.auxiliaries | self.fillers | self.conjunctions
        self.reported = frozenset(words.words("quotes", "reported"))
        self.addressees = frozenset(words.words("quotes", "addressees"))
        self.although = _phrase(words.words("quotes", "although"))
        self.offices = frozenset(words.words("quotes", "offices"))  # "the office of President X" is not X
        self.timely = frozenset(words.words("quotes", "timely"))  # "the minister before the vote"
        self.contrasts = _phrase(words.words("quotes", "contrasts"))  # "…, while the union said …"
        self.adversative = _phrase(words.words("quotes", "adversative"))  # "…, but analysts see it as a test"
        self.against = _phrase(words.words("quotes", "against"))  # "…, against 300 according to the union"
        self.who = frozenset(words.words("quotes", "who"))
        self.genitives = frozenset(words.words("quotes", "genitives"))  # "die Sprecherin der Stadt"
        self.of = frozenset(words.words("quotes", "of"))
        self.oblique = self.prepositions & self.determiners  # "den Rat": no subject
        self.scopes = frozenset(words.words("quotes", "scopes"))  # "das Institut für Meereskunde"
        self.scoped = tuple(words.words("quotes", "scoped"))
        self.oblique_articles = frozenset(words.words("quotes", "oblique_articles"))  # laut dem Ministerium
        self.weak_oblique = frozenset(words.words("quotes", "weak_oblique"))  # "der großen Zeitung": no subject
        self.feminine_endings = tuple(words.words("quotes", "feminine_endings"))  # "der Regierung": no subject
        self.before_noun = frozenset(words.words("quotes", "before_noun"))  # "la última demanda" is no verb
        self.dangling = frozenset(words.words("quotes", "dangling"))  # "…, cuando, según X, …"
        self.greeted = frozenset(words.words("quotes", "greeted"))  # "welcomed a baby boy" says nothing
        self.about = frozenset(words.words("quotes", "about"))  # "sprach die Polizei von …": no part of its name
        self.felt = frozenset(words.words("quotes", "felt"))  # "The UN “deeply regrets” the move"
        self.called = frozenset(words.words("quotes", "called"))  # "le traité, dit « Pacte du Nord », …"
        self.having = frozenset(words.words("quotes", "having"))  # "niega haber firmado"
        self.one_of = _phrase(words.words("quotes", "one_of"))  # "bromea uno de ellos"
        self.name_words = frozenset(words.words("quotes", "name_words"))  # "People's Voice for Peace" in any language
        self.agreeing = tuple(words.words("quotes", "agreeing_endings"))  # of what may stand before a man's office
        self.open_letters = frozenset(words.words("quotes", "open_letters"))  # an office that ends so may be oblique
        self.adjective_endings = tuple(words.words("quotes", "adjective_endings"))
        self.subordinators = frozenset(words.words("quotes", "subordinators"))  # "wie der Konzern mitteilte"
        self.openers = frozenset(words.words("quotes", "openers"))  # adverbs that open a sentence with a capital
        self.adverbs = (self.fillers | self.openers) - self.determiners  # no part of a title behind them
        self.wh = frozenset(words.words("quotes", "wh"))
        self.nobody = frozenset(words.words("quotes", "nobody"))
        self.negations = frozenset(words.words("quotes", "negations"))  # "no law" says nothing
        self.occasions = frozenset(words.words("quotes", "occasions"))  # "dijo el lunes que", where no parser ships
        titles = (word.lower() for key in ("titles", "heads") for word in words.words("mentions", key))
        self.officials = frozenset(word for word in titles if " " not in word)  # "the spokesman", never "the ministry"
        self.parties = frozenset(words.words("quotes", "parties"))  # "Seoul and Western powers"
        self.citing = _phrase(words.words("quotes", "citing"))  # "Reuters reported, citing the governor"
        self.press = frozenset(words.words("quotes", "press"))  # "la prensa informó de que X …"
        said_false = (alternatives(words.words("quotes", key)) for key in ("untrue_verbs", "untrue"))
        untrue = r"(?<!\w)(?:{})(?: [^\W\d_]+){{0,3}} (?:{})(?=[.!;,]|$)".format(*said_false)
        self.untrue = re.compile(untrue, re.IGNORECASE)
        self.also_nouns = frozenset(words.words("quotes", "also_nouns"))  # "declaró la alerta" warns nobody
        self.moves = _phrase(words.words("quotes", "moves"))  # "…, in a move that angered the workers"
        self.unnamed = _phrase(words.words("quotes", "unnamed"))  # "asked not to be named" says nothing
        self.media = _phrase(words.words("quotes", "media"))
        self.claims = frozenset(words.words("quotes", "claims"))
        self.leads = _phrase(words.words("quotes", "leads"))
        self.yes_or_no = _phrase(words.words("quotes", "yes_or_no"))  # "the union says no" says all it says
        self.whose = frozenset(words.words("quotes", "whose"))  # "…, according to whom": who stands before the comma
        self.from_when = tuple(f" {one}" for one in words.words("quotes", "from_when"))  # "a truce from Sunday"
        self.other_time = _phrase(words.words("quotes", "other_time"))  # "hit it on Saturday, a day after X promised"
        self.unfulfilled = frozenset(words.words("quotes", "unfulfilled"))  # "hätte öffnen sollen"
        self.unfulfilled_with = frozenset(words.words("quotes", "unfulfilled_with"))
        self.hypothetical = frozenset(words.words("quotes", "unsaid_moods"))  # "nötig wären": nobody's words

    def stem(self, word: str) -> str:
        """A word without the ending of its case, where the language writes cases."""
        lower = word.lower()
        for ending in self.case_endings:
            if lower.endswith(ending) and len(lower) - len(ending) >= 3:
                return lower[: len(lower) - len(ending)]
        return lower

    def is_role(self, word: str) -> bool:
        """True for a word for somebody or some body that can speak, in any case."""
        return word.lower() in self.roles or (bool(self.case_endings) and self.stem(word) in self.role_stems)


def _forms(entry: str, endings: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, str]]:
    """(form, kind) of an entry: `declar|e` by a table of endings, or `says said /saying +told` written out.

    A tail follows " > " ("point|0 > out"), a word that must come before stands in front of " < " ("s se < enga|ger").
    """
    for word in entry.split():
        if "|" in word:
            stem, _, name = word.partition("|")
            for kind, tails in endings[name].items():
                yield from ((stem + tail, kind) for tail in tails)
        elif word[0] == "/":
            yield word[1:], LOOSE
        elif word[0] == "+":
            yield word[1:], PARTICIPLE
        else:
            yield word, FINITE


def _stance(entry: str) -> tuple[str, str]:
    verb, _, beside = entry.partition(" > ")
    return verb, beside


def _pieces(words: Language, key: str) -> frozenset[str]:
    return frozenset(piece for word in words.words("quotes", key) for piece in WORD.findall(word.lower()))


def _ends(words: Language, key: str) -> tuple[str, ...]:
    return tuple(words.words("quotes", key))


def _phrase(words: Sequence[str]) -> re.Pattern[str]:
    """Any of these phrases as whole words; a phrase that ends in an apostrophe runs into the next word."""
    return re.compile(rf"(?<!\w)(?:{alternatives(tuple(words))})(?:(?<=')|(?!\w))", re.IGNORECASE)


def _abbreviated(words: Sequence[str]) -> re.Pattern[str]:
    """Any of these words that full stops cut short, in front of a noun."""
    return re.compile(rf"(?<!\w)(?:{alternatives(tuple(words))})\s+", re.IGNORECASE)


def _compounds(words: Language) -> re.Pattern[str]:
    """ "nach NASA-Angaben", "laut Medienberichten", "nach Bergs Angaben": the source is a part of the noun."""
    lead = alternatives(words.words("quotes", "compound_lead"))
    tails = alternatives(words.words("quotes", "compound_tails"))
    return re.compile(rf"(?<!\w)(?:{lead}) (?=(?-i:[A-ZÄÖÜ])\w*(?: |-|(?<=\w))(?:{tails})(?!\w))", re.IGNORECASE)


def lexicon(words: Language) -> Lexicon:
    """The cue words of a language, compiled once."""
    return words.once(Lexicon)
