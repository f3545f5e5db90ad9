"""Write docs.jsonl and gold.jsonl from the words in words.py; `--check` only compares.

words.py never holds an offset. A string there is looked up in the decoded article and must
occur exactly once; "said [Guterres]." gives the span in the brackets, the rest is context;
("Today", 2) is the second of several occurrences. Space matches any white space and &nbsp;,
an apostrophe any of its shapes, and soft hyphens or tags inside a string are skipped. In an
HTML page only the text after <body, outside of tags, is searched.
"""
import json
import re
import sys
from pathlib import Path

from words import AGREEMENTS, ARTICLES, CONFLICTS, EVENTS, TRANSLATIONS

HERE = Path(__file__).resolve().parent
COVERAGE = HERE.parent.parent / "grain-2022"
COMPLETE = ["quotes", "times", "figures"]
BETWEEN = "(?:\u00ad|<[^>]*>)*"
SHAPES = {" ": r"(?:\s|\u00a0|&nbsp;|<[^>]*>)+", "'": "(?:'|’|&rsquo;)", "’": "(?:'|’|&rsquo;)", "“": "(?:“|&ldquo;)", "”": "(?:”|&rdquo;)"}


def decode(name, codec):
    """The article as its codec gives it: byte-order mark and newlines untouched."""
    return (COVERAGE / name).read_bytes().decode(codec)


def places(text, words, html=False):
    """Every (start, end) of the words in the text."""
    pattern = BETWEEN.join(SHAPES.get(char, re.escape(char)) for char in words)
    first = text.find("<body") if html else 0
    found = [match.span() for match in re.compile(pattern).finditer(text, first)]
    return [(a, b) for a, b in found if not html or text.rfind("<", 0, a) <= text.rfind(">", 0, a)]


class Article:
    """One article with its words and a way to find them."""

    def __init__(self, name, own):
        self.name, self.own = name, own
        self.id = name.removesuffix(".txt")
        self.html = name.endswith(".html")
        self.text = decode(name, own.get("codec", "utf-8"))

    def find(self, wanted):
        """(start, end) of a string, of a string in brackets, or of the nth occurrence."""
        words, nth = wanted if isinstance(wanted, tuple) else (wanted, None)
        before, inside, after = re.fullmatch(r"([^\[]*)\[([^\]]*)\](.*)", words, re.S).groups() if "[" in words else ("", words, "")
        found = places(self.text, before + inside + after, self.html)
        if not (len(found) == 1 if nth is None else 0 < nth <= len(found)):
            raise SystemExit(f"{self.name}: {words!r} occurs {len(found)} times, wanted {nth or 'once'}")
        a, b = found[(nth or 1) - 1]
        if before or after:
            inner = places(self.text[a:b], inside)
            head = places(self.text[a:b], before)[0][1] if before else 0
            start = next(x for x, _ in inner if x >= head)
            a, b = a + start, a + dict(inner)[start]
        return a, b

    def spans(self, wanted):
        """A list of [start, end] for one string or several."""
        return [list(self.find(one)) for one in (wanted if isinstance(wanted, list) else [wanted])] if wanted else []

    def item(self, layer, start, end, **fields):
        """One gold line; empty fields are left out."""
        kept = {key: value for key, value in fields.items() if value not in (None, [], "")}
        return {"id": self.id, "layer": layer, "start": start, "end": end, "text": self.text[start:end], **kept}

    def quotes(self):
        """Quotations and reported statements."""
        for number, (content, kind, speaker, source, cue, *rest) in enumerate(self.own["quotes"], 1):
            more = dict(rest[0]) if rest else {}
            segments = self.spans(content)
            yield self.item("quotes", segments[0][0], segments[-1][1], quote=f"{self.id[:2]}q{number:02}",
                            segments=segments if len(segments) > 1 else None, kind=kind, speaker=speaker,
                            source=self.spans(source), cue=self.spans(cue), **more)

    def times(self):
        """Time expressions with a TIMEX value."""
        for words, kind, value, *rest in self.own["times"]:
            yield self.item("times", *self.find(words), type=kind, value=value, **(rest[0] if rest else {}))

    def figures(self):
        """Figures with unit and claimant."""
        for words, value, unit, *rest in self.own["figures"]:
            yield self.item("figures", *self.find(words), type="NUMBER", value=value, unit=unit, **(rest[0] if rest else {}))

    def boilerplate(self):
        """Page furniture: required, or do-not-care."""
        for required in (True, False):
            for words in self.own["furniture" if required else "either"]:
                yield self.item("boilerplate", *self.find(words), required=required)

    def mentions(self):
        """Names: every occurrence as a whole word, the longest form first, outside furniture of either kind."""
        taken = [self.find(words) for words in (*self.own["furniture"], *self.own["either"])]
        forms = [(words, cluster) for cluster, group in self.own["names"].items() for words in group]
        found = []
        for words, cluster in sorted(forms, key=lambda form: -len(form[0][0] if isinstance(form[0], tuple) else re.sub(r".*\[|\].*", "", form[0]))):
            if isinstance(words, tuple) or "[" in words:
                hits = [self.find(words)]
            else:
                hits = [(a, b) for a, b in places(self.text, words, self.html)
                        if not re.match(r"\w\w", self.text[a - 1:a + 1]) and not re.match(r"\w\w", self.text[b - 1:b + 1])]
            free = [hit for hit in hits if all(hit[1] <= a or hit[0] >= b for a, b in taken)]
            if not hits:
                raise SystemExit(f"{self.name}: name {words!r} not found")
            taken += free
            found += [(hit, cluster) for hit in free]
        for (a, b), cluster in sorted(found):
            label, kind = cluster.split(":")
            yield self.item("coreference", a, b, kind="entity", type=kind, cluster=label, chain=label,
                            metonym=label.endswith("_GOV") or None)


def relation(layer, number, entry, articles):
    """One line about several articles: evidence words become spans, here and in nested parts."""
    def spans(evidence):
        return [{"id": articles[key].id, "start": a, "end": b, "text": articles[key].text[a:b]}
                for key, wanted in evidence for a, b in articles[key].spans(wanted)]

    def located(value):
        if isinstance(value, dict):
            return {("spans" if key == "evidence" else key): spans(one) if key == "evidence" else located(one)
                    for key, one in value.items()}
        return [located(one) for one in value] if isinstance(value, list) else value
    return {"id": None, "layer": layer, "start": None, "end": None, "item": f"{layer}-{number:02}", **located(entry)}


def same_quote(items):
    """Utterances quoted in more than one place, from the group labels of the quotations."""
    groups = {}
    for item in items:
        for label in ([item["group"]] if isinstance(item.get("group"), str) else item.get("group", [])):
            groups.setdefault(label, []).append(item)
    for label, members in groups.items():
        if len({one["id"] for one in members}) < 2:
            raise SystemExit(f"group {label!r} stays within one article")
        spans = []
        for one in members:
            parts = one.get("segments") or [[one["start"], one["end"]]]
            chosen = one.get("group_segment", {}).get(label)
            spans += [{"id": one["id"], "start": a, "end": b, "quote": one["quote"]}
                      for a, b in (parts if chosen is None else [parts[chosen]])]
        yield {"id": None, "layer": "same_quote", "start": None, "end": None, "item": label, "spans": spans}


def build():
    """(lines of docs.jsonl, lines of gold.jsonl)."""
    articles = {name[:2]: Article(name, own) for name, own in ARTICLES.items()}
    docs = [{"id": one.id, "file": one.name, "lang": one.own["lang"], "date": one.own["date"], "date_range": one.own["range"],
             "basis": one.own["basis"], "codec": one.own.get("codec", "utf-8"), "complete": COMPLETE}
            for one in articles.values()]
    gold = []
    for read in (Article.quotes, Article.times, Article.figures, Article.boilerplate, Article.mentions):
        for one in articles.values():
            gold += sorted(read(one), key=lambda item: (item["start"], item["end"]))
    gold += same_quote([item for item in gold if item["layer"] == "quotes"])
    for layer, entries in (("story_events", EVENTS), ("agreements", AGREEMENTS), ("conflicts", CONFLICTS)):
        gold += [relation(layer, number, entry, articles) for number, entry in enumerate(entries, 1)]
    gold += [{"id": articles[a].id, "layer": "translations", "start": None, "end": None, "of": articles[b].id}
             for a, b in TRANSLATIONS]
    return docs, gold


def main():
    """Write the two files, or compare them with `--check`."""
    stale = []
    for name, lines in zip(("docs.jsonl", "gold.jsonl"), build()):
        content = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        path = HERE / name
        if "--check" not in sys.argv[1:]:
            path.write_bytes(content.encode("utf-8"))
        elif not path.exists() or path.read_bytes() != content.encode("utf-8"):
            stale.append(name)
    if stale:
        print("out of date, run make_gold.py:", ", ".join(stale))
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
