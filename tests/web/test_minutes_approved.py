"""The pages on which minutes are approved and put right, and who is offered that."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from scrutiny_app.domain.meetings import Manner
from scrutiny_app.models.meetings import Meeting
from scrutiny_app.models.panels import Panel
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import agreeing, noting
from scrutiny_app.services.trail import now
from tests.web.panels import answer_of, events, reveal, seat

DRAFT = "Draft, made from what was recorded."


@dataclass
class Held:
    """A round whose meeting was held, and the panel's next one."""

    chair: User
    lay: User
    round_id: int
    next_id: int

    @property
    def minutes(self) -> str:
        """Give the minutes' address."""
        return f"/panel/rounds/{self.round_id}/minutes"

    @property
    def following(self) -> str:
        """Give the address of the next meeting."""
        return f"/panel/rounds/{self.next_id}/meeting"


@pytest.fixture
def sitting(making):
    """Seat a panel whose one case is signed, whose meeting has ended, and whose next one has begun."""
    with making() as make:
        sitting = seat(make, cases=1)
        _meet(make, sitting, sitting.round_id, hours=3)
        reveal(make, sitting)
        agreed = {"version": 0, "result": "appropriate", "by": sitting.chair}
        agreeing.draft_finding(make.session, sitting.reference, **agreed)
        agreeing.sign_finding(make.session, sitting.reference, version=1, by=sitting.chair)
        round_ = make.session.get_one(Round, sitting.round_id)
        noting.end_meeting(make.session, round_, by=sitting.chair)
        following = make.open_round(panel=make.session.get_one(Panel, round_.panel_id), cases=1)
        _meet(make, sitting, following.id, hours=0)
    return Held(sitting.chair, sitting.lay, sitting.round_id, following.id)


def _meet(make, sitting, round_id, *, hours):
    start = now() - timedelta(hours=hours, minutes=5)
    by = {"planned_by": sitting.chair.id, "planned_at": start}
    make.session.add(Meeting(round_id=round_id, manner=Manner.ROOM, place="Room 2", starts_at=start, **by))
    make.session.flush()


def _approve(chair, sitting):
    seen = chair.get(sitting.minutes).text.split('name="seen" value="')[1].split('"')[0]
    return chair.post(f"{sitting.minutes}/approve", {"seen": seen}, page=sitting.minutes)


def test_the_next_meetings_page_leads_the_chair_to_the_draft_and_they_approve_it(sign_in, sitting, database):
    chair = sign_in(sitting.chair)
    assert "Read and approve them" in chair.get(sitting.following).text
    assert DRAFT in chair.get(sitting.minutes).text
    page = _approve(chair, sitting).text
    assert "They do not change any more" in page
    assert f"Approved by {sitting.chair.name} on" in page
    assert "MinutesApproved" in events(database)
    assert "Read and approve them" not in chair.get(sitting.following).text


def test_a_member_reads_the_state_and_approves_nothing(sign_in, sitting):
    member = sign_in(sitting.lay)
    page = member.get(sitting.minutes).text
    assert DRAFT in page
    assert "Approve these minutes" not in page
    assert member.post(f"{sitting.minutes}/approve", {"seen": ""}, page=sitting.minutes).status_code == 404


def test_minutes_that_changed_since_are_not_approved(sign_in, sitting, database):
    answer = sign_in(sitting.chair).post(f"{sitting.minutes}/approve", {"seen": "f" * 64}, page=sitting.minutes)
    assert answer.status_code == 409
    assert "MinutesApproved" not in events(database)


def test_a_correction_is_asked_about_names_and_then_read_by_all(sign_in, sitting):
    chair, said = sign_in(sitting.chair), {"text": "Mr Bartholomew Achterberg was not there."}
    _approve(chair, sitting)
    page = chair.post(f"{sitting.minutes}/correct", said).text
    assert "Is this somebody’s name or number?" in page
    chair.post(f"{sitting.minutes}/correct", said | {"nameless": answer_of(page)})
    page = sign_in(sitting.lay).get(sitting.minutes).text
    assert "Corrections, made after the approval" in page
    assert said["text"] in page
