"""Parting short headings that run together, where several of a file begin alike: SUSNAME, SUSDOB, VIWNAME1, DMWARR.

One such heading alone may be anything; two that begin with one short form of somebody, and end in what is kept of them,
say together what the short form stands for. What is read so is never sure.
"""

import re
from collections import Counter
from collections.abc import Sequence

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.synonyms import PHRASES

_RUN = re.compile(r"([A-Z]+|[a-z]+)([1-3]?)")
_FEWEST = 2  # headings that begin alike
_FIRST = "1"
_OF_ANYBODY = {
    **{"name": "name", "nm": "name", "surname": "surname", "sname": "surname", "surn": "surname"},
    **{"forename": "forename", "fname": "forename", "forenm": "forename", "fore": "forename"},
}
_OF_PERSONS = {
    **{"dob": "DOB", "born": "DOB", "birthdate": "DOB", "addr": "address", "address": "address", "add": "address"},
    **{"pcode": "postcode", "postcode": "postcode", "tel": "telephone", "telno": "telephone", "phone": "telephone"},
    **{"mob": "mobile", "mobile": "mobile"},
}
_OF_OFFENDERS = {
    **{"sex": "sex", "gender": "sex", "gend": "sex", "age": "age", "youth": "youth", "yth": "youth"},
    **{"acct": "account", "account": "account", "acc": "account", "sde": "self-defined ethnicity"},
    **{"sdeth": "self-defined ethnicity", "ethsd": "self-defined ethnicity", "eth": "ethnicity", "veh": "vehicle"},
}
_OF_VICTIMS = {
    **{"cons": "consulted", "consulted": "consulted", "agr": "agreed", "agree": "agreed", "agreed": "agreed"},
    **{"con": "consulted", "cnslt": "consulted", "agrd": "agreed", "agrs": "agreed"},
    **{"view": "views", "views": "views", "wish": "views"},
}
_OF_OFFICERS = {
    **{"warr": "warrant number", "warrno": "warrant number", "warrant": "warrant number", "wno": "warrant number"},
    **{"coll": "collar number", "collar": "collar number", "collno": "collar number", "rank": "rank", "rk": "rank"},
}
_OF_DECISIONS = {
    **{"date": "date", "dt": "date", "rat": "rationale", "ratnl": "rationale", "rationale": "rationale"},
    **{"reason": "reason", "reas": "reason"},
}
_SUSPECT, _VICTIM = "Suspect", "Victim"
_ENDINGS = {
    _SUSPECT: _OF_ANYBODY | _OF_PERSONS | _OF_OFFENDERS,
    _VICTIM: _OF_ANYBODY | _OF_PERSONS | _OF_VICTIMS,
    **dict.fromkeys(("OIC", "Supervisor", "Decision maker", "Authorising officer"), _OF_ANYBODY | _OF_OFFICERS),
    "Decision": _OF_DECISIONS,
    "Conditions": {
        **dict.fromkeys(("res", "result", "met", "comp", "compl"), "completed"),
        **{"due": "due", "text": "text", "txt": "text"},
    },
}
_BEGINNINGS = {
    **dict.fromkeys(("sus", "susp", "suspect", "accd", "def", "deft"), _SUSPECT),
    **dict.fromkeys(("viw", "vic", "vict", "victim", "agg", "aggd", "ip"), _VICTIM),
    **{"oic": "OIC", "io": "OIC", "sup": "Supervisor", "supv": "Supervisor", "supvr": "Supervisor"},
    **{"v": _VICTIM, "auth": "Authorising officer"},
    **{"dm": "Decision maker", "dec": "Decision", "cond": "Conditions", "conds": "Conditions"},
}


def parted_by_neighbours(headings: Sequence[str]) -> list[str]:
    """Give headings with those parted that begin with one short form of somebody, where several do."""
    parted = [_parted(heading) for heading in headings]
    counts = Counter(beginning for beginning, _ in filter(None, parted))
    counts.update(alone for heading in headings if (alone := heading.strip().casefold()) in _BEGINNINGS)  # AUTH, AUTHRK
    return [
        words[1] if words and counts[words[0]] >= _FEWEST and fold(heading) not in PHRASES else heading
        for heading, words in zip(headings, parted, strict=True)
    ]


def _parted(heading: str) -> tuple[str, str] | None:
    """Give how a heading begins, and what it says in words; None where it is not made of two known short forms."""
    match = _RUN.fullmatch(heading.strip())
    if match is None:
        return None
    run, number = match[1].casefold(), match[2]
    ways = [
        (beginning, who, end)
        for beginning, who in _BEGINNINGS.items()
        if run.startswith(beginning) and (end := _ENDINGS[who].get(run.removeprefix(beginning)))
    ]
    if len(ways) != 1:
        return None
    beginning, who, end = ways[0]
    if who == _VICTIM and end not in _OF_VICTIMS.values():
        return beginning, f"{who} {number or _FIRST} {end}"
    return (beginning, f"{who} {end}") if number in ("", _FIRST) and (who == _SUSPECT or not number) else None
