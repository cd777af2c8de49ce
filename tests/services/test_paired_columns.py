"""Two columns that tell the disposal together are confirmed pair by pair, and read so next month without a question."""

import io
from itertools import cycle, islice

import pytest
from openpyxl import load_workbook

from scrutiny_app.domain.cells import fold
from scrutiny_app.domain.extracts import Stage
from scrutiny_app.domain.faults import MENDING_HEADING
from scrutiny_app.domain.mapping import Mapping
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.sheets_sought import LayoutSought, Sought
from scrutiny_app.domain.uses import REJECTED, Use
from scrutiny_app.models.cases import Case
from scrutiny_app.services import mapping, mending, receiving
from tests.extracts import extract
from tests.making import KEY
from tests.services.intake import look_at, read

PAIRS = (("3", "S", "simple_caution"), ("3", "C", "conditional_caution"), ("8", "", "community_resolution"))


def file(*numbers, pairs=PAIRS):
    """Give an extract whose outcome and kind of caution stand in two columns of a system's own."""
    rows = [
        {"case_number": f"OOC-{n}", "outcome_code": code, "disposal": sub, "offender_born": "03/02/1990"}
        for n, (code, sub, _) in zip(numbers, islice(cycle(pairs), len(numbers)), strict=True)
    ]
    return extract(*rows).replace(b"Outcome code", b"CLR_CD").replace(b"Disposal,", b"CLR_SUB,")


@pytest.fixture
def send(session, make):
    lead = make.user(Role.LEAD)

    def send(data):
        sent = receiving.receive(session, "cases.csv", data, key=KEY, by=lead).extract
        look_at(session, sent)
        return sent, lead

    return send


def confirmed(session, sent, lead):
    question = mapping.ask(session, sent.id, key=KEY, by=lead)
    said = Mapping({fold(one.heading): one.uses for one in question.suggestions})
    question = mapping.say(session, sent.id, said, key=KEY, by=lead)
    (asked,) = [one for one in question.words if one.is_pair]
    words = {"disposal": {"3ands": "simple_caution", "3andc": "conditional_caution", "8": "community_resolution"}}
    mapping.confirm(session, sent.id, "Ours", Mapping(said.uses, words), key=KEY, by=lead)
    read(session, sent)
    return asked


def test_each_pair_of_words_is_one_entry_and_the_cases_are_what_they_say(session, send):
    sent, lead = send(file(*range(1, 10)))
    asked = confirmed(session, sent, lead)
    assert {(word, code) for word, _, code in asked.words} == {
        ("3 and S", None),
        ("3 and C", None),
        ("8", "community_resolution"),
    }
    assert (sent.imported, sent.rejected) == (9, 0)
    told = {case.disposal for case in session.query(Case)}
    assert told == {"simple_caution", "conditional_caution", "community_resolution"}


def test_next_month_nothing_is_asked_though_the_pairs_are_fewer(session, send):
    june, lead = send(file(*range(1, 10)))
    confirmed(session, june, lead)
    july, _ = send(file(11, 12, pairs=PAIRS[1:]))
    assert july.stage == Stage.MAPPED
    read(session, july)
    assert (july.imported, july.rejected) == (2, 0)


def test_neither_of_the_two_is_loaded_as_the_disposal_by_itself(session, send):
    sent, lead = send(file(*range(1, 10)))
    question = mapping.ask(session, sent.id, key=KEY, by=lead)
    uses = {one.heading: one.uses for one in question.suggestions}
    assert uses["CLR_CD with CLR_SUB"] == (Use("disposal"),)
    assert (uses["CLR_CD"], uses["CLR_SUB"]) == ((Use("outcome_code"),), ())
    assert REJECTED not in str(question.words)


def test_a_mended_workbook_holds_the_two_and_not_what_is_made_of_them(session, send):
    june, lead = send(file(*range(1, 10)).replace(b"03/02/1990", b"33/02/1990", 1))
    confirmed(session, june, lead)
    taken = mending.take_rejected_rows(session, june.id, key=KEY, by=lead).content
    headings = [cell.value for cell in load_workbook(io.BytesIO(taken)).worksheets[0][1]]
    assert {"CLR_CD", "CLR_SUB"} < set(headings)
    assert "CLR_CD with CLR_SUB" not in headings
    mended = receiving.receive(session, "mended.xlsx", taken, key=KEY, by=lead).extract
    look_at(session, mended)
    assert mended.stage == Stage.MAPPED


def test_no_pair_is_looked_for_in_the_few_rows_of_a_mended_workbook():
    known = LayoutSought(("clrcd", "clrsub", "casenumber"))
    assert Sought(layouts=(known,)).knows_all([MENDING_HEADING, "CLR_CD", "CLR_SUB", "Case number"])


def test_a_disposal_that_was_confirmed_by_itself_stays_the_disposal_in_a_file_with_a_new_column(session, send):
    june, lead = send(file(1, 2, 3, pairs=[("8", "Community resolution", "")]))
    question = mapping.ask(session, june.id, key=KEY, by=lead)
    said = Mapping({fold(one.heading): one.uses for one in question.suggestions})
    said.uses[fold("CLR_SUB")] = (Use("disposal"),)
    mapping.say(session, june.id, said, key=KEY, by=lead)
    mapping.confirm(session, june.id, "Ours", said, key=KEY, by=lead)
    read(session, june)
    july, _ = send(file(*range(1, 10)).replace(b"Area,", b"Quarter of ours,", 1))
    question = mapping.ask(session, july.id, key=KEY, by=lead)
    uses = {one.heading: one.uses for one in question.suggestions}
    assert (uses["CLR_SUB"], uses["CLR_CD with CLR_SUB"]) == ((Use("disposal"),), ())
