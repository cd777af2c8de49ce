"""Panels: made for one force, shared with another, seated with those who may sit, with a quorum of their own."""

import pytest
from sqlalchemy import select

from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.domain.quorum import Quorum
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import panels, rounds, sharing_panels
from scrutiny_app.services.trail import now

OTHER = "Southmoor Police"


def _events(session):
    return list(session.scalars(select(TrailEntry.event).order_by(TrailEntry.position)))


def test_a_lead_makes_a_panel_for_their_own_force(session, make):
    lead = make.user(Role.LEAD)
    panel = panels.make_panel(session, name="  Northmoor   panel ", least_members=4, by=lead)
    assert (panel.name, panel.force, panel.least_members) == ("Northmoor panel", lead.force, 4)
    assert panels.panels_of(session, lead) == [(panel, 0)]
    assert _events(session) == ["PanelMade"]


@pytest.mark.parametrize(("name", "least"), [("", 3), ("x" * 121, 3), ("Panel A", 0), ("Panel A", 31), ("panel b", 3)])
def test_a_panel_without_a_name_of_its_own_or_a_sensible_quorum_is_refused(session, make, name, least):
    lead = make.user(Role.LEAD)
    panels.make_panel(session, name="Panel B", by=lead)
    with pytest.raises(Refused):
        panels.make_panel(session, name=name, least_members=least, by=lead)


def test_another_forces_panel_does_not_exist(session, make):
    panel = make.panel(force="Southmoor Police")
    with pytest.raises(NotYours):
        panels.find_panel(session, panel.id, make.user(Role.LEAD))


def test_a_person_is_seated_leaves_and_returns(session, make):
    lead, member, panel = make.user(Role.LEAD), make.user(Role.MEMBER), make.panel()
    panels.take_seat(session, panel, member.id, by=lead)
    assert [one.user for one in panels.seated(session, panel)] == [member]
    assert member not in panels.could_sit(session, panel)
    panels.leave_seat(session, panel, member.id, by=lead)
    assert panels.seated(session, panel) == []
    panels.take_seat(session, panel, member.id, by=lead)
    assert [one.user for one in panels.seated(session, panel)] == [member]
    assert _events(session) == ["SeatTaken", "SeatLeft", "SeatTaken"]


def test_nobody_takes_two_seats_or_leaves_one_they_do_not_have(session, make):
    lead, member, panel = make.user(Role.LEAD), make.user(Role.MEMBER), make.panel()
    with pytest.raises(Refused, match="does not sit"):
        panels.leave_seat(session, panel, member.id, by=lead)
    panels.take_seat(session, panel, member.id, by=lead)
    with pytest.raises(Refused, match="already"):
        panels.take_seat(session, panel, member.id, by=lead)


@pytest.mark.parametrize("role", [Role.LEAD, Role.REGISTRAR, Role.OFFICER, Role.SUPERVISOR])
def test_the_forces_own_people_never_sit(session, make, role):
    with pytest.raises(Refused, match="only people of the panel"):
        panels.take_seat(session, make.panel(), make.user(role).id, by=make.user(Role.LEAD))


def test_police_sit_as_advisers_and_never_to_grade(session, make):
    lead, panel = make.user(Role.LEAD), make.panel()
    with pytest.raises(Refused, match="never grade"):
        panels.take_seat(session, panel, make.user(Role.MEMBER, body=Body.POLICE).id, by=lead)
    panels.take_seat(session, panel, make.user(Role.ADVISER, body=Body.POLICE).id, by=lead)
    assert len(panels.seated(session, panel)) == 1


def test_an_unknown_person_is_refused(session, make):
    with pytest.raises(Refused):
        panels.take_seat(session, make.panel(), 999_999, by=make.user(Role.LEAD))


def test_a_quorum_is_set_on_the_trail_and_the_same_again_is_nothing(session, make):
    lead, panel = make.user(Role.LEAD), make.panel()
    rule = Quorum(members=5, magistrates=2, outside=0, yjs_for_child=False)
    panels.set_quorum(session, panel, rule, by=lead)
    panels.set_quorum(session, panel, rule, by=lead)
    assert (panels.quorum_of(panel), _events(session)) == (rule, ["QuorumSet"])
    with pytest.raises(Refused):
        panels.set_quorum(session, panel, Quorum(members=0), by=lead)


def test_only_a_seated_chair_is_made_a_deputy_and_a_new_seat_is_none(session, make):
    lead, chair, member = make.user(Role.LEAD), make.user(Role.CHAIR), make.user(Role.MEMBER)
    panel = make.panel(chair, member)
    assert panels.set_deputy(session, panel, chair.id, True, by=lead).is_deputy
    for other in (member.id, make.user(Role.CHAIR).id, 999_999):
        with pytest.raises(Refused, match="as its chair"):
            panels.set_deputy(session, panel, other, True, by=lead)
    panels.leave_seat(session, panel, chair.id, by=lead)
    assert not panels.take_seat(session, panel, chair.id, by=lead).is_deputy
    assert _events(session) == ["DeputySet", "SeatLeft", "SeatTaken"]


def test_a_panel_of_two_forces_is_both_leads_and_each_sees_its_own_forces_rounds(session, make):
    first, second = make.user(Role.LEAD), make.user(Role.LEAD, force=OTHER)
    member = make.user(Role.MEMBER)
    panel = make.panel(member)
    sharing_panels.set_second_force(session, panel, OTHER, by=first)
    assert [panels.find_panel(session, panel.id, lead) for lead in (first, second)] == [panel, panel]
    ours, theirs = make.round(by=first, panel=panel), make.round(by=second, panel=panel)
    assert (rounds.rounds_for(session, first), rounds.rounds_for(session, second)) == ([ours], [theirs])
    assert set(rounds.rounds_for(session, member)) == {ours, theirs}
    assert _events(session) == ["SecondForceSet"]


def test_the_second_force_is_named_by_the_first_and_known_here(session, make):
    first, second = make.user(Role.LEAD), make.user(Role.LEAD, force=OTHER)
    panel = make.panel()
    for force, by in ((OTHER, second), ("Nowhere Police", first), (first.force, first)):
        with pytest.raises(Refused):
            sharing_panels.set_second_force(session, panel, force, by=by)
    assert panel.second_force is None


def test_a_panel_does_not_part_from_a_force_whose_round_is_under_way(session, make):
    first, second = make.user(Role.LEAD), make.user(Role.LEAD, force=OTHER)
    panel = make.panel()
    sharing_panels.set_second_force(session, panel, OTHER, by=first)
    round_ = make.round(by=second, panel=panel)
    with pytest.raises(Refused, match="1 round not signed yet"):
        sharing_panels.set_second_force(session, panel, None, by=first)
    round_.dropped_at = now()
    sharing_panels.set_second_force(session, panel, None, by=first)
    assert panel.second_force is None
