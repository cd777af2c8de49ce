"""Two people at one instant, on both databases: one deed is done at most, and whoever is refused is told why."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import func, select

from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.redacting import HandKind
from scrutiny_app.models.people import User
from scrutiny_app.models.redactions import Redaction
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import redacting, releasing, returning
from scrutiny_app.services.adding import Addition
from scrutiny_app.services.redacting import LeaksFound
from scrutiny_app.services.releasing import NotApprovable
from scrutiny_app.services.trail import verify
from scrutiny_app.services.versions import Marks, Version, keep_version
from tests.making import KEY, Make


class Case:
    """One case, committed, which the lead checked; a preparer and another lead may approve it."""

    def __init__(self, database):
        self.database = database
        with database.transaction() as session:
            make = Make(session)
            people = (make.user(Role.LEAD), make.user(Role.PREPARER), make.user(Role.LEAD))
            round_ = make.drawn(make.case(circumstances="Tobias Okonjo saw bluebell fall."), by=people[0])
            redacting.draft_redactions(session, round_, KEY, people[0])
            (place,) = make.round_cases(round_)
            redacting.finish_check(session, place, 1, KEY, people[0])
            self.people = [person.id for person in people]
            self.round, self.place = round_.id, place.id

    def approve(self, who, version=1):
        """Approve as somebody, in a transaction of its own; a refusal is kept as the pages keep it."""

        def deed(session):
            place, by = session.get_one(RoundCase, self.place), session.get_one(User, self.people[who])
            return releasing.approve(session, session.get_one(Round, self.round), place, version, KEY, by).version

        return deed

    def give_back(self, who):
        def deed(session):
            place, by = session.get_one(RoundCase, self.place), session.get_one(User, self.people[who])
            returning.return_version(session, place, 1, "Look again.", key=KEY, by=by)
            return "returned"

        return deed

    def add(self, who, words="bluebell"):
        def deed(session):
            place, by = session.get_one(RoundCase, self.place), session.get_one(User, self.people[who])
            wanted = Addition("circumstances", words, HandKind.NAME)
            return redacting.add_span(session, place, wanted, version=1, key=KEY, by=by).version

        return deed

    def at_once(self, *deeds: Callable[..., object]):
        """Do the deeds at one instant, each in its own thread and transaction; gives what came of each."""
        together = Barrier(len(deeds))

        def run(deed):
            together.wait(timeout=30)
            try:
                with self.database.transaction() as session:
                    return deed(session)
            except Refused as refusal:
                return refusal

        with ThreadPoolExecutor(len(deeds)) as pool:
            return list(pool.map(run, deeds))

    def count(self, kept):
        with self.database.reading() as session:
            return session.scalar(select(func.count()).select_from(kept))

    def is_whole(self):
        with self.database.reading() as session:
            return verify(session)[1] == []


@pytest.fixture
def case(database):
    return Case(database)


def refusals(answers):
    return [one for one in answers if isinstance(one, Refused)]


def test_of_two_approvals_at_once_one_releases_and_the_other_is_told(case):
    answers = case.at_once(case.approve(1), case.approve(2))
    (refused,) = refusals(answers)
    assert isinstance(refused, NotApprovable)
    assert "approved already" in refused.message
    assert (case.count(Release), case.is_whole()) == (1, True)


def test_whoever_checked_is_refused_though_another_approves_at_the_same_instant(case):
    own, _ = case.at_once(case.approve(0), case.approve(1))
    assert isinstance(own, NotApprovable)
    assert "Someone else must approve it" in own.message or "approved already" in own.message
    assert case.count(Release) == 1


def test_two_who_both_checked_or_edited_it_are_both_refused(case):
    with case.database.transaction() as session:
        case.add(1)(session)
    with case.database.transaction() as session:
        place = session.get_one(RoundCase, case.place)
        redacting.finish_check(session, place, 2, KEY, session.get_one(User, case.people[0]))
    checked, edited = case.at_once(case.approve(0, version=2), case.approve(1, version=2))
    assert "You checked this version" in checked.message
    assert "You made this version" in edited.message
    assert case.count(Release) == 0


def test_an_edit_and_an_approval_at_once_never_release_what_was_not_looked_at(case):
    added, approved = case.at_once(case.add(2), case.approve(1))
    assert added == 2
    assert approved == 1 or isinstance(approved, Overtaken)
    with case.database.reading() as session:
        released = session.scalars(select(Release.content)).all()
    assert all("bluebell" in content for content in released)  # the version that was looked at, and no other


def test_two_who_approve_an_older_version_are_both_told_that_it_is_older(case):
    with case.database.transaction() as session:
        case.add(2)(session)
    answers = case.at_once(case.approve(1), case.approve(0))
    assert [type(one) for one in answers] == [Overtaken, Overtaken]
    assert all("version 2 has been made since" in one.message for one in answers)
    assert case.count(Release) == 0


def test_two_who_approve_with_the_verifier_red_are_both_told_what_stands_there(case):
    with case.database.transaction() as session:
        place = session.get_one(RoundCase, case.place)
        keep_version(session, place, Version("lifted", "name", 1, {"circumstances": Marks()}), KEY, by=None)
    with pytest.MonkeyPatch.context() as patched, case.database.transaction() as session:
        patched.setattr(redacting, "leaks", lambda record, words: [])
        patched.setattr(redacting, "bared_places", lambda opened: [])
        place = session.get_one(RoundCase, case.place)
        redacting.finish_check(session, place, 2, KEY, session.get_one(User, case.people[0]))
    answers = case.at_once(case.approve(1, version=2), case.approve(2, version=2))
    assert [type(one) for one in answers] == [LeaksFound, LeaksFound]
    assert all("“Tobias Okonjo” in Circumstances" in one.message for one in answers)
    assert case.count(Release) == 0


def test_of_an_approval_and_a_return_at_once_one_is_done(case):
    answers = case.at_once(case.approve(1), case.give_back(2))
    assert len(refusals(answers)) == 1
    assert (case.count(Release) == 1) == ("returned" not in answers)


def test_of_two_edits_at_once_one_is_kept_and_the_other_overtaken(case):
    answers = case.at_once(case.add(1), case.add(2, "fall"))
    assert [type(one) for one in refusals(answers)] == [Overtaken]
    assert case.count(Redaction) == 2
