#!/usr/bin/env python3
"""Turn the words of gold.toml and story.toml into offsets.

    python3 make_gold.py               write docs.jsonl and gold.jsonl
    python3 make_gold.py --check       exit 1 when the files on disk differ from the words
    python3 make_gold.py --export DIR  also copy the articles, as UTF-8, to DIR/texts/<id>.txt

Offsets are Python str indices, end exclusive, into the article as decoded: line ends
untouched, a byte-order mark kept as the character U+FEFF, HTML raw.
"""
import argparse
import html
import json
import re
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
ARTICLES = HERE.parent.parent / HERE.name
COMPLETE = ["quotes", "times", "figures", "boilerplate", "translations"]
NOT_TEXT = re.compile(r"<(head|style|script)\b.*?</\1>|<[^>]*>", re.S)  # <nav><a href="/">Home</a>


class WordsNotFound(Exception):
    """A pattern that occurs never, or more than once."""


class Article:
    """One article: its original text and what gold.toml says about it."""

    def __init__(self, name, notes):
        self.id, self.notes = name, notes
        self.encoding = notes.get("encoding", "utf-8")
        self.text = (ARTICLES / notes["file"]).read_bytes().decode(self.encoding)

    def plain(self, words):
        """Words of an HTML page without character references."""
        return html.unescape(words) if self.id.endswith(".html") else words

    def span(self, pattern):
        """(start, end) of the bracketed part of a pattern that occurs exactly once.

        A line feed in a pattern stands for the line end of the article, a space also for a
        no-break space.
        """
        text = self.text.replace("\xa0", " ")
        before, marked, rest = pattern.partition("[")
        target, closed, after = rest.partition("]")
        if not marked:
            before, target, after = "", pattern, ""
        elif not closed:
            raise WordsNotFound(f"{self.id}: bracket left open: {pattern!r}")
        if "\r\n" in text:
            before, target, after = (part.replace("\n", "\r\n") for part in (before, target, after))
        found = text.count(before + target + after)
        if found != 1:
            raise WordsNotFound(f"{self.id}: found {found} times: {before + target + after!r}")
        start = text.index(before + target + after) + len(before)
        return start, start + len(target)

    def item(self, layer, pattern, **fields):
        """A gold item; fields that say nothing are left out."""
        start, end = self.span(pattern)
        said = {key: value for key, value in fields.items() if value not in (None, "", [], False)}
        return {"id": self.id, "layer": layer, "start": start, "end": end, "text": self.text[start:end], **said}

    def place(self, pattern):
        """A span as relations between articles carry it."""
        start, end = self.span(pattern)
        return {"id": self.id, "start": start, "end": end, "text": self.text[start:end]}


def quotes(article):
    """Quotations and reported statements."""
    for note in article.notes["quotes"]:
        if note["kind"] == "group-only":  # a part of another quotation, named for its group
            continue
        item = article.item("quotes", note["text"], kind=note["kind"], speaker=article.plain(note.get("speaker", "")),
                            speaker_alt=note.get("alt"), kind_alt=note.get("alt_kind"), group=note.get("group"),
                            spliced=note.get("spliced"), optional=note.get("optional"))
        item["segments"] = [[item["start"], item["end"]]]
        for role in ("source", "cue"):
            item[role] = [list(article.span(note[role]))] if note.get(role) else []
        if note.get("parts"):
            item["parts"] = [list(article.span(part["text"])) for part in note["parts"]]
        yield item


def times(article):
    """Time expressions with their TIMEX value."""
    for pattern, value, kind, *more in article.notes["times"]:
        yield article.item("times", pattern, value=value, type=kind, alt=more[0] if more else [],
                           optional="optional" in more)


def figures(article):
    """Figures with unit, claimant and qualifier."""
    for pattern, value, unit, claimant, qualifier, *more in article.notes["figures"]:
        alternatives = [one for one in more if isinstance(one, list)]
        item = article.item("figures", pattern, unit=unit, claimed_by=article.plain(claimant),
                            qualifier=qualifier, optional="optional" in more,
                            alt=alternatives[0] if alternatives else [],
                            claimed_by_alt=alternatives[1] if alternatives[1:] else [])
        yield {**item, "value": value}


def boilerplate(article):
    """Page furniture; `required` false is do-not-care."""
    for pattern, category, required in article.notes["boilerplate"]:
        yield {**article.item("boilerplate", pattern, category=category), "required": required}


def names(article, types, acting):
    """Every mention of the listed names outside furniture; the counts in story.toml must be right.

    `acting` holds the capitals and palaces that act as a government, and under `either` those of which two readers
    would not say the same; the latter and names in furniture are left out, since this layer has no do-not-care.
    """
    text = article.text
    if article.id.endswith(".html"):
        text = NOT_TEXT.sub(lambda m: " " * len(m[0]), text)
    furniture = [article.span(pattern) for pattern, *_ in article.notes["boilerplate"]]
    forms = {form: cluster for cluster, found in article.notes["names"].items() for form in found}
    longest_first = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    seen = dict.fromkeys(forms, 0)
    meant = {article.span(pattern)[0]: label for label, patterns in acting.items() for pattern in patterns}
    for m in re.finditer(rf"(?<!\w)(?:{longest_first})(?!\w)", text):
        cluster = forms[m[0]]
        seen[m[0]] += 1
        item = {"id": article.id, "layer": "coreference", "start": m.start(), "end": m.end(), "text": m[0],
                "kind": "entity", "cluster": cluster, "chain": cluster, "type": types[cluster]}
        government = meant.pop(m.start(), "")
        if government == "either" or any(start <= m.start() < end for start, end in furniture):
            continue
        yield {**item, **({"cluster": government, "chain": government, "metonym": True} if government else {})}
    if meant:
        raise WordsNotFound(f"{article.id}: no name at {sorted(meant)}")
    for form, cluster in forms.items():
        expected = article.notes["names"][cluster][form]
        if seen[form] != expected:
            raise WordsNotFound(f"{article.id}: {form!r} found {seen[form]} times, not {expected}")


def places(articles, evidence):
    """Spans of [[article, pattern], ...]."""
    return [articles[name].place(pattern) for name, pattern in evidence]


def relation(layer, label, spans, **fields):
    """A gold item over several articles; it has no span of its own."""
    return {"id": spans[0]["id"], "layer": layer, "label": label, "start": None, "end": None, "spans": spans, **fields}


def same_quotes(articles):
    """One item per utterance that two or more quotations give."""
    groups = {}
    for article in articles.values():
        for note in article.notes["quotes"]:
            for part in [note, *note.get("parts", [])]:
                if part.get("group"):
                    groups.setdefault(part["group"], []).append(article.place(part["text"]))
    for label, spans in groups.items():
        if len(spans) > 1:
            langs = sorted({articles[span["id"]].notes["lang"] for span in spans})
            yield relation("same_quote", label, spans, langs=langs)


def story_items(articles, story):
    """Events, agreements, conflicts and translations."""
    for note in story["events"]:
        fields = {key: value for key, value in note.items() if key not in ("label", "evidence")}
        yield relation("story_events", note["label"], places(articles, note["evidence"]), **fields)
    for note in story["agreements"]:
        fields = {key: value for key, value in note.items() if key not in ("label", "evidence", "acts", "provisions")}
        for part in ("acts", "provisions"):
            fields[part] = [{**{key: value for key, value in one.items() if key != "evidence"},
                             "spans": places(articles, one["evidence"])} for one in note.get(part, [])]
        yield relation("agreements", note["label"], places(articles, note["evidence"]), **fields)
    for note in story["conflicts"]:
        fields = {key: value for key, value in note.items() if key not in ("label", "evidence")}
        yield relation("conflicts", note["label"], places(articles, note["evidence"]), **fields)
    for note in story["translations"]:
        yield {"id": note["id"], "layer": "translations", "start": None, "end": None, "of": note["of"],
               "evidence": places(articles, note["evidence"])}


def gold():
    """(docs, items, articles) from the two word files."""
    notes = tomllib.loads((HERE / "gold.toml").read_text(encoding="utf-8"))
    story = tomllib.loads((HERE / "story.toml").read_text(encoding="utf-8"))
    articles = {name: Article(name, {**own, "names": story["names"][name]}) for name, own in notes.items()}
    docs, items = [], []
    for article in articles.values():
        own = article.notes
        docs.append({"id": article.id, "lang": own["lang"], "date": own["date"], "date_range": own["date_range"],
                     "basis": own["basis"], "file": own["file"], "encoding": article.encoding, "complete": COMPLETE})
        layers = [quotes(article), times(article), figures(article), boilerplate(article),
                  names(article, story["types"], story["governments"].get(article.id, {}))]
        for layer in layers:
            items += sorted(layer, key=lambda item: (item["start"], item["end"]))
    items += same_quotes(articles)
    items += story_items(articles, story)
    return docs, items, articles


def lines(objects):
    """Bytes of a JSON-lines file."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in objects).encode("utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    parser.add_argument("--export", metavar="DIR", type=Path, help="write gold and UTF-8 texts to a folder")
    options = parser.parse_args()
    docs, items, articles = gold()
    folder = options.export or HERE
    stale = []
    for name, content in (("docs.jsonl", lines(docs)), ("gold.jsonl", lines(items))):
        path = folder / name
        if options.check:
            if not path.exists() or path.read_bytes() != content:
                stale.append(name)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    if options.export:
        (folder / "texts").mkdir(exist_ok=True)
        for article in articles.values():
            (folder / "texts" / f"{article.id}.txt").write_bytes(article.text.encode("utf-8"))
    for name in stale:
        print(f"{name} does not follow from the words: run make_gold.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
