"""A sheet of conditions, and one about the cases that is not read, on the pages that ask what a file holds."""

import html

from scrutiny_app.domain.people import Role
from tests.unit.files.test_reading_conditions import LETTER, PAY, PROPERTY, made
from tests.web.saying import PAGE, go_on, input_of, standing


def sent(enter, send, data):
    lead = enter(Role.LEAD)
    send(lead, data, "cases.xlsx")
    return lead


def test_the_sheet_of_conditions_is_said_and_asked_about_with_the_columns_of_the_cases(enter, send):
    lead = sent(enter, send, made([LETTER, PAY]))
    page = html.unescape(lead.get(f"{PAGE}/columns").text)
    assert (
        "The 2 rows of the sheet “Conditions” are read with the cases: “Case ref” there is “Case number” here." in page
    )
    assert "Of that sheet “Officer note” is not read." in page
    assert standing(page, input_of(page, "Conditions: ConditionText")) == "conditions"
    go_on(lead, "columns")
    assert "2. Pay £30 (due 5 January 2027)" in html.unescape(lead.get(f"{PAGE}/confirm").text)


def test_a_sheet_that_names_cases_and_is_not_read_is_a_warning(enter, send):
    lead = sent(enter, send, made([LETTER, PAY], Property=PROPERTY))
    page = html.unescape(lead.get(f"{PAGE}/columns").text)
    assert "The sheet “Property” has 2 rows about cases of this file and is not read" in page
    go_on(lead, "columns")
    assert "The sheet “Property” has 2 rows" in html.unescape(lead.get(f"{PAGE}/confirm").text)
