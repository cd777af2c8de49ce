"""On what the reading of a column or a word rests, and so whether a person is asked, shown, or only told."""

from enum import StrEnum

from scrutiny_app.domain.suggestions import BEFORE, LIKE, OTHER_WORD, SAME, Suggestion
from scrutiny_app.domain.unread_columns import EMPTY, UNKNOWN

_PLAIN = frozenset({SAME, OTHER_WORD, LIKE, BEFORE})


class Footing(StrEnum):
    """How surely something of a file is read."""

    KNOWN = "known"
    READ = "read"  # by what it says, and nothing speaks against it
    ASKED = "asked"
    LEFT = "left"  # nothing speaks for it: left out unless a person says otherwise


def footing_of(one: Suggestion) -> Footing:
    """Say on what rests what is suggested for a column."""
    if one.sure:
        return Footing.KNOWN
    if one.uses:
        return Footing.READ if one.why in _PLAIN else Footing.ASKED
    return Footing.LEFT if one.why in (UNKNOWN, EMPTY) else Footing.ASKED
