"""A table on screen is a file of the same cells, with the filters it has, and nothing that a spreadsheet would run."""

import csv
import io
import re

import pytest
from openpyxl import load_workbook

from scrutiny_app.domain.people import Role
from scrutiny_app.services import trail
from scrutiny_app.web.tables_read import Page

ROUNDS = "/force/rounds?download=all-rounds-newest-first"


@pytest.fixture
def lead(making, sign_in):
    with making() as make:
        user = make.user()
        panel = make.panel(make.user(Role.CHAIR), make.user(Role.MEMBER), make.user(Role.MEMBER))
        make.drawn_round(by=user, panel=panel, cases=8, size=4, title="=1+1")
    return sign_in(user)


def _lines(answer):
    return list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))


def test_each_link_below_a_table_gives_the_table(lead):
    links = re.findall(r'href="(/force/rounds\?download=[^"]+)"', lead.get("/force/rounds").text)
    assert [link.rpartition(".")[2] for link in links] == ["xlsx", "csv"]
    for link in links:
        assert "attachment" in lead.get(link).headers["Content-Disposition"]


def test_a_file_holds_the_pages_cells_and_counts_are_numbers(lead):
    lines = _lines(lead.get(f"{ROUNDS}.csv"))
    assert lines[0] == ["Round", "Next", "Stage", "Sample", "Cases finalised"]
    assert lines[1][3] == "4"
    sheet = load_workbook(io.BytesIO(lead.get(f"{ROUNDS}.xlsx").data)).worksheets[0]
    assert sheet.cell(2, 4).value == 4
    assert [one.value for one in sheet[1]] == lines[0]


def test_a_title_like_a_formula_is_text_in_both_forms(lead):
    assert _lines(lead.get(f"{ROUNDS}.csv"))[1][0] == "'=1+1"
    cell = load_workbook(io.BytesIO(lead.get(f"{ROUNDS}.xlsx").data)).worksheets[0].cell(2, 1)
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_file_says_what_its_filters_were_set_to(making, sign_in):
    with making() as make:
        user = make.user(Role.REGISTRAR)
    registrar = sign_in(user)
    lines = _lines(registrar.get("/force/trail?event=SignedIn&download=entries-of-the-trail-newest-first.csv"))
    assert ["Show", "Signed in"] in lines
    assert {line[3] for line in lines[1 : lines.index([])]} == {"Signed in"}
    assert "event=SignedIn" in registrar.get("/force/trail?event=SignedIn").text


def test_each_download_is_on_the_trail_by_the_tables_name(lead, database):
    lead.get(f"{ROUNDS}.csv")
    with database.reading() as session:
        entry = trail.newest(session)[0]
    assert entry.event == "TableDownloaded"
    assert "rounds.index: all-rounds-newest-first" in entry.facts


@pytest.mark.parametrize("asked", ["no-such-table.csv", "all-rounds-newest-first.exe", "csv", ""])
def test_what_the_page_does_not_offer_is_not_given(lead, asked):
    assert lead.get(f"/force/rounds?download={asked}").mimetype == "text/html"


def test_who_may_not_read_the_page_gets_no_file(making, sign_in):
    with making() as make:
        user = make.user(Role.OFFICER)
    officer = sign_in(user)
    answer = officer.get(f"{ROUNDS}.csv")
    assert (answer.status_code, answer.mimetype) == (404, "text/html")


def test_words_for_screen_readers_alone_and_buttons_are_left_out_of_a_file():
    cell = 'Open<span class="govuk-visually-hidden"> case 4</span> <form method="post"><button>End</button></form>'
    page = Page(f"<h1>Cases</h1><table><caption>All</caption><tbody><tr><td>{cell}</td></tr></tbody></table>")
    assert page.tables[0].rows == [["Open"]]
    assert page.shows() == [("Page", "Cases")]


def test_a_page_is_named_with_its_caption_and_a_chosen_radio_is_a_filter():
    radio = '<input type="radio" id="y-1" checked><label for="y-1">April to March</label>'
    other = '<input type="radio" id="y-2"><label for="y-2">January to December</label>'
    page = Page(
        f'<h1><span class="govuk-caption-l">Northmoor</span>Volumes</h1><form method="get">{radio}{other}</form>'
    )
    assert page.shows() == [("Page", "Northmoor: Volumes"), ("April to March", "Chosen")]


def test_names_in_the_address_that_are_no_filters_are_left_out_of_the_links(lead):
    answer = lead.get("/force/rounds?endpoint=x&_external=1&_scheme=ftp")
    assert answer.status_code == 200
    assert 'href="/force/rounds?download=' in answer.text
