"""Importing an extract: good rows become cases, bad rows become a list of what to mend, and every row is counted once.

What identifies anyone goes into the sealed dossier alone. A row whose case is already held adds a new version of its
dossier, or nothing where nothing differs.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from itertools import chain, islice
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.errors import NotYours, Refused
from scrutiny_app.domain.events import ExtractImported, ImportProblemsRead, ImportRefused
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.importing import CheckedCase, Problem, check_rows, match_headings, not_loaded
from scrutiny_app.domain.people import Role
from scrutiny_app.files.reading import read_extract
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.cases import Case
from scrutiny_app.models.dossiers import Dossier
from scrutiny_app.models.extracts import Extract, ImportProblem
from scrutiny_app.models.people import User
from scrutiny_app.services import trail
from scrutiny_app.services.dossiers import CaseKey, dossier_place
from scrutiny_app.services.trail import Actor, actor_code, now

CHUNK = 500  # rows looked up and kept at a time
PAGE = 100  # problems shown at a time
T = TypeVar("T")
Rows = Iterator[tuple[int, Mapping[str, Cell]]]


@dataclass(frozen=True)
class Received:
    """What came of a file: its extract; `again` where the same file had been imported before, and nothing was done."""

    extract: Extract
    again: bool


@dataclass(frozen=True)
class Held:
    """A case as it is held already: its newest version, and that version's fingerprint."""

    case_id: int
    version: int
    fingerprint: str


def today_in_london() -> date:
    """Give the date in London, by which a row's dates are judged."""
    return now().astimezone(ZoneInfo("Europe/London")).date()


def import_extract(session: Session, name: str, data: bytes, *, key: CaseKey, by: Actor, today: date) -> Received:
    """Import a file's rows, or recognise the file; raise Refused, with nothing kept, where it cannot be read."""
    if isinstance(by, User) and not allows(Role(by.role), Permission.IMPORT_EXTRACT):
        raise Refused("Only the force's lead and preparers import extracts.")
    digest = hashlib.sha256(data).hexdigest()
    if earlier := session.scalar(select(Extract).where(Extract.sha256 == digest)):
        return _recognise(earlier, by)
    table = read_extract(name, data)
    headings = match_headings(table.headings)
    force, rows = _force_of(((number, headings.by_field(cells)) for number, cells in table.rows), by)

    extract = _begin(session, name, digest, force, by)
    _keep_problems(session, extract, not_loaded(headings, table.left_out))
    counts: Counter[str] = Counter()
    for chunk in _chunks(check_rows(rows, today, force)):
        _keep_problems(session, extract, [problem for row in chunk if isinstance(row, list) for problem in row])
        cases = [row for row in chunk if isinstance(row, CheckedCase)]
        counts += Counter(rejected=len(chunk) - len(cases)) + _keep_cases(session, extract, cases, key)
    for outcome in ("imported", "updated", "unchanged", "rejected"):
        setattr(extract, outcome, counts[outcome])
    extract.total = counts.total()

    facts = {what: getattr(extract, what) for what in ("total", "imported", "updated", "unchanged", "rejected")}
    trail.record(session, ExtractImported(extract.id, **facts), by=by)
    return Received(extract, again=False)


def _recognise(earlier: Extract, by: Actor) -> Received:
    if isinstance(by, User) and by.force != earlier.force:
        raise Refused("This file holds another force's cases. Import your own force's extract.")
    return Received(earlier, again=True)


def _force_of(rows: Rows, by: Actor) -> tuple[str, Rows]:
    """Say whose cases a file may hold: the importer's force's, or on the command line its first row's force's."""
    first = next(rows, None)
    if first is None:
        raise Refused("The file has headings but no rows. Export it again from the records system.")
    stated = " ".join(str(first[1].get("force") or "not stated").split())[:120]
    force = by.force if isinstance(by, User) else stated
    return force or "", chain([first], rows)


def _begin(session: Session, name: str, digest: str, force: str, by: Actor) -> Extract:
    plain = "".join(filter(str.isprintable, name.replace("\\", "/").rpartition("/")[2]))
    counts = dict.fromkeys(("total", "imported", "updated", "unchanged", "rejected"), 0)
    extract = Extract(
        force=force, name=plain[-200:], sha256=digest, received_by=actor_code(by), received_at=now(), **counts
    )
    session.add(extract)
    session.flush()
    return extract


def _chunks(rows: Iterable[T]) -> Iterator[list[T]]:
    rows = iter(rows)
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


def _keep_problems(session: Session, extract: Extract, problems: list[Problem]) -> None:
    if problems:
        session.execute(insert(ImportProblem), [asdict(problem) | {"extract_id": extract.id} for problem in problems])


def _keep_cases(session: Session, extract: Extract, cases: list[CheckedCase], key: CaseKey) -> Counter[str]:
    """Keep what is new or differs, and count which rows were which."""
    held = _held(session, extract.force, [case.case_number for case in cases])
    prints = {case.case_number: key.fingerprint(case.record) for case in cases}
    new = [case for case in cases if case.case_number not in held]
    known = [(case, held[case.case_number]) for case in cases if case.case_number in held]
    changed = [(case, was) for case, was in known if was.fingerprint != prints[case.case_number]]

    placed = [(case, case_id, 1) for case, case_id in zip(new, _add(session, extract, new), strict=True)]
    placed += [(case, was.case_id, was.version + 1) for case, was in changed]
    _change(session, extract, changed)
    dossiers = [
        {
            "case_id": case_id,
            "version": version,
            "extract_id": extract.id,
            "sealed": key.seal(case.record, dossier_place(case_id, version)),
            "fingerprint": prints[case.case_number],
            "kept_at": extract.received_at,
        }
        for case, case_id, version in placed
    ]
    if dossiers:
        session.execute(insert(Dossier), dossiers)
    return Counter(imported=len(new), updated=len(changed), unchanged=len(known) - len(changed))


def _held(session: Session, force: str, numbers: list[str]) -> dict[str, Held]:
    query = (
        select(CaseNumber.number, Case.id, Case.version, Dossier.fingerprint)
        .join(Case, Case.id == CaseNumber.case_id)
        .join(Dossier, (Dossier.case_id == Case.id) & (Dossier.version == Case.version))
        .where(CaseNumber.force == force, CaseNumber.number.in_(numbers))
    )
    return {number: Held(case_id, version, mark) for number, case_id, version, mark in session.execute(query)}


def _add(session: Session, extract: Extract, cases: list[CheckedCase]) -> list[int]:
    if not cases:
        return []
    rows = [_facets(extract, case) | {"version": 1} for case in cases]
    ids = list(session.scalars(insert(Case).returning(Case.id, sort_by_parameter_order=True), rows))
    numbered = zip(cases, ids, strict=True)
    numbers = [{"case_id": case_id, "force": extract.force, "number": case.case_number} for case, case_id in numbered]
    session.execute(insert(CaseNumber), numbers)
    return ids


def _change(session: Session, extract: Extract, changed: list[tuple[CheckedCase, Held]]) -> None:
    rows = [_facets(extract, case) | {"id": was.case_id, "version": was.version + 1} for case, was in changed]
    if rows:
        session.execute(update(Case), rows)


def _facets(extract: Extract, case: CheckedCase) -> dict[str, object]:
    """Give a case's columns; the force is spelt as the importer's is, however the row had it."""
    return {**case.facets, "force": extract.force, "extract_id": extract.id, "imported_at": extract.received_at}


def record_refusal(session: Session, *, by: Actor) -> None:
    """Record that a file was refused; why is for the person alone, since it may quote the file."""
    trail.record(session, ImportRefused("file"), by=by)


def extracts_for(session: Session, by: User) -> list[Extract]:
    """List the force's extracts, newest first."""
    return list(session.scalars(select(Extract).where(Extract.force == by.force).order_by(Extract.id.desc())))


def problems_of(session: Session, extract: Extract, *, page: int | None = None) -> list[Problem]:
    """List what is wrong with an extract's rows, in the order of the file: all of it, or one page counted from 1."""
    query = (
        select(ImportProblem.row, ImportProblem.column, ImportProblem.code, ImportProblem.found, ImportProblem.advice)
        .where(ImportProblem.extract_id == extract.id)
        .order_by(ImportProblem.id)
    )
    if page is not None:
        query = query.offset((page - 1) * PAGE).limit(PAGE)
    return [
        Problem(row, column, Fault(code), found, advice) for row, column, code, found, advice in session.execute(query)
    ]


@dataclass(frozen=True)
class ProblemsPage:
    """An extract and one page of its problems, pages counted from 1."""

    extract: Extract
    problems: list[Problem]
    page: int
    pages: int


def read_problems(session: Session, extract_id: int, *, by: User, page: int = 1) -> ProblemsPage:
    """Open one of the force's extracts and its problems, on the record; the registrar's look is alarmed."""
    extract = session.get(Extract, extract_id)
    if extract is None or extract.force != by.force:
        raise NotYours
    count = session.scalar(select(func.count()).where(ImportProblem.extract_id == extract_id)) or 0
    pages = max(1, -(-count // PAGE))
    page = min(max(page, 1), pages)
    trail.record(session, ImportProblemsRead(extract_id, alarmed=by.role == Role.REGISTRAR), by=by)
    return ProblemsPage(extract, problems_of(session, extract, page=page), page, pages)
