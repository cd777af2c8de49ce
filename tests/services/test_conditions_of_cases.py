"""A workbook's sheet of conditions is asked about with the cases' columns, and is read so next month."""

from datetime import date

import pytest

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.extracts import Stage
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.mapping import Mapping
from scrutiny_app.domain.people import Role
from scrutiny_app.files.reading import held_incoming, look
from scrutiny_app.services import fitting_layouts, importing, mapping, receiving
from tests.making import KEY
from tests.services.intake import look_at, read
from tests.unit.files.test_reading_conditions import LETTER, PAY, PROPERTY, made


@pytest.fixture
def send(session, make):
    lead = make.user(Role.LEAD)

    def send(data):
        sent = receiving.receive(session, "cases.xlsx", data, key=KEY, by=lead).extract
        look_at(session, sent)
        return sent, lead

    return send


def said_of(question):
    """Take what is suggested."""
    return Mapping({fold(one.heading): one.uses for one in question.suggestions})


def test_its_columns_are_suggested_kept_with_the_layout_and_read_so_next_month(session, send):
    june, lead = send(made([LETTER, PAY]))
    assert june.stage == Stage.LOOKED
    question = mapping.ask(session, june.id, key=KEY, by=lead)
    assert [one.uses[0].field for one in question.suggestions[-3:]] == [
        "conditions",
        "conditions_due",
        "conditions_completed",
    ]
    mapping.confirm(session, june.id, "Connect", said_of(question), key=KEY, by=lead)
    read(session, june)
    assert (june.imported, june.rejected) == (2, 0)
    later = ["NM/1/26", 3, "Stay away", date(2027, 2, 1), "No", None]
    july, _ = send(made([LETTER, PAY, later]))
    assert july.stage == Stage.MAPPED
    read(session, july)
    assert (july.updated, july.unchanged) == (1, 1)


def test_conditions_by_the_crime_number_are_confirmed_and_read_so(session, send):
    sent, lead = send(
        made([["42/1/26", *LETTER[1:]], ["42/2/26", *PAY[1:]]], [(n, {"crime_number": f"42/{n}/26"}) for n in (1, 2)])
    )
    said = said_of(mapping.ask(session, sent.id, key=KEY, by=lead))
    mapping.confirm(session, sent.id, "Connect", said, key=KEY, by=lead)
    read(session, sent)
    assert (sent.imported, sent.rejected) == (2, 0)


def test_the_command_loads_no_cases_without_conditions_that_stand_beside_them(session, make):
    data = made([LETTER])
    with held_incoming("cases.xlsx", [data], len(data)) as file, pytest.raises(Refused, match="the sheet “Conditions”"):
        fitting_layouts.begin(session, file, look(file, rows=0), digest="0" * 64, key=KEY, by=make.user(Role.LEAD))


def test_a_sheet_about_the_cases_that_is_not_read_stands_first_in_the_report(session, send):
    sent, _ = send(made(cases=[(1, {"outcome_code": "99"}), (2, {})], Property=PROPERTY))
    assert sent.stage == Stage.MAPPED
    read(session, sent)
    first, second, *_ = importing.summary_of_problems(session, sent)
    assert (first.code, first.column, first.is_note) == (Fault.SHEET_ABOUT_CASES, "sheet “Property”", True)
    assert not second.is_note
