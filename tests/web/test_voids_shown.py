"""A voided draw stays to be seen, on both sides and for ever: before the next freeze, and after it."""

import html
import re

import pytest

from scrutiny_app.domain.people import Role
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import changing_draws, framing, planning, rounds
from tests.making import KEY


@pytest.fixture
def voided(making):
    with making() as make:
        lead, second, member = make.user(), make.user(Role.PREPARER), make.user(Role.MEMBER)
        round_ = make.drawn_round(by=lead, panel=make.panel(member), size=4)
        draw_id = rounds.frame_of(make.session, round_).draw_id
        change = changing_draws.propose_void(make.session, round_, "A list of the wrong year.", key=KEY, by=lead)
        changing_draws.decide(make.session, round_, change.id, approved=True, by=second)
    return round_.id, draw_id, member, lead


def words(answer):
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", " ", answer.text)))


def freeze_again(making, round_id, lead):
    with making() as make:
        framing.freeze(make.session, make.session.get_one(Round, round_id), by=lead)


def test_the_panel_sees_a_voided_draw_until_and_after_another_is_frozen(making, sign_in, voided):
    round_id, draw_id, member, lead = voided
    browser = sign_in(member)
    page = browser.get("/panel/rounds")
    assert "Voided, to be frozen again" in words(page)
    assert f"the draw {draw_id}" in words(page)
    assert "There is nothing to see" not in page.text
    assert f"/panel/rounds/{round_id}/certificate" in page.text
    freeze_again(making, round_id, lead)
    assert f"the draw {draw_id}" in words(browser.get("/panel/rounds"))


def test_the_panels_certificate_of_a_voided_draw_is_marked_so_and_lists_all_draws(making, sign_in, voided):
    round_id, draw_id, member, lead = voided
    browser, path = sign_in(member), f"/panel/rounds/{round_id}/certificate"
    answer = browser.get(path)
    assert answer.status_code == 200
    page = words(answer)
    assert re.search(r"VOIDED \d+ \w+ \d{4}\.", page)
    assert "1 reason on record" in page
    assert "All lists and draws of this round" in page
    assert page.count(draw_id) >= 2
    assert "wrong year" not in page
    freeze_again(making, round_id, lead)
    page = words(browser.get(path))
    assert "VOIDED" not in page
    assert f"{draw_id}" in page
    assert "Voided, by two people" in page


def test_the_voided_draws_certificate_tells_its_own_period_whatever_is_planned_next(making, sign_in, voided):
    round_id, _, member, _ = voided
    path = f"/panel/rounds/{round_id}/certificate"
    before = words(sign_in(member).get(path))
    with making() as make:
        planned = make.session.get_one(Round, round_id)
        planned.period_from, planned.period_to = planned.period_from.replace(year=2019), planned.period_to
    assert words(sign_in(member).get(path)) == before


def test_the_force_reads_that_a_round_was_voided_and_is_to_be_frozen_again(sign_in, voided):
    round_id, draw_id, _, lead = voided
    browser = sign_in(lead)
    assert "Voided, to be frozen again" in words(browser.get("/force/rounds"))
    page = browser.get(f"/force/rounds/{round_id}")
    assert "Voided, to be frozen again" in words(page)
    assert f"The draw {draw_id} was voided" in words(page)


def test_the_plan_of_a_round_that_was_drawn_is_not_offered_to_be_dropped(sign_in, voided):
    browser, path = sign_in(voided[3]), f"/force/rounds/{voided[0]}"
    assert "Drop the plan" not in browser.get(path).text
    answer = browser.get(f"{path}/drop")
    assert answer.status_code == 409
    assert "No case has been drawn" not in answer.text


def test_a_frame_voided_before_its_dice_is_told_as_a_list_from_which_nothing_was_drawn(making, sign_in):
    with making() as make:
        lead, second, member = make.user(), make.user(Role.PREPARER), make.user(Role.MEMBER)
        round_ = make.frozen_round(by=lead, panel=make.panel(member), size=4)
        change = changing_draws.propose_void(make.session, round_, "Wrong year.", key=KEY, by=lead)
        changing_draws.decide(make.session, round_, change.id, approved=True, by=second)
    page = words(sign_in(member).get(f"/panel/rounds/{round_.id}/certificate"))
    assert "nothing was drawn" in page
    assert "Dice will now be rolled" not in page


def test_a_plan_that_was_never_frozen_can_still_be_dropped(making, sign_in):
    with making() as make:
        lead = make.user()
        round_ = make.round(by=lead)
        planning.require_never_frozen(make.session, round_)
    assert "Drop the plan" in sign_in(lead).get(f"/force/rounds/{round_.id}").text
