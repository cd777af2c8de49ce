"""A member's cases: read, graded, kept from others, given up."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.questions import Question
from scrutiny_app.models.grades import Grade
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import agreeing, trail
from scrutiny_app.services.trail import now
from tests.web.panels import events, grade, kept, reveal, seat

WORDS = "The reasons for the decision are thin."


def _given(**changes):
    return {"version": "1", "grade": "observations", "themes": ["victim"], "comment": WORDS} | changes


def _close(making, sitting):
    with making() as make:
        make.session.get_one(Round, sitting.round_id).closed_at = now()


def test_my_cases_show_how_far_i_have_come_and_one_button_to_the_next(member, sitting):
    page = member.get("/panel/cases").text
    assert "0 of 3 graded" in page
    assert page.count("Grade case 1: ") == 1
    assert all(reference in page for reference in sitting.references)


def test_a_member_whose_panel_has_no_round_is_told_what_to_expect(making, sign_in):
    with making() as make:
        member = make.user(Role.MEMBER)
    assert "No round is open for grading" in sign_in(member).get("/panel/cases").text


def test_the_case_page_says_which_case_it_is_and_shows_what_was_released(member, sitting, database):
    page = member.get(sitting.case).text
    assert "case 1 of 3" in page
    assert "Common assault" in page
    assert '<span class="redaction">[Victim 1]</span>' in page
    assert events(database)[-1] == "ReleaseRead"


def test_a_member_is_told_at_the_start_of_a_round_that_three_graders_can_tell_each_other_apart(member, sitting):
    told = "with three graders, each can tell the other two apart"
    assert told in member.get(sitting.case).text
    assert told in member.get("/panel/cases").text
    member.post(sitting.case, _given())
    assert told not in member.get(f"/panel/cases/{sitting.references[1]}").text


def test_a_grade_is_kept_and_the_next_case_comes(member, sitting, database):
    page = member.post(sitting.case, _given(then="next", serious=["victim"]))
    assert f"Case {sitting.references[1]}" in page.text
    assert "case 2 of 3" in page.text
    assert kept(database)[0] == 1
    assert "1 of 3 graded" in member.get("/panel/cases").text
    again = member.get(sitting.case).text
    assert WORDS in again
    assert 'value="observations" checked' in again
    assert 'id="serious-victim" name="serious" type="checkbox" value="victim" checked' in again


def test_saving_a_grade_and_going_back_leads_to_the_list(member, sitting):
    assert "My cases" in member.post(sitting.case, _given(then="later")).text


def test_after_the_last_case_the_list_says_that_nothing_is_left(member, sitting):
    for reference in sitting.references:
        page = member.post(f"/panel/cases/{reference}", _given(then="next"))
    assert "nothing left for you to grade" in page.text


def test_the_same_grade_twice_is_kept_once(member, sitting, database):
    for _ in range(2):
        member.post(sitting.case, _given())
    assert kept(database)[0] == 1


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"grade": ""}, "Choose one of the three grades"),
        ({"grade": "excellent"}, "Answer the question"),
        ({"themes": ["nonsense"]}, "select only from the list"),
        ({"themes": []}, "You chose “Appropriate with observations”: tick at least one observation of what was wrong"),
        ({"themes": ["good_practice"]}, "tick at least one observation of what was wrong"),
        ({"comment": "x" * 2001}, "2000 characters"),
        ({"version": ""}, "out of date"),
        ({"version": "one"}, "out of date"),
        ({"version": "9" * 30}, "out of date"),
    ],
)
def test_what_is_wrong_with_a_grade_is_said_and_nothing_is_kept_or_lost(member, sitting, database, given, words):
    answer = member.post(sitting.case, _given(**given))
    assert answer.status_code == 200
    assert "<title>Error: " in answer.text
    assert words in answer.text
    assert given.get("comment", WORDS) in answer.text
    assert kept(database)[0] == 0


def test_a_comment_is_kept_as_it_was_written(member, sitting, database):
    member.post(sitting.case, _given(comment="One\r\nTwo\x00 <b>Ω</b>\r\n"))
    with database.reading() as session:
        assert session.scalar(select(Grade.comment)) == "One\nTwo <b>Ω</b>"
    assert "&lt;b&gt;Ω&lt;/b&gt;" in member.get(sitting.case).text


def test_a_grade_on_a_version_that_was_replaced_is_handed_back_with_its_words(making, member, sitting, database):
    with making() as make:
        case = make.session.scalar(select(RoundCase).where(RoundCase.reference == sitting.reference))
        make.release(case, version=2, disposal="youth_caution")
    answer = member.post(sitting.case, _given())
    assert answer.status_code == 409
    assert "released again, as version 2" in answer.text
    assert WORDS in answer.text
    assert 'name="version" value="2"' in answer.text
    assert kept(database)[0] == 0


def test_a_grade_after_the_close_is_handed_back_with_its_words(making, member, sitting, database):
    _close(making, sitting)
    answer = member.post(sitting.case, _given())
    assert answer.status_code == 409
    assert "This round has closed" in answer.text
    assert WORDS in answer.text
    assert "Appropriate with observations" in answer.text
    assert kept(database)[0] == 0


def test_a_grade_after_the_reveal_is_handed_back_with_its_words(making, sign_in, sitting, database):
    browser = sign_in(sitting.yjs)
    with making() as make:
        reveal(make, sitting)
    before = kept(database)
    answer = browser.post(sitting.case, _given())
    assert answer.status_code == 409
    assert "has revealed this case" in answer.text
    assert WORDS in answer.text
    assert kept(database) == before


def test_a_grade_before_the_round_opens_finds_no_case(making, sign_in, database):
    with making() as make:
        sitting = seat(make, opened_at=None)
    browser = sign_in(sitting.lay)
    assert browser.get(sitting.case).status_code == 404
    assert browser.post(sitting.case, _given(), page="/panel/cases").status_code == 404
    assert kept(database)[0] == 0


def test_after_the_close_a_member_reads_what_they_gave(making, member, sitting):
    member.post(sitting.case, _given())
    _close(making, sitting)
    page = member.get(sitting.case).text
    assert WORDS in page
    assert "Save and go to the next case" not in page


def test_giving_no_grade_is_kept_and_can_be_taken_back(member, sitting, database):
    page = member.post(f"{sitting.case}/abstain", page=sitting.case)
    assert "No grade given" in page.text
    assert "You said that you give no grade" in member.get(sitting.case).text
    member.post(sitting.case, _given())
    assert kept(database)[0] == 2


def test_stepping_back_takes_the_case_from_every_page_of_the_member(member, sitting, database):
    member.post(sitting.case, _given())
    answer = member.post(f"{sitting.case}/conflict", page=sitting.case)
    assert "You have stepped back" in answer.text
    assert sitting.reference not in answer.text
    assert "0 of 2 graded, of the cases that are yours" in answer.text
    assert all(words in answer.text for words in ("Case 2: ", "Case 3: "))
    meeting = member.get(sitting.meeting).text
    assert "0 of 2 findings signed, of the cases that are yours" in meeting
    assert "Left before the round is signed: 3 cases." in meeting
    assert "1 case of this round is not shown to you, because of a conflict of interest." in meeting
    assert "another chair" not in meeting
    for path in ("/panel/cases", sitting.meeting, "/panel/rounds", "/"):
        assert sitting.reference not in member.get(path).text
    assert member.get(sitting.case).status_code == 404
    for deed in ("", "/abstain", "/conflict"):
        assert member.post(f"{sitting.case}{deed}", _given(), page="/panel/cases").status_code == 404
    assert kept(database)[:2] == [1, 1]


def test_a_conflict_takes_effect_in_an_open_tab(making, member, sitting, sign_in):
    open_tab = member.token(sitting.case)
    member.post(f"{sitting.case}/conflict", page=sitting.case)
    late = member.client.post(sitting.case, data=_given(csrf_token=open_tab))
    assert late.status_code == 404
    assert WORDS not in late.text


def test_an_adviser_reads_and_cannot_grade(sign_in, sitting, database):
    adviser = sign_in(sitting.adviser)
    page = adviser.get(sitting.case).text
    assert "Common assault" in page
    assert 'name="grade"' not in page
    assert adviser.post(sitting.case, _given()).status_code == 404
    assert adviser.post(f"{sitting.case}/abstain", page=sitting.case).status_code == 404
    assert adviser.post(f"{sitting.case}/conflict", page=sitting.case).status_code == 200
    assert kept(database)[:2] == [0, 1]


@pytest.mark.parametrize("role", [Role.MEMBER, Role.CHAIR, Role.ADVISER, Role.LEAD, Role.PREPARER, Role.REGISTRAR])
def test_a_case_does_not_exist_for_anybody_else(making, sign_in, sitting, role):
    with making() as make:
        stranger = make.user(role)
    browser = sign_in(stranger)
    theirs = browser.get(sitting.case)
    assert theirs.status_code == 404
    assert untimed(theirs.text) == untimed(browser.get("/panel/cases/NP-NONE").text)


def untimed(page: str) -> str:
    """Leave out of a page the tokens of its forms, which tell the second in which they were made."""
    return re.sub(r'name="csrf_token" value="[^"]+"', "", page)


def test_a_form_without_its_token_changes_nothing(member, sitting, database):
    assert member.client.post(sitting.case, data=_given()).status_code == 400
    assert kept(database)[0] == 0


def test_after_the_reveal_the_page_shows_the_spread_without_names_and_then_the_finding(making, sign_in, sitting):
    with making() as make:
        grade(make, sitting, sitting.yjs, comment="Fair to both.")
        reveal(make, sitting)
    page = sign_in(sitting.lay).get(sitting.case).text
    assert "<strong>4</strong> of 4" in page
    assert "Fair to both." in page
    assert "has not signed a finding" in page
    assert not any(person.name in page for person in (sitting.chair, sitting.cps, sitting.yjs))
    with making() as make:
        finding = {"result": Result.APPROPRIATE, "remarks": "Well reasoned.", "by": sitting.chair}
        agreeing.draft_finding(make.session, sitting.reference, version=0, **finding)
        agreeing.sign_finding(make.session, sitting.reference, version=1, by=sitting.chair)
    assert "Well reasoned." in sign_in(sitting.lay).get(sitting.case).text


def test_the_case_page_has_a_legend_for_each_group_and_one_heading(member, sitting):
    page = member.get(sitting.case).text
    assert page.count("<h1") == 1
    assert page.count("<fieldset") == page.count("<legend") == 3 + len(Question)


def test_members_who_grade_at_one_instant_are_all_kept_and_the_trail_is_whole(sign_in, sitting, database):
    browsers = [sign_in(person) for person in (sitting.chair, sitting.lay, sitting.cps, sitting.yjs)]
    tokens = [browser.token(sitting.case) for browser in browsers]

    def send(browser, token):
        return browser.client.post(sitting.case, data=_given(csrf_token=token)).status_code

    with ThreadPoolExecutor(len(browsers)) as pool:
        answers = list(pool.map(send, browsers, tokens))
    assert answers == [302] * 4
    assert kept(database)[0] == 4
    with database.reading() as session:
        assert trail.verify(session)[1] == []


def test_a_double_click_keeps_one_grade(member, sitting, database):
    token = member.token(sitting.case)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda _: member.client.post(sitting.case, data=_given(csrf_token=token)), range(2)))
    assert kept(database)[0] == 1


def test_an_adviser_is_told_that_they_neither_grade_nor_vote_and_a_member_is_not(sign_in, sitting):
    told = "You give no grade and have no vote."
    assert told in sign_in(sitting.adviser).get("/panel/cases").text
    assert told not in sign_in(sitting.lay).get("/panel/cases").text
