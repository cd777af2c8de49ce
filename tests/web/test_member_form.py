"""A member's form in full: what is missing, questions, two tabs, what looks like a name, and an open tab."""

import re
from datetime import timedelta

from sqlalchemy import func, select, update

from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.releasing import Fact
from scrutiny_app.models.grades import CalibrationGrade, Grade
from scrutiny_app.models.people import User, WebSession
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import agreeing, conflicts, grading, withholding
from scrutiny_app.services.trail import now
from tests.web.panels import answer_of, kept, reveal, seat

WORDS = "The reasons for the decision are thin."


def _own(page):
    return re.search(r'name="own" value="(\d+)"', page)[1]


def _given(**changes):
    return {"version": "1", "grade": "inappropriate", "themes": ["rationale"], "comment": WORDS} | changes


def _rows(database, query):
    with database.reading() as session:
        return session.scalars(query).all()


# What is missing, and questions


def test_a_grade_alone_is_enough_where_nothing_was_wrong(member, sitting, database):
    member.post(
        sitting.case,
        {"version": "1", "own": _own(member.get(sitting.case).text), "grade": "appropriate", "comment": ""},
    )
    assert kept(database)[0] == 1


def test_whoever_cannot_grade_says_what_is_missing(member, sitting, database):
    page = member.post(sitting.case, {"version": "1", "grade": "cannot_grade", "comment": WORDS})
    assert "say what is missing" in page.text
    assert WORDS in page.text
    member.post(sitting.case, {"version": "1", "grade": "cannot_grade", "missing": "What the victim wanted."})
    assert _rows(database, select(Grade.missing)) == ["What the victim wanted."]
    for page in ("/panel/cases", "/panel/"):
        words = member.get(page).text
        assert "1 of 3 answered, without a grade" in words
        assert "1 of 3 graded" not in words
    member.post(f"/panel/cases/{sitting.references[1]}", {"version": "1", "grade": "appropriate"})
    assert "2 of 3 answered, 1 of them without a grade" in member.get("/panel/cases").text
    page = member.get(sitting.case).text
    assert "What the victim wanted." in page
    assert "Give no grade" in page
    mine = member.get("/panel/cases").text
    assert "Answered: cannot grade" in mine
    assert "No grade given" not in mine


def test_guided_answers_come_back_filled(member, sitting):
    member.post(sitting.case, _given(**{"answer-victim": "no", "remark-victim": "Nothing is on file."}))
    page = member.get(sitting.case).text
    assert 'id="answer-victim-no" name="answer-victim" value="no" checked' in page
    assert 'value="Nothing is on file."' in page


def test_what_is_no_answer_is_refused_and_nothing_is_lost(member, sitting, database):
    page = member.post(sitting.case, _given(**{"answer-victim": "perhaps"}))
    assert "with yes, no or cannot tell" in page.text
    assert WORDS in page.text
    assert kept(database)[0] == 0


def test_a_round_asks_only_its_own_questions(making, sign_in):
    with making() as make:
        sitting = seat(make, questions=["victim"])
    page = sign_in(sitting.lay).get(sitting.case).text
    assert set(re.findall(r'name="answer-(\w+)"', page)) == {"victim"}


# Later facts


def test_a_grade_is_changed_until_its_giver_asks_for_later_facts_and_a_later_grade_stands_beside_the_first(
    making, member, sitting, database
):
    with making() as make:
        case = make.session.scalar(select(RoundCase).where(RoundCase.reference == sitting.reference))
        make.release(case, version=2, later_facts=(Fact("Conditions completed", "Never begun"),))
    assert "Never begun" not in member.get(sitting.case).text
    member.post(sitting.case, {"version": "2", "grade": "appropriate", "comment": ""})
    page = member.get(sitting.case).text
    assert "Never begun" not in page
    member.post(sitting.case, {"version": "2", "grade": "appropriate", "comment": "Well reasoned.", "own": _own(page)})
    asked = member.post(f"{sitting.case}/later", page=sitting.case).text
    assert "you cannot change your grade any more" in asked
    assert "Never begun" not in asked
    assert "Never begun" not in member.get(sitting.case).text
    page = member.post(f"{sitting.case}/later", {"sure": "y"}, page=sitting.case).text
    assert "Knowing this, would you now say" in page
    assert "Well reasoned.</textarea>" not in page
    assert "Never begun" in page
    told = member.post(sitting.case, _given(version="2", own=_own(page))).text
    assert "Your second thought on case" in told
    page = member.get(sitting.case).text
    assert "Your grade" in page
    assert "Having read what came later" in page
    assert _rows(database, select(Grade.stage).order_by(Grade.id)) == ["as_decided", "as_decided", "with_later"]


# What looks like a name


def test_what_looks_like_a_name_is_marked_and_submitted_only_once_its_writer_says_so(member, sitting, database):
    words = "Margaret Hughes was not asked."
    page = member.post(sitting.case, _given(comment=words)).text
    assert "<mark>Margaret Hughes</mark>" in page
    assert "It names nobody: submit as it is" in page
    assert f">\n{words}</textarea>" in page
    assert "<title>Error: " in page
    member.post(sitting.case, _given(comment=f"{words} Nor was Rhys Lathom.", nameless=answer_of(page)))
    assert kept(database)[0] == 0
    member.post(sitting.case, _given(comment=words, nameless=answer_of(page)))
    assert _rows(database, select(Grade.comment)) == [words]


def test_a_surname_alone_or_a_forename_of_somebody_on_the_panel_is_asked_about(making, member, sitting, database):
    with making() as make:
        make.session.get_one(User, sitting.cps.id).name = "Mhairi Pająk-Little"
    for words in ("As Pajak says, no.", "So Mhairi thinks.", "Little is wrong here."):
        page = member.post(sitting.case, _given(comment=words)).text
        assert "It names nobody: submit as it is" in page
    assert kept(database)[0] == 0
    member.post(sitting.case, _given(comment=words, nameless=answer_of(page)))
    assert _rows(database, select(Grade.comment)) == [words]


def test_a_name_of_the_panels_is_refused_whatever_its_writer_says(making, member, sitting, database):
    page = member.post(sitting.case, _given(comment=f"As {sitting.cps.name} says.", nameless="y"))
    assert "Name nobody" in page.text
    assert kept(database)[0] == 0


def test_marked_words_are_escaped(member, sitting):
    page = member.post(sitting.case, _given(comment="<b>Margaret Hughes</b> was ignored.")).text
    assert "&lt;b&gt;<mark>Margaret Hughes</mark>&lt;/b&gt;" in page


# Two tabs


def test_a_form_from_before_another_tab_submitted_comes_back_with_both_texts(member, sitting, database):
    old = _own(member.get(sitting.case).text)
    member.post(sitting.case, _given(own=old, comment="From the first tab."))
    answer = member.post(sitting.case, _given(own=old, comment="From the second tab."))
    assert answer.status_code == 409
    assert "From the first tab." in answer.text
    assert "From the second tab." in answer.text
    assert kept(database)[0] == 1
    member.post(sitting.case, _given(own=_own(answer.text), comment="From the second tab."))
    assert kept(database)[0] == 2


# The case in an open tab


def _standing(member, sitting, asked="version=1"):
    return member.get(f"{sitting.case}/standing?{asked}")


def test_a_case_that_stands_is_answered_with_nothing_and_nothing_is_written(member, sitting, database):
    with database.transaction() as session:
        session.execute(update(WebSession).values(seen_at=now() - timedelta(minutes=5)))
    before = _rows(database, select(WebSession.seen_at)), _rows(database, select(func.count()).select_from(TrailEntry))
    answer = _standing(member, sitting)
    assert (answer.status_code, answer.data) == (204, b"")
    assert answer.headers["Cache-Control"] == "no-store"
    after = _rows(database, select(WebSession.seen_at)), _rows(database, select(func.count()).select_from(TrailEntry))
    assert after == before


def test_conflict_withholding_and_no_such_case_are_answered_alike(making, member, sitting, database):
    gone = {}
    with making() as make:
        officer = sitting.officer
        round_ = grading_round(make, sitting)
        given = {"reference": sitting.references[0], "user_id": sitting.lay.id, "by": officer}
        conflicts.pin_conflict(make.session, round_, **given)
        withholding.report(make.session, sitting.references[1], [withholding.FACTS], by=sitting.cps)
    for name, reference in {
        "conflict": sitting.references[0],
        "withheld": sitting.references[1],
        "none": "NP-NONE",
    }.items():
        answer = member.get(f"/panel/cases/{reference}/standing?version=1")
        gone[name] = answer.status_code, answer.data, sorted(answer.headers.keys())
    assert gone["conflict"] == gone["withheld"] == gone["none"]
    assert gone["none"][0] == 409


def test_an_amended_and_a_revealed_case_are_told_apart_from_one_that_is_gone(making, member, sitting):
    with making() as make:
        reveal(make, sitting)
    answer = _standing(member, sitting)
    assert (answer.status_code, answer.json) == (409, {"still": True})
    assert _standing(member, sitting, "version=1&revealed=1").status_code == 204
    with making() as make:
        case = make.session.scalar(select(RoundCase).where(RoundCase.reference == sitting.references[1]))
        make.release(case, version=2)
    answer = member.get(f"/panel/cases/{sitting.references[1]}/standing?version=1")
    assert (answer.status_code, answer.json) == (409, {"still": True})


# After the reveal


def test_the_revealed_page_counts_those_who_changed_their_mind_with_their_words_and_names_nobody(
    making, sign_in, sitting
):
    with making() as make:
        case = make.session.scalar(select(RoundCase).where(RoundCase.reference == sitting.reference))
        make.release(case, version=1 + 1, later_facts=(Fact("Conditions completed", "No"),))
    browser = sign_in(sitting.lay)
    browser.post(sitting.case, {"version": "2", "grade": "appropriate", "comment": ""})
    browser.post(f"{sitting.case}/later", {"sure": "y"}, page=sitting.case)
    browser.post(sitting.case, _given(version="2"))
    with making() as make:
        from_others(make, sitting)
    page = sign_in(sitting.cps).get(sitting.case).text
    assert "1 member would grade otherwise" in page
    assert sitting.lay.name not in page
    assert WORDS in page


# Practice


def test_a_member_tries_a_practice_case_and_then_reads_what_was_found(member, database):
    page = member.get("/panel/induction/3-knife-at-school").text
    assert "Nobody seems to have asked of what" not in page
    page = member.post("/panel/induction/3-knife-at-school", {"grade": "appropriate", "comment": "Fine."}).text
    assert "Nobody seems to have asked of what" in page
    assert "You and the model panel differ" in page
    assert _rows(database, select(CalibrationGrade.grade)) == ["appropriate"]
    assert "1 of 6 tried" in member.get("/panel/induction").text


def test_those_who_never_grade_have_no_practice(enter):
    assert enter(Role.ADVISER).get("/panel/induction").status_code == 404


def grading_round(make, sitting):
    """Give the sitting's round as a row."""
    return make.session.get_one(Round, sitting.round_id)


def from_others(make, sitting):
    """Have two more members grade the newer version, and the chair reveal it."""
    for person in (sitting.chair, sitting.cps):
        grading.give_grade(make.session, sitting.reference, version=2, grade=GradeWord.APPROPRIATE, by=person)
    agreeing.reveal(make.session, sitting.reference, by=sitting.chair)
