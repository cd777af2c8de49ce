"""A meeting in writing: everybody who reads a revealed case says what they think, nameless, until its last day."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from scrutiny_app.domain.meetings import Manner
from scrutiny_app.models.meetings import Meeting, MeetingNote
from scrutiny_app.services.trail import now
from tests.web.panels import answer_of, reveal, seat_at_meeting

WORDS = "The condition is beside the cause."


@pytest.fixture
def sitting(making):
    """A round whose first case is revealed, and its meeting in writing, begun and not over."""
    with making() as make:
        sitting = seat_at_meeting(make)
        reveal(make, sitting)
        meeting = make.session.scalars(select(Meeting)).one()
        meeting.manner, meeting.ends_at = Manner.WRITING, now() + timedelta(days=2)
    return sitting


def _change(making, **values):
    with making() as make:
        meeting = make.session.scalars(select(Meeting)).one()
        for name, value in values.items():
            setattr(meeting, name, value)


def _said(database):
    with database.reading() as session:
        return list(session.scalars(select(MeetingNote.text)))


def test_what_a_member_says_is_read_by_all_without_a_name_and_stands_in_the_minutes(making, sign_in, sitting, database):
    member, chair = sign_in(sitting.lay), sign_in(sitting.chair)
    assert f'href="{sitting.case}/said"' in member.get(sitting.meeting).text
    for _ in range(2):
        page = member.post(f"{sitting.case}/said", {"text": WORDS})
    assert "What you said is kept, without your name." in page.text
    assert _said(database) == [WORDS]
    for reader in (chair, sign_in(sitting.cps)):
        page = reader.get(f"{sitting.case}/said").text
        assert WORDS in page
        assert sitting.lay.name not in page
    assert WORDS in chair.get(f"{sitting.case}/finding").text
    chair.post(f"/panel/rounds/{sitting.round_id}/end", page=f"/panel/rounds/{sitting.round_id}/end")
    assert WORDS in member.get(f"/panel/rounds/{sitting.round_id}/minutes").text


def test_two_who_say_the_same_are_two(sign_in, sitting, database):
    for person in (sitting.lay, sitting.cps):
        sign_in(person).post(f"{sitting.case}/said", {"text": "I agree."})
    assert _said(database) == ["I agree.", "I agree."]


def test_the_adviser_answers_there(sign_in, sitting, database):
    sign_in(sitting.adviser).post(f"{sitting.case}/said", {"text": "The matrix of that month says so."})
    assert _said(database) == ["The matrix of that month says so."]


def test_a_name_is_refused_or_asked_about(sign_in, sitting, database):
    member = sign_in(sitting.lay)
    assert (
        "names nobody: take out" in member.post(f"{sitting.case}/said", {"text": f"As {sitting.cps.name} says."}).text
    )
    page = member.post(f"{sitting.case}/said", {"text": "Margaret Hughes was not asked."}).text
    assert "<mark>Margaret Hughes</mark>" in page
    assert _said(database) == []
    member.post(f"{sitting.case}/said", {"text": "Margaret Hughes was not asked.", "nameless": answer_of(page)})
    assert _said(database) == ["Margaret Hughes was not asked."]


@pytest.mark.parametrize(
    "values",
    [
        {"manner": Manner.ROOM},
        {"ends_at": now() - timedelta(minutes=1)},
        {"starts_at": now() + timedelta(days=1)},
        {"ended_at": now()},
        {"cancelled_at": now()},
    ],
)
def test_nothing_is_said_where_no_meeting_in_writing_is_under_way_and_the_words_are_kept_on_the_page(
    making, sign_in, sitting, database, values
):
    _change(making, **values)
    member = sign_in(sitting.lay)
    assert "No meeting in writing that speaks of this case is under way." in member.get(f"{sitting.case}/said").text
    page = member.post(f"{sitting.case}/said", {"text": WORDS}, page=sitting.meeting).text
    assert "so nothing was kept" in page
    assert WORDS in page
    assert _said(database) == []


def test_nothing_is_said_before_the_reveal_or_by_whoever_stepped_back(sign_in, sitting, database):
    member = sign_in(sitting.lay)
    hidden = f"/panel/cases/{sitting.references[1]}/said"
    assert member.get(hidden).status_code == member.post(hidden, {"text": WORDS}, page="/").status_code == 409
    member.post(f"{sitting.case}/conflict", page=f"{sitting.case}/conflict")
    assert member.get(f"{sitting.case}/said").status_code == 404
    assert member.post(f"{sitting.case}/said", {"text": WORDS}, page="/").status_code == 404
    assert _said(database) == []
