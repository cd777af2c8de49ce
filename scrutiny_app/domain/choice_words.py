"""Telling by a column's words which field of choices it may well fill."""

from collections.abc import Iterator

from scrutiny_app.domain.cases import COLUMNS, Field, Kind
from scrutiny_app.domain.cells import Reader, Unreadable, reader
from scrutiny_app.domain.looking import ColumnLook
from scrutiny_app.domain.no_disposal import ended_otherwise
from scrutiny_app.domain.uses import word_key
from scrutiny_app.domain.wording import meaning

SEEN_OFTEN = 0.8
_SEVERAL = 3  # different disposals
_READERS = tuple((field, reader(field)) for field in COLUMNS if field.kind is Kind.CHOICE)


def choices_in(column: ColumnLook) -> Iterator[tuple[Field, float]]:
    """Give each field of choices with the share of a column's cells that it reads."""
    total = sum(count for _, count in column.words or ())
    for field, read in _READERS if total else ():
        yield field, sum(count for word, count in column.words or () if _reads_as(read, word)) / total


def means(field: Field, column: ColumnLook) -> bool:
    """Say whether nearly all of a column's words are those of a field, as it reads them or as they seem to mean."""
    words, read = column.words or (), reader(field)
    known = {word: count for word, count in words if _reads_as(read, word) or meaning(field, word)}
    others = {word: count for word, count in words if word not in known and _ended_else(field, word)}
    told = sum(known.values()) + (sum(others.values()) if len(known) >= _SEVERAL else 0)
    return len(words) > 1 and told >= SEEN_OFTEN * sum(count for _, count in words)


def means_each(field: Field, column: ColumnLook) -> bool:
    """Say whether each of a column's words is one of a field, as it reads them or as it seems to mean."""
    words, read = [word for word, _ in column.words or () if word_key(word)], reader(field)
    return bool(words) and all(_reads_as(read, word) or meaning(field, word) for word in words)


def knows_any(field: Field, column: ColumnLook) -> bool:
    """Say whether any of a column's words is one of a field, as it reads them or as it seems to mean."""
    read = reader(field)
    return any(_reads_as(read, word) or meaning(field, word) is not None for word, _ in column.words or ())


def _ended_else(field: Field, word: str) -> bool:
    """Say whether a word beside several disposals tells how else a case ended: a list of outcomes has those too."""
    return field.name == "disposal" and ended_otherwise(word)


def _reads_as(read: Reader, word: str) -> bool:
    try:
        return read(word) is not None
    except Unreadable:
        return False
