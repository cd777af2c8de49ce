"""The page of a round's conflicts, which both sides serve: which stand, and one more to pin."""

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.grading import CONFLICT_TITLES
from scrutiny_app.domain.people import ROLE_TITLES
from scrutiny_app.services import conflicts
from scrutiny_app.services.rounds import find_round
from scrutiny_app.web.access import signed_in_user
from scrutiny_app.web.current import reading, transaction
from scrutiny_app.web.forms.conflicts import PinForm


def conflicts_page(round_id: int, *, back: str) -> ResponseReturnValue:
    """Answer with a round's standing conflicts, or pin the one asked for; `back` is where the page leads back to."""
    user = signed_in_user()
    form = PinForm()
    with reading() as session:
        round_ = find_round(session, round_id, user)
        form.offer(conflicts.cases_to_pin(session, round_, user), conflicts.people_to_pin(session, round_))
        standing = conflicts.standing_conflicts(session, round_, user)
    if form.validate_on_submit():
        try:
            with transaction() as session:
                conflicts.pin_conflict(
                    session, round_, reference=form.reference.data, user_id=int(form.person.data), by=user
                )
        except Refused as refusal:
            form.form_errors.append(refusal.message)
        else:
            flash("The conflict is pinned: the case is gone from that person’s pages.", "success")
            return redirect(request.path)
    return render_template(
        "conflicts/index.html",
        round=round_,
        back=back,
        form=form,
        may_pin=allows(user.role, Permission.PIN_CONFLICT),
        standing=standing,
        conflict_titles=CONFLICT_TITLES,
        role_titles=ROLE_TITLES,
    )
