"""The questions of a round: chosen before it opens, asked of its members, and left alone afterwards."""

import pytest

from scrutiny_app.domain.people import Body, Role
from scrutiny_app.domain.questions import QUESTION_WORDS, Question
from scrutiny_app.models.rounds import Round
from tests.web.panels import events


@pytest.fixture
def people(making):
    with making() as make:
        return make.user(Role.LEAD), make.user(Role.MEMBER, body=Body.LAY)


@pytest.fixture
def planned(making, people):
    with making() as make:
        return make.round(by=people[0])


@pytest.fixture
def opened(making, people):
    with making() as make:
        return make.open_round(people[1])


@pytest.mark.parametrize("chosen", [[], ["history", "victim"], [question.value for question in Question]])
def test_a_lead_chooses_before_the_round_opens(sign_in, people, planned, database, chosen):
    path = f"/force/rounds/{planned.id}/questions"
    assert "members are asked these questions" in sign_in(people[0]).post(path, {"questions": chosen}).text
    with database.reading() as session:
        assert session.get_one(Round, planned.id).questions == chosen
    changed = len(chosen) < len(Question)
    assert events(database).count("QuestionsSet") == changed


def test_they_stand_once_the_round_is_open(sign_in, people, opened, database):
    path = f"/force/rounds/{opened.id}/questions"
    lead = sign_in(people[0])
    assert "stay as its members know them" in lead.get(path).text
    assert lead.post(path, {"questions": ["history"]}).status_code == 409
    with database.reading() as session:
        assert len(session.get_one(Round, opened.id).questions) == len(Question)


def test_a_question_that_there_is_not_is_refused(sign_in, people, planned):
    answer = sign_in(people[0]).post(f"/force/rounds/{planned.id}/questions", {"questions": ["guilt"]})
    assert "There is a problem" in answer.text


def test_a_member_is_asked_what_was_chosen_and_no_more(making, sign_in, people):
    with making() as make:
        round_ = make.open_round(people[1], questions=["history"])
        reference = make.round_cases(round_)[0].reference
    page = sign_in(people[1]).get(f"/panel/cases/{reference}").text
    assert QUESTION_WORDS[Question.HISTORY] in page
    assert QUESTION_WORDS[Question.VICTIM] not in page
