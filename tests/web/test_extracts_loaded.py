"""What a loaded file's page says first: each fault once, by which layout it was read, what to do if that is wrong."""

import html

import pytest

from scrutiny_app.domain.cases import FIELDS, Kind
from scrutiny_app.domain.people import Role
from tests.extracts import extract, renamed
from tests.making import KEY
from tests.web import files_waiting
from tests.web.saying import form_of
from tests.web.working import work

PAGE = "/force/extracts/1"
OTHER = {"case_number": "Case Ref", "area": "Blorp"}
ASK = "Ask me again what its columns hold"


@pytest.fixture
def lead(enter):
    return enter(Role.LEAD)


@pytest.fixture
def confirm(lead, database):
    """Say what a file's columns and words hold, as suggested, a blank among ticks meaning no, and have it read."""

    def confirm(extract_id, name, **changes):
        page = f"/force/extracts/{extract_id}"
        lead.post(f"{page}/columns", form_of(lead.get(f"{page}/columns").text) | changes)
        said = form_of(lead.get(f"{page}/words").text)
        lead.post(f"{page}/words", {word: meant or "code-no" for word, meant in said.items()})
        lead.post(f"{page}/confirm", {"name": name})
        work(database, KEY)
        return html.unescape(lead.get(page).text)

    return confirm


def test_a_fault_of_many_rows_is_told_once_with_how_many_and_the_first(lead, send):
    page = send(lead, extract({}, *({"sex": "Zebra"} for _ in range(101)))).text
    summary = page.partition("Each fault once")[2].partition("</table>")[0]
    assert summary.count("Use one of: Female; Male; Other.") == 1
    assert ">101</td>" in summary
    assert ">3</td>" in summary


def test_faults_that_all_differ_are_not_told_twice(lead, send):
    assert "Each fault once" not in send(lead, extract({"sex": "Zebra"}, {"tier": "x" * 300})).text


def test_where_every_row_was_rejected_the_page_says_so_first_and_why(lead, send):
    page = send(lead, extract({"sex": "Zebra"}, {"sex": "Zebra", "tier": "x" * 300})).text
    assert "Every row was rejected, mostly because of the column “Sex”:" in page
    assert "in 2 rows." in page
    assert f"{ASK}” ticked, and say what its words mean." in page


def test_where_every_row_was_rejected_for_its_names_the_page_says_that_they_may_be_written_otherwise(lead, send):
    page = send(lead, extract({"offender_name": "MARSH/ANN"}, {"offender_name": "BOND/JOE"})).text
    assert "Every row was rejected, because of the column “Offender name”:" in page
    assert f"{ASK}” ticked, and say how the names in it are written." in page


def test_where_every_row_was_rejected_for_a_value_alone_nothing_more_is_to_be_said_of_its_column(lead, send):
    assert f"{ASK}” ticked." in send(lead, extract({"tier": "x" * 300})).text


def test_where_one_row_is_loaded_nothing_says_that_all_were_rejected(lead, send):
    assert "Every row was rejected" not in send(lead, extract({}, {"sex": "Zebra"})).text


def test_a_registrar_sees_why_all_was_rejected_and_is_sent_nowhere(lead, enter, send):
    send(lead, extract({"sex": "Zebra"}))
    page = enter(Role.REGISTRAR).get(PAGE).text
    assert "the force’s lead or a preparer sends the file again" in page
    assert "/force/extracts/new" not in page


def test_a_loaded_file_leads_to_its_layout_and_to_a_few_of_its_cases(lead, send, confirm):
    send(lead, renamed(extract({}), **OTHER))
    page = confirm(1, "Occurrences")
    assert 'href="/force/layouts/1">Occurrences, version 1</a>' in page
    assert '<a class="govuk-link" href="/force/cases/1">NM/1/26</a>' in page


def test_a_layout_that_comes_with_the_product_is_named_too(lead, send):
    page = send(lead, extract({})).text
    assert "which comes with the product</a>" in page
    assert 'href="/force/layouts/standard/' in page


def test_a_layout_that_was_wrong_is_corrected_by_its_next_version(lead, send, confirm):
    send(lead, renamed(extract({}), **OTHER))
    assert "Were its columns read wrongly?" in confirm(1, "Occurrences")
    send(lead, renamed(extract({}), **OTHER), again="y")
    columns = lead.get("/force/extracts/2/columns").text
    assert '<details class="govuk-details" open' in columns
    fills = next(name for name in form_of(columns) if "Blorp" in columns.partition(f'for="{name}"')[2][:80])
    confirm(2, "Occurrences", **{fills: "area"})
    assert "Look at the changes and decide" in lead.get("/force/extracts/2").text
    assert "Occurrences, version 2" in lead.get("/force/extracts/2").text
    assert "Occurrences, version 1" in lead.get(PAGE).text


def test_a_page_of_a_layout_says_how_to_correct_it(lead, making):
    with making() as make:
        files_waiting.layout(make, "Northmoor Police")
    page = " ".join(lead.get("/force/layouts/1").text.split())
    assert f"“{ASK}” ticked" in page
    assert "That becomes version 2" in page
    assert "are used before those that come with the product" in lead.get("/force/layouts/standard/1").text


def test_a_row_of_totals_is_told_once_and_there_is_nothing_to_mend(lead, send):
    totals = dict.fromkeys((field.name for field in FIELDS), "") | {"case_number": "Grand total", "crime_number": "1"}
    page = html.unescape(send(lead, extract({}, totals)).text)
    assert page.count("What looks like a row of totals; not loaded") == 1
    assert "There is nothing to mend." in page
    assert "Download the rejected rows" not in page
    assert lead.get(f"{PAGE}/rejected.xlsx").status_code == 409


def test_more_kinds_of_faults_than_are_listed_are_counted(lead, send, confirm):
    names = [field.name for field in FIELDS if field.kind in (Kind.DATE, Kind.NUMBER, Kind.PERSON)]
    columns = [f"Extra {number}" for number in range(60)]
    send(lead, extract(dict.fromkeys(names, "x;x"), {}, {}, {}, extra=columns))
    page = confirm(1, "Wide")
    assert "more kinds, of which every one is in the workbook of rejected rows" in page


def test_a_registrar_sees_by_which_layout_a_file_was_read_who_confirmed_it_and_its_cases(lead, enter, send, confirm):
    send(lead, renamed(extract({}), **OTHER))
    confirm(1, "Occurrences")
    registrar = enter(Role.REGISTRAR)
    page = html.unescape(registrar.get(PAGE).text)
    link = 'href="/force/layouts/1">Occurrences, version 1</a>, confirmed by lead'
    assert link in page
    assert 'href="/force/cases/1">NM/1/26</a>' in page
    assert "Send the file again" not in page
    assert "Confirmed by lead" in registrar.get("/force/layouts/1").text
