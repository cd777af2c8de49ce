"""Planning, freezing and drawing from many cases in a database, beside merely reading their numbers and hashing."""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from scrutiny_app.database import Database, migrate
from scrutiny_app.domain.planning import RARE_SHARES, Sharing, prospects, size_for_fault, size_for_margin
from scrutiny_app.domain.sampling import Plan
from scrutiny_app.models.case_numbers import CaseNumber
from scrutiny_app.models.cases import Case
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import framing, reconciling, sampling, tallying
from scrutiny_app.services.trail import now
from tests import postgresql
from tests.making import DICE, FORCE, Make

CASES = int(os.environ.get("BENCH_CASES", "1000000"))
TOGETHER = 20_000
DISPOSALS = [*["community_resolution"] * 6, *["conditional_caution"] * 2, "simple_caution", "outcome_22"]
GROUPS = ("violence_without_injury", "shoplifting", "other_theft", "criminal_damage", "harassment", "drugs")
CROSSED = ("disposal", "age_group", "area")


def measure(folder: Path) -> Iterator[str]:
    """Measure on SQLite and, where it is installed, on PostgreSQL; each in a process of its own."""
    yield from _apart(f"sqlite:///{folder / 'planning.db'}")
    if postgresql.programs():
        server = postgresql.new_folder()
        try:
            yield from _apart(postgresql.start_once(server))
        finally:
            postgresql.stop(server)


def _apart(url: str) -> list[str]:
    words = [sys.executable, "-m", "tests.benchmarks.planning", url]
    child = subprocess.run(words, cwd=Path(__file__).parents[2], env=os.environ, capture_output=True, check=True)
    return child.stdout.decode().splitlines()


def fill(database: Database) -> None:
    """Keep so many cases of one force over a year, their dossiers left out, and count them beforehand."""
    add_cases(database, range(1, CASES + 1))
    with database.transaction() as session:
        session.execute(text("ANALYZE"))
        tallying.tally(session, FORCE)


def add_cases(database: Database, all_ids: range) -> None:
    """Keep cases of these ids, a few thousand at a time."""
    rng = Random(1)
    with database.transaction() as session:
        extract = Make(session).extract().id
    for start in range(0, len(all_ids), TOGETHER):
        ids = all_ids[start : start + TOGETHER]
        with database.transaction() as session:
            session.execute(insert(Case), [_case(number, extract, rng) for number in ids])
            numbers = [{"case_id": one, "force": FORCE, "number": f"NM/{one * 7919 % 10**8:08}/25"} for one in ids]
            session.execute(insert(CaseNumber), numbers)


def _case(number: int, extract: int, rng: Random) -> dict[str, Any]:
    chosen = {"disposal": rng.choice(DISPOSALS), "offence_group": rng.choice(GROUPS), "area": f"A{rng.randrange(12)}"}
    chosen["age_group"] = rng.choice(("adult", "child"))
    flags = {"domestic_abuse": rng.random() < 0.2, "weapon": rng.random() < 0.1}
    day = date(2025, 1, 1) + timedelta(rng.randrange(365))
    kept = {"id": number, "version": 1, "imported_at": now(), "extract_id": extract, "force": FORCE}
    return kept | chosen | flags | {"outcome_code": "8", "disposal_date": day}


def plan(session: Session, strata: Iterable[str] = ("disposal",)) -> Round:
    """Plan a round over the whole year."""
    make = Make(session)
    year = {"period_from": date(2025, 1, 1), "period_to": date(2025, 12, 31)}
    return make.round(by=make.user(), size=50, floor=0, strata=list(strata), **year)


def planner(session: Session, round_: Round) -> None:
    """Reckon all that the planner's page shows."""
    seen = framing.preview(session, round_)
    prospects(seen.counts, seen.allocation)
    size_for_margin(seen.counts, sharing=Sharing(0))
    for share in RARE_SHARES:
        size_for_fault(seen.counts, share, sharing=Sharing(0))


def bare(session: Session) -> None:
    """Stream numbers and strata in order by the driver alone, and hash each number, as a plain program would."""
    key, sha256 = hashlib.sha256(b"seed").hexdigest().encode(), hashlib.sha256
    driver: Any = session.connection().connection.dbapi_connection
    postgresql = session.get_bind().dialect.name == "postgresql"
    cursor = driver.cursor("bare") if postgresql else driver.cursor()
    order = 'number COLLATE "C"' if postgresql else "number"
    cursor.execute(
        "SELECT number, disposal FROM case_numbers JOIN cases ON cases.id = case_id "
        f"WHERE case_numbers.force = '{FORCE}' AND coalesce(disposal_date, '2025-01-01') "
        f"BETWEEN '2025-01-01' AND '2025-12-31' ORDER BY {order}"
    )
    while rows := cursor.fetchmany(5000):
        for number, _ in rows:
            sha256(key + number.encode()).digest()
    cursor.close()


def draw(session: Session, round_: Round) -> None:
    """Freeze the round's frame and draw from it."""
    frame = framing.freeze(session, round_, by=Make(session).user())
    assert frame.total == CASES
    assert len(sampling.drawn_from(session, frame, DICE, Plan(frame.allocation, 50))) >= 50


def main(url: str) -> None:
    """Fill a database, measure and print."""
    migrate(url)
    database = Database(url)
    fill(database)
    name = database.engine.dialect.name
    with database.transaction() as session:
        for strata in (("disposal",), CROSSED):
            round_ = plan(session, strata)
            took = min(_seconds(session, partial(planner, session, round_)) for _ in range(3))
            print(f"planner's figures over {CASES:,} cases by {' x '.join(strata)}, {name}: {took * 1000:.0f} ms")
        round_ = plan(session)
        took = _seconds(session, lambda: reconciling.compare(session, round_))
        print(f"totals over {CASES:,} cases, {name}: {took * 1000:.0f} ms")
        Path("/proc/self/clear_refs").write_text("5")  # forget the peak that filling the database reached
        idle = _megabytes("VmRSS")
        took = _seconds(session, lambda: draw(session, round_))
        grown = _megabytes("VmHWM") - idle
        floor = _seconds(session, lambda: bare(session))
        print(
            f"freeze and draw 50 from {CASES:,} cases, {name}: {took:.2f} s, {took / floor:.2f} x streaming numbers "
            f"and strata in order by the driver alone and hashing; {grown:.0f} MB above idle"
        )
        session.rollback()


def _megabytes(figure: str) -> float:
    """Give what the system says of this process's memory: all that it has, or the most that it had."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(figure))


def _seconds(session: Session, measured: Callable[[], object]) -> float:
    """Give the processor time that something takes, in this process and in the database's own for it."""
    began = _used(session)
    measured()
    return _used(session) - began


def _used(session: Session) -> float:
    if session.get_bind().dialect.name != "postgresql":
        return time.process_time()
    driver: Any = session.connection().connection.dbapi_connection
    ticks = Path(f"/proc/{driver.info.backend_pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return time.process_time() + sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main(sys.argv[1])
