"""Letters: drafted from signed findings, sent to those whose case it was, and theirs to acknowledge and answer."""

from typing import Any

import pytest
from sqlalchemy import select

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.grading import Severity, Theme
from scrutiny_app.domain.learning import Addressee, LetterState
from scrutiny_app.domain.people import Role
from scrutiny_app.models.letters import Letter, Reply
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import learning, my_letters, trail
from scrutiny_app.services.dossiers import CannotOpen
from scrutiny_app.services.learning import CannotSend
from scrutiny_app.services.letters import letter_place
from scrutiny_app.services.trail import now
from tests.making import KEY, Make

OFFICER, DECIDER, SUPERVISOR = Addressee


@pytest.fixture
def lead(make: Make) -> User:
    return make.user(Role.LEAD)


@pytest.fixture
def sergeant(make: Make) -> User:
    return make.user(Role.SUPERVISOR, staff_number="1107", name="Kiran Bhandal")


@pytest.fixture
def constable(make: Make, sergeant: User) -> User:
    return make.user(Role.OFFICER, staff_number="2201", name="Rhys Lathom", supervisor_id=sergeant.id)


@pytest.fixture
def round_(make: Make, lead: User) -> Round:
    return make.signed_round(Result.OBSERVATIONS, cases=3, floor=1, by=lead)


def due(session, round_: Round, lead: User) -> dict[Addressee, Any]:
    return {one.addressee: one for one in learning.letters_due(session, round_, key=KEY, by=lead)}


def sent(
    session, round_: Round, lead: User, who: Addressee = OFFICER, text: str = "Dear colleague, well done."
) -> Letter:
    finding = due(session, round_, lead)[who].case.finding.id
    letter = learning.send_letter(session, finding, who, text, stamp="", key=KEY, by=lead).letter
    assert letter is not None
    return letter


def test_each_signed_finding_has_a_draft_for_each_addressee_found_by_staff_number(
    session, round_, lead, constable, sergeant
):
    letters = due(session, round_, lead)
    assert {who: one.to.name for who, one in letters.items()} == {
        OFFICER: "Rhys Lathom",
        DECIDER: "Kiran Bhandal",
        SUPERVISOR: "Kiran Bhandal",
    }
    assert {one.state for one in letters.values()} == {LetterState.DRAFT}


def test_no_letter_is_there_before_the_finding_is_signed(session, make: Make, lead, constable):
    round_ = make.drawn_round(by=lead)
    make.finding(make.round_cases(round_)[0], by=lead)
    drafted = make.finding(make.round_cases(round_)[1], by=lead, signed=False)
    assert len(learning.letters_due(session, round_, key=KEY, by=lead)) == 3
    with pytest.raises(NotYours):
        learning.read_letter(session, drafted.id, OFFICER, key=KEY, by=lead)


def test_two_addressees_who_are_one_person_get_one_letter(session, round_, lead, constable, sergeant):
    letter = due(session, round_, lead)[SUPERVISOR]
    assert (letter.same_as, due(session, round_, lead)[DECIDER].parts) == (DECIDER, (DECIDER, SUPERVISOR))
    with pytest.raises(CannotSend, match="same person as the decision-maker"):
        sent(session, round_, lead, SUPERVISOR)


def test_where_nobody_with_the_number_can_sign_in_it_says_what_to_do(session, round_, lead):
    letter = due(session, round_, lead)[OFFICER]
    assert letter.trouble == (
        "Nobody with staff number 2201 can sign in. Ask an administrator to add them, or tell them in another way."
    )
    with pytest.raises(CannotSend, match="reach nobody"):
        sent(session, round_, lead)


def test_a_disabled_officer_cannot_be_written_to(session, round_, lead, constable):
    constable.disabled_at = now()
    assert "can sign in" in due(session, round_, lead)[OFFICER].trouble


def test_someone_whose_role_gets_no_letters_cannot_be_written_to(session, make: Make, round_, lead):
    make.user(Role.PREPARER, staff_number="2201", name="Rhys Lathom")
    assert "signs in as preparer" in due(session, round_, lead)[OFFICER].trouble


def test_a_number_of_another_force_finds_nobody(session, make: Make, round_, lead):
    make.user(Role.OFFICER, staff_number="2201", force="Southfen Police")
    assert due(session, round_, lead)[OFFICER].to is None


def test_a_record_without_a_number_says_so(session, make: Make, lead):
    round_ = make.drawn(make.case(supervisor_number=None), by=lead)
    place = make.round_cases(round_)[0]
    make.release(place)
    make.finding(place, by=lead)
    assert "no staff number for the supervisor" in due(session, round_, lead)[SUPERVISOR].trouble


def test_a_draft_tells_the_case_by_its_crime_number_and_the_finding(session, make: Make, lead, constable):
    round_ = make.drawn(make.case(crime_number="42NM/777/26"), by=lead)
    place = make.round_cases(round_)[0]
    make.release(place)
    seen = (Theme.VICTIM, Severity.MINOR)
    finding = make.finding(
        place, Result.OBSERVATIONS, seen, by=lead, remarks="Ask them.", dissent="One of us differed."
    )
    opened = learning.read_letter(session, finding.id, OFFICER, key=KEY, by=lead)
    assert opened.words.heading == "The scrutiny panel's finding on 42NM/777/26"
    assert "42NM/777/26 (Common assault)" in opened.words.text
    assert "“Ask them.”" in opened.words.text
    assert "differed" not in opened.words.text


def test_reading_a_draft_is_on_the_trail_as_a_look_at_the_original(session, round_, lead, constable):
    finding = due(session, round_, lead)[OFFICER].case.finding.id
    learning.read_letter(session, finding, OFFICER, key=KEY, by=lead)
    assert [entry.event for entry in trail.newest(session, most=2)] == ["OriginalRead", "LettersListed"]


def test_an_edit_is_kept_sealed_and_bound_to_its_place(session, round_, lead, constable):
    finding = due(session, round_, lead)[OFFICER].case.finding.id
    letter = learning.edit_letter(session, finding, OFFICER, "Dear Rhys, well done.", stamp="", key=KEY, by=lead).letter
    assert letter is not None
    assert b"Rhys" not in letter.sealed
    assert learning.read_letter(session, finding, OFFICER, key=KEY, by=lead).words.text == "Dear Rhys, well done."
    with pytest.raises(CannotOpen):
        KEY.open(letter.sealed, letter_place(finding, DECIDER))


def test_an_edit_of_an_older_version_overwrites_nothing(session, round_, lead, constable):
    finding = due(session, round_, lead)[OFFICER].case.finding.id
    learning.edit_letter(session, finding, OFFICER, "The first.", stamp="", key=KEY, by=lead)
    with pytest.raises(Overtaken):
        learning.edit_letter(session, finding, OFFICER, "The second.", stamp="", key=KEY, by=lead)
    assert learning.read_letter(session, finding, OFFICER, key=KEY, by=lead).words.text == "The first."


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 8001])
def test_a_letter_has_words_and_not_too_many(session, round_, lead, constable, text):
    with pytest.raises(Refused):
        sent(session, round_, lead, text=text)


def test_a_sent_letter_is_neither_edited_nor_sent_again(session, round_, lead, constable):
    letter = sent(session, round_, lead)
    stamp = letter.edited_at.isoformat()
    for deed in (learning.edit_letter, learning.send_letter):
        with pytest.raises(Overtaken, match="never edited"):
            deed(session, letter.finding_id, OFFICER, "Other words.", stamp=stamp, key=KEY, by=lead)


def test_sending_is_on_the_trail_with_whom_it_went_to(session, round_, lead, constable):
    letter = sent(session, round_, lead)
    newest = trail.newest(session, most=1)[0]
    assert newest.event == "LetterSent"
    assert f'"user_id":{constable.id}' in newest.facts
    assert f'"letter_id":{letter.id}' in newest.facts


def test_a_letter_of_another_force_does_not_exist(session, make: Make, round_, lead, constable):
    finding = due(session, round_, lead)[OFFICER].case.finding.id
    stranger = make.user(Role.LEAD, force="Southfen Police")
    with pytest.raises(NotYours):
        learning.read_letter(session, finding, OFFICER, key=KEY, by=stranger)
    with pytest.raises(NotYours):
        learning.send_letter(session, finding, OFFICER, "Hello.", stamp="", key=KEY, by=stranger)


def test_an_unsent_letter_is_in_nobodys_list(session, round_, lead, constable):
    finding = due(session, round_, lead)[OFFICER].case.finding.id
    learning.edit_letter(session, finding, OFFICER, "Not yet.", stamp="", key=KEY, by=lead)
    assert my_letters.my_letters(session, key=KEY, by=constable) == []


def test_the_addressee_reads_acknowledges_and_answers(session, round_, lead, constable):
    letter = sent(session, round_, lead)
    mine, answers = my_letters.read_my_letter(session, letter.id, key=KEY, by=constable)
    assert (mine.words.text, mine.own, mine.state, answers) == (
        "Dear colleague, well done.",
        True,
        LetterState.SENT,
        [],
    )
    my_letters.acknowledge(session, letter.id, by=constable)
    assert my_letters.count_waiting(session, by=constable) == 0
    my_letters.reply(session, letter.id, "Thank you.", key=KEY, by=constable)
    opened = learning.read_letter(session, letter.finding_id, OFFICER, key=KEY, by=lead)
    assert (opened.due.state, [answer.text for answer in opened.answers]) == (LetterState.ANSWERED, ["Thank you."])


def test_who_answers_has_also_read(session, round_, lead, constable):
    letter = sent(session, round_, lead)
    my_letters.reply(session, letter.id, "I asked her twice.", key=KEY, by=constable)
    assert letter.acknowledged_at
    assert [entry.event for entry in trail.newest(session, most=2)] == ["LetterAnswered", "LetterAcknowledged"]


def test_each_reply_is_kept_sealed_and_in_order(session, round_, lead, constable):
    letter = sent(session, round_, lead)
    for text in ("First.", "Second."):
        my_letters.reply(session, letter.id, text, key=KEY, by=constable)
    _, answers = my_letters.read_my_letter(session, letter.id, key=KEY, by=constable)
    assert [answer.text for answer in answers] == ["First.", "Second."]
    assert not any(b"First" in kept for kept in session.scalars(select(Reply.sealed)))


def test_the_same_reply_sent_again_is_the_one_that_is_there(session, round_, lead, constable):
    letter = sent(session, round_, lead)
    kept = [
        my_letters.reply(session, letter.id, text, key=KEY, by=constable).id
        for text in ("I asked her.\nTwice.", "I asked her.\r\nTwice.\r\n", "I asked her.\nTwice.")
    ]
    assert len(set(kept)) == 1
    assert len(session.scalars(select(Reply.id)).all()) == 1
    assert [entry.event for entry in trail.newest(session, most=2)] == ["LetterAnswered", "LetterAcknowledged"]


def test_a_reply_is_new_until_the_one_who_asks_has_read_it(session, make: Make, round_, lead, constable):
    letter, registrar = sent(session, round_, lead), make.user(Role.REGISTRAR)

    def new() -> list[tuple[int, int]]:
        counted = [learning.letters_by_round(session, by=who)[0] for who in (lead, registrar)]
        return [(one.replies, one.unread) for one in counted]

    my_letters.reply(session, letter.id, "First.", key=KEY, by=constable)
    assert new() == [(1, 1), (1, 1)]
    learning.read_letter(session, letter.finding_id, OFFICER, key=KEY, by=lead)
    assert new() == [(1, 0), (1, 1)]
    my_letters.reply(session, letter.id, "Second.", key=KEY, by=constable)
    assert new() == [(2, 1), (2, 1)]


def test_acknowledging_twice_is_refused_kindly(session, round_, lead, constable):
    letter = sent(session, round_, lead)
    my_letters.acknowledge(session, letter.id, by=constable)
    with pytest.raises(Overtaken):
        my_letters.acknowledge(session, letter.id, by=constable)


@pytest.mark.parametrize("text", [" ", "x" * 4001])
def test_a_reply_has_words_and_not_too_many(session, round_, lead, constable, text):
    letter = sent(session, round_, lead)
    with pytest.raises(Refused):
        my_letters.reply(session, letter.id, text, key=KEY, by=constable)


def test_a_supervisor_reads_the_teams_letters_and_answers_only_their_own(session, round_, lead, constable, sergeant):
    letter = sent(session, round_, lead)
    (listed,) = my_letters.my_letters(session, key=KEY, by=sergeant)
    assert (listed.letter.id, listed.own, listed.to.name) == (letter.id, False, "Rhys Lathom")
    assert my_letters.read_my_letter(session, letter.id, key=KEY, by=sergeant)[0].words.text
    with pytest.raises(NotYours):
        my_letters.acknowledge(session, letter.id, by=sergeant)
    with pytest.raises(NotYours):
        my_letters.reply(session, letter.id, "Mine?", key=KEY, by=sergeant)


def test_a_letter_does_not_exist_for_a_colleague_or_another_supervisor(session, make: Make, round_, lead, constable):
    letter = sent(session, round_, lead)
    for role in (Role.OFFICER, Role.SUPERVISOR):
        with pytest.raises(NotYours):
            my_letters.read_my_letter(session, letter.id, key=KEY, by=make.user(role))


def test_an_officer_with_a_team_on_record_sees_no_more_than_their_own(session, make: Make, round_, lead, sergeant):
    peer = make.user(Role.OFFICER)
    make.user(Role.OFFICER, staff_number="2201", supervisor_id=peer.id)
    sent(session, round_, lead)
    assert my_letters.my_letters(session, key=KEY, by=peer) == []


def test_a_rounds_letters_are_counted_without_opening_any(session, round_, lead, constable):
    letter = sent(session, round_, lead)
    my_letters.reply(session, letter.id, "Thanks.", key=KEY, by=constable)
    before = trail.newest(session, most=1)[0].position
    (counted,) = learning.letters_by_round(session, by=lead)
    assert (counted.findings, counted.told, counted.sent, counted.acknowledged, counted.answered) == (1, 1, 1, 1, 1)
    assert trail.newest(session, most=1)[0].position == before


def test_no_entry_of_the_trail_holds_a_letters_words(session, round_, lead, constable):
    letter = sent(session, round_, lead, text="Dear Rhys, about 42NM/000001/26.")
    my_letters.reply(session, letter.id, "Quite so.", key=KEY, by=constable)
    kept = " ".join(entry.facts for entry in trail.newest(session, most=50))
    assert not any(word in kept for word in ("Rhys", "42NM", "Quite"))
