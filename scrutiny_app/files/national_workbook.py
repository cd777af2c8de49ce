"""The national picture as a workbook of real numbers: hidden counts as the fewest and the most that they can be."""

from scrutiny_app.domain import national_figures as figures
from scrutiny_app.domain import national_tables as tables
from scrutiny_app.domain.collating import National
from scrutiny_app.domain.report_tables import Table
from scrutiny_app.files.writing import Sheet, write_workbook


def workbook(national: National) -> bytes:
    """Write the workbook: equal pictures give equal bytes."""
    sheets = [Sheet("Summary", ("What the returns say",), [(sentence,) for sentence in tables.summary(national)])]
    for part in national.parts:
        ours = [figures.forces_in_figures(part), figures.breakdown_in_figures(part), figures.themes_in_figures(part)]
        ours += [tables.years(part), tables.agreement(part), tables.timeliness(part)]
        sheets += [_sheet(table, part.selection.capitalize()) for table in ours]
    sheets += [_sheet(tables.undone(national)), _sheet(figures.sources(national)), _sheet(figures.method())]
    if national.left_out:
        sheets.append(_sheet(tables.left_out(national)))
    return write_workbook(sheets)


def _sheet(table: Table, before: str = "") -> Sheet:
    title = f"{before} {table.title.lower()}" if before else table.title
    return Sheet(title[:31], table.header, table.rows)
