"""A worker as it prepares a public report that was asked for."""

import time

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.models.publishing import PublicPreparation
from scrutiny_app.services import public_asking
from scrutiny_app.services.public_reports import find_report
from tests.making import Make


def test_a_report_that_was_asked_for_is_prepared_by_a_worker_that_runs(instance, start):
    with instance.database.transaction() as session:
        make = Make(session)
        lead = make.user()
        told = [make.signed_round(*(Result.APPROPRIATE,) * 12, by=lead, cases=30).id]
        wanted = {"tables": ("themes",), "lines": (), "least": 5}
        asked = public_asking.ask(session, told, "Spring 2026", **wanted, by=lead).id
        by = lead.id
    start()
    until = time.monotonic() + 120
    while True:
        with instance.database.reading() as session:
            found = session.get_one(PublicPreparation, asked)
            if found.done_at:
                break
        assert time.monotonic() < until, "the worker has not prepared it"
        time.sleep(0.2)
    assert found.refusal is None
    with instance.database.reading() as session:
        row = find_report(session, found.report_id, session.get_one(type(lead), by)).row
        assert (row.rounds, row.prepared_by, row.title) == (told, by, "Spring 2026")
