"""Parsing a piece of a sheet by itself, wrapped as the only sheet of a workbook that holds nothing else."""

import io
import zipfile
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineWorkbook

from scrutiny_app.domain.errors import Refused
from scrutiny_app.files.reading_package import DAMAGED

Parsed = str | float | bool | date | datetime | time | timedelta

_PANIC = "PanicException"  # the parser's, at a day that is before all that it can reckon with
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET = "xl/worksheets/sheet1.xml"
_BEFORE = f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{_MAIN}"><sheetData>'.encode()
_AFTER = b"</sheetData></worksheet>"


class PieceParser:
    """Parses pieces under one workbook's date system and number formats."""

    def __init__(self, *, from_1904: bool = False, formats: str = "") -> None:
        self.from_1904 = from_1904
        self._around = {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}"><workbookPr date1904="{int(from_1904)}"'
            '/><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_RELATED}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">{formats}</styleSheet>',
        }

    def parse(self, rows: bytes) -> tuple[int, int, list[list[Parsed]]]:
        """Give the first row's number from 1, the first column's from 0, and the cells between the outermost ones."""
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as package:
            for name, content in self._around.items():
                package.writestr(name, content)
            package.writestr(_SHEET, b"".join((_BEFORE, rows, _AFTER)))
        file.seek(0)
        try:
            return _cells_of(file)
        except CalamineError:
            raise Refused(DAMAGED) from None
        except BaseException as fault:  # it has no class to be caught by, and no better parent
            if type(fault).__name__ == _PANIC:
                raise Refused(DAMAGED) from None
            raise


def _cells_of(file: io.BytesIO) -> tuple[int, int, list[list[Parsed]]]:
    sheet = CalamineWorkbook.from_filelike(file).get_sheet_by_index(0)
    if sheet.start is None:
        return 1, 0, []
    return sheet.start[0] + 1, sheet.start[1], sheet.to_python(skip_empty_area=True)
