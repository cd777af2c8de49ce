"""Minutes are a draft until the panel's next meeting; from then on they stand, and a dated note puts them right."""

from datetime import timedelta

import pytest
from docx import Document
from sqlalchemy import update
from sqlalchemy.exc import DBAPIError

from scrutiny_app.domain.agreeing import Escalation, Result
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.meetings import Attending
from scrutiny_app.domain.minutes import parts
from scrutiny_app.domain.minutes_kept import as_json, from_json
from scrutiny_app.domain.minutes_state import state_in_words
from scrutiny_app.files.minutes import minutes_document
from scrutiny_app.models.meetings import Attendance, Meeting, MeetingNote
from scrutiny_app.models.minutes import MinutesApproval, MinutesCorrection
from scrutiny_app.services import approving_minutes, carrying_over, conflicts, escalating, noting
from scrutiny_app.services.attending import set_attendance
from scrutiny_app.services.minutes import Form, draft_minutes, read_minutes
from scrutiny_app.services.noting import NoteRefused
from scrutiny_app.services.trail import now
from tests.services.sitting import Sitting, count, events


@pytest.fixture
def held(session, make):
    """Give a panel whose round is signed and whose meeting, three hours ago, has ended."""
    sitting = Sitting(session, make, cases=1)
    sitting.meet(starts_at=now() - timedelta(hours=3), chaired_by=sitting.chair.id)
    sitting.signed(result=Result.OBSERVATIONS, remarks="The letter was late.", dissent="Not by much.")
    noting.write_note(session, sitting.round, "On the letter.", reference=sitting.reference, by=sitting.chair)
    escalating.escalate(session, sitting.reference, route=Escalation.RECODE, note="Wrong code.", by=sitting.chair)
    noting.end_meeting(session, sitting.round, by=sitting.chair)
    return sitting


@pytest.fixture
def next_round(make, held):
    """Give the panel's next round, the meeting of which has begun."""
    round_ = make.open_round(panel=held.panel, cases=1)
    held.meet(round_id=round_.id)
    return round_


def _read(held, by=None):
    return read_minutes(held.session, held.round, Form.PAGE, by=by or held.lay)


def _words(minutes):
    told = list(parts(minutes, str))
    cells = [cell for part in told for row in (part.table.rows if part.table else ()) for cell in row]
    return "\n".join([*cells, *(words for part in told for words in part.words)])


def _approve(held, by=None):
    steps = approving_minutes.approving(held.session, held.round, by=held.chair)
    return approving_minutes.approve_minutes(held.session, held.round, seen=steps.seen, by=by or held.chair)


def test_they_are_a_draft_until_the_next_meeting_has_begun(session, make, held):
    assert state_in_words(_read(held).approved, str).startswith("Draft")
    with pytest.raises(Refused, match="next meeting, which has not begun"):
        _approve(held)
    later = make.open_round(panel=held.panel, cases=1)
    held.meet(round_id=later.id, starts_at=now() + timedelta(days=90))
    with pytest.raises(Refused, match="next meeting, which has not begun"):
        _approve(held)


def test_the_chair_approves_them_once_with_the_date_and_their_name(session, held, next_round):
    assert [one.id for one in approving_minutes.unapproved(session, next_round, by=held.chair)] == [held.round.id]
    kept = _approve(held)
    assert _approve(held) is kept
    assert events(session).count("MinutesApproved") == 1
    words = state_in_words(_read(held).approved, str)
    assert words.startswith(f"Approved by {held.chair.name} on {kept.approved_at}")
    assert approving_minutes.unapproved(session, next_round, by=held.chair) == []


def test_approved_minutes_do_not_change_with_what_is_done_afterwards(session, held, next_round):
    before = _words(_read(held))
    _approve(held)
    held.reopen(version=1, remarks="On second thoughts.")
    held.second()
    held.sign(version=2)
    held.chair.name, held.panel.least_members = "Somebody Else", 9
    assert _words(_read(held)) == before


def test_what_was_passed_on_and_taken_back_is_shown_in_approved_minutes_neither(session, held, next_round):
    _approve(held)
    assert "Wrong code." in _words(_read(held))
    one = escalating.escalations(session, [held.cases[0].id])[held.cases[0].id][0]
    escalating.take_back(session, held.reference, one.id, reason="It was right.", by=held.chair)
    assert "Wrong code." not in _words(_read(held))


def test_a_conflict_still_keeps_its_case_from_its_holders_copy(session, held, next_round):
    _approve(held)
    approving_minutes.write_correction(session, held.round, f"{held.reference} was read twice.", by=held.chair)
    conflicts.declare_conflict(session, held.reference, by=held.yjs)
    minutes = _read(held, by=held.yjs)
    assert minutes.hidden == 1
    for words in (held.reference, "The letter was late.", "On the letter.", "Wrong code."):
        assert words not in _words(minutes)


def test_they_are_not_approved_while_a_case_is_unsigned_or_after_they_have_changed(session, make, held, next_round):
    seen = approving_minutes.approving(session, held.round, by=held.chair).seen
    held.meet(starts_at=now() - timedelta(hours=2), ended_at=now() - timedelta(hours=1))
    with pytest.raises(Overtaken, match="have changed"):
        approving_minutes.approve_minutes(session, held.round, seen=seen, by=held.chair)
    other = Sitting(session, make, cases=2)
    other.meet(ended_at=now())
    other.signed()
    assert "not signed yet" in approving_minutes.approving(session, other.round, by=other.chair).why_not


def test_a_correction_is_dated_kept_once_and_stands_beside_what_was_approved(session, held, next_round):
    with pytest.raises(Refused, match="still a draft"):
        approving_minutes.write_correction(session, held.round, "Tea was early.", by=held.chair)
    _approve(held)
    for _ in range(2):
        note = approving_minutes.write_correction(session, held.round, " Tea was early. ", by=held.chair)
    assert (count(session, MinutesCorrection), events(session).count("MinutesCorrected")) == (1, 1)
    assert next(parts(_read(held), str)).words == (f"{note.written_at}: Tea was early.",)
    words = f"On {held.reference} {held.lay.name} spoke."
    with pytest.raises(NoteRefused, match="names nobody"):
        approving_minutes.write_correction(session, held.round, words, by=held.chair)


def test_the_database_itself_keeps_them(session, held, next_round):
    _approve(held)
    session.flush()
    with pytest.raises(DBAPIError, match="append-only"), session.begin_nested():
        session.execute(update(MinutesApproval).values(meeting_id=1))


def test_kept_minutes_are_read_again_as_they_were(session, held):
    whole = draft_minutes(session, held.round, by=None)
    assert from_json(as_json(whole)) == whole


def test_the_document_says_its_state_and_no_title_twice(tmp_path, session, held, next_round):
    _approve(held)
    path = tmp_path / "minutes.docx"
    path.write_bytes(minutes_document(_read(held), str))
    words = [one.text for one in Document(str(path)).paragraphs if one.text]
    assert any(one.startswith("Approved by") for one in words)
    assert words.count("Findings") == 1
    assert words.count("The draw") == 1


def test_a_struck_note_is_shown_nowhere_in_drafts_in_approved_minutes_and_next_time(session, held, next_round):
    for approved in (False, True):
        words = f"Ring Bartholomew {approved}."
        of = noting.meetings_of(session, held.round)[0].id
        note = MeetingNote(meeting_id=of, text=words, written_by=held.chair.id, written_at=now())
        session.add(note)
        session.flush()
        if approved:
            _approve(held)
        assert words in _words(_read(held))
        noting.strike_note(session, held.round, note.id, by=held.chair)
        noting.strike_note(session, held.round, note.id, by=held.chair)
        assert words not in _words(_read(held))
        assert "A note was struck out." in _words(_read(held))
    assert events(session).count("NoteStruck") == 2
    assert carrying_over.matters_arising(session, next_round, by=held.lay).notes == []


def test_attendance_changed_after_the_end_is_told_and_after_the_approval_refused(session, held, next_round):
    meeting = noting.meetings_of(session, held.round)[0].id
    at = session.get_one(Meeting, meeting)
    recorded = {"meeting_id": meeting, "user_id": held.lay.id, "set_by": held.chair.id}
    session.add(Attendance(state="present", set_at=at.ended_at - timedelta(minutes=1), **recorded))
    session.flush()
    set_attendance(session, meeting, held.lay.id, Attending.ABSENT, by=held.chair)
    assert f"{held.lay.name}, recorded before as “present”, is “absent” ({held.chair.name})." in _words(_read(held))
    _approve(held)
    with pytest.raises(Refused, match="minutes of this meeting are approved"):
        set_attendance(session, meeting, held.lay.id, Attending.PRESENT, by=held.chair)


def test_a_superseded_finding_says_by_what(session, held):
    held.reopen(version=1, result=Result.INAPPROPRIATE, remarks="On second thoughts.")
    held.second()
    held.sign(version=2)
    assert "Appropriate with observations (superseded since by “Inappropriate”)" in _words(_read(held))
