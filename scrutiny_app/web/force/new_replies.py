"""Replies to letters by round: those not read yet, what is next, and from whom something is awaited since when."""

from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission
from scrutiny_app.domain.learning import ADDRESSEE_TITLES
from scrutiny_app.services.new_replies import RoundReplies, replies_by_round
from scrutiny_app.services.replies_on_the_way import waits_for
from scrutiny_app.services.whose_turn import people_of, turn_of
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import transaction
from scrutiny_app.web.force.following_replies import EDITORS, deed_of, page_of
from scrutiny_app.web.force.what_follows import next_step

if TYPE_CHECKING:
    from scrutiny_app.models.people import User

bp = Blueprint("new_replies", __name__, url_prefix="/force/replies")


class Place(NamedTuple):
    """A case of which something is awaited, and the page on which it is."""

    reference: str
    href: str | None


class Waiting(NamedTuple):
    """Something that is awaited: from whom, what, of which cases, and since when the longest."""

    whom: str
    what: str
    places: list[Place]
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
    """Tell from whom what of a round is awaited, the longest first."""
    found: dict[tuple[str, str], list[tuple[datetime, Place]]] = defaultdict(list)
    for one in replies.awaited:
        href = url_for("letters.edit", finding_id=one.finding_id, addressee=one.addressee.value)
        whom = ADDRESSEE_TITLES[one.addressee] + (", on paper" if one.on_paper else "")
        found[whom, "To read and acknowledge a letter"].append((one.since, Place(one.reference, href)))
    editors = people_of(db, replies.round, *EDITORS) if replies.on_the_way else []
    for progress, since in replies.on_the_way:
        able = turn_of([one for one in editors if waits_for(progress, one)], user).words
        place = Place(progress.round_case.reference, page_of(progress))
        what = f"To {deed_of(progress)[0].lower()}{deed_of(progress)[1:]}"
        found[able, what].append((since, place))
    told = [Waiting(*key, [place for _, place in group], min(group)[0]) for key, group in found.items()]
    return sorted(told, key=lambda one: one.since)
