"""A grading sheet that came back: the same grades, or nothing and every reason."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.grading import Observation, Severity, Theme, observe
from scrutiny_app.domain.grading_sheets import ANSWER, COMMENT, FIRST_ROW, SheetRefused, as_made
from scrutiny_app.domain.packs import Form
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.grades import Conflict, Grade, Reveal
from scrutiny_app.models.releases import Release
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.models.withholdings import Withholding
from scrutiny_app.services import conflicts, grading, grading_sheets, local_themes, packs
from scrutiny_app.services.trail import now


@pytest.fixture
def member(make):
    return make.user(Role.MEMBER, body=Body.MAGISTRACY)


@pytest.fixture
def other(make):
    return make.user(Role.MEMBER, body=Body.LAY, name="Ottoline Brackenbury")


@pytest.fixture
def round_(make, member, other):
    return make.open_round(member, other)


@pytest.fixture
def sheet(session, round_, member):
    return written(session, round_, member)


def written(session, round_, reader):
    """Give the cells of a reader's sheet as it was made; that a file gives them back is tried with the file."""
    copy = packs.make_copy(session, round_, Form.SHEET, reader_id=reader.id, by=reader)
    taken = packs.take_copy(session, round_, copy.serial, by=reader)
    return as_made(taken.pack, taken.marks)


def filled(sheet, *answers, **cells):
    """Fill a sheet's rows in order, each with an answer and a comment, and change cells by name."""
    full = [[*row, ""] for row in sheet]
    for row, (answer, comment) in zip(full[FIRST_ROW - 1 :], answers, strict=False):
        row[ANSWER - 1], row[COMMENT - 1] = answer, comment
    for name, value in cells.items():
        full[int(name[1:]) - 1][ord(name[0]) - ord("A")] = value
    return full


def send(session, round_, cells, by):
    return grading_sheets.import_sheet(session, round_, cells, by=by)


def refusal(session, round_, cells, by):
    """Send a sheet that is refused before anything is kept, and give what is told."""
    with pytest.raises(SheetRefused) as refused:
        send(session, round_, cells, by)
    assert session.scalar(select(func.count(Grade.id))) == 0
    return refused.value.message


def given(session, by):
    rows = session.scalars(select(Grade).where(Grade.user_id == by.id).order_by(Grade.id))
    return [(row.grade, row.comment) for row in rows]


def case_of(make, round_, position=1):
    return make.round_cases(round_)[position - 1]


YES, WHY = ("Appropriate", ""), ("Inappropriate", "The victim was not asked.")


# What comes back


def test_grades_and_comments_come_back_as_they_were_filled_in(session, round_, member, sheet):
    done = send(session, round_, filled(sheet, YES, WHY), member)
    assert given(session, member) == [
        (GradeWord.APPROPRIATE, ""),
        (GradeWord.INAPPROPRIATE, "The victim was not asked."),
    ]
    assert (done.kept, done.known, done.empty) == (2, 0, 1)


def test_a_case_that_cannot_be_graded_is_an_abstention(session, round_, member, sheet):
    send(session, round_, filled(sheet, ("Cannot grade", "")), member)
    assert given(session, member) == [(None, "")]


def test_a_conflict_takes_the_case_away_at_once(session, make, round_, member, sheet):
    send(session, round_, filled(sheet, ("Conflict: step back", ""), YES), member)
    conflict = session.scalars(select(Conflict)).one()
    assert (conflict.round_case_id, conflict.user_id, conflict.state) == (
        case_of(make, round_).id,
        member.id,
        "declared",
    )


def test_a_sheet_sent_twice_is_kept_once_conflicts_included(session, round_, member, sheet):
    cells = filled(sheet, ("Conflict: step back", ""), YES, ("Cannot grade", ""))
    send(session, round_, cells, member)
    again = send(session, round_, cells, member)
    assert (again.kept, again.known) == (0, 2)
    assert len(given(session, member)) == 2
    assert session.scalar(select(func.count(Conflict.id))) == 1


def test_a_changed_answer_is_a_new_judgement(session, round_, member, sheet):
    send(session, round_, filled(sheet, YES), member)
    send(session, round_, filled(sheet, WHY), member)
    assert [grade for grade, _ in given(session, member)] == [GradeWord.APPROPRIATE, GradeWord.INAPPROPRIATE]


def test_what_was_ticked_on_the_page_with_the_same_grade_stays(session, make, round_, member, sheet):
    ticked = observe([Theme.VICTIM], [Theme.VICTIM])
    kept = {"version": 1, "grade": GradeWord.INAPPROPRIATE, "observations": ticked, "by": member}
    grading.give_grade(session, case_of(make, round_).reference, **kept)
    send(session, round_, filled(sheet, WHY), member)
    newest = session.scalars(select(Grade).order_by(Grade.id.desc())).first()
    assert [(one.theme, one.severity) for one in newest.observations] == [(Theme.VICTIM, Severity.SERIOUS)]


def test_a_theme_of_the_forces_own_stays_coded_as_such(session, make, round_, member, sheet):
    lead, today = make.user(Role.LEAD), now().date()
    theme = local_themes.add_local_theme(session, "The shop was not asked", Theme.VICTIM, from_on=today, by=lead)
    ticked = [Observation(Theme.VICTIM, Severity.MINOR, theme.title, theme.id)]
    kept = {"version": 1, "grade": GradeWord.INAPPROPRIATE, "observations": ticked, "by": member}
    grading.give_grade(session, case_of(make, round_).reference, **kept)
    send(session, round_, filled(sheet, WHY), member)
    newest = session.scalars(select(Grade).order_by(Grade.id.desc())).first()
    assert [one.local_id for one in newest.observations] == [theme.id]


def test_the_trail_says_how_many_answers_came_and_never_what_they_are(session, round_, member, sheet):
    send(session, round_, filled(sheet, YES, WHY, ("Cannot grade", "")), member)
    facts = json.loads(session.scalars(select(TrailEntry.facts).where(TrailEntry.event == "SheetImported")).one())
    assert facts.keys() == {"round_id", "copy_id", "answers"}
    assert facts["answers"] == 3


def test_an_empty_sheet_changes_nothing(session, round_, member, sheet):
    assert send(session, round_, filled(sheet), member).empty == 3
    assert given(session, member) == []


# What is refused, with its reason


def test_another_members_sheet_is_refused(session, round_, member, other, sheet):
    assert "another reader" in refusal(session, round_, filled(sheet, YES), other)


def test_a_sheet_of_another_round_is_refused(session, make, round_, member, other, sheet):
    assert "another round" in refusal(session, make.open_round(member, other), filled(sheet, YES), member)


@pytest.mark.parametrize("serial", ["AAAA-AAAA", "", "=1"])
def test_a_sheet_of_an_unknown_copy_is_refused(session, round_, member, sheet, serial):
    assert "copy number is not known" in refusal(session, round_, filled(sheet, YES, B3=serial), member)


def test_the_serial_of_a_copy_in_another_form_is_refused(session, round_, member, sheet):
    pdf = packs.make_copy(session, round_, Form.PDF, reader_id=member.id, by=member)
    assert "not known" in refusal(session, round_, filled(sheet, YES, B3=pdf.serial), member)


def test_another_case_is_refused(session, make, round_, member, other, sheet):
    elsewhere = case_of(make, make.open_round(member, other)).reference
    assert "another case or version" in refusal(session, round_, filled(sheet, YES, B9=elsewhere), member)
    assert "another case or version" in refusal(session, round_, filled(sheet, YES, B9="NP-XXXXX"), member)


def test_a_case_of_the_round_in_anothers_place_is_refused(session, make, round_, member, sheet):
    second = case_of(make, round_, 2).reference
    assert "outside the answers, in A9" in refusal(session, round_, filled(sheet, YES, B9=second), member)


def test_a_case_that_was_not_on_the_sheet_is_refused(session, make, round_, member):
    kept_back = case_of(make, round_, 3)
    conflicts.declare_conflict(session, kept_back.reference, by=member)
    cells = filled(written(session, round_, member), YES)
    cells.append(["3", kept_back.reference, "1", *cells[FIRST_ROW - 1][3:5], "Appropriate", ""])
    assert "not those that it was made with" in refusal(session, round_, cells, member)


def test_another_version_is_refused(session, make, round_, member, sheet):
    make.release(case_of(make, round_), version=2)
    assert "not those that it was made with" in refusal(session, round_, filled(sheet, YES, C9="2"), member)


def test_a_row_taken_out_is_refused(session, round_, member, sheet):
    cells = filled(sheet, YES)
    del cells[FIRST_ROW]
    assert "not those that it was made with" in refusal(session, round_, cells, member)


def test_rows_in_another_order_are_refused(session, round_, member, sheet):
    cells = filled(sheet, YES)
    cells[FIRST_ROW - 1], cells[FIRST_ROW] = cells[FIRST_ROW], cells[FIRST_ROW - 1]
    assert "in their order" in refusal(session, round_, cells, member)


def test_a_changed_header_is_refused(session, round_, member, sheet):
    assert "words over the columns were changed, in F8" in refusal(session, round_, filled(sheet, F8="Mark"), member)


@pytest.mark.parametrize("changed", [{"B2": "R-9999"}, {"B4": "1 January 2050"}, {"D9": "Caution"}, {"H9": "more"}])
def test_anything_else_that_was_changed_is_refused_by_its_cell(session, round_, member, sheet, changed):
    (name,) = changed
    assert f"outside the answers, in {name}" in refusal(session, round_, filled(sheet, YES, **changed), member)


def test_a_grade_that_is_not_on_the_list_is_refused(session, round_, member, sheet):
    assert "Row 9 has a grade that is not on the list" in refusal(session, round_, filled(sheet, ("Fine", "")), member)


def test_a_grade_that_needs_a_reason_is_refused_without_one(session, round_, member, sheet):
    with pytest.raises(SheetRefused, match="Row 9: You chose “Inappropriate”"):
        send(session, round_, filled(sheet, ("Inappropriate", "")), member)


def test_a_comment_that_names_somebody_of_the_panel_is_refused(session, round_, member, other, sheet):
    with pytest.raises(SheetRefused, match="Row 9: Name nobody"):
        send(session, round_, filled(sheet, ("Inappropriate", "Ottoline Brackenbury says no.")), member)


@pytest.mark.parametrize("name", ["Margaret", "07700 900230", "Brackenbury"])
def test_a_comment_that_may_tell_who_somebody_is_is_left_to_the_page(session, round_, member, sheet, name):
    told = refusal(session, round_, filled(sheet, YES, ("Inappropriate", f"Nobody asked for {name}.")), member)
    assert told.startswith("Row 10: the comment may tell who somebody is.")
    assert name not in told


def test_a_comment_that_its_page_has_asked_about_comes_back_with_the_sheet(session, make, round_, member, sheet):
    said = {"grade": GradeWord.INAPPROPRIATE, "comment": "Margaret was not asked."}
    grading.give_grade(session, case_of(make, round_).reference, version=1, by=member, **said)
    assert send(session, round_, filled(sheet, ("Inappropriate", "Margaret was not asked.")), member).known == 1


@pytest.mark.parametrize("answer", [YES, ("Cannot grade", ""), ("Conflict: step back", "")])
def test_a_closed_round_is_refused(session, round_, member, sheet, answer):
    round_.closed_at = now()
    session.flush()
    assert "not open for grading" in refusal(session, round_, filled(sheet, answer), member)


def test_a_round_past_its_last_day_is_refused(session, round_, member, sheet):
    round_.close_on = now().date() - timedelta(days=1)
    session.flush()
    assert "not open for grading" in refusal(session, round_, filled(sheet, YES), member)


def test_a_case_that_was_taken_away_is_refused(session, make, round_, member, other, sheet):
    release = session.scalar(select(Release.id).where(Release.round_case_id == case_of(make, round_).id))
    kind = {"kind": "reported", "texts": [], "withheld_by": other.id, "withheld_at": now()}
    session.add(Withholding(release_id=release, **kind))
    session.flush()
    told = refusal(session, round_, filled(sheet, YES, YES), member)
    assert "Row 9: this case has been taken away from everybody for now" in told


@pytest.mark.parametrize("answer", [YES, ("Cannot grade", "")])
def test_a_case_with_a_conflict_is_refused(session, make, round_, member, sheet, answer):
    conflicts.declare_conflict(session, case_of(make, round_).reference, by=member)
    assert "Row 9: you have a conflict with this case" in refusal(session, round_, filled(sheet, answer), member)


@pytest.mark.parametrize("answer", [YES, ("Cannot grade", "")])
def test_a_case_that_was_revealed_is_refused(session, make, round_, member, other, sheet, answer):
    session.add(Reveal(round_case_id=case_of(make, round_).id, revealed_by=other.id, revealed_at=now()))
    session.flush()
    assert "Row 9: the chair has revealed this case" in refusal(session, round_, filled(sheet, answer), member)


def test_a_case_released_again_is_refused_and_to_be_read_first(session, make, round_, member, sheet):
    make.release(case_of(make, round_), version=2)
    told = refusal(session, round_, filled(sheet, YES), member)
    assert "Row 9: this case was released again, as version 2" in told


def test_a_case_that_left_the_round_is_refused(session, make, round_, member, sheet):
    case_of(make, round_).withdrawn_at = now()
    session.flush()
    assert "Row 9: this case is no longer one of the round’s" in refusal(session, round_, filled(sheet, YES), member)


def test_every_reason_is_told_at_once(session, make, round_, member, sheet):
    conflicts.declare_conflict(session, case_of(make, round_, 2).reference, by=member)
    with pytest.raises(SheetRefused) as refused:
        send(session, round_, filled(sheet, ("Fine", ""), YES, ("", "Only words.")), member)
    assert [reason.split(":")[0][:6] for reason in refused.value.reasons] == ["Row 9 ", "Row 10", "Row 11"]


def test_rows_left_empty_do_not_mind_what_became_of_their_cases(session, make, round_, member, sheet):
    conflicts.declare_conflict(session, case_of(make, round_).reference, by=member)
    make.release(case_of(make, round_, 2), version=2)
    assert send(session, round_, filled(sheet, ("", ""), ("", ""), YES), member).kept == 1
