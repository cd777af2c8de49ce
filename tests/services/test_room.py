"""The room's screen shows what each of those in the room may read by themselves, and no more."""

import pytest

from scrutiny_app.domain.agreeing import FindingIncomplete, Reached, Result
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.meetings import Attending
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.meetings import Attendance
from scrutiny_app.services import conflicts, showing
from scrutiny_app.services.trail import now
from tests.services.sitting import Sitting, events


@pytest.fixture
def sitting(session, make):
    sitting = Sitting(session, make)
    sitting.meet()
    return sitting


def _look(sitting, by=None):
    return showing.look(sitting.session, sitting.round, by=by or sitting.lay)


def _put_up(sitting, reference=None, by=None):
    reference = sitting.reference if reference is None else reference
    return showing.put_up(sitting.session, sitting.round, reference, by=by or sitting.chair)


def test_the_room_is_empty_until_a_case_is_put_up(session, sitting):
    assert _look(sitting).case is None
    _put_up(sitting)
    assert _look(sitting).case.reference == sitting.reference
    _put_up(sitting, "")
    assert _look(sitting).case is None
    assert events(session) == ["CaseShown", "CaseShown"]


def test_the_same_case_put_up_twice_restarts_no_timer(sitting):
    since = _put_up(sitting).showing_since
    assert _put_up(sitting).showing_since == since


def test_before_the_reveal_nothing_on_the_screen_changes_with_a_grade(sitting):
    _put_up(sitting)
    before = _look(sitting)
    sitting.grade(sitting.chair, sitting.cps, word=GradeWord.INAPPROPRIATE, comment="No.")
    after = _look(sitting)
    assert (before.revision, before.spread) == (after.revision, after.spread)
    assert after.spread is None


def test_the_reveal_and_the_signature_change_the_screen_and_a_draft_does_not(sitting):
    _put_up(sitting)
    closed = _look(sitting).revision
    sitting.revealed()
    shown = _look(sitting)
    assert shown.spread.total == 3
    sitting.draft()
    assert (_look(sitting).revision, _look(sitting).finding) == (shown.revision, None)
    sitting.sign()
    assert len({closed, shown.revision, _look(sitting).revision}) == 3
    assert _look(sitting).finding.result == Result.APPROPRIATE


def test_whoever_stepped_back_sees_that_they_step_out_and_nothing_of_the_case(sitting):
    _put_up(sitting)
    conflicts.declare_conflict(sitting.session, sitting.reference, by=sitting.yjs)
    shown = _look(sitting, by=sitting.yjs)
    assert (shown.kept_back, shown.case, shown.spread) == (True, None, None)


def test_the_commissioners_officer_sees_which_case_and_no_spread(make, sitting):
    officer = make.user(Role.COMMISSIONERS_OFFICER, body=Body.COMMISSIONER)
    make.seat(sitting.panel, officer)
    sitting.revealed()
    _put_up(sitting)
    shown = _look(sitting, by=officer)
    assert (shown.case.reference, shown.spread) == (sitting.reference, None)


def test_the_spread_on_the_screen_is_recorded_once_a_reader_for_each_time_it_is_up(session, sitting):
    sitting.revealed()
    _put_up(sitting)
    for _ in range(3):
        showing.record_look(session, _look(sitting), by=sitting.lay)
    assert events(session).count("SpreadRead") == 1
    _put_up(sitting, "")
    _put_up(sitting)
    showing.record_look(session, _look(sitting), by=sitting.lay)
    assert events(session).count("SpreadRead") == 2


def test_a_case_of_another_panel_cannot_be_put_up(session, make, sitting):
    other = Sitting(session, make)
    with pytest.raises(NotYours):
        _put_up(sitting, other.reference)
    make.seat(other.panel, sitting.chair)
    with pytest.raises(NotYours):
        _put_up(sitting, other.reference)


# A vote, counted against who is there


def _vote(sitting, count, **given):
    return sitting.draft(reached=Reached.VOTE, votes={Result.APPROPRIATE: count}, **given)


def test_more_votes_than_members_are_refused(sitting):
    sitting.revealed()
    with pytest.raises(FindingIncomplete, match="4 could vote"):
        _vote(sitting, 5)
    assert _vote(sitting, 4).votes == {"appropriate": 4}


def test_a_member_with_a_conflict_has_no_vote(sitting):
    sitting.revealed()
    conflicts.declare_conflict(sitting.session, sitting.reference, by=sitting.yjs)
    with pytest.raises(FindingIncomplete, match="3 could vote"):
        _vote(sitting, 4)


def test_more_votes_than_are_present_are_refused(session, make, sitting):
    meeting = sitting.meet()
    meeting.starts_at = now().replace(year=2020)  # the one at hand
    for person, state in ((sitting.chair, "present"), (sitting.lay, "present"), (sitting.cps, "apologies")):
        given = {"meeting_id": meeting.id, "user_id": person.id, "set_by": sitting.chair.id, "set_at": now()}
        session.add(Attendance(state=Attending(state), **given))
    session.flush()
    sitting.revealed()
    with pytest.raises(FindingIncomplete, match="2 could vote"):
        _vote(sitting, 3)
    assert _vote(sitting, 2).meeting_id == meeting.id


def test_the_chair_shows_the_words_before_signing_and_the_room_follows_each_save(session, sitting):
    sitting.revealed()
    _put_up(sitting)
    sitting.draft(result=Result.OBSERVATIONS, remarks="Say why.")
    hidden = _look(sitting)
    assert hidden.draft is None
    showing.show_draft(session, sitting.round, sitting.reference, on=True, by=sitting.chair)
    shown = _look(sitting)
    assert shown.draft.remarks == "Say why."
    sitting.draft(version=1, result=Result.OBSERVATIONS, remarks="Say why, and by when.")
    followed = _look(sitting)
    assert followed.draft.remarks == "Say why, and by when."
    assert len({one.revision for one in (hidden, shown, followed)}) == 3
    sitting.sign(version=2)
    assert (_look(sitting).draft, _look(sitting).finding.remarks) == (None, "Say why, and by when.")


def test_another_case_or_the_chair_takes_the_words_off(session, sitting):
    sitting.revealed()
    sitting.draft()
    for off in (lambda: _put_up(sitting, sitting.cases[1].reference), lambda: _show(session, sitting, on=False)):
        _show(session, sitting)
        off()
        _put_up(sitting)
        assert _look(sitting).draft is None
    assert events(session).count("DraftShown") == 3


def test_there_are_no_words_to_show_before_the_reveal_nor_to_who_stepped_back_nor_by_a_member(session, sitting):
    with pytest.raises(Refused):
        _show(session, sitting)
    sitting.revealed()
    sitting.draft()
    conflicts.declare_conflict(session, sitting.reference, by=sitting.yjs)
    _show(session, sitting)
    away = _look(sitting, by=sitting.yjs)
    assert (away.case, away.draft, away.kept_back) == (None, None, True)
    with pytest.raises(Refused):
        _show(session, sitting, by=sitting.lay)


def _show(session, sitting, *, on=True, by=None):
    return showing.show_draft(session, sitting.round, sitting.reference, on=on, by=by or sitting.chair)
