"""What may be recorded on the trail: one class for each kind of deed, view, disclosure and refusal.

An event holds ids, codes, counts and digests; never a name, a case number, a grade or free text. Its class name is what
is stored, so it is data for ever: spell it once, and rightly.
"""

from dataclasses import asdict, dataclass, fields

Fact = str | int | bool | None


@dataclass(frozen=True)
class Event:
    """A fact worth keeping; `round_id`, where an event has one, says whose trail it is part of."""

    def facts(self) -> dict[str, Fact]:
        """Give the event's fields as stored."""
        return asdict(self)


# People and the door


@dataclass(frozen=True)
class SignedIn(Event):
    portal: str


@dataclass(frozen=True)
class SignedOut(Event):
    pass


@dataclass(frozen=True)
class PasswordConfirmed(Event):
    """Somebody who had signed in gave their password again, before what cannot be taken back."""


@dataclass(frozen=True)
class SignInRefused(Event):
    """Somebody's guess failed; user_id is None where there is no such person."""

    user_id: int | None
    cause: str


@dataclass(frozen=True)
class AccessRefused(Event):
    endpoint: str
    cause: str


@dataclass(frozen=True)
class PersonAdded(Event):
    user_id: int
    role: str


@dataclass(frozen=True)
class PersonChanged(Event):
    """A person's name, staff number or supervisor was put right."""

    user_id: int


@dataclass(frozen=True)
class PersonDisabled(Event):
    user_id: int


@dataclass(frozen=True)
class PersonEnabled(Event):
    user_id: int


@dataclass(frozen=True)
class PasswordChanged(Event):
    user_id: int


@dataclass(frozen=True)
class PanelMade(Event):
    panel_id: int


@dataclass(frozen=True)
class SeatTaken(Event):
    panel_id: int
    user_id: int


@dataclass(frozen=True)
class SeatLeft(Event):
    panel_id: int
    user_id: int


# Cases


@dataclass(frozen=True)
class ExtractReceived(Event):
    extract_id: int
    holds: str


@dataclass(frozen=True)
class ExtractMapped(Event):
    """Somebody said which of a file's columns fill which fields; 0 where the file has our own headings."""

    extract_id: int
    layout_id: int


@dataclass(frozen=True)
class LayoutSaved(Event):
    layout_id: int
    version: int


@dataclass(frozen=True)
class ChangeMarked(Event):
    """Somebody said of one change whether it is to be refused when the file is loaded."""

    extract_id: int
    case_id: int
    refused: bool


@dataclass(frozen=True)
class ChangesDecided(Event):
    """Somebody accepted or refused what a file would change in cases that are held."""

    extract_id: int
    accepted: int
    refused: int


@dataclass(frozen=True)
class ExtractImported(Event):
    extract_id: int
    total: int
    imported: int
    updated: int
    unchanged: int
    refused: int
    rejected: int


@dataclass(frozen=True)
class AttachmentsAdded(Event):
    extract_id: int
    cases: int
    files: int


@dataclass(frozen=True)
class AttachmentSummarised(Event):
    case_id: int
    version: int


@dataclass(frozen=True)
class ImportCancelled(Event):
    extract_id: int


@dataclass(frozen=True)
class SamplesRead(Event):
    """A file's headings and sample values were shown, to say what its columns hold."""

    extract_id: int


@dataclass(frozen=True)
class ChangesRead(Event):
    """What a file would change was shown, with what is held beside it; no case_id where it was only the list."""

    extract_id: int
    case_id: int | None


@dataclass(frozen=True)
class RejectedRowsTaken(Event):
    """The rejected rows of an extract left the product in a workbook, to be mended."""

    extract_id: int
    rows: int


@dataclass(frozen=True)
class ImportRefused(Event):
    cause: str


@dataclass(frozen=True)
class ImportProblemsRead(Event):
    extract_id: int
    alarmed: bool


@dataclass(frozen=True)
class OriginalRead(Event):
    """A dossier was opened and shown; alarmed where the reader's role does not ordinarily do so."""

    case_id: int
    dossier_version: int
    alarmed: bool


# Rounds, frames, draws


@dataclass(frozen=True)
class RoundPlanned(Event):
    round_id: int
    kind: str
    size: int


@dataclass(frozen=True)
class PlanChanged(Event):
    """A round was planned anew before its frame was frozen."""

    round_id: int
    size: int


@dataclass(frozen=True)
class FrameFrozen(Event):
    round_id: int
    frame_id: int
    draw_id: str
    frame_digest: str
    exclusions_digest: str
    total: int
    excluded: int
    counts: str
    allocation: str
    rules: str
    size: int
    floor: int
    targeted: bool


@dataclass(frozen=True)
class FrameFileRead(Event):
    round_id: int
    frame_id: int


@dataclass(frozen=True)
class SampleDrawn(Event):
    round_id: int
    frame_id: int
    frame_digest: str
    dice_digest: str
    picks_digest: str
    drawn: int
    reserves: int


@dataclass(frozen=True)
class DiceAwaited(Event):
    """Parties apart were named, each to commit to digits and then to reveal them."""

    round_id: int
    frame_id: int
    draw_id: str
    parties: int


@dataclass(frozen=True)
class DiceCommitted(Event):
    """A party, by its place in the order of the names, gave the digest of its nonce and digits."""

    round_id: int
    frame_id: int
    party: int
    commitment: str


@dataclass(frozen=True)
class DiceRevealed(Event):
    round_id: int
    frame_id: int
    party: int
    digits_digest: str


@dataclass(frozen=True)
class DiceAbandoned(Event):
    """So many parties kept silent; the draw begins again under a new id."""

    round_id: int
    frame_id: int
    silent: int


@dataclass(frozen=True)
class ChangeProposed(Event):
    """Someone proposed to replace a drawn case, or to void a draw; the reason is sealed."""

    round_id: int
    frame_id: int
    change_id: int
    kind: str
    round_case_id: int | None
    ground: str | None
    reason_digest: str


@dataclass(frozen=True)
class ChangeDecided(Event):
    """Another person agreed or did not; `accounts` is what figures rest on from then on."""

    round_id: int
    frame_id: int
    change_id: int
    kind: str
    approved: bool
    round_case_id: int | None
    into_id: int | None
    accounts: str | None


@dataclass(frozen=True)
class SampleGrown(Event):
    round_id: int
    frame_id: int
    change_id: int
    size: int
    added: int
    accounts: str


@dataclass(frozen=True)
class PackTaken(Event):
    """Someone took a draw's verification pack, which names cases."""

    round_id: int
    frame_id: int


@dataclass(frozen=True)
class CaseMarked(Event):
    """A live complaint or appeal keeps a case out of every frame; the reason is sealed."""

    case_id: int
    mark_id: int
    mark: str


@dataclass(frozen=True)
class MarkLifted(Event):
    case_id: int
    mark_id: int


@dataclass(frozen=True)
class TotalsEntered(Event):
    """The force's own totals of outcomes were entered, to hold a frame against."""

    round_id: int
    totals: str


@dataclass(frozen=True)
class NumberNamed(Event):
    round_id: int
    number_id: int
    source: str


@dataclass(frozen=True)
class NumberAnswered(Event):
    round_id: int
    number_id: int
    answer: str
    exclusion: str | None
    despite: str | None = None


@dataclass(frozen=True)
class NumberTakenBack(Event):
    round_id: int
    number_id: int


@dataclass(frozen=True)
class RoundDropped(Event):
    round_id: int


@dataclass(frozen=True)
class PicksRead(Event):
    round_id: int


# Redactions and releases


@dataclass(frozen=True)
class RedactionsDrafted(Event):
    round_id: int
    drafted: int


@dataclass(frozen=True)
class RedactionRead(Event):
    round_id: int
    round_case_id: int
    version: int


@dataclass(frozen=True)
class RedactionEdited(Event):
    round_id: int
    round_case_id: int
    version: int
    change: str
    kind: str
    reason_digest: str | None


@dataclass(frozen=True)
class RedactionChecked(Event):
    round_id: int
    round_case_id: int
    version: int


@dataclass(frozen=True)
class RedactionReturned(Event):
    """A second person said no to what was called ready; why is sealed, and its digest stands here."""

    round_id: int
    round_case_id: int
    version: int
    reason_digest: str


@dataclass(frozen=True)
class CaseReleased(Event):
    round_id: int
    round_case_id: int
    release_id: int
    version: int
    release_digest: str
    checked_by: int


@dataclass(frozen=True)
class PossibleBreach(Event):
    """A reader said that a release identifies somebody; from that moment nobody reads it. `texts` counts where."""

    round_id: int
    round_case_id: int
    release_id: int
    texts: int


@dataclass(frozen=True)
class ReleaseRecalled(Event):
    """The force took a release away from everybody; `readers` counts who had read it."""

    round_id: int
    round_case_id: int
    release_id: int
    readers: int
    reason_digest: str


@dataclass(frozen=True)
class BreachDecided(Event):
    round_id: int
    round_case_id: int
    withholding_id: int
    decision: str
    reason_digest: str


@dataclass(frozen=True)
class InformationAsked(Event):
    round_id: int
    round_case_id: int
    request_id: int
    asked_of: int
    items: int


@dataclass(frozen=True)
class InformationRequestClosed(Event):
    round_id: int
    round_case_id: int
    request_id: int


@dataclass(frozen=True)
class TextReceived(Event):
    """A text came to a drawn case after its draw; `version` is the redaction that now holds it, if one was drafted."""

    round_id: int
    round_case_id: int
    number: int
    kind: str
    at_the_time: bool
    text_digest: str
    version: int | None


@dataclass(frozen=True)
class ReleaseRefused(Event):
    """Somebody asked to approve a version that may not be released, or not by them."""

    round_id: int
    round_case_id: int
    version: int
    cause: str


@dataclass(frozen=True)
class RoundOpened(Event):
    round_id: int
    cases: int


@dataclass(frozen=True)
class RoundClosed(Event):
    round_id: int


# The panel


@dataclass(frozen=True)
class ReleaseRead(Event):
    round_id: int
    round_case_id: int
    release_id: int


@dataclass(frozen=True)
class GradeGiven(Event):
    """A member graded, changed or abstained: that they did, never what."""

    round_id: int
    round_case_id: int
    release_id: int
    grade_id: int


@dataclass(frozen=True)
class ConflictSet(Event):
    round_id: int
    round_case_id: int
    user_id: int
    state: str


@dataclass(frozen=True)
class CaseRevealed(Event):
    round_id: int
    round_case_id: int
    grades: int


@dataclass(frozen=True)
class SpreadRead(Event):
    round_id: int
    round_case_id: int


@dataclass(frozen=True)
class SpreadsRead(Event):
    """Someone saw the spreads of all of a round's revealed cases at once; their ids, with commas between."""

    round_id: int
    round_case_ids: str


@dataclass(frozen=True)
class GradersRead(Event):
    """The registrar looked at the names behind a case's grades: always an alarm."""

    round_id: int
    round_case_id: int
    alarmed: bool


@dataclass(frozen=True)
class FindingDrafted(Event):
    round_id: int
    round_case_id: int
    finding_id: int
    version: int


@dataclass(frozen=True)
class FindingSigned(Event):
    round_id: int
    round_case_id: int
    finding_id: int
    version: int


@dataclass(frozen=True)
class RangesReckoned(Event):
    """The force's side weighed signed findings by strata that the panel is not told; `entries` says up to which."""

    round_id: int
    entries: int


# Learning


@dataclass(frozen=True)
class LettersListed(Event):
    """Someone saw letters listed with whom each is for: a round's, or (round_id None) their own and their team's."""

    round_id: int | None
    letters: int


@dataclass(frozen=True)
class LetterEdited(Event):
    round_id: int
    finding_id: int
    letter_id: int


@dataclass(frozen=True)
class LetterSent(Event):
    round_id: int
    finding_id: int
    letter_id: int
    user_id: int


@dataclass(frozen=True)
class LetterRead(Event):
    round_id: int
    letter_id: int


@dataclass(frozen=True)
class LetterAcknowledged(Event):
    round_id: int
    letter_id: int


@dataclass(frozen=True)
class LetterAnswered(Event):
    round_id: int
    letter_id: int
    reply_id: int


# Copies of a round's pack


@dataclass(frozen=True)
class PackMade(Event):
    """A copy of a round's released cases was made for a reader; `state` digests what it was made from."""

    round_id: int
    copy_id: int
    reader_id: int
    form: str
    cases: int
    state: str


@dataclass(frozen=True)
class CopyTaken(Event):
    """Somebody got a copy's file."""

    round_id: int
    copy_id: int
    form: str


@dataclass(frozen=True)
class CopyCounted(Event):
    """A copy was counted back in, or was said to be destroyed or lost."""

    round_id: int
    copy_id: int
    fate: str


@dataclass(frozen=True)
class SheetImported(Event):
    """A member sent their grading sheet; `answers` counts the rows that held one."""

    round_id: int
    copy_id: int
    answers: int


@dataclass(frozen=True)
class ReportRead(Event):
    round_id: int
    form: str


@dataclass(frozen=True)
class ReturnMade(Event):
    """A round's national return was written; `digest` is its file's SHA-256."""

    round_id: int
    public: bool
    digest: str


@dataclass(frozen=True)
class TrailRead(Event):
    """Someone read the trail: all of it, or one round's."""

    round_id: int | None


@dataclass(frozen=True)
class TrailVerified(Event):
    entries: int
    intact: bool
    head: str


# The panel's ways: its terms, its meetings, its conflicts, and what follows from a finding


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
class MinutesRead(Event):
    round_id: int
    meeting_id: int
    form: str


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


# Learning: what follows from findings


@dataclass(frozen=True)
class ActionSet(Event):
    round_id: int
    action_id: int
    kind: str
    owner_id: int


@dataclass(frozen=True)
class ActionTaken(Event):
    """A step with an action: answered, returned, closed, reopened, or its day moved."""

    round_id: int
    action_id: int
    step: str


@dataclass(frozen=True)
class ActionTextWritten(Event):
    round_id: int
    action_id: int
    text_id: int
    kind: str


@dataclass(frozen=True)
class ActionWordsReleased(Event):
    round_id: int
    action_id: int
    words_id: int
    kind: str
    checked_by: int


@dataclass(frozen=True)
class LearningPointWritten(Event):
    point_id: int
    number: int
    version: int
    retired: bool


@dataclass(frozen=True)
class LocalThemeAdded(Event):
    theme_id: int
    under: str


@dataclass(frozen=True)
class LocalThemeEnded(Event):
    theme_id: int


@dataclass(frozen=True)
class LetterHeld(Event):
    round_id: int
    finding_id: int
    addressee: str
    held: bool


@dataclass(frozen=True)
class LetterHandedOver(Event):
    round_id: int
    finding_id: int
    addressee: str
    form: str


@dataclass(frozen=True)
class LetterEnded(Event):
    round_id: int
    finding_id: int
    addressee: str
    why: str


@dataclass(frozen=True)
class AccountableNamed(Event):
    user_id: int


@dataclass(frozen=True)
class FindingsHandedOver(Event):
    round_id: int
    user_id: int


@dataclass(frozen=True)
class FindingsAcknowledged(Event):
    round_id: int


@dataclass(frozen=True)
class FiguresRead(Event):
    """Somebody read internal figures over rounds, on a page or as a file."""

    figures: str
    form: str


@dataclass(frozen=True)
class TableDownloaded(Event):
    table: str
    form: str


@dataclass(frozen=True)
class PublicReportPrepared(Event):
    report_id: int
    version: int
    report_digest: str


@dataclass(frozen=True)
class PublicLineApproved(Event):
    report_id: int
    line_digest: str


@dataclass(frozen=True)
class PublicReportApproved(Event):
    report_id: int
    step: str
    report_digest: str


@dataclass(frozen=True)
class PublicReportPublished(Event):
    report_id: int
    report_digest: str


@dataclass(frozen=True)
class PublicReportWithdrawn(Event):
    report_id: int


@dataclass(frozen=True)
class TokenMade(Event):
    token_id: int
    scopes: str


@dataclass(frozen=True)
class TokenRevoked(Event):
    token_id: int


@dataclass(frozen=True)
class ApiRead(Event):
    token_id: int
    resource: str
    rows: int


EVENTS: dict[str, type[Event]] = {event.__name__: event for event in Event.__subclasses__()}


def fields_of(event: type[Event]) -> tuple[str, ...]:
    """Name the facts that an event keeps."""
    return tuple(field.name for field in fields(event))
