"""A sheet of conditions, one a row by the case's number: which of its columns are what, and each case's put together.

What it gives a case stands in columns beside the case's own, which are said and confirmed like any other. Whether a
condition was kept stands in none but its own: a decision is judged by what was known when it was made.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from scrutiny_app.domain.cases import COLUMN
from scrutiny_app.domain.cells import Broken, Cell, Unreadable, fold, reader
from scrutiny_app.domain.conditions_in_columns import LEAST_FIRST
from scrutiny_app.domain.listed_cells import is_no_condition
from scrutiny_app.domain.looking import shown
from scrutiny_app.domain.sheet_keys import names_cases, numbering
from scrutiny_app.domain.uses import NEVER_LOADED, word_key
from scrutiny_app.domain.wording import meaning

_CALLED = "conditions?|conds?|interventions?|requirements?|obligations?"
_NAMED = re.compile(rf"(?:outcome|cc|case|ooc|ycc)?(?:{_CALLED})")
_OF = re.compile(rf"(.+?)(?:ofthe|foreach|ofeach|of|for)(?:{_CALLED})")  # "Outcome of Condition"
_DAY = re.compile(r"dt$")
_PURPOSES = {
    "text": "text description desc details detail requirement requirements wording narrative",
    "number": "no num number seq sequence order line index item itemno",
    "conditions_due": "due duedate datedue dueby by completeby tobecompletedby completedby deadline enddate expirydate "
    "targetdate completionduedate duetocompletedate compliancedue",
    "conditions_completed": "complied met completed complete compliance status compliancestatus compliedwith outcome "
    "fulfilled done result kept progress position state compliant completionstatus complianceoutcome complianceresult",
    "kind": "type category kind",
    "amount": "amount value sum amountgbp",
}
_PURPOSE = {word: purpose for purpose, words in _PURPOSES.items() for word in words.split()}
_OF_ONE_COLUMN = ("conditions_due", "conditions_completed")  # fields that a column of the sheet fills by itself
_read_day = reader(COLUMN["conditions_due"])
_read_number = reader(COLUMN["case_number"])
_COMPLETION = COLUMN["conditions_completed"]
_read_completion = reader(_COMPLETION)
_NOT_SAID = "(blank)"


@dataclass(frozen=True)
class ConditionsColumns:
    """Where a sheet of conditions holds what, from 0; `case` names the case of a row."""

    case: int
    places: dict[str, int]
    headings: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """Name the fields of a case that the sheet may fill, its conditions first."""
        return ("conditions", *(name for name in _OF_ONE_COLUMN if name in self.places))

    def beside(self, sheet: str) -> tuple[str, ...]:
        """Head the columns that stand beside those of the cases."""
        own = (self.headings[self.places["text" if name == "conditions" else name]] for name in self.fields)
        return tuple(f"{' '.join(sheet.split())[:60]}: {heading}" for heading in own)

    @property
    def not_read(self) -> tuple[str, ...]:
        """List the headings of the columns of which nothing is read."""
        read = {self.case, *self.places.values()}
        left = (heading for at, heading in enumerate(self.headings) if at not in read and heading)
        return tuple(heading for heading in left if fold(heading) not in NEVER_LOADED)


def conditions_columns(
    sheet: str, headings: Sequence[str], of_cases: Collection[str] = (), case: int | None = None
) -> ConditionsColumns | None:
    """Say where a sheet holds the conditions of cases; None where its columns do not say that it does.

    `case` is the column that names the case of a row, where that is known; `of_cases` are the cases' own headings.
    """
    if case is None and names_cases(headings, of_cases):
        case = next(iter(numbering(headings, of_cases)), None)
    named = bool(_NAMED.fullmatch(fold(sheet)))
    places: dict[str, int] = {}
    for at, heading in enumerate(headings):
        purpose = _purpose(heading, named) if at != case else ""
        if purpose:
            places.setdefault(purpose, at)
    if case is None or "text" not in places:
        return None
    speaks = any(_NAMED.match(fold(heading)) for at, heading in enumerate(headings) if at in places.values())
    return ConditionsColumns(case, places, tuple(headings)) if named or speaks else None


def _purpose(heading: str, named: bool) -> str:
    """Say what a column is for: by itself, or by what follows the word for conditions."""
    key = _DAY.sub("date", fold(heading))
    of = _OF.fullmatch(key)
    said = of or _NAMED.match(key)
    rest = of[1] if of else key[said.end() :] if said else key
    if not rest:
        return "text" if said else ""
    if _PURPOSE.get(rest) == "text" and not (said or named):
        return ""
    return _PURPOSE.get(rest, "")


def completion_of(word: str, said: Mapping[str, str] | None = None) -> str | None:
    """Say how far conditions were kept: as somebody has said of a word, or as it is known; None by any other."""
    if said and (code := said.get(word_key(word))) is not None:
        return code if code in LEAST_FIRST else None
    try:
        found = _read_completion(word)
    except Unreadable:
        found = None
    return str(found) if found else meaning(_COMPLETION, word) or None


@dataclass
class CaseConditions:
    """The conditions of one case, row by row as they are read; `completion` says what a word means, if it is known."""

    columns: ConditionsColumns
    completion: Callable[[str], str | None] = completion_of
    rows: list[dict[str, Cell]] = field(default_factory=list)

    def add(self, row: Sequence[Cell]) -> None:
        """Hold one row."""
        cells = {name: row[at] for name, at in self.columns.places.items() if at < len(row)}
        if is_no_condition(shown(cells.get("text"))):
            cells = {name: cell for name, cell in cells.items() if name in ("kind", "amount")}
        if any(not is_blank(cell) for name, cell in cells.items() if name != "number"):
            self.rows.append(cells)

    def cells(self) -> list[Cell]:
        """Give what stands beside the case's own cells, of each field of the sheet."""
        broken = next((cell for row in self.rows for cell in row.values() if isinstance(cell, Broken)), None)
        made = {
            "conditions": self._text,
            "conditions_due": self._due,
            "conditions_completed": self._completed,
        }
        return [broken or made[name]() for name in self.columns.fields]

    def _text(self) -> Cell:
        numbers = [_number(row.get("number")) for row in self.rows]
        if None not in numbers and len(set(numbers)) == len(numbers):
            numbered = sorted(zip(numbers, self.rows, strict=True), key=lambda pair: pair[0] or 0)
        else:
            numbered = list(enumerate(self.rows, 1))
        differ = len({shown(row.get("conditions_due")) for row in self.rows}) > 1
        lines = [_line(row, say_due=differ) for _, row in numbered]
        if len(lines) == 1:
            return lines[0]
        return "\n".join(f"{number}. {line}" for (number, _), line in zip(numbered, lines, strict=True)) or None

    def _due(self) -> Cell:
        """Give the last day: where one cannot be read as a day, all of them, which are then refused."""
        told = [cell for row in self.rows if not is_blank(cell := row.get("conditions_due"))]
        if len({shown(cell) for cell in told}) <= 1:
            return told[0] if told else None
        days = [day_in(cell) for cell in told]
        if None in days:
            return "; ".join(map(shown, told))
        return max(zip(days, told, strict=True), key=lambda pair: pair[0] or date.min)[1]

    def _completed(self) -> Cell:
        """Give the one word of all, or that of the least where they are known; else all of them, to be asked about."""
        words = list(dict.fromkeys(shown(row.get("conditions_completed")).strip() or _NOT_SAID for row in self.rows))
        if len(words) <= 1:
            return words[0] if words and words[0] != _NOT_SAID else None
        known = {self.completion(word): word for word in words}
        if None in known and LEAST_FIRST[0] not in known:
            return "; ".join(sorted(words))
        return next(known[code] for code in LEAST_FIRST if code in known)


def _line(row: dict[str, Cell], *, say_due: bool) -> str:
    text = " ".join(shown(row.get("text")).split())
    due = _said_day(row.get("conditions_due")) if say_due else ""
    aside = [" ".join(shown(row.get(name)).split()) for name in ("kind", "amount")]
    said = "; ".join([one for one in aside if one and fold(one) not in fold(text)] + ([f"due {due}"] if due else []))
    return f"{text} ({said})" if text and said else text or said


def _said_day(cell: Cell) -> str:
    day = day_in(cell)
    return f"{day.day} {day:%B %Y}" if day else shown(cell).strip()


def day_in(cell: Cell) -> date | None:
    """Give the day that a cell holds; None where it cannot be read as one."""
    try:
        found = _read_day(cell)
    except Unreadable:
        return None
    return found.date() if isinstance(found, datetime) else found if isinstance(found, date) else None


def _number(cell: Cell) -> int | None:
    digits = re.sub(r"\D", "", shown(cell))
    return int(digits) if 0 < len(digits) <= 6 else None


def is_blank(cell: Cell) -> bool:
    """Say whether nothing stands in a cell."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def number_of(cell: Cell) -> str:
    """Give a case's number as the cases' own sheet is read; empty where it holds none that can be read."""
    try:
        return str(_read_number(cell) or "")
    except Unreadable:
        return ""
