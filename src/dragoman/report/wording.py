"""Our own words: one template an act or event type, so that a line is never freer than its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.report.messages import Messages
from dragoman.report.verbs import ACTS, EVENTS, IMPERSONAL, TO, WITH

__all__ = ["act_clause", "clause", "listed", "provides", "topic"]


_COLON = "\0"  # where the colon of the page's language comes; a source's own stay as they are
_ARTICLE = 3  # letters of the longest article
_SINGULAR = ("ss", "us", "is", "ès", "'s", "’s")  # endings of words that end with s and mean one


def topic(obligation: str, say: Messages) -> str:
    """Title of a provision: defence, cooperation: sanctions."""
    words = say("page.colon").join(say.name("obligation", one) for one in obligation.split(":") if one)
    return words[:1].upper() + words[1:]


def provides(obligation: str, say: Messages) -> str:
    """What a line says an agreement provides for; `defence:mutual` names a kind of it."""
    kind, _, detail = obligation.partition(":")
    inner = f" ({say.name('obligation', detail.strip())})" if detail.strip() else ""
    return say("line.provides", kind=say.name("obligation", kind)) + inner


def listed(names: Iterable[str], joint: str = " and ") -> str:
    """A, B and C; doubles once, in the order given."""
    unique = list(dict.fromkeys(name for name in names if name))
    return unique[0] if len(unique) == 1 else joint.join((", ".join(unique[:-1]), unique[-1])) if unique else ""


def act_clause(act: str, party: str, *, done: bool, say: Messages, thing: str = "") -> str:
    """What a line says of a step in an agreement's life: a sentence when it was done, else the name of the step."""
    name = act.replace("_", " ")
    noun, passive, active = say.row("acts", act) or ACTS.get(act, (name, f"it was {name}", f"{name} it"))
    if not done:
        return say("line.step_by", step=noun, who=party) if party and act != "in_force" else noun
    if not party:
        return thing + passive[2:] if thing and passive.startswith("it ") else passive
    return _agreeing(active, party, say).format(party) if "{}" in active else f"{party} {active}"


def _agreeing(active: str, party: str, say: Messages) -> str:
    """The verb as it stands behind a country whose name is a plural: "les États-Unis l'ont signé"."""
    rows: dict[str, str] = say.tables.get("many", {})
    if not any(party.startswith(article) for article, kind in rows.items() if kind == "article"):
        return active
    return next((active.replace(one, many, 1) for one, many in rows.items() if active.startswith(one)), active)


def _is_group(names: Sequence[str]) -> bool:
    """True for several who go by no name, as far as a plural of English, French and Spanish tells: “Lawmakers”."""
    heads = names[0].strip("“”").split()[:2] if names and names[0].startswith("“") else []
    return any(len(one) > _ARTICLE and one.endswith("s") and not one.endswith(_SINGULAR) for one in heads)


def clause(kind: str, roles: Sequence[tuple[str, str]], say: Messages) -> str:
    """What a line says of an event: actors, act, recipients, instrument, place – only those that are known."""
    singular, plural, noun, to = say.row("events", kind) or (*EVENTS.get(kind, (kind,) * 3), TO.get(kind, ""))
    joint = say("line.and")
    actors = [name for role, name in roles if role == "actor"]
    if kind in IMPERSONAL:
        roles = [("recipient" if role == "actor" else role, name) for role, name in roles]
        actors = []
    others = [name for role, name in roles if role == "recipient" and name not in actors]
    things = [name for role, name in roles if role in ("instrument", "about")]
    places = [name for role, name in roles if role == "place" and name not in (*others, *actors)]
    if kind == "visit" and places and not others:
        others, places = places, []
    if kind == "meet" and len(actors) == 1 and not others:
        verb = say("line.in_meeting")
    else:
        several = (
            len(actors) > 1 or any(letter.isdigit() for name in actors for letter in name) or _is_group(actors[:1])
        )
        verb = plural if several else singular
    words = [listed(actors, joint), verb] if actors else [noun[:1].upper() + noun[1:]]
    thing = [listed(things, joint) if actors else f"{_COLON}{listed(things, joint)}"] if things else []
    if kind in WITH:  # what is signed stands before with whom
        words += thing
    if others and not (thing and kind in IMPERSONAL):
        between = f"{to} " if to else ""
        if not actors:
            between = say("line.with") if kind == "meet" or (thing and kind in WITH) else _COLON
        words.append(between + listed(others, joint))
    if kind not in WITH:
        words += thing
    if places:
        words.append(f"– {listed(places, joint)}")
    return " ".join(words).replace(f" {_COLON}", say("page.colon")) + "."
