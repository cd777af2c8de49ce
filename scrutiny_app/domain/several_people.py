"""Knowing several people in the one cell that should name one, so that they never become one false person.

"Ann Marsh and Joe Bond" are two; so are "Marsh, Ann; Bond, Joe". Each whole name of a cell of victims gets a place of
its own where all places are free. Everything else is left as it is told here, for the check to refuse.
"""

import re
from collections.abc import Callable, Iterable, MutableMapping

from scrutiny_app.domain.cell_words import Cell
from scrutiny_app.domain.common_forenames import COMMON
from scrutiny_app.domain.listed_cells import items_of
from scrutiny_app.domain.naming import is_nobody
from scrutiny_app.domain.officer_cells import is_staff_number
from scrutiny_app.domain.organisations import is_body
from scrutiny_app.domain.people_listed import names_listed
from scrutiny_app.domain.ranks import without_acting, without_rank_at_number

VICTIMS = ("victim_1_name", "victim_2_name", "victim_3_name")
BETWEEN = ";"  # stands between people once they are told apart
_THEIRS = tuple(f"victim_{at}_{ending}" for at in (1, 2, 3) for ending in ("born", "address", "contact"))
_LINES = re.compile(r"[;\r\n]+")
# A stroke is none in the "a/l", "d/o" or "s/o" of one person, who is called after a father.
_AND = re.compile(r"\s*(?:\band\b|[&+|]|(?<!\b[adsw])/|/(?![lpo]\b))\s*", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:rd|road|street|st|lane|ave|avenue|way|close|drive|court|square|parade|terrace|crescent|quay|wharf|arcade"
    r"|precinct|retail park|broadway|walk|mews|hill|row|green|place|gardens|estate|cent(?:re|er)|market)\.?$",
    re.IGNORECASE,
)
_ANY = re.compile(r"[;\r\n&+/|]|^\[|\band\b", re.IGNORECASE)


def may_be_several(text: str) -> bool:
    """Say whether a text has anything that stands between people."""
    return _ANY.search(text) is not None and _ANY.search(without_acting(text)) is not None


def all_single(texts: Iterable[str]) -> bool:
    """Say of many texts at once whether surely none has anything that stands between people."""
    return _ANY.search("\t".join(texts)) is None and not any(text[:1] == "[" for text in texts)


def people_in(text: str, *, commas_part: bool = False) -> list[str] | None:
    """Give the people whom a cell names if they are several and each is named whole; else None.

    `commas_part` says that a person is written without a comma, so that commas stand between people.
    """
    if (named := names_listed(text)) is not None:
        return named if all(map(_is_whole, named)) else None
    found: list[str] = []
    listed = items_of(text)
    for line in filter(None, map(str.strip, _LINES.split(text) if listed is None else listed)):
        found += _of_line(line, commas_part)
    found = [name for name in found if not is_nobody(name)] if len(found) > 1 else found
    several = len(found) > 1 or (listed is not None and len(found) == 1)
    return found if several and all(map(_is_whole, found)) else None


def names_two(surname: str, forenames: str) -> bool:
    """Say whether both sides of a comma read like a common forename before a surname: "Ann Marsh, Joe Bond"."""
    return _forename_leads(surname) and _forename_leads(forenames)


def _forename_leads(text: str) -> bool:
    first, *_, last = words if len(words := text.casefold().split()) > 1 else ("", "")
    return first in COMMON and last not in COMMON


def turn_each(cell: Cell, style: Callable[[Cell], Cell], *, commas_part: bool = True, firms: bool = False) -> Cell:
    """Turn each of several people whom one cell names; those who cannot be told apart stand, to be refused.

    `firms` says that what has no comma is an organisation, so that "Malt & Myrtle" is one.
    """
    if not isinstance(cell, str) or not (may_be_several(cell) or "," in cell):
        return style(cell)
    if not commas_part and not may_be_several(cell):
        return cell
    people = people_in(cell, commas_part=commas_part)
    if people is None:
        return style(cell) if firms or not may_be_several(cell) or is_body(cell) else cell
    return f"{BETWEEN} ".join(str(one if "," in one else style(one)) for one in people)


def _of_line(line: str, commas_part: bool) -> list[str]:
    if _is_organisation(line):
        return [line]
    parts = [part.strip(" ,") if commas_part else part.strip() for part in _AND.split(line)]
    if not commas_part:
        return list(filter(None, parts))
    return [one for part in parts if part for one in _parted_by_commas(part)]


def _parted_by_commas(text: str) -> list[str]:
    names = [name.strip() for name in text.split(",")]
    whole = len(names) > 1 and all(len(name.split()) > 1 for name in names)
    return names if whole and not any(_PLACE.search(name) or _is_rank(name) for name in names[1:]) else [text]


def _is_rank(text: str) -> bool:
    """Say whether what stands after a comma is an officer's rank and number: "B Coxhoe, CI 7"."""
    return is_staff_number(without_rank_at_number(text))


def _is_organisation(name: str) -> bool:
    return ends_as_organisation(name) or ("," not in name and is_body(name))


def ends_as_organisation(name: str) -> bool:
    """Say whether a comma at a name's end says that it is an organisation's, whatever commas stand before it.

    "Marsh, Ann," and "Ann Marsh, Joe Bond," may be people all the same.
    """
    *parts, end = (part.strip() for part in name.split(","))
    if end or not parts or _LINES.search(name):
        return False
    if len(parts) == 1 or is_body(" ".join(parts)) or any(map(is_place, parts[1:])):
        return True
    return not any(map(_leads_with_forename, parts)) and any(len(part.split()) == 1 for part in parts)


def may_be_person(name: str) -> bool:
    """Say whether a comma stands before a common forename, so that a name may be a person's whatever is said of it."""
    surname, _, forenames = name.partition(",")
    return _leads_with_forename(forenames) and _ANY.search(surname) is None and not is_place(forenames.strip())


def is_place(text: str) -> bool:
    """Say whether a text of several words ends as a street's name or another place's does."""
    return " " in text and _PLACE.search(text) is not None


def _leads_with_forename(text: str) -> bool:
    words = text.casefold().split()
    return bool(words) and words[0] in COMMON and _ANY.search(text) is None


def _is_whole(name: str) -> bool:
    surname, comma, forenames = (part.strip() for part in name.partition(","))
    if comma:
        return bool(surname) and "," not in forenames and (bool(forenames) or name.endswith(","))
    return len(name.split()) > 1


def give_places(cells: MutableMapping[str, Cell]) -> None:
    """Give each of several victims in the first one's cell a place, where none but that cell says anything of them."""
    cell = cells.get(VICTIMS[0])
    if not isinstance(cell, str) or not may_be_several(cell):
        return
    people = people_in(cell)
    if people is None or len(people) > len(VICTIMS) or not all("," in name or is_body(name) for name in people):
        return
    if all(_is_blank(cells.get(name)) for name in (*VICTIMS[1:], *_THEIRS)):
        cells.update(zip(VICTIMS, people, strict=False))


def _is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip(" -–—"))
