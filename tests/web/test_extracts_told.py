"""What is needed and another column tells is suggested from there, and asked word by word."""

import html

from scrutiny_app.domain.cases import FIELD
from scrutiny_app.domain.importing import DECIDERS
from scrutiny_app.domain.people import Role
from tests.extracts import extract, renamed
from tests.making import KEY
from tests.web.saying import PAGE, form_of, go_on, input_of, standing
from tests.web.working import work

NOTES = ("BWV saved", "CHARGED - leave off", "Cancelled, seen by Kim Marsh")
FILE = {"offence_group": "Grading", "outcome_code": "Colour"}


def sent(enter, send, **changes):
    lead = enter(Role.LEAD)
    send(lead, renamed(extract({"offence_group": "z", "outcome_code": "q"} | changes), **FILE))
    return lead


def test_the_group_and_the_outcome_are_suggested_from_the_offence_and_the_disposal(enter, send):
    page = sent(enter, send, offence_title="Theft from shop").get(f"{PAGE}/columns").text
    at = {name: standing(page, f"need_{name}") for name in ("offence_group", "outcome_code")}
    assert all(value.startswith("column-c") for value in at.values())


def test_the_words_they_are_told_by_are_asked(enter, send):
    said = html.unescape(go_on(sent(enter, send, offence_title="Theft from shop"), "columns").text)
    assert "What does “Theft from shop” mean under “Offence”?" in said


def test_an_offence_that_tells_no_group_leaves_it_to_be_said(enter, send):
    page = sent(enter, send, offence_title="Zebra").get(f"{PAGE}/columns").text
    assert standing(page, "need_offence_group") == ""


def test_words_that_would_lose_most_rows_must_be_said(enter, send):
    lead = sent(enter, send, offence_title="Theft from shop", sex="Zonk")
    page = go_on(lead, "columns").text
    (unsaid,) = [name for name, value in form_of(page).items() if not value]
    assert "or reject its rows" in go_on(lead, "words").text
    assert "This row would be rejected" in go_on(lead, "words", **{unsaid: "reject"}).text


def test_a_row_of_which_a_column_that_is_left_out_says_that_it_was_charged_is_warned_of_before_and_told_after(
    enter, send, database
):
    lead = enter(Role.LEAD)
    rows = [{"case_number": f"OOC-{n}", "supervisor_comment": note} for n, note in enumerate(NOTES)]
    send(lead, renamed(extract(*rows), supervisor_comment="Zq notes"))
    go_on(lead, "columns")
    page = " ".join(html.unescape(lead.get(f"{PAGE}/confirm").text).split())
    assert "“Zq notes” is not loaded, and says “charged” of a row that is loaded" in page
    assert "or the like, in 2 rows (first in row 3)" in page
    lead.post(f"{PAGE}/confirm", {"name": "Ours"})
    work(database, KEY)
    after = html.unescape(lead.get(PAGE).text)
    assert "is not loaded, and says “charged” of a row that is loaded, or the like" in after
    assert "Says “cancelled” of a row that is loaded" in after


def test_a_case_without_its_day_is_told_before_where_nothing_says_whether_it_is_open(enter, send):
    lead = enter(Role.LEAD)
    send(lead, renamed(extract({}, {"case_number": "OOC-2", "disposal_date": ""}), area="Zq"))
    page = lead.get(f"{PAGE}/columns").text
    go_on(lead, "columns", **{input_of(page, FIELD[name].heading): "" for name in DECIDERS})
    page = " ".join(html.unescape(lead.get(f"{PAGE}/confirm").text).split())
    assert "1 row has a disposal and an outcome code and no disposal date" in page
