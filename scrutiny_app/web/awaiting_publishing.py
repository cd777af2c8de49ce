"""What of public reports awaits a person, as the home pages of both sides put it."""

from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING

from flask import url_for
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.services.public_reports import not_told
from scrutiny_app.services.public_reports_waiting import Awaits, reports_awaiting
from scrutiny_app.web.awaiting import TO_DO, Task
from scrutiny_app.web.what_follows import better_once

if TYPE_CHECKING:
    from scrutiny_app.models.people import User
    from scrutiny_app.models.rounds import Round

_TEXTS = {
    Awaits.LINES: ("Approve the words of the public report “{}”", "Read the words"),
    Awaits.APPROVAL: ("Read and approve the public report “{}”", "Read the report"),
    Awaits.ANEW: ("Prepare the public report “{}” anew", "Read the reasons"),
    Awaits.PUBLISHING: ("Publish the public report “{}”", "Go to the report"),
}


def of_public_reports(
    db: Session,
    user: "User",
    ours: "list[Round]",
    followed: Collection[int] = (),
    awaited: "Callable[[Session, Round], list[str]]" = lambda _db, _round: [],
) -> Iterator[Task]:
    """Tell who approves public reports of their lines and of the whole, and who prepared one that it may appear.

    Of the rounds `followed` (by id) the page that follows each says already that a report is to be prepared. `awaited`
    says what a round's report had better wait for, besides the answers to its actions.
    """
    desk = "panel_public_reports" if user.force is None else "public_reports"
    if allows(user.role, Permission.PREPARE_PUBLIC) and (
        left := not_told(db, [one for one in ours if one.id not in followed])
    ):
        once = better_once(db, left[0], user, awaited(db, left[0])) if len(left) == 1 else ""
        yield _to_prepare(desk, left, once)
    titles = {one.id: one.title for one in ours}
    for one, what in reports_awaiting(db, ours, by=user):
        text, deed = _TEXTS[what]
        told = titles[one.row.rounds[0]] if len(one.row.rounds) == 1 else f"{len(one.row.rounds)} rounds"
        hint = f"{told}: {_how_far(len(one.to_approve), what)}"
        # Who approves lines or the whole reads it as it would appear, and may approve both there.
        page = "preview" if what in (Awaits.APPROVAL, Awaits.LINES) else "show"
        href = url_for(f"{desk}.{page}", report_id=one.row.id)
        yield {"text": text.format(one.row.title), "href": href, "hint": hint, "deed": deed} | TO_DO


def _to_prepare(desk: str, left: "list[Round]", once: str) -> Task:
    """Tell of the signed rounds that no public report tells; of one the form is filled in, and when it is best."""
    one = left[0] if len(left) == 1 else None
    about = f"of “{one.title}”" if one else f"of {len(left)} rounds"
    better = f"; it tells more once {once}" if once else ""
    hint = f"Every finding is signed, and no public report tells it yet{better}"
    href = url_for(f"{desk}.new", round=one.id if one else None)
    return {"text": f"Prepare the public report {about}", "href": href, "hint": hint, "deed": "Prepare it"} | TO_DO


def _how_far(lines: int, what: Awaits) -> str:
    if what is Awaits.ANEW:
        return "it was sent back, with reasons"
    if what is Awaits.PUBLISHING:
        return "the chair and the registrar have approved it"
    if what is Awaits.APPROVAL:
        return "every line of its words is approved, and the whole waits for you"
    return "1 line to approve" if lines == 1 else f"{lines} lines to approve"
