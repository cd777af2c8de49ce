import io
import json
import os
import signal
import zipfile
from time import sleep

import pytest
from click.testing import CliRunner
from sqlalchemy import func, select

from scrutiny_app.cli import loading, scrutiny
from scrutiny_app.cli.importing import attach, import_
from scrutiny_app.database import Database
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.extracts import Stage
from scrutiny_app.models.attachments import AttachedFile
from scrutiny_app.models.cases import Case
from scrutiny_app.models.extracts import Extract
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services import receiving, staging
from scrutiny_app.services.trail import entries
from tests.extracts import extract
from tests.jobs.loaded import many
from tests.making import KEY, Make


@pytest.fixture
def run(migrated_url, tmp_path, monkeypatch):
    """Run `scrutiny import` on bytes in an instance of the test's own."""
    (tmp_path / "case.key").write_bytes(KEY.secret)
    (tmp_path / "case.key").chmod(0o600)
    monkeypatch.setenv("SCRUTINY_INSTANCE", str(tmp_path))
    monkeypatch.setenv("SCRUTINY_DATABASE_URL", migrated_url)

    def run(data, *options, name="cases.csv", command=import_):
        (tmp_path / name).write_bytes(data)
        return CliRunner().invoke(command, [str(tmp_path / name), *options])

    return run


@pytest.fixture
def database(migrated_url):
    """The database that the command writes to."""
    database = Database(migrated_url)
    yield database
    database.engine.dispose()


def one(database, kind):
    """Give the one row there is of a table."""
    with database.reading() as session:
        return session.scalars(select(kind)).one()


def counted(database, kind) -> int:
    """Count a table's rows."""
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(kind))


def test_the_answer_in_json_counts_every_row_and_lists_the_problems(run):
    answer = json.loads(run(extract({}, {"sex": "?"}), "--json").output)
    problem = answer.pop("problems")[0]
    assert answer == {
        "total": 2,
        "imported": 1,
        "updated": 0,
        "unchanged": 0,
        "refused": 0,
        "rejected": 1,
        "already_imported": False,
    }
    assert (problem["row"], problem["column"], problem["code"]) == (3, "Sex", "unknown_word")


def test_the_same_file_again_changes_nothing_and_says_so(run):
    run(extract({}, {"sex": "?"}))
    answer = json.loads(run(extract({}, {"sex": "?"}), "--json").output)
    assert (answer["already_imported"], answer["imported"], answer["unchanged"], answer["rejected"]) == (True, 0, 1, 1)
    assert "was imported before" in run(extract({}, {"sex": "?"})).output


def test_the_answer_in_words_ends_with_the_counts(run):
    lines = run(extract({}, {"sex": "?"})).output.splitlines()
    assert lines[0].startswith("row 3, Sex: text, 1 character. Use one of")
    assert lines[-1] == "2 rows: 1 imported, 0 updated, 0 unchanged, 1 rejected"


def test_a_refused_file_leaves_one_entry_on_the_trail(run, migrated_url):
    assert isinstance(run(b"nothing,here\n").exception, Refused)
    database = Database(migrated_url)
    with database.reading() as session:
        assert [entry.event for entry in entries(session)] == ["ImportRefused"]
    database.engine.dispose()


def test_a_person_may_be_named_as_the_one_who_imports(run, migrated_url):
    database = Database(migrated_url)
    with database.transaction() as session:
        lead = Make(session).user()
    assert run(extract({}), "--as", lead.username).exit_code == 0
    with database.reading() as session:
        assert set(session.scalars(select(TrailEntry.actor))) == {f"user:{lead.id}"}
    database.engine.dispose()


def test_help_shows_an_example():
    assert "Example: scrutiny import" in CliRunner().invoke(scrutiny, ["import", "--help"]).output


def test_a_dry_run_tells_the_truth_and_keeps_nothing(run, database):
    run(extract({}, {}))
    answer = json.loads(run(extract({}, {"sex": "male"}, {}, {"sex": "?"}), "--dry-run", "--json").output)
    assert [answer[name] for name in ("total", "imported", "updated", "unchanged", "rejected")] == [4, 1, 1, 1, 1]
    assert [problem["code"] for problem in answer["problems"]] == ["unknown_word"]
    assert (counted(database, Extract), counted(database, Case)) == (1, 2)
    done = json.loads(run(extract({}, {"sex": "male"}, {}, {"sex": "?"}), "--json").output)
    assert done == answer


def test_a_dry_run_of_a_file_of_no_known_layout_says_what_its_columns_seem_to_hold(run, database):
    answer = run(extract({}).replace(b"Case number", b"Offender e-mail").replace(b"Hate", b"Colour"), "--dry-run")
    assert isinstance(answer.exception, Refused)
    assert "Disposal date: Disposal date" in answer.output
    assert "Colour: not loaded" in answer.output
    assert (counted(database, Extract), counted(database, TrailEntry)) == (0, 0)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (extract({}).replace(b"Case number", b"Zq"), "answer there once what is asked of it"),
        (b"Zq,Zr,Zs\nx,y,z\n" * 3, "point there at the row that heads it"),
    ],
)
def test_what_only_a_person_can_say_is_refused_naming_the_page_that_asks_it(run, database, data, what):
    said = str(run(data).exception)
    assert "“Import an extract”" in said
    assert what in said
    assert counted(database, Extract) == 0


def test_a_dry_run_names_the_fields_of_people_in_groups_of_columns_as_people_read_them(run):
    head, row = extract({}).decode().split("\r\n")[:2]
    data = f"{head},party1Type,party1Name\r\n{row},Witness,Bond Joe\r\n".encode()
    answer = run(data.replace(b"Case number", b"Offender e-mail"), "--dry-run")
    assert "party1Type: Party 1: Role" in answer.output
    assert "Party 1/role" not in answer.output


def test_a_dry_run_counts_another_persons_number_as_refused_as_loading_does(run):
    run(extract({}, {}))
    somebody_else = {"crime_number": "42NM/9/26", "offender_name": "Else, Somebody", "offender_born": "01/02/1980"}
    data = extract(somebody_else, {"sex": "male"})

    tried = json.loads(run(data, "--dry-run", "--json").output)

    assert (tried["updated"], tried["refused"]) == (1, 1)
    assert json.loads(run(data, "--json").output) == tried


def test_changes_are_made_unless_they_are_refused(run):
    run(extract({}))
    refused = json.loads(run(extract({"sex": "male"}, {}), "--refuse-changes", "--json").output)
    assert [refused[name] for name in ("total", "imported", "updated", "refused")] == [2, 1, 0, 1]
    made = json.loads(run(extract({"sex": "male"}), "--json").output)
    assert (made["updated"], made["refused"]) == (1, 0)


def test_a_file_that_was_loaded_is_read_again_when_that_is_asked_for(run):
    run(extract({}))
    answer = json.loads(run(extract({}), "--again", "--json").output)
    assert (answer["already_imported"], answer["unchanged"]) == (False, 1)


def test_a_layout_may_be_named_and_one_that_is_not_known_is_refused_naming_those_that_are(run):
    assert run(extract({}), "--profile", "ours").exit_code == 0
    answer = run(extract({"sex": "male"}), "--layout", "nonsense")
    assert "There is no layout of that name. There are: " in str(answer.exception)


class Killed(BaseException):
    """What no code of ours sees: the process is gone."""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_command_that_is_told_to_stop_cancels_its_file(run, database, monkeypatch, number):
    def told_to_stop(session, extract, chunk, *, key):
        staging.stage_chunk(session, extract, chunk, key=key)
        os.kill(os.getpid(), number)
        sleep(10)

    monkeypatch.setattr(loading, "stage_chunk", told_to_stop)
    stopped = run(extract({}))

    assert "nothing of the file was loaded or kept" in str(stopped.exception)
    assert (one(database, Extract).stage, counted(database, Case)) == (Stage.CANCELLED, 0)
    monkeypatch.undo()


def test_a_command_that_fails_cancels_its_file_and_tells_the_failure(run, database, monkeypatch):
    def fail(session, extract, chunk, *, key):
        raise ZeroDivisionError

    monkeypatch.setattr(loading, "stage_chunk", fail)

    assert isinstance(run(extract({})).exception, ZeroDivisionError)
    assert one(database, Extract).stage == Stage.CANCELLED


def test_a_command_that_finds_a_dead_ones_file_in_its_way_says_how_to_go_on_or_cancel(run, monkeypatch):
    def die(session, extract, chunk, *, key):
        raise Killed

    with monkeypatch.context() as deadly:
        deadly.setattr(loading, "stage_chunk", die)
        with pytest.raises(Killed):
            run(extract({}))

    refused = str(run(extract({}, {})).exception)

    assert "It was begun by a command: if that no longer runs, give the same command again to go on with it" in refused
    assert "or cancel it on its page" in refused


def test_a_command_that_is_cut_off_goes_on_from_there_when_it_is_typed_again(run, database, monkeypatch):
    numbers = []
    interruptions = [Killed]

    def cut_off(session, extract, chunk, *, key):
        if chunk.number == 1 and interruptions:
            raise interruptions.pop()
        numbers.append(chunk.number)
        return staging.stage_chunk(session, extract, chunk, key=key)

    monkeypatch.setattr(loading, "stage_chunk", cut_off)
    with pytest.raises(Killed):
        run(many(6_000))
    assert (one(database, Extract).stage, counted(database, Case)) == (Stage.MAPPED, 0)
    answer = json.loads(run(many(6_000), "--json").output)
    assert (answer["imported"], counted(database, Case), numbers) == (6_000, 6_000, [0, 1])


def test_a_command_whose_file_is_cancelled_on_the_website_stops_and_says_so(run, database, monkeypatch):
    with database.transaction() as session:
        lead = Make(session).user()

    def cancelled_meanwhile(session, extract, chunk, *, key):
        receiving.cancel(session, extract.id, by=lead)
        return True

    monkeypatch.setattr(loading, "stage_chunk", cancelled_meanwhile)
    answer = run(many(6_000), "--as", lead.username)
    assert "was cancelled on the website" in str(answer.exception)
    assert one(database, Extract).stage == Stage.CANCELLED


def test_a_file_that_waits_on_the_website_is_not_loaded_by_a_command_too(run, database):
    with database.transaction() as session:
        receiving.receive(session, "cases.csv", extract({}), key=KEY, by=Make(session).user())
    assert "stands at: Being looked at" in str(run(extract({})).exception)


def test_a_file_without_rows_is_refused_and_nothing_of_it_stays(run, database):
    assert "headings but no rows" in str(run(extract()).exception)
    assert (counted(database, Extract), one(database, TrailEntry).event) == (0, "ImportRefused")


def test_a_file_that_turns_out_to_be_unreadable_half_way_is_given_up(run, database, monkeypatch):
    def refuse(session, extract, chunk, *, key):
        raise Refused("Row 5,002 is damaged.")

    monkeypatch.setattr(loading, "stage_chunk", refuse)
    assert "is damaged" in str(run(extract({})).exception)
    assert one(database, Extract).stage == Stage.REFUSED


def zipped(**files):
    """Give a zip of files, each by its case's number."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        for name, text in files.items():
            file.writestr(f"{name} note.txt", text)
    return written.getvalue()


def test_a_dry_run_of_attachments_tells_the_truth_and_keeps_nothing(run, database):
    run(extract({}))
    data = zipped(**{"NM-1-26": "She was seen at the shop.", "NM-9-26": "Nobody's."})

    tried = json.loads(run(data, "--dry-run", "--json", name="files.zip", command=attach).output)

    assert (tried["total"], tried["imported"], tried["rejected"], len(tried["problems"])) == (2, 1, 1, 1)
    assert (counted(database, Extract), counted(database, AttachedFile)) == (1, 0)
    assert "Nothing was kept" in run(data, "--dry-run", name="files.zip", command=attach).output
    assert json.loads(run(data, "--json", name="files.zip", command=attach).output) == tried


def test_attachments_join_their_cases(run):
    run(extract({}))
    data = zipped(**{"NM-1-26": "She was seen at the shop."})
    lines = run(data, name="files.zip", command=attach).output.splitlines()
    assert lines[-1] == "1 files: 1 imported, 0 updated, 0 unchanged, 0 rejected"
