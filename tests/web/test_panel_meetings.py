"""The meeting: reveal, agree, sign, each in its turn."""

import pytest
from sqlalchemy import select

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.panels import Panel
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import agreeing, conflicts, grading, withholding
from tests.web.panels import events, grade, kept, reveal, seat

REMARKS = "The file should say when the letter was sent."


@pytest.fixture
def sitting(making):
    with making() as make:
        return seat(make)


@pytest.fixture
def chair(sign_in, sitting):
    return sign_in(sitting.chair)


@pytest.fixture
def revealed(making, sitting):
    with making() as make:
        reveal(make, sitting)
    return sitting


@pytest.fixture
def drafted(making, revealed):
    with making() as make:
        words = {"result": Result.OBSERVATIONS, "remarks": REMARKS, "by": revealed.chair}
        agreeing.draft_finding(make.session, revealed.reference, version=0, **words)
    return revealed


def _finding(**changes):
    return {
        "version": "0",
        "result": "observations",
        "reached": "consensus",
        "themes": ["victim"],
        "remarks": REMARKS,
        "dissent": "",
    } | changes


def _post(browser, sitting, deed, data=None):
    return browser.post(f"{sitting.case}/{deed}", data, page=sitting.meeting)


def _second_chair(making, sitting):
    with making() as make:
        other = make.user(Role.CHAIR, body=Body.LAY)
        round_ = make.session.get_one(Round, sitting.round_id)
        make.seat(make.session.get_one(Panel, round_.panel_id), other)
    return other


# The meeting's page


def test_the_chair_sees_that_there_is_no_quorum_and_what_is_left(making, chair, sitting):
    with making() as make:
        grade(make, sitting, sitting.cps)
    page = chair.get(sitting.meeting).text
    assert "0 of 3 findings signed" in page
    assert "<strong>3 cases</strong> left" in page
    assert "Left before the round is signed" not in page  # the bar above says it
    assert page.count("No quorum yet.") == 3
    assert page.count("A finding needs 3 grades at least") == 1
    assert "grade in" not in page
    assert "still needs" not in page
    assert "Reveal the grades" not in page
    assert "Grade this case yourself" in page


def test_the_chair_can_reveal_once_there_is_a_quorum(making, chair, sitting):
    with making() as make:
        grade(make, sitting, sitting.chair, sitting.lay, sitting.cps)
    page = chair.get(sitting.meeting).text
    assert page.count("There is a quorum.") == 1
    assert page.count("Reveal the grades") == 1


def test_the_whole_meeting_of_one_case(making, sign_in):
    with making() as make:
        sitting = seat(make, cases=1)
        grade(make, sitting, sitting.chair, sitting.lay, sitting.cps)
    chair = sign_in(sitting.chair)
    page = _post(chair, sitting, "reveal")
    assert f"Case {sitting.reference} is revealed" in page.text
    assert "What did the panel find?" in page.text
    page = chair.post(f"{sitting.case}/finding", _finding())
    assert "Check the finding before you sign it" in page.text
    assert REMARKS in page.text
    page = chair.post(f"{sitting.case}/finding/sign", {"version": "1"}, page=f"{sitting.case}/finding/check")
    assert f"The finding on case {sitting.reference} is signed" in page.text
    assert "1 of 1 findings signed" in page.text
    assert "Every case of this round is signed." in page.text


def test_members_see_the_meeting_without_its_counts_or_deeds(making, sign_in, sitting):
    member = sign_in(sitting.lay)
    before = member.get(sitting.meeting).text
    assert "Not revealed yet." in before
    with making() as make:
        reveal(make, sitting)
    after = member.get(sitting.meeting).text
    assert "The finding is not signed yet." in after
    assert "Record the finding" not in after


# Out of turn: refused with a page that says so, and nothing kept


@pytest.mark.parametrize(
    ("deed", "data", "words"),
    [
        ("reveal", None, "Grade this case yourself"),
        ("finding", _finding(), "Reveal this case’s grades"),
        ("finding/sign", {"version": "0"}, "Reveal this case’s grades"),
    ],
)
def test_nothing_is_done_before_its_turn(chair, sitting, database, deed, data, words):
    answer = _post(chair, sitting, deed, data)
    assert answer.status_code == 409
    assert words in answer.text
    assert kept(database) == [0, 0, 0, 0, 0]


def test_the_finding_has_no_page_before_the_reveal(chair, sitting):
    for path in ("finding", "finding/check"):
        answer = chair.get(f"{sitting.case}/{path}")
        assert answer.status_code == 409
        assert "have not been revealed yet" in answer.text


def test_nothing_is_revealed_without_a_quorum(making, chair, sitting, database):
    with making() as make:
        grade(make, sitting, sitting.chair, sitting.cps)
    answer = _post(chair, sitting, "reveal")
    assert answer.status_code == 409
    assert "There is no quorum on this case yet." in answer.text
    assert "still needs" not in answer.text
    assert kept(database) == [2, 0, 0, 0, 0]


def test_an_abstention_of_the_chair_lets_them_reveal(making, chair, sitting, database):
    with making() as make:
        bench = make.user(Role.MEMBER, body=Body.MAGISTRACY)
        make.seat(make.session.scalar(select(Panel)), bench)
        grade(make, sitting, bench, sitting.lay, sitting.cps)
    _post(chair, sitting, "abstain")
    assert _post(chair, sitting, "reveal").status_code == 200
    assert kept(database)[2] == 1


def test_a_case_is_revealed_once(chair, revealed, database):
    before = kept(database)
    answer = _post(chair, revealed, "reveal")
    assert answer.status_code == 409
    assert "revealed already" in answer.text
    assert kept(database) == before


def test_nothing_is_signed_before_it_is_drafted(chair, revealed, database):
    answer = _post(chair, revealed, "finding/sign", {"version": "0"})
    assert answer.status_code == 409
    assert "Record the finding before you sign it" in answer.text
    assert kept(database)[4] == 0


def test_a_signed_finding_is_neither_signed_again_nor_edited(making, chair, drafted, database):
    with making() as make:
        agreeing.sign_finding(make.session, drafted.reference, version=1, by=drafted.chair)
    before = kept(database)
    again = _post(chair, drafted, "finding/sign", {"version": "1"})
    assert again.status_code == 409
    assert "signed already" in again.text
    late = _post(chair, drafted, "finding", _finding(version="1", remarks="A late thought."))
    assert late.status_code == 409
    assert "never edited" in late.text
    assert "A late thought." in late.text
    assert kept(database) == before
    assert "A signed finding is never edited" in chair.get(f"{drafted.case}/finding").text


def test_a_finding_that_says_too_little_is_handed_back(chair, revealed, database):
    answer = _post(chair, revealed, "finding", _finding(result="not_agreed", themes=[], remarks=""))
    assert answer.status_code == 200
    assert "say in the remarks or the dissent what divided the panel" in answer.text
    assert kept(database)[3] == 0


@pytest.mark.parametrize(
    "given",
    [
        {"result": ""},
        {"result": "acquitted"},
        {"reached": ""},
        {"reached": "by dice"},
        {"remarks": "x" * 4001},
        {"version": "-1"},
    ],
)
def test_what_is_wrong_with_a_finding_is_said(chair, revealed, database, given):
    answer = _post(chair, revealed, "finding", _finding(**given))
    assert answer.status_code == 200
    assert "<title>Error: " in answer.text
    assert kept(database)[3] == 0


def test_a_dissent_that_names_a_member_is_handed_back_with_its_words(making, chair, revealed, database):
    dissent = f"One member, {revealed.cps.name}, disagrees."
    answer = _post(chair, revealed, "finding", _finding(dissent=dissent))
    assert "Name nobody: take out" in answer.text  # a number in an invented name is marked as one of its own
    assert dissent in answer.text
    with database.reading() as session:
        assert session.scalar(select(Finding)) is None


def test_a_draft_is_shown_again_to_be_changed(chair, drafted, database):
    page = chair.get(f"{drafted.case}/finding").text
    assert REMARKS in page
    assert 'name="version" value="1"' in page
    _post(chair, drafted, "finding", _finding(version="1", remarks="Better words."))
    with database.reading() as session:
        assert list(session.scalars(select(Finding.version).order_by(Finding.id))) == [1, 2]


# Two at once


def test_two_chairs_reveal_at_once_with_one_result(making, sign_in, sitting, database):
    other = _second_chair(making, sitting)
    with making() as make:
        grade(make, sitting, sitting.chair, other, sitting.cps)
    answers = [_post(sign_in(person), sitting, "reveal").status_code for person in (other, sitting.chair)]
    assert answers == [200, 409]
    assert (kept(database)[2], events(database).count("CaseRevealed")) == (1, 1)


def test_two_chairs_draft_at_once_and_the_second_is_shown_both(making, sign_in, revealed, database):
    other = _second_chair(making, revealed)
    _post(sign_in(other), revealed, "finding", _finding(remarks="What the other wrote."))
    answer = _post(sign_in(revealed.chair), revealed, "finding", _finding(remarks="What I wrote."))
    assert answer.status_code == 409
    assert "What the other wrote." in answer.text
    assert "What I wrote." in answer.text
    assert 'name="version" value="1"' in answer.text
    assert kept(database)[3] == 1


def test_a_version_that_was_changed_meanwhile_is_not_signed(chair, drafted, database):
    _post(chair, drafted, "finding", _finding(version="1", remarks="Changed."))
    answer = _post(chair, drafted, "finding/sign", {"version": "1"})
    assert answer.status_code == 409
    assert "Read the newest version" in answer.text
    assert kept(database)[4] == 0


def test_a_double_click_on_save_keeps_one_version(chair, revealed, database):
    for _ in range(2):
        assert _post(chair, revealed, "finding", _finding()).status_code == 200
    assert kept(database)[3] == 1


# Who may not


@pytest.mark.parametrize("who", ["lay", "adviser", "officer"])
def test_nobody_but_the_chair_reveals_drafts_or_signs(sign_in, revealed, database, who):
    browser = sign_in(getattr(revealed, who))
    before = kept(database)
    for deed in ("reveal", "finding", "finding/sign"):
        assert browser.post(f"{revealed.case}/{deed}", _finding(), page="/panel/rounds").status_code == 404
    assert browser.get(f"{revealed.case}/finding").status_code == 404
    assert kept(database) == before


def test_a_chair_of_another_panel_finds_nothing(making, sign_in, revealed, database):
    with making() as make:
        stranger = make.user(Role.CHAIR)
    browser = sign_in(stranger)
    for deed in ("reveal", "finding", "finding/sign"):
        assert browser.post(f"{revealed.case}/{deed}", _finding(), page="/panel/rounds").status_code == 404
    assert browser.get(revealed.meeting).status_code == 404


def test_a_chair_with_a_conflict_is_told_that_another_chair_must_act(making, chair, sitting):
    with making() as make:
        conflicts.declare_conflict(make.session, sitting.reference, by=sitting.chair)
    page = chair.get(sitting.meeting).text
    assert sitting.reference not in page
    assert "1 case of this round waits for another chair" in page
    assert _post(chair, sitting, "reveal").status_code == 404


def test_a_case_that_is_withheld_from_everybody_is_counted_apart_from_a_conflict(making, sign_in, sitting):
    with making() as make:
        conflicts.declare_conflict(make.session, sitting.reference, by=sitting.chair)
        withholding.report(make.session, sitting.references[1], ["circumstances"], by=sitting.lay)
    chair, member = sign_in(sitting.chair).get(sitting.meeting).text, sign_in(sitting.lay).get(sitting.meeting).text
    assert "1 case of this round is not shown to you, because of a conflict of interest." in chair
    assert "1 case of this round waits for another chair" in chair
    for page in (chair, member):
        assert "1 case of this round is withheld from everybody while the force checks again" in page
    assert "conflict of interest" not in member
    assert "<strong>3 cases</strong> left" in chair
    assert "2 not before you" in chair


def test_a_finding_is_not_signed_once_conflicts_broke_the_quorum(making, chair, drafted, database):
    with making() as make:
        conflicts.declare_conflict(make.session, drafted.reference, by=drafted.cps)
    assert "The finding cannot be signed" in chair.get(f"{drafted.case}/finding/check").text
    assert _post(chair, drafted, "finding/sign", {"version": "1"}).status_code == 409
    assert kept(database)[4] == 0


def test_revealing_one_case_leaves_the_others_open(making, revealed, database):
    with making() as make:
        later = {"version": 1, "grade": GradeWord.APPROPRIATE, "by": revealed.lay}
        grading.give_grade(make.session, revealed.references[1], **later)
    assert kept(database)[0] == 4
