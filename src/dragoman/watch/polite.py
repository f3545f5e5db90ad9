"""Fetching as a good guest (RFC 9110 conditional requests, RFC 9309 robots.txt): nothing twice, nothing in haste."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

__all__ = ["AGENT", "Fetched", "Polite"]

AGENT = "dragoman"  # what robots.txt may call us
PAUSE = 1.0  # seconds between two requests to one host
TIMEOUT = 20.0  # seconds without an answer
LARGEST = 8_000_000  # bytes of an answer; what is longer is refused, not cut
_ROBOTS = 500_000  # bytes of a robots.txt that are read, as RFC 9309 asks


@dataclass(frozen=True, kw_only=True)
class Fetched:
    """An answer. `state`: new, unchanged, refused (robots, size), gone, failed; `wait`: seconds asked of us."""

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
            urllib.request.HTTPDefaultErrorHandler(),
            urllib.request.HTTPRedirectHandler(),
            urllib.request.HTTPErrorProcessor(),
        ):
            self._opener.add_handler(handler)
        self._robots: dict[str, RobotFileParser] = {}
        self._last: dict[str, float] = {}

    def get(self, url: str, *, etag: str = "", modified: str = "") -> Fetched:
        """What stands at an address, unless it is what `etag` or `modified` say that we have."""
        if urlsplit(url).scheme not in ("http", "https"):
            return Fetched(state="refused", why="only http and https are fetched")
        robots = self._allows(url)
        if robots:
            return robots
        headers = {"If-None-Match": etag} if etag else {}
        headers |= {"If-Modified-Since": modified} if modified else {}
        return self._ask(url, headers)

    def _ask(self, url: str, headers: dict[str, str], *, largest: int = LARGEST) -> Fetched:
        self._wait(url)
        asked = urllib.request.Request(url, headers={"User-Agent": AGENT, "Accept-Encoding": "identity", **headers})
        try:
            with self._opener.open(asked, timeout=TIMEOUT) as answer:
                body = answer.read(largest + 1)
                if len(body) > largest:
                    return Fetched(state="refused", why=f"more than {largest:,} bytes")
                held = answer.headers
                return Fetched(
                    state="new",
                    body=body,
                    etag=held.get("ETag", ""),
                    modified=held.get("Last-Modified", ""),
                    url=answer.geturl(),
                )
        except urllib.error.HTTPError as error:
            return _answered(error)
        except (urllib.error.URLError, HTTPException, OSError, ValueError) as error:
            reason = getattr(error, "reason", error)
            return Fetched(state="failed", why=f"no answer ({str(reason)[:120] or type(error).__name__})")

    def _wait(self, url: str) -> None:
        """Leave a pause since the last request to this host, the one its robots.txt asks for if that is longer."""
        host = urlsplit(url).netloc
        robots = self._robots.get(_site(url))
        asked = robots.crawl_delay(AGENT) if robots else None
        pause = max(self.pause, min(float(asked), 60.0)) if asked else self.pause
        due = self._last.get(host, 0.0) + pause - time.monotonic()
        if host in self._last and due > 0:
            self.sleep(due)
        self._last[host] = time.monotonic()

    def _allows(self, url: str) -> Fetched | None:
        """None when robots.txt lets us ask; a site that cannot answer for its robots.txt is left alone."""
        site = _site(url)
        if site not in self._robots:
            answer = self._ask(f"{site}/robots.txt", {}, largest=_ROBOTS)
            if answer.state == "failed":
                return answer
            rules = RobotFileParser()
            rules.parse(answer.body.decode("utf-8", "replace").splitlines())  # no file: everything is allowed
            self._robots[site] = rules
        if not self._robots[site].can_fetch(AGENT, url):
            return Fetched(state="refused", why="its robots.txt asks us not to")
        return None


def _site(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _answered(error: urllib.error.HTTPError) -> Fetched:
    """What an answer other than 200 means for us."""
    with error:
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
