"""Finding the blanks among a column's ticks of which only a person can say what they mean."""

from collections.abc import Mapping

from scrutiny_app.domain.cases import Field
from scrutiny_app.domain.cells import Unreadable, reader
from scrutiny_app.domain.looking import ColumnLook
from scrutiny_app.domain.ticks import OTHER_ANSWERS, TICKS, answers_of, is_blank
from scrutiny_app.domain.uses import REJECTED, word_key
from scrutiny_app.domain.wording import meaning

_NO = frozenset("n no f false 0 none nil na ✗ ✘ ☒".split())


def blanks_in(field: Field, column: ColumnLook, rows: int, known: Mapping[str, str]) -> int:
    """Count the blank cells of a column that holds ticks and nothing else; 0 where some cell says no, or none is blank.

    `known` are the words whose meaning has been said. A mark that is not known yet is taken for a tick: what it means
    is asked on the same page.
    """
    answers = answers_of(field)
    if answers is None or not column.words:
        return 0
    words = {word: count for word, count in column.words if not is_blank(word)}
    if field.name in OTHER_ANSWERS and not all(word.strip().casefold() in TICKS for word in words):
        return 0
    codes = {_code(field, word, known) for word in words}
    if not words or codes == {""} or not codes <= {answers[0], "", None, REJECTED}:
        return 0
    return max(0, rows - sum(words.values()))


def dashes_in(field: Field, column: ColumnLook) -> tuple[tuple[str, int], ...]:
    """List the dashes among a column's ticks, with their counts, where no other cell says no: a dash may."""
    words = {word.strip().casefold() for word, _ in column.words or ()}
    if answers_of(field) is None or words.isdisjoint(TICKS) or not words.isdisjoint(_NO):
        return ()
    return tuple((word, count) for word, count in column.words or () if word.strip() and is_blank(word))


def _code(field: Field, word: str, known: Mapping[str, str]) -> str | None:
    if (code := known.get(word_key(word))) is not None:
        return code
    try:
        value = reader(field)(word)
    except Unreadable:
        return meaning(field, word)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value or "")
