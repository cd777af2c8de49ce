"""Preparing a public report: by a worker where it takes long, never twice, and never with a name in its words."""

import re
from datetime import date
from threading import Event

import pytest

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.jobs import preparing
from scrutiny_app.jobs.work import GONE, Work
from scrutiny_app.models.publishing import PublicPreparation, PublicReport
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import actions
from tests.making import KEY
from tests.public_people import People, round_of

SOUND = Result.APPROPRIATE


@pytest.fixture
def told(making):
    """Three signed rounds of one panel, and those who have a hand in their report."""
    with making() as make:
        who = People(make)
        make.cases(60, offender_name="THORNEYCROFT, Kieran Aldous")
        titles = ("Spring", "Summer", "Autumn")
        return [round_of(make, who, *(SOUND,) * 12, title=one, cases=0).id for one in titles], who.named


def asked_for(rounds, **more):
    filled = {"title": "A year", "rounds": [str(one) for one in rounds], "tables": ["themes"], "least": "5"}
    return filled | more


def done_by_a_worker(database):
    with database.reading() as session:
        ids = [one.id for one in session.query(PublicPreparation).where(PublicPreparation.done_at.is_(None))]
    return [preparing.prepare(Work(database, KEY, stopping=Event()), one) for one in ids]


@pytest.mark.parametrize("many", [1, 3])
def test_a_report_is_prepared_by_a_worker_and_its_page_goes_on_to_it(told, sign_in, database, many):
    rounds, people = told
    lead = sign_in(people["lead"])
    answer = lead.post("/force/public-reports/new", asked_for(rounds[:many]))
    assert "The report is being prepared." in answer.text
    assert 'http-equiv="refresh"' in answer.text
    assert "Being prepared" in lead.get("/force/public-reports").text
    done_by_a_worker(database)
    page = lead.get(answer.request.path)
    assert "Prepared. It now stands on the home page" in page.text, page.text[page.text.find("<main") :][:1500]
    assert re.search(r"/public-reports/\d+$", page.request.path)


def test_the_same_report_is_not_prepared_twice_at_a_time(told, sign_in, database):
    rounds, people = told
    lead = sign_in(people["lead"])
    lead.post("/force/public-reports/new", asked_for(rounds))
    page = lead.post("/force/public-reports/new", asked_for(rounds, title="A year again")).text
    assert "is being prepared already" in page
    with database.reading() as session:
        assert session.query(PublicPreparation).count() == 1


def test_a_worker_that_comes_twice_prepares_one_report(told, sign_in, database):
    rounds, people = told
    sign_in(people["lead"]).post("/force/public-reports/new", asked_for(rounds))
    done_by_a_worker(database)
    with database.reading() as session:
        first = session.query(PublicPreparation).one().id
    assert preparing.prepare(Work(database, KEY, stopping=Event()), first) == GONE
    with database.reading() as session:
        assert session.query(PublicReport).count() == 1


def test_words_that_name_somebody_are_refused_before_it_is_asked_for_and_stay_in_the_form(told, sign_in, database):
    ids, people = told
    filled = asked_for(ids, introduction="We met often.\nWe met Mr Thorneycroft.")
    page = sign_in(people["lead"]).post("/force/public-reports/new", filled).text
    assert '<a href="#introduction">“We met Mr Thorneycroft.” holds something that identifies a person' in page
    assert "“We met often.”" not in page
    assert "We met Mr Thorneycroft.</textarea>" in page
    with database.reading() as session:
        assert session.query(PublicPreparation).count() == 0


def test_the_commissioners_officers_words_are_looked_through_by_the_worker(told, sign_in, database):
    ids, people = told
    officer = sign_in(people["officer"])
    filled = asked_for(ids[:1], introduction="We met Mr Thorneycroft.")
    answer = officer.post("/panel/public-reports/new", filled)
    assert "The report is being prepared." in answer.text
    done_by_a_worker(database)
    assert "hold something that identifies a person" in officer.get(answer.request.path).text


def test_with_several_rounds_they_are_chosen_first_and_only_their_words_are_asked_about(told, sign_in, making):
    rounds, people = told
    with making() as make:
        asked = {"owner_id": people["lead"].id, "due_on": date(2099, 1, 1), "by": people["chair"]}
        for number, round_id in enumerate(rounds):
            actions.set_by_panel(make.session, make.session.get_one(Round, round_id), f"Remark {number}.", **asked)
    lead = sign_in(people["lead"])
    page = lead.get("/force/public-reports/new").text
    assert page.count('type="checkbox"') == len(rounds)
    assert "Remark" not in page
    page = lead.get(f"/force/public-reports/new?rounds={rounds[0]}&rounds={rounds[2]}").text
    assert [f"Remark {number}." in page for number in range(3)] == [True, False, True]
    assert [f'value="{one}" checked' in page for one in rounds] == [True, False, True]
