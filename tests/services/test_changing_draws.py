"""A case found ineligible gives way to the next reserve, by two people, and is no case of the round any more."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.framing import ExclusionReason
from scrutiny_app.domain.grading import Grade
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.replacing import NoReserveLeft
from scrutiny_app.domain.rounds import Stage
from scrutiny_app.domain.weighing import Weighed
from scrutiny_app.models.draw_changes import DrawDecision
from scrutiny_app.models.frames import Frame
from scrutiny_app.models.picks import ChangeReason, Pick
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import changing_draws, grading, my_cases, redacting, redactions, releasing, rounds
from scrutiny_app.services.accounts import accounts_of
from scrutiny_app.services.draw_history import changes_of
from scrutiny_app.services.rounds import OutOfOrder
from scrutiny_app.services.trail import now
from tests.making import KEY, Make
from tests.services.draw_changes import CAUTIONS, RESOLUTIONS, Drawn


@pytest.fixture
def drawn(session, make):
    """Twenty resolutions and ten cautions, of which six and three are drawn, with nine reserves of each at most."""
    return Drawn(session, make)


def facts(session, event):
    query = select(TrailEntry.facts).where(TrailEntry.event == event).order_by(TrailEntry.position)
    return [json.loads(one) for one in session.scalars(query)]


def test_the_next_reserve_of_its_own_stratum_takes_the_place(drawn):
    resolutions, cautions = drawn.by_hand(RESOLUTIONS), drawn.by_hand(CAUTIONS)
    drawn.strike(resolutions[2])
    assert drawn.standing(RESOLUTIONS) == resolutions[:2] + resolutions[3:7]
    assert drawn.standing(CAUTIONS) == cautions[:3]


def test_several_in_a_row_and_one_that_had_come_in_itself_go_on_down_the_order(drawn):
    order = drawn.by_hand(RESOLUTIONS)
    for gone in (0, 6, 3, 7):  # 6 and 7 were reserves that had come in
        drawn.strike(order[gone])
    assert drawn.standing(RESOLUTIONS) == [order[at] for at in (1, 2, 4, 5, 8, 9)]


def test_who_came_in_has_a_new_reference_and_the_last_place_and_who_left_keeps_theirs(session, drawn):
    order = drawn.by_hand(RESOLUTIONS)
    left = drawn.place_of(order[0])
    decision = drawn.strike(order[0])
    came = session.get_one(RoundCase, decision.into_id)
    assert came.position == 10
    assert came.reference != left.reference
    assert left.withdrawn_at is not None
    assert drawn.place_of(order[6]).id == came.id


def test_whoever_proposed_cannot_decide(drawn):
    change = drawn.propose(drawn.by_hand(RESOLUTIONS)[0])
    with pytest.raises(changing_draws.NotASecondPerson):
        drawn.decide(change, by=drawn.preparer)
    assert drawn.decide(change, by=drawn.registrar).approved


def test_a_proposal_that_is_refused_changes_nothing_and_may_be_made_again(drawn):
    order = drawn.by_hand(RESOLUTIONS)
    drawn.decide(drawn.propose(order[0]), approved=False)
    assert drawn.standing(RESOLUTIONS) == order[:6]
    drawn.strike(order[0])
    assert drawn.standing(RESOLUTIONS) == order[1:7]


def test_a_proposal_is_made_once_and_decided_once(drawn):
    order = drawn.by_hand(RESOLUTIONS)
    change = drawn.propose(order[0])
    with pytest.raises(Overtaken, match="proposed already"):
        drawn.propose(order[0], by=drawn.lead)
    drawn.decide(change)
    for approved in (True, False):
        with pytest.raises(Overtaken, match="decided already"):
            drawn.decide(change, by=drawn.registrar, approved=approved)
    assert drawn.standing(RESOLUTIONS) == order[1:7]


def test_two_who_decide_at_once_replace_one_case_and_the_second_is_told(database):
    with database.transaction() as session:
        drawn = Drawn(session, Make(session))
        order = drawn.by_hand(RESOLUTIONS)
        change_id, round_id = drawn.propose(order[0]).id, drawn.round.id

    def press(who):
        try:
            with database.transaction() as session:
                round_ = session.get_one(Round, round_id)
                changing_draws.decide(session, round_, change_id, approved=True, by=who)
                return "done"
        except Overtaken as overtaken:
            return overtaken.message

    with ThreadPoolExecutor(2) as both:
        answers = list(both.map(press, (drawn.lead, drawn.registrar)))
    assert sorted("decided already" in one for one in answers) == [False, True]
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(RoundCase)) == 10


def test_more_reserves_are_named_from_the_same_frame_in_the_same_order_when_they_run_out(session, make):
    drawn = Drawn(session, make, resolutions=12, cautions=2, size=3, floor=1)
    order = drawn.by_hand(RESOLUTIONS)
    for gone in range(8):  # two were drawn and three reserves named
        drawn.strike(order[gone])
        assert drawn.standing(RESOLUTIONS) == order[gone + 1 : gone + 3]
    query = select(Pick.position).where(Pick.stratum == RESOLUTIONS).order_by(Pick.position)
    assert list(session.scalars(query)) == list(range(1, 12))


def test_a_place_is_left_empty_only_if_that_was_proposed_and_no_case_of_the_stratum_is_left(session, make):
    drawn = Drawn(session, make, resolutions=8, cautions=3, size=4, floor=2)
    order = drawn.by_hand(CAUTIONS)
    change = drawn.propose(order[1])
    drawn.strike(order[0], leave_empty=True)
    assert drawn.standing(CAUTIONS) == order[1:]
    with pytest.raises(NoReserveLeft, match="Leave the place empty"):
        drawn.decide(change)
    drawn.decide(change, approved=False)
    with pytest.raises(NoReserveLeft, match="left empty"):
        drawn.propose(order[1])
    decision = drawn.strike(order[1], leave_empty=True)
    assert decision.into_id is None
    assert drawn.standing(CAUTIONS) == order[2:]
    assert accounts_of(session, drawn.frame)[CAUTIONS] == Weighed(cases=3, looked_at=3, standing=1)


def test_the_last_case_of_a_round_cannot_be_taken_out(session, make):
    drawn = Drawn(session, make, resolutions=1, cautions=0, size=1)
    with pytest.raises(NoReserveLeft, match="void the draw"):
        drawn.propose(drawn.by_hand(RESOLUTIONS)[0], leave_empty=True)


def test_the_last_two_cases_cannot_both_be_taken_out_by_proposals_that_waited_together(session, make):
    drawn = Drawn(session, make, resolutions=2, cautions=0, size=2)
    one, other = (drawn.propose(number, leave_empty=True) for number in drawn.by_hand(RESOLUTIONS))
    drawn.decide(one)
    with pytest.raises(NoReserveLeft, match="void the draw"):
        drawn.decide(other)


def test_the_account_is_as_by_hand(session, drawn):
    """Of 20 resolutions 6 were drawn; the first and fourth went, so 8 tickets were looked at and 6 stand."""
    order = drawn.by_hand(RESOLUTIONS)
    assert accounts_of(session, drawn.frame)[RESOLUTIONS] == Weighed(20, 6, 6)
    drawn.strike(order[0])
    drawn.strike(order[3])
    account = accounts_of(session, drawn.frame)
    assert account == {RESOLUTIONS: Weighed(20, 8, 6), CAUTIONS: Weighed(10, 3, 3)}
    assert (account[RESOLUTIONS].eligible, account[RESOLUTIONS].weight) == (15, 2.5)


def test_the_account_is_that_of_the_newest_decision_though_it_was_proposed_first(session, drawn):
    order = drawn.by_hand(RESOLUTIONS)
    first, second = drawn.propose(order[0]), drawn.propose(order[1])
    drawn.decide(second)
    assert accounts_of(session, drawn.frame)[RESOLUTIONS] == Weighed(20, 7, 6)
    drawn.decide(first)
    assert accounts_of(session, drawn.frame)[RESOLUTIONS] == Weighed(20, 8, 6)
    assert drawn.standing(RESOLUTIONS) == order[2:8]


def test_nothing_is_proposed_or_decided_once_the_cases_grades_are_revealed(session, make, drawn):
    order = drawn.by_hand(RESOLUTIONS)
    waiting, lead = drawn.propose(order[1]), drawn.lead
    for number in order[:2]:
        make.finding(drawn.place_of(number), by=make.user(Role.CHAIR), signed=False)
    with pytest.raises(OutOfOrder, match="revealed"):
        drawn.propose(order[0])
    with pytest.raises(OutOfOrder, match="revealed"):
        drawn.decide(waiting)
    with pytest.raises(OutOfOrder, match="revealed"):
        changing_draws.propose_void(session, drawn.round, "A wish.", key=KEY, by=lead)
    assert not drawn.decide(waiting, approved=False).approved
    assert drawn.standing(RESOLUTIONS) == order[:6]


def test_a_case_of_another_round_or_one_that_left_is_nobodys_to_propose(session, make, drawn):
    order = drawn.by_hand(RESOLUTIONS)
    drawn.strike(order[0])
    other = make.drawn_round(by=drawn.lead, size=3, floor=1)
    for place in (drawn.place_of(order[0]), make.round_cases(other)[0]):
        with pytest.raises(NotYours):
            changing_draws.propose_replacement(
                session, drawn.round, place, ExclusionReason.DUPLICATE, "No.", key=KEY, by=drawn.lead
            )


def test_another_rounds_proposal_cannot_be_decided_from_this_one(session, make, drawn):
    change = drawn.propose(drawn.by_hand(RESOLUTIONS)[0])
    other = make.drawn_round(by=drawn.lead, size=3, floor=1)
    with pytest.raises(NotYours):
        changing_draws.decide(session, other, change.id, approved=True, by=drawn.lead)
    with pytest.raises(NotYours):
        changing_draws.decide(session, drawn.round, 10**6, approved=True, by=drawn.lead)


@pytest.mark.parametrize("reason", ["", "  \n", "x" * 1001])
def test_a_reason_is_needed_and_has_a_longest(session, drawn, reason):
    with pytest.raises(Refused, match="Give the reason"):
        drawn.propose(drawn.by_hand(RESOLUTIONS)[0], reason=reason)
    assert session.scalar(select(ChangeReason.change_id)) is None


def test_a_case_already_before_a_panel_is_no_ground_for_taking_it_out(drawn):
    with pytest.raises(Refused, match="from the list"):
        drawn.propose(drawn.by_hand(RESOLUTIONS)[0], ground=ExclusionReason.ALREADY_BEFORE_A_PANEL)


def test_nothing_drawn_is_nothing_to_change(session, make):
    lead = make.user()
    frozen = make.frozen_round(by=lead)
    with pytest.raises(OutOfOrder):
        changing_draws.grow(session, frozen, 9, key=KEY, by=lead)


def test_the_trail_holds_the_proposal_and_the_decision_without_the_reasons_words(session, drawn):
    order = drawn.by_hand(RESOLUTIONS)
    out = drawn.place_of(order[0])
    change = drawn.propose(order[0], reason="Wendeline is listed twice.")
    decision = drawn.decide(change)
    (proposed,), (decided,) = facts(session, "ChangeProposed"), facts(session, "ChangeDecided")
    assert (proposed["kind"], proposed["round_case_id"], proposed["ground"]) == ("replace", out.id, "duplicate")
    assert proposed["reason_digest"] == KEY.fingerprint("Wendeline is listed twice.")
    assert (decided["approved"], decided["into_id"]) == (True, decision.into_id)
    assert json.loads(decided["accounts"])[RESOLUTIONS] == [6, 7, 6]
    whole = "".join(session.scalars(select(TrailEntry.facts)))
    assert "Wendeline" not in whole
    assert "NM/" not in whole


def test_reasons_are_sealed_and_the_history_tells_them_with_who_and_when(session, drawn):
    order = drawn.by_hand(RESOLUTIONS)
    left = drawn.place_of(order[0]).reference
    decision = drawn.strike(order[0], reason="Wendeline is listed twice.")
    assert b"Wendeline" not in session.scalars(select(ChangeReason.reason)).one()
    (change,) = changes_of(session, drawn.round, key=KEY)
    came = session.get_one(RoundCase, decision.into_id).reference
    assert (change.reference, change.into, change.reason) == (left, came, "Wendeline is listed twice.")
    assert (change.proposed_by, change.decided_by) == (drawn.preparer.name, drawn.lead.name)
    assert (change.approved, change.waits, change.lapsed) == (True, False, False)


def test_the_record_of_changes_cannot_be_rewritten(session, drawn):
    drawn.strike(drawn.by_hand(RESOLUTIONS)[0])
    for words in (
        "UPDATE draw_decisions SET approved = false",
        "DELETE FROM draw_changes",
        "UPDATE change_reasons SET reason = NULL",
        "UPDATE picks SET round_case_id = NULL WHERE round_case_id IS NOT NULL",
    ):
        with pytest.raises(DBAPIError, match="append-only|NOT NULL"), session.begin_nested():
            session.execute(text(words))
    assert session.scalar(select(DrawDecision.approved))


def test_growing_after_replacements_goes_on_in_the_same_order(session, drawn):
    resolutions, cautions = drawn.by_hand(RESOLUTIONS), drawn.by_hand(CAUTIONS)
    drawn.strike(resolutions[1])
    drawn.strike(cautions[0])
    assert changing_draws.grown_places(session, drawn.round, 18) == {RESOLUTIONS: (6, 12), CAUTIONS: (3, 6)}
    added = drawn.grow(18)
    assert len(added) == 9
    assert drawn.standing(RESOLUTIONS) == resolutions[:1] + resolutions[2:13]
    assert drawn.standing(CAUTIONS) == cautions[1:7]
    assert accounts_of(session, drawn.frame) == {RESOLUTIONS: Weighed(20, 13, 12), CAUTIONS: Weighed(10, 7, 6)}
    drawn.strike(resolutions[0])
    assert drawn.standing(RESOLUTIONS) == resolutions[2:14]
    (grown,) = facts(session, "SampleGrown")
    assert (grown["size"], grown["added"]) == (18, 9)


@pytest.mark.parametrize(("size", "words"), [(9, "9 places already"), (3, "only grows"), (31, "asks for 31")])
def test_a_sample_only_grows_and_not_beyond_its_frame(drawn, size, words):
    with pytest.raises(Refused, match=words):
        drawn.grow(size)


def test_a_sample_cannot_grow_into_cases_that_were_struck(drawn):
    drawn.strike(drawn.by_hand(CAUTIONS)[0])
    with pytest.raises(NoReserveLeft, match="Ask for fewer"):
        drawn.grow(30)
    assert len(drawn.grow(28)) == 19


def test_a_sample_does_not_grow_once_members_have_begun_to_grade(session, make, drawn):
    drawn.round.opened_at = now()
    session.flush()
    with pytest.raises(OutOfOrder):
        drawn.grow(18)


def test_in_an_open_round_the_withdrawn_case_is_gone_everywhere_and_the_reserve_is_released_and_graded(session, make):
    member = make.user(Role.MEMBER)
    chair, third = make.user(Role.CHAIR), make.user(Role.MEMBER)
    drawn = Drawn(session, make, resolutions=6, cautions=0, size=3, panel=make.panel(member, chair, third))
    order, round_ = drawn.by_hand(RESOLUTIONS), drawn.round
    redacting.draft_redactions(session, round_, KEY, drawn.lead)
    release_all(session, drawn)
    rounds.open_grading(session, round_, None, by=drawn.lead)
    left = drawn.place_of(order[0])
    grading.give_grade(session, left.reference, version=1, grade=Grade.APPROPRIATE, by=member)
    assert rounds.count_grades(session, round_) == 1

    came = session.get_one(RoundCase, drawn.strike(order[0]).into_id)
    assert left.reference not in [one.reference for one in rounds.cases_of(session, round_)]
    assert (rounds.count_cases(session, round_), rounds.count_grades(session, round_)) == (3, 0)
    assert rounds.count_released(session, round_) == 2
    assert left.reference not in [one.reference for one in my_cases.my_round(session, round_, member).cases]
    with pytest.raises(NotYours):
        grading.give_grade(session, left.reference, version=1, grade=Grade.APPROPRIATE, by=member)
    with pytest.raises(NotYours):
        rounds.find_round_case(session, left.id, drawn.lead)
    assert rounds.stage(session, round_) is Stage.OPEN

    assert redacting.draft_redactions(session, round_, KEY, drawn.lead) == 1
    release_all(session, drawn)
    assert rounds.count_released(session, round_) == 3
    grading.give_grade(session, came.reference, version=1, grade=Grade.APPROPRIATE, by=member)
    assert rounds.count_grades(session, round_) == 1


def release_all(session, drawn):
    for row in redactions.progress(session, drawn.round):
        if row.release is None:
            redacting.finish_check(session, row.round_case, 1, KEY, drawn.lead)
            releasing.approve(session, drawn.round, row.round_case, 1, KEY, drawn.preparer)


def test_a_case_that_left_is_no_case_of_the_frame_any_more_but_its_frame_never_changes(session, drawn):
    before = session.execute(select(Frame.digest, Frame.total, Frame.counts)).one()
    drawn.strike(drawn.by_hand(RESOLUTIONS)[0])
    assert session.execute(select(Frame.digest, Frame.total, Frame.counts)).one() == before
