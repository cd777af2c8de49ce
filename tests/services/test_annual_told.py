"""What an annual report tells beside its figures: what the panel's side may read of it, and what is kept back."""

from datetime import date, timedelta
from typing import Any

import pytest

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.figures import OverRounds
from scrutiny_app.domain.grading import Severity, Theme
from scrutiny_app.domain.learning_points import Policy
from scrutiny_app.domain.timeliness import Step
from scrutiny_app.models.findings import FindingObservation
from scrutiny_app.services import learning_points
from scrutiny_app.services.annual import gather_reckoned, reckon_paces
from scrutiny_app.services.annual_told import told_of
from scrutiny_app.services.figures import choices
from scrutiny_app.services.standing_findings import standing_findings
from scrutiny_app.services.trail import now
from scrutiny_app.services.year_paces import kept_paces
from tests.making import Make


@pytest.fixture
def lead(make: Make) -> Any:
    return make.user()


def year(session: Any, lead: Any) -> OverRounds:
    return gather_reckoned(session, choices(session, by=lead)[0], by=lead).every


def test_the_panels_side_reads_how_long_it_took_once_the_forces_side_has_reckoned_it(session, make: Make, lead):
    make.signed_round(*[Result.APPROPRIATE] * 10, by=lead, cases=12)
    over = year(session, lead)
    assert told_of(session, over, whole=False, by=lead).reckoned_on is None
    reckon_paces(session, over, now())
    told = told_of(session, over, whole=False, by=lead)
    assert told.reckoned_on == told.today
    assert [one.begun for one in told.paces] == [10, 10, 0, 0]
    assert told.paces[0].quartiles[1] is not None


def test_of_few_cases_no_days_are_kept(session, make: Make, lead):
    make.signed_round(*[Result.APPROPRIATE] * 9, by=lead, cases=12)
    over = year(session, lead)
    reckon_paces(session, over, now())
    _, paces = kept_paces(session, [one.round_id for one in over.held])
    assert [(one.quartiles, one.longest) for one in paces if one.step is not Step.CLOSED] == [((None,) * 3, None)] * 3


def test_reckoned_again_later_the_newer_days_take_the_olders_place(session, make: Make, lead):
    make.signed_round(*[Result.APPROPRIATE] * 10, by=lead, cases=12)
    over = year(session, lead)
    for at in (now(), now() + timedelta(5)):
        reckon_paces(session, over, at)
    on, paces = kept_paces(session, [one.round_id for one in over.held])
    assert on is not None
    assert on > date.today()  # noqa: DTZ011  five days on in any zone
    assert paces[1].longest == 5


def test_words_of_a_learning_point_that_no_public_report_printed_are_the_forces_alone(session, make: Make, lead):
    round_ = make.signed_round(*[Result.INAPPROPRIATE] * 6, by=lead)
    finding, *_ = standing_findings(session, [one.id for one in make.round_cases(round_)]).values()
    finding.observations = [FindingObservation(theme=Theme.RATIONALE, severity=Severity.SERIOUS, text="")]
    session.flush()
    words = ("Say why", "Three lines.", Policy(""))
    learning_points.write_point(session, *words, [finding.id], theme=Theme.RATIONALE, by=lead)
    over = year(session, lead)
    whole, part = (told_of(session, over, whole=one, by=lead).taught for one in (True, False))
    assert [(one.title, one.good, one.findings) for one in whole] == [("Say why", "Three lines.", 1)]
    assert [(one.title, one.good, one.findings) for one in part] == [("", "", 1)]
