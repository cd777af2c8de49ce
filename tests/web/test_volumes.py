"""Volumes on the page, in the workbook and as CSV: one set of numbers."""

import csv
import io
import re

import openpyxl
import pytest

from scrutiny_app.domain.people import Role
from scrutiny_app.services import tallying, trail


@pytest.fixture
def lead(making):
    with making() as make:
        return make.user(Role.LEAD)


@pytest.fixture
def loaded(making):
    with making() as make:
        make.cases(5, disposal="community_resolution", area="Northmoor")
        make.cases(3, disposal="youth_caution", area=None)
        make.cases(4, disposal="youth_caution", area="=SUM(A1)")


def read_back(browser):
    text = browser.get("/force/volumes.csv").data.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    answer = browser.get("/force/volumes.xlsx")
    assert answer.status_code == 200, answer.text[:3000]
    book = openpyxl.load_workbook(io.BytesIO(answer.data))
    return rows, book


def test_page_workbook_and_csv_hold_the_same_numbers(sign_in, lead, loaded):
    browser = sign_in(lead)
    page = browser.get("/force/volumes").text
    rows, book = read_back(browser)
    assert sum(int(row[-1]) for row in rows[1:]) == 12
    table = [[cell.value for cell in row] for row in book["By disposal"].iter_rows(min_row=2)]
    assert {row[0]: row[-1] for row in table} == {"Community resolution": 5, "Youth caution": 7, "All": 12}
    every = [[cell.value for cell in row] for row in book["Every combination"].iter_rows(min_row=2)]
    told = [[cell.removeprefix("'") for cell in row] for row in rows[1:]]  # what keeps a cell from being a formula
    assert [[str(cell) for cell in row] for row in every] == told
    assert ">7<" in page
    assert ">12<" in page


def test_no_cell_is_a_formula(sign_in, lead, loaded):
    rows, book = read_back(sign_in(lead))
    assert any(cell == "'=SUM(A1)" for row in rows for cell in row)
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("asked", ["by=area", "by=nothing", "area=&year=financial", "disposal=youth_caution", "area=x"])
def test_any_question_is_answered(sign_in, lead, loaded, asked):
    answer = sign_in(lead).get(f"/force/volumes?{asked}")
    assert answer.status_code == 200
    assert "Disposals by year" in answer.text


def test_a_force_without_cases_is_told_what_to_do(sign_in, lead):
    answer = sign_in(lead).get("/force/volumes")
    assert answer.status_code == 409
    assert "Import an extract first" in answer.text


def test_counts_made_beforehand_are_the_same(sign_in, making, lead, loaded):
    browser = sign_in(lead)
    before = browser.get("/force/volumes").text.partition("<table")[2].partition("</table>")[0]
    with making() as make:
        tallying.tally(make.session, lead.force)
        assert tallying.is_fresh(make.session, lead.force)
    assert browser.get("/force/volumes").text.partition("<table")[2].partition("</table>")[0] == before


@pytest.fixture
def over_a_year(making):
    """Load a year's disposals, three of them of a rare area."""
    with making() as make:
        for month in range(1, 13):
            make.cases(4, disposal_date=f"2025-{month:02}-05", area="Northmoor")
            make.cases(3, disposal_date=f"2025-{month:02}-06", area="Southfold")
        make.cases(3, disposal_date="2025-05-05", area="Eastwick")


def made_for_publication(browser):
    browser.post("/force/volumes/published", data={"year": "calendar"})
    page = browser.get("/force/volumes").text
    address = re.findall(r"/force/volumes/published/\d+\.csv", page)
    assert len(address) == 1
    return address[0].removesuffix(".csv")


def test_tables_for_publication_hide_small_numbers_alike_in_csv_and_workbook(sign_in, lead, over_a_year):
    browser = sign_in(lead)
    address = made_for_publication(browser)
    rows = list(csv.reader(io.StringIO(browser.get(f"{address}.csv").data.decode("utf-8-sig"))))
    told = {(row[0], row[1], row[2]): row[3] for row in rows[1 : rows.index([])]}
    assert told["Area", "Eastwick", "2025"] == "[c]"
    assert told["Area", "All", "2025"] == "87"
    assert "[c]" in {told["Area", "Northmoor", "2025"], told["Area", "Southfold", "2025"]}
    book = openpyxl.load_workbook(io.BytesIO(browser.get(f"{address}.xlsx").data))
    for sheet in book.worksheets[1:]:
        head, *lines = ([str(cell.value) for cell in row] for row in sheet.iter_rows())
        for name, *counts in lines:
            assert counts == [told[head[0], name, column] for column in head[1:]], sheet.title
    notes = " ".join(str(row[0].value) for row in book["Notes"].iter_rows())
    assert "hidden, shown as [c]" in notes
    assert "attacked by linear programming" in notes


def test_the_same_tables_are_kept_once_and_the_trail_tells_it(sign_in, lead, over_a_year, making):
    browser = sign_in(lead)
    assert made_for_publication(browser) == made_for_publication(browser)
    with making() as make:
        assert len(trail.newest(make.session, most=9, events=["VolumesMade"])) == 1


def test_the_exact_tables_beside_them_hide_nothing(sign_in, lead, over_a_year):
    browser = sign_in(lead)
    made_for_publication(browser)
    rows, book = read_back(browser)
    assert {
        row[0]: row[-1] for row in ([cell.value for cell in one] for one in book["By area"].iter_rows(min_row=2))
    } == {
        "Eastwick": 3,
        "Northmoor": 48,
        "Southfold": 36,
        "All": 87,
    }
    assert "[c]" not in {row[-1] for row in rows}
