"""A sheet of the file itself that lists codes, each with what it means and perhaps with the column that it is of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scrutiny_app.domain.cells import Cell, fold
from scrutiny_app.domain.joined_cells import text_shown
from scrutiny_app.domain.uses import word_key

MOST_CODES = 2_000
_LONGEST = 120  # characters of a meaning
_HEADED_WITHIN = 10  # rows
_WIDEST = 8  # columns
_CODE = frozenset("code codes codevalue value abbreviation abbrev abbr short shortcode shortform key".split())
_MEANING = frozenset(
    "description codedescription desc descr meaning means definition longdescription decode explanation text".split()
)
_COLUMN = frozenset(
    "codetype type field fieldname column columnname codelist list codeset codegroup category domain lookup "
    "lookuptype table codecategory listname".split()
)
_SAYS_CODE = frozenset("cd code codes type typ id key ref val value flag ind".split())


@dataclass(frozen=True)
class CodeMeaning:
    """What a sheet says that a code means; `column` is whose it is, or nothing where the sheet does not say."""

    sheet: str
    column: str
    code: str
    words: str


def codes_listed(sheet: str, rows: Sequence[Sequence[Cell]]) -> tuple[CodeMeaning, ...]:
    """List the codes of a sheet, if it is a list of such; a code that it explains in two ways is left out."""
    for at, row in enumerate(rows[:_HEADED_WITHIN]):
        places = _places([fold(_line(cell)) for cell in row])
        if places is not None:
            return tuple(_once(_below(sheet, rows[at + 1 :], *places)))
    return ()


def meanings_of(heading: str, words: Sequence[str], listed: Sequence[CodeMeaning]) -> dict[str, CodeMeaning]:
    """Give, by their keys, what the file's own lists say of a column's words.

    A list that names no columns is believed of one alone all of whose words it has.
    """
    own = [one for one in listed if one.column and fold(one.column) == fold(heading)]
    own = own or [one for one in listed if one.column and _stem(one.column) and _stem(one.column) == _stem(heading)]
    if not own:
        keys = {word_key(word) for word in words} - {""}
        for sheet in dict.fromkeys(one.sheet for one in listed):
            of_sheet = [one for one in listed if one.sheet == sheet and not one.column]
            if len(keys) > 1 and keys <= {word_key(one.code) for one in of_sheet}:
                own = of_sheet
                break
    return {word_key(one.code): one for one in own}


def _places(headings: Sequence[str]) -> tuple[int, int, int | None] | None:
    """Give the columns of the codes, of their meanings and of whose they are, where a row heads all that there is."""
    filled = [heading for heading in headings if heading]
    code, meaning, column = (
        [at for at, heading in enumerate(headings) if heading in known] for known in (_CODE, _MEANING, _COLUMN)
    )
    if len(code) != 1 or len(meaning) != 1 or len(column) > 1 or len(filled) > _WIDEST:
        return None
    return code[0], meaning[0], column[0] if column else None


def _below(
    sheet: str, rows: Sequence[Sequence[Cell]], code: int, meaning: int, column: int | None
) -> Iterator[CodeMeaning]:
    whose = ""
    for row in rows:
        texts = [_line(cell) for cell in row] + [""] * _WIDEST
        if column is not None:
            whose = texts[column] or whose  # written once over several
        if texts[code] and texts[meaning] and len(texts[meaning]) <= _LONGEST:
            yield CodeMeaning(sheet, whose, texts[code], texts[meaning])


def _once(found: Iterator[CodeMeaning]) -> list[CodeMeaning]:
    by_code: dict[tuple[str, str], list[CodeMeaning]] = {}
    for one in found:
        by_code.setdefault((fold(one.column), word_key(one.code)), []).append(one)
    return [some[0] for some in by_code.values() if len({one.words.casefold() for one in some}) == 1][:MOST_CODES]


def _line(cell: Cell) -> str:
    return " ".join((text_shown(cell) or "").split())


def _stem(heading: str) -> tuple[str, ...]:
    """Give a heading's words but for those that say that it holds codes: "DISP_TYPE_CD" and "Disp" are one."""
    words = re.findall(r"[a-z0-9]+", heading.casefold())
    return tuple(word for word in words if word not in _SAYS_CODE)
