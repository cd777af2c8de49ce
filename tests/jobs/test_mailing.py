"""Notices as they are sent: to whom, when, once each, with no word of a case, and tried again where that fails."""

import json
import re
import time
from datetime import timedelta
from itertools import pairwise

import pytest
from sqlalchemy import select, update

from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.meetings import Manner
from scrutiny_app.domain.notices import MOST_TRIES, WAITS
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.domain.planning_meetings import Plan
from scrutiny_app.jobs import mailing
from scrutiny_app.jobs.work import DONE, GONE, MORE, Work
from scrutiny_app.models.grades import Conflict
from scrutiny_app.models.letters import Letter
from scrutiny_app.models.notices import Notice
from scrutiny_app.models.panels import Panel, Seat
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import grading, notices, planning_meetings, rounds
from scrutiny_app.services.chairing import take_chair
from scrutiny_app.services.trail import now
from tests import post_office
from tests.making import KEY, Make
from tests.unit.files.test_calendar import read as read_calendar


@pytest.fixture
def office():
    with post_office.opened() as office:
        yield office


@pytest.fixture
def work(instance, office):
    return Work(instance.database, KEY, office.server)


@pytest.fixture
def people(instance):
    """A chair and two members of one panel; the second member has no address."""
    with instance.database.transaction() as session:
        make = Make(session)
        chair = make.user(Role.CHAIR, body=Body.MAGISTRACY, email="chair@example.org")
        member = make.user(Role.MEMBER, email="member@example.org")
        return chair, member, make.user(Role.MEMBER)


@pytest.fixture
def round_(instance, people):
    with instance.database.transaction() as session:
        return Make(session).open_round(*people, close_on=now().date() + timedelta(days=10))


def go(work):
    """See what is wanted and send what is due; give what came of each."""
    mailing.survey(work)
    with work.database.reading() as session:
        found = notices.due(session)
    return [mailing.tell(work, *one) for one in found]


def told(office, to="member@example.org"):
    return [
        str(message["Subject"]).removeprefix("Scrutiny: ") for addressee, message in office.taken if addressee == to
    ]


def change(work, table, **values):
    with work.database.transaction() as session:
        session.execute(update(table).values(**values))


def grade_all(work, round_, by):
    with work.database.transaction() as session:
        for case in rounds.cases_of(session, round_):
            grading.give_grade(session, case.reference, version=1, grade=GradeWord.APPROPRIATE, by=by)


def plan_one(work, round_, by, **changes):
    given = {"manner": Manner.ROOM, "place": "Room 4", "starts_at": now() + timedelta(days=7), "ends_at": None}
    with work.database.transaction() as session:
        found = session.get_one(Round, round_.id)
        return planning_meetings.plan_meeting(session, found, Plan(**(given | changes)), by=by)


def test_a_round_that_opens_is_told_once_to_each_reader_with_an_address(work, office, round_):
    assert go(work) == [DONE, DONE]
    assert go(work) == []
    assert sorted(to for to, _ in office.taken) == ["chair@example.org", "member@example.org"]
    assert told(office) == ["a round of cases is open"]


def test_a_round_that_opened_long_ago_is_no_news(work, office, round_):
    change(work, Round, opened_at=now() - timedelta(days=4))
    change(work, Seat, since=now() - timedelta(days=40))
    assert go(work) == []
    assert office.taken == []


def test_who_has_not_finished_is_told_three_days_before_the_close_and_who_has_is_not(work, office, round_, people):
    go(work)
    office.taken.clear()
    grade_all(work, round_, people[0])
    change(work, Round, close_on=now().date() + timedelta(days=3))
    go(work)
    assert [to for to, _ in office.taken] == ["member@example.org"]
    assert told(office) == ["a round closes soon"]


def test_who_finishes_before_the_notice_is_sent_is_not_told(work, office, round_, people):
    go(work)
    change(work, Round, close_on=now().date() + timedelta(days=3))
    mailing.survey(work)
    for person in people[:2]:
        grade_all(work, round_, person)
    assert go(work) == [GONE, GONE]
    assert go(work) == []
    assert "a round closes soon" not in told(office)


def test_a_later_close_is_told_anew(work, office, round_):
    for days in (2, 3):
        change(work, Round, close_on=now().date() + timedelta(days=days))
        go(work)
    assert told(office).count("a round closes soon") == 2


def test_a_meeting_is_told_with_its_calendar_entry_and_each_change_takes_its_place(work, office, round_, people):
    chair = people[0]
    go(work)
    meeting = plan_one(work, round_, chair)
    go(work)
    with work.database.transaction() as session:
        later = Plan(Manner.VIDEO, "https://video.example.org/r", meeting.starts_at + timedelta(days=1))
        planning_meetings.move_meeting(session, meeting.id, later, seen=0, reason="Ms Quill is ill.", by=chair)
    go(work)
    with work.database.transaction() as session:
        planning_meetings.cancel_meeting(session, meeting.id, seen=1, reason="Nobody can come.", by=chair)
    go(work)
    assert go(work) == []
    assert told(office)[1:] == ["a meeting is planned", "a meeting has changed", "a meeting is cancelled"]
    entries = [read_calendar(calendar_of(message)) for to, message in office.taken if calendar_of(message)]
    entries = entries[::2]  # of the two people told
    assert [one["SEQUENCE"] for one in entries] == ["0", "1", "2"]
    assert [one["METHOD"] for one in entries] == ["PUBLISH", "PUBLISH", "CANCEL"]
    assert len({one["UID"] for one in entries}) == 1
    assert all(b"Quill" not in message.as_bytes() for _, message in office.taken)


def calendar_of(message):
    files = [part for part in message.iter_attachments() if part.get_content_type() == "text/calendar"]
    return files[0].get_payload(decode=True) if files else b""


def test_who_chaired_a_meeting_until_a_deputy_stepped_in_is_told_once_and_nobody_else_is(work, office, round_, people):
    with work.database.transaction() as session:
        make, found = Make(session), session.get_one(Round, round_.id)
        deputy = make.user(Role.CHAIR, email="deputy@example.org")
        make.seat(session.get_one(Panel, found.panel_id), deputy).is_deputy = True
    plan_one(work, round_, people[0])
    go(work)
    office.taken.clear()
    take_the_chair(work, round_, deputy)
    assert go(work) == [DONE]
    assert go(work) == []
    assert [to for to, _ in office.taken] == ["chair@example.org"]
    assert told(office, "chair@example.org") == ["the chair of a meeting has passed"]
    words = office.taken[0][1].get_body().get_content()
    assert "Room 4" in words
    assert not any(name in words for name in (deputy.name, round_.title, round_.force))
    take_the_chair(work, round_, people[0])
    go(work)
    assert told(office, "deputy@example.org") == ["the chair of a meeting has passed"]


def test_a_chair_that_is_taken_back_before_the_notice_is_sent_is_told_to_nobody(work, office, round_, people):
    with work.database.transaction() as session:
        make, found = Make(session), session.get_one(Round, round_.id)
        deputy = make.user(Role.CHAIR)
        make.seat(session.get_one(Panel, found.panel_id), deputy).is_deputy = True
    plan_one(work, round_, people[0])
    go(work)
    take_the_chair(work, round_, deputy)
    mailing.survey(work)
    take_the_chair(work, round_, people[0])
    assert go(work) == [GONE]
    assert "the chair of a meeting has passed" not in told(office, "chair@example.org")


def take_the_chair(work, round_, by):
    with work.database.transaction() as session:
        take_chair(session, session.get_one(Round, round_.id), by=by)


def test_a_meeting_that_is_cancelled_before_anybody_heard_of_it_is_told_to_nobody(work, office, round_, people):
    meeting = plan_one(work, round_, people[0])
    mailing.survey(work)
    with work.database.transaction() as session:
        planning_meetings.cancel_meeting(session, meeting.id, seen=0, reason="No.", by=people[0])
    go(work)
    assert go(work) == []
    assert told(office) == ["a round of cases is open"]


def test_a_meeting_that_moves_before_its_notice_is_sent_is_told_once_as_it_is(work, office, round_, people):
    meeting = plan_one(work, round_, people[0])
    mailing.survey(work)
    with work.database.transaction() as session:
        later = Plan(Manner.ROOM, "Room 5", meeting.starts_at)
        planning_meetings.move_meeting(session, meeting.id, later, seen=0, reason="Larger.", by=people[0])
    go(work)
    assert go(work) == []
    assert told(office).count("a meeting is planned") == 1
    (planned,) = {message.get_body().get_content() for _, message in office.taken if calendar_of(message)}
    assert "Room 5" in planned


def test_who_judged_a_case_that_is_released_anew_is_told_and_who_did_not_is_not(work, office, round_, people):
    go(work)
    grade_all(work, round_, people[1])
    office.taken.clear()
    with work.database.transaction() as session:
        Make(session).release(rounds.cases_of(session, round_)[0], version=2)
    go(work)
    assert go(work) == []
    assert [to for to, _ in office.taken] == ["member@example.org"]
    assert told(office) == ["a case that you judged has changed"]


def test_nobody_is_told_of_a_case_that_a_conflict_keeps_from_them(work, office, round_, people):
    grade_all(work, round_, people[1])
    go(work)
    office.taken.clear()
    with work.database.transaction() as session:
        case = rounds.cases_of(session, round_)[0]
        Make(session).release(case, version=2)
        by = people[1].id
        session.add(Conflict(round_case_id=case.id, user_id=by, state="declared", set_by=by, set_at=now()))
    assert go(work) == []
    assert office.taken == []


def test_a_letter_is_told_until_it_is_acknowledged(work, office, instance, round_, people):
    with instance.database.transaction() as session:
        make = Make(session)
        officer, lead = make.user(Role.OFFICER, email="officer@example.org"), make.user(Role.LEAD)
        finding = make.finding(rounds.cases_of(session, session.get_one(Round, round_.id))[0], by=people[0])
        times = dict.fromkeys(("edited_at", "sent_at"), now())
        persons = {"edited_by": lead.id, "sent_by": lead.id, "to_user_id": officer.id}
        session.add(Letter(finding_id=finding.id, addressee="officer", sealed=b"x", **times, **persons))
    go(work)
    assert go(work) == []
    assert told(office, "officer@example.org") == ["a letter waits for you"]


def test_no_notice_holds_a_reference_a_round_a_force_or_the_name_of_anybody(work, office, instance, round_, people):
    chair, member, _ = people
    grade_all(work, round_, member)
    plan_one(work, round_, chair)
    change(work, Round, close_on=now().date() + timedelta(days=1))
    with work.database.transaction() as session:
        cases = rounds.cases_of(session, round_)
        Make(session).release(cases[0], version=2)
    go(work)
    with work.database.reading() as session:
        private = [*session.scalars(select(RoundCase.reference)), round_.title, round_.force, chair.name, member.name]
    assert len(office.taken) >= 6
    for _, message in office.taken:
        whole = "\n".join([str(message), message.get_body().get_content(), calendar_of(message).decode()])
        assert [words for words in private if words in whole] == []
        assert not re.search(r"https?://", message.get_body().get_content())


def test_a_notice_that_is_not_taken_is_tried_again_with_growing_waits_and_given_up(work, office, round_, people):
    office.refusing = True
    assert go(work) == [MORE, MORE]
    waits = []
    for _ in range(MOST_TRIES - 1):
        with work.database.transaction() as session:
            waits.append(min(one.due_at for one in session.scalars(select(Notice))) - now())
            session.execute(update(Notice).values(due_at=now()))
        go(work)
    assert all(a < b for a, b in pairwise(waits))
    assert waits[0] > WAITS[0] - timedelta(seconds=30)
    with work.database.reading() as session:
        assert [(one.tries, one.given_up_at is not None) for one in session.scalars(select(Notice))] == [(8, True)] * 2
        entries = session.scalars(select(TrailEntry).where(TrailEntry.event == "NoticeGivenUp"))
        assert [json.loads(one.facts)["tries"] for one in entries] == [8, 8]
    assert go(work) == []
    assert office.taken == []


def test_the_administrator_is_shown_whom_notices_did_not_reach(work, instance, round_, people):
    change_all = {"given_up_at": now(), "tries": MOST_TRIES}
    mailing.survey(work)
    change(work, Notice, **change_all)
    with instance.database.transaction() as session:
        administrator = Make(session).user(Role.ADMINISTRATOR)
        found = notices.given_up(session, administrator)
    assert {one.user.id for one in found} == {people[0].id, people[1].id}


def test_a_worker_that_dies_after_sending_makes_one_repeat_under_the_same_id(work, office, round_, monkeypatch):
    def die(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(notices, "record_sent", die)
    with pytest.raises(KeyboardInterrupt):
        go(work)
    monkeypatch.undo()
    assert go(work).count(DONE) == 1  # the other, which had not been begun; the claim keeps the first one back
    change(work, Notice, due_at=now())
    assert go(work) == [DONE]
    assert go(work) == []
    ids = [str(message["Message-ID"]) for _, message in office.taken]
    assert (len(ids), len(set(ids))) == (3, 2)


def test_two_workers_that_see_the_same_notice_send_it_once(work, office, round_):
    mailing.survey(work)
    with work.database.reading() as session:
        found = notices.due(session)
    assert [mailing.tell(work, *one) for one in [*found, *found]] == [DONE, DONE, GONE, GONE]
    assert len(office.taken) == 2


def test_a_server_that_hangs_up_without_an_answer_is_tried_again(work, office, round_):
    office.dropping = True
    assert go(work) == [MORE, MORE]


def test_without_a_mail_server_nothing_is_sent(instance, office, round_):
    assert mailing.tell(Work(instance.database, KEY), 1, 0) == GONE
    assert office.taken == []


def test_what_is_logged_names_no_address(work, office, round_, caplog):
    office.refusing = True
    go(work)
    assert "did not take it" in caplog.text
    assert "example.org" not in caplog.text


def test_a_worker_sends_by_itself_what_is_due(office, round_, start):
    start(smtp_url=f"smtp://127.0.0.1:{office.port}?from=scrutiny@example.org")
    wait_until(lambda: len(office.taken) == 2)
    assert sorted(to for to, _ in office.taken) == ["chair@example.org", "member@example.org"]


def wait_until(done):
    until = time.monotonic() + 60
    while not done():
        assert time.monotonic() < until, "nothing came"
        time.sleep(0.1)
