"""`scrutiny return` and `scrutiny collate` as they are typed: what they write, and what they refuse."""

import json
import sys
import time
from hashlib import sha256

import pytest
from click.testing import CliRunner

from scrutiny_app.cli import main
from scrutiny_app.cli.returning import collate, return_
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.national_forms import public
from scrutiny_app.domain.national_return import to_bytes
from scrutiny_app.files.national_reading import read_return
from scrutiny_app.services import trail
from scrutiny_app.services.public_figures import reckon_return
from scrutiny_app.services.rounds import OutOfOrder
from tests.making import Make
from tests.returns import SOUND, WRONG, make_return, round_of

FORCES = ("Ashmoor", "Barrowdale", "Caldermere")


@pytest.fixture
def returns(tmp_path):
    """A folder with a return of each of three forces, one of them public."""
    folder = tmp_path / "returns"
    folder.mkdir()
    for force in FORCES:
        made = make_return(force=f"{force} Police", draw_id=force)
        (folder / f"{force}.json").write_bytes(to_bytes(public(made) if force == "Barrowdale" else made))
    return folder


def typed(command, *words):
    """Run a command with its refusals let through."""
    answer = CliRunner().invoke(command, [str(word) for word in words], catch_exceptions=False, standalone_mode=False)
    return answer.output


def refused(command, *words):
    """Run a command that is refused; give what it said and why."""
    runner = CliRunner()
    answer = runner.invoke(command, [str(word) for word in words])
    assert isinstance(answer.exception, Refused), answer.exception
    return answer.output, str(answer.exception)


def test_a_return_is_written_to_a_file_and_is_on_the_trail(database, tmp_path):
    with database.transaction() as session:
        round_id = Make(session).signed_round(cases=30).id
    out = tmp_path / "return.json"
    assert typed(return_, "--round", round_id, "--public", "--out", out) == f"Wrote {out}\n"
    assert read_return(out.read_bytes()).form == "public"
    with database.transaction() as session:
        newest = trail.newest(session, most=1)[0]
    assert newest.event == "ReturnMade"
    assert json.loads(newest.facts)["digest"] == sha256(out.read_bytes()).hexdigest()


def test_a_return_goes_to_standard_output_unless_a_file_is_named(database):
    with database.transaction() as session:
        make = Make(session)
        lead = make.user()
        round_id, username = make.signed_round(by=lead, cases=30).id, lead.username
    made = read_return(typed(return_, "--round", round_id, "--as", username).encode())
    assert (made.form, made.sample) == ("restricted", 6)


def test_ten_may_be_the_smallest_count_that_is_shown(database):
    with database.transaction() as session:
        round_id = Make(session).signed_round(cases=30).id
    made = read_return(typed(return_, "--round", round_id, "--public", "--least", "10").encode())
    assert made.hidden_below == 10


def test_an_unfinished_round_has_no_return_and_no_file_is_begun(database, tmp_path):
    with database.transaction() as session:
        make = Make(session)
        round_id = make.drawn_round(by=make.user()).id
    answer = CliRunner().invoke(return_, ["--round", str(round_id), "--out", str(tmp_path / "none.json")])
    assert isinstance(answer.exception, OutOfOrder)
    assert not (tmp_path / "none.json").exists()


def test_others_can_write_while_a_public_return_is_reckoned(database, monkeypatch):
    with database.transaction() as session:
        round_id = Make(session).signed_round(cases=30).id
    reckoned = []

    def meanwhile(*told):
        with database.transaction() as session:
            Make(session).user()
        reckoned.append(reckon_return(*told))
        return reckoned[-1]

    monkeypatch.setattr("scrutiny_app.services.national_returns.reckon_return", meanwhile)
    assert read_return(typed(return_, "--round", round_id, "--public").encode()).form == "public"
    assert len(reckoned) == 1


def test_a_round_that_is_not_there_is_refused_in_a_commands_words(database, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["scrutiny", "return", "--round", "99"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 1
    assert capsys.readouterr().err == "Refused: There is no such thing, or it is not for whoever this is done for.\n"


def test_returns_become_pages_a_workbook_and_data(returns, tmp_path):
    ways = ("--html", tmp_path / "html", "--xlsx", tmp_path / "o.xlsx", "--json", tmp_path / "o.json")
    said = typed(collate, returns, *ways)
    assert said.startswith("3 returns of 3 forces, on disposals from 1 April 2026 to 30 June 2026.\n")
    assert "Of 60 cases drawn at random, panels graded 57 and found 6 inappropriate: 10.5% (4.0% to 21.5%)" in said
    assert json.loads((tmp_path / "o.json").read_text())["forces"] == [f"{force} Police" for force in FORCES]
    assert (tmp_path / "html" / "national.xlsx").read_bytes() == (tmp_path / "o.xlsx").read_bytes()


def test_a_share_of_hidden_counts_is_told_as_the_range_that_holds_them(tmp_path):
    small = make_return(round_of(*[SOUND] * 6, *[WRONG] * 2), force="Ashmoor Police", draw_id="small")
    for number, made in enumerate([public(small), make_return(force="Caldermere Police", draw_id="exact")]):
        (tmp_path / f"{number}.json").write_bytes(to_bytes(made))
    assert typed(collate, tmp_path).endswith(" a 95% interval that holds whatever the hidden counts are.\n")


def test_the_order_of_files_changes_no_byte(returns, tmp_path):
    files = sorted(returns.iterdir())
    typed(collate, *files, "--html", tmp_path / "one")
    typed(collate, *reversed(files), returns, "--html", tmp_path / "two")
    assert (tmp_path / "one" / "index.html").read_bytes() == (tmp_path / "two" / "index.html").read_bytes()


def test_one_file_that_cannot_be_used_stops_all_and_is_named(returns, tmp_path):
    (returns / "bad.json").write_text('{"schema": "scrutiny-national-return", "version": 1}')
    (returns / "copy.json").write_bytes((returns / "Ashmoor.json").read_bytes())
    said, why = refused(collate, returns, "--json", tmp_path / "o.json")
    assert f"{returns / 'bad.json'}: it does not follow the schema at $, where a field is missing: form" in said
    pair = f"{returns / 'Ashmoor.json'} and {returns / 'copy.json'} are the same return: keep one of them"
    assert f"{returns / 'copy.json'}: {pair}" in said
    assert why == (
        "3 of 5 files cannot be used, and nothing was written. Mend them, or give --leave-out to go on without."
    )
    assert not (tmp_path / "o.json").exists()


def test_the_rest_is_put_together_where_that_is_wished_and_says_what_is_missing(returns, tmp_path):
    (returns / "bad.json").write_text("not a return")
    said = typed(collate, returns, "--leave-out", "--json", tmp_path / "o.json")
    made = json.loads((tmp_path / "o.json").read_text())
    assert "bad.json: it is not a JSON object" in said
    assert made["left_out"] == [{"file": "bad.json", "why": "it is not a JSON object"}]
    assert made["returns"] == 3


def test_nothing_usable_is_refused_even_where_leaving_out_is_wished(tmp_path):
    (tmp_path / "bad.json").write_text("not a return")
    assert refused(collate, tmp_path, "--leave-out")[1] == "1 of 1 files cannot be used, and nothing was written."


def test_a_folder_without_files_and_a_file_that_is_not_there_are_refused(tmp_path):
    assert "no file to put together" in refused(collate, tmp_path)[1]
    assert "absent.json: it cannot be read (No such file or directory)" in refused(collate, tmp_path / "absent.json")[0]


def test_ten_years_of_every_force_take_less_than_five_seconds_of_a_processor(tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for force in range(43):
        for meeting in range(40):
            made = make_return(force=f"Force {force:02}", draw_id=f"{force}-{meeting}")
            (folder / f"{force}-{meeting}.json").write_bytes(to_bytes(made))
    begun = time.process_time()
    said = typed(collate, folder, "--html", tmp_path / "html")
    assert said.startswith("1,720 returns of 43 forces")
    assert time.process_time() - begun < 5
