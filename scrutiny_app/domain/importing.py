"""Checking an extract's rows: a row becomes a case whole, or is listed with everything that is wrong with it.

Nothing is guessed and nothing is half loaded. A problem names the row, the column and the class of what was found
("text, 12 characters"), never the value: the list of problems may be read by more people than the extract.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scrutiny_app.domain.cases import (
    ADULT_ONLY,
    CHILD_ONLY,
    DISPOSALS,
    FACETS,
    FIELD,
    FIELDS,
    OTHER_OUTCOMES,
    OUT_OF_COURT_OUTCOMES,
    AgeGroup,
    Kind,
    age_group,
)
from scrutiny_app.domain.cells import Cell, Unreadable, Value, class_of, fold, reader
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.faults import ADVICE, Fault


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one row, as counted in the file (the headings are row 1): what was found and what to do."""

    row: int
    column: str
    code: Fault
    found: str
    advice: str


@dataclass(frozen=True)
class CheckedCase:
    """A row with nothing wrong: `facets` as codes and the disposal date, `record` every field as JSON values."""

    row: int
    case_number: str
    facets: dict[str, str | bool | date | None]
    record: dict[str, str | int | bool | list[str] | None]


Checked = CheckedCase | list[Problem]


@dataclass(frozen=True)
class Headings:
    """Where each field stands in an extract's rows, and the headings that no field answers to."""

    columns: dict[str, int]
    unknown: tuple[str, ...]

    def by_field(self, row: Sequence[Cell]) -> dict[str, Cell]:
        """Give a row's cells by the names of their fields; columns that are not known are left behind."""
        return {name: row[column] for name, column in self.columns.items()}


_BY_HEADING = {fold(field.heading): field.name for field in FIELDS}
_REQUIRED = frozenset(fold(field.heading) for field in FIELDS if field.required)
_READERS = tuple((field.name, reader(field)) for field in FIELDS)
_read_case_number = dict(_READERS)["case_number"]
_NOTHING: dict[str, Value] = dict.fromkeys(FIELD)
_REQUIRED_FIELDS = tuple(field.name for field in FIELDS if field.required)
_DATES = tuple(field.name for field in FIELDS if field.kind is Kind.DATE)
_FIRST_DAY = date(1900, 1, 1)
_MAY_BE_AHEAD = frozenset({"conditions_due"})

# The earlier date, the later, and which of the two is named when they are the wrong way round.
_ORDER = (
    ("offence_date", "reported_date", "reported_date"),
    ("offence_date", "decision_date", "decision_date"),
    ("offence_date", "disposal_date", "disposal_date"),
    ("decision_date", "disposal_date", "decision_date"),
    ("offender_born", "offence_date", "offender_born"),
)

# Source: Home Office crime outcomes, user guide. Whether 8 or 22 is right is a question for the registrar, so either
# may stand with either disposal; the rest contradict each other plainly.
_INFORMAL = frozenset({"community_resolution", "outcome_22"})
_COUNTED_AS = {
    "2": CHILD_ONLY,
    "3": frozenset({"simple_caution", "conditional_caution", "diversionary_caution", "community_caution"}),
    "6": frozenset({"penalty_notice"}),
    "7": frozenset({"cannabis_warning"}),
    "8": _INFORMAL,
    "22": _INFORMAL,
}
_DISPOSAL = {disposal.code: disposal for disposal in DISPOSALS}


def recognises(headings: Sequence[str]) -> bool:
    """Say whether a row holds every heading that an extract needs."""
    return set(map(fold, headings)) >= _REQUIRED


def match_headings(headings: Sequence[str]) -> Headings:
    """Find each field's column, whatever its capitals, spaces and punctuation; refuse one missing or twice there."""
    columns: dict[str, int] = {}
    unknown: list[str] = []
    seen: set[str] = set()
    for column, heading in enumerate(headings):
        key = fold(heading)
        if key and key in seen:
            raise Refused(f"The heading “{heading.strip()[:60]}” stands over two columns. Remove one and import again.")
        seen.add(key)
        if key in _BY_HEADING:
            columns[_BY_HEADING[key]] = column
        else:
            unknown.append(heading.strip()[:60] if key else f"column {column + 1}, which has no heading")
    if missing := [FIELD[name].heading for name in _REQUIRED_FIELDS if name not in columns]:
        raise Refused(f"The file has no column headed {_listed(missing)}. Add what is missing and import again.")
    return Headings(columns, tuple(unknown))


def _listed(headings: list[str]) -> str:
    quoted = [f"“{heading}”" for heading in headings]
    return " or ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))


def not_loaded(headings: Headings, sheets: Iterable[str]) -> list[Problem]:
    """List what a file held beside its rows, as problems of its first row that reject nothing."""
    advice = ADVICE[Fault.NOT_LOADED]
    columns = [
        Problem(1, heading, Fault.NOT_LOADED, "a column that is not known", advice) for heading in headings.unknown
    ]
    return columns + [Problem(1, f"sheet “{name}”", Fault.NOT_LOADED, "a hidden sheet", advice) for name in sheets]


def check_rows(rows: Iterable[tuple[int, Mapping[str, Cell]]], today: date, force: str) -> Iterator[Checked]:
    """Check each row of a force's file; a case number that an earlier row had, even a bad one, is a problem."""
    seen: set[Value] = set()
    for number, cells in rows:
        checked = check_row(number, cells, today)
        problems = checked if isinstance(checked, list) else []
        if isinstance(checked, CheckedCase) and fold(str(checked.facets["force"])) != fold(force):
            problems.append(_problem(number, "force", Fault.OTHER_FORCE, "another force than yours"))
        case_number = _case_number(cells)
        if case_number is not None and case_number in seen:
            problems.append(_problem(number, "case_number", Fault.REPEATED, "the case number of an earlier row"))
        seen.add(case_number)
        yield problems or checked


def _case_number(cells: Mapping[str, Cell]) -> Value:
    try:
        return _read_case_number(cells.get("case_number"))
    except Unreadable:
        return None


def check_row(number: int, cells: Mapping[str, Cell], today: date) -> Checked:
    """Read and check one row, its cells by field name; give the case, or all of the row's problems."""
    values = _NOTHING.copy()
    problems: list[Problem] = []
    for name, read in _READERS:
        cell = cells.get(name)
        if cell is None or cell == "":
            continue
        try:
            values[name] = read(cell)
        except Unreadable as unread:
            problems.append(Problem(number, FIELD[name].heading, unread.fault, unread.found, unread.advice))
    unread_columns = {problem.column for problem in problems}
    for name in _REQUIRED_FIELDS:
        if values[name] is None and FIELD[name].heading not in unread_columns:
            problems.append(_problem(number, name, Fault.MISSING, class_of(cells.get(name))))
    problems += (_problem(number, *wrong) for wrong in _contradictions(values, today))
    return problems or _case(number, values)


def _problem(number: int, name: str, fault: Fault, found: str) -> Problem:
    return Problem(number, FIELD[name].heading, fault, found, ADVICE[fault])


Wrong = tuple[str, Fault, str]  # the field's name, the fault, the class of what was found


def _contradictions(values: dict[str, Value], today: date) -> Iterator[Wrong]:
    yield from _impossible_dates(values, today)
    code = values["outcome_code"]
    if isinstance(code, str):
        code = values["outcome_code"] = code.upper()
        if code in OTHER_OUTCOMES:
            yield "outcome_code", Fault.NOT_OUT_OF_COURT, "an outcome that is not out of court"
        elif code not in OUT_OF_COURT_OUTCOMES:
            yield "outcome_code", Fault.UNKNOWN_OUTCOME, class_of(code)
    disposal = values["disposal"]
    if isinstance(disposal, str):
        yield from _unlawful(disposal, values)
        if disposal not in _COUNTED_AS.get(str(code).removesuffix("A"), _DISPOSAL):
            yield "disposal", Fault.OUTCOME_CONTRADICTS, "a disposal that the outcome code does not count"


def _impossible_dates(values: dict[str, Value], today: date) -> Iterator[Wrong]:
    for name in _DATES:
        day = values[name]
        if not isinstance(day, date):
            continue
        if day < _FIRST_DAY:
            yield name, Fault.TOO_EARLY, "a date before 1900"
        elif day > today and name not in _MAY_BE_AHEAD:
            yield name, Fault.IN_FUTURE, "a date after today"
    for earlier, later, named in _ORDER:
        first, second = values[earlier], values[later]
        if isinstance(first, date) and isinstance(second, date) and first > second:
            side, other = ("after", later) if named == earlier else ("before", earlier)
            yield named, Fault.WRONG_ORDER, f"a date {side} the {FIELD[other].heading.lower()}"


def _unlawful(disposal: str, values: dict[str, Value]) -> Iterator[Wrong]:
    """Yield a disposal not yet in force, or given to someone of the wrong age.

    Whoever turned 18 between the offence and the disposal may have either kind: that is for the panel to see.
    """
    offence_date, disposal_date, born = values["offence_date"], values["disposal_date"], values["offender_born"]
    if isinstance(disposal_date, date) and not _DISPOSAL[disposal].in_force(disposal_date):
        yield "disposal", Fault.NOT_IN_FORCE, "a disposal not in force on its date"
    if not isinstance(born, date):
        return
    if disposal in CHILD_ONLY and isinstance(offence_date, date) and age_group(offence_date, born) is AgeGroup.ADULT:
        yield "disposal", Fault.AGE_CONTRADICTS, "a disposal for children, and an adult"
    if disposal in ADULT_ONLY and isinstance(disposal_date, date) and age_group(disposal_date, born) is AgeGroup.CHILD:
        yield "disposal", Fault.AGE_CONTRADICTS, "a disposal for adults, and a child"


def _case(number: int, values: dict[str, Value]) -> CheckedCase:
    born, offence_date = values["offender_born"], values["offence_date"]
    group = age_group(offence_date, born) if isinstance(born, date) and isinstance(offence_date, date) else None
    facets = {name: values[name] for name in FACETS}
    facets["age_group"] = group and group.value
    record = {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
    return CheckedCase(number, str(values["case_number"]), facets, record)  # type: ignore[arg-type]  # facets are clear
