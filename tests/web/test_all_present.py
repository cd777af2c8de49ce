"""Who came, in one press: everybody of whom nothing else is said, and whoever is missing is taken off."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from scrutiny_app.domain.meetings import Attending
from scrutiny_app.models.meetings import Meeting
from scrutiny_app.services.attending import set_attendance
from tests.web.panels import events, seat_at_meeting

PRESS = {"all_present": "y"}


@pytest.fixture
def sitting(making):
    with making() as make:
        sitting = seat_at_meeting(make)
        meeting = make.session.scalar(select(Meeting.id))
        set_attendance(make.session, meeting, sitting.lay.id, Attending.APOLOGIES, by=sitting.chair)
    return sitting


def _came(page):
    """Give what is chosen of each person, by their id."""
    selects = re.findall(r'id="attending-(\d+)"(.*?)</select>', page, re.DOTALL)
    return {int(who): "".join(re.findall(r'value="(\w*)" selected', options)) for who, options in selects}


def test_one_press_on_the_chairs_screen_leaves_apologies_as_they_are(sign_in, sitting, database):
    chair = sign_in(sitting.chair)
    assert ">All present<" in chair.get(sitting.meeting).text
    page = chair.post("/panel/meetings/1/attendance", PRESS, page=sitting.meeting)
    came = _came(page.text)
    assert came.pop(sitting.lay.id) == "apologies"
    assert set(came.values()) == {"present"}
    assert events(database).count("AttendanceSet") == 1 + len(came)


def test_whoever_is_missing_is_taken_off_and_stays_off_at_another_press(sign_in, sitting):
    chair, path, who = sign_in(sitting.chair), "/panel/meetings/1", sitting.cps.id
    chair.post(f"{path}/attendance", PRESS, page=path)
    chair.post(f"{path}/attendance", {f"attending-{who}": "absent"}, page=path)
    assert _came(chair.post(f"{path}/attendance", PRESS, page=path).text)[who] == "absent"
    assert ">All present<" not in chair.get(sitting.meeting).text


def test_nobody_is_present_before_the_meeting(sign_in, making):
    with making() as make:
        sitting = seat_at_meeting(make)
        make.session.scalar(select(Meeting)).starts_at += timedelta(days=3)
    chair = sign_in(sitting.chair)
    assert ">All present<" not in chair.get("/panel/meetings/1").text
    assert chair.post("/panel/meetings/1/attendance", PRESS, page="/panel/meetings/1").status_code == 409
