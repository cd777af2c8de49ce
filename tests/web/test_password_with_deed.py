"""The password that a deed wants comes with the form of the deed: one press, and no word is lost to a wrong one."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from scrutiny_app.domain.people import Role
from scrutiny_app.models.tokens import ApiToken
from scrutiny_app.web import fresh_password
from tests.making import PASSWORD

PAGE = "/account/tokens"
WORDS = {"name": "Monthly “figures” & more", "scopes": ["figures"], "days": "30"}


@pytest.fixture
def lead(enter, monkeypatch):
    browser = enter(Role.LEAD)
    monkeypatch.setattr(fresh_password, "FRESH", timedelta(0))
    return browser


@pytest.fixture
def names(database):
    def found():
        with database.reading() as db:
            return list(db.scalars(select(ApiToken.name)))

    return found


def test_the_form_of_the_deed_takes_the_password_and_one_press_does_both(lead, names):
    assert 'type="password"' in lead.get(PAGE).text
    assert lead.post(PAGE, WORDS | {"password": PASSWORD}).status_code == 200
    assert names() == [WORDS["name"]]


@pytest.mark.parametrize("password", ["", "not this one"])
def test_without_the_right_password_nothing_is_done_and_every_word_is_kept(lead, names, password):
    asked = lead.post(PAGE, WORDS | {"password": password})
    assert asked.status_code == 401
    assert names() == []
    assert "not this one" not in asked.text
    kept = dict(re.findall(r'type="hidden" name="(name|scopes|days)" value="([^"]*)"', asked.text))
    assert kept == {"name": "Monthly “figures” &amp; more", "scopes": "figures", "days": "30"}
    assert f'action="{PAGE}' in asked.text


def test_whoever_gave_it_lately_is_not_asked(enter, names):
    browser = enter(Role.LEAD)
    assert 'type="password"' not in browser.get(PAGE).text
    assert browser.post(PAGE, WORDS).status_code == 200
    assert names() == [WORDS["name"]]
