"""On what the reading of a column or a word rests, and so whether a person is asked, shown, or only told.

What cannot be mistaken is folded. What is only likely stands in a table, to be scanned against its samples; so does
what is left out for a reason. A question stands in the open where nobody but a person can tell.
"""

from enum import StrEnum

from scrutiny_app.domain.cases import Kind
from scrutiny_app.domain.choice_words import means_each
from scrutiny_app.domain.likeness import says_known_words_alone
from scrutiny_app.domain.looking import ColumnLook
from scrutiny_app.domain.nearest_phrases import is_written_out
from scrutiny_app.domain.reasons import LIKE, Doubted, Ground
from scrutiny_app.domain.shapes import Shape
from scrutiny_app.domain.styling import is_dated
from scrutiny_app.domain.suggestions import Suggestion
from scrutiny_app.domain.uses import described
from scrutiny_app.domain.whose import else_in

_BY_HEADING = frozenset({Ground.SAME, Ground.OTHER_WORD, Ground.LIKE, Ground.BEFORE, Ground.SAYS_NO_MORE})
_PLAIN = _BY_HEADING | {Ground.VALUES, Ground.WORDS}
_DAY_SAID = frozenset({Shape.SHORT_WORDED, Shape.SHORT_DAY_FIRST})  # and so which is the year
_MOSTLY = 0.9  # of a column's cells
_OF_ANYBODY = frozenset({"sex", "ethnicity"})  # a carer's have the words of the offender's
_FEWEST_WORDS = 4  # of a text


class Footing(StrEnum):
    """How surely something of a file is read."""

    KNOWN = "known"
    READ = "read"  # by what it says, and nothing speaks against it
    ASKED = "asked"
    ASIDE = "aside"  # left out for a reason, which is shown
    LEFT = "left"  # nothing speaks for it: left out unless a person says otherwise


_LEFT_OUT = {
    Ground.UNKNOWN: Footing.LEFT,
    Ground.EMPTY: Footing.LEFT,
    Ground.UNREAD: Footing.ASIDE,
    Ground.TAKEN: Footing.ASIDE,
    Ground.ASIDE: Footing.ASIDE,
}


def footing_of(one: Suggestion, column: ColumnLook | None = None, *, parties: bool = False) -> Footing:
    """Say on what rests what is suggested for a column, whose look bears out a heading that is only abbreviated."""
    if one.sure:
        return Footing.KNOWN
    if not one.uses:
        return _LEFT_OUT.get(one.reason.ground, Footing.ASKED)
    if column and one.reason == LIKE and _says_it_in_short(one, column, parties=parties):
        return Footing.KNOWN
    is_day_said = column is not None and not column.shapes.keys().isdisjoint(_DAY_SAID)
    seen = (Doubted.NAME_ORDER, Doubted.SHORT_YEARS) if is_day_said else (Doubted.NAME_ORDER,)  # by the samples
    is_doubted = one.reason.doubts_but(*seen) or one.reason.also
    return Footing.READ if one.reason.ground in _PLAIN and not is_doubted else Footing.ASKED


def _says_it_in_short(one: Suggestion, column: ColumnLook, *, parties: bool) -> bool:
    """Say whether a heading is a known one in short forms alone, and its values are such as that field holds."""
    (use, *others) = one.uses
    field = described(use.field, parties=parties)
    if others or field is None:
        return False
    is_plain = is_written_out(one.heading, use, parties=parties)
    if field.kind is Kind.CHOICE:
        says_whose = field.name not in _OF_ANYBODY or is_plain or says_known_words_alone(one.heading)
        return says_whose and not else_in(one.heading) and means_each(field, column)
    if not is_plain:
        return False
    if field.kind is Kind.TEXT:
        return all(len(sample.split()) >= _FEWEST_WORDS for sample in column.samples)
    if field.kind is Kind.YES_NO:
        return means_each(field, column)
    return is_dated(column) if field.kind is Kind.DATE else field.kind is Kind.PERSON and _are_names(column)


def _are_names(column: ColumnLook) -> bool:
    return column.shapes.get(Shape.PERSON, 0) >= _MOSTLY * sum(column.shapes.values())
