"""Copies of a round's cases: for whom they are made, what they hold, and what becomes of them."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from scrutiny_app.domain import packs as domain
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.packs import Fate, Form, NothingToPack
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.domain.releasing import Fact, Text
from scrutiny_app.models.pack_copies import CopyFate, PackCopy
from scrutiny_app.models.panels import Panel
from scrutiny_app.models.releases import Release
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.models.withholdings import Withholding
from scrutiny_app.services import conflicts, packs, panels
from scrutiny_app.services.trail import now
from tests.unit.files.packed import decoded, pages


@pytest.fixture
def member(make):
    return make.user(Role.MEMBER, body=Body.MAGISTRACY, name="Philippa Quenell")


@pytest.fixture
def chair(make):
    return make.user(Role.CHAIR, body=Body.MAGISTRACY)


@pytest.fixture
def officer(make):
    return make.user(Role.COMMISSIONERS_OFFICER, body=Body.COMMISSIONER)


@pytest.fixture
def lead(make):
    return make.user(Role.LEAD, name="Cosima Featherby")


@pytest.fixture
def round_(make, member, chair, officer):
    return make.open_round(member, chair, officer)


@pytest.fixture
def copy(session, round_, member):
    return make_for(session, round_, member)


def make_for(session, round_, reader, *, form=Form.PDF, by=None):
    return packs.make_copy(session, round_, form, reader_id=reader.id, by=by or reader)


def held(taken):
    return [case.content.reference for case in taken.pack.cases]


def facts_of(session, event):
    rows = session.scalars(select(TrailEntry.facts).where(TrailEntry.event == event).order_by(TrailEntry.position))
    return [json.loads(row) for row in rows]


def withhold(session, release_id, by):
    session.add(Withholding(release_id=release_id, kind="reported", texts=[], withheld_by=by.id, withheld_at=now()))
    session.flush()


# What a copy holds


def test_a_copy_holds_the_cases_that_its_reader_sees_in_order(session, make, round_, member, copy):
    taken = packs.take_copy(session, round_, copy.serial, by=member)
    assert held(taken) == [case.reference for case in make.round_cases(round_)]
    assert (taken.pack.size, taken.grading, taken.marks.reader) == (3, True, f"R-{member.id:04d}")


def test_a_case_with_a_conflict_is_in_no_copy_of_that_reader(session, make, round_, member, chair):
    first = make.round_cases(round_)[0].reference
    conflicts.declare_conflict(session, first, by=member)
    taken = packs.take_copy(session, round_, make_for(session, round_, member).serial, by=member)
    others = packs.take_copy(session, round_, make_for(session, round_, chair).serial, by=chair)
    assert first not in held(taken)
    assert first in held(others)


def test_a_case_that_was_taken_away_is_in_no_copy(session, make, round_, member):
    case = make.round_cases(round_)[0]
    withhold(session, session.scalar(select(Release.id).where(Release.round_case_id == case.id)), member)
    taken = packs.take_copy(session, round_, make_for(session, round_, member).serial, by=member)
    assert case.reference not in held(taken)


@pytest.mark.parametrize("form", Form)
def test_what_came_after_the_decision_is_in_no_form(session, make, round_, member, form):
    case = make.round_cases(round_)[0]
    later = {"later_facts": (Fact("Breach", "ZANZIBAR"),), "later_texts": (Text("later", "Later", "ZANZIBAR"),)}
    make.release(case, version=2, **later)
    taken = packs.take_copy(session, round_, make_for(session, round_, member, form=form).serial, by=member)
    assert "zanzibar" not in decoded(packs.write(taken)).casefold()


@pytest.mark.parametrize("form", Form)
def test_no_person_is_named_in_any_form(session, make, round_, member, lead, form):
    copy = make_for(session, round_, member, form=form, by=lead)
    told = decoded(packs.write(packs.take_copy(session, round_, copy.serial, by=lead))).casefold()
    assert copy.serial.casefold() in told
    assert [name for name in ("quenell", "philippa", "featherby", member.username, lead.username) if name in told] == []


@pytest.mark.parametrize("form", Form)
def test_a_copy_that_is_taken_again_is_the_same_bytes(session, round_, member, lead, form):
    copy = make_for(session, round_, member, form=form)
    once = packs.write(packs.take_copy(session, round_, copy.serial, by=member))
    assert packs.write(packs.take_copy(session, round_, copy.serial, by=lead)) == once


def test_the_marks_are_on_every_page(session, round_, member, copy):
    whole = pages(packs.write(packs.take_copy(session, round_, copy.serial, by=member)))
    assert all(f"Reader R-{member.id:04d} · copy {copy.serial}" in page for page in whole)


# Who makes one, and for whom


def test_the_same_state_is_the_same_copy(session, round_, member, lead, copy):
    assert make_for(session, round_, member, by=lead) is copy
    assert session.scalar(select(func.count(PackCopy.id))) == 1
    assert len(facts_of(session, "PackMade")) == 1


def test_a_case_released_again_makes_another_copy_and_ends_the_old_one(session, make, round_, member, copy):
    make.release(make.round_cases(round_)[0], version=2)
    assert make_for(session, round_, member).serial != copy.serial
    with pytest.raises(Overtaken, match="Make a new copy"):
        packs.take_copy(session, round_, copy.serial, by=member)


def test_each_reader_and_form_has_a_serial_of_its_own(session, round_, member, chair):
    made = [make_for(session, round_, reader, form=form) for reader in (member, chair) for form in Form]
    assert len({copy.serial for copy in made}) == 6


@pytest.mark.parametrize("role", [Role.LEAD, Role.PREPARER])
def test_the_force_makes_copies_for_readers(session, make, round_, member, role):
    maker = make.user(role)
    copy = make_for(session, round_, member, by=maker)
    assert (copy.reader_id, copy.made_by) == (member.id, maker.id)


def test_a_member_makes_no_copy_for_another(session, round_, member, chair):
    with pytest.raises(NotYours):
        make_for(session, round_, chair, by=member)


def test_an_adviser_has_a_copy_and_no_grading_sheet(session, make, member):
    adviser = make.user(Role.ADVISER, body=Body.POLICE)
    round_ = make.open_round(member, adviser)
    assert not packs.take_copy(session, round_, make_for(session, round_, adviser).serial, by=adviser).grading
    with pytest.raises(Refused, match="for those who grade"):
        make_for(session, round_, adviser, form=Form.SHEET)


def test_nobody_has_a_copy_who_does_not_read_the_cases(session, make, round_, officer, lead):
    for other in (officer, lead, make.user(Role.MEMBER)):
        with pytest.raises(Refused, match="reads cases"):
            make_for(session, round_, other, by=lead)


def test_there_is_no_copy_before_the_round_is_open(session, make, member, lead):
    round_ = make.open_round(member, opened_at=None)
    with pytest.raises(NothingToPack, match="once the round is open"):
        make_for(session, round_, member, by=lead)


def test_a_maker_gets_no_case_that_they_stepped_back_from(session, make, round_, member, chair):
    conflicts.declare_conflict(session, make.round_cases(round_)[0].reference, by=chair)
    with pytest.raises(Refused, match="somebody else make it"):
        make_for(session, round_, member, by=chair)


def test_nor_takes_a_copy_that_was_made_before(session, make, round_, member, chair, copy):
    conflicts.declare_conflict(session, make.round_cases(round_)[0].reference, by=chair)
    with pytest.raises(Refused, match="somebody else make it"):
        packs.take_copy(session, round_, copy.serial, by=chair)


# Who takes one


def test_another_member_cannot_take_a_copy(session, make, round_, copy):
    other = make.user(Role.MEMBER)
    make.seat(session.get_one(Panel, round_.panel_id), other)
    with pytest.raises(NotYours):
        packs.take_copy(session, round_, copy.serial, by=other)


@pytest.mark.parametrize("serial", ["AAAA-AAAA", "", "ÄÖÜ", "a\x00b", "%"])
def test_an_unknown_serial_is_nobodys(session, round_, member, serial):
    with pytest.raises(NotYours):
        packs.take_copy(session, round_, serial, by=member)


def test_a_copy_is_found_in_its_own_round_alone(session, make, member, chair, copy):
    with pytest.raises(NotYours):
        packs.take_copy(session, make.open_round(member, chair), copy.serial, by=member)


def test_a_copy_ends_as_its_reader_declares_a_conflict(session, make, round_, member, copy):
    conflicts.declare_conflict(session, make.round_cases(round_)[0].reference, by=member)
    with pytest.raises(Overtaken):
        packs.take_copy(session, round_, copy.serial, by=member)


def test_who_left_the_panel_takes_nothing(session, round_, member, copy, lead):
    panels.leave_seat(session, session.get_one(Panel, round_.panel_id), member.id, by=lead)
    with pytest.raises(Refused):
        packs.take_copy(session, round_, copy.serial, by=lead)


# The trail


def test_making_and_taking_are_on_the_trail_with_every_case_that_was_read(session, make, round_, member, copy):
    packs.take_copy(session, round_, copy.serial, by=member)
    (made,) = facts_of(session, "PackMade")
    assert made == {
        "round_id": round_.id,
        "copy_id": copy.id,
        "reader_id": member.id,
        "form": "pdf",
        "cases": 3,
        "state": copy.state,
    }
    assert facts_of(session, "CopyTaken") == [{"round_id": round_.id, "copy_id": copy.id, "form": "pdf"}]
    read = [one["round_case_id"] for one in facts_of(session, "ReleaseRead")]
    assert read == [case.id for case in make.round_cases(round_)]


# What becomes of it


@pytest.mark.parametrize("fate", Fate)
def test_a_copy_is_counted_once_and_then_it_is_no_longer_out(session, round_, officer, member, copy, fate):
    packs.count_copy(session, round_, copy.serial.lower(), fate, by=officer)
    (listed,) = packs.copies_of(session, round_)
    assert (listed.fate, listed.is_out, listed.is_current) == (fate, False, False)
    assert facts_of(session, "CopyCounted") == [{"round_id": round_.id, "copy_id": copy.id, "fate": fate.value}]
    with pytest.raises(Overtaken, match="already"):
        packs.count_copy(session, round_, copy.serial, Fate.LOST, by=officer)
    with pytest.raises(Overtaken, match="a serial of its own"):
        packs.take_copy(session, round_, copy.serial, by=member)
    assert session.scalar(select(func.count()).select_from(CopyFate)) == 1


def test_a_reader_does_not_count_their_own_copy(session, round_, member, copy):
    with pytest.raises(NotYours):
        packs.count_copy(session, round_, copy.serial, Fate.DESTROYED, by=member)


def test_a_sheet_holds_no_case_and_is_not_counted(session, round_, member, lead):
    sheet = make_for(session, round_, member, form=Form.SHEET)
    with pytest.raises(Refused, match="not counted"):
        packs.count_copy(session, round_, sheet.serial, Fate.LOST, by=lead)


def test_after_a_lost_copy_the_next_has_a_serial_of_its_own(session, round_, member, lead, copy):
    packs.count_copy(session, round_, copy.serial, Fate.LOST, by=lead)
    again = make_for(session, round_, member)
    assert again.serial != copy.serial
    assert held(packs.take_copy(session, round_, again.serial, by=member))


def test_counting_an_old_copy_does_not_end_the_one_that_followed(session, make, round_, member, lead, copy):
    make.release(make.round_cases(round_)[0], version=2)
    fresh = make_for(session, round_, member)
    packs.count_copy(session, round_, copy.serial, Fate.RETURNED, by=lead)
    assert held(packs.take_copy(session, round_, fresh.serial, by=member))


def test_an_expired_copy_is_overdue_and_not_given_again(session, round_, member, monkeypatch):
    with monkeypatch.context() as yesterday:
        yesterday.setattr(domain, "GOOD_FOR", timedelta(days=-1))
        copy = make_for(session, round_, member)
    (listed,) = packs.copies_of(session, round_, reader=member)
    assert (listed.standing, listed.is_out) == ("Overdue", True)
    with pytest.raises(Overtaken, match="has expired"):
        packs.take_copy(session, round_, copy.serial, by=member)
    assert make_for(session, round_, member).serial != copy.serial


def test_a_copy_that_no_longer_holds_what_its_reader_sees_is_called_back(session, make, round_, member, copy):
    assert [one.is_current for one in packs.copies_of(session, round_)] == [True]
    make.release(make.round_cases(round_)[0], version=2)
    (listed,) = packs.copies_of(session, round_)
    assert (listed.is_current, listed.is_out) == (False, True)


def test_a_reader_lists_their_own_copies_alone(session, round_, member, chair, copy):
    assert packs.copies_of(session, round_, reader=chair) == []
    assert [one.reader for one in packs.copies_of(session, round_)] == ["Philippa Quenell"]
