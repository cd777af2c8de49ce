"""A case number that two columns make: a crime's reference, and which of its people or disposals a row is.

It is proposed where no column alone is different in every row and the two together are, and where the rows of one
reference tell of several people or disposals. A column that is empty only in rows that are left out, or headed as the
case number and empty in few, is different in every row too. A person confirms it, and then it is kept with the layout.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product

from scrutiny_app.domain.cells import Broken, Cell, fold
from scrutiny_app.domain.common_headings import in_common_words
from scrutiny_app.domain.joined_cells import text_shown
from scrutiny_app.domain.key_columns import is_of_another
from scrutiny_app.domain.likeness import pieces_of, tokens
from scrutiny_app.domain.looking import ColumnLook, Look
from scrutiny_app.domain.nearest_phrases import nearest_phrase
from scrutiny_app.domain.needing_numbers import RowsLoaded
from scrutiny_app.domain.paired_columns import Pair
from scrutiny_app.domain.reasons import BEFORE, left_out, perhaps
from scrutiny_app.domain.sole_numbers import LONGEST_CODE, Alone, code_of, is_key, is_new
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.synonyms import PARTY_PHRASES, PHRASES
from scrutiny_app.domain.ticks import is_blank
from scrutiny_app.domain.totals import is_below_cases, is_section
from scrutiny_app.domain.uses import Use

ENOUGH = 2_000  # rows, among which a reference stands twice if it ever does
MOST = 100_000  # rows that are held against each other
_BETWEEN = "/"
_SHORT = 12  # of what stands beside it
_MOSTLY = 0.9  # of the further rows of a reference
_TWICE = 0.05  # of the rows, that give a case once more
_FIRST = 50  # rows that tell what a column holds
_FARTHEST = 12  # columns from each other
REFERENCES = frozenset({"case_number", "crime_number"})
_TELLING = frozenset("offender_name offender_born disposal outcome_code disposal_date decision_date".split())
_OF_A_ROW = frozenset("sequence seq suffix sub subno subref part nominal nom nominals person".split())
_OF_ITS_OWN = frozenset("offender suspect disposal outcome resolution ooc oocr oocd defendant accused subject".split())
_NUMBERS = frozenset("ref reference no number num id seq sequence idx index suffix".split())
_OF_OTHERS = frozenset(
    "victim witness offence offences charge charges count counts condition conditions property item exhibit task "
    "officer oic date dob type code name status".split()
)
_WHY = "“{}” stands in several rows, and no column differs in every row: with “{}” each row has a number of its own"
_IN_TWO = "it is not different in every row: see “{}”"
_EMPTY_IN_ROWS = "it is empty in some rows: see “{}”"


def heading_of(pair: Pair) -> str:
    """Give the heading of the column in which two stand together as the case number."""
    return f"Case number ({pair[0]} with {pair[1]})"


def cell_of(one: Cell, other: Cell) -> Cell:
    """Put two cells together as a case number; blank where either is, so that nothing is numbered by half."""
    if isinstance(one, Broken) or is_blank(one):
        return one
    if isinstance(other, Broken) or is_blank(other):
        return other
    first, second = text_shown(one), text_shown(other)
    if first is None or second is None:
        return one if first is None else other
    return f"{first.strip()}{_BETWEEN}{second.strip()}"


def known_pair(headings: Sequence[str], known: frozenset[str]) -> Pair | None:
    """Give the two columns that a layout knows to be the case number together."""
    if not any(key.startswith("casenumber") and "with" in key for key in known):
        return None
    pairs = ((one, other) for one, other in product(headings, headings) if one and other and one != other)
    return next((pair for pair in pairs if fold(heading_of(pair)) in known), None)


def numbering_pair(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Pair | None:
    """Find the two columns that together number a sheet's rows, where none does it alone."""
    places = _candidates(headings)
    if not places:
        return None
    seen = _Seen(headings, places)
    for count, row in enumerate(rows, 1):
        if is_section(row) or (2 * sum(map(is_blank, row)) >= len(row) and is_below_cases(row)):
            continue
        if not seen.goes_on(row) or (count >= ENOUGH and not seen.repeated):
            return None
        if count >= MOST:
            break
    found = seen.found()
    return (headings[found[0]], headings[found[1]]) if found else None


def _candidates(headings: Sequence[str]) -> list[tuple[int, int]]:
    """List the places of a reference and of what may tell its rows apart, the likeliest first."""
    if any(phrase and phrase.use.field == "role" for phrase in map(PARTY_PHRASES.get, map(fold, headings))):
        return []  # rows are of people, not of cases
    references = [at for at, heading in enumerate(headings) if heading and fields_of_heading(heading) & REFERENCES]
    beside = {at: rank for at, heading in enumerate(headings) if heading and (rank := _rank(heading)) is not None}
    pairs = product(references, beside)
    near = [(beside[at], abs(at - one), one, at) for one, at in pairs if at != one and abs(at - one) <= _FARTHEST]
    return [(one, at) for _, _, one, at in sorted(near)]


def _rank(heading: str) -> int | None:
    """Say how likely a heading tells the rows of one reference apart; None where it says something else."""
    words = tokens(heading) | frozenset(pieces_of(heading))
    if not words.isdisjoint(_OF_OTHERS):
        return None
    if not words.isdisjoint(_OF_ITS_OWN):
        return None if words.isdisjoint(_NUMBERS) else 0
    return None if words.isdisjoint(_OF_A_ROW) else 1


def fields_of_heading(heading: str) -> frozenset[str]:
    """Give the field that a heading speaks of, if any."""
    plain = in_common_words(heading)
    near = nearest_phrase(plain)
    phrase = PHRASES.get(fold(plain)) or (near[0] if near else None)
    return frozenset({phrase.use.field}) if phrase else frozenset()


class _Seen:
    """What of the rows tells whether two columns number them; hashes stand for values."""

    def __init__(self, headings: Sequence[str], places: Sequence[tuple[int, int]]) -> None:
        self._pairs: dict[tuple[int, int], set[int]] = {place: set() for place in places}
        self._alone = {
            at: Alone(is_headed_so="case_number" in fields_of_heading(heading))
            for at, heading in enumerate(headings)
            if heading and _may_number(heading)
        }
        self._loaded = RowsLoaded([fields_of_heading(heading) if heading else () for heading in headings])
        self._telling = [at for at, heading in enumerate(headings) if heading and fields_of_heading(heading) & _TELLING]
        self._references = {one: _Reference() for one, _ in places}
        self._rows: list[Sequence[Cell]] = []
        self._numbering = sorted({at for place in places for at in place})
        self._cases: set[int] = set()
        self.rows = self._again = 0

    @property
    def repeated(self) -> bool:
        """Say whether a reference has stood in several rows."""
        return any(one.further for one in self._references.values())

    def goes_on(self, row: Sequence[Cell]) -> bool:
        """Take note of a row; say whether two columns may still number the rows."""
        if self._stood_before(row):
            self._again += 1
            return bool(self._pairs)
        self.rows += 1
        if self.rows <= _FIRST:
            self._rows.append(row)
        self._alone = {at: one for at, one in self._alone.items() if one.goes_on(row, at, self._loaded)}
        self._pairs = {
            (one, other): seen
            for (one, other), seen in self._pairs.items()
            if is_new(seen, code_of(row[one], LONGEST_CODE), code_of(row[other], _SHORT))
        }
        for at, reference in self._references.items():
            reference.see(code_of(row[at], LONGEST_CODE), tuple(str(row[place]) for place in self._telling))
        return bool(self._pairs)

    def found(self) -> tuple[int, int] | None:
        """Give the first pair that numbers all rows, where no column does; its rows tell of several people or deeds."""
        if self._again > max(1, _TWICE * self.rows):
            return None
        alone = (at for at, one in self._alone.items() if one.numbers(self.rows))
        if any(is_key([row[at] for row in self._rows if not is_blank(row[at])]) for at in alone):
            return None
        return next((pair for pair in self._pairs if self._references[pair[0]].is_of_several), None)

    def _stood_before(self, row: Sequence[Cell]) -> bool:
        """Say whether an earlier row has the same numbers, person and disposal: it is the same case once more."""
        places = [*self._numbering, *self._telling] if self._telling else range(len(row))
        key, before = hash(tuple(str(row[at]).strip() for at in places)), len(self._cases)
        self._cases.add(key)
        return len(self._cases) == before


class _Reference:
    """The rows of one reference: how many further ones there are, and how many of them tell nothing else."""

    def __init__(self) -> None:
        self._first: dict[str | None, int] = {}
        self.further = self._same = 0

    def see(self, text: str | None, telling: tuple[str, ...]) -> None:
        """Take note of a row of a reference and of what it tells of the person and the disposal."""
        told = hash(telling)
        if text not in self._first:
            self._first[text] = told
            return
        self.further += 1
        self._same += bool(telling) and told == self._first[text]

    @property
    def is_of_several(self) -> bool:
        """Say whether there are further rows, and nearly all tell of another person or disposal."""
        return self.further > 0 and self.further - self._same >= _MOSTLY * self.further


def _may_number(heading: str) -> bool:
    return not is_of_another(heading) and fields_of_heading(heading) <= REFERENCES


def numbered_by_two(found: Sequence[Suggestion], look: Look) -> list[Suggestion]:
    """Suggest the column in which two stand together as the case number, and no other unless it was confirmed."""
    if look.numbered_by is None:
        return list(found)
    together = heading_of(look.numbered_by)
    confirmed = any(one.fills("case_number") and one.reason == BEFORE and one.heading != together for one in found)
    if confirmed:
        return list(found)
    return [
        _by_two(one, column, look.numbered_by, together) for one, column in zip(found, look.cases.columns, strict=True)
    ]


def _by_two(one: Suggestion, column: ColumnLook, pair: Pair, together: str) -> Suggestion:
    if one.heading == together and one.reason != BEFORE:
        return replace(one, uses=(Use("case_number"),), reason=perhaps(_WHY.format(*pair)), sure=False)
    if one.heading == together or not one.fills("case_number"):
        return one
    others = tuple(use for use in one.uses if use.field != "case_number")
    is_once = column.words is not None and len(column.words) == column.filled
    reason = one.reason if others else left_out((_EMPTY_IN_ROWS if is_once else _IN_TWO).format(together))
    return replace(one, uses=others, reason=reason, sure=bool(others) and one.sure)
