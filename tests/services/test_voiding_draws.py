"""A draw is voided by two people, keeps its place in the record, and is followed by one under a new id."""

import json

import pytest
from sqlalchemy import select

from scrutiny_app.domain.errors import NotYours, Overtaken
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.replacing import Undone
from scrutiny_app.domain.rounds import Stage
from scrutiny_app.models.frames import Draw, Frame
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import changing_draws, framing, my_cases, redacting, rounds, sampling
from scrutiny_app.services.accounts import undone_of
from scrutiny_app.services.draw_history import changes_of
from scrutiny_app.services.rounds import OutOfOrder
from tests.making import DICE, KEY, ROLLERS
from tests.services.draw_changes import RESOLUTIONS, Drawn
from tests.services.test_changing_draws import release_all


@pytest.fixture
def drawn(session, make):
    return Drawn(session, make)


def draw_again(session, drawn):
    framing.freeze(session, drawn.round, by=drawn.lead)
    sampling.draw_sample(session, drawn.round, dice=DICE, rolled_by=ROLLERS, by=drawn.lead)


def test_a_voided_round_is_planned_again_and_what_was_frozen_and_drawn_stays_on_record(session, drawn):
    kept = session.execute(select(Frame.draw_id, Frame.digest)).all()
    drawn.void()
    assert rounds.stage(session, drawn.round) is Stage.PLANNED
    assert rounds.cases_of(session, drawn.round) == []
    assert session.execute(select(Frame.draw_id, Frame.digest)).all() == kept
    assert len(session.scalars(select(Draw.id)).all()) == 1


def test_the_same_cases_may_be_drawn_again_under_the_next_draw_id_and_the_same_dice_give_others(session, drawn):
    first, before = drawn.frame, drawn.standing(RESOLUTIONS)
    drawn.void()
    draw_again(session, drawn)
    again = drawn.frame
    assert (again.draw_id, again.total) == (f"{first.draw_id}-again1", first.total)
    assert again.digest == first.digest
    assert len(drawn.standing(RESOLUTIONS)) == 6
    assert drawn.standing(RESOLUTIONS) != before
    drawn.void()
    draw_again(session, drawn)
    assert drawn.frame.draw_id == f"{first.draw_id}-again2"


def test_references_of_a_voided_draw_are_never_used_again(session, drawn):
    before = {one.reference for one in rounds.cases_of(session, drawn.round)}
    drawn.void()
    draw_again(session, drawn)
    after = {one.reference for one in rounds.cases_of(session, drawn.round)}
    assert len(after) == 9
    assert not before & after
    assert len(session.scalars(select(RoundCase.id)).all()) == 18


def test_a_frozen_frame_can_be_voided_before_any_dice(session, make):
    lead, registrar = make.user(), make.user(Role.REGISTRAR)
    round_ = make.frozen_round(by=lead)
    change = changing_draws.propose_void(session, round_, "A file was missing.", key=KEY, by=lead)
    assert rounds.stage(session, round_) is Stage.FROZEN
    changing_draws.decide(session, round_, change.id, approved=True, by=registrar)
    assert rounds.stage(session, round_) is Stage.PLANNED
    framing.freeze(session, round_, by=lead)
    assert undone_of(session, round_) == Undone(voids=1)


def test_there_is_nothing_to_void_before_the_freeze(session, make):
    lead = make.user()
    with pytest.raises(OutOfOrder, match="Nothing is frozen"):
        changing_draws.propose_void(session, make.round(by=lead), "No.", key=KEY, by=lead)


def test_a_void_takes_a_second_person_and_is_proposed_once(session, drawn):
    change = changing_draws.propose_void(session, drawn.round, "A wish.", key=KEY, by=drawn.lead)
    with pytest.raises(Overtaken, match="proposed already"):
        changing_draws.propose_void(session, drawn.round, "Again.", key=KEY, by=drawn.preparer)
    with pytest.raises(changing_draws.NotASecondPerson):
        drawn.decide(change, by=drawn.lead)
    drawn.decide(change, by=drawn.registrar, approved=False)
    assert rounds.stage(session, drawn.round) is Stage.DRAWN
    assert undone_of(session, drawn.round) == Undone()


def test_members_see_nothing_of_a_voided_draw(session, make):
    member, chair, third = make.user(Role.MEMBER), make.user(Role.CHAIR), make.user(Role.MEMBER)
    panel = make.panel(member, chair, third)
    drawn = Drawn(session, make, resolutions=6, cautions=0, size=3, panel=panel)
    redacting.draft_redactions(session, drawn.round, KEY, drawn.lead)
    release_all(session, drawn)
    rounds.open_grading(session, drawn.round, None, by=drawn.lead)
    seen = my_cases.my_rounds(session, member)[0].cases
    drawn.void()
    assert my_cases.my_rounds(session, member) == []
    for case in seen:
        with pytest.raises(NotYours):
            my_cases.find_my_case(session, case.reference, member)
    with pytest.raises(OutOfOrder):
        rounds.certificate_of(session, rounds.find_round(session, drawn.round.id, member))
    draw_again(session, drawn)
    assert my_cases.my_rounds(session, member) == []


def test_the_certificate_after_a_void_bears_nothing_of_the_voided_draw(session, drawn):
    drawn.void()
    framing.freeze(session, drawn.round, by=drawn.lead)
    certificate = rounds.certificate_of(session, drawn.round)
    assert certificate.frame.draw_id in certificate.frozen.facts
    assert (certificate.draw, certificate.drawn, certificate.seed) == (None, None, None)


def test_proposals_about_a_voided_draw_lapse_and_do_nothing(session, drawn):
    waiting = drawn.propose(drawn.by_hand(RESOLUTIONS)[0])
    drawn.void()
    draw_again(session, drawn)
    before = drawn.standing(RESOLUTIONS)
    with pytest.raises(Overtaken, match="followed by another"):
        drawn.decide(waiting)
    assert drawn.standing(RESOLUTIONS) == before
    assert [(one.waits, one.lapsed) for one in changes_of(session, drawn.round, key=KEY)] == [
        (False, True),
        (False, False),
    ]


def test_all_that_was_undone_is_counted_over_every_draw_of_the_round(session, drawn):
    drawn.strike(drawn.by_hand(RESOLUTIONS)[0])
    drawn.void()
    framing.freeze(session, drawn.round, by=drawn.lead)
    framing.freeze_again(session, drawn.round, drawn.frame, by=drawn.lead)
    assert undone_of(session, drawn.round) == Undone(voids=1, replacements=1, begun_again=1)
    drawn.void()
    assert undone_of(session, drawn.round) == Undone(voids=2, replacements=1, begun_again=1)


def test_whoever_saw_a_result_and_wants_another_seed_leaves_it_all_on_the_trail(session, drawn):
    drawn.void()
    draw_again(session, drawn)
    entries = session.scalars(select(TrailEntry).order_by(TrailEntry.position)).all()
    told = [
        one.event for one in entries if one.event in {"FrameFrozen", "SampleDrawn", "ChangeProposed", "ChangeDecided"}
    ]
    assert told == ["FrameFrozen", "SampleDrawn", "ChangeProposed", "ChangeDecided", "FrameFrozen", "SampleDrawn"]
    ids = [json.loads(one.facts)["draw_id"] for one in entries if one.event == "FrameFrozen"]
    assert len(set(ids)) == 2
