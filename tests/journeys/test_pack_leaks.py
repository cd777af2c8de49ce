"""A byte scan of every copy that the panel's process makes of the demonstration's cases, without the case key."""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from flask import Flask
from sqlalchemy import select

from scrutiny_app import create_app
from scrutiny_app.models.people import User
from scrutiny_app.settings import Portal, Settings
from scrutiny_app.web.current import EXTENSION
from tests.demonstration import Demonstration, enter
from tests.journeys.test_leaks import identifiers, rows, stands  # noqa: F401  # fixtures of this file too
from tests.unit.files.packed import decoded, pages

FORMS = ("pdf", "docx", "sheet")


@pytest.fixture(scope="module")
def panel_app(demonstration: Demonstration, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The panel's portal over a copy of the demonstration's data: what is made here is in nobody else's way."""
    folder = tmp_path_factory.mktemp("packs")
    shutil.copy(demonstration.instance / "secret.key", folder)
    kept, copy = (sqlite3.connect(one / "scrutiny.db", timeout=60) for one in (demonstration.instance, folder))
    with closing(kept), closing(copy):
        kept.backup(copy)  # whole, whoever writes meanwhile
    settings = Settings(
        instance=folder,
        database_url=f"sqlite:///{folder / 'scrutiny.db'}",
        portal=Portal.PANEL,
        demo=True,
        secret_key_file=folder / "secret.key",
    )
    app = create_app(settings)
    yield app
    app.extensions[EXTENSION].database.engine.dispose()


@pytest.fixture(scope="module")
def files(panel_app, demonstration) -> list[bytes]:
    """Each copy that a chair, a member and an adviser make of every round that they may read, in every form."""
    found = []
    for role in ("chair", "member", "adviser"):
        client = panel_app.test_client()
        enter(client, demonstration.sign_ins[role])
        for pack in sorted(set(re.findall(r'href="(/panel/rounds/\d+/pack)"', client.get("/panel/rounds").text))):
            token = re.search(r'name="csrf_token" value="([^"]+)"', client.get(pack).text)
            for form in FORMS:
                client.post(pack, data={"copy_form": form, "csrf_token": token[1] if token else ""})
            for file in re.findall(rf'href="({pack}/copies/[^"]+)"', client.get(pack).text):
                answer = client.get(file)
                assert answer.status_code == 200, file
                found.append(answer.data)
    return found


def test_a_process_without_the_case_key_makes_copies_in_every_form(panel_app, files):
    assert panel_app.extensions[EXTENSION].case_key is None
    assert {data[:2] for data in files} == {b"%P", b"PK"}
    assert len(files) >= 2 * len(FORMS)


def test_no_copy_holds_an_identifier(files, identifiers):  # noqa: F811
    text = "\n".join(map(decoded, files))
    assert "[Suspect]" in text
    assert sorted(written for written in identifiers if stands(written, text)) == []


def test_no_copy_names_anybody_who_signs_in(panel_app, files):
    with panel_app.extensions[EXTENSION].database.reading() as session:
        names = list(session.scalars(select(User.name)))
    text = "\n".join(map(decoded, files))
    assert len(names) > 10
    assert [name for name in names if stands(name, text)] == []


def test_every_page_of_every_document_bears_its_marks(files):
    documents = [pages(data) for data in files if data.startswith(b"%PDF")]
    assert documents
    assert all("copy " in page and "return or destroy by" in page for document in documents for page in document)
