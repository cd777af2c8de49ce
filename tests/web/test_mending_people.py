"""Rejected rows whose people and conditions stand on sheets of their own come back with them, and load whole."""

import html
import io
from datetime import date

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from scrutiny_app.domain.faults import MENDING_HEADING
from scrutiny_app.domain.people import Role
from scrutiny_app.models.cases import Case
from scrutiny_app.models.people import User
from scrutiny_app.services.cases import read_original
from tests.making import KEY
from tests.unit.files.test_reading_people_joined import MARY, made
from tests.unit.files.test_reading_workbook import saved
from tests.unit.files.workbooks import HEADINGS
from tests.web.saying import PAGE, go_on
from tests.web.working import work

PEOPLE = [("42/1/26", *MARY), ("42/2/26", "Victim", "Elm, Joan", date(1991, 2, 3))]
CONDITIONS = [
    ("Crime number", "No", "Condition", "Due date", "Outcome of Condition"),
    ("42/1/26", 1, "Stay away", date(2026, 11, 1), "Complied"),
    ("42/2/26", 1, "Write a letter", date(2026, 11, 2), "Complied"),
    ("42/2/26", 2, "Pay £40", date(2026, 11, 3), "Outstanding"),
]


@pytest.fixture
def lead(enter):
    return enter(Role.LEAD)


@pytest.fixture
def import_with(lead, send, database):
    """Import a file of two cases with these people, the second of which is rejected for its day, and give its page."""

    def import_with(people, conditions=(), day="soon"):
        book = load_workbook(io.BytesIO(made(people)))
        cases = book.worksheets[0]
        cases.cell(3, HEADINGS.index("Offence date") + 1, day)
        for name in ("Conditions", "Conditions due", "Conditions completed") if conditions else ():
            cases.delete_cols([cell.value for cell in cases[1]].index(name) + 1)
        for row in conditions and [book.create_sheet("Conditions"), *conditions][1:]:
            book["Conditions"].append(row)
        send(lead, saved(book), "cases.xlsx")
        go_on(lead, "columns")
        if conditions:
            go_on(lead, "words")
        lead.post(f"{PAGE}/confirm", {"name": "Ours with people"})
        work(database, KEY)
        return html.unescape(lead.get(PAGE).text)

    return import_with


@pytest.fixture
def rejected(lead):
    return lambda: load_workbook(io.BytesIO(lead.get(f"{PAGE}/rejected.xlsx").data))


@pytest.fixture
def records(database):
    """Give all the cases that are held, by their crime numbers."""

    def records():
        with database.transaction() as session:
            by = session.scalars(select(User)).one()
            kept = [read_original(session, case.id, key=KEY, by=by).record for case in session.scalars(select(Case))]
        return {record["crime_number"]: record for record in kept}

    return records


def mend(sheet, row, heading, value):
    sheet.cell(row, [cell.value for cell in sheet[1]].index(heading) + 1, value)


def test_the_workbook_holds_the_people_and_conditions_of_its_rows_and_no_others(import_with, rejected):
    import_with(PEOPLE, CONDITIONS)
    book = rejected()
    assert [sheet.title for sheet in book][1:3] == ["Nominals", "Conditions"]
    assert [[cell.value for cell in row][1:4] for row in book["Nominals"].iter_rows()] == [
        ["Crime number", "Role", "Name"],
        ["42/2/26", "Victim", "Elm, Joan"],
    ]
    assert [[cell.value for cell in row][3] for row in book["Conditions"].iter_rows(min_row=2)] == [
        "Write a letter",
        "Pay £40",
    ]
    assert not any("Conditions: " in str(cell.value) for cell in book.worksheets[0][1])


def test_a_mended_row_is_read_whole_and_without_a_question(import_with, rejected, lead, send, database, records):
    import_with(PEOPLE, CONDITIONS)
    book = rejected()
    mend(book.worksheets[0], 2, "Offence date", date(2026, 5, 1))
    send(lead, saved(book), "mended.xlsx")
    work(database, KEY)

    one = records()["42/2/26"]
    assert one["victim_1_name"] == "Elm, Joan"
    assert "Pay £40" in one["conditions"]
    assert (one["conditions_due"], one["conditions_completed"]) == ("2026-11-03", "in_progress")


def test_somebody_who_cannot_be_read_is_marked_on_their_own_sheet_and_mended_there(
    import_with, rejected, lead, send, database, records
):
    import_with([PEOPLE[0], ("42/2/26", "Victim", "Elm, Joan", "31/02/1991")], day=date(2026, 5, 1))
    book = rejected()
    said, *_, born = book["Nominals"][2]
    assert book["Nominals"].cell(1, 1).value == MENDING_HEADING
    assert said.value.startswith("Row 3 on the sheet “Nominals” of the file\nPeople: Date of birth:")
    assert born.fill.start_color.rgb.endswith("FFB366")

    mend(book["Nominals"], 2, "Date of birth", date(1991, 2, 3))
    send(lead, saved(book), "mended.xlsx")
    work(database, KEY)
    assert records()["42/2/26"]["victim_1_born"] == "1991-02-03"
