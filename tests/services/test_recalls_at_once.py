"""A recall and something else at one instant, on both databases: nothing slips through, and the refused are told."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import func, select

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.grading import Grade
from scrutiny_app.domain.grading_sheets import ANSWER, FIRST_ROW, SheetRefused, as_made
from scrutiny_app.domain.packs import Form
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.domain.story_risks import StoryAnswer
from scrutiny_app.models import grades
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.models.withholdings import Withholding
from scrutiny_app.services import grading, grading_sheets, packs, recalling, redacting, releasing, rounds, trail
from tests.making import KEY, Make

TIMES = 6  # so that each comes first now and then
NOTED = StoryAnswer(False, (), "Nobody can be identified: the name is a brand.")


class Sitting:
    """A round that is open to a member, of cases that two people released; a lead and a registrar may recall."""

    def __init__(self, database):
        self.database = database
        with database.transaction() as session:
            make = Make(session)
            people = (
                make.user(Role.LEAD),
                make.user(Role.PREPARER),
                make.user(Role.REGISTRAR),
                make.user(Role.MEMBER, body=Body.MAGISTRACY),
            )
            lead, preparer, _, member = people
            cases = [make.case(circumstances="Tobias Okonjo fell.") for _ in range(TIMES)]
            round_ = make.drawn(*cases, by=lead, panel=make.panel(member, make.user(Role.CHAIR), least=1))
            redacting.draft_redactions(session, round_, KEY, lead)
            places = make.round_cases(round_)
            for place in places:
                redacting.finish_check(session, place, 1, KEY, lead)
                releasing.approve(session, round_, place, 1, KEY, preparer)
            rounds.open_grading(session, round_, None, by=lead)
            self.people = [person.id for person in people]
            self.round, self.places = round_.id, [place.id for place in places]

    def does(self, who, place, deed):
        """Make of a deed one that is done in a transaction of its own, and gives its refusal where it is refused."""

        def run(together):
            together.wait(timeout=30)
            try:
                with self.database.transaction() as session:
                    return deed(session, session.get_one(RoundCase, place), session.get_one(User, self.people[who]))
            except Refused as refusal:
                return refusal

        return run

    def recall(self, who, place):
        return self.does(
            who, place, lambda session, case, by: recalling.recall(session, case, "A name.", key=KEY, by=by).withheld_at
        )

    def grade(self, place):
        def deed(session, case, by):
            given = grading.give_grade(session, case.reference, version=1, grade=Grade.APPROPRIATE, by=by)
            return given.given_at

        return self.does(3, place, deed)

    def send_sheet(self, place, cells):
        def deed(session, case, by):
            return grading_sheets.import_sheet(session, session.get_one(Round, self.round), cells, by=by).kept

        return self.does(3, place, deed)

    def approve(self, place):
        def deed(session, case, by):
            return releasing.approve(session, session.get_one(Round, self.round), case, 1, KEY, by).version

        return self.does(1, place, deed)

    def count(self, kept):
        with self.database.reading() as session:
            return session.scalar(select(func.count()).select_from(kept))

    def is_whole(self):
        with self.database.reading() as session:
            return trail.verify(session)[1] == []


@pytest.fixture
def sitting(database):
    return Sitting(database)


def at_once(*deeds):
    together = Barrier(len(deeds))
    with ThreadPoolExecutor(len(deeds)) as pool:
        return [one.result() for one in [pool.submit(deed, together) for deed in deeds]]


def test_no_grade_is_kept_after_a_recall_and_the_member_is_told(sitting):
    for place in sitting.places:
        graded, recalled = at_once(sitting.grade(place), sitting.recall(2, place))
        assert not isinstance(recalled, Refused)
        assert isinstance(graded, NotYours) or graded <= recalled
    assert sitting.is_whole()


def test_a_sheet_is_kept_whole_before_a_recall_or_not_at_all_after_it(sitting):
    with sitting.database.transaction() as session:
        member, round_ = session.get_one(User, sitting.people[3]), session.get_one(Round, sitting.round)
        copy = packs.make_copy(session, round_, Form.SHEET, reader_id=member.id, by=member)
        taken = packs.take_copy(session, round_, copy.serial, by=member)
        cells = [[*row, ""] for row in as_made(taken.pack, taken.marks)]
    for row in cells[FIRST_ROW - 1 :]:
        row[ANSWER - 1] = "Appropriate"
    first = sitting.places[0]
    sent, recalled = at_once(sitting.send_sheet(first, cells), sitting.recall(0, first))
    assert not isinstance(recalled, Refused)
    if isinstance(sent, SheetRefused):
        assert "taken away from everybody" in sent.message
    assert sitting.count(grades.Grade) == (0 if isinstance(sent, SheetRefused) else TIMES)
    assert sitting.is_whole()


def test_of_two_recalls_at_once_one_is_done_and_the_other_is_told(sitting):
    answers = at_once(sitting.recall(0, sitting.places[0]), sitting.recall(2, sitting.places[0]))
    (refused,) = (one for one in answers if isinstance(one, Refused))
    assert isinstance(refused, Overtaken)
    assert "taken away already" in refused.message
    assert (sitting.count(Withholding), sitting.is_whole()) == (1, True)


def test_an_approval_and_a_recall_at_once_leave_nothing_that_can_be_read_by_both(sitting):
    for place in sitting.places:
        with sitting.database.transaction() as session:  # the lead had it back, checked it, and it awaits approval
            case, lead = session.get_one(RoundCase, place), session.get_one(User, sitting.people[0])
            recalling.recall(session, case, "A name.", key=KEY, by=lead)
            redacting.finish_check(session, case, 1, KEY, lead, NOTED)
        approved, recalled = at_once(sitting.approve(place), sitting.recall(2, place))
        with sitting.database.reading() as session:
            readable = recalling.can_recall(session, session.get_one(RoundCase, place))
        assert approved == 2
        assert readable == isinstance(recalled, Overtaken)
    assert sitting.count(Release) == 2 * TIMES
    assert sitting.is_whole()
