"""What every answer bears, and what a form is worth without its token."""

import pytest
from sqlalchemy.exc import OperationalError

from scrutiny_app.domain.people import Role
from tests.making import PASSWORD


@pytest.mark.parametrize("path", ["/sign-in", "/", "/nothing-here", "/accessibility", "/static/nothing.css"])
def test_every_answer_bears_the_headers(visitor, path):
    headers = visitor.client.get(path).headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe-inline" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert [name for name, _ in headers if len(headers.getlist(name)) > 1] == []


def test_a_form_without_its_token_is_refused_with_what_to_do(app):
    answer = app.test_client().post("/sign-in", data={"username": "x", "password": "y"})
    assert answer.status_code == 400
    assert "out of date" in answer.text
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


def test_a_form_with_someone_elses_token_is_refused(making, sign_in, visitor):
    with making() as make:
        lead = make.user(Role.LEAD)
    browser, stolen = sign_in(lead), visitor.token("/sign-in")
    assert browser.client.post("/sign-out", data={"csrf_token": stolen}).status_code == 400
    assert "Sign out" in browser.get("/").text


def test_the_session_id_is_opaque_and_new_after_sign_in(making, app):
    with making() as make:
        lead = make.user(Role.LEAD)
    client = app.test_client()
    page = client.get("/sign-in")
    token = page.text.split('name="csrf_token" value="')[1].split('"')[0]
    before = client.get_cookie("scrutiny_session").value
    client.post("/sign-in", data={"csrf_token": token, "username": lead.username, "password": PASSWORD})
    after = client.get_cookie("scrutiny_session")
    assert before != after.value
    assert len(after.value) == 43
    assert after.http_only
    assert after.same_site == "Lax"
    client.set_cookie("scrutiny_session", before)
    assert client.get("/").location.startswith("/sign-in")


def test_ten_wrong_guesses_shut_the_name_for_a_while_and_say_so(making, visitor):
    with making() as make:
        lead = make.user(Role.LEAD)
    wrong = {"username": lead.username, "password": "wrong password"}
    answers = [visitor.post("/sign-in", wrong).status_code for _ in range(11)]
    assert answers == [401] * 10 + [429]
    right = visitor.post("/sign-in", {"username": lead.username, "password": PASSWORD})
    assert right.status_code == 429
    assert "Wait five minutes" in right.text


@pytest.mark.parametrize(
    "target", ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "javascript:1"]
)
def test_signing_in_leads_nowhere_else(making, app, target):
    with making() as make:
        lead = make.user(Role.LEAD)
    client = app.test_client()
    path = f"/sign-in?next={target}"
    token = client.get(path).text.split('name="csrf_token" value="')[1].split('"')[0]
    answer = client.post(path, data={"csrf_token": token, "username": lead.username, "password": PASSWORD})
    assert answer.location == "/"


def test_a_method_that_a_page_does_not_have_is_refused(visitor):
    assert visitor.client.delete("/sign-in").status_code in (400, 405)
    assert visitor.client.open("/sign-in", method="TRACE").status_code == 405


def test_a_database_that_is_busy_is_said_to_be_and_nothing_is_saved(making, app, monkeypatch):
    def locked(*args, **kwargs):
        raise OperationalError("BEGIN IMMEDIATE", {}, Exception("database is locked"))

    monkeypatch.setattr("scrutiny_app.web.both.home.render_template", locked)
    answer = app.test_client().get("/privacy")
    assert answer.status_code == 503
    assert "was not saved" in answer.text


@pytest.mark.parametrize("path", ["/sign-in?next=%00", "/glossary?x=a%00b"])
def test_a_word_that_no_keyboard_makes_is_refused(visitor, path):
    assert visitor.client.get(path).status_code == 400


@pytest.mark.parametrize("number", ["-1", "0", "x", str(10**30), "1e3"])
def test_a_number_that_no_row_could_have_is_read_as_none(making, sign_in, number):
    with making() as make:
        registrar = make.user(Role.REGISTRAR)
    assert sign_in(registrar).get(f"/force/trail?before={number}").status_code == 200


def test_words_sent_with_a_form_that_is_out_of_date_are_given_back_and_secrets_are_not(app):
    words = "I could not see what the victim was told. <b>"
    sent = {"comment": words, "password": "a password that is long enough", "grade": "appropriate"}
    answer = app.test_client().post("/sign-in", data=sent)
    assert answer.status_code == 400
    assert "I could not see what the victim was told. &lt;b&gt;" in answer.text
    assert "long enough" not in answer.text
