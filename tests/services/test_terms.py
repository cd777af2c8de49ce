"""Terms of reference, accepted until they change or run out; training; and who on a panel lacks what."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.readiness import TermsState, Trained
from scrutiny_app.models.panels import Acceptance
from scrutiny_app.models.people import User
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import terms, training
from scrutiny_app.services.trail import now

TAKEN = date(2026, 3, 2)


@pytest.fixture
def lead(make):
    return make.user(Role.LEAD)


@pytest.fixture
def member(make):
    return make.user(Role.MEMBER)


@pytest.fixture
def panel(make, member):
    return make.panel(member)


def events(session):
    return list(session.scalars(select(TrailEntry.event).order_by(TrailEntry.position)))


def waits_for(session, person):
    return terms.waits_for(session.execute(terms.with_terms(select(User.id)).where(User.id == person.id)))


def test_a_panel_without_terms_asks_nobody(session, panel, member):
    assert terms.outstanding(session, member) == []
    assert waits_for(session, member) is None


def test_terms_are_asked_for_until_they_are_accepted_once(session, panel, member, lead):
    terms.set_terms(session, panel, "Say nothing outside.", 365, seen=0, by=lead)
    assert [one.state for one in terms.outstanding(session, member)] == [TermsState.NOT_ACCEPTED]
    assert terms.accept_terms(session, panel.id, 1, by=member) is not None
    assert terms.accept_terms(session, panel.id, 1, by=member) is None
    assert terms.outstanding(session, member) == []
    assert events(session) == ["TermsSet", "TermsAccepted"]


def test_terms_that_change_are_asked_for_again_and_the_same_text_is_no_change(session, panel, member, lead):
    terms.set_terms(session, panel, "Say nothing.", 365, seen=0, by=lead)
    terms.accept_terms(session, panel.id, 1, by=member)
    assert terms.set_terms(session, panel, " Say nothing. \r\n", 365, seen=1, by=lead).version == 1
    terms.set_terms(session, panel, "Say nothing at all.", 365, seen=1, by=lead)
    assert [one.state for one in terms.outstanding(session, member)] == [TermsState.CHANGED]
    with pytest.raises(Overtaken):
        terms.accept_terms(session, panel.id, 1, by=member)


def test_an_acceptance_runs_out(session, panel, member, lead, monkeypatch):
    terms.set_terms(session, panel, "Say nothing.", 30, seen=0, by=lead)
    terms.accept_terms(session, panel.id, 1, by=member)
    later = now() + timedelta(days=30)
    monkeypatch.setattr(terms, "now", lambda: later)
    assert [one.state for one in terms.outstanding(session, member)] == [TermsState.EXPIRED]
    terms.accept_terms(session, panel.id, 1, by=member)
    assert terms.outstanding(session, member) == []
    assert len(session.scalars(select(Acceptance)).all()) == 2


def test_two_who_set_terms_at_once_do_not_overwrite_each_other(session, panel, lead):
    terms.set_terms(session, panel, "One.", 365, seen=0, by=lead)
    with pytest.raises(Overtaken):
        terms.set_terms(session, panel, "Two.", 365, seen=0, by=lead)


@pytest.mark.parametrize(("text", "days"), [("  \n ", 365), ("x" * 40_001, 365), ("x", 0), ("x", 1831), ("a\x00", 9)])
def test_terms_that_nobody_could_accept_are_refused(session, panel, lead, text, days):
    with pytest.raises(Refused):
        terms.set_terms(session, panel, text, days, seen=0, by=lead)
    assert terms.newest_terms(session, panel) is None


def test_nobody_accepts_the_terms_of_a_panel_that_they_do_not_sit_on(session, make, panel, lead):
    terms.set_terms(session, panel, "Say nothing.", 365, seen=0, by=lead)
    with pytest.raises(NotYours):
        terms.accept_terms(session, panel.id, 1, by=make.user(Role.MEMBER))


def test_the_gate_and_the_list_agree_at_every_step(session, make, panel, member, lead, monkeypatch):
    def agree():
        return bool(terms.outstanding(session, member)), waits_for(session, member) == panel.id

    other = make.panel(member)
    terms.set_terms(session, other, "Another panel's.", 365, seen=0, by=lead)
    terms.accept_terms(session, other.id, 1, by=member)
    found = [agree()]
    terms.set_terms(session, panel, "Say nothing.", 30, seen=0, by=lead)
    found.append(agree())
    terms.accept_terms(session, panel.id, 1, by=member)
    found.append(agree())
    terms.set_terms(session, panel, "Say less.", 30, seen=1, by=lead)
    found.append(agree())
    terms.accept_terms(session, panel.id, 2, by=member)
    found.append(agree())
    later = now() + timedelta(days=31)
    monkeypatch.setattr(terms, "now", lambda: later)
    found.append(agree())
    assert found == [(False, False), (True, True), (False, False), (True, True), (False, False), (True, True)]


def test_who_lacks_what_is_told(session, make, panel, member, lead):
    terms.set_terms(session, panel, "Say nothing.", 365, seen=0, by=lead)
    (one,) = training.readiness(session, panel)
    assert one.lacks == ["Terms of reference: not accepted yet", "No training recorded"]
    terms.accept_terms(session, panel.id, 1, by=member)
    training.record_training(session, panel, member.id, Trained("Induction", TAKEN, None), by=lead)
    (one,) = training.readiness(session, panel)
    assert one.lacks == []


def test_a_training_that_has_run_out_is_lacking_until_it_is_had_again(session, panel, member, lead):
    training.record_training(session, panel, member.id, Trained("Data protection", TAKEN, date(2026, 3, 3)), by=lead)
    assert training.readiness(session, panel)[0].lacks == ["Training has run out: Data protection"]
    again = Trained("data  protection", date(2026, 4, 1), date(2099, 1, 1))
    training.record_training(session, panel, member.id, again, by=lead)
    assert training.readiness(session, panel)[0].lacks == []


def test_a_training_is_recorded_once_for_somebody_who_sits_on_the_panel(session, make, panel, member, lead):
    for _ in range(2):
        training.record_training(session, panel, member.id, Trained("Induction", TAKEN, None), by=lead)
    assert events(session) == ["TrainingRecorded"]
    with pytest.raises(Refused, match="sits on the panel"):
        training.record_training(session, panel, lead.id, Trained("Induction", TAKEN, None), by=lead)


@pytest.mark.parametrize(
    "trained", [Trained("", TAKEN, None), Trained("x", date(2099, 1, 1), None), Trained("x", TAKEN, TAKEN)]
)
def test_a_training_that_cannot_have_been_is_refused(session, panel, member, lead, trained):
    with pytest.raises(Refused):
        training.record_training(session, panel, member.id, trained, by=lead)
