"""What would become of a file's rows if they were read as it has been said: how many load, how many do not, and why."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.perhaps_no_case import ADVICE as NO_CASE

# What leaves out a case that is none for a panel.
RIGHTLY = frozenset({Fault.NOT_OUT_OF_COURT, Fault.NOT_FINALISED, Fault.WITHDRAWN, Fault.NOT_FOR_PANEL})


@dataclass(frozen=True)
class Kind:
    """One thing that keeps rows from being loaded, in how many of them, and what to do."""

    column: str
    found: str
    advice: str
    rows: int
    first_row: int


@dataclass(frozen=True)
class Trial:
    """The rows that were tried, those that would load, and what keeps the others out; `is_all` of all rows."""

    rows: int
    loaded: int
    rightly: tuple[Kind, ...]
    wrongly: tuple[Kind, ...]
    left_out: int  # rows, all of whose problems are right
    is_all: bool
    doubted: tuple[Kind, ...] = ()  # rows that would load, of which a column that is not loaded says otherwise
    people_in_no_case: int = 0  # of a sheet of people, where all rows were tried

    @property
    def to_mend(self) -> int:
        """Count the rows that do not load, and may have to."""
        return self.rows - self.loaded - self.left_out


def trial_of(
    rows: int, loaded: int, problems: Iterable[Problem], notes: Iterable[Problem] = (), *, is_all: bool
) -> Trial:
    """Sum up the problems of the rows that were tried, and what the notes say against those that would load."""
    by_row: dict[int, list[Problem]] = {}
    for problem in problems:
        by_row.setdefault(problem.row, []).append(problem)
    reasons = {row: why for row, found in by_row.items() if (why := reason_left_out(found))}
    wrongly = (one for row, found in by_row.items() if row not in reasons for one in found)
    notes = list(notes)
    doubted = _kinds(note for note in notes if note.advice == NO_CASE)
    in_no_case = sum(note.code == Fault.PARTY_WITHOUT_CASE for note in notes) if is_all else 0
    kinds = tuple(_kinds(reasons.values())), tuple(_kinds(wrongly))
    return Trial(rows, loaded, *kinds, len(reasons), is_all, tuple(doubted), in_no_case)


def reason_left_out(found: Iterable[Problem]) -> Problem | None:
    """Give of a row's problems the one for which it is rightly left out; None where there is none."""
    return next((one for one in found if one.code in RIGHTLY), None)


def _kinds(problems: Iterable[Problem]) -> list[Kind]:
    counts: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], Problem] = {}
    for problem in problems:
        key = problem.column, problem.code
        counts[key] += 1
        first.setdefault(key, problem)
    return [
        Kind(first[key].column, first[key].found, first[key].advice, count, first[key].row)
        for key, count in counts.most_common()
    ]
