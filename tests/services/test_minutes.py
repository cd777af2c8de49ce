"""Minutes are drafted from what was recorded: the same state gives the same bytes, and no name stands by a grade."""

import io
import json
from datetime import timedelta

import pypdfium2  # type: ignore[import-untyped]  # it brings none
import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from scrutiny_app.domain.agreeing import Escalation, Reached, Result
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.instants import LONDON
from scrutiny_app.domain.minutes import parts
from scrutiny_app.domain.minutes_kept import as_json, from_json
from scrutiny_app.domain.people import Role
from scrutiny_app.files.minutes import minutes_document, minutes_pdf, minutes_workbook
from scrutiny_app.models.meetings import Attendance
from scrutiny_app.services import conflicts, escalating, noting, rounds
from scrutiny_app.services.chairing import take_chair
from scrutiny_app.services.minutes import Form, is_ready, read_minutes
from scrutiny_app.services.noting import NoteRefused
from scrutiny_app.services.rounds import OutOfOrder
from scrutiny_app.services.trail import now
from tests.making import DICE
from tests.services.sitting import Sitting, events
from tests.web.test_figures import words_of

STATED = (
    "Cases finalised",
    "Eligible (the frame)",
    "Left out of the frame",
    "Draws made void",
    "Cases replaced",
    "Places left empty",
    "How far members agreed before discussion",
    "A fair draw from an incomplete list proves nothing",
)


@pytest.fixture
def held(session, make):
    sitting = Sitting(session, make)
    meeting = sitting.meet(chaired_by=sitting.chair.id)
    given = {"meeting_id": meeting.id, "set_by": sitting.chair.id, "set_at": now()}
    session.add(Attendance(user_id=sitting.lay.id, state="present", **given))
    session.add(Attendance(user_id=sitting.cps.id, state="apologies", **given))
    sitting.revealed()
    sitting.draft(
        result=Result.INAPPROPRIATE,
        remarks="The letter was late.",
        dissent="Not by much.",
        reached=Reached.VOTE,
        votes={Result.INAPPROPRIATE: 1},
    )
    sitting.sign()
    escalating.escalate(session, sitting.reference, route=Escalation.RECODE, note="Wrong code.", by=sitting.chair)
    noting.write_note(session, sitting.round, "Tea was late.", by=sitting.chair)
    noting.write_note(session, sitting.round, "On the letter.", reference=sitting.reference, by=sitting.chair)
    return sitting


def _words(minutes):
    when = str
    rows = [cell for part in parts(minutes, when) for row in (part.table.rows if part.table else ()) for cell in row]
    return "\n".join([*(words for part in parts(minutes, when) for words in part.words), *rows])


def _read(sitting, by=None):
    return read_minutes(sitting.session, sitting.round, Form.PAGE, by=by or sitting.lay)


def test_they_are_read_once_the_meeting_is_ended(session, held):
    with pytest.raises(OutOfOrder, match="not yet|no minutes yet"):
        _read(held)
    noting.end_meeting(session, held.round, by=held.chair)
    assert is_ready(session, held.round)
    assert _read(held).title == held.round.title
    assert events(session)[-1] == "MinutesRead"


def test_a_meeting_that_has_not_begun_is_not_ended(session, make):
    sitting = Sitting(session, make)
    meeting = sitting.meet(starts_at=now() + timedelta(days=1))
    with pytest.raises(Refused, match="not begun"):
        noting.end_meeting(session, sitting.round, by=sitting.chair)
    assert meeting.ended_at is None


def test_or_once_every_case_is_signed(session, make):
    sitting = Sitting(session, make, cases=1)
    sitting.meet()
    sitting.signed()
    assert _read(sitting).found[0].result == Result.APPROPRIATE


def test_they_tell_what_was_recorded(session, held):
    noting.end_meeting(session, held.round, by=held.chair)
    conflicts.declare_conflict(session, held.cases[1].reference, by=held.yjs)
    words = _words(_read(held))
    for told in (
        f"In the chair: {held.chair.name}.",
        held.lay.name,
        "Sent apologies",
        "The letter was late.",
        "Dissent, in the dissenter’s own words: “Not by much.”",
        "By a vote: Inappropriate 1",
        "Wrong code.",
        "Tea was late.",
        f"Case {held.reference}: On the letter.",
        f"Case {held.cases[1].reference}: 1 person stepped back",
        "Not signed yet",
        "f" * 64,
    ):
        assert told in words, told


def test_they_say_when_it_was_due_and_when_it_ended_and_what_each_case_was(session, held):
    noting.end_meeting(session, held.round, by=held.chair)
    minutes = _read(held)
    told = list(parts(minutes, str))
    (meeting,) = minutes.held
    assert told[0].words[0].startswith(f"Due to begin {meeting.starts_at}. Ended {meeting.ended_at}. ")
    (found,) = minutes.found
    (cell,) = [row[0] for part in told if part.heading == "Findings" and part.table for row in part.table.rows]
    assert found.about
    assert cell == f"{held.reference}\n{found.about}"


def test_what_only_a_checker_needs_stands_last(session, held):
    noting.end_meeting(session, held.round, by=held.chair)
    *others, last = parts(_read(held), str)
    assert last.heading == "For whoever checks"
    assert "SHA-256" not in "".join(cell for part in others if part.table for row in part.table.rows for cell in row)


def test_what_was_taken_back_is_not_in_them(session, held):
    (raised,) = escalating.escalations(session, [held.cases[0].id])[held.cases[0].id]
    escalating.take_back(session, held.reference, raised.id, reason="The code was right.", by=held.chair)
    noting.end_meeting(session, held.round, by=held.chair)
    words = _words(_read(held))
    assert "Wrong code." not in words
    assert "The code was right." not in words


def test_they_state_how_the_cases_were_chosen_on_the_page_and_in_the_document(session, held):
    noting.end_meeting(session, held.round, by=held.chair)
    minutes = _read(held)
    document = Document(io.BytesIO(minutes_document(minutes, str)))
    written = " ".join(node.text or "" for node in document.element.iter(qn("w:t")))
    frame = rounds.frame_of(session, held.round)
    for told in (*STATED, frame.draw_id, frame.digest, minutes.head, DICE):
        assert told in written, told
        assert told in _words(minutes), told


def test_every_form_of_them_says_the_same(session, held):
    noting.end_meeting(session, held.round, by=held.chair)
    minutes = _read(held)
    tables = [part for part in parts(minutes, str) if part.table]
    book = load_workbook(io.BytesIO(minutes_workbook(minutes, str)))
    pdf = " ".join(words_of(minutes_pdf(minutes, str)).split())
    for part, sheet in zip(tables, book.worksheets, strict=False):
        rows = [list(part.table.header), *(list(row) for row in part.table.rows)]
        assert [
            ["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)
        ] == rows
        assert all(" ".join(cell.split()) in pdf for row in part.table.rows for cell in row if len(cell) < 40)
    told = [row[1] for row in book.worksheets[-1].iter_rows(min_row=2, values_only=True)]
    assert all(words in told for part in parts(minutes, str) for words in part.words)


def test_the_pdf_heads_each_table_once_and_breaks_a_word_that_is_wider_than_its_column(session, make):
    sitting = Sitting(session, make, cases=1)
    sitting.meet()
    sitting.signed(remarks="x" * 300)
    pdf = minutes_pdf(_read(sitting), str)
    assert words_of(pdf).count("For whoever checks") == 1
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        ends = [text.get_charbox(at)[2] for at in range(text.count_chars())]
        assert max(ends, default=0) <= page.get_width() - 40


def test_where_nobody_is_recorded_in_the_chair_or_the_room_they_say_who_acted_and_what_is_not_known(session, make):
    sitting = Sitting(session, make, cases=1)
    sitting.meet()
    sitting.meet(starts_at=now() + timedelta(days=9), place="Room 99")
    sitting.signed()
    minutes = _read(sitting)
    words = _words(minutes)
    assert f"In the chair: {sitting.chair.name}, as the grades revealed or the findings signed show." in words
    assert "quorum of grades" in words
    assert "Who came was not recorded" in words
    assert len(minutes.held) == 1


def test_a_chair_that_changed_hands_is_told_with_when(session, make):
    sitting = Sitting(session, make, cases=1)
    deputy = make.user(Role.CHAIR, name="Blake Deputy")
    make.seat(sitting.panel, deputy).is_deputy = True
    sitting.meet()
    sitting.revealed()
    take_chair(session, sitting.round, by=deputy)
    noting.end_meeting(session, sitting.round, by=deputy)
    minutes = _read(sitting)
    at = minutes.held[0].passed[0][0].astimezone(LONDON)
    others = f"Grades were also revealed or findings signed by {sitting.chair.name}."
    assert f"In the chair: Blake Deputy from {at:%H:%M}. {others}" in _words(minutes)
    assert from_json(json.loads(json.dumps(as_json(minutes)))).held == minutes.held


def test_that_no_dissent_was_written_down_is_said_once_and_never_where_one_was(session, make, held):
    noting.end_meeting(session, held.round, by=held.chair)
    assert "none was written down" not in _words(_read(held))
    other = Sitting(session, make, cases=1)
    other.meet()
    other.revealed()
    other.draft(reached=Reached.VOTE, votes={Result.APPROPRIATE: 2, Result.INAPPROPRIATE: 1})
    other.sign()
    words = _words(_read(other))
    assert words.count("Where no dissent stands beside a finding, none was written down.") == 1
    assert "By a vote: Appropriate 2, Inappropriate 1" in words
    assert "Nothing more was recorded." in words


def test_there_are_none_before_a_meeting_has_begun(session, make):
    sitting = Sitting(session, make, cases=1)
    sitting.signed()
    sitting.meet(starts_at=now() + timedelta(days=9))
    assert not is_ready(session, sitting.round)
    with pytest.raises(OutOfOrder, match="nothing to minute yet"):
        _read(sitting)


def test_nobody_is_named_beside_a_finding(session, held):
    noting.end_meeting(session, held.round, by=held.chair)
    found = [part for part in parts(_read(held), str) if part.heading in ("Findings", "Declarations of interest")]
    told = "\n".join(cell for part in found for row in (part.table.rows if part.table else ()) for cell in row)
    told += "\n".join(words for part in found for words in part.words)
    assert not [person.name for person in (held.chair, held.lay, held.cps, held.yjs) if person.name in told]


def test_the_same_state_gives_the_same_bytes_however_often_they_are_read(session, held):
    noting.end_meeting(session, held.round, by=held.chair)
    first = minutes_document(_read(held), str)
    assert minutes_document(_read(held), str) == first
    held.reopen(version=1, remarks="On second thoughts.")
    assert minutes_document(_read(held), str) == first


def test_a_copy_leaves_out_what_its_reader_stepped_back_from(session, held):
    noting.end_meeting(session, held.round, by=held.chair)
    conflicts.declare_conflict(session, held.reference, by=held.yjs)
    minutes = _read(held, by=held.yjs)
    assert (minutes.found, minutes.hidden) == ((), 1)
    assert held.reference not in _words(minutes)
    assert "The letter was late." not in _words(minutes)


def test_the_force_reads_them_whole(session, make, held):
    noting.end_meeting(session, held.round, by=held.chair)
    assert _read(held, by=make.user(Role.REGISTRAR)).hidden == 0


def test_a_note_is_kept_once_and_on_a_case_names_nobody(session, held):
    before = events(session).count("NoteWritten")
    noting.write_note(session, held.round, "Tea was late.", by=held.chair)
    assert events(session).count("NoteWritten") == before
    for text, words in (("", "Write"), ("x" * 2001, "shorten"), (f"{held.lay.name} spoke.", "names nobody")):
        with pytest.raises(NoteRefused, match=words):
            noting.write_note(session, held.round, text, reference=held.reference, by=held.chair)


def test_there_are_none_of_a_round_without_a_meeting(session, make):
    with pytest.raises(OutOfOrder, match="no meeting"):
        _read(Sitting(session, make))
