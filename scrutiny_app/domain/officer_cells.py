"""Parting a cell that holds an officer's rank, number and name: "DC 1509 Szymczyk", "Gillingdale 4162"."""

import re
from collections.abc import MutableMapping

from scrutiny_app.domain.cell_words import Cell
from scrutiny_app.domain.name_order import is_capital, is_initial
from scrutiny_app.domain.naming import forenames_first, is_rank, surname_first, unranked
from scrutiny_app.domain.ranks import (
    NEVER_NAMES,
    RANKS,
    without_acting,
    without_points,
    without_rank,
    without_rank_at_number,
)

OFFICERS = ("officer", "supervisor", "decision_maker")
AUTHORISER = "authorising_name"
OF_OFFICERS = frozenset({*(f"{who}_name" for who in OFFICERS), AUTHORISER, "witnesses"})
NUMBER = r"(?:[A-Za-z]{0,3}\d{2,8}[A-Za-z]{0,2}|\d)"
_NUMBER = re.compile(rf"[(\[#]*({NUMBER})[)\],;:]*")
_WORD = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_]*)*,?")
_STAFF_NUMBER = re.compile(  # figures with at most a rank, and a few letters before and after
    rf"(?:(?:{'|'.join(sorted(RANKS, key=len, reverse=True))}|[a-z]{{1,2}})[ .:#-]+|[a-z]{{1,4}}[/.:#-]?|#)?"
    r"(?:[a-z]{1,2}[/-]?)?\d[\d/-]*(?:[/-]?[a-z]{1,3}| [a-z]{1,2})?",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"\s*[(\[](?!\s*(?:n[eé]e|a\.?k\.?a|formerly|also|known)\b)[^)\]\d]*[)\]]\s*$", re.IGNORECASE
)  # (BCU South)
_CAPITALISED = re.compile(r"\b[A-Z][a-z]+\b")  # Lee, Ng


def is_staff_number(text: str) -> bool:
    """Say whether a text may be a collar or warrant number, and has no name in it."""
    if _STAFF_NUMBER.fullmatch(text) is None:
        return False
    return all(word.casefold() in RANKS for word in _CAPITALISED.findall(text))


def part_officer(text: str) -> tuple[str, str] | None:
    """Give an officer's name, as Surname, Forenames, and number; None where a cell does not hold just these."""
    text = _without_place(text)
    plain = without_rank_at_number(without_acting(without_points(text)))
    words = plain.replace("/", " ").split() if "," not in text else plain.split()
    numbers = [match[1] for word in words if (match := _NUMBER.fullmatch(word))]
    rest = without_numbers(words)
    if len(numbers) != 1 or not rest or not all(map(_WORD.fullmatch, rest)):
        return None
    if _has_unknown_rank(words, rest):
        return None
    rest = unranked(rest)
    if any(is_rank(word.strip(",")) or word.strip(".,").casefold() in NEVER_NAMES for word in rest):
        return None  # "Marsh, Ann Insp", or a rank alone: nobody's name
    name = " ".join(rest).strip(" ,")
    if not name:
        return None
    if "," not in name:
        leads = is_capital(rest[0]) and not is_capital(rest[-1])
        turned = surname_first(name) if leads else forenames_first(name)
        name = turned if "," in turned else f"{turned},"
    return name, numbers[0]


def _has_unknown_rank(words: list[str], rest: list[str]) -> bool:
    """Say whether a word in capitals that is no known rank stands where one would: "XYZ 5120 S Ravenscar"."""
    is_before_number = len(words) > len(rest) > 2 and words[0] == rest[0] and _NUMBER.fullmatch(words[1]) is not None
    return is_before_number and is_capital(rest[0]) and is_initial(rest[1]) and not is_rank(rest[0])


def _without_place(text: str) -> str:
    """Leave out where an officer serves, in brackets at the end: "PC 0073 M HARKAWAY (BCU South)"; a rank stays."""
    found = _WHERE.search(text)
    return text[: found.start()] if found and not any(map(is_rank, re.findall(r"\w+", found[0]))) else text


def without_numbers(words: list[str]) -> list[str]:
    """Leave out the numbers among an officer's words, and what stands between."""
    return [word for word in words if not _NUMBER.fullmatch(word) and word not in ("-", "–", "no", "no.")]


def give_officers(cells: MutableMapping[str, Cell]) -> None:
    """Part each officer's cell that holds a name and a number, unless the row says another number."""
    for who in OFFICERS:
        name, number = f"{who}_name", f"{who}_number"
        _without_ranks(cells, number)
        at = next((one for one in (name, number) if holds_both(cells.get(one), is_name=one == name)), None)
        parted = part_officer(str(cells[at])) if at else None
        if parted is None or at is None:
            continue
        other = number if at == name else name
        theirs = dict(zip((name, number), parted, strict=True))
        if _is_blank(cells.get(other)) or _same(cells.get(other), theirs[other]):
            cells[at] = theirs[at]
            cells[other] = theirs[other] if _is_blank(cells.get(other)) else cells[other]
        elif at == number:
            cells[at] = theirs[at]  # the name has a column of its own, which stands


def name_authoriser(cells: MutableMapping[str, Cell]) -> None:
    """Leave the number out of an authorising officer's name: no field takes it."""
    cell = cells.get(AUTHORISER)
    parted = part_officer(cell) if isinstance(cell, str) and holds_both(cell, is_name=True) else None
    if parted:
        cells[AUTHORISER] = parted[0]


def _without_ranks(cells: MutableMapping[str, Cell], number: str) -> None:
    """Leave a rank out of a number that stands alone, so that one officer has one number everywhere."""
    cell = cells.get(number)
    if isinstance(cell, str) and not cell.isdigit() and is_staff_number(cell.strip()):
        cells[number] = without_rank(cell.strip())


def holds_both(cell: Cell, *, is_name: bool) -> bool:
    """Say whether a cell of a name holds figures, or one of a number holds a word or a rank."""
    if not isinstance(cell, str) or not cell:
        return False
    if is_name:
        return any(map(str.isdigit, cell))
    plain = cell.strip()
    return not cell.isdigit() and (not is_staff_number(plain) or without_rank(plain) != plain)


def _same(cell: Cell, said: str) -> bool:
    return str(cell).strip().casefold() == said.casefold()


def _is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip(" -–—"))
