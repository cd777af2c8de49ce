"""Two columns of one sheet of which each word of the one has always the same word of the other beside it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from scrutiny_app.domain.cells import Cell
from scrutiny_app.domain.joined_cells import text_shown

MOST_ROWS = 5_000
_MOST_WORDS = 60  # different ones of a column
_MOST_COLUMNS = 30  # of few words
_LONGEST_CODE = 10  # characters, of most of the words that are explained
Words = Sequence[tuple[str, int]]


@dataclass(frozen=True)
class WordsBeside:
    """The words of a column, what stands beside each in another, and in how many rows.

    `whole` says that every row was seen, `is_told_apart` that the other has a word of its own for each.
    """

    heading: str
    other: str
    words: tuple[tuple[str, str, int], ...]
    whole: bool
    is_told_apart: bool


def words_beside(
    headings: Sequence[str], columns: Sequence[Words | None], rows: Iterable[Sequence[Cell]], count: int
) -> tuple[WordsBeside, ...]:
    """Find such columns among those of few words, in the first of a sheet's rows; `count` says how many it has."""
    few = [at for at, words in enumerate(columns) if words and len(words) <= _MOST_WORDS][:_MOST_COLUMNS]
    coded = [at for at in few if _are_codes(columns[at] or ())]
    seen: dict[tuple[int, int], dict[str, tuple[str, int]]] = {(a, b): {} for a in coded for b in few if a != b}
    read = 0
    for row in islice(rows, MOST_ROWS) if seen else ():
        read += 1
        texts = {at: _line(row[at]) if at < len(row) else "" for at in few}
        for pair in [pair for pair, found in seen.items() if not _agrees(found, texts[pair[0]], texts[pair[1]])]:
            del seen[pair]
    return tuple(_told(headings, seen, whole=read >= count))


def _agrees(found: dict[str, tuple[str, int]], word: str, other: str) -> bool:
    """Count a row in; say whether it says of its word what the rows before it said."""
    if not word:
        return True
    before, count = found.get(word, (other, 0))
    found[word] = before, count + 1
    return bool(other) and before == other


def _told(
    headings: Sequence[str], seen: dict[tuple[int, int], dict[str, tuple[str, int]]], *, whole: bool
) -> Iterator[WordsBeside]:
    for (at, other), found in seen.items():
        if found:
            words = tuple((word, beside, count) for word, (beside, count) in found.items())
            apart = len({beside.casefold() for _, beside, _ in words}) == len(words)
            yield WordsBeside(headings[at], headings[other], words, whole, apart)


def _are_codes(words: Words) -> bool:
    short = sum(len(word) <= _LONGEST_CODE for word, _ in words)
    return 2 * short > len(words)


def _line(cell: Cell) -> str:
    return " ".join((text_shown(cell) or "").split())
