"""Workbooks with something in them that no extract has."""

import io
import zipfile

from tests.unit.files.test_reading_types import styled
from tests.unit.files.workbooks import cell, heading_row, packed, parts, sheet

ROW = f'<row r="2">{cell("A2", "x")}</row>'
MEGABYTE = 2**20


STRINGS = "xl/sharedStrings.xml"


def with_part(name, content="x", **others):
    return packed({**parts(sheet(heading_row() + ROW)), name: content, **others})


def with_big_part(name, pieces):
    """Pack a workbook whose part of that name is given piece by piece, so that a test needs little memory."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for other, content in parts(sheet(heading_row() + ROW)).items():
            if other != name:
                package.writestr(other, content)
        with package.open(name, "w", force_zip64=True) as part:
            for piece in pieces:
                part.write(piece)
    return file.getvalue()


def parts_with_strings():
    with zipfile.ZipFile(io.BytesIO(styled(heading_row() + ROW, strings="<si><t>x</t></si>"))) as package:
        return {name: package.read(name).decode() for name in package.namelist()}
