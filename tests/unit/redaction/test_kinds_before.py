"""Places told by a kind before them or a place behind are masked; so is what a number goes on with."""

import pytest


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("They go to a youth club, Project 4orty.", "4orty"),
        ("She was hit on Ward B4 at night.", "B4"),
        ("He'd been at the Crown in Longtown since noon.", "Crown"),
        ("It was set alight on the Marlpit steps.", "Marlpit steps"),
        ("He gets out by the Queensway lights. His mate pays.", "Queensway lights"),
        ("He was thrown through the door of Molloy's of the Quay.", "Quay"),
        ("She went back to work at the noodle place on Far Gosford Street.", "noodle place"),
        ("They both attend Moor End Sixth Form now.", "Moor End"),
        ("Her son got the start at Nissan that he was after.", "Nissan"),
        ("Rang her station on 01632 960055 ext 214.", "214"),
        ("It is on the log LC-612 of 29/6.", "29/6"),
    ],
)
def test_a_place_told_by_its_kind_or_place_is_masked(redactor, written, hidden):
    assert hidden not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "The Project Manager and the Project Team met.",
        "He was seen in the place on the corner.",
        "He is in Sixth Form. She goes to sixth form.",
        "The traffic lights were red, the steps wet and the ward round late.",
        "Victim's of crime have rights.",
    ],
)
def test_kinds_without_a_name_stay(redactor, written):
    assert redactor.redact(written).text == written


def test_a_deed_after_a_rank_and_a_name_is_no_place(redactor):
    assert redactor.redact("Then Sgt Moss steps in.").text.endswith("steps in.")


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("The mediator from Together Housing is willing.", "Together"),
        ("He goes to Blackburn Youth Zone on Fridays.", "Youth Zone"),
        ("CCTV is with the Shadsworth hub.", "hub"),
    ],
)
def test_a_service_of_policy_words_is_masked(redactor, written, hidden):
    assert hidden not in redactor.redact(written).text


def test_a_referral_to_policy_alone_stays(redactor):
    written = "The mediator was from Community Housing and he was referred to Housing and Mental Health."
    assert redactor.redact(written).text == written
