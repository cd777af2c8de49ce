"""What keeps a finding from being kept as it is written: all of it, so that it is put right at one go."""

from collections.abc import Callable, Collection, Iterator, Mapping

from sqlalchemy.orm import Session

from scrutiny_app.domain.agreeing import FindingIncomplete, Reached, Result, check_complete
from scrutiny_app.domain.grading import Observation
from scrutiny_app.models.meetings import Meeting
from scrutiny_app.models.rounds import Round
from scrutiny_app.services.spreads import spreads
from scrutiny_app.services.voting import check_voters

NOT_TOGETHER = (
    "Not all who graded gave this grade, or somebody dissents: say that it was reached by discussion or a vote."
)


def problems(
    session: Session,
    round_: Round,
    round_case_id: int,
    meeting: Meeting | None,
    *,
    result: Result | None,
    observations: Collection[Observation],
    remarks: str,
    dissent: str,
    reached: Reached | None,
    votes: Mapping[Result, int],
) -> Iterator[str]:
    """Say all that is wrong with a finding; what depends on its result only where one is chosen."""
    if result is not None:
        yield from _of(lambda: check_complete(result, observations, remarks, dissent))
    yield from _of(lambda: check_voters(session, round_, round_case_id, meeting, reached, result, votes))
    if reached is Reached.TOGETHER and (dissent or not _all_gave(session, round_case_id, result)):
        yield NOT_TOGETHER


def _of(check: Callable[[], None]) -> tuple[str, ...]:
    try:
        check()
    except FindingIncomplete as refusal:
        return refusal.problems
    return ()


def _all_gave(session: Session, round_case_id: int, result: Result | None) -> bool:
    spread = spreads(session, [round_case_id])[round_case_id]
    return spread.unanimous and any(count and grade.value == result for grade, count in spread.counts.items())
