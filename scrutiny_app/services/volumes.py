"""Volumes: a force's disposals counted by month and kind, from the counts made beforehand where those are fresh."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.events import FiguresRead
from scrutiny_app.domain.volumes import By, Counted
from scrutiny_app.models.cases import Case
from scrutiny_app.models.people import User
from scrutiny_app.models.tallies import Tally
from scrutiny_app.services import trail
from scrutiny_app.services.tallying import is_fresh


class NothingLoaded(Refused):
    """There is no case to count."""


@dataclass(frozen=True)
class Counts:
    """All that a force has given, with the days of the first and the last and of the newest loading."""

    force: str
    counted: tuple[Counted, ...]
    first: date
    last: date
    loaded: date


def read_volumes(session: Session, form: str, *, by: User) -> Counts:
    """Count the disposals of a person's force and record that they were read; raise NothingLoaded where none are."""
    counts = count_volumes(session, by=by)
    trail.record(session, FiguresRead("volumes", form), by=by)
    return counts


def count_volumes(session: Session, *, by: User) -> Counts:
    """Count the disposals of a person's force; raise NothingLoaded where none are."""
    force = by.force or ""
    bounds = select(func.min(Case.disposal_date), func.max(Case.disposal_date), func.max(Case.imported_at))
    first, last, loaded = session.execute(bounds.where(Case.force == force)).one()
    if first is None:
        raise NothingLoaded(
            "No case of this force has been loaded, so nothing can be counted. Import an extract first."
        )

    rows = session.execute(_tallied(force) if is_fresh(session, force) else _counted(force))
    counted = tuple(Counted(row[0], dict(zip(By, row[1:-1], strict=True)), row[-1]) for row in rows)
    return Counts(force, counted, first, last, loaded.date())


def _tallied(force: str) -> Select[*tuple[Any, ...]]:
    columns = [Tally.disposal_date, *(getattr(Tally, one) for one in By)]
    return select(*columns, func.sum(Tally.cases)).where(Tally.force == force).group_by(*columns)


def _counted(force: str) -> Select[*tuple[Any, ...]]:
    columns = [Case.disposal_date, *(getattr(Case, one) for one in By)]
    return select(*columns, func.count()).where(Case.force == force).group_by(*columns)
