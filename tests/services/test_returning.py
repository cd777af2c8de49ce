"""A second person's no, a check anew, and the story that is asked about before a version is ready."""

import pytest
from sqlalchemy import select

from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.redacting import HandKind, Standing
from scrutiny_app.domain.story_risks import Recognisable, Risk, StoryAnswer
from scrutiny_app.models.redactions import RedactionCheck, RedactionReturn
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import recalling, redacting, releasing, returning, second_person
from scrutiny_app.services.adding import Addition
from scrutiny_app.services.redaction_steps import history
from scrutiny_app.services.redactions import open_newest, progress_of
from scrutiny_app.services.releasing import NotApprovable
from tests.making import FORCE, KEY

WHY = "The bakery still gives her away."


class Case:
    """One drafted case, a lead and a preparer."""

    def __init__(self, session, make):
        self.session, self.lead, self.preparer = session, make.user(Role.LEAD), make.user(Role.PREPARER)
        self.round = make.drawn(make.case(circumstances="Tobias Okonjo fell."), by=self.lead)
        redacting.draft_redactions(session, self.round, KEY, self.lead)
        (self.place,) = make.round_cases(self.round)

    def check(self, by=None, **said):
        answer = StoryAnswer(**({"recognisable": False} | said))
        return redacting.finish_check(self.session, self.place, 1, KEY, by or self.lead, answer)

    def give_back(self, by=None, remarks=WHY, version=1):
        return returning.return_version(self.session, self.place, version, remarks, key=KEY, by=by or self.preparer)

    def approve(self, by=None):
        return releasing.approve(self.session, self.round, self.place, 1, KEY, by or self.preparer)

    @property
    def progress(self):
        return progress_of(self.session, self.place)


@pytest.fixture
def case(session, make):
    return Case(session, make)


def test_a_returned_version_is_checked_anew_and_its_remarks_are_read(session, case):
    case.check()
    case.give_back()
    told = returning.remarks_on(session, case.progress, KEY)
    assert (case.progress.standing, told.remarks, told.by) == (Standing.RETURNED, WHY, case.preparer.name)


def test_the_same_version_may_be_checked_again_after_it_was_returned_and_then_approved(session, case):
    case.check()
    case.give_back()
    with pytest.raises(NotApprovable, match="was returned"):
        case.approve()
    case.check()
    assert returning.remarks_on(session, case.progress, KEY) is None
    assert case.approve().version == 1


def test_remarks_are_sealed_and_their_digest_alone_is_on_the_trail(session, case):
    case.check()
    case.give_back()
    facts = session.scalar(select(TrailEntry.facts).where(TrailEntry.event == "RedactionReturned"))
    assert b"bakery" not in session.scalar(select(RedactionReturn.sealed))
    assert "bakery" not in facts
    assert KEY.fingerprint(WHY) in facts


def test_nobody_returns_what_they_checked_themselves(case):
    case.check()
    with pytest.raises(NotApprovable, match="You checked this version"):
        case.give_back(by=case.lead)


def test_what_nobody_checked_is_not_returned(case):
    with pytest.raises(NotApprovable, match="Check it first"):
        case.give_back()


def test_an_older_version_is_not_returned(session, case):
    wanted = Addition("circumstances", "fell", HandKind.OTHER)
    redacting.add_span(session, case.place, wanted, version=1, key=KEY, by=case.lead)
    with pytest.raises(Overtaken):
        case.give_back()


@pytest.mark.parametrize("remarks", ["", "  \n", "x" * 2001])
def test_a_return_without_remarks_or_with_a_book_of_them_is_refused(case, remarks):
    case.check()
    with pytest.raises(Refused, match="Say what must be changed"):
        case.give_back(remarks=remarks)


def test_a_case_that_was_taken_away_is_checked_and_approved_anew_in_the_same_version(session, case):
    case.check()
    case.approve()
    recalling.recall(session, case.place, "The bakery.", key=KEY, by=case.lead)
    assert case.progress.standing is Standing.WITHHELD
    with pytest.raises(NotApprovable, match="Check it first"):
        case.approve()
    with pytest.raises(Refused, match="nothing has been redacted since"):
        case.check(by=case.preparer)
    case.check(by=case.preparer, note="There are six bakeries.")
    assert case.approve(by=case.lead).version == 2
    assert case.progress.standing is Standing.APPROVED


def test_the_steps_tell_of_returns_and_recalls(session, case):
    case.check()
    case.give_back()
    case.check()
    case.approve()
    recalling.recall(session, case.place, "The bakery.", key=KEY, by=case.lead)
    steps = history(session, case.place, open_newest(session, case.place, KEY).version)
    assert [step.what for step in steps] == ["drafted", "checked", "returned", "checked", "released", "recalled"]


def test_a_version_in_which_somebody_could_be_recognised_is_not_ready_and_says_what_to_do(session, case):
    with pytest.raises(Recognisable, match="Redact the words that tell too much"):
        case.check(recognisable=True)
    assert session.scalar(select(RedactionCheck.id)) is None


def test_what_is_left_and_what_was_noted_are_kept_the_note_sealed(session, case):
    check = case.check(risks=(Risk.JOB, Risk.DATE), note="Only the bakery’s owner would know.")
    assert check.risks == ["job", "date"]
    assert b"bakery" not in check.note
    assert redacting.note_of(case.progress, KEY) == "Only the bakery’s owner would know."


def test_without_a_note_nothing_is_kept(case):
    assert case.check(note="  ").note is None
    assert redacting.note_of(case.progress, KEY) == ""


def test_a_force_with_one_lead_or_preparer_is_alone(session, make):
    make.user(Role.LEAD)
    assert second_person.is_alone(session, FORCE)
    make.user(Role.PREPARER, force="Southmoor Police")
    make.user(Role.REGISTRAR)
    assert second_person.is_alone(session, FORCE)
    make.user(Role.PREPARER)
    assert not second_person.is_alone(session, FORCE)


def test_remarks_that_turn_the_direction_of_writing_are_read_in_the_order_in_which_they_were_written(session, case):
    case.check(note="No \u202eeno")
    case.give_back(remarks="Lift \u202eevil")
    told = returning.remarks_on(session, case.progress, KEY)
    assert told.remarks == "Lift ‹right-to-left override›evil"
    assert redacting.note_of(case.progress, KEY) == "No ‹right-to-left override›eno"
