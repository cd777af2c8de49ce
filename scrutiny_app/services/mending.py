"""Giving the rejected rows of an extract back in a workbook that marks what is wrong, to be mended and sent again."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.events import RejectedRowsTaken
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.joined_rows import row_in_words
from scrutiny_app.domain.trial import reason_left_out
from scrutiny_app.files.mending import mending_workbook
from scrutiny_app.files.reading import PEOPLE, RejectedRow, rejected_from_json
from scrutiny_app.models.extracts import Extract, RejectedRows
from scrutiny_app.models.people import User
from scrutiny_app.services import looks, receiving, trail
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.importing import problems_of
from scrutiny_app.services.mending_sheets import sheets_to_mend
from scrutiny_app.services.staging import rejected_place


@dataclass(frozen=True)
class Mending:
    """A workbook of rejected rows and the name under which it is saved."""

    name: str
    content: bytes


def take_rejected_rows(session: Session, extract_id: int, *, key: CaseKey, by: User) -> Mending:
    """Write the rejected rows of one of the force's extracts as they stood, with what to do; it is on the record."""
    receiving.require_importer(by)
    extract = receiving.find_extract(session, extract_id, by)
    problems: dict[int, list[Problem]] = defaultdict(list)
    found = problems_of(session, extract)
    for problem in found:
        problems[problem.row].append(problem)
    kept = _rejected(session, extract, key)
    rows = [row for row in kept if not row.sheet]
    if not rows:
        raise Refused("No row of this file was rejected: there is nothing to mend.")
    where = looks.open_headings(session, extract, key)
    told = sorted(
        ((row_in_words(row.row, where.together), row.cells, _told(problems[row.row])) for row in rows),
        key=lambda row: reason_left_out(row[2]) is not None,
    )
    said = looks.open_mapping(session, extract, key)
    cases, others = sheets_to_mend(told, kept, found, where, said)
    has_people = any(row.sheet == PEOPLE for row in kept)
    content = mending_workbook(cases, others, where.parties_sheet if said and said.parties and not has_people else None)
    trail.record(session, RejectedRowsTaken(extract.id, len(rows)), by=by)
    return Mending(f"to-mend-{extract.id}.xlsx", content)


def _told(problems: list[Problem]) -> list[Problem]:
    """Say of a row that is rightly left out only why it is; such rows stand last."""
    reason = reason_left_out(problems)
    return problems if reason is None else [reason]


def _rejected(session: Session, extract: Extract, key: CaseKey) -> list[RejectedRow]:
    query = select(RejectedRows).where(RejectedRows.extract_id == extract.id).order_by(RejectedRows.chunk)
    return [
        row
        for kept in session.scalars(query)
        for row in rejected_from_json(key.open_bytes(kept.sealed, rejected_place(extract.id, kept.chunk)))
    ]
