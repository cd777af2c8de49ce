"""Undoing: a person takes their last edit back, as a new version that is what the one before theirs was.

Nothing is taken off the record: both the edit and its undoing are versions. To undo an undoing is to redo.
"""

from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.models.people import User
from scrutiny_app.models.redactions import Redaction
from scrutiny_app.models.rounds import RoundCase
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.redacting import keep_edit
from scrutiny_app.services.redactions import Opened, open_newest
from scrutiny_app.services.versions import Version, find_version, open_version

BY_HAND = frozenset({"added", "lifted", "changed", "merged", "undone"})


def can_undo(opened: Opened, by: User) -> bool:
    """Say whether the newest version is this person's own edit."""
    return opened.row.made_by == by.id and opened.version.change in BY_HAND


def undo(session: Session, round_case: RoundCase, *, version: int, key: CaseKey, by: User) -> Redaction:
    """Undo a person's own edit, if nothing came after it; raise Refused where the newest version is not theirs."""
    opened = open_newest(session, round_case, key, version=version)
    if opened.version.change not in BY_HAND:
        raise Refused("The machine made this version: there is no edit of yours to undo. Lift what should be shown.")
    if not can_undo(opened, by):
        raise Refused("Somebody else made the newest version, so you cannot undo it. Change what is wrong in it.")
    row = find_version(session, round_case.id, version - 1)
    if row is None:
        raise Overtaken("The version before this one is not there any more, so nothing was undone.")

    before, done = open_version(row, key), opened.version
    made = Version("undone", done.change, done.places, before.marks, before.lifts, before.lost)
    return keep_edit(session, round_case, made, key, by=by)
