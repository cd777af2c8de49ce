"""A code is shown with what the file says of it, and is read by that where its words are known."""

import html
import re

from scrutiny_app.domain.people import Role
from tests.extracts import extract, renamed
from tests.web.saying import PAGE, form_of, input_of

ROWS = [
    *[{"disposal": "ZA", "area": "Conditional caution (adult)", "outcome_code": "3"}] * 2,
    {"disposal": "ZB", "area": "Kept aside", "outcome_code": "8"},
]


def test_a_code_is_shown_with_the_words_beside_it_and_read_by_them_where_they_are_known(enter, send):
    lead = enter(Role.LEAD)
    rows = [{"case_number": f"OOC-{at}", **row} for at, row in enumerate(ROWS, 1)]
    send(lead, renamed(extract(*rows), disposal="Result Type", area="Result Description"))
    page = lead.get(f"{PAGE}/columns").text
    answer = form_of(page) | {input_of(page, "Result Type"): "disposal", input_of(page, "Result Description"): ""}
    lead.post(f"{PAGE}/columns", answer)

    page = lead.get(f"{PAGE}/words").text
    shown = " ".join(re.sub("<[^>]+>", " ", html.unescape(page)).split())
    asked, _, known = shown.partition("Well known: 1 word")
    assert "Kept aside" in asked
    assert "Beside it in “Result Description”: Kept aside, 1 row." in shown
    assert "Conditional caution : “ZA” (Conditional caution (adult))" in known
    assert "As above" not in shown
