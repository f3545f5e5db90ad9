"""Who may ask, and what a browser may do with the answer.

Only hosts that were named are answered (a foreign page cannot rebind its name to this computer); a write must come
from our own page and carry the token of this run; nothing is loaded from anywhere else.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["COOKIE", "LOOPBACK", "Guard", "policy"]

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
COOKIE = "dragoman"
_SAFE = ("GET", "HEAD")
_INLINE = re.compile(r"<(style|script)>(.*?)</\1>", re.DOTALL)  # <style>…</style> of a dossier's page


def policy(page: str = "") -> str:
    """A content-security policy for a page: our own files, and exactly the style and script that stand in it."""
    hashes: dict[str, list[str]] = {"style": [], "script": []}
    for kind, content in _INLINE.findall(page):
        mark = base64.b64encode(hashlib.sha256(content.encode("utf-8", "replace")).digest()).decode()
        hashes[kind].append(f"'sha256-{mark}'")
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["style-src 'self'", *hashes["style"]]),
            " ".join(["script-src 'self'", *hashes["script"]]),
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        ]
    )


class Guard:
    """Middleware: refuses foreign hosts, foreign writes and, when there is a token, whoever does not know it."""

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str] = (), token: str | None = None) -> None:
        self.app, self.token = app, token
        self.hosts = {host.lower() for host in (*LOOPBACK, *hosts)}
        self.secret = secrets.token_urlsafe(24)  # of this run: in every form, so that only our pages can write

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse and say why."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        scope.setdefault("state", {})["secret"] = self.secret
        refused = self._refusal(scope)
        if refused is not None:
            await refused(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", policy())
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "no-referrer"
                headers["Cross-Origin-Opener-Policy"] = "same-origin"
                headers["Cross-Origin-Resource-Policy"] = "same-origin"
            await send(message)

        await self.app(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> PlainTextResponse | RedirectResponse | None:
        headers = Headers(scope=scope)
        host = re.sub(r":\d+$", "", headers.get("host", "")).lower()
        if host not in self.hosts:
            return PlainTextResponse(
                f'This library does not answer to the name "{host}". Start it with --host-name {host} to allow it.\n',
                status_code=421,
            )
        if self.token is not None:
            refused = self._unknown(scope, headers)
            if refused is not None:
                return refused
        if scope["method"] not in _SAFE and not self._ours(headers):
            return PlainTextResponse("A write must come from a page of this library.\n", status_code=403)
        return None

    def _ours(self, headers: Headers) -> bool:
        """True when the browser says that our own page sent this, or when no browser did."""
        site = headers.get("sec-fetch-site")
        if site is not None:
            return site in ("same-origin", "none")
        origin = headers.get("origin")
        return origin is None or origin.split("://", 1)[-1].lower() == headers.get("host", "").lower()

    def _unknown(self, scope: Scope, headers: Headers) -> PlainTextResponse | RedirectResponse | None:
        asked = dict(part.split("=", 1) for part in scope["query_string"].decode("latin-1").split("&") if "=" in part)
        if self._knows(asked.get("token", "")):
            answer = RedirectResponse(scope["path"], status_code=303)
            answer.set_cookie(COOKIE, self.token or "", httponly=True, samesite="strict")
            return answer
        bearer = headers.get("authorization", "").removeprefix("Bearer ")
        if self._knows(cookie_parser(headers.get("cookie", "")).get(COOKIE, "")) or self._knows(bearer):
            return None
        return PlainTextResponse("This library asks for a token: open the address that it printed.\n", status_code=401)

    def _knows(self, said: str) -> bool:
        return hmac.compare_digest(said.encode(), (self.token or "").encode())
