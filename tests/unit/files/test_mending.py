import io
import zipfile
from datetime import date, datetime, time, timedelta

import pytest
from openpyxl import load_workbook

from scrutiny_app.domain.cases import COLUMNS, FIELD
from scrutiny_app.domain.cells import ERROR_CELL, FORMULA_CELL, MERGED_CELL, Cell
from scrutiny_app.domain.faults import ADVICE, MENDING_HEADING, Fault
from scrutiny_app.domain.importing import CheckedCase, check_row
from scrutiny_app.files import mending
from scrutiny_app.files.mending import MARKED, NEEDED, SheetToMend, mending_workbook, template_workbook
from tests.unit.domain.extract_rows import TODAY, cells

NAMES = [*cells(), "area", "hate", "rationale", "officer_number"]
OWN = [f"Their {FIELD[name].heading.lower()}" for name in NAMES]  # a file's headings are rarely ours
WHERE = {FIELD[name].heading: [column] for column, name in enumerate(NAMES)}

BAD = (
    {"case_number": None, "offence_date": "31/02/2026", "hate": "perhaps"},
    {"case_number": "B", "crime_number": 310045178826109423.0, "area": FORMULA_CELL, "offender_name": "Daniel Okafor"},
    {"case_number": "C", "disposal_date": "soon", "outcome_code": "Q9", "rationale": "a\x00b", "area": MERGED_CELL},
    {"case_number": "D", "offender_born": date(1899, 5, 1), "area": ERROR_CELL, "officer_number": 77.0},
    {"case_number": "E", "offence_title": "", "area": '=HYPERLINK("http://example.org")', "hate": True},
)


def row_of(differing):
    row = dict.fromkeys(NAMES) | cells(**differing)
    return [row[name] for name in NAMES]


def rejected(*bad):
    rows = []
    for number, differing in enumerate(bad, 2):
        problems = check_row(number, cells(**differing), TODAY)
        rows.append((number, row_of(differing), problems if isinstance(problems, list) else []))
    return rows


def made(*bad):
    return load_workbook(io.BytesIO(mending_workbook(SheetToMend(OWN, rejected(*bad), WHERE))))


def marked(row):
    return {
        NAMES[cell.column - 2] for cell in row[1:] if cell.fill.fill_type and cell.fill.start_color.rgb[2:] == MARKED
    }


def value(cell):
    whole_day = isinstance(cell.value, datetime) and cell.value.time() == time.min
    return cell.value.date() if whole_day else cell.value


def checked(row):
    return check_row(row[0].row, {name: value(cell) for name, cell in zip(NAMES, row[1:], strict=True)}, TODAY)


def test_the_first_column_says_what_is_wrong_and_the_cells_are_marked():
    sheet = made(*BAD).worksheets[0]
    assert [cell.value for cell in sheet[1]] == [MENDING_HEADING, *OWN]
    assert sheet["A2"].value.splitlines()[:2] == [
        "Row 2 of the file",
        f"Offence date: a day that does not exist. {ADVICE[Fault.NO_SUCH_DAY]}",
    ]
    assert [marked(row) for row in sheet.iter_rows(min_row=2)] == [
        {"case_number", "offence_date", "hate"},
        {"crime_number", "area", "offender_name"},
        {"disposal_date", "outcome_code", "rationale", "area"},
        {"offender_born", "area"},
        {"offence_title"},
    ]


@pytest.mark.parametrize(
    ("bad", "is_marked"), [({"hate": "perhaps"}, True), ({"outcome_code": "16"}, False), ({}, False)]
)
def test_where_nothing_is_to_be_mended_nothing_is_marked(bad, is_marked):
    (row,) = made(bad).worksheets[0].iter_rows(min_row=2)
    assert bool(row[0].fill.fill_type) is is_marked
    assert bool(marked(row)) is is_marked


@pytest.mark.parametrize(
    ("bad", "expected"),
    [
        ({"disposal": "Conditional caution"}, {"disposal", "outcome_code"}),
        ({"disposal": "Youth caution", "outcome_code": "2"}, {"disposal", "outcome_code", "offender_born"}),
        ({"disposal": "Youth caution", "outcome_code": "2", "offender_age": 14}, {"offender_born"}),
        ({"disposal": "Conditional caution", "offender_born": None}, {"disposal", "outcome_code"}),
        ({"disposal_date": date(2026, 3, 1)}, {"disposal_date", "offence_date"}),
    ],
)
def test_each_cell_that_may_be_the_wrong_one_is_marked(bad, expected):
    (row,) = made(bad).worksheets[0].iter_rows(min_row=2)
    assert marked(row) == expected


def test_the_rows_stand_as_they_stood():
    first, second, _, fourth, fifth = made(*BAD).worksheets[0].iter_rows(min_row=2)
    place = {name: number for number, name in enumerate(NAMES, 1)}
    assert first[place["offence_date"]].value == "31/02/2026"
    assert first[place["offender_born"]].value == datetime(1990, 5, 4)  # noqa: DTZ001  a cell has no zone
    assert first[place["offender_born"]].number_format == "dd/mm/yyyy"
    assert second[place["area"]].value is None
    assert fourth[place["offender_born"]].value == "1899-05-01"
    assert fifth[place["hate"]].value is True


def test_nothing_mended_is_nothing_accepted():
    for row, (_, _, problems) in zip(made(*BAD).worksheets[0].iter_rows(min_row=2), rejected(*BAD), strict=True):
        codes = {problem.code for problem in checked(row)} if isinstance(checked(row), list) else set()
        assert codes >= {problem.code for problem in problems} - {Fault.BROKEN_CELL, Fault.MERGED}
        assert codes


def test_every_row_is_accepted_when_its_marked_cells_are_mended():
    sheet = made(*BAD).worksheets[0]
    good = cells(area="Harbour", hate="No", rationale="Agreed.", officer_number="0412")
    for row in sheet.iter_rows(min_row=2):
        for name in marked(row):
            row[NAMES.index(name) + 1].value = good[name]
    saved = io.BytesIO()
    sheet.parent.save(saved)
    rows = load_workbook(saved).worksheets[0].iter_rows(min_row=2)
    assert [type(checked(row)) for row in rows] == [CheckedCase] * len(BAD)


def test_a_reference_is_text_and_so_is_what_is_typed_in_its_place():
    row = made({"case_number": None, "officer_number": 77.0}).worksheets[0][2]
    number, empty = row[NAMES.index("officer_number") + 1], row[1]
    assert (number.value, number.data_type, number.number_format) == ("77", "s", "@")
    assert (empty.value, empty.number_format) == (None, "@")


def test_a_reference_whose_digits_are_lost_stays_a_number_that_is_refused_again():
    cell = made({"crime_number": 310045178826109423.0}).worksheets[0][2][NAMES.index("crime_number") + 1]
    assert cell.data_type == "n"


@pytest.mark.parametrize("text", ["=1+1", "+44 20", "-1", "@SUM(A1)", "\t=1", "\r=1", "#N/A"])
def test_what_looks_like_a_formula_is_text_wherever_it_stands(text):
    sheet = load_workbook(io.BytesIO(mending_workbook(SheetToMend([text], [(2, [text], [])], {})))).worksheets[0]
    for cell in (sheet["B1"], sheet["B2"]):
        assert cell.data_type == "s"
        assert cell.quotePrefix == (text != "#N/A")


def test_a_row_with_fewer_cells_than_headings_and_a_fault_of_no_column_are_written():
    problems = check_row(2, {}, TODAY)
    assert isinstance(problems, list)
    sheet = load_workbook(
        io.BytesIO(mending_workbook(SheetToMend(["A", "B"], [(2, ["x"], problems)], {"Force": [1]})))
    ).worksheets[0]
    assert [cell.value for cell in sheet[2]][1:] == ["x", None]
    assert sheet["C2"].fill.start_color.rgb[2:] == MARKED
    assert "Case number: empty." in sheet["A2"].value


def test_the_header_is_frozen_and_filtered_and_a_second_sheet_says_what_to_do():
    book = made(*BAD)
    sheet = book.worksheets[0]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:P6")
    assert sheet.column_dimensions["A"].width == 60
    assert book.sheetnames == ["Rows to mend", "How to use this file"]
    assert MENDING_HEADING in book.worksheets[1]["A2"].value


@pytest.mark.parametrize("make", [lambda: mending_workbook(SheetToMend(OWN, rejected(*BAD), WHERE)), template_workbook])
def test_the_same_rows_give_the_same_bytes_without_a_moment_or_a_name(make):
    assert make() == make()
    properties = zipfile.ZipFile(io.BytesIO(make())).read("docProps/core.xml")
    assert properties.count(b"2000-01-01T00:00:00Z") == 2
    assert b"openpyxl" not in properties


def test_the_template_has_our_headings_and_says_what_each_holds():
    book = load_workbook(io.BytesIO(template_workbook()))
    cases, about = book.worksheets
    assert [cell.value for cell in cases[1]] == [field.heading for field in COLUMNS]
    assert cases.max_row == 1
    needed = {cell.value for cell in cases[1] if cell.fill.start_color.rgb[2:] == NEEDED}
    assert needed == {field.heading for field in COLUMNS if field.required}
    sex = next(row for row in about.iter_rows(values_only=True) if row[0] == "Sex")
    assert sex == ("Sex", None, "choice", "of the offender", "Female; Male; Other")
    assert cases.column_dimensions["A"].number_format == "@"


def test_the_template_filled_in_is_accepted():
    book = load_workbook(io.BytesIO(template_workbook()))
    good = cells(status="Finalised", youth="No", sex="Female")
    book.worksheets[0].append([good.get(field.name) for field in COLUMNS])
    saved = io.BytesIO()
    book.save(saved)
    headings, row = load_workbook(saved).worksheets[0].iter_rows()
    names = {field.heading: field.name for field in COLUMNS}
    filled = {names[str(heading.value)]: value(cell) for heading, cell in zip(headings, row, strict=True)}
    assert isinstance(check_row(2, filled, TODAY), CheckedCase)


def test_each_kind_of_cell_is_given_back_as_it_stood():
    moment = datetime(2026, 3, 12, 14, 5)  # noqa: DTZ001  a cell has no zone
    kinds: list[Cell] = ["a <b> & c", 12, 0.5, True, date(2026, 3, 12), moment, time(9, 30), timedelta(1, 90)]
    written = mending_workbook(SheetToMend([f"K{at}" for at in range(len(kinds))], [(2, kinds, [])], {}))
    row = load_workbook(io.BytesIO(written)).worksheets[0][2][1:]

    assert [value(cell) for cell in row] == kinds
    assert [cell.number_format for cell in row[4:7]] == ["dd/mm/yyyy", "dd/mm/yyyy hh:mm", "h:mm:ss"]


def test_no_row_of_many_is_lost():
    rows = [(number, [f"A{number}", None], rejected({"hate": "perhaps"})[0][2]) for number in range(2, 603)]

    written = mending_workbook(SheetToMend(["A", "B"], rows, {"Hate": [1]}))

    found = load_workbook(io.BytesIO(written)).worksheets[0].iter_rows(min_row=2, min_col=2, values_only=True)
    assert list(found) == [(f"A{number}", None) for number in range(2, 603)]


def test_the_rows_themselves_cost_no_cells_of_openpyxl(monkeypatch):
    made_cells = []
    plain = mending._cell

    def counted(page, one):
        made_cells.append(one)
        return plain(page, one)

    monkeypatch.setattr(mending, "_cell", counted)
    mending_workbook(SheetToMend(["A"], [(2, ["x"], [])], {}))
    few = len(made_cells)

    mending_workbook(SheetToMend(["A"], [(number, ["x"], []) for number in range(2, 100)], {}))

    assert len(made_cells) == 2 * few
