"""People in groups of columns with a role of their own, on the pages that ask what a file holds."""

import html

from scrutiny_app.domain.people import Role
from tests.extracts import extract, renamed
from tests.web.saying import PAGE, go_on, input_of, standing

PARTIES = {
    "offender_name": "party1Name",
    "third_parties": "party1Type",
    "victim_1_name": "party2Name",
    "area": "party2Type",
}
ONE = {"offender_name": "Marsh, Ann", "third_parties": ["SUS"], "victim_1_name": "Bond, Joe", "area": "VIC"}
TWO = {"offender_name": "Reed, Sam", "third_parties": ["VIC"], "victim_1_name": "Dale, Kim", "area": "SUS"}
OTHERS = ("offender", "victim_1", "victim_2", "victim_3")
BARE = {f"{who}_{what}": None for who in OTHERS for what in ("born", "address", "contact", "number")}


def sent(enter, send, *rows):
    lead = enter(Role.LEAD)
    send(lead, renamed(extract(*(row | BARE for row in rows)), **PARTIES))
    return lead


def test_groups_are_suggested_and_said_in_plain_words(enter, send):
    page = html.unescape(sent(enter, send, ONE, TWO).get(f"{PAGE}/columns").text)
    assert "Party 1 and Party 2 are read as people, each by the role that stands beside the name" in page
    assert standing(page, input_of(page, "party2Type")) == "Party 2/role"


def test_their_people_are_shown_before_anything_is_loaded(enter, send):
    lead = sent(enter, send, ONE, TWO)
    go_on(lead, "columns")
    page = html.unescape(go_on(lead, "words").text)
    assert "Party 1 and Party 2 are read as people" in page
    assert "People of case 2" in page
    assert "would be rejected" not in page


def test_an_unknown_role_is_asked(enter, send):
    lead = sent(enter, send, ONE, TWO, ONE | {"area": "Zebra"})
    page = html.unescape(go_on(lead, "columns").text)
    assert "What does “Zebra” mean under “party1Type … party2Type”?" in page
    assert "Hold back the cases that they are in" in page


def test_a_group_without_its_role_is_refused(enter, send):
    lead = sent(enter, send, ONE, TWO)
    page = lead.get(f"{PAGE}/columns").text
    said = html.unescape(go_on(lead, "columns", **{input_of(page, "party2Type"): ""}).text)
    assert "Say which column holds “Party 2: Role”" in said


def test_the_next_file_is_read_by_the_kept_layout(enter, send):
    lead = sent(enter, send, ONE, TWO)
    go_on(lead, "columns")
    go_on(lead, "words")
    assert "are being checked" in go_on(lead, "confirm", name="The app’s").text
    page = send(lead, renamed(extract(TWO | BARE, ONE | BARE), **PARTIES)).text
    assert "columns" not in page.lower().partition("what do")[2][:40]
