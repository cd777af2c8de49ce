"""Volumes: the table that requests for information ask for, as a page, a workbook and CSV."""

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain import volumes
from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.instants import LONDON
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.volumes import BY_TITLES, YEAR_TITLES, By, Year
from scrutiny_app.domain.volumes_published import FLAT_HEADER, about, flat_rows, published_notes, published_tables
from scrutiny_app.files.writing import XLSX, Sheet, Written, write_csv, write_workbook
from scrutiny_app.services import volumes_published
from scrutiny_app.services.volumes import Counts, read_volumes
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.attached import attached
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.volumes import VolumesForm

if TYPE_CHECKING:
    from scrutiny_app.models.volumes import PublishedVolumes

bp = Blueprint("volumes", __name__, url_prefix="/force")
PUBLISHED = "volumes-for-publication"


@bp.get("/volumes")
@requires(Permission.READ_VOLUMES)
def show() -> ResponseReturnValue:
    """Show how many disposals there were, year by year."""
    by, counts, form, year = signed_in_user(), _read("page"), VolumesForm(request.args), _year()
    with reading() as session:
        made = volumes_published.published_volumes(session, by=by)
        published = [(one.id, about(one.content, one.made_at.astimezone(LONDON).date())) for one in made]
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
        published=published,
        may_publish=allows(Role(by.role), Permission.PREPARE_PUBLIC),
        years_titles=YEAR_TITLES,
    )


@bp.get("/volumes.csv")
@requires(Permission.READ_VOLUMES)
def csv() -> ResponseReturnValue:
    """Give every combination that occurs as CSV."""
    counts, year = _read("csv"), _year()
    content = write_csv(volumes.flat_header(year), volumes.flat(counts.counted, year, _part(counts)))
    return attached(content, "volumes.csv", "text/csv")


@bp.get("/volumes.xlsx")
@requires(Permission.READ_VOLUMES)
def workbook() -> ResponseReturnValue:
    """Give a table for each facet, every combination, and the notes, as a workbook."""
    counts, year = _read("xlsx"), _year()
    sheets = [_sheet(counts, volumes.volumes(counts.counted, by, year)) for by in By]
    every = Sheet("Every combination", volumes.flat_header(year), volumes.flat(counts.counted, year, _part(counts)))
    notes = Sheet("Notes", ("Notes",), [[one] for one in _notes(counts)])
    return attached(write_workbook([notes, *sheets, every]), "volumes.xlsx", XLSX)


@bp.post("/volumes/published")
@requires(Permission.PREPARE_PUBLIC)
def publish() -> ResponseReturnValue:
    """Make tables for publication, with small numbers hidden: reckoned while nothing is held, then kept."""
    by, year = signed_in_user(), _year_of(request.form.get("year", ""))
    try:
        with reading() as session:
            reckoned = volumes_published.reckon(session, year, by=by)
        with transaction() as session:
            volumes_published.keep(session, reckoned, by=by)
    except Refused as refusal:
        flash(refusal.message, "important")
    else:
        flash("The tables for publication are made. They stand below.", "success")
    return redirect(url_for(".show", year=year.value, _anchor="published"))


@bp.get("/volumes/published/<int:volumes_id>.csv")
@requires(Permission.READ_VOLUMES)
def published_csv(volumes_id: int) -> ResponseReturnValue:
    """Give tables made for publication as CSV, with the notes below."""
    row = _published(volumes_id, "csv")
    notes: list[list[Written]] = [[one] for one in _published_notes(row)]
    content = write_csv(FLAT_HEADER, [*flat_rows(row.content), [], ["Notes"], *notes])
    return attached(content, f"{PUBLISHED}.csv", "text/csv")


@bp.get("/volumes/published/<int:volumes_id>.xlsx")
@requires(Permission.READ_VOLUMES)
def published_workbook(volumes_id: int) -> ResponseReturnValue:
    """Give tables made for publication as a workbook, the notes first."""
    row = _published(volumes_id, "xlsx")
    notes = Sheet("Notes", ("Notes",), [[one] for one in _published_notes(row)])
    sheets = [Sheet(f"By {what.lower()}", header, rows) for what, header, rows in published_tables(row.content)]
    return attached(write_workbook([notes, *sheets]), f"{PUBLISHED}.xlsx", XLSX)


def _published(volumes_id: int, form: str) -> "PublishedVolumes":
    with transaction() as session:
        return volumes_published.read_published(session, volumes_id, form, by=signed_in_user())


def _published_notes(row: "PublishedVolumes") -> tuple[str, ...]:
    return published_notes(row.force, row.content, row.made_at.astimezone(LONDON).date())


def _read(form: str) -> Counts:
    with transaction() as session:
        return read_volumes(session, form, by=signed_in_user())


def _year() -> Year:
    return _year_of(request.args.get("year", ""))


def _year_of(asked: str) -> Year:
    return Year(asked) if asked in set(Year) else Year.CALENDAR


def _notes(counts: Counts) -> tuple[str, ...]:
    return volumes.notes(counts.force, _year(), counts.first, counts.last, counts.loaded)


def _part(counts: Counts) -> dict[str, str]:
    until = volumes.covered_until(counts.last, counts.loaded)
    return volumes.part_years(_year(), counts.first, until)


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
