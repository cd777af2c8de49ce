"""A force's own themes on the forms of the panel: marked as its own, counted with the common one, never renamed."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from scrutiny_app.domain.grading import Theme
from scrutiny_app.domain.people import Role
from scrutiny_app.models.findings import FindingObservation
from scrutiny_app.models.grades import GradeObservation
from scrutiny_app.models.learning import LocalTheme
from scrutiny_app.services import agreeing, local_themes
from scrutiny_app.services.trail import now
from tests.web.panels import reveal, seat, seat_at_meeting

TITLE = "Restorative justice was not offered"
MARKED = f"{TITLE} (Northmoor Police’s own, part of “Victim not consulted, or views not recorded”)"
FINDING = {"version": "0", "result": "observations", "remarks": "Ask.", "reached": "consensus"}


@pytest.fixture
def sitting(making):
    with making() as make:
        return seat(make)


@pytest.fixture
def lead(making):
    with making() as make:
        return make.user(Role.LEAD)


@pytest.fixture
def own(making, lead):
    """Give the values of two own themes, both part of the common one about victims, by title."""
    with making() as make:
        titles = (TITLE, "The shop was not asked")
        made = [
            local_themes.add_local_theme(make.session, title, Theme.VICTIM, from_on=now().date(), by=lead)
            for title in titles
        ]
        return [f"own-{one.id}" for one in made]


def end(making, day):
    """End every own theme on a day, whatever the service would say to one that has passed."""
    with making() as make:
        for one in make.session.scalars(select(LocalTheme)):
            one.until_on = day


def graded(browser, sitting, *themes, **more):
    form = {"version": "1", "grade": "observations", "comment": "Ask the victim.", "themes": list(themes)}
    return browser.post(sitting.case, form | more)


def rows(database, table):
    with database.reading() as session:
        query = select(table.theme, table.severity, table.text, table.local_id)
        return [tuple(row) for row in session.execute(query)]


def test_a_member_ticks_a_forces_own_theme_and_its_common_one_is_kept_with_it(sign_in, sitting, own, database):
    member = sign_in(sitting.lay)
    assert MARKED in member.get(sitting.case).text
    graded(member, sitting, own[0], serious=[own[0]])
    assert rows(database, GradeObservation) == [("victim", "serious", TITLE, int(own[0].removeprefix("own-")))]
    page = member.get(sitting.case).text
    assert f'value="{own[0]}" checked' in page
    assert 'name="themes" type="checkbox" value="victim" checked' not in page


def test_two_own_themes_of_one_common_theme_are_refused(sign_in, sitting, own, database):
    page = graded(sign_in(sitting.lay), sitting, *own).text
    assert "Choose one of the force’s own themes that are part of" in page
    assert rows(database, GradeObservation) == []


def test_another_forces_own_theme_is_neither_offered_nor_taken(sign_in, sitting, making, database):
    with making() as make:
        stranger = make.user(Role.LEAD, force="Southfen Police")
        theme = local_themes.add_local_theme(make.session, TITLE, Theme.VICTIM, from_on=now().date(), by=stranger)
        value = f"own-{theme.id}"
    member = sign_in(sitting.lay)
    assert TITLE not in member.get(sitting.case).text
    graded(member, sitting, value)
    assert rows(database, GradeObservation) == []


def test_an_ended_theme_is_offered_to_nobody_else_and_stays_where_it_was_chosen(sign_in, sitting, own, making):
    member, other = sign_in(sitting.lay), sign_in(sitting.yjs)
    graded(member, sitting, own[0])
    end(making, now().date() - timedelta(1))
    assert TITLE in member.get(sitting.case).text
    assert TITLE not in other.get(sitting.case).text


def test_a_finding_keeps_the_words_of_an_own_theme_that_has_ended(sign_in, sitting, own, making, database):
    with making() as make:
        reveal(make, sitting)
    chair = sign_in(sitting.chair)
    page = f"{sitting.case}/finding"
    assert MARKED in chair.get(page).text
    chair.post(page, FINDING | {"themes": [own[0]]}, page=page)
    assert rows(database, FindingObservation) == [("victim", "minor", TITLE, int(own[0].removeprefix("own-")))]
    end(making, now().date() - timedelta(1))
    assert f'value="{own[0]}" checked' in chair.get(page).text
    assert (
        chair.post(page, FINDING | {"version": "1", "remarks": "Ask first.", "themes": [own[0]]}, page=page).status_code
        == 200
    )
    assert rows(database, FindingObservation)[-1][2:] == (TITLE, int(own[0].removeprefix("own-")))


def test_a_draft_keeps_an_own_theme(sign_in, sitting, own):
    member = sign_in(sitting.lay)
    form = {"version": "1", "themes": [own[0]], "comment": "To be gone on with."}
    member.post(f"{sitting.case}/draft", form, page=sitting.case)
    assert f'value="{own[0]}" checked' in member.get(sitting.case).text


def test_the_meeting_shows_a_forces_own_words_as_observed_and_to_sign(sign_in, sitting, own, making):
    graded(sign_in(sitting.yjs), sitting, own[0])
    with making() as make:
        reveal(make, sitting)
    chair = sign_in(sitting.chair)
    assert f"({TITLE}), minor" in chair.get(sitting.meeting).text
    assert f"({TITLE}), minor" in sign_in(sitting.lay).get(sitting.case).text
    page = f"{sitting.case}/finding"
    chair.post(page, FINDING | {"themes": [own[1]]}, page=page)
    assert "(The shop was not asked)" in chair.get(sitting.meeting).text


def test_adopting_together_and_the_room_keep_a_forces_own_words(sign_in, making, lead, own, database):
    with making() as make:
        sitting = seat_at_meeting(make)
    chair = sign_in(sitting.chair)
    for browser in (chair, sign_in(sitting.lay), sign_in(sitting.cps)):
        graded(browser, sitting, own[0], comment="")
    with making() as make:
        agreeing.reveal(make.session, sitting.reference, by=sitting.chair)
    page = chair.get(sitting.meeting).text
    assert f"Victim not consulted, or views not recorded ({TITLE})" in page
    room = f"/panel/rounds/{sitting.round_id}/room"
    chair.post(room, {"reference": sitting.reference}, page=sitting.meeting)
    assert f"({TITLE}), minor: 3 members" in chair.get(room).text
    ticked = {"case": f"{sitting.reference}:0", "offered": sitting.reference}
    chair.post(f"/panel/rounds/{sitting.round_id}/adopt", ticked, page=sitting.meeting)
    assert rows(database, FindingObservation) == [("victim", "minor", TITLE, int(own[0].removeprefix("own-")))]


def test_a_theme_that_ended_since_is_still_ticked_for_the_chair_once_revealed(sign_in, sitting, own, making):
    graded(sign_in(sitting.yjs), sitting, own[0])
    with making() as make:
        reveal(make, sitting)
    end(making, now().date() - timedelta(days=1))
    assert f'value="{own[0]}" checked' in sign_in(sitting.chair).get(f"{sitting.case}/finding").text
