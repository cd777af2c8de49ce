"""Which cells of a rejected row a problem puts in question: its own, and those that may be what is wrong instead.

A disposal that its outcome code contradicts is right where the code is wrong, so whoever mends the row sees both.
"""

from collections.abc import Mapping, Sequence

from scrutiny_app.domain.ages import AGES
from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.contradictions import ORDER
from scrutiny_app.domain.faults import Fault
from scrutiny_app.domain.importing import Problem
from scrutiny_app.domain.ticks import is_blank
from scrutiny_app.domain.trial import RIGHTLY

_BIRTH = ("offender_born", *AGES)
_TOGETHER: dict[str, tuple[str, ...]] = {
    Fault.OUTCOME_CONTRADICTS: ("disposal", "outcome_code"),
    Fault.AGE_CONTRADICTS: ("disposal", "outcome_code", *_BIRTH),
    Fault.FLAG_CONTRADICTS: _BIRTH,
    Fault.AGES_DIFFER: _BIRTH,
}
_ORDERED = {(COLUMN[named].heading, COLUMN[one].heading) for *pair, named in ORDER for one in pair if one != named}


def places_in_question(problem: Problem, cells: Sequence[Cell], columns: Mapping[str, Sequence[int]]) -> set[int]:
    """Give the columns, from 0, of the cells in question; of others than its own those alone that hold something.

    Of a row that is rightly left out there are none: nothing of it is to be mended.
    """
    if problem.code in RIGHTLY:
        return set()
    own = set(columns.get(problem.column, ()))
    beside = {place for heading in others_in_question(problem) for place in columns.get(heading, ())}
    return own | {place for place in beside if place < len(cells) and not is_blank(cells[place])}


def others_in_question(problem: Problem) -> set[str]:
    """Give our headings of what may be wrong instead of a problem's own column."""
    if problem.code == Fault.WRONG_ORDER:
        return {other for named, other in _ORDERED if named == problem.column and problem.found.endswith(other.lower())}
    return {COLUMN[name].heading for name in _TOGETHER.get(problem.code, ())} - {problem.column}
