"""Columns of people whose role changes by the row: nobody is taken for somebody else."""

import html

from scrutiny_app.domain.people import Role
from tests.extracts import extract, renamed
from tests.web.saying import PAGE, go_on, input_of

TAKEN = {"offender_name": "party1Name", "third_parties": "party1Type"}


def columns_said(enter, send, *rows):
    """Send a file of parties, take the first of them for the offender, and give the page that answers."""
    lead = enter(Role.LEAD)
    send(lead, renamed(extract(*rows), **TAKEN))
    page = lead.get(f"{PAGE}/columns").text
    taken = {input_of(page, "party1Name"): "offender_name", input_of(page, "party1Type"): ""}
    return html.unescape(go_on(lead, "columns", **taken).text)


def test_people_whose_role_changes_by_the_row_are_not_taken_for_the_offender(enter, send):
    rows = ({"offender_name": "Marsh, Ann", "third_parties": ["SUS"]}, {"third_parties": ["VIC"]})
    assert "“party1Type” says who each row’s people are" in columns_said(enter, send, *rows)


def test_people_who_are_the_offender_in_every_row_are(enter, send):
    assert "says who each row’s people are" not in columns_said(enter, send, {"third_parties": ["SUS"]})
