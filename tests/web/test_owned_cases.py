"""The owner of an action on a case can find the case in the force's records; nobody is told it who does not own it."""

from datetime import date

import pytest
from sqlalchemy import select

from scrutiny_app.domain.agreeing import Escalation as Route
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.findings import Escalation, Finding
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import action_texts
from scrutiny_app.services.passed_on import follow
from scrutiny_app.services.trail import now
from tests.making import KEY

NUMBER = "42NM/004711/26"
DAY = date(2099, 3, 1)


@pytest.fixture
def people(making):
    with making() as make:
        force = {one.value: make.user(one) for one in (Role.LEAD, Role.SUPERVISOR, Role.REGISTRAR)}
        return force | {"chair": make.user(Role.CHAIR, body=Body.MAGISTRACY)}


@pytest.fixture
def round_(making, people):
    with making() as make:
        panel = make.panel(people["chair"])
        made = make.drawn(make.case(crime_number=NUMBER), by=people["lead"], panel=panel, opened_at=now())
        (place,) = make.round_cases(made)
        make.release(place)
        make.finding(place, by=people["chair"])
        return made


@pytest.fixture
def own(making, people, round_):
    """Give somebody an action on the round's case, or on the round alone; give its id."""

    def given(who, *, on):
        with making() as make:
            session, lead, owner_id = make.session, people["lead"], people[who].id
            if on == "escalation":
                told = {"route": Route.SAFEGUARDING, "note": "Look again.", "raised_by": lead.id, "raised_at": now()}
                row = Escalation(round_case_id=make.round_cases(round_)[0].id, **told)
                session.add(row)
                session.flush()
                return follow(session, round_, row.id, owner_id=owner_id, due_on=DAY, key=KEY, by=lead).id
            finding_id = session.scalars(select(Finding.id)).one() if on == "finding" else None
            told = {"owner_id": owner_id, "due_on": DAY, "finding_id": finding_id, "key": KEY, "by": lead}
            return action_texts.set_by_force(session, round_, "Look again.", **told).id

    return given


def looks(database):
    with database.reading() as db:
        return list(db.scalars(select(TrailEntry.facts).where(TrailEntry.event == "OriginalRead")))


@pytest.mark.parametrize("on", ["escalation", "finding"])
def test_its_owner_reads_the_crime_number_and_the_trail_says_so(sign_in, people, own, database, on):
    action_id, before = own("supervisor", on=on), len(looks(database))
    assert NUMBER in sign_in(people["supervisor"]).get(f"/force/actions/{action_id}").text
    assert len(looks(database)) == before + 1


def test_who_does_not_own_it_is_not_told(sign_in, people, round_, own, database):
    action_id, before = own("supervisor", on="escalation"), looks(database)
    for who in ("lead", "registrar"):
        assert NUMBER not in sign_in(people[who]).get(f"/force/actions/{action_id}").text
    assert NUMBER not in sign_in(people["chair"]).get(f"/panel/rounds/{round_.id}/actions").text
    assert looks(database) == before


def test_an_action_on_the_round_has_no_number(sign_in, people, own, database):
    page = sign_in(people["supervisor"]).get(f"/force/actions/{own('supervisor', on='round')}").text
    assert "The round as a whole" in page
    assert "Crime number" not in page
    assert looks(database) == []
