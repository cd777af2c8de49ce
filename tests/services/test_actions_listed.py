"""Listing actions: one question for all of them, however many there are."""

from sqlalchemy.event import listen, remove

from scrutiny_app.domain.following import ActionKind
from scrutiny_app.services.actions import actions_for, add_action
from scrutiny_app.services.trail import now
from tests.making import Make


def test_many_actions_are_listed_in_as_few_statements_as_one(session, make: Make):
    lead = make.user()
    round_ = make.drawn_round(by=lead)
    finding = make.finding(make.round_cases(round_)[0], by=lead)

    def statements() -> int:
        session.expire_all()
        listed: list[str] = []

        def note(*given: object) -> None:
            listed.append(str(given[2]))

        listen(session.get_bind(), "before_cursor_execute", note)
        actions_for(session, by=lead)
        remove(session.get_bind(), "before_cursor_execute", note)
        return len(listed)

    def add(many: int) -> None:
        for _ in range(many):
            day = now().date()
            add_action(session, round_, ActionKind.TASK, make.user(), day, finding_id=finding.id, by=lead)

    add(1)
    few = statements()
    add(9)
    assert statements() == few
