"""60 short reports of agreements, 12 in each of English, French, German, Spanish and Russian: who did what.

Real public events, reported between 2008 and 2025 from five continents, told in our own words as each country's press
does:
signings, initialling, ratification by one side, votes of one chamber (approved, never ratified), exchanged and
deposited instruments, accession, provisional application, entry into force announced and done, extension, suspension,
denunciation, withdrawal, end, succession; rumours, denials, plans and conditions.

    en.toml … ru.toml   [[report]] id, published, text · [[report.agreement]] names, parties, acts
      names    words of the text that name the agreement, every occurrence
      parties  CODE=form/form: ISO 3166 alpha-2 (EU, XK, XS too) or a word of ours in small letters
      acts     act | party (* = all) | standing | date | evidence words
               `/` parts acts, parties or standings that are equally right, ` or ` dates; `-` is no date

A leader or a chamber that acts for a state is a form of that state; states counted and not named ("seventeen members")
are a party "some". Where a report gives an act in the words of somebody who took part, claimed is as right as happened.
An act is scored under its agreement; one that the product tells of each party counts as told of all. Dates are TIMEX3.
A told step is one act by one party in one standing on one day, without a day where none of the same has one; it meets
one step of the gold at most. The same step told on two days is two steps.
Facts are from memory and some details may be off; short remarks in marks are paraphrase or invention, not citation.
One annotator, who had seen no rule, no word list and no output of ours; read once over against weekdays; no second
opinion, no agreement figure. Mended once after the first run: who counts as a party, and claimed beside happened.
Parties of agreements between many states are listed only where the report names them.
Of 73 steps missed on 22 November 2026 some 26 are told by a noun, an ellipsis or a pointing verb ("could follow", "a
day later", "announced the same plans"), some 16 lie in agreements not told apart from their neighbour, the others are
parties named by a leader, a junta or a movement, and standings.
What an unnamed "who" of a passive is, was decided by what a reader would take from the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.records import Act, Mention, Reading, Treaty
from quality.sets.agreements.reports import GROUPS, LANGUAGES, Report, Step, gold, report
from quality.sets.marking import Place, f1, named, read_text, share

__all__ = ["LANGUAGES", "Report", "Said", "Told", "gold", "measured", "numbers", "report", "score", "told"]


@dataclass(frozen=True, kw_only=True)
class Told:
    """One predicted act: party as a name with its country's code where known; date "" when there is none."""

    act: str
    party: str = ""
    country: str = ""
    standing: str = "happened"
    date: str = ""


@dataclass(frozen=True, kw_only=True)
class Said:
    """One predicted agreement: where it is named, and its acts."""

    places: tuple[Place, ...]
    acts: tuple[Told, ...] = ()


# -- predictions -------------------------------------------------------------------------------------------


def told(reading: Reading) -> list[Said]:
    """The agreements of a reading in the shape that is scored."""
    countries = {one.refers_to: one.country for one in reading.of(Mention) if one.country}
    return [
        Said(
            places=tuple((span.start, span.end) for span in one.spans),
            acts=tuple(_told(act, countries) for act in one.acts),
        )
        for one in reading.of(Treaty)
    ]


def _told(act: Act, countries: dict[str, str]) -> Told:
    date = act.when.value if act.when else ""
    return Told(act=act.act, party=act.party, country=countries.get(act.party, ""), standing=act.standing, date=date)


# -- scores ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Key:
    agreement: int  # index of the gold agreement, under zero for one that is not there
    act: str
    party: str
    standing: str
    date: str


def score(pairs: Iterable[tuple[Report, list[Said]]]) -> dict[str, float]:
    """Numbers over reports with what was told about each."""
    count = dict.fromkeys(("stage", "stages", "wanted", "act", "acts", "distinct", "day", "days", "dated", "new"), 0)
    found = extra = pacts = 0
    for one, predicted in pairs:
        keys, met = _keys(one, predicted)
        found, extra, pacts = (
            found + len(met),
            extra + sum(not _is_met(one, said) for said in predicted),
            pacts + len(one.agreed),
        )
        _count(one, keys, count)
    return {
        "stage_f1": f1(count["stage"], count["stages"], count["wanted"]),
        "stage_precision": share(count["stage"], count["stages"]),
        "stage_recall": share(count["stage"], count["wanted"]),
        "act_f1": f1(count["act"], count["acts"], count["distinct"]),
        "date_acc": share(count["day"], count["days"]),
        "date_recall": share(count["day"], count["dated"]),
        "dates_invented": count["new"],
        "found_recall": share(found, pacts),
        "extra": extra,
    }


def _is_met(one: Report, said: Said) -> bool:
    return _which(one, said) is not None


def _which(one: Report, said: Said) -> int | None:
    """The gold agreement whose names the predicted one covers most, None when it covers none."""
    covered = [
        sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in agreed.places for b in said.places)
        for agreed in one.agreed
    ]
    best = max(range(len(covered)), key=lambda index: covered[index])
    return best if covered[best] else None


def _keys(one: Report, predicted: list[Said]) -> tuple[list[_Key], set[int]]:
    """Predicted acts, each once, with parties as gold calls them; and the gold agreements met."""
    keys, met = set(), set()
    for number, said in enumerate(predicted, 1):
        index = _which(one, said)
        parties = one.agreed[index].parties if index is not None else {}
        met |= {index} - {None}
        for act in said.acts:
            party = _party_key(act, parties)
            keys.add(_Key(-number if index is None else index, act.act, party, act.standing, act.date))
    keys = _once(_joined(one, keys))
    return sorted(keys, key=lambda key: (key.agreement, key.act, key.party, key.standing, key.date)), met


def _party_key(act: Told, parties: dict[str, tuple[str, ...]]) -> str:
    if not act.party or act.country in parties:
        return act.country if act.party else ""
    fitting = [key for key, forms in parties.items() if named(act.party, forms)]
    return fitting[0] if fitting else f"?{act.party}"


def _joined(one: Report, keys: set[_Key]) -> set[_Key]:
    """The same act by every party is one act by all, where gold has it so; one by all holds those of its parties."""
    for index, agreed in enumerate(one.agreed):
        for step in agreed.steps:
            for act in step.acts if "" in step.parties and agreed.parties else ():
                for standing in step.standings:
                    apart = {k for k in keys if (k.agreement, k.act, k.standing) == (index, act, standing) and k.party}
                    apart = {key for key in apart if key.party in agreed.parties}
                    whole = {key for key in keys if key == _Key(index, act, "", standing, key.date)}
                    if whole:
                        keys = keys - apart
                    elif set(agreed.parties) - GROUPS <= {key.party for key in apart}:
                        dates = sorted({key.date for key in apart} - {""})
                        keys = (keys - apart) | {_Key(index, act, "", standing, dates[0] if len(dates) == 1 else "")}
    return keys


def _once(keys: set[_Key]) -> set[_Key]:
    """The steps without those told without a day beside the same step with one: they are one step, met once at most."""
    dated = {replace(key, date="") for key in keys if key.date}
    return {key for key in keys if key.date or key not in dated}


def _count(one: Report, keys: list[_Key], count: dict[str, int]) -> None:
    steps = [(index, step) for index, agreed in enumerate(one.agreed) for step in agreed.steps]
    steps.sort(key=lambda pair: len(pair[1].acts) * len(pair[1].standings))
    free, seen = list(keys), set()
    count["stages"] += len(keys)
    count["wanted"] += len(steps)
    count["dated"] += sum("-" not in step.dates for _, step in steps)
    for index, step in steps:
        fitting = [key for key in free if _fits(key, index, step)]
        if fitting:
            best = next((key for key in fitting if _right_day(key, step)), fitting[0])
            free.remove(best)
            count["stage"] += 1
            count["days"] += "-" not in step.dates
            count["day"] += "-" not in step.dates and _right_day(best, step)
            count["new"] += step.dates == {"-"} and bool(best.date)
    _count_acts(steps, {(key.agreement, key.act) for key in keys} - seen, count)


def _fits(key: _Key, index: int, step: Step) -> bool:
    return (
        key.agreement == index and key.act in step.acts and key.party in step.parties and key.standing in step.standings
    )


def _right_day(key: _Key, step: Step) -> bool:
    return (key.date or "-") in step.dates


def _count_acts(steps: list[tuple[int, Step]], told_acts: set[tuple[int, str]], count: dict[str, int]) -> None:
    wanted = {(index, step.acts) for index, step in steps}
    free = set(told_acts)
    count["acts"] += len(told_acts)
    count["distinct"] += len(wanted)
    for index, acts in sorted(wanted, key=lambda pair: (pair[0], len(pair[1]), sorted(pair[1]))):
        hit = sorted(one for one in free if one[0] == index and one[1] in acts)
        count["act"] += bool(hit)
        free -= set(hit[:1])


def numbers() -> dict[str, float]:
    """Dragoman on the set: over all, and stage F1 by language."""
    return measured("agreements", gold())


def measured(name: str, reports: Iterable[Report]) -> dict[str, float]:
    """What Dragoman reads in the reports, scored: each number under the name of the set."""
    pairs = [(one, told(read_text(one.id, one.text, one.published))) for one in reports]
    found = {f"{name}.{number}": value for number, value in score(pairs).items()}
    for code in LANGUAGES:
        part = score([pair for pair in pairs if pair[0].language == code])
        found |= {f"{name}.{code}.{number}": part[number] for number in ("stage_f1", "act_f1")}
    return found
