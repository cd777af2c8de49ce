"""Rejected rows whose people stand on a sheet of their own: that it is to be copied in is said, and it is read so."""

import html
import io
from datetime import date

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from scrutiny_app.domain.people import Role
from scrutiny_app.models.cases import Case
from scrutiny_app.models.people import User
from scrutiny_app.services.cases import read_original
from tests.making import KEY
from tests.unit.files.test_reading_people_joined import MARY, made
from tests.unit.files.test_reading_workbook import saved
from tests.web.saying import PAGE, go_on
from tests.web.working import work

PEOPLE = [("42/1/26", *MARY), ("42/2/26", "Victim", "Elm, Joan", date(1991, 2, 3))]
COPY = "The people of these rows stand on the sheet “Nominals” of your file, which is not in the workbook: copy"


@pytest.fixture
def lead(enter):
    return enter(Role.LEAD)


@pytest.fixture
def page(lead, send, database):
    """Give the page of a file of two cases, the second of which was rejected for its day."""
    book = load_workbook(io.BytesIO(made(PEOPLE)))
    cases = book.worksheets[0]
    headings = [cell.value for cell in cases[1]]
    cases.cell(3, headings.index("Offence date") + 1, "soon")
    send(lead, saved(book), "cases.xlsx")
    go_on(lead, "columns")
    lead.post(f"{PAGE}/confirm", {"name": "Ours with people"})
    work(database, KEY)
    return html.unescape(lead.get(PAGE).text)


def rejected(lead):
    return load_workbook(io.BytesIO(lead.get(f"{PAGE}/rejected.xlsx").data))


def test_the_page_and_the_workbook_say_that_the_sheet_of_people_is_to_be_copied_in(lead, page):
    assert COPY in " ".join(page.split())
    assert any(str(row[0].value).startswith(COPY) for row in rejected(lead).worksheets[1].iter_rows())


def test_a_mended_row_is_read_with_its_people_once_their_sheet_is_copied_in(lead, page, send, database):
    book = rejected(lead)
    cases = book.worksheets[0]
    headings = [cell.value for cell in cases[1]]
    cases.cell(2, headings.index("Offence date") + 1, date(2026, 5, 1))
    sheet = book.create_sheet("Nominals")
    for row in load_workbook(io.BytesIO(made(PEOPLE)))["Nominals"].iter_rows(values_only=True):
        sheet.append(row)
    send(lead, saved(book), "mended.xlsx")
    work(database, KEY)

    with database.transaction() as session:
        by = session.scalars(select(User)).one()
        kept = [read_original(session, case.id, key=KEY, by=by).record for case in session.scalars(select(Case))]
    names = {record["victim_1_name"] for record in kept}
    assert names == {"Ash, Mary", "Elm, Joan"}
