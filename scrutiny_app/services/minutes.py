"""Minutes: the account of a round's meetings, drafted from what was recorded; nobody writes it, one approves it."""

from collections.abc import Collection
from enum import StrEnum

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from scrutiny_app.domain import voting
from scrutiny_app.domain.agreeing import Escalation as Route
from scrutiny_app.domain.agreeing import Reached, Result
from scrutiny_app.domain.events import MinutesRead
from scrutiny_app.domain.grading import STANDING, Observation, Severity, Theme
from scrutiny_app.domain.minutes import NOT_RECORDED, STRUCK, Found, Minutes
from scrutiny_app.domain.people import PANEL_ROLES
from scrutiny_app.domain.planning_meetings import has_begun
from scrutiny_app.models.findings import Escalation, Finding, Signature
from scrutiny_app.models.grades import Conflict
from scrutiny_app.models.meetings import Meeting, MeetingNote
from scrutiny_app.models.panels import Panel
from scrutiny_app.models.people import User
from scrutiny_app.models.rounds import Round, RoundCase
from scrutiny_app.services import rounds, trail
from scrutiny_app.services.case_lines import case_lines
from scrutiny_app.services.escalating import taken_back_ids
from scrutiny_app.services.minutes_approved import approved_minutes
from scrutiny_app.services.minutes_arising import arisen
from scrutiny_app.services.minutes_held import held_in_words
from scrutiny_app.services.minutes_method import method_rows
from scrutiny_app.services.my_cases import has_conflict
from scrutiny_app.services.noting import meetings_of, notes_of, struck_ids
from scrutiny_app.services.rounds import OutOfOrder
from scrutiny_app.services.standing_findings import standing_findings
from scrutiny_app.services.trail import now

DEEDS = (
    "AttendanceSet",
    "CaseRevealed",
    "ChairTaken",
    "ConflictSet",
    "EscalationRaised",
    "EscalationTakenBack",
    "FindingSigned",
    "FindingSuperseded",
    "MeetingCancelled",
    "MeetingEnded",
    "MeetingMoved",
    "MeetingPlanned",
    "NoteStruck",
    "NoteWritten",
)


class Form(StrEnum):
    """A form in which minutes are read."""

    PAGE = "page"
    DOCUMENT = "docx"
    PDF = "pdf"
    WORKBOOK = "xlsx"


def is_ready(session: Session, round_: Round) -> bool:
    """Say whether a round's minutes can be read: its meetings have ended, or all its cases are signed."""
    held = _begun(session, round_)
    ended = all(meeting.ended_at for meeting in held)
    return bool(held) and (ended or rounds.count_signed(session, round_) == rounds.count_cases(session, round_))


def read_minutes(session: Session, round_: Round, form: Form, *, by: User) -> Minutes:
    """Make a round's minutes and record that they were read; raise OutOfOrder before their time."""
    held = _begun(session, round_)
    if not meetings_of(session, round_):
        raise OutOfOrder("There are no minutes: no meeting of this round was planned. Its report says what was found.")
    if not held:
        raise OutOfOrder("There is nothing to minute yet: the meeting that is planned has not begun.")
    if not is_ready(session, round_):
        raise OutOfOrder(
            "There are no minutes yet: they are drafted once the meeting is ended or every case is signed."
        )
    minutes = approved_minutes(session, round_, by=by) or draft_minutes(session, round_, by=by)
    trail.record(session, MinutesRead(round_.id, held[-1].id, form.value), by=by)
    return minutes


def draft_minutes(session: Session, round_: Round, *, by: User | None) -> Minutes:
    """Make a round's minutes from what is recorded, for one reader or, without any, whole."""
    held = _begun(session, round_)
    panel = session.get_one(Panel, round_.panel_id)
    meetings = [meeting.id for meeting in meetings_of(session, round_)]
    own = {case.id: case.reference for case in rounds.cases_of(session, round_)}
    signed = _signed(session, list(own), meetings)
    references = own | {case.id: case.reference for _, case in signed} | _noted(session, meetings)
    lines = case_lines(session, list(references))
    hidden = _hidden(session, list(references), by)
    shown = {case: reference for case, reference in references.items() if case not in hidden}
    told = trail.newest(session, most=1, round_id=round_.id, events=DEEDS)
    struck, standing = set(session.scalars(struck_ids())), standing_findings(session, list(references))
    return Minutes(
        title=round_.title,
        panel=panel.name,
        force=round_.force,
        quorum=_quorum(panel),
        held=tuple(held_in_words(session, panel, meeting) for meeting in held),
        declared=tuple((shown[case], count) for case, count in _declared(session, list(own)) if case in shown),
        found=tuple(
            _found(finding, case, standing.get(case.id), carried=case.id not in own, about=lines.get(case.id, ""))
            for finding, case in signed
            if case.id in shown
        ),
        unsigned=_unsigned(own, signed, hidden),
        escalated=_escalated(session, shown, held),
        notes=tuple(
            (
                f"Case {shown[note.round_case_id]}" if note.round_case_id else "",
                STRUCK if note.id in struck else note.text,
            )
            for note in notes_of(session, meetings)
            if note.round_case_id is None or note.round_case_id in shown
        ),
        draw=method_rows(session, round_),
        digest=frame.digest if (frame := rounds.frame_of(session, round_)) else NOT_RECORDED,
        hidden=len(hidden),
        arisen=arisen(session, round_, held[0].starts_at, by=by),
        head=told[0].digest if told else NOT_RECORDED,
        entries=told[0].position if told else 0,
    )


def _quorum(panel: Panel) -> str:
    least = f"At least {panel.least_members} grades on each case"
    needs = [least]
    if panel.least_magistrates:
        needs.append(f"{panel.least_magistrates} of a magistrate")
    if panel.least_outside:
        needs.append(f"{panel.least_outside} from outside the criminal-justice agencies")
    if panel.yjs_for_child:
        needs.append("the youth justice service’s on a child’s case")
    return f"{', '.join(needs)}."


def _begun(session: Session, round_: Round) -> list[Meeting]:
    return [meeting for meeting in meetings_of(session, round_) if has_begun(meeting.starts_at, now())]


def _noted(session: Session, meetings: Collection[int]) -> dict[int, str]:
    """Give the references of the cases noted on at these meetings, those of earlier rounds among them."""
    query = select(RoundCase.id, RoundCase.reference).join(MeetingNote, MeetingNote.round_case_id == RoundCase.id)
    rows = session.execute(query.where(MeetingNote.meeting_id.in_(meetings)))
    return {case: reference for case, reference in rows}  # noqa: C416 - rows are no pairs to mypy


def _signed(session: Session, own: Collection[int], meetings: Collection[int]) -> list[tuple[Finding, RoundCase]]:
    """Give the findings signed at these meetings, or at none on a case of the round, with their cases, in order."""
    query = select(Finding, RoundCase).join(RoundCase, RoundCase.id == Finding.round_case_id).join(Signature)
    at_none = Finding.meeting_id.is_(None) & RoundCase.id.in_(own)
    query = query.where(or_(Finding.meeting_id.in_(meetings), at_none), RoundCase.withdrawn_at.is_(None))
    rows = session.execute(query.order_by(RoundCase.round_id, RoundCase.position, Finding.id)).unique()
    return [(finding, case) for finding, case in rows]


def _found(finding: Finding, case: RoundCase, stands: Finding | None, *, carried: bool, about: str) -> Found:
    return Found(
        reference=case.reference,
        result=Result(finding.result),
        reached=Reached(finding.reached) if finding.reached else None,
        votes=voting.in_words(finding.votes or {}),
        observations=tuple(Observation(Theme(o.theme), Severity(o.severity), o.text) for o in finding.observations),
        remarks=finding.remarks,
        dissent=finding.dissent,
        stands=stands is not None and stands.id == finding.id,
        superseded_by=Result(stands.result) if stands is not None and stands.id != finding.id else None,
        reason=finding.reason,
        carried=carried,
        about=about,
    )


def _unsigned(
    own: dict[int, str], signed: Collection[tuple[Finding, RoundCase]], hidden: Collection[int]
) -> tuple[str, ...]:
    done = {case.id for _, case in signed}
    return tuple(reference for case, reference in own.items() if case not in done and case not in hidden)


def _declared(session: Session, cases: Collection[int]) -> list[tuple[int, int]]:
    """Count for each case whose conflicts with it stand; nobody is named."""
    newest = select(func.max(Conflict.id)).where(Conflict.round_case_id.in_(cases))
    newest = newest.group_by(Conflict.round_case_id, Conflict.user_id)
    query = select(Conflict.round_case_id, func.count()).where(Conflict.id.in_(newest), Conflict.state.in_(STANDING))
    counts = dict(session.execute(query.group_by(Conflict.round_case_id)).all())
    return [(case, counts[case]) for case in cases if case in counts]


def _escalated(
    session: Session, shown: dict[int, str], held: Collection[Meeting]
) -> tuple[tuple[str, Route, str], ...]:
    """Give what was passed on, in order: of the round's cases all, of earlier ones what came since it was planned."""
    begun = min(meeting.planned_at for meeting in held)
    own = {meeting.round_id for meeting in held}
    query = select(Escalation, RoundCase.round_id).join(RoundCase, RoundCase.id == Escalation.round_case_id)
    query = query.where(RoundCase.id.in_(shown), Escalation.id.not_in(taken_back_ids()))
    rows = session.execute(query.order_by(RoundCase.position, Escalation.id))
    return tuple(
        (shown[one.round_case_id], Route(one.route), one.note)
        for one, round_id in rows
        if round_id in own or one.raised_at > begun
    )


def _hidden(session: Session, cases: Collection[int], by: User | None) -> set[int]:
    """Give the cases that a conflict of the reader's keeps from them; nobody on the force's side can have one."""
    if by is None or by.role not in PANEL_ROLES:
        return set()
    return set(session.scalars(select(RoundCase.id).where(RoundCase.id.in_(cases), has_conflict(RoundCase.id, by.id))))
