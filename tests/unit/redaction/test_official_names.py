"""Operations, laws, hearings, courses, teams and illnesses called after somebody or something stay; people do not."""

import pytest


@pytest.mark.parametrize(
    "written",
    [
        "Op Sceptre week of action. Part of Op Yellowhammer patrols. Operation Soteria Bluestone was followed.",
        "She asked for it under Zorbik's Law.",
        "A Newton hearing was possible and a Turnbull direction would be needed. He was Gillick competent.",
        "He was told of the Horizon Programme and the Stepping Stones workshop.",
        "Diagnosed with Korsakoff syndrome and Ehlers-Danlos; his father has Lewy body dementia.",
        "Officers from the Neighbourhood Support Team and Tactical Support Group attended.",
        "It went to the Community Safety Partnership under the Vulnerability Assessment Framework.",
        "Causing Unnecessary Suffering to a Protected Animal; Fraud by False Representation; Drunk and Incapable.",
        "He wore an Everton shirt and ran off.",
        "He takes Ramipril and Pregabalin for it.",
        "An Osman warning was given. The Caldwell test went. See R v Chan-Fook; following R v Savage it is.",
        "Kent Police and Thames Valley Police had no trace; the Yorkshire Building Society answered.",
    ],
)
def test_what_is_called_after_somebody_or_something_stays(redactor, written):
    assert redactor.redact(written).text == written


@pytest.mark.parametrize(
    ("written", "gone"),
    [
        ("The personnel manager (Mr Justice) suspended him.", "Justice"),
        ("Op Sceptre was run by Kelvin Zorbik.", "Zorbik"),
        ("The Brackenholme programme was run by Mr Quill.", "Quill"),
        ("She lives in Leeds with her mother.", "Leeds"),
        ("The file is R v Zorbik and he is on bail.", "Zorbik"),
        ("PC Case of the Neighbourhood Support Team came.", "Case"),
    ],
)
def test_people_and_places_beside_them_are_masked(redactor, written, gone):
    assert gone not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "Recorded as Victim's Wishes. She has a Right to Anonymity. Paid by Contactless.",
        "Drug Test on Arrest: positive. Hate Incident: Ableist. The boy is a Cub Scout.",
        "Golden Hour was kept. House to House was done. Scene Preservation was good.",
    ],
)
def test_steps_states_and_bodies_with_a_capital_stay(redactor, written):
    assert redactor.redact(written).text == written
