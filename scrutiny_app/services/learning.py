"""Learning: each signed finding told to those whose case it was, in letters that the force's lead writes and sends.

A draft is there as soon as a finding is signed, without a row: it is made from the finding, the release and the dossier
that was frozen with the draw, which also says by staff number whom the letter is for. From the first edit on a letter
is kept, sealed; once sent it is never edited.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from scrutiny_app.domain import learning
from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.cases import FIELD, title_of
from scrutiny_app.domain.errors import Overtaken, Refused
from scrutiny_app.domain.events import LetterEdited, LetterRead, LetterSent, LettersListed, OriginalRead
from scrutiny_app.domain.grading import Observation, Severity, Theme
from scrutiny_app.domain.learning import ADDRESSEE_TITLES, LONGEST_LETTER, Addressee, Draft, LetterState, Told
from scrutiny_app.domain.people import Role
from scrutiny_app.domain.releasing import from_json
from scrutiny_app.models.findings import Finding
from scrutiny_app.models.letters import Letter
from scrutiny_app.models.panels import Panel
from scrutiny_app.models.people import User
from scrutiny_app.models.releases import Release
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds, trail
from scrutiny_app.services.addressing import Case, DueLetter, addressed_letters, cases, find
from scrutiny_app.services.dossiers import CaseKey, open_dossier
from scrutiny_app.services.leaving_unsaid import check_words
from scrutiny_app.services.letters import Answer, letter_place, open_letter, open_replies
from scrutiny_app.services.sent_letters import new_by_round, sent_by_round
from scrutiny_app.services.standing_findings import standing_findings, standing_ids
from scrutiny_app.services.trail import now

_SENT = "This letter has been sent, and a sent letter is never edited. Your change was not kept."
_HANDED = "This letter has been handed over, and is not edited any more. Your change was not kept."
_ENDED = "This letter has ended: its reader has left or is long absent. Your change was not kept."
_GONE = {LetterState.HANDED: _HANDED, LetterState.ENDED: _ENDED}


class CannotSend(Refused):
    """A letter that has no one who could open it, or that somebody gets already."""


class OpenLetter(NamedTuple):
    """A letter with its words and the replies to it, opened."""

    due: DueLetter
    words: Draft
    answers: list[Answer]


class RoundLetters(NamedTuple):
    """How far the letters of one round have come: findings that stand, told of in any letter, and what came back.

    `sent` counts those handed over too; letters of superseded findings count among the replies alone. `unread` counts
    the letters with a reply that came after the person who asks last read them.
    """

    round: Round
    findings: int
    told: int
    sent: int
    acknowledged: int
    answered: int
    replies: int
    unread: int = 0


def letters_by_round(session: Session, *, by: User) -> list[RoundLetters]:
    """Count the letters of each round of a person's force that has a signed finding; opens nothing."""
    ours = rounds.rounds_for(session, by)
    unread = new_by_round(session, ours, by=by)
    return [one._replace(unread=len(unread[one.round.id])) for one in _counted(session, ours) if one.findings]


def letters_due(session: Session, round_: Round, *, key: CaseKey, by: User) -> list[DueLetter]:
    """List a round's letters, finding by finding, with whom each is for; recorded as seen."""
    query = cases().where(RoundCase.round_id == round_.id, Finding.id.in_(standing_ids()))
    standing = [Case(*row) for row in session.execute(query.order_by(RoundCase.position))]
    due = list(addressed_letters(session, standing, key))
    trail.record(session, LettersListed(round_.id, len(due)), by=by)
    return due


def read_letter(session: Session, finding_id: int, addressee: Addressee, *, key: CaseKey, by: User) -> OpenLetter:
    """Open one letter for the force's lead or registrar: as it was kept, or as it is drafted; recorded as read."""
    due = find(session, finding_id, addressee, key, by)
    if due.letter is None:
        pick, alarmed = due.case.pick, by.role == Role.REGISTRAR
        trail.record(session, OriginalRead(pick.case_id, pick.dossier_version, alarmed), by=by)
        return OpenLetter(due, draft(session, due, key), [])
    trail.record(session, LetterRead(due.case.round.id, due.letter.id), by=by)
    return OpenLetter(due, open_letter(due.letter, key), open_replies(due.letter, key))


def edit_letter(
    session: Session, finding_id: int, addressee: Addressee, text: str, *, stamp: str, key: CaseKey, by: User
) -> DueLetter:
    """Keep a letter's words; `stamp` is that of the version that was edited. Raises Overtaken, CannotSend, Refused."""
    due = find(session, finding_id, addressee, key, by)
    check_standing(session, due)
    check(due, text, stamp)
    return replace(due, letter=keep_letter(session, due, text, key, by))


def send_letter(
    session: Session,
    finding_id: int,
    addressee: Addressee,
    text: str,
    *,
    stamp: str,
    key: CaseKey,
    by: User,
    confirmed: Collection[str] = (),
) -> DueLetter:
    """Send a letter in these words; from then on it is never edited. Raises CannotSend where it can reach nobody.

    `confirmed` lets through sentences that were asked about and may stand: see services.leaving_unsaid.
    """
    due = find(session, finding_id, addressee, key, by)
    check_standing(session, due)
    check(due, text, stamp)
    if due.letter and due.letter.held_at:
        raise CannotSend("This letter is held. Let it go first; then send it.")
    if due.to is None or due.trouble:
        raise CannotSend(f"This letter can reach nobody. {due.trouble}")
    check_words(session, due, text, key=key, confirmed=confirmed)
    letter = keep_letter(session, due, text, key, by)
    letter.to_user_id, letter.sent_by, letter.sent_at = due.to.id, by.id, now()
    trail.record(session, LetterSent(due.case.round.id, finding_id, letter.id, due.to.id), by=by)
    return replace(due, letter=letter)


def keep_letter(session: Session, due: DueLetter, text: str, key: CaseKey, by: User) -> Letter:
    """Keep a letter's words, sealed."""
    finding_id = due.case.finding.id
    kept = open_letter(due.letter, key) if due.letter else draft(session, due, key)
    plain = {"heading": kept.heading, "text": text.replace("\r\n", "\n").strip()}
    letter = due.letter or Letter(finding_id=finding_id, addressee=due.addressee, replies=[])
    letter.sealed = key.seal(plain, letter_place(finding_id, due.addressee))
    letter.edited_by, letter.edited_at = by.id, now()
    session.add(letter)
    session.flush()
    trail.record(session, LetterEdited(due.case.round.id, finding_id, letter.id), by=by)
    return letter


def draft(session: Session, due: DueLetter, key: CaseKey) -> Draft:
    """Draft a letter from its finding, the release that the panel judged and the dossier frozen with the draw."""
    case, record = due.case, open_dossier(session, due.case.pick.case_id, due.case.pick.dossier_version, key)
    query = select(Release).where(Release.round_case_id == case.place.id).order_by(Release.version.desc()).limit(1)
    released = from_json(session.scalars(query).one().content)
    offence = next((fact.value for fact in released.facts if fact.label == FIELD["offence_title"].heading), "")
    told = Told(
        crime_number=record["crime_number"],
        offence=offence or title_of("offence_group", released.offence_group),
        disposal=title_of("disposal", released.disposal),
        days=(date.fromisoformat(record["disposal_date"]) - date.fromisoformat(record["offence_date"])).days,
        panel=session.get_one(Panel, case.round.panel_id).name,
        force=case.round.force,
        result=Result(case.finding.result),
        observations=tuple(
            Observation(Theme(one.theme), Severity(one.severity), one.text) for one in case.finding.observations
        ),
        remarks=case.finding.remarks,
        anew=case.finding.supersedes_id is not None,
        on_paper=due.trouble is not None,
    )
    return learning.draft_letter(told, due.parts)


def check_standing(session: Session, due: DueLetter) -> None:
    """Raise CannotSend where a letter's finding stands no more."""
    standing = standing_findings(session, [due.case.place.id])[due.case.place.id]
    if standing.id != due.case.finding.id:
        raise CannotSend("Another finding has taken the place of this one: write about the one that stands.")


def check(due: DueLetter, text: str, stamp: str) -> None:
    """Raise Refused unless a letter may be changed to these words by somebody who saw its newest version."""
    if due.closed:
        raise Overtaken(_GONE.get(due.state, _HANDED if not due.sent else _SENT))
    if due.same_as:
        raise CannotSend(
            f"The {ADDRESSEE_TITLES[due.addressee].lower()} is the same person as the "
            f"{ADDRESSEE_TITLES[due.same_as].lower()}, whose letter says all of it."
        )
    if stamp != due.stamp:
        raise Overtaken(
            "Somebody else changed this letter after you opened it, so yours was not kept. Compare the two."
        )
    if not text.strip():
        raise Refused("A letter needs words: write some, or go back and leave the draft as it is.")
    if len(text) > LONGEST_LETTER:
        raise Refused(f"A letter has at most {LONGEST_LETTER:,} characters: shorten it.")


def count_letters(session: Session, round_: Round) -> RoundLetters:
    """Count how far a round's letters have come; opens nothing."""
    return _counted(session, [round_])[0]


def _counted(session: Session, ours: Sequence[Round]) -> list[RoundLetters]:
    """Count how far the letters of each of some rounds have come, in as few statements as of one."""
    query = select(RoundCase.round_id, Finding.id).join(Finding, Finding.round_case_id == RoundCase.id)
    query = query.where(RoundCase.round_id.in_([one.id for one in ours]), Finding.id.in_(standing_ids()))  # signed ones
    standing: dict[int, set[int]] = {one.id: set() for one in ours}
    for round_id, finding_id in session.execute(query):
        standing[round_id].add(finding_id)
    sent = sent_by_round(session, ours)
    return [_counts(one, standing[one.id], sent[one.id]) for one in ours]


def _counts(round_: Round, standing: set[int], sent: Sequence[Letter]) -> RoundLetters:
    letters = [letter for letter in sent if letter.finding_id in standing]
    return RoundLetters(
        round=round_,
        findings=len(standing),
        told=len({letter.finding_id for letter in letters}),
        sent=len(letters),
        acknowledged=sum(bool(letter.acknowledged_at or (letter.handed_at and letter.replies)) for letter in letters),
        answered=sum(bool(letter.replies) for letter in letters),
        replies=sum(len(letter.replies) for letter in sent),
    )
