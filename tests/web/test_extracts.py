"""Extracts as their people meet them: sent, waited for, cancelled, read with what was wrong, mended."""

import csv
import io
from datetime import timedelta
from unittest.mock import Mock

import pytest
from openpyxl import load_workbook
from werkzeug import formparser

from scrutiny_app.domain.people import Role
from scrutiny_app.models.extracts import Extract
from scrutiny_app.services.trail import now
from scrutiny_app.web import __main__ as serving
from scrutiny_app.web.uploads import MOST, MOST_SENT
from tests.extracts import extract, renamed
from tests.web.saying import PAGE

SOUTHMERE = "Southmere Police"


def test_a_lead_imports_an_extract_and_sees_what_needs_mending(enter, send):
    page = send(enter(Role.LEAD), extract({}, {"sex": "Zebra", "offender_name": "Wendeline Garside"})).text
    assert '<span class="tile__figure">1</span> <span class="tile__label">rejected</span>' in page
    assert "Write Surname, Forenames" in page
    assert "Use one of: Female; Male; Other." in page
    assert "Zebra" not in page
    assert "Garside" not in page


def test_nothing_is_loaded_before_a_worker_has_read_the_file(enter):
    page = enter(Role.LEAD).post("/force/extracts/new", {"file": (io.BytesIO(extract({})), "june.csv")}).text
    assert "Looking at the file’s headings" in page
    assert '<progress class="progress__bar" value="0" max="100"' in page
    assert "Cancel this import" in page


def test_a_page_of_work_under_way_renews_itself_until_it_is_told_to_stand_still(enter):
    browser = enter(Role.LEAD)
    page = browser.post("/force/extracts/new", {"file": (io.BytesIO(extract({})), "june.csv")}).text
    assert '<noscript><meta http-equiv="refresh" content="3; url=/force/extracts/1?mark=' in page
    assert "This page renews itself every 3 seconds" in page
    assert "http-equiv" not in browser.get("/force/extracts/1?still=y").text


def test_whoever_waited_goes_straight_on_to_what_is_asked(enter, send):
    browser = enter(Role.LEAD)
    send(browser, renamed(extract({}), case_number="Blorp"))
    assert browser.get(f"{PAGE}?mark=seen&since=1").request.path == f"{PAGE}/columns"
    assert browser.get(PAGE).request.path == PAGE
    assert enter(Role.REGISTRAR).get(f"{PAGE}?mark=seen&since=1").request.path == PAGE


def test_a_file_that_nobody_reads_for_a_minute_says_that_perhaps_no_worker_is_running(enter, making):
    browser = enter(Role.LEAD)
    browser.post("/force/extracts/new", {"file": (io.BytesIO(extract({})), "june.csv")})
    assert "no worker is running" not in browser.get("/force/extracts/1").text
    with making() as make:
        make.session.get_one(Extract, 1).received_at = now() - timedelta(seconds=70)
    page = browser.get("/force/extracts/1").text
    assert "Nothing has happened for more than a minute: perhaps no worker is running." in page
    with making() as make:
        make.session.get_one(Extract, 1).by_command = True
    assert "This file is read by a command" in browser.get("/force/extracts/1").text


def test_a_file_that_waits_its_turn_says_for_which(enter, send, making):
    browser = enter(Role.LEAD)
    send(browser, extract({}), name="may.csv")
    send(browser, extract({"tier": "2"}), name="june.csv")
    page = send(browser, extract({"tier": "3"}), name="july.csv").text
    assert "It waits for another file of your force" in page
    assert "june.csv" in page
    assert '<a class="govuk-link" href="/force/extracts/2/changes">looks at its changes and decides</a>' in page
    assert "one is loaded at a time" not in page


def test_a_cancelled_import_leaves_nothing_and_is_asked_about_first(enter, making):
    browser = enter(Role.LEAD)
    browser.post("/force/extracts/new", {"file": (io.BytesIO(extract({})), "june.csv")})
    assert "Cancel this import?" in browser.get("/force/extracts/1/cancel").text
    page = browser.post("/force/extracts/1/cancel").text
    assert "Nothing of the file was loaded or kept." in page
    assert "Extract: cancelled" in page


def test_what_has_been_loaded_meanwhile_cannot_be_cancelled_and_is_shown(enter, send):
    browser = enter(Role.LEAD)
    send(browser, extract({}))
    page = browser.post("/force/extracts/1/cancel", page="/account").text
    assert "This file is no longer being read" in page
    assert "Extract: loaded" in page


def test_a_file_sent_twice_is_said_to_have_been(enter, send):
    browser = enter(Role.PREPARER)
    send(browser, extract({}))
    page = browser.post("/force/extracts/new", {"file": (io.BytesIO(extract({})), "again.csv")}).text
    assert "This file was imported before. Nothing was changed" in page


def test_a_file_sent_twice_is_read_again_where_that_is_asked_for(enter, send):
    browser = enter(Role.PREPARER)
    send(browser, extract({}))
    page = send(browser, extract({}), again="y")
    assert page.request.path == "/force/extracts/2"
    assert "You asked to say anew what this file’s columns hold." in page.text


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("cases.pdf", b"%PDF-1.7", "Only .xlsx and .csv files are read"),
        ("cases.csv", b"<html>", "This is a web page"),
        ("cases.xlsx", b"Case number\n", "it holds what a .csv file does"),
        ("cases.csv", b"", "The file is empty"),
        ("cases.txt", b"PK\x03\x04", "it holds what a .xlsx file does"),
    ],
)
def test_a_file_of_another_kind_is_refused_at_once_on_the_form(enter, name, data, said):
    page = enter(Role.LEAD).post("/force/extracts/new", {"file": (io.BytesIO(data), name)}).text
    assert "<title>Error:" in page
    assert said in page


def test_a_file_that_cannot_be_read_says_why_to_whoever_may_import(enter, send):
    page = send(enter(Role.LEAD), b'"Case number\n' * 3).text
    assert "This file could not be read" in page
    assert "Import another file" in page


def test_text_with_tabs_is_read_as_excel_writes_it(enter, send):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter="\t").writerows(csv.reader(io.StringIO(extract({}).decode(), newline="")))
    data = text.getvalue().encode("utf-16")
    page = send(enter(Role.LEAD), data, name="june.txt").text
    assert '<span class="tile__figure">1</span> <span class="tile__label">new</span>' in page


def test_no_file_at_all_is_explained_on_the_form(enter):
    assert "Choose an .xlsx or .csv file" in enter(Role.LEAD).post("/force/extracts/new").text


def test_what_a_file_may_hold_is_said_in_groups_with_what_is_needed(enter):
    page = enter(Role.LEAD).get("/force/extracts/new").text
    assert "Narratives</h2>" in page
    assert "Suspect&#39;s account" in page
    assert "Case number <strong>(needed)</strong>" in page


def test_an_empty_extract_can_be_downloaded(enter):
    answer = enter(Role.LEAD).get("/force/extracts/template.xlsx")
    assert load_workbook(io.BytesIO(answer.data)).worksheets[0]["A1"].value == "Case number"
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_rejected_rows_can_be_taken_to_mend_and_are_not_kept_by_the_browser(enter, send):
    browser = enter(Role.LEAD)
    assert "Download the rejected rows to mend" in send(browser, extract({}, {"sex": "Zebra"})).text
    answer = browser.get("/force/extracts/1/rejected.xlsx")
    cells = [cell.value for row in load_workbook(io.BytesIO(answer.data)).worksheets[0] for cell in row]
    assert "Zebra" in cells
    assert answer.headers["Cache-Control"] == "no-store"


def test_where_nothing_was_rejected_there_is_nothing_to_take(enter, send):
    browser = enter(Role.LEAD)
    assert "There is nothing to mend" in send(browser, extract({})).text
    assert browser.get("/force/extracts/1/rejected.xlsx").status_code == 409


def test_what_was_not_loaded_stands_apart_from_what_needs_mending(enter, send):
    browser = enter(Role.LEAD)
    page = send(browser, extract({}, {"sex": "Zebra"})).text
    assert "What needs mending</caption>" in page
    assert "What was not loaded, or is worth a look</caption>" not in page


def test_columns_that_are_not_loaded_are_named_once(enter, send):
    page = send(enter(Role.LEAD), extract({}, extra=["Wubble", "Frump"])).text
    assert page.count("Wubble") <= 1


def test_without_extracts_the_list_says_what_to_do(enter):
    assert "No extract has been imported yet" in enter(Role.LEAD).get("/force/extracts").text


def test_the_list_leads_to_each_extract_and_says_how_far_it_has_come(enter, send):
    browser = enter(Role.LEAD)
    send(browser, extract({}), name="june.csv")
    page = browser.get("/force/extracts").text
    assert 'href="/force/extracts/1">june.csv</a>' in page
    assert ">Loaded</td>" in page


def test_many_problems_come_in_pages(enter, send):
    browser = enter(Role.LEAD)
    send(browser, extract(*({"sex": "?"} for _ in range(101))))
    assert 'href="/force/extracts/1?page=2"' in browser.get("/force/extracts/1").text
    assert ">102</td>" in browser.get("/force/extracts/1?page=2").text
    assert browser.get("/force/extracts/1?page=99999999999").status_code == 200


def test_a_registrar_reads_but_does_not_import(enter, send):
    send(enter(Role.LEAD), extract({}))
    registrar = enter(Role.REGISTRAR)
    assert "Import an extract" not in registrar.get("/force/extracts").text
    assert registrar.get("/force/extracts/1").status_code == 200
    assert registrar.get("/force/extracts/new").status_code == 404


@pytest.mark.parametrize("address", ["/force/extracts/1", "/force/extracts/2"])
def test_another_forces_extract_is_as_if_it_did_not_exist(enter, send, address):
    send(enter(Role.LEAD), extract({}))
    assert enter(Role.LEAD, force=SOUTHMERE).get(address).status_code == 404


def whole_form(browser, content, name="cases.csv"):
    """Send a form as it comes over the line: the test client would keep a large one in a file of its own."""
    token = browser.token("/account")
    parts = [f'name="csrf_token"\r\n\r\n{token}'.encode(), f'name="file"; filename="{name}"\r\n\r\n'.encode() + content]
    body = b"".join(b"--edge\r\nContent-Disposition: form-data; " + part + b"\r\n" for part in parts) + b"--edge--\r\n"
    return browser.client.post("/force/extracts/new", data=body, content_type="multipart/form-data; boundary=edge")


def test_a_sent_file_is_kept_in_memory_and_never_on_the_disk(enter, monkeypatch):
    monkeypatch.setattr(formparser, "SpooledTemporaryFile", None)  # what Werkzeug would keep it in by itself
    assert whole_form(enter(Role.LEAD), extract({}) + b"\n" * 2**20).location == "/force/extracts/1"


def test_a_large_file_is_taken_from_those_who_may_import_alone(enter):
    large = b"a" * 5 * 2**20
    assert "Only .xlsx and .csv files are read" in whole_form(enter(Role.LEAD), large, name="large.pdf").text
    assert whole_form(enter(Role.REGISTRAR), large).status_code == 413
    assert MOST == 200 * 2**20


def test_the_server_keeps_all_that_is_sent_and_answered_in_memory(monkeypatch, settings):
    given = {}
    monkeypatch.setattr(serving, "read", lambda: settings)
    monkeypatch.setattr(serving, "create_server", lambda app, **more: given.update(more) or Mock())
    monkeypatch.setattr(serving, "keep_to_one_core", lambda place: None)  # this process runs other tests too
    serving.main()
    assert given["max_request_body_size"] == MOST_SENT
    assert min(given["inbuf_overflow"], given["outbuf_overflow"]) > MOST_SENT
