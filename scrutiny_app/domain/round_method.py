"""How a round's cases were chosen: what its report states of frame, draw, dice and what was undone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from scrutiny_app.domain.allocation import allocate
from scrutiny_app.domain.frame_checking import FrameCheck
from scrutiny_app.domain.reconciling import Reconciled
from scrutiny_app.domain.replacing import Undone
from scrutiny_app.domain.weighing import Weighed


@dataclass(frozen=True)
class Method:
    """How a round's cases were chosen: `accounts` by stratum as they stand, `shared` n as drawn, `filters` in words."""

    algorithm: str
    draw_id: str
    frame_digest: str
    dice: str
    period_from: date
    period_to: date
    filters: Mapping[str, str]
    strata: tuple[str, ...]
    floor: int
    accounts: Mapping[str, Weighed]
    shared: Mapping[str, int]
    exclusions: Mapping[str, int]
    targeted: bool
    undone: Undone = field(default_factory=Undone)
    check: FrameCheck = field(default_factory=FrameCheck)  # of numbers that were named from outside
    totals: Reconciled | None = None  # with the force's own
    in_proportion: bool = True  # as planned, whatever floors and roundings made of it

    @property
    def counts(self) -> dict[str, int]:
        """Count the frame's cases in each stratum."""
        return {name: account.cases for name, account in self.accounts.items()}

    @property
    def allocation(self) -> dict[str, int]:
        """Count the cases of each stratum that stand: those drawn, less those taken out, and those put in."""
        return {name: account.standing for name, account in self.accounts.items()}

    @property
    def eligible(self) -> int:
        """Count the cases of the frame."""
        return sum(self.counts.values())

    @property
    def drawn(self) -> int:
        """Count the cases that stand as the sample."""
        return sum(self.allocation.values())

    @cached_property
    def struck(self) -> bool:
        """Say whether any case that was looked at was found ineligible."""
        return any(account.looked_at != account.standing for account in self.accounts.values())

    @cached_property
    def stands_for(self) -> int:
        """Estimate the frame's eligible cases, which shares are of: all of it, unless some were found ineligible."""
        return sum(account.eligible for account in self.accounts.values()) if self.struck else self.eligible

    @cached_property
    def proportionate(self) -> bool:
        """Say whether each stratum has the share that its size alone would give it, so that no case needs a weight."""
        return not self.struck and self.allocation == allocate(self.counts, self.drawn, floor=0)
