"""Words for a status that are read as open, so that their rows are left out: they are shown, and asked about in doubt.

In doubt is one whose rows have a disposal and its date: in a system for interventions “Active” says that these run.
"""

import re

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.halved_words import read_as
from scrutiny_app.domain.looking import ColumnLook, SheetLook
from scrutiny_app.domain.ticks import is_blank
from scrutiny_app.domain.uses import Mapping, word_key
from scrutiny_app.domain.vocabulary import APPROVED
from scrutiny_app.domain.word_questions import Word
from scrutiny_app.domain.written_cells import unwritten

OPEN = "open"
OPEN_SHOWN = "Open: its rows are left out until it is finalised"
WHY_ASKED = "Open or not? Its rows have a disposal and its date: it may only say that the conditions still run."
_STATUS = COLUMN["status"]
_IS_APPROVED = re.compile(APPROVED, re.IGNORECASE)
_OF_AN_END = ("disposal", "disposal_date")


def is_read_as_open(field: str, word: str) -> bool:
    """Say whether a word is read as open without anybody having been asked."""
    return field == _STATUS.name and read_as(_STATUS, word) == OPEN


def open_words(column: ColumnLook, sheet: SheetLook, mapping: Mapping) -> tuple[Word, ...]:
    """List the words of a column of statuses that are read as open, without that meaning where it is in doubt."""
    counts: dict[str, tuple[str, int]] = {}
    for word, count in column.words or ():
        if is_read_as_open(_STATUS.name, word):
            shown, before = counts.get(word_key(word), (" ".join(word.split()), 0))
            counts[word_key(word)] = shown, before + count
    ended = _with_an_end(column, sheet, mapping) if counts else set()
    return tuple((word, count, None if key in ended else OPEN) for key, (word, count) in counts.items())


def without_doubtful_approvals(
    words: tuple[Word, ...], column: ColumnLook, sheet: SheetLook, mapping: Mapping
) -> tuple[Word, ...]:
    """Take the meaning from a status of "Approved" alone, where a row that has it may lack its disposal or the date."""
    if not any(_IS_APPROVED.search(word) for word, _, _ in words):
        return words
    ended = _with_an_end(column, sheet, mapping)
    return tuple(
        (word, count, None if _IS_APPROVED.search(word) and word_key(word) not in ended else code)
        for word, count, code in words
    )


def _with_an_end(column: ColumnLook, sheet: SheetLook, mapping: Mapping) -> set[str]:
    """Give the words of which every row that was kept has a disposal and its date."""
    places = [[at for at, one in enumerate(sheet.columns) if _fills(mapping, one.heading, name)] for name in _OF_AN_END]
    if column not in sheet.columns or not (places[1] and (places[0] or mapping.constants.get("disposal"))):
        return set()
    own = sheet.columns.index(column)
    ended: dict[str, bool] = {}
    for row in sheet.first:
        cells = [unwritten(cell) for cell in row]
        key = word_key(str(cells[own])) if own < len(cells) else ""
        has_end = all(any(at < len(cells) and not is_blank(cells[at]) for at in some) for some in places if some)
        ended[key] = ended.get(key, True) and has_end
    return {key for key, always in ended.items() if always and key}


def _fills(mapping: Mapping, heading: str, name: str) -> bool:
    return any(use.field == name for use in mapping.uses.get(fold(heading), ()))
