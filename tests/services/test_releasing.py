"""Releasing: two people, the newest version, a clean verifier, and nothing that identifies anyone."""

import pytest
from sqlalchemy import select

from scrutiny_app.domain.cases import FIELDS, Kind
from scrutiny_app.domain.errors import Overtaken
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.redacting import HandKind, Standing
from scrutiny_app.domain.releasing import from_json
from scrutiny_app.models.releases import Release
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import redacting, releasing
from scrutiny_app.services.adding import Addition
from scrutiny_app.services.redacting import LeaksFound
from scrutiny_app.services.redactions import open_newest, progress
from scrutiny_app.services.releasing import NotApprovable
from scrutiny_app.services.trail import now
from scrutiny_app.services.versions import Marks, Version, keep_version
from tests.making import KEY, record


class Case:
    """One drafted case, the lead who drew it, a preparer, and the deeds on it."""

    def __init__(self, session, make, **changes):
        self.session = session
        self.lead, self.preparer = make.user(Role.LEAD), make.user(Role.PREPARER)
        self.case = make.case(**changes)
        self.round = make.drawn(self.case, by=self.lead)
        (self.place,) = make.round_cases(self.round)
        redacting.draft_redactions(session, self.round, KEY, self.lead)

    def add(self, words, by, version):
        wanted = Addition("circumstances", words, HandKind.NAME)
        redacting.add_span(self.session, self.place, wanted, version=version, key=KEY, by=by)

    def check(self, by, version=1):
        redacting.finish_check(self.session, self.place, version, KEY, by)

    def approve(self, by, version=1):
        return releasing.approve(self.session, self.round, self.place, version, KEY, by)

    def standing(self):
        return progress(self.session, self.round)[0].standing


@pytest.fixture
def case(session, make):
    def begin(**changes):
        return Case(session, make, **changes)

    return begin


def test_two_people_make_a_release(session, case):
    one = case()
    one.check(one.lead)
    release = one.approve(one.preparer)
    assert (release.version, release.checked_by, release.approved_by) == (1, one.lead.id, one.preparer.id)
    assert one.standing() is Standing.APPROVED


def test_a_release_is_what_was_previewed(session, case):
    one = case()
    one.check(one.lead)
    seen = releasing.preview(one.place, open_newest(session, one.place, KEY))
    release = one.approve(one.preparer)
    assert (from_json(release.content), release.digest) == (seen, seen.digest)


def test_whoever_checked_a_version_cannot_approve_it(case):
    one = case()
    one.check(one.lead)
    with pytest.raises(NotApprovable, match="You checked this version"):
        one.approve(one.lead)


def test_whoever_edited_a_version_cannot_approve_it(case):
    one = case(circumstances="Bluebell fell.")
    one.add("Bluebell", one.lead, 1)
    one.check(one.preparer, 2)
    with pytest.raises(NotApprovable, match="You made this version"):
        one.approve(one.lead, 2)


def test_a_version_that_nobody_checked_cannot_be_approved(case):
    one = case()
    with pytest.raises(NotApprovable, match="Check it first"):
        one.approve(one.preparer)


def test_an_older_version_cannot_be_approved(case):
    one = case(circumstances="Bluebell fell.")
    one.check(one.lead)
    one.add("Bluebell", one.lead, 1)
    with pytest.raises(Overtaken):
        one.approve(one.preparer)


def test_a_version_is_approved_once(case):
    one = case()
    one.check(one.lead)
    one.approve(one.preparer)
    with pytest.raises(NotApprovable, match="approved already"):
        one.approve(one.preparer)


def test_an_amendment_is_a_new_release_and_leaves_the_first_until_then(session, case):
    one = case(circumstances="Bluebell fell.")
    one.check(one.lead)
    first = one.approve(one.preparer)
    one.add("Bluebell", one.preparer, 1)
    assert one.standing() is Standing.TO_CHECK
    assert session.scalars(select(Release.version)).all() == [1]
    one.check(one.preparer, 2)
    second = one.approve(one.lead, 2)
    assert second.version == 2
    assert "Bluebell" in first.content
    assert "Bluebell" not in second.content


def test_a_leak_that_slipped_past_the_check_still_stops_the_release(session, case, monkeypatch):
    one = case()
    bare = Version("lifted", "name", 1, {"circumstances": Marks()})
    keep_version(session, one.place, bare, KEY, by=one.lead.id)
    with monkeypatch.context() as patched:
        patched.setattr(redacting, "leaks", lambda record, words: [])
        patched.setattr(redacting, "bared_places", lambda opened: [])
        one.check(one.lead, 2)
    with pytest.raises(LeaksFound, match="“Tobias Okonjo” in Circumstances"):
        one.approve(one.preparer, 2)


def test_a_leak_in_a_fact_stops_the_release_as_one_in_a_text_does(session, case, monkeypatch):
    one = case(offence_title="Assault on Tobias Okonjo")
    keep_version(session, one.place, Version("lifted", "name", 1, {"offence_title": Marks()}), KEY, by=one.lead.id)
    with monkeypatch.context() as patched:
        patched.setattr(redacting, "leaks", lambda record, words: [])
        patched.setattr(redacting, "bared_places", lambda opened: [])
        one.check(one.lead, 2)
    with pytest.raises(LeaksFound, match="in Offence"):
        one.approve(one.preparer, 2)


def test_a_release_holds_the_record_as_it_was_frozen(session, make, case):
    one = case(conditions="Write a letter.")
    make.correct(one.case, conditions="Pay fifty pounds.")
    one.check(one.lead)
    content = one.approve(one.preparer).content
    assert "Write a letter." in content
    assert "fifty" not in content


PLANTED = {
    "offender_name": "Quillfeather, Dagny",
    "offender_address": "77 Marrowbone Crescent, Skelmarsh, NM6 9ZT",
    "offender_contact": "07700 900812; dagny.q@example.org",
    "offender_vehicle": "NM26 QFD",
    "victim_1_name": "Ashgrove, Perpetua",
    "victim_1_address": "5 Fennel Row, Skelmarsh, NM2 1HJ",
    "victim_1_contact": "perpetua@example.org",
    "victim_2_name": "Vantongeren, Ludo",
    "victim_2_contact": "07700 900377",
    "victim_3_name": "Oyelaran, Bisi",
    "witnesses": ["Zielinska, Halina"],
    "third_parties": ["Macintosh, Fearghas"],
    "officer_name": "Thistlewood, Aled",
    "officer_number": "7741",
    "supervisor_name": "Ravenscar, Nell",
    "supervisor_number": "8852",
    "decision_maker_name": "Penhaligon, Gwen",
    "decision_maker_number": "9963",
    "authorising_name": "Broadwater, Ines",
    "case_number": "NM/887766/26",
    "crime_number": "42NM/554433/26",
}
NEEDLES = sorted(
    {
        *("Quillfeather", "Dagny", "Marrowbone", "NM6 9ZT", "900812", "dagny.q", "NM26 QFD", "Ashgrove", "Perpetua"),
        *("Fennel", "NM2 1HJ", "Vantongeren", "Ludo", "900377", "Oyelaran", "Bisi", "Zielinska", "Halina", "7741"),
        *("Macintosh", "Fearghas", "Thistlewood", "Aled", "Ravenscar", "Nell", "8852", "Penhaligon", "Gwen", "9963"),
        *("Broadwater", "Ines", "887766", "554433", "1991-02-03", "3 February 1991"),
    }
)


def test_what_is_planted_in_every_field_is_in_no_byte_of_a_release(case):
    def told(who):
        return "; ".join(who) if isinstance(who, list) else who

    everything = ". ".join(told(value) for value in PLANTED.values()) + ". Born 3 February 1991."
    free = {field.name: everything for field in FIELDS if field.kind is Kind.TEXT}
    words = dict.fromkeys(("offence_title", "tier", "gravity_matrix"), f"As {PLANTED['victim_1_name']} says")
    one = case(**(PLANTED | free | words))
    one.check(one.lead)
    content = one.approve(one.preparer).content
    assert [needle for needle in NEEDLES if needle.casefold() in content.casefold()] == []


def test_every_free_field_of_the_schema_is_planted():
    free = {field.name for field in FIELDS if field.kind in (Kind.PERSON, Kind.PEOPLE)}
    assert free <= PLANTED.keys()
    assert record().keys() == {field.name for field in FIELDS}


def test_release_and_refusal_are_on_the_trail_without_a_word_of_the_case(session, case):
    one = case()
    one.check(one.lead)
    with pytest.raises(NotApprovable) as refusal:
        one.approve(one.lead)
    releasing.record_refusal(session, one.place, 1, refusal.value, one.lead)
    one.approve(one.preparer)
    recorded = session.execute(select(TrailEntry.event, TrailEntry.facts).order_by(TrailEntry.position)).all()
    assert [event for event, _ in recorded[-3:]] == ["ReleaseRefused", "CaseReleased", "CaseChecked"]
    assert '"cause":"own check"' in recorded[-3].facts
    assert "Okonjo" not in "".join(facts for _, facts in recorded)


def test_the_database_itself_refuses_one_person_as_two(session, case):
    one = case()
    same = {"checked_by": one.lead.id, "approved_by": one.lead.id, "approved_at": now()}
    session.add(Release(round_case_id=one.place.id, version=1, content="{}", digest="0" * 64, **same))
    with pytest.raises(Exception, match="two_people"):
        session.flush()
