"""Recognising a sheet with one line a condition: its numbers stand on several lines that differ only in some columns.

Nothing follows from it until a person says so: it is shown with the columns in which the lines differ.
"""

from collections.abc import Iterable, Sequence

from scrutiny_app.domain.cells import Cell, fold
from scrutiny_app.domain.key_columns import is_of_another
from scrutiny_app.domain.likeness import PEOPLE, pieces_of, tokens
from scrutiny_app.domain.lines_read import LinesRead, LinesSeen
from scrutiny_app.domain.looking import shown
from scrutiny_app.domain.numbered_pairs import REFERENCES, fields_of_heading
from scrutiny_app.domain.questioning import is_records_own
from scrutiny_app.domain.sole_numbers import LONGEST_CODE, code_of, is_key
from scrutiny_app.domain.synonyms import PARTY_PHRASES
from scrutiny_app.domain.ticks import is_blank
from scrutiny_app.domain.totals import is_below_cases, is_section

ENOUGH = 500  # rows, among which a number stands twice if it ever does
MOST = 2_000  # rows that are held against each other
OF_CONDITIONS = frozenset({"conditions", "conditions_due", "conditions_completed"})
# What tells that two lines are two cases, or two people.
_TELLING = frozenset("offender_name offender_born crime_number disposal outcome_code offence_title".split())
_WORDS = frozenset(
    "condition conditions intervention interventions requirement requirements activity provider supplier".split()
)
_FEW, _BLANK = 2, 0.1  # rows in which no number stands, and so many more of those in which one does
_TRIED = 20  # numbers on several lines, after which a column that does not fit is tried no further
_LINES = 20  # more than any case has, on an average: a column of so few numbers tells kinds, and numbers nothing


def same_cells(one: Cell, other: Cell) -> bool:
    """Say whether two cells say the same."""
    return one == other or shown(one).strip() == shown(other).strip()


def lines_of(headings: Sequence[str], rows: Iterable[Sequence[Cell]], known: LinesRead | None) -> LinesSeen | None:
    """Say how the lines of a sheet are read: as a layout knows it and as its first rows show; None if each is a case.

    `headings` are told apart. What a layout knows stands, whatever this month's lines are like.
    """
    seen = _recognised(headings, rows)
    spelt = {fold(heading): heading for heading in headings}
    if known is None or known.number not in spelt:
        return seen
    of_known = tuple(spelt[key] for key in known.apart if key in spelt)
    if seen is None or fold(seen.number) != known.number:
        return LinesSeen(spelt[known.number], (), of_known)
    apart = tuple(dict.fromkeys([*of_known, *seen.apart]))
    return LinesSeen(seen.number, seen.differing, apart, seen.numbers, seen.unlike)


def _recognised(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> LinesSeen | None:
    """Look at the values first: what headings mean takes far longer, and most files have a line a case."""
    numbers = _see(rows, [_Number(at) for at, heading in enumerate(headings) if heading])
    if not any(one.fits(frozenset()) for one in numbers):
        return None
    fields = [fields_of_heading(heading) if heading else frozenset[str]() for heading in headings]
    texts = {at for at, names in enumerate(fields) if "conditions" in names}
    telling = frozenset(at for at, names in enumerate(fields) if names & _TELLING)
    phrases = (PARTY_PHRASES.get(fold(heading)) for heading in headings)
    numbers = [one for one in numbers if fields[one.at] <= REFERENCES and not is_of_another(headings[one.at])]
    fit = [one for one in numbers if one.fits(telling - {one.at}) and one.differs_in(texts)]
    is_of_people = any(phrase and phrase.use.field == "role" for phrase in phrases)
    if not fit or is_of_people or any(fields[one.at] and not one.is_repeated and one.is_key for one in numbers):
        return None
    best = max(fit, key=lambda one: (len(one.first), "case_number" in fields[one.at], -one.at))
    apart = (at for at, heading in enumerate(headings) if heading and _may_differ(heading, fields[at]))
    return best.seen(headings, frozenset(apart) - {best.at})


def _see(rows: Iterable[Sequence[Cell]], numbers: list["_Number"]) -> list["_Number"]:
    """Go through the first rows; give the columns that may number them or, each on some lines, their cases."""
    count = 0
    for row in rows:
        if is_section(row) or (2 * sum(map(is_blank, row)) >= len(row) and is_below_cases(row)):
            continue
        count += 1
        for one in numbers:
            one.see(row)
        numbers = [one for one in numbers if not one.is_hopeless]
        if count >= MOST or not numbers or (count >= ENOUGH and not any(one.differs for one in numbers)):
            break
    return numbers


def _may_differ(heading: str, fields: frozenset[str]) -> bool:
    """Say whether lines may differ in a column and be of one case: it is of the conditions, or is not known."""
    words = tokens(heading) | frozenset(pieces_of(heading))
    if is_records_own(heading) or fields & OF_CONDITIONS or not words.isdisjoint(_WORDS):
        return True
    return not fields and not is_of_another(heading) and words.isdisjoint(PEOPLE)


class _Number:
    """One column that may number the cases: the first row of each number, and where further rows differ from it."""

    def __init__(self, at: int) -> None:
        self.at, self._filled, self._missed = at, 0, 0
        self.first: dict[str, Sequence[Cell]] = {}
        self.differs: dict[str, set[int]] = {}  # of those whose lines are mostly the same
        self._unlike: set[str] = set()

    def see(self, row: Sequence[Cell]) -> None:
        """Take note of a row."""
        code = code_of(row[self.at], LONGEST_CODE)
        if code is None or not any(map(str.isdigit, code)):
            self._missed += 1
            return
        self._filled += 1
        first = self.first.setdefault(code, row)
        if first is row or code in self._unlike:
            return
        places = {at for at, cell in enumerate(row) if not same_cells(cell, first[at])}
        if 2 * len(places) > len(row):
            self._unlike.add(code)
            self.differs.pop(code, None)
        else:
            self.differs.setdefault(code, set()).update(places)

    @property
    def is_repeated(self) -> bool:
        """Say whether a number has stood on several lines."""
        return bool(self.differs or self._unlike)

    @property
    def is_hopeless(self) -> bool:
        """Say whether it need not be tried further: too many rows have none, or one number, or are unlike."""
        is_blank_often = self._missed > _FEW + _BLANK * self._filled
        is_of_kinds = self._filled > max(ENOUGH, _LINES * len(self.first))
        return is_blank_often or is_of_kinds or (len(self._unlike) >= max(_TRIED, len(self.differs)))

    def fits(self, telling: frozenset[int]) -> bool:
        """Say whether the lines of most numbers are the same in the columns that tell one case from another."""
        of_one = [places for places in self.differs.values() if not places & telling]
        return 2 * len(of_one) > len(self.differs) + len(self._unlike)

    def differs_in(self, places: set[int]) -> bool:
        """Say whether the lines of any number differ in one of some columns."""
        return any(differing & places for differing in self.differs.values())

    @property
    def is_key(self) -> bool:
        """Say whether its cells are codes that do not merely count the rows."""
        return bool(self.first) and is_key([row[self.at] for row in list(self.first.values())[:ENOUGH]])

    def seen(self, headings: Sequence[str], apart: frozenset[int]) -> LinesSeen:
        """Say what was seen."""
        alike = [places for places in self.differs.values() if places <= apart]
        differing = sorted({at for places in alike for at in places})
        return LinesSeen(
            headings[self.at],
            tuple(headings[at] for at in differing),
            tuple(headings[at] for at in sorted(apart)),
            len(alike),
            len(self.differs) - len(alike) + len(self._unlike),
        )
