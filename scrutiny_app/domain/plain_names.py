"""Taking out of one person's name what is no part of it: a title, a rank with its number, "PC 2187 K Blenkarn".

It is asked only of names that are not plain words, a comma and plain words: nearly all are.
"""

import re

from scrutiny_app.domain.aliases import alias_in_brackets
from scrutiny_app.domain.naming import forenames_first, is_rank, unranked
from scrutiny_app.domain.officer_cells import NUMBER, part_officer
from scrutiny_app.domain.organisations import TITLES
from scrutiny_app.domain.ranks import RANKS, without_acting, without_points, without_rank_at_number

_NUMBERED = re.compile(NUMBER)
_MARKED = re.compile(r"\s*\((?:co|company|org|organisation)\.?\)\s*([^,]*[^\s,]),?\s*", re.IGNORECASE)  # (CO) Spar
_SEVERAL = re.compile(r"[;\r\n|]")


def plainly_named(name: str, *, ranked: bool = False) -> str:
    """Give "Surname, Forenames" without a title or an officer's rank and number; any other name as it is.

    `ranked` says that officers stand in the column. What a file marks as an organisation's gets a comma at its end,
    in place of the mark.
    """
    if _SEVERAL.search(name):
        return name
    if marked := _MARKED.fullmatch(name):
        return f"{marked[1]},"
    name = alias_in_brackets(name)
    surname, comma, forenames = (part.strip() for part in name.partition(","))
    if not comma:
        return _without_comma(name)
    if any(map(is_rank, surname.split())) and any(map(str.isdigit, surname)) and (parted := part_officer(name)):
        return parted[0]  # "1187 PC LOCKWOOD, Adrian"
    words = _without_rank(forenames).split()
    while words and words[0].rstrip(".").casefold() in TITLES:
        words = words[1:]
    last = surname.split()
    while len(last) > 1 and last[0].rstrip(".").casefold() in TITLES:
        last = last[1:]
    if len(last) > 1:
        plain = without_acting(without_points(" ".join(last)) if ranked else " ".join(last)).split()
        last = unranked(plain, surname_leads=not ranked, ranked=ranked) or last  # "PS LANE, GORDON"
    return f"{' '.join(last)}, {' '.join(words)}".rstrip() if forenames and last else name


def _without_comma(name: str) -> str:
    """Read a name that begins with a title, or with a rank and a number: its order is then known."""
    words = name.split()
    if len(words) > 1 and words[0].rstrip(".").casefold() in TITLES:
        return forenames_first(name, ranked=False)
    if any(map(str.isdigit, name)) and _without_rank(name) != name:
        parted = part_officer(name)
        return parted[0] if parted else name
    return name


def _without_rank(forenames: str) -> str:
    """Leave out a rank that stands before a number, and the number: of "PC 2187 K" keep "K"."""
    if not any(map(str.isdigit, forenames)):
        return forenames
    plain = without_rank_at_number(forenames)
    words = (plain if plain != forenames else forenames).split()
    is_ranked = plain != forenames or (len(words) > 1 and words[0].strip(".").casefold() in RANKS)
    words = words[1:] if plain == forenames and is_ranked else words
    return " ".join(words[1:]) if is_ranked and words and _NUMBERED.fullmatch(words[0]) else forenames
