"""Eight members who read their cases at one time: the panel's portal as it is served, and they in another process."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_urlsafe

from sqlalchemy import select

from scrutiny_app.cli.demonstration.people import hashed_lightly
from scrutiny_app.database import Database
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.panels import Panel
from scrutiny_app.models.people import User
from scrutiny_app.services import panels, people, terms
from scrutiny_app.settings import Settings
from tests.demonstration import wait_for

MEMBERS, TIMES, RUNS = 8, 100, 3


def at_once(settings: Settings, database: Database) -> Iterator[str]:
    """Have eight members read at once, a few times; tell the run in which 95 in 100 were answered soonest."""
    sign_ins = seat(database)
    with served(settings) as (process, port):
        for which in ("to grade", "revealed"):
            runs = [read(process, port, sign_ins, which) for _ in range(RUNS)]
            slowest = ", ".join(f"{run[0]:.0f}" for run in runs)
            _, half, cost = min(runs)
            yield (
                f"cases {which}, {MEMBERS} members at once: 95 in 100 within {slowest} ms in {RUNS} runs; at best half "
                f"within {half:.0f} ms, and {cost:.1f} ms of the server's processor time a page"
            )


def seat(database: Database) -> list[dict[str, str]]:
    """Seat eight more members on the demonstration's panel, its terms accepted; give what they sign in with."""
    sign_ins = [{"username": f"reader.{place}", "password": token_urlsafe()} for place in range(MEMBERS)]
    with database.transaction() as session, hashed_lightly():
        lead = session.scalars(select(User).where(User.username == "lead")).one()
        panel = session.scalars(select(Panel)).first()
        assert panel is not None
        for one in sign_ins:
            own = one | {"name": one["username"].title(), "role": Role.MEMBER, "force": None, "body": Body.LAY}
            who = people.add_person(session, **own, by=lead)
            panels.take_seat(session, panel, who.id, by=lead)
            for asked in terms.my_terms(session, by=who):
                terms.accept_terms(session, panel.id, asked.terms.version, by=who)
    return sign_ins


@contextmanager
def served(settings: Settings) -> Iterator[tuple[int, int]]:
    """Serve the panel's portal in a process of its own, by the command that a panel's machine runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {"SCRUTINY_INSTANCE": settings.instance, "SCRUTINY_DATABASE_URL": settings.database_url, "SCRUTINY_DEMO": 1}
    own |= {"SCRUTINY_PORTAL": "panel", "SCRUTINY_PORT": port}
    variables = os.environ | {name: str(value) for name, value in own.items()}
    command = [sys.executable, "-m", "scrutiny_app", "serve"]
    with subprocess.Popen(command, env=variables, stdout=subprocess.DEVNULL) as process:
        try:
            wait_for(port, process)
            yield process.pid, port
        finally:
            process.terminate()


def read(process: int, port: int, sign_ins: list[dict[str, str]], which: str) -> tuple[float, float, float]:
    """Have all read at once: within how many ms 95 in 100 were answered, and half, and the server's own a page."""
    words = [sys.executable, "-m", "tests.benchmarks.readers", *map(str, (process, port, TIMES)), which]
    told = subprocess.run(
        words, cwd=Path(__file__).parents[2], input=json.dumps(sign_ins).encode(), stdout=subprocess.PIPE, check=True
    )
    answer = json.loads(told.stdout)
    times = sorted(answer["took"])
    many = len(times)
    return 1000 * times[int(many * 0.95)], 1000 * times[many // 2], 1000 * answer["spent"] / many
