"""Finding drafts: what a chair has written of a finding and not saved, kept while they do something else; theirs alone.

One is gone once its writer saves the finding, and every one of a case once its finding is signed. Nothing is put on the
trail: nothing has been found yet.
"""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from scrutiny_app.models.findings import FindingDraft
from scrutiny_app.models.people import User
from scrutiny_app.services.convening import NotChairing, may_take_chair
from scrutiny_app.services.my_cases import find_my_case
from scrutiny_app.services.trail import now

Content = dict[str, list[str]]


def keep_words(session: Session, reference: str, content: Content, *, version: int, by: User) -> None:
    """Keep a chair's unsaved words in place of those kept before; `version` is the newest finding that they had read.

    Nothing written forgets what was kept. Who no longer chairs the meeting loses no words either. Raises NotYours where
    the case is not theirs, and NotChairing for whoever could not even take its chair.
    """
    mine, case = find_my_case(session, reference, by)
    if not may_take_chair(session, mine.round, by):
        raise NotChairing
    forget_words(session, case.id, by.id)
    if content:
        kept = {"version": version, "content": content, "saved_at": now()}
        session.add(FindingDraft(round_case_id=case.id, user_id=by.id, **kept))
        session.flush()


def words_of(session: Session, round_case_id: int, *, by: User) -> FindingDraft | None:
    """Give a chair's own unsaved words on a case that they see, or None."""
    return session.get(FindingDraft, (round_case_id, by.id))


def forget_words(session: Session, round_case_id: int, user_id: int | None = None) -> None:
    """Forget one person's unsaved words on a case, or everybody's."""
    query = delete(FindingDraft).where(FindingDraft.round_case_id == round_case_id)
    session.execute(query if user_id is None else query.where(FindingDraft.user_id == user_id))
