"""What awaits each person of the panel: cases to grade, a meeting to chair, a report to read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.rounds import STAGE_TITLES, Stage
from scrutiny_app.services import rounds
from scrutiny_app.services.draws_waiting import dice_of, proposals_of
from scrutiny_app.services.my_cases import MyRound, my_rounds
from scrutiny_app.web.access import requires, signed_in_user
from scrutiny_app.web.current import reading
from scrutiny_app.web.draws_waiting import DICE_WAIT, dice_in_words, proposals_in_words
from scrutiny_app.web.filters import british_date

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import Round

bp = Blueprint("panel_home", __name__, url_prefix="/panel")
NOTHING = "Nothing awaits you. You will find new cases here when a round is opened for grading."


@bp.get("/")
@requires(Permission.READ_REPORT)
def show() -> ResponseReturnValue:
    """Show what awaits the person who has signed in."""
    user = signed_in_user()
    with reading() as db:
        mine = my_rounds(db, user)
        stages = [(round_, rounds.stage(db, round_)) for round_ in rounds.rounds_for(db, user)]
        draws = [task for round_, _ in stages for task in _of_draw(db, round_, user)]
    grades = allows(Role(user.role), Permission.GRADE_CASE)
    waiting = [round_ for round_ in mine if grades and round_.is_open and round_.next_after()]
    return render_template(
        "home/show.html",
        first=_first(waiting[0]) if waiting else None,
        tasks=[*map(_grading, waiting), *draws, *(task for pair in stages for task in _after(*pair, user))],
        nothing=NOTHING,
    )


def _first(mine: MyRound) -> dict[str, str]:
    case = mine.next_after()
    if case is None:
        raise ValueError("a round with nothing to grade awaits nobody")
    until = f" You have until {british_date(mine.round.close_on)}." if mine.round.close_on else ""
    words = f"You have graded {mine.answered} of {len(mine.cases)} cases of “{mine.round.title}”.{until}"
    text = f"Go on with case {case.place} of {mine.size}"
    return {"words": words, "text": text, "href": url_for("panel_cases.show", reference=case.reference)}


def _grading(mine: MyRound) -> dict[str, Any]:
    return {
        "text": f"Grade the cases of “{mine.round.title}”",
        "href": url_for("my_cases.index"),
        "hint": f"{mine.answered} of {len(mine.cases)} done",
        "status": "To do",
        "colour": "blue",
    }


def _of_draw(db: Session, round_: "Round", user: "User") -> Iterator[dict[str, Any]]:
    """Tell a chair what of a round's draw waits on the force's side; of which case and why is told there alone."""
    if not allows(Role(user.role), Permission.REVEAL_GRADES):
        return
    href = url_for("panel_rounds.certificate", round_id=round_.id)
    waits = {"href": href, "status": "With the force", "colour": "grey"}
    if proposals := proposals_of(db, round_):
        words = f"A proposal about “{round_.title}” waits for a second person"
        yield waits | {"text": words, "hint": proposals_in_words(proposals).capitalize()}
    if dice := dice_of(db, round_):
        yield waits | {"text": f"{DICE_WAIT[dice.phase]}: “{round_.title}”", "hint": dice_in_words(dice)}


def _after(round_: "Round", stage: Stage, user: "User") -> list[dict[str, Any]]:
    if stage in (Stage.OPEN, Stage.CLOSED) and allows(Role(user.role), Permission.REVEAL_GRADES):
        href = url_for("meetings.show", round_id=round_.id)
        hint = f"{STAGE_TITLES[stage]}: reveal each case, agree its finding, sign"
        return [{"text": f"Chair “{round_.title}”", "href": href, "hint": hint, "status": "To do", "colour": "blue"}]
    if stage is Stage.SIGNED:
        href = url_for("panel_reports.show", round_id=round_.id)
        return [{"text": f"Read the report of “{round_.title}”", "href": href, "status": "Ready"}]
    return []
