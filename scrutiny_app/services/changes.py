"""What a file would change in cases that are held: shown field by field, and accepted or refused by a person."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, select, update
from sqlalchemy.orm import Session

from scrutiny_app.domain.changing import HEADINGS, Difference, is_another_person, side_by_side
from scrutiny_app.domain.errors import NotYours, Overtaken
from scrutiny_app.domain.events import ChangeMarked, ChangesDecided, ChangesRead
from scrutiny_app.domain.extracts import Stage
from scrutiny_app.models.dossiers import Dossier
from scrutiny_app.models.extracts import Extract
from scrutiny_app.models.frames import Draw, Frame
from scrutiny_app.models.people import User
from scrutiny_app.models.picks import Pick
from scrutiny_app.models.rounds import Round
from scrutiny_app.models.staged import StagedCase
from scrutiny_app.services import receiving, trail
from scrutiny_app.services.dossiers import CaseKey, dossier_place
from scrutiny_app.services.trail import Actor

PAGE = 50  # changed cases shown at a time


@dataclass(frozen=True)
class Change:
    """One held case that a file would change: the fields that differ, and the rounds for which it has been drawn."""

    case_id: int
    number: str
    row: int
    headings: tuple[str, ...]
    rounds: tuple[str, ...]
    refused: bool
    another_person: bool


@dataclass(frozen=True)
class Changes:
    """A page of the cases that a file would change, pages from 1, and in how many cases each field would change."""

    extract: Extract
    changes: list[Change]
    by_heading: list[tuple[str, int]]
    drawn: int
    page: int
    pages: int


@dataclass(frozen=True)
class Compared:
    """One change, with both values of each field that differs."""

    extract: Extract
    change: Change
    differences: list[Difference]


def read_changes(session: Session, extract_id: int, *, by: User, page: int = 1) -> Changes:
    """List what a file would change, on the record."""
    extract = _waiting(session, extract_id, by)
    fields = session.scalars(select(StagedCase.changed).where(_changed(extract)))
    counts = Counter(name for changed in fields for name in changed or ())
    pages = max(1, -(-extract.updated // PAGE))
    page = min(max(page, 1), pages)
    query = select(StagedCase).where(_changed(extract)).order_by(StagedCase.row)
    rows = session.scalars(query.limit(PAGE).offset((page - 1) * PAGE)).all()
    trail.record(session, ChangesRead(extract.id, None), by=by)
    by_heading = [(heading, counts[name]) for name, heading in HEADINGS.items() if counts[name]]
    return Changes(extract, _as_changes(session, rows), by_heading, _drawn(session, extract), page, pages)


def compare(session: Session, extract_id: int, case_id: int, *, key: CaseKey, by: User) -> Compared:
    """Open a case as it is held and as a file would have it, side by side, on the record."""
    extract = _waiting(session, extract_id, by)
    row = session.get(StagedCase, (extract.id, case_id))
    if row is None or row.version == 1:
        raise NotYours
    held, given = (
        key.open(session.get_one(Dossier, (case_id, version)).sealed, dossier_place(case_id, version))
        for version in (row.version - 1, row.version)
    )
    trail.record(session, ChangesRead(extract.id, case_id), by=by)
    return Compared(extract, _as_changes(session, [row])[0], side_by_side(held, given))


def mark(session: Session, extract_id: int, case_id: int, *, refused: bool, by: User) -> Extract:
    """Mark one change to be refused when the file is loaded, or take the mark back."""
    extract = _waiting(session, extract_id, by)
    row = session.get(StagedCase, (extract.id, case_id))
    if row is None or row.version == 1:
        raise NotYours
    row.refused = refused
    session.flush()
    trail.record(session, ChangeMarked(extract.id, case_id, refused), by=by)
    return extract


def decide(session: Session, extract_id: int, *, refuse_all: bool = False, by: User) -> Extract:
    """Accept a file's changes, save those marked to be refused (or refuse them all), and let it be loaded."""
    extract = _waiting(session, extract_id, by)
    if refuse_all:
        refuse_changes(session, extract, by=by)
    else:
        _record_decision(session, extract, by)
    extract.stage = Stage.ACCEPTED
    return extract


def refuse_changes(session: Session, extract: Extract, *, by: Actor) -> None:
    """Mark every change of a file to be refused."""
    which = update(StagedCase).where(_changed(extract)).values(refused=True)
    session.execute(which.execution_options(synchronize_session=False))
    session.expire_all()
    _record_decision(session, extract, by)


def _record_decision(session: Session, extract: Extract, by: Actor) -> None:
    count = session.scalar(select(func.count()).where(_changed(extract), StagedCase.refused)) or 0
    trail.record(session, ChangesDecided(extract.id, accepted=extract.updated - count, refused=count), by=by)


def _waiting(session: Session, extract_id: int, by: User) -> Extract:
    receiving.require_importer(by)
    extract = receiving.find_extract(session, extract_id, by)
    if extract.stage != Stage.STAGED:
        raise Overtaken("This file's changes have been decided already.")
    return extract


def _changed(extract: Extract) -> ColumnElement[bool]:
    return and_(StagedCase.extract_id == extract.id, StagedCase.version > 1)


def _as_changes(session: Session, rows: Collection[StagedCase]) -> list[Change]:
    rounds: dict[int, list[str]] = {}
    query = (
        select(Pick.case_id, Round.title)
        .join(Draw, Draw.id == Pick.draw_id)
        .join(Frame, Frame.id == Draw.frame_id)
        .join(Round, Round.id == Frame.round_id)
        .where(Pick.case_id.in_([row.case_id for row in rows]))
    )
    for case_id, title in session.execute(query.order_by(Round.id)):
        rounds.setdefault(case_id, []).append(title)
    return [
        Change(
            row.case_id,
            row.number,
            row.row,
            tuple(HEADINGS[name] for name in row.changed or ()),
            tuple(rounds.get(row.case_id, ())),
            row.refused,
            is_another_person(row.changed or ()),
        )
        for row in rows
    ]


def _drawn(session: Session, extract: Extract) -> int:
    """Count the cases that have been drawn for a round already: what was drawn stays as it was."""
    query = select(func.count(StagedCase.case_id.distinct())).join(Pick, Pick.case_id == StagedCase.case_id)
    return session.scalar(query.where(_changed(extract))) or 0
