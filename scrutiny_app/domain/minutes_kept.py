"""Minutes as they were approved: kept whole, and read again without what must be kept from whoever reads them."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from scrutiny_app.domain.agreeing import ESCALATION_TITLES, Escalation, Reached, Result
from scrutiny_app.domain.grading import Observation, Severity, Theme
from scrutiny_app.domain.meetings import Manner
from scrutiny_app.domain.minutes import NOTED, STRUCK, Attended, Found, Held, Minutes

TIMED = ("put_right", "passed")  # what of a meeting is told with its moment
PassedOn = tuple[str, Escalation, str]  # the case's reference, to whom, and what for


def as_json(minutes: Minutes) -> dict[str, Any]:
    """Give minutes as they are kept."""
    kept = asdict(replace(minutes, approved=None, corrections=()))
    for held in kept["held"]:
        held |= {name: [(at.isoformat(), said) for at, said in held[name]] for name in TIMED}
        held |= {name: held[name].isoformat() if held[name] else None for name in ("starts_at", "ended_at")}
    return kept


def from_json(kept: Mapping[str, Any]) -> Minutes:
    """Give kept minutes again."""
    return Minutes(
        **dict(kept)
        | {
            "held": tuple(_held(one) for one in kept["held"]),
            "found": tuple(_found(one) for one in kept["found"]),
            "escalated": tuple((of, Escalation(route), note) for of, route, note in kept["escalated"]),
            "corrections": (),
        }
        | {name: tuple((one, other) for one, other in kept[name]) for name in ("declared", "notes", "draw")}
        | {name: tuple(kept[name]) for name in ("unsigned", "arisen")},
    )


def without(
    minutes: Minutes, hidden: Collection[str], gone: Collection[PassedOn], struck: Collection[str] = ()
) -> Minutes:
    """Leave out what tells of some cases (by reference), which are counted, and what was taken back or struck out."""
    told = {one.reference for one in minutes.found} | set(minutes.unsigned) | {of for of, _ in minutes.declared}
    told |= {of for of, _, _ in minutes.escalated} | {of.removeprefix("Case ") for of, _ in minutes.notes}
    words = [f"{of}, {ESCALATION_TITLES[route]}: {note}" for of, route, note in gone]
    words += [f"{NOTED}{text}" for text in struck]
    return replace(
        minutes,
        declared=tuple(one for one in minutes.declared if one[0] not in hidden),
        found=tuple(one for one in minutes.found if one.reference not in hidden),
        unsigned=tuple(one for one in minutes.unsigned if one not in hidden),
        escalated=tuple(one for one in minutes.escalated if one[0] not in hidden and one not in gone),
        notes=tuple(
            (of, STRUCK if text in struck else text)
            for of, text in minutes.notes
            if of.removeprefix("Case ") not in hidden
        ),
        arisen=tuple(one for one in minutes.arisen if not any(part in one for part in (*hidden, *words))),
        corrections=tuple(one for one in minutes.corrections if not any(of in one[1].upper() for of in hidden)),
        hidden=len(told & set(hidden)),
    )


def _held(kept: Mapping[str, Any]) -> Held:
    begun, ended = kept["starts_at"], kept["ended_at"]
    times = {"starts_at": datetime.fromisoformat(begun), "ended_at": datetime.fromisoformat(ended) if ended else None}
    who = {"people": tuple(Attended(**one) for one in kept["people"]), "acted": tuple(kept["acted"])}
    who |= {name: tuple((datetime.fromisoformat(at), said) for at, said in kept.get(name, ())) for name in TIMED}
    return Held(**dict(kept) | times | who | {"manner": Manner(kept["manner"])})


def _found(kept: Mapping[str, Any]) -> Found:
    seen = tuple(
        Observation(Theme(one["theme"]), Severity(one["severity"]), one["text"], one["local_id"])
        for one in kept["observations"]
    )
    reached = Reached(kept["reached"]) if kept["reached"] else None
    by = Result(kept["superseded_by"]) if kept.get("superseded_by") else None
    known = {"result": Result(kept["result"]), "reached": reached, "superseded_by": by, "observations": seen}
    return Found(**dict(kept) | known)
