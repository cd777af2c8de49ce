"""What the panel judges: grades, conflicts, reveals and findings."""

from dataclasses import dataclass

from scrutiny_app.domain.events.event import Event


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
class PolicyChecksAsked(Event):
    """A member whose grade is in asked to read what the policy checks say of the release."""

    round_id: int
    round_case_id: int
    release_id: int


@dataclass(frozen=True)
class LaterFactsAsked(Event):
    """A member whose grade is in asked to read what came after the decision."""

    round_id: int
    round_case_id: int


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
