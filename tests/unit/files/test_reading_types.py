"""Cells read in pieces by calamine are those that openpyxl reads, over every type of cell."""

import io
import warnings
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny_app.domain.cells import ERROR_CELL, FORMULA_CELL
from scrutiny_app.files import reading_pieces
from tests.unit.files.reading_files import cells
from tests.unit.files.workbooks import MAIN, packed, parts, sheet

STYLES = (0, 14, 22, 21, 46, 2, 49, 164, 165, 166, 20, 47)
CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
CODES = {164: "[h]:mm", 165: '"day" 0', 166: "dd/mm/yyyy hh:mm"}


def styled(rows, *, strings=None, from_1904=False):
    contents = parts(sheet(rows))
    contents["xl/styles.xml"] = (
        f'<styleSheet xmlns="{MAIN}"><numFmts>'
        + "".join(f"<numFmt numFmtId='{number}' formatCode='{code}'/>" for number, code in CODES.items())
        + "</numFmts><fonts><font/></fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders>"
        + "<cellStyleXfs><xf/></cellStyleXfs><cellXfs>"
        + "".join(f'<xf numFmtId="{number}" applyNumberFormat="1"/>' for number in STYLES)
        + "</cellXfs></styleSheet>"
    )
    kinds = {"styles": "styles.xml"}
    if strings is not None:
        contents["xl/sharedStrings.xml"] = f'<?xml version="1.0"?>\n<sst xmlns="{MAIN}" count="9">{strings}</sst>'
        kinds["sharedStrings"] = "sharedStrings.xml"
    related = "".join(
        '<Relationship Id="{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{0}" '
        'Target="{1}"/>'.format(*pair)
        for pair in kinds.items()
    )
    contents["xl/_rels/workbook.xml.rels"] = contents["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>", f"{related}</Relationships>"
    )
    override = "".join(
        f'<Override PartName="/xl/{part}" ContentType="{CONTENT}.{kind}+xml"/>'
        for part, kind in (
            ("workbook.xml", "sheet.main"),
            ("worksheets/sheet1.xml", "worksheet"),
            ("styles.xml", "styles"),
            ("sharedStrings.xml", "sharedStrings"),
        )
    )
    contents["[Content_Types].xml"] = contents["[Content_Types].xml"].replace("/>", f">{override}</Types>")
    if from_1904:
        contents["xl/workbook.xml"] = contents["xl/workbook.xml"].replace(
            "<sheets>", '<workbookPr date1904="1"/><sheets>'
        )
    return packed(contents)


def by_openpyxl(data):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    rows: dict = {}
    for row in book.worksheets[0].iter_rows():
        for one in row:
            if one.value not in (None, ""):
                rows.setdefault(one.row, {})[one.column - 1] = one.value
    return rows


def by_us(data):
    return {
        number: {column: cell for column, cell in enumerate(row) if cell != ""}
        for number, row in cells(data)
        if any(cell != "" for cell in row)
    }


def same(ours, theirs):
    """Say whether two readers mean the same; days of one reader may be midnights of the other."""
    if isinstance(theirs, datetime) and type(ours) is date:
        return theirs == datetime(ours.year, ours.month, ours.day)  # noqa: DTZ001  a workbook has no zone
    if isinstance(theirs, bool) or isinstance(ours, bool):
        return ours is theirs
    if isinstance(theirs, time) and isinstance(ours, time | timedelta):
        ours = ours if isinstance(ours, time) else (datetime.min + ours).time()  # noqa: DTZ901
        return abs(_seconds(ours) - _seconds(theirs)) < 0.01
    if isinstance(theirs, timedelta) and isinstance(ours, time):
        return abs(_seconds(ours) - theirs.total_seconds()) < 0.01
    if isinstance(theirs, timedelta) and isinstance(ours, timedelta):
        return abs((ours - theirs).total_seconds()) < 0.01
    if isinstance(theirs, datetime) and isinstance(ours, datetime):
        return abs((ours - theirs).total_seconds()) < 0.01
    if isinstance(theirs, int | float) and isinstance(ours, float):
        return abs(ours - theirs) <= 1e-12 * abs(theirs)
    return ours == theirs


def _seconds(of):
    return of.hour * 3600 + of.minute * 60 + of.second + of.microsecond / 1e6


def assert_same(data):
    ours, theirs = by_us(data), by_openpyxl(data)
    assert {row: set(columns) for row, columns in ours.items()} == {
        row: set(columns) for row, columns in theirs.items()
    }
    for row, columns in theirs.items():
        for column, value in columns.items():
            assert same(ours[row][column], value), (row, column, ours[row][column], value)


SHARED = (
    "<si><t>plain</t></si><si><t xml:space='preserve'>  spaces  </t></si><si/><si><t/></si>"
    "<si><t>a &amp; b &lt; c</t></si>"
    "<si><r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r><rPh sb='0' eb='1'><t>sound</t></rPh></si>"
    "<si><t>Siân O’Neill with words enough to be kept in fewer bytes, which is more than sixty-four</t></si>"
    "<si><t>7</t></si>"
)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="3"><c r="B3"><v>42</v></c><c r="D3"><v>2.5</v></c><c r="E3" t="n"><v>-1E-3</v></c></row>',
        '<row r="1"><c r="A1"><v>1234567890123456789</v></c><c r="B1"><v>999999999999999</v></c></row>',
        '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t>one</t></is></c><c r="C1" t="str"><v>two</v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>one</t></r><r><t>two</t></r></is></c></row>',
        '<row r="1"><c r="A1" t="d"><v>2026-03-12</v></c><c r="B1" t="d"><v>2026-03-12T10:11:12</v></c></row>',
        "".join(f'<row r="{n}"><c r="A{n}" s="1"><v>{46000 + n}</v></c></row>' for n in (2, 5, 9)),
        '<row r="1"><c r="A1" s="2"><v>46000.5</v></c><c r="B1" s="9"><v>46000.25</v></c></row>',
        '<row r="1"><c r="A1" s="3"><v>0.5</v></c><c r="B1" s="4"><v>1.25</v></c><c r="C1" s="7"><v>2.5</v></c></row>',
        '<row r="1"><c r="A1" s="8"><v>7</v></c><c r="B1" s="6"><v>12</v></c><c r="C1" s="5"><v>1.239</v></c></row>',
        '<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c r="C3"><v>3</v></c><c><v>4</v></c></row>',
        '<row r="4"><c><v>1</v></c></row><row><c><v>2</v></c></row><row r="9" spans="1:3"><c><v>3</v></c></row>',
        '<row r="2"/><row r="3"><c r="A3"/><c r="B3" s="1"/><c r="C3"><v>5</v></c></row>',
        "<row r='7'><c r='A7' t='s'><v>0</v></c><c r='B7' t='inlineStr'><is><t>7</t></is></c></row>",
        *(f'<row r="1"><c r="A1" t="s"><v>{number}</v></c><c r="B1" t="s"><v>7</v></c></row>' for number in range(8)),
        '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>1</t></is></c></row>',
    ],
)
@pytest.mark.parametrize("from_1904", [False, True])
def test_every_type_of_cell_is_read_as_another_reader_reads_it(rows, from_1904):
    assert_same(styled(rows, strings=SHARED, from_1904=from_1904))


def test_errors_and_formulas_are_marked_though_another_reader_gives_values():
    rows = (
        '<row r="2"><c r="A2" t="e"><v>#N/A</v></c><c r="B2" t="str"><f>A1</f><v>x</v></c>'
        '<c r="C2"><f>1+1</f><v>2</v></c>'
        '<c r="D2"><v>3</v></c></row><row r="3"><c><v>1</v></c><c><f t="shared" si="0"/><v>9</v></c></row>'
    )
    assert cells(styled(rows)) == [(2, [ERROR_CELL, FORMULA_CELL, FORMULA_CELL, 3.0]), (3, [1.0, FORMULA_CELL, "", ""])]


def test_words_with_escaped_characters_are_as_they_are_shown():
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>a_x000D_b</t></is></c></row>'
    strings = "<si><t>one_x000D_\ntwo_x005F_x</t></si>"
    assert cells(styled(rows, strings=strings)) == [(1, ["one\r\ntwo_x", "a\rb"])]


PLAIN = {"two\nlines": "two\nlines", "a &amp; b &#233;": "a & b é", "_x0041_ a_b": "A a_b", "": "", "1\r\n2": "1\n2"}
PLAIN |= {text: text for text in ("é" * 70, "\u00a0wide\u2003", "word")}
ODD = {"": [], "<si/>": [""], "<si><t/></si>": [""], "<si><r><t>ri</t></r><r><t> ch</t></r></si>": ["ri ch"]}
ODD |= {"<si><t>c<!-- x --></t></si>": ["c"], "<si><t>s</t><phoneticPr/></si><si><t>k</t></si>": ["s", "k"]}


@pytest.mark.parametrize(("odd", "read"), ODD.items())
@pytest.mark.parametrize("before", ["<si><t>", '<si><t xml:space="preserve">'])
def test_shared_strings_that_are_plain_or_not_stand_in_their_order(before, odd, read):
    strings = odd + "".join(f"{before}{text}</t></si>{odd}" for text in PLAIN)
    expected = read + [word for text in PLAIN.values() for word in (text, *read)]
    row = "".join(f'<c t="s"><v>{number}</v></c>' for number in range(len(expected)))
    assert cells(styled(f"<row>{row}<c><v>1</v></c></row>", strings=strings)) == [(1, [*expected, 1.0])]


def test_space_at_the_ends_of_a_shared_string_counts_where_it_says_so():
    strings = '<si><t xml:space="preserve"> one\n</t></si><si><t> two\n\t</t></si><si><t xml:space="preserve"/></si>'
    row = '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c><v>1</v></c>'
    assert cells(styled(f"<row>{row}</row>", strings=strings)) == [(1, [" one\n", "two", "", 1.0])]


def test_prefixed_elements_are_read_too():
    rows = '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><f>1</f><v>1</v></c></row>'
    data = styled(rows, strings="<si><t>word</t></si>")
    contents = dict(_unpacked(data))
    for part in ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"):
        contents[part] = _prefixed(contents[part].decode()).encode()
    assert cells(packed(contents)) == [(2, ["word", FORMULA_CELL])]


def _unpacked(data):
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _prefixed(xml):
    start, rest = xml.split("?>", 1)
    rest = rest.replace("</", "\0").replace("<", "<x:").replace("\0", "</x:").replace("xmlns=", "xmlns:x=")
    return f"{start}?>{rest}"


words = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=90
)
values = st.one_of(
    words.filter(lambda text: not text.startswith("=") and "_x" not in text),
    st.integers(-(10**15), 10**15),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.booleans(),
    st.dates(date(1901, 1, 1), date(2200, 1, 1)),
    st.datetimes(datetime(1901, 1, 1), datetime(2200, 1, 1)).map(lambda at: at.replace(microsecond=0)),  # noqa: DTZ001
    st.none(),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(values, max_size=6), max_size=8), st.booleans(), st.integers(40, 4000))
def test_any_workbook_is_read_as_another_reader_reads_it(rows, by_rows, block):
    book = openpyxl.Workbook(write_only=by_rows)
    page = book.create_sheet() if by_rows else book.active
    for row in rows:
        page.append(row)
    file = io.BytesIO()
    book.save(file)
    before = reading_pieces.BLOCK
    reading_pieces.BLOCK = block  # so that pieces end anywhere
    try:
        assert_same(file.getvalue())
    finally:
        reading_pieces.BLOCK = before
