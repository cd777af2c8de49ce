"""A round's national return: what is in it, what never is, and that its writing is on the trail."""

import json
from datetime import timedelta
from hashlib import sha256

import pytest
from msgspec.structs import replace

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import ReturnMade
from scrutiny_app.domain.following import ActionKind, ActionStep
from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.grading import Severity, Theme
from scrutiny_app.domain.learning import Addressee
from scrutiny_app.domain.national_return import Return, low
from scrutiny_app.domain.national_rules import faults_of
from scrutiny_app.domain.people import CommandLine, Role
from scrutiny_app.domain.public_hiding import GivesAway
from scrutiny_app.domain.rounds import RoundKind
from scrutiny_app.files.national_reading import read_return
from scrutiny_app.models.actions import Action, ActionDeed
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.grades import Grade
from scrutiny_app.models.letters import Letter, Reply
from scrutiny_app.models.releases import Release
from scrutiny_app.services import public_figures, trail
from scrutiny_app.services.national_returns import make_return
from scrutiny_app.services.public_figures import earlier_publications
from scrutiny_app.services.public_reports import prepare
from scrutiny_app.services.reporting import Form, read_report
from scrutiny_app.services.rounds import OutOfOrder
from scrutiny_app.services.told_rounds import tell
from scrutiny_app.services.trail import now
from tests.making import Make
from tests.public_people import People, out, round_of

SOUND, SEEN, WRONG, SPLIT, BACK = Result
OPERATOR = CommandLine("operator")


def made(session, round_, *, public_form=False, by=OPERATOR) -> Return:
    return read_return(make_return(session, round_.id, public_form=public_form, by=by))


def test_a_return_counts_what_the_report_counts(session, make: Make):
    lead = make.user()
    round_ = make.signed_round(SOUND, SOUND, SEEN, WRONG, SPLIT, by=lead, cases=30)
    report, told = read_report(session, round_, Form.PAGE, by=lead), made(session, round_)
    assert (told.force, told.frame, told.sample) == (report.force, report.method.eligible, len(report.reviewed))
    assert [told.results.of(line.code) for line in report.grades] == [line.cases for line in report.grades]
    assert (told.results.graded, told.results.not_agreed, told.results.total) == (4, 1, 5)
    assert (told.method.frame_digest, told.trail_head) == (report.method.frame_digest, report.head)
    assert (told.estimates[0].share, told.estimates[0].low) == (0.5, round(report.grades[0].estimate.low, 4))
    assert faults_of(told) == []


def test_a_return_breaks_its_counts_down_by_what_was_released(session, make: Make):
    make.cases(10, disposal="youth_caution", age_group="child")
    told = made(session, make.signed_round(cases=30))
    lines = {(one.disposal, one.age_group): low(one.counts.total) for one in told.breakdown}
    assert lines["youth_caution", "all"] == 2
    assert sum(count for (disposal, age), count in lines.items() if "all" not in (disposal, age)) == told.sample
    assert faults_of(told) == []


def test_a_return_counts_a_case_once_for_each_theme(session, make: Make):
    lead = make.user()
    round_ = make.drawn_round(by=lead, opened_at=now())
    for place in make.round_cases(round_):
        make.release(place)
        make.finding(place, SEEN, (Theme.VICTIM, Severity.MINOR), (Theme.HISTORY, Severity.SERIOUS), by=lead)
    themes = {one.theme: (one.cases, one.serious) for one in made(session, round_).themes}
    assert (themes["victim"], themes["history"], themes["authority"]) == ((6, 0), (6, 6), (0, 0))


def test_a_return_tells_how_far_members_agreed_in_private(session, make: Make):
    round_ = make.signed_round(by=make.user())
    members = [make.user(Role.MEMBER) for _ in range(3)]
    for number, place in enumerate(make.round_cases(round_)):
        release = session.query(Release).filter_by(round_case_id=place.id).one()
        for member in members:
            word = GradeWord.INAPPROPRIATE if number == 0 and member is members[0] else GradeWord.APPROPRIATE
            given = {"release_id": release.id, "user_id": member.id, "comment": "", "given_at": now() - timedelta(1)}
            session.add(Grade(round_case_id=place.id, grade=word, **given))
    session.flush()
    told = made(session, round_).agreement
    assert (told.cases, told.grades) == (6, 18)
    assert (told.observed, told.ac1) == (0.8889, 0.8827)
    assert told.alpha == 0.0


def test_a_return_tells_how_long_each_step_took(session, make: Make):
    lead = make.user()
    round_ = make.signed_round(by=lead)
    for number, place in enumerate(make.round_cases(round_)):
        finding = session.query(Finding).filter_by(round_case_id=place.id).one()
        who = {"edited_by": lead.id, "edited_at": now(), "to_user_id": lead.id, "sent_by": lead.id}
        when = {"sent_at": now() + timedelta(10), "acknowledged_at": now() + timedelta(13) if number else None}
        session.add(Letter(finding_id=finding.id, addressee=Addressee.OFFICER, sealed=b"-", **who, **when))
    session.flush()
    told = {one.step: (one.n, one.median_days) for one in made(session, round_).timeliness}
    assert told["finding_to_letter"] == (6, 10.0)
    assert told["letter_to_acknowledged"] == (5, 3.0)
    assert told["disposal_to_finding"][0] == 6
    assert told["finding_to_action_closed"] == (0, None)


def test_a_letter_handed_over_counts_as_one_sent_and_one_that_ended_does_not(session, make: Make):
    lead = make.user()
    round_ = make.signed_round(by=lead)
    findings = session.query(Finding).order_by(Finding.id).all()
    who = {"edited_by": lead.id, "edited_at": now(), "sealed": b"-", "addressee": Addressee.OFFICER}
    handed = Letter(finding_id=findings[0].id, handed_at=now() + timedelta(4), handed_form="pdf", **who)
    ended = Letter(finding_id=findings[1].id, ended_at=now() + timedelta(4), ended_why="left", **who)
    session.add_all([handed, ended])
    session.flush()
    session.add(Reply(letter_id=handed.id, sealed=b"-", written_by=lead.id, written_at=now() + timedelta(9)))
    session.flush()
    session.refresh(handed)
    told = {one.step: (one.n, one.median_days) for one in made(session, round_).timeliness}
    assert (told["finding_to_letter"], told["letter_to_acknowledged"]) == ((1, 4.0), (1, 5.0))


def test_an_action_that_was_opened_again_is_not_closed(session, make: Make):
    lead = make.user()
    round_ = make.signed_round(by=lead)
    places = make.round_cases(round_)
    for steps, place in zip(((ActionStep.CLOSED,), (ActionStep.CLOSED, ActionStep.REOPENED), ()), places, strict=False):
        finding = session.query(Finding).filter_by(round_case_id=place.id).one()
        about = {"force": round_.force, "kind": ActionKind.TASK, "due_on": now().date(), "set_at": now()}
        action = Action(round_id=round_.id, finding_id=finding.id, owner_id=lead.id, set_by=lead.id, **about)
        session.add(action)
        session.flush()
        for days, step in enumerate(steps, 30):
            when = now() + timedelta(days)
            session.add(ActionDeed(action_id=action.id, step=step, done_by=lead.id, done_at=when))
            session.flush()
    told = {one.step: (one.n, one.median_days) for one in made(session, round_).timeliness}
    assert told["finding_to_action_closed"] == (1, 30.0)


def test_a_round_of_chosen_cases_says_so_and_estimates_nothing(session, make: Make):
    told = made(session, make.signed_round(cases=30, targeted=True))
    assert (told.selection, told.estimates) == ("targeted", [])


def test_the_public_form_of_a_small_round_prints_its_size_and_hides_the_rest(session, make: Make):
    told = made(session, make.signed_round(SOUND, SOUND, SEEN, WRONG, SPLIT, cases=30), public_form=True)
    assert (told.form, told.results.total, told.hidden_below) == ("public", 5, 5)
    assert isinstance(told.results.inappropriate, tuple)
    assert (told.method.strata, told.estimates) == ([], [])
    assert faults_of(told) == []


def test_nothing_of_any_case_or_person_is_in_either_form(session, make: Make):
    lead = make.user(name="Quillon Abernethy-Voss")
    round_ = make.signed_round(by=lead, panel=make.panel(make.user(Role.CHAIR)))
    references = [place.reference for place in make.round_cases(round_)]
    words = b"".join(make_return(session, round_.id, public_form=form, by=lead) for form in (False, True)).decode()
    kept_out = ("Abernethy", "Garside", "Okonjo", "Lathom", "NM/", "42NM", "2201", "Harbour", round_.title, *references)
    assert [word for word in kept_out if word in words] == []


def test_writing_a_return_is_on_the_trail_with_its_digest_and_changes_no_byte_of_the_next(session, make: Make):
    lead = make.user()
    round_ = make.signed_round(by=lead)
    first, second = (make_return(session, round_.id, public_form=True, by=lead) for _ in range(2))
    newest = trail.newest(session, most=1)[0]
    assert first == second
    assert newest.event == "ReturnMade"
    facts = {"digest": sha256(first).hexdigest(), "public": True, "round_id": round_.id, "hidden_below": 5}
    assert json.loads(newest.facts) == facts


def test_a_public_return_is_attacked_with_what_was_published_before_it_and_stays_the_same_after(session, make: Make):
    who = People(make)
    round_ = round_of(make, who)

    def returned() -> bytes:
        return make_return(session, round_.id, public_form=True, by=who.lead)

    def earlier() -> int:
        return len(earlier_publications(session, round_.force, [tell(session, round_)]))

    out(session, prepare(session, [round_.id], "Spring", by=who.lead), who)
    assert earlier() == 1
    first = returned()
    assert earlier() == 2
    out(session, prepare(session, [round_.id], "The year", by=who.lead), who)
    assert earlier() == 3
    assert returned() == first
    assert earlier() == 3


def test_a_return_that_was_kept_tells_the_same_counts_and_todays_times(session, make: Make):
    lead = make.user()
    round_ = make.signed_round(*[SOUND] * 12, by=lead, cases=30)
    first = made(session, round_, public_form=True)
    for place in make.round_cases(round_):
        finding = session.query(Finding).filter_by(round_case_id=place.id).one()
        sent = {"edited_by": lead.id, "edited_at": now(), "sent_by": lead.id, "sent_at": now() + timedelta(10)}
        session.add(Letter(finding_id=finding.id, addressee=Addressee.OFFICER, sealed=b"-", to_user_id=lead.id, **sent))
    session.flush()
    second = made(session, round_, public_form=True)
    assert replace(second, timeliness=first.timeliness) == first
    assert {one.step: one.n for one in second.timeliness}["finding_to_letter"] == 12


def test_beside_a_public_return_that_nobody_knows_any_more_only_the_headline_is_published(session, make: Make):
    who = People(make)
    round_ = round_of(make, who, title="Spring")
    trail.record(session, ReturnMade(round_.id, public=True, digest="0" * 64, hidden_below=5), by=who.lead)
    with pytest.raises(Refused, match="A public national return of “Spring” .* What it showed is not known"):
        make_return(session, round_.id, public_form=True, by=who.lead)
    with pytest.raises(Refused, match="tells it without tables"):
        prepare(session, [round_.id], "Spring", by=who.lead)
    headline = prepare(session, [round_.id], "Spring", tables=(), by=who.lead)
    assert headline.content["parts"][0]["results"]["inappropriate"] == 1
    assert make_return(session, round_.id, public_form=False, by=who.lead)


def test_what_a_report_printed_of_small_numbers_stands_in_a_return_as_a_range_of_itself(session, make: Make):
    who = People(make)
    round_ = round_of(make, who, *[SOUND] * 8, *[SEEN] * 3, WRONG)
    out(session, prepare(session, [round_.id], "Spring", by=who.lead), who)
    told = made(session, round_, public_form=True)
    assert faults_of(told) == []
    assert told.results.inappropriate == 1


def test_a_public_return_that_would_give_a_hidden_number_away_is_refused(session, make: Make, monkeypatch):
    def given_away(*_asked):
        raise GivesAway(["Results"])

    round_ = make.signed_round()
    monkeypatch.setattr(public_figures, "public", given_away)
    with pytest.raises(Refused, match="nothing was written"):
        make_return(session, round_.id, public_form=True, by=OPERATOR)
    assert trail.newest(session, events=["ReturnMade"]) == []


def test_there_is_no_return_before_every_case_is_signed(session, make: Make):
    round_ = make.drawn_round(by=make.user(), opened_at=now())
    with pytest.raises(OutOfOrder, match="a signed finding for every case"):
        make_return(session, round_.id, public_form=False, by=OPERATOR)


def test_a_round_of_another_force_or_of_no_force_is_nobodys(session, make: Make):
    round_ = make.signed_round()
    with pytest.raises(NotYours):
        make_return(session, round_.id, public_form=False, by=make.user(force="Southmere Police"))
    with pytest.raises(NotYours):
        make_return(session, round_.id + 1, public_form=False, by=OPERATOR)


def test_a_dip_sample_has_no_national_return(session, make: Make):
    round_ = make.round(by=make.user(), kind=RoundKind.DIP_SAMPLE, panel_id=None)
    with pytest.raises(Refused, match="Only a panel's round"):
        make_return(session, round_.id, public_form=False, by=OPERATOR)
