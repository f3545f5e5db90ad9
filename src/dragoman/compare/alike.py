"""Two persons' names by their letters and sounds alone: order, particles, initials, slips of the pen.

same_person("Vladimir Putin", "Владимир Путин")    1.0   the same letters after transliteration
same_person("Kim Jong-il", "Kim Jong-un")          0.3   "il" is not "un"
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from dragoman.languages.spoken import RUNNING, Part, given_names, parts, table
from dragoman.languages.world import gazetteer

__all__ = ["alike", "same_person"]

#: Scores: equal letters, equal sound, one given name in two languages, initial for a name, one slip, unlike.
_EQUAL, _HEARD, _CALLED, _INITIAL, _SLIP, _UNLIKE = 1.0, 0.97, 0.92, 0.9, 0.85, 0.0
_NEARLY = 0.8  # long names with a slip in each part: Antonio Guterres, Антониу Гутерриш


@lru_cache(maxsize=1 << 18)
def alike(a: Part, b: Part) -> float:
    """How well two parts agree."""
    if a.text == b.text:
        return _EQUAL
    if len(a.text) == 1 or len(b.text) == 1:
        return _INITIAL if a.text[0] == b.text[0] else _UNLIKE
    if a.sounds & b.sounds:
        return _HEARD
    given = table()["given"]
    if given.get(a.text, a.text) == given.get(b.text, b.text):
        return _CALLED
    if a.text in given_names() and b.text in given_names():
        return _UNLIKE  # Marie is no slip for Marine
    short, long = min(len(a.text), len(b.text)), max(len(a.text), len(b.text))
    slips = OSA.distance(a.text, b.text, score_cutoff=2)
    if slips == 1 and short >= 4:
        return _SLIP + 0.05 * (long >= 7)
    if short >= 5:
        heard = min(OSA.distance(x, y, score_cutoff=2) for x in a.sounds for y in b.sounds)
        if heard == 1 or (min(slips, heard) == 2 and short >= 8 and a.text[0] == b.text[0]):
            return _SLIP
    if slips == 1 and short == 3 and a.text[0] == b.text[0]:
        return _SLIP - 0.15
    return _UNLIKE


def same_person(a: str, b: str) -> tuple[float, str]:
    """How surely two names are one person's by their letters alone, 0 to 1, and the reason in words."""
    left, right = parts(a), parts(b)
    if not left or not right:
        return 0.0, "no letters to compare"
    if RUNNING.search(a) and RUNNING.search(b) and len(a) == len(b) and a != b:
        return 0.5, "written with another character"
    if [part.text for part in left] == [part.text for part in right]:
        return 1.0, "the same letters" if a == b else "the same letters after transliteration"
    if len(left) != len(right) and len(left) * len(right) > 1:
        joined = _joined(left, right)
        if joined:
            return joined
    pairs, odd_left, odd_right = _pair(left, right)
    return _judge(left, right, pairs, odd_left, odd_right)


Pairs = list[tuple[Part, Part, float]]


def _pair(left: tuple[Part, ...], right: tuple[Part, ...]) -> tuple[Pairs, list[Part], list[Part]]:
    """The best pairs of parts, greedily, nearest in place first among equals; and the parts left over."""
    scored = sorted(
        ((-alike(x, y), abs(i - j), i, j) for i, x in enumerate(left) for j, y in enumerate(right) if alike(x, y) > 0)
    )
    used_left: set[int] = set()
    used_right: set[int] = set()
    pairs: Pairs = []
    for score, _, i, j in scored:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs.append((left[i], right[j], -score))
    return (
        pairs,
        [part for i, part in enumerate(left) if i not in used_left],
        [part for j, part in enumerate(right) if j not in used_right],
    )


def _judge(
    left: tuple[Part, ...], right: tuple[Part, ...], pairs: Pairs, odd_left: list[Part], odd_right: list[Part]
) -> tuple[float, str]:
    if odd_left and odd_right:
        return 0.3, f'"{odd_left[0].text}" is not "{odd_right[0].text}"'
    if not pairs:
        return 0.0, "no part in common"
    worst = min(score for _, _, score in pairs)
    mean = sum(s * len(x.text + y.text) for x, y, s in pairs) / sum(len(x.text + y.text) for x, y, _ in pairs)
    slips = [(x, y) for x, y, score in pairs if score < _INITIAL + 0.005 and len(x.text) > 1 and len(y.text) > 1]
    extra = odd_left or odd_right
    long = all(min(len(x.text), len(y.text)) >= 6 for x, y in slips)
    if len(slips) == 2 and len(pairs) == 2 and long and not extra:
        return _NEARLY, f'a slip in each part: "{slips[0][0].text}" and "{slips[0][1].text}"'
    if len(slips) > 1:
        return 0.5, f'"{slips[0][0].text}" and "{slips[1][0].text}" are both spelt otherwise'
    full = [pair for pair in pairs if len(pair[0].text) > 1 and len(pair[1].text) > 1]
    if extra and (len(full) < 2 or (any(len(part.text) == 1 for part in extra) and _has_initial(left, right))):
        return (0.55, "only one part in common") if len(full) < 2 else (0.5, "other initials")
    if any(gazetteer("en").known(part.text.title()) for part in extra):
        return 0.5, f'"{extra[0].text}" names a place that the other lacks'
    turned = not _in_order(left, right, pairs)
    if turned and len(pairs) > 2 and pairs[0][0] != left[-1]:
        same_end = alike(left[-1], right[-1]) > 0
        if same_end:
            return 0.6, "the same parts, but father and child change places"
    score = mean - 0.06 * len(extra) - 0.04 * turned
    return max(0.0, round(min(score, worst + 0.1), 3)), _reason(pairs, slips, extra)


def _has_initial(left: tuple[Part, ...], right: tuple[Part, ...]) -> bool:
    return any(len(p.text) == 1 for p in left) and any(len(p.text) == 1 for p in right)


def _in_order(left: tuple[Part, ...], right: tuple[Part, ...], pairs: Pairs) -> bool:
    places = [right.index(y) for _, y, _ in sorted(pairs, key=lambda pair: left.index(pair[0]))]
    return places == sorted(places)


def _reason(pairs: Pairs, slips: list[tuple[Part, Part]], extra: list[Part]) -> str:
    if slips:
        why = f'one slip: "{slips[0][0].text}" and "{slips[0][1].text}"'
    elif all(score == _EQUAL for _, _, score in pairs):
        why = "the same parts"
    else:
        heard = next(((x, y) for x, y, score in pairs if score < _EQUAL), pairs[0][:2])
        why = f'the same in sound: "{heard[0].text}" and "{heard[1].text}"'
    return why + (f', "{extra[0].text}" only in one' if extra else "")


def _joined(left: tuple[Part, ...], right: tuple[Part, ...]) -> tuple[float, str] | None:
    """Two names that differ in where their words end: "SergeiLavrov"."""
    one, two = "".join(p.text for p in left), "".join(p.text for p in right)
    if min(len(one), len(two)) < 6:
        return None
    if one == two:
        return 0.95, "the same letters, divided otherwise"
    return None
