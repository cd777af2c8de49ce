"""Workbooks made by hand, part by part, so that a test can put anything in one."""

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

from scrutiny_app.domain.cases import FIELDS

HEADINGS = [field.heading for field in FIELDS]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def cell(place: str, text: str) -> str:
    """Write a cell of text."""
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def heading_row() -> str:
    """Write row 1 with all the headings of an extract."""
    cells = (cell(f"{_letters(column)}1", heading) for column, heading in enumerate(HEADINGS, 1))
    return f'<row r="1">{"".join(cells)}</row>'


def _letters(column: int) -> str:
    return chr(64 + column) if column <= 26 else chr(64 + (column - 1) // 26) + chr(65 + (column - 1) % 26)


def sheet(rows: str) -> str:
    """Write a sheet around its rows."""
    return f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def parts(*sheets: str, states: tuple[str, ...] = ()) -> dict[str, str]:
    """Give the parts of a workbook with these sheets, which a test may change before it packs them."""
    numbers = range(1, len(sheets) + 1)
    shown = (*states, *("visible" for _ in sheets[len(states) :]))
    listed = "".join(
        f'<sheet name={quoteattr(f"Sheet{n}")} sheetId="{n}" state="{shown[n - 1]}" r:id="rId{n}"/>' for n in numbers
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATION}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATION}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>',
        **{f"xl/worksheets/sheet{n}.xml": rows for n, rows in zip(numbers, sheets, strict=True)},
    }


def packed(contents: dict[str, str] | dict[str, bytes]) -> bytes:
    """Zip a workbook's parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in contents.items():
            package.writestr(name, content)
    return file.getvalue()


def workbook(rows: str) -> bytes:
    """Give a workbook of one sheet with an extract's headings and then these rows."""
    return packed(parts(sheet(heading_row() + rows)))
