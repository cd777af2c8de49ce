"""What the meeting's pages and a member's say beside a case: what it is, how many are theirs, what a box means."""

import pytest

from scrutiny_app.services import conflicts
from tests.web.panels import seat_at_meeting


@pytest.fixture
def sitting(making):
    with making() as make:
        sitting = seat_at_meeting(make)
    return sitting


def test_each_case_of_the_list_is_told_by_its_offence_and_disposal(sign_in, sitting):
    page = sign_in(sitting.chair).get(sitting.meeting).text
    lines = page.split('<p class="govuk-hint meeting__line">')[1:]
    assert len(lines) == len(sitting.references)
    assert all("; " in one.split("</p>")[0] for one in lines)


def test_a_case_says_how_many_of_the_round_its_reader_has(making, sign_in, sitting):
    browser = sign_in(sitting.lay)
    assert "case 1 of 3<" in browser.get(sitting.case).text
    with making() as make:
        conflicts.declare_conflict(make.session, sitting.references[2], by=sitting.lay)
    assert "case 1 of 3, of which you read 2" in browser.get(sitting.case).text
    assert "of which you read" not in sign_in(sitting.cps).get(sitting.case).text


def test_the_box_beside_a_fault_is_no_word_of_the_faults_own(sign_in, sitting):
    page = sign_in(sitting.lay).get(sitting.case).text
    assert 'A serious matter<span class="govuk-visually-hidden">: Too serious for this disposal' in page


def test_the_meaning_of_withheld_says_why_sex_is(sign_in, sitting):
    assert "Sex, self-defined ethnicity and area are kept back" in sign_in(sitting.lay).get(sitting.case).text
