"""What a chair writes at a meeting: no button loses it, no name is kept in it, and what was passed on can come back."""

import pytest
from sqlalchemy import select

from scrutiny_app.domain.agreeing import Reached, Result
from scrutiny_app.models.findings import Escalation, Finding, FindingDraft
from scrutiny_app.models.meetings import MeetingNote
from scrutiny_app.models.people import User
from scrutiny_app.services import agreeing
from tests.web.panels import answer_of, events, reveal, seat_at_meeting

TYPED = {
    "version": "0",
    "result": "observations",
    "reached": "consensus",
    "themes": ["victim"],
    "remarks": "Half a thought",
    "dissent": "Mine",
}


@pytest.fixture
def sitting(making):
    with making() as make:
        sitting = seat_at_meeting(make)
        make.session.get_one(User, sitting.lay.id).name = "Zofia Pająk"
        reveal(make, sitting)
    return sitting


@pytest.fixture
def chair(sign_in, sitting):
    return sign_in(sitting.chair)


def _kept(database, column):
    with database.reading() as session:
        return list(session.scalars(select(column)))


def _press(chair, sitting, deed, **more):
    return chair.post(f"{sitting.case}/finding/keep", TYPED | {"deed": deed} | more, page=f"{sitting.case}/finding")


def _pass_on(chair, sitting, note, **more):
    form = {"route": "safeguarding", "note": note} | more
    return chair.post(f"{sitting.case}/escalate", form, page=f"{sitting.case}/escalate")


# Typed words


@pytest.mark.parametrize("deed", ["note", "up", "pass", ""])
def test_no_button_beside_the_finding_loses_what_is_typed(chair, sitting, database, deed):
    _press(chair, sitting, deed, **{"note-text": "The letter was read out."})
    page = chair.get(f"{sitting.case}/finding").text
    assert "Half a thought" in page
    assert 'value="observations" checked' in page
    assert "What you had written and not saved as a finding" in page
    assert _kept(database, Finding.id) == []


def test_each_button_does_its_deed(chair, sitting, database):
    assert "The note is kept" in _press(chair, sitting, "note", **{"note-text": "The letter was read out."}).text
    assert "Take it off" in _press(chair, sitting, "up").text
    assert "up on the room’s screen" in _press(chair, sitting, "down").text
    assert "To whom?" in _press(chair, sitting, "pass").text
    assert _kept(database, MeetingNote.text) == ["The letter was read out."]


def test_typed_words_are_their_writers_alone_and_gone_once_saved(making, chair, sitting, database):
    _press(chair, sitting, "")
    chair.post(f"{sitting.case}/finding", TYPED)
    assert _kept(database, FindingDraft.content) == []
    assert _kept(database, Finding.remarks) == ["Half a thought"]


def test_a_note_that_is_refused_leaves_note_and_finding_on_the_page(chair, sitting, database):
    page = _press(chair, sitting, "note", **{"note-text": "Zofia said so."}).text
    for words in ("Half a thought", "Zofia said so.", "names nobody: take out Zofia"):
        assert words in page
    assert _kept(database, MeetingNote.id) == []


def test_without_a_script_the_finding_says_which_ways_out_keep_its_words(chair, sitting):
    assert "The links of the menu at the top do not" in chair.get(f"{sitting.case}/finding").text


# What is wrong


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"result": "", "reached": "vote"}, ("Choose what the panel found", "You chose “By a vote”: enter how many")),
        (
            {"result": "inappropriate", "themes": [], "remarks": "", "reached": "vote"},
            ("tick at least one observation, or say in the remarks why", "You chose “By a vote”: enter how many"),
        ),
        (
            {"result": "appropriate", "remarks": "Zofia said so.", "dissent": "", "votes_appropriate": "3"},
            ("Name nobody: take out Zofia", "choose “Appropriate with observations”, or untick", "You entered votes"),
        ),
        (
            {"result": "inappropriate", "remarks": "Seen by John Smithson.", "reached": "vote"},
            ("This may tell who somebody is: John Smithson", "You chose “By a vote”: enter how many"),
        ),
        ({"result": "inappropriate", "reached": "together", "dissent": ""}, ("Not all who graded gave this grade",)),
    ],
)
def test_all_that_is_wrong_with_a_finding_is_said_at_once(chair, sitting, database, sent, told):
    page = chair.post(f"{sitting.case}/finding", TYPED | sent).text
    for words in told:
        assert words in page
    assert _kept(database, Finding.id) == []


def test_a_finding_adopted_together_that_is_changed_was_talked_about(chair, making, sitting, database):
    with making() as make:
        given = {"version": 0, "result": Result.APPROPRIATE, "reached": Reached.TOGETHER, "by": sitting.chair}
        agreeing.draft_finding(make.session, sitting.reference, **given)
    assert 'value="consensus" checked' in chair.get(f"{sitting.case}/finding").text


# Names


def test_all_seated_names_in_a_note_are_said_at_once(chair, sitting, database):
    note = {"note-text": f"Zofia said so, and {sitting.cps.name} too."}
    page = _press(chair, sitting, "note", **note).text
    assert f"take out {sitting.cps.name}, Zofia" in page or f"take out Zofia, {sitting.cps.name}" in page
    assert _kept(database, MeetingNote.id) == []


@pytest.mark.parametrize("field", ["remarks", "dissent"])
@pytest.mark.parametrize("name", ["Zofia", "zofia", "Pajak", "Pająk"])
def test_no_form_of_a_seated_name_is_kept_in_a_finding(chair, sitting, database, field, name):
    answer = chair.post(f"{sitting.case}/finding", TYPED | {field: f"{name} thought it kind."})
    assert f"Name nobody: take out {name}" in answer.text
    assert _kept(database, Finding.id) == []


def test_a_name_from_outside_is_asked_about_once_and_another_by_itself(chair, sitting, database):
    said = TYPED | {"remarks": "Mr Bartholomew Achterberg wrote in."}
    page = chair.post(f"{sitting.case}/finding", said).text
    assert "Is this somebody’s name or number?" in page
    assert "<mark>" in page
    assert _kept(database, Finding.id) == []
    answer = answer_of(page)
    other = said | {"remarks": said["remarks"] + " Mrs Imogen Whitlow rang.", "nameless": answer}
    assert "Is this somebody’s name" in chair.post(f"{sitting.case}/finding", other).text
    chair.post(f"{sitting.case}/finding", said | {"nameless": answer})
    assert len(_kept(database, Finding.id)) == 1


def test_a_note_with_a_name_from_outside_is_asked_about(chair, sitting, database):
    page = _press(chair, sitting, "note", **{"note-text": "Mr Bartholomew Achterberg wrote in."}).text
    assert "Is this somebody’s name or number?" in page
    assert "Half a thought" in page
    assert _kept(database, MeetingNote.id) == []


def test_a_note_on_the_meeting_as_a_whole_is_asked_about_too_and_kept_once_answered(chair, sitting, database):
    path, note = f"/panel/rounds/{sitting.round_id}/notes", {"text": "Mr Bartholomew Achterberg wrote in."}
    page = chair.post(path, note).text
    assert "Is this somebody’s name or number?" in page
    assert _kept(database, MeetingNote.id) == []
    chair.post(path, note | {"nameless": answer_of(page)})
    assert _kept(database, MeetingNote.text) == [note["text"]]


def test_a_seated_name_in_a_note_on_the_meeting_hides_no_other(chair, sitting, database):
    path = f"/panel/rounds/{sitting.round_id}/notes"
    page = chair.post(path, {"text": f"{sitting.cps.name} left at 3. Ask Mr Bartholomew Achterberg."}).text
    assert "Is this somebody’s name or number?" in page
    assert _kept(database, MeetingNote.id) == []


def test_a_note_is_struck_out_and_that_it_was_is_told(chair, sign_in, sitting):
    path = f"/panel/rounds/{sitting.round_id}/notes"
    chair.post(path, {"text": "The heating failed."})
    page = chair.post(f"{path}/strike", {"note": "1"}, page=path).text
    assert "The heating failed." not in page
    assert "A note was struck out on" in page
    assert sign_in(sitting.lay).post(f"{path}/strike", {"note": "1"}, page=sitting.meeting).status_code == 404
    assert chair.post(f"{path}/strike", {"note": "99"}, page=path).status_code == 404


# Passing on


def test_what_is_passed_on_is_asked_about_and_looked_at_once_more(chair, sitting, database):
    named = _pass_on(chair, sitting, "Ask Mr Bartholomew Achterberg, 14 Harrow Lane.").text
    assert "Is this somebody’s name or number?" in named
    checked = _pass_on(chair, sitting, "Look at the risk.").text
    assert "with these words?" in checked
    assert "the force’s actions" in checked
    assert _kept(database, Escalation.id) == []
    assert "is passed on" in _pass_on(chair, sitting, "Look at the risk.", checked="y").text
    assert _kept(database, Escalation.note) == ["Look at the risk."]


def test_a_seated_name_is_not_passed_on(chair, sitting, database):
    assert "take out Pajak" in _pass_on(chair, sitting, "Pajak asks for this.", checked="y").text
    assert _kept(database, Escalation.id) == []


def test_what_was_passed_on_is_taken_back_with_a_reason_and_shown_nowhere(making, chair, sign_in, sitting, database):
    with making() as make:
        make.user(username="the.lead")
        lead = make.session.scalar(select(User).where(User.username == "the.lead"))
        agreeing.draft_finding(make.session, sitting.reference, version=0, result="appropriate", by=sitting.chair)
        agreeing.sign_finding(make.session, sitting.reference, version=1, by=sitting.chair)
    _pass_on(chair, sitting, "Look at the risk.", checked="y")
    which = {"which": str(_kept(database, Escalation.id)[0])}
    path = f"{sitting.case}/escalate/back"
    assert "Say why it is taken back" in chair.post(path, which | {"reason": ""}, page=f"{sitting.case}/escalate").text
    page = chair.post(path, which | {"reason": "It was the wrong case."}, page=f"{sitting.case}/escalate")
    assert "Taken back" in page.text
    chair.post(f"/panel/rounds/{sitting.round_id}/end", page=sitting.meeting)
    force = f"/force/rounds/{sitting.round_id}"
    browser = sign_in(lead)
    for reader, paths in (
        (chair, (f"{sitting.case}/escalate", f"/panel/rounds/{sitting.round_id}/minutes")),
        (browser, (f"{force}/findings", f"{force}/minutes", f"{force}/actions")),
    ):
        for one in paths:
            answer = reader.get(one)
            assert answer.status_code == 200, one
            assert "Look at the risk." not in answer.text, one
    assert events(database).count("EscalationTakenBack") == 1


def test_every_name_is_said_at_once_and_at_its_field(chair, sitting, database):
    words = {"remarks": "Zofia and Mr Pajak liked it. Mrs Imogen Whitlow rang.", "dissent": "Zofia did not."}
    page = chair.post(f"{sitting.case}/finding", TYPED | words).text
    assert 'id="remarks-error"' in page
    assert 'id="dissent-error"' in page
    for marked in ("<mark>Zofia</mark>", "Pajak</mark>", "Whitlow</mark>"):
        assert marked in page
    assert "It names nobody" not in page
    assert _kept(database, Finding.id) == []
