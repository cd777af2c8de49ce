"""Turning a file's words into our codes, as somebody has said what they mean."""

from functools import partial

from scrutiny_app.domain.cases import Field
from scrutiny_app.domain.cell_words import LEFT_OUT_CELL
from scrutiny_app.domain.cells import Cell, Reader, reader
from scrutiny_app.domain.joined_cells import text_shown
from scrutiny_app.domain.styles import Styler
from scrutiny_app.domain.ticks import BLANK, is_blank
from scrutiny_app.domain.unread_ranks import is_rank, without_unknown
from scrutiny_app.domain.uses import NOT_FOR_PANEL, REJECTED, word_key


def turned_by(field: Field, words: dict[str, str]) -> Styler | None:
    """Make what gives our code for a file's word; None where no word is another than ours."""
    if is_rank(field):
        return partial(_rank, read=reader(field), words=words)
    return partial(_in_our_words, words=words) if words else None


def _rank(cell: Cell, read: Reader, words: dict[str, str]) -> Cell:
    return _in_our_words(without_unknown(cell, read, words), words)


def _in_our_words(cell: Cell, words: dict[str, str]) -> Cell:
    """Give our code for a mapped word, None where it says that nothing is recorded, or else the cell itself.

    A word for what no panel looks at becomes a cell that says so.
    """
    text = BLANK if is_blank(cell) else text_shown(cell)
    if text is None:
        return cell
    if text == BLANK and isinstance(cell, str) and cell.strip() in words:  # a dash of which it is said what it means
        text = cell.strip()
    code = words.get(word_key(text))
    if code == NOT_FOR_PANEL:
        return LEFT_OUT_CELL
    return cell if code is None or code == REJECTED else code or None
