"""What stands where on the chair's pages: a meeting's parts in its own order, the votes in that of the results."""

import re
from datetime import timedelta

import pytest

from scrutiny_app.domain.grading import Grade as GradeWord
from scrutiny_app.domain.meetings import Manner
from scrutiny_app.models.meetings import Meeting
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import adopting, agreeing, grading
from scrutiny_app.services.trail import now
from tests.web.panels import seat

PARTS = ["discuss", "together", "sign", "reveal", "signed", "end"]
RESULTS = ["appropriate", "observations", "inappropriate", "more_information"]


@pytest.fixture
def sitting(making):
    """A meeting under way: its cases are signed, drafted, divided, agreed on by all and not revealed, in that order."""
    with making() as make:
        sitting = seat(make, cases=5)
        _begin(make, sitting)
        for reference in sitting.references[:4]:
            _graded(make, sitting, reference, divided=reference == sitting.references[2])
        round_ = make.session.get_one(Round, sitting.round_id)
        adopting.reveal_ready(make.session, round_, sitting.references[:4], by=sitting.chair)
        for reference in sitting.references[:2]:
            agreeing.draft_finding(make.session, reference, version=0, result="appropriate", by=sitting.chair)
        agreeing.sign_finding(make.session, sitting.reference, version=1, by=sitting.chair)
    return sitting


def _begin(make, sitting):
    start = now() - timedelta(minutes=5)
    row = Meeting(round_id=sitting.round_id, planned_by=sitting.chair.id, planned_at=start, starts_at=start)
    row.manner, row.place = Manner.ROOM, "Room 2"
    make.session.add(row)


def _graded(make, sitting, reference, *, divided):
    for person in (sitting.chair, sitting.lay, sitting.cps):
        odd = divided and person is sitting.cps
        said = (GradeWord.INAPPROPRIATE, "Too lenient by far.") if odd else (GradeWord.APPROPRIATE, "")
        word, comment = said
        grading.give_grade(make.session, reference, version=1, grade=word, comment=comment, by=person)


def _headings(page):
    return [one for one in re.findall(r'<h2 class="[^"]*" id="([^"]+)"', page) if one in PARTS]


def test_the_chairs_page_has_its_parts_in_the_order_in_which_a_meeting_goes(sign_in, sitting):
    assert _headings(sign_in(sitting.chair).get(sitting.meeting).text) == PARTS


def test_a_member_reads_the_same_parts_without_what_is_the_chairs(sign_in, sitting):
    assert _headings(sign_in(sitting.lay).get(sitting.meeting).text) == ["discuss", "reveal", "signed"]


def test_each_case_stands_in_the_part_where_it_is(sign_in, sitting):
    page = sign_in(sitting.chair).get(sitting.meeting).text
    parts = dict(re.findall(r'<section[^>]* aria-labelledby="(\w+)">(.*?)</section>', page, re.DOTALL))
    signed, drafted, divided, agreed, hidden = sitting.references
    places = {"signed": signed, "sign": drafted, "discuss": divided, "together": agreed, "reveal": hidden}
    assert {part: [one for one in sitting.references if one in parts[part]] for part in places} == {
        part: [reference] for part, reference in places.items()
    }


def test_the_votes_are_asked_for_in_the_order_of_the_results(sign_in, sitting):
    page = sign_in(sitting.chair).get(f"/panel/cases/{sitting.references[2]}/finding").text
    assert re.findall(r'name="votes_(\w+)"', page) == RESULTS
    assert re.findall(r'name="result" type="radio" value="(\w+)"', page)[: len(RESULTS) - 1] == RESULTS[:3]
    assert page.index('name="reached"') < page.index('name="votes_appropriate"')
