"""The panel's ways: its terms, its meetings, conflicts in full, and what follows from a finding."""

from dataclasses import dataclass

from scrutiny_app.domain.events.event import Event


@dataclass(frozen=True)
class QuorumSet(Event):
    panel_id: int
    members: int
    magistrates: int
    outside: int
    yjs_for_child: bool


@dataclass(frozen=True)
class SecondForceSet(Event):
    panel_id: int
    named: bool


@dataclass(frozen=True)
class DeputySet(Event):
    panel_id: int
    user_id: int
    is_deputy: bool


@dataclass(frozen=True)
class TermsSet(Event):
    panel_id: int
    version: int
    text_digest: str


@dataclass(frozen=True)
class TermsAccepted(Event):
    panel_id: int
    version: int


@dataclass(frozen=True)
class TrainingRecorded(Event):
    panel_id: int
    user_id: int
    training_id: int


@dataclass(frozen=True)
class QuestionsSet(Event):
    """Which guided questions a round asks; their codes, with commas between."""

    round_id: int
    questions: str


@dataclass(frozen=True)
class MeetingPlanned(Event):
    round_id: int
    meeting_id: int
    manner: str


@dataclass(frozen=True)
class MeetingMoved(Event):
    round_id: int
    meeting_id: int
    reason_digest: str


@dataclass(frozen=True)
class MeetingCancelled(Event):
    round_id: int
    meeting_id: int
    reason_digest: str


@dataclass(frozen=True)
class ChairTaken(Event):
    """A deputy stepped in, or the chair came back: who chairs the meeting from now on."""

    round_id: int
    meeting_id: int
    user_id: int


@dataclass(frozen=True)
class AttendanceSet(Event):
    round_id: int
    meeting_id: int
    user_id: int
    state: str


@dataclass(frozen=True)
class NoteWritten(Event):
    round_id: int
    meeting_id: int
    note_id: int


@dataclass(frozen=True)
class DraftShown(Event):
    """The chair put a finding's words, saved and not signed, on the room's screen, or took them off (None)."""

    round_id: int
    meeting_id: int
    round_case_id: int | None


@dataclass(frozen=True)
class CaseShown(Event):
    """The chair put a case on the room's screen, or took it off (None)."""

    round_id: int
    meeting_id: int
    round_case_id: int | None


@dataclass(frozen=True)
class MeetingEnded(Event):
    round_id: int
    meeting_id: int


@dataclass(frozen=True)
class InterestDeclared(Event):
    interest_id: int
    kind: str


@dataclass(frozen=True)
class InterestWithdrawn(Event):
    interest_id: int


@dataclass(frozen=True)
class InterestMatched(Event):
    """The force looked through its drawn cases for an interest; how many it keeps from its holder."""

    interest_id: int
    cases: int


@dataclass(frozen=True)
class LiftProposed(Event):
    round_id: int
    round_case_id: int
    user_id: int
    lift_id: int
    ground: str


@dataclass(frozen=True)
class LiftDecided(Event):
    round_id: int
    round_case_id: int
    user_id: int
    lift_id: int
    agreed: bool


@dataclass(frozen=True)
class LedgerRead(Event):
    """Someone asked who saw which case: their own reading (user_id their own), or a round's."""

    round_id: int | None
    user_id: int | None


@dataclass(frozen=True)
class FindingReopened(Event):
    """A new finding was begun that shall take the place of a signed one."""

    round_id: int
    round_case_id: int
    finding_id: int
    supersedes_id: int
    reason_digest: str


@dataclass(frozen=True)
class FindingSeconded(Event):
    round_id: int
    round_case_id: int
    finding_id: int


@dataclass(frozen=True)
class FindingSuperseded(Event):
    round_id: int
    round_case_id: int
    finding_id: int
    supersedes_id: int


@dataclass(frozen=True)
class EscalationRaised(Event):
    round_id: int
    round_case_id: int
    escalation_id: int
    route: str


@dataclass(frozen=True)
class EscalationTakenBack(Event):
    round_id: int
    round_case_id: int
    escalation_id: int
    reason_digest: str


@dataclass(frozen=True)
class AgreementRead(Event):
    round_id: int


@dataclass(frozen=True)
class OwnAgreementRead(Event):
    round_id: int | None


@dataclass(frozen=True)
class CalibrationGraded(Event):
    code: str


@dataclass(frozen=True)
class NoticeSent(Event):
    user_id: int
    kind: str
    about: int


@dataclass(frozen=True)
class NoticeGivenUp(Event):
    user_id: int
    kind: str
    about: int
    tries: int
