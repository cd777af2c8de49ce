"""What a chair types of a finding is kept as they go: by the script, and without one by any button of the page."""

import pytest
from sqlalchemy import select

from scrutiny_app.models.findings import Finding, FindingDraft
from tests.web.panels import reveal, seat_at_meeting

TYPED = {
    "version": "0",
    "result": "observations",
    "reached": "consensus",
    "themes": ["victim"],
    "remarks": "Half a thought",
    "dissent": "",
}
UNTOUCHED = {"version": "0", "remarks": "", "dissent": "", "reached": "consensus"}


@pytest.fixture
def sitting(making):
    with making() as make:
        sitting = seat_at_meeting(make)
        reveal(make, sitting)
    return sitting


@pytest.fixture
def chair(sign_in, sitting):
    return sign_in(sitting.chair)


def _type(chair, sitting, **more):
    page = f"{sitting.case}/finding"
    return chair.post(f"{page}/keep?deed=typed", TYPED | more, page=page)


def _kept(database, column=FindingDraft.content):
    with database.reading() as session:
        return list(session.scalars(select(column)))


def test_what_is_typed_is_kept_and_is_no_finding(chair, sitting, database):
    page = chair.get(f"{sitting.case}/finding").text
    assert f'data-draft-to="{sitting.case}/finding/keep?deed=typed"' in page
    assert _type(chair, sitting).status_code == 204
    assert "Half a thought" in chair.get(f"{sitting.case}/finding").text
    assert _kept(database, Finding.id) == []


def test_words_that_arrive_after_their_writer_saved_them_are_no_draft(chair, sitting, database):
    chair.post(f"{sitting.case}/finding", TYPED)
    assert _type(chair, sitting).status_code == 409
    assert _kept(database) == []
    chair.post(f"{sitting.case}/finding/sign", {"version": "1"}, page=f"{sitting.case}/finding/check")
    assert _type(chair, sitting, version="1").status_code == 409
    assert _kept(database) == []


@pytest.mark.parametrize(("deed", "lands"), [("meeting", "The meeting"), ("sign", "The meeting"), ("next", "finding")])
def test_every_way_from_the_page_is_a_button_that_keeps_the_words(chair, sitting, database, deed, lands):
    path = f"{sitting.case}/finding"
    assert 'form="finding"' in chair.get(path).text
    assert lands in chair.post(f"{path}/keep", TYPED | {"deed": deed}, page=path).text
    assert [one["remarks"] for one in _kept(database)] == [["Half a thought"]]


def test_a_press_on_a_form_that_nobody_wrote_in_keeps_nothing(chair, sitting, database):
    path = f"{sitting.case}/finding"
    chair.post(f"{path}/keep", UNTOUCHED | {"deed": "up"}, page=path)
    assert _kept(database) == []
    assert "What you had written" not in chair.get(path).text
