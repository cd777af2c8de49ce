"""A form that is not taken, after its page went out of date or its writer was signed out: no word of it is lost."""

import re
from html import unescape
from pathlib import Path

import pytest

import scrutiny_app
from scrutiny_app.web.written import SECRETS
from tests.making import PASSWORD
from tests.web.panels import kept

WORDS = "The reasons\nare <thin>."


def _signed_out_elsewhere(member):
    stale = member.token("/panel/cases")
    member.post("/sign-out", page="/panel/cases")
    return stale


def _words(page):
    return [unescape(one) for one in re.findall(r'<div class="govuk-inset-text words">(.*?)</div>', page, re.DOTALL)]


def _link(page, words):
    return unescape(re.search(rf'href="([^"]+)"[^>]*>\s*{words}', page)[1])


def test_words_sent_after_signing_out_in_another_tab_come_back_with_the_way_to_the_case(member, sitting, database):
    given = {"version": "1", "own": "0", "grade": "inappropriate", "comment": WORDS, "remark-victim": "Unclear."}
    sent = given | {"csrf_token": _signed_out_elsewhere(member), "reference": sitting.reference, "then": "next"}
    answer = member.client.post(sitting.case, data=sent)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (400, "no-store")
    assert "You have been signed out" in answer.text
    assert _words(answer.text) == [WORDS, "Unclear."]
    assert kept(database)[0] == 0
    credentials = {"username": sitting.lay.username, "password": PASSWORD}
    sign_in = _link(answer.text, "Sign in and go back to the page")
    assert sign_in == f"/sign-in?next={sitting.case}"
    token = {"csrf_token": member.token(sign_in)}
    assert member.client.post(sign_in, data=token | credentials).headers["Location"] == sitting.case


@pytest.mark.parametrize(
    ("path", "back"),
    [("{case}/draft", "{case}"), ("{case}/abstain", "{case}"), ("/panel/cases/reading", "/panel/cases")],
)
def test_the_way_back_leads_to_the_page_that_the_form_stands_on(member, sitting, path, back):
    stale = {"csrf_token": _signed_out_elsewhere(member), "comment": WORDS}
    page = member.client.post(path.format(case=sitting.case), data=stale).text
    assert _link(page, "Sign in and go back") == f"/sign-in?next={back.format(case=sitting.case)}"
    assert _words(page) == [WORDS]


def test_a_form_out_of_date_in_a_session_that_holds_gives_its_words_and_the_page(member, sitting):
    page = member.client.post(sitting.case, data={"csrf_token": "old", "comment": WORDS}).text
    assert "This form is out of date" in page
    assert _link(page, "Open the page again") == sitting.case
    assert _words(page) == [WORDS]


def test_no_password_and_no_token_comes_back_or_is_logged(visitor, caplog):
    secret = "Correct horse battery"
    sent = {"csrf_token": "Old token of theirs", "username": "Sam Smith", "password": secret, "again": secret}
    page = visitor.client.post("/sign-in?next=/panel/cases", data=sent).text
    assert not [one for one in sent.values() if one in page]
    assert secret not in caplog.text
    assert _link(page, "Open the page again") == "/sign-in?next=/panel/cases"


def test_every_password_that_a_form_asks_for_is_known_as_a_secret():
    sources = "".join(path.read_text("utf-8") for path in Path(scrutiny_app.__file__).parent.glob("web/**/*.py"))
    asked = set(re.findall(r"(\w+) = PasswordField", sources))
    assert asked
    assert asked <= SECRETS


def test_a_text_size_asked_for_in_an_old_tab_gives_the_words_back(member, sitting):
    member.post(sitting.case, {"version": "1", "own": "0", "grade": "appropriate", "comment": ""})
    asked = {"size": "large", "spacing": "usual", "reference": sitting.reference, "own": "0", "comment": WORDS}
    answer = member.post("/panel/cases/reading", asked)
    assert answer.status_code == 409
    assert _words(answer.text) == [WORDS]
