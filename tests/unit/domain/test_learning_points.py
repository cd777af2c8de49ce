"""A learning point's policy and link, and a letter's words: what may stand, as values."""

import pytest

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.learning import reply_with
from scrutiny_app.domain.learning_points import Policy, check_point, read_policy
from scrutiny_app.domain.leaving_unsaid import escalation_told


@pytest.mark.parametrize("policy", [Policy("Ask first."), Policy("Ask.\nThen ask again.", "https://example.org/a")])
def test_a_policy_is_read_as_it_was_kept(policy):
    assert read_policy(policy.kept) == policy


@pytest.mark.parametrize(
    "link",
    [
        "http://example.org",
        "javascript:alert(1)",
        "https://",
        "https://localhost/x",
        "https://me@example.org",
        "https://example.org:port/",
        'https://example.org/"onclick',
        "https://example.org/a b",
    ],
)
def test_a_link_that_is_no_plain_https_address_is_refused(link):
    with pytest.raises(Refused, match="https"):
        check_point("Ask first", "Ask.", Policy("Policy", link), 1)


def test_a_point_without_findings_or_good_is_refused():
    with pytest.raises(Refused, match="at least one finding"):
        check_point("Ask first", "Ask.", Policy(""), 0)
    with pytest.raises(Refused, match="good looks like"):
        check_point("Ask first", "", Policy(""), 1)


def test_a_note_is_known_by_five_words_in_a_row_and_a_short_one_whole():
    assert escalation_told("He was seen at the school gate.", ["Was seen at the school gate at noon"])
    assert escalation_told("Look at bail.", ["look at BAIL"])
    assert escalation_told("He was at the gate.", ["Was seen at the school gate at noon"]) == []


def test_a_reply_holds_what_somebody_will_do_next_time_under_its_own_words():
    assert reply_with("", "Ask. ") == "What I will do next time\n\nAsk."
    assert reply_with("No.", "") == "No."
