"""Redactions, releases, and what takes a release away."""

from dataclasses import dataclass

from scrutiny_app.domain.events.event import Event


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
class CaseChecked(Event):
    """A release was held against the policy rules, and what they say was kept with it."""

    round_id: int
    round_case_id: int
    release_id: int
    checks_digest: str


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
