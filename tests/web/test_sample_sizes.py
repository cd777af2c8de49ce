"""What became of a sample's size is one account, on the round, both certificates and before growing."""

import html
import re

import pytest
from sqlalchemy import select

from scrutiny_app.domain.framing import ExclusionReason
from scrutiny_app.domain.people import Role
from scrutiny_app.models.draw_changes import DrawChange
from scrutiny_app.models.picks import Pick
from scrutiny_app.services import changing_draws, rounds
from tests.making import KEY


@pytest.fixture
def changed(making):
    """A round of ten with two whole cautions: one caution's place is left empty, one resolution is replaced."""
    with making() as make:
        lead, second, member = make.user(), make.user(Role.PREPARER), make.user(Role.MEMBER)
        make.cases(2, disposal="simple_caution")
        round_ = make.drawn_round(by=lead, panel=make.panel(member), cases=20, size=10)
        for stratum, empty in (("simple_caution", True), ("community_resolution", False)):
            strike(make.session, round_, stratum, empty, lead, second)
    return round_, lead, member


def strike(session, round_, stratum, empty, lead, second):
    place = next(one for one in rounds.cases_of(session, round_) if stratum_of(session, one) == stratum)
    change = changing_draws.propose_replacement(
        session, round_, place, ExclusionReason.DUPLICATE, "Twice.", key=KEY, by=second, leave_empty=empty
    )
    changing_draws.decide(session, round_, change.id, approved=True, by=lead)


def stratum_of(session, place):
    return session.scalars(select(Pick.stratum).where(Pick.round_case_id == place.id)).one()


def words(answer):
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", " ", answer.text)))


def test_every_page_tells_what_was_drawn_grown_replaced_left_empty_and_stands(making, sign_in, changed):
    round_, lead, member = changed
    with making() as make:
        kept = make.session.merge(round_)
        changing_draws.grow(make.session, kept, 14, key=KEY, by=make.session.merge(lead))
    said = (
        "Drawn at first 10 cases Grown to 14 places Replaced by reserves 1 case "
        "Left empty 1 place Standing now 13 cases"
    )
    force, panel = sign_in(lead), sign_in(member)
    assert said in words(force.get(f"/force/rounds/{round_.id}"))
    assert said in words(force.get(f"/force/rounds/{round_.id}/certificate"))
    assert said in words(panel.get(f"/panel/rounds/{round_.id}/certificate"))


def test_a_sample_to_which_nothing_happened_is_told_by_its_size_alone(making, sign_in):
    with making() as make:
        lead = make.user()
        round_ = make.drawn_round(by=lead, size=4)
    page = words(sign_in(lead).get(f"/force/rounds/{round_.id}"))
    assert "Drawn at first 4 cases" in page
    assert "Standing now" not in page


def test_growing_tells_one_account_of_places_and_cases_and_what_was_given(sign_in, changed):
    round_, lead, _ = changed
    browser, path = sign_in(lead), f"/force/rounds/{round_.id}/draw-changes/grow"
    assert "The sample has 10 places: 9 cases stand in it, and 1 place stays empty." in words(browser.get(path))
    page = words(browser.post(path, {"size": "14"}))
    assert "So 14 places will hold 13 cases" in page
    assert "All 10 4 14" in page
    page = words(browser.post(path, {"size": "14", "seen": "14"}))
    assert "4 cases came in. The sample has 14 places: 13 cases stand in it, and 1 place stays empty." in page


def test_a_place_that_nothing_can_fill_is_refused_when_proposed_and_may_be_left_empty(making, database, sign_in):
    with making() as make:
        lead = make.user()
        make.cases(2, disposal="simple_caution")
        round_ = make.drawn_round(by=lead, cases=20, size=10)
        place = next(
            one for one in rounds.cases_of(make.session, round_) if stratum_of(make.session, one) == "simple_caution"
        )
    browser, path = sign_in(lead), f"/force/rounds/{round_.id}/draw-changes/cases/{place.id}"
    assert "Its stratum has no other case left" in words(browser.get(path))
    given = {"ground": "duplicate", "reason": "Twice in the list."}
    page = browser.post(path, given)
    assert "No other case of its stratum is left" in words(page)
    assert "<title>Error: " in page.text
    assert "Twice in the list." in page.text
    assert not kept(database)
    assert "Somebody else must decide" in words(browser.post(path, given | {"leave_empty": "y"}))
    assert len(kept(database)) == 1


def kept(database):
    with database.reading() as session:
        return session.scalars(select(DrawChange.id)).all()


@pytest.mark.parametrize("targeted", [True, False])
def test_a_targeted_round_tells_no_weight_that_could_be_taken_for_a_share_of_others(making, sign_in, targeted):
    with making() as make:
        lead, member = make.user(), make.user(Role.MEMBER)
        round_ = make.drawn_round(by=lead, panel=make.panel(member), size=4, targeted=targeted)
    force, path = sign_in(lead), f"/force/rounds/{round_.id}"
    pages = [words(force.get(f"{path}/{page}")) for page in ("frame", "certificate", "picks")]
    pages.append(words(sign_in(member).get(f"/panel/rounds/{round_.id}/certificate")))
    assert ["N/n" in page for page in pages] == [not targeted] * 4
