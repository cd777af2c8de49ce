"""What is published after a report was prepared: the report is attacked anew, by a worker and not by a request."""

import pytest
from sqlalchemy import delete, select, text

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.besieging import Programme
from scrutiny_app.domain.public_hiding import GivesAway
from scrutiny_app.models.publishing import PublicAttack, PublicPreparation, PublicStep
from scrutiny_app.services import public_figures
from scrutiny_app.services.public_reports import prepare
from tests.public_people import People, approved, round_of
from tests.web.test_public_preparing import done_by_a_worker

SOUND, SEEN, WRONG, *_ = Result


@pytest.fixture
def ready(making):
    """Two reports of one round, each approved by both, and those who have a hand in them."""
    with making() as make:
        who = People(make)
        ids = [round_of(make, who, *(SOUND,) * 8, *(SEEN,) * 3, WRONG).id]
        both = [prepare(make.session, ids, title, tables=("themes",), by=who.lead) for title in ("Spring", "The year")]
        return [(approved(make.session, one, who).id, one.digest) for one in both], who.named


def published(browser, report):
    report_id, digest = report
    page = f"/force/public-reports/{report_id}"
    return browser.post(f"{page}/publish", {"digest": digest}, page=page)


def steps(database):
    with database.reading() as session:
        return list(session.scalars(select(PublicStep.report_id).where(PublicStep.step == "published")))


def unheard_of(*_asked, **_given):
    raise AssertionError("a question was put to the solver")


def test_publishing_puts_no_question_to_the_solver(ready, sign_in, database, monkeypatch):
    (first, _), people = ready
    monkeypatch.setattr(public_figures, "given_away", unheard_of)
    monkeypatch.setattr(Programme, "ranges", unheard_of)
    published(sign_in(people["lead"]), first)
    assert steps(database) == [first[0]]


def test_of_two_published_at_once_the_second_is_attacked_with_the_first_before_it_is_published(
    ready, sign_in, database
):
    (first, second), people = ready
    lead = sign_in(people["lead"])
    published(lead, first)
    answer = published(lead, second)
    assert steps(database) == [first[0]]
    assert "was published since this was prepared" in answer.text
    assert "is being prepared" in answer.text
    done_by_a_worker(database)
    page = lead.get(answer.request.path)
    assert "attacked together with all published since, and give nothing away" in page.text
    assert page.request.path.endswith(f"/{second[0]}")
    published(lead, second)
    assert steps(database) == [first[0], second[0]]


def test_asked_twice_it_is_attacked_once(ready, sign_in, database):
    (first, second), people = ready
    lead = sign_in(people["lead"])
    published(lead, first)
    assert published(lead, second).request.path == published(lead, second).request.path
    with database.reading() as session:
        assert session.query(PublicPreparation).count() == 1


def test_what_gives_something_away_with_what_came_between_is_refused_and_not_published(
    ready, sign_in, database, monkeypatch
):
    (first, second), people = ready
    lead = sign_in(people["lead"])
    published(lead, first)
    answer = published(lead, second)
    monkeypatch.setattr(public_figures, "given_away", lambda printed, *_: list(printed)[:1])
    done_by_a_worker(database)
    assert str(GivesAway(["x"])).partition("x")[2][:40] in lead.get(answer.request.path).text.replace("&#39;", "'")
    assert "Prepare it anew" in lead.get(answer.request.path).text
    published(lead, second)
    assert steps(database) == [first[0]]


def test_a_report_of_before_the_digest_was_kept_is_attacked_first(ready, sign_in, database):
    (first, _), people = ready
    with database.transaction() as session:
        session.execute(text("DROP TRIGGER public_attacks_refuses_delete"))  # what was kept since stays for ever
        session.execute(delete(PublicAttack))
    lead = sign_in(people["lead"])
    published(lead, first)
    assert steps(database) == []
    done_by_a_worker(database)
    published(lead, first)
    assert steps(database) == [first[0]]
