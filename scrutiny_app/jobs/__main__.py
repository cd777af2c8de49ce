"""`python -m scrutiny_app.jobs`: one worker, which loads nothing of the web and nothing of the commands."""

import argparse
import os
import signal
import sys

from sqlalchemy.exc import DBAPIError

from scrutiny_app import settings as settings_
from scrutiny_app.database import Database
from scrutiny_app.domain.errors import Refused
from scrutiny_app.jobs.engine import Engine
from scrutiny_app.jobs.noticing import go_round
from scrutiny_app.jobs.presence import Lost, OnFile, OnServer, Presence
from scrutiny_app.jobs.telling import tell_on_standard_error
from scrutiny_app.jobs.work import Work
from scrutiny_app.services import working
from scrutiny_app.services.dossiers import CannotOpen, CaseKey, read_key
from scrutiny_app.settings import Settings, UnsafeSettings

AT_MOST = 20.0  # seconds for what is under way to come to an end


def main() -> int:
    """Work until told to stop; say in a sentence why it cannot."""
    os.umask(0o077)
    tell_on_standard_error()
    parser = argparse.ArgumentParser(prog="scrutiny worker")
    parser.add_argument("--name")
    parser.add_argument("--parent", type=int)  # the process that started this one: to end with
    given = parser.parse_args()
    settings = settings_.read()
    work = Work(Database(settings.database_url), case_key(settings), settings.mail)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: work.stopping.set())
    require_tables(work)
    presence = present(settings, given.name)
    engine = Engine(settings, presence.name, work)
    print(f"Worker {presence.name} waits for files. Ctrl+C stops it.", flush=True)
    try:
        go_round(work, engine, presence, given.parent)
    except Lost:
        print("The database let go of this worker's name: it stops, so that another can go on.", file=sys.stderr)
        return 1
    finally:
        work.stop(AT_MOST)
    return 0


def case_key(settings: Settings) -> CaseKey:
    """Read the case key; raise Refused where there is none."""
    if settings.case_key_file is None:
        raise Refused("A worker needs the case key, which the panel's portal is never given.")
    if not settings.case_key_file.exists():
        raise Refused(f"There is no case key at {settings.case_key_file}: run `scrutiny init` first.")
    return read_key(settings.case_key_file)


def require_tables(work: Work) -> None:
    """Refuse a database that has not been set up."""
    try:
        with work.database.reading() as session:
            working.waiting(session)
    except DBAPIError as fault:
        if "no such table" in str(fault.orig) or "does not exist" in str(fault.orig):
            raise Refused("The database has no tables yet: run `scrutiny init` first.") from None
        raise


def present(settings: Settings, name: str | None) -> Presence:
    """Take a name that no other worker has."""
    if settings.database_url.startswith("sqlite"):
        return OnFile(settings.instance, name)
    return OnServer(settings.database_url, name)


if __name__ == "__main__":
    try:
        code = main()
    except (Refused, UnsafeSettings, CannotOpen) as refusal:
        sys.exit(f"Refused: {refusal}")
    sys.stdout.flush()
    os._exit(code)  # what is left are DBOS's threads, which only look: they would keep the process for a while
