"""The door: who gets in, and what a session is worth."""

from scrutiny_app.domain.people import Role
from tests.making import PASSWORD


def test_a_person_signs_in_and_sees_their_home_page(making, sign_in):
    with making() as make:
        lead = make.user(Role.LEAD)
    assert "What to do next" in sign_in(lead).get("/").text


def test_a_wrong_password_gets_the_same_answer_as_an_unknown_name(making, visitor):
    with making() as make:
        lead = make.user(Role.LEAD)
    wrong = visitor.post("/sign-in", {"username": lead.username, "password": "not the password"})
    unknown = visitor.post("/sign-in", {"username": "nobody-here", "password": PASSWORD})
    assert wrong.status_code == unknown.status_code == 401
    assert "The username or password is not right" in wrong.text
    assert "The username or password is not right" in unknown.text


def test_an_address_that_is_not_ours_is_refused_plainly(app):
    answer = app.test_client().get("/sign-in", headers={"Host": "elsewhere.example"})
    assert answer.status_code == 400
    assert "This address is not served here" in answer.text
