"""Numbers from outside: they are told to whom they wait for, held to what the record shows, and can be taken back."""

import html
import re

import pytest
from sqlalchemy import select

from scrutiny_app.domain.people import Role
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.frame_checks import NamedNumber
from scrutiny_app.models.trail import TrailEntry


@pytest.fixture
def people(making):
    with making() as make:
        return {role: make.user(role) for role in (Role.LEAD, Role.REGISTRAR, Role.CHAIR, Role.MEMBER, Role.ADVISER)}


@pytest.fixture
def frozen(making, people):
    with making() as make:
        panel = make.panel(people[Role.CHAIR], people[Role.MEMBER], people[Role.ADVISER])
        return make.frozen_round(by=people[Role.LEAD], panel=panel)


@pytest.fixture
def registrar(sign_in, people):
    return sign_in(people[Role.REGISTRAR])


@pytest.fixture
def chair(sign_in, people):
    return sign_in(people[Role.CHAIR])


@pytest.fixture
def path(frozen):
    return f"/force/rounds/{frozen.id}/numbers"


def rows(database, column):
    with database.reading() as session:
        return list(session.scalars(select(column)))


def words(answer):
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", " ", answer.text.partition("<main")[2])))


def name(browser, path, *numbers):
    return browser.post(path, {"source": "court_list", "numbers": "\n".join(numbers)})


def test_the_registrars_home_tells_how_many_numbers_wait(frozen, registrar, chair, path):
    assert "numbers from outside" not in words(registrar.get("/force/"))
    name(chair, f"/panel/rounds/{frozen.id}/numbers", "42NM/7/26", "42NM/8/26")
    assert "Answer whether numbers from outside are in the frame" in words(registrar.get("/force/"))
    assert "2 to answer" in words(registrar.get("/force/"))
    for one in (1, 2):
        registrar.post(f"{path}/{one}", {"answer": "absent", "reason": "", "despite": ""})
    assert "numbers from outside" not in words(registrar.get("/force/"))


def test_a_listed_number_is_not_answered_as_absent_unless_it_is_said_why(database, registrar, path):
    name(registrar, path, rows(database, CaseNumber.number)[0])
    page = registrar.post(f"{path}/1", {"answer": "absent", "reason": "", "despite": ""})
    assert "The frozen files show “In the frame”" in words(page)
    assert rows(database, NamedNumber.answer) == [None]
    registrar.post(f"{path}/1", {"answer": "absent", "reason": "", "despite": "another_case"})
    assert rows(database, NamedNumber.answer) == ["absent"]
    assert '"despite":"another_case"' in "".join(rows(database, TrailEntry.facts)).replace(" ", "")


def test_what_was_found_stays_shown_after_the_answer(database, registrar, path):
    name(registrar, path, rows(database, CaseNumber.number)[0])
    registrar.post(f"{path}/1", {"answer": "in_frame", "reason": "", "despite": ""})
    assert "The frozen frame lists it" in words(registrar.get(path))


def test_a_number_is_found_by_its_letters_and_digits_however_it_is_written(database, registrar, path):
    number = rows(database, CaseNumber.number)[0]
    other = " ".join(re.findall("[a-z]+|[0-9]+", number.lower()))
    assert other != number
    page = words(name(registrar, path, other))
    assert f"Written {number}: The frozen frame lists it" in page
    assert "Numbers named: 0. Named before, and kept once: 1." in words(name(registrar, path, number))


@pytest.mark.parametrize("text", ["John Smith", "Smith 1985", "14 Elm Road", "12 High Street, Northmere", "a@b1.uk"])
def test_what_is_plainly_no_number_is_refused_without_being_repeated(database, registrar, path, text):
    page = name(registrar, path, "42NM/7/26", text)
    assert "Line 2 is no crime or case number" in words(page)
    assert not rows(database, NamedNumber.id)


@pytest.mark.parametrize("text", ["OOC 25 00900023", "OOC-25-00900023", "42NM/7/26", "4200123/26", "CR/1"])
def test_numbers_as_forces_write_them_are_taken(database, registrar, path, text):
    name(registrar, path, text)
    assert rows(database, NamedNumber.number) == [text]


def test_a_number_named_by_mistake_is_taken_back_by_whoever_named_it_and_by_nobody_else(
    database, frozen, registrar, chair, path
):
    theirs = f"/panel/rounds/{frozen.id}/numbers"
    name(chair, theirs, "42NM/7/26")
    assert "Take it back" not in registrar.get(path).text
    assert registrar.post(path, {"take_back": "1"}).status_code == 404
    assert "Take it back" in chair.get(theirs).text
    assert "The number is taken back" in chair.post(theirs, {"take_back": "1"}).text
    assert not rows(database, NamedNumber.id)
    assert rows(database, TrailEntry.event)[-1] == "NumberTakenBack"


def test_a_number_that_was_answered_is_not_taken_back(database, registrar, path):
    name(registrar, path, "42NM/7/26")
    registrar.post(f"{path}/1", {"answer": "absent", "reason": "", "despite": ""})
    assert "Take it back" not in registrar.get(path).text
    assert registrar.post(path, {"take_back": "1"}).status_code == 409
    assert rows(database, NamedNumber.answer) == ["absent"]


@pytest.mark.parametrize("role", [Role.MEMBER, Role.ADVISER, Role.CHAIR])
def test_everyone_of_the_panel_reads_the_counts_alone(frozen, registrar, sign_in, people, path, role):
    name(registrar, path, "42NM/7/26")
    page = words(sign_in(people[role]).get(f"/panel/rounds/{frozen.id}/certificate"))
    assert "1 named: 0 in the frame, 0 left out with a reason, 0 absent, 1 not answered" in page
    assert "42NM" not in page


def test_it_is_said_that_crime_numbers_are_not_looked_for(registrar, path):
    assert "only case numbers are looked for" in words(name(registrar, path, "42NM/7/26"))
