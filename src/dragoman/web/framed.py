"""A dossier's page as it is served: under the bar of the library, a way to correct beside each label."""

from __future__ import annotations

import re

from markupsafe import Markup

__all__ = ["framed"]

#: The label of a line: <a id=T17>, or as versions kept from before write it, <a id=T17 href=#T17>.
_LABEL = re.compile(r'<a (?:class="?id"? href="?#|id=)([A-Z]+[\d.]+)(?:"| href=#[\w.]+)?>')
_BODY = re.compile(r"<body\b[^>]*>")  # "<body>", "<body class=many>" of a story of many articles
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_HEAD = '<link rel="icon" href="data:,"><link rel="stylesheet" href="/static/bar.css"></head>'


def framed(page: str, bar: str, slug: str, correct: str) -> str:
    r"""The page without its own policy, since the header's holds here; `correct` names the pencil, "\1" the line."""
    pencil = rf'<a class="fix" href="/story/{slug}/line/\1" aria-label="{Markup.escape(correct)}">✎</a>\g<0>'
    page = _LABEL.sub(pencil, _POLICY.sub("", page, count=1))
    page = _BODY.sub(lambda body: body[0] + bar, page, count=1)
    return page.replace("</head>", _HEAD, 1)
