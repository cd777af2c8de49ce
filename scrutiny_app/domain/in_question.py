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

_BIRTH = ("offender_born", *AGES)
_TOGETHER: dict[str, tuple[str, ...]] = {
    Fault.OUTCOME_CONTRADICTS: ("disposal", "outcome_code"),
    Fault.AGE_CONTRADICTS: ("disposal", "outcome_code", *_BIRTH),
    Fault.FLAG_CONTRADICTS: _BIRTH,
    Fault.AGES_DIFFER: _BIRTH,
}
_ORDERED = {(COLUMN[named].heading, COLUMN[one].heading) for *pair, named in ORDER for one in pair if one != named}


def places_in_question(problem: Problem, cells: Sequence[Cell], columns: Mapping[str, Sequence[int]]) -> set[int]:
    """Give the columns, from 0, of the cells in question; of others than its own those alone that hold something."""
    own = set(columns.get(problem.column, ()))
    others = {COLUMN[name].heading for name in _TOGETHER.get(problem.code, ())}
    if problem.code == Fault.WRONG_ORDER:
        others = {
            other for named, other in _ORDERED if named == problem.column and problem.found.endswith(other.lower())
        }
    beside = {place for heading in others for place in columns.get(heading, ())}
    return own | {place for place in beside if place < len(cells) and not is_blank(cells[place])}
