"""Replies to letters by round: those not read yet, what is next, and from whom something is awaited since when."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.learning import ADDRESSEE_TITLES
from scrutiny_app.services.new_replies import RoundReplies, replies_by_round
from scrutiny_app.services.replies_on_the_way import to_be_approved, waits_for
from scrutiny_app.services.whose_turn import people_of, turn_of
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import transaction
from scrutiny_app.web.force.following_replies import EDITORS
from scrutiny_app.web.force.what_follows import next_step

if TYPE_CHECKING:
    from scrutiny_app.models.people import User

bp = Blueprint("new_replies", __name__, url_prefix="/force/replies")


@dataclass(frozen=True)
class Waiting:
    """One thing that is awaited: of which case, what, from whom, and since when."""

    reference: str
    what: str
    whom: str
    since: datetime


@bp.get("")
@requires(Permission.READ_FEEDBACK)
def index() -> ResponseReturnValue:
    """List by round the letters with a reply that came after this person last read them, and what is awaited."""
    user = signed_in_user()
    with transaction() as db:
        found = [
            (one, _waiting(db, one, user), next_step(db, one.round, user)) for one in replies_by_round(db, by=user)
        ]
    return render_template("letters/new_replies.html", found=found, addressees=ADDRESSEE_TITLES)


def _waiting(db: Session, replies: RoundReplies, user: "User") -> list[Waiting]:
    """Tell what is awaited, the longest first: letters to be acknowledged, replies on their way to the panel."""
    read = {True: "Read on paper, which the lead keeps", False: "Read and acknowledged"}
    found = [
        Waiting(one.reference, read[one.on_paper], ADDRESSEE_TITLES[one.addressee], one.since)
        for one in replies.awaited
    ]
    editors = people_of(db, replies.round, *EDITORS) if replies.on_the_way else []
    for progress, since in replies.on_the_way:
        what = "Reply approved for the panel" if to_be_approved(progress) else "Reply checked for the panel"
        able = turn_of([one for one in editors if waits_for(progress, one)], user).words
        found.append(Waiting(progress.round_case.reference, what, able, since))
    return sorted(found, key=lambda one: one.since)
