"""Invented rounds told as national returns, for the tests of what becomes of returns."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from hypothesis import strategies as st

from scrutiny_app.domain.agreeing import Result
from scrutiny_app.domain.grading import FAULTS, Grade, Observation, Severity, Theme
from scrutiny_app.domain.national_forms import agreement_of, restricted
from scrutiny_app.domain.national_return import STEPS, Return, Timing
from scrutiny_app.domain.reporting import Reviewed, RoundReport
from scrutiny_app.domain.round_method import Method
from scrutiny_app.domain.told_rounds import ToldRound
from scrutiny_app.domain.weighing import Weighed

FORCE = "Northmoor Police"
KINDS = (
    ("community_resolution", "adult"),
    ("community_resolution", "child"),
    ("youth_caution", "child"),
    ("conditional_caution", "adult"),
    ("outcome_22", None),
)
SOUND, SEEN, WRONG, SPLIT, BACK = Result


def case(
    result: Result = SOUND, disposal: str = "community_resolution", age: str | None = "adult", *themes: Theme
) -> Reviewed:
    """Make one reviewed case."""
    seen = [Observation(theme, Severity.MINOR if number else Severity.SERIOUS) for number, theme in enumerate(themes)]
    return Reviewed("NP-1", disposal, "drugs", age, result, tuple(seen))


def round_of(*results: Result) -> list[Reviewed]:
    """Make a case a result, of the kinds in turn."""
    return [case(result, *KINDS[number % len(KINDS)]) for number, result in enumerate(results)]


def make_return(cases: Sequence[Reviewed] = (), **changes: Any) -> Return:
    """Make an exact return of some cases (twenty unless given); `changes` are of the round that it is of."""
    report = make_report(cases, **changes)
    grades = [{Grade.APPROPRIATE: 3, Grade.OBSERVATIONS: 1, Grade.INAPPROPRIATE: 0} for _ in report.reviewed]
    timings = [Timing(step=step, n=len(grades), median_days=float(days)) for days, step in enumerate(STEPS, 9)]
    return restricted(report, agreement_of(grades), timings)


def make_told(number: int, cases: Sequence[Reviewed] = (), **changes: Any) -> ToldRound:
    """Make a round as a public report tells it."""
    return ToldRound(number, make_report(cases, **changes), make_return(cases, **changes))


def make_report(cases: Sequence[Reviewed] = (), **changes: Any) -> RoundReport:
    """Make the report of a round."""
    cases = cases or round_of(*[SOUND] * 13, *[SEEN] * 4, *[WRONG] * 2, BACK)
    about: dict[str, Any] = {
        "force": FORCE,
        "draw_id": "NM-1",
        "frame": 400,
        "targeted": False,
        "start": date(2026, 4, 1),
    } | changes
    size, frame, start = len(cases), max(about["frame"], len(cases)), about["start"]
    method = Method(
        algorithm="dip-1",
        draw_id=about["draw_id"],
        frame_digest=sha256(f"{about['force']}{about['draw_id']}".encode()).hexdigest(),
        dice="1",
        period_from=start,
        period_to=start.replace(month=start.month + 2, day=30),
        filters={},
        strata=("disposal",),
        floor=2,
        accounts={"all": Weighed(frame, size, size)},
        shared={"all": size},
        exclusions={},
        targeted=about["targeted"],
    )
    signed = start.replace(month=start.month + 5)
    return RoundReport("Round", about["force"], "Panel", method, tuple(cases), signed, 9, "a" * 64)


@st.composite
def rounds(draw: st.DrawFn, most: int = 40) -> list[Reviewed]:
    """Draw a round's cases: few kinds, so that some counts are large and some small."""
    size = draw(st.integers(1, most))
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=4, unique=True))
    cases = []
    for _ in range(size):
        result = draw(st.sampled_from([SOUND, SOUND, SOUND, SEEN, SEEN, WRONG, SPLIT, BACK]))
        themes = draw(st.lists(st.sampled_from(FAULTS[:3]), max_size=2, unique=True)) if result is not SOUND else []
        cases.append(case(result, *draw(st.sampled_from(kinds)), *themes))
    return cases
