"""A large invented extract of forty columns, quickly written: as Excel writes workbooks (shared strings), or as CSV."""

import csv
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from scrutiny_app.domain.cases import FIELD

FIELDS = """case_number crime_number force area offence_code offence_title offence_group class_of_trial offence_date
reported_date outcome_code disposal tier decision_date disposal_date authorising_rank authorising_name offender_name
offender_born offender_address offender_contact sex ethnicity victim_1_name victim_1_born victim_1_address
victim_1_contact officer_name officer_number decision_maker_name decision_maker_rank domestic_abuse hate weapon
admission previous_outcomes gravity_final circumstances suspect_account rationale""".split()
EPOCH = date(1899, 12, 30)
Value = str | int | date


def rows(count: int, seed: int = 1) -> Iterator[list[Value]]:
    """Yield so many rows; the three narratives have 500 to 1,500 characters."""
    rng = Random(seed)
    words = ["".join(rng.choices("etaoinshrdlu", k=rng.randint(2, 9))) for _ in range(3000)]
    prose = [" ".join(rng.choices(words, k=400)) for _ in range(2000)]

    def narrative(number: int) -> str:
        return f"{number} {rng.choice(prose)[: rng.randint(490, 1490)]}"

    for number in range(count):
        day, born = date(2025, 1, 1) + timedelta(number % 300), date(1970, 1, 1) + timedelta(number % 12000)
        yield [
            *(f"NM/{number:07}/25", f"42NM/{number:07}/25", "Northmoor Police", f"Area {number % 9}", "105/1"),
            *("Common assault", "Violence without injury", "Summary only", day, day + timedelta(1), "8"),
            *("Community resolution", "Tier 1", day + timedelta(5), day + timedelta(6), "Sergeant", "Brown, Alice"),
            *(f"Smithers{number % 999}, John", born, f"{number % 99} High Street, Tarnwick", f"07700 9{number:05}"),
            *("Male", "W1", f"Joneses{number % 1201}, Mary", born, "12 Low Road, Tarnwick", "mary@example.org"),
            *("Green, Paul", str(1000 + number % 900), "White, Ann", "Sergeant", "No", "No", "No", "Full admission"),
            *(number % 4, 3, narrative(number), narrative(number), narrative(number)),
        ]


def write_csv(path: Path, count: int) -> None:
    """Write the rows as CSV, dates as day/month/year."""
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([FIELD[name].heading for name in FIELDS])
        for row in rows(count):
            writer.writerow([value.strftime("%d/%m/%Y") if isinstance(value, date) else value for value in row])


_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.worksheet+xml"/>'
    '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.styles+xml"/>'
    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.sharedStrings+xml"/></Types>'
)
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_PARTS = {
    "[Content_Types].xml": _TYPES,
    "_rels/.rels": _RELATIONS.format(
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    ),
    "xl/_rels/workbook.xml.rels": _RELATIONS.format(
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    ),
    "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="Cases" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/styles.xml": f'<styleSheet {_MAIN}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
}


def write_workbook(path: Path, count: int) -> None:
    """Write the rows as a workbook whose texts are shared strings, as Excel's are."""
    shared: dict[str, int] = {}
    letters = [get_column_letter(column) for column in range(1, len(FIELDS) + 1)]

    def cell(place: str, value: Value) -> str:
        if isinstance(value, date):
            return f'<c r="{place}" s="1"><v>{(value - EPOCH).days}</v></c>'
        if isinstance(value, int):
            return f'<c r="{place}"><v>{value}</v></c>'
        return f'<c r="{place}" t="s"><v>{shared.setdefault(value, len(shared))}</v></c>'

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, part in _PARTS.items():
            package.writestr(name, part)
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f"<worksheet {_MAIN}><sheetData>".encode())
            headings: list[Value] = [FIELD[name].heading for name in FIELDS]
            for number, row in enumerate([headings, *rows(count)], 1):
                cells = "".join(cell(f"{letter}{number}", value) for letter, value in zip(letters, row, strict=True))
                sheet.write(f'<row r="{number}">{cells}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
        with package.open("xl/sharedStrings.xml", "w", force_zip64=True) as strings:
            strings.write(f'<sst {_MAIN} uniqueCount="{len(shared)}">'.encode())
            for text in shared:
                strings.write(f"<si><t>{escape(text)}</t></si>".encode())
            strings.write(b"</sst>")
