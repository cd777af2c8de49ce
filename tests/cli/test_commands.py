"""The command line as it is typed: what it does, what it refuses, and how it exits."""

import csv
import json
import os
import re
import shlex
import signal
import socket
import stat
import subprocess
import sys
import time
import zipfile
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import click
import pytest

from scrutiny_app.cli import scrutiny
from scrutiny_app.domain.people import Role
from tests.making import FORCE

ROOT = Path(__file__).parents[2]


@pytest.fixture
def run(tmp_path):
    """Run a command over an instance of the test's own, with variables of the test's own."""

    def command(*words: str, given: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "scrutiny_app", *words],
            env=environment(tmp_path, **variables),
            cwd=ROOT,
            input=given,
            capture_output=True,
            text=True,
        )

    return command


def environment(folder: Path, **variables: str) -> dict[str, str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("SCRUTINY_")}
    return plain | {"SCRUTINY_INSTANCE": str(folder / "instance")} | variables


@pytest.fixture
def made(run):
    """An instance that is set up, with a lead."""
    assert run("init").returncode == 0
    added = run("user", "add", "lead", "--name", "A Lead", "--role", "lead", "--force", FORCE)
    assert added.returncode == 0
    return run


def every_command(group=scrutiny, path=()):
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from every_command(command, (*path, name))
        else:
            yield (*path, name), command


@pytest.mark.parametrize(
    ("path", "command"), list(every_command()), ids=lambda each: " ".join(each) if isinstance(each, tuple) else ""
)
def test_every_command_has_help_with_an_example(path, command):
    assert command.help
    assert "Example: " in command.help
    example = re.search(r"Example: (.*)", command.help)[1]
    assert f"scrutiny {' '.join(path)}" in example


def test_init_makes_what_is_missing_and_touches_nothing_that_is_there(run, tmp_path):
    assert run("init").returncode == 0
    instance = tmp_path / "instance"
    key = (instance / "case.key").read_bytes()
    assert stat.S_IMODE(instance.stat().st_mode) == 0o700
    assert {stat.S_IMODE((instance / name).stat().st_mode) for name in ("case.key", "secret.key", "scrutiny.db")} == {
        0o600
    }
    assert run("init").returncode == 0
    assert (instance / "case.key").read_bytes() == key


def test_a_command_before_init_says_to_run_it(run):
    answer = run("user", "list")
    assert answer.returncode == 1
    assert "scrutiny init" in answer.stderr


def test_a_missing_option_is_a_usage_error(made):
    assert made("user", "add", "someone").returncode == 2


def test_a_refusal_is_a_sentence_and_not_a_fault(made):
    answer = made("user", "add", "lead", "--name", "Another", "--role", "lead", "--force", FORCE)
    assert answer.returncode == 1
    assert answer.stderr == "Refused: That username is taken: choose another.\n"


def test_a_deed_is_on_the_trail_under_whoever_did_it(made):
    made("import", "fixtures/sample-extract.csv", "--as", "lead")
    entries = [json.loads(line) for line in made("trail", "export").stdout.splitlines()]
    assert [(entry["event"], entry["actor"].partition(":")[0]) for entry in entries] == [
        ("PersonAdded", "command-line"),
        ("ExtractMapped", "user"),
        ("ExtractImported", "user"),
    ]


def test_a_dry_run_reads_a_file_though_it_was_imported_before(made):
    first = json.loads(made("import", "fixtures/sample-extract.csv", "--as", "lead", "--json").stdout)
    again = json.loads(made("import", "fixtures/sample-extract.csv", "--as", "lead", "--dry-run", "--json").stdout)
    assert (again["unchanged"], again["rejected"]) == (first["imported"], first["rejected"])
    wrong = made("import", "fixtures/sample-extract.csv", "--as", "lead", "--dry-run", "--layout", "occurrence")
    assert wrong.returncode == 1


def test_an_empty_password_from_standard_input_is_refused(made):
    answer = made(
        "user", "add", "x1", "--name", "X", "--role", "lead", "--force", FORCE, "--password-stdin", given="\n"
    )
    assert answer.returncode == 1
    assert "at least 12" in answer.stderr


def test_the_readmes_commands_do_what_it_says(run, tmp_path):
    readme = (ROOT / "README.md").read_text()
    typed = [shlex.split(line) for line in re.findall(r"^ {4}\.venv/bin/scrutiny (.*)$", readme, re.MULTILINE)]
    assert [words[0] for words in typed] == ["init", "user", "serve", "import", "import", "attach", "trail"]
    with zipfile.ZipFile(tmp_path / "files.zip", "w") as package:
        package.writestr(f"{first_case_number()} note.txt", "The shop wants no more of it.")
    theirs = {"LEAD": "lead", "files.zip": str(tmp_path / "files.zip")}
    for words in typed:
        if words[0] == "serve":  # tried in a test of its own
            assert run("user", "add", "lead", "--name", "L", "--role", "lead", "--force", FORCE).returncode == 0
            continue
        answer = run(*(theirs.get(word, word) for word in words))
        assert answer.returncode == 0, answer.stderr


def first_case_number() -> str:
    with (ROOT / "fixtures/sample-extract.csv").open(newline="", encoding="utf-8-sig") as file:
        return next(csv.DictReader(file))["Case number"]


def test_the_demonstration_must_be_asked_for(run):
    answer = run("demo")
    assert answer.returncode == 1
    assert "SCRUTINY_DEMO=1" in answer.stderr


def test_the_demonstration_refuses_a_database_that_holds_anything_else(made, tmp_path):
    extract = (ROOT / "fixtures" / "sample-extract.csv").read_text(encoding="utf-8-sig").replace(FORCE, "Real Police")
    (tmp_path / "real.csv").write_text(extract)
    assert made("import", str(tmp_path / "real.csv")).returncode == 0
    demo = {"SCRUTINY_DEMO": "1", "SCRUTINY_PORTAL": "all"}
    for words in (("demo",), ("demo", "--reset"), ("serve",)):
        answer = made(*words, **demo)
        assert answer.returncode == 1
        assert "not the demonstration's" in answer.stderr
    assert (tmp_path / "instance" / "case.key").exists()


def test_a_port_in_use_is_said_to_be(made):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        answer = made("serve", SCRUTINY_PORTAL="force", SCRUTINY_PORT=str(taken.getsockname()[1]))
    assert answer.returncode == 1
    assert "cannot listen" in answer.stderr


def test_serve_runs_both_portals_and_a_worker_as_processes_of_their_own_and_stops_all(made, tmp_path):
    force, panel = free_ports()
    variables = environment(tmp_path, SCRUTINY_PORT=str(force), SCRUTINY_PANEL_PORT=str(panel))
    key = tmp_path / "instance" / "case.key"
    variables["SCRUTINY_CASE_KEY_FILE"] = str(key)
    command = [sys.executable, "-m", "scrutiny_app", "serve"]
    with subprocess.Popen(command, env=variables, cwd=ROOT, stdout=subprocess.DEVNULL) as parent:
        try:
            assert wait_for(force, "/force/") == wait_for(panel, "/panel/") == 302  # to the door
            assert (status(force, "/panel/"), status(panel, "/force/")) == (404, 404)
            told = [Path(f"/proc/{child}/environ").read_text() for child in children(parent.pid)]
            assert sorted("SCRUTINY_CASE_KEY_FILE" in variables for variables in told) == [False, True, True]
        finally:
            parent.send_signal(signal.SIGTERM)
            assert parent.wait(timeout=30) == 0
    with pytest.raises(ConnectionRefusedError):
        status(panel, "/sign-in")


def free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def status(port: int, path: str) -> int:
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path)
        return connection.getresponse().status


def wait_for(port: int, path: str) -> int:
    for _ in range(300):
        try:
            return status(port, path)
        except ConnectionRefusedError:
            time.sleep(0.1)
    raise AssertionError("no answer")


def children(parent: int) -> list[int]:
    listed = Path(f"/proc/{parent}/task/{parent}/children").read_text()
    return [int(child) for child in listed.split()]


def test_every_role_can_be_added(made):
    for role in Role:
        words = ["user", "add", f"a.{role.value.replace('_', '.')}", "--name", "A", "--role", role.value]
        assert made(*words, "--force", FORCE, "--body", "lay").returncode == 0
    assert len(made("user", "list").stdout.splitlines()) == len(Role) + 1
