"""Knowing what stands for a victim where there is none: the state, the Crown, society.

It is no person's name, and nobody to be looked for by the redaction; it says that the crime has no victim to consult.
"""

import re
from collections.abc import MutableMapping, Sequence

from scrutiny_app.domain.cell_words import NOTHING, Cell

NAMES = ("victim_1_name", "victim_2_name", "victim_3_name")
FACT, FACT_CODE = "victim_consulted", "no_victim"
NO_VICTIM = "no identifiable victim"  # what a cell becomes before its names are turned
_BODIES = (
    "goron|y goron|state|crown|regina|rex|society|community|public|"
    "crown court|general public|public at large|king|queen"
)
_CROWN = r"r|(?:r|rex|regina|the (?:king|queen)|crown)\s*\.?\s*(?:v|vs|-v-)\.?"  # as a case is headed: "R v"
_ALONE = frozenset({"king", "queen"})  # a person's surname too, but for "the" before it
_BODY = rf"(?:h\.?m\.? )?(?:the )?(?:{_BODIES})(?: based)?(?: (?:victim|offence|crime|as victim))?"
NO_VICTIMS = (  # by whatever word a force calls a victim
    r"(?:no|nil|without)(?: an?| any)? "
    r"(?:(?:id(?:ent(?:ifi\w+)?)?|known|named|direct|personal|specific|actual|individual|particular|obvious|real|"
    r"human|visible|apparent|primary|traceable|nominated|listed|recorded) )?"
    r"(?:vic(?:tim|t)?s?|ips?|injured(?: (?:part(?:y|ies)|persons?))?|aggrieved(?: part(?:y|ies)| persons?)?|"
    r"complain(?:ant|er)s?|losers?|(?:person|people|individual)s? harmed|"
    r"(?:harmed|wronged|affected) (?:part(?:y|ies)|persons?|people|individuals?|ones?))\b"
)
NOBODY_HARMED = r"(?:nobody|no[ \-]?one|none) (?:was |were |is )?(?:harmed|hurt|affected|wronged)\b"
_NONE = (
    rf"victimless(?: (?:crime|offence))?|{NOBODY_HARMED}"
    rf"|(?:(?:as )?there (?:is|was|were|are) )?{NO_VICTIMS}(?: (?:identified|harmed|named|involved))?"
)
_NO_VICTIM = re.compile(
    rf"(?:n/?a|none|not applicable)?\W*(?:{_BODY}|{_NONE}|{_CROWN})(?:\W+(?:{_BODY}|{_NONE}))?\W*", re.IGNORECASE
)
_LONGEST = 60
_COMMON = (
    *("state", "the state", "crown", "the crown", "regina", "rex", "society", "community", "public", "victimless"),
    *(
        "the community",
        "the public",
        "victimless crime",
        "no victim",
        "no vic",
        "no identifiable victim",
        "state based",
    ),
    *("no complainant", "no complainer", "no aggrieved", "no loser", "no ip", "no injured party"),
    *(
        "crown/state",
        "state/crown",
        "state victim",
        "no id victim",
        "r",
        "r v",
        "r v.",
        "r vs",
        "rex v",
        "regina v",
        "crown v",
    ),
)
_SPELT = frozenset(
    f"{spelt}{comma}"
    for word in _COMMON
    for spelt in (word, f"{word[:-1].upper()}{word[-1]}", word.upper(), word.title(), word.capitalize())
    for comma in ("", ",")
)


def is_no_victim(name: str) -> bool:
    """Say whether what stands for a victim's name says that there is none who could be named."""
    plain = " ".join(name.split()).strip(" ,.")
    if len(plain) > _LONGEST or plain.casefold() in _ALONE:
        return False
    return _NO_VICTIM.fullmatch(plain) is not None


def told_apart_in(columns: MutableMapping[str, Sequence[Cell]]) -> None:
    """Take those who are nobody out of the columns of victims' names, and say of their rows that there is no victim.

    What the file itself says of the victim being consulted stands; nothing is looked at closely where nothing is found.
    """
    for name in NAMES:
        if name in columns and not _SPELT.isdisjoint(columns[name]):
            _tell_apart(columns, name)


def tell_apart_in_row(cells: MutableMapping[str, Cell]) -> None:
    """Do the same in the cells of one row."""
    if any(cells.get(name) in _SPELT for name in NAMES):
        columns: dict[str, Sequence[Cell]] = {name: [cell] for name, cell in cells.items() if name in (*NAMES, FACT)}
        told_apart_in(columns)
        cells.update((name, column[0]) for name, column in columns.items())


def _tell_apart(columns: MutableMapping[str, Sequence[Cell]], name: str) -> None:
    names = list(columns[name])
    places = [at for at, cell in enumerate(names) if isinstance(cell, str) and is_no_victim(cell)]
    for at in places:
        names[at] = None
    columns[name] = names
    facts = list(columns.get(FACT) or [None] * len(names))
    for at in places:
        if _is_blank(facts[at]) and all(_is_blank(columns[one][at]) for one in NAMES if one in columns):
            facts[at] = FACT_CODE
    columns[FACT] = facts


def _is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and cell.strip().casefold() in NOTHING)
