"""A frame's strata in words and figures, and what plans of it could show: the tables and charts of a draw's pages."""

import math
from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy.orm import Session

from scrutiny_app.domain.framing import EXCLUSION_TITLES, ExclusionReason
from scrutiny_app.domain.planning import MARGIN, RARE_SHARES, Prospects, Sharing, size_for_fault, size_for_margin
from scrutiny_app.domain.rounds import MOST_CASES, filter_words, stratum_title
from scrutiny_app.files.charts import stacked_bars
from scrutiny_app.services import planning

if TYPE_CHECKING:
    from scrutiny_app.models.frames import Frame
    from scrutiny_app.models.rounds import Round
    from scrutiny_app.services.framing import Preview

MOST_BARS = 60  # in one chart; the table beside it has every stratum


class Share(NamedTuple):
    """One stratum in words: its cases, places and reserves, and what its share is in proportion to."""

    title: str
    cases: int
    places: int
    reserves: int
    weight: Fraction | None

    @property
    def stands_for(self) -> Fraction | None:
        """Give how many cases of the frame each drawn case stands for; None where none is drawn."""
        return Fraction(self.cases, self.places) if self.places else None


class Need(NamedTuple):
    """One aim of a sample: how many cases it needs, None where no number would do, and what the plan has of it."""

    aim: str
    size: int | None
    planned: str


def cases_in_words(session: Session, round_: "Round") -> dict[str, str]:
    """Say which cases of its period a round was planned to draw from."""
    chosen = len(planning.chosen_numbers(session, round_))
    named = {"Cases": f"{chosen:,} chosen by number"} if chosen else {}
    return named | filter_words(round_.filters) or {"Filters": "None: every case of the period"}


def shares_of(seen: "Frame | Preview", rules: Mapping[str, Any]) -> list[Share]:
    """Tell each stratum of a frame."""
    weights = rules["weights"] or {}
    return [
        Share(
            title=stratum_title(rules["strata"], value),
            cases=cases,
            places=seen.allocation.get(value, 0),
            reserves=min(rules["reserves"], cases - seen.allocation.get(value, 0)),
            weight=Fraction(weights[value]) if value in weights else None,
        )
        for value, cases in seen.counts.items()
    ]


def exclusions_in_words(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """Tell how many cases are left out for each reason."""
    return [(EXCLUSION_TITLES[ExclusionReason(reason)], count) for reason, count in counts.items()]


def needs_of(counts: Mapping[str, int], rules: Mapping[str, Any], prospects: Prospects | None) -> list[Need]:
    """Say how many cases each aim needs, shared by the plan's own rules, and what the present plan would give."""
    weights = {name: Fraction(weight) for name, weight in (rules["weights"] or {}).items()}
    sharing = Sharing(rules["floor"], rules["cap"], weights or None)
    reach = f"to be right within {MARGIN * 100} points either way, whatever is found"
    needs = [Need(reach, size_for_margin(counts, sharing=sharing), _reach(prospects))]
    for share in RARE_SHARES:
        aim = f"to see, 95 times in 100, a fault that {share * 100}% of all cases have"
        # Rounded down: 94.6 times are not 95.
        seen = f"{math.floor(prospects.chances[share] * 1000) / 10:g} times in 100" if prospects else ""
        needs.append(Need(aim, size_for_fault(counts, share, sharing=sharing), seen))
    return needs


def size_in_words(size: int | None) -> str:
    """Write a size, and say where it is more than one round may have, or where none would do."""
    if size is None:
        return "No number of cases is enough, with so few at most from each,"
    return f"{size:,} {'case' if size == 1 else 'cases'}" + (
        f" (a round has at most {MOST_CASES:,})" if size > MOST_CASES else ""
    )


def frame_chart(stratum: str, shares: list[Share]) -> str | None:
    """Draw the frame by stratum, with what of it is in the sample."""
    rows = [(share.title, [share.places, share.cases - share.places]) for share in shares]
    about = f"One bar for each {stratum}, as long as its cases in the frame are many"
    return _bars(f"The frame by {stratum}", about, ["In the sample", "The rest"], rows)


def picks_chart(stratum: str, shares: list[Share]) -> str | None:
    """Draw the sample by stratum, with the reserves behind it."""
    rows = [(share.title, [share.places, share.reserves]) for share in shares]
    about = f"One bar for each {stratum}: its picks, and behind them the reserves that were named"
    return _bars(f"The sample by {stratum}", about, ["Picks", "Reserves"], rows)


def _bars(title: str, about: str, names: list[str], rows: list[tuple[str, list[int]]]) -> str | None:
    return stacked_bars(title, about, names, rows) if len(rows) <= MOST_BARS else None


def _reach(prospects: Prospects | None) -> str:
    """Say how far the plan's own range reaches; rounded up, because 10.2 points are not 10."""
    return f"at most {math.ceil(prospects.half_width * 1000 - 1e-9) / 10:g} points" if prospects else ""
