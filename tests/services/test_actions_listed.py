"""Lists of what follows from findings: one question for all of their lines, however many there are."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy.event import listen, remove

from scrutiny_app.domain.agreeing import Escalation as Route
from scrutiny_app.domain.following import ActionKind
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.findings import Escalation
from scrutiny_app.services.actions import actions_for, add_action
from scrutiny_app.services.learning import letters_by_round
from scrutiny_app.services.minutes_arising import arisen
from scrutiny_app.services.new_replies import replies_by_round
from scrutiny_app.services.trail import now
from tests.making import Make


@pytest.fixture
def statements(session) -> Callable[[Callable[[], object]], int]:
    """Count the statements that reading something takes."""

    def counted(read: Callable[[], object]) -> int:
        session.expire_all()
        listed: list[str] = []

        def note(*given: object) -> None:
            listed.append(str(given[2]))

        listen(session.get_bind(), "before_cursor_execute", note)
        read()
        remove(session.get_bind(), "before_cursor_execute", note)
        return len(listed)

    return counted


def test_many_actions_are_listed_in_as_few_statements_as_one(session, make: Make, statements):
    lead = make.user()
    round_ = make.drawn_round(by=lead)
    finding = make.finding(make.round_cases(round_)[0], by=lead)

    def add(many: int) -> None:
        for _ in range(many):
            day = now().date()
            add_action(session, round_, ActionKind.TASK, make.user(), day, finding_id=finding.id, by=lead)

    add(1)
    few = statements(lambda: actions_for(session, by=lead))
    add(9)
    assert statements(lambda: actions_for(session, by=lead)) == few


@pytest.mark.parametrize("listed", [letters_by_round, replies_by_round])
def test_the_letters_of_many_rounds_are_counted_in_as_few_statements_as_of_one(session, make: Make, statements, listed):
    lead = make.user(Role.LEAD)
    force = lead.force

    def read() -> object:
        assert lead.force == force  # read anew, as each count begins with it
        return listed(session, by=lead)

    make.signed_round(by=lead)
    few = statements(read)
    for _ in range(3):
        make.signed_round(by=lead)
    assert statements(read) == few


def test_what_arises_of_many_matters_is_told_in_as_few_statements_as_of_one(session, make: Make, statements):
    lead, chair = make.user(Role.LEAD), make.user(Role.CHAIR, body=Body.MAGISTRACY)
    panel = make.panel(chair)
    before = make.signed_round(by=lead, panel=panel, opened_at=now() - timedelta(30))
    after = make.signed_round(by=lead, panel=panel)
    place = make.round_cases(before)[0]

    def add(many: int) -> None:
        for _ in range(many):
            told = {"note": "Look again.", "raised_by": chair.id, "raised_at": now()}
            session.add(Escalation(round_case_id=place.id, route=Route.REVIEW, **told))
            add_action(session, before, ActionKind.TASK, lead, now().date(), by=lead)

    def read() -> tuple[str, ...]:
        return arisen(session, after, now() + timedelta(1), by=chair)

    add(1)
    few, told = statements(read), len(read())
    add(9)
    assert statements(read) == few
    assert len(read()) == told + 18
