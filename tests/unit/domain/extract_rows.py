"""Rows of an extract as a test wants them: good in every field, save for what it names."""

from collections.abc import Iterable, Mapping
from datetime import date

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.importing import Checked, Checker, check_row

TODAY = date(2026, 7, 1)
FORCE = "Northmoor Police"


def cells(**differing: Cell) -> dict[str, Cell]:
    """Give one good row's cells by field name, with the ones named put in their place."""
    return {
        "case_number": "OOCR-26-00417",
        "crime_number": "42/11873/26",
        "force": FORCE,
        "offence_title": "Theft from shop",
        "offence_group": "Shoplifting",
        "offence_date": date(2026, 3, 12),
        "outcome_code": "8",
        "disposal": "Community resolution",
        "disposal_date": date(2026, 3, 20),
        "offender_name": "Okafor, Daniel",
        "offender_born": date(1990, 5, 4),
        **differing,
    }


def check(**differing: Cell) -> Checked:
    """Check that row as row 2 of its file."""
    return check_row(2, cells(**differing), TODAY)


def check_rows(
    rows: Iterable[tuple[int, Mapping[str, Cell]]], today: date = TODAY, force: str = FORCE
) -> list[Checked]:
    """Check each row of a force's file, in order."""
    checker = Checker(today, force)
    return [checker.row(number, cells) for number, cells in rows]
