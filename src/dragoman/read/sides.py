"""The sides of an agreement that its name tells: "between X and Y", "with X", "Y's deal with X", "X, Y sign deal"."""

from __future__ import annotations

import re

from dragoman.read.nameextent import WORD, is_made
from dragoman.read.pactwords import Vocabulary
from dragoman.read.rolewords import RoleWords
from dragoman.read.scene import Placed, Scene
from dragoman.records import Mention

__all__ = ["headline_sides", "owner", "parties"]

_ROW = 12  # characters between two parties in a row: ", the", " and the"
_DESCRIBED = 40  # the same behind "between": "the Islamist militant group XY"
_DESCRIBES = re.compile(r"\s[a-zà-ÿ]")
_PAUSE = re.compile(r"[;:()\n]|,\s.*\s")
_REGION = 60  # the same where a region that broke away is named as one
_DAY = 5  # characters between a name and a day: " on "
_FIRST = re.compile(r",?\s([^\W\d_]+)")
_OWNS = re.compile(r"'s?\s")
_STOP = re.compile(r"[;:!?()«»“”\"\n]|\.(?=\s|$)")
_PARTY = frozenset({"GPE", "ORG", "NORP"})
_REGIONS = frozenset({"LOC", "MISC"})  # what a region that is no state may be taken for


def parties(scene: Scene, words: Vocabulary, start: int, end: int, tail: str) -> list[Placed[Mention]]:
    """States and organisations that stand in the name, or in a row behind "between" or "with"."""
    found = [one for one in scene.mentions_in(start, end) if one.fact.kind in _PARTY and one.end < end]
    last = scene.mention_at(end - 1, end) if found and words.made("of_both") is not None else None
    if last is not None and last.start >= found[-1].end and last.fact.kind in _PARTY:
        joined = scene.page.language.once(RoleWords).also.search(scene.page.value, found[-1].end, last.start)
        found = [*found, last] if joined else found  # "das Abkommen der Türkei und | Libyens"
    between = words.between.search(tail) if words.between else None
    cue = between or _with(scene, words, end, tail)
    if cue is None:
        return found or _of_both(scene, words, end)
    far = _DESCRIBED if between else _ROW
    row = _row(scene, words, end + cue.end(), end + len(tail) + 1, len(found), far=far)
    if between and len(row) == 1 and row[0].start - end - cue.end() > _ROW:
        return found  # "between two old foes of the XY": neither side is named
    return [*found, *row]


def _of_both(scene: Scene, words: Vocabulary, end: int) -> list[Placed[Mention]]:
    """The two states whose genitive stands right behind a name: "меморандум Турции и Ливии", "Abkommen Malis und …"."""
    gap, joined = words.made("of_both"), scene.page.language.once(RoleWords).also
    row = list(scene.mentions_in(end, end + _REGION)[:2]) if gap is not None else []
    if gap is None or len(row) < len("AB") or not all(one.fact.kind in ("GPE", "NORP") for one in row):
        return []
    first, second = row
    between = scene.page.value[first.end : second.start]
    cased = any(scene.page.value[one.start : one.end] != (one.fact.refers_to or one.fact.name) for one in row)
    lead = scene.page.value[end : first.start].strip()
    led = not lead or gap.fullmatch(lead) is not None
    return row if led and cased and joined.search(between) and len(between) <= _ROW else []


def _row(
    scene: Scene, words: Vocabulary, at: int, limit: int, before: int, *, far: int = _ROW
) -> list[Placed[Mention]]:
    """The sides in a row behind "between" or "with"; `before`: how many the name itself holds."""
    found: list[Placed[Mention]] = []
    region, roles = words.made("region"), scene.page.language.once(RoleWords)
    joined, also = roles.joined, roles.also
    for one in scene.mentions_in(at, limit):
        gap = scene.page.value[at : one.start]
        if one.fact.kind == "NORP" and not one.fact.country and _DESCRIBES.match(scene.page.value, one.end):
            continue  # "the Islamist group XY"
        apart = region is not None and region.search(gap) is not None
        if len(gap) > (_REGION if apart else far) or _PAUSE.search(gap):
            break
        if found and one.fact.form == "demonym" and not apart and (far == _ROW or not also.search(gap)):
            break  # "with Mali, Turkish officials said"
        if apart and found and _OWNS.match(scene.page.value, found[-1].end):
            found.pop()  # "with Chad's breakaway region of XY": XY is the side
        if one.fact.kind in _PARTY or (one.fact.kind in _REGIONS and (apart or (found and joined.fullmatch(gap)))):
            found.append(one)
        elif one.fact.kind in _REGIONS:
            break
        at = max(at, one.end)
    return found


def _with(scene: Scene, words: Vocabulary, end: int, tail: str) -> re.Match[str] | None:
    """The "with" right behind a name, or a day or a participle: "a deal on Monday with Mali", "signed with Mali"."""
    if words.with_ is None:
        return None
    made, first = words.made("participle"), _FIRST.match(tail)
    starts = [0, *(one.end - end for one in scene.times if end < one.start <= end + _DAY and one.end - end < len(tail))]
    starts += [first.end()] if made and first and made.fullmatch(first[1]) else []
    places = (at + len(tail[at:]) - len(tail[at:].lstrip()) for at in starts)
    return next((found for at in places if (found := words.with_.match(tail, at))), None)


def owner(scene: Scene, start: int) -> list[Placed[Mention]]:
    """Whose it is, right before a name that tells the other side: "Chad's deal with Mali"."""
    lead = _OWNS.search(scene.page.value, max(0, start - 3), start)
    one = scene.mention_at(lead.start() - 1, lead.start()) if lead and lead.end() == start else None
    return [one] if one is not None and one.fact.kind in _PARTY and one.end in (start - 3, start - 2) else []


def headline_sides(scene: Scene, at: int) -> list[Placed[Mention]]:
    """Who signs or strikes the agreement of a headline: "Chad and Mali sign deal"; events are not read there."""
    found: list[Placed[Mention]] = []
    a, _ = scene.sentence(at)
    words = list(WORD.finditer(scene.page.value, a, at))
    if not words or not is_made(scene, words[-1][0]):
        return []
    end, joined = words[-1].start(), scene.page.language.once(RoleWords).joined
    for one in reversed(scene.mentions_in(a, end)):
        gap = scene.page.value[one.end : end]
        if found and not joined.fullmatch(gap):
            break  # "Turkey says Chad, Mali sign deal"
        if one.fact.kind in _PARTY and len(gap) <= _ROW and not _STOP.search(gap):
            found.insert(0, one)
            end = one.start
        else:
            break
    return found if len(found) > 1 else []
