"""A learning point's policy and link, and a letter's words: what may stand, as values."""

from itertools import product

import pytest

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.grading import FAULTS, Observation, Severity, Theme
from scrutiny_app.domain.learning import ADVICE, Addressee, Told, draft_letter, reply_with
from scrutiny_app.domain.learning_points import Policy, check_point, read_policy
from scrutiny_app.domain.leaving_unsaid import escalation_told, passing_hinted, sentences_with


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


@pytest.mark.parametrize(
    "words",
    [
        "We have passed this to the PSD.",
        "It is a conduct matter now.",
        "Safeguarding has been told about this.",
        "The CPS has now been asked to look at it.",
        "The panel raised it with the Crown Prosecution Service.",
        "It was sent to the ombudsman.",
        "The panel has passed your case on.",
        "It was reported to children’s services.",
    ],
)
def test_words_that_tell_of_a_referral_are_noticed(words):
    (hinted,) = passing_hinted(words)
    assert sentences_with(words, hinted)


def test_no_draft_tells_of_a_referral_of_itself():
    themes = tuple(Observation(one, Severity.MINOR) for one in Theme if one is not Theme.GOOD_PRACTICE)
    for result, who in product(Result, Addressee):
        told = Told("NP-1", "Theft", "Caution", 3, "The panel", "The force", result, themes, "")
        assert passing_hinted(draft_letter(told, [who]).text) == []


def test_every_fault_that_panels_have_published_is_a_theme_with_its_advice():
    assert Theme.DISPARITY in FAULTS
    assert set(ADVICE) == set(FAULTS)


def test_a_reply_holds_what_somebody_will_do_next_time_under_its_own_words():
    assert reply_with("", "Ask. ") == "What I will do next time\n\nAsk."
    assert reply_with("No.", "") == "No."
