import json

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from scrutiny_app.cli import scrutiny
from scrutiny_app.cli.importing import import_
from scrutiny_app.database import Database
from scrutiny_app.domain.errors import Refused
from scrutiny_app.models.trail import TrailEntry
from scrutiny_app.services.trail import entries
from tests.extracts import extract
from tests.making import KEY, Make


@pytest.fixture
def run(migrated_url, tmp_path, monkeypatch):
    """Run `scrutiny import` on bytes in an instance of the test's own."""
    (tmp_path / "case.key").write_bytes(KEY.secret)
    (tmp_path / "case.key").chmod(0o600)
    monkeypatch.setenv("SCRUTINY_INSTANCE", str(tmp_path))
    monkeypatch.setenv("SCRUTINY_DATABASE_URL", migrated_url)

    def run(data, *options):
        (tmp_path / "cases.csv").write_bytes(data)
        return CliRunner().invoke(import_, [str(tmp_path / "cases.csv"), *options])

    return run


def test_the_answer_in_json_counts_every_row_and_lists_the_problems(run):
    answer = json.loads(run(extract({}, {"sex": "?"}), "--json").output)
    problem = answer.pop("problems")[0]
    assert answer == {
        "total": 2,
        "imported": 1,
        "updated": 0,
        "unchanged": 0,
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
        assert session.scalars(select(TrailEntry.actor)).one() == f"user:{lead.id}"
    database.engine.dispose()


def test_help_shows_an_example():
    assert "Example: scrutiny import" in CliRunner().invoke(scrutiny, ["import", "--help"]).output
