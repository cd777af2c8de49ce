"""Drafts: what a member has begun to write on a case, kept as they type, theirs alone and never counted.

A draft is gone once its case is judged, is revealed or comes into conflict, or once its writer has emptied it or put it
back to what they last submitted. Nothing is put on the trail: a draft is no
deed, and even that somebody has begun would tell the others what they may not know.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Overtaken
from scrutiny_app.models.grades import Grade, GradeDraft, Reveal
from scrutiny_app.models.people import User
from scrutiny_app.services.my_cases import find_my_case, has_conflict
from scrutiny_app.services.my_rounds import MyCase
from scrutiny_app.services.trail import now

Content = dict[str, list[str]]


def _unknown(_submitted: Grade, _again: bool) -> Content:
    return {}


class DraftOvertaken(Overtaken):
    """A draft of a case that was judged in another tab meanwhile, or on which grading has ended."""


def keep_draft(
    session: Session,
    reference: str,
    content: Content,
    *,
    filled_from: int | None,
    as_content: Callable[[Grade, bool], Content] = _unknown,
    by: User,
) -> datetime | None:
    """Keep what a member has written so far in place of what was kept before, and say when; None where it is no draft.

    What is empty, or the same as the member last submitted, is no draft, and takes the place of one all the same.
    `filled_from` is the mark of the judgement that the form was filled from, and `as_content` gives a judgement as the
    form would hold it, for a second thought or not. Raises DraftOvertaken where there is a newer
    one or the case takes none, and NotYours where the case is not the member's.
    """
    mine, case = find_my_case(session, reference, by)
    submitted = session.get_one(Grade, case.newest_grade_id) if case.newest_grade_id else None
    newest = submitted.mark if submitted else None
    if not mine.is_open or case.revealed_at is not None or filled_from != newest:
        raise DraftOvertaken("This was submitted in another tab, or grading has ended. The draft was not kept.")
    clear_ended(session)
    again = submitted is not None and submitted.stage != case.reached
    if content == (as_content(submitted, again) if submitted else {}):
        drop_draft(session, case.id, by.id)
        return None
    draft = session.get(GradeDraft, (case.id, by.id)) or GradeDraft(round_case_id=case.id, user_id=by.id)
    draft.release_id, draft.content, draft.saved_at = case.release_id, content, now()
    session.add(draft)
    session.flush()
    return draft.saved_at


def draft_of(session: Session, case: MyCase, *, by: User) -> GradeDraft | None:
    """Give a member's own draft of a case that they see, or None."""
    return session.get(GradeDraft, (case.id, by.id))


def begun(session: Session, *, by: User) -> dict[int, datetime]:
    """Say for each case (by id) of which a member has a draft when it was saved."""
    query = select(GradeDraft.round_case_id, GradeDraft.saved_at).where(GradeDraft.user_id == by.id)
    rows: Any = session.execute(query).all()
    return dict(map(tuple, rows))


def drop_draft(session: Session, round_case_id: int, user_id: int) -> None:
    """Forget one person's draft of a case."""
    session.execute(delete(GradeDraft).where(GradeDraft.round_case_id == round_case_id, GradeDraft.user_id == user_id))


def clear_ended(session: Session) -> None:
    """Forget every draft whose case was revealed, or with which its writer has a conflict."""
    over = GradeDraft.round_case_id.in_(select(Reveal.round_case_id))
    away = has_conflict(GradeDraft.round_case_id, GradeDraft.user_id)
    session.execute(delete(GradeDraft).where(over | away), execution_options={"synchronize_session": False})
