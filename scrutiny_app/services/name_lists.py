"""The redaction's lists of names, for reading the names in a file."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from redaction.lexicon import Lexicon


def known_names() -> "Lexicon":
    """Load the lists of names, once a process."""
    from redaction import lexicon  # at the point of use: most files ask no names, and it would cost their start

    return lexicon.load()
