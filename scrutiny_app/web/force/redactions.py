"""Redactions: a round's cases on their way to the panel, one case to check, and the second person's preview."""

from typing import TYPE_CHECKING, Any, NamedTuple

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.cases import FIELD
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.redacting import (
    OPEN_TO_CHECK,
    STANDING_TITLES,
    TEXTS,
    WORDS,
    Standing,
    around,
    hand_kind,
    reading_order,
)
from scrutiny_app.services import redacting, redaction_steps, redactions, releasing
from scrutiny_app.services.rounds import draw_of, find_round, find_round_case
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import case_key, reading, transaction
from scrutiny_app.web.filters import anchor
from scrutiny_app.web.forms.redactions import AddForm, LiftForm, VersionForm

if TYPE_CHECKING:
    from scrutiny_app.models.rounds import Round, RoundCase
    from scrutiny_app.services.redactions import Opened, Progress

bp = Blueprint("redactions", __name__, url_prefix="/force")
COLOURS = {
    Standing.UNDRAFTED: "grey",
    Standing.TO_CHECK: "blue",
    Standing.RETURNED: "orange",
    Standing.TO_APPROVE: "yellow",
    Standing.WITHHELD: "red",
}
CHECKED = (Standing.TO_APPROVE, Standing.APPROVED)


class Look(NamedTuple):
    """One case as opened for somebody: where it stands in its round, and what its newest version holds."""

    round: "Round"
    case: "RoundCase"
    opened: "Opened"
    rows: "list[Progress]"

    @property
    def mine(self) -> "Progress":
        """Give the case's own progress."""
        return next(row for row in self.rows if row.round_case.id == self.case.id)


@bp.get("/rounds/<int:round_id>/redactions")
@requires(Permission.READ_REDACTION)
def index(round_id: int) -> ResponseReturnValue:
    """Show how far each of a round's cases has come between the draw and the panel."""
    with reading() as db:
        round_ = find_round(db, round_id, signed_in_user())
        rows, drawn = redactions.progress(db, round_), draw_of(db, round_) is not None
    counts = {
        "checked": sum(row.standing in CHECKED for row in rows),
        "approved": sum(row.standing is Standing.APPROVED for row in rows),
        "undrafted": sum(row.standing is Standing.UNDRAFTED for row in rows),
    }
    todo = {"to_check": _to_check(rows), "to_approve": _to_approve(rows)}
    return _render("index", round=round_, rows=rows, drawn=drawn, **counts, **todo)


@bp.post("/rounds/<int:round_id>/redactions")
@requires(Permission.EDIT_REDACTION)
def draft(round_id: int) -> ResponseReturnValue:
    """Draft the redactions of the cases that have none."""
    with transaction() as db:
        round_ = find_round(db, round_id, signed_in_user())
        drafted = redacting.draft_redactions(db, round_, case_key(), signed_in_user())
    flash(f"{drafted} {'draft' if drafted == 1 else 'drafts'} made. Check each case now.", "success")
    return redirect(url_for(".index", round_id=round_id))


@bp.get("/redactions/<int:round_case_id>")
@requires(Permission.READ_REDACTION)
def show(round_case_id: int) -> ResponseReturnValue:
    """Show a case's original beside what members would read."""
    return _check_page(round_case_id)


@bp.post("/redactions/<int:round_case_id>/spans")
@requires(Permission.EDIT_REDACTION)
def add(round_case_id: int) -> ResponseReturnValue:
    """Take words out, and keep that as a new version."""
    form = AddForm()
    asked = form.text_name.data or ""  # the service knows which texts and tags there are
    form.offer(reading_order({*TEXTS, asked}), [form.tag.data] if form.tag.data else [])
    if not form.validate_on_submit():
        return _check_page(round_case_id, add_form=form)
    try:
        with transaction() as db:
            _, case = find_round_case(db, round_case_id, signed_in_user())
            redacting.add_span(db, case, form.wanted, version=form.made_from, key=case_key(), by=signed_in_user())
    except Overtaken:
        raise
    except Refused as refusal:
        form.form_errors.append(refusal.message)
        return _check_page(round_case_id, add_form=form)
    flash(f"“{form.quoted.data}” redacted.", "success")
    return redirect(url_for(".show", round_case_id=round_case_id, _anchor=anchor(form.text_name.data)))


@bp.route("/redactions/<int:round_case_id>/spans/<int:number>/lift", methods=["GET", "POST"])
@requires(Permission.EDIT_REDACTION)
def lift(round_case_id: int, number: int) -> ResponseReturnValue:
    """Ask why one redaction may be lifted, and lift it."""
    form = LiftForm()
    if not form.validate_on_submit():
        return _lift_page(round_case_id, number, form)
    try:
        with transaction() as db:
            _, case = find_round_case(db, round_case_id, signed_in_user())
            redacting.lift_span(
                db,
                case,
                number,
                form.reason.data or "",
                everywhere=bool(form.everywhere.data),
                version=form.made_from,
                key=case_key(),
                by=signed_in_user(),
            )
    except Overtaken as refusal:
        form.form_errors.append(refusal.message)
        return _lift_page(round_case_id, number, form), 409
    flash("Redaction lifted. The words will be shown, but for what was redacted beneath it.", "success")
    return redirect(url_for(".show", round_case_id=round_case_id))


@bp.post("/redactions/<int:round_case_id>/check")
@requires(Permission.EDIT_REDACTION)
def check(round_case_id: int) -> ResponseReturnValue:
    """Keep the person's word that this version is ready, and go on to the next case."""
    form = VersionForm()
    try:
        with transaction() as db:
            round_, case = find_round_case(db, round_case_id, signed_in_user())
            redacting.finish_check(db, case, form.made_from, case_key(), signed_in_user())
            following = _to_check(redactions.progress(db, round_))
    except Overtaken:
        raise
    except Refused as refusal:
        form.form_errors.append(refusal.message)
        return _check_page(round_case_id, check_form=form)
    flash(f"{case.reference} is ready. A second person can preview and approve it.", "success")
    if following is None:
        return redirect(url_for(".index", round_id=round_.id))
    return redirect(url_for(".show", round_case_id=following.round_case.id))


@bp.get("/redactions/<int:round_case_id>/preview")
@requires(Permission.READ_REDACTION)
def preview(round_case_id: int) -> ResponseReturnValue:
    """Show exactly what members will read."""
    return _preview_page(round_case_id, VersionForm(formdata=None))


@bp.post("/redactions/<int:round_case_id>/approve")
@requires(Permission.APPROVE_RELEASE)
def approve(round_case_id: int) -> ResponseReturnValue:
    """Release the case on the second person's approval."""
    form = VersionForm()
    try:
        with transaction() as db:
            round_, case = find_round_case(db, round_case_id, signed_in_user())
            releasing.approve(db, round_, case, form.made_from, case_key(), signed_in_user())
            following = _to_approve(redactions.progress(db, round_))
    except Refused as refusal:
        with transaction() as db:
            _, case = find_round_case(db, round_case_id, signed_in_user())
            releasing.record_refusal(db, case, form.made_from, refusal, signed_in_user())
        if isinstance(refusal, Overtaken):
            raise
        form.form_errors.append(refusal.message)
        return _preview_page(round_case_id, form), 409
    flash(f"{case.reference} is released to the panel.", "success")
    if following is None:
        return redirect(url_for(".index", round_id=round_.id))
    return redirect(url_for(".preview", round_case_id=following.round_case.id))


def _render(page: str, **context: Any) -> str:
    may_edit = allows(signed_in_user().role, Permission.EDIT_REDACTION)
    common = {"titles": STANDING_TITLES, "colours": COLOURS, "headings": {name: FIELD[name].heading for name in TEXTS}}
    return render_template(f"redactions/{page}.html", may_edit=may_edit, **common, **context)


def _look(db: Session, round_case_id: int) -> Look:
    round_, case = find_round_case(db, round_case_id, signed_in_user())
    opened = redacting.read_redaction(db, case, case_key(), signed_in_user())
    return Look(round_, case, opened, redactions.progress(db, round_))


def _check_page(
    round_case_id: int, *, add_form: AddForm | None = None, check_form: VersionForm | None = None
) -> ResponseReturnValue:
    with transaction() as db:
        look = _look(db, round_case_id)
        steps = redaction_steps.history(db, look.case, look.opened.version)
    opened = look.opened
    add_form, check_form = add_form or AddForm(formdata=None), check_form or VersionForm(formdata=None)
    add_form.offer(opened.marks, opened.people())
    add_form.version.data = check_form.version.data = str(opened.row.version)
    return _render(
        "show",
        look=look,
        redacted=opened.redacted(),
        words=WORDS,
        released=releasing.preview(look.case, opened),
        obstacle=releasing.obstacle(look.mine, signed_in_user()),
        doubts=_doubts(opened),
        spans=[(number, name, around(opened.record[name], span), span) for number, name, span in opened.numbered()],
        firsts={name: number for number, name, _ in reversed(list(opened.numbered()))},
        steps=steps,
        add_form=add_form,
        check_form=check_form,
        **_beside(look),
    )


def _preview_page(round_case_id: int, form: VersionForm) -> str:
    with transaction() as db:
        look = _look(db, round_case_id)
        steps = redaction_steps.history(db, look.case, look.opened.version)
    form.version.data = str(look.opened.row.version)
    lifters = {step.version: step.who for step in steps if step.what == "lifted"}
    obstacle = releasing.obstacle(look.mine, signed_in_user())
    case = releasing.preview(look.case, look.opened)
    edits = {"lifters": lifters, "doubts": _doubts(look.opened)}
    return _render("preview", look=look, case=case, obstacle=obstacle, form=form, **edits)


def _lift_page(round_case_id: int, number: int, form: LiftForm) -> str:
    """Ask about the very words that were chosen, by their number now; a version where they are gone stays refused."""
    given = str(form.version.data or "")
    with transaction() as db:
        look = _look(db, round_case_id)
        newest = look.opened.row.version
        version = int(given) if given.isdecimal() else newest
        here, name, span = redacting.follow_span(db, look.opened, number, version, case_key())
    if here is None:
        form.form_errors.append("These words are not redacted in that way any more. Go back to the check and look.")
    form.version.data = str(version if here is None else newest)
    context = {"name": name, "words": around(look.opened.record[name], span, 120), "span": span}
    return _render("lift", look=look, number=here or number, form=form, **context)


def _beside(look: Look) -> dict[str, Any]:
    """Give the cases before and after one, and how many of the round are checked."""
    at = next(place for place, row in enumerate(look.rows) if row.round_case.id == look.case.id)
    return {
        "previous": look.rows[at - 1] if at else None,
        "following": look.rows[at + 1] if at + 1 < len(look.rows) else None,
        "checked": sum(row.standing in CHECKED for row in look.rows),
    }


def _doubts(opened: "Opened") -> list[tuple[str, tuple[str, str, str], Any, str]]:
    return [
        (name, around(opened.record[name], doubt), doubt, hand_kind(doubt.kind).value)
        for name, marks in opened.marks.items()
        for doubt in marks.doubts
    ]


def _to_check(rows: "list[Progress]") -> "Progress | None":
    return next((row for row in rows if row.standing in OPEN_TO_CHECK), None)


def _to_approve(rows: "list[Progress]") -> "Progress | None":
    """Find the next case that this person may approve."""
    return next((row for row in rows if releasing.obstacle(row, signed_in_user()) is None), None)
