"""Recognising a sheet with one line a condition: its numbers stand on several lines that differ only in some columns.

Nothing follows from it until a person says so: it is shown with the columns in which the lines differ.
"""

from collections.abc import Iterable, Sequence

from scrutiny_app.domain.cells import Cell, fold
from scrutiny_app.domain.key_columns import is_of_another
from scrutiny_app.domain.likeness import PEOPLE, pieces_of, tokens
from scrutiny_app.domain.lines_read import LinesRead, LinesSeen
from scrutiny_app.domain.looking import shown
from scrutiny_app.domain.numbered_pairs import LONGEST_CODE, REFERENCES, code_of, fields_of_heading, is_key
from scrutiny_app.domain.questioning import is_records_own
from scrutiny_app.domain.synonyms import PARTY_PHRASES
from scrutiny_app.domain.ticks import is_blank
from scrutiny_app.domain.totals import is_below_cases, is_section

ENOUGH = 500  # rows, among which a number stands twice if it ever does
MOST = 10_000  # rows that are held against each other
OF_CONDITIONS = frozenset({"conditions", "conditions_due", "conditions_completed"})
# What tells that two lines are two cases, or two people.
_TELLING = frozenset("offender_name offender_born crime_number disposal outcome_code offence_title".split())
_WORDS = frozenset(
    "condition conditions intervention interventions requirement requirements activity provider supplier".split()
)
_FILLED = 0.9  # of the rows, in which a number stands
_TRIED = 20  # numbers on several lines, after which a column that does not fit is tried no further


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
    fields = [fields_of_heading(heading) if heading else frozenset() for heading in headings]
    texts = {at for at, names in enumerate(fields) if "conditions" in names}
    phrases = (PARTY_PHRASES.get(fold(heading)) for heading in headings)
    if not texts or any(phrase and phrase.use.field == "role" for phrase in phrases):
        return None
    may_number = [at for at, one in enumerate(headings) if one and fields[at] <= REFERENCES and not is_of_another(one)]
    telling = [at for at, names in enumerate(fields) if names & _TELLING]
    numbers = [_Number(at, telling) for at in may_number]
    count, fit = _see(rows, numbers)
    fit = [one for one in fit if one.filled >= _FILLED * count and one.differs_in(texts)]
    if not fit or any(fields[one.at] and not one.is_repeated and one.is_key for one in numbers):
        return None
    best = max(fit, key=lambda one: (len(one.first), "case_number" in fields[one.at], -one.at))
    apart = (at for at, heading in enumerate(headings) if heading and _may_differ(heading, fields[at]))
    return best.seen(headings, frozenset(apart) - {best.at})


def _see(rows: Iterable[Sequence[Cell]], numbers: list["_Number"]) -> tuple[int, list["_Number"]]:
    """Go through the first rows; give how many they are, and what may number cases whose lines are of one person."""
    count, fit = 0, numbers
    for row in rows:
        if is_section(row) or (2 * sum(map(is_blank, row)) >= len(row) and is_below_cases(row)):
            continue
        count += 1
        for one in fit:
            one.see(row)
        fit = [one for one in fit if not one.is_hopeless]
        if count >= MOST or not fit or (count >= ENOUGH and not any(one.is_repeated for one in fit)):
            break
    return count, [one for one in fit if one.fits]


def _may_differ(heading: str, fields: frozenset[str]) -> bool:
    """Say whether lines may differ in a column and be of one case: it is of the conditions, or is not known."""
    words = tokens(heading) | frozenset(pieces_of(heading))
    if is_records_own(heading) or fields & OF_CONDITIONS or not words.isdisjoint(_WORDS):
        return True
    return not fields and not is_of_another(heading) and words.isdisjoint(PEOPLE)


class _Number:
    """One column that may number the cases: the first row of each number, and where further rows differ from it."""

    def __init__(self, at: int, telling: Sequence[int]) -> None:
        self.at, self.filled = at, 0
        self.first: dict[str, Sequence[Cell]] = {}
        self.differs: dict[str, set[int]] = {}  # of those whose lines are of one person
        self._of_several: set[str] = set()
        self._telling = telling

    def see(self, row: Sequence[Cell]) -> None:
        """Take note of a row."""
        code = code_of(row[self.at], LONGEST_CODE)
        if code is None or not any(map(str.isdigit, code)):
            return
        self.filled += 1
        first = self.first.setdefault(code, row)
        if first is row or code in self._of_several:
            return
        if any(not same_cells(row[at], first[at]) for at in self._telling):
            self._of_several.add(code)
            self.differs.pop(code, None)
            return
        unlike = (at for at, cell in enumerate(row) if not same_cells(cell, first[at]))
        self.differs.setdefault(code, set()).update(unlike)

    @property
    def is_repeated(self) -> bool:
        """Say whether a number has stood on several lines."""
        return bool(self.differs or self._of_several)

    @property
    def fits(self) -> bool:
        """Say whether the lines of most numbers are of one person and disposal."""
        return len(self.differs) > len(self._of_several)

    def differs_in(self, places: set[int]) -> bool:
        """Say whether the lines of any number differ in one of some columns."""
        return any(differing & places for differing in self.differs.values())

    @property
    def is_hopeless(self) -> bool:
        """Say whether so many numbers are of several that it need not be tried further."""
        return len(self._of_several) >= _TRIED and not self.fits

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
            len(self.differs) - len(alike) + len(self._of_several),
        )
