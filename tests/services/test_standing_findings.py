"""Whoever counts findings or writes of them takes the one that stands: the newest signed, never a draft of another."""

import pytest
from sqlalchemy import select

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.learning import Addressee
from scrutiny_app.domain.people import Role
from scrutiny_app.models.findings import Finding, Signature
from scrutiny_app.services import learning
from scrutiny_app.services.earlier_findings import graded_by_stratum
from scrutiny_app.services.learning import CannotSend
from scrutiny_app.services.trail import now
from tests.making import KEY


@pytest.fixture
def lead(make):
    return make.user(Role.LEAD)


@pytest.fixture
def round_(make, lead):
    make.user(Role.OFFICER, staff_number="2201")
    return make.signed_round(Result.INAPPROPRIATE, cases=3, floor=1, by=lead)


def _supersede(session, make, *, signed):
    """Draft a finding of another result upon the signed one, and sign it if asked."""
    old = session.scalar(select(Finding))
    given = {
        "round_case_id": old.round_case_id,
        "version": 2,
        "remarks": "",
        "dissent": "",
        "reason": "We learnt more.",
    }
    new = Finding(result=Result.APPROPRIATE, drafted_by=old.drafted_by, drafted_at=now(), supersedes_id=old.id, **given)
    session.add(new)
    session.flush()
    if signed:
        new.signature = Signature(signed_by=old.drafted_by, signed_at=now())
        session.flush()
    return old, new


def _due(session, round_, lead):
    return {one.case.finding.id for one in learning.letters_due(session, round_, key=KEY, by=lead)}


def test_a_draft_changes_no_letter_and_no_stratum(session, make, round_, lead):
    before = graded_by_stratum(session, round_)
    old, _ = _supersede(session, make, signed=False)
    assert _due(session, round_, lead) == {old.id}
    assert graded_by_stratum(session, round_) == before
    assert [found for found, _ in before.values()] == [1]


def test_a_signed_one_takes_the_place_of_the_old_in_letters_counts_and_strata(session, make, round_, lead):
    _, new = _supersede(session, make, signed=True)
    assert _due(session, round_, lead) == {new.id}
    assert learning.count_letters(session, round_).findings == 1
    assert [found for found, _ in graded_by_stratum(session, round_).values()] == [0]


def test_no_letter_is_written_or_sent_about_a_superseded_finding(session, make, round_, lead):
    old, _ = _supersede(session, make, signed=True)
    for deed in (learning.edit_letter, learning.send_letter):
        with pytest.raises(CannotSend, match="taken the place"):
            deed(session, old.id, Addressee.OFFICER, "Well done.", stamp="", key=KEY, by=lead)
