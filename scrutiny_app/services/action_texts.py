"""What the force writes of its actions: sealed, and read by the panel only as two people have released it.

The owner writes. A lead or preparer makes the draft of what the panel may read, beginning from the machine's; another
lead or preparer approves it. A further draft is a new row.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain.access import Permission, allows
from scrutiny_app.domain.errors import NotYours, Overtaken, Refused
from scrutiny_app.domain.events import ActionTextWritten, ActionWordsReleased
from scrutiny_app.domain.following import PROOF_ASKED, PROVED, ActionKind, ActionState, ActionStep, Words, check_words
from scrutiny_app.models.action_texts import ActionText
from scrutiny_app.models.actions import Action, ActionWords
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round
from scrutiny_app.services import trail
from scrutiny_app.services.action_drafts import action_place, check_changed, is_released, newest
from scrutiny_app.services.actions import add_action, case_of, find_action, possible_owners, take_step
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.parties import Leak, Record, leaks, parties_of, redactor, references_of, shaped_leaks
from scrutiny_app.services.passed_on import is_of_round
from scrutiny_app.services.redacting import LeaksFound
from scrutiny_app.services.redactions import open_record
from scrutiny_app.services.trail import now


@dataclass(frozen=True)
class Written:
    """One text of an action, opened: as it was written, as the panel would read it, by whom, and whether it does."""

    row: ActionText
    words: str
    draft: str
    by: User
    released: bool

    @property
    def is_checked(self) -> bool:
        """Say whether somebody who may edit a redaction answers for the draft, so that another may approve it."""
        return allows(self.by.role, Permission.EDIT_REDACTION)


def set_by_force(
    session: Session,
    round_: Round,
    text: str,
    *,
    owner_id: int,
    due_on: date,
    finding_id: int | None = None,
    key: CaseKey,
    by: User,
) -> Action:
    """Set an action in the force's words, on one of the round's findings or on none; raise Refused or NotYours."""
    text = check_words(text, "what is to be done")
    if finding_id is not None and not is_of_round(session, round_, session.get(Finding, finding_id)):
        raise NotYours
    owner = next((one for one in possible_owners(session, round_, by) if one.id == owner_id), None)
    action = add_action(session, round_, ActionKind.TASK, owner, due_on, finding_id=finding_id, by=by)
    write_text(session, action, Words.TASK, text, key=key, by=by)
    return action


def answer(session: Session, action_id: int, text: str, proof: str = "", *, key: CaseKey, by: User) -> None:
    """Keep its owner's response to an action, and proof that it was done; what was passed on must have one."""
    action = find_action(session, action_id, by=by)
    if action.row.owner_id != by.id:
        raise NotYours
    if action.state is not ActionState.OPEN:
        raise Overtaken("This action has been answered or closed already; your answer was not kept.")
    text = check_words(text, "what was done")
    if action.row.kind in PROVED and not proof.strip():
        raise Refused(PROOF_ASKED[action.row.kind])
    write_text(session, action.row, Words.RESPONSE, text, key=key, by=by)
    if proof.strip():
        write_text(session, action.row, Words.PROOF, check_words(proof, "the proof"), key=key, by=by)
    take_step(session, action.row, ActionStep.ANSWERED, by=by)


def texts_of(session: Session, action: Action, key: CaseKey) -> list[Written]:
    """Open what the force wrote of an action, oldest first; of one text drafted more than once, each draft."""
    return texts_by_action(session, [action.id], key)[action.id]


def texts_by_action(session: Session, actions: Collection[int], key: CaseKey) -> dict[int, list[Written]]:
    """Open the same of several actions (by id), in as few statements as of one."""
    query = select(ActionText, User).join(User, ActionText.written_by == User.id)
    rows = session.execute(query.where(ActionText.action_id.in_(actions)).order_by(ActionText.id)).all()
    given = set(session.scalars(select(ActionWords.text_id).where(ActionWords.action_id.in_(actions))))
    found: dict[int, list[Written]] = {one: [] for one in actions}
    for row, by in rows:
        where = action_place(row.action_id)
        opened = Written(row, key.open(row.sealed, where), key.open(row.draft, where), by, row.id in given)
        found[row.action_id].append(opened)
    return found


def redraft(session: Session, text_id: int, draft: str, *, key: CaseKey, by: User) -> ActionText:
    """Keep what the panel would read of a text as a person of the force answers for it; raise NotYours or Overtaken."""
    row = _find(session, text_id, by)
    if is_released(session, row):
        raise Overtaken("The panel reads this already, so it is not drafted again; nothing was kept.")
    if newest(session, row).id != row.id:
        raise Overtaken("Somebody else drafted this after you opened it. Look at the newest draft.")
    draft = check_words(draft, "what the panel may read")
    check_changed(session, row, draft, key, by)
    fresh = ActionText(
        action_id=row.action_id,
        kind=row.kind,
        sealed=row.sealed,
        draft=key.seal(draft, action_place(row.action_id)),
        from_file=row.from_file,
        written_by=by.id,
        written_at=now(),
    )
    session.add(fresh)
    session.flush()
    action = session.get_one(Action, row.action_id)
    trail.record(session, ActionTextWritten(action.round_id, action.id, fresh.id, row.kind), by=by)
    return fresh


def release_words(session: Session, text_id: int, *, key: CaseKey, by: User) -> ActionWords:
    """Let the panel read a draft that somebody else answers for; raise NotYours, Overtaken, Refused or LeaksFound."""
    row = _find(session, text_id, by)
    drafter = session.get_one(User, row.written_by)
    if is_released(session, row):
        raise Overtaken("The panel reads this already; nothing more was done.")
    if newest(session, row).id != row.id:
        raise Overtaken(
            "Somebody drafted this again after you opened it. Read the newest draft, then approve that one."
        )
    if not allows(drafter.role, Permission.EDIT_REDACTION):
        raise Refused("A lead or preparer must check this draft first; then a second person approves it.")
    if drafter.id == by.id:
        raise Refused("You made this draft, so somebody else must approve it.")
    action = session.get_one(Action, row.action_id)
    text = key.open(row.draft, action_place(row.action_id))
    if found := _leaks(session, action, text, key):
        raise LeaksFound(found)

    words = ActionWords(
        action_id=action.id,
        kind=row.kind,
        text=text,
        text_id=row.id,
        written_by=drafter.id,
        approved_by=by.id,
        given_at=now(),
    )
    session.add(words)
    session.flush()
    event = ActionWordsReleased(action.round_id, action.id, words.id, row.kind, checked_by=drafter.id)
    trail.record(session, event, by=by)
    return words


def write_text(session: Session, action: Action, kind: Words, text: str, *, key: CaseKey, by: User) -> None:
    """Seal a text with the machine's draft of what the panel may read."""
    record = _record(session, action, key)
    parties, references = (parties_of(record), references_of(record)) if record else ((), ())
    draft = redactor().redact(text, parties=parties, references=references).text
    where = action_place(action.id)
    row = ActionText(
        action_id=action.id,
        kind=kind,
        sealed=key.seal(text, where),
        draft=key.seal(draft, where),
        written_by=by.id,
        written_at=now(),
    )
    session.add(row)
    session.flush()
    trail.record(session, ActionTextWritten(action.round_id, action.id, row.id, kind.value), by=by)


def _leaks(session: Session, action: Action, text: str, key: CaseKey) -> list[Leak]:
    record, words = _record(session, action, key), [("the draft", text)]
    return leaks(record, words) if record else shaped_leaks(words)


def _record(session: Session, action: Action, key: CaseKey) -> Record | None:
    case = case_of(session, action)
    return open_record(session, case, key) if case else None


def _find(session: Session, text_id: int, by: User) -> ActionText:
    query = select(ActionText).join(Action, ActionText.action_id == Action.id)
    row = session.scalar(query.where(ActionText.id == text_id, Action.force == by.force))
    if row is None:
        raise NotYours
    return row
