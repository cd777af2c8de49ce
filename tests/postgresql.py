"""A PostgreSQL server of the tests' own: in a temporary folder, on a free loopback port, gone when the run ends.

It never touches a server that the machine may run already. As root it runs as an unprivileged user, since PostgreSQL
refuses root. Durability is switched off: what a test writes need not outlive it.
"""

import fcntl
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import memory

SUPERUSER = "scrutiny"
UNPRIVILEGED = ("postgres", "nobody")
CLUSTER = ("--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"


def programs() -> Path | None:
    """Return the folder that holds pg_ctl and initdb: the one on PATH, else the newest that Debian keeps, if any."""
    if on_path := shutil.which("pg_ctl"):
        return Path(on_path).resolve().parent
    kept = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/pg_ctl")]
    return max(kept, key=lambda folder: float(folder.parent.name), default=None)


def new_folder() -> Path:
    """Make the folder that one run's server will live in, owned by the user that it will run as."""
    folder = Path(tempfile.mkdtemp(prefix="scrutiny-postgresql-", dir=memory.place()))
    if os.geteuid() == 0:
        shutil.chown(folder, _unprivileged())
    return folder


def start_once(folder: Path) -> str:
    """Return the URL of the folder's server, starting it if no other process of this run has."""
    with _locked(folder):
        address = folder / "url"
        if not address.exists():
            address.write_text(_start(folder))
        return address.read_text()


def stop(folder: Path) -> None:
    """Stop the folder's server if it runs, and remove the folder."""
    if (folder / "data" / "postmaster.pid").exists():
        _run(folder, "pg_ctl", "stop", "--mode=immediate", f"--pgdata={folder / 'data'}")
    shutil.rmtree(folder)


def _start(folder: Path) -> str:
    data, port = folder / "data", _free_port()
    _run(folder, "initdb", f"--pgdata={data}", f"--username={SUPERUSER}", *CLUSTER)
    options = f"-h 127.0.0.1 -p {port} -k {folder} {FAST}"
    _run(folder, "pg_ctl", "start", "--wait", f"--pgdata={data}", f"--log={folder / 'log'}", f"--options={options}")
    return f"postgresql+psycopg://{SUPERUSER}@127.0.0.1:{port}/postgres"


def _run(folder: Path, program: str, *arguments: str) -> None:
    found = programs()
    if found is None:
        raise FileNotFoundError("PostgreSQL is not installed on this machine")
    become = ["runuser", "-u", _unprivileged(), "--"] if os.geteuid() == 0 else []
    # The server keeps whatever output it inherits, so a pipe here would never close: say it all to a file instead.
    with (folder / "output").open("ab") as output:
        command = [*become, str(found / program), *arguments]
        done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    if done.returncode:
        raise RuntimeError(f"{program} failed:\n{(folder / 'output').read_text()}")


def _unprivileged() -> str:
    known = {user.pw_name for user in pwd.getpwall()}
    return next(name for name in UNPRIVILEGED if name in known)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
