"""What the room sees of a finding, and how a case is put up: from the list, with the reveal, and from the finding."""

from datetime import timedelta

import pytest

from scrutiny_app.domain.agreeing import Reached, Result
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import agreeing
from scrutiny_app.services.trail import now
from tests.web.panels import grade, reveal, seat_at_meeting

WORDS = {"remarks": "The letter should say why.", "dissent": "It was proportionate."}


@pytest.fixture
def sitting(making):
    with making() as make:
        sitting = seat_at_meeting(make)
    return sitting


@pytest.fixture
def chair(sign_in, sitting):
    return sign_in(sitting.chair)


def _room(sitting):
    return f"/panel/rounds/{sitting.round_id}/room"


def _drafted(making, sitting, *, sign=False):
    with making() as make:
        reveal(make, sitting)
        votes = {Result.OBSERVATIONS: 2, Result.INAPPROPRIATE: 1}
        given = WORDS | {"result": Result.OBSERVATIONS, "reached": Reached.VOTE, "votes": votes}
        agreeing.draft_finding(make.session, sitting.reference, version=0, **given, by=sitting.chair)
        if sign:
            agreeing.sign_finding(make.session, sitting.reference, version=1, by=sitting.chair)


def test_the_chair_shows_the_draft_to_the_room_and_takes_it_off(making, chair, sign_in, sitting):
    _drafted(making, sitting)
    chair.post(_room(sitting), {"reference": sitting.reference}, page=f"{sitting.case}/finding/check")
    room = sign_in(sitting.lay)
    assert WORDS["remarks"] not in room.get(_room(sitting)).text
    press = {"reference": sitting.reference, "words": "show"}
    page = chair.post(_room(sitting), press, page=f"{sitting.case}/finding/check").text
    assert "Take these words off the room’s screen" in page
    seen = room.get(_room(sitting)).text
    for words in ("To agree", WORDS["remarks"], WORDS["dissent"], "By a vote"):
        assert words in seen
    assert sitting.chair.name not in seen
    chair.post(_room(sitting), press | {"words": "hide"}, page=f"{sitting.case}/finding/check")
    assert WORDS["remarks"] not in room.get(_room(sitting)).text


def test_the_room_reads_a_signed_finding_with_its_words_and_how_it_was_reached(making, chair, sign_in, sitting):
    _drafted(making, sitting, sign=True)
    chair.post(_room(sitting), {"reference": sitting.reference}, page=f"{sitting.case}/finding/check")
    seen = sign_in(sitting.lay).get(_room(sitting)).text
    for words in ("The panel found", WORDS["remarks"], WORDS["dissent"], "By a vote", "Inappropriate 1"):
        assert words in seen


def test_a_case_is_put_up_from_the_list_itself(chair, sitting):
    assert f'name="back" value="{sitting.reference}"' in chair.get(sitting.meeting).text
    press = {"reference": sitting.reference, "back": sitting.reference}
    page = chair.post(_room(sitting), press, page=sitting.meeting)
    assert "Take it off the room’s screen" in page.text
    assert "The meeting" in page.text


def test_a_reveal_can_put_the_case_up_at_once(making, chair, sign_in, sitting):
    with making() as make:
        grade(make, sitting, sitting.chair, sitting.lay, sitting.cps)
    path = f"{sitting.case}/reveal"
    assert "Reveal, and put it up on the room’s screen" in chair.get(path).text
    assert "The room still sees" not in chair.post(path, {"put_up": "y"}).text
    assert sitting.reference in sign_in(sitting.lay).get(_room(sitting)).text


def test_a_finding_says_what_the_room_still_sees(making, chair, sitting):
    _drafted(making, sitting)
    chair.post(_room(sitting), {"reference": sitting.references[1]}, page=sitting.meeting)
    page = chair.get(f"{sitting.case}/finding").text
    assert f"The room still sees <strong>{sitting.references[1]}</strong>" in page


@pytest.mark.parametrize(("days", "said"), [(5, True), (-1, False)])
def test_a_reveal_before_the_close_says_whom_it_shuts_out(making, chair, sitting, days, said):
    with making() as make:
        grade(make, sitting, sitting.chair, sitting.lay, sitting.cps)
        make.session.get_one(Round, sitting.round_id).close_on = now().date() + timedelta(days=days)
    for path in (sitting.meeting, f"{sitting.case}/reveal", f"/panel/rounds/{sitting.round_id}/reveal"):
        assert ("Grading is open until" in chair.get(path).text) is said
