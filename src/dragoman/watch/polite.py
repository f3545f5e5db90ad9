"""Fetching as a good guest (RFC 9110 conditional requests, RFC 9309 robots.txt): nothing twice, nothing in haste."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPResponse
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

__all__ = ["AGENT", "Fetched", "Polite"]

AGENT = "dragoman"  # what robots.txt may call us
PAUSE = 1.0  # seconds between two requests to one host
TIMEOUT = 20.0  # seconds without an answer
LARGEST = 8_000_000  # bytes of an answer; what is longer is refused, not cut
LONGEST = 60.0  # seconds that an answer may take in all, a byte now and then or not
_ROBOTS = 500_000  # bytes of a robots.txt that are read, as RFC 9309 asks
_ROBOTS_HOLD = 86400.0  # seconds that a robots.txt holds, as RFC 9309 asks
_SILENT = 60.0  # seconds in which a site that gave no answer is not asked for another page
_HOPS = 5  # redirections followed
_MOVED = (301, 302, 303, 307, 308)
_PIECE = 65536  # bytes read at once


@dataclass(frozen=True, kw_only=True)
class Fetched:
    """An answer. `state`: new, unchanged, moved (to `url`), refused (robots, size), gone, failed; `wait`: seconds."""

    state: str
    body: bytes = b""
    etag: str = ""
    modified: str = ""
    url: str = ""  # after redirections
    why: str = ""
    wait: float = 0.0


class Polite:
    """Fetches addresses one after the other, at the pace their hosts allow."""

    def __init__(self, *, pause: float = PAUSE, sleep: Callable[[float], None] = time.sleep) -> None:
        self.pause, self.sleep = pause, sleep
        self._opener = urllib.request.OpenerDirector()
        for handler in (
            urllib.request.ProxyHandler(),
            urllib.request.HTTPHandler(),
            urllib.request.HTTPSHandler(),
            urllib.request.HTTPDefaultErrorHandler(),  # no handler of redirections: where they lead may forbid us
            urllib.request.HTTPErrorProcessor(),
        ):
            self._opener.add_handler(handler)
        self._robots: dict[str, tuple[float, RobotFileParser]] = {}  # with when they were asked for
        self._silent: dict[str, tuple[float, Fetched]] = {}  # sites that gave no answer, and when that was
        self._last: dict[str, float] = {}

    def get(self, url: str, *, etag: str = "", modified: str = "") -> Fetched:
        """What stands at an address, unless it is what `etag` or `modified` say that we have."""
        headers = {"If-None-Match": etag} if etag else {}
        headers |= {"If-Modified-Since": modified} if modified else {}
        return self._follow(url, headers, self._allows)

    def _follow(
        self,
        url: str,
        headers: dict[str, str],
        allows: Callable[[str], Fetched | None],
        *,
        largest: int = LARGEST,
        cut: bool = False,
    ) -> Fetched:
        """The answer of an address, or of the one that it leads to, each asked only if we may."""
        for _ in range(_HOPS + 1):
            if urlsplit(url).scheme not in ("http", "https"):
                return Fetched(state="refused", why="only http and https are fetched")
            answer = allows(url) or self._ask(url, headers, largest=largest, cut=cut)
            if answer.state != "moved":
                return answer
            url = answer.url
        return Fetched(state="failed", why=f"it leads on more than {_HOPS} times")

    def _ask(self, url: str, headers: dict[str, str], *, largest: int, cut: bool) -> Fetched:
        self._wait(url)
        asked = urllib.request.Request(url, headers={"User-Agent": AGENT, "Accept-Encoding": "identity", **headers})
        try:
            with self._opener.open(asked, timeout=TIMEOUT) as answer:
                body = _body(answer, largest + 1)
                if len(body) > largest and not cut:
                    return Fetched(state="refused", why=f"more than {largest:,} bytes")
                held = answer.headers
                return Fetched(
                    state="new",
                    body=body[:largest],
                    etag=held.get("ETag", ""),
                    modified=held.get("Last-Modified", ""),
                    url=answer.geturl(),
                )
        except urllib.error.HTTPError as error:
            return _answered(error, url)
        except (urllib.error.URLError, HTTPException, OSError, ValueError) as error:
            reason = getattr(error, "reason", error)
            return Fetched(state="failed", why=f"no answer ({str(reason)[:120] or type(error).__name__})")

    def _wait(self, url: str) -> None:
        """Leave a pause since the last request to this host, the one its robots.txt asks for if that is longer."""
        host = urlsplit(url).netloc
        _, robots = self._robots.get(_site(url), (0.0, None))
        asked = robots.crawl_delay(AGENT) if robots else None
        pause = max(self.pause, min(float(asked), 60.0)) if asked else self.pause
        due = self._last.get(host, 0.0) + pause - time.monotonic()
        if host in self._last and due > 0:
            self.sleep(due)
        self._last[host] = time.monotonic()

    def _allows(self, url: str) -> Fetched | None:
        """None when robots.txt lets us ask; a site that cannot answer for its robots.txt is left alone."""
        site = _site(url)
        if site in self._silent and time.monotonic() - self._silent[site][0] < _SILENT:
            return self._silent[site][1]
        if site not in self._robots or time.monotonic() - self._robots[site][0] > _ROBOTS_HOLD:
            answer = self._follow(f"{site}/robots.txt", {}, lambda _: None, largest=_ROBOTS, cut=True)
            if answer.state == "failed":
                self._silent[site] = time.monotonic(), answer
                return answer
            rules = RobotFileParser()
            rules.parse(answer.body.decode("utf-8", "replace").splitlines())  # no file: everything is allowed
            self._robots[site] = time.monotonic(), rules
        if not self._robots[site][1].can_fetch(AGENT, url):
            return Fetched(state="refused", why="its robots.txt asks us not to")
        return None


def _site(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _body(answer: HTTPResponse, most: int) -> bytes:
    """The bytes of an answer up to a number; TimeoutError when they drip in for too long."""
    begun, pieces, held = time.monotonic(), [], 0
    while held < most and (piece := answer.read1(min(_PIECE, most - held))):
        pieces.append(piece)
        held += len(piece)
        if time.monotonic() - begun > LONGEST:
            raise TimeoutError(f"it was not all there after {LONGEST:.0f} seconds")
    return b"".join(pieces)


def _answered(error: urllib.error.HTTPError, url: str) -> Fetched:
    """What an answer other than 200 means for us."""
    with error:
        leads = error.headers.get("Location", "")
        if error.code in _MOVED and leads:
            return Fetched(state="moved", url=urljoin(url, leads))
        if error.code == 304:
            return Fetched(state="unchanged")
        if error.code in (404, 410):
            return Fetched(state="gone", why=f"it is not there any more ({error.code})")
        if error.code in (401, 403, 451):
            return Fetched(state="refused", why=f"the site refuses ({error.code})")
        return Fetched(
            state="failed", why=f"the site answers {error.code}", wait=_retry(error.headers.get("Retry-After"))
        )


def _retry(said: str | None) -> float:
    """Seconds of a Retry-After, as a number or as a date; 0 when there is none."""
    if not said:
        return 0.0
    if said.strip().isdigit():
        return min(float(said), 86400.0)
    try:
        return max(0.0, min(parsedate_to_datetime(said).timestamp() - time.time(), 86400.0))
    except ValueError:
        return 0.0
