"""Tallying: a force's cases counted by month and facets when a file has been loaded, as a worker finds the time."""

from datetime import date, timedelta
from typing import cast

from sqlalchemy import ColumnElement, Date, Select, Table, delete, func, insert, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.extracts import Holds, Stage
from scrutiny_app.models.cases import Case, Facets
from scrutiny_app.models.extracts import Extract
from scrutiny_app.models.tallies import Tallied, Tally

_NAMES = tuple(name for name in Facets.__annotations__ if name != "disposal_date")
Period = tuple[date, date]


def stale(session: Session) -> list[str]:
    """List the forces whose cases were counted before their newest file was loaded, or never."""
    counted = dict(row for row in session.execute(select(Tallied.force, Tallied.extract_id)))
    return [force for force, newest in session.execute(_newest()) if counted.get(force) != newest]


def is_fresh(session: Session, force: str) -> bool:
    """Say whether a force's cases have been counted since its newest file was loaded."""
    newest = session.execute(_newest().where(Extract.force == force)).one_or_none()
    counted = session.get(Tallied, force, populate_existing=True)
    return newest is not None and counted is not None and counted.extract_id == newest[1]


def tally(session: Session, force: str) -> None:
    """Count a force's cases anew."""
    newest = session.execute(_newest().where(Extract.force == force)).one_or_none()
    if newest is None:
        return
    columns = [getattr(Case, name) for name in _NAMES]
    postgresql = session.get_bind().dialect.name == "postgresql"
    month: ColumnElement[date] = (
        func.date_trunc("month", Case.disposal_date).cast(Date)
        if postgresql
        else func.date(Case.disposal_date, "start of month", type_=Date)
    )
    counted = select(*columns, month, func.count()).where(Case.force == force).group_by(*columns, month)
    session.execute(delete(Tally).where(Tally.force == force))
    session.execute(insert(cast("Table", Tally.__table__)).from_select([*_NAMES, "disposal_date", "cases"], counted))
    session.merge(Tallied(force=force, extract_id=newest[1]))


def whole_months(first: date, last: date) -> tuple[Period | None, list[Period]]:
    """Give the first days of the first and last whole month of a period, and what is left of it on either side."""
    begin = first if first.day == 1 else _next_month(first)
    end = (last + timedelta(1)).replace(day=1)  # the month of which not all days are in the period
    if begin >= end:
        return None, [(first, last)]
    edges = [(first, begin - timedelta(1)), (end, last)]
    return (begin, (end - timedelta(1)).replace(day=1)), [edge for edge in edges if edge[0] <= edge[1]]


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(4)).replace(day=1)


def _newest() -> Select[str, int]:
    done = select(Extract.force, func.max(Extract.id)).where(Extract.stage == Stage.DONE, Extract.holds == Holds.CASES)
    return done.group_by(Extract.force)
