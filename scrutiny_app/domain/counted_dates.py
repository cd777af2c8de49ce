"""Telling by the other dates of the same rows whether numbers that are dates count from 1900 or from 1904.

The two lie four years apart, and the dates of a case seldom do. Births are left out: they lie anywhere. A workbook that
itself counts from 1904 is believed; where its numbers lie by the other dates only from 1900, nothing is suggested.
All columns of a workbook count alike: one is asked about, and none where half the days from 1904 would lie ahead.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from statistics import median

from scrutiny_app.domain.cases import Kind
from scrutiny_app.domain.cells import Cell, Unreadable, read_date
from scrutiny_app.domain.contradictions import MAY_BE_AHEAD
from scrutiny_app.domain.looking import SheetLook
from scrutiny_app.domain.reasons import BEFORE, Doubted, left_out, perhaps
from scrutiny_app.domain.shapes import Shape, shape_of
from scrutiny_app.domain.styles import Style, styler
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import described
from scrutiny_app.domain.written_cells import unwritten

_FEWEST = 3  # rows that tell
_NEAR = 366  # days within which the dates of a case mostly lie
_SYSTEMS = (Style.EXCEL_1900, Style.EXCEL_1904)
_COUNTED_FROM = {Style.EXCEL_1900: "1900", Style.EXCEL_1904: "1904"}
_OF_WORKBOOK = perhaps(
    "its dates are numbers, which its workbook counts from 1904: compare one with the records system"
)
_TOO_LATE = left_out(
    "its dates are numbers: its workbook counts from 1904, but only from 1900 do they lie beside the other dates. Have "
    "the column written as dates, or compare one with the records system"
)
_TOLD = "its dates are numbers: counted from {} they lie beside the other dates; compare one with the records system"


def held_against_dates(found: Sequence[Suggestion], sheet: SheetLook, today: date | None = None) -> list[Suggestion]:
    """Give each column of counted days the system by which they lie beside the other dates of their rows."""
    dated = {at for at, one in enumerate(found) if _is_of_days(one)}
    told = [_told(one, at, sheet, dated - {at}) if _is_counted(one) else one for at, one in enumerate(found)]
    counted = _alike(told, sheet)
    if not (today and is_from_1900(told, sheet, today)):
        counted = counted[1:]
    return [
        replace(one, reason=found[at].reason.without(Doubted.COUNTED_DAYS)) if at in counted else one
        for at, one in enumerate(told)
    ]


def is_from_1900(found: Sequence[Suggestion], sheet: SheetLook, today: date) -> bool:
    """Say whether the numbers that are dates can only be counted from 1900: from 1904 half would lie after today."""
    from_1904 = styler(Style.EXCEL_1904)
    past = [
        at
        for at in _alike(found, sheet)
        if found[at].uses[0].field not in MAY_BE_AHEAD and not found[at].uses[0].field.endswith("born")
    ]
    cells = (unwritten(row[at]) for row in sheet.first for at in past if at < len(row))
    days = [from_1904(cell) for cell in cells if from_1904 and shape_of(cell) is Shape.SERIAL]
    return 0 < len(days) <= 2 * sum(isinstance(day, date) and day > today for day in days)


def _alike(found: Sequence[Suggestion], sheet: SheetLook) -> list[int]:
    """Give the places of the columns of numbers that are dates, where all seem to be counted from 1900."""
    counted = [at for at, one in enumerate(found) if len(one.uses) == 1 and one.uses[0].style in _SYSTEMS]
    is_one = all(found[at].uses[0].style == Style.EXCEL_1900 for at in counted)
    return counted if is_one and not sheet.from_1904 else []


def _is_of_days(one: Suggestion) -> bool:
    fields = [described(use.field) for use in one.uses]
    return any(field is not None and field.kind is Kind.DATE and not field.name.endswith("born") for field in fields)


def _is_counted(one: Suggestion) -> bool:
    return len(one.uses) == 1 and one.reason != BEFORE and one.uses[0].style in _SYSTEMS and _is_of_days(one)


def _told(one: Suggestion, at: int, sheet: SheetLook, others: set[int]) -> Suggestion:
    distances = {style: sorted(_distances(sheet, at, others, style)) for style in _SYSTEMS}
    near = [style for style, days in distances.items() if len(days) >= _FEWEST and median(days) <= _NEAR]
    if sheet.from_1904 and one.uses[0].style == Style.EXCEL_1900:
        uses, reason = ((), _TOO_LATE) if near == [Style.EXCEL_1900] else (one.uses, _OF_WORKBOOK)
        return replace(one, uses=uses, reason=reason, sure=False)
    if len(near) != 1:
        return one
    reason = perhaps(_TOLD.format(_COUNTED_FROM[near[0]]))
    return replace(one, uses=(replace(one.uses[0], style=near[0]),), reason=reason, sure=False)


def _distances(sheet: SheetLook, at: int, others: set[int], style: Style) -> Iterator[int]:
    """Yield how many days each row's number lies from the nearest other date of that row."""
    turn = styler(style)
    for row in sheet.first:
        cell: Cell = unwritten(row[at]) if at < len(row) else None
        if turn is None or shape_of(cell) is not Shape.SERIAL or not isinstance(day := turn(cell), date):
            continue
        beside = [other for place in others if place < len(row) and (other := _day(unwritten(row[place])))]
        if beside:
            yield min(abs((day - other).days) for other in beside)


def _day(cell: Cell) -> date | None:
    try:
        return read_date(cell)
    except Unreadable:
        return None
