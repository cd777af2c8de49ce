"""`scrutiny serve` and the worker that it starts and watches."""

import os
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest

from scrutiny_app.cli.watching import Kept
from tests.cli.test_commands import ROOT, children, environment, free_ports, made, run, wait_for

__all__ = ["made", "run"]  # fixtures


@pytest.fixture
def serve(made, tmp_path):
    """Serve with the variables given, and stop after the test."""
    started: list[subprocess.Popen[str]] = []

    def begin(**variables: str) -> tuple["subprocess.Popen[str]", int]:
        port = free_ports()[0]
        given = environment(tmp_path, SCRUTINY_PORT=str(port), **variables)
        command = [sys.executable, "-m", "scrutiny_app", "serve"]
        started.append(subprocess.Popen(command, env=given, cwd=ROOT, stdout=subprocess.DEVNULL, text=True))
        return started[-1], port

    yield begin
    for process in started:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def workers(parent: int) -> list[int]:
    return [child for child in children(parent) if "scrutiny_app.jobs" in Path(f"/proc/{child}/cmdline").read_text()]


def new_worker(parent: int, old: list[int]) -> int:
    for _ in range(200):
        if found := [one for one in workers(parent) if one not in old]:
            return found[0]
        time.sleep(0.1)
    raise AssertionError("no worker")


def test_a_worker_that_dies_is_started_anew_and_ends_when_the_server_is_killed(serve):
    parent, port = serve(SCRUTINY_PORTAL="force")
    wait_for(port, "/force/")
    first = new_worker(parent.pid, [])
    os.kill(first, signal.SIGKILL)
    second = new_worker(parent.pid, [first])
    left = children(parent.pid)
    parent.kill()
    for _ in range(200):
        if not Path(f"/proc/{second}").exists():
            break
        time.sleep(0.1)
    assert not Path(f"/proc/{second}").exists()
    for other in set(left) - {second}:
        os.kill(other, signal.SIGTERM)


@pytest.mark.parametrize(
    "variables", [{"SCRUTINY_PORTAL": "panel"}, {"SCRUTINY_PORTAL": "force", "SCRUTINY_WORKER": "0"}]
)
def test_no_worker_is_started_beside_the_panel_s_portal_or_where_it_is_not_wanted(serve, variables):
    parent, port = serve(**variables)
    wait_for(port, "/sign-in")
    assert children(parent.pid) == []


def test_a_worker_that_keeps_dying_is_started_ever_more_rarely(monkeypatch):
    moment, starts = 0.0, []

    class Dead:
        def poll(self) -> int:
            return 1

    def start() -> Dead:
        starts.append(moment)
        return Dead()

    monkeypatch.setattr("scrutiny_app.cli.watching.time.monotonic", lambda: moment)
    kept = Kept(start)
    for _ in range(2_000):
        moment += 0.1
        kept.look_after()
    waits = [round(later - earlier) for earlier, later in pairwise(starts)]
    assert waits[:7] == [1, 2, 4, 8, 16, 30, 30]


def test_the_worker_command_is_the_worker_s_program(made):
    answer = made("worker", SCRUTINY_PORTAL="panel")
    assert answer.returncode == 1
    assert "never given" in answer.stderr
