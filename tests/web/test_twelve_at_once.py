"""Twelve members at one instant, on both databases: twelve grades each time, no fault, and a trail that holds."""

import os
import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import func, select

from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.grades import Grade
from scrutiny_app.services import trail
from tests.making import PASSWORD
from tests.web.conftest import Browser

MEMBERS = 12
TIMES = int(os.environ.get("SCRUTINY_TEST_INSTANTS", "4"))  # a hundred for the long form
WHY = {"themes": "rationale"}
GRADES = ({"grade": "appropriate"}, {"grade": "observations"} | WHY, {"grade": "inappropriate"} | WHY)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_kind(request: pytest.FixtureRequest) -> str:
    """Serve from either database."""
    return str(request.param)


@pytest.fixture
def sitting(app, making):
    """A round of as many cases as there are instants, and each member's client with a token of theirs."""
    with making() as make:
        members = [make.user(Role.MEMBER, body=Body.MAGISTRACY) for _ in range(MEMBERS - 1)]
        members.append(make.user(Role.CHAIR, body=Body.LAY))
        round_ = make.open_round(*members, cases=TIMES)
        references = [place.reference for place in make.round_cases(round_)]
    browsers = [Browser(app.test_client()) for _ in members]
    for browser, member in zip(browsers, members, strict=True):
        browser.post("/sign-in", {"username": member.username, "password": PASSWORD})
    return [(browser.client, browser.token("/account")) for browser in browsers], references


def test_twelve_members_grade_each_case_at_one_instant(sitting, database):
    members, references = sitting
    instant = Barrier(MEMBERS)

    def post(number, reference):
        client, token = members[number]
        form = {"csrf_token": token, "version": "1", "comment": f"As I read it, {number}."} | GRADES[number % 3]
        page = client.get(f"/panel/cases/{reference}").text
        form |= dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.partition("Your grade")[2]))
        instant.wait(timeout=60)
        first = client.post(f"/panel/cases/{reference}", data=form | {"csrf_token": token})
        again = client.post(f"/panel/cases/{reference}", data=form | {"csrf_token": token})  # a double click
        return first.status_code, again.status_code

    with ThreadPoolExecutor(MEMBERS) as pool:
        for reference in references:
            answers = list(pool.map(post, range(MEMBERS), [reference] * MEMBERS))
            assert all(first in (200, 302) and again < 500 for first, again in answers), answers

    with database.reading() as session:
        counted = session.execute(select(Grade.round_case_id, func.count()).group_by(Grade.round_case_id)).all()
        assert [count for _, count in counted] == [MEMBERS] * len(references)
        assert trail.verify(session)[1] == []
