"""Terms and tags explained on a case's page."""

import pytest

from scrutiny_app.domain.releasing import Text
from scrutiny_app.web.explaining import Explainer, meaning_of
from tests.making import released_case


def _explainer(text=""):
    return Explainer(released_case(texts=(Text("circumstances", "Circumstances", text),), facts=()))


def test_a_term_is_explained_at_its_first_use_alone():
    explain = _explainer()
    first, second = explain("YJS asked."), explain("The youth justice service and the YJS agreed.")
    assert 'aria-describedby="term-1">YJS</button>' in first
    assert "Youth justice service. The council’s service" in first
    assert "term" not in second


def test_a_page_begun_anew_explains_its_terms_again():
    explain = _explainer()
    first = explain("YJS asked.")
    explain.begin()
    assert explain("YJS asked.") == first


def test_what_a_case_says_is_escaped_and_its_tags_are_set_off():
    assert _explainer()("<i>[Victim 1]</i> & co") == (
        '&lt;i&gt;<span class="redaction">[Victim 1]</span>&lt;/i&gt; &amp; co'
    )


def test_an_abbreviation_with_two_meanings_is_left_alone():
    assert "term" not in _explainer()("DC [Officer 1] dealt, and was careful; accept a ccaution.")


def test_each_tag_of_a_case_is_listed_once_in_its_order():
    explain = _explainer("[Suspect] struck [Victim 1]. [Suspect] ran.")
    assert [tag for tag, _meaning in explain.tags()] == ["[Suspect]", "[Victim 1]"]


@pytest.mark.parametrize(
    ("tag", "meaning"),
    [
        ("[Victim 2]", "somebody who was harmed"),
        ("[Victim 1's mother]", "the mother of [Victim 1]"),
        ("[Suspect’s phone number]", "the phone number of [Suspect]"),
        ("[Suspect or Victim 1]", "one of the two, [Suspect] or [Victim 1]: the text does not tell which"),
        ("[2 days after the offence]", "a date, told in days from the offence"),
        ("[Vehicle mark 1]", "a vehicle mark"),
        ("[Whatever 3]", "something else that would tell who somebody is"),
    ],
)
def test_a_tag_says_what_it_stands_for(tag, meaning):
    assert meaning_of(tag) == meaning
