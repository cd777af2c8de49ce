"""A sheet of codes is read beside the cases, as far as such a list is long; the page says that it lists codes."""

import io

from openpyxl import Workbook

from tests.unit.domain.extract_rows import cells
from tests.unit.files.reading_files import looked
from tests.unit.files.test_reading_1904 import HEADINGS


def workbook(*codes, headings=("Column", "Code", "Meaning")):
    book = Workbook()
    sheet, row = book.active, cells()
    sheet.append([*(HEADINGS[name] for name in HEADINGS), "Result Cd", "Result Desc"])
    for code, words in (("QX", "Quick resolution"), ("QX", "Quick resolution"), ("KX", "Kept aside")):
        sheet.append([*(row[name] for name in HEADINGS), code, words])
    listed = book.create_sheet("Lookups")
    for line in (headings, *codes):
        listed.append(line)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_sheet_of_codes_is_read_and_told_as_one():
    look = looked(workbook(["Result Cd", "QX", "Community resolution"]))

    assert [(one.sheet, one.column, one.code, one.words) for one in look.codes] == [
        ("Lookups", "Result Cd", "QX", "Community resolution")
    ]
    assert look.left_out == (
        "The sheet “Lookups” lists codes: what it says of one is shown where that is asked about.",
    )


def test_a_sheet_that_is_no_list_of_codes_or_longer_than_any_is_not_read():
    other = looked(workbook(["June", 9, 4], headings=("Month", "CRs", "Cautions")))
    long = looked(workbook(*(["Result Cd", f"Q{number}", "Community resolution"] for number in range(4_000))))

    assert other.codes == long.codes == ()
    assert long.left_out == ("The sheet “Lookups” is not read.",)


def test_what_stands_beside_each_word_of_a_column_is_seen_in_every_row():
    beside = {(one.heading, one.other): one for one in looked(workbook()).cases.beside}[("Result Cd", "Result Desc")]

    assert beside.words == (("QX", "Quick resolution", 2), ("KX", "Kept aside", 1))
    assert beside.whole
    assert beside.is_told_apart
