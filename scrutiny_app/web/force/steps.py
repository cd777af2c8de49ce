"""The steps of a round, in their order, and how far each has come: what a round's page and the list of rounds show."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from flask import current_app, url_for
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.frame_checking import FrameCheck
from scrutiny_app.domain.rounds import STAGE_TITLES, Stage
from scrutiny_app.services import rounds
from scrutiny_app.services.frame_checking import check_of
from scrutiny_app.services.voids import was_frozen
from scrutiny_app.web.access import mark_of, signed_in_user

if TYPE_CHECKING:
    from scrutiny_app.models.rounds import Round

STAGES = tuple(Stage)
TO_FREEZE_AGAIN = "Voided, to be frozen again"
ON_THE_PAGE = "#grading"


class Step(NamedTuple):
    """One thing to do: the stage from which it can be, the one at which it is done (None: never for good), and where.

    `done` is where it can be read once it is done; both are endpoints, or a place on the round's own page.
    """

    text: str
    begins: Stage
    ends: Stage | None
    todo: str = ""
    done: str = ""
    progress: str = ""
    waiting: str = "To do"


GROUPS: tuple[tuple[str, tuple[Step, ...]], ...] = (
    (
        "The draw",
        (
            Step("Plan the round", Stage.PLANNED, Stage.PLANNED),
            Step("Hold the frame against the force’s own totals", Stage.PLANNED, None, "totals.show", waiting="See"),
            Step("Check the counts and freeze the frame", Stage.PLANNED, Stage.FROZEN, "draws.frame", "draws.frame"),
            Step(
                "Take the certificate to where the dice are rolled",
                Stage.FROZEN,
                Stage.DRAWN,
                "draws.certificate",
                "draws.certificate",
            ),
            Step(
                "Look for numbers from outside in the frame",
                Stage.FROZEN,
                None,
                "numbers.index",
                progress="{check.words}",
                waiting="See",
            ),
            Step("Enter the dice and draw", Stage.FROZEN, Stage.DRAWN, "draws.dice", "draws.picks"),
            Step(
                "Replace a case, grow the sample or void the draw",
                Stage.FROZEN,
                None,
                "draw_changes.index",
                waiting="See",
            ),
        ),
    ),
    (
        "The cases",
        (
            Step(
                "Redact and release each case",
                Stage.DRAWN,
                Stage.RELEASED,
                "redactions.index",
                "redactions.index",
                "{released} of {cases} released",
            ),
        ),
    ),
    (
        "The panel",
        (
            Step(
                "Choose the questions that guide members", Stage.PLANNED, None, "guided_questions.show", waiting="See"
            ),
            Step("Open grading", Stage.RELEASED, Stage.OPEN, ON_THE_PAGE),
            Step("Members grade", Stage.OPEN, Stage.CLOSED, progress="{grades_said}", waiting="Under way"),
            Step(
                "Make copies to read on paper, and count them back in", Stage.OPEN, None, "packs.index", waiting="See"
            ),
            Step("Pin a conflict, or propose to lift one", Stage.OPEN, None, "conflicts.index", waiting="See"),
            Step("Close grading", Stage.OPEN, Stage.CLOSED, ON_THE_PAGE),
            Step(
                "The chair reveals, and the panel agrees and signs",
                Stage.OPEN,
                Stage.SIGNED,
                "findings.index",
                "findings.index",
                "{signed} of {cases} findings signed",
                "With the panel",
            ),
        ),
    ),
    (
        "What follows",
        (
            Step("Follow this round to the end", Stage.OPEN, None, "follow_rounds.show"),
            Step("Write and send the letters", Stage.OPEN, None, "letters.round", waiting="See"),
            Step(
                "Set actions, and have what was passed on followed", Stage.OPEN, None, "actions.of_round", waiting="See"
            ),
            Step("Read the report", Stage.SIGNED, None, "reports.show", waiting="Ready"),
            Step("See who read which case", Stage.SIGNED, None, "round_ledger.show", waiting="See"),
        ),
    ),
)

# The one thing to do next at each stage.
NEXT: dict[Stage, tuple[str, str]] = {
    Stage.PLANNED: ("Check the counts and freeze the frame", "draws.frame"),
    Stage.FROZEN: ("Roll the dice in public and draw", "draws.dice"),
    Stage.DRAWN: ("Redact and release each case", "redactions.index"),
    Stage.RELEASED: ("Open grading", "rounds.show"),
    Stage.OPEN: ("Close grading when enough grades are in", "rounds.show"),
    Stage.CLOSED: ("Wait for the panel to agree and sign", "findings.index"),
    Stage.SIGNED: ("Follow this round to the end", "follow_rounds.show"),
}


@dataclass(frozen=True)
class Progress:
    """How far a round has come, in counts that tell nothing of any member or grade."""

    at: Stage
    cases: int
    released: int
    grades_said: str
    signed: int
    check: FrameCheck
    frozen_before: bool

    @property
    def stage_title(self) -> str:
        """Name the stage; a round whose draw was voided is never shown as if nothing had been."""
        return TO_FREEZE_AGAIN if self.at is Stage.PLANNED and self.frozen_before else STAGE_TITLES[self.at]


def progress_of(session: Session, round_: "Round") -> Progress:
    """Count how far a round has come."""
    return Progress(
        at=rounds.stage(session, round_),
        cases=rounds.count_cases(session, round_),
        released=rounds.count_released(session, round_),
        grades_said=_grades_said(session, round_),
        signed=rounds.count_signed(session, round_),
        check=check_of(session, round_),
        frozen_before=was_frozen(session, round_),
    )


def _grades_said(session: Session, round_: "Round") -> str:
    """Say how many grades are in, to the lead alone: a count that grows tells when somebody graded."""
    if not allows(signed_in_user().role, Permission.COUNT_GRADES):
        return ""
    return f"Grades in so far: {rounds.count_grades(session, round_)}"


def link_to(endpoint: str, **values: Any) -> str | None:
    """Give a page's address, or None where this portal has no such page or the person may not open it."""
    view = current_app.view_functions.get(endpoint)
    if view is None:
        return None
    mark, role = mark_of(view), signed_in_user().role
    may = not isinstance(mark, tuple) or any(allows(role, permission) for permission in mark)
    return url_for(endpoint, **values) if may else None


def tasks(steps: tuple[Step, ...], round_id: int, progress: Progress) -> list[dict[str, str | None]]:
    """Tell a group of steps as the tasks of a task list."""
    return [_task(step, round_id, progress) for step in steps]


def _task(step: Step, round_id: int, progress: Progress) -> dict[str, str | None]:
    at, begins = STAGES.index(progress.at), STAGES.index(step.begins)
    if at < begins:
        return {"text": step.text, "status": "Cannot start yet", "colour": "grey"}
    hint = step.progress.format(**vars(progress)) if step.progress else None
    if step.ends is not None and at >= STAGES.index(step.ends):
        return {"text": step.text, "href": _href(step.done, round_id), "hint": hint, "status": "Done"}
    href = _href(step.todo, round_id)
    return {"text": step.text, "href": href, "hint": hint, "status": step.waiting, "colour": "blue"}


def _href(place: str, round_id: int) -> str | None:
    return place if not place or place.startswith("#") else link_to(place, round_id=round_id)
