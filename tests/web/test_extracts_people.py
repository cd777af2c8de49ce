"""The pages say by which numbers people are joined to their cases, and which column names a case's own offender."""

import html
import re

import pytest

from scrutiny_app.domain.people import Role
from tests.unit.files.test_reading_whose import made
from tests.web.saying import PAGE, go_on

USED = "used to say which of the people is the case’s offender, and not loaded"


@pytest.fixture
def lead(enter):
    return enter(Role.LEAD)


def text(page):
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page.text.replace("</", " </"))).split())


def test_columns_that_name_a_cases_own_offender_are_told_as_used_where_they_stand(lead, send):
    send(lead, made(), "cases.xlsx")
    page = text(lead.get(f"{PAGE}/columns"))
    assert f"Susp pers id (700102): {USED}" in page
    assert f"Pers id (700101): {USED}" in page
    go_on(lead, "columns")
    page = text(lead.get(f"{PAGE}/confirm"))
    assert f"Susp pers id: {USED}" in page
    assert f" Pers id: {USED}" in page


def test_one_that_does_not_do_so_in_every_case_is_not(lead, send):
    send(lead, made(named=("700102", "", "700105")), "cases.xlsx")
    assert USED not in text(lead.get(f"{PAGE}/columns"))


def test_the_number_by_which_people_are_joined_is_said_to_be_what_it_is_of_the_cases(lead, send):
    send(lead, made(), "cases.xlsx")
    assert "The number by which their case is found (Crime number)" in text(lead.get(f"{PAGE}/columns"))
    go_on(lead, "columns")
    assert "Crime number The number by which their case is found" in text(lead.get(f"{PAGE}/confirm"))


def test_the_first_cases_have_each_the_offender_whom_it_names(lead, send):
    send(lead, made(), "cases.xlsx")
    go_on(lead, "columns")
    page = text(lead.get(f"{PAGE}/confirm"))
    assert "3 rows would load" in page
    assert "a second offender" not in page
    assert "Ash, Lee" in page
