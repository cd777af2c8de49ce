"""What the pages of words and of confirming say of rows that are not loaded is true."""

import pytest

from scrutiny_app.domain.people import Role
from tests.extracts import extract, renamed
from tests.web.saying import PAGE, form_of, go_on, input_of, options_of


@pytest.fixture
def lead(enter):
    return enter(Role.LEAD)


def file(*rows, **headings):
    numbered = [{"case_number": f"OOC-{at}", **row} for at, row in enumerate(rows)]
    return renamed(extract(*numbered), disposal="Result", **headings)


def confirming(lead, **words):
    go_on(lead, "columns")
    page = lead.get(f"{PAGE}/words").text
    lead.post(f"{PAGE}/words", form_of(page) | words)
    return page, lead.get(f"{PAGE}/confirm").text


def test_a_word_that_stands_in_rows_left_out_for_their_outcome_code_is_neither_asked_nor_said_to_keep_any(lead, send):
    send(lead, file({}, {"disposal": "Zonk", "outcome_code": "Outcome 1", "disposal_date": ""}))
    words, page = confirming(lead)
    assert "Zonk" not in words
    assert "1 row would load" in page
    assert "1 row would rightly be left out" in page
    assert "do not load" not in page


def test_a_word_that_is_rejected_is_counted_in_the_rows_that_would_load_without_it(lead, send):
    send(lead, file({}, {"disposal": "Zonk"}, {"disposal": "Zonk", "outcome_code": "Outcome 1", "disposal_date": ""}))
    go_on(lead, "columns")
    name = input_of_word(lead.get(f"{PAGE}/words").text, "Zonk")
    _, page = confirming(lead, **{name: "reject"})
    assert "Rows with 1 word do not load" in page
    assert "“Zonk”, in 1 row<" in page


def input_of_word(page, word):
    return page.split(f"What does “{word}” mean under")[0].rpartition('for="')[2].split('"')[0]


@pytest.mark.parametrize(("heading", "is_told"), [("Blorp", True), ("Date of arrest", False)])
def test_a_column_left_out_that_looks_like_what_panels_need_is_named_before_loading(lead, send, heading, is_told):
    days = [{"offence_date": f"{day:02}/03/2026", "disposal_date": f"{day:02}/04/2026"} for day in range(1, 9)]
    rows = [{**row, "reported_date": "", "decision_date": f"{at + 12:02}/03/2026"} for at, row in enumerate(days)]
    send(lead, file(*rows, decision_date=heading))
    asked = input_of(lead.get(f"{PAGE}/columns").text, heading)
    go_on(lead, "columns", **{asked: ""})
    page = lead.get(f"{PAGE}/confirm").text
    assert "rows would load" in page
    assert (f"Not loaded: “{heading}” looks like Decision date." in page) is is_told


def test_words_of_rows_that_turn_out_to_be_cases_are_asked_before_the_file_is_confirmed(lead, send):
    charged = {"disposal": "Charged", "outcome_code": "", "ethnicity": "Qq"}
    send(lead, file({}, charged))
    go_on(lead, "columns")
    page = lead.get(f"{PAGE}/words").text
    assert "Qq" not in page
    name = input_of_word(page, "Charged")
    given = next(value for value in options_of(page, name) if value.endswith("community_resolution"))
    answer = lead.post(f"{PAGE}/words", form_of(page) | {name: given})
    assert answer.request.path == f"{PAGE}/words"
    assert "What does “Qq” mean under" in answer.text


def test_the_page_of_the_layout_shows_a_word_as_the_file_has_it(lead, send):
    send(lead, file({}, {"disposal": "Caution - Adult (Zonk)"}))
    go_on(lead, "columns")
    name = input_of_word(lead.get(f"{PAGE}/words").text, "Caution - Adult (Zonk)")
    go_on(lead, "words", **{name: "code-simple_caution"})
    lead.post(f"{PAGE}/confirm", {"name": "Ours"})
    page = lead.get("/force/layouts/1").text
    assert "Caution - Adult (Zonk)" in page
    assert "cautionadultzonk" not in page
