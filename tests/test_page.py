"""The page: every quoted word is in a source, nothing is loaded, nothing is hidden, everything is linked."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from dragoman import build
from dragoman.records import (
    Act,
    Agreement,
    Article,
    Block,
    Entity,
    Event,
    Figure,
    Finding,
    Happening,
    Mention,
    Provision,
    Quote,
    Reading,
    Role,
    Source,
    Story,
    Time,
    Treaty,
    Trouble,
    Utterance,
    When,
    Wording,
)
from dragoman.report.labels import Labels
from dragoman.report.line import Evidence
from dragoman.report.page import extracts, page
from dragoman.report.passages import Passages
from dragoman.spans import Edit, Span, Text

VOID = frozenset(["meta", "br", "path", "circle", "line"])

ENGLISH = """The river treaty is signed
Subscribe <b>now</b> for more
Aldia and Borduria signed the river treaty in Port Vell on 3 May 2019, the mayor's office said.
Aldia's senate approved it on 9 June. "A good day for fishermen", said Mara Quist. She left early.
<script>alert("x")</script> & <img src=x onerror=alert(1)> is what the leaflet said.
At least 40 boats and about 25 boats were counted. Nobody asked the otters what they thought of it all.
"""
FRENCH = """« Une belle journée pour les pêcheurs », a dit Mara Quist vendredi 4 mai 2019.
Selon le ministère bordure, le traité est entré en vigueur. Les loutres n’ont pas été consultées à ce jour.
"""
ARABIC = "قالت مارا كويست إن الاتفاق جيد للصيادين.\n"
WEB = (
    "<html><head><title>x</title></head><body><nav><a href='/a'>Home page</a> <a href='/b'>Weather</a></nav>"
    "<p>Borduria&rsquo;s <b>fleet</b> stayed in port.</p><p>The treaty may be <i>extended</i>.</p></body></html>"
)


class Reader(HTMLParser):
    """Collects what a page shows in a source's voice, its ids, links, attributes and elements."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, dict[str, str | None]]] = []
        self.quoted: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.tags: Counter[str] = Counter()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value) for name, value in attrs]
        values = dict(attrs)
        if "id" in values:
            self.ids.append(values["id"] or "")
        if "href" in values:
            self.links.append(values["href"] or "")
        if tag not in VOID:
            self.stack.append((tag, values))

    def handle_endtag(self, tag: str) -> None:
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        ours = {"loc", "cut"}
        classes = [set((values.get("class") or "").split()) for _, values in self.stack]
        voiced = any(tag in ("q", "blockquote", "mark") for tag, _ in self.stack)
        quoted = voiced or any("row" in one for one in classes)
        place = any(re.search(r"#D\d+-", values.get("href") or "") for _, values in self.stack)
        own = any("row" in one for one in classes[:-1]) and self.stack[-1][0] in ("div", "i")  # margin and reasons
        if quoted and not place and not own and not any(one & ours for one in classes):
            self.quoted.append(data)


def span(source: Source, words: str) -> Span:
    """Where the words stand; they must occur once."""
    assert source.text.count(words) == 1, words
    start = source.text.index(words)
    return Span(source.id, start, start + len(words))


def day(text: str) -> When:
    """A day."""
    one = date.fromisoformat(text)
    return When(earliest=one, latest=one, precision="day", basis="written in full")


def article(source: Source, language: str, *edits: Edit, **more: object) -> Article:
    """An article whose paragraphs are its lines, with these edits made."""
    text = Text.of(source.id, source.text).edit(edits)
    blocks = tuple(Block(kind="paragraph", start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text.value))
    sentences = tuple((block.start, block.end) for block in blocks)
    return Article(
        source=source.id, name=source.name, text=text, language=language, blocks=blocks, sentences=sentences, **more
    )


def web(source: Source) -> Article:
    """An article of a web page: tags taken out, the navigation removed, the paragraphs found."""
    nav = re.search(r"<nav>.*</nav>", source.text)
    edits = [Edit(nav.start(), nav.end(), "", "navigation"), Edit(0, nav.start(), "", "head")]
    for match in re.finditer(r"<[^>]+>|&rsquo;", source.text[nav.end() :]):
        new = {"</p>": "\n", "&rsquo;": "'"}.get(match[0], "")
        edits.append(Edit(nav.end() + match.start(), nav.end() + match.end(), new, "markup"))
    return article(source, "en", *edits)


def story() -> Story:
    """Four articles about a river treaty that nobody signed."""
    en = Source(raw=ENGLISH.encode(), name="01-en.txt")
    fr = Source(raw=FRENCH.encode(), name="02-fr.txt")
    ar = Source(raw=ARABIC.encode(), name="03-ar.txt")
    ht = Source(raw=WEB.encode(), name="04.html", kind="html")
    ad = span(en, "Subscribe <b>now</b> for more")
    french = [Edit(i, i + 1, "'", "apostrophe") for i, one in enumerate(FRENCH) if one == "’"]
    articles = (
        article(en, "en", Edit(ad.start, ad.end, "", "read_also"), published=day("2019-06-10")),
        article(fr, "fr", *french, notes=("stray letters: mended in 1 places",)),
        article(ar, "ar"),
        web(ht),
    )

    def named(source: Source, words: str, who: str, kind: str = "PER") -> Mention:
        at = source.text.index(words)
        return Mention(spans=(Span(source.id, at, at + len(words)),), name=words, kind=kind, refers_to=who)

    quist = (named(en, "Mara Quist", "Quist"), named(fr, "Mara Quist", "Quist"))
    lands = (named(en, "Aldia", "Aldia", "GPE"), named(en, "Borduria", "Borduria", "GPE"))
    said = Quote(spans=(span(en, "A good day for fishermen"),), kind="direct", speaker="Quist", manner="say")
    dit = Quote(spans=(span(fr, "Une belle journée pour les pêcheurs"),), kind="direct", speaker="Quist", manner="say")
    lone = Quote(spans=(span(ar, "الاتفاق جيد للصيادين"),), kind="indirect")
    boats = [
        Figure(spans=(span(en, "At least 40 boats"),), value=40, unit="boat", bound="at_least"),
        Figure(spans=(span(en, "about 25 boats"),), value=25, unit="boat", bound="about"),
    ]
    friday = span(fr, "vendredi 4 mai 2019")
    weekday = Time(spans=(friday,), value="2019-05-04", when=day("2019-05-04"), weekday="Saturday")
    clause = span(en, "Aldia and Borduria signed the river treaty in Port Vell on 3 May 2019")
    acts = (
        Act(spans=(clause,), act="signed", when=day("2019-05-03")),
        Act(
            spans=(span(en, "Aldia's senate approved it on 9 June"),),
            act="approved",
            party="e-aldia",
            body="senate",
            when=day("2019-06-09"),
        ),
        Act(
            spans=(span(fr, "le traité est entré en vigueur"),),
            act="in_force",
            standing="claimed",
            claimed_by="le ministère bordure",
        ),
        Act(spans=(span(ht, "extended"),), act="extended", standing="possible"),
    )
    provision = Provision(spans=(span(en, "A good day for fishermen"),), obligation="cooperation", trigger="fishermen")
    treaty = Treaty(spans=(span(en, "The river treaty"),), names=("The river treaty",), acts=acts, main=True)
    event = Event(spans=(clause,), type="sign", roles=(Role(role="actor", name="e-aldia"),), when=day("2019-05-03"))
    vague = Event(spans=(span(en, "She left early"),), type="withdraw", roles=(Role(role="actor", name="Aldia"),))
    facts = {
        en.id: (*quist[:1], *lands, said, *boats, treaty, event, vague),
        fr.id: (quist[1], dit, weekday),
        ar.id: (lone,),
        ht.id: (),
    }
    return Story(
        id="s",
        title='A treaty & its "river" <3',
        readings=tuple(Reading(article=one, facts=facts[one.source]) for one in articles),
        sources=(en, fr, ar, ht),
        troubles=(Trouble(where="broken.bin", what="not a text."),),
        entities=(
            Entity(id="e-aldia", kind="GPE", name="Aldia", mentions=lands[:1]),
            Entity(id="e-bord", kind="GPE", name="Borduria", mentions=lands[1:]),
            Entity(id="e-quist", kind="PER", name="Mara Quist", mentions=quist, why="same spelling"),
        ),
        utterances=(
            Utterance(
                id="u1",
                speaker="e-quist",
                why="same speaker",
                wordings=(
                    Wording(quote=said, language="en", relation="verbatim"),
                    Wording(quote=dit, language="fr", relation="translation"),
                ),
            ),
            Utterance(id="u2", speaker="", wordings=(Wording(quote=lone, language="ar", relation="verbatim"),)),
        ),
        agreements=(
            Agreement(
                id="a",
                name="The river treaty",
                names=(("en", "The river treaty"),),
                instrument="treaty",
                parties=("e-aldia", "e-bord"),
                treaties=(treaty,),
                acts=acts,
                provisions=(provision,),
                gaps=("ratification by Borduria: not in this coverage",),
                main=True,
            ),
        ),
        timeline=(
            Happening(
                id="h1", type="sign", when=day("2019-05-03"), roles=event.roles, standing="happened", reports=(event,)
            ),
            Happening(id="h2", type="withdraw", when=None, roles=vague.roles, standing="happened", reports=(vague,)),
        ),
        findings=(
            Finding(id="f", kind="two_counts", spans=boats[0].spans, why="40 is not 25"),
            Finding(id="w", kind="internal_inconsistency", spans=(friday,), why="4 May 2019 was a Saturday."),
        ),
        unused=(span(en, "Nobody asked the otters what they thought of it all."),),
    )


@pytest.fixture(scope="module")
def made() -> str:
    """The page of the story."""
    one = story()
    return page(one, Labels(one))


def line(text: str, label: str) -> str:
    """The markup of the line with this label."""
    start = text.index(f"<a id={label}>")
    return re.split(r"<li\b|</[ou]l>|</article>|<tr\b", text[start:])[0]


def flat(text: str) -> str:
    """Blanks folded."""
    return " ".join(text.split())


def test_every_quoted_word_is_in_a_source(made):
    texts = [flat(one.text) for one in story().sources] + [
        flat(html.unescape(re.sub(r"<[^p>]+>", "", WEB.replace("<p>", " ").replace("</p>", " "))))
    ]
    quoted = [flat(piece).strip("… “”") for piece in Reader(made).quoted]
    assert len([piece for piece in quoted if piece]) > 40
    assert [piece for piece in quoted if not any(piece in text for text in texts)] == []


def test_words_that_are_in_no_source_lose_their_quotation_marks():
    one = story()
    passages = Passages(one, Labels(one))
    line = passages.voiced("she said “a word nobody wrote”", ())
    assert line == "she said a word nobody wrote"


def test_nothing_is_loaded_and_nothing_sent(made):
    reader = Reader(made)
    assert {link[:1] for link in reader.links} == {"#"}
    assert not [name for _, name, _ in reader.attributes if name.startswith("on") or name in ("src", "style", "srcset")]
    assert reader.tags["script"] == reader.tags["style"] == 1
    assert "url(" not in made and "@import" not in made
    assert not {"img", "iframe", "link", "form", "object", "base"} & set(reader.tags)


def test_the_policy_lets_only_our_style_and_script_run(made):
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]+)"', made)[1])
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", made, re.S)[1]
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_markup_in_a_source_is_text(made):
    assert 'alert("x")' in made and "<script>alert" not in made
    assert "<img" not in made
    assert '<title>A treaty &amp; its "river" &lt;3 ·' in made


def test_the_agreement_comes_first_and_every_region_is_there(made):
    regions = re.findall(r"<(?:section|footer) id=\"?(\w+)", made)
    assert regions == ["agreement", "happened", "said", "figures", "wrong", "sources", "index", "unused", "method"]


def test_every_link_has_its_place_and_every_place_is_one(made):
    reader = Reader(made)
    assert [link for link in reader.links if link[1:] not in reader.ids] == []
    assert [name for name, count in Counter(reader.ids).items() if count > 1] == []


def test_the_status_names_claimants_and_what_is_missing(made):
    status = flat(re.sub(r"<[^>]+>", "", re.search(r"<p class=status>(.*?)</p>", made, re.S)[1]))
    assert "The treaty was signed on 3 May 2019 (one article)" in status
    assert "Aldia (“senate”) approved it at home on 9 Jun 2019" in status
    assert "According to “le ministère bordure”, it entered into force, undated" in status
    assert "Ratification by Borduria: not in this coverage" in status
    assert "ratified" not in status


def test_a_gap_is_a_hatched_cell_of_its_party(made):
    rows = re.findall(r"<tr><th>(\w+)(<td.*?)(?=<tr|</table>)", made, re.S)
    holes = {party: re.findall(r"data-l=\"?(\w+)\"? class=\"?hole", cells) for party, cells in rows}
    assert holes == {"Aldia": [], "Borduria": ["Ratified"]}


def test_languages_and_directions_are_marked(made):
    assert re.search(r"<q lang=fr>", made)
    assert re.search(r"<q lang=ar dir=rtl>", made)
    assert re.search(r"<div class=row lang=ar dir=rtl>\s*<p>", made)


def test_not_knowing_is_shown(made):
    assert "Speaker not found" in made
    assert '<h3 class="grp">Undated</h3>' in made or "<h3 class=grp>Undated</h3>" in made
    assert "No publication date is known for D1–D3" in made
    assert "broken.bin: not a text." in made


def test_every_line_stands_beside_its_words_and_their_place(made):
    lines = [line(made, name) for name in re.findall(r"<li><p>(?:(?!<li).)*?<a id=([AT][\d.]+)>", made)]
    assert len(lines) > 5
    words = re.compile(r"<q[^>]*>[^<]+</q>.*<a href=#D\d+-\d+>D\d+(?: \w+)? \d+-\d+</a>", re.S)
    assert [one for one in lines if not words.search(one) and "class=gap" not in one] == []


def test_words_that_the_sentence_gives_stand_in_it_and_are_not_given_twice(made):
    own = line(made, "T1")
    assert "signs “<q>Aldia and Borduria signed" in own
    assert own.count("Aldia and Borduria signed") == 1


def test_words_between_which_some_are_left_out_stand_in_the_voice_of_their_source():
    one = story()
    told = Passages(one, Labels(one)).voiced("signs “… the river treaty … on 3 May 2019”", _of(one, 0))
    assert told == "signs “… <q>the river treaty</q> … <q>on 3 May 2019</q>”"


def _of(one: Story, number: int) -> tuple[Evidence, ...]:
    return (Evidence(span=Span(one.sources[number].id, 0, 5), language="en"),)


def test_removed_furniture_stays_in_its_place_with_the_reason(made):
    assert "<s>Subscribe &lt;b&gt;now&lt;/b&gt; for more</s>" in made
    assert "read also" in made
    assert "<s>Home page</s> <s>Weather</s>" in made
    assert made.index("<mark id=D0-0>The river treaty</mark> is signed") < made.index("<s>Subscribe")


def test_a_web_page_is_shown_without_its_tags(made):
    assert "Borduria’s fleet stayed in port." in flat(re.sub(r"</?mark[^>]*>", "", made))


def test_what_was_not_used_is_listed(made):
    region = made[made.index("<section id=unused") :]
    assert "Nobody asked the otters" in region
    assert "D0: 1 of 5 sentences (20 %)" in region


def test_findings_are_lines(made):
    region = flat(re.sub(r"<[^>]+>", "", made[made.index("<section id=wrong") :]))
    assert re.search(r"X2\s*Internal inconsistency.*?4 May 2019 was a Saturday\.", region)
    assert re.search(r"X1\s*Two counts.*?40 is not 25", region)


def test_comparable_figures_share_an_axis(made):
    assert "F1 at least 40 boats, D0" in made
    assert "F2 about 25 boats, D0" in made


def test_a_page_of_extracts_holds_no_long_unmarked_passage():
    one = story()
    text = extracts(one, Labels(one))
    assert "Extracts: passages no line uses are folded" in text
    assert "is what the leaflet said" not in text
    assert re.search(r"<span class=cut>\[\d+\]</span>", text)


def test_the_same_story_makes_the_same_page(made):
    one = story()
    assert page(one, Labels(one)) == made


def test_an_empty_story_says_so():
    source = Source(raw=b"Rain.\n", name="r.txt")
    rules = ("a written weekday against its written date",)
    readings = (Reading(article=article(source, "und")),)
    one = Story(id="e", title="Rain", readings=readings, sources=(source,), rules=rules)
    text = page(one, Labels(one))
    assert "No agreement is named in this coverage, and no event is told with a day." in text
    assert "Nothing found." in text and "a written weekday against its written date" in text
    assert '<section id="agreement"' not in text and "<section id=agreement" not in text


def test_bytes_that_no_page_can_hold_are_shown_as_such():
    source = Source(raw=b"Caf\xe9 \x00 opens\n", errors="surrogateescape", name="c.txt")
    one = Story(id="e", title="C", readings=(Reading(article=article(source, "en")),), sources=(source,))
    text = page(one, Labels(one))
    assert "Caf\ufffd \ufffd opens" in text
    text.encode("utf-8")


def test_a_plan_is_no_report_that_it_happened():
    one = story()
    told = one.timeline[0].reports[0]
    plan = replace(told, spans=(span(one.sources[3], "The treaty may be"),), standing="planned")
    both = replace(one, timeline=(replace(one.timeline[0], reports=(plan, told)),))
    text = page(both, Labels(both))
    own = line(text, "T1")
    assert "told as fact in D0 · planned in D3" in own
    assert "Aldia and Borduria signed" in own[: own.index("</q>")]


def test_a_repeated_act_is_one_line():
    one = story()
    deal = one.agreements[0]
    again = replace(deal.acts[0], spans=(span(one.sources[3], "stayed in port"),))
    doubled = replace(one, agreements=(replace(deal, acts=(*deal.acts, again)),))
    assert "The treaty was signed on 3 May 2019 (2 articles)" in re.sub(r"<[^>]+>", "", page(doubled, Labels(doubled)))


def test_the_status_counts_every_article_that_tells_it(tmp_path):
    for name, words in (("a", "Norway signed"), ("b", "Norway have signed"), ("c", "Norway signed")):
        text = f"Fishing up north\n\nIceland and {words} the fishing treaty in Oslo on 14 March 2024. Article {name}.\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    story = build([tmp_path]).story
    made = page(story, Labels(story))
    status = flat(re.sub(r"<[^>]+>", "", re.search(r"<p class=status>(.*?)</p>", made, re.S)[1]))
    assert "signed on 14 Mar 2024 (3 articles)" in status


def test_a_date_that_a_manifest_gives_is_not_called_inferred():
    one = story()
    given = replace(one.readings[1].article, published=replace(day("2019-05-04"), basis="given"))
    guess = replace(one.readings[2].article, published=replace(day("2019-05-04"), basis="inferred from the text"))
    readings = (
        one.readings[0],
        *(replace(r, article=a) for r, a in zip(one.readings[1:3], (given, guess), strict=True)),
    )
    text = page(told := replace(one, readings=(*readings, one.readings[3])), Labels(told))
    assert "1 dated by inference" in text and "D2 carries no date" in text
