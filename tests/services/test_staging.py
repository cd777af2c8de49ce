"""Rows wait where nobody sees them, each once however often its chunk comes, until all are shown together."""

from datetime import date

import pytest
from sqlalchemy import func, select

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.extracts import Stage
from scrutiny_app.domain.people import Role
from scrutiny_app.files.reading import read_cases
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.cases import Case
from scrutiny_app.models.dossiers import Dossier
from scrutiny_app.models.extracts import ExtractLook, ExtractPart, ImportProblem, RejectedRows
from scrutiny_app.models.staged import StagedCase
from scrutiny_app.services import importing, looks, receiving, staging
from scrutiny_app.services.dossiers import dossier_place
from tests.extracts import extract
from tests.making import KEY
from tests.services.intake import load, look_at, read

TODAY = date(2026, 7, 1)


@pytest.fixture
def lead(make):
    return make.user(Role.LEAD)


@pytest.fixture
def send(session, lead):
    def send(*rows, name="cases.csv"):
        return receiving.receive(session, name, extract(*rows), key=KEY, by=lead).extract

    return send


def count(session, table):
    return session.scalar(select(func.count()).select_from(table))


def chunks_of(session, kept, *, size):
    order = looks.order(session, kept, key=KEY, today=TODAY)
    with receiving.incoming(session, kept, KEY) as file:
        return list(read_cases(file, order.__class__(**(vars(order) | {"chunk": size}))))


def test_nothing_is_visible_while_a_file_is_being_read(session, send):
    kept = send({}, {}, {"sex": "?"})
    look_at(session, kept)
    for chunk in chunks_of(session, kept, size=1)[:2]:
        staging.stage_chunk(session, kept, chunk, key=KEY)
    assert (kept.stage, kept.total, kept.imported) == (Stage.MAPPED, 2, 2)
    assert count(session, Case) == count(session, CaseNumber) == 0
    assert count(session, StagedCase) == count(session, Dossier) == 2


def test_a_chunk_that_comes_twice_is_kept_once(session, send):
    kept = send({}, {}, {"sex": "?"})
    look_at(session, kept)
    for chunk in chunks_of(session, kept, size=2):
        assert staging.stage_chunk(session, kept, chunk, key=KEY)
        assert staging.stage_chunk(session, kept, chunk, key=KEY)
    assert (kept.total, kept.imported, kept.rejected, kept.chunks) == (3, 2, 1, 2)
    assert count(session, ImportProblem) == kept.problems_found == 1
    assert count(session, RejectedRows) == 1


def test_a_chunk_out_of_turn_is_a_fault_of_the_program(session, send):
    kept = send({}, {})
    look_at(session, kept)
    with pytest.raises(RuntimeError, match="chunk 1 came when 0 was due"):
        staging.stage_chunk(session, kept, chunks_of(session, kept, size=1)[1], key=KEY)


def test_reading_goes_on_after_the_chunks_that_are_kept(session, send):
    kept = send(*({} for _ in range(5)))
    look_at(session, kept)
    for chunk in chunks_of(session, kept, size=2)[:1]:
        staging.stage_chunk(session, kept, chunk, key=KEY)
    for chunk in chunks_of(session, kept, size=2):
        staging.stage_chunk(session, kept, chunk, key=KEY)
    importing.finish(session, kept, by=receiving.receiver_of(session, kept))
    assert (kept.stage, kept.imported) == (Stage.DONE, 5)
    assert sorted(session.scalars(select(CaseNumber.number))) == [f"NM/{number}/26" for number in range(1, 6)]


def test_a_cancelled_file_takes_no_more_chunks_and_leaves_nothing(session, send, lead):
    kept = send({}, {})
    look_at(session, kept)
    first, second = chunks_of(session, kept, size=1)
    staging.stage_chunk(session, kept, first, key=KEY)
    receiving.cancel(session, kept.id, by=lead)
    assert not staging.stage_chunk(session, kept, second, key=KEY)
    for table in (Case, StagedCase, Dossier, ExtractPart, ExtractLook, RejectedRows, ImportProblem):
        assert count(session, table) == 0
    assert (kept.stage, kept.total) == (Stage.CANCELLED, 0)


def test_once_loaded_only_what_is_needed_stays(session, send):
    kept = send({}, {"sex": "?"})
    load(session, kept)
    assert kept.stage == Stage.DONE
    assert count(session, ExtractPart) == count(session, StagedCase) == 0
    assert session.scalars(select(ExtractLook.look)).all() == [None]
    assert count(session, RejectedRows) == 1


def test_a_dossier_opens_at_the_case_to_which_it_was_promised(session, send):
    load(session, send({}, {}))
    for case in session.scalars(select(Case)):
        dossier = session.get_one(Dossier, (case.id, 1))
        record = key_number(dossier, case.id)
        assert session.get_one(CaseNumber, case.id).number == record


def key_number(dossier, case_id):
    return KEY.open(dossier.sealed, dossier_place(case_id, 1))["case_number"]


def test_a_file_without_rows_is_refused(session, send):
    kept = send()
    with pytest.raises(Refused, match="no rows"):
        load(session, kept)


def test_attachments_stay_with_a_case_that_a_later_file_changes(session, send, lead):
    load(session, send({}))
    case = session.scalars(select(Case)).one()
    record = KEY.open(session.get_one(Dossier, (case.id, 1)).sealed, dossier_place(case.id, 1))
    record["attachments"] = [{"name": "a.txt", "kind": "text", "text": "It rained.", "left_out": [], "state": "read"}]
    print_ = session.get_one(Dossier, (case.id, 1)).fingerprint
    sealed = KEY.seal(record, dossier_place(case.id, 2))
    now = session.get_one(Dossier, (case.id, 1)).kept_at
    session.add(Dossier(case_id=case.id, version=2, extract_id=1, sealed=sealed, fingerprint=print_, kept_at=now))
    case.version = 2
    session.flush()

    kept = send({"area": "Moorside"}, {})
    look_at(session, kept)
    read(session, kept)
    staged = session.scalars(select(StagedCase).where(StagedCase.case_id == case.id)).one()
    opened = KEY.open(session.get_one(Dossier, (case.id, 3)).sealed, dossier_place(case.id, 3))
    assert (kept.stage, staged.version, staged.changed) == (Stage.STAGED, 3, ["area"])
    assert opened["attachments"] == record["attachments"]
    assert opened["area"] == "Moorside"


def test_two_files_of_a_force_are_never_loaded_at_once(session, send, lead):
    first = send({}, {})
    look_at(session, first)
    with pytest.raises(Refused, match="is being loaded"):
        importing.import_extract(session, "later.csv", extract({}, {}, {}), key=KEY, by=lead, today=TODAY)
    assert (count(session, StagedCase), first.stage) == (0, Stage.MAPPED)
