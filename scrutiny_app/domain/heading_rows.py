"""Finding the row of headings among a file's first rows, below any titles; a row of data is never taken for one.

Headings are kept in clear later on, and data must not be: where there is doubt the file is refused.
"""

from collections.abc import Sequence

from scrutiny_app.domain.cases import COLUMNS, Kind
from scrutiny_app.domain.cells import Cell, Unreadable, fold, reader
from scrutiny_app.domain.common_headings import in_common_words
from scrutiny_app.domain.errors import Refused
from scrutiny_app.domain.heading_lines import on_one_line, with_headings_on_lines
from scrutiny_app.domain.likeness import PEOPLE, tokens
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


_FEWEST_GROUPS = 2
_SAYING_LITTLE = frozenset("code type method description desc details no number ref status level what by when".split())
_LONGEST_GROUP = 40  # characters
_MOST_GROUP_WORDS = 4


class NoHeadings(Refused):
    """None of a sheet's first rows looks like one of headings: whoever knows the file may point at it."""


def find_headings(rows: Sequence[tuple[int, list[Cell]]]) -> int:
    """Give the index of the row of headings among a file's first rows; raise NoHeadings where none looks like one."""
    rows = [(number, with_headings_on_lines(row)) for number, row in rows[:FIRST_ROWS]]
    best: tuple[float, int] | None = None
    for at, (_, row) in enumerate(rows):
        score = _score(row, [cells for _, cells in rows[at + 1 : FIRST_ROWS]])
        if score is not None and (best is None or score > best[0]):
            best = score, at
    if best is None:
        raise NoHeadings(_NO_HEADINGS)
    return best[1] + _is_group_row(rows, best[1])


def under_groups(above: Sequence[Cell], headings: Sequence[str]) -> list[str]:
    """Join the words of a row above, each of which stands over several headings, to those headings.

    "Victim 1" over "Name" gives "Victim 1: Name", and a cell over a blank, as of cells merged downwards, is the heading
    itself. Where the row above says of nobody whose the columns are, makes none plainer, and no heading stands there
    twice, the headings are left as they are: then it is a title.
    """
    groups = _spread(above, headings)
    keys = [fold(heading) for heading in headings if heading]
    told = {group for group in groups if group}
    explained = any(map(_is_plainer, groups, headings))
    if len(told) < _FEWEST_GROUPS or not (len(set(keys)) < len(keys) or any(map(_says_whose, told)) or explained):
        return list(headings)
    joined = [
        _under(group, heading, keys.count(fold(heading)) > 1) for group, heading in zip(groups, headings, strict=True)
    ]
    return joined if joined == list(headings) else with_blanks_filled(above, joined)


def with_blanks_filled(above: Sequence[Cell], headings: Sequence[str]) -> list[str]:
    """Give each blank heading the text right above it, unless that stands over a heading beside it too."""
    texts = [*(on_one_line(cell) if isinstance(cell, str) else "" for cell in above), *[""] * len(headings)]
    return [
        heading or ("" if at + 1 < len(headings) and headings[at + 1] and not texts[at + 1] else texts[at])
        for at, heading in enumerate(headings)
    ]


def wide(headings: Sequence[str], above: Sequence[Cell]) -> list[str]:
    """Give headings with a blank one for each further cell of the row above."""
    return [*headings, *[""] * (len(above) - len(headings))]


def _spread(above: Sequence[Cell], headings: Sequence[str]) -> list[str]:
    """Give the group of each heading; none at all where the row above cannot be one of groups."""
    cells = [*above, *[None] * len(headings)][: len(headings)]
    words = [" ".join(cell.split()) if isinstance(cell, str) else cell for cell in cells]
    filled = [word for word in words if word not in (None, "")]
    over = sum(bool(heading) and word not in (None, "") for word, heading in zip(words, headings, strict=True))
    if not all(map(_may_be_group, filled)) or over >= sum(map(bool, headings)):
        return [""] * len(headings)
    groups: list[str] = []
    for word in words:
        groups.append(word if isinstance(word, str) and word else groups[-1] if groups else "")
    return groups


def _may_be_group(cell: Cell) -> bool:
    if not isinstance(cell, str) or len(cell) > _LONGEST_GROUP or ":" in cell or is_data(cell):
        return False
    return len(cell.split()) <= _MOST_GROUP_WORDS


def _under(group: str, heading: str, is_repeated: bool) -> str:
    if not group or not heading or fold(group) == fold(heading):
        return heading or ""
    said_already = _says_whose(heading) and not is_repeated
    wanted = is_repeated or _says_whose(group) or _is_plainer(group, heading)
    return f"{group}: {heading}" if wanted and not said_already else heading


def _is_plainer(group: str, heading: str) -> bool:
    """Say whether a group tells what its heading alone leaves open: a "Description" under "Offence"."""
    joined, alone = PHRASES.get(fold(group + heading)), PHRASES.get(fold(heading))
    if not group or joined is None:
        return False
    return (joined.sure or fold(heading) in _SAYING_LITTLE) and not (alone and alone.sure)


def _says_whose(words: str) -> bool:
    return not PEOPLE.isdisjoint(tokens(words))


def _is_group_row(rows: Sequence[tuple[int, list[Cell]]], at: int) -> bool:
    """Say whether the row is one of groups, under which the headings themselves stand."""
    (number, above), *below = rows[at : at + 2]
    if not below or below[0][0] != number + 1:
        return False
    headings = wide([on_one_line(cell) if isinstance(cell, str) else "" for cell in below[0][1]], above)
    others = [cells for _, cells in rows[at + 2 : FIRST_ROWS]]
    return _score(below[0][1], others) is not None and under_groups(above, headings) != headings


def _score(row: list[Cell], below: list[list[Cell]]) -> float | None:
    """Say how much a row is like headings: by how many are known; None where it cannot be one."""
    filled = [cell for cell in row if cell is not None and not (isinstance(cell, str) and not cell.strip())]
    words = [cell for cell in filled if isinstance(cell, str)]
    if len(filled) < 2 or len(words) < len(filled) or any(map(is_data, words)):  # a title is one cell
        return None
    known = sum(map(_is_known, words))
    if _KNOWN_TO_DOUBTFUL * sum(map(_is_doubtful, words)) > known:
        return None
    near = sum(1 for word in words if not _is_known(word) and nearest_phrase(in_common_words(word)))
    if known >= min(_LEAST_KNOWN, len(words)) and known + near >= _LEAST_SHARE * len(words):
        return known + near / 2
    if known + near >= 1 and len(words) >= _LEAST_FILLED and len(set(map(fold, words))) == len(words):
        return (known + near) / 2 if _differs(row, below) else None
    return None


def _is_known(word: str) -> bool:
    key = fold(word)
    return key in PHRASES or key in PARTY_PHRASES or key in UNWANTED


def is_data(word: str) -> bool:
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
