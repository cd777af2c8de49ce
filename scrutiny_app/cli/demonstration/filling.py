"""Filling the demonstration by the same deeds that people do, each by the right person and on the trail."""

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from fixtures.generating import Row, generate
from fixtures.writing import write
from scrutiny_app.cli.demonstration.people import Cast, SignIn
from scrutiny_app.cli.demonstration.readying import ready
from scrutiny_app.cli.demonstration.rounds import Players, Rounds
from scrutiny_app.database import Database
from scrutiny_app.domain.people import CommandLine
from scrutiny_app.domain.rounds import Stage
from scrutiny_app.services import importing
from scrutiny_app.services.dossiers import CaseKey

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
    until = last_quarters_end(importing.today_in_london())
    rows = generate(cases, seed, until=until)
    with database.transaction() as session:
        cast = Cast(session, seed, rows, CommandLine("demonstration"))
        panel = cast.seat(session)
        ready(session, panel, cast)
    tell("  people and a panel")
    with database.transaction() as session:
        received = bring_in(session, rows, key, cast)
    tell(f"  {received} cases")
    players = Players(cast, key, {str(row.cells["case_number"]): row for row in rows})
    rounds = Rounds(players, panel.id, until)
    for stage, title in TITLES.items():
        with database.transaction() as session:
            if stage is Stage.FROZEN:
                rounds.mark(session)
            rounds.make(session, stage, title)
        tell(f"  a round at the stage: {stage.value}")
    return cast.shown()


def last_quarters_end(today: date) -> date:
    """Give the last day of the quarter that ended last, so that the demonstration is never of the future."""
    return date(today.year, (today.month - 1) // 3 * 3 + 1, 1) - timedelta(days=1)


def bring_in(session: Session, rows: list[Row], key: CaseKey, cast: Cast) -> int:
    """Import the rows as the extract that a records system would give."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demonstration.csv"
        write(path, (row.cells for row in rows))
        data = path.read_bytes()
    today = importing.today_in_london()
    name = "demonstration.csv"
    return importing.import_extract(session, name, data, key=key, by=cast.users["lead"], today=today).extract.imported
