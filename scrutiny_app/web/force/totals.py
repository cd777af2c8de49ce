"""A round's frame beside the force's own totals, and the form in which the lead enters those."""

from typing import NamedTuple

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.cases import title_of
from scrutiny_app.domain.framing import EXCLUSION_TITLES, ExclusionReason
from scrutiny_app.domain.reconciling import ISSUED, Reconciled, advice
from scrutiny_app.domain.rounds import Stage
from scrutiny_app.services import rounds
from scrutiny_app.services.frame_checking import reconciled
from scrutiny_app.services.reconciling import Comparison, compare, enter_totals
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.force.steps import link_to
from scrutiny_app.web.forms.frame_checks import TotalsForm, filled

bp = Blueprint("totals", __name__, url_prefix="/force/rounds/<int:round_id>/totals")


class Line(NamedTuple):
    """One disposal in words and figures, as the page shows it."""

    title: str
    in_frame: int
    left_out: int
    filtered: int
    here: int
    counted: int | None
    words: str


@bp.get("")
@requires(Permission.READ_ROUNDS)
def show(round_id: int) -> ResponseReturnValue:
    """Show the frame beside the force's own totals."""
    return _page(round_id)


@bp.post("")
@requires(Permission.PLAN_ROUND)
def enter(round_id: int) -> ResponseReturnValue:
    """Enter the force's own totals."""
    form = TotalsForm()
    if not form.validate_on_submit():
        return _page(round_id, form)
    with transaction() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        enter_totals(db, round_, form.totals, by=signed_in_user())
    flash("The totals are kept. See the differences below.", "success")
    return redirect(url_for(".show", round_id=round_id))


def _page(round_id: int, form: TotalsForm | None = None) -> ResponseReturnValue:
    with reading() as db:
        round_ = rounds.find_round(db, round_id, signed_in_user())
        comparison, reported, at = compare(db, round_), reconciled(db, round_), rounds.stage(db, round_)
    kept = {row.disposal: row.counted for row in comparison.known if row.counted is not None}
    return render_template(
        "totals/show.html",
        round=round_,
        comparison=comparison,
        lines=_lines(comparison, at),
        left_out=_left_out(comparison),
        form=form or filled(kept),
        boxes=[disposal.code for disposal in ISSUED],
        may_enter=allows(signed_in_user().role, Permission.PLAN_ROUND),
        stale=reported is not None and _is_stale(reported, comparison),
        reported=reported,
        marks_link=link_to("marks.index"),
    )


def _lines(comparison: Comparison, at: Stage) -> list[Line]:
    """Give the disposals of which there is anything to say."""
    return [
        Line(
            title_of("disposal", row.disposal),
            row.in_frame,
            sum(row.left_out.values()),
            row.filtered,
            row.here,
            row.counted,
            "–" if row.counted is None else advice(row.here, row.counted, at),
        )
        for row in comparison.rows
        if row.here or row.counted is not None
    ]


def _left_out(comparison: Comparison) -> tuple[list[str], list[tuple[str | int, ...]]]:
    """Tabulate what is left out by disposal and by each reason that there is: the reasons in words, and the rows."""
    reasons = [reason for reason in ExclusionReason if any(row.left_out.get(reason) for row in comparison.rows)]
    rows: list[tuple[str | int, ...]] = [
        (title_of("disposal", row.disposal), *(row.left_out.get(reason, 0) for reason in reasons))
        for row in comparison.rows
        if row.left_out
    ]
    return [EXCLUSION_TITLES[reason] for reason in reasons], rows


def _is_stale(reported: Reconciled, comparison: Comparison) -> bool:
    """Say whether the counts are no longer those that a report would tell."""
    return dict(reported.totals) != {row.disposal: (row.counted, row.here) for row in comparison.known}
