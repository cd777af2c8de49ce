"""Which rows are left out whatever else their words mean: nobody is asked of what stands in those alone.

They have no day of disposal, and nothing else says that they were decided; or they say that the case is open, was
withdrawn or ended otherwise. It is only told of a file of which every row was kept, and of rows with a number of their
own, which do not go on with the case above.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from scrutiny_app.domain.cases import COLUMN, OTHER_OUTCOMES, Field
from scrutiny_app.domain.cells import Cell, Unreadable, read_date
from scrutiny_app.domain.contradictions import is_of_none_though_given
from scrutiny_app.domain.footings import Footing
from scrutiny_app.domain.halved_words import read_as
from scrutiny_app.domain.importing import DECIDERS, FINALISED, HOW_ENDED
from scrutiny_app.domain.joined_cells import text_shown
from scrutiny_app.domain.looking import Look
from scrutiny_app.domain.no_disposal import ended_otherwise, is_status_of_another_end
from scrutiny_app.domain.same_headings import told_apart
from scrutiny_app.domain.ticks import BLANK, is_blank
from scrutiny_app.domain.uses import NOT_FOR_PANEL, REJECTED, Mapping, placed, word_key
from scrutiny_app.domain.word_footings import footings
from scrutiny_app.domain.word_questions import Word, WordsToMap
from scrutiny_app.domain.wording import meaning
from scrutiny_app.domain.written_cells import unwritten

_STATUS = COLUMN["status"]
_LEFT_OUT = frozenset({"open", "withdrawn", REJECTED, NOT_FOR_PANEL})
_OTHERS = _LEFT_OUT | set(OTHER_OUTCOMES)
_NUMBERS = ("case_number", "crime_number")
Row = dict[str, list[Cell]]  # by field


@dataclass(frozen=True)
class RowsLeftOut:
    """What stands in such rows, column by column."""

    columns: tuple[tuple[Cell, ...], ...] = ()

    def blanks(self, at: int) -> int:
        """Count their blank cells of a column, and dashes among them."""
        return sum(map(is_blank, self.columns[at])) if self.columns else 0

    def words(self, at: int) -> Counter[str]:
        """Count the words of a column in them, by their keys; "" is that of an empty cell."""
        return Counter(word_key(_text(cell)) for cell in self.columns[at]) if self.columns else Counter()


def rows_left_out(look: Look, mapping: Mapping, asked: Collection[str] = ()) -> RowsLeftOut:
    """Find such rows among the cases of a file; a word that is `asked` about, given by its key, tells nothing yet."""
    sheet = look.cases
    if look.lines or len(sheet.first) < sheet.rows:
        return RowsLeftOut()
    places = placed(mapping.uses, told_apart([column.heading for column in sheet.columns]))
    out = []
    for first in sheet.first:
        row = [*map(unwritten, first), *[None] * (len(sheet.columns) - len(first))]
        fields = {name: [row[at] for at, _ in found] for name, found in places.items()}
        if _has_number(fields) and (_is_unfinished(fields, mapping, asked) or _is_other(fields, mapping, asked)):
            out.append(row)
    return RowsLeftOut(tuple(zip(*out, strict=True)))


def without_left_out(found: Sequence[WordsToMap], look: Look, mapping: Mapping) -> Iterator[WordsToMap]:
    """Ask of no word, nor of blanks, that stand in such rows alone."""
    headings = [column.heading for column in look.cases.columns]
    asked = {word_key(word) for one in found for word, how in _with_footing(one) if how is Footing.ASKED}
    out = rows_left_out(look, mapping, asked)
    for one in found:
        at = headings.index(one.heading) if one.heading in headings and not one.is_pair else None
        kept = one.words if at is None else tuple(_kept(one, out.words(at), out.blanks(at)))
        if kept:
            yield replace(one, words=kept)


def kept_otherwise(
    found: Iterable[tuple[str, str, int]], look: Look, mapping: Mapping
) -> Iterator[tuple[str, str, int]]:
    """Give of words by their headings those that stand in rows which load but for them, and in how many."""
    said = {
        name: {word: code for word, code in known.items() if code != REJECTED} for name, known in mapping.words.items()
    }
    out = rows_left_out(look, replace(mapping, words=said))
    headings = [column.heading for column in look.cases.columns]
    for heading, word, count in found:
        left = out.words(headings.index(heading))[word_key(word)] if heading in headings else 0
        if count > left:
            yield heading, word, count - left


def _kept(one: WordsToMap, left: Counter[str], blanks: int) -> Iterator[Word]:
    has_dashes = any(is_blank(word) for word, _, _ in one.words if word != BLANK)
    for (word, how), (_, count, code) in zip(_with_footing(one), one.words, strict=True):
        if word == BLANK:
            others = count - (left[word] if has_dashes else blanks)
        else:
            others = 0 if how is Footing.ASKED and left[word_key(word)] == count else count
        if others > 0:
            yield word, others, code


def _with_footing(one: WordsToMap) -> Iterator[tuple[str, Footing]]:
    return zip((word for word, _, _ in one.words), footings(one), strict=True)


def _has_number(row: Row) -> bool:
    return not any(is_blank(cell) for name in _NUMBERS for cell in row.get(name, ()))


def _is_unfinished(row: Row, mapping: Mapping, asked: Collection[str]) -> bool:
    """Say whether a row has no day of disposal, and would not be told as lacking it."""
    days = row.get("disposal_date", [])
    if not days or not all(map(_is_no_day, days)):
        return False
    if _STATUS.name in row:
        return all(_code(_STATUS, _text(cell), mapping) != FINALISED for cell in row[_STATUS.name])
    known = all(
        not is_blank(cell) and word_key(_text(cell)) not in asked for name in HOW_ENDED for cell in row.get(name, ())
    )
    return not (known and any(not is_blank(cell) for name in DECIDERS for cell in row.get(name, ())))


def _is_other(row: Row, mapping: Mapping, asked: Collection[str]) -> bool:
    """Say whether a row is of no case here by its own words, as has been said of them or as they are read.

    A disposal that was given is to be mended where only its outcome code says otherwise, and so not left out.
    """
    words = [(name, _text(cell)) for name in (_STATUS.name, *HOW_ENDED) for cell in row.get(name, ())]
    known = [(name, word) for name, word in words if word_key(word) not in asked]
    others = {name for name, word in known if _says_other(name, word, mapping)}
    if others != {"outcome_code"}:
        return bool(others)
    values = {name: code for name, word in known if (code := _code(COLUMN[name], word, mapping))}
    days = {} if all(map(_is_no_day, row.get("disposal_date", ()))) else {"disposal_date": True}
    return not is_of_none_though_given(values | days)


def _says_other(name: str, word: str, mapping: Mapping) -> bool:
    if not word.strip():
        return False
    if name == _STATUS.name:
        is_unsaid = word_key(word) not in mapping.words.get(name, {})
        return _code(_STATUS, word, mapping) in _LEFT_OUT or (is_unsaid and is_status_of_another_end(word))
    said = mapping.words.get(name, {}).get(word_key(word))
    return said in _OTHERS if said is not None else ended_otherwise(word)


def _code(field: Field, word: str, mapping: Mapping) -> str | None:
    """Give what a word is said to mean, or what it is read as."""
    said = mapping.words.get(field.name, {}).get(word_key(word))
    if said is not None or field.name == "outcome_code":
        return said if said is not None else meaning(field, word)
    return read_as(field, word) or meaning(field, word)


def _is_no_day(cell: Cell) -> bool:
    try:
        return is_blank(cell) or read_date(cell) is None
    except Unreadable:
        return False


def _text(cell: Cell) -> str:
    return text_shown(cell) or ""
