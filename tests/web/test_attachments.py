"""Attachments: a zip is sent, its files join their cases, and what could not be read is summarised by a person."""

import io
import zipfile

import pytest

from scrutiny_app.domain.people import Role
from tests.extracts import extract
from tests.web import files_waiting

NEW = "/force/attachments/new"


def zipped(**files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_txt", ".txt"), content)
    return data.getvalue()


@pytest.fixture
def lead(enter, send):
    browser = enter(Role.LEAD)
    send(browser, extract({}))
    return browser


def test_how_to_name_the_files_is_shown_by_example(lead):
    page = lead.get(NEW).text
    assert "NM-1234-26 statement.pdf" in page
    assert "no case: the number does not come first" in page


def test_a_file_joins_its_case_and_can_be_read_there(lead, send):
    page = send(lead, zipped(NM126_txt="I saw him push the gate."), name="june.zip", to=NEW).text
    assert "Added to its case" in page
    assert '<span class="tile__figure">1</span> <span class="tile__label">joined to their cases</span>' in page
    assert "I saw him push the gate." in lead.get("/force/cases/1").text


def test_a_file_of_no_case_says_what_to_do(lead, send):
    page = send(lead, zipped(elsewhere_txt="Words."), name="june.zip", to=NEW).text
    assert "No case found" in page
    assert "Begin the file&#39;s name with its case number" in page


def test_a_registrar_sees_the_counts_and_not_the_names_of_files(lead, send, enter):
    send(lead, zipped(NM126_Garside_txt="Words."), name="june.zip", to=NEW)
    page = enter(Role.REGISTRAR).get("/force/extracts/2").text
    assert "joined to their cases" in page
    assert "Garside" not in page


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7"])
def test_what_is_no_zip_is_refused_on_the_form(lead, data):
    page = lead.post(NEW, {"file": (io.BytesIO(data), "x.zip")}).text
    assert "<title>Error:" in page
    assert "Only .zip files are read here" in page


def test_an_image_is_summarised_by_a_person_as_a_new_version(enter, making):
    browser = enter(Role.PREPARER)
    with making() as make:
        make.case(attachments=[files_waiting.IMAGE])
    assert "Write a summary" in browser.get("/force/cases/1").text
    page = browser.post("/force/cases/1/attachments/1", {"text": "A till receipt for 14 pounds."}).text
    assert "Kept, as a new version of the case." in page
    assert "A till receipt for 14 pounds." in page
    assert "summarised by the force" in page


def test_an_empty_summary_is_explained(enter, making):
    browser = enter(Role.LEAD)
    with making() as make:
        make.case(attachments=[files_waiting.IMAGE])
    assert "<title>Error:" in browser.post("/force/cases/1/attachments/1", {"text": " "}).text


@pytest.mark.parametrize("path", ["/force/cases/1/attachments/2", "/force/cases/9/attachments/1"])
def test_what_is_not_there_cannot_be_summarised(enter, making, path):
    browser = enter(Role.LEAD)
    with making() as make:
        make.case(attachments=[files_waiting.IMAGE])
    assert browser.get(path).status_code == 404
    assert browser.post(path, {"text": "Words."}, page="/account").status_code == 404


def test_a_registrar_reads_an_attachment_and_writes_nothing(enter, making):
    registrar = enter(Role.REGISTRAR)
    with making() as make:
        make.case(attachments=[files_waiting.IMAGE])
    assert "Write a summary" not in registrar.get("/force/cases/1").text
    assert registrar.get("/force/cases/1/attachments/1").status_code == 404
