"""Filling the demonstration by the same deeds that people do, each by the right person and on the trail."""

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from fixtures.generating import Row, generate
from fixtures.writing import write
from scrutiny_app.cli.demonstration.clock import earlier
from scrutiny_app.cli.demonstration.past import hold, meetings
from scrutiny_app.cli.demonstration.people import Cast, SignIn
from scrutiny_app.cli.demonstration.publishing import publish
from scrutiny_app.cli.demonstration.readying import ready, train
from scrutiny_app.cli.demonstration.rounds import Players, Rounds
from scrutiny_app.database import Database
from scrutiny_app.domain.people import CommandLine
from scrutiny_app.domain.rounds import Stage
from scrutiny_app.services import importing
from scrutiny_app.services import rounds as panel_rounds
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.trail import today_in_london

BEGAN_BEFORE, RECEIVED_BEFORE, PUBLISHED_AFTER = 40, 35, 40  # days before the panel met, and after
TITLES = {
    Stage.SIGNED: "Spring panel",
    Stage.CLOSED: "Domestic abuse panel",
    Stage.OPEN: "Summer panel",
    Stage.RELEASED: "Youth panel",
    Stage.DRAWN: "Autumn panel",
    Stage.FROZEN: "Weapons panel",
    Stage.PLANNED: "Winter panel",
}


def fill(
    database: Database, key: CaseKey, cases: int, seed: int, *, tell: Callable[[str], object]
) -> dict[str, SignIn]:
    """Fill an empty database; tell of each step; give the sign-ins by role."""
    until = last_quarters_end(today_in_london())
    rows = generate(cases, seed, until=until)
    met = meetings(quarter_ends(until), today_in_london())
    with earlier(met[0].ago + BEGAN_BEFORE), database.transaction() as session:
        cast = Cast(session, seed, rows, CommandLine("demonstration"))
        panel = cast.seat(session)
        ready(session, panel, cast)
    tell("  people and a panel")
    rounds = Rounds(Players(cast, key, {str(row.cells["case_number"]): row for row in rows}), panel.id, until)
    received = 0
    for meeting in met:
        with database.transaction() as session:
            with earlier(meeting.ago + RECEIVED_BEFORE):
                received += bring_in(session, between(rows, meeting.first, meeting.last), key, cast)
            hold(session, meeting, rounds)
        tell(f"  a meeting {meeting.ago} days ago, and what came of it")
    with database.transaction() as session:
        publish(session, panel_rounds.rounds_for(session, cast.users["lead"]), cast, key, met[-1].ago - PUBLISHED_AFTER)
        received += bring_in(session, between(rows, met[-1].last + timedelta(days=1), until), key, cast)
        train(session, panel, cast)
    tell(f"  {received} cases, and a report published")
    for stage, title in TITLES.items():
        with database.transaction() as session:
            if stage is Stage.FROZEN:
                rounds.mark(session)
            rounds.make(session, stage, title)
        tell(f"  a round at the stage: {stage.value}")
    return cast.shown()


def quarter_ends(until: date) -> list[date]:
    """Give the day on which each quarter of the year ended, oldest first, and before them the day before the year."""
    ends = [until]
    for _ in range(4):
        ends.insert(0, last_quarters_end(ends[0]))
    return ends[:-1]


def last_quarters_end(today: date) -> date:
    """Give the last day of the quarter that ended last, so that the demonstration is never of the future."""
    return date(today.year, (today.month - 1) // 3 * 3 + 1, 1) - timedelta(days=1)


def between(rows: list[Row], first: date, last: date) -> list[Row]:
    """Give the invented cases that were disposed of in a span of days."""
    return [row for row in rows if first.isoformat() <= str(row.cells["disposal_date"]) <= last.isoformat()]


def bring_in(session: Session, rows: list[Row], key: CaseKey, cast: Cast) -> int:
    """Import the rows as the extract that a records system would give."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demonstration.csv"
        write(path, (row.cells for row in rows))
        data = path.read_bytes()
    today = today_in_london()
    name = "demonstration.csv"
    return importing.import_extract(session, name, data, key=key, by=cast.users["lead"], today=today).extract.imported
