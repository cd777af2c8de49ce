"""Cells that lie about their place are refused, however they are written; honest ones are read, however."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_app.domain.errors import Refused
from scrutiny_app.files.reading_book import column_of
from scrutiny_app.files.reading_pieces import Piece, RowTag
from scrutiny_app.files.reading_places import PlaceChecker, letters_of
from tests.unit.files.reading_files import cells, refusal
from tests.unit.files.workbooks import workbook


def cell(attributes, text="x"):
    return f'<c {attributes} t="inlineStr"><is><t>{text}</t></is></c>'


def row(number, *attributes):
    return f'<row r="{number}">{"".join(map(cell, attributes))}</row>'


LIES = {
    "of another row": (row(2, 'r="A2"', 'r="A3"'), row(3, 'r="B3"')),
    "of another row before it": (row(2, 'r="A2"'), row(3, 'r="B2"')),
    "two in one place": (row(2, 'r="A2"', 'r="A2"'),),
    "an empty one in the same place": ('<row r="2"><c r="B2"/><c r="B2"><v>1</v></c></row>',),
    "backwards": (row(2, 'r="B2"', 'r="A2"'),),
    "back to the first by having none": (row(2, 'r="B2"', "", 'r="C2"'),),
    "two references": (row(2, 'r="A2" r="C2"'),),
    "single quotation marks": (row(2, "r='A3'"),),
    "behind another attribute": (row(2, 's="0" r="A3"'),),
    "behind a sign in an attribute": (row(2, 'x=">" r="A3"'),),
    "no reference at all": (row(2, 'r="A"'),),
    "signs in it": (row(2, 'r="$A$2"'),),
    "of a row far away": ('<row r="2"><c r="A7"><v>1</v></c></row>',),
    "a row that begins with nothing": (row(2, 'r="A02"'),),
}


@pytest.mark.parametrize("rows", LIES.values(), ids=LIES.keys())
def test_a_cell_that_lies_about_its_place_is_refused_with_its_row(rows):
    said = refusal(workbook("".join(rows)))
    assert said.startswith(f"In row {3 if 'B2' in rows[-1] and len(rows) > 1 else 2} of the sheet a cell says")
    assert said.endswith("save it anew and import that.")


@pytest.mark.parametrize("attributes", ["r='B2'", 's="0" r="B2"', 'r = "B2"', 'x=" r=\'C2\' " r="B2"'])
def test_an_honest_cell_may_be_written_in_any_way(attributes):
    assert cells(workbook(row(2, 'r="A2"', attributes, "", 'r="E2"')))[1][1][:5] == ["x", "x", "x", "", "x"]


def test_cells_of_another_prefix_are_refused():
    assert "laid out in a way" in refusal(workbook('<row r="2"><x:c xmlns:x="u" r="A3"><v>1</v></x:c></row>'))


def piece_of(rows):
    """Make a piece of rows, each as its number and its cells' references."""
    tags, body = [], b""
    for number, places in rows:
        tags.append(RowTag(len(body), number, False))
        filled = "".join(f'<c r="{place}" t="s"><v>{at}</v></c>' for at, place in enumerate(places))
        body += f'<row r="{number}" spans="1:9">{filled}</row>'.encode()
    return Piece(tags, body)


places = st.lists(st.tuples(st.sampled_from("ABCZ"), st.integers(1, 12)), max_size=5)


@given(st.lists(places, max_size=12), st.booleans())
def test_rows_are_taken_exactly_where_every_cell_is_their_own_and_goes_forwards(rows, known):
    checker = PlaceChecker(b"")
    if known:
        checker.check(piece_of([(1, ["A1", "B1", "C1", "Z1"])]))
    numbered = list(enumerate(rows, 1))
    honest = all(
        all(said == number for _, said in row) and [one for one, _ in row] == sorted({one for one, _ in row})
        for number, row in numbered
    )
    assert is_taken(checker, piece_of([(at, [f"{one}{said}" for one, said in row]) for at, row in numbered])) is honest


def is_taken(checker, piece):
    try:
        checker.check(piece)
    except Refused:
        return False
    return True


@given(st.integers(0, 16_383))
def test_a_column_has_its_letters(column):
    assert column_of(letters_of(column)) == column
