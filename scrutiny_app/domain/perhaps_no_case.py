"""What a column that is not loaded says of a row that is: that it was charged, cancelled or never signed.

Only words of this list are told, never what else stands in the cell. Nothing is left out by it: a person looks.
"""

import re
from collections.abc import Iterator, Sequence

from scrutiny_app.domain.cells import Cell, fold
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.same_headings import told_apart
from scrutiny_app.domain.uses import NEVER_LOADED, Mapping

ADVICE = (
    "See whether each row is a case for a panel. One that is not is to be taken out of the file before it is loaded; "
    "or load the column as “Case status”, and say which of its words leave their rows out."
)
MOST_TOLD = 100  # rows
_LONGEST = 150  # characters: more is a narrative, which tells of much
_MOST_KEPT = 5_000  # different texts of a column
_DOCUMENT = r"(?:cr|oocr?d?|caution|resolution|disposal|form|agreement|contract)"
_SAYS = re.compile(
    r"\b(?:charged|summonsed|cancell?ed|no[ -]?crimed?|rescinded|voided|void|unsigned|"
    r"(?:recorded|entered|added|created|logged) in error|nfa|n\.f\.a|no further action|"
    rf"not (?:yet )?(?:been )?(?:signed|issued|given|administered|accepted|finalised)|not (?:an? )?{_DOCUMENT}|"
    rf"(?:leave|left) off|(?:{_DOCUMENT}|offender|suspect) (?:was |has been |has )?(?:withdrawn|refused|declined)|"
    r"(?:declined|withdrawn|refused|rejected) (?:by|at) \w+|do not (?:count|include))\b",
    re.IGNORECASE,
)


def said_of_no_case(text: str) -> str:
    """Give the words by which a short text says that a row may be no case; empty where there are none."""
    found = _SAYS.search(text) if len(text) <= _LONGEST else None
    return found[0].casefold() if found else ""


class PerhapsNoCase:
    """Watches what is not loaded of the rows that are cases."""

    def __init__(self, mapping: Mapping, headings: Sequence[str]) -> None:
        apart = [" ".join(heading.split()) for heading in told_apart(headings)]
        self._columns = [
            (at, heading[:60], dict[str, str]())
            for at, heading in enumerate(apart)
            if (key := fold(heading)) and not mapping.uses.get(key) and key not in NEVER_LOADED
        ]
        self._told = 0

    def of(self, number: int, row: Sequence[Cell]) -> Iterator[Problem]:
        """Yield what the columns that are not loaded say against a row that is a case."""
        if self._told >= MOST_TOLD:
            return
        for at, heading, known in self._columns:
            cell = row[at] if at < len(row) else None
            if type(cell) is not str or not cell:
                continue
            if cell not in known:
                if len(known) >= _MOST_KEPT:
                    self._leave(at, known)
                    continue
                known[cell] = said_of_no_case(cell)
            if words := known[cell]:
                self._told += 1
                yield Problem(number, heading, Fault.NOT_LOADED, f"says “{words}” of a row that is loaded", ADVICE)

    def _leave(self, at: int, known: dict[str, str]) -> None:
        """Watch a column of many texts on only where some of them said so."""
        if any(known.values()):
            known.clear()
        else:
            self._columns = [column for column in self._columns if column[0] != at]
