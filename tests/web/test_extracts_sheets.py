"""A person is told which sheets hold the cases, may choose others, and is not asked again next month."""

import html
import re

from scrutiny_app.domain.people import Role
from tests.making import KEY
from tests.unit.files.test_reading_choosing import CRIMES, RESULTS, made
from tests.unit.files.test_reading_months import months
from tests.web.saying import PAGE, go_on
from tests.web.working import work


def choose(lead, database, *sheets):
    """Choose sheets by their place, and let a worker look at the file so."""
    answer = lead.post(f"{PAGE}/sheets", {"sheets": list(sheets)}, page=f"{PAGE}/columns")
    work(database, KEY)
    return html.unescape(answer.text)


def text(lead, stage):
    return " ".join(html.unescape(lead.get(f"{PAGE}/{stage}").text).split())


def test_months_are_told_first_confirmed_with_the_rest_and_read_so_next_month(enter, send):
    lead = enter(Role.LEAD)
    send(lead, months(3, 4), "months.xlsx")
    assert "Sheets “January” and “February” as one list:" in text(lead, "columns")
    lead.get(f"{PAGE}/confirm")
    go_on(lead, "columns")
    assert "The rows of the sheets “January”, “February” are read as one list of cases." in text(lead, "confirm")
    answer = lead.post(f"{PAGE}/confirm", {"name": "Months"})
    assert "The rows are being checked" in answer.text
    page = send(lead, months(3, 4, 5), "later.xlsx")
    assert "This file’s headings are not those of a layout" not in page.text


def test_a_rejected_row_is_told_by_its_sheet(enter, send, database):
    lead = enter(Role.LEAD)
    send(lead, months(3, offence_date="Nonsense"), "months.xlsx")
    go_on(lead, "columns")
    assert ", in row February: 3" in text(lead, "confirm")
    lead.post(f"{PAGE}/confirm", {"name": "Months"})
    work(database, KEY)
    page = html.unescape(lead.get(PAGE).text)
    assert re.search(r"<td[^>]*>\s*February: 3\s*</td>", page)
    assert lead.get(f"{PAGE}/rejected.xlsx").status_code == 200


def test_another_sheet_is_chosen_with_one_choice(enter, send, database):
    lead = enter(Role.LEAD)
    send(lead, made(CRIMES=CRIMES, RESULTS=RESULTS), "rms.xlsx")
    assert "Sheet “RESULTS”: " in text(lead, "columns")
    choose(lead, database, "0")
    assert "Sheet “CRIMES”: " in text(lead, "columns")


def test_one_month_alone_is_chosen_and_next_month_asked_about_again(enter, send, database):
    lead = enter(Role.LEAD)
    send(lead, months(3, 4), "months.xlsx")
    choose(lead, database, "1")
    assert "Sheet “February”: " in text(lead, "columns")
    go_on(lead, "columns")
    lead.post(f"{PAGE}/confirm", {"name": "Months"})
    work(database, KEY)
    assert "The sheet “January” is not read" in html.unescape(lead.get(PAGE).text)
    assert "Say what its columns hold" in send(lead, months(3, 4, 5), "later.xlsx").text
    page = " ".join(html.unescape(lead.get("/force/extracts/2/columns").text).split())
    assert "Sheet “February”: " in page


def test_sheets_with_other_columns_are_not_read_together(enter, send, database):
    lead = enter(Role.LEAD)
    send(lead, made(CRIMES=CRIMES, RESULTS=RESULTS, CRIMES_OLD=CRIMES), "rms.xlsx")
    said = choose(lead, database, "0", "1")
    assert "Choose “CRIMES” or “RESULTS”: their columns are not the same" in said
    assert "Choose the sheet that holds the cases" in choose(lead, database)
