"""Doors, junctions and houses told by the words beside them and not by the kind of a street."""

import re
from collections.abc import Iterator

from redaction.findings import Finding
from redaction.shaped.shape import cue, shape

_CAPITAL = r"[A-Z][A-Za-z'\-]{2,24}"
_JUNCTION = r"(?:j/w|jct (?:w/|with)|junction (?:of|with))"
# A street may be called by its kind alone, with a capital: off the Crescent.
_KINDS = (
    "Crescent|Avenue|Grove|Parade|Terrace|Esplanade|Promenade|Causeway|Broadway|Mews|Ridgeway|Ridings|Paddocks|Strand"
)
_WHO = r"(?:Mr|Mrs|Ms|Miss|Dr|Rev|Insp|Sgt|Police|Officer|Witness|Victim|Suspect|Neighbour)\b"
_IN_WORDS = (  # above twelve, which is no hour
    r"(?P<v>(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)\b"
)
_DOOR = r"(?:no|nr|number)\.? ?(?P<v>\d{1,3}[a-z]?)\b"

WITHOUT_DIGITS = (
    shape(
        "street",
        "a street before a junction",
        rf"\b(?P<v>(?!(?:The|This|That|Near)\b){_CAPITAL}(?: {_CAPITAL})?) {_JUNCTION}",
        cased=True,
        certainty=0.8,
        hint="j/w|jct |junction ",
        reach=64,
    ),
    shape(
        "street",
        "a street after a junction",
        rf"\b{_JUNCTION} (?!(?:The|That)\b)(?P<v>{_CAPITAL}(?: {_CAPITAL})?)",
        cased=True,
        certainty=0.8,
        hint="j/w|jct |junction ",
        reach=64,
    ),
    shape(
        "street",
        "a street by its kind alone",
        rf"\b(?:off|on|in|down|up|along|from|near|to|at|into|across) (?P<v>the (?:{_KINDS}))\b(?! [A-Z])",
        cased=True,
        certainty=0.8,
        hint=f"the (?:{_KINDS.lower()})",
        reach=24,
    ),
    shape(
        "address",
        "a neighbour's number in words",
        rf"\b(?:across|over) the (?:road|street|way) (?:at|in) (?:number )?{_IN_WORDS}",
        certainty=0.8,
        hint="the (?:road|street|way) (?:at|in) ",
        reach=40,
    ),
    shape(
        "town",
        "a place after a house",
        rf"\b[A-Z][a-z]{{2,20}} (?:House|Cottages?|Farm|Lodge|Barn|Manor|Rectory|Vicarage|Grange), "
        rf"(?!{_WHO})(?P<v>[A-Z][a-z]{{2,20}} [A-Z][a-z]{{2,20}})(?=[,;)])",
        cased=True,
        certainty=0.55,
        needs="house, cottage, cottages, farm, lodge, barn, manor, rectory, vicarage, grange,",
        hint="(?:house|cottages?|farm|lodge|barn|manor|rectory|vicarage|grange), ",
        reach=48,
    ),
    shape(
        "place",
        "a house's or place's Welsh name",
        r"(?<![\w\-])[A-Z][^\W\d_]{1,14}-(?:y|yr|ar)-[A-Z][^\W\d_]{1,14}\b",
        r"\bChy[ -]an[ -][A-Z][a-z]{1,14}\b",
        cased=True,
        certainty=0.9,
        needs="-y- -yr- -ar- chy",
    ),
)
WITH_DIGITS = (
    shape(
        "address",
        "a unit's number after a comma",
        r"(?<=, )(?:Unit|Arch|Stall|Berth) \d{1,3}[A-Za-z]?(?=[,;)\n]|\.(?!\d)|$)",
        cased=True,
        certainty=0.85,
        needs="unit arch stall berth",
    ),
)
CUES = (
    cue(
        "upstair upstairs downstairs opposite neighbour neighbours", "address", "a door's number", _DOOR, between=r" \("
    ),
    cue(
        "path footpath bridleway byway",
        "address",
        "a path's number",
        r"(?P<v>\d{1,3})(?=[,;)\n]|\.(?!\d)|$)",
        between=r" (?:no\.? ?)?",
        certainty=0.8,
    ),
)

_LISTED = re.compile(r"(?<![\w£./])(?P<v>(?:\d{1,3}[a-z]?, ){2,8}\d{1,3}[a-z]?)(?= [A-Z][a-z]{2,20} [A-Z])")
_TWO = re.compile(r"\d[a-z]?, \d{1,3}[a-z]?, ")
_AT_ITS_HEAD = re.compile(r"^(?P<v>\d{1,3}[a-z]?)(?=: )", re.MULTILINE)


def find_listed_doors(text: str) -> Iterator[Finding]:
    """Give each door of `3, 5, 11 Quillet Rise` that heads a line of its own: `5: Zorbik`."""
    listed = _LISTED.finditer(text) if _TWO.search(text) else ()
    doors = {door for each in listed for door in each["v"].split(", ")}
    for head in _AT_ITS_HEAD.finditer(text) if doors else ():
        if head["v"] in doors:
            yield Finding(*head.span("v"), "address", "shaped", 0.8, "a door of a list", key=head["v"])
