"""Exports of social media: Telegram (result.json), Mastodon and other ActivityPub outboxes, Twitter/X, Facebook posts.

Each post is one source; who posted it is its outlet, whom it passes on its credit. Posts without words (pictures,
joinings, boosts that hold only an address) are counted in one line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from dragoman.read.item import Item
from dragoman.records import Trouble

__all__ = ["EXPORTS", "Export"]

Found = Item | Trouble
Meta = tuple[tuple[str, str], ...]
PASSED_ON = re.compile(r"RT @(\w{1,30}):")  # RT @harbour_news: The ferry has left.
HANDLE = re.compile(r"https?://([^/]+)/(?:users/|@)([^/]+)/?$")  # https://social.example/users/ana
TWEETED = "%a %b %d %H:%M:%S %z %Y"  # Wed Jun 19 10:30:00 +0000 2024


@dataclass(frozen=True)
class Export:
    """A shape of JSON: how it is known and how it is read."""

    name: str
    fits: Callable[[Any], bool]
    read: Callable[[Item, Any], Iterator[Found]]


def _telegram_fits(value: Any) -> bool:
    return isinstance(value, dict) and (_is_chat(value) or isinstance(_at(value, "chats", "list"), list))


def _is_chat(value: Any) -> bool:
    messages = value.get("messages") if isinstance(value, dict) else None
    return isinstance(messages, list) and "type" in value and all(isinstance(one, dict) for one in messages[:20])


def _telegram(item: Item, value: Any) -> Iterator[Found]:
    if _is_chat(value):
        yield from _chat(item, value, "#/messages")
        return
    for number, chat in enumerate(value["chats"]["list"]):
        if _is_chat(chat):
            yield from _chat(item, chat, f"#/chats/list/{number}/messages")


def _chat(item: Item, chat: Any, place: str) -> Iterator[Found]:
    empty = 0
    for number, message in enumerate(chat["messages"]):
        words = _telegram_words(message.get("text")) if isinstance(message, dict) else ""
        if not words.strip():
            empty += 1
            continue
        meta = _given(
            date=message.get("date"),
            outlet=message.get("from") or chat.get("name"),
            credit=message.get("forwarded_from"),
            updated=message.get("edited"),
        )
        yield item.words(f"{place}/{number}/text", words, meta=meta)
    yield from _passed(item, empty, "messages without words (pictures, joinings, stickers)", place)


def _telegram_words(text: Any) -> str:
    """A text, or the joined texts of its pieces: plain strings and entities (bold, link, mention …)."""
    if isinstance(text, str):
        return text
    pieces = text if isinstance(text, list) else ()
    words = (one if isinstance(one, str) else one.get("text") if isinstance(one, dict) else "" for one in pieces)
    return "".join(one for one in words if isinstance(one, str))


def _outbox_fits(value: Any) -> bool:
    kinds = ("OrderedCollection", "OrderedCollectionPage", "Collection")
    return isinstance(value, dict) and value.get("type") in kinds and isinstance(_items(value), list)


def _items(value: Any) -> Any:
    return value.get("orderedItems", value.get("items"))


def _outbox(item: Item, value: Any) -> Iterator[Found]:
    key = "orderedItems" if "orderedItems" in value else "items"
    empty = 0
    for number, activity in enumerate(value[key]):
        note = activity.get("object", activity) if isinstance(activity, dict) else None
        words = note.get("content") if isinstance(note, dict) else None
        if not isinstance(words, str) or not words.strip() or not isinstance(note, dict):
            empty += 1
            continue
        meta = _given(
            date=note.get("published"),
            outlet=_handle(note.get("attributedTo") or activity.get("actor")),
            url=note.get("url") or note.get("id"),
            title=note.get("name"),
            updated=note.get("updated"),
        )
        inside = "/object/content" if note is not activity else "/content"
        yield item.words(f"#/{key}/{number}{inside}", words, kind="html", meta=meta)
    yield from _passed(item, empty, "entries without words of their own (boosts hold only an address)", f"#/{key}")


def _handle(actor: Any) -> str | None:
    """@ana@social.example for the address of an actor, the address itself where it has another shape."""
    match = HANDLE.match(actor) if isinstance(actor, str) else None
    return f"@{match[2]}@{match[1]}" if match else actor if isinstance(actor, str) else None


def _tweets_fit(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(_at(_tweet(value[0])[1], "full_text"), str)


def _tweet(entry: Any) -> tuple[str, Any]:
    """(where its fields stand, the fields): below "tweet" in the archive that a person downloads, else at once."""
    inner = _at(entry, "tweet")
    return ("/tweet", inner) if isinstance(inner, dict) else ("", entry)


def _tweets(item: Item, value: Any) -> Iterator[Found]:
    empty = 0
    for number, entry in enumerate(value):
        place, tweet = _tweet(entry)
        words, key = _at(tweet, "full_text"), _at(tweet, "id_str")
        if not isinstance(words, str) or not words.strip():
            empty += 1
            continue
        passed_on = PASSED_ON.match(words)
        meta = _given(
            date=_tweeted(_at(tweet, "created_at")),
            outlet=f"@{name}" if isinstance(name := _at(tweet, "user", "screen_name"), str) else None,
            url=f"https://twitter.com/i/web/status/{key}" if isinstance(key, str) and key.isdigit() else None,
            credit=f"@{passed_on[1]}" if passed_on else None,
        )
        yield item.words(f"#/{number}{place}/full_text", words, meta=meta)
    yield from _passed(item, empty, "entries without words", "")


def _posts_fit(value: Any) -> bool:
    return isinstance(value, list) and any(
        isinstance(one, dict) and isinstance(one.get("timestamp"), int) and "data" in one for one in value[:20]
    )


def _posts(item: Item, value: Any) -> Iterator[Found]:
    """Facebook writes each byte of its UTF-8 as a character of its own: Latin-1 gives the bytes back."""
    empty = 0
    for number, entry in enumerate(value):
        data = entry.get("data") if isinstance(entry, dict) else None
        posts = [(place, _at(one, "post")) for place, one in enumerate(data)] if isinstance(data, list) else []
        told = [(place, words) for place, words in posts if isinstance(words, str) and words.strip()]
        empty += not told
        for place, words in told:
            meta = _given(date=_stamp(entry.get("timestamp")), title=_unfolded(entry.get("title")))
            yield item.words(f"#/{number}/data/{place}/post", _unfolded(words) or words, meta=meta)
    yield from _passed(item, empty, "entries without words (pictures, shared addresses)", "")


def _unfolded(words: Any) -> str | None:
    if not isinstance(words, str):
        return None
    try:
        return words.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return words


#: The shapes that are known, each looked for in this order.
EXPORTS = (
    Export("Telegram", _telegram_fits, _telegram),
    Export("ActivityPub", _outbox_fits, _outbox),
    Export("Twitter/X", _tweets_fit, _tweets),
    Export("Facebook", _posts_fit, _posts),
)


def _at(value: Any, *keys: str) -> Any:
    """The value below some keys, None where one is missing."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _given(**values: Any) -> Meta:
    return tuple((key, value.strip()) for key, value in values.items() if isinstance(value, str) and value.strip())


def _tweeted(written: Any) -> str | None:
    if not isinstance(written, str):
        return None
    try:
        return datetime.strptime(written, TWEETED).isoformat()
    except ValueError:
        return written


def _stamp(seconds: Any) -> str | None:
    """Seconds since 1970 as an ISO date in UTC; years beyond the calendar are no dates."""
    if isinstance(seconds, int) and not isinstance(seconds, bool) and 0 < seconds < 4_102_444_800:
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    return None


def _passed(item: Item, count: int, what: str, place: str) -> Iterator[Trouble]:
    if count:
        yield item.trouble(f"{what}, passed over: {count}.", place=place)
