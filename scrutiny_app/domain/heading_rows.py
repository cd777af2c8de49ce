"""Finding the row of headings among a file's first rows, below any titles; a row of data is never taken for one.

Headings are kept in clear later on, and data must not be: where there is doubt the file is refused.
"""

from collections.abc import Sequence

from scrutiny_app.domain.cases import COLUMNS, Kind
from scrutiny_app.domain.cells import Cell, Unreadable, fold, reader
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.nearest_phrases import nearest_phrase
from scrutiny_app.domain.shapes import DATA, Shape, shape_of
from scrutiny_app.domain.synonyms import PARTY_PHRASES, PHRASES, UNWANTED

FIRST_ROWS = 20
LONGEST_HEADING = 200
_LEAST_KNOWN = 3
_LEAST_SHARE = 0.25
_LEAST_FILLED = 3
_NO_HEADINGS = (
    "The file’s first rows hold no headings, so nothing says what its columns are. Put a row of headings above the "
    "data, such as “Case number”, “Offence date” and “Disposal”, and import again."
)
_DOUBTFUL = frozenset({Shape.PERSON, Shape.YES_NO, Shape.NUMBER})
_BETRAYING = (DATA | {Shape.BROKEN}) - _DOUBTFUL
_KNOWN_TO_DOUBTFUL = 3
_CHOICE_READERS = tuple(reader(field) for field in COLUMNS if field.kind is Kind.CHOICE)


def find_headings(rows: Sequence[tuple[int, list[Cell]]]) -> int:
    """Give the index of the row of headings among a file's first rows; raise Refused where none looks like one."""
    best: tuple[float, int] | None = None
    for at, (_, row) in enumerate(rows[:FIRST_ROWS]):
        score = _score(row, [cells for _, cells in rows[at + 1 : FIRST_ROWS]])
        if score is not None and (best is None or score > best[0]):
            best = score, at
    if best is None:
        raise Refused(_NO_HEADINGS)
    return best[1]


def _score(row: list[Cell], below: list[list[Cell]]) -> float | None:
    """Say how much a row is like headings: by how many are known; None where it cannot be one."""
    filled = [cell for cell in row if cell is not None and not (isinstance(cell, str) and not cell.strip())]
    words = [cell for cell in filled if isinstance(cell, str)]
    if len(filled) < 2 or len(words) < len(filled) or any(map(_is_data, words)):  # a title is one cell
        return None
    known = sum(map(_is_known, words))
    if _KNOWN_TO_DOUBTFUL * sum(map(_is_doubtful, words)) > known:
        return None
    near = sum(1 for word in words if not _is_known(word) and nearest_phrase(word))
    if known >= min(_LEAST_KNOWN, len(words)) and known + near >= _LEAST_SHARE * len(words):
        return known + near / 2
    if known + near >= 1 and len(words) >= _LEAST_FILLED and len(set(map(fold, words))) == len(words):
        return (known + near) / 2 if _differs(row, below) else None
    return None


def _is_known(word: str) -> bool:
    key = fold(word)
    return key in PHRASES or key in PARTY_PHRASES or key in UNWANTED


def _is_data(word: str) -> bool:
    """Say whether a text can be no heading: a date, a postcode, a telephone, long text."""
    return not _is_known(word) and (shape_of(word) in _BETRAYING or len(word) > LONGEST_HEADING)


def _is_doubtful(word: str) -> bool:
    """Say whether a text is rather a value than a heading: a name, a bare number, yes or no, a choice's word."""
    return not _is_known(word) and (shape_of(word) in _DOUBTFUL or _is_choice(word))


def _is_choice(word: str) -> bool:
    for read in _CHOICE_READERS:
        try:
            if read(word) is not None:
                return True
        except Unreadable:
            continue
    return False


def _differs(row: list[Cell], below: list[list[Cell]]) -> bool:
    """Say whether the rows below hold another kind of thing, such as dates, under at least two of the headings."""
    differing = 0
    for at, cell in enumerate(row):
        looks = {shape_of(other[at]) for other in below if at < len(other)} - {None}
        differing += bool(cell is not None and looks and looks <= _BETRAYING | _DOUBTFUL | {Shape.CODE})
    return differing >= 2  # two, so that one odd cell proves nothing
