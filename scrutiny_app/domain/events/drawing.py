"""Rounds, frames and draws."""

from dataclasses import dataclass

from scrutiny_app.domain.events.event import Event


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
