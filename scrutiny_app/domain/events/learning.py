"""What follows from findings: letters, actions, figures, public reports."""

from dataclasses import dataclass

from scrutiny_app.domain.events.event import Event


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
    reason_digest: str


@dataclass(frozen=True)
class PublicReportSentBack(Event):
    report_id: int
    step: str
    reason_digest: str


@dataclass(frozen=True)
class VolumesMade(Event):
    volumes_id: int
    year: str


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
