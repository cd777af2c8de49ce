"""A word may be chosen as not for this panel: its rows are left out, rightly, and are no fault, next month too."""

import html
import re

import pytest

from scrutiny_app.domain.people import Role
from tests.extracts import extract, renamed
from tests.making import KEY
from tests.web.saying import PAGE, go_on, options_of, standing
from tests.web.working import work

ROWS = ({"case_number": "OOC-1"}, {"case_number": "OOC-2", "disposal": "Def to next"})


@pytest.fixture
def lead(enter):
    return enter(Role.LEAD)


def file(*rows):
    return renamed(extract(*rows), offence_title="Offence Description")


def text(answer):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", answer.text)).split())


def loaded(lead, send, database, *rows, **words):
    send(lead, file(*rows))
    go_on(lead, "columns")
    tried = text(go_on(lead, "words", **words))
    lead.post(f"{PAGE}/confirm", {"name": "Ours"})
    work(database, KEY)
    return tried, text(lead.get(PAGE))


def test_its_rows_are_counted_apart_before_and_after(lead, send, database):
    tried, page = loaded(lead, send, database, *ROWS, word_0_0="aside")
    assert "1 row would load. 1 row would rightly be left out." in tried
    assert "would be rejected" not in tried.partition("All that was said")[0].partition("The first")[0]
    assert "There is nothing to mend." in page
    assert "Rightly left out: 1 row" in page
    assert "a word whose rows are for no panel, 1 row" in page


def test_the_answer_is_kept_with_the_layout(lead, send, database):
    loaded(lead, send, database, *ROWS, word_0_0="aside")
    later = [{"case_number": f"OOC-{number}", "disposal": "Def to next"} for number in (3, 4)]
    page = text(send(lead, file({"case_number": "OOC-5"}, *later)))
    assert "Rightly left out: 2 rows" in page
    assert "There is nothing to mend." in page


def test_a_word_that_says_so_itself_stands_at_it_and_may_be_changed(lead, send):
    send(lead, file(ROWS[0], {"case_number": "OOC-2", "disposal": "Charged", "outcome_code": "1"}))
    go_on(lead, "columns")
    page = lead.get(f"{PAGE}/words").text
    assert standing(page, "word_0_0") == "aside"
    assert options_of(page, "word_0_0")[:2] == ["reject", "aside"]


def test_a_word_for_a_person_does_not_say_whether_a_case_is_for_a_panel(lead, send):
    send(lead, file(ROWS[0], {"case_number": "OOC-2", "sex": "Zonk"}))
    go_on(lead, "columns")
    assert "aside" not in options_of(lead.get(f"{PAGE}/words").text, "word_0_0")
