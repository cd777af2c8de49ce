"""What an extract may lack, or say in words that nobody knows, without losing the case or what is known of it."""

from datetime import date

import pytest
from sqlalchemy import select

from scrutiny_app.domain.banding import released_case
from scrutiny_app.domain.people import Role
from scrutiny_app.models.cases import Case
from scrutiny_app.services.dossiers import open_dossier
from scrutiny_app.services.importing import import_extract, problems_of
from tests.extracts import extract
from tests.making import KEY

TODAY = date(2026, 7, 1)


@pytest.fixture
def took(session, make):
    def took(*rows):
        found = import_extract(session, "cases.csv", extract(*rows), key=KEY, by=make.user(Role.LEAD), today=TODAY)
        cases = list(session.scalars(select(Case).order_by(Case.id)))
        return cases, [(one.row, one.column, one.code) for one in problems_of(session, found.extract)]

    return took


def test_an_age_tells_the_frame_and_the_panel_what_a_date_of_birth_would(session, took):
    (child, adult, either), problems = took(
        {"offender_born": None, "offender_age": 15, "child_involved": "Yes"},
        {"offender_born": None, "offender_age": 34},
        {"offender_born": None, "offender_age_at_disposal": 18},
    )

    assert problems == []
    assert [one.age_group for one in (child, adult, either)] == ["child", "adult", None]
    released = released_case(open_dossier(session, child.id, 1, KEY), "R-1", {}, frozenset())
    assert [fact.value for fact in released.facts if fact.label == "Age at the offence"] == ["14 to 15"]


def test_an_age_that_the_date_of_birth_contradicts_waits_for_a_person(took):
    cases, problems = took({"offender_age": 15})

    assert (cases, problems) == ([], [(2, "Offender age at offence", "ages_differ")])


def test_a_rank_that_nobody_knows_is_left_blank_and_the_report_says_so(session, took):
    (case,), problems = took({"decision_maker_rank": "Gold commander"})

    assert open_dossier(session, case.id, 1, KEY)["decision_maker_rank"] is None
    assert problems == [(1, "Decision-maker rank", "not_loaded")]
