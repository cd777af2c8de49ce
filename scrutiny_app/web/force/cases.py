"""One original case with its marks, shown to those on the force's side whose work needs it."""

from datetime import date
from typing import Any

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.cases import FIELDS, NARRATIVES, Field, Kind, title_of
from scrutiny_app.domain.no_victim import NAMES as VICTIMS
from scrutiny_app.services.cases import read_original
from scrutiny_app.services.marking import MARK_TITLES, marks_of, rounds_with
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.asked import row_number
from scrutiny_app.web.current import case_key, transaction
from scrutiny_app.web.filters import british_date
from scrutiny_app.web.force.steps import link_to
from scrutiny_app.web.forms.marks import MarkForm

bp = Blueprint("cases", __name__, url_prefix="/force/cases")

# Which fields stand under which heading: each begins with the field named.
SECTIONS = (
    ("The case", "case_number"),
    ("The disposal", "outcome_code"),
    ("The offender", "offender_name"),
    ("Victims, witnesses and others", "victim_1_name"),
    ("Officers", "officer_name"),
    ("What was recorded", "domestic_abuse"),
)


@bp.get("/<int:case_id>")
@requires(Permission.READ_ORIGINAL_CASE)
def show(case_id: int) -> ResponseReturnValue:
    """Show a case as the force recorded it, and record that it was seen."""
    return page_of(case_id, MarkForm())


def page_of(case_id: int, form: MarkForm) -> ResponseReturnValue:
    """Give a case's page, with the form by which it is marked as it was filled in."""
    version, by = row_number("version"), signed_in_user()
    with transaction() as db:
        original = read_original(db, case_id, key=case_key(), by=by, version=version)
        marks, drawn = marks_of(db, original.case, key=case_key()), rounds_with(db, case_id)
    texts = [(field.heading, original.record[field.name]) for field in FIELDS if field.name in NARRATIVES]
    return render_template(
        "cases/show.html",
        original=original,
        sections=_sections(original.record),
        texts=texts,
        may_import=allows(by.role, Permission.IMPORT_EXTRACT),
        form=form,
        marks=marks,
        mark_titles=MARK_TITLES,
        drawn=[
            (round_, link_to("draw_changes.replace", round_id=round_.id, round_case_id=place.id))
            for round_, place in drawn
        ],
        may_mark=allows(by.role, Permission.PLAN_ROUND),
    )


def _sections(record: dict[str, Any]) -> list[tuple[str, list[tuple[str, Any]]]]:
    starts = {name: title for title, name in SECTIONS}
    sections: list[tuple[str, list[tuple[str, Any]]]] = []
    for field in FIELDS:
        if field.name in starts:
            sections.append((starts[field.name], []))
        if field.kind is not Kind.TEXT:
            sections[-1][1].append((field.heading, shown(field, record[field.name])))
    return sections


def shown(field: Field, value: Any) -> Any:
    """Write a field's value as a page shows it; of a victim, whether it is read as an organisation."""
    if value is None:
        return None
    if field.kind is Kind.CHOICE:
        return title_of(field.name, value)
    if field.kind is Kind.DATE:
        return british_date(date.fromisoformat(value))
    if field.kind is Kind.YES_NO:
        return "Yes" if value else "No"
    if field.kind is Kind.PERSON:
        is_organisation = field.name in VICTIMS and str(value).endswith(",")
        return f"{str(value).rstrip(', ')}{' (organisation)' if is_organisation else ''}"
    return "; ".join(value) if field.kind is Kind.PEOPLE else str(value)
