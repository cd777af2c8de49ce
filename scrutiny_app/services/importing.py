"""Importing an extract: what was staged becomes cases in one transaction, and every row of the file is counted once.

What identifies anyone is in sealed dossiers alone. A row whose case is held already adds a new version of its dossier,
unless a person refuses the change, or nothing where nothing differs.
"""

import hashlib
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, delete, func, insert, literal, or_, select, update
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.events import ExtractImported, ImportProblemsRead
from scrutiny_app.domain.extracts import Stage
from scrutiny_app.domain.faults import NOTES, Fault
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.trial import RIGHTLY
from scrutiny_app.files.reading import held_incoming, look, read_cases
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.cases import Case, Facets
from scrutiny_app.models.dossiers import Dossier
from scrutiny_app.models.extracts import Extract, ImportProblem
from scrutiny_app.models.people import User
from scrutiny_app.models.staged import StagedCase
from scrutiny_app.services import fitting_layouts, looks, receiving, trail
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.inserting import make_room
from scrutiny_app.services.receiving import Received
from scrutiny_app.services.staging import stage_chunk
from scrutiny_app.services.trail import Actor, now

PAGE = 100  # problems shown at a time
FACETS = tuple(Facets.__annotations__)
COUNTS = ("total", "imported", "updated", "unchanged", "refused", "rejected")


def import_extract(session: Session, name: str, data: bytes, *, key: CaseKey, by: Actor, today: date) -> Received:
    """Import a file of a known layout in the caller's one transaction; raise Refused where it cannot be read."""
    receiving.require_importer(by)
    digest = hashlib.sha256(data).hexdigest()
    if earlier := receiving.recognise(session, digest, by):
        return Received(earlier, again=True)
    with held_incoming(name, [data], len(data)) as file:
        seen = look(looks.with_known(session, file, by), rows=0)
        extract = fitting_layouts.begin(session, file, seen, digest=digest, key=key, by=by)
        for chunk in read_cases(file, looks.order(session, extract, key=key, today=today)):
            stage_chunk(session, extract, chunk, key=key)
    finish(session, extract, by=by, accepting=True)
    return Received(extract, again=False)


def finish(session: Session, extract: Extract, *, by: Actor, accepting: bool = False) -> None:
    """Load a file whose rows have all been staged, or leave its changes for a person to accept or refuse."""
    if extract.stage != Stage.MAPPED:
        return
    if not extract.total:
        raise Refused("The file has headings but no rows. Export it again from the records system.")
    extract.share = 1.0
    receiving.forget_file(session, [extract.id])
    if extract.updated and not accepting:
        extract.stage = Stage.STAGED
        return
    extract.stage = Stage.ACCEPTED
    publish(session, extract, by=by)


def publish(session: Session, extract: Extract, *, by: Actor) -> None:
    """Make what was staged visible, all of it or none."""
    if extract.stage != Stage.ACCEPTED:
        return
    make_room(session)
    if extract.updated:
        _drop_refused(session, extract)
        _change_held(session, extract)
    _add_new(session, extract)
    session.execute(delete(StagedCase).where(StagedCase.extract_id == extract.id))
    receiving.forget_samples(session, extract)
    extract.stage = Stage.DONE
    facts = {what: getattr(extract, what) for what in COUNTS}
    trail.record(session, ExtractImported(extract.id, **facts), by=by)


def _drop_refused(session: Session, extract: Extract) -> None:
    refused = select(StagedCase.case_id).where(StagedCase.extract_id == extract.id, StagedCase.refused)
    dropped = delete(Dossier).where(Dossier.extract_id == extract.id, Dossier.case_id.in_(refused))
    count = session.execute(dropped).rowcount  # type: ignore[attr-defined]  # a DELETE's result has it
    session.execute(delete(StagedCase).where(StagedCase.extract_id == extract.id, StagedCase.refused))
    extract.updated -= count
    extract.refused += count


def _add_new(session: Session, extract: Extract) -> None:
    new = (StagedCase.extract_id == extract.id) & (StagedCase.version == 1)
    rows = select(
        StagedCase.case_id,
        StagedCase.version,
        *(getattr(StagedCase, name) for name in FACETS),
        literal(extract.id),
        literal(now(), Case.imported_at.type),
    )
    names = ["id", "version", *FACETS, "extract_id", "imported_at"]
    session.execute(insert(Case).from_select(names, rows.where(new).order_by(StagedCase.case_id)))
    numbers = select(StagedCase.case_id, StagedCase.force, StagedCase.number).where(new).order_by(StagedCase.case_id)
    session.execute(insert(CaseNumber).from_select(["case_id", "force", "number"], numbers))


def _change_held(session: Session, extract: Extract) -> None:
    changed = (StagedCase.extract_id == extract.id) & (StagedCase.version > 1) & (StagedCase.case_id == Case.id)
    values = {name: getattr(StagedCase, name) for name in (*FACETS, "version")}
    session.execute(
        update(Case)
        .where(changed)
        .values(**values, extract_id=extract.id, imported_at=now())
        .execution_options(synchronize_session=False)
    )
    session.expire_all()


def extracts_for(session: Session, by: User) -> list[Extract]:
    """List the force's files, newest first."""
    return list(session.scalars(select(Extract).where(Extract.force == by.force).order_by(Extract.id.desc())))


def problems_of(session: Session, extract: Extract, *, page: int | None = None) -> list[Problem]:
    """List what is wrong with an extract's rows, in the order of the file: all of it, or one page counted from 1."""
    query = (
        select(ImportProblem.row, ImportProblem.column, ImportProblem.code, ImportProblem.found, ImportProblem.advice)
        .where(ImportProblem.extract_id == extract.id)
        .order_by(ImportProblem.id)
    )
    if page is not None:
        query = query.where(*_told(extract)).limit(PAGE).offset((page - 1) * PAGE)
    return [Problem(row, column, code, found, advice) for row, column, code, found, advice in session.execute(query)]


_WHAT = (ImportProblem.column, ImportProblem.code, ImportProblem.advice)


@dataclass(frozen=True)
class ProblemGroup:
    """One fault of one column: in how many rows, from the first to the last; a note rejects nothing.

    `is_left_out` says that its rows are rightly left out, so that nothing of them is to be mended.
    """

    column: str
    code: str
    found: str
    advice: str
    rows: int
    first_row: int
    last_row: int
    is_note: bool
    is_left_out: bool = False


def rows_left_out(session: Session, extract: Extract) -> int:
    """Count the rows that are rightly left out, being of no case for a panel."""
    return session.scalar(select(func.count(ImportProblem.row.distinct())).where(*_left_out(extract))) or 0


def _left_out(extract: Extract) -> tuple[ColumnElement[bool], ...]:
    return ImportProblem.extract_id == extract.id, ImportProblem.code.in_(RIGHTLY)


def _told(extract: Extract) -> tuple[ColumnElement[bool], ...]:
    """Choose the problems that are told: of a row that is left out, why first, and nothing that might be mended."""
    left_out = select(ImportProblem.row).where(*_left_out(extract))
    reasons = select(func.min(ImportProblem.id)).where(*_left_out(extract)).group_by(ImportProblem.row)
    is_told = or_(ImportProblem.code.in_(NOTES), ImportProblem.id.in_(reasons), ImportProblem.row.not_in(left_out))
    return ImportProblem.extract_id == extract.id, is_told


def kinds_of_problems(session: Session, extract: Extract) -> int:
    """Count what is wrong with an extract's rows, each same thing once."""
    kinds = select(*_WHAT).where(*_told(extract)).distinct().subquery()
    return session.scalar(select(func.count()).select_from(kinds)) or 0


def summary_of_problems(session: Session, extract: Extract, *, most: int = 50) -> list[ProblemGroup]:
    """List what is wrong with an extract's rows, each same thing once, that of most rows first and notes last.

    What rightly leaves rows out stands between. Before all else stands what loses more than a row: a sheet about the
    cases that is not read.
    """
    what, is_note, is_left_out = _WHAT, ImportProblem.code.in_(NOTES), ImportProblem.code.in_(RIGHTLY)
    loses_more = ImportProblem.code == Fault.SHEET_ABOUT_CASES
    rows, first = func.count(ImportProblem.row.distinct()), func.min(ImportProblem.id)
    query = (
        select(*what, first, rows, func.max(ImportProblem.row))
        .where(*_told(extract))
        .group_by(*what)
        .order_by(loses_more.desc(), is_note, is_left_out, rows.desc(), first)
        .limit(most)
    )
    groups = session.execute(query).all()
    told = select(ImportProblem.id, ImportProblem.found, ImportProblem.row)
    firsts = {
        at: (found, row)
        for at, found, row in session.execute(told.where(ImportProblem.id.in_(group[3] for group in groups)))
    }
    return [
        ProblemGroup(column, code, firsts[at][0], advice, count, firsts[at][1], last, code in NOTES, code in RIGHTLY)
        for column, code, advice, at, count, last in groups
    ]


def some_cases(session: Session, extract: Extract, *, most: int = 5) -> list[tuple[int, str]]:
    """Give the ids and numbers of a few cases as an extract last left them, to be looked at."""
    query = select(Case.id, CaseNumber.number).join(CaseNumber, CaseNumber.case_id == Case.id)
    found = session.execute(query.where(Case.extract_id == extract.id).order_by(Case.id).limit(most))
    return [(case_id, number) for case_id, number in found]


@dataclass(frozen=True)
class ProblemsPage:
    """An extract and one page of its problems, pages counted from 1."""

    extract: Extract
    problems: list[Problem]
    page: int
    pages: int


def read_problems(session: Session, extract_id: int, *, by: User, page: int = 1) -> ProblemsPage:
    """Open one of the force's extracts and its problems, on the record; the registrar's look is alarmed."""
    extract = receiving.find_extract(session, extract_id, by)
    count = session.scalar(select(func.count(ImportProblem.id)).where(*_told(extract))) or 0
    pages = max(1, -(-count // PAGE))
    page = min(max(page, 1), pages)
    trail.record(session, ImportProblemsRead(extract_id, alarmed=by.role == Role.REGISTRAR), by=by)
    return ProblemsPage(extract, problems_of(session, extract, page=page), page, pages)
