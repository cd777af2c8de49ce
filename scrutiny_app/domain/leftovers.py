"""Texts that a spreadsheet leaves where a value should be: its error values, as a file saved as CSV has them."""

import re

# As Excel, LibreOffice and Google Sheets write them, in small letters.
ERROR_WORDS = frozenset(
    "#n/a #ref! #value! #name? #div/0! #num! #null! #spill! #calc! #field! #blocked! #busy! #connect! #unknown! "
    "#getting_data #error! #external! #python! #timeout!".split()
)
_ERROR = re.compile(r"err:\d{3}|#{3,}")  # LibreOffice's own; a number or day in a column too narrow for it


def is_leftover(text: str) -> bool:
    """Say whether a text is an error value that a spreadsheet left."""
    if "#" not in text and ":" not in text:  # nearly all: this is asked of every row
        return False
    line = text.strip().casefold()
    return line in ERROR_WORDS or _ERROR.fullmatch(line) is not None
