"""Volumes: the table that requests for information ask for, as a page, a workbook and CSV."""

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from scrutiny_app.domain import volumes
from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.volumes import BY_TITLES, By, Year
from scrutiny_app.files.writing import Sheet, Written, write_csv, write_workbook
from scrutiny_app.services.volumes import Counts, read_volumes
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import transaction
from scrutiny_app.web.forms.volumes import VolumesForm

bp = Blueprint("volumes", __name__, url_prefix="/force")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.get("/volumes")
@requires(Permission.READ_VOLUMES)
def show() -> ResponseReturnValue:
    """Show how many disposals there were, year by year."""
    counts, form, year = _read("page"), VolumesForm(request.args), _year()
    form.offer(counts.counted)
    table = volumes.volumes(counts.counted, form.rows, year, form.only)
    return render_template(
        "volumes/show.html",
        counts=counts,
        form=form,
        table=table,
        years=_years(counts, table),
        notes=_notes(counts),
        row_title=BY_TITLES[table.by],
    )


@bp.get("/volumes.csv")
@requires(Permission.READ_VOLUMES)
def csv() -> ResponseReturnValue:
    """Give every combination that occurs as CSV."""
    counts, year = _read("csv"), _year()
    return _file(
        write_csv(volumes.flat_header(year), volumes.flat(counts.counted, year, _part(counts))), "csv", "text/csv"
    )


@bp.get("/volumes.xlsx")
@requires(Permission.READ_VOLUMES)
def workbook() -> ResponseReturnValue:
    """Give a table for each facet, every combination, and the notes, as a workbook."""
    counts, year = _read("xlsx"), _year()
    sheets = [_sheet(counts, volumes.volumes(counts.counted, by, year)) for by in By]
    every = Sheet("Every combination", volumes.flat_header(year), volumes.flat(counts.counted, year, _part(counts)))
    notes = Sheet("Notes", ("Notes",), [[one] for one in _notes(counts)])
    return _file(write_workbook([notes, *sheets, every]), "xlsx", XLSX)


def _read(form: str) -> Counts:
    with transaction() as session:
        return read_volumes(session, form, by=signed_in_user())


def _year() -> Year:
    asked = request.args.get("year", "")
    return Year(asked) if asked in set(Year) else Year.CALENDAR


def _notes(counts: Counts) -> tuple[str, ...]:
    return volumes.notes(counts.force, _year(), counts.first, counts.last, counts.loaded)


def _part(counts: Counts) -> dict[str, str]:
    return volumes.part_years(_year(), counts.first, counts.loaded)


def _years(counts: Counts, table: volumes.Volumes) -> list[str]:
    """Give the years as columns are headed: one that is not whole says so."""
    return [_part(counts).get(one, one) for one in table.years]


def _sheet(counts: Counts, table: volumes.Volumes) -> Sheet:
    rows: list[list[Written]] = [[name, *numbers, sum(numbers)] for name, numbers in table.rows]
    return Sheet(
        f"By {BY_TITLES[table.by].lower()}",
        (BY_TITLES[table.by], *_years(counts, table), "All"),
        [*rows, ["All", *table.sums, table.total]],
    )


def _file(content: bytes, form: str, media_type: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="volumes.{form}"'}
    return Response(content, mimetype=media_type, headers=headers)
