"""What a public report says of all eligible cases: the share of each grade, and where there is none, why not.

A share is reckoned from what is printed alone: the headline counts and the sizes of the lists. Where groups of cases
had more than their share of the draw, it would have to be weighted by groups, and the weights would let a reader work
out in which small group a result was; so none is given then.
"""

from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from typing import Any

from scrutiny_app.domain.agreeing import GRADED_RESULTS, Result
from scrutiny_app.domain.national_return import LEAST_RATED, low
from scrutiny_app.domain.reporting import SOUND
from scrutiny_app.domain.statistics import stratified_exact
from scrutiny_app.domain.told_rounds import ToldRound


class NoShare(StrEnum):
    """Why a report gives no share of all eligible cases."""

    TARGETED = "targeted"
    FEW = "few"
    WHOLE = "whole"
    WEIGHTED = "weighted"


NO_SHARE_WORDS = {
    NoShare.FEW: "No share of all eligible cases is given, because of a round fewer than "
    f"{LEAST_RATED} cases were graded.",
    NoShare.WHOLE: "No share of all eligible cases is given, because every eligible case of a round was read: "
    "nothing is left to estimate.",
    NoShare.WEIGHTED: "No share of all eligible cases is given: some groups of cases had more than their share of the "
    "draw, so a share would be weighted by group, and could tell which result a very small group had.",
}


def shares(ours: Sequence[ToldRound]) -> list[dict[str, Any]]:
    """Give the share of each grade with its counts and interval, where every round can bear one."""
    if why_no_share(ours):
        return []
    return [_share(ours, code, results) for code, results in _measures()]


def why_no_share(ours: Sequence[ToldRound]) -> NoShare | None:
    """Say why some rounds can bear no share, so that nothing hidden is told; None where they can."""
    found = [why for why in map(_why, ours) if why]
    return next((one for one in NoShare if one in found), None)


def _why(one: "ToldRound") -> NoShare | None:
    if one.exact.selection != "random":
        return NoShare.TARGETED
    if low(one.exact.results.graded) < LEAST_RATED:
        return NoShare.FEW
    if one.report.method.drawn >= one.report.method.eligible:
        return NoShare.WHOLE
    return NoShare.WEIGHTED if one.report.why_no_range or not one.report.method.proportionate else None


def _share(ours: Sequence[ToldRound], code: str, results: Collection[Result]) -> dict[str, Any]:
    found = [sum(low(one.exact.results.of(result)) for result in results) for one in ours]
    graded = [low(one.exact.results.graded) for one in ours]
    frames = [one.exact.frame for one in ours]
    share, least, most = stratified_exact(zip(frames, graded, found, strict=True))
    figures = {"share": round(share, 2), "low": round(least, 2), "high": round(most, 2)}
    return {"result": code, "cases": sum(found), "of": sum(graded), **figures}


def _measures() -> Iterator[tuple[str, Collection[Result]]]:
    yield from ((result.value, (result,)) for result in GRADED_RESULTS)
    yield "sound", SOUND
