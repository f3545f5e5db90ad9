"""HTML as tokens and elements that know their place in the original; robust, one pass, linear in the length.

Browsers repair broken pages; we only need what stands where: which words lie in which element. Unclosed tags,
stray end tags and bare < are taken as they come and never stop the rest.
"""

from __future__ import annotations

import re
from collections import Counter

from dragoman.read.elements import AROUND, BLOCKS, CLOSES, ENDS_PARAGRAPH, RAW, RAW_END, VOID, Element, Token

__all__ = ["BLOCKS", "Element", "Token", "parse"]

PARAGRAPH, AROUND_PARAGRAPH = frozenset(["p"]), BLOCKS - {"p"}
DEEP = 500  # elements nested deeper are taken as words of the one around them, as browsers do
LONG_VALUE = 20_000  # a quotation mark that does not close within this was never opened on purpose
REST = (
    r"[^>\"']*+(?:(?:\"[^\"]{0,2000}+\"|'[^']{0,2000}+')[^>\"']*+)*+>"  # class="a > b" id=c>; longer values: slow way
)
MARKUP = re.compile(rf"<(?:(/?)([a-zA-Z][^\s/>]{{0,60}})({REST})?|(!--)|[!?])")  # <p class=a> · </p> · <!-- · <!doctype


def parse(source: str) -> tuple[list[Element], list[Token]]:
    """Elements in the order they open, and the tokens that cover the whole original."""
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.root = Element("", 0, 0, None, 0, source)
        self.elements = [self.root]
        self.tokens: list[Token] = []
        self.open = [self.root]
        self.counts: Counter[str] = Counter()
        self.next_mark = {'"': -1, "'": -1}
        self.gone: set[str] = set()  # raw elements whose end tag no longer comes

    def run(self) -> tuple[list[Element], list[Token]]:
        source, at, size, search, add = self.source, 0, len(self.source), MARKUP.search, self.tokens.append
        while at < size:
            match = search(source, at)
            begin = match.start() if match else size
            if begin > at:
                add(Token("text", at, begin, self.open[-1]))
            if match is None:
                break
            closing, name, rest, _ = match.groups()
            if name is None:
                at = self._aside(match)
                continue
            at = match.end() if rest else self._tag_end(match.end())
            if closing:
                self._closing(name.lower(), begin, at)
            else:
                at = self._opening(name.lower(), begin, at)
        for element in self.open:
            element.end = element.end or size
        return self.elements, self.tokens

    def _aside(self, match: re.Match[str]) -> int:
        """A comment, a declaration, a block of raw characters."""
        start, end = match.span()
        if match[4]:
            close = self.source.find("-->", end)
            return self._other(start, close + 3 if close >= 0 else self._bracket(end))
        close = self.source.find("]]>", start, start + 100_000) if self.source.startswith("<![CDATA[", start) else -1
        return self._other(start, close + 3 if close >= 0 else self._bracket(end))

    def _other(self, start: int, end: int) -> int:
        self.tokens.append(Token("other", start, end, self.open[-1]))
        return end

    def _bracket(self, at: int) -> int:
        end = self.source.find(">", at)
        return end + 1 if end >= 0 else len(self.source)

    def _tag_end(self, at: int) -> int:
        """After the > that closes a tag, past any > inside a quoted value, however long."""
        first = self._bracket(at)
        while True:
            bracket = self.source.find(">", at)
            if bracket < 0:
                return len(self.source)
            marks = [place for place in (self._mark('"', at), self._mark("'", at)) if place >= 0]
            mark = min(marks, default=len(self.source))
            if bracket < mark:
                return bracket + 1
            close = self._mark(self.source[mark], mark + 1)
            if close < 0 or close - mark > LONG_VALUE:
                return first
            at = close + 1

    def _mark(self, mark: str, at: int) -> int:
        """The next quotation mark of this kind; looked up once however often it is asked for."""
        known = self.next_mark[mark]
        if known < at and known != len(self.source):
            known = self.source.find(mark, at)
            self.next_mark[mark] = known if known >= 0 else len(self.source)
        known = self.next_mark[mark]
        return known if at <= known < len(self.source) else -1

    def _opening(self, name: str, start: int, end: int) -> int:
        if name in CLOSES:
            self._imply(*CLOSES[name], start)
        elif name in ENDS_PARAGRAPH and self.counts["p"]:
            self._imply(PARAGRAPH, AROUND_PARAGRAPH, start)
        parent = self.open[-1]
        around = parent.around | AROUND.get(name, 0)
        element = Element(name, start, end, parent, len(self.elements), self.source, 0, "", around)
        self.elements.append(element)
        closed = name in VOID or len(self.open) > DEEP
        if not closed and self.source[end - 2] == "/":
            closed = name not in BLOCKS and name not in RAW
        self.tokens.append(Token("void" if closed else "open", start, end, element))
        if closed:
            element.end = end
            return end
        if name in RAW:
            return self._raw(element, end)
        self.open.append(element)
        self.counts[name] += 1
        return end

    def _raw(self, element: Element, at: int) -> int:
        """Everything up to the element's own end tag."""
        close = None
        if element.name not in self.gone:
            close = RAW_END[element.name].search(self.source, at)
        if close is None:
            self.gone.add(element.name)
            if element.name not in ("script", "style"):  # an unclosed title or frame is taken as an ordinary element
                self.open.append(element)
                self.counts[element.name] += 1
                return at
        stop, after = (close.start(), close.end()) if close else (len(self.source), len(self.source))
        if stop > at:
            self.tokens.append(Token("text", at, stop, element))
        if after > stop:
            self.tokens.append(Token("close", stop, after, element))
        element.end = after
        return after

    def _imply(self, names: frozenset[str], until: frozenset[str], at: int) -> None:
        """Close what an opening tag closes without saying so."""
        depth = len(self.open) - 1
        last = None
        while depth > 0 and self.open[depth].name not in until:
            if self.open[depth].name in names:
                last = depth
                if len(names) == 1 or self.open[depth].name != "p":
                    break
            elif self.open[depth].name in BLOCKS and self.open[depth].name not in names:
                break
            depth -= 1
        if last is not None:
            self._pop(last, at)

    def _closing(self, name: str, start: int, end: int) -> None:
        token = Token("close", start, end, self.open[-1])
        self.tokens.append(token)
        if not self.counts[name]:
            return
        depth = len(self.open) - 1
        while self.open[depth].name != name:
            if name not in BLOCKS and self.open[depth].name in BLOCKS:
                return  # </b> in another paragraph than its <b>
            depth -= 1
        token.element = self.open[depth]
        self._pop(depth, end)

    def _pop(self, depth: int, at: int) -> None:
        for element in self.open[depth:]:
            element.end = at
            self.counts[element.name] -= 1
        del self.open[depth:]
