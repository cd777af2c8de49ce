"""Remarks: what looks like a person's name or number is found, and the words of policy are not."""

import pytest

from scrutiny_app.services.remarks import find_names, find_telling

POLICY = """The Youth Justice Service was not asked before the decision.
A Community Resolution was too lenient; a Conditional Caution would have been right.
The Inspector did not authorise it, and the Sergeant signed the rationale.
Outcome 22 was right. The Child Gravity Matrix score of 3 points to a Youth Caution.
The Code for Crown Prosecutors and the Victims' Code were not followed.
Victim Personal Statement offered and declined. The Crown Prosecution Service was not consulted.
[Victim 1] was not consulted and [Officer 2] gave no reason. [Suspect] admitted it.
Section 39 assault. About £250. 14 weeks is too long. On 3 June nothing was done.
Restorative Justice should have been offered; Turning Point or a Hate Crime awareness course.
Magistrates would have imposed a Compensation Order. The PNC check was not done.
Thames Valley Police and Kent publish this. The Home Office counting rules say otherwise.
Domestic Abuse Policy requires an Inspector. Police and Crime Commissioner. Body Worn Video was not viewed.
Anger Management course, Victim Awareness Course, before Christmas, on a Monday.
TOO LENIENT FOR A WEAPON OFFENCE. THE VICTIM WAS IGNORED.""".split("\n")


@pytest.mark.parametrize("words", POLICY)
def test_words_of_policy_do_not_warn(words):
    assert find_names({"comment": words}) == {}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("PC Whitlow should have asked.", ["Whitlow"]),
        ("Margaret Hughes was ignored.", ["Margaret Hughes"]),
        ("margaret hughes was ignored", ["margaret hughes"]),
        ("I agree with Zofia that it was thin.", ["Zofia"]),
        ("Ring 07700 900230 and ask.", ["07700 900230"]),
        ("Write to achterberg@example.org about it.", ["achterberg@example.org"]),
        ("It happened at CF5 4QA.", ["CF5 4QA"]),
        ("PS 1234 decided alone.", ["1234"]),
        ("Born 12/03/1971, so no child.", ["12/03/1971"]),
    ],
)
def test_what_looks_like_somebody_is_found_where_it_stands(words, found):
    names = find_names({"comment": words})["comment"]
    assert [words[name.start : name.end] for name in names] == found


def test_each_text_is_told_by_its_field_and_empty_ones_are_passed_over():
    assert list(find_names({"comment": "", "missing": "Ask Mr Jones.", "remark-victim": "Fine."})) == ["missing"]


@pytest.mark.parametrize(
    "words",
    [
        "Out-of-court resolutions are for low-level offences.",
        "Out-Of-Court: a first-time offence, dealt with at a half-price rate in-house.",
        "OUT-OF-COURT WORK IS NEW TO THE TEAM",
    ],
)
def test_a_word_of_policy_is_no_reference_of_a_case(words):
    assert find_telling(words) == []


@pytest.mark.parametrize("words", ["NP-7K3M2", "np-bcdfg", "OOCR-23467"])
def test_the_reference_of_a_case_is_found_in_any_case(words):
    assert find_telling(f"Look at {words} again.") == [words]
