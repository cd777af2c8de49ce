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
