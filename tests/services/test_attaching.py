"""Attaching: the files of a zip join their cases, once each, and what is frozen stays as it was drawn."""

import json

import pytest
from sqlalchemy import select

from scrutiny_app.domain.attaching import Fate
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.extracts import Holds, Stage
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.redacting import HandKind
from scrutiny_app.files.attachments import FilesChunk
from scrutiny_app.files.attachments_found import Found, ReadFile
from scrutiny_app.models.attachments import AttachedFile
from scrutiny_app.models.cases import Case, Facets
from scrutiny_app.models.dossiers import Dossier
from scrutiny_app.models.extracts import ImportProblem
from scrutiny_app.models.staged import StagedCase
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import attaching, attachments, receiving, redacting, releasing
from scrutiny_app.services.adding import Addition
from scrutiny_app.services.dossiers import dossier_place, open_dossier
from scrutiny_app.services.redacting import LeaksFound
from scrutiny_app.services.redactions import open_newest
from tests.attached import WORDS, mail, pdf, said, scan, zipped
from tests.making import FORCE, KEY, TESTER
from tests.services.intake import import_attachments

SAID = "Wendeline Garside said that Tobias hit her first. Ring 07700 900461."


@pytest.fixture
def lead(make):
    return make.user(Role.LEAD)


@pytest.fixture
def attach(session, lead):
    def send(**files):
        named = {name.replace("__", "."): data for name, data in files.items()}
        return import_attachments(session, "june.zip", zipped(named), key=KEY, by=lead)

    return send


@pytest.fixture
def case(make):
    return make.case(case_number="NM-0001")


def texts(session, case):
    record = open_dossier(session, case.id, session.get_one(Case, case.id).version, KEY)
    return [one["text"] for one in record.get("attachments", [])]


def problems(session, extract):
    query = select(ImportProblem).where(ImportProblem.extract_id == extract.id).order_by(ImportProblem.row)
    return [(one.row, one.code) for one in session.scalars(query)]


def test_a_file_joins_the_newest_dossier_of_its_case_as_text(session, attach, case, lead):
    extract = attach(**{"NM-0001 statement.txt": SAID, "NM-0001.pdf": pdf(said(WORDS))})
    assert texts(session, case) == [SAID, WORDS]
    assert (extract.stage, extract.holds) == (Stage.DONE, Holds.ATTACHMENTS)
    assert (extract.total, extract.imported, extract.unchanged, extract.rejected) == (2, 2, 0, 0)
    assert case.version == 2
    first, second = (session.get_one(Dossier, (case.id, version)) for version in (1, 2))
    assert first.fingerprint == second.fingerprint
    before, after = (KEY.open(one.sealed, dossier_place(case.id, one.version)) for one in (first, second))
    assert {name: value for name, value in after.items() if name != "attachments"} == before
    assert {"name", "kind", "text", "left_out", "state"} <= after["attachments"][0].keys()


def test_what_was_attached_is_on_the_trail_by_counts(session, attach, case):
    extract = attach(**{"NM-0001 a.txt": "a", "NM-0001 b.txt": "b", "other.txt": "c"})
    entry = session.scalars(select(TrailEntry).where(TrailEntry.event == "AttachmentsAdded")).one()
    assert json.loads(entry.facts) == {"extract_id": extract.id, "cases": 1, "files": 2}


def test_the_same_file_again_adds_nothing(session, attach, case):
    attach(**{"NM-0001.txt": SAID})
    extract = attach(**{"NM-0001 by another name.txt": SAID, "NM-0001 new.txt": WORDS})
    assert texts(session, case) == [SAID, WORDS]
    assert (extract.imported, extract.unchanged) == (1, 1)
    assert attach(**{"NM-0001.txt": SAID}).unchanged == 1
    assert case.version == 3


def test_files_without_a_case_and_files_not_read_are_problems_by_their_places(session, attach, make, case):
    make.case(case_number="AB 1/11")
    make.case(case_number="AB 11/1")
    extract = attach(
        **{"NM-0001.txt": SAID, "Garside.txt": SAID, "AB-111.txt": SAID, "NM-0001.exe": b"MZ", "NM-0001 b.txt": WORDS}
    )
    assert problems(session, extract) == [(2, Fate.NO_CASE), (3, Fate.AMBIGUOUS), (4, Fate.REFUSED)]
    assert extract.problems_found == 3
    assert (extract.total, extract.imported, extract.rejected) == (5, 2, 3)
    assert texts(session, case) == [SAID, WORDS]


def test_a_files_name_is_only_ever_sealed(session, attach, case, lead):
    extract = attach(**{"NM-0001 Garside.txt": SAID, "Garside.exe": b"MZ"})
    session.flush()
    for row in session.scalars(select(AttachedFile)):
        assert b"Garside" not in row.name
        assert row.found is None
    for problem in session.scalars(select(ImportProblem)):
        assert "Garside" not in f"{problem.column} {problem.found} {problem.advice}"
    listed = attachments.files_of(session, extract, KEY)
    assert [(one.name, one.fate, one.case_id) for one in listed] == [
        ("NM-0001 Garside.txt", Fate.ADDED, case.id),
        ("Garside.exe", Fate.REFUSED, None),
    ]


def test_another_forces_case_is_not_found(session, attach, make):
    other = make.case(case_number="ZZ-9", force="Southmoor Police")
    extract = attach(**{"ZZ-9.txt": SAID})
    assert problems(session, extract) == [(1, Fate.NO_CASE)]
    assert texts(session, other) == []


def test_a_case_has_no_more_attachments_than_a_person_can_read(session, attach, case):
    extract = attach(**{f"NM-0001 {number}.txt": f"text {number}" for number in range(22)})
    assert len(texts(session, case)) == 20
    assert [code for _, code in problems(session, extract)] == [Fate.TOO_MANY] * 2


def test_a_case_has_no_more_words_attached_than_are_redacted_in_seconds(session, attach, case):
    extract = attach(**{f"NM-0001 {number}.txt": str(number) + "word " * 39_000 for number in range(3)})
    assert len(texts(session, case)) == 2
    assert problems(session, extract) == [(3, Fate.TOO_MANY)]


def test_a_zip_refused_as_a_whole_keeps_nothing(session, make, lead):
    with pytest.raises(Refused, match="not a zip"):
        import_attachments(session, "june.zip", b"words", key=KEY, by=lead)


def test_a_zip_waits_while_another_file_of_the_force_is_loaded(session, make, lead, case):
    make.extract().stage = Stage.STAGED
    session.flush()
    with pytest.raises(Refused, match="Wait until it is done"):
        import_attachments(session, "june.zip", zipped({"NM-0001.txt": SAID}), key=KEY, by=lead)


def test_only_those_who_import_attach(session, make):
    with pytest.raises(Refused, match="lead and preparers"):
        import_attachments(session, "june.zip", zipped({"a.txt": "x"}), key=KEY, by=make.user(Role.OFFICER))


def test_on_the_command_line_the_one_force_that_is_held_is_meant(session, case):
    extract = import_attachments(session, "june.zip", zipped({"NM-0001.txt": SAID}), key=KEY, by=TESTER)
    assert (extract.force, extract.imported) == (FORCE, 1)


@pytest.fixture
def received(session, lead):
    extract = receiving.enter(
        session, "june.zip", "0" * 64, 1, force=FORCE, by=lead, holds=Holds.ATTACHMENTS, stage=Stage.RECEIVED
    )
    attaching.begin(session, extract)
    return extract


def chunk(number, *texts):
    files = [
        ReadFile(number * 10 + at, f"NM-0001 {at}.txt", f"{number}{at}", Found("document", text))
        for at, text in enumerate(texts, 1)
    ]
    return FilesChunk(number, 0.5, files)


def test_a_chunk_that_comes_twice_is_kept_once_and_a_skipped_one_is_an_error(session, received, case, lead):
    for _ in range(2):
        assert attaching.stage_files(session, received, chunk(0, "a", "b"), key=KEY)
    with pytest.raises(RuntimeError, match="1 was due"):
        attaching.stage_files(session, received, chunk(2, "c"), key=KEY)
    assert texts(session, case) == []
    for _ in range(2):
        attaching.publish_attachments(session, received, key=KEY, by=lead)
    assert texts(session, case) == ["a", "b"]


def test_a_cancelled_zip_takes_no_more_chunks_and_adds_nothing(session, received, case, lead):
    attaching.stage_files(session, received, chunk(0, "a"), key=KEY)
    receiving.cancel(session, received.id, by=lead)
    assert not attaching.stage_files(session, received, chunk(1, "b"), key=KEY)
    attaching.publish_attachments(session, received, key=KEY, by=lead)
    assert texts(session, case) == []


def test_what_was_drawn_stays_as_it_was_drawn(session, attach, make, case, lead):
    round_ = make.drawn(case, by=lead)
    attach(**{"NM-0001.txt": SAID})
    redacting.draft_redactions(session, round_, KEY, lead)
    assert "attachment_1" not in open_newest(session, make.round_cases(round_)[0], KEY).marks


@pytest.fixture
def drafted(session, attach, make, case, lead):
    """Draft a case with a statement and a scan that could not be read."""
    attach(**{"NM-0001 Garside statement.txt": SAID, "NM-0001 scan.pdf": scan(), "NM-0001.eml": bytes(mail())})
    round_ = make.drawn(session.get_one(Case, case.id), by=lead)
    redacting.draft_redactions(session, round_, KEY, lead)
    return round_, make.round_cases(round_)[0]


def test_an_attachments_text_is_drafted_as_a_narrative_is(session, drafted):
    opened = open_newest(session, drafted[1], KEY)
    redacted = opened.redacted()["attachment_1"]
    assert redacted == "[Suspect] said that [Victim 1] hit her first. Ring [Suspect's phone number]."
    assert list(opened.marks)[-4:] == ["conditions", "attachment_1", "attachment_3", "offence_title"]
    assert opened.unread == ["Attachment 2: a scan that could not be read"]


def test_attachments_are_released_as_texts_under_headings_that_name_nobody(session, drafted):
    _, round_case = drafted
    released = releasing.preview(round_case, open_newest(session, round_case, KEY))
    headings = [(one.heading, one.state) for one in released.texts if one.name.startswith("attachment")]
    assert headings == [
        ("Attachment 1: document", "recorded"),
        ("Attachment 2: a scan that could not be read", "withheld"),
        ("Attachment 3: e-mail", "recorded"),
    ]
    for identifier in ("Garside", "Wendeline", "Tobias", "900461", "NM-0001", "example.org"):
        assert identifier not in released.to_json()


def test_words_of_an_attachment_are_added_and_lifted_and_verified(session, drafted, make, lead):
    _, round_case = drafted
    wanted = Addition("attachment_1", "hit her first", HandKind.OTHER)
    redacting.add_span(session, round_case, wanted, version=1, key=KEY, by=lead)
    opened = open_newest(session, round_case, KEY)
    assert "[Detail 1]" in opened.redacted()["attachment_1"]
    number = next(at for at, name, span in opened.numbered() if (name, span.tag) == ("attachment_1", "[Suspect]"))
    redacting.lift_span(session, round_case, number, "A test.", version=2, key=KEY, by=lead)
    with pytest.raises(LeaksFound, match="Attachment 1: document"):
        redacting.finish_check(session, round_case, 3, KEY, lead)


def test_a_checked_attachment_is_released_by_a_second_person(session, drafted, make, lead):
    round_, round_case = drafted
    redacting.finish_check(session, round_case, 1, KEY, lead)
    release = releasing.approve(session, round_, round_case, 1, KEY, make.user(Role.PREPARER))
    assert "hit her first" in release.content


def test_a_lead_writes_a_summary_in_the_place_of_an_image(session, attach, case, lead):
    attach(**{"NM-0001.pdf": scan()})
    attachments.summarise(session, case.id, 1, "  A note of\r\nthe injury. ", key=KEY, by=lead)
    assert texts(session, case) == ["A note of\nthe injury."]
    assert case.version == 3
    attachments.summarise(session, case.id, 1, "Put better.", key=KEY, by=lead)
    assert texts(session, case) == ["Put better."]
    assert session.scalars(select(TrailEntry.event).where(TrailEntry.event == "AttachmentSummarised")).all()


def test_a_summary_takes_no_read_texts_place_and_is_the_forces_own(session, attach, make, case, lead):
    attach(**{"NM-0001.txt": SAID})
    with pytest.raises(Refused, match="needs no summary"):
        attachments.summarise(session, case.id, 1, "Mine.", key=KEY, by=lead)
    with pytest.raises(Refused, match="Write what"):
        attachments.summarise(session, case.id, 1, " ", key=KEY, by=lead)
    with pytest.raises(NotYours):
        attachments.summarise(session, case.id, 2, "Mine.", key=KEY, by=lead)
    with pytest.raises(NotYours):
        attachments.summarise(session, case.id, 1, "Mine.", key=KEY, by=make.user(Role.LEAD, force="Southmoor Police"))


def test_a_summary_waits_while_a_file_would_change_its_case(session, attach, make, case, lead):
    attach(**{"NM-0001.pdf": scan()})
    facets = {name: getattr(case, name) for name in Facets.__annotations__}
    place = {"extract_id": make.extract().id, "case_id": case.id, "row": 2, "number": "NM-0001", "version": 3}
    session.add(StagedCase(**facets, **place))
    session.flush()
    with pytest.raises(Refused, match="being loaded"):
        attachments.summarise(session, case.id, 1, "A note.", key=KEY, by=lead)
