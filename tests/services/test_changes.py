"""What a later file would change is shown, and accepted or refused; what was drawn stays as it was."""

import pytest
from sqlalchemy import select

from scrutiny_app.domain.errors import NotYours, Overtaken
from scrutiny_app.domain.extracts import Stage
from scrutiny_app.domain.people import Role
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.cases import Case
from scrutiny_app.models.dossiers import Dossier
from scrutiny_app.models.picks import Pick
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import changes, receiving, working
from scrutiny_app.services.dossiers import open_dossier
from tests.extracts import extract
from tests.making import FORCE, KEY
from tests.services.intake import load, look_at, read


@pytest.fixture
def lead(make):
    return make.user(Role.LEAD)


@pytest.fixture
def held(session, lead):
    """Three cases, as a first file brought them."""
    load(session, receiving.receive(session, "june.csv", extract({}, {}, {}), key=KEY, by=lead).extract)


@pytest.fixture
def later(session, lead, held):
    """A later file that would change two of the three, and adds one."""
    rows: tuple[dict[str, str], ...] = (
        {"area": "Moorside", "offender_name": "Garside, Wendy"},
        {},
        {"area": "Moorside"},
        {},
    )
    kept = receiving.receive(session, "july.csv", extract(*rows), key=KEY, by=lead).extract
    look_at(session, kept)
    read(session, kept)
    return kept


def case(session, number):
    return session.scalars(select(Case).join(CaseNumber).where(CaseNumber.number == f"NM/{number}/26")).one()


def test_a_file_that_would_change_held_cases_waits_for_a_person(session, later, lead):
    listed = changes.read_changes(session, later.id, by=lead)
    assert (later.stage, later.imported, later.updated, later.unchanged) == (Stage.STAGED, 1, 2, 1)
    assert [(one.number, one.headings) for one in listed.changes] == [
        ("NM/1/26", ("Area", "Offender name")),
        ("NM/3/26", ("Area",)),
    ]
    assert listed.by_heading == [("Area", 2), ("Offender name", 1)]
    assert case(session, 1).version == 1


def test_both_values_are_shown_side_by_side_and_the_look_is_on_the_trail(session, later, lead):
    one = case(session, 1)
    compared = changes.compare(session, later.id, one.id, key=KEY, by=lead)
    assert [(each.heading, each.held, each.given) for each in compared.differences] == [
        ("Area", "Harbour", "Moorside"),
        ("Offender name", "Garside, Wendeline", "Garside, Wendy"),
    ]
    entry = session.scalars(select(TrailEntry).order_by(TrailEntry.position.desc())).first()
    assert (entry.event, f'"case_id":{one.id}' in entry.facts) == ("ChangesRead", True)


def test_accepted_changes_are_loaded_with_the_new_cases(session, later, lead):
    changes.decide(session, later.id, by=lead)
    working.publish(session, later)
    assert (later.stage, later.imported, later.updated, later.refused) == (Stage.DONE, 1, 2, 0)
    assert [(case(session, number).version, case(session, number).area) for number in (1, 2, 3, 4)] == [
        (2, "Moorside"),
        (1, "Harbour"),
        (2, "Moorside"),
        (1, "Harbour"),
    ]


def test_one_change_may_be_refused_and_the_mark_taken_back(session, later, lead):
    first, third = case(session, 1), case(session, 3)
    changes.mark(session, later.id, first.id, refused=True, by=lead)
    changes.mark(session, later.id, third.id, refused=True, by=lead)
    changes.mark(session, later.id, third.id, refused=False, by=lead)
    changes.decide(session, later.id, by=lead)
    working.publish(session, later)
    session.expire_all()
    assert (later.imported, later.updated, later.refused, later.unchanged, later.total) == (1, 1, 1, 1, 4)
    assert (first.version, first.area, third.version) == (1, "Harbour", 2)
    assert session.get(Dossier, (first.id, 2)) is None
    assert open_dossier(session, first.id, 1, KEY)["offender_name"] == "Garside, Wendeline"


def test_all_changes_may_be_refused_and_the_new_cases_still_come(session, later, lead):
    changes.decide(session, later.id, refuse_all=True, by=lead)
    working.publish(session, later)
    assert (later.imported, later.updated, later.refused) == (1, 0, 2)
    assert case(session, 4).version == 1


def test_a_decision_is_made_once(session, later, lead):
    changes.decide(session, later.id, by=lead)
    with pytest.raises(Overtaken):
        changes.decide(session, later.id, refuse_all=True, by=lead)
    with pytest.raises(Overtaken):
        changes.mark(session, later.id, case(session, 1).id, refused=True, by=lead)


def test_a_new_case_is_no_change_that_could_be_looked_at(session, later, lead):
    with pytest.raises(NotYours):
        changes.compare(session, later.id, 10_000, key=KEY, by=lead)


def test_another_force_sees_nothing_of_it(session, later, make):
    with pytest.raises(NotYours):
        changes.read_changes(session, later.id, by=make.user(Role.LEAD, force="Southmere Police"))


def test_a_case_that_was_drawn_is_told_of_and_keeps_the_version_that_was_drawn(session, make, lead):
    round_ = make.drawn_round(by=lead)
    pick = session.scalars(select(Pick).order_by(Pick.id)).first()
    number = session.get_one(CaseNumber, pick.case_id).number
    before = pick.dossier_version
    kept = receiving.receive(
        session, "july.csv", extract({"case_number": number, "area": "Moorside"}), key=KEY, by=lead
    ).extract
    look_at(session, kept)
    read(session, kept)
    listed = changes.read_changes(session, kept.id, by=lead)
    assert (listed.drawn, listed.changes[0].rounds) == (1, (round_.title,))
    changes.decide(session, kept.id, by=lead)
    working.publish(session, kept)
    session.expire_all()
    assert (pick.dossier_version, session.get_one(Case, pick.case_id).version) == (before, before + 1)
    assert open_dossier(session, pick.case_id, before, KEY)["area"] != "Moorside"


def test_the_force_of_the_cases_is_that_of_the_lead(later):
    assert later.force == FORCE


def test_a_number_that_seems_to_be_somebody_elses_is_refused_unless_somebody_says_otherwise(session, lead, held):
    other = {"crime_number": "42NM/999999/26", "offender_name": "Bramble, Ian", "offender_born": "02/03/1990"}
    kept = receiving.receive(session, "july.csv", extract(other, {}), key=KEY, by=lead).extract
    look_at(session, kept)
    read(session, kept)
    (change,) = changes.read_changes(session, kept.id, by=lead).changes
    assert (change.another_person, change.refused) == (True, True)
    changes.decide(session, kept.id, by=lead)
    working.publish(session, kept)
    assert (kept.updated, kept.refused, case(session, 1).version) == (0, 1, 1)
