"""A byte scan of everything that each of the panel's people can reach in the demonstration."""

import io
import re
import sqlite3
import zipfile
from contextlib import closing

import pytest

from fixtures.generating import Row, generate
from scrutiny_app import create_app
from scrutiny_app.cli.demonstration import CASES, SEED
from scrutiny_app.cli.demonstration.filling import last_quarters_end
from scrutiny_app.domain.cases import FIELDS, Kind
from scrutiny_app.services.trail import today_in_london
from scrutiny_app.settings import Portal, Settings
from scrutiny_app.web.current import EXTENSION
from tests.demonstration import Demonstration, crawl, enter

PANEL = ("chair", "member", "member_2", "member_3", "adviser", "commissioners_officer")
IDENTIFYING = {Kind.PERSON, Kind.PEOPLE}


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    """The invented cases that the demonstration was filled with."""
    return generate(CASES, SEED, until=last_quarters_end(today_in_london()))


@pytest.fixture(scope="module")
def identifiers(rows) -> set[str]:
    """Whole names, numbers, addresses and contacts of every structured field that identifies anyone."""
    return {written for row in rows for written in structured(row)}


def structured(row: Row):
    """Give what a row's structured fields hold of people, in the ways in which it is written."""
    for field in FIELDS:
        cell = row.cells[field.name]
        if not cell:
            continue
        if field.kind in IDENTIFYING:
            for person in str(cell).split(";"):
                surname, _, forenames = (part.strip() for part in person.partition(","))
                yield f"{surname}, {forenames}"
                yield f"{forenames} {surname}".strip()
                yield f"{forenames.split(' ')[0]} {surname}".strip()
        elif field.name in ("case_number", "crime_number", "offender_vehicle"):
            yield str(cell)
        elif field.name.endswith("_contact"):
            yield from (part.strip() for part in str(cell).split(";"))
        elif field.name.endswith("_address"):
            yield str(cell)
            yield str(cell).rpartition(",")[2].strip()


@pytest.fixture(scope="module")
def panel_app(demonstration: Demonstration):
    """A process's app of the panel's portal, over the demonstration's data and without its case key."""
    settings = Settings(
        instance=demonstration.instance,
        database_url=f"sqlite:///{demonstration.instance / 'scrutiny.db'}",
        portal=Portal.PANEL,
        demo=True,
        secret_key_file=demonstration.instance / "secret.key",
    )
    app = create_app(settings)
    yield app
    app.extensions[EXTENSION].database.engine.dispose()


def unpacked(body: bytes) -> bytes:
    """Give a document's parts as well as its own bytes: what a zip compresses, a scan would not see."""
    if not body.startswith(b"PK"):
        return body
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return b"\n".join([body, *(name.encode() + b"\n" + archive.read(name) for name in archive.namelist())])


@pytest.mark.parametrize("role", PANEL)
def test_nothing_that_the_panel_can_reach_holds_an_identifier(panel_app, demonstration, identifiers, role):
    everything: list[str] = []

    def keep(path, answer) -> None:
        assert answer.status_code == 200, path
        heads = "\n".join(f"{name}: {value}" for name, value in answer.headers)
        everything.append("\n".join((path, heads, unpacked(answer.data).decode("utf-8", "replace"))))

    client = panel_app.test_client()
    enter(client, demonstration.sign_ins[role])
    kinds = crawl(client, each=keep)
    assert len(kinds) >= 5, kinds
    text = "\n".join(everything)
    assert sorted(written for written in identifiers if stands(written, text)) == []


def stands(written: str, text: str) -> bool:
    """Say whether an identifier stands in a text as words of its own."""
    return written in text and re.search(rf"(?<!\w){re.escape(written)}(?!\w)", text) is not None


def test_the_scan_finds_an_identifier_where_there_is_one(demonstration, identifiers):
    """The scan's own control: the force's side, which may see originals, must set it off."""
    settings = Settings(
        instance=demonstration.instance,
        database_url=f"sqlite:///{demonstration.instance / 'scrutiny.db'}",
        portal=Portal.ALL,
        demo=True,
        case_key_file=demonstration.instance / "case.key",
        secret_key_file=demonstration.instance / "secret.key",
    )
    app = create_app(settings)
    client = app.test_client()
    enter(client, demonstration.sign_ins["lead"])
    text = client.get("/force/cases/1").text
    app.extensions[EXTENSION].database.engine.dispose()
    assert [written for written in identifiers if stands(written, text)]


def test_nothing_sealed_stands_in_clear_in_the_database(demonstration, identifiers):
    with closing(sqlite3.connect(demonstration.instance / "scrutiny.db", timeout=60)) as connection:
        assert connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0  # all of it stands in the file
    kept = (demonstration.instance / "scrutiny.db").read_bytes().decode("utf-8", "replace")
    names = {written for written in identifiers if "," in written}
    assert sorted(written for written in names if written in kept) == []
