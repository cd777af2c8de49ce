"""Two columns are the case number together where none numbers the rows alone and their rows tell of several cases."""

from dataclasses import replace

import pytest

from scrutiny_app.domain.cells import ERROR_CELL
from scrutiny_app.domain.matching import suggest
from scrutiny_app.domain.numbered_pairs import cell_of, heading_of, known_pair, numbering_pair
from tests.unit.domain.looks import look_at

HEADINGS = ("CRIS Ref", "Disp Seq", "Suspect name", "DOB", "Disposal", "Victim name")
ROWS = [
    ["4201/26", "1", "Marsh, Kim", "03/02/1990", "CR", "Tarn, Joe"],
    ["4201/26", "2", "Ash, Lee", "04/02/1990", "CR", "Tarn, Joe"],
    ["4202/26", "1", "Fell, Ivy", "05/02/1990", "Caution", "Moss, Ann"],
    ["4203/26", "1", "Fell, Ivy", "05/02/1990", "CR", "Moss, Ann"],
]


def with_column(heading, *cells):
    return (heading, *HEADINGS), [[cell, *row] for cell, row in zip(cells, ROWS, strict=True)]


def test_a_reference_and_the_number_of_its_disposal_are_found():
    assert numbering_pair(HEADINGS, ROWS) == ("CRIS Ref", "Disp Seq")


@pytest.mark.parametrize("beside", ["Seq", "Nominal", "Suspect no", "Outcome Seq", "Suffix"])
def test_what_tells_the_rows_of_a_reference_apart_has_many_names(beside):
    assert numbering_pair(("Occurrence", beside, *HEADINGS[2:]), ROWS) == ("Occurrence", beside)


@pytest.mark.parametrize("beside", ["Victim no", "Condition seq", "Charge seq", "Item no", "Age", "Offence code"])
def test_what_numbers_victims_conditions_or_offences_makes_no_case_of_each(beside):
    assert numbering_pair(("Occurrence", beside, *HEADINGS[2:]), ROWS) is None


def test_a_column_that_numbers_the_rows_by_itself_is_enough():
    assert numbering_pair(*with_column("Custody ref", "NM/1", "NM/2", "NM/3", "NM/4")) is None
    assert numbering_pair(*with_column("Record", "880014", "880017", "880012", "880011")) is None


def test_what_counts_the_rows_dates_them_or_is_a_persons_numbers_no_case():
    for heading, cells in {"Line": "1234", "PNCID": ("90/1A", "90/2B", "90/3C", "90/4D")}.items():
        assert numbering_pair(*with_column(heading, *cells)) == ("CRIS Ref", "Disp Seq")
    days = with_column("Entered", "01/02/2026", "02/02/2026", "03/02/2026", "04/02/2026")
    assert numbering_pair(*days) == ("CRIS Ref", "Disp Seq")


def _disposals(heading="DISP_REF", *, empty=(16,), open_rows=(16,)):
    """Give 17 rows of crimes that stand twice, whose disposals have a number of their own but in some rows."""
    headings = (heading, "OCC_REF", "NOM_URN", "SURNAME", "DISPOSAL", "DISP_DT")
    rows = [
        [
            "" if at in empty else f"D26-{41873 + 37 * at:07}",
            f"26/{1000 + at // 2}",
            f"N{50000 + 13 * at}",
            "Ash Fell Tarn Moss Birch"[: 4 + at],
            *(("", "") if at in open_rows else ("CR", f"{at + 1:02}/05/2026")),
        ]
        for at in range(17)
    ]
    return headings, rows


@pytest.mark.parametrize(("empty", "open_rows"), [((16,), (16,)), ((16,), ()), ((3, 9, 14, 16), (3, 9, 14, 16))])
def test_a_number_that_is_empty_in_few_rows_or_where_there_is_no_disposal_numbers_the_rows_alone(empty, open_rows):
    headings, rows = _disposals(empty=empty, open_rows=open_rows)
    assert numbering_pair(headings, rows) is None
    (one, *others) = suggest(look_at(headings, *rows), "")
    assert [use.field for use in one.uses] == ["case_number"]
    assert not any(other.fills("case_number") for other in others)


@pytest.mark.parametrize("ending", [("NFA", "CLOSED"), ("Charged", "CLOSED"), ("CR", "OPEN"), ("CR", "Charged")])
@pytest.mark.parametrize("heading", ["DISP_REF", "XREF"])
def test_rows_of_another_end_or_status_need_no_number(heading, ending):
    headings, rows = _disposals(heading, empty=(3, 9, 14, 16), open_rows=())
    disposal, status = ending
    rows = [[*row[:4], disposal if not row[0] else "CR", row[5], status if not row[0] else "CLOSED"] for row in rows]
    headings = (*headings, "STATUS")
    assert numbering_pair(headings, rows) is None
    (one, *_) = suggest(look_at(headings, *rows), "")
    assert [use.field for use in one.uses] == ["case_number"]


def test_a_number_of_no_known_heading_is_taken_where_only_rows_without_a_disposal_lack_it():
    headings, rows = _disposals("XREF")
    assert numbering_pair(headings, rows) is None
    (one, *_) = suggest(look_at(headings, *rows), "")
    assert [use.field for use in one.uses] == ["case_number"]
    assert "few rows have none" in str(one.reason)


def test_a_number_that_many_disposals_lack_is_told_as_empty_and_not_as_repeating():
    headings, rows = _disposals(empty=(1, 3, 9, 14, 16), open_rows=())
    pair = numbering_pair(headings, rows)
    assert pair == ("OCC_REF", "NOM_URN")
    together = heading_of(pair)
    look = replace(look_at((*headings, together), *([*row, f"{row[1]}/{row[2]}"] for row in rows)), numbered_by=pair)
    (one, *_, last) = suggest(look, "")
    assert last.fills("case_number")
    assert str(one.reason) == f"it is empty in some rows: see “{together}”"


def test_rows_of_one_reference_that_differ_in_the_victim_alone_are_no_cases():
    same = [[*row[:2], *ROWS[0][2:5], row[5]] for row in ROWS]
    assert numbering_pair(HEADINGS, same) is None


def test_neither_rows_of_people_nor_rows_that_both_do_not_number_are_cases():
    assert numbering_pair(*with_column("Role", "Suspect", "Suspect", "Victim", "Suspect")) is None
    assert numbering_pair(HEADINGS, [*ROWS, [*ROWS[0][:2], *ROWS[2][2:]]]) is None
    assert numbering_pair(HEADINGS, [*ROWS, ["4204/26", "", *ROWS[0][2:]]]) is None
    assert numbering_pair(HEADINGS, ROWS[1:]) is None


def test_a_case_that_the_file_gives_twice_is_one_case_and_no_more_than_a_few_are():
    assert numbering_pair(HEADINGS, [*ROWS, [*ROWS[0][:5], "Tarn, Joseph"]]) == ("CRIS Ref", "Disp Seq")
    assert numbering_pair(HEADINGS, [row for row in ROWS for _ in range(2)]) is None


def test_totals_below_the_rows_are_no_rows():
    assert numbering_pair(HEADINGS, [*ROWS, ["Total", "4", "", "", "", ""]]) == ("CRIS Ref", "Disp Seq")


def test_both_cells_make_a_number_and_half_of_one_is_none():
    assert cell_of("4201/26 ", 1.0) == "4201/26/1"
    assert cell_of("4201/26", "-") == "-"
    assert cell_of("", "1") == ""
    assert cell_of("4201/26", ERROR_CELL) is ERROR_CELL
    assert cell_of(1e17, "1") == 1e17


def test_a_layout_that_knows_them_has_them_so():
    known = frozenset({"casenumbercrisrefwithdispseq"})
    assert known_pair(HEADINGS, known) == ("CRIS Ref", "Disp Seq")
    assert known_pair(HEADINGS, frozenset({"casenumber"})) is None
    assert heading_of(("CRIS Ref", "Disp Seq")) == "Case number (CRIS Ref with Disp Seq)"
