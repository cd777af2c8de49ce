from datetime import date

import pytest

from scrutiny_app.domain.cells import ERROR_CELL, FORMULA_CELL
from scrutiny_app.domain.faults import NOTES, Fault
from scrutiny_app.domain.importing import Checker
from scrutiny_app.domain.totals import column_of_totals
from tests.unit.domain.extract_rows import FORCE, TODAY, cells


def row(**filled):
    """Give a row that is empty but for what is named."""
    return dict.fromkeys(cells(), None) | filled


@pytest.mark.parametrize(
    "filled",
    [
        {"case_number": "Total", "crime_number": 412},
        {"case_number": "Grand total", "offence_date": 412, "disposal_date": "398"},
        {"case_number": "TOTAL: 412"},
        {"case_number": "Total cases", "outcome_code": FORMULA_CELL},
        {"area": "Sub-total", "case_number": 412, "crime_number": 412},
        {"offender_name": "Total,", "previous_outcomes": "37"},
        {"case_number": "Count", "offence_date": date(1901, 2, 15)},
        {"case_number": "Total", "force": FORCE, "disposal": "Community resolution", "crime_number": 412},
        {"crime_number": 412, "previous_outcomes": 37},
        {"case_number": "Number of cases", "crime_number": "1,412"},
        {"case_number": "Total clearances listed", "crime_number": 20},
        {"case_number": "Total cases in this report: 20"},
        {"case_number": "Report generated on 01/07/2026 at 10:15"},
        {"case_number": "*** End of report ***"},
        {"area": "Source: records system", "force": FORCE},
        {"case_number": "Data as at:", "offence_date": date(2026, 7, 1)},
        {"case_number": "Cases finalised in the quarter only"},
    ],
)
def test_a_row_of_totals_is_told_once_and_rejects_nothing_else(filled):
    problems = Checker(TODAY, FORCE).row(413, row(**filled))
    assert isinstance(problems, list)
    (told,) = problems

    assert told.code == Fault.TOTALS
    assert told.code in NOTES
    assert told.found in (
        "what looks like a row of totals; not loaded",
        "what looks like a footer under the cases; not loaded",
    )


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("End of report, 214 rows", "what looks like a footer under the cases; not loaded"),
        ("Report generated on 01/07/2026 at 10:15", "what looks like a footer under the cases; not loaded"),
        ("Total: 214", "what looks like a row of totals; not loaded"),
    ],
)
def test_a_footer_and_a_row_of_totals_are_told_apart(words, found):
    problems = Checker(TODAY, FORCE).row(413, row(case_number=words))
    assert isinstance(problems, list)
    (told,) = problems

    assert told.found == found


@pytest.mark.parametrize(
    "filled",
    [
        {},
        {"crime_number": 412},
        {"case_number": "Total", "offence_date": date(2026, 3, 12)},
        {"case_number": "Total", "offence_title": "Theft from shop"},
        {"case_number": "Total", "crime_number": ERROR_CELL},
        {"case_number": "OOCR-26-00417", "crime_number": 412},
        {"case_number": 412, "crime_number": 17},
        {"crime_number": 412, "offence_date": 46000},
        {"offender_name": "Total, Ann", "crime_number": 412},
        {"case_number": "Total Ltd", "crime_number": 412},
        {"case_number": "OOCR-26-00417"},
        {"offence_title": "Theft from a shop in the high street"},
        {"case_number": "Restricted, Ann", "offender_name": "Hale, Ann", "offence_date": date(2026, 7, 1)},
    ],
)
def test_a_row_that_may_be_a_case_is_checked_as_one(filled):
    assert column_of_totals(row(**filled)) is None


def test_a_good_case_whose_area_is_called_total_is_loaded():
    assert not isinstance(Checker(TODAY, FORCE).row(2, cells(area="Total")), list)


def test_a_second_row_of_totals_is_told_as_the_first_is():
    checker = Checker(TODAY, FORCE)

    first, second = (checker.row(9, row(case_number="Total")) for _ in range(2))

    assert first == second
