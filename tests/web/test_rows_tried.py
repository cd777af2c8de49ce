"""Before a file is confirmed, its page begins with what would become of its rows."""

import html
import re

from scrutiny_app.domain.people import Role
from tests.extracts import extract, renamed
from tests.web.saying import PAGE, go_on


def confirm_page(enter, send, *rows):
    lead = enter(Role.LEAD)
    send(lead, renamed(extract(*rows), area="Blorp"))
    go_on(lead, "columns")
    go_on(lead, "words")
    page = lead.get(f"{PAGE}/confirm")
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", html.unescape(page.text)))


def test_the_rows_that_load_and_those_that_do_not_are_counted_by_kind(enter, send):
    page = confirm_page(
        enter,
        send,
        {},
        {},
        {"disposal": "NFA"},
        {"outcome_code": "20"},
        {"offender_born": "soon"},
        {"offence_date": None},
    )

    assert "What would become of the 6 rows" in page
    assert "2 rows would load. 2 rows would rightly be left out. 2 rows would be rejected" in page
    assert "Offender date of birth: " in page
    assert "in 1 row (first in row 6)" in page


def test_a_file_without_fault_says_so_in_a_line(enter, send):
    page = confirm_page(enter, send, {}, {})

    assert "2 rows would load." in page
    assert "would be rejected" not in page
