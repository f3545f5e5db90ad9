"""Which of our languages a reader is answered in: asked for, chosen before, what the browser says, or the default."""

from __future__ import annotations

import re
from http.cookies import SimpleCookie
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.report.messages import LANGUAGES

__all__ = ["NAMES", "Tongue", "elsewhere"]

NAMES = (("en", "English"), ("fr", "Français"))  # each in its own words
_COOKIE = "lang"
_ACCEPTED = re.compile(r"([A-Za-z]{1,8})(?:-[\w-]+)?\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*(?:,|$)")  # "fr-CA;q=0.8, en"


class Tongue:
    """Middleware: puts the language of the answer into the request's state, and keeps one that was asked for."""

    def __init__(self, app: ASGIApp, *, default: str = "en") -> None:
        self.app, self.default = app, default

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer in the language found."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        asked = dict(parse_qsl(scope["query_string"].decode("latin-1"))).get("lang", "")
        chosen = asked if asked in LANGUAGES else ""
        language = chosen or _before(Headers(scope=scope)) or _accepted(Headers(scope=scope)) or self.default
        scope.setdefault("state", {})["language"] = language

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.add_vary_header("Accept-Language, Cookie")
                if chosen:
                    headers.append(
                        "Set-Cookie", f"{_COOKIE}={chosen}; Path=/; Max-Age=34560000; HttpOnly; SameSite=Strict"
                    )
            await send(message)

        await self.app(scope, receive, told)


def elsewhere(path: str, query: str, language: str) -> str:
    """The same page in another language."""
    kept = [(name, value) for name, value in parse_qsl(query) if name not in ("lang", "token")]
    return f"{path}?{urlencode([*kept, ('lang', language)])}"


def _before(headers: Headers) -> str:
    held = SimpleCookie(headers.get("cookie", "")).get(_COOKIE)
    return held.value if held is not None and held.value in LANGUAGES else ""


def _accepted(headers: Headers) -> str:
    """The language that a browser wants most and that we have."""
    wanted = [
        (-float(weight or 1), at, code.lower())
        for at, (code, weight) in enumerate(_ACCEPTED.findall(headers.get("accept-language", "")))
    ]
    return next((code for weight, _, code in sorted(wanted) if code in LANGUAGES and weight < 0), "")
