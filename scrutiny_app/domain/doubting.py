"""Finding, among many rows at once, the few that may contradict themselves; domain.contradictions then says whether.

Dates are compared column by column. All else that a row can contradict itself in comes down to a few words and to
whether the offender was a child, and those go together in few ways: what is not wrong once never is.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from operator import gt, lt
from typing import Any

from scrutiny_app.domain.ages import AGES, age_group, ages_in_doubt, births, was_under_ten
from scrutiny_app.domain.cases import ADULT_AT, AgeGroup
from scrutiny_app.domain.contradictions import DATES, DISPOSAL, FIRST_DAY, MAY_BE_AHEAD, ORDER, contradictions
from scrutiny_app.domain.remembering import MOST_CELLS

Columns = Mapping[str, Sequence[Any]]  # of values, by the names of their fields; None where nothing is recorded
_WORDS = ("disposal", "outcome_code", "status", "youth", "child_involved")
_OF_AGE = ("offender_born", *AGES, *AGES.values())
_SINCE = {code: disposal.since or date.max for code, disposal in DISPOSAL.items()} | {None: date.min}


class Doubter:
    """Finds the rows in doubt, and says which offenders were children."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._right: set[tuple[Any, ...]] = set()
        self._adult_from = _Birthdays()

    def were_children(self, columns: Columns, day: str, size: int) -> Sequence[bool | None]:
        """Say of each offender whether they were a child on a day of their case; None where that is not known."""
        born, days = columns.get("offender_born"), columns.get(day)
        if days is None:
            return [None] * size
        none: Sequence[bool | None] = [None] * size
        known = none if born is None else _compared(days, list(map(self._adult_from.__getitem__, born)), lt)
        if columns.keys().isdisjoint(AGES):
            return known
        return [_was_child(columns, days[at], at) if child is None else child for at, child in enumerate(known)]

    def rows(self, columns: Columns, then: Sequence[bool | None], size: int) -> set[int]:
        """Give the places of the rows that may contradict themselves; `then` is of the day of the offence."""
        rows = {
            *self._out_of_range(columns),
            *_out_of_order(columns),
            *_out_of_age(columns, size),
            *_too_young(columns, then),
        }
        at_last = self.were_children(columns, "disposal_date", size)
        none = [None] * size
        since = map(_SINCE.__getitem__, columns.get("disposal", none))
        begun = _compared(list(since), columns.get("disposal_date", none), gt)
        ways = list(zip(*(columns.get(name, none) for name in _WORDS), then, at_last, begun, strict=True))
        if not self._right.issuperset(ways):
            rows.update(at for at, way in enumerate(ways) if at not in rows and not self._is_right(way, columns, at))
        return rows

    def _is_right(self, way: tuple[Any, ...], columns: Columns, at: int) -> bool:
        if way in self._right:
            return True
        values = {name: column[at] for name, column in columns.items() if column[at] is not None}
        if any(contradictions(values, self._today)):
            return False
        if len(self._right) < MOST_CELLS:
            self._right.add(way)
        return True

    def _out_of_range(self, columns: Columns) -> Iterator[int]:
        for name in DATES:
            days = columns.get(name, ())
            known = [day for day in days if day is not None] if None in days else days
            last = date.max if name in MAY_BE_AHEAD else self._today
            if known and (min(known) < FIRST_DAY or max(known) > last):
                yield from (at for at, day in enumerate(days) if day is not None and not FIRST_DAY <= day <= last)


def _was_child(columns: Columns, day: date | None, at: int) -> bool | None:
    """Say by the ages of a row whether the offender was a child on a day; None where that is not known."""
    group = age_group(day, births(_told(columns, at))) if day else None
    return None if group is None else group is AgeGroup.CHILD


def _told(columns: Columns, at: int) -> dict[str, Any]:
    return {name: columns[name][at] for name in _OF_AGE if name in columns}


def _out_of_age(columns: Columns, size: int) -> Iterator[int]:
    if not columns.keys().isdisjoint(AGES):
        yield from (at for at in range(size) if any(ages_in_doubt(_told(columns, at))))


def _too_young(columns: Columns, then: Sequence[bool | None]) -> Iterator[int]:
    """Yield the children whose dates of birth make them too young."""
    if "offender_born" in columns:
        yield from (at for at, child in enumerate(then) if child and was_under_ten(_told(columns, at)))


class _Birthdays(dict[date | None, date | None]):
    """The first day on which who was born on a day is an adult; a birthday on 29 February falls on 1 March."""

    def __missing__(self, born: date | None) -> date | None:
        if born is None or born.year + ADULT_AT > date.max.year:
            return None
        leaps = (born.month, born.day) == (2, 29)
        year = born.year + ADULT_AT
        day = date(year, 3, 1) if leaps else born.replace(year=year)
        if len(self) >= MOST_CELLS:
            self.clear()
        self[born] = day
        return day


def _compared(
    some: Sequence[date | None], others: Sequence[date | None], compare: Callable[[Any, Any], bool]
) -> Sequence[bool | None]:
    """Compare two columns of days; None where either has none."""
    if None in some or None in others:
        pairs = zip(some, others, strict=True)
        return [None if one is None or other is None else compare(one, other) for one, other in pairs]
    return list(map(compare, some, others))


def _out_of_order(columns: Columns) -> Iterator[int]:
    for earlier, later, _ in ORDER:
        if earlier in columns and later in columns:
            wrong = _compared(columns[earlier], columns[later], gt)
            if True in wrong:
                yield from (at for at, is_wrong in enumerate(wrong) if is_wrong)
