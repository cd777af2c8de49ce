"""Keeping a file's good rows where nobody sees them yet, chunk by chunk, so that work that stops goes on where it was.

A dossier is the bulk of a row, so it is written once, to its own table; until a case points to it nobody can reach it.
What a frame needs of a case waits in `staged_cases`. A row of a case that is held already, and differs, is a change.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple, cast

from sqlalchemy import Table, func, insert, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.changing import differences, is_another_person
from scrutiny_app.domain.extracts import Stage
from scrutiny_app.domain.importing import Problem
from scrutiny_app.files.reading import FACET_NAMES, FoundCase, ReadChunk
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.cases import Case
from scrutiny_app.models.dossiers import Dossier
from scrutiny_app.models.extracts import Extract, ImportProblem, RejectedRows
from scrutiny_app.models.staged import StagedCase
from scrutiny_app.services.dossiers import CaseKey, dossier_place
from scrutiny_app.services.inserting import insert_many, make_room
from scrutiny_app.services.trail import now

# The tables themselves: to insert by the mapped classes costs half as much again.
_DOSSIERS, _STAGED = (cast("Table", one.__table__) for one in (Dossier, StagedCase))


@dataclass(frozen=True)
class Held:
    """A case as it is held already: its newest version, and that version's fingerprint."""

    case_id: int
    version: int
    fingerprint: str


class Placed(NamedTuple):
    """A row with the version of a case that it would be, sealed for that place, and the fields that it would change."""

    case: FoundCase
    case_id: int
    version: int
    fingerprint: str
    plain: bytes | memoryview
    changed: list[str] | None = None


def stage_chunk(session: Session, extract: Extract, chunk: ReadChunk, *, key: CaseKey) -> bool:
    """Keep one chunk, once however often it comes; say whether the file is still wanted."""
    if extract.stage != Stage.MAPPED:
        return False
    if is_kept(extract, chunk.number):
        return True
    make_room(session)
    keep_problems(session, extract, [*chunk.notes, *chunk.problems])
    _keep_rejected(session, extract, chunk, key)
    placed, counts = _placed(session, extract, chunk, key)
    _keep(session, extract, placed, key)
    extract.imported += counts["imported"]
    extract.updated += counts["updated"]
    extract.unchanged += counts["unchanged"]
    extract.rejected += chunk.total - len(chunk.cases)
    extract.total += chunk.total
    extract.chunks += 1
    extract.share = chunk.share
    session.flush()
    return True


def is_kept(extract: Extract, number: int) -> bool:
    """Say whether a chunk of a file is kept already; RuntimeError where one before it is not."""
    if number > extract.chunks:
        raise RuntimeError(f"chunk {number} came when {extract.chunks} was due")
    return number < extract.chunks


def keep_problems(session: Session, extract: Extract, problems: Sequence[Problem]) -> None:
    """Keep what is wrong with a file's rows, and count it."""
    if problems:
        session.execute(insert(ImportProblem), [asdict(problem) | {"extract_id": extract.id} for problem in problems])
        extract.problems_found += len(problems)


def rejected_place(extract_id: int, chunk: int) -> str:
    """Name the place to which a chunk's rejected rows are bound."""
    return f"rejected:{extract_id}:{chunk}"


def _keep_rejected(session: Session, extract: Extract, chunk: ReadChunk, key: CaseKey) -> None:
    if chunk.rejected:
        sealed = key.seal_bytes(chunk.rejected_as_json(), rejected_place(extract.id, chunk.number))
        session.add(RejectedRows(extract_id=extract.id, chunk=chunk.number, sealed=sealed))


def _placed(session: Session, extract: Extract, chunk: ReadChunk, key: CaseKey) -> tuple[list[Placed], Counter[str]]:
    """Find each row's place: the next version of the case that bears its number, or the first of a new one."""
    held = held_cases(session, extract.force, [case.case_number for case in chunk.cases])
    next_id = (session.scalar(select(func.max(Dossier.case_id))) or 0) + 1
    next_id = max(next_id, (session.scalar(select(func.max(Case.id))) or 0) + 1)
    placed: list[Placed] = []
    counts: Counter[str] = Counter()
    for case, fingerprint in zip(chunk.cases, chunk.prints, strict=True):
        was = held.get(case.case_number)
        if was is None:
            placed.append(Placed(case, next_id, 1, fingerprint, case.record))
            next_id += 1
            counts["imported"] += 1
        elif was.fingerprint == fingerprint:
            counts["unchanged"] += 1
        else:
            plain, changed = _changed(session, was, case, key)
            placed.append(Placed(case, was.case_id, was.version + 1, fingerprint, plain, changed))
            counts["updated"] += 1
    return placed, counts


def held_cases(session: Session, force: str, numbers: list[str]) -> dict[str, Held]:
    """Find which of a force's case numbers are held, and how."""
    if session.scalar(select(CaseNumber.case_id).where(CaseNumber.force == force).limit(1)) is None:
        return {}  # a force's first file: to ask for thousands of numbers costs more than it seems
    query = (
        select(CaseNumber.number, Case.id, Case.version, Dossier.fingerprint)
        .join(Case, Case.id == CaseNumber.case_id)
        .join(Dossier, (Dossier.case_id == Case.id) & (Dossier.version == Case.version))
        .where(CaseNumber.force == force, CaseNumber.number.in_(numbers))
    )
    return {number: Held(case_id, version, mark) for number, case_id, version, mark in session.execute(query)}


def _changed(session: Session, was: Held, case: FoundCase, key: CaseKey) -> tuple[bytes, list[str]]:
    """Give a changed case's new record, which keeps the attachments of the old, and the fields that differ."""
    dossier = session.get_one(Dossier, (was.case_id, was.version))
    old = key.open(dossier.sealed, dossier_place(was.case_id, was.version))
    record = bytes(case.record)
    new = json.loads(record)
    changed = differences(old, new)
    if attachments := old.get("attachments"):
        new["attachments"] = attachments
        return json.dumps(new, ensure_ascii=False, separators=(",", ":")).encode(), changed
    return record, changed


def _keep(session: Session, extract: Extract, placed: list[Placed], key: CaseKey) -> None:
    if not placed:
        return
    ids, versions = [one.case_id for one in placed], [one.version for one in placed]
    dossiers: dict[str, Iterable[Any]] = {
        "case_id": ids,
        "version": versions,
        "sealed": key.seal_all((one.plain, dossier_place(one.case_id, one.version)) for one in placed),
        "fingerprint": [one.fingerprint for one in placed],
    }
    insert_many(session, _DOSSIERS, dossiers, {"extract_id": extract.id, "kept_at": now()}, size=len(placed))
    cases = [one.case for one in placed]
    staged: dict[str, Iterable[Any]] = dict(
        zip(FACET_NAMES, zip(*(case.facets for case in cases), strict=True), strict=True)
    )
    del staged["force"]  # it is spelt as the importer's is, however the row had it
    staged |= {
        "case_id": ids,
        "version": versions,
        "disposal_date": [case.disposal_date for case in cases],
        "row": [case.row for case in cases],
        "number": [case.case_number for case in cases],
        "changed": [one.changed for one in placed],
        "refused": [one.changed is not None and is_another_person(one.changed) for one in placed],
    }
    insert_many(session, _STAGED, staged, {"extract_id": extract.id, "force": extract.force}, size=len(placed))
