"""What we add ourselves to a workbook of rejected rows: no fault of the file when it comes back mended."""

from collections.abc import Iterable

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.uses import NEVER_LOADED

MENDING_GUIDE = "How to use this file"  # the sheet that says how to mend the rows of the first

OTHERS_TOO = (
    "The other sheets hold the people and the conditions of these rows, as they stand in your file. They are read with "
    "them: leave their names, their headings and the case numbers as they are, and correct what is orange there too."
)


def is_own_sheet(name: str, headings: Iterable[str]) -> bool:
    """Say whether a sheet is our own guide, beside cases whose first column of ours tells what to mend."""
    return name == MENDING_GUIDE and is_to_mend(headings)


def is_to_mend(headings: Iterable[str]) -> bool:
    """Say whether a sheet holds rejected rows: what their file's blanks mean was asked of all of its rows."""
    return any(map(is_ours, headings))


def is_ours(heading: str) -> bool:
    """Say whether a column is our own, which tells what to mend."""
    return fold(heading) in NEVER_LOADED


def copy_people(sheet: str) -> str:
    """Say that the people of rejected rows, who stand on a sheet of their own, are not in their workbook."""
    return (
        f"The people of these rows stand on the sheet “{sheet[:60]}” of your file, which is not in the workbook: copy "
        "that sheet into it, with its name and its headings, before importing it. Otherwise no offender or victim is "
        "loaded."
    )
