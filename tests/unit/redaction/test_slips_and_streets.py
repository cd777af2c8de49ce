"""Slips of the keys and things stay; streets of policy words, numbers after names and names online go."""

import pytest


@pytest.mark.parametrize(
    ("written", "gone"),
    [
        ("He lives at Crown Street with her. It was in Constable Close.", "Crown"),
        ("He lives at Crown Street with her. It was in Constable Close.", "Constable"),
        ("Seen at the shop on Long Lane at noon.", "Long Lane"),
        ("To: ZORBIK, Neil 824\nSubject: outcome", "824"),
        ("Somebody called EmekaTheGreat87 put it up.", "EmekaTheGreat87"),
        ("She works shifts at the ZUH in the day.", "ZUH"),
        ("He showed a receipt from Currys at Quillet Road.", "Currys"),
    ],
)
def test_what_is_told_by_its_place_or_look_is_masked(redactor, written, gone):
    assert gone not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "He must go to Crown Court. The Crown Prosecutor agrees.",
        "The lawyer @ CPS agrees. CPS Direct was rung.",
        "He got out with a wheelbrace in his hand. Wheelbrace on the hall floor.",
        "the gas bottels were nicked in the mornins. no heatin at all. he was cold and told us so.",
        "1152 - unit O/S, calm.",
        "3 Mar - he was seen at the car park.",
    ],
)
def test_slips_things_and_policy_stay(redactor, written):
    assert redactor.redact(written).text == written


@pytest.mark.parametrize(
    ("written", "gone"),
    [
        ("Her employer is Next at the retail park.", "Next"),
        ("He was taken on at Amazon with no notice.", "Amazon"),
        ("You work with him at Halfords, he says.", "Halfords"),
        ("The stone has gone up in St Zorbik's churchyard.", "churchyard"),
        ("I met all four at the Roland Zorbik building.", "building"),
        ("He was seen by Zorbik Stanton Defence at noon.", "Defence"),
    ],
)
def test_employers_and_what_a_place_goes_on_with_are_masked(redactor, written, gone):
    assert gone not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written", ["The next store is closed. Next he rang the firm.", "He drives a Nissan and ordered it on Amazon."]
)
def test_makers_stay_where_nobody_works(redactor, written):
    assert redactor.redact(written).text == written


def test_a_season_after_a_forename_is_a_surname(redactor):
    assert redactor.redact("Early help is open with Fiona March as the lead.").text.count("March") == 0
    assert "March" in redactor.redact("She rang on 3 March and again in March.").text
