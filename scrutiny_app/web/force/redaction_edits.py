"""Edits of a redaction, each a new version: words taken out or put back, tags changed or merged, an edit undone."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.redacting import TEXTS, around, hand_kind, reading_order
from scrutiny_app.services import redacting, retagging, undoing
from scrutiny_app.services.rounds import find_round_case
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import case_key, transaction
from scrutiny_app.web.filters import anchor
from scrutiny_app.web.force.check_page import check_page, look_at, render
from scrutiny_app.web.forms.redactions import AddForm, ChangeForm, LiftForm, MergeForm, VersionForm

bp = Blueprint("redaction_edits", __name__, url_prefix="/force/redactions/<int:round_case_id>")


@bp.get("/spans")
@requires(Permission.EDIT_REDACTION)
def spans(round_case_id: int) -> ResponseReturnValue:
    """List a version's redactions by number; with a number, go to that one."""
    number = request.args.get("number", "")
    if number.isdecimal():
        return redirect(url_for(".change", round_case_id=round_case_id, number=number))
    with transaction() as db:
        look = look_at(db, round_case_id)
    opened = look.opened
    rows = [(number, name, around(opened.record[name], span), span) for number, name, span in opened.numbered()]
    return render("spans", look=look, rows=rows)


@bp.post("/spans")
@requires(Permission.EDIT_REDACTION)
def add(round_case_id: int) -> ResponseReturnValue:
    """Take words out, and keep that as a new version."""
    form = AddForm()
    asked = form.text_name.data or ""  # the service knows which texts and tags there are
    form.offer(reading_order({*TEXTS, asked}), {form.tag.data: ""} if form.tag.data else {})
    if not form.validate_on_submit():
        return check_page(round_case_id, add_form=form)
    try:
        with transaction() as db:
            _, case = find_round_case(db, round_case_id, signed_in_user())
            redacting.add_span(db, case, form.wanted, version=form.made_from, key=case_key(), by=signed_in_user())
    except Overtaken:
        raise
    except Refused as refusal:
        form.form_errors.append(refusal.message)
        return check_page(round_case_id, add_form=form)
    # Not which words: what is flashed is kept in clear until the next page.
    flash(f"Words redacted{', in every text' if form.everywhere.data else ''}.", "success")
    return _back(round_case_id, _place(form))


@bp.post("/doubts")
@requires(Permission.EDIT_REDACTION)
def doubt(round_case_id: int) -> ResponseReturnValue:
    """Take the words of one doubt out, by the button beside it."""
    form = VersionForm()
    given = request.form.get("doubt", "")
    number = int(given) if given.isdecimal() else 0
    with transaction() as db:
        _, case = find_round_case(db, round_case_id, signed_in_user())
        redacting.redact_doubt(db, case, number, version=form.made_from, key=case_key(), by=signed_in_user())
    flash("Words redacted.", "success")
    return _back(round_case_id, f"doubt-{number}")  # which is now the doubt that was the next


@bp.route("/spans/<int:number>", methods=["GET", "POST"])
@requires(Permission.EDIT_REDACTION)
def change(round_case_id: int, number: int) -> ResponseReturnValue:
    """Show one redaction, and change whom or what it stands for."""
    form = ChangeForm()
    form.offer({form.tag.data: ""} if form.tag.data else {}, ())  # the service knows which tags there are
    if not form.validate_on_submit():
        return _span_page("change", round_case_id, number, form)
    try:
        with transaction() as db:
            _, case = find_round_case(db, round_case_id, signed_in_user())
            wanted, by = form.wanted(number), signed_in_user()
            retagging.change_span(db, case, wanted, version=form.made_from, key=case_key(), by=by)
    except Refused as refusal:
        form.form_errors.append(refusal.message)
        return _span_page("change", round_case_id, number, form), 409 if isinstance(refusal, Overtaken) else 200
    flash("Changed. Members will read the words as you said.", "success")
    return _back(round_case_id)


@bp.route("/spans/<int:number>/lift", methods=["GET", "POST"])
@requires(Permission.EDIT_REDACTION)
def lift(round_case_id: int, number: int) -> ResponseReturnValue:
    """Ask why one redaction may be lifted, and lift it."""
    form = LiftForm()
    if not form.validate_on_submit():
        return _span_page("lift", round_case_id, number, form)
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
        return _span_page("lift", round_case_id, number, form), 409
    flash("Redaction lifted. The words will be shown, but for what was redacted beneath it.", "success")
    return _back(round_case_id)


@bp.post("/merge")
@requires(Permission.EDIT_REDACTION)
def merge(round_case_id: int) -> ResponseReturnValue:
    """Let one tag stand for two persons who are one."""
    form = MergeForm()
    gone, kept = form.gone.data or "", form.kept.data or ""
    form.offer([gone], {kept: ""})  # the service knows which tags there are
    try:
        with transaction() as db:
            _, case = find_round_case(db, round_case_id, signed_in_user())
            by = signed_in_user()
            retagging.merge_people(db, case, gone, kept, version=form.made_from, key=case_key(), by=by)
    except Overtaken:
        raise
    except Refused as refusal:
        form.form_errors.append(refusal.message)
        return check_page(round_case_id, merge_form=form)
    flash(f"{kept} stands for both now, in every text.", "success")
    return _back(round_case_id)


@bp.post("/undo")
@requires(Permission.EDIT_REDACTION)
def undo(round_case_id: int) -> ResponseReturnValue:
    """Take the person's own last edit back."""
    form = VersionForm()
    with transaction() as db:
        _, case = find_round_case(db, round_case_id, signed_in_user())
        undoing.undo(db, case, version=form.made_from, key=case_key(), by=signed_in_user())
    flash("Undone. Undo again to have it back.", "success")
    return _back(round_case_id)


def _back(round_case_id: int, text: str | None = None) -> ResponseReturnValue:
    return redirect(url_for("redactions.show", round_case_id=round_case_id, _anchor=text))


def _place(form: AddForm) -> str:
    """Give the id of the place to come back to: the next doubt, where one was redacted, or else the text."""
    number = form.doubt.data or ""  # the next doubt bears the number that this one had
    return f"doubt-{number}" if number.isdecimal() else anchor(form.text_name.data or "")


def _span_page(page: str, round_case_id: int, number: int, form: ChangeForm | LiftForm) -> str:
    """Ask about the very words that were chosen, by their number now; a version where they are gone stays refused."""
    given = str(form.version.data or "")
    with transaction() as db:
        look = look_at(db, round_case_id)
        newest = look.opened.row.version
        version = int(given) if given.isdecimal() else newest
        here, name, span = redacting.follow_span(db, look.opened, number, version, case_key())
    if here is None:
        form.form_errors.append("These words are not redacted in that way any more. Go back to the check and look.")
    form.version.data = str(version if here is None else newest)
    if isinstance(form, ChangeForm):
        people = retagging.people_of(look.opened)
        things = dict.fromkeys(one.tag for _, _, one in look.opened.numbered() if one.tag not in people)
        form.offer(people, things)
        form.tag.data, form.kind.data = form.tag.data or span.tag, form.kind.data or hand_kind(span.kind).value
    context = {"name": name, "words": around(look.opened.record[name], span, 120), "span": span}
    return render(page, look=look, number=here or number, form=form, **context)
