"""Learning points, a force's own themes, who answers for findings, and what findings say of a team."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.figures_examples import LONGEST
from scrutiny_app.domain.grading import Severity, Theme
from scrutiny_app.domain.learning import Addressee
from scrutiny_app.domain.learning_points import Policy
from scrutiny_app.domain.people import Role
from scrutiny_app.models.learning import LearningPoint
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import handing_over, learning, learning_points, local_themes, my_team
from scrutiny_app.services.trail import now
from tests.making import KEY, Make

POLICY = Policy("Ask before you decide.", "https://www.example.police.uk/policy")


@pytest.fixture
def lead(make: Make) -> User:
    return make.user(Role.LEAD)


@pytest.fixture
def finding_id(make: Make, lead: User) -> int:
    place = make.round_cases(make.drawn_round(by=lead))[0]
    make.release(place)
    return make.finding(place, Result.OBSERVATIONS, (Theme.VICTIM, Severity.MINOR), by=lead).id


def write(session, findings: list[int], lead: User, **changes: Any) -> LearningPoint:
    given: dict[str, Any] = {"theme": Theme.VICTIM, "by": lead} | changes
    return learning_points.write_point(session, "Ask first", "Ask the victim.", POLICY, findings, **given)


def test_a_point_gathers_findings_of_a_theme_and_tells_them_without_reference_or_number(session, lead, finding_id):
    number = write(session, [finding_id], lead).number
    point = learning_points.find_point(session, number, by=lead)
    (example,) = point.examples
    assert (point.policy, point.rounds) == (POLICY, 1)
    assert learning_points.themes_of(point) == ["Victim not consulted, or views not recorded"]
    assert "NP-" not in example.about


def test_an_example_says_what_the_panel_said_of_the_case_and_cuts_it_where_it_is_long(session, make: Make, lead):
    place = make.round_cases(make.drawn_round(by=lead))[0]
    make.release(place)
    remarks = "Nothing shows that she was asked. " * 20
    seen = (Theme.VICTIM, Severity.MINOR)
    finding = make.finding(place, Result.OBSERVATIONS, seen, by=lead, remarks=remarks)
    (example,) = learning_points.find_point(session, write(session, [finding.id], lead).number, by=lead).examples
    assert example.said.startswith("Nothing shows that she was asked.")
    assert len(example.said) <= LONGEST


def test_a_finding_without_the_theme_bears_no_point_out(session, lead, finding_id):
    with pytest.raises(Refused, match="choose again"):
        write(session, [finding_id], lead, theme=Theme.HISTORY)


def test_each_change_is_a_new_version_and_none_is_made_over_an_older_one(session, lead, finding_id):
    number = write(session, [finding_id], lead).number
    assert write(session, [finding_id], lead, number=number, seen=1).version == 2
    with pytest.raises(Overtaken):
        write(session, [finding_id], lead, number=number, seen=1)
    assert learning_points.retire_point(session, number, seen=2, by=lead).retired
    assert session.scalar(select(func.count()).select_from(LearningPoint)) == 3


def test_another_forces_points_do_not_exist(session, make: Make, lead, finding_id):
    number = write(session, [finding_id], lead).number
    stranger = make.user(Role.LEAD, force="Southfen Police")
    assert learning_points.learning_points(session, by=stranger) == []
    with pytest.raises(NotYours):
        learning_points.find_point(session, number, by=stranger)


def test_a_local_theme_runs_from_its_day_until_its_last(session, lead):
    today = now().date()
    theme = local_themes.add_local_theme(session, "Bail", Theme.HISTORY, from_on=today, by=lead)
    local_themes.end_local_theme(session, theme.id, until_on=today + timedelta(7), by=lead)
    days = (today - timedelta(1), today, today + timedelta(7), today + timedelta(8))
    offered = [len(local_themes.local_themes_on(session, theme.force, day)) for day in days]
    assert offered == [0, 1, 1, 0]


def test_a_local_theme_is_ended_once_by_its_own_force_and_begins_in_no_past(session, make: Make, lead):
    today = now().date()
    theme = local_themes.add_local_theme(session, "Bail", Theme.HISTORY, from_on=today, by=lead)
    with pytest.raises(Overtaken):
        local_themes.add_local_theme(session, "bail", Theme.VICTIM, from_on=today, by=lead)
    with pytest.raises(Refused, match="today or later"):
        local_themes.add_local_theme(session, "Knives", Theme.VICTIM, from_on=today - timedelta(1), by=lead)
    stranger = make.user(Role.LEAD, force="Southfen Police")
    with pytest.raises(NotYours):
        local_themes.end_local_theme(session, theme.id, until_on=today, by=stranger)
    local_themes.end_local_theme(session, theme.id, until_on=today, by=lead)
    with pytest.raises(Overtaken):
        local_themes.end_local_theme(session, theme.id, until_on=today, by=lead)


def test_the_accountable_officer_alone_reads_and_acknowledges_a_rounds_findings(session, make: Make, lead):
    round_, chief = make.signed_round(cases=12, by=lead), make.user(Role.SUPERVISOR)
    with pytest.raises(handing_over.NobodyAccountable):
        handing_over.hand_over_findings(session, round_, by=lead)
    handing_over.name_accountable(session, chief.id, by=lead)
    handing_over.hand_over_findings(session, round_, by=lead)
    with pytest.raises(Overtaken):
        handing_over.hand_over_findings(session, round_, by=lead)
    assert len(handing_over.read_handed(session, round_.id, by=chief)[2]) == 6
    assert handing_over.acknowledge_findings(session, round_.id, by=chief).read_at
    with pytest.raises(NotYours):
        handing_over.read_handed(session, round_.id, by=lead)


def test_somebody_of_another_force_is_never_named(session, make: Make, lead):
    stranger = make.user(Role.SUPERVISOR, force="Southfen Police")
    with pytest.raises(NotYours):
        handing_over.name_accountable(session, stranger.id, by=lead)


@pytest.fixture
def sergeant(make: Make) -> User:
    return make.user(Role.SUPERVISOR, staff_number="1107")


@pytest.fixture
def constable(make: Make, sergeant: User) -> User:
    return make.user(Role.OFFICER, staff_number="2201", supervisor_id=sergeant.id)


def tell(session, round_: Round, lead: User, most: int) -> None:
    due = [one for one in learning.letters_due(session, round_, key=KEY, by=lead) if one.addressee is Addressee.OFFICER]
    for one in due[:most]:
        given: Any = {"stamp": "", "key": KEY, "by": lead}
        learning.send_letter(session, one.case.finding.id, Addressee.OFFICER, "Well done.", **given)


@pytest.mark.parametrize(("letters", "counted"), [(4, ()), (5, ((Result.APPROPRIATE, 5),))])
def test_findings_are_counted_only_where_there_are_enough(
    session, make: Make, lead, sergeant, constable, letters, counted
):
    tell(session, make.signed_round(by=lead), lead, letters)
    assert my_team.team_history(session, by=sergeant).results == counted
    assert my_team.history_of(session, constable.id, by=constable)[1].results == counted


def test_an_officers_history_is_for_them_their_supervisor_and_the_registrar_alone(
    session, make: Make, lead, sergeant, constable
):
    for reader in (constable, sergeant, make.user(Role.REGISTRAR)):
        assert my_team.history_of(session, constable.id, by=reader)[0] is constable
    others = (lead, make.user(Role.SUPERVISOR), make.user(Role.OFFICER), make.user(Role.REGISTRAR, force="Southfen"))
    for other in others:
        with pytest.raises(NotYours):
            my_team.history_of(session, constable.id, by=other)
