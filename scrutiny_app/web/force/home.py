"""What awaits each person of the force: the next deed of every round, and each other thing that is theirs to do."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from scrutiny_app.domain import extracts
from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.redacting import OPEN_TO_CHECK, Standing
from scrutiny_app.domain.rounds import Stage
from scrutiny_app.services import asking, importing, my_letters, recalling, redactions, releasing, rounds
from scrutiny_app.services.draws_waiting import dice_of, proposals_of
from scrutiny_app.services.frame_checking import check_of
from scrutiny_app.services.planning_meetings import PlannedMeeting, meetings_for
from scrutiny_app.web import awaiting
from scrutiny_app.web.access import signed_in, signed_in_user
from scrutiny_app.web.awaiting_publishing import of_public_reports
from scrutiny_app.web.current import reading
from scrutiny_app.web.draws_waiting import DICE_WAIT, dice_in_words, proposals_in_words
from scrutiny_app.web.force.following_publishing import letters_awaited
from scrutiny_app.web.force.following_up import of_findings
from scrutiny_app.web.force.steps import NEXT, link_to, progress_of

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import Round

bp = Blueprint("force_home", __name__, url_prefix="/force")

NOTHING = {
    Role.ADMINISTRATOR: "Nothing awaits you. Add people, or shut them out, under “People”.",
    Role.LEAD: "Nothing awaits you. Import an extract under “Extracts”, then plan a round under “Rounds”.",
    Role.PREPARER: "Nothing awaits you. Redactions to check appear here when a round has been drawn.",
    Role.REGISTRAR: "Nothing awaits you. The trail is verified each time that you look at it.",
    Role.OFFICER: "No letter awaits you. You will find one here when a panel has looked at a case of yours.",
    Role.SUPERVISOR: "No letter awaits you. You will find one here when a panel has looked at a case of your team's.",
}
# The stages at which a round waits for somebody of the force, by the permission that its next deed needs.
WAITS_FOR = {
    Stage.PLANNED: Permission.PLAN_ROUND,
    Stage.FROZEN: Permission.PLAN_ROUND,
    Stage.DRAWN: Permission.EDIT_REDACTION,
    Stage.RELEASED: Permission.PLAN_ROUND,
    Stage.OPEN: Permission.PLAN_ROUND,
    Stage.CLOSED: Permission.PLAN_ROUND,
}
# What is urgent stands first, then what is late; what waits for others, or for no day, stands last.
ORDER = ("Urgent", "Overdue", "To do")

# What a received file waits for from a person of the force, and where it is done.
FILES = {
    extracts.Stage.LOOKED: ("Say what a file’s columns hold", "mapping.columns"),
    extracts.Stage.STAGED: ("Decide on what a file would change", "changes.index"),
}


@bp.get("/")
@signed_in
def show() -> ResponseReturnValue:
    """Show what awaits the person who has signed in."""
    user = signed_in_user()
    with reading() as db:
        planned = meetings_for(db, user) if allows(Role(user.role), Permission.READ_MINUTES) else []
        tasks, meeting = _tasks(db, user, planned), awaiting.next_meeting(user, planned)
    return render_template("home/show.html", tasks=tasks, meeting=meeting, nothing=NOTHING[Role(user.role)])


def _tasks(db: Session, user: "User", planned: list[PlannedMeeting]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    ours: list[Round] = []
    if allows(Role(user.role), Permission.IMPORT_EXTRACT):
        found = _of_extracts(db, user)
    if allows(Role(user.role), Permission.READ_ROUNDS):
        ours = rounds.rounds_for(db, user)
        found += [task for round_ in ours for task in (*_of_draw(db, round_, user), *_of_round(db, round_, user))]
        found += [task for round_ in ours for task in _of_numbers(db, round_, user)]
        found += awaiting.of_plans(db, user, [(round_, rounds.stage(db, round_)) for round_ in ours], planned)
    found += awaiting.of_readiness(db, user)
    found += _of_cases(db, user)
    found += of_findings(db, user, ours)
    followed = {one["round"] for one in found if "round" in one}
    found += of_public_reports(db, user, ours, followed, letters_awaited)
    if allows(Role(user.role), Permission.ANSWER_LETTER):
        waiting = my_letters.count_waiting(db, by=user)
        if waiting:
            words = "Read and acknowledge a letter from the panel's findings"
            hint = f"{waiting} to acknowledge"
            found.append(_task(words, url_for("my_letters.index"), hint, "To do"))
    if allows(Role(user.role), Permission.READ_TRAIL):
        found.append(_task("Look at the trail", url_for("trail.index"), "Verified on each view", "Any time"))
    if allows(Role(user.role), Permission.MANAGE_PEOPLE):
        hint = "Who came, and who was turned away"
        found.append(_task("Look at security events", url_for("trail.security"), hint, "Any time"))
    return sorted(found, key=lambda one: ORDER.index(one["status"]) if one["status"] in ORDER else len(ORDER))


def _of_cases(db: Session, user: "User") -> list[dict[str, Any]]:
    """List what waits on single cases: possible breaches first, for their clock runs, and what a person is asked."""
    found = []
    if allows(Role(user.role), Permission.RECALL_RELEASE) and (undecided := recalling.count_undecided(db, by=user)):
        hint = f"{undecided} to decide within 72 hours"
        found.append(_task("Decide on cases that were withheld", url_for("withheld.index"), hint, "Urgent"))
    if allows(Role(user.role), Permission.ANSWER_REQUEST) and (asked := asking.count_open(db, by=user)):
        hint = f"{asked} to answer"
        found.append(_task("Answer what you are asked about a case", url_for("asking.mine"), hint, "To do"))
    return found


def _of_extracts(db: Session, user: "User") -> list[dict[str, Any]]:
    """List the files of which somebody has to say what they hold, or what they may change."""
    waiting = [one for one in importing.extracts_for(db, user) if one.stage in FILES]
    asked = [(one, *FILES[extracts.Stage(one.stage)]) for one in waiting]
    return [_task(words, url_for(page, extract_id=one.id), one.name, "To do") for one, words, page in asked]


def _of_draw(db: Session, round_: "Round", user: "User") -> Iterator[dict[str, Any]]:
    """Tell what of a round's draw waits: a proposal for a second person, dice from afar for those who roll."""
    if proposals := proposals_of(db, round_):
        decides = allows(Role(user.role), Permission.DECIDE_DRAW_CHANGE)
        theirs = decides and any(one.proposer_id != user.id for one in proposals)
        words = "Decide on a proposal" if theirs else "A proposal waits for a second person"
        said = f"{words}: {proposals_in_words(proposals)}"
        status = "To do" if theirs else "With someone else"
        yield _task(said, link_to("draw_changes.index", round_id=round_.id), round_.title, status)
    if dice := dice_of(db, round_):
        status = "To do" if allows(Role(user.role), Permission.PLAN_ROUND) else "With someone else"
        hint = f"{round_.title}: {dice_in_words(dice)}"
        yield _task(DICE_WAIT[dice.phase], link_to("exchanges.show", round_id=round_.id), hint, status)


def _of_numbers(db: Session, round_: "Round", user: "User") -> Iterator[dict[str, Any]]:
    """Tell the registrar how many numbers from outside wait for their answer."""
    if not allows(Role(user.role), Permission.ANSWER_NUMBER) or rounds.frame_of(db, round_) is None:
        return
    if waiting := check_of(db, round_).unanswered:
        words = "Answer whether numbers from outside are in the frame"
        yield _task(
            words, link_to("numbers.index", round_id=round_.id), f"{round_.title}: {waiting} to answer", "To do"
        )


def _of_round(db: Session, round_: "Round", user: "User") -> list[dict[str, Any]]:
    progress = progress_of(db, round_)
    needs = WAITS_FOR.get(progress.at)
    if needs is None or not allows(Role(user.role), needs) or (progress.at is Stage.FROZEN and dice_of(db, round_)):
        return []
    words, endpoint = NEXT[progress.at]
    status = "With the panel" if progress.at in (Stage.OPEN, Stage.CLOSED) else "To do"
    hint = f"{round_.title} ({progress.stage_title.lower()})"
    if progress.at is Stage.DRAWN:
        status, told = _redactions(db, round_, user)
        hint = f"{round_.title}: {told}"
    return [_task(words, link_to(endpoint, round_id=round_.id), hint, status)]


def _redactions(db: Session, round_: "Round", user: "User") -> tuple[str, str]:
    """Say whether a round's redactions wait for this person, and how many."""
    rows = redactions.progress(db, round_)
    to_check = sum(row.standing in (Standing.UNDRAFTED, *OPEN_TO_CHECK) for row in rows)
    to_approve = sum(releasing.obstacle(row, user) is None for row in rows)
    waits = "To do" if to_check or to_approve else "With someone else"
    return waits, f"{to_check} to check, {to_approve} for you to approve, of {len(rows)}"


def _task(text: str, href: str | None, hint: str, status: str) -> dict[str, Any]:
    colour = {"To do": "blue", "Urgent": "red"}.get(status, "grey")
    return {"text": text, "href": href, "hint": hint, "status": status, "colour": colour}
