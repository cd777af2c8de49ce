"""Before a file is confirmed, its page begins with what would become of its rows."""

import html
import re

import pytest
from sqlalchemy import select

from scrutiny_app.domain.people import Role
from scrutiny_app.services import mapping
from scrutiny_app.web.force import extract_mapping
from tests.extracts import extract, renamed
from tests.web.saying import PAGE, go_on


def confirm_page(enter, send, *rows):
    lead = enter(Role.LEAD)
    send(lead, renamed(extract(*rows), area="Blorp"))
    go_on(lead, "columns")
    go_on(lead, "words")
    page = lead.get(f"{PAGE}/confirm")
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", html.unescape(page.text)))


def test_the_rows_that_load_and_those_that_do_not_are_counted_by_kind(enter, send):
    page = confirm_page(
        enter,
        send,
        {},
        {},
        {"disposal": "NFA"},
        {"outcome_code": "20"},
        {"offender_born": "soon"},
        {"offence_date": None},
    )

    assert "2 rows would load. 2 rows would rightly be left out. 2 rows would be rejected" in page
    assert "Offender date of birth: " in page
    assert "in row 6" in page
    assert "Mend these cells, or change the columns if they are read wrongly" in page
    assert "a column that is wrong here is wrong in every case" in page


def test_what_to_mend_is_told_under_the_files_own_heading_too(enter, send):
    lead = enter(Role.LEAD)
    send(lead, renamed(extract({}, {"offence_date": None}), area="Blorp", offence_date="Date of offence"))
    go_on(lead, "columns")
    go_on(lead, "words")

    assert "<li>Offence date (“Date of offence”): " in html.unescape(lead.get(f"{PAGE}/confirm").text)


def test_what_is_needed_and_filled_for_every_row_is_told_with_its_value(enter, send):
    lead = enter(Role.LEAD)
    send(lead, renamed(extract({}, {}), area="Blorp", force=""))

    assert "Needed, and filled: Force (Northmoor Police)" in html.unescape(lead.get(f"{PAGE}/columns").text)


def test_columns_that_are_known_and_not_loaded_are_counted_on_their_fold(enter, send):
    lead = enter(Role.LEAD)
    send(lead, renamed(extract({}, {}, extra=["Offence to"]), area="Blorp", offence_date="Offence from"))

    page = re.sub(r"\s+", " ", lead.get(f"{PAGE}/columns").text)
    assert re.search(r"\d+ columns known already \([1-9]\d* not loaded\)", page)


@pytest.mark.parametrize(("bad", "is_open"), [(1, False), (2, True)])
def test_what_to_do_with_rejected_rows_is_folded_unless_they_are_most(enter, send, bad, is_open):
    lead = enter(Role.LEAD)
    send(lead, renamed(extract(*[{"offence_date": None}] * bad, *[{}] * (3 - bad)), area="Blorp"))
    go_on(lead, "columns")
    go_on(lead, "words")

    (found,) = re.findall(
        r"<details[^>]*>(?=\s*<summary[^>]*>\s*<span[^>]*>What to do)", lead.get(f"{PAGE}/confirm").text
    )
    assert (" open" in found) is is_open


def test_a_file_without_fault_says_so_in_a_line(enter, send):
    page = confirm_page(enter, send, {}, {})

    assert "2 rows would load." in page
    assert "would be rejected" not in page


@pytest.mark.parametrize(("module", "name"), [(extract_mapping, "try_rows"), (mapping, "work_out")])
def test_nobody_waits_to_write_while_a_file_is_looked_at(enter, send, database, monkeypatch, module, name):
    slow, written = getattr(module, name), []

    def beside_a_writer(*args, **kwargs):
        with database.transaction() as other:
            written.append(other.scalar(select(1)))
        return slow(*args, **kwargs)

    monkeypatch.setattr(module, name, beside_a_writer)
    assert "1 row would load." in confirm_page(enter, send, {})
    assert written
