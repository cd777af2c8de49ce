"""Who answers for findings: named by the lead, given each round's findings, and the page on which they read them."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.agreeing import RESULT_TITLES
from scrutiny_app.domain.grading import SEVERITY_TITLES, THEME_TITLES
from scrutiny_app.services import handing_over, rounds
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.learning import AccountableForm

bp = Blueprint("accountable", __name__, url_prefix="/force")


@bp.get("/accountable")
@requires(Permission.KEEP_LEARNING)
def index() -> ResponseReturnValue:
    """Show who answers for findings, and which rounds they were given."""
    return _page(AccountableForm(formdata=None))


@bp.post("/accountable")
@requires(Permission.KEEP_LEARNING)
def name() -> ResponseReturnValue:
    """Name who answers for findings."""
    form = AccountableForm()
    with reading() as db:
        form.offer(handing_over.eligible(db, by=signed_in_user()))
    if form.validate_on_submit():
        with transaction() as db:
            user = handing_over.name_accountable(db, int(form.user.data), by=signed_in_user())
            flash(f"{user.name} is named. Findings are handed to them from now on.", "success")
        return redirect(url_for(".index"))
    return _page(form)


@bp.post("/rounds/<int:round_id>/hand-over")
@requires(Permission.KEEP_LEARNING)
def hand_over(round_id: int) -> ResponseReturnValue:
    """Hand a round's signed findings to whoever answers for them."""
    with transaction() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        handing_over.hand_over_findings(db, round_, by=signed_in_user())
    flash("Handed over. You will see here when they have read them.", "success")
    return redirect(url_for("follow_rounds.show", round_id=round_id))


@bp.get("/handed")
@requires(Permission.READ_LEARNING)
def mine() -> ResponseReturnValue:
    """List the rounds whose findings were handed to a person."""
    with reading() as db:
        handed = handing_over.handed_to_me(db, by=signed_in_user())
    return render_template("accountable/mine.html", handed=handed)


@bp.get("/handed/<int:round_id>")
@requires(Permission.READ_LEARNING)
def show(round_id: int) -> ResponseReturnValue:
    """Show a round's findings to whoever answers for them."""
    with reading() as db:
        handover, round_, findings = handing_over.read_handed(db, round_id, by=signed_in_user())
    words = {"results": RESULT_TITLES, "themes": THEME_TITLES, "severities": SEVERITY_TITLES}
    return render_template("accountable/show.html", handover=handover, round=round_, findings=findings, **words)


@bp.post("/handed/<int:round_id>/read")
@requires(Permission.READ_LEARNING)
def acknowledge(round_id: int) -> ResponseReturnValue:
    """Keep that they have read a round's findings."""
    with transaction() as db:
        handing_over.acknowledge_findings(db, round_id, by=signed_in_user())
    flash("Thank you. It is noted that you have read these findings.", "success")
    return redirect(url_for(".show", round_id=round_id))


def _page(form: AccountableForm) -> ResponseReturnValue:
    by = signed_in_user()
    with reading() as db:
        form.offer(handing_over.eligible(db, by=by))
        named, found = handing_over.accountable(db, by.force), handing_over.signed_rounds(db, by=by)
    return render_template("accountable/index.html", form=form, named=named, rounds=found)
