"""Services of policy and everyday words are masked where somebody goes or is sent, and policy stays."""

import pytest


@pytest.mark.parametrize(
    ("written", "hidden"),
    [
        ("There was an assessment with the worker at Resolutions on 30 January.", "Resolutions"),
        ("He was referred to Change Lives by the panel.", "Change Lives"),
        ("His worker at Together Women says that he came.", "Together"),
        ("Three sessions at the Zone were kept.", "Zone"),
        ("Payment is by post to Turning Point within eight weeks.", "Turning Point"),
        ("A mentor from Off the Record sat in.", "Off the Record"),
    ],
)
def test_a_service_is_masked_where_somebody_goes(redactor, written, hidden):
    assert hidden not in redactor.redact(written).text


@pytest.mark.parametrize(
    "written",
    [
        "He was referred to Early Help by the school.",
        "She was given a leaflet for Victim Support.",
        "The panel saw fewer Community Resolutions for possession.",
        "A referral to the Youth Justice Service was made.",
        "It was a turning point for him, and the pathway to work is open.",
    ],
)
def test_policy_stays(redactor, written):
    assert redactor.redact(written).text == written
