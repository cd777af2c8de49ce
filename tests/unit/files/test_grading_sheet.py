"""The grading sheet: offered as lists, the same bytes anywhere, and read back as it was filled in or refused."""

import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from scrutiny_app.domain.grading_sheets import ANSWER, ANSWERS, COMMENT, FIRST_ROW, SheetRefused, as_made
from scrutiny_app.domain.packs import Pack
from scrutiny_app.files.grading_sheet import write_sheet
from scrutiny_app.files.grading_sheet_reading import MOST_BYTES, read_sheet
from tests.unit.files import packed
from tests.unit.files.packed import MARKS, pack


@pytest.fixture(scope="module")
def written() -> bytes:
    return write_sheet(pack(), MARKS)


def changed(written: bytes, change) -> bytes:
    book = load_workbook(io.BytesIO(written))
    change(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def test_it_comes_back_as_it_was_made(written):
    assert read_sheet(written) == as_made(pack(), MARKS)


def test_answers_come_back_as_they_were_written(written):
    def fill(book):
        book.active.cell(FIRST_ROW, ANSWER).value = "Inappropriate"
        comment = book.active.cell(FIRST_ROW, COMMENT)
        comment.value, comment.data_type = "=Why?\nBecause", "s"

    cells = read_sheet(changed(written, fill))
    assert cells[FIRST_ROW - 1][ANSWER - 1 : COMMENT] == ["Inappropriate", "=Why?\nBecause"]


def test_each_row_has_a_list_of_answers_to_choose_from(written):
    answers, _ = load_workbook(io.BytesIO(written)).active.data_validations.dataValidation
    assert answers.formula1 == f'"{",".join(ANSWERS)}"'
    assert len(answers.formula1) < 256  # what a spreadsheet takes
    assert str(answers.sqref) == f"F{FIRST_ROW}:F{FIRST_ROW + 1}"


def test_all_but_the_answers_is_locked_against_slips(written):
    page = load_workbook(io.BytesIO(written)).active
    assert page.protection.sheet
    unlocked = {cell.coordinate for row in page.iter_rows() for cell in row if not cell.protection.locked}
    assert unlocked == {"F9", "G9", "F10", "G10"}


def test_metadata_is_neutral_and_nothing_is_hidden(written):
    book = load_workbook(io.BytesIO(written))
    told = book.properties
    assert (told.creator, told.lastModifiedBy, told.created.year) == (None, None, 2000)
    assert [(page.title, page.sheet_state) for page in book.worksheets] == [("Grades", "visible")]


def test_what_looks_like_a_formula_is_written_as_text():
    odd = Pack("=1+1", "Northmoor Police", 1, pack(1).cases)
    cell = load_workbook(io.BytesIO(write_sheet(odd, MARKS))).active["B1"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", "=1+1", True)


def test_the_same_cases_and_marks_give_the_same_bytes_in_another_process(written):
    assert packed.in_another_process("scrutiny_app.files.grading_sheet.write_sheet") == written


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda book: book.active.__setitem__("F9", '=IF(1=1,"Appropriate","")'), "formula in F9"),
        (lambda book: book.active.merge_cells("F9:G9"), "merged: F9:G9"),
        (lambda book: book.create_sheet("More"), "sheet was added"),
        (lambda book: setattr(book.create_sheet("More"), "sheet_state", "veryHidden"), "sheet was added"),
        (lambda book: setattr(book.active["G9"], "comment", Comment("psst", "me")), "note on G9"),
        (lambda book: book.active.__setitem__("A5000", "far"), "far below"),
        (lambda book: book.active.__setitem__("ZZ9", "far"), "far below the cases or beside"),
    ],
)
def test_a_sheet_with_what_none_was_made_with_is_refused_with_the_reason(written, change, told):
    with pytest.raises(SheetRefused, match=told):
        read_sheet(changed(written, change))


def with_part(written: bytes, name: str, content: bytes) -> bytes:
    packed_again = io.BytesIO(written)
    with zipfile.ZipFile(packed_again, "a") as package:
        package.writestr(name, content)
    return packed_again.getvalue()


def test_macros_links_and_declared_entities_are_refused(written):
    for name in ("xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml", "xl/embeddings/a.bin"):
        with pytest.raises(SheetRefused, match="macros, links or embedded files"):
            read_sheet(with_part(written, name, b"<a/>"))
    with pytest.raises(SheetRefused, match="not a grading sheet"):
        read_sheet(with_part(written, "xl/more.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'))


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x05\x06" + bytes(18), b"x" * (MOST_BYTES + 1)])
def test_what_is_no_workbook_is_refused(data):
    with pytest.raises(SheetRefused):
        read_sheet(data)


def test_a_file_that_unpacks_to_far_more_is_refused(written):
    with pytest.raises(SheetRefused):
        read_sheet(_bomb(written))


def _bomb(written: bytes) -> bytes:
    packed_again = io.BytesIO(written)
    with zipfile.ZipFile(packed_again, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet9.xml", b"<a>" + b" " * (30 * 2**20) + b"</a>")
    return packed_again.getvalue()


def test_another_workbook_is_read_as_it_is_for_its_cells_to_be_compared():
    book, saved = Workbook(), io.BytesIO()
    book.active.append(["a", 1, 2.5, None, True])
    book.save(saved)
    assert read_sheet(saved.getvalue()) == [["a", "1", "2.5", "", "True"]]
