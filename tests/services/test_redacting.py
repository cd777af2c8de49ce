"""Redacting: drafts from the record that was frozen, edits by versions, a first person's word."""

import pytest
from sqlalchemy import select

from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.redacting import HandKind, Standing
from scrutiny_app.models.redactions import Redaction
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import redacting
from scrutiny_app.services.adding import Addition
from scrutiny_app.services.redacting import Bared, LeaksFound
from scrutiny_app.services.redactions import open_newest, progress
from scrutiny_app.services.rounds import find_round
from scrutiny_app.services.trail import verify
from scrutiny_app.services.uncovering import BARED
from scrutiny_app.services.versions import Marks, Version, keep_version, newest
from tests.making import KEY


@pytest.fixture
def lead(make):
    return make.user(Role.LEAD)


@pytest.fixture
def drafted(session, make, lead):
    """Draft one case whose record the test may change; gives the place of the case in its round."""

    def begin(**changes):
        round_ = make.drawn(make.case(**changes), by=lead)
        redacting.draft_redactions(session, round_, KEY, lead)
        return make.round_cases(round_)[0]

    return begin


@pytest.fixture
def add(session, lead):
    def add(round_case, quoted, text_name="circumstances", kind=HandKind.NAME, version=1, **more):
        wanted = Addition(text_name, quoted, kind, **more)
        redacting.add_span(session, round_case, wanted, version=version, key=KEY, by=lead)
        return open_newest(session, round_case, KEY)

    return add


def events(session, name):
    return list(session.scalars(select(TrailEntry.facts).where(TrailEntry.event == name)))


def test_a_draft_masks_everyone_whom_the_record_names(session, drafted):
    opened = open_newest(session, drafted(), KEY)
    assert (
        opened.redacted()["circumstances"]
        == "[Suspect] pushed [Victim 1] outside [Victim 1's address]. [Witness 1] saw it."
    )
    assert opened.row.made_by is None


def test_a_draft_is_kept_sealed(session, drafted):
    assert b"Okonjo" not in newest(session, drafted()).sealed


def test_drafting_twice_is_refused_and_says_what_to_do(session, make, lead):
    round_ = make.drawn(by=lead)
    assert redacting.draft_redactions(session, round_, KEY, lead) == 1
    with pytest.raises(Refused, match="Open one to check it"):
        redacting.draft_redactions(session, round_, KEY, lead)


def test_nothing_is_drafted_before_the_draw(session, make, lead):
    with pytest.raises(Refused, match="Draw its cases first"):
        redacting.draft_redactions(session, make.round(by=lead), KEY, lead)


def test_a_case_corrected_after_the_draw_is_drafted_as_it_was_frozen(session, make, lead):
    case = make.case(circumstances="As it was frozen.")
    round_ = make.drawn(case, by=lead)
    make.correct(case, circumstances="As a later extract has it.")
    redacting.draft_redactions(session, round_, KEY, lead)
    assert open_newest(session, make.round_cases(round_)[0], KEY).redacted()["circumstances"] == "As it was frozen."


def test_free_words_among_the_facts_are_redacted_too(session, drafted):
    opened = open_newest(session, drafted(offence_title="Assault on Tobias Okonjo"), KEY)
    assert opened.redacted()["offence_title"] == "Assault on [Victim 1]"


def test_an_officer_who_also_decided_is_one_officer(session, drafted):
    opened = open_newest(session, drafted(officer_name="Bhandal, Kiran", officer_number="1107"), KEY)
    assert opened.redacted()["rationale"].startswith("First offence, full admission. Sgt [Officer 1] [")


def test_adding_words_makes_a_new_version_and_leaves_the_old_one(session, drafted, add):
    round_case = drafted(circumstances="Bluebell was there.")
    opened = add(round_case, "Bluebell")
    assert (opened.row.version, opened.redacted()["circumstances"]) == (2, "[Person 1] was there.")
    assert session.query(Redaction).filter_by(round_case_id=round_case.id).count() == 2


def test_words_typed_without_a_place_are_taken_out_wherever_they_stand_in_the_text(drafted, add):
    opened = add(drafted(circumstances="Bluebell fell. bluebell got up. Bluebells grow."), "Bluebell")
    assert opened.redacted()["circumstances"] == "[Person 1] fell. [Person 1] got up. Bluebells grow."


def test_a_selected_place_alone_is_taken_out(drafted, add):
    opened = add(drafted(circumstances="Bluebell fell. Bluebell got up."), "Bluebell", start=15, end=24)
    assert opened.redacted()["circumstances"] == "Bluebell fell. [Person 1] got up."


def test_everywhere_reaches_every_text_of_the_case(drafted, add):
    opened = add(drafted(circumstances="Bluebell fell.", conditions="Visit Bluebell."), "Bluebell", everywhere=True)
    assert opened.redacted()["conditions"] == "Visit [Person 1]."


def test_an_addition_takes_in_what_it_overlaps(drafted, add):
    opened = add(drafted(circumstances="Tobias Okonjo the baker fell."), "Okonjo the baker", start=7, end=23)
    assert opened.redacted()["circumstances"] == "[Victim 1] fell."


def test_words_known_under_a_tag_can_be_given_it(drafted, add):
    opened = add(drafted(circumstances="Tobias fell. Bluebell got up."), "Bluebell", tag="[Victim 1]")
    assert opened.redacted()["circumstances"] == "[Victim 1] fell. [Victim 1] got up."


def test_words_that_stand_nowhere_are_refused_by_name(drafted, add):
    with pytest.raises(Refused, match="does not stand in “Circumstances”"):
        add(drafted(), "Nightshade")


def test_words_already_redacted_are_refused(drafted, add):
    with pytest.raises(Refused, match="redacted already"):
        add(drafted(circumstances="Tobias Okonjo fell."), "Okonjo")


def test_a_selection_that_does_not_hold_its_words_is_refused(drafted, add):
    with pytest.raises(Refused, match="do not agree"):
        add(drafted(circumstances="Bluebell fell."), "Bluebell", start=3, end=99)


def test_an_edit_of_an_older_version_is_overtaken(drafted, add):
    round_case = drafted(circumstances="A bluebell and a foxglove fell.")
    add(round_case, "bluebell")
    with pytest.raises(Overtaken):
        add(round_case, "foxglove", version=1)


def test_a_lift_puts_the_words_back_and_keeps_its_reason_sealed(session, drafted, add, lead):
    round_case = drafted(circumstances="Bluebell fell.", suspect_account=None, victim_views=None, rationale=None)
    add(round_case, "Bluebell")
    redacting.lift_span(session, round_case, 1, "It is a flower.", version=2, key=KEY, by=lead)
    opened = open_newest(session, round_case, KEY)
    assert opened.redacted()["circumstances"] == "Bluebell fell."
    assert opened.version.lifts[0].reason == "It is a flower."
    assert "flower" not in "".join(session.scalars(select(TrailEntry.facts)))


def test_a_lift_everywhere_puts_back_all_places_of_the_words(session, drafted, add, lead):
    round_case = drafted(circumstances="Bluebell fell. Bluebell rose.", conditions="Bluebell.")
    add(round_case, "Bluebell", everywhere=True)
    redacting.lift_span(session, round_case, 1, "A flower.", everywhere=True, version=2, key=KEY, by=lead)
    opened = open_newest(session, round_case, KEY)
    assert (opened.redacted()["circumstances"], opened.redacted()["conditions"]) == (
        "Bluebell fell. Bluebell rose.",
        "Bluebell.",
    )


@pytest.fixture
def lift(session, lead):
    def lift(round_case, number, version, **more):
        redacting.lift_span(session, round_case, number, "They may be.", version=version, key=KEY, by=lead, **more)
        return open_newest(session, round_case, KEY)

    return lift


TWO = "Tobias Okonjo met Wendeline Garside there."
REDACTED = "[Victim 1] met [Suspect] there."


def test_lifting_what_was_added_over_two_redactions_brings_both_back(session, drafted, add, lift, lead):
    round_case = drafted(circumstances=TWO)
    before = open_newest(session, round_case, KEY).marks["circumstances"]
    add(round_case, TWO[:-1], start=0, end=len(TWO) - 1)
    opened = lift(round_case, 1, 2)
    assert opened.marks["circumstances"] == before
    assert opened.redacted()["circumstances"] == REDACTED
    redacting.finish_check(session, round_case, 3, KEY, lead)


def test_lifting_through_two_additions_uncovers_one_after_the_other(drafted, add, lift):
    round_case = drafted(circumstances=TWO)
    add(round_case, "Tobias Okonjo met", start=0, end=17)
    add(round_case, TWO[:-1], version=2, start=0, end=len(TWO) - 1)
    assert lift(round_case, 1, 3).redacted()["circumstances"].endswith(" [Suspect] there.")
    assert lift(round_case, 1, 4).redacted()["circumstances"] == REDACTED


def test_what_a_person_lifted_is_not_brought_back(drafted, add, lift):
    round_case = drafted(circumstances=TWO)
    lift(round_case, 1, 1)
    add(round_case, TWO[:-1], version=2, start=0, end=len(TWO) - 1)
    assert lift(round_case, 1, 3).redacted()["circumstances"] == "Tobias Okonjo met [Suspect] there."


def test_an_addition_made_by_hand_under_another_is_brought_back(drafted, add, lift):
    round_case = drafted(circumstances="bluebell and foxglove fell.")
    add(round_case, "foxglove")
    add(round_case, "bluebell and foxglove", version=2, start=0, end=21)
    assert lift(round_case, 1, 3).redacted()["circumstances"] == "bluebell and [Person 1] fell."


def test_a_doubt_under_a_lifted_redaction_is_a_doubt_again(session, drafted, add, lift):
    round_case = drafted(victim_2_name="Price, Will", circumstances="The price was low.")
    doubts = open_newest(session, round_case, KEY).marks["circumstances"].doubts
    assert doubts
    add(round_case, "price was", start=4, end=13)
    assert lift(round_case, 1, 2).marks["circumstances"].doubts == doubts


@pytest.fixture
def bared(session, drafted, lead):
    """Keep a version in which a redaction has gone that nobody lifted, of words that the verifier does not know."""
    round_case = drafted(circumstances="He rang 07700 900123 and left.")
    opened = open_newest(session, round_case, KEY)
    marks = dict(opened.marks) | {"circumstances": Marks()}
    keep_version(session, round_case, Version("added", "name", 1, marks), KEY, by=lead.id)
    return round_case


def test_words_laid_bare_without_a_reason_are_a_doubt(session, bared, lead):
    opened = redacting.read_redaction(session, bared, KEY, lead)
    (doubt,) = opened.marks["circumstances"].doubts
    assert (opened.words("circumstances", doubt), doubt.reason) == ("07700 900123", BARED)


def test_a_version_with_words_laid_bare_cannot_be_called_ready(session, bared, lead, monkeypatch):
    monkeypatch.setattr(redacting, "leaks", lambda record, words: [])
    with pytest.raises(Bared, match="“07700 900123” in Circumstances"):
        redacting.finish_check(session, bared, 2, KEY, lead)


def test_words_laid_bare_may_be_shown_once_they_are_lifted_with_a_reason(session, bared, add, lift, lead, monkeypatch):
    monkeypatch.setattr(redacting, "leaks", lambda record, words: [])
    add(bared, "07700 900123", kind=HandKind.NUMBER, version=2)
    lift(bared, 1, 3)
    lift(bared, 1, 4)
    assert redacting.finish_check(session, bared, 5, KEY, lead).checked_by == lead.id


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_lift_without_a_reason_is_refused(session, drafted, lead, reason):
    with pytest.raises(Refused, match="Say why"):
        redacting.lift_span(session, drafted(), 1, reason, version=1, key=KEY, by=lead)


def test_a_version_with_a_name_put_back_cannot_be_called_ready(session, drafted, lead):
    round_case = drafted()
    redacting.lift_span(session, round_case, 1, "I think so.", version=1, key=KEY, by=lead)
    with pytest.raises(LeaksFound, match=r"“Wendeline GARSIDE” in Circumstances \(name\)"):
        redacting.finish_check(session, round_case, 2, KEY, lead)


def test_a_clean_version_is_called_ready_once(session, drafted, lead):
    round_case = drafted()
    redacting.finish_check(session, round_case, 1, KEY, lead)
    with pytest.raises(Refused, match="checked already"):
        redacting.finish_check(session, round_case, 1, KEY, lead)


def test_an_older_version_cannot_be_called_ready(session, drafted, add, lead):
    round_case = drafted(circumstances="Bluebell fell.")
    add(round_case, "Bluebell")
    with pytest.raises(Overtaken):
        redacting.finish_check(session, round_case, 1, KEY, lead)


def test_an_edit_after_the_check_needs_a_check_again(session, drafted, add, lead):
    round_case = drafted(circumstances="Bluebell fell.")
    redacting.finish_check(session, round_case, 1, KEY, lead)
    add(round_case, "Bluebell")
    (standing,) = progress(session, find_round(session, round_case.round_id, lead))
    assert standing.standing is Standing.TO_CHECK


def test_every_deed_and_look_is_on_the_trail(session, drafted, add, lead):
    round_case = drafted(circumstances="Bluebell fell.")
    add(round_case, "Bluebell")
    redacting.read_redaction(session, round_case, KEY, lead)
    redacting.finish_check(session, round_case, 2, KEY, lead)
    recorded = session.scalars(select(TrailEntry.event).order_by(TrailEntry.position)).all()
    assert recorded == ["RedactionsDrafted", "RedactionEdited", "RedactionRead", "RedactionChecked"]
    assert "Bluebell" not in "".join(session.scalars(select(TrailEntry.facts)))
    assert verify(session)[1] == []


def test_a_registrars_look_at_an_original_is_an_alarm(session, make, drafted):
    redacting.read_redaction(session, drafted(), KEY, make.user(Role.REGISTRAR))
    assert '"alarmed":true' in events(session, "OriginalRead")[0]
