"""Retagging: whom or what a redaction stands for, changed by hand; two tags that are one person's."""

import pytest

from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.redacting import HandKind
from scrutiny_app.domain.retagging import Reach, Retagging
from scrutiny_app.services import redacting, retagging
from scrutiny_app.services.redactions import open_newest
from tests.making import KEY

TOLD = "Tobias Okonjo met Mr Quillfeather first. Then Mr Quillfeather rang. Mr Ravenscar left."


@pytest.fixture
def lead(make):
    return make.user(Role.LEAD)


@pytest.fixture
def case(session, make, lead):
    """Draft one case in which two strangers are named beside the victim."""

    def begin(told=TOLD, **changes):
        round_ = make.drawn(make.case(circumstances=told, **changes), by=lead)
        redacting.draft_redactions(session, round_, KEY, lead)
        return make.round_cases(round_)[0]

    return begin


@pytest.fixture
def change(session, lead):
    def change(case, number, tag=None, kind=HandKind.NAME, reach=Reach.PLACE, version=1):
        wanted = Retagging(number, tag, kind, reach)
        retagging.change_span(session, case, wanted, version=version, key=KEY, by=lead)
        return open_newest(session, case, KEY)

    return change


@pytest.fixture
def merge(session, lead):
    def merge(case, gone, kept, version=1):
        retagging.merge_people(session, case, gone, kept, version=version, key=KEY, by=lead)
        return open_newest(session, case, KEY)

    return merge


def told(opened):
    return opened.redacted()["circumstances"]


def test_the_draft_takes_two_strangers_for_two(session, case):
    opened = open_newest(session, case(), KEY)
    assert told(opened) == "[Victim 1] met Mr [Person 1] first. Then Mr [Person 1] rang. Mr [Person 2] left."


def test_a_redaction_is_given_another_tag_at_its_place_alone(case, change):
    opened = change(case(), 2, "[Victim 1]")
    assert told(opened) == "[Victim 1] met Mr [Victim 1] first. Then Mr [Person 1] rang. Mr [Person 2] left."
    assert opened.version.change == "changed"


def test_a_redaction_is_changed_wherever_its_words_bear_the_tag(case, change):
    opened = change(case(), 2, "[Person 2]", reach=Reach.WORDS)
    assert told(opened) == "[Victim 1] met Mr [Person 2] first. Then Mr [Person 2] rang. Mr [Person 2] left."


def test_a_redaction_is_changed_wherever_its_tag_stands(case, change):
    opened = change(case(), 2, kind=HandKind.PLACE, reach=Reach.TAG)
    assert told(opened) == "[Victim 1] met Mr [Place 1] first. Then Mr [Place 1] rang. Mr [Person 2] left."
    assert [span.kind for _, _, span in opened.numbered()][1:3] == ["place", "place"]


def test_a_redaction_is_linked_to_a_party_of_the_record_whom_no_text_named(session, case, change):
    place = case(victim_2_name="Ashgrove, Perpetua")
    assert retagging.people_of(open_newest(session, place, KEY))["[Victim 2]"] == "Perpetua Ashgrove"
    opened = change(place, 4, "[Victim 2]")
    assert told(opened).endswith("Mr [Victim 2] left.")
    (span,) = [span for _, _, span in opened.numbered() if span.tag == "[Victim 2]"]
    assert span.party is not None


def test_a_redaction_is_given_somebody_new(case, change):
    assert told(change(case(), 1)) == "[Person 3] met Mr [Person 1] first. Then Mr [Person 1] rang. Mr [Person 2] left."


def test_two_tags_of_one_person_are_merged_in_all_texts(case, merge):
    opened = merge(case(conditions="Write to Mr Ravenscar."), "[Person 2]", "[Person 1]")
    assert told(opened) == "[Victim 1] met Mr [Person 1] first. Then Mr [Person 1] rang. Mr [Person 1] left."
    assert "[Person 1]" in opened.redacted()["conditions"]
    assert (opened.version.change, opened.version.places) == ("merged", 2)


def test_a_merge_takes_along_what_was_the_others(case, merge):
    opened = merge(case("Tobias Okonjo of 3 Kiln Street saw Mr Ravenscar."), "[Victim 1]", "[Person 1]")
    assert told(opened) == "[Person 1] of [Person 1's address] saw Mr [Person 1]."


@pytest.mark.parametrize(
    ("gone", "kept", "words"),
    [("[Person 1]", "[Person 1]", "these are one"), ("[Person 9]", "[Person 1]", "not in this version")],
)
def test_a_merge_that_makes_no_sense_is_refused(case, merge, gone, kept, words):
    with pytest.raises(Refused, match=words):
        merge(case(), gone, kept)


def test_a_tag_that_is_nobodys_is_refused(case, change):
    with pytest.raises(Refused, match="not in this version any more"):
        change(case(), 1, "[Person 9]")


def test_a_change_that_changes_nothing_is_refused(case, change):
    with pytest.raises(Refused, match="already"):
        change(case(), 1, "[Victim 1]")


def test_a_change_of_an_older_version_is_overtaken(case, change):
    place = case()
    change(place, 1)
    with pytest.raises(Overtaken):
        change(place, 2)


def test_a_changed_redaction_that_is_lifted_does_not_come_back_under_its_old_tag(session, case, change, lead):
    place = case("Mr Quillfeather fell.", suspect_account=None, victim_views=None, rationale=None, conditions=None)
    change(place, 1, "[Victim 1]")
    redacting.lift_span(session, place, 1, "A brand.", version=2, key=KEY, by=lead)
    opened = open_newest(session, place, KEY)
    assert told(opened) == "Mr Quillfeather fell."
    assert opened.version.lost == ()
