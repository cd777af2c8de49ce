import io

import pytest

from scrutiny_app.domain.people import Role
from tests.extracts import extract

SOUTHMERE = "Southmere Police"


@pytest.fixture
def enter(making, sign_in):
    """Add a person of a role, and sign them in."""

    def enter(role, **changes):
        with making() as make:
            user = make.user(role, **changes)
        return sign_in(user)

    return enter


def send(browser, data, name="cases.csv"):
    return browser.post("/force/extracts/new", {"file": (io.BytesIO(data), name)})


def test_a_lead_imports_an_extract_and_sees_what_needs_mending(enter):
    page = send(enter(Role.LEAD), extract({}, {"sex": "Zebra", "offender_name": "Wendeline Garside"})).text
    assert "2 rows: 1 new, 0 corrected, 0 held already, 1 rejected." in page
    assert "Write Surname, Forenames" in page
    assert "Use one of: Female; Male; Other." in page
    assert "Zebra" not in page
    assert "Garside" not in page


def test_a_file_sent_twice_is_said_to_have_been(enter):
    browser = enter(Role.PREPARER)
    send(browser, extract({}))
    assert "This file was imported before. Nothing was changed" in send(browser, extract({})).text


def test_a_file_that_cannot_be_read_is_explained_on_the_form(enter):
    page = send(enter(Role.LEAD), b"Case number,Notes\nA,b\n").text
    assert "<title>Error:" in page
    assert "The file has no column headed “Crime number”" in page


def test_no_file_at_all_is_explained_on_the_form(enter):
    assert "Choose an .xlsx or .csv file" in enter(Role.LEAD).post("/force/extracts/new").text


def test_without_extracts_the_list_says_what_to_do(enter):
    assert "No extract has been imported yet" in enter(Role.LEAD).get("/force/extracts").text


def test_the_list_leads_to_each_extract(enter):
    browser = enter(Role.LEAD)
    send(browser, extract({}), name="june.csv")
    assert 'href="/force/extracts/1">june.csv</a>' in browser.get("/force/extracts").text
    assert "Every row was loaded" in browser.get("/force/extracts/1").text


def test_many_problems_come_in_pages(enter):
    browser = enter(Role.LEAD)
    send(browser, extract(*({"sex": "?"} for _ in range(101))))
    assert 'href="/force/extracts/1?page=2"' in browser.get("/force/extracts/1").text
    assert ">102</td>" in browser.get("/force/extracts/1?page=2").text
    assert browser.get("/force/extracts/1?page=99999999999").status_code == 200


def test_a_registrar_reads_but_does_not_import(enter):
    send(enter(Role.LEAD), extract({}))
    registrar = enter(Role.REGISTRAR)
    assert "Import an extract" not in registrar.get("/force/extracts").text
    assert registrar.get("/force/extracts/1").status_code == 200
    assert registrar.get("/force/extracts/new").status_code == 404


@pytest.mark.parametrize("address", ["/force/extracts/1", "/force/extracts/2"])
def test_another_forces_extract_is_as_if_it_did_not_exist(enter, address):
    send(enter(Role.LEAD), extract({}))
    assert enter(Role.LEAD, force=SOUTHMERE).get(address).status_code == 404
