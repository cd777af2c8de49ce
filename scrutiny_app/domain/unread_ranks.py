"""Loading a case whose decision-maker's or authoriser's rank is a word that is not known: the rank is left blank.

No case needs a rank, so none is lost for one. The report of the import tells which column's ranks were left blank; a
word that somebody has said is to reject its rows still does.
"""

from collections.abc import Iterator

from scrutiny_app.domain.cases import Field
from scrutiny_app.domain.cells import Cell, Reader, Unreadable, fold, reader
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.joined_cells import text_shown
from scrutiny_app.domain.looking import Look, SheetLook
from scrutiny_app.domain.uses import Mapping, Use, described, word_key

_FOUND = "ranks that are not known, left blank in {:,} rows"
_FOUND_IN_ONE = "a rank that is not known, left blank in 1 row"
_ADVICE = "Nothing, unless the rank matters to the case: then write one of {}, and import the file again."
Uses = dict[str, tuple[Use, ...]]


def is_rank(field: Field) -> bool:
    """Say whether a field is of a rank."""
    return field.name.endswith("rank")


def without_unknown(cell: Cell, read: Reader, words: dict[str, str]) -> Cell:
    """Give a rank's cell as it stands; None where its word is not known, and is not among those that somebody read."""
    text = text_shown(cell)
    return None if text and word_key(text) not in words and _is_unknown(cell, read) else cell


def unread_ranks_told(look: Look, mapping: Mapping) -> list[Problem]:
    """Tell in the report of an import which columns hold ranks that are left blank."""
    told = list(_told(look.cases, mapping.uses, mapping, parties=False))
    return told + list(_told(look.parties, mapping.parties, mapping, parties=True)) if look.parties else told


def _told(sheet: SheetLook, uses: Uses, mapping: Mapping, *, parties: bool) -> Iterator[Problem]:
    for at, column in enumerate(sheet.columns):
        for use in uses.get(fold(column.heading), ()):
            field = described(use.field, parties=parties)
            if field is None or not is_rank(field):
                continue
            words = column.words or tuple((row[at], 1) for row in sheet.first if at < len(row))
            read, said = reader(field), mapping.words.get(field.name, {})
            rows = sum(count for word, count in words if word and without_unknown(word, read, said) is None)
            if rows:
                titles = ", ".join(choice.title for choice in field.choices)
                found = _FOUND_IN_ONE if rows == 1 else _FOUND.format(rows)
                yield Problem(1, column.heading[:60], Fault.NOT_LOADED, found, _ADVICE.format(titles))


def _is_unknown(cell: Cell, read: Reader) -> bool:
    try:
        read(cell)
    except Unreadable as unread:
        return unread.fault == Fault.UNKNOWN_WORD
    return False
