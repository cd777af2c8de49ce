"""The calibration set: invented cases on which a member tries their hand before they grade a real one.

Each has a finding that a model panel came to and why, read only once the member has graded it. Nothing here counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scrutiny_app.domain.grading import Grade, Observation, Severity, Theme
from scrutiny_app.domain.releasing import BlankState, Fact, Item, Moment, ReleasedCase, Text


@dataclass(frozen=True)
class CalibrationCase:
    """One invented case with its model finding; `place` is its number in the set."""

    code: str
    place: int
    title: str
    case: ReleasedCase
    grade: Grade
    observations: tuple[Observation, ...]
    why: tuple[str, ...]


def from_mapping(code: str, place: int, kept: Mapping[str, Any]) -> CalibrationCase:
    """Read one case of the set from its file; raise KeyError or ValueError for what is no case."""
    about, finding = kept["case"], kept["finding"]
    case = ReleasedCase(
        reference=f"PRACTICE-{place}",
        disposal=about["disposal"],
        offence_group=about["offence_group"],
        age_group=about["age_group"],
        facts=tuple(Fact(one["label"], *_stated(one)) for one in kept["facts"]),
        timeline=tuple(Moment(one["day"], one["what"]) for one in kept["timeline"]),
        texts=tuple(Text(one["name"], one["heading"], *_stated(one)) for one in kept["texts"]),
        completeness=tuple(Item(one["label"], BlankState(one["state"])) for one in kept["recorded"]),
    )
    noted = tuple(
        Observation(Theme(one["theme"]), Severity(one["severity"])) for one in finding.get("observations", ())
    )
    return CalibrationCase(code, place, about["title"], case, Grade(finding["grade"]), noted, tuple(finding["why"]))


def _stated(one: Mapping[str, Any]) -> tuple[str, BlankState]:
    state = BlankState(one.get("state", BlankState.RECORDED))
    if (state is BlankState.RECORDED) != bool(one.get("text")):
        raise ValueError("what is recorded has a text, and nothing else has")
    return one.get("text", ""), state
