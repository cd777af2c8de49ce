"""The one thing to do next after a round, as each person has it: at the same place on every page of the way."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from flask import request, url_for
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.agreeing import in_words
from scrutiny_app.domain.following import ActionState
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.rounds import Stage
from scrutiny_app.services import public_reports, rounds, waiting_actions
from scrutiny_app.services.actions import actions_for
from scrutiny_app.services.publishing import STEP_OF
from scrutiny_app.web.filters import plural

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import Round


class NextStep(NamedTuple):
    """What to do next, and where: `here` is the part of that page where it is done, `then` what follows it."""

    href: str
    text: str
    here: str = ""
    then: "NextStep | None" = None


def step(page: str, text: str, *, here: str = "", **place: Any) -> NextStep:
    """Make a step to a page, or to a part of it for whoever reads that page already."""
    return NextStep(url_for(page, **place), text, here)


def own_then_other(steps: Iterable[NextStep]) -> NextStep | None:
    """Give what waits on the page shown, and then the first step that another page is for; or that step alone."""
    found = list(steps)
    own = next((one for one in found if one.here and _is_shown(one)), None)
    other = next((one for one in found if not _is_shown(one)), None)
    return own._replace(href=f"#{own.here}", then=other) if own else other


def _is_shown(one: NextStep) -> bool:
    """Say whether a step's page is the one shown, be it in answer to a form of its own."""
    return request.path == one.href or request.path.startswith(f"{one.href}/")


def of_actions(session: Session, round_: "Round", user: "User", page: str) -> Iterator[NextStep]:
    """Tell who closes actions which wait for that, and who sets them that the round has none."""
    if waiting := waiting_actions.to_close(session, by=user, round_=round_):
        text = f"close what the force has answered, or send it back ({len(waiting)})"
        yield step(page, text, here=f"action-{waiting[0].row.id}", round_id=round_.id)
    may = allows(user.role, Permission.SET_ACTION) and not public_reports.is_told(session, round_)
    if may and not actions_for(session, by=user, round_=round_):  # who goes on to publish has set what is to be set
        yield step(page, "set an action, where the findings ask for one", round_id=round_.id)


def better_once(session: Session, round_: "Round", user: "User", awaited: Sequence[str] = ()) -> str:
    """Say after what a report would tell more: what else is awaited, and actions that nobody has answered."""
    waiting = sum(one.state is ActionState.OPEN for one in actions_for(session, by=user, round_=round_))
    answers = f"{plural(waiting, 'action')} {'is' if waiting == 1 else 'are'} answered"
    parts = [*awaited, *([answers] if waiting else [])]
    return in_words(parts) if parts else ""


def of_publishing(session: Session, round_: "Round", user: "User", awaited: Sequence[str] = ()) -> Iterator[NextStep]:
    """Tell who prepares public reports, and who approves them, how far the round's own has come.

    `awaited` is what a report had better wait for besides the answers to actions; it may be prepared all the same.
    """
    may = allows(user.role, Permission.PREPARE_PUBLIC) or Role(user.role) in STEP_OF
    if not may or rounds.stage(session, round_) is not Stage.SIGNED:
        return
    desk = "panel_public_reports" if user.force is None else "public_reports"
    ours = [one for one in public_reports.reports_for(session, user) if round_.id in one.row.rounds]
    if any("published" in one.steps for one in ours):
        return
    if not ours and allows(user.role, Permission.PREPARE_PUBLIC):
        once = better_once(session, round_, user, awaited)
        words = f"prepare the public report (better once {once})" if once else "prepare the public report"
        yield step(f"{desk}.new", words, round=round_.id)
    if ours and ours[0].sent_back:
        if allows(user.role, Permission.PREPARE_PUBLIC):
            words = f"prepare the public report “{ours[0].row.title}” anew: it was sent back"
            yield step(f"{desk}.show", words, report_id=ours[0].row.id)
        return
    if ours and allows(user.role, Permission.PREPARE_PUBLIC):
        words = "publish" if {"chair", "registrar"} <= ours[0].steps.keys() else "see how far it has come:"
        yield step(f"{desk}.show", f"{words} the public report “{ours[0].row.title}”", report_id=ours[0].row.id)
    if ours and STEP_OF.get(Role(user.role)) not in (None, *ours[0].steps):
        yield step(
            f"{desk}.show", f"read and approve the public report “{ours[0].row.title}”", report_id=ours[0].row.id
        )
