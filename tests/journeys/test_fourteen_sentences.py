"""What must always be true: every sentence has tests that hold it, and here are those that belong nowhere else."""

import ast
import logging
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import delete, inspect, select, text
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from fixtures.people import roster
from scrutiny_app import create_app
from scrutiny_app.cli.demonstration import SEED
from scrutiny_app.database import Database
from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.events import RedactionEdited
from scrutiny_app.domain.grading import Grade
from scrutiny_app.domain.learning import Addressee
from scrutiny_app.domain.people import Body, Role
from scrutiny_app.models.grades import Grade as GradeRow
from scrutiny_app.models.releases import Release
from scrutiny_app.models.trail import Reason
from scrutiny_app.services import learning, reading_releases, redacting, releasing, trail
from scrutiny_app.settings import Portal, Settings
from scrutiny_app.web.current import EXTENSION
from tests.demonstration import Demonstration, crawl, enter, pattern
from tests.journeys.sentences import SENTENCES
from tests.journeys.walking import Page, words
from tests.making import KEY, PASSWORD, TESTER, Make

ROOT = Path(__file__).parents[2]
APP = ROOT / "scrutiny_app"
CHANGEABLE = {  # and why
    "alembic_version",  # moves with the tables themselves
    "case_numbers", "cases", "extracts", "import_problems",  # facets follow the newest extract; a dossier never changes
    "attached_files", "extract_looks", "extract_parts", "rejected_rows", "staged_cases",  # a file on its way in
    "api_tokens", "handovers", "local_themes",  # revoked, read, ended; each told and dated
    "finding_drafts", "grade_drafts", "interests",  # a draft is no judgement; an interest is withdrawn, which is dated
    "guesses", "web_sessions",  # come and go with the door
    "case_marks",  # lifted, which is told and dated
    "chosen_cases", "named_numbers", "outcome_totals",  # a plan's; answers and totals, each change on the trail
    "information_requests",  # closed when they are answered or taken back, which is on the trail
    "letters",  # drafts until they are sent
    "meetings", "notices",  # moved, cancelled and ended, each on the trail; tried until sent
    "panels", "seats", "users",  # people come and go
    "public_preparations",  # what a worker has to do, until it is done
    "reasons",  # erasable, on purpose
    "round_cases", "rounds",  # plans until they are frozen; opened and closed; a place withdrawn
    "tallied", "tallies", "year_paces",  # counts that are made anew
}  # fmt: skip
BLANKS = {
    "blank blank--not-recorded": "Not recorded",
    "blank blank--redacted": "Redacted",
    "blank blank--withheld": "Withheld",
}
RECORDS = re.compile(r"scrutiny_app\.models\.(cases|case_numbers|dossiers|extracts)")
OUTWARD = re.compile(r"socket|ssl|smtplib|ftplib|http\.client|urllib\.request|urllib3|requests|httpx|aiohttp|paramiko")


def imported(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Give what a module imports, as pairs of a module and a name from it."""
    for one in ast.walk(tree):
        if isinstance(one, ast.Import):
            yield from ((name.name, "") for name in one.names)
        if isinstance(one, ast.ImportFrom):
            yield from ((one.module or "", name.name) for name in one.names)


@pytest.fixture
def session(migrated_url: str) -> Iterator[Session]:
    """One writing transaction on each database."""
    database = Database(migrated_url)
    with database.transaction() as session:
        yield session
    database.engine.dispose()


@pytest.fixture
def make(session: Session) -> Make:
    """Factories over it."""
    return Make(session)


def settings(demonstration: Demonstration) -> Settings:
    """Give the settings of the demonstration, both sides."""
    return Settings(
        instance=demonstration.instance,
        database_url=f"sqlite:///{demonstration.instance / 'scrutiny.db'}",
        portal=Portal.ALL,
        demo=True,
        case_key_file=demonstration.instance / "case.key",
        secret_key_file=demonstration.instance / "secret.key",
    )


@pytest.fixture(scope="module")
def app(demonstration: Demonstration) -> Iterator[Flask]:
    """The demonstration, both sides."""
    app = create_app(settings(demonstration))
    yield app
    app.extensions[EXTENSION].database.engine.dispose()


def test_there_are_fourteen_sentences_and_each_is_held():
    assert [sentence.number for sentence in SENTENCES] == list(range(1, 15))
    assert all(sentence.held_by for sentence in SENTENCES)


@pytest.mark.parametrize("held_by", sorted({test for sentence in SENTENCES for test in sentence.held_by}))
def test_every_test_that_is_said_to_hold_a_sentence_is_there_and_claims_something(held_by):
    file, name = held_by.split(": ")
    found = [
        one
        for one in ast.parse((ROOT / "tests" / f"{file}.py").read_text()).body
        if isinstance(one, ast.FunctionDef) and one.name == f"test_{name}"
    ]
    assert len(found) == 1
    calls = {ast.unparse(one.func) for one in ast.walk(found[0]) if isinstance(one, ast.Call)}
    assert any(isinstance(one, ast.Assert) for one in ast.walk(found[0])) or calls & {"pytest.raises", "check_whole"}


def test_sentence_1_a_fault_writes_nothing_of_a_case_to_page_or_log(app, demonstration, monkeypatch, caplog):
    def fail(*_: object) -> None:
        raise ValueError("Wendeline Garside of 14 Tanyard Lane, 42NM/000001/26")

    client = app.test_client()
    enter(client, demonstration.sign_ins["member"])
    monkeypatch.setattr("scrutiny_app.web.panel.my_cases.my_rounds", fail)
    with caplog.at_level(logging.DEBUG):
        answer = client.get("/panel/cases")
    assert answer.status_code == 500
    assert "ValueError" in caplog.text
    assert not re.search("Garside|Tanyard|000001", answer.text + caplog.text)


def test_sentence_2_no_import_leads_from_the_panels_pages_to_a_dossier():
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    answer = subprocess.run(
        [*command, "--contract", "panel", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout
    assert "No page that the panel is served reaches what identifies anyone KEPT" in answer.stdout


def test_sentence_7_only_these_tables_can_be_changed_at_all(session):
    postgresql = session.get_bind().dialect.name == "postgresql"
    names = "SELECT tgname FROM pg_trigger" if postgresql else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    triggers = set(session.scalars(text(names)))
    tables = set(inspect(session.connection()).get_table_names())
    assert {table for table in tables if f"{table}_refuses_update" not in triggers} == CHANGEABLE


def test_sentence_9_a_correction_changes_nothing_that_a_member_reads(session, make):
    member, lead, preparer = make.user(Role.MEMBER), make.user(Role.LEAD), make.user(Role.PREPARER)
    case = make.case()
    round_ = make.drawn(case, by=lead, panel=make.panel(member), opened_at=trail.now())
    (place,) = make.round_cases(round_)
    make.correct(case, circumstances="Learnt since the draw.")
    redacting.draft_redactions(session, round_, KEY, lead)
    redacting.finish_check(session, place, 1, KEY, preparer)
    releasing.approve(session, round_, place, 1, KEY, lead)
    read = reading_releases.read_case(session, place.reference, by=member).content
    make.correct(case, circumstances="Learnt after the release.", disposal="youth_caution")
    assert reading_releases.read_case(session, place.reference, by=member).content == read
    assert "Learnt" not in read.to_json()


@pytest.mark.parametrize("others", [0, 30])
def test_sentence_10_no_percentage_stands_without_its_counts_and_its_range(migrated_url, demonstration, others):
    app = create_app(replace(settings(demonstration), database_url=migrated_url))
    database, client = app.extensions[EXTENSION].database, app.test_client()
    with database.transaction() as session:
        make = Make(session)
        lead = make.user(Role.LEAD)
        make.cases(others, disposal="conditional_caution")  # drawn out of proportion, and so weighted
        given = {"by": lead, "cases": 40, "floor": 5 if others else 0}
        round_ = make.signed_round(*[Result.APPROPRIATE] * 9, Result.INAPPROPRIATE, **given)
    enter(client, {"username": lead.username, "password": PASSWORD})
    report = Page(client.get(f"/force/rounds/{round_.id}/report")).text
    database.engine.dispose()
    assert "%" in report
    said = r"\d+ of \d+ \(\d+% to \d+%(?:, weighted)?\)"  # in a sentence
    shown = r"\d+ \d+ \d+% \(\d+% to \d+%(?:, weighted)?\)"  # in a row of a table, after its counts
    assert "%" not in re.sub(f"{said}|{shown}", "", report)


def test_sentence_10_a_member_tells_three_blanks_apart(app, demonstration):
    client, blanks = app.test_client(), dict[str, str]()

    def collect(path: str, answer: TestResponse) -> None:
        if re.fullmatch(r"/panel/cases/[^/]+", path):
            spans = (one for one in Page(answer).tree.iter("span") if "blank" in one.get("class", "").split())
            blanks.update({one.get("class", ""): words(one) for one in spans})

    enter(client, demonstration.sign_ins["member"])
    crawl(client, each=collect)
    assert blanks.keys() >= {"blank blank--not-recorded", "blank blank--withheld"}
    assert blanks.items() <= BLANKS.items()


def test_sentence_11_an_erased_reason_leaves_the_trail_whole(session):
    digest = trail.keep_reason(session, "They moved house, and their neighbour sits on the panel.")
    trail.record(session, RedactionEdited(1, 1, 2, "lifted", "name", digest), by=TESTER)
    session.execute(delete(Reason))
    assert trail.verify(session) == (1, [])


def test_sentence_13_no_page_sets_officers_side_by_side(app, demonstration):
    names = [one.name for one in roster(SEED)]
    # Whole names first: Oliver of "Oliver Baker" is not the officer whose surname is Oliver.
    called = {f"{one.forenames} {one.surname}": one.surname for one in names} | {
        one.surname: one.surname for one in names
    }
    officers = re.compile(rf"\b({'|'.join(map(re.escape, called))})\b")
    naming: set[str] = set()

    def collect(path: str, answer: TestResponse) -> None:
        if answer.mimetype == "text/html" and len({called[name] for name in officers.findall(Page(answer).text)}) > 1:
            naming.add(pattern(path))

    for who in ("lead", "registrar", "chair", "member"):
        client = app.test_client()
        enter(client, demonstration.sign_ins[who])
        crawl(client, each=collect, of_a_kind=2)
    one_case = {path for path in naming if path.startswith(("/force/cases/#", "/force/redactions/#"))}
    assert one_case  # where officers of one case do stand together, so that the search is known to find them
    by_name = {"/force/people", "/force/rounds/#/letters", "/force/rounds/#/actions", "/force/accountable"}
    by_name |= {"/force/rounds/#/letters/together", "/force/rounds/#/follow", "/force/replies"}
    assert naming <= one_case | by_name, "in the order of cases, of names or of days"


def test_sentence_13_a_letter_holds_nothing_that_a_member_gave(session, make):
    lead = make.user(Role.LEAD)
    members = [make.user(Role.MEMBER, name=name) for name in ("Cosmo Abernethy-Vane", "Araminta Duckworth-Ellis")]
    panel = make.panel(*members, make.user(Role.CHAIR, body=Body.MAGISTRACY, name="Marigold Featherstonehaugh"))
    make.user(Role.OFFICER, staff_number="2201")
    round_ = make.signed_round(Result.OBSERVATIONS, by=lead, panel=panel, cases=3, floor=1)
    (place,) = make.round_cases(round_)
    release = session.scalars(select(Release.id).where(Release.round_case_id == place.id)).one()
    for member in members:
        given = {"user_id": member.id, "grade": Grade.INAPPROPRIATE, "comment": "Quixotic.", "given_at": trail.now()}
        session.add(GradeRow(round_case_id=place.id, release_id=release, **given))
    due = learning.letters_due(session, round_, key=KEY, by=lead)
    assert {one.addressee for one in due} == set(Addressee)
    for one in due:
        letter = learning.read_letter(session, one.case.finding.id, one.addressee, key=KEY, by=lead).words
        assert not re.search(
            "Abernethy|Duckworth|Featherstonehaugh|Quixotic|nappropriate", f"{letter.heading}{letter.text}"
        )


@pytest.mark.parametrize("who", ["administrator", "lead", "registrar", "officer", "supervisor", "chair", "member"])
def test_sentence_14_every_page_says_that_nothing_is_written_back(app, demonstration, who):
    silent: list[str] = []

    def listen(path: str, answer: TestResponse) -> None:
        is_page = answer.mimetype == "text/html" and "Content-Disposition" not in answer.headers  # no file to keep
        if is_page and "It never writes to a case’s own record" not in answer.text:
            silent.append(path)

    client = app.test_client()
    enter(client, demonstration.sign_ins[who])
    assert len(crawl(client, each=listen, of_a_kind=1)) >= 4
    assert silent == []


def test_sentence_14_only_an_import_touches_a_cases_own_record():
    touching: set[str] = set()
    for file in APP.rglob("*.py"):
        tree = ast.parse(file.read_text())
        rows = {name for module, name in imported(tree) if RECORDS.fullmatch(module)} - {"cases"}
        for call in (one for one in ast.walk(tree) if isinstance(one, ast.Call)):
            deed, first = ast.unparse(call.func), ast.unparse(call.args[0]).split(".")[0] if call.args else ""
            if deed in rows or (deed in ("insert", "update", "delete") and first in rows):
                touching.add(str(file.relative_to(APP)))
    intake = ("attaching", "importing", "looks", "receiving", "staging")
    assert touching == {f"services/{name}.py" for name in intake}


def test_sentence_14_nothing_here_can_reach_another_system():
    files = (*APP.rglob("*.py"), *(ROOT / "redaction").rglob("*.py"))
    pairs = {(file.name, *pair) for file in files for pair in imported(ast.parse(file.read_text()))}
    outward = {pair for pair in pairs if OUTWARD.fullmatch(pair[1]) or OUTWARD.fullmatch(f"{pair[1]}.{pair[2]}")}
    # Notices go to the mail server that the settings name, without a word of any case: see tests/jobs/test_mailing.py.
    assert outward == {("mail.py", "smtplib", ""), ("mail.py", "ssl", "")}
