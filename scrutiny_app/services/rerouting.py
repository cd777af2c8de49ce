"""Rerouting: a letter that is not simply sent. It is held, handed over as a document, or ended.

A letter is held while the lead wants it so, as where the case was passed on and that is still open. Who cannot sign in
is given it as a document, and the lead keeps on their behalf that they read it. Where its reader has left the force or
is long absent it ends, and their supervisor's letter says so.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session

from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.events import LetterAcknowledged, LetterEnded, LetterHandedOver, LetterHeld, LetterRead
from scrutiny_app.domain.instants import LONDON
from scrutiny_app.domain.learning import (
    LONGEST_LETTER,
    LONGEST_REPLY,
    Addressee,
    Draft,
)
from scrutiny_app.domain.rerouting import DocumentForm, Ended, with_word, word_to_supervisor
from scrutiny_app.models.letters import Letter, Reply
from scrutiny_app.models.people import User
from scrutiny_app.services import trail
from scrutiny_app.services.addressing import DueLetter, find
from scrutiny_app.services.dossiers import CaseKey
from scrutiny_app.services.learning import CannotSend, check, check_standing, draft, keep_letter
from scrutiny_app.services.leaving_unsaid import check_words
from scrutiny_app.services.letters import open_letter, reply_place
from scrutiny_app.services.trail import now, today_in_london


class NotHanded(Refused):
    """Something that can be done only with a letter that was handed over as a document."""


class EndedLetter(NamedTuple):
    """A letter that has ended, and whether the supervisor's letter could still say so."""

    due: DueLetter
    supervisor_told: bool


def hold_letter(
    session: Session, finding_id: int, addressee: Addressee, *, held: bool, key: CaseKey, by: User
) -> DueLetter:
    """Hold a letter that has not gone out, or let it go again."""
    due = find(session, finding_id, addressee, key, by)
    letter = _unsent(session, due, key, by)
    if bool(letter.held_at) == held:
        raise Overtaken("This letter is held already." if held else "This letter is not held. It can be sent.")
    letter.held_at = now() if held else None
    trail.record(session, LetterHeld(due.case.round.id, finding_id, addressee.value, held), by=by)
    return replace(due, letter=letter)


def hand_over(
    session: Session,
    finding_id: int,
    addressee: Addressee,
    text: str,
    form: DocumentForm,
    *,
    stamp: str,
    key: CaseKey,
    by: User,
    confirmed: Collection[str] = (),
) -> DueLetter:
    """Keep that a letter goes as a document to somebody who cannot sign in; from then on it is not edited."""
    due = find(session, finding_id, addressee, key, by)
    check_standing(session, due)
    check(due, text, stamp)
    if due.letter and due.letter.held_at:
        raise CannotSend("This letter is held. Let it go first; then hand it over.")
    if not due.trouble:
        raise CannotSend("Whoever this letter is for can sign in: send it to them instead.")
    check_words(session, due, text, key=key, confirmed=confirmed)
    letter = keep_letter(session, due, text, key, by)
    letter.handed_at, letter.handed_form = now(), form.value
    trail.record(session, LetterHandedOver(due.case.round.id, finding_id, addressee.value, form.value), by=by)
    return replace(due, letter=letter)


def handed_document(
    session: Session, finding_id: int, addressee: Addressee, *, key: CaseKey, by: User
) -> tuple[DueLetter, Draft, DocumentForm]:
    """Open a letter that was handed over, for its document; recorded as read."""
    due = find(session, finding_id, addressee, key, by)
    letter = _handed(due)
    trail.record(session, LetterRead(due.case.round.id, letter.id), by=by)
    return due, open_letter(letter, key), DocumentForm(letter.handed_form or "")


def acknowledge_for(
    session: Session, finding_id: int, addressee: Addressee, on: date, words: str, *, key: CaseKey, by: User
) -> DueLetter:
    """Keep on their behalf that somebody read the letter that was handed to them, when, and what they said to it."""
    due = find(session, finding_id, addressee, key, by)
    letter = _handed(due)
    if letter.replies:
        raise Overtaken("It is kept already that they read this letter.")
    if not letter.handed_at or not letter.handed_at.astimezone(LONDON).date() <= on <= today_in_london():
        raise Refused("Give a day from when the letter was handed over until today.")
    if len(words) > LONGEST_REPLY:
        raise Refused(f"What they said has at most {LONGEST_REPLY:,} characters: shorten it.")
    said = f"Read on {on.day} {on:%B %Y}; kept by the force's lead on their behalf.\n\n{words.strip()}".strip()
    sealed = key.seal(said.replace("\r\n", "\n"), reply_place(letter.id, 1))
    letter.replies.append(Reply(letter_id=letter.id, sealed=sealed, written_by=by.id, written_at=now()))
    session.flush()
    trail.record(session, LetterAcknowledged(due.case.round.id, letter.id), by=by)
    return due


def end_letter(
    session: Session, finding_id: int, addressee: Addressee, why: Ended, *, key: CaseKey, by: User
) -> EndedLetter:
    """End a letter whose reader is gone, and let their supervisor's letter say so where it has not gone out."""
    due = find(session, finding_id, addressee, key, by)
    check_standing(session, due)
    if due.letter and (due.letter.acknowledged_at or due.letter.replies):
        raise Overtaken("This letter has been read and acknowledged: there is nothing left to end.")
    letter = due.letter if due.letter and due.sent and not due.letter.ended_at else _unsent(session, due, key, by)
    letter.ended_at, letter.ended_why, letter.held_at = now(), why.value, None
    trail.record(session, LetterEnded(due.case.round.id, finding_id, addressee.value, why.value), by=by)
    return EndedLetter(replace(due, letter=letter), _tell_supervisor(session, due, why, key, by))


def _tell_supervisor(session: Session, due: DueLetter, why: Ended, key: CaseKey, by: User) -> bool:
    if Addressee.SUPERVISOR in due.parts:
        return False
    theirs = find(session, due.case.finding.id, Addressee.SUPERVISOR, key, by)
    if theirs.same_as:
        theirs = find(session, due.case.finding.id, theirs.same_as, key, by)
    if theirs.closed or theirs.addressee is due.addressee:
        return False
    words = open_letter(theirs.letter, key) if theirs.letter else draft(session, theirs, key)
    text = with_word(words.text, word_to_supervisor(due.addressee, why))
    if len(text) > LONGEST_LETTER:
        return False
    keep_letter(session, theirs, text, key, by)
    return True


def _unsent(session: Session, due: DueLetter, key: CaseKey, by: User) -> Letter:
    """Give the row of a letter that has not gone out, kept as it is drafted where nobody has touched it."""
    if due.letter is None:
        text = draft(session, due, key).text
        check(due, text, "")
        return keep_letter(session, due, text, key, by)
    check(due, open_letter(due.letter, key).text, due.stamp)
    return due.letter


def _handed(due: DueLetter) -> Letter:
    if due.letter is None or due.letter.handed_at is None:
        raise NotHanded("This letter was not handed over as a document. Hand it over first, or send it.")
    return due.letter
