"""Illnesses, courses, tests and dues are no services, though somebody is referred to them or treated for them."""

import pytest


@pytest.mark.parametrize(
    "written",
    [
        "He attended Speed Awareness.",
        "He contacted Student Loans.",
        "Treatment for Post Traumatic Stress is under way.",
        "He was referred to Fire Setting.",
        "He attended Anger Skills.",
        "She has support with Low Mood.",
        "Treatment for Panic Attacks goes on.",
        "An assessment for Personality Disorder was made.",
        "She had an appointment for Blood Tests.",
        "He was referred to Problem Solving and Money Management.",
        "He contacted Council Tax.",
    ],
)
def test_what_is_no_service_stays(redactor, written):
    assert redactor.redact(written).text == written


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Treatment at Bright Water ended.", "Bright Water"),
        ("He was referred to Bright Futures.", "Bright Futures"),
        ("Treatment from Blue Door began.", "Blue Door"),
        ("He attends Open Door weekly.", "Open Door"),
        ("He attended Speed Awareness and then Bright Paths.", "Bright Paths"),
        ("An appointment with Turning Leaf was kept.", "Turning Leaf"),
    ],
)
def test_services_are_masked(redactor, written, name):
    assert name not in redactor.redact(written).text
