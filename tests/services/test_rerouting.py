"""Letters that are not simply sent: held, handed over as a document, ended; and words that none may have."""

from datetime import timedelta
from typing import Any

import pytest

from scrutiny_app.domain.agreeing import Escalation as Route
from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.learning import Addressee, LetterState
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.rerouting import DocumentForm, Ended
from scrutiny_app.domain.timeliness import Step
from scrutiny_app.models.findings import Escalation, Finding, Signature
from scrutiny_app.models.panels import Panel
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import figures, learning, rerouting
from scrutiny_app.services.learning import CannotSend
from scrutiny_app.services.leaving_unsaid import SaysTooMuch, has_open_escalation
from scrutiny_app.services.timeliness import spans_over
from scrutiny_app.services.trail import now
from tests.making import KEY, Make

OFFICER, DECIDER, SUPERVISOR = Addressee
NOTE = "She named the sergeant in her first account, and that was never followed."


@pytest.fixture
def lead(make: Make) -> User:
    return make.user(Role.LEAD)


@pytest.fixture
def constable(make: Make) -> User:
    sergeant = make.user(Role.SUPERVISOR, staff_number="1107", name="Kiran Bhandal")
    return make.user(Role.OFFICER, staff_number="2201", name="Rhys Lathom", supervisor_id=sergeant.id)


@pytest.fixture
def finding(session, make: Make, lead) -> Finding:
    round_ = make.signed_round(Result.OBSERVATIONS, cases=3, floor=1, by=lead)
    due = learning.letters_due(session, round_, key=KEY, by=lead)
    return due[0].case.finding


@pytest.fixture
def of(lead) -> dict[str, Any]:
    return {"key": KEY, "by": lead}


def read(session, finding: Finding, who: Addressee, of: dict[str, Any]) -> Any:
    return learning.read_letter(session, finding.id, who, **of)


def escalate(session, finding: Finding, by: User) -> None:
    given: dict[str, Any] = {"route": Route.PROFESSIONAL_STANDARDS, "note": NOTE, "raised_at": now()}
    session.add(Escalation(round_case_id=finding.round_case_id, raised_by=by.id, **given))
    session.flush()


def test_a_held_letter_is_not_sent_until_it_is_let_go(session, finding, constable, of):
    held = rerouting.hold_letter(session, finding.id, OFFICER, held=True, **of)
    assert held.state is LetterState.HELD
    with pytest.raises(CannotSend, match="is held"):
        learning.send_letter(session, finding.id, OFFICER, "Well done.", stamp=held.stamp, **of)
    rerouting.hold_letter(session, finding.id, OFFICER, held=False, **of)
    sent = learning.send_letter(session, finding.id, OFFICER, "Well done.", stamp=held.stamp, **of)
    assert sent.state is LetterState.SENT


def test_holding_is_offered_where_the_case_was_passed_on(session, finding, lead):
    assert not has_open_escalation(session, finding.round_case_id)
    escalate(session, finding, lead)
    assert has_open_escalation(session, finding.round_case_id)


@pytest.mark.parametrize(
    "words",
    [
        "It was passed to Professional  Standards.",
        "There is a safeguarding referral.",
        "The sergeant in her first account was named.",
    ],
)
def test_no_letter_mentions_what_was_passed_on_or_repeats_its_note(session, finding, lead, constable, of, words):
    escalate(session, finding, lead)
    with pytest.raises(SaysTooMuch, match="passed on") as refusal:
        learning.send_letter(session, finding.id, OFFICER, words, stamp="", **of)
    assert not refusal.value.asked


@pytest.mark.parametrize("words", ["Three of the five members thought so.", "2 members graded it", "The panel voted."])
def test_no_letter_says_how_many_of_the_panel_thought_what(session, finding, constable, of, words):
    with pytest.raises(SaysTooMuch, match="how many"):
        learning.send_letter(session, finding.id, OFFICER, words, stamp="", **of)


def seat(session, make: Make, finding: Finding, name: str) -> None:
    place = session.get_one(RoundCase, finding.round_case_id)
    panel = session.get_one(Panel, session.get_one(Round, place.round_id).panel_id)
    make.seat(panel, make.user(Role.MEMBER, name=name))


def test_no_letter_names_a_member_under_any_form_of_the_name(session, make: Make, finding, constable, of):
    seat(session, make, finding, "Mhairi McAllister-Kent")
    for words in ("mhairi mcallister", "The chair, Mhairi,", "M. McAllister-Kent", "KENT"):
        with pytest.raises(SaysTooMuch, match="names no panel member") as refusal:
            learning.send_letter(session, finding.id, OFFICER, f"{words} liked this.", stamp="", **of)
        assert not refusal.value.asked


def test_a_name_that_is_a_plain_word_or_an_officers_own_can_be_sent(session, make: Make, finding, constable, of):
    seat(session, make, finding, "Rhys Little")
    with pytest.raises(SaysTooMuch, match="“Little” may name somebody on the panel") as refusal:
        learning.send_letter(session, finding.id, OFFICER, "Ask Little first.", stamp="", **of)
    asked = refusal.value.asked
    with pytest.raises(SaysTooMuch, match="“Little” may name"):
        learning.send_letter(
            session, finding.id, OFFICER, "Ask Little first, or Rhys.", stamp="", confirmed=asked, **of
        )
    assert learning.send_letter(session, finding.id, OFFICER, "Dear Rhys, a little sooner.", stamp="", **of).sent


def test_words_of_the_finding_itself_may_stand_once_they_are_meant(session, make: Make, lead, constable, of):
    round_ = make.drawn_round(by=lead)
    place = make.round_cases(round_)[0]
    make.release(place)
    found = make.finding(place, by=lead, remarks="No safeguarding referral is on the record.")
    text = read(session, found, OFFICER, of).words.text
    with pytest.raises(SaysTooMuch) as refusal:
        learning.send_letter(session, found.id, OFFICER, text, stamp="", **of)
    asked = refusal.value.asked
    assert asked
    later = f"{text}\n\nAsk about a safeguarding referral next time."
    with pytest.raises(SaysTooMuch, match="safeguarding referral") as anew:
        learning.send_letter(session, found.id, OFFICER, later, stamp="", confirmed=asked, **of)
    assert set(anew.value.asked) > set(asked)
    assert learning.send_letter(session, found.id, OFFICER, text, stamp="", confirmed=asked, **of).sent


def test_a_referral_that_the_officer_may_have_made_can_be_told_once_it_is_meant(session, finding, constable, of):
    words = "You told safeguarding on the same day: well done."
    with pytest.raises(SaysTooMuch, match="may tell that the panel passed the case on") as refusal:
        learning.send_letter(session, finding.id, OFFICER, words, stamp="", **of)
    asked = refusal.value.asked
    assert learning.send_letter(session, finding.id, OFFICER, words, stamp="", confirmed=asked, **of).sent


def test_who_cannot_sign_in_is_handed_a_document_and_acknowledges_through_the_lead(session, finding, of):
    text = read(session, finding, OFFICER, of).words.text
    assert "to whoever gave you this letter" in text
    given: Any = {"stamp": "", **of}
    handed = rerouting.hand_over(session, finding.id, OFFICER, text, DocumentForm.PDF, **given)
    assert handed.state is LetterState.HANDED
    rerouting.acknowledge_for(session, finding.id, OFFICER, now().date(), "Thank you.", **of)
    opened = read(session, finding, OFFICER, of)
    assert opened.due.state is LetterState.ACKNOWLEDGED
    assert opened.answers[0].text.endswith("Thank you.")
    with pytest.raises(Overtaken):
        learning.edit_letter(session, finding.id, OFFICER, "Other words.", stamp=opened.due.stamp, **of)


def test_a_document_handed_over_counts_as_told_and_what_is_kept_of_it_as_read(session, finding, lead, of):
    rerouting.hand_over(session, finding.id, OFFICER, "Well done.", DocumentForm.DOCX, stamp="", **of)
    every = figures.gather(session, figures.choices(session, by=lead)[0], by=lead).every
    ended = lambda: {one.step: one.ended is not None for one in spans_over(session, every)}  # noqa: E731
    assert ended() == {Step.PANEL: True, Step.FEEDBACK: True, Step.ACKNOWLEDGED: False}
    rerouting.acknowledge_for(session, finding.id, OFFICER, now().date(), "", **of)
    assert ended()[Step.ACKNOWLEDGED]


def test_a_letter_is_acknowledged_on_no_day_before_it_was_handed_over(session, finding, of):
    rerouting.hand_over(session, finding.id, OFFICER, "Well done.", DocumentForm.DOCX, stamp="", **of)
    with pytest.raises(Refused, match="Give a day"):
        rerouting.acknowledge_for(session, finding.id, OFFICER, now().date() - timedelta(1), "", **of)


def test_who_can_sign_in_is_sent_the_letter_and_not_handed_it(session, finding, constable, of):
    with pytest.raises(CannotSend, match="send it to them"):
        rerouting.hand_over(session, finding.id, OFFICER, "Well done.", DocumentForm.DOCX, stamp="", **of)


@pytest.mark.parametrize(("why", "word"), [(Ended.LEFT, "has left the force"), (Ended.ABSENT, "is away for long")])
def test_a_letter_that_ends_leaves_a_word_in_the_supervisors(session, finding, constable, of, why, word):
    ended = rerouting.end_letter(session, finding.id, OFFICER, why, **of)
    assert (ended.due.state, ended.supervisor_told) == (LetterState.ENDED, True)
    theirs = read(session, finding, DECIDER, of)  # the supervisor decided too, and has one letter
    assert theirs.due.state is LetterState.EDITED
    assert f"The officer in the case {word}" in theirs.words.text


def test_the_lead_is_told_where_the_supervisors_letter_has_gone_already(session, finding, constable, of):
    learning.send_letter(session, finding.id, DECIDER, "Well done.", stamp="", **of)
    assert not rerouting.end_letter(session, finding.id, OFFICER, Ended.LEFT, **of).supervisor_told


def test_a_letter_of_another_force_can_be_neither_held_nor_ended(session, make: Make, finding):
    of: dict[str, Any] = {"key": KEY, "by": make.user(Role.LEAD, force="Southfen Police")}
    with pytest.raises(NotYours):
        rerouting.hold_letter(session, finding.id, OFFICER, held=True, **of)
    with pytest.raises(NotYours):
        rerouting.end_letter(session, finding.id, OFFICER, Ended.LEFT, **of)


def test_a_letter_on_a_finding_that_supersedes_says_what_it_takes_the_place_of(session, make: Make, finding, lead, of):
    place = read(session, finding, OFFICER, of).due.case.place
    given: dict[str, Any] = {"version": 2, "supersedes_id": finding.id, "reason": "A file came later."}
    newer = Finding(round_case_id=place.id, result=Result.APPROPRIATE, remarks="", dissent="", **given)
    newer.drafted_by, newer.drafted_at = lead.id, now()
    newer.signature = Signature(signed_by=lead.id, signed_at=now())
    session.add(newer)
    session.flush()
    assert "takes the place of its earlier finding" in read(session, newer, OFFICER, of).words.text
    assert "takes the place" not in read(session, finding, OFFICER, of).words.text
