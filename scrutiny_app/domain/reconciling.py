"""Holding a frame against the force's own totals: how many outcomes are here, and how many the force counted.

A total that nobody knows is none, and never 0. Disposals without one are in no sum.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from scrutiny_app.domain.cases import DISPOSALS
from scrutiny_app.domain.rounds import Stage
from scrutiny_app.domain.trail import canonical

LARGEST_TOTAL = 10_000_000
_TO_DO = {
    Stage.PLANNED: "find out which before freezing",
    Stage.FROZEN: "find out which before the dice, or have the frame voided",
}
ISSUED = tuple(disposal for disposal in DISPOSALS if disposal.since is not None)


@dataclass(frozen=True)
class Reconciled:
    """What was found when totals were last entered: (the force's, ours) of each disposal that has a total."""

    totals: Mapping[str, tuple[int, int]]
    before_freezing: bool

    @property
    def counted(self) -> int:
        """Sum what the force counted."""
        return sum(theirs for theirs, _ in self.totals.values())

    @property
    def here(self) -> int:
        """Sum what is held here of the same disposals."""
        return sum(ours for _, ours in self.totals.values())

    @property
    def differing(self) -> int:
        """Count the disposals in which the two differ, even where the sums agree."""
        return sum(theirs != ours for theirs, ours in self.totals.values())

    @property
    def words(self) -> str:
        """Say whether the totals agree, and when they were held against each other."""
        kinds = f"{len(self.totals)} {'disposal' if len(self.totals) == 1 else 'disposals'}"
        when = "before" if self.before_freezing else "after"
        found = f"The force counted {self.counted:,} cases of {kinds}, and {self.here:,} are held here"
        verb = "differs" if self.differing == 1 else "differ"
        differ = f"{self.differing} of the disposals {verb}" if self.differing else "every disposal agrees"
        return f"{found} ({difference_words(self.here, self.counted)}); {differ}. Entered {when} the frame was frozen."


def difference_words(here: int, counted: int) -> str:
    """Say by how much what is here differs from what the force counted."""
    if here == counted:
        return "the same"
    return f"{counted - here:,} fewer here" if here < counted else f"{here - counted:,} more here"


def advice(here: int, counted: int, at: Stage) -> str:
    """Say what a difference means, and what can be done about it at a stage of the round."""
    if here == counted:
        return "Agrees"
    return f"{difference_words(here, counted)} than the force counted: {_TO_DO.get(at, 'every report says so')}"


def to_json(totals: Mapping[str, tuple[int, int]]) -> str:
    """Write totals as they stand on the trail."""
    return canonical(totals)


def from_json(text: str) -> dict[str, tuple[int, int]]:
    """Read totals as they stand on the trail."""
    return {name: (int(theirs), int(ours)) for name, (theirs, ours) in json.loads(text).items()}
