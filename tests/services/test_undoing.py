"""Undoing: one's own last edit, as a new version; redoing; and what an undo must not do."""

import pytest
from sqlalchemy import select

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.redacting import HandKind
from scrutiny_app.models.redactions import Redaction
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import redacting, undoing
from scrutiny_app.services.adding import Addition
from scrutiny_app.services.redaction_steps import history
from scrutiny_app.services.redactions import open_newest
from scrutiny_app.services.trail import now
from tests.making import KEY

TOLD = "Tobias Okonjo saw bluebell fall."


class Case:
    """One drafted case and two people who work on it."""

    def __init__(self, session, make):
        self.session, self.lead, self.preparer = session, make.user(Role.LEAD), make.user(Role.PREPARER)
        round_ = make.drawn(make.case(circumstances=TOLD), by=self.lead)
        redacting.draft_redactions(session, round_, KEY, self.lead)
        (self.place,) = make.round_cases(round_)

    @property
    def opened(self):
        return open_newest(self.session, self.place, KEY)

    @property
    def told(self):
        return self.opened.redacted()["circumstances"]

    def add(self, words, by=None):
        wanted = Addition("circumstances", words, HandKind.NAME)
        given = {"version": self.opened.row.version, "key": KEY, "by": by or self.lead}
        redacting.add_span(self.session, self.place, wanted, **given)

    def lift(self, number, by=None):
        given = {"version": self.opened.row.version, "key": KEY, "by": by or self.lead}
        redacting.lift_span(self.session, self.place, number, "It may be.", **given)

    def undo(self, by=None):
        undoing.undo(self.session, self.place, version=self.opened.row.version, key=KEY, by=by or self.lead)


@pytest.fixture
def case(session, make):
    return Case(session, make)


def test_an_undo_is_a_new_version_that_is_what_the_one_before_was(session, case):
    before = case.opened.marks
    case.add("bluebell")
    case.undo()
    assert case.opened.marks == before
    assert (case.opened.row.version, case.opened.version.change) == (3, "undone")
    assert session.scalars(select(Redaction.version).order_by(Redaction.version)).all() == [1, 2, 3]


def test_to_undo_an_undo_is_to_redo(case):
    case.add("bluebell")
    done = case.told
    case.undo()
    case.undo()
    assert case.told == done


def test_an_undone_addition_leaves_nothing_bare_and_the_case_can_be_called_ready(session, case):
    case.add("bluebell")
    case.undo()
    assert case.opened.version.lost == ()
    redacting.finish_check(session, case.place, 3, KEY, case.lead)


def test_an_undone_lift_takes_its_reason_along(case):
    case.lift(1)
    assert case.opened.version.lifts
    case.undo()
    assert case.opened.version.lifts == ()
    assert case.told == "[Victim 1] saw bluebell fall."


def test_a_lift_after_an_undo_brings_back_what_stood_beneath(case):
    case.add("Tobias Okonjo saw bluebell")
    case.undo()
    case.undo()
    case.lift(1)
    assert case.told == "[Victim 1] saw bluebell fall."


def test_nobody_undoes_what_another_did(case):
    case.add("bluebell", by=case.preparer)
    with pytest.raises(Refused, match="Somebody else made the newest version"):
        case.undo()


def test_nothing_of_ones_own_is_undone_under_anothers_edit(case):
    case.add("bluebell")
    case.add("fall", by=case.preparer)
    with pytest.raises(Refused, match="Somebody else"):
        case.undo()


def test_the_machines_draft_is_not_undone(case):
    with pytest.raises(Refused, match="The machine made this version"):
        case.undo()


def test_an_undo_is_on_the_trail_as_what_it_undid(session, case):
    case.add("bluebell")
    case.undo()
    facts = session.scalars(select(TrailEntry.facts).where(TrailEntry.event == "RedactionEdited")).all()
    assert '"change":"undone","kind":"added"' in facts[-1]


def test_a_version_from_before_they_remembered_one_another_opens_and_is_edited(session, case):
    marks = {
        name: {"spans": [vars(span) for span in mark.spans], "doubts": [vars(doubt) for doubt in mark.doubts]}
        for name, mark in case.opened.marks.items()
    }
    old = {"change": "added", "kind": "name", "places": 1, "marks": marks, "lifts": []}
    standing = case.opened.marks
    sealed = KEY.seal(old, f"redaction:{case.place.id}:2")
    given = {"sealed": sealed, "digest": "0" * 64, "made_by": case.lead.id, "made_at": now()}
    session.add(Redaction(round_case_id=case.place.id, version=2, **given))
    assert case.opened.marks == standing
    case.add("bluebell")
    case.undo()
    assert case.opened.marks == standing
    assert [step.what for step in history(session, case.place, case.opened.version)] == [
        "kept",
        "kept",
        "added",
        "undone",
    ]
