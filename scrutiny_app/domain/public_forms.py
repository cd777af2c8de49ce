"""How full a public report's table of disposals and ages may be: as full as still leaves numbers to print.

Where the two are crossed, most cells are small; to protect them nearly all is hidden, totals too. So barer forms are
tried as well: disposals and ages each alone, with fewer kinds of result. What a barer form leaves out is protected as
if it stood there hidden, so that nobody can reckon it from what is printed.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.besieging import Name, Range
from scrutiny_app.domain.national_cells import HEADLINE, THEME
from scrutiny_app.domain.national_return import COUNTED, TOTAL
from scrutiny_app.domain.suppressing import ALL


class BreakdownForm(NamedTuple):
    """One form of the table: whether disposals and ages are crossed, and what is counted of each line."""

    crossed: bool
    codes: tuple[str, ...]

    def tells(self, name: Name) -> bool:
        """Say whether the table has a cell; a name without its scope, of no headline and no theme."""
        return name[2] in self.codes and self.has_line(name)

    def has_line(self, name: Name) -> bool:
        """Say whether the table has a cell's line."""
        return self.crossed or ALL in name[:2]


_WRONG, _SOUND = Result.INAPPROPRIATE.value, Result.APPROPRIATE.value
FORMS = (  # the fullest first
    BreakdownForm(crossed=True, codes=tuple(COUNTED)),
    BreakdownForm(crossed=False, codes=tuple(COUNTED)),
    BreakdownForm(crossed=False, codes=(TOTAL, _SOUND, _WRONG)),
    BreakdownForm(crossed=False, codes=(TOTAL, _WRONG)),
    BreakdownForm(crossed=False, codes=(TOTAL,)),
)
FULLEST = FORMS[0]


def is_breakdown(name: Name) -> bool:
    """Say whether a cell, by its name within a scope, is of the table and no headline and no theme."""
    return name[0] != THEME and name[:2] != HEADLINE


def form_in(content: Mapping[str, Any]) -> BreakdownForm:
    """Tell from a report's content in which form its table stands; the fullest where it has none."""
    lines = [line for part in content["parts"] for line in part["breakdown"]]
    if not lines:
        return FULLEST
    crossed = any(ALL not in (line["disposal"], line["age_group"]) for line in lines)
    return BreakdownForm(crossed, tuple(code for code in COUNTED if code in lines[0]["counts"]))


def numbers_told(shown: Mapping[Name, int | Range | None]) -> tuple[int, int]:
    """Count the numbers other than nought that the table prints, and those that it hides."""
    ours = [count for name, count in shown.items() if is_breakdown(name[1:]) and count != 0]
    told = sum(isinstance(count, int) for count in ours)
    return told, len(ours) - told


def stands(shown: Mapping[Name, int | Range | None]) -> bool:
    """Say whether at least half of the table's numbers are printed."""
    told, hidden = numbers_told(shown)
    return told >= hidden


def worth(shown: Mapping[Name, int | Range | None]) -> tuple[int, int]:
    """Weigh a table against other forms of it: the more it prints the better, and of equal ones the less it hides."""
    told, hidden = numbers_told(shown)
    return told, -hidden
