"""What the chair's bar counts, and the room's screen before any meeting is planned."""

import re

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.services import agreeing, superseding
from scrutiny_app.services.agreeing import Agreed
from tests.web.panels import reveal, seat, seat_at_meeting


def _bar(page):
    found = re.search(r'<aside class="left-bar".*?</aside>', page, re.DOTALL)
    return " ".join(re.sub("<[^>]+>", " ", found[0]).split())


def test_a_finding_that_replaces_another_is_counted_apart_from_the_cases_left(making, sign_in):
    with making() as make:
        sitting = seat_at_meeting(make)
        reveal(make, sitting)
        agreed = {"version": 0, "result": "appropriate", "by": sitting.chair}
        agreeing.draft_finding(make.session, sitting.reference, **agreed)
    chair = sign_in(sitting.chair)
    assert "1 to sign 2 to reveal" in _bar(chair.get(sitting.meeting).text)
    with making() as make:
        agreeing.sign_finding(make.session, sitting.reference, version=1, by=sitting.chair)
        anew = Agreed(Result.OBSERVATIONS, remarks="Say more.")
        given = {"version": 1, "reason": "The force has answered.", "agreed": anew, "by": sitting.chair}
        superseding.reopen(make.session, sitting.reference, **given)
        superseding.second(make.session, sitting.reference, version=2, by=sitting.lay)
    bar = _bar(chair.get(sitting.meeting).text)
    assert bar.startswith("2 cases left")
    assert "1 to sign in place of another" in bar


def test_the_rooms_screen_leads_whoever_plans_to_plan_a_meeting(making, sign_in):
    with making() as make:
        sitting = seat(make)
    path = f"/panel/rounds/{sitting.round_id}/room"
    assert "Plan one" in sign_in(sitting.chair).get(path).text
    assert "Plan one" not in sign_in(sitting.lay).get(path).text
