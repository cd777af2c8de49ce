"""Forces side by side as funnels: each held against what is usual for as many cases as it has, and never ranked.

Limits are exact and binomial around the share of all forces together. Where counts are hidden a force is flagged only
if it lies beyond the limits whatever they hold. The share of all is then that of the exact returns; where there are
none it is a range too, and the limits lie around the whole of it.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from scrutiny_app.domain.collating import MEASURE, Part, Place, Pool, usual_share
from scrutiny_app.domain.funnels import ROOM, funnel_limits, limits_by_size
from scrutiny_app.domain.national_return import AGE_CODES, DISPOSAL_CODES, GRADED, LEAST_RATED, line_title
from scrutiny_app.domain.national_sums import Between
from scrutiny_app.domain.suppressing import ALL

FEWEST_FORCES = 2  # one force alone is not beside anything


class Flag(StrEnum):
    """Where a force lies."""

    WITHIN = "within"
    ABOVE = "above"
    BELOW = "below"
    MAY = "may"
    FEW = "few"
    NONE = "none"


FLAG_TITLES = {
    Flag.WITHIN: "Within the limits",
    Flag.ABOVE: "Above the upper limit",
    Flag.BELOW: "Below the lower limit",
    Flag.MAY: "Cannot be told: counts are hidden",
    Flag.FEW: f"Fewer than {LEAST_RATED} graded",
    Flag.NONE: "No graded case",
}


PLACED = (Flag.WITHIN, Flag.ABOVE, Flag.BELOW)


@dataclass(frozen=True)
class Point:
    """One force: how many were found inappropriate of how many graded, and where that lies."""

    force: str
    found: Between
    graded: Between
    flag: Flag


@dataclass(frozen=True)
class Funnel:
    """Every force at one place, the share of all together, and the limits by the number graded."""

    place: Place
    title: str
    share: Between
    points: tuple[Point, ...]
    limits: tuple[tuple[int, float, float], ...]  # the number graded, and the lowest and highest usual shares

    @property
    def drawn(self) -> tuple[Point, ...]:
        """Give the forces that have a place on a chart: enough graded cases, and not too much hidden."""
        return tuple(one for one in self.points if one.flag in PLACED)


def funnels_of(part: Part) -> list[Funnel]:
    """Make the funnel of all cases, then those of each disposal and of each age group that two forces or more have."""
    places = [(ALL, ALL), *((code, ALL) for code in DISPOSAL_CODES), *((ALL, code) for code in AGE_CODES)]
    return [made for place in places if (made := _funnel(part, place))]


def place_title(place: Place) -> str:
    """Name a disposal, an age group, or all cases."""
    disposal, age = place
    if place == (ALL, ALL):
        return "All cases"
    if disposal == ALL:
        return f"Age group: {line_title(age, 'age_group').lower()}"
    return line_title(disposal, "disposal")


def _funnel(part: Part, place: Place) -> Funnel | None:
    share = usual_share(part, place)
    graded = {force: pool.count(GRADED, place) for force, pool in part.forces.items()}
    if share is None or sum(one.high > 0 for one in graded.values()) < FEWEST_FORCES:
        return None
    points = tuple(_point(force, pool, place, share) for force, pool in sorted(part.forces.items()))
    most = ceil(max(one.high for one in graded.values()) * ROOM)
    return Funnel(place, place_title(place), share, points, tuple(limits_by_size(most, share.low, share.high)))


def _point(force: str, pool: Pool, place: Place, share: Between) -> Point:
    found, graded = pool.count(MEASURE, place), pool.count(GRADED, place)
    return Point(force, found, graded, _flag(found, graded, share))


def _flag(found: Between, graded: Between, share: Between) -> Flag:
    if not graded.high:
        return Flag.NONE
    if graded.low < LEAST_RATED:
        return Flag.FEW if graded.high < LEAST_RATED else Flag.MAY
    fewest, most = int(graded.low), int(graded.high)
    if found.low > funnel_limits(most, share.high)[1]:
        return Flag.ABOVE
    if found.high < funnel_limits(fewest, share.low)[0]:
        return Flag.BELOW
    if found.known and graded.known and share.known:
        return Flag.WITHIN
    might_be_above = min(found.high, fewest) > funnel_limits(fewest, share.low)[1]
    might_be_below = found.low < funnel_limits(most, share.high)[0]
    return Flag.MAY if might_be_above or might_be_below else Flag.WITHIN
