"""The panel's finding: what it may be, and whom the panel needs to make one."""

from collections.abc import Collection
from enum import StrEnum

from scrutiny_app.domain.grading import GRADE_MEANINGS, GRADE_TITLES, Grade
from scrutiny_app.domain.people import OUTSIDE_BODIES, Body


class Result(StrEnum):
    """One of the three grades, or one of two states that are not grades."""

    APPROPRIATE = Grade.APPROPRIATE.value
    OBSERVATIONS = Grade.OBSERVATIONS.value
    INAPPROPRIATE = Grade.INAPPROPRIATE.value
    NOT_AGREED = "not_agreed"
    MORE_INFORMATION = "more_information"


RESULT_TITLES = {
    **{Result(grade.value): title for grade, title in GRADE_TITLES.items()},
    Result.NOT_AGREED: "Not agreed",
    Result.MORE_INFORMATION: "More information: return",
}
RESULT_MEANINGS = {
    **{Result(grade.value): meaning for grade, meaning in GRADE_MEANINGS.items()},
    Result.NOT_AGREED: "The panel discussed the case and did not agree",
    Result.MORE_INFORMATION: "The panel cannot grade on this information; the case returns when the force has answered",
}
GRADED_RESULTS = tuple(Result(grade.value) for grade in Grade)


def missing_from_quorum(graders: Collection[Body], least: int, child: bool) -> list[str]:
    """Name what a panel of these bodies still lacks to make a finding; an empty list is a quorum.

    The default rule: enough members, one magistrate, one from outside the criminal-justice agencies, and the
    youth justice service for a child's case.
    """
    missing = []
    if len(graders) < least:
        missing.append(f"{least} grades (there are {len(graders)})")
    if Body.MAGISTRACY not in graders:
        missing.append("a magistrate's grade")
    if not OUTSIDE_BODIES & set(graders):
        missing.append("a grade from outside the criminal-justice agencies")
    if child and Body.YJS not in graders:
        missing.append("a grade from the youth justice service, because the case is a child's")
    return missing
