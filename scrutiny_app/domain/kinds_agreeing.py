"""Telling a column of kinds, such as PER and ORG or P, B and S, by the names beside it, whatever heads it.

Where it says that a victim is an organisation their name is one's, and nowhere else is it. Words that stand only beside
the state, which is nobody's name, may be any.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scrutiny_app.domain.kind_words import is_kind, is_organisation
from scrutiny_app.domain.likeness import PEOPLE, tokens
from scrutiny_app.domain.looking import SheetLook
from scrutiny_app.domain.naming import is_nobody
from scrutiny_app.domain.no_victim import is_no_victim
from scrutiny_app.domain.organisations import is_body
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import Part
from scrutiny_app.domain.written_cells import unwritten

_NEAR = 3  # columns
_MOST = 12  # kinds
_FEW = 0.1  # of the rows, in which it is wrong
_LONGEST = 40  # characters of one


@dataclass(frozen=True)
class NameColumns:
    """The columns, by their places, in which a name stands: whole, or a surname with its forenames."""

    field: str
    name: int
    forenames: int | None = None


def names_in(found: Sequence[Suggestion], named: Sequence[str]) -> Iterator[NameColumns]:
    """Give where each of the fields that name somebody has its name, if it has one."""
    place = {(use.field, use.part): at for at, one in enumerate(found) for use in one.uses}
    for field in named:
        if (field, Part.KIND) in place or (field, Part.ORGANISATION) in place:
            continue
        if (at := place.get((field, Part.WHOLE), place.get((field, Part.SURNAME)))) is not None:
            yield NameColumns(field, at, place.get((field, Part.FORENAMES)))


def agrees(sheet: SheetLook, at: int, names: NameColumns) -> bool:
    """Say whether a column says of the names near it which are organisations', and is of nobody else."""
    column = sheet.columns[at]
    near = min(abs(at - place) for place in (names.name, names.forenames) if place is not None) <= _NEAR
    of_others = tokens(column.heading) & PEOPLE - {"victim"}
    words = [word for word, _ in column.words or () if not is_nobody(word)]
    if not near or of_others or not 1 < len(words) <= _MOST or max(map(len, words)) > _LONGEST:
        return False
    if not all(is_kind(word, letters=True) or changes_nothing(sheet, at, names, word) for word in words):
        return False
    rows = [(kind, name) for kind, name in _rows(sheet, at, names) if is_kind(kind, letters=True)]
    said = [(is_organisation(kind), _is_firm(*name)) for kind, name in rows]
    against = sum(is_one is not None and is_one != of_firm for of_firm, is_one in said)
    says_which = any(of_firm for of_firm, _ in said) and not all(of_firm for of_firm, _ in said)
    return says_which and (True, True) in said and against <= _FEW * len(said)


def changes_nothing(sheet: SheetLook, at: int, names: NameColumns, word: str) -> bool:
    """Say whether a word stands in the first rows beside nobody's name, or beside organisations known by theirs."""
    beside = [name for kind, name in _all_rows(sheet, at, names) if kind == word.strip()]
    of_nobody = all(is_no_victim(name) or is_nobody(name) for name, _ in beside)
    return bool(beside) and (of_nobody or all(_is_firm(*name) for name in beside))


def _rows(sheet: SheetLook, at: int, names: NameColumns) -> Iterator[tuple[str, tuple[str, str]]]:
    """Give the kind and the name, with its forenames, of each of the first rows that names somebody."""
    for kind, (name, forenames) in _all_rows(sheet, at, names):
        if not (is_nobody(name) or is_no_victim(name) or is_nobody(kind)):
            yield kind, (name, forenames)


def _all_rows(sheet: SheetLook, at: int, names: NameColumns) -> Iterator[tuple[str, tuple[str, str]]]:
    for row in sheet.first:
        cells = [str(unwritten(cell) or "").strip() for cell in row]
        cells += [""] * (len(sheet.columns) - len(cells))
        yield cells[at], (cells[names.name], cells[names.forenames] if names.forenames is not None else "")


def _is_firm(name: str, forenames: str) -> bool | None:
    """Say whether a name is an organisation's by its words, or a person's by its forenames; None where none tells."""
    if not is_nobody(forenames) or ", " in name:
        return False
    return True if is_body(name) or name.endswith(",") else None
