"""How many cases each stratum of a round's frame gives, and all else that decides its draw besides frame and dice."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from sqlalchemy.orm import Session

from scrutiny_app.domain.allocation import FrameTooSmall, allocate, neyman_weights, over_sample
from scrutiny_app.domain.crossing import strata_with
from scrutiny_app.domain.rounds import Rule
from scrutiny_app.models.rounds import Round
from scrutiny_app.services.earlier_findings import graded_by_stratum

ALGORITHM = "dip-1"
EMPTY = "No case is left to draw from. Widen the period or the filters, or import the missing extract."
MOST_RESERVES = 50  # named in each stratum; a sample of fewer names as many as it has cases


def rules(round_: Round, weights: Mapping[str, Fraction | int] | None = None) -> dict[str, Any]:
    """State all that decides a round's draw, besides its frame and its dice."""
    return {
        "algorithm": ALGORITHM,
        "size": round_.size,
        "floor": round_.floor,
        "cap": round_.cap,
        "allocation": "proportional, largest remainder" if weights is None else "by weights, largest remainder",
        "weights": weights and {name: str(weight) for name, weight in weights.items()},
        "rule": round_.rule,
        "theme": round_.theme,
        "reserves": min(round_.size, MOST_RESERVES),
        "strata": list(round_.strata),
        "period_from": round_.period_from.isoformat(),
        "period_to": round_.period_to.isoformat(),
        "filters": round_.filters,
        "chosen": round_.targeted,
    }


def weights_of(session: Session, round_: Round, counts: Mapping[str, int]) -> Mapping[str, Fraction | int] | None:
    """Give what the strata's shares are in proportion to, where that is not their cases alone."""
    weights: Mapping[str, Fraction | int] = counts
    if round_.rule == Rule.NEYMAN:
        weights = neyman_weights(counts, graded_by_stratum(session, round_))
    if round_.theme and (drawn_more := _of_theme(round_, counts)):
        weights = over_sample(weights, drawn_more, round_.theme["times"])
    return None if weights is counts else weights


def shares(
    counts: Mapping[str, int], round_: Round, weights: Mapping[str, Fraction | int] | None = None
) -> dict[str, int]:
    """Share a round's sample among the strata of its frame; refuses one that cannot be."""
    if not counts:
        raise FrameTooSmall(EMPTY)
    return allocate(counts, round_.size, round_.floor, round_.cap, weights=weights)


def _of_theme(round_: Round, counts: Mapping[str, int]) -> frozenset[str]:
    theme = round_.theme or {}
    return strata_with(counts, list(round_.strata).index(theme["facet"]), theme["value"])
