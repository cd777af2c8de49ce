"""Letters held, handed over and ended, and learning points, through the pages; none of them tells a spread."""

import re
from typing import Any

import pytest

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.grading import Grade, Severity, Theme
from scrutiny_app.domain.people import Role
from scrutiny_app.models.grades import Grade as GradeRow
from scrutiny_app.services.trail import now

MEMBER = "Ottoline Farthingale"
REMARK = "I alone thought this far too lenient."


@pytest.fixture
def people(making) -> dict[str, Any]:
    with making() as make:
        sergeant = make.user(Role.SUPERVISOR, staff_number="1107", name="Kiran Bhandal")
        return {"lead": make.user(Role.LEAD), "sergeant": sergeant}


@pytest.fixture
def finding_id(making, people) -> int:
    """A finding with a grade of each kind behind it, by members who have names and said something."""
    with making() as make:
        place = make.round_cases(make.drawn_round(by=people["lead"]))[0]
        release = make.release(place)
        finding = make.finding(place, Result.OBSERVATIONS, (Theme.VICTIM, Severity.MINOR), by=people["lead"])
        for number, grade in enumerate((Grade.APPROPRIATE, Grade.APPROPRIATE, Grade.INAPPROPRIATE)):
            member = make.user(Role.MEMBER, name=f"{MEMBER} {number}")
            given: Any = {"release_id": release.id, "comment": REMARK, "given_at": now()}
            make.session.add(GradeRow(round_case_id=place.id, user_id=member.id, grade=grade, **given))
        return finding.id


def letter_form(page: str) -> dict[str, str]:
    found = re.search(r'name="stamp" value="([^"]*)"', page)
    return {"text": "Dear colleague, well done.", "stamp": found[1] if found else ""}


def test_the_lead_hands_a_letter_over_downloads_it_and_keeps_that_it_was_read(sign_in, people, finding_id):
    lead, path = sign_in(people["lead"]), f"/force/letters/{finding_id}/officer"
    page = lead.get(path).text
    assert "Hand over as PDF" in page
    lead.post(f"{path}/hand-over", letter_form(page) | {"as": "docx"}, page=path)
    document = lead.get(f"{path}/document")
    assert document.data.startswith(b"PK")
    today = now()
    read = {"read_on": [str(today.day), str(today.month), str(today.year)], "words": "Thank you."}
    lead.post(f"{path}/read", read, page=path)
    assert "Thank you." in lead.get(path).text


def test_the_lead_holds_a_letter_and_ends_another(sign_in, people, finding_id):
    lead, path = sign_in(people["lead"]), f"/force/letters/{finding_id}/officer"
    lead.post(f"{path}/hold", {"held": "y"}, page=path)
    assert "Let this letter go" in lead.get(path).text
    lead.post(f"{path}/end", {"why": "left"}, page=path)
    assert "Left the force" in lead.get(path).text
    assert "has left the force" in lead.get(f"/force/letters/{finding_id}/decision_maker").text


def test_no_page_of_letters_or_learning_tells_a_member_a_grade_or_a_spread(sign_in, people, finding_id):
    lead, path = sign_in(people["lead"]), f"/force/letters/{finding_id}/decision_maker"
    lead.post(f"{path}/send", letter_form(lead.get(path).text), page=path)
    lead.post("/force/accountable", {"user": people["sergeant"].id}, page="/force/accountable")
    hand_over = re.search(r"/force/rounds/\d+/hand-over", lead.get("/force/accountable").text)
    assert hand_over
    lead.post(hand_over[0], {}, page="/force/accountable")
    sergeant = sign_in(people["sergeant"])
    handed = f"/force/handed/{re.findall(r'[0-9]+', hand_over[0])[0]}"
    seen = [lead.get(page).text for page in (path, "/force/letters", "/force/learning/new?theme=victim")]
    seen += [sergeant.get(page).text for page in ("/force/my-letters", "/force/my-team", handed, "/force/learning")]
    assert all("<h1" in page for page in seen)
    assert [
        page for page in seen if MEMBER in page or REMARK in page or re.search(r"\b[123] (of 3|members)", page)
    ] == []


def test_the_lead_writes_a_learning_point_that_a_supervisor_reads(sign_in, people, finding_id):
    lead, page = sign_in(people["lead"]), "/force/learning/new?theme=victim"
    words = {"title": "Ask first", "good": "Ask the victim.", "policy": "", "link": "", "seen": "0"}
    lead.post(page, words | {"findings": [finding_id]}, page=page)
    read = sign_in(people["sergeant"]).get("/force/learning/1").text
    assert "Ask the victim." in read
    assert "Victim not consulted" in read
