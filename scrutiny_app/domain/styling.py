"""Telling from a column's values how its dates or names are written, or that they are not what its heading says."""

from collections.abc import Sequence
from datetime import date

from scrutiny_app.domain.cases import Field, Kind
from scrutiny_app.domain.looking import ColumnLook
from scrutiny_app.domain.name_order import is_capital, is_initial
from scrutiny_app.domain.naming import is_nobody, unranked
from scrutiny_app.domain.organisations import is_body
from scrutiny_app.domain.reasons import Doubt, Doubted
from scrutiny_app.domain.shapes import DATES, Shape, shape_of
from scrutiny_app.domain.stroked_names import are_stroked
from scrutiny_app.domain.styles import Style, styler
from scrutiny_app.domain.uses import Part

_MOSTLY = 0.5
_SYSTEMS = 2  # of counting days
_DAY_ONLY = (Shape.DAY_FIRST, Shape.SHORT_DAY_FIRST)
_MONTH_ONLY = (Shape.MONTH_FIRST, Shape.SHORT_MONTH_FIRST)
_EITHER = (Shape.EITHER, Shape.SHORT_EITHER)
_SHORT = (Shape.SHORT_EITHER, Shape.SHORT_DAY_FIRST, Shape.SHORT_MONTH_FIRST, Shape.SHORT_WORDED)
_SAYING_ITSELF = (Shape.DATE, Shape.ISO)
_ANY_ORDER = frozenset({Shape.DATE, Shape.ISO, Shape.WORDED})
_BY_DAY = _ANY_ORDER | {Shape.EITHER, Shape.DAY_FIRST}
_BY_MONTH = _ANY_ORDER | {Shape.EITHER, Shape.MONTH_FIRST}
_READ_BY = {
    Style.DAY_FIRST: _BY_DAY,
    Style.MONTH_FIRST: _BY_MONTH,
    Style.YEAR_FIRST: _ANY_ORDER | {Shape.YEAR_FIRST},
    Style.SHORT_DAY_FIRST: _BY_DAY | {Shape.SHORT_EITHER, Shape.SHORT_DAY_FIRST, Shape.SHORT_WORDED},
    Style.SHORT_MONTH_FIRST: _BY_MONTH | {Shape.SHORT_EITHER, Shape.SHORT_MONTH_FIRST, Shape.SHORT_WORDED},
    Style.EXCEL_1900: _BY_DAY | {Shape.SERIAL},
    Style.EXCEL_1904: _BY_DAY | {Shape.SERIAL},
    Style.CERTAIN: frozenset(DATES) - {Shape.EITHER, Shape.SHORT_EITHER},
    Style.EACH_DAY_FIRST: DATES | {Shape.SERIAL},
    Style.EACH_MONTH_FIRST: DATES | {Shape.SERIAL},
}
_DAY_AND_MONTH = Doubt(
    "some of its dates have the day first and some the month: say how those are read that could be both"
)
_SHORT_YEARS = Doubt("its years have two figures", Doubted.SHORT_YEARS)
_NOT_DATES = Doubt("its values do not look like dates", Doubted.CONTRADICTED)
_COUNTED = Doubt("its dates are numbers: compare one with the records system", Doubted.COUNTED_DAYS)
_FEWEST = 2  # names without a comma
_COMMA_AND = "some of its names have a comma after the surname and some have none: of those, the {} to come first"
_COMMA_AND_FORENAMES = Doubt(_COMMA_AND.format("forenames seem"))
_COMMA_AND_SURNAME = Doubt(_COMMA_AND.format("surname seems"))
_NOT_NAMES = Doubt("its values do not look like names", Doubted.CONTRADICTED)
SURNAME_LEADS = Doubt("its names have no comma: the surname seems to come first", Doubted.NAME_ORDER)
FORENAMES_LEAD = Doubt("its names have no comma: the forenames seem to come first", Doubted.NAME_ORDER)


def style_of(field: Field, part: Part, column: ColumnLook) -> tuple[str, Doubt | None]:
    """Give the style that a column's values suggest, and what is doubtful about it, if anything."""
    if not column.filled:
        return "", None
    if field.kind is Kind.DATE:
        return _date_style(column)
    if field.kind in (Kind.PERSON, Kind.PEOPLE) and part is Part.WHOLE:
        return _name_style(column)
    return "", None


def is_dated(column: ColumnLook) -> bool:
    """Say whether a column's values are dates, all but a few."""
    return _share(column, *DATES) > _MOSTLY


def may_be_dated(field: Field | None) -> bool:
    """Say whether days may stand in a field's column: in a narrative's they are found out later."""
    return field is not None and field.kind in (Kind.DATE, Kind.TEXT)


def says_itself(column: ColumnLook) -> bool:
    """Say whether every date of a column is a date cell or begins with its year: nobody needs to be asked."""
    dated = _share(column, *DATES)
    return dated >= _MOSTLY and _share(column, *_SAYING_ITSELF) == dated and not _share(column, Shape.SERIAL)


def _share(column: ColumnLook, *shapes: Shape) -> float:
    return sum(column.shapes.get(str(shape), 0) for shape in shapes) / max(1, sum(column.shapes.values()))


def _date_style(column: ColumnLook) -> tuple[str, Doubt | None]:
    dated, serial = _share(column, *DATES), _share(column, Shape.SERIAL)
    if dated + serial < _MOSTLY:
        return "", _NOT_DATES
    if serial and not dated:
        return Style.EXCEL_1900, _COUNTED
    style, doubt = _date_order(column, dated)
    if not would_reject_dates(column, style):
        return style, doubt
    return _mixed_style(column, serial)


def _mixed_style(column: ColumnLook, serial: float) -> tuple[str, Doubt]:
    """Give the style of dates that are written in several ways: each is read by its own look."""
    day, month, either = _share(column, *_DAY_ONLY), _share(column, *_MONTH_ONLY), _share(column, *_EITHER)
    if day and month and either:
        return Style.CERTAIN, _DAY_AND_MONTH
    several = "its dates are written in several ways, and are read each by its own look"
    also = "; some are numbers: compare one with the records system" if serial else ""
    if month:
        return Style.EACH_MONTH_FIRST, Doubt(f"{several}{also}")
    in_doubt = "; where the day and the month could change places, the day is read first" if either and not day else ""
    return Style.EACH_DAY_FIRST, Doubt(f"{several}{in_doubt}{also}")


def _date_order(column: ColumnLook, dated: float) -> tuple[Style, Doubt | None]:
    """Give the style of dates that are all written in one way, or nearly."""
    day, month, either = _share(column, *_DAY_ONLY), _share(column, *_MONTH_ONLY), _share(column, *_EITHER)
    short = _share(column, *_SHORT)
    if day and month:
        return Style.CERTAIN, _DAY_AND_MONTH
    if month:
        return (Style.SHORT_MONTH_FIRST if short else Style.MONTH_FIRST), Doubt("its dates have the month first")
    if short:
        return Style.SHORT_DAY_FIRST, _SHORT_YEARS
    if either and not day:
        return Style.DAY_FIRST, Doubt("its dates could have the day or the month first")
    if _share(column, Shape.ISO, Shape.YEAR_FIRST) and _share(column, Shape.ISO, Shape.YEAR_FIRST, Shape.DATE) == dated:
        return Style.YEAR_FIRST, None
    return Style.DAY_FIRST, None


def is_counted(column: ColumnLook) -> bool:
    """Say whether all of a column's dates are numbers, so that nothing but where they are counted from is open."""
    return 0 < _share(column, Shape.SERIAL) == 1 - _share(column, Shape.NOTHING)


def would_reject(column: ColumnLook, style: str) -> int:
    """Count the cells of a column that a style of dates would refuse: of dates, and of what is none."""
    read = _READ_BY[Style(style)] | {Shape.NOTHING}
    return sum(count for shape, count in column.shapes.items() if shape not in read)


def would_reject_dates(column: ColumnLook, style: str) -> int:
    """Count the cells of a column that look like dates and that a style of dates would refuse."""
    read = _READ_BY[Style(style)]
    return sum(column.shapes.get(str(shape), 0) for shape in (*DATES, Shape.SERIAL) if shape not in read)


def _name_style(column: ColumnLook) -> tuple[str, Doubt | None]:
    if are_stroked(values_of(column)):
        return Style.STROKE, None
    names = [unranked(sample.split()) for sample in column.samples]
    if _share(column, Shape.PERSON) >= _MOSTLY or any("," in sample.rstrip(" ,") for sample in column.samples):
        return _in_two_ways(column)
    if _share(column, *DATES, Shape.NUMBER, Shape.YES_NO, Shape.LONG, Shape.SERIAL) >= _MOSTLY:
        return "", _NOT_NAMES
    if any(_surname_leads(words) for words in names if len(words) > 1):
        return Style.SURNAME_FIRST, SURNAME_LEADS
    return Style.FORENAMES_FIRST, FORENAMES_LEAD


def values_of(column: ColumnLook) -> Sequence[str]:
    """Give a column's different values, or the first of many."""
    return [word for word, _ in column.words] if column.words is not None else column.probed or column.samples


def _in_two_ways(column: ColumnLook) -> tuple[str, Doubt | None]:
    """Give the style of names with commas, where some have none: a comma is read as such in every style."""
    plain = [value for value in values_of(column) if "," not in value and not is_nobody(value) and not is_body(value)]
    names = [words for value in plain if len(words := unranked(value.split())) > 1]
    if len(names) < _FEWEST or any(map(str.isdigit, "".join(plain))):
        return "", None
    leads = 2 * sum(map(_surname_leads, names)) > len(names)
    return (Style.COMMA_OR_SURNAME, _COMMA_AND_SURNAME) if leads else (Style.COMMA_OR_FORENAMES, _COMMA_AND_FORENAMES)


def _surname_leads(words: list[str]) -> bool:
    """Say whether a name's first word alone is in capitals, or its last alone an initial: "MARSH Ann", "Nowak K"."""
    if is_initial(words[-1]):
        return not is_initial(words[0])
    return is_capital(words[0]) and not is_capital(words[-1])


def counted_days(column: ColumnLook) -> tuple[str, date, date] | None:
    """Give a sample of a column of numbers that may be dates, with its day counted from 1900 and from 1904."""
    if not _share(column, Shape.SERIAL):
        return None
    early, late = styler(Style.EXCEL_1900), styler(Style.EXCEL_1904)
    for sample in column.samples:
        days = [turn(sample) for turn in (early, late) if turn and shape_of(sample) is Shape.SERIAL]
        if len(days) == _SYSTEMS and isinstance(days[0], date) and isinstance(days[1], date):
            return sample, days[0], days[1]
    return None
